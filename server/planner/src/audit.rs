//! Who did what: one line for every change, written with the change.

use model::{AuditAction, AuditActor, EventId, MemberId, NetworkId, RegistrationId};
use store::{AuditLine, Tx};

use crate::{Change, Planner, Result, access::Organises};

/// Who made a change.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Who {
    /// A member of the network.
    Member(MemberId),
    /// The person a registration is for, through a link of theirs.
    Participant,
    /// The planner by itself, as when a seat goes to the next one waiting.
    Planner,
}

impl From<&Organises> for Who {
    fn from(right: &Organises) -> Self {
        Self::Member(right.member().id)
    }
}

/// What a change was about.
#[derive(Debug, Clone, Copy)]
pub(crate) struct About {
    pub network: NetworkId,
    pub event: Option<EventId>,
    pub registration: Option<RegistrationId>,
}

impl Planner {
    /// Writes one line. `changes` has the values before and after of what an editor might have to be told.
    pub(crate) async fn note(
        &self,
        tx: &mut Tx,
        who: Who,
        about: About,
        action: AuditAction,
        changes: &[Change],
        revision: Option<i64>,
    ) -> Result<()> {
        let (member, actor) = match who {
            Who::Member(id) => (Some(id), AuditActor::Member),
            Who::Participant => (None, AuditActor::Participant),
            Who::Planner => (None, AuditActor::Planner),
        };
        tx.insert_audit(&AuditLine {
            id: self.new_id(),
            network: about.network,
            event: about.event,
            registration: about.registration,
            member,
            actor,
            action,
            changes: serde_json::to_value(changes).map_err(crate::PlannerError::internal)?,
            revision,
            at: self.now(),
        })
        .await?;
        Ok(())
    }
}

/// What several changes of one thing changed altogether: each field once, as it was before the first
/// and is after the last.
pub(crate) fn changes_of(lines: &[AuditLine]) -> Vec<Change> {
    let mut together: Vec<Change> = Vec::new();
    let changes = lines
        .iter()
        .filter_map(|line| serde_json::from_value::<Vec<Change>>(line.changes.clone()).ok())
        .flatten();
    for change in changes {
        match together
            .iter_mut()
            .find(|known| known.field == change.field)
        {
            Some(known) => known.after = change.after,
            None => together.push(change),
        }
    }
    together.retain(|change| change.before != change.after);
    together
}
