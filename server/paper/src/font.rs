//! Fonts, and lines of text that are measured before they are drawn.

use std::{cell::RefCell, collections::HashMap, ops::Range, rc::Rc, sync::LazyLock};

use krilla::text::{Font, GlyphId, KrillaGlyph};
use rustybuzz::{BufferFlags, Direction, Face, Script, ShapePlan, UnicodeBuffer};
use unicode_bidi::BidiInfo;

use crate::PaperError;

static REGULAR: &[u8] = include_bytes!("../fonts/DejaVuSansCondensed.ttf");
static BOLD: &[u8] = include_bytes!("../fonts/DejaVuSansCondensed-Bold.ttf");

/// Whether the PDF has a glyph for each character of a text.
pub fn is_printable(text: &str) -> bool {
    static FACE: LazyLock<Option<Face<'static>>> = LazyLock::new(|| Face::from_slice(REGULAR, 0));
    FACE.as_ref().is_none_or(|face| {
        let mut seen = text
            .chars()
            .filter(|c| !c.is_whitespace() && !c.is_control());
        seen.all(|c| face.glyph_index(c).is_some())
    })
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Weight {
    Regular,
    Bold,
}

struct Loaded {
    font: Font,
    face: Face<'static>,
    /// A plan reads the tables of the font, which takes longer than shaping a name.
    plans: RefCell<HashMap<(Direction, Script), Rc<ShapePlan>>>,
}

/// The fonts of a document, and the lines that they have shaped.
pub(crate) struct Fonts {
    regular: Loaded,
    bold: Loaded,
    shaped: RefCell<HashMap<(Weight, String), Rc<Line>>>,
}

/// A line of text, at size 1.
#[derive(Debug)]
pub(crate) struct Line {
    pub weight: Weight,
    pub width: f32,
    /// From left to right.
    pub runs: Vec<Run>,
}

/// Glyphs of one direction.
#[derive(Debug)]
pub(crate) struct Run {
    pub text: String,
    pub glyphs: Vec<KrillaGlyph>,
    pub width: f32,
}

/// A text in lines, and whether all of it is there.
pub(crate) struct Wrapped {
    pub lines: Vec<Rc<Line>>,
    pub is_whole: bool,
}

impl Fonts {
    pub(crate) fn new() -> Result<Self, PaperError> {
        let load = |bytes: &'static [u8]| {
            Some(Loaded {
                font: Font::new(bytes.into(), 0)?,
                face: Face::from_slice(bytes, 0)?,
                plans: RefCell::default(),
            })
        };
        Ok(Self {
            regular: load(REGULAR).ok_or(PaperError::Font)?,
            bold: load(BOLD).ok_or(PaperError::Font)?,
            shaped: RefCell::default(),
        })
    }

    pub(crate) fn font(&self, weight: Weight) -> Font {
        self.loaded(weight).font.clone()
    }

    fn loaded(&self, weight: Weight) -> &Loaded {
        match weight {
            Weight::Regular => &self.regular,
            Weight::Bold => &self.bold,
        }
    }

    /// A text as one line.
    pub(crate) fn line(&self, weight: Weight, text: &str) -> Rc<Line> {
        let key = (weight, text.to_owned());
        if let Some(line) = self.shaped.borrow().get(&key) {
            return Rc::clone(line);
        }
        let line = Rc::new(self.shape(weight, text));
        self.shaped.borrow_mut().insert(key, Rc::clone(&line));
        line
    }

    fn width(&self, weight: Weight, text: &str) -> f32 {
        self.line(weight, text).width
    }

    /// A text as one line that is no wider than `width` at a size, shortened by an ellipsis where needed.
    pub(crate) fn shortened(
        &self,
        weight: Weight,
        text: &str,
        (size, width): (f32, f32),
    ) -> Rc<Line> {
        let whole = self.line(weight, text);
        if whole.width * size <= width {
            return whole;
        }
        self.cut(weight, text, (size, width))
    }

    /// The longest beginning of a text that is no wider than `width` with an ellipsis after it. It lacks a character
    /// at least.
    fn cut(&self, weight: Weight, text: &str, (size, width): (f32, f32)) -> Rc<Line> {
        let ended = |end: usize| format!("{}…", text[..end].trim_end());
        let fits = |end: usize| self.shape(weight, &ended(end)).width * size <= width;
        self.line(weight, &ended(longest(text, fits)))
    }

    /// A text in lines of a width. What does not fit into `most` lines is left out after an ellipsis.
    pub(crate) fn wrapped(
        &self,
        weight: Weight,
        text: &str,
        (size, width): (f32, f32),
        most: usize,
    ) -> Wrapped {
        let fits = |text: &str| self.width(weight, text) * size <= width;
        let mut lines: Vec<String> = Vec::new();
        let mut line = String::new();
        for word in text.split_whitespace() {
            let longer = if line.is_empty() {
                word.to_owned()
            } else {
                format!("{line} {word}")
            };
            if fits(&longer) {
                line = longer;
                continue;
            }
            if !line.is_empty() {
                lines.push(std::mem::take(&mut line));
            }
            let mut rest = word;
            while lines.len() <= most && !fits(rest) {
                let end = longest(rest, |end| {
                    self.shape(weight, &rest[..end]).width * size <= width
                });
                // A column narrower than a letter still gets one.
                let end = end.max(rest.chars().next().map_or(0, char::len_utf8));
                lines.push(rest[..end].to_owned());
                rest = &rest[end..];
            }
            rest.clone_into(&mut line);
        }
        if !line.is_empty() {
            lines.push(line);
        }
        let is_whole = lines.len() <= most;
        let rest = if is_whole {
            Vec::new()
        } else {
            lines.split_off(most.saturating_sub(1))
        };
        let mut lines: Vec<Rc<Line>> = lines
            .iter()
            .map(|line| self.shortened(weight, line, (size, width)))
            .collect();
        if !is_whole {
            lines.push(self.cut(weight, &rest.join(" "), (size, width)));
        }
        Wrapped { lines, is_whole }
    }

    /// A text in lines, in the first of several sizes in which it is whole; else in the last one.
    pub(crate) fn fitted(
        &self,
        weight: Weight,
        text: &str,
        sizes: &[(f32, usize)],
        width: f32,
    ) -> (f32, Vec<Rc<Line>>) {
        let mut last = (0.0, Vec::new());
        for &(size, most) in sizes {
            let wrapped = self.wrapped(weight, text, (size, width), most);
            let is_whole = wrapped.is_whole;
            last = (size, wrapped.lines);
            if is_whole {
                break;
            }
        }
        last
    }

    fn shape(&self, weight: Weight, text: &str) -> Line {
        let text: String = text
            .chars()
            .map(|c| if c.is_control() { ' ' } else { c })
            .collect();
        let loaded = self.loaded(weight);
        let mut runs = Vec::new();
        let bidi = BidiInfo::new(&text, None);
        if bidi.has_rtl() {
            for paragraph in &bidi.paragraphs {
                let (levels, ranges) = bidi.visual_runs(paragraph, paragraph.range.clone());
                for range in ranges {
                    let direction = if levels[range.start].is_rtl() {
                        Direction::RightToLeft
                    } else {
                        Direction::LeftToRight
                    };
                    runs.push(loaded.run(&text[range], direction));
                }
            }
        } else if !text.is_empty() {
            runs.push(loaded.run(&text, Direction::LeftToRight));
        }
        Line {
            weight,
            width: runs.iter().map(|run| run.width).sum(),
            runs,
        }
    }
}

impl Loaded {
    fn plan(&self, direction: Direction, script: Script) -> Rc<ShapePlan> {
        let mut plans = self.plans.borrow_mut();
        let plan = plans.entry((direction, script)).or_insert_with(|| {
            Rc::new(ShapePlan::new(
                &self.face,
                direction,
                Some(script),
                None,
                &[],
            ))
        });
        Rc::clone(plan)
    }

    fn run(&self, text: &str, direction: Direction) -> Run {
        let mut buffer = UnicodeBuffer::new();
        buffer.push_str(text);
        buffer.set_flags(BufferFlags::REMOVE_DEFAULT_IGNORABLES);
        buffer.guess_segment_properties();
        buffer.set_direction(direction);
        let plan = self.plan(direction, buffer.script());
        let shaped = rustybuzz::shape_with_plan(&self.face, &plan, buffer);
        let em = self.font.units_per_em();
        // The clusters of right-to-left text come in descending order.
        let mut starts: Vec<usize> = shaped
            .glyph_infos()
            .iter()
            .filter_map(|info| usize::try_from(info.cluster).ok())
            .collect();
        starts.sort_unstable();
        starts.dedup();
        let cluster = |start: usize| -> Range<usize> {
            let next = starts.iter().find(|other| **other > start);
            start..next.copied().unwrap_or(text.len())
        };
        let mut width = 0.0;
        let glyphs = shaped
            .glyph_infos()
            .iter()
            .zip(shaped.glyph_positions())
            .map(|(info, position)| {
                let units = |value: i32| units(value) / em;
                width += units(position.x_advance);
                KrillaGlyph::new(
                    GlyphId::new(info.glyph_id),
                    units(position.x_advance),
                    units(position.x_offset),
                    units(position.y_offset),
                    units(position.y_advance),
                    cluster(usize::try_from(info.cluster).unwrap_or(0)),
                    None,
                )
            })
            .collect();
        Run {
            text: text.to_owned(),
            glyphs,
            width,
        }
    }
}

/// Font units as a number. No glyph is wider than an `i16` says.
fn units(value: i32) -> f32 {
    i16::try_from(value).map_or(0.0, f32::from)
}

/// The end of the longest beginning of a text that fits.
fn longest(text: &str, fits: impl Fn(usize) -> bool) -> usize {
    let ends: Vec<usize> = text.char_indices().map(|(start, _)| start).collect();
    let count = ends.partition_point(|end| fits(*end));
    count.checked_sub(1).map_or(0, |last| ends[last])
}

#[cfg(test)]
mod tests {
    use krilla::text::Glyph as _;

    use super::{Fonts, Weight, is_printable};

    #[test]
    fn lines_are_no_wider_than_their_column() {
        let fonts = Fonts::new().unwrap();
        let texts = [
            "Zielgruppe, Teilnehmende, Umsetzung",
            &"Donaudampfschifffahrt".repeat(25),
            &"محمد ".repeat(100),
            &"Kowalska-Jäger ".repeat(40),
            "İbrahim Öztürk, Łukasz Żółć, Дмитрий Петренко, שלום",
            "",
        ];
        for text in texts {
            for width in [30.0, 90.0, 230.0] {
                let wrapped = fonts.wrapped(Weight::Bold, text, (12.0, width), 3);
                assert!(wrapped.lines.len() <= 3);
                for line in &wrapped.lines {
                    assert!(line.width * 12.0 <= width + 0.01, "{text}");
                }
            }
        }
    }

    #[test]
    fn what_is_left_out_is_marked() {
        let fonts = Fonts::new().unwrap();
        let long = fonts.wrapped(Weight::Regular, &"lang ".repeat(100), (10.0, 80.0), 2);
        assert!(!long.is_whole);
        let last = long.lines.last().unwrap();
        assert!(last.runs[0].text.ends_with('…'));
        let short = fonts.wrapped(Weight::Regular, "kurz", (10.0, 80.0), 2);
        assert!(short.is_whole && short.lines.len() == 1);
    }

    #[test]
    fn letters_of_the_world_have_glyphs_and_arabic_is_joined() {
        assert!(is_printable(
            "Çelik Şahin Łódź Đorđe Дмитрий Ґалаґан Ελένη محمد Nguyễn"
        ));
        assert!(!is_printable("王小明"));
        let fonts = Fonts::new().unwrap();
        // A joined letter has another glyph than one that stands alone.
        let joined = fonts.line(Weight::Regular, "بب");
        let glyphs = &joined.runs[0].glyphs;
        let alone = fonts.line(Weight::Regular, "ب");
        assert_ne!(glyphs[0].glyph_id(), alone.runs[0].glyphs[0].glyph_id());
    }
}
