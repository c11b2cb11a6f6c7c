//! Alpha channels.

use image::{DynamicImage, Rgba, RgbaImage};

/// Multiplies the colours by their alpha. Without it, resizing would mix in the colour of transparent pixels.
pub fn premultiply(image: &mut RgbaImage) {
    for Rgba([red, green, blue, alpha]) in image.pixels_mut() {
        for channel in [red, green, blue] {
            *channel = scale(u32::from(*channel) * u32::from(*alpha), 255);
        }
    }
}

/// The reverse of [`premultiply`].
pub fn demultiply(image: &mut RgbaImage) {
    for Rgba([red, green, blue, alpha]) in image.pixels_mut() {
        if *alpha == 0 {
            continue;
        }
        for channel in [red, green, blue] {
            *channel = scale(u32::from(*channel) * 255, u32::from(*alpha));
        }
    }
}

/// A rounded quotient, at most 255.
fn scale(product: u32, by: u32) -> u8 {
    u8::try_from((product + by / 2) / by).unwrap_or(u8::MAX)
}

/// The image without its alpha channel, if all of it is opaque.
pub fn without_opaque_alpha(image: DynamicImage) -> DynamicImage {
    let opaque = image
        .as_rgba8()
        .is_some_and(|pixels| pixels.pixels().all(|Rgba([.., alpha])| *alpha == 255));
    if opaque {
        image.into_rgb8().into()
    } else {
        image
    }
}

/// Whether nothing of it can be seen.
pub fn is_transparent(image: &DynamicImage) -> bool {
    image
        .as_rgba8()
        .is_some_and(|pixels| pixels.pixels().all(|Rgba([.., alpha])| *alpha == 0))
}
