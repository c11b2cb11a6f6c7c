//! Calendar files to download.

use calendar::Status;
use model::{Event, EventState, Registration, RegistrationState};

use crate::{
    Planner, PlannerError, Result,
    mail::Disclosure,
    registrations::{OpenEvent, PersonalPage},
};

impl Planner {
    /// The event as an `.ics` file for everybody who may see its page. Its UID is the invitation's.
    pub fn event_calendar(&self, open: &OpenEvent) -> Result<Vec<u8>> {
        let template = self.event_template(&open.network, &open.event, Disclosure::Public)?;
        let revision = self.revision(open.event.sequence);
        let message = template
            .publish(revision, status(&open.event, None))
            .map_err(PlannerError::internal)?;
        Ok(message.bytes)
    }

    /// The event as an `.ics` file for one person, with the parts that only people with a seat see.
    pub fn personal_calendar(&self, page: &PersonalPage) -> Result<Vec<u8>> {
        let PersonalPage {
            open, registration, ..
        } = page;
        let disclosure = match registration.state {
            RegistrationState::Confirmed => Disclosure::Seated,
            _ => Disclosure::Public,
        };
        let sequence = registration
            .invitation_sequence
            .unwrap_or(open.event.sequence);
        let template = self.event_template(&open.network, &open.event, disclosure)?;
        let status = status(&open.event, Some(registration));
        let message = template
            .publish(self.revision(sequence), status)
            .map_err(PlannerError::internal)?;
        Ok(message.bytes)
    }
}

/// Confirmed with a seat, tentative without one, cancelled with the event or the registration.
fn status(event: &Event, registration: Option<&Registration>) -> Status {
    match (
        event.state,
        registration.map(|registration| registration.state),
    ) {
        (EventState::Cancelled, _)
        | (_, Some(RegistrationState::Cancelled | RegistrationState::Declined)) => {
            Status::Cancelled
        }
        (_, Some(RegistrationState::Waitlisted | RegistrationState::Pending)) => Status::Tentative,
        _ => Status::Confirmed,
    }
}
