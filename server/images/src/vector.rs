//! SVG.

use std::str;

use image::{DynamicImage, RgbaImage};
use resvg::{
    tiny_skia::{Pixmap, Transform},
    usvg::{
        self, Options, Tree,
        roxmltree::{Document, Node, ParsingOptions},
    },
};

use crate::{Bounds, ImageError, painting, pixels, references::References};

/// The most nodes of the XML document.
const MAX_NODES: u32 = 20_000;

/// Elements that are not drawn, or that repeat others more often than can be counted.
const UNSUPPORTED: [&str; 6] = [
    "text",
    "image",
    "foreignObject",
    "filter",
    "pattern",
    "marker",
];

/// Whether the file looks like XML.
pub fn is_svg(file: &[u8]) -> bool {
    let text = file.strip_prefix(b"\xef\xbb\xbf").unwrap_or(file);
    text.trim_ascii_start().starts_with(b"<")
}

/// Parses an SVG that can be drawn whole and within limits. Scripts and references to other files are left out.
pub fn parse(file: &[u8]) -> Result<Tree, ImageError> {
    let text = str::from_utf8(file).map_err(|_| ImageError::Unreadable)?;
    let options = ParsingOptions {
        // Drawing programs write a document type. Entities are bounded by the parser.
        allow_dtd: true,
        nodes_limit: MAX_NODES,
        ..ParsingOptions::default()
    };
    let document = Document::parse_with_options(text, options).map_err(|error| match error {
        usvg::roxmltree::Error::NodesLimitReached => ImageError::TooComplex,
        _ => ImageError::Unreadable,
    })?;
    if document.root_element().tag_name().name() != "svg" {
        return Err(ImageError::OtherFormat);
    }
    let unsupported = |node: Node| UNSUPPORTED.contains(&node.tag_name().name());
    if document.descendants().any(unsupported) {
        return Err(ImageError::UnsupportedElement);
    }
    References::of(&document).check(document.root_element())?;
    let tree =
        Tree::from_xmltree(&document, &Options::default()).map_err(|_| ImageError::Unreadable)?;
    painting::check(&tree)?;
    Ok(tree)
}

/// Draws the picture as large as it fits.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    clippy::cast_precision_loss,
    reason = "pixels of a bounded picture"
)]
pub fn draw(svg: &Tree, bounds: Bounds) -> Result<DynamicImage, ImageError> {
    let size = svg.size();
    let scale = (bounds.width as f32 / size.width()).min(bounds.height as f32 / size.height());
    let side = |length: f32, most: u32| ((length * scale).round() as u32).clamp(1, most);
    let (width, height) = (
        side(size.width(), bounds.width),
        side(size.height(), bounds.height),
    );
    let mut canvas = Pixmap::new(width, height).ok_or(ImageError::Unreadable)?;
    resvg::render(
        svg,
        Transform::from_scale(scale, scale),
        &mut canvas.as_mut(),
    );
    let mut image =
        RgbaImage::from_raw(width, height, canvas.take()).ok_or(ImageError::Unreadable)?;
    pixels::demultiply(&mut image);
    Ok(image.into())
}
