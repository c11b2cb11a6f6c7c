//! Contacts from a table: read first, with the faults of every line; entered whole or not at all, and undone.

mod consent;
mod lines;
mod summary;
mod undo;

use model::{AuditAction, Contact, ContactImport, ContactSource};
use store::{ContactFilter, Paging, Reader, SupplementedContact};
use tokio::task::spawn_blocking;

pub use self::{
    lines::{ContactImportPreview, ContactLine, KnownContacts},
    summary::{ContactImportSummary, DifferingLine},
    undo::UndoneImport,
};
use crate::{
    Changes, Planner, PlannerError, Result,
    access::Organises,
    audit::{About, AuditEntry, Who},
    require::require_network,
    tables::{Chosen, FaultyLines, PersonColumn},
};

/// How many imports are listed.
const LISTED: i64 = 5;

impl Planner {
    /// Reads a table of contacts as it would be imported. Writes nothing.
    #[tracing::instrument(level = "debug", skip_all, fields(network = %right.network()), err(level = "debug"))]
    pub async fn preview_contact_import(
        &self,
        right: &Organises,
        text: &str,
        chosen: &Chosen<PersonColumn>,
    ) -> Result<ContactImportPreview> {
        let mut reader = self.store().read().await?;
        self.read_contacts(&mut reader, right, text, chosen).await
    }

    /// Adds the people of a table to the address book in one go. Of whoever stands there already, only what
    /// is missing is filled in.
    ///
    /// # Errors
    ///
    /// `WrongState` if the table is not sound, except for lines that are left out; a conflict if somebody was added or changed after it was read.
    #[tracing::instrument(level = "debug", skip_all, fields(network = %right.network()), err(level = "debug"))]
    pub async fn import_contacts(
        &self,
        right: &Organises,
        preview: &ContactImportPreview,
        faulty: FaultyLines,
    ) -> Result<()> {
        if !preview.is_importable(faulty) {
            return Err(PlannerError::WrongState);
        }
        if preview.entries().next().is_none() {
            return Ok(());
        }
        let mut tx = self.store().begin().await?;
        let network = require_network(&mut tx, right.network()).await?;
        let now = self.now();
        let mut added: Vec<Contact> = Vec::new();
        let mut supplemented: Vec<SupplementedContact> = Vec::new();
        for (_, line) in preview.entries() {
            match line {
                ContactLine::New(new) => {
                    let source = ContactSource::Import;
                    let new = new.as_ref().clone();
                    added.push(new.added(self.new_id(), &network, source, now));
                }
                ContactLine::Supplements(contact) => supplemented.push(contact.as_ref().clone()),
            }
        }
        // Transactions that make the same contacts lock them in one order.
        added.sort_by_cached_key(|contact| contact.person.address.lower());
        tx.insert_contacts(&added).await?;
        let after: Vec<Contact> = supplemented.iter().map(|one| one.after.clone()).collect();
        if tx.set_particulars(&after).await? != after.len() {
            return Err(PlannerError::Conflict(Changes::Unknown));
        }
        let import = ContactImport {
            id: self.new_id(),
            network: network.id,
            at: now,
            added: count(added.len()),
            supplemented: count(supplemented.len()),
            undone_at: None,
        };
        tx.insert_contact_import(&import, &added, &supplemented)
            .await?;
        self.note_import(&mut tx, right, AuditAction::ContactsImported)
            .await?;
        tx.commit().await?;
        Ok(())
    }

    /// The latest imports into an address book, the latest first.
    pub async fn contact_imports(&self, right: &Organises) -> Result<Vec<ContactImport>> {
        let mut reader = self.store().read().await?;
        let imports = reader
            .latest_contact_imports(right.network(), LISTED)
            .await?;
        Ok(imports.rows)
    }

    async fn read_contacts(
        &self,
        reader: &mut Reader,
        right: &Organises,
        text: &str,
        chosen: &Chosen<PersonColumn>,
    ) -> Result<ContactImportPreview> {
        let network = require_network(reader, right.network()).await?;
        let organisations = reader.organisations(network.id).await?.rows;
        let known = reader
            .find_contacts(network.id, &ContactFilter::default(), Paging::ALL)
            .await?;
        let known = KnownContacts {
            organisations,
            contacts: known.rows,
            language: network.language,
            now: self.now(),
            time_zone: Some(network.time_zone),
            privacy_version: network.privacy_version,
        };
        let (text, chosen) = (text.to_owned(), chosen.clone());
        // A large table takes long enough to delay other requests.
        spawn_blocking(move || known.read(&text, &chosen))
            .await
            .map_err(PlannerError::internal)
    }

    async fn note_import(
        &self,
        tx: &mut store::Tx,
        right: &Organises,
        action: AuditAction,
    ) -> Result<()> {
        let entry = AuditEntry {
            who: Who::from(right),
            about: About {
                network: right.network(),
                event: None,
                registration: None,
                contact: None,
            },
            action,
            edit: None,
        };
        self.note(tx, entry).await
    }
}

fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}
