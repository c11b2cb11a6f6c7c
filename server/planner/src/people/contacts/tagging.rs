//! Tags are given to several contacts at once, or taken from them.

use model::{AuditAction, Contact, ContactId, Fault, Faults, NetworkId, Tags};
use store::{ContactFilter, Paging, Reader};

use crate::{
    Changes, Planner, PlannerError, Result,
    access::Organises,
    audit::{PartChange, Who},
};

/// Contacts of a list: those that were ticked, or all that it finds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ContactSelection {
    Chosen(Vec<ContactId>),
    Found(ContactFilter),
}

impl ContactSelection {
    /// The contacts of the network, of those that there are.
    pub(in crate::people) async fn read(
        &self,
        reader: &mut Reader,
        network: NetworkId,
    ) -> Result<Vec<Contact>> {
        let mut contacts = match self {
            Self::Chosen(ids) => {
                let chosen = reader.contacts(ids).await?;
                chosen.into_values().collect()
            }
            Self::Found(filter) => {
                let found = reader.find_contacts(network, filter, Paging::ALL).await?;
                found.rows
            }
        };
        contacts.retain(|contact: &Contact| contact.network == network);
        // Transactions that change the same contacts lock them in one order.
        contacts.sort_by_key(|contact| contact.id);
        Ok(contacts)
    }
}

/// What happens to the tags of contacts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Tagging {
    Give(Tags),
    Take(Tags),
}

impl Tagging {
    /// The tags of a contact afterwards.
    fn of(&self, before: &Tags) -> Result<Tags, Fault> {
        match self {
            Self::Give(tags) => before.with(tags),
            Self::Take(tags) => Ok(before.without(tags)),
        }
    }

    /// What the history says about so many contacts.
    fn change(&self, contacts: usize) -> PartChange {
        let (tags, sign) = match self {
            Self::Give(tags) => (tags, '+'),
            Self::Take(tags) => (tags, '−'),
        };
        PartChange::new(tags.to_string(), None, Some(format!("{sign}{contacts}")))
    }
}

impl Planner {
    /// Gives tags to contacts, or takes them away. Returns for how many it changed something.
    ///
    /// # Errors
    ///
    /// `Invalid` if no tag is named, or one of the contacts would have more than there may be: then none is changed. A
    /// conflict if somebody changes one of them at the same time.
    #[tracing::instrument(level = "debug", skip_all, fields(network = %right.network()), err(level = "debug"))]
    pub async fn tag_contacts(
        &self,
        right: &Organises,
        selection: &ContactSelection,
        tagging: &Tagging,
    ) -> Result<usize> {
        let (Tagging::Give(tags) | Tagging::Take(tags)) = tagging;
        if tags.is_empty() {
            return Err(Faults::one("tags", Fault::Missing).into());
        }
        let mut tx = self.store().begin().await?;
        let mut changed = Vec::new();
        for mut contact in selection.read(&mut tx, right.network()).await? {
            let tags = tagging.of(&contact.tags);
            let tags = tags.map_err(|fault| Faults::one("tags", fault))?;
            if contact.tags != tags {
                contact.tags = tags;
                contact.revision += 1;
                changed.push(contact);
            }
        }
        if changed.is_empty() {
            return Ok(0);
        }
        if tx.set_particulars(&changed).await? != changed.len() {
            return Err(PlannerError::Conflict(Changes::Unknown));
        }
        let subject = (right.network(), Who::from(right));
        let change = tagging.change(changed.len());
        self.note_network(&mut tx, subject, AuditAction::ContactsTagged, Some(change))
            .await?;
        tx.commit().await?;
        Ok(changed.len())
    }
}
