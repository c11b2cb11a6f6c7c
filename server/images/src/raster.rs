//! PNG and JPEG.

use std::io::Cursor;

use image::{
    DynamicImage, ImageDecoder as _, ImageFormat, ImageReader, Limits, error::LimitErrorKind,
    imageops::FilterType,
};

use crate::{Bounds, ImageError, pixels};

/// The largest width and height. A small file can unpack to this many pixels squared.
const MAX_SIDE: u32 = 4_000;

/// The memory that a decoder may use.
const MAX_DECODER_BYTES: u64 = 96 * 1024 * 1024;

/// Decodes a PNG or JPEG, turned as its EXIF orientation says.
pub fn decode(file: &[u8]) -> Result<(DynamicImage, ImageFormat), ImageError> {
    let Ok(format @ (ImageFormat::Png | ImageFormat::Jpeg)) = image::guess_format(file) else {
        return Err(ImageError::OtherFormat);
    };
    let mut limits = Limits::default();
    limits.max_image_width = Some(MAX_SIDE);
    limits.max_image_height = Some(MAX_SIDE);
    limits.max_alloc = Some(MAX_DECODER_BYTES);
    let mut reader = ImageReader::with_format(Cursor::new(file), format);
    reader.limits(limits);
    let mut decoder = reader.into_decoder().map_err(refusal)?;
    let orientation = decoder.orientation().map_err(refusal)?;
    let mut image = DynamicImage::from_decoder(decoder).map_err(refusal)?;
    image.apply_orientation(orientation);
    Ok((image, format))
}

fn refusal(error: image::ImageError) -> ImageError {
    match error {
        image::ImageError::Limits(error)
            if matches!(
                error.kind(),
                LimitErrorKind::DimensionError | LimitErrorKind::InsufficientMemory
            ) =>
        {
            ImageError::TooManyPixels { most: MAX_SIDE }
        }
        _ => ImageError::Unreadable,
    }
}

/// The image for each of the bounds, made smaller if it does not fit.
pub fn fit(image: DynamicImage, bounds: &[Bounds]) -> Vec<DynamicImage> {
    // The pixels are a large part of the memory. There is one copy of those that do not fit.
    let mut pixels = image.into_rgba8();
    let (width, height) = pixels.dimensions();
    let fits = |bounds: &Bounds| width <= bounds.width && height <= bounds.height;
    let kept = bounds
        .iter()
        .any(fits)
        .then(|| DynamicImage::from(pixels.clone()));
    pixels::premultiply(&mut pixels);
    let pixels = DynamicImage::from(pixels);
    let fitted = bounds.iter().map(|bounds| match &kept {
        Some(image) if fits(bounds) => image.clone(),
        _ => {
            let smaller = pixels.resize(bounds.width, bounds.height, FilterType::CatmullRom);
            let mut smaller = smaller.into_rgba8();
            pixels::demultiply(&mut smaller);
            smaller.into()
        }
    });
    fitted.collect()
}
