//! What organisers and helpers do to points.

use model::{EventId, Fault, Faults, HarvestPoint, Line, PointId, PointState, PointText};
use planner::{
    access::{EventAccess, Helps},
    cafes::harvest::PointEdit,
};
use serde::{Deserialize, Serialize};
use ui::{error::AppError, forms::SeeOther, visit::planner};

use super::harvest_path;
use crate::api::{authorise::helps_event, reorder::MoveForm};

/// A point with its values as typed.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct EditPointForm {
    pub event: String,
    /// The item of the agenda; empty for the event's only café.
    pub item: String,
    pub point: String,
    pub revision: String,
    pub text: String,
    pub kind: String,
    pub topic: String,
    pub heading: String,
    /// The topic and the heading that the page began with.
    pub seen_topic: String,
    pub seen_heading: String,
}

impl EditPointForm {
    /// The stored values.
    pub fn of(point: &HarvestPoint) -> Self {
        let topic = point.topic.to_string();
        let heading = point
            .heading
            .as_ref()
            .map_or_else(String::new, ToString::to_string);
        Self {
            point: point.id.to_string(),
            text: point.text.as_str().to_owned(),
            kind: point.kind.to_string(),
            seen_topic: topic.clone(),
            seen_heading: heading.clone(),
            topic,
            heading,
            ..Self::default()
        }
    }

    fn parse(&self) -> Result<PointEdit, Faults> {
        let mut faults = Faults::none();
        let text = faults.keep("text", PointText::parse(&self.text));
        let kind = faults.keep("kind", self.kind.parse().map_err(|_| Fault::NoChoice));
        let topic = faults.keep("topic", self.topic.parse().map_err(|_| Fault::NoSuchChoice));
        let heading = faults.keep("heading", Line::optional(&self.heading));
        let seen_topic = faults.keep(
            "topic",
            self.seen_topic.parse().map_err(|_| Fault::NoSuchChoice),
        );
        let seen_heading = faults.keep("heading", Line::optional(&self.seen_heading));
        let seen = faults.keep(
            "revision",
            self.revision.parse().map_err(|_| Fault::NoNumber),
        );
        let edit = (|| {
            Some(PointEdit {
                seen: seen?,
                text: text?,
                kind: kind?,
                topic: topic?,
                heading: heading?,
                seen_place: (seen_topic?, seen_heading?),
            })
        })();
        faults.or(edit)
    }
}

/// A point, and what is to become of it.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct PointActionForm {
    pub event: String,
    pub item: String,
    pub point: String,
    /// Its new state.
    pub state: String,
    /// The point that it is merged into.
    pub into: String,
    /// The point that the page goes on at when this one is left out; empty for none.
    pub next: String,
}

impl PointActionForm {
    fn parse(&self) -> Result<(EventId, EventAccess<Helps>, PointId), AppError> {
        let (event, access) = helps_event(&self.event)?;
        let point = self.point.parse().map_err(|_| AppError::NotFound)?;
        Ok((event, access, point))
    }
}

/// Changes a point.
pub async fn edit_point(form: &EditPointForm) -> Result<SeeOther, AppError> {
    let (event, access) = helps_event(&form.event)?;
    let point = form.point.parse().map_err(|_| AppError::NotFound)?;
    planner().edit_point(&access, point, form.parse()?).await?;
    Ok(at_point(event, &form.item, &form.point))
}

/// Leaves a point out, or takes it in again.
pub async fn show_point(form: &PointActionForm) -> Result<SeeOther, AppError> {
    let (event, access, point) = form.parse()?;
    let state: PointState = form.state.parse().map_err(|_| AppError::Unreadable)?;
    planner().show_point(&access, point, state).await?;
    Ok(match (state, form.next.parse::<PointId>()) {
        (PointState::Shown, _) => at_point(event, &form.item, &form.point),
        (_, Ok(next)) => at_point(event, &form.item, &next.to_string()),
        (_, Err(_)) => SeeOther::page(harvest_path(event, &form.item, "")),
    })
}

/// Adds the text of a point to another one's. The next page is that of the other one, whose text may want tidying.
pub async fn merge_points(form: &PointActionForm) -> Result<SeeOther, AppError> {
    let (event, access, point) = form.parse()?;
    let mut faults = Faults::none();
    let into = form.into.parse().map_err(|_| Fault::NoChoice);
    let into = faults.keep("into", into);
    let into: PointId = faults.or(into)?;
    planner().merge_points(&access, point, into).await?;
    let page = format!("/points/{into}");
    Ok(SeeOther::page(harvest_path(event, &form.item, &page)))
}

/// Moves a point within its topic. The list is named `event:item`.
pub async fn move_point(form: &MoveForm) -> Result<SeeOther, AppError> {
    let (event, item) = form.list.split_once(':').unwrap_or((&form.list, ""));
    let (event, access) = helps_event(event)?;
    let (point, place) = form.parse()?;
    planner().move_point(&access, point, place).await?;
    let page = harvest_path(event, item, "");
    Ok(SeeOther::page(format!("{page}#{}", form.anchor("point"))))
}

fn at_point(event: EventId, item: &str, point: &str) -> SeeOther {
    SeeOther::page(format!("{}#point-{point}", harvest_path(event, item, "")))
}
