//! A network's logos.

use images::{Bounds, DrawnImage, ImageError};
use model::{
    AuditAction, Fault, Faults, Line, Logo, LogoId, LogoImage, LogoRole, MOST_LOGOS, PictureFault,
    WebAddress,
};
use sha2::{Digest as _, Sha256};
use store::{EncodedLogo, Tx};

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

/// The sizes in which a logo is kept: for pages, on screens of two pixels per CSS pixel, and for previews of links.
const SIZES: [Bounds; 2] = [
    Bounds {
        width: 480,
        height: 128,
    },
    Bounds {
        width: 1_200,
        height: 630,
    },
];

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
        let images = self.draw(file).await?;
        let [small, large] = images.each_ref().map(of_drawn);
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
        for (image, drawn) in logo.images().into_iter().zip(images) {
            let image_bytes = EncodedLogo {
                media_type: drawn.encoding.media_type().to_owned(),
                bytes: drawn.bytes,
            };
            tx.insert_logo_image(right.network(), &image.hash, &image_bytes)
                .await?;
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
        for LogoImage { hash, .. } in removed.images() {
            let is_shared = logos
                .iter()
                .any(|logo| logo.images().iter().any(|image| image.hash == *hash));
            if !is_shared {
                tx.delete_logo_image(right.network(), hash).await?;
            }
        }
        let change = PartChange::new(
            removed.name.to_string(),
            Some(removed.name.to_string()),
            None,
        );
        self.save_logos(tx, right, &logos, (AuditAction::LogoRemoved, Some(change)))
            .await
    }

    /// Draws the file in each of the sizes.
    async fn draw(&self, file: Vec<u8>) -> Result<[DrawnImage; SIZES.len()]> {
        let drawing = self.drawing().run(move || images::draw(&file, &SIZES));
        let drawn = drawing
            .await?
            .map_err(|error| Faults::one("file", Fault::UnusablePicture(fault_of(error))))?;
        let unreadable = Fault::UnusablePicture(PictureFault::Unreadable);
        drawn
            .try_into()
            .map_err(|_| Faults::one("file", unreadable).into())
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

fn of_drawn(drawn: &DrawnImage) -> LogoImage {
    let digest = Sha256::digest(&drawn.bytes);
    let hash = digest
        .iter()
        .take(16)
        .fold(String::new(), |hash, byte| format!("{hash}{byte:02x}"));
    LogoImage {
        hash,
        width: drawn.width,
        height: drawn.height,
    }
}

const fn fault_of(error: ImageError) -> PictureFault {
    match error {
        ImageError::TooLarge => PictureFault::TooLarge {
            kilobytes: images::MAX_BYTES / 1024,
        },
        ImageError::TooManyPixels { most } => PictureFault::TooManyPixels { most },
        ImageError::OtherFormat => PictureFault::OtherFormat,
        ImageError::Unreadable => PictureFault::Unreadable,
        ImageError::UnsupportedElement => PictureFault::UnsupportedElement,
        ImageError::TooComplex => PictureFault::TooComplex,
        ImageError::Empty => PictureFault::Empty,
    }
}
