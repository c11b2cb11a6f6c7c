//! The effort of drawing an SVG.

use resvg::usvg::{ClipPath, Group, Mask, Node, Path, Rect, Tree};

use crate::ImageError;

/// The most effort, in pictures that are filled from edge to edge.
const MAX_EFFORT: f32 = 200.0;

/// The number of dashes of a line that take as long as filling the picture.
const DASHES_PER_PICTURE: f32 = 5_000.0;

/// Fails if the picture takes too long to draw.
pub fn check(tree: &Tree) -> Result<(), ImageError> {
    let mut painting = Painting {
        size: (tree.size().width(), tree.size().height()),
        left: MAX_EFFORT,
    };
    painting.group(tree.root(), false)
}

struct Painting {
    size: (f32, f32),
    left: f32,
}

impl Painting {
    /// Counts what a group contains. What is hidden in a mask or clip path is placed by each of its users, so
    /// that its area is not known: it counts as the whole picture.
    fn group(&mut self, group: &Group, is_hidden: bool) -> Result<(), ImageError> {
        if group.should_isolate() {
            self.spend(1.0)?;
        }
        if let Some(clip_path) = group.clip_path() {
            self.clip_path(clip_path)?;
        }
        if let Some(mask) = group.mask() {
            self.mask(mask)?;
        }
        for node in group.children() {
            match node {
                Node::Group(group) => self.group(group, is_hidden)?,
                Node::Path(path) => {
                    let area = if is_hidden {
                        1.0
                    } else {
                        self.share(path.abs_stroke_bounding_box())
                    };
                    self.spend(area + dashes(path) / DASHES_PER_PICTURE)?;
                }
                Node::Image(_) | Node::Text(_) => return Err(ImageError::UnsupportedElement),
            }
        }
        Ok(())
    }

    fn clip_path(&mut self, clip_path: &ClipPath) -> Result<(), ImageError> {
        self.spend(1.0)?;
        self.group(clip_path.root(), true)?;
        clip_path
            .clip_path()
            .map_or(Ok(()), |clip_path| self.clip_path(clip_path))
    }

    fn mask(&mut self, mask: &Mask) -> Result<(), ImageError> {
        self.spend(1.0)?;
        self.group(mask.root(), true)?;
        mask.mask().map_or(Ok(()), |mask| self.mask(mask))
    }

    fn spend(&mut self, effort: f32) -> Result<(), ImageError> {
        self.left -= effort;
        if self.left >= 0.0 {
            Ok(())
        } else {
            Err(ImageError::TooComplex)
        }
    }

    /// The part of the picture that a rectangle covers.
    fn share(&self, rect: Rect) -> f32 {
        let (width, height) = self.size;
        let length = |from: f32, to: f32, most: f32| (to.min(most) - from.max(0.0)).max(0.0) / most;
        length(rect.left(), rect.right(), width) * length(rect.top(), rect.bottom(), height)
    }
}

/// The number of dashes of a path's line. The path is at most as long as the way over its control points.
fn dashes(path: &Path) -> f32 {
    let Some(pattern) = path.stroke().and_then(|stroke| stroke.dasharray()) else {
        return 0.0;
    };
    let points = path.data().points();
    let length: f32 = points
        .windows(2)
        .map(|ends| (ends[1].x - ends[0].x).hypot(ends[1].y - ends[0].y))
        .sum();
    let period: f32 = pattern.iter().sum();
    if period > 0.0 {
        length * 2.0 / period * f32::from(u16::try_from(pattern.len()).unwrap_or(u16::MAX))
    } else {
        0.0
    }
}
