//! The personal link: a participant sees, changes and cancels the registration without an account. What
//! a participant can change, an organiser can correct.

use std::collections::BTreeSet;

use jiff::Timestamp;
use mail::WayBack;
use model::{
    Answers, AuditAction, Event, EventId, EventState, Faults, Language, Line, Question,
    Registration, RegistrationChange, RegistrationState,
    cafe::CafeWay,
    workshops::{OfferKey, Programme, WorkshopVisit},
};
use store::{Reader, Tx};

use super::{
    event_seats::{Departure, SeatClaim},
    register::OpenEvent,
};
use crate::{
    Changes, Planner, PlannerError, Result,
    access::{LinkAccess, Organises, Purpose, RegistrationAccess},
    assignments::swaps_offered_to,
    audit::{About, AuditEntry, Edit, Who, changes_of},
    cafes::ShownPlans,
    events::LockedEvent,
    mail::{Correspondence, Notification},
    timetables::{EntryHistory, FreeTime, Timetables},
    workshops::OwnBookings,
};

/// The content of the personal page.
#[derive(Debug, Clone)]
pub struct PersonalPage {
    pub open: OpenEvent,
    pub registration: Registration,
    /// The place on the waiting list, from 1; while the person waits.
    pub position: Option<u32>,
    /// What the person sees of the plans of cafés.
    pub cafes: PersonalCafes,
    /// The workshops that the person attends or leads.
    pub workshops: PersonalTimetable,
    /// The person's seats in workshops. `None` if nothing is booked for this event.
    pub bookings: Option<OwnBookings>,
}

/// The workshops of a person, by the published assignment and as they have booked them.
#[derive(Debug, Clone, Default)]
pub struct PersonalTimetable {
    /// Whether an assignment is published. Somebody who came later may have no workshop in it.
    pub is_published: bool,
    /// In the order of their times, each with the last SEQUENCE of its calendar entry.
    pub visits: Vec<(WorkshopVisit, u32)>,
    /// When the person has no workshop, although they attend.
    pub free: Vec<FreeTime>,
    /// The swaps that others offer to the person. `None`: participants may not swap.
    pub swaps: Option<usize>,
}

impl PersonalTimetable {
    async fn of(
        reader: &mut Reader,
        (open, programme): (&OpenEvent, &Programme),
        (registration, bookings): (&Registration, Option<&OwnBookings>),
        now: Timestamp,
    ) -> Result<Self> {
        let event = &open.event;
        if registration.state != RegistrationState::Confirmed {
            return Ok(Self::default());
        }
        let seating = Timetables::published_seating(reader, event).await?;
        let timetables = Timetables::of(event, programme.clone(), seating.as_ref());
        let booked: Vec<OfferKey> = bookings.map_or_else(Vec::new, |own| own.seats().collect());
        let visits = timetables.visits_with(registration, &booked);
        let mails = if visits.is_empty() {
            Vec::new()
        } else {
            reader.sent_mails(registration.id).await?
        };
        let entries = Correspondence::new(mails).workshop_entries();
        let sequence = |visit: &WorkshopVisit| {
            let entry = entries.get(&visit.offer);
            entry.and_then(EntryHistory::sequence).unwrap_or(0)
        };
        let allows_swaps = event.state == EventState::Published
            && (open.wishes.as_ref()).is_some_and(|wishes| wishes.allows_swaps);
        let swaps = match seating.filter(|_| allows_swaps && !visits.is_empty()) {
            Some(seating) => {
                let of = (&open.network, event);
                Some(swaps_offered_to(reader, of, registration.id, &seating, now).await?)
            }
            None => None,
        };
        let mut free = timetables.free_times(&visits, &BTreeSet::new());
        if !free.is_empty() {
            let missed = reader.wishes(registration.id).await?.missed_slots();
            free = timetables.free_times(&visits, &missed);
        }
        Ok(Self {
            free,
            is_published: timetables.has_assignment(),
            swaps,
            visits: visits
                .into_iter()
                .map(|visit| {
                    let sequence = sequence(&visit);
                    (visit, sequence)
                })
                .collect(),
        })
    }
}

/// What somebody sees of the published plans of cafés: their own way, and nobody else's.
#[derive(Debug, Clone, Default)]
pub struct PersonalCafes {
    /// Whether plans are published. Somebody who came later may have no way in them.
    pub are_published: bool,
    pub ways: Vec<CafeWay>,
    /// When the ways were changed last, and what they were before.
    pub changed: Option<(Timestamp, Vec<CafeWay>)>,
}

impl PersonalCafes {
    async fn of(
        reader: &mut Reader,
        event: &Event,
        registration: &Registration,
        now: Timestamp,
    ) -> Result<Self> {
        if registration.state != RegistrationState::Confirmed {
            return Ok(Self::default());
        }
        let shown = ShownPlans::published(reader, event).await?;
        let shown = shown.by_clocks(reader, event, now).await?;
        let ways = shown.ways_of(registration.id);
        let changed = if ways.is_empty() {
            None
        } else {
            let mails = reader.sent_mails(registration.id).await?;
            Correspondence::new(mails).last_way_change()
        };
        Ok(Self {
            are_published: !shown.is_empty(),
            ways,
            changed,
        })
    }
}

/// The changeable part of a registration. Address and organisation decide about seats and mails: to change
/// those, a person registers anew.
#[derive(Debug, Clone)]
pub struct PersonalChange {
    pub given_name: Line<200>,
    pub family_name: Line<200>,
    pub language: Language,
    pub answers: Answers,
    /// The revision that the change was made from.
    pub revision: i64,
}

impl Planner {
    /// The registration that a personal link was sent for.
    #[tracing::instrument(level = "debug", skip_all, err(level = "debug"))]
    pub async fn personal_page(&self, access: &LinkAccess) -> Result<PersonalPage> {
        let (mut reader, opened) = self.read_by_link(access, Purpose::Manage).await?;
        let (registration, event) = opened.right.read(&mut reader).await?;
        let position = match registration.state {
            RegistrationState::Waitlisted => Some(reader.waiting_before(&registration).await? + 1),
            _ => None,
        };
        let cafes = PersonalCafes::of(&mut reader, &event, &registration, self.now()).await?;
        let open = OpenEvent::read(&mut reader, event).await?;
        let (mut workshops, mut bookings) = (PersonalTimetable::default(), None);
        // Most events have no workshops.
        if !reader.slots(open.event.id).await?.is_empty() {
            let programme = reader.programme(open.event.id).await?;
            bookings = OwnBookings::read(&mut reader, &programme, &registration).await?;
            let (of, person) = ((&open, &programme), (&registration, bookings.as_ref()));
            workshops = PersonalTimetable::of(&mut reader, of, person, self.now()).await?;
        }
        Ok(PersonalPage {
            open,
            registration,
            position,
            cafes,
            workshops,
            bookings,
        })
    }

    /// Changes names, language and answers. `parse` reads the form against the event's questions. Gives
    /// the language, if it is another one now.
    #[tracing::instrument(level = "debug", skip_all, err(level = "debug"))]
    pub async fn change_own_registration(
        &self,
        access: &LinkAccess,
        parse: impl FnOnce(&[Question]) -> Result<PersonalChange, Faults> + Send,
    ) -> Result<Option<Language>> {
        let (mut tx, opened) = self.begin_by_link(access, Purpose::Manage).await?;
        let (registration, event) = opened.right.read(&mut tx).await?;
        let edited = Edited::read(&mut tx, event, registration).await?;
        let change = parse(&edited.questions)?;
        // An organiser may put the list of who was there right afterwards.
        if edited.event.is_over(self.now()) {
            return Err(PlannerError::WrongState);
        }
        let language = change.language;
        self.change_details(&mut tx, Who::Participant, &edited, change)
            .await?;
        let before = &edited.registration;
        if before.address_confirmed_at.is_none() {
            // Somebody else entered them. Whoever has the link reads the mails to the address.
            let now = self.now();
            tx.confirm_registration(before.id, now).await?;
            tx.confirm_contacts(&[before.id], now).await?;
        }
        self.commit(tx).await?;
        Ok((language != edited.registration.person.language).then_some(language))
    }

    /// Corrects names, language or answers for somebody. Nobody is written to. `parse` reads the form
    /// against the event's questions. Gives the event that the registration is for.
    #[tracing::instrument(level = "debug", skip_all, fields(registration = %access), err(level = "debug"))]
    pub async fn correct_registration(
        &self,
        access: &RegistrationAccess<Organises>,
        parse: impl FnOnce(&[Question]) -> Result<PersonalChange, Faults> + Send,
    ) -> Result<EventId> {
        let mut tx = self.store().begin().await?;
        let (right, registration, event) = access.read(&mut tx).await?;
        let edited = Edited::read(&mut tx, event, registration).await?;
        let change = parse(&edited.questions)?;
        self.change_details(&mut tx, Who::from(&right), &edited, change)
            .await?;
        self.commit(tx).await?;
        Ok(edited.event.id)
    }

    pub(super) async fn change_details(
        &self,
        tx: &mut Tx,
        who: Who,
        edited: &Edited,
        change: PersonalChange,
    ) -> Result<()> {
        let before = &edited.registration;
        if !before.state.is_active() || edited.event.state == EventState::Cancelled {
            return Err(PlannerError::WrongState);
        }
        let asked = match who {
            Who::Participant => edited.questions.clone(),
            Who::Member(_) | Who::Operator | Who::Planner => edited
                .questions
                .iter()
                .cloned()
                .map(Question::asked_of_organiser)
                .collect(),
        };
        let answers = change.answers.checked(&asked)?;
        let change = PersonalChange { answers, ..change };
        let seen = change.revision;
        if seen != before.revision {
            let lines = tx.audit_of_registration(before.id).await?.rows;
            let since = lines.into_iter().filter(|line| line.revision > Some(seen));
            let changes = Changes::Registration(changes_of(since.collect()));
            return Err(PlannerError::Conflict(changes));
        }
        let after = edited.with(change);
        if !tx.update_registration_details(&after, seen).await? {
            return Err(PlannerError::Conflict(Changes::Unknown));
        }
        let changes = RegistrationChange::between(before, &after, &edited.questions);
        let about = About {
            network: edited.event.network,
            event: Some(edited.event.id),
            registration: Some(after.id),
            contact: None,
        };
        let entry = AuditEntry {
            who,
            about,
            action: AuditAction::RegistrationChanged,
            edit: Some(Edit::new(&changes, after.revision)?),
        };
        self.note(tx, entry).await?;
        self.correct_contact(tx, who, (before, &after)).await
    }

    /// Cancels the registration. The seat goes to the first person waiting, who is notified.
    #[tracing::instrument(level = "debug", skip_all, err(level = "debug"))]
    pub async fn cancel_own_registration(&self, access: &LinkAccess) -> Result<()> {
        let (mut tx, opened) = self.begin_by_link(access, Purpose::Manage).await?;
        let (locked, registration) = opened.right.lock(&mut tx).await?;
        if registration.state == RegistrationState::Cancelled {
            return Ok(());
        }
        // A cancelled event's invitations are taken back already.
        if locked.event.state == EventState::Cancelled || locked.event.is_over(self.now()) {
            return Err(PlannerError::WrongState);
        }
        let way_back = self.way_back(&mut tx, &locked.event, &registration).await?;
        let claim = SeatClaim::new(registration, Who::Participant);
        let departure = Departure {
            into: RegistrationState::Cancelled,
            notification: Notification::RegistrationCancelled { way_back },
        };
        let mut event = LockedEvent::new(self, &mut tx, locked);
        event.allocator().release(claim, departure).await?;
        self.commit(tx).await
    }

    /// How somebody who leaves can register once more: a free seat goes to those who wait first.
    async fn way_back(
        &self,
        reader: &mut Reader,
        event: &Event,
        leaves: &Registration,
    ) -> Result<WayBack> {
        if !event.registration_is_open(self.now()) {
            return Ok(WayBack::Organiser);
        }
        if event.details.capacity.is_none() || event.details.is_by_approval() {
            return Ok(WayBack::Form);
        }
        let counts = reader.count_registrations(event.id).await?;
        let is_waited_for = leaves.state == RegistrationState::Waitlisted || counts.waitlisted > 0;
        Ok(if is_waited_for {
            WayBack::WaitingList
        } else {
            WayBack::Form
        })
    }
}

/// A registration with what its form is read against.
pub(super) struct Edited {
    event: Event,
    questions: Vec<Question>,
    registration: Registration,
}

impl Edited {
    async fn read(reader: &mut Reader, event: Event, registration: Registration) -> Result<Self> {
        Ok(Self {
            questions: reader.questions(event.id).await?.rows,
            event,
            registration,
        })
    }

    /// A registration of an event, of whose questions only these are answered.
    pub const fn of(event: Event, questions: Vec<Question>, registration: Registration) -> Self {
        Self {
            event,
            questions,
            registration,
        }
    }

    /// The registration after a change, with its next revision.
    fn with(&self, change: PersonalChange) -> Registration {
        let mut after = self.registration.clone();
        after.person.given_name = change.given_name;
        after.person.family_name = change.family_name;
        after.person.language = change.language;
        let before = &self.registration.answers;
        after.answers = change.answers.keeping(before, &self.questions);
        after.revision += 1;
        after
    }
}
