//! The versions of a plan. Every change appends one, under the event's lock; undoing and redoing move a pointer.

use model::{
    AgendaItemId, AuditAction, MemberId, PlanId, RegistrationId,
    cafe::{
        CafeKind, CafeSeating, CafeSetUp, Lock, PlanVersion, TableNumber, VersionCause, VersionHead,
    },
};
use store::{CafePlan, Reader, Tx};

use super::{
    Cafe, CafeProblem, load_cafe, load_facts, lock_cafe,
    quality::{broken_rules, quality_of, rules_against},
};
use crate::{
    Changes, Planner, PlannerError, Result,
    access::{EventAccess, Locked, Organises, Reads},
    audit::Who,
    plans::{self, RulePolicy, UndoSteps, plan_message},
};

/// A version in the list of a café's versions.
pub type ListedVersion = plans::ListedVersion<CafeKind>;

/// A version that is to be written.
#[derive(Debug, Clone)]
pub(crate) struct NewVersion {
    pub cause: VersionCause,
    /// The version that it is made from.
    pub parent: Option<u32>,
    pub seating: CafeSeating,
    pub locks: Vec<Lock>,
    /// What reproduces a plan of the solver.
    pub seed: Option<u64>,
    pub iterations: Option<u64>,
    pub member: Option<MemberId>,
}

/// Somebody who sits elsewhere in another version.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SeatDifference {
    pub person: RegistrationId,
    /// Counted from 1.
    pub round: u32,
    pub before: Option<TableNumber>,
    pub after: Option<TableNumber>,
}

/// Two versions of a plan.
#[derive(Debug, Clone)]
pub struct VersionComparison {
    pub cafe: Cafe,
    pub before: PlanVersion,
    pub after: PlanVersion,
    pub differences: Vec<SeatDifference>,
}

/// What became of the wish to take over stored seats.
pub type TakeOver = plans::TakeOver<CafeKind>;

/// Who sits elsewhere in the second seating.
pub fn seat_differences(before: &CafeSeating, after: &CafeSeating) -> Vec<SeatDifference> {
    let rounds = before.rounds.len().max(after.rounds.len());
    let new = after
        .people
        .iter()
        .filter(|person| before.position(**person).is_none());
    let people: Vec<RegistrationId> = before.people.iter().chain(new).copied().collect();
    let mut differences = Vec::new();
    for round in (1..).take(rounds) {
        for &person in &people {
            let (was, is) = (
                before.table_of(person, round),
                after.table_of(person, round),
            );
            if was != is {
                differences.push(SeatDifference {
                    person,
                    round,
                    before: was,
                    after: is,
                });
            }
        }
    }
    differences
}

impl Planner {
    /// Compares two versions of a plan.
    #[tracing::instrument(level = "debug", skip_all, fields(event = %access), err(level = "debug"))]
    pub async fn compare_cafe_versions(
        &self,
        access: &EventAccess<Reads>,
        item: Option<AgendaItemId>,
        (before, after): (u32, u32),
    ) -> Result<VersionComparison> {
        let (mut reader, cafe) = self.read_cafe(access, item).await?;
        let plan = require_plan(&cafe)?.id;
        let before = require_version(&mut reader, plan, before).await?;
        let after = require_version(&mut reader, plan, after).await?;
        Ok(VersionComparison {
            differences: seat_differences(&before.seating, &after.seating),
            before,
            after,
            cafe,
        })
    }

    /// Makes the version before the current one the current one. `Conflict` if the current one is not `seen`,
    /// `WrongState` if there is none before.
    pub async fn undo_plan_change(
        &self,
        access: &EventAccess<Organises>,
        item: Option<AgendaItemId>,
        seen: u32,
    ) -> Result<u32> {
        self.step(access, item, seen, |steps| steps.undo).await
    }

    /// Takes the last undoing back.
    pub async fn redo_plan_change(
        &self,
        access: &EventAccess<Organises>,
        item: Option<AgendaItemId>,
        seen: u32,
    ) -> Result<u32> {
        self.step(access, item, seen, |steps| steps.redo).await
    }

    #[tracing::instrument(level = "debug", skip_all, fields(event = %access), err(level = "debug"))]
    async fn step(
        &self,
        access: &EventAccess<Organises>,
        item: Option<AgendaItemId>,
        seen: u32,
        to: impl Fn(UndoSteps) -> Option<u32>,
    ) -> Result<u32> {
        let mut tx = self.store().begin().await?;
        let (right, cafe) = lock_cafe(&mut tx, access, item).await?;
        let plan = require_plan(&cafe)?;
        let number = plans::step(&mut tx, plan, seen, to).await?;
        self.note_event_part(&mut tx, &right, &cafe.event, AuditAction::PlanVersionMade)
            .await?;
        self.commit_plan(tx, plan).await?;
        Ok(number)
    }

    /// Makes a new version with the seats of an earlier one. `Conflict` if the plan is another one than `seen` by then.
    #[tracing::instrument(level = "debug", skip_all, fields(event = %access), err(level = "debug"))]
    pub async fn restore_plan_version(
        &self,
        access: &EventAccess<Organises>,
        item: Option<AgendaItemId>,
        (seen, rules): (u32, RulePolicy),
        number: u32,
    ) -> Result<TakeOver> {
        let mut tx = self.store().begin().await?;
        let (right, locked) = access.lock_with_network(&mut tx).await?;
        let (cafe, problem) = self.load_problem(&mut tx, locked, item).await?;
        let plan = require_plan(&cafe)?;
        if plan.current != Some(seen) {
            return Err(PlannerError::Conflict(Changes::Unknown));
        }
        let version = require_version(&mut tx, plan.id, number).await?;
        if rules == RulePolicy::Keep {
            let broken = rules_against(&cafe, &problem, &version.seating);
            if !broken.is_empty() {
                return Ok(TakeOver::WouldBreak(broken));
            }
        }
        let new = NewVersion {
            cause: VersionCause::Restored,
            parent: plan.current,
            seating: version.seating,
            locks: version.locks,
            seed: None,
            iterations: None,
            member: Some(right.member().id),
        };
        let made = self.append_version(&mut tx, &cafe, &problem, new).await?;
        self.commit_plan(tx, plan).await?;
        Ok(TakeOver::Taken(made))
    }

    /// Loads a café, whose event is locked, with its problem.
    pub(crate) async fn load_problem(
        &self,
        tx: &mut Tx,
        locked: Locked,
        item: Option<AgendaItemId>,
    ) -> Result<(Cafe, CafeProblem)> {
        let cafe = load_cafe(tx, locked.network, locked.event, item).await?;
        let facts = load_facts(tx, &cafe, self.now()).await?;
        let problem = cafe.problem(&facts);
        Ok((cafe, problem))
    }

    /// Writes a version and makes it the current one. The quality is that of its seats under the set-up that is
    /// edited, with the people who are registered now.
    pub(crate) async fn append_version(
        &self,
        tx: &mut Tx,
        cafe: &Cafe,
        problem: &CafeProblem,
        new: NewVersion,
    ) -> Result<u32> {
        let plan = require_plan(cafe)?;
        let number = self.insert_version(tx, cafe, problem, new).await?;
        tx.set_current_version(plan.id, number, number).await?;
        Ok(number)
    }

    /// Writes a version. The current one stays the current one.
    pub(crate) async fn insert_version(
        &self,
        tx: &mut Tx,
        cafe: &Cafe,
        problem: &CafeProblem,
        new: NewVersion,
    ) -> Result<u32> {
        let plan = require_plan(cafe)?;
        let seats = problem.seating(&new.seating);
        let broken = broken_rules(&plan.set_up, cafe, problem, &seats);
        let version = PlanVersion {
            head: VersionHead {
                plan: plan.id,
                number: tx.last_plan_version(plan.id).await? + 1,
                parent: new.parent,
                cause: new.cause,
                set_up: plan.revision,
                quality: quality_of(problem, &plan.set_up.goals, &seats, &broken),
                seed: new.seed,
                iterations: new.iterations,
                member: new.member,
                made_at: self.now(),
            },
            seating: problem.stored(&seats),
            locks: new.locks,
            broken,
        };
        tx.insert_plan_version(&version).await?;
        self.note_event_part(
            tx,
            new.member.map_or(Who::Planner, Who::Member),
            &cafe.event,
            AuditAction::PlanVersionMade,
        )
        .await?;
        Ok(version.head.number)
    }

    /// Commits a change of a plan and tells open boards.
    pub(crate) async fn commit_plan(&self, mut tx: Tx, plan: &CafePlan) -> Result<()> {
        let message = plan_message::<CafeKind>(&mut tx, plan.id).await?;
        self.commit_with_message(tx, message).await
    }
}

/// The set-up that a version was made from.
pub(super) async fn set_up_of(
    reader: &mut Reader,
    plan: &CafePlan,
    version: &VersionHead,
) -> Result<CafeSetUp> {
    if version.set_up == plan.revision {
        return Ok(plan.set_up.clone());
    }
    let set_up = reader.set_up(plan.id, version.set_up).await?;
    set_up.ok_or(PlannerError::NotFound)
}

/// The plan of a café. `WrongState` before its set-up is saved.
pub(crate) fn require_plan(cafe: &Cafe) -> Result<&CafePlan> {
    cafe.plan.as_ref().ok_or(PlannerError::WrongState)
}

/// A version of a plan. `NotFound` if there is none of this number.
pub(crate) async fn require_version(
    reader: &mut Reader,
    plan: PlanId,
    number: u32,
) -> Result<PlanVersion> {
    let version = reader.plan_version(plan, number).await?;
    version.ok_or(PlannerError::NotFound)
}
