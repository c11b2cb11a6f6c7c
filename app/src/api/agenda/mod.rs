//! The agenda: what its forms are sent to.

mod form;

use jiff::tz::TimeZone;
use leptos::prelude::*;
use model::{EventId, SessionId, SessionKind, local};
use planner::{Change, PlannerError, access::Organises, events::AgendaMove};
use serde::{Deserialize, Serialize};

use self::form::along;
use super::{order::MoveForm, right::organises_event};
use crate::{
    post::{Posted, SeeOther},
    text::{Named, t},
    told::Told,
    visit::planner,
};

pub use form::SessionForm;

/// Adds an item.
#[server(prefix = "/do", endpoint = "add-session", protocol = Posted<SessionForm>)]
pub async fn add_session(form: SessionForm) -> Result<SeeOther, Told> {
    let (event, right) = organises_event(&form.event).await?;
    let new = form.parse(&zone_of(&right, event).await?)?;
    let session = planner()
        .add_session(&right, event, new, form.along())
        .await?;
    Ok(changed(event, session, &format!("session-{session}")))
}

/// Changes an item, and moves those after it if asked.
#[server(prefix = "/do", endpoint = "change-session", protocol = Posted<SessionForm>)]
pub async fn change_session(form: SessionForm) -> Result<SeeOther, Told> {
    let (event, right) = organises_event(&form.event).await?;
    let session: SessionId = form.session.parse().map_err(|_| Told::NotFound)?;
    let new = form.parse(&zone_of(&right, event).await?)?;
    let planner = planner();
    if form.seen.is_empty() {
        // Somebody removed it meanwhile, and the page said so: to save it again puts it back.
        let only_this = AgendaMove::OnlyThis;
        let session = planner.add_session(&right, event, new, only_this).await?;
        return Ok(changed(event, session, &format!("session-{session}")));
    }
    let seen = form.seen()?;
    let outcome = planner.change_session(&right, event, session, &seen, new, form.along());
    match outcome.await {
        Ok(()) => Ok(changed(event, session, &format!("session-{session}"))),
        Err(PlannerError::NotFound) => Err(Told::Conflict(vec![Change {
            field: "title".to_owned(),
            before: seen.title.to_string(),
            after: t!("agenda-gone"),
        }])),
        Err(PlannerError::Conflict(changes)) => {
            Err(Told::Conflict(changes.into_iter().map(in_words).collect()))
        }
        Err(error) => Err(error.into()),
    }
}

/// Puts an item elsewhere in the order.
#[server(prefix = "/do", endpoint = "move-session", protocol = Posted<MoveForm>)]
pub async fn move_session(form: MoveForm) -> Result<SeeOther, Told> {
    let (event, right) = organises_event(&form.event).await?;
    let (session, place) = form.parse()?;
    planner()
        .place_session(&right, event, session, place)
        .await?;
    Ok(changed(event, session, &form.anchor("session")))
}

/// Which item is removed.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct RemoveSessionForm {
    pub event: String,
    pub session: String,
    /// Whether those after it move up.
    pub along: Option<String>,
}

/// Removes an item.
#[server(prefix = "/do", endpoint = "remove-session", protocol = Posted<RemoveSessionForm>)]
pub async fn remove_session(form: RemoveSessionForm) -> Result<SeeOther, Told> {
    let (event, right) = organises_event(&form.event).await?;
    let session = form.session.parse().map_err(|_| Told::NotFound)?;
    let along = along(form.along.as_ref());
    match planner()
        .remove_session(&right, event, session, along)
        .await
    {
        // Somebody else was faster: it is gone, as was asked.
        Ok(()) | Err(PlannerError::NotFound) => Ok(SeeOther::page(format!(
            "/organise/events/{event}/agenda?done=removed"
        ))),
        Err(error) => Err(error.into()),
    }
}

/// Back to the agenda, where the item is marked.
fn changed(event: EventId, session: SessionId, anchor: &str) -> SeeOther {
    SeeOther::page(format!(
        "/organise/events/{event}/agenda?changed={session}#{anchor}"
    ))
}

/// A change as a person reads it: the kinds by the names the screens give them.
fn in_words(change: Change) -> Change {
    let name = |word: String| word.parse().map_or(word, |kind: SessionKind| kind.name());
    match change.field.as_str() {
        "kind" => Change {
            before: name(change.before),
            after: name(change.after),
            ..change
        },
        _ => change,
    }
}

async fn zone_of(right: &Organises, event: EventId) -> Result<TimeZone, Told> {
    let event = planner().planned_event(&right.reads(), event).await?.event;
    // A stored zone is known.
    Ok(local::zone(event.details.time_zone.as_str()).unwrap_or(TimeZone::UTC))
}
