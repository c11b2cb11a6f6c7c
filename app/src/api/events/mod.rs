//! Planning events: what the forms of the organiser's pages are sent to.

mod form;
mod local_datetime;
mod parse;
#[cfg(test)]
mod tests;
mod words;

use model::{EventId, Fault, Faults, Organisation, Text};
use planner::{Change, access::Organises, events::untouched};
use serde::{Deserialize, Serialize};

use super::authorise::organises_event;
use crate::{
    error::AppError,
    forms::SeeOther,
    visit::{planner, visit},
};

use words::in_words;

pub(crate) use parse::number;

pub use form::{ContingentRow, EventForm};

/// Begins a draft.
pub async fn create_event(form: &EventForm) -> Result<SeeOther, AppError> {
    let caller = visit().signed_in()?;
    let network = form.network.parse().map_err(|_| AppError::NotFound)?;
    let right = caller.organises(network)?;
    let planner = planner();
    let details = form.parse(&planner.organisations(&right.reads()).await?)?;
    let from: Option<EventId> = form.from.parse().ok();
    let event = planner.create_event(&right, details, from).await?;
    Ok(SeeOther::page(format!(
        "/organise/events/{event}?saved=new"
    )))
}

/// Changes an event. Where people would be written to, it is said first to whom and what.
pub async fn change_event(form: &mut EventForm) -> Result<SeeOther, AppError> {
    let (event, right) = organises_event(&form.event).await?;
    let organisations = planner().organisations(&right.reads()).await?;
    match save(&right, event, form, &organisations).await {
        Ok(()) => Ok(SeeOther::page(format!(
            "/organise/events/{event}?saved=changed"
        ))),
        Err(error) => {
            if let AppError::Conflict(changes) = &error {
                take_over(&right, event, form, &organisations, changes).await?;
            }
            Err(in_words(error, &organisations))
        }
    }
}

async fn save(
    right: &Organises,
    event: EventId,
    form: &EventForm,
    organisations: &[Organisation],
) -> Result<(), AppError> {
    let details = form.parse(organisations)?;
    let revision = revision(&form.revision)?;
    let planner = planner();
    let effects = planner
        .effects_of_change(right, event, revision, &details)
        .await?;
    if !effects.recipients.is_empty() && form.confirmed != "yes" {
        return Err(AppError::Confirm(effects));
    }
    planner
        .change_event(right, event, revision, details, form.agenda())
        .await?;
    Ok(())
}

/// After a conflict the form comes back with what somebody else changed in the fields that were not
/// touched here: the next save would undo it.
async fn take_over(
    right: &Organises,
    event: EventId,
    form: &mut EventForm,
    organisations: &[Organisation],
    changes: &[Change],
) -> Result<(), AppError> {
    let untouched = untouched(&form.parse(organisations)?, changes);
    let stored = planner().planned_event(&right.reads(), event).await?.event;
    *form = form
        .clone()
        .taking_over(&untouched, &EventForm::of(&stored));
    Ok(())
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
        let reason = Text::parse(&self.reason).and_then(|reason| {
            if reason.is_empty() {
                Err(Fault::Missing)
            } else {
                Ok(reason)
            }
        });
        let reason = faults.keep("reason", reason);
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
