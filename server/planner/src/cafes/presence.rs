//! The day of a café: who is missing, who walked in.

use std::collections::{HashMap, HashSet};

use jiff::Timestamp;
use model::{
    AgendaItemId, Answers, AuditAction, EmailAddress, EventState, Person, PlanId, Registration,
    RegistrationId, RegistrationState, Source,
    cafe::{Attendance, PlanVersion, TableNumber},
};
use store::{AttendanceMark, Reader};

use super::{
    Cafe, CafePerson,
    latecomers::seats_for_latecomers,
    load_cafe, require_plan, require_version, reseated,
    rounds::{needs_card, rounds_begun, rounds_now, tables_without_host},
};
use crate::{
    Planner, PlannerError, Result,
    access::{EventAccess, Helps, Organises, Right},
    audit::Who,
    events::LockedEvent,
    registrations::{AddedPerson, SeatClaim},
};

/// A café on its day.
#[derive(Debug, Clone)]
pub struct CafeDay {
    pub cafe: Cafe,
    pub plan: PlanId,
    /// What people hold in their hands: the published version, or else the one that is edited.
    pub version: Option<PlanVersion>,
    pub is_published: bool,
    /// Who is not there in all rounds.
    pub marks: HashMap<RegistrationId, AttendanceMark>,
    /// How many rounds have begun.
    pub begun: u32,
    /// The round whose tables people look for: the one that is on, or that they change to.
    pub round: u32,
    /// Where people who are there and have no table in that round can sit, while the café is on.
    pub latecomers: HashMap<RegistrationId, TableNumber>,
    /// Who sits elsewhere than in the version that was published before.
    pub reseated: Option<Reseated>,
    /// People on the waiting list of the event, the first in line first.
    pub waiting: Vec<CafePerson>,
}

/// The people whose cards changed with the last publication.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reseated {
    /// The version that was published before.
    pub before: u32,
    pub since: Timestamp,
    pub people: Vec<RegistrationId>,
}

/// Somebody's part in the day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DayState {
    There,
    /// Has not come, or is gone from a round on.
    Missing,
    /// Is there, and has no table in a coming round.
    WithoutTable,
}

impl CafeDay {
    /// In which rounds a person is there.
    pub fn attendance(&self, person: RegistrationId) -> Attendance {
        let mark = self.marks.get(&person);
        mark.map_or(Attendance::WHOLE, |mark| mark.attendance)
    }

    /// A person's part in the day, from the next round on; during the last one, in that.
    pub fn state_of(&self, person: RegistrationId) -> DayState {
        let attendance = self.attendance(person);
        let rounds = self.rounds();
        if attendance.is_gone(self.next_round().min(rounds)) {
            return DayState::Missing;
        }
        let has_table = |round| {
            let seating = self.version.as_ref().map(|version| &version.seating);
            seating.is_some_and(|seating| seating.table_of(person, round).is_some())
        };
        let mut coming = (self.next_round()..=rounds).filter(|round| attendance.is_there(*round));
        if coming.all(has_table) {
            DayState::There
        } else {
            DayState::WithoutTable
        }
    }

    /// Whether somebody is there now: in the round whose tables people look for, and not gone for good.
    pub fn is_there_now(&self, person: RegistrationId) -> bool {
        self.state_of(person) != DayState::Missing && self.attendance(person).is_there(self.round)
    }

    /// How many people are there now.
    pub fn count_there(&self) -> usize {
        let people = self.cafe.people.iter();
        people.filter(|person| self.is_there_now(person.id)).count()
    }

    /// The rules that the plan in people's hands breaks.
    pub fn broken_rules(&self) -> usize {
        let version = self.version.as_ref();
        version.map_or(0, |version| version.broken.len())
    }

    /// Whether somebody who is not missing is so in a round that comes later, or joins after the next one.
    pub fn is_there_in_part(&self, person: RegistrationId) -> bool {
        let attendance = self.attendance(person);
        let mut coming = self.next_round()..=self.rounds();
        self.state_of(person) != DayState::Missing
            && coming.any(|round| !attendance.is_there(round))
    }

    /// How many rounds there are.
    pub fn rounds(&self) -> u32 {
        self.cafe.set_up().rounds.count
    }

    /// How many people there are in each state.
    pub fn count(&self, state: DayState) -> usize {
        let people = self.cafe.people.iter();
        people
            .filter(|person| self.state_of(person.id) == state)
            .count()
    }

    /// The round from which somebody who leaves now is missing.
    pub const fn next_round(&self) -> u32 {
        self.begun + 1
    }

    /// Whether tables are planned for people who are not there in one of the coming rounds, or come no more.
    pub fn has_empty_seats(&self) -> bool {
        let Some(version) = &self.version else {
            return false;
        };
        let expected = self.expected();
        let coming = || self.next_round()..=self.rounds();
        version.seating.people.iter().any(|person| {
            coming().any(|round| {
                version.seating.table_of(*person, round).is_some() && !expected(*person, round)
            })
        })
    }

    /// The tables whose host is not there in one of the coming rounds.
    pub fn without_host(&self) -> Vec<TableNumber> {
        tables_without_host(&self.cafe.set_up(), self.begun, self.expected())
    }

    /// Tells whether somebody has a seat at the event and is there in a round.
    fn expected(&self) -> impl Fn(RegistrationId, u32) -> bool {
        let here: HashSet<RegistrationId> = self.cafe.people.iter().map(|one| one.id).collect();
        move |person, round| here.contains(&person) && self.attendance(person).is_there(round)
    }
}

/// Whose cards changed with the last publication. `None` if it was the first, or changed nobody's.
async fn reseated_since(reader: &mut Reader, version: &PlanVersion) -> Result<Option<Reseated>> {
    let (plan, number) = (version.head.plan, version.head.number);
    let publications = reader.plan_publications(plan).await?;
    let last = publications.iter().find(|(one, _)| *one == number);
    let before = publications.iter().find(|(one, _)| *one != number);
    let (Some((_, since)), Some((before, _))) = (last, before) else {
        return Ok(None);
    };
    let seating = require_version(reader, plan, *before).await?.seating;
    let people = reseated(&seating, &version.seating);
    Ok((!people.is_empty()).then_some(Reseated {
        before: *before,
        since: *since,
        people,
    }))
}

impl Planner {
    /// A café on its day. `WrongState` before it has a set-up.
    #[tracing::instrument(level = "debug", skip_all, fields(event = %access), err(level = "debug"))]
    pub async fn cafe_day(
        &self,
        access: &EventAccess<impl Right>,
        item: Option<AgendaItemId>,
    ) -> Result<CafeDay> {
        let (mut reader, cafe) = self.read_cafe(access, item).await?;
        let plan = require_plan(&cafe)?;
        let (id, published) = (plan.id, plan.published);
        let number = published.map(|(number, _)| number).or(plan.current);
        let version = match number {
            Some(number) => Some(require_version(&mut reader, id, number).await?),
            None => None,
        };
        let marks = reader.attendance(id).await?;
        let waiting = reader.waiting(cafe.event.id).await?.rows;
        let organisations = reader.organisations(cafe.event.network).await?.rows;
        let (begun, round, is_on) = rounds_now(&mut reader, &cafe, self.now()).await?;
        let marks: HashMap<_, _> = marks.into_iter().map(|mark| (mark.person, mark)).collect();
        let latecomers = match &version {
            Some(version) if is_on => seats_for_latecomers(&cafe, &version.seating, &marks, round),
            _ => HashMap::new(),
        };
        let mut reseated = match (&version, published) {
            (Some(version), Some(_)) => reseated_since(&mut reader, version).await?,
            _ => None,
        };
        if let Some(reseated) = &mut reseated {
            // Whoever is not there any more gets no card.
            let rounds = cafe.set_up().rounds.count;
            let seating = version.as_ref().map(|version| &version.seating);
            reseated.people.retain(|person| {
                let mark = marks.get(person);
                needs_card(begun, rounds, |round| {
                    mark.is_none_or(|mark| mark.attendance.is_there(round))
                        && seating.is_some_and(|seats| seats.table_of(*person, round).is_some())
                })
            });
        }
        let reseated = reseated.filter(|reseated| !reseated.people.is_empty());
        Ok(CafeDay {
            plan: id,
            version,
            is_published: published.is_some(),
            marks,
            begun,
            round,
            latecomers,
            reseated,
            waiting: waiting
                .into_iter()
                .map(|registration| CafePerson::new(registration, &organisations))
                .collect(),
            cafe,
        })
    }

    /// Marks somebody as missing from a round on; from the first one: they did not come.
    #[tracing::instrument(level = "debug", skip_all, fields(event = %access), err(level = "debug"))]
    pub async fn mark_missing(
        &self,
        access: &EventAccess<Helps>,
        item: Option<AgendaItemId>,
        person: RegistrationId,
        from: u32,
    ) -> Result<()> {
        self.change_attendance(access, item, person, |attendance, _| {
            Ok(attendance.missing_from(from))
        })
        .await
    }

    /// Says in which rounds somebody is there, also of those that are over. `NotFound` if they are no rounds of the café.
    #[tracing::instrument(level = "debug", skip_all, fields(event = %access), err(level = "debug"))]
    pub async fn set_attendance(
        &self,
        access: &EventAccess<Helps>,
        item: Option<AgendaItemId>,
        person: RegistrationId,
        attendance: Attendance,
    ) -> Result<()> {
        self.change_attendance(access, item, person, |_, rounds| {
            let fits = attendance.fits(rounds);
            fits.then_some(attendance).ok_or(PlannerError::NotFound)
        })
        .await
    }

    /// Takes the mark back: the person is there after all.
    #[tracing::instrument(level = "debug", skip_all, fields(event = %access), err(level = "debug"))]
    pub async fn mark_present(
        &self,
        access: &EventAccess<Helps>,
        item: Option<AgendaItemId>,
        person: RegistrationId,
    ) -> Result<()> {
        self.change_attendance(access, item, person, |attendance, _| {
            Ok(attendance.staying())
        })
        .await
    }

    async fn change_attendance(
        &self,
        access: &EventAccess<Helps>,
        item: Option<AgendaItemId>,
        person: RegistrationId,
        change: impl FnOnce(Attendance, u32) -> Result<Attendance> + Send,
    ) -> Result<()> {
        let mut tx = self.store().begin().await?;
        let (right, locked) = access.lock_with_network(&mut tx).await?;
        let mut event = LockedEvent::new(self, &mut tx, locked);
        let plan = event.require_plan(item).await?;
        let (plan, rounds) = (plan.id, plan.set_up.rounds.count);
        let is_here = event.tx.registration(person).await?.is_some_and(|found| {
            found.event == event.event.id && found.state == RegistrationState::Confirmed
        });
        if !is_here {
            return Err(PlannerError::NotFound);
        }
        let marks = event.tx.attendance(plan).await?;
        let known = marks.iter().find(|mark| mark.person == person);
        let before = known.map_or(Attendance::WHOLE, |mark| mark.attendance);
        let after = change(before, rounds)?;
        if after == before {
            return Ok(());
        }
        let by = (right.member().id, self.now());
        event.tx.mark_attendance(plan, person, after, by).await?;
        let who = Who::Member(right.member().id);
        event
            .note(person, who, AuditAction::AttendanceMarked)
            .await?;
        self.commit(tx).await
    }

    /// The address of somebody who has none.
    pub fn stand_in_address(&self) -> EmailAddress {
        let unique: RegistrationId = self.new_id();
        EmailAddress::stand_in(unique)
    }

    /// Registers somebody who walked in. They get a seat, or a place on the waiting list if the event is full, and a
    /// mail if they have an address. In a café that has begun they are there from the next round on.
    #[tracing::instrument(level = "debug", skip_all, fields(event = %access), err(level = "debug"))]
    pub async fn add_walk_in(
        &self,
        access: &EventAccess<Organises>,
        item: Option<AgendaItemId>,
        person: Person,
    ) -> Result<Registration> {
        let mut tx = self.store().begin().await?;
        let (right, mut event) = self.lock_event(&mut tx, access).await?;
        let plan = event.require_plan(item).await?.id;
        let added = AddedPerson {
            person,
            answers: Answers::default(),
        };
        let who = Who::from(&right);
        let registration = event.add(added, Source::Organiser, who).await?;
        let by = (right.member().id, self.now());
        event.join(plan, item, &registration, by).await?;
        self.commit(tx).await?;
        Ok(registration)
    }

    /// Gives somebody who waits for a seat at the event one, and lets them join the café. `NoSeat` if there is none.
    #[tracing::instrument(level = "debug", skip_all, fields(event = %access), err(level = "debug"))]
    pub async fn admit_waiting(
        &self,
        access: &EventAccess<Organises>,
        item: Option<AgendaItemId>,
        person: RegistrationId,
    ) -> Result<()> {
        let mut tx = self.store().begin().await?;
        let (right, mut event) = self.lock_event(&mut tx, access).await?;
        let plan = event.require_plan(item).await?.id;
        let registration = event.tx.registration(person).await?;
        let registration = registration
            .filter(|found| found.event == event.event.id)
            .ok_or(PlannerError::NotFound)?;
        if event.event.state != EventState::Published {
            return Err(PlannerError::WrongState);
        }
        let claim = SeatClaim::new(registration, Who::from(&right));
        let seated = event.allocator().give(claim).await?;
        let by = (right.member().id, self.now());
        event.join(plan, item, &seated.registration, by).await?;
        self.commit(tx).await
    }
}

impl LockedEvent<'_> {
    /// Lets a person with a new seat join a café that has begun, from the next round on.
    async fn join(
        &mut self,
        plan: PlanId,
        item: Option<AgendaItemId>,
        registration: &Registration,
        by: (model::MemberId, Timestamp),
    ) -> Result<()> {
        let cafe = load_cafe(self.tx, self.network.clone(), self.event.clone(), item).await?;
        let begun = rounds_begun(self.tx, &cafe, self.planner.now()).await?;
        if begun == 0 || registration.state != RegistrationState::Confirmed {
            return Ok(());
        }
        let joined = Attendance::joining(begun + 1);
        self.tx
            .mark_attendance(plan, registration.id, joined, by)
            .await?;
        Ok(())
    }
}
