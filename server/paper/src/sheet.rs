//! A page of the PDF, in points from its upper left corner.

use std::rc::Rc;

use krilla::{
    Document,
    color::luma,
    geom::{PathBuilder, Point, Rect},
    page::PageSettings,
    paint::{Fill, Stroke, StrokeDash},
    surface::Surface,
};

use crate::{
    Code, PaperError,
    font::{Fonts, Line, Weight},
};

/// Points of a millimetre.
pub(crate) const MM: f32 = 72.0 / 25.4;
/// A4 (ISO 216).
pub(crate) const WIDTH: f32 = 210.0 * MM;
pub(crate) const HEIGHT: f32 = 297.0 * MM;
/// The white edge of signs and lists.
pub(crate) const MARGIN: f32 = 16.0 * MM;

/// How dark something is printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Ink {
    Black,
    Soft,
    Faint,
}

impl Ink {
    fn color(self) -> luma::Color {
        luma::Color::new(match self {
            Self::Black => 0,
            Self::Soft => 70,
            Self::Faint => 150,
        })
    }
}

/// A page that is drawn.
pub(crate) struct Sheet<'a> {
    pub fonts: &'a Fonts,
    surface: Surface<'a>,
}

/// Draws a page of A4.
pub(crate) fn draw_page(
    document: &mut Document,
    fonts: &Fonts,
    draw: impl FnOnce(&mut Sheet<'_>),
) -> Result<(), PaperError> {
    let settings = PageSettings::from_wh(WIDTH, HEIGHT).ok_or(PaperError::Page)?;
    let mut page = document.start_page_with(settings);
    let mut sheet = Sheet {
        fonts,
        surface: page.surface(),
    };
    draw(&mut sheet);
    drop(sheet);
    page.finish();
    Ok(())
}

impl Sheet<'_> {
    /// Draws a line of text from the left, on a baseline.
    pub(crate) fn line(&mut self, line: &Line, (left, baseline): (f32, f32), size: f32, ink: Ink) {
        self.surface.set_stroke(None);
        self.surface.set_fill(Some(Fill {
            paint: ink.color().into(),
            ..Fill::default()
        }));
        let mut left = left;
        for run in &line.runs {
            let font = self.fonts.font(line.weight);
            let start = Point::from_xy(left, baseline);
            self.surface
                .draw_glyphs(start, &run.glyphs, font, &run.text, size, false);
            left += run.width * size;
        }
    }

    /// Draws lines of text below each other. Returns the baseline after the last one.
    pub(crate) fn lines(
        &mut self,
        lines: &[Rc<Line>],
        (left, baseline): (f32, f32),
        size: f32,
        ink: Ink,
    ) -> f32 {
        let mut baseline = baseline;
        for line in lines {
            self.line(line, (left, baseline), size, ink);
            baseline += size * LINE_HEIGHT;
        }
        baseline
    }

    /// Draws lines of text around an axis. Returns the baseline after the last one.
    pub(crate) fn centred(
        &mut self,
        lines: &[Rc<Line>],
        (axis, baseline): (f32, f32),
        size: f32,
        ink: Ink,
    ) -> f32 {
        let mut baseline = baseline;
        for line in lines {
            let left = axis - line.width * size / 2.0;
            self.line(line, (left, baseline), size, ink);
            baseline += size * LINE_HEIGHT;
        }
        baseline
    }

    /// Draws a text in one line, shortened to a width.
    pub(crate) fn text(
        &mut self,
        (weight, text): (Weight, &str),
        at: (f32, f32),
        (size, width): (f32, f32),
        ink: Ink,
    ) {
        let line = self.fonts.shortened(weight, text, (size, width));
        self.line(&line, at, size, ink);
    }

    /// Draws a straight line.
    pub(crate) fn rule(&mut self, from: (f32, f32), to: (f32, f32), ink: Ink) {
        self.stroke(from, to, ink, None);
    }

    /// Draws a line to cut along.
    pub(crate) fn cut(&mut self, from: (f32, f32), to: (f32, f32)) {
        let dash = StrokeDash {
            array: vec![3.0, 3.0],
            offset: 0.0,
        };
        self.stroke(from, to, Ink::Faint, Some(dash));
    }

    fn stroke(&mut self, from: (f32, f32), to: (f32, f32), ink: Ink, dash: Option<StrokeDash>) {
        self.surface.set_fill(None);
        self.surface.set_stroke(Some(Stroke {
            paint: ink.color().into(),
            width: 0.5,
            dash,
            ..Stroke::default()
        }));
        let mut path = PathBuilder::new();
        path.move_to(from.0, from.1);
        path.line_to(to.0, to.1);
        if let Some(path) = path.finish() {
            self.surface.draw_path(&path);
        }
    }

    /// Draws a QR code as a square of a side, from its upper left corner. What is around it must be white.
    pub(crate) fn code(&mut self, code: &Code, (left, top): (f32, f32), side: f32) {
        let number = |count: usize| u16::try_from(count).map_or(0.0, f32::from);
        let module = side / number(code.width());
        let mut path = PathBuilder::new();
        for (column, row, length) in code.bars() {
            let (x, y) = (left + number(column) * module, top + number(row) * module);
            if let Some(bar) = Rect::from_xywh(x, y, number(length) * module, module) {
                path.push_rect(bar);
            }
        }
        self.surface.set_stroke(None);
        self.surface.set_fill(Some(Fill::default()));
        if let Some(path) = path.finish() {
            self.surface.draw_path(&path);
        }
    }
}

/// From baseline to baseline, in sizes of the font.
pub(crate) const LINE_HEIGHT: f32 = 1.25;
