//! Planning events: what the forms of the organiser's pages are sent to.

mod form;
mod local_datetime;
mod parse;
#[cfg(test)]
mod tests;

use model::{EventChange, EventDetails, EventId, Faults, Text};
use planner::{Changes, PlannerError, access::Organises, events::Effects};
use serde::{Deserialize, Serialize};

use super::authorise::organises_event;
use crate::{
    changes::event_changes,
    error::AppError,
    forms::SeeOther,
    visit::{planner, visit},
};

pub use form::{ContingentRow, EventForm};

/// Begins a draft.
pub async fn create_event(form: &EventForm) -> Result<SeeOther, AppError> {
    let caller = visit().signed_in()?;
    let network = form.network.parse().map_err(|_| AppError::NotFound)?;
    let right = caller.organises(network)?;
    let planner = planner();
    let details = form.parse(&planner.organisations(&right.reads()).await?)?;
    let from: Option<EventId> = form.from.parse().ok();
    let event = planner
        .create_event(&right, details, from)
        .await
        .map_err(|error| error.at_inputs(EventForm::input_of))?;
    Ok(SeeOther::page(format!(
        "/organise/events/{event}?saved=new"
    )))
}

/// Changes an event. Where people would be written to, it is said first to whom and what.
pub async fn change_event(form: &mut EventForm) -> Result<SeeOther, AppError> {
    let (event, right) = organises_event(&form.event).await?;
    let organisations = planner().organisations(&right.reads()).await?;
    let details = form.parse(&organisations)?;
    match save(&right, event, form, &details).await? {
        Saved::Yes => Ok(SeeOther::page(format!(
            "/organise/events/{event}?saved=changed"
        ))),
        Saved::AfterConfirmation(Effects {
            changes,
            recipients,
        }) => Err(AppError::Confirm {
            changes: event_changes(&changes, &organisations),
            recipients,
        }),
        Saved::Conflict(mut changes) => {
            let conflict = AppError::Conflict(event_changes(&changes, &organisations));
            // The next save would undo what somebody else changed in the fields that were not touched
            // here.
            changes.retain(|change| change.is_undone_by(&details));
            let stored = planner().planned_event(&right.reads(), event).await?.event;
            form.take_over(&changes, &EventForm::of(&stored));
            Err(conflict)
        }
    }
}

/// Whether an event was saved.
enum Saved {
    Yes,
    /// It writes to people, and that was not confirmed.
    AfterConfirmation(Effects),
    /// Somebody else changed the event meanwhile.
    Conflict(Vec<EventChange>),
}

async fn save(
    right: &Organises,
    event: EventId,
    form: &EventForm,
    details: &EventDetails,
) -> Result<Saved, AppError> {
    let revision = revision(&form.revision)?;
    let planner = planner();
    let saved = async {
        let effects = planner
            .effects_of_change(right, event, revision, details)
            .await?;
        if !effects.recipients.is_empty() && form.confirmed != "yes" {
            return Ok(Saved::AfterConfirmation(effects));
        }
        planner
            .change_event(right, event, revision, details.clone(), form.agenda())
            .await?;
        Ok(Saved::Yes)
    };
    match saved.await {
        Err(PlannerError::Conflict(Changes::Event(changes))) => Ok(Saved::Conflict(changes)),
        saved => Ok(saved.map_err(|error| error.at_inputs(EventForm::input_of))?),
    }
}

/// Which event something is done with.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct WhichEvent {
    pub event: String,
}

/// Makes a draft public.
pub async fn publish_event(form: &WhichEvent) -> Result<SeeOther, AppError> {
    let (event, right) = organises_event(&form.event).await?;
    planner().publish_event(&right, event).await?;
    Ok(SeeOther::page(format!(
        "/organise/events/{event}?saved=published"
    )))
}

/// Throws a draft away.
pub async fn discard_draft(form: &WhichEvent) -> Result<SeeOther, AppError> {
    let (event, right) = organises_event(&form.event).await?;
    planner().discard_draft(&right, event).await?;
    Ok(SeeOther::page("/organise?saved=discarded"))
}

/// Cancels an event.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct CancelEventForm {
    pub event: String,
    pub reason: String,
}

impl CancelEventForm {
    fn parse(&self) -> Result<Text<2_000>, Faults> {
        let mut faults = Faults::none();
        let reason = faults.keep("reason", Text::parse(&self.reason));
        faults.or(reason)
    }
}

/// Cancels a published event and tells everyone who is coming.
pub async fn cancel_event(form: &CancelEventForm) -> Result<SeeOther, AppError> {
    let (event, right) = organises_event(&form.event).await?;
    planner().cancel_event(&right, event, form.parse()?).await?;
    Ok(SeeOther::page(format!(
        "/organise/events/{event}?saved=cancelled"
    )))
}

/// The revision that a form was made from.
pub(crate) fn revision(text: &str) -> Result<i64, AppError> {
    text.parse().map_err(|_| AppError::Unreadable)
}
