//! `/table/{token}/points`: what the page of a table sends from a device, as JSON. Each entry has ids of the device's
//! own, so it may be sent again after a connection was lost.

use app::Downloads;
use axum::{
    Json, Router,
    body::{Body, to_bytes},
    extract::{Path, Request, State},
    response::Response,
    routing::post,
};
use http::{HeaderValue, header};
use model::{PointId, PointText};
use planner::{
    Planner, PlannerError,
    access::TableAccess,
    cafes::harvest::{PointChange, PointWrite, Typing, WriteResult, Written},
};
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;
use ui::{assets::Assets, error::AppError};
use uuid::Uuid;

/// The largest request. A point has 1,000 characters at most.
const MAX_BYTES: usize = 128 * 1024;

/// The most entries of one request.
const MAX_WRITES: usize = 20;

#[derive(Debug, Deserialize)]
struct SentWrites {
    /// Each is read on its own: one that cannot be read must not hold up the others.
    writes: Vec<Box<RawValue>>,
}

#[derive(Debug, Deserialize)]
struct SentWrite {
    id: Uuid,
    point: PointId,
    seen: i64,
    round: u32,
    kind: String,
    text: String,
    remove: bool,
    /// The text is not complete.
    #[serde(default)]
    draft: bool,
}

#[derive(Debug, Serialize)]
struct Answer {
    results: Vec<WriteAnswer>,
}

/// What became of an entry.
#[derive(Debug, Serialize)]
#[serde(untagged)]
enum WriteAnswer {
    Written {
        point: PointId,
        revision: i64,
        result: &'static str,
    },
    /// It stays on the device until somebody changes it.
    Refused { refused: bool },
}

impl SentWrite {
    fn read(json: &RawValue) -> Option<Self> {
        serde_json::from_str(json.get()).ok()
    }

    /// `None` if it is nothing that can be saved.
    fn parse(&self) -> Option<PointWrite> {
        let change = if self.remove {
            PointChange::Remove
        } else {
            PointChange::Put {
                round: self.round,
                kind: self.kind.parse().ok()?,
                text: PointText::parse(&self.text).ok()?,
                typing: if self.draft {
                    Typing::GoesOn
                } else {
                    Typing::Done
                },
            }
        };
        Some(PointWrite {
            id: self.id,
            point: self.point,
            seen: self.seen,
            change,
        })
    }
}

impl From<Written> for WriteAnswer {
    fn from(written: Written) -> Self {
        Self::Written {
            point: written.point,
            revision: written.revision,
            result: match written.result {
                WriteResult::Saved => "saved",
                WriteResult::KeptBoth => "kept both",
                WriteResult::NotRemoved => "not removed",
            },
        }
    }
}

/// Routes what tables send.
pub fn router(planner: Planner, assets: Assets) -> Router {
    Router::new()
        .route("/table/{token}/points", post(points))
        .with_state(Downloads::new(planner, assets))
}

async fn points(
    State(downloads): State<Downloads>,
    Path(token): Path<String>,
    request: Request,
) -> Response {
    let (parts, body) = request.into_parts();
    let body = to_bytes(body, MAX_BYTES).await;
    let request = Request::from_parts(parts, Body::empty());
    let mut response = downloads
        .answer(request, async move |planner, visit| {
            let body = body.map_err(|_| AppError::Unreadable)?;
            let sent: SentWrites =
                serde_json::from_slice(&body).map_err(|_| AppError::Unreadable)?;
            if sent.writes.len() > MAX_WRITES {
                return Err(AppError::Unreadable);
            }
            let access = TableAccess::new(&token, &visit.client);
            Ok(Json(save(&planner, &access, &sent.writes).await?))
        })
        .await;
    let headers = response.headers_mut();
    headers.insert(
        header::CACHE_CONTROL,
        HeaderValue::from_static("private, no-store"),
    );
    response
}

async fn save(
    planner: &Planner,
    access: &TableAccess,
    sent: &[Box<RawValue>],
) -> Result<Answer, PlannerError> {
    let parsed = sent.iter().map(|write| SentWrite::read(write)?.parse());
    let parsed: Vec<Option<PointWrite>> = parsed.collect();
    let writes: Vec<PointWrite> = parsed.iter().flatten().cloned().collect();
    let mut written = planner.write_points(access, &writes).await?.into_iter();
    let results = parsed
        .iter()
        .map(|write| match write.as_ref().and_then(|_| written.next()) {
            Some(Ok(written)) => written.into(),
            Some(Err(_)) | None => WriteAnswer::Refused { refused: true },
        })
        .collect();
    Ok(Answer { results })
}
