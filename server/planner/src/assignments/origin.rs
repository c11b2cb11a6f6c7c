//! What a version was made for: the fairness that its reasons are about, and the plan that it had to stay near to.

use groups::assign::{self, Seating, Stability};
use model::{
    EventId,
    assignment::{AssignmentHead, AssignmentSeating, Fairness},
    plan::VersionCause,
};
use store::{AssignmentPlan, Reader};

use super::{AssignmentProblem, versions::require_version};
use crate::Result;

/// The computation that a version goes back to. Versions changed by hand are judged as the one that they were made
/// from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Origin {
    pub fairness: Fairness,
    pub is_changed_by_hand: bool,
    /// The seats that were to be kept, if it was a repair.
    kept: Option<AssignmentSeating>,
}

impl Origin {
    /// The origin of a version. `heads` are those of all versions of the plan.
    pub(super) async fn of(
        reader: &mut Reader,
        plan: &AssignmentPlan,
        heads: &[AssignmentHead],
        version: u32,
    ) -> Result<Self> {
        let head = computed(heads, version);
        let kept = match head {
            Some(head) if head.cause == VersionCause::Repaired => head.parent,
            _ => None,
        };
        let kept = match kept {
            Some(number) => Some(require_version(reader, plan, number).await?.seating),
            None => None,
        };
        Ok(Self {
            fairness: fairness_of(head),
            is_changed_by_hand: head.is_none_or(|head| head.number != version),
            kept,
        })
    }

    /// The origin of a repair of a version: by its fairness, near to its seats.
    pub(super) async fn to_repair(
        reader: &mut Reader,
        plan: &AssignmentPlan,
        version: u32,
    ) -> Result<Self> {
        let heads: Vec<AssignmentHead> = reader.plan_versions(plan.id).await?.rows;
        Ok(Self {
            fairness: fairness_of(computed(&heads, version)),
            is_changed_by_hand: false,
            kept: Some(require_version(reader, plan, version).await?.seating),
        })
    }

    /// Whether seats were to be kept.
    pub(super) fn is_repair(&self) -> bool {
        self.kept.is_some()
    }

    /// The problem with its goals.
    pub(super) fn problem(&self, problem: &AssignmentProblem) -> assign::Problem {
        let mut solved = problem.by(self.fairness);
        if let Some(kept) = &self.kept {
            let seats: Seating = problem.seating(kept);
            solved.previous = seats.to_previous();
            solved.stability = Stability::First;
        }
        solved
    }
}

/// The fairness of the published assignment of an event, and whether it has rules about people. `None` before one is
/// published.
pub(crate) async fn published_fairness(
    reader: &mut Reader,
    event: EventId,
) -> Result<Option<(Fairness, bool)>> {
    let plans: Vec<AssignmentPlan> = reader.plans_of_event(event).await?.rows;
    let Some((plan, (published, _))) =
        (plans.first()).and_then(|plan| Some((plan, plan.published?)))
    else {
        return Ok(None);
    };
    let heads: Vec<AssignmentHead> = reader.plan_versions(plan.id).await?.rows;
    let fairness = fairness_of(computed(&heads, published));
    Ok(Some((fairness, !plan.set_up.rules.is_empty())))
}

/// The fairness by which a version is judged: that of the computation that it goes back to. `heads` are those of all
/// versions of the plan.
pub(super) fn fairness_of_version(heads: &[AssignmentHead], version: u32) -> Fairness {
    fairness_of(computed(heads, version))
}

/// The fairness that a computed version was searched by.
fn fairness_of(computed: Option<&AssignmentHead>) -> Fairness {
    let fairness = computed.and_then(|head| head.quality.fairness);
    fairness.unwrap_or(Fairness::Leximin)
}

/// The version that was computed, and that this one goes back to.
fn computed(heads: &[AssignmentHead], version: u32) -> Option<&AssignmentHead> {
    let found = |number: u32| heads.iter().find(|head| head.number == number);
    let mut head = found(version);
    while let Some(one) = head.filter(|one| one.quality.fairness.is_none()) {
        head = one
            .parent
            .filter(|&parent| parent < one.number)
            .and_then(found);
    }
    head
}
