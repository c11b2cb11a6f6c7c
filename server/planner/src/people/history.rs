//! The history of a network: its audit lines.

use std::collections::HashMap;

use jiff::Timestamp;
use model::{AuditAction, AuditActor, ContactId, EventId};
use store::Paging;

use crate::{Listed, Planner, Result, access::Owns, audit::PartChange};

/// An entry of the history.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HistoryEntry {
    pub at: Timestamp,
    pub actor: AuditActor,
    /// The name of the member who made the change.
    pub member: Option<String>,
    pub action: AuditAction,
    /// The event that it is about, with its title unless it was discarded.
    pub event: Option<(EventId, Option<String>)>,
    /// The contact that it is about, with the name unless it was deleted.
    pub contact: Option<(ContactId, Option<String>)>,
    /// The member or organisation that was changed.
    pub change: Option<PartChange>,
}

impl Planner {
    /// What was changed in a network, the latest first.
    #[tracing::instrument(level = "debug", skip_all, fields(network = %right.network()), err(level = "debug"))]
    pub async fn history(&self, right: &Owns, paging: Paging) -> Result<Listed<HistoryEntry>> {
        let mut reader = self.store().read().await?;
        let lines = reader.audit_of_network(right.network(), paging).await?;
        let members = reader.members_ever(right.network()).await?.rows;
        let members: HashMap<_, _> = members
            .iter()
            .map(|member| (member.id, member.name.as_str()))
            .collect();
        let titles = reader.event_titles(right.network()).await?;
        let titles: HashMap<_, _> = titles.into_iter().collect();
        let contacts: Vec<ContactId> = lines.rows.iter().filter_map(|line| line.contact).collect();
        let names = reader.contact_names(&contacts).await?;
        let rows = lines
            .rows
            .into_iter()
            .map(|line| HistoryEntry {
                at: line.at,
                actor: line.actor,
                member: line
                    .member
                    .and_then(|id| members.get(&id))
                    .map(|name| (*name).to_owned()),
                action: line.action,
                event: line.event.map(|id| (id, titles.get(&id).cloned())),
                contact: line.contact.map(|id| (id, names.get(&id).cloned())),
                change: serde_json::from_value::<Vec<PartChange>>(line.changes)
                    .ok()
                    .and_then(|changes| changes.into_iter().next()),
            })
            .collect();
        Ok(Listed {
            rows,
            unreadable: lines.unreadable,
        })
    }
}
