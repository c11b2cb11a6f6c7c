//! What plans of every kind share: lists of versions, undoing and redoing, and the message that one has changed.

mod publishing;
mod state;

use model::{
    MemberId, Network, PlanId,
    plan::{PlanKind, VersionCause, VersionHead},
};
use store::{Plan, Reader, Tx};

pub use self::{publishing::Recipient, state::PlanState};
use crate::{Changes, LiveMessage, PlannerError, Result};

/// A version in the list of a plan's versions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListedVersion<K: PlanKind> {
    pub head: VersionHead<K>,
    /// The name of who made it.
    pub author: Option<String>,
}

/// What becomes of a change that breaks rules.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RulePolicy {
    /// It is refused.
    Keep,
    /// It is made, and the version names the broken rules.
    Break,
}

/// What became of the wish to take over stored seats.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TakeOver<K: PlanKind> {
    /// The version of this number has them.
    Taken(u32),
    /// They would break these rules, and nobody said that they may.
    WouldBreak(Vec<K::Broken>),
}

/// What undoing and redoing would lead to.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct UndoSteps {
    pub undo: Option<u32>,
    pub redo: Option<u32>,
    /// Whether the current version is a swap of two participants, which nobody else undoes.
    pub stops_at_swap: bool,
}

impl UndoSteps {
    /// The steps from the current version of a plan.
    pub fn new<K: PlanKind>(plan: &Plan<K>, versions: &[VersionHead<K>]) -> Self {
        let (Some(current), Some(newest)) = (plan.current, plan.newest) else {
            return Self::default();
        };
        let parent = |number: u32| {
            let head = versions.iter().find(|head| head.number == number);
            head.and_then(|head| head.parent)
        };
        let mut redo = None;
        let mut step = newest;
        while step != current {
            redo = Some(step);
            match parent(step) {
                Some(before) if before < step => step = before,
                _ => {
                    redo = None;
                    break;
                }
            }
        }
        let is_swap = |number: u32| {
            let head = versions.iter().find(|head| head.number == number);
            head.is_some_and(|head| head.cause == VersionCause::Agreed)
        };
        Self {
            undo: parent(current).filter(|_| !is_swap(current)),
            redo,
            stops_at_swap: is_swap(current),
        }
    }
}

/// Makes the version that undoing or redoing leads to the current one. `Conflict` if the current one is not `seen`,
/// `WrongState` if there is no step. The transaction holds the event's lock.
pub(crate) async fn step<K: PlanKind>(
    tx: &mut Tx,
    plan: &Plan<K>,
    seen: u32,
    to: impl Fn(UndoSteps) -> Option<u32>,
) -> Result<u32> {
    if plan.current != Some(seen) {
        return Err(PlannerError::Conflict(Changes::Unknown));
    }
    let heads = tx.plan_versions(plan.id).await?.rows;
    let number = to(UndoSteps::new(plan, &heads)).ok_or(PlannerError::WrongState)?;
    let newest = plan.newest.unwrap_or(number);
    tx.set_current_version(plan.id, number, newest).await?;
    Ok(number)
}

/// Versions with the names of who made them.
pub(crate) async fn listed_versions<K: PlanKind>(
    reader: &mut Reader,
    network: &Network,
    heads: Vec<VersionHead<K>>,
) -> Result<Vec<ListedVersion<K>>> {
    let members = reader.members_ever(network.id).await?.rows;
    let name = |id: MemberId| {
        let member = members.iter().find(|member| member.id == id);
        member.map(|member| member.name.to_string())
    };
    let versions = heads.into_iter().map(|head| ListedVersion {
        author: head.member.and_then(name),
        head,
    });
    Ok(versions.collect())
}

/// What open pages are told: how a plan stands in the transaction.
pub(crate) async fn plan_message<K: PlanKind>(tx: &mut Tx, plan: PlanId) -> Result<LiveMessage> {
    let plan: Plan<K> = tx.plan(plan).await?.ok_or(PlannerError::NotFound)?;
    Ok(LiveMessage::Plan {
        plan: plan.id,
        set_up: plan.revision,
        current: plan.current,
        published: plan.published.map(|(number, _)| number),
    })
}
