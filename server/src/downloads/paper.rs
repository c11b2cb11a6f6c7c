//! A café's papers as a PDF.

use app::{Download, Downloads, PaperPart, papers_of};
use axum::{
    extract::{Path, Query, Request, State},
    response::Response,
};
use model::{AgendaItemId, EventId};
use planner::{PlannerError, cafes::PaperChoice};
use serde::Deserialize;
use ui::error::AppError;

/// What is printed. Each part that is asked for has a value; without any, all are.
#[derive(Debug, Deserialize)]
pub struct PaperQuery {
    item: Option<AgendaItemId>,
    version: Option<u32>,
    changed: Option<u32>,
    /// The secret of the links that signs show as codes.
    sheet: Option<String>,
    cards: Option<String>,
    signs: Option<String>,
    tables: Option<String>,
    names: Option<String>,
}

impl PaperQuery {
    fn parts(&self) -> Vec<PaperPart> {
        let asked = |part: &PaperPart| match part {
            PaperPart::Cards => self.cards.is_some(),
            PaperPart::Signs => self.signs.is_some(),
            PaperPart::Tables => self.tables.is_some(),
            PaperPart::Names => self.names.is_some(),
        };
        let parts: Vec<PaperPart> = PaperPart::ALL.into_iter().filter(asked).collect();
        if parts.is_empty() {
            PaperPart::ALL.to_vec()
        } else {
            parts
        }
    }
}

/// `/organise/events/{event}/cafe/paper.pdf`
pub async fn pdf(
    State(downloads): State<Downloads>,
    Path(event): Path<String>,
    Query(asked): Query<PaperQuery>,
    request: Request,
) -> Response {
    downloads
        .answer(request, async move |planner, visit| {
            let event: EventId = event.parse().map_err(|_| AppError::NotFound)?;
            let principal = visit.signed_in()?;
            let choice = PaperChoice {
                version: asked.version,
                changed_since: asked.changed,
            };
            let access = principal.reads_event(event);
            let paper = planner.cafe_paper(&access, asked.item, choice).await?;
            let number = match &paper.version {
                Some(version) => version.head.number,
                None => return Err(AppError::NotFound),
            };
            let links = match &asked.sheet {
                Some(sheet) if !sheet.is_empty() => {
                    let access = principal.organises_event(event);
                    let shown = planner
                        .table_links(&access, asked.item, Some(sheet))
                        .await?;
                    shown.tables
                }
                _ => Vec::new(),
            };
            let of = if asked.changed.is_some() {
                "-changed"
            } else {
                ""
            };
            let name = format!("{}-{number}{of}.pdf", paper.cafe.event.slug);
            // The cards of 500 people take a while: other requests go on meanwhile.
            let written = tokio::task::spawn_blocking(move || {
                ::paper::pdf(&papers_of(&paper, &links, &asked.parts()))
            });
            let bytes = written.await.map_err(PlannerError::internal)?;
            Ok(Download {
                content_type: "application/pdf",
                name,
                bytes: bytes.map_err(PlannerError::internal)?,
            })
        })
        .await
}
