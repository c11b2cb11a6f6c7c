//! The logo of an organisation: one picture at most.

use model::{AuditAction, Organisation, OrganisationId};
use store::Tx;

use super::require_organisation;
use crate::{
    Planner, PlannerError, Result,
    access::Organises,
    audit::{PartChange, Who},
    people::pictures::{FOR_PAGES, forget_pictures, insert_picture, picture_of},
};

impl Planner {
    /// Gives an organisation a logo, in place of the one that it had. A file that is no picture is a fault of the field
    /// `file`.
    #[tracing::instrument(level = "debug", skip_all, fields(network = %right.network(), organisation = %id), err(level = "debug"))]
    pub async fn set_organisation_logo(
        &self,
        right: &Organises,
        id: OrganisationId,
        file: Vec<u8>,
    ) -> Result<()> {
        // Drawing takes long. It is spared, if there is no such organisation.
        let mut reader = self.store().read().await?;
        require_organisation(&mut reader, right.network(), id).await?;
        drop(reader);
        let [drawn] = self.draw_pictures(file, [FOR_PAGES]).await?;
        let logo = picture_of(&drawn);
        let mut tx = self.store().begin().await?;
        let before = locked(&mut tx, right, id).await?;
        insert_picture(&mut tx, right.network(), drawn).await?;
        tx.set_organisation_logo(id, Some(&logo)).await?;
        forget_pictures(&mut tx, right.network(), &before.logo).await?;
        let saved = AuditAction::OrganisationLogoSaved;
        self.note_logo(tx, right, &before, saved).await
    }

    /// Takes the logo of an organisation away. Without one, nothing happens.
    #[tracing::instrument(level = "debug", skip_all, fields(network = %right.network(), organisation = %id), err(level = "debug"))]
    pub async fn remove_organisation_logo(
        &self,
        right: &Organises,
        id: OrganisationId,
    ) -> Result<()> {
        let mut tx = self.store().begin().await?;
        let before = locked(&mut tx, right, id).await?;
        if before.logo.is_none() {
            return Ok(());
        }
        tx.set_organisation_logo(id, None).await?;
        forget_pictures(&mut tx, right.network(), &before.logo).await?;
        let removed = AuditAction::OrganisationLogoRemoved;
        self.note_logo(tx, right, &before, removed).await
    }

    async fn note_logo(
        &self,
        mut tx: Tx,
        right: &Organises,
        organisation: &Organisation,
        action: AuditAction,
    ) -> Result<()> {
        let change = Some(PartChange::of(organisation.short_name.to_string()));
        let subject = (right.network(), Who::from(right));
        self.note_network(&mut tx, subject, action, change).await?;
        tx.commit().await?;
        Ok(())
    }
}

/// The organisation, with the lock of the network's pictures.
async fn locked(tx: &mut Tx, right: &Organises, id: OrganisationId) -> Result<Organisation> {
    let logos = tx.lock_logos(right.network()).await?;
    logos.ok_or(PlannerError::NotFound)?;
    require_organisation(tx, right.network(), id).await
}
