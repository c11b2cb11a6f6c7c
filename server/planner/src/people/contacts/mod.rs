//! Contacts: the address book of a network.

mod change;
mod deletion;
mod entered;
mod export;
mod follow;
mod import;
mod merge;
mod of_organisation;
mod queries;
mod registered;
mod same_event;
mod tagging;

use model::{AuditAction, Contact, ContactChange, ContactId, NetworkId};
use store::{Reader, Tx};

pub use self::{
    entered::{ConsentToKeep, Invitations, NewContact},
    export::ContactExportTexts,
    import::{
        ContactImportPreview, ContactImportSummary, ContactLine, DifferingLine, KnownContacts,
        UndoneImport,
    },
    merge::{ComparedContacts, Duplicates, SeenContact},
    of_organisation::NamedOrganisation,
    queries::{ContactListing, ContactRecord, RegisteredFor},
    tagging::{ContactSelection, Tagging},
};
use crate::{
    Planner, PlannerError, Result,
    audit::{About, AuditEntry, Edit, Who},
};

/// A contact of a network. Another network's does not exist.
async fn require_contact(
    reader: &mut Reader,
    network: NetworkId,
    id: ContactId,
) -> Result<Contact> {
    let contact = reader.contact(id).await?;
    contact
        .filter(|contact| contact.network == network)
        .ok_or(PlannerError::NotFound)
}

impl Planner {
    /// Writes a line about a contact.
    async fn note_contact(
        &self,
        tx: &mut Tx,
        (contact, who): (&Contact, Who),
        action: AuditAction,
        changes: &[ContactChange],
    ) -> Result<()> {
        let entry = AuditEntry {
            who,
            about: About {
                network: contact.network,
                event: None,
                registration: None,
                contact: Some(contact.id),
            },
            action,
            edit: Some(Edit::new(changes, contact.revision)?),
        };
        self.note(tx, entry).await
    }
}
