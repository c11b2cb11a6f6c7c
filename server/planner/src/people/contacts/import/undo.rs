//! An import into the address book is undone.

use model::{AuditAction, Contact, ContactImportId};

use crate::{Changes, Planner, PlannerError, Result, access::Organises};

/// What undoing an import did.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct UndoneImport {
    /// How many contacts were deleted again.
    pub deleted: u32,
    /// How many are again as they were before.
    pub restored: u32,
    /// How many stay, because they were changed or have registered since.
    pub kept: u32,
}

impl Planner {
    /// Takes an import back: deletes whoever it added, and what it filled in. Contacts that were changed since, or have
    /// registered, stay as they are. [`PlannerError::WrongState`] if it was undone before.
    #[tracing::instrument(level = "debug", skip_all, fields(network = %right.network(), import = %id), err(level = "debug"))]
    pub async fn undo_contact_import(
        &self,
        right: &Organises,
        id: ContactImportId,
    ) -> Result<UndoneImport> {
        let mut tx = self.store().begin().await?;
        let import = tx.contact_import(id).await?;
        let import = import.filter(|import| import.network == right.network());
        let import = import.ok_or(PlannerError::NotFound)?;
        if !tx.set_contact_import_undone(id, self.now()).await? {
            return Err(PlannerError::WrongState);
        }
        let supplemented = tx.supplemented_contacts(id).await?;
        let restored: Vec<Contact> = supplemented
            .into_iter()
            .map(|one| {
                // Nobody has changed the contact since: all that differs is the table's word, an objection to
                // invitations as well.
                Contact {
                    revision: one.after.revision + 1,
                    ..one.after.with_particulars(one.before)
                }
            })
            .collect();
        if tx.set_particulars(&restored).await? != restored.len() {
            return Err(PlannerError::Conflict(Changes::Unknown));
        }
        let deleted = tx.delete_imported_contacts(id).await?;
        self.note_import(&mut tx, right, AuditAction::ContactImportUndone)
            .await?;
        tx.commit().await?;
        let deleted = super::count(deleted);
        let restored = super::count(restored.len());
        let all = import.added.saturating_add(import.supplemented);
        Ok(UndoneImport {
            deleted,
            restored,
            kept: all.saturating_sub(deleted).saturating_sub(restored),
        })
    }
}
