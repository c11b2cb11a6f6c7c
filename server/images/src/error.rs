//! Why a file is no picture.

use thiserror::Error;

/// Why a file is refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum ImageError {
    #[error("the file has more than {} bytes", crate::MAX_BYTES)]
    TooLarge,
    #[error("the picture has more than {most} pixels on a side")]
    TooManyPixels { most: u32 },
    #[error("neither PNG nor JPEG nor SVG")]
    OtherFormat,
    #[error("damaged, or not what its first bytes say")]
    Unreadable,
    /// An SVG with an element that is not drawn. A part of the picture would be missing.
    #[error("an SVG with text, embedded pictures, filters, patterns or markers")]
    UnsupportedElement,
    #[error("an SVG with too many elements, or nested too deep")]
    TooComplex,
    #[error("nothing but transparent pixels")]
    Empty,
}
