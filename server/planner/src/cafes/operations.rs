//! Changes of a plan by hand.
//!
//! A change names the version it was made on. If another one is edited by then, it is tried on that one: it is
//! made if the people concerned sit where they sat and no rule breaks, and refused otherwise.

use groups::rotate::{ProblemLayout, Seating};
use model::{
    AgendaItemId,
    cafe::{BrokenRule, Lock, VersionCause},
};

use super::{
    CafeProblem, Evaluator, SeatDifference, SeatMove, quality::RuleWords, require_plan,
    require_version, seat_differences, versions::NewVersion,
};
use crate::{
    Changes, Planner, PlannerError, Result,
    access::{EventAccess, Organises},
    plans::RulePolicy,
};

/// A change of a plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PlanChange {
    Seat(SeatMove),
    /// Keeps the solver from changing a seat, a table or a round. Changes by hand stay possible.
    Lock(Lock),
    Unlock(Lock),
}

/// A change of a plan that somebody asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PlanEdit {
    /// The version that it was made on.
    pub seen: u32,
    pub change: PlanChange,
    pub rules: RulePolicy,
}

/// What became of a change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum EditOutcome {
    /// It is in the version `number`. `tried_on` is the version that was current: not the one that was seen, if
    /// somebody else changed the plan meanwhile.
    Made { number: u32, tried_on: u32 },
    /// It would break these rules, and nobody said that it may.
    WouldBreak(Vec<BrokenRule>),
    /// The plan was changed meanwhile, and the change no longer fits. Holds what was changed.
    Outdated(Vec<SeatDifference>),
}

impl Planner {
    /// Changes a plan by hand. A new version has the change.
    #[tracing::instrument(level = "debug", skip_all, fields(event = %access), err(level = "debug"))]
    pub async fn edit_plan(
        &self,
        access: &EventAccess<Organises>,
        item: Option<AgendaItemId>,
        edit: PlanEdit,
    ) -> Result<EditOutcome> {
        let mut tx = self.store().begin().await?;
        let (right, locked) = access.lock_with_network(&mut tx).await?;
        let (cafe, problem) = self.load_problem(&mut tx, locked, item).await?;
        let plan = require_plan(&cafe)?;
        let number = plan.current.ok_or(PlannerError::WrongState)?;
        let current = require_version(&mut tx, plan.id, number).await?;
        let meanwhile = if number == edit.seen {
            None
        } else {
            let seen = require_version(&mut tx, plan.id, edit.seen).await?;
            Some(seat_differences(&seen.seating, &current.seating))
        };
        let made = |new| EditOutcome::Made {
            number: new,
            tried_on: number,
        };
        let mut new = NewVersion {
            cause: VersionCause::Moved,
            parent: Some(number),
            seating: current.seating.clone(),
            locks: current.locks.clone(),
            seed: None,
            iterations: None,
            member: Some(right.member().id),
        };
        match edit.change {
            PlanChange::Seat(change) => {
                let layout = ProblemLayout::new(&problem.problem);
                let words = RuleWords {
                    set_up: &plan.set_up,
                    cafe: &cafe,
                    problem: &problem,
                };
                let seats = problem.seating(&current.seating);
                let mut evaluator = Evaluator::new(words, &layout, seats);
                let tried = try_change(&mut evaluator, change, edit.rules, meanwhile);
                match tried {
                    Tried::Fits(seats) => {
                        new.seating = problem.stored(&seats);
                        new.cause = cause_of(change);
                    }
                    Tried::Refused(outcome) => return Ok(outcome),
                    Tried::Nothing => return Err(PlannerError::WrongState),
                }
            }
            PlanChange::Lock(lock) if !new.locks.contains(&lock) => {
                if !exists(&problem, lock) {
                    return Err(PlannerError::NotFound);
                }
                new.locks.push(lock);
                new.locks.sort_unstable();
                new.cause = VersionCause::Locked;
            }
            PlanChange::Unlock(lock) if new.locks.contains(&lock) => {
                new.locks.retain(|one| *one != lock);
                new.cause = VersionCause::Locked;
            }
            // Somebody else did the same.
            PlanChange::Lock(_) | PlanChange::Unlock(_) => return Ok(made(number)),
        }
        let new = self.append_version(&mut tx, &cafe, &problem, new).await?;
        self.commit_plan(tx, plan).await?;
        Ok(made(new))
    }

    /// Begins a plan without seats, to be filled by hand. Hosts, fixed seats, what is locked and the rounds that have begun
    /// are there already.
    #[tracing::instrument(level = "debug", skip_all, fields(event = %access), err(level = "debug"))]
    pub async fn empty_plan(
        &self,
        access: &EventAccess<Organises>,
        item: Option<AgendaItemId>,
        seen: Option<u32>,
    ) -> Result<u32> {
        let mut tx = self.store().begin().await?;
        let (right, locked) = access.lock_with_network(&mut tx).await?;
        let (cafe, problem) = self.load_problem(&mut tx, locked, item).await?;
        let plan = require_plan(&cafe)?;
        if plan.current != seen {
            return Err(PlannerError::Conflict(Changes::Unknown));
        }
        let (mut kept, mut locks) = (problem.clone(), Vec::new());
        if let Some(current) = plan.current {
            let version = require_version(&mut tx, plan.id, current).await?;
            kept.lock(&version.locks, &version.seating);
            locks = version.locks;
        }
        let new = NewVersion {
            cause: VersionCause::Empty,
            parent: plan.current,
            seating: problem.stored(&given_seats(&kept)),
            locks,
            seed: None,
            iterations: None,
            member: Some(right.member().id),
        };
        let made = self.append_version(&mut tx, &cafe, &problem, new).await?;
        self.commit_plan(tx, plan).await?;
        Ok(made)
    }
}

/// A change that was tried.
enum Tried {
    Fits(Seating),
    Refused(EditOutcome),
    /// It names somebody or something that is gone, or changes nothing.
    Nothing,
}

fn try_change(
    evaluator: &mut Evaluator<'_>,
    change: SeatMove,
    rules: RulePolicy,
    meanwhile: Option<Vec<SeatDifference>>,
) -> Tried {
    let is_overtaken = meanwhile.as_ref().is_some_and(|changes| {
        changes.iter().any(|moved| {
            moved.round == change.round() && change.people().any(|one| one == moved.person)
        })
    });
    let evaluated = evaluator.evaluate(change);
    match (evaluated, meanwhile) {
        (_, Some(changes)) if is_overtaken => Tried::Refused(EditOutcome::Outdated(changes)),
        (None, Some(changes)) => Tried::Refused(EditOutcome::Outdated(changes)),
        (None, None) => Tried::Nothing,
        (Some((effect, _)), meanwhile) if !effect.breaks.is_empty() => match (rules, meanwhile) {
            // The rules that were to be broken are perhaps others.
            (RulePolicy::Break, Some(changes)) if !changes.is_empty() => {
                Tried::Refused(EditOutcome::Outdated(changes))
            }
            (RulePolicy::Break, _) => apply(evaluator, change),
            (RulePolicy::Keep, _) => Tried::Refused(EditOutcome::WouldBreak(effect.breaks)),
        },
        (Some(_), _) => apply(evaluator, change),
    }
}

fn apply(evaluator: &mut Evaluator<'_>, change: SeatMove) -> Tried {
    evaluator
        .seating_after(change)
        .map_or(Tried::Nothing, Tried::Fits)
}

const fn cause_of(change: SeatMove) -> VersionCause {
    match change {
        SeatMove::Swap { .. } => VersionCause::Swapped,
        SeatMove::Move { .. } | SeatMove::Unseat { .. } => VersionCause::Moved,
    }
}

/// Whether there is something to lock.
fn exists(problem: &CafeProblem, lock: Lock) -> bool {
    let round_exists = |round: u32| {
        usize::try_from(round).is_ok_and(|round| (1..=problem.problem.rounds).contains(&round))
    };
    match lock {
        Lock::Seat { person, round } => problem.people.contains(&person) && round_exists(round),
        Lock::Table { table, round } => problem.tables.contains(&table) && round_exists(round),
        Lock::Round { round } => round_exists(round),
    }
}

/// The seats that are given: those of rounds that have begun, hosts at their tables, and fixed seats.
fn given_seats(problem: &CafeProblem) -> Seating {
    let cafe = &problem.problem;
    let mut rounds = vec![vec![groups::rotate::ABSENT; cafe.people.len()]; cafe.rounds];
    let narrow = |table: usize| u16::try_from(table).unwrap_or(groups::rotate::ABSENT);
    for (round, seats) in rounds.iter_mut().enumerate() {
        if round < cafe.frozen_rounds {
            let held = (0..seats.len()).map(|person| cafe.frozen_seat(round, person));
            *seats = held
                .map(|table| table.map_or(groups::rotate::ABSENT, narrow))
                .collect();
            continue;
        }
        for (table, row) in cafe.tables.iter().enumerate() {
            if let Some(host) = row.host.filter(|host| cafe.is_present(*host, round)) {
                seats[host] = narrow(table);
            }
        }
        for fixed in cafe.fixed.iter().filter(|fixed| fixed.round == round) {
            seats[fixed.person] = narrow(fixed.table);
        }
    }
    Seating { rounds }
}
