//! The calendar entries of workshops: one for each workshop of a person, beside the event's. Those of seats that are booked
//! go out with the news of the booking.
//!
//! Each has a UID of its own, which follows from its offer, and goes out in a mail of its own: a calendar message has
//! one UID (RFC 5546 §3.2.2), and programs read one message from a mail.

use std::{collections::BTreeSet, sync::Arc};

use calendar::{CancelScope, ItipMessage};
use mail::{
    EventFacts, Letter, RemovalCause, SeriesPart, WorkshopFacts, WorkshopNews, WorkshopPage,
};
use model::{
    AgendaItemId, Event, EventState, Registration, RegistrationId, RegistrationState,
    workshops::{OfferKey, Programme, WorkshopVisit},
};

use super::{
    calendar_entry::{Disclosure, attendee},
    correspondence::Correspondence,
    notifications::Notification,
    outbox::{Mail, MailAbout},
    workshop_template::{workshop_template, workshop_uid},
    workshop_words::{timetable_facts, visit_facts, worded_changes},
};
use crate::{
    PlannerError, Result,
    access::Token,
    events::LockedEvent,
    timetables::{EntryChange, EntryScope, FreeTime, KnownVisits, Timetables, entry_changes},
};

/// Somebody whose calendar is brought up to date.
#[derive(Debug)]
pub(crate) struct WorkshopAttendee<'r> {
    pub registration: &'r Registration,
    /// What they were told.
    pub knows: Correspondence,
    /// The seats that they have booked.
    pub booked: Vec<OfferKey>,
}

/// What has just become of somebody's seat in a workshop, or of their place on its waiting list.
#[derive(Debug)]
pub(crate) struct SeatNews {
    /// The offer. `None`: only the waiting list, which is in no calendar.
    pub offer: Option<AgendaItemId>,
    pub news: WorkshopNews,
    pub workshop: WorkshopFacts,
    pub page: WorkshopPage,
}

impl SeatNews {
    /// Whether the person is told although their calendar does not change. What they did themselves they know.
    const fn is_told_without_entry(&self) -> bool {
        match self.news {
            WorkshopNews::MovedUp { .. }
            | WorkshopNews::SeatGiven { .. }
            | WorkshopNews::Withdrawn { .. }
            | WorkshopNews::CalledOff { .. }
            | WorkshopNews::GivenOtherwise { .. } => true,
            WorkshopNews::Booked { .. }
            | WorkshopNews::GivenBack
            | WorkshopNews::ChangedTo { .. } => false,
        }
    }
}

/// What the mails about the entries of one person share.
struct EntryMails<'e> {
    registration: &'e Registration,
    /// `None`: the person attends nothing any more.
    timetables: Option<&'e Timetables>,
    visits: &'e [WorkshopVisit],
    /// When they have no workshop, although they attend.
    free: &'e [FreeTime],
    /// `None` once the registration has ended.
    link: Option<&'e Token>,
}

impl LockedEvent<'_> {
    /// Brings the workshops in a person's calendar up to date: with what they attend, or with the end of the
    /// registration or of the event. Returns whether it wrote a mail. Doing it twice writes nothing twice.
    pub(crate) async fn enter_workshops(
        &mut self,
        registration: &Registration,
        knows: Correspondence,
    ) -> Result<bool> {
        if !self.writes_to(registration) {
            return Ok(false);
        }
        let booked = if self.attends_workshops(registration) {
            self.booked_by(registration.id).await?
        } else {
            Vec::new()
        };
        let attendee = WorkshopAttendee {
            registration,
            knows,
            booked,
        };
        self.enter_booked(attendee, EntryScope::All, Vec::new())
            .await
    }

    /// The same for somebody of whom the bookings are known. `news` says what has just happened to seats: the mails say
    /// it, too.
    pub(crate) async fn enter_booked(
        &mut self,
        attendee: WorkshopAttendee<'_>,
        scope: EntryScope,
        news: Vec<SeatNews>,
    ) -> Result<bool> {
        let WorkshopAttendee {
            registration,
            mut knows,
            booked,
        } = attendee;
        if !self.writes_to(registration) {
            return Ok(false);
        }
        let attends = self.attends_workshops(registration);
        let timetables = if attends {
            Some(self.timetables().await?)
        } else {
            None
        };
        let known = timetables.as_deref();
        let visits = known.map_or_else(Vec::new, |known| known.visits_with(registration, &booked));
        let changes = loop {
            let attended = KnownVisits {
                timetables: known,
                visits: &visits,
            };
            let entries = knows.workshop_entries();
            let changes = entry_changes(&entries, attended, scope, self.planner.now());
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
        let is_entered = !told.is_empty();
        let link = if attends && is_entered {
            let link = self.planner.new_personal_link(self.tx, registration.id);
            Some(link.await?)
        } else {
            None
        };
        let free = match known.filter(|_| is_entered) {
            Some(known) => self.free_times(registration, known, &visits).await?,
            None => Vec::new(),
        };
        let mails = EntryMails {
            registration,
            free: &free,
            timetables: known,
            visits: &visits,
            link: link.as_ref(),
        };
        let mut news = news;
        let count = told.len();
        for (index, change) in told.into_iter().enumerate() {
            let part = match (index, count) {
                (0, 1) => SeriesPart::Only,
                (0, _) => SeriesPart::First,
                _ => SeriesPart::Further,
            };
            let position = news.iter().position(|one| one.offer == Some(change.offer));
            let news = position.map(|position| news.swap_remove(position));
            self.tell_of_entry(&mails, (change, part), news).await?;
        }
        news.retain(SeatNews::is_told_without_entry);
        let is_told = is_entered || !news.is_empty();
        for SeatNews {
            news,
            workshop,
            page,
            ..
        } in news
        {
            let notification = Notification::Workshop {
                news,
                workshop,
                page,
            };
            self.write(registration, notification).await?;
        }
        Ok(is_told)
    }

    /// Whether a person can attend workshops.
    fn attends_workshops(&self, registration: &Registration) -> bool {
        registration.state == RegistrationState::Confirmed
            && self.event.state == EventState::Published
    }

    /// The seats that a person has booked. They are looked up only where there are any to book.
    async fn booked_by(&mut self, person: RegistrationId) -> Result<Vec<OfferKey>> {
        if !self.timetables().await?.programme().has_bookings() {
            return Ok(Vec::new());
        }
        let mut seats = self.tx.seats_booked_by(&[person]).await?;
        Ok(seats.remove(&person).unwrap_or_default())
    }

    /// When a person has no workshop, although they attend. Their wishes are looked up only if there may be such a time.
    async fn free_times(
        &mut self,
        registration: &Registration,
        known: &Timetables,
        visits: &[WorkshopVisit],
    ) -> Result<Vec<FreeTime>> {
        let free = known.free_times(visits, &BTreeSet::new());
        if free.is_empty() {
            return Ok(free);
        }
        let missed = self.tx.wishes(registration.id).await?.missed_slots();
        Ok(known.free_times(visits, &missed))
    }

    /// What people attend by the published assignment. It is looked up once.
    async fn timetables(&mut self) -> Result<Arc<Timetables>> {
        if let Some(known) = &self.timetables {
            return Ok(Arc::clone(known));
        }
        let known = Timetables::without_bookings(self.tx, &self.event).await?;
        Ok(Arc::clone(self.timetables.insert(Arc::new(known))))
    }

    /// The same from a programme that has been read.
    pub(crate) async fn know_programme(&mut self, programme: &Programme) -> Result<()> {
        if self.timetables.is_none() {
            let seating = Timetables::published_seating(self.tx, &self.event).await?;
            let known = Timetables::of(&self.event, programme.clone(), seating.as_ref());
            self.timetables = Some(Arc::new(known));
        }
        Ok(())
    }

    async fn tell_of_entry(
        &mut self,
        mails: &EntryMails<'_>,
        (change, part): (EntryChange, SeriesPart),
        news: Option<SeatNews>,
    ) -> Result<()> {
        let Some(visit) = change.after.as_ref().or(change.before.as_ref()) else {
            return Ok(());
        };
        let mailing = self.mailing()?;
        let (planner, event) = (self.planner, mailing.event());
        let registration = mails.registration;
        let language = registration.person.language;
        let cause = mails.removal_cause(event, change.offer, news.as_ref());
        let calendar = {
            let template = workshop_template(&self.network, event, visit, language)?;
            let (user, revision) = (attendee(registration)?, planner.revision(change.sequence));
            let message = match (&change.after, cause) {
                (Some(_), _) => template.request(&user, revision),
                (None, RemovalCause::EventCancelled | RemovalCause::CalledOff) => {
                    template.cancel(&user, revision, CancelScope::Event)
                }
                (None, _) => template.cancel(&user, revision, CancelScope::Attendee),
            };
            message.map_err(PlannerError::internal)?
        };
        let personal_link = mails.link.map(|token| match &news {
            Some(news) => planner.workshop_link(news.page, token, language),
            None => planner.person_link("registration", token, language),
        });
        let page = personal_link.clone().unwrap_or_else(|| planner.link("/"));
        let facts = mailing.facts(Disclosure::Public, &page);
        let letter = match news {
            Some(SeatNews {
                news,
                workshop,
                page,
                ..
            }) => Letter::Workshop {
                event: facts,
                news,
                workshop,
                page,
                personal_link: personal_link.unwrap_or_default(),
                calendar: Some(calendar),
            },
            None => mails.letter(
                (&change, visit, part),
                (event, facts),
                (cause, personal_link),
                calendar,
            ),
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
                entry: Some((workshop_uid(event, change.offer), change.sequence)),
                said: Some(serde_json::to_string(visit).map_err(PlannerError::internal)?),
            },
            references: change.references.clone(),
        };
        planner.queue(self.tx, mail).await.map(drop)
    }
}

impl EntryMails<'_> {
    /// Why an entry is removed, if it is.
    fn removal_cause(
        &self,
        event: &Event,
        offer: AgendaItemId,
        news: Option<&SeatNews>,
    ) -> RemovalCause {
        let is_called_off =
            news.is_some_and(|one| matches!(one.news, WorkshopNews::CalledOff { .. }));
        match (event.state, self.timetables) {
            (EventState::Cancelled, _) => RemovalCause::EventCancelled,
            (_, None) => RemovalCause::SeatLost,
            (_, Some(known)) if is_called_off || !known.takes_place(offer) => {
                RemovalCause::CalledOff
            }
            (_, Some(_)) => RemovalCause::TimetableChanged,
        }
    }

    /// The letter about an entry that changed without news of a seat.
    fn letter(
        &self,
        (change, visit, part): (&EntryChange, &WorkshopVisit, SeriesPart),
        (event, facts): (&Event, Arc<EventFacts>),
        (cause, personal_link): (RemovalCause, Option<String>),
        calendar: ItipMessage,
    ) -> Letter {
        let language = self.registration.person.language;
        let workshop = visit_facts(visit, event, language);
        let timetable = if part == SeriesPart::Further {
            Vec::new()
        } else {
            timetable_facts(self.visits, self.free, event, language)
        };
        if change.after.is_none() {
            return Letter::WorkshopRemoved {
                event: facts,
                workshop,
                cause,
                timetable,
                personal_link,
                calendar,
            };
        }
        let before = change.before.as_ref();
        Letter::WorkshopEntered {
            event: facts,
            workshop,
            changes: before.map_or_else(Vec::new, |before| {
                worded_changes(before, visit, event, language)
            }),
            timetable,
            part,
            personal_link: personal_link.unwrap_or_default(),
            calendar,
        }
    }
}
