//! The calendar entries of workshops: one for each workshop of a person, beside the event's.
//!
//! Each has a UID of its own, which follows from its offer, and goes out in a mail of its own: a calendar message has
//! one UID (RFC 5546 §3.2.2), and programs read one message from a mail.

use std::sync::Arc;

use calendar::{CancelScope, EventProperties, EventTemplate, ItipMessage};
use mail::{Letter, RemovalCause};
use model::{
    AgendaItemId, Event, EventState, Language, Network, Registration, RegistrationState,
    workshops::WorkshopVisit,
};

use super::{
    calendar_entry::{Disclosure, attendee, organizer},
    correspondence::Correspondence,
    outbox::{Mail, MailAbout},
    workshop_words::{visit_facts, who, worded_changes, workshop_times},
};
use crate::{
    PlannerError, Result,
    access::Token,
    events::LockedEvent,
    timetables::{EntryChange, Timetables, entry_changes},
};

impl LockedEvent<'_> {
    /// Brings the workshops in a person's calendar up to date: with the published timetable, or with the end of the
    /// registration or of the event. Returns whether it wrote a mail. Doing it twice writes nothing twice.
    pub(crate) async fn enter_workshops(
        &mut self,
        registration: &Registration,
        mut knows: Correspondence,
    ) -> Result<bool> {
        if !self.writes_to(registration) {
            return Ok(false);
        }
        let attends = registration.state == RegistrationState::Confirmed
            && self.event.state == EventState::Published;
        let timetables = if attends {
            self.timetables().await?
        } else {
            None
        };
        if attends && timetables.is_none() {
            // Nobody knows a timetable: an earlier one may have been withdrawn, and nobody is told about that.
            return Ok(false);
        }
        let changes = loop {
            let changes = entry_changes(
                &knows.workshop_entries(),
                (timetables.as_deref(), registration),
                self.planner.now(),
            );
            let replaces: Vec<_> = (changes.iter())
                .flat_map(|change| change.replaces.iter().copied())
                .collect();
            if self.drop_mails(&replaces, &mut knows).await? {
                break changes;
            }
            // A worker began to send one of them: it may arrive.
            knows = self.correspondence(registration).await?;
        };
        let told: Vec<EntryChange> = changes.into_iter().filter(EntryChange::is_told).collect();
        if told.is_empty() {
            return Ok(false);
        }
        let link = if attends {
            let link = self.planner.new_personal_link(self.tx, registration.id);
            Some(link.await?)
        } else {
            None
        };
        let visits = timetables.map_or_else(Vec::new, |known| known.visits_of(registration));
        for change in told {
            self.tell_of_entry(registration, change, (&visits, link.as_ref()))
                .await?;
        }
        Ok(true)
    }

    /// What people attend, as far as they know it. It is looked up once.
    async fn timetables(&mut self) -> Result<Option<Arc<Timetables>>> {
        if let Some(known) = self.timetables.get() {
            return Ok(known.clone());
        }
        let published = Timetables::published(self.tx, &self.event).await?;
        let known = self.timetables.get_or_init(|| published.map(Arc::new));
        Ok(known.clone())
    }

    async fn tell_of_entry(
        &mut self,
        registration: &Registration,
        change: EntryChange,
        (visits, link): (&[WorkshopVisit], Option<&Token>),
    ) -> Result<()> {
        let EntryChange {
            before,
            after,
            sequence,
            ..
        } = change;
        let Some(visit) = after.as_ref().or(before.as_ref()) else {
            return Ok(());
        };
        let mailing = self.mailing()?;
        let (planner, event) = (self.planner, mailing.event());
        let language = registration.person.language;
        let template = workshop_template(&self.network, event, visit, language)?;
        let (user, revision) = (attendee(registration)?, planner.revision(sequence));
        let message = match &after {
            Some(_) => template.request(&user, revision),
            None if event.state == EventState::Cancelled => {
                template.cancel(&user, revision, CancelScope::Event)
            }
            None => template.cancel(&user, revision, CancelScope::Attendee),
        };
        let calendar: ItipMessage = message.map_err(PlannerError::internal)?;
        let personal_link = link.map(|token| planner.person_link("registration", token, language));
        let page = personal_link.clone().unwrap_or_else(|| planner.link("/"));
        let facts = mailing.facts(Disclosure::Public, &page);
        let workshop = visit_facts(visit, event, language);
        let timetable = visits
            .iter()
            .map(|visit| visit_facts(visit, event, language))
            .collect();
        let letter = match (&before, &after) {
            (_, None) => Letter::WorkshopRemoved {
                event: facts,
                workshop,
                cause: match (event.state, registration.state) {
                    (EventState::Cancelled, _) => RemovalCause::EventCancelled,
                    (_, RegistrationState::Confirmed) => RemovalCause::TimetableChanged,
                    _ => RemovalCause::SeatLost,
                },
                timetable,
                personal_link,
                calendar,
            },
            (before, Some(after)) => Letter::WorkshopEntered {
                event: facts,
                workshop,
                changes: before.as_ref().map_or_else(Vec::new, |before| {
                    worded_changes(before, after, event, language)
                }),
                timetable,
                personal_link: personal_link.unwrap_or_default(),
                calendar,
            },
        };
        let mail = Mail {
            letter,
            sender: mailing.sender(),
            name: registration.confirmed_name(),
            address: registration.person.address.clone(),
            language,
            about: MailAbout::Registration {
                event: event.id,
                registration: registration.id,
                event_revision: None,
                entry: Some((workshop_uid(event, visit.offer), sequence)),
                said: Some(serde_json::to_string(visit).map_err(PlannerError::internal)?),
            },
            references: None,
        };
        planner.queue(self.tx, mail).await
    }
}

/// The template of the calendar messages and files about a workshop. Its place is its room, and that of the event where
/// it has none.
pub(crate) fn workshop_template(
    network: &Network,
    event: &Event,
    visit: &WorkshopVisit,
    language: Language,
) -> Result<EventTemplate> {
    let (start, end) = workshop_times(visit, event);
    let title = event.details.title.to_string();
    let description: Vec<String> = who(visit, language).into_iter().chain([title]).collect();
    EventTemplate::new(&EventProperties {
        uid: workshop_uid(event, visit.offer),
        start,
        end,
        summary: visit.title.clone(),
        description: description.join("\n\n"),
        location: (visit.room.clone()).or_else(|| event.details.place.in_one_line()),
        url: None,
        organizer: organizer(network, event)?,
    })
    .map_err(PlannerError::internal)
}

/// The UID of a workshop's calendar entry: the same for everybody, in invitation and download, for all its life.
fn workshop_uid(event: &Event, offer: AgendaItemId) -> String {
    let host = event.calendar_uid.rsplit_once('@').map(|(_, host)| host);
    format!("{offer}@{}", host.unwrap_or_default())
}
