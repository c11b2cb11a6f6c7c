//! Pictures that people upload: decoded within limits and drawn anew. Pure: bytes in, bytes out.
//!
//! The bytes of an upload are never kept. A picture is drawn pixel by pixel, so that scripts, links, metadata and
//! whatever else a file carries stay behind, and an SVG becomes a PNG.

mod error;
mod painting;
mod pixels;
mod raster;
mod references;
mod vector;

pub use error::ImageError;

use image::{DynamicImage, ExtendedColorType, ImageEncoder, codecs::jpeg::JpegEncoder};
use image::{
    ImageFormat,
    codecs::png::{CompressionType, FilterType, PngEncoder},
};

/// The largest file.
pub const MAX_BYTES: usize = 1024 * 1024;

/// The quality of a JPEG that is encoded anew, of 100.
const JPEG_QUALITY: u8 = 88;

/// The size that a picture is drawn to fit in, in pixels. Its proportions stay.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Bounds {
    pub width: u32,
    pub height: u32,
}

/// How a drawn picture is encoded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Encoding {
    Png,
    Jpeg,
}

/// A picture as it is drawn and encoded for one size.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DrawnImage {
    pub width: u32,
    pub height: u32,
    pub encoding: Encoding,
    pub bytes: Vec<u8>,
}

/// Draws a PNG, JPEG or SVG to fit each of the bounds. A PNG or JPEG is never enlarged. Takes up to a second
/// and 120 MB: call it on a thread for blocking work, once at a time.
pub fn draw(file: &[u8], bounds: &[Bounds]) -> Result<Vec<DrawnImage>, ImageError> {
    if file.len() > MAX_BYTES {
        return Err(ImageError::TooLarge);
    }
    if vector::is_svg(file) {
        let svg = vector::parse(file)?;
        return bounds
            .iter()
            .map(|bounds| encode(vector::draw(&svg, *bounds)?, Encoding::Png))
            .collect();
    }
    let (image, format) = raster::decode(file)?;
    let encoding = match format {
        ImageFormat::Jpeg => Encoding::Jpeg,
        _ => Encoding::Png,
    };
    raster::fit(image, bounds)
        .into_iter()
        .map(|image| encode(image, encoding))
        .collect()
}

fn encode(image: DynamicImage, encoding: Encoding) -> Result<DrawnImage, ImageError> {
    let image = pixels::without_opaque_alpha(image);
    if pixels::is_transparent(&image) {
        return Err(ImageError::Empty);
    }
    let (width, height) = (image.width(), image.height());
    let mut bytes = Vec::new();
    let color = ExtendedColorType::from(image.color());
    match encoding {
        Encoding::Png => {
            PngEncoder::new_with_quality(&mut bytes, CompressionType::Best, FilterType::Adaptive)
                .write_image(image.as_bytes(), width, height, color)
        }
        Encoding::Jpeg => JpegEncoder::new_with_quality(&mut bytes, JPEG_QUALITY).write_image(
            image.as_bytes(),
            width,
            height,
            color,
        ),
    }
    .map_err(|_| ImageError::Unreadable)?;
    Ok(DrawnImage {
        width,
        height,
        encoding,
        bytes,
    })
}

impl Encoding {
    /// The media type.
    pub const fn media_type(self) -> &'static str {
        match self {
            Self::Png => "image/png",
            Self::Jpeg => "image/jpeg",
        }
    }
}

#[cfg(test)]
mod tests;
