//! Form actions of planning an event.

mod form;
pub(super) mod local_datetime;
mod parse;
#[cfg(test)]
mod tests;

use model::{EventId, Faults, Text};
use planner::{
    Changes, PlannerError,
    access::{EventAccess, Organises},
    events::ChangeOutcome,
};
use serde::{Deserialize, Serialize};
use ui::{
    changes::event_changes,
    error::AppError,
    forms::SeeOther,
    visit::{planner, visit},
};

use super::{authorise::organises_event, jobs::running_job};

pub use form::{ContingentRow, EventForm, MORE_ROWS};
pub(super) use local_datetime::{Entered, refuse_past, shown};

/// Creates a draft.
pub async fn create_event(form: &EventForm) -> Result<SeeOther, AppError> {
    if form.action == MORE_ROWS {
        return Err(AppError::Preview);
    }
    let principal = visit().signed_in()?;
    let network = form.network.parse().map_err(|_| AppError::NotFound)?;
    let right = principal.organises(network)?;
    let planner = planner();
    let from: Option<EventId> = form.from.parse().ok();
    let event = planner
        .create_event(&right, from, |partners| form.parse(partners))
        .await
        .map_err(|error| error.at_inputs(EventForm::input_of))?;
    Ok(SeeOther::page(format!(
        "/organise/events/{event}?saved=new"
    )))
}

/// Changes an event. Fails with [`AppError::Confirm`] if the change sends mails that the organiser has not
/// confirmed.
pub async fn change_event(form: &mut EventForm) -> Result<SeeOther, AppError> {
    if form.action == MORE_ROWS {
        return Err(AppError::Preview);
    }
    let (event, access) = organises_event(&form.event)?;
    let revision = revision(&form.revision)?;
    let planner = planner();
    let saved = planner
        .change_event(&access, revision, form.save_options(), |partners| {
            form.parse(partners)
        })
        .await;
    match saved {
        Ok(ChangeOutcome::Saved) => after(event, &access, "changed").await,
        Ok(ChangeOutcome::ToBeConfirmed(effects)) => {
            let planned = planner.planned_event(&access).await?;
            Err(AppError::Confirm {
                changes: event_changes(&effects.changes, &planned.organisations),
                recipients: effects.recipients,
                can_be_silent: effects.can_be_silent(),
            })
        }
        Err(PlannerError::Conflict(Changes::Event(mut changes))) => {
            let planned = planner.planned_event(&access).await?;
            let organisations = &planned.organisations;
            let conflict = AppError::Conflict(event_changes(&changes, organisations));
            // Without this, the next save would undo changes by somebody else in fields that this person did
            // not touch.
            let details = form.parse(organisations)?;
            changes.retain(|change| change.is_undone_by(&details));
            form.take_over(&changes, &EventForm::of(&planned.event));
            Err(conflict)
        }
        Err(error) => Err(error.at_inputs(EventForm::input_of).into()),
    }
}

/// A form with the id of an event only.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct EventIdForm {
    pub event: String,
}

/// Publishes a draft.
pub async fn publish_event(form: &EventIdForm) -> Result<SeeOther, AppError> {
    let (event, access) = organises_event(&form.event)?;
    planner().publish_event(&access).await?;
    after(event, &access, "published").await
}

/// Discards a draft.
pub async fn discard_draft(form: &EventIdForm) -> Result<SeeOther, AppError> {
    let (_, access) = organises_event(&form.event)?;
    let network = planner().discard_draft(&access).await?;
    Ok(SeeOther::page(format!(
        "/organise?network={network}&saved=discarded"
    )))
}

/// The form that cancels an event.
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

/// Cancels a published event and notifies its participants.
pub async fn cancel_event(form: &CancelEventForm) -> Result<SeeOther, AppError> {
    let (event, access) = organises_event(&form.event)?;
    planner().cancel_event(&access, form.parse()?).await?;
    after(event, &access, "cancelled").await
}

/// Leads to the event, or to the job of the change that still writes to people.
async fn after(
    event: EventId,
    access: &EventAccess<Organises>,
    saved: &str,
) -> Result<SeeOther, AppError> {
    let running = running_job(event, access, saved).await?;
    Ok(
        running
            .unwrap_or_else(|| SeeOther::page(format!("/organise/events/{event}?saved={saved}"))),
    )
}

/// Parses the revision that a form was rendered from.
pub(crate) fn revision(text: &str) -> Result<i64, AppError> {
    text.parse().map_err(|_| AppError::Unreadable)
}
