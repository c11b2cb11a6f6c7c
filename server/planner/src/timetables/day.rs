//! The day of a conference, for the desk: who is where now.

use jiff::Timestamp;
use model::{Event, Network, Registration, RegistrationState, workshops::WorkshopVisit};
use store::Reader;

use super::{FreeTime, Roster, Timetables};
use crate::{
    Planner, Result,
    access::{EventAccess, Right},
    require::require_network,
};

/// The workshops of an event with everybody in them, as published or booked.
#[derive(Debug, Clone)]
pub struct WorkshopDay {
    pub network: Network,
    pub event: Event,
    /// `None` before an assignment is published, unless there are seats to book.
    pub rosters: Option<Vec<Roster>>,
    /// Everybody with a seat at the event, in the order of names.
    pub people: Vec<DayPerson>,
}

/// Somebody with their timetable.
#[derive(Debug, Clone)]
pub struct DayPerson {
    pub registration: Registration,
    pub visits: Vec<WorkshopVisit>,
    /// When they have no workshop, although they attend.
    pub free: Vec<FreeTime>,
}

impl WorkshopDay {
    /// The times of the slots, in their order.
    pub fn event_slots(&self) -> impl Iterator<Item = (Timestamp, Timestamp)> {
        let rosters = self.rosters.as_deref().unwrap_or_default();
        let mut last = None;
        rosters
            .iter()
            .map(|roster| (roster.begins, roster.ends))
            .filter(move |time| last.replace(*time) != Some(*time))
    }

    /// The time of the slot that the desk asks about: the one that goes on, or else the next one, or the last.
    pub fn present_slot(&self, now: Timestamp) -> Option<(Timestamp, Timestamp)> {
        let coming = self.event_slots().find(|(_, ends)| *ends > now);
        coming.or_else(|| self.event_slots().last())
    }
}

impl Planner {
    /// Who is in which workshop, as published or booked.
    #[tracing::instrument(level = "debug", skip_all, fields(event = %access), err(level = "debug"))]
    pub async fn workshop_day(&self, access: &EventAccess<impl Right>) -> Result<WorkshopDay> {
        let mut reader = self.store().read().await?;
        let (_, event) = access.read(&mut reader).await?;
        let network = require_network(&mut reader, event.network).await?;
        let people = people_of(&mut reader, &event).await?;
        let timetables = Timetables::read(&mut reader, &event).await?;
        let mut lists = reader.wishes_of_event(event.id).await?;
        Ok(WorkshopDay {
            rosters: (timetables.has_seats()).then(|| timetables.rosters(&people)),
            people: people
                .into_iter()
                .map(|registration| {
                    let visits = timetables.visits_of(&registration);
                    let list = lists.remove(&registration.id).unwrap_or_default();
                    DayPerson {
                        free: timetables.free_times(&visits, &list.missed_slots()),
                        visits,
                        registration,
                    }
                })
                .collect(),
            network,
            event,
        })
    }
}

/// Everybody with a seat at an event, in the order of names.
pub(crate) async fn people_of(reader: &mut Reader, event: &Event) -> Result<Vec<Registration>> {
    let mut people = reader.registrations_of(event.id).await?.rows;
    people.retain(|person| person.state == RegistrationState::Confirmed);
    Ok(people)
}
