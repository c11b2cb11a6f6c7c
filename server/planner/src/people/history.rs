//! The history of a network: its audit lines.

use std::collections::HashMap;

use jiff::Timestamp;
use model::{AuditAction, AuditActor, ContactId, EventId, Member, Organisation, RegistrationId};
use serde::de::DeserializeOwned;
use serde_json::Value;
use store::{AuditFilter, AuditLine, Paging};

use crate::{Changes, Listed, Planner, Result, access::Owns, audit::PartChange};

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
    /// The registration that it is about, with the person's name unless it was deleted.
    pub registration: Option<(RegistrationId, Option<String>)>,
    /// The contact that it is about, with the name unless it was deleted.
    pub contact: Option<(ContactId, Option<String>)>,
    /// The member or organisation that was changed.
    pub change: Option<PartChange>,
    /// The fields that were changed, with their values before and after.
    pub changes: Changes,
}

/// A page of the history.
#[derive(Debug, Clone)]
pub struct History {
    pub entries: Listed<HistoryEntry>,
    /// Everybody who is, or was, a member.
    pub members: Vec<Member>,
    pub organisations: Vec<Organisation>,
}

impl Planner {
    /// What was changed in a network, the latest first.
    #[tracing::instrument(level = "debug", skip_all, fields(network = %right.network()), err(level = "debug"))]
    pub async fn history(
        &self,
        right: &Owns,
        filter: &AuditFilter,
        paging: Paging,
    ) -> Result<History> {
        let mut reader = self.store().read().await?;
        let lines = reader.find_audit(right.network(), filter, paging).await?;
        let members = reader.members_ever(right.network()).await?.rows;
        let names: HashMap<_, _> = members
            .iter()
            .map(|member| (member.id, member.name.to_string()))
            .collect();
        let titles = reader.event_titles(right.network()).await?;
        let titles: HashMap<_, _> = titles.into_iter().collect();
        let contacts: Vec<ContactId> = lines.rows.iter().filter_map(|line| line.contact).collect();
        let contacts = reader.contact_names(&contacts).await?;
        let people = lines.rows.iter().filter_map(|line| line.registration);
        let people: Vec<RegistrationId> = people.collect();
        let people = reader.registration_names(&people).await?;
        let rows = lines.rows.into_iter().map(|line| HistoryEntry {
            at: line.at,
            actor: line.actor,
            member: line.member.and_then(|id| names.get(&id)).cloned(),
            action: line.action,
            event: line.event.map(|id| (id, titles.get(&id).cloned())),
            registration: line.registration.map(|id| (id, people.get(&id).cloned())),
            contact: line.contact.map(|id| (id, contacts.get(&id).cloned())),
            change: decoded::<PartChange>(&line.changes)
                .and_then(|changes| changes.into_iter().next()),
            changes: changes_of(&line),
        });
        Ok(History {
            entries: Listed {
                rows: rows.collect(),
                unreadable: lines.unreadable,
            },
            organisations: reader.organisations(right.network()).await?.rows,
            members,
        })
    }
}

/// The changed fields of a line. Earlier versions wrote texts instead of values, which are left out.
fn changes_of(line: &AuditLine) -> Changes {
    let changes = &line.changes;
    let found = if line.registration.is_some() {
        decoded(changes).map(Changes::Registration)
    } else if line.contact.is_some() {
        decoded(changes).map(Changes::Contact)
    } else if line.event.is_some() {
        decoded(changes).map(Changes::Event)
    } else {
        decoded(changes).map(Changes::Network)
    };
    found.unwrap_or(Changes::Unknown)
}

fn decoded<C: DeserializeOwned>(changes: &Value) -> Option<Vec<C>> {
    serde_json::from_value(changes.clone()).ok()
}
