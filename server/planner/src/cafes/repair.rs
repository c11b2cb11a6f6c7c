//! Repairs: plans for those who are there, from the round on that has not begun.

use std::time::Duration;

use groups::{
    Limit,
    rotate::{Problem, Table, changes_between, solve},
};
use jiff::Timestamp;
use model::{
    AgendaItemId, RegistrationId,
    cafe::{
        BrokenRule, CafeGoal, CafeKind, CafeQuality, CafeSeating, Lock, TableNumber, VersionCause,
    },
};
use store::Reader;

use super::{
    Cafe, CafeProblem, SeatDifference, load_facts, lock_cafe,
    quality::{broken_rules, quality_of},
    require_plan, require_version, seat_differences,
    short_search::SearchTime,
    versions::NewVersion,
};
use crate::{
    Changes, Planner, PlannerError, Result,
    access::{EventAccess, Locked, Organises, Right, Token},
    audit::Who,
    events::LockedEvent,
    jobs::JobPayload,
};

/// Proposals of each search. A search of so many gives the same plan on any machine, so that the plan that is chosen
/// is the one that was shown.
const PROPOSALS: u64 = 120_000;

/// A search that takes longer than this is given up.
const PATIENCE: Duration = Duration::from_secs(20);

/// A way to repair a plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RepairKind {
    /// All rules are kept; as few people as possible change seats.
    FewestChanges,
    /// Nobody changes seats, and tables may be left with fewer people than they need.
    Uneven,
    /// All rules are kept; some more people change seats, as far as that makes the plan better.
    Between,
    /// All coming rounds are planned anew.
    Afresh,
}

impl RepairKind {
    pub const ALL: [Self; 4] = [
        Self::FewestChanges,
        Self::Uneven,
        Self::Between,
        Self::Afresh,
    ];

    pub const fn name(self) -> &'static str {
        match self {
            Self::FewestChanges => "fewest",
            Self::Uneven => "uneven",
            Self::Between => "between",
            Self::Afresh => "afresh",
        }
    }

    /// The kind of this name.
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.name() == name)
    }
}

/// A plan that repairs another one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Repair {
    pub kind: RepairKind,
    pub seating: CafeSeating,
    /// Seats that somebody exchanges for others.
    pub changes: Vec<SeatDifference>,
    /// Seats of people who had none in the round.
    pub placed: Vec<SeatDifference>,
    pub quality: CafeQuality,
    pub broken: Vec<BrokenRule>,
}

impl Repair {
    /// Those who change seats, each once.
    pub fn moved(&self) -> Vec<RegistrationId> {
        people_of(&self.changes)
    }

    /// Those who get seats, each once.
    pub fn joined(&self) -> Vec<RegistrationId> {
        people_of(&self.placed)
    }

    /// Whether another repair is nowhere better: in who moves, in seats and rules, and in each goal.
    fn is_as_good_as(&self, other: &Self, goals: &[CafeGoal]) -> bool {
        let costs = |repair: &Self| {
            [
                repair.moved().len(),
                repair.broken.len(),
                usize::try_from(repair.quality.unseated).unwrap_or(usize::MAX),
            ]
        };
        let (ours, theirs) = (costs(self), costs(other));
        ours.iter()
            .zip(&theirs)
            .all(|(ours, theirs)| ours <= theirs)
            && goals.iter().all(|goal| match goal {
                CafeGoal::Topics => {
                    self.quality.topics_min >= other.quality.topics_min
                        && self.quality.topics_sum >= other.quality.topics_sum
                }
                CafeGoal::Meetings => self.quality.meetings >= other.quality.meetings,
                CafeGoal::Mix => self.quality.mix <= other.quality.mix,
                CafeGoal::NewFaces => self.quality.old_faces <= other.quality.old_faces,
            })
    }
}

/// The ways to repair a plan.
#[derive(Debug, Clone)]
pub struct Repairs {
    pub cafe: Cafe,
    /// The version that is repaired: the one that people hold in their hands.
    pub version: u32,
    /// How many rounds have begun: they stay as they are.
    pub begun: u32,
    /// Names the plan, the people and the marks that the repairs were made from.
    pub basis: String,
    /// The quality of the plan as it is, with the people who are there.
    pub now: CafeQuality,
    /// The tables whose hosts are not there any more.
    pub without_host: Vec<TableNumber>,
    /// The one that moves the fewest people first; none that is only worse than another one. Empty if nothing can be
    /// repaired any more.
    pub repairs: Vec<Repair>,
}

/// What repairs are made from.
struct Basis {
    cafe: Cafe,
    problem: CafeProblem,
    version: u32,
    seating: CafeSeating,
    locks: Vec<Lock>,
    token: String,
}

impl Planner {
    /// The ways to repair the plan of a café for the people who are there.
    #[tracing::instrument(level = "debug", skip_all, fields(event = %access), err(level = "debug"))]
    pub async fn cafe_repairs(
        &self,
        access: &EventAccess<impl Right>,
        item: Option<AgendaItemId>,
    ) -> Result<Repairs> {
        let (mut reader, cafe) = self.read_cafe(access, item).await?;
        let basis = Basis::read(&mut reader, cafe, self.now()).await?;
        drop(reader);
        let (basis, repairs) = self.search_repairs(basis).await?;
        let seats = basis.problem.seating(&basis.seating);
        let set_up = basis.cafe.set_up();
        let broken = broken_rules(&set_up, &basis.cafe, &basis.problem, &seats);
        Ok(Repairs {
            without_host: basis.problem.tables_without_host(&set_up),
            now: quality_of(&basis.problem, &set_up.goals, &seats, &broken),
            version: basis.version,
            begun: basis.problem.begun(),
            basis: basis.token,
            cafe: basis.cafe,
            repairs,
        })
    }

    async fn search_repairs(&self, basis: Basis) -> Result<(Basis, Vec<Repair>)> {
        let search = move |time: &SearchTime| {
            let repairs = basis.repairs(time);
            (basis, repairs)
        };
        self.short_searches().run(PATIENCE, search).await
    }

    /// Makes a repair the plan that is edited, and publishes it at once if asked: only those whose way changes are
    /// written to. A conflict if the plan, the people or the marks are others than those of `basis`.
    #[tracing::instrument(level = "debug", skip_all, fields(event = %access), err(level = "debug"))]
    pub async fn repair_cafe_plan(
        &self,
        access: &EventAccess<Organises>,
        item: Option<AgendaItemId>,
        (kind, basis): (RepairKind, &str),
        publication: RepairPublication,
    ) -> Result<u32> {
        let (mut reader, cafe) = self.read_cafe(access, item).await?;
        let read = Basis::read(&mut reader, cafe, self.now()).await?;
        drop(reader);
        let conflict = || PlannerError::Conflict(Changes::Unknown);
        if read.token != basis {
            return Err(conflict());
        }
        // The search does not hold the event's lock.
        let (_, repairs) = self.search_repairs(read).await?;
        let repair = repairs
            .into_iter()
            .find(|repair| repair.kind == kind)
            .ok_or_else(conflict)?;

        let mut tx = self.store().begin().await?;
        let (right, cafe) = lock_cafe(&mut tx, access, item).await?;
        let held = Basis::read(&mut tx, cafe, self.now()).await?;
        if held.token != basis {
            return Err(conflict());
        }
        let new = NewVersion {
            cause: VersionCause::Repaired,
            parent: Some(held.version),
            seating: repair.seating,
            locks: held.locks,
            seed: None,
            iterations: None,
            member: Some(right.member().id),
        };
        let made = self
            .append_version(&mut tx, &held.cafe, &held.problem, new)
            .await?;
        let plan = require_plan(&held.cafe)?.clone();
        let locked = Locked {
            network: held.cafe.network.clone(),
            event: held.cafe.event.clone(),
        };
        let mut event = LockedEvent::new(self, &mut tx, locked);
        let job = match publication {
            RepairPublication::Later => None,
            RepairPublication::AtOnce => {
                let who = Who::from(&right);
                match event.publish_version(&plan, made, who).await? {
                    0 => None,
                    recipients => {
                        let payload = JobPayload::PlanPublished;
                        let member = right.member().id;
                        Some(event.queue_job(&payload, recipients, member).await?)
                    }
                }
            }
        };
        self.commit_publication::<CafeKind>(tx, plan.id, job)
            .await?;
        Ok(made)
    }
}

/// Whether a repair is published at once.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RepairPublication {
    AtOnce,
    Later,
}

impl Basis {
    async fn read(reader: &mut Reader, cafe: Cafe, now: Timestamp) -> Result<Self> {
        let plan = require_plan(&cafe)?;
        let published = plan.published.map(|(number, _)| number);
        let number = published.or(plan.current).ok_or(PlannerError::WrongState)?;
        let version = require_version(reader, plan.id, number).await?;
        let (current, revision) = (plan.current.unwrap_or_default(), plan.revision);
        let facts = load_facts(reader, &cafe, now).await?;
        let problem = cafe.problem(&facts);
        let begun = problem.begun();
        // Who takes part, who is there when, and who needs what.
        let people = format!("{:?} {}", problem.people, problem.compact(&version.seating));
        let people = Token::hash_of(&people).number();
        let token = format!("{number}.{current}.{revision}.{begun}.{people}");
        Ok(Self {
            problem,
            version: number,
            seating: version.seating,
            locks: version.locks,
            token,
            cafe,
        })
    }

    /// The problem of a repair in which so many people may change seats freely.
    fn problem_of(&self, kind: RepairKind, free_changes: usize) -> Problem {
        let mut problem = self.problem.problem.clone();
        problem.limit = Limit::Iterations(PROPOSALS);
        let given = self.problem.given(&self.seating);
        match kind {
            RepairKind::FewestChanges => {}
            RepairKind::Between => problem.free_changes = free_changes,
            RepairKind::Uneven => {
                let set_up = self.cafe.set_up();
                let tables = problem.tables.into_iter().zip(&set_up.tables);
                problem.tables = tables
                    .map(|(table, row)| Table {
                        min: Some(0),
                        max: Some(usize::try_from(row.most).unwrap_or(usize::MAX)),
                        ..table
                    })
                    .collect();
            }
            RepairKind::Afresh => {
                problem.start = Some(given);
                return problem;
            }
        }
        problem.previous = Some(given);
        problem
    }

    fn repair(&self, kind: RepairKind, time: &SearchTime) -> Option<Repair> {
        self.solved(kind, &self.problem_of(kind, 0), time)
    }

    /// A repair between the one that moves the fewest people and the one that plans anew.
    fn between(&self, repairs: &[Repair], time: &SearchTime) -> Option<Repair> {
        let moved = |kind| {
            let found = repairs.iter().find(|repair| repair.kind == kind);
            found.map(|repair| repair.moved().len())
        };
        let few = moved(RepairKind::FewestChanges)?;
        let free_changes = changes_between(few, moved(RepairKind::Afresh)?)?;
        let kind = RepairKind::Between;
        self.solved(kind, &self.problem_of(kind, free_changes), time)
    }

    fn solved(&self, kind: RepairKind, problem: &Problem, time: &SearchTime) -> Option<Repair> {
        let plan = solve(problem, time).ok()?;
        let set_up = self.cafe.set_up();
        let seating = self.problem.stored(&plan.seating);
        let broken = broken_rules(&set_up, &self.cafe, &self.problem, &plan.seating);
        let differences = seat_differences(&self.seating, &seating);
        let there = |one: &SeatDifference| one.after.is_some();
        let (changes, placed) = differences
            .into_iter()
            .filter(there)
            .partition(|one| one.before.is_some());
        Some(Repair {
            kind,
            quality: quality_of(&self.problem, &set_up.goals, &plan.seating, &broken),
            seating,
            changes,
            placed,
            broken,
        })
    }

    /// The repairs worth a choice, the one that moves the fewest people first.
    fn repairs(&self, time: &SearchTime) -> Vec<Repair> {
        if self.problem.begun() >= self.cafe.set_up().rounds.count {
            return Vec::new();
        }
        let kinds = [
            RepairKind::FewestChanges,
            RepairKind::Uneven,
            RepairKind::Afresh,
        ];
        let mut repairs: Vec<Repair> = kinds
            .into_iter()
            .filter_map(|kind| self.repair(kind, time))
            .collect();
        repairs.extend(self.between(&repairs, time));
        repairs.sort_by_key(|repair| repair.moved().len());
        let goals = self.cafe.set_up().goals;
        let mut offered: Vec<Repair> = Vec::new();
        for repair in repairs {
            if offered
                .iter()
                .any(|other| other.is_as_good_as(&repair, &goals))
            {
                continue;
            }
            offered.retain(|other| !repair.is_as_good_as(other, &goals));
            offered.push(repair);
        }
        offered
    }
}

fn people_of(differences: &[SeatDifference]) -> Vec<RegistrationId> {
    let mut people = Vec::new();
    for one in differences {
        if !people.contains(&one.person) {
            people.push(one.person);
        }
    }
    people
}
