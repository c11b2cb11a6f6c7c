//! A network's logos.

use model::{AuditAction, Fault, Faults, Line, Logo, LogoId, LogoRole, MOST_LOGOS, WebAddress};
use store::{EncodedLogo, Tx};

use super::pictures::{FOR_PAGES, FOR_PREVIEWS, forget_pictures, insert_picture, picture_of};
use crate::{
    MoveTo, Planner, PlannerError, Result,
    access::Owns,
    audit::{PartChange, Who},
};

/// What an owner enters about a logo.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LogoSettings {
    pub role: LogoRole,
    pub name: Line<200>,
    pub link: Option<WebAddress>,
}

impl Planner {
    /// The image of a logo by the hash in its URL.
    #[tracing::instrument(level = "debug", skip_all, err(level = "debug"))]
    pub async fn logo_image(&self, hash: &str) -> Result<EncodedLogo> {
        let mut reader = self.store().read().await?;
        let image = reader.logo_image(hash).await?;
        image.ok_or(PlannerError::NotFound)
    }

    /// Adds a logo after the others. A file that is no picture is a fault of the field `file`.
    #[tracing::instrument(level = "debug", skip_all, fields(network = %right.network()), err(level = "debug"))]
    pub async fn add_logo(&self, right: &Owns, new: LogoSettings, file: Vec<u8>) -> Result<LogoId> {
        // Drawing takes long. It is spared, if the logo cannot be added anyway.
        let mut reader = self.store().read().await?;
        let network = reader.network(right.network()).await?;
        check_room(&network.ok_or(PlannerError::NotFound)?.logos)?;
        drop(reader);
        let images = self.draw_pictures(file, [FOR_PAGES, FOR_PREVIEWS]).await?;
        let [small, large] = images.each_ref().map(picture_of);
        let LogoSettings { role, name, link } = new;
        let logo = Logo {
            id: self.new_id(),
            role,
            name,
            link,
            small,
            large,
        };
        let id = logo.id;
        let mut tx = self.store().begin().await?;
        let mut logos = locked(&mut tx, right).await?;
        check_room(&logos)?;
        for drawn in images {
            insert_picture(&mut tx, right.network(), drawn).await?;
        }
        let change = PartChange::new(logo.name.to_string(), None, Some(logo.name.to_string()));
        logos.push(logo);
        self.save_logos(tx, right, &logos, (AuditAction::LogoAdded, Some(change)))
            .await?;
        Ok(id)
    }

    /// Changes what is said about a logo. The image stays.
    #[tracing::instrument(level = "debug", skip_all, fields(network = %right.network()), err(level = "debug"))]
    pub async fn change_logo(
        &self,
        right: &Owns,
        id: LogoId,
        settings: LogoSettings,
    ) -> Result<()> {
        let mut tx = self.store().begin().await?;
        let mut logos = locked(&mut tx, right).await?;
        let logo = logos
            .iter_mut()
            .find(|logo| logo.id == id)
            .ok_or(PlannerError::NotFound)?;
        let change = PartChange::new(
            settings.name.to_string(),
            Some(logo.name.to_string()),
            Some(settings.name.to_string()),
        );
        LogoSettings {
            role: logo.role,
            name: logo.name,
            link: logo.link,
        } = settings;
        self.save_logos(tx, right, &logos, (AuditAction::LogoChanged, Some(change)))
            .await
    }

    /// Moves a logo within the order of display.
    #[tracing::instrument(level = "debug", skip_all, fields(network = %right.network()), err(level = "debug"))]
    pub async fn move_logo(&self, right: &Owns, id: LogoId, to: MoveTo<LogoId>) -> Result<()> {
        let mut tx = self.store().begin().await?;
        let mut logos = locked(&mut tx, right).await?;
        let order: Vec<LogoId> = logos.iter().map(|logo| logo.id).collect();
        let (from, to) = to.within(&order, &id).ok_or(PlannerError::NotFound)?;
        if from == to {
            return Ok(());
        }
        let logo = logos.remove(from);
        logos.insert(to, logo);
        self.save_logos(tx, right, &logos, (AuditAction::LogosReordered, None))
            .await
    }

    /// Removes a logo and its images.
    #[tracing::instrument(level = "debug", skip_all, fields(network = %right.network()), err(level = "debug"))]
    pub async fn remove_logo(&self, right: &Owns, id: LogoId) -> Result<()> {
        let mut tx = self.store().begin().await?;
        let mut logos = locked(&mut tx, right).await?;
        let place = logos
            .iter()
            .position(|logo| logo.id == id)
            .ok_or(PlannerError::NotFound)?;
        let removed = logos.remove(place);
        tx.set_logos(right.network(), &logos).await?;
        forget_pictures(&mut tx, right.network(), removed.images()).await?;
        let change = PartChange::new(
            removed.name.to_string(),
            Some(removed.name.to_string()),
            None,
        );
        self.save_logos(tx, right, &logos, (AuditAction::LogoRemoved, Some(change)))
            .await
    }

    async fn save_logos(
        &self,
        mut tx: Tx,
        right: &Owns,
        logos: &[Logo],
        (action, change): (AuditAction, Option<PartChange>),
    ) -> Result<()> {
        tx.set_logos(right.network(), logos).await?;
        self.note_network(&mut tx, (right.network(), Who::from(right)), action, change)
            .await?;
        tx.commit().await?;
        Ok(())
    }
}

async fn locked(tx: &mut Tx, right: &Owns) -> Result<Vec<Logo>> {
    let logos = tx.lock_logos(right.network()).await?;
    logos.ok_or(PlannerError::NotFound)
}

/// Fails if there are as many logos as there may be.
fn check_room(logos: &[Logo]) -> Result<()> {
    if logos.len() < MOST_LOGOS {
        return Ok(());
    }
    let fault = Fault::TooManyLogos { most: MOST_LOGOS };
    Err(Faults::one("file", fault).into())
}
