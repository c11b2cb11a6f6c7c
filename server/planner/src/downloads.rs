//! Calendar files to download.

use calendar::{FileEntry, Status};
use model::{Event, EventState, RegistrationState};

use crate::{
    Planner, PlannerError, Result,
    mail::{Disclosure, ways_as_text, workshop_template},
    registrations::{OpenEvent, PersonalPage},
};

impl Planner {
    /// The event as an `.ics` file for everybody who may see its page. Its UID is the invitation's.
    pub fn event_calendar(&self, open: &OpenEvent) -> Result<Vec<u8>> {
        let event = FileEntry {
            template: self.event_template(&open.network, &open.event, Disclosure::Public)?,
            revision: self.revision(open.event.sequence),
            status: status(&open.event, Status::Confirmed),
        };
        calendar::file(&[event]).map_err(PlannerError::internal)
    }

    /// The event and the person's workshops as an `.ics` file, with the parts that only people with a seat see. Whoever
    /// does not come has none.
    pub fn personal_calendar(&self, page: &PersonalPage) -> Result<Vec<u8>> {
        let PersonalPage {
            open, registration, ..
        } = page;
        let (disclosure, takes_place) = match registration.state {
            RegistrationState::Confirmed => (Disclosure::Seated, Status::Confirmed),
            RegistrationState::Waitlisted | RegistrationState::Pending => {
                (Disclosure::Public, Status::Tentative)
            }
            RegistrationState::Cancelled | RegistrationState::Declined => {
                return Err(PlannerError::NotFound);
            }
        };
        let sequence = registration
            .invitation_sequence
            .unwrap_or(open.event.sequence);
        let language = registration.person.language;
        let zone = open.event.details.time_zone.rules();
        let note = ways_as_text(&page.cafes.ways, language, zone);
        let template = self.event_template(&open.network, &open.event, disclosure)?;
        let mut entries = vec![FileEntry {
            template: template.with_note(&note),
            revision: self.revision(sequence),
            status: status(&open.event, takes_place),
        }];
        for (visit, sequence) in &page.workshops.visits {
            let template = workshop_template(&open.network, &open.event, visit, language)?;
            entries.push(FileEntry {
                template,
                revision: self.revision(*sequence),
                status: status(&open.event, Status::Confirmed),
            });
        }
        calendar::file(&entries).map_err(PlannerError::internal)
    }
}

/// The status if the event takes place, else cancelled.
const fn status(event: &Event, takes_place: Status) -> Status {
    match event.state {
        EventState::Cancelled => Status::Cancelled,
        EventState::Draft | EventState::Published => takes_place,
    }
}
