//! Uploaded pictures: drawn anew within limits, and kept by the hash of their bytes.

use images::{Bounds, DrawnImage, ImageError};
use model::{Fault, Faults, Logo, LogoImage, NetworkId, PictureFault};
use sha2::{Digest as _, Sha256};
use store::{EncodedLogo, Tx};

use crate::{Planner, PlannerError, Result};

/// The size of a picture for pages, on screens of two pixels per CSS pixel.
pub(super) const FOR_PAGES: Bounds = Bounds {
    width: 480,
    height: 128,
};

/// The size of a picture for previews of links.
pub(super) const FOR_PREVIEWS: Bounds = Bounds {
    width: 1_200,
    height: 630,
};

impl Planner {
    /// Draws a file in each of the sizes. One that is no picture is a fault of the field `file`.
    pub(super) async fn draw_pictures<const SIZES: usize>(
        &self,
        file: Vec<u8>,
        sizes: [Bounds; SIZES],
    ) -> Result<[DrawnImage; SIZES]> {
        let drawing = self.drawing().run(move || images::draw(&file, &sizes));
        let drawn = drawing
            .await?
            .map_err(|error| Faults::one("file", Fault::UnusablePicture(fault_of(error))))?;
        let unreadable = Fault::UnusablePicture(PictureFault::Unreadable);
        drawn
            .try_into()
            .map_err(|_| Faults::one("file", unreadable).into())
    }
}

/// What pages say of a drawn picture.
pub(super) fn picture_of(drawn: &DrawnImage) -> LogoImage {
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

/// Keeps the bytes of a drawn picture, unless the network has them.
pub(super) async fn insert_picture(
    tx: &mut Tx,
    network: NetworkId,
    drawn: DrawnImage,
) -> Result<()> {
    let hash = picture_of(&drawn).hash;
    let encoded = EncodedLogo {
        media_type: drawn.encoding.media_type().to_owned(),
        bytes: drawn.bytes,
    };
    Ok(tx.insert_logo_image(network, &hash, &encoded).await?)
}

/// Deletes the bytes of pictures that neither the network nor an organisation of it shows any more. It takes the lock of
/// the network's logos.
pub(super) async fn forget_pictures(
    tx: &mut Tx,
    network: NetworkId,
    pictures: impl IntoIterator<Item = &LogoImage>,
) -> Result<()> {
    let logos = tx.lock_logos(network).await?;
    let logos = logos.ok_or(PlannerError::NotFound)?;
    let organisations = tx.organisations(network).await?.rows;
    for LogoImage { hash, .. } in pictures {
        let mut shown = logos
            .iter()
            .flat_map(Logo::images)
            .chain(organisations.iter().filter_map(|one| one.logo.as_ref()));
        if shown.all(|image| image.hash != *hash) {
            tx.delete_logo_image(network, hash).await?;
        }
    }
    Ok(())
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
