//! Plans drawn at random, and the alternatives that a search found.

use std::time::Duration;

use groups::rotate::random_seating;
use model::{
    AgendaItemId,
    cafe::{CafeKind, CafeSeating, VersionCause},
};

use super::{
    RulePolicy, SolveFailure, TakeOver, failure::failure_of, load_facts, quality::rules_against,
    request::check_solvable, require_plan, require_version, short_search::SearchTime,
    versions::NewVersion,
};
use crate::{
    Changes, Planner, PlannerError, Result,
    access::{EventAccess, Organises},
};

/// How long a drawing looks for seats that keep all rules.
const PATIENCE: Duration = Duration::from_secs(3);

/// What became of a drawing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DrawOutcome {
    /// The version of this number.
    Drawn(u32),
    Failed(SolveFailure),
}

impl Planner {
    /// Draws a plan at random that keeps all rules and what is locked. The same seed draws the same plan. `Conflict`
    /// if the plan is another one than `seen` by then.
    #[tracing::instrument(level = "debug", skip_all, fields(event = %access), err(level = "debug"))]
    pub async fn draw_plan(
        &self,
        access: &EventAccess<Organises>,
        item: Option<AgendaItemId>,
        (seen, seed): (Option<u32>, Option<u32>),
    ) -> Result<DrawOutcome> {
        let seed = seed.unwrap_or_else(|| self.new_seed());
        let (mut reader, cafe) = self.read_cafe(access, item).await?;
        let facts = load_facts(&mut reader, &cafe, self.now()).await?;
        let plan = require_plan(&cafe)?.clone();
        let mut problem = cafe.problem(&facts);
        check_solvable(&problem)?;
        let mut locks = Vec::new();
        if let Some(current) = plan.current {
            let version = require_version(&mut reader, plan.id, current).await?;
            locks = version.locks;
            problem.lock(&locks, &version.seating);
            problem.seat_in_locked_rounds(&plan.set_up, &locks);
        }
        let held = problem.held.clone();
        drop(reader);
        let search = move |time: &SearchTime| {
            let drawn = random_seating(&problem.problem, seed.into(), time);
            (problem, drawn)
        };
        let (problem, drawn) = self.short_searches().run(PATIENCE, search).await?;
        let seating = match drawn {
            Ok(seating) => problem.stored(&seating),
            Err(error) => return Ok(DrawOutcome::Failed(failure_of(&problem, &error))),
        };
        let mut tx = self.store().begin().await?;
        let (right, locked) = access.lock_with_network(&mut tx).await?;
        let (cafe, problem) = self.load_problem(&mut tx, locked, item).await?;
        let now = require_plan(&cafe)?;
        let is_same = (now.id, now.revision, now.current) == (plan.id, plan.revision, seen);
        if !is_same || problem.held != held {
            return Err(PlannerError::Conflict(Changes::Unknown));
        }
        let new = NewVersion {
            cause: VersionCause::Random,
            parent: now.current,
            seating,
            locks,
            // The seed alone repeats no plan that keeps rounds.
            seed: held.is_none().then_some(seed.into()),
            iterations: held.is_none().then_some(0),
            member: Some(right.member().id),
        };
        let number = self.append_version(&mut tx, &cafe, &problem, new).await?;
        self.commit_plan(tx, now).await?;
        Ok(DrawOutcome::Drawn(number))
    }

    /// Makes a new version with the seats of an alternative that stands beside a version. `Conflict` if the plan is
    /// another one than `seen` by then.
    #[tracing::instrument(level = "debug", skip_all, fields(event = %access), err(level = "debug"))]
    pub async fn choose_alternative(
        &self,
        access: &EventAccess<Organises>,
        item: Option<AgendaItemId>,
        (seen, rules): (u32, RulePolicy),
        (version, number): (u32, u32),
    ) -> Result<TakeOver> {
        let mut tx = self.store().begin().await?;
        let (right, locked) = access.lock_with_network(&mut tx).await?;
        let (cafe, problem) = self.load_problem(&mut tx, locked, item).await?;
        let plan = require_plan(&cafe)?;
        if plan.current != Some(seen) {
            return Err(PlannerError::Conflict(Changes::Unknown));
        }
        let beside = require_version(&mut tx, plan.id, version).await?;
        let alternatives = tx.plan_alternatives::<CafeKind>(plan.id, version).await?;
        let chosen = alternatives.into_iter().find(|one| one.number == number);
        let seating: CafeSeating = chosen.ok_or(PlannerError::NotFound)?.seating;
        if rules == RulePolicy::Keep {
            let broken = rules_against(&cafe, &problem, &seating);
            if !broken.is_empty() {
                return Ok(TakeOver::WouldBreak(broken));
            }
        }
        let new = NewVersion {
            cause: VersionCause::Alternative,
            parent: plan.current,
            seating,
            locks: beside.locks,
            seed: None,
            iterations: None,
            member: Some(right.member().id),
        };
        let made = self.append_version(&mut tx, &cafe, &problem, new).await?;
        self.commit_plan(tx, plan).await?;
        Ok(TakeOver::Taken(made))
    }
}
