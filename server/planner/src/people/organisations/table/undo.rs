//! An import of organisations is undone.

use std::collections::HashSet;

use model::{AuditAction, Organisation, OrganisationId, OrganisationImportId};
use store::{ImportedOrganisation, Tx};

use crate::{
    Planner, PlannerError, Result,
    access::Organises,
    audit::Who,
    people::organisations::change::{change_of, check},
};

/// What undoing an import did.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct UndoneOrganisationImport {
    /// How many organisations were deleted again.
    pub deleted: u32,
    /// How many are again as they were before.
    pub restored: u32,
    /// How many stay, because they were changed, or are used by now.
    pub kept: u32,
}

impl Planner {
    /// Takes an import back: deletes the organisations that it added, and restores those that it changed. What somebody
    /// changed since, gave a logo, or uses stays as it is. [`PlannerError::WrongState`] if it was undone before.
    #[tracing::instrument(level = "debug", skip_all, fields(network = %right.network(), import = %id), err(level = "debug"))]
    pub async fn undo_organisation_import(
        &self,
        right: &Organises,
        id: OrganisationImportId,
    ) -> Result<UndoneOrganisationImport> {
        let mut tx = self.store().begin().await?;
        let import = tx.organisation_import(id).await?;
        let import = import.filter(|import| import.network == right.network());
        let import = import.ok_or(PlannerError::NotFound)?;
        if !tx.set_organisation_import_undone(id, self.now()).await? {
            return Err(PlannerError::WrongState);
        }
        let mut all = tx.organisations(import.network).await?.rows;
        let lines = tx.imported_organisations(id).await?;
        let unchanged = lines.into_iter().filter(|line| {
            let is_same = |one: &Organisation| one.without_logo() == line.after;
            all.iter().any(is_same)
        });
        let (restored, added): (Vec<_>, Vec<_>) = unchanged.partition(|line| line.before.is_some());
        let restored = self.restore(&mut tx, right, &mut all, restored).await?;
        let deleted = delete_unused(&mut tx, right, &all, &added).await?;
        let done = AuditAction::OrganisationImportUndone;
        self.note_network(&mut tx, (import.network, Who::from(right)), done, None)
            .await?;
        tx.commit().await?;
        let all = import.added.saturating_add(import.changed);
        Ok(UndoneOrganisationImport {
            deleted,
            restored,
            kept: all.saturating_sub(deleted).saturating_sub(restored),
        })
    }

    /// Restores organisations, except where what they were a part of is gone or has become a part of them. Returns how
    /// many.
    async fn restore(
        &self,
        tx: &mut Tx,
        right: &Organises,
        all: &mut [Organisation],
        lines: Vec<ImportedOrganisation>,
    ) -> Result<u32> {
        let mut restored = 0;
        for ImportedOrganisation { before, .. } in lines {
            let Some(before) = before else { continue };
            let Some(position) = all.iter().position(|one| one.id == before.id) else {
                continue;
            };
            let present = all[position].clone();
            let before = Organisation {
                logo: present.logo.clone(),
                ..before
            };
            if check(all, &before).is_err() {
                continue;
            }
            tx.update_organisation(&before).await?;
            let change = Some(change_of(all, Some(&present), &before));
            let changed = AuditAction::OrganisationChanged;
            self.note_network(tx, (before.network, right.into()), changed, change)
                .await?;
            all[position] = before;
            restored += 1;
        }
        Ok(restored)
    }
}

/// Deletes the organisations that nothing refers to, parts before what they are a part of. Returns how many.
async fn delete_unused(
    tx: &mut Tx,
    right: &Organises,
    all: &[Organisation],
    added: &[ImportedOrganisation],
) -> Result<u32> {
    let used = tx.organisations_in_use(right.network()).await?;
    let used: HashSet<OrganisationId> = used.into_iter().collect();
    let mut left: Vec<&Organisation> = all.iter().collect();
    let mut deletable: HashSet<OrganisationId> = added.iter().map(|line| line.after.id).collect();
    deletable.retain(|id| !used.contains(id));
    let mut deleted = 0;
    loop {
        let parents: HashSet<OrganisationId> = left.iter().filter_map(|one| one.parent).collect();
        let goes = |one: &&Organisation| deletable.contains(&one.id) && !parents.contains(&one.id);
        let (gone, stay): (Vec<_>, Vec<_>) = left.into_iter().partition(goes);
        if gone.is_empty() {
            return Ok(deleted);
        }
        for organisation in gone {
            tx.delete_organisation(organisation.id).await?;
            deleted += 1;
        }
        left = stay;
    }
}
