//! Computing assignments: what the job reads before and stores after the search.

use std::{collections::HashSet, sync::Arc, time::Duration};

use groups::assign::SolveError;
use model::{
    PlanId,
    assignment::{
        AssignmentKind, AssignmentLock, AssignmentQuality, AssignmentSeating, Fairness, Proof,
    },
    plan::VersionCause,
};
use serde::{Deserialize, Serialize};
use store::{ClaimedJob, Tx};

use super::{
    Assignment, AssignmentAlternative, AssignmentProblem, AssignmentRuleSource,
    origin::Origin,
    quality::quality_of,
    request::check_solvable,
    search::{self, Found, SearchState},
    versions::{NewVersion, require_plan, require_version},
};
use crate::{
    Planner, PlannerError, Result,
    access::Locked,
    jobs::{RunningSearch, Search, SearchCursor, SearchThread},
};

/// A job that computes assignments.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct AssignWorkshops {
    pub plan: PlanId,
    pub limit_millis: u32,
    /// The version that is repaired, with the fewest changes and by its fairness. `None`: every fairness is tried, and
    /// nobody keeps a seat.
    #[serde(default)]
    pub repairs: Option<u32>,
    /// The version whose locked seats stay while the rest is computed anew.
    #[serde(default)]
    pub around: Option<u32>,
}

/// An assignment by one fairness, found or to be improved yet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Candidate {
    pub fairness: Fairness,
    pub quality: AssignmentQuality,
    pub(super) seating: AssignmentSeating,
}

/// Why no assignment was found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AssignmentFailure {
    /// These cannot all be kept. Without any one of them the others can.
    Contradiction(Vec<AssignmentRuleSource>),
    /// The rules contradict one another. Which of them was not found out in time.
    Unexplained,
    /// Neither an assignment nor a contradiction was found in time.
    Undecided,
}

/// What a job that computes assignments has come to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AssignmentOutcome {
    /// The version with so many others beside it. It is not chosen yet.
    Version {
        number: u32,
        alternatives: u32,
    },
    Failure(AssignmentFailure),
}

/// How far a job that computes assignments has come.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct AssignCursor {
    /// The time searched so far, of all workers.
    pub spent_millis: u32,
    /// The assignments so far.
    pub candidates: Vec<Candidate>,
    pub outcome: Option<AssignmentOutcome>,
}

impl SearchCursor for AssignCursor {
    type Outcome = AssignmentOutcome;

    fn spent_millis(&self) -> u32 {
        self.spent_millis
    }

    fn set_spent_millis(&mut self, millis: u32) {
        self.spent_millis = millis;
    }

    fn set_outcome(&mut self, outcome: AssignmentOutcome) {
        self.outcome = Some(outcome);
        self.candidates.clear();
    }
}

/// What a search begins with.
pub(crate) struct AssignPreparation {
    problem: AssignmentProblem,
    candidates: Vec<Candidate>,
    limit: Duration,
    /// What a repair stays near to.
    origin: Option<Origin>,
    /// What is locked.
    locks: Vec<AssignmentLock>,
}

/// A search that runs.
pub(crate) struct RunningAssignment {
    preparation: AssignPreparation,
    state: Arc<SearchState>,
    thread: SearchThread<Result<(), Box<SolveError>>>,
}

impl RunningSearch for RunningAssignment {
    type Cursor = AssignCursor;
    type Preparation = AssignPreparation;
    type Found = Vec<Candidate>;

    async fn end(&mut self) {
        self.thread.end().await;
    }

    fn stop(&self) {
        self.state.stop();
    }

    fn report(&self, cursor: &mut AssignCursor) {
        let problem = &self.preparation.problem;
        let found = self.state.found();
        cursor.candidates = found.iter().map(|one| candidate(problem, one)).collect();
    }

    fn preparation(&self) -> &AssignPreparation {
        &self.preparation
    }

    fn result(&mut self, cursor: &mut AssignCursor, _: bool) -> Result<Option<Vec<Candidate>>> {
        if let Err(error) = self.thread.result()? {
            let failure = failure_of(&self.preparation.problem, &error);
            cursor.outcome = Some(AssignmentOutcome::Failure(failure));
            cursor.candidates.clear();
            return Ok(None);
        }
        Ok(Some(cursor.candidates.clone()).filter(|candidates| !candidates.is_empty()))
    }
}

impl Search for AssignWorkshops {
    type Kind = AssignmentKind;
    type Cursor = AssignCursor;
    type Preparation = AssignPreparation;
    type Running = RunningAssignment;
    type Found = Vec<Candidate>;

    fn plan(&self) -> PlanId {
        self.plan
    }

    async fn prepare(
        &self,
        _: &Planner,
        (tx, locked): (&mut Tx, Locked),
        cursor: &mut AssignCursor,
    ) -> Result<AssignPreparation> {
        let assignment = Assignment::load(tx, locked.network, locked.event).await?;
        let plan = require_plan(&assignment)?;
        let mut problem = assignment.problem();
        check_solvable(&problem)?;
        let mut locks = Vec::new();
        // A repair keeps what is locked as well.
        if let Some(number) = self.around.or(self.repairs) {
            let locked = require_version(tx, plan, number).await?;
            problem.lock(&locked.locks, &locked.seating);
            locks = locked.locks;
        }
        let origin = match self.repairs {
            Some(number) => Some(Origin::to_repair(tx, plan, number).await?),
            None => None,
        };
        let limit = Duration::from_millis(self.limit_millis.into());
        let spent = Duration::from_millis(cursor.spent_millis.into());
        Ok(AssignPreparation {
            origin,
            locks,
            problem,
            candidates: cursor.candidates.clone(),
            limit: limit.saturating_sub(spent),
        })
    }

    /// Goes on from the candidates of an earlier worker. A proof holds for the problem that it was made for.
    fn start(preparation: AssignPreparation) -> RunningAssignment {
        let problem = &preparation.problem;
        let fingerprint = problem.fingerprint;
        let found = preparation.candidates.iter().map(|candidate| Found {
            fairness: candidate.fairness,
            seating: problem.seating(&candidate.seating),
            proof: if candidate.quality.problem == fingerprint {
                candidate.quality.proof
            } else {
                Proof::Unknown
            },
            steps: candidate.quality.steps,
        });
        let state = Arc::new(SearchState::new(found.collect()));
        RunningAssignment {
            thread: search::spawn(
                match &preparation.origin {
                    Some(origin) => vec![(origin.fairness, origin.problem(problem))],
                    None => (Fairness::ALL.iter())
                        .map(|&fairness| (fairness, problem.by(fairness)))
                        .collect(),
                },
                preparation.limit,
                Arc::clone(&state),
            ),
            state,
            preparation,
        }
    }

    fn best(cursor: &AssignCursor) -> Option<Vec<Candidate>> {
        Some(cursor.candidates.clone()).filter(|candidates| !candidates.is_empty())
    }

    /// Stores the first candidate as a version and the others beside it. Nobody has chosen it: the current version stays.
    async fn store(
        &self,
        planner: &Planner,
        (tx, locked): (&mut Tx, Locked),
        job: &ClaimedJob,
        (preparation, candidates): (&AssignPreparation, &Vec<Candidate>),
    ) -> Result<AssignmentOutcome> {
        let assignment = Assignment::load(tx, locked.network, locked.event).await?;
        let plan = require_plan(&assignment)?;
        let problem = assignment.problem();
        let mut others = Vec::new();
        let mut stored = None;
        for candidate in candidates {
            let seats = problem.seating(&candidate.seating);
            let known: HashSet<_> = candidate.seating.people.iter().copied().collect();
            let seating = problem.stored(&seats, |person| known.contains(&person));
            // What it was searched for: people or wishes that have changed meanwhile make it out of date.
            let quality = AssignmentQuality {
                problem: candidate.quality.problem,
                around_locks: !preparation.locks.is_empty(),
                ..known_quality(quality_of(&problem, &seats), &candidate.quality)
            };
            if stored.is_some() {
                others.push((seating, quality));
                continue;
            }
            let new = NewVersion {
                cause: match self.repairs {
                    Some(_) => VersionCause::Repaired,
                    None if preparation.locks.is_empty() => VersionCause::Solved,
                    None => VersionCause::RestSolved,
                },
                seating,
                quality,
                locks: preparation.locks.clone(),
                member: job.member,
            };
            stored = Some(
                planner
                    .insert_assignment(tx, &assignment, &problem, new)
                    .await?,
            );
        }
        let number = stored.ok_or(PlannerError::WrongState)?;
        let origin = preparation.origin.as_ref();
        if let Some(kept) = preparation.problem.computation(origin, candidates)? {
            tx.insert_plan_computation((plan.id, number), &kept).await?;
        }
        for (position, (seating, quality)) in (1..).zip(&others) {
            let alternative = AssignmentAlternative {
                number: position,
                seating: seating.clone(),
                quality: quality.clone(),
            };
            tx.insert_plan_alternative(plan.id, number, &alternative)
                .await?;
        }
        Ok(AssignmentOutcome::Version {
            number,
            alternatives: super::quality::number(others.len()),
        })
    }
}

/// The quality with what a search knows about it: its fairness and steps, and its proof if the problem is still the same.
pub(super) fn known_quality(
    counted: AssignmentQuality,
    searched: &AssignmentQuality,
) -> AssignmentQuality {
    AssignmentQuality {
        fairness: searched.fairness,
        proof: if counted.problem == searched.problem {
            searched.proof
        } else {
            Proof::Unknown
        },
        steps: searched.steps,
        around_locks: searched.around_locks,
        ..counted
    }
}

fn candidate(problem: &AssignmentProblem, found: &Found) -> Candidate {
    Candidate {
        fairness: found.fairness,
        quality: AssignmentQuality {
            fairness: Some(found.fairness),
            proof: found.proof,
            steps: found.steps,
            ..quality_of(problem, &found.seating)
        },
        seating: problem.stored_for_all(&found.seating),
    }
}

fn failure_of(problem: &AssignmentProblem, error: &SolveError) -> AssignmentFailure {
    match error {
        SolveError::Contradiction(found) => {
            let rules = found.rules.iter().map(|rule| problem.source(*rule));
            AssignmentFailure::Contradiction(rules.collect())
        }
        SolveError::Unexplained { .. } => AssignmentFailure::Unexplained,
        SolveError::Undecided => AssignmentFailure::Undecided,
    }
}
