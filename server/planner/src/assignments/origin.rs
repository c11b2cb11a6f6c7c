//! What a version was made for: the fairness that its reasons are about, and the plan that it had to stay near to.

use groups::assign::{self, Seating, Stability};
use model::{
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
            is_changed_by_hand: head.is_none_or(|head| {
                head.number != first_with_seats_of(heads, version) || head.quality.around_locks
            }),
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
pub(super) fn computed(heads: &[AssignmentHead], version: u32) -> Option<&AssignmentHead> {
    let found = |number: u32| heads.iter().find(|head| head.number == number);
    let mut head = found(version);
    while let Some(one) = head.filter(|one| one.quality.fairness.is_none()) {
        let before = one.quality.same_as.or(one.parent);
        head = before.filter(|&before| before < one.number).and_then(found);
    }
    head
}

/// The version that first had the seats of this one: restoring and locking change no seat.
pub(super) fn first_with_seats_of(heads: &[AssignmentHead], version: u32) -> u32 {
    let mut number = version;
    while let Some(head) = heads.iter().find(|head| head.number == number)
        && let Some(same) = head.quality.same_as.filter(|&same| same < number)
    {
        number = same;
    }
    number
}
