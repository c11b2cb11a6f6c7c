//! Signs of tables and doors, a sheet each. Folded once or put into a stand, the number is read across a hall.

use std::rc::Rc;

use krilla::Document;

use crate::{
    PaperError, Papers, Sign,
    font::{Fonts, Line, Weight},
    sheet::{HEIGHT, Ink, LINE_HEIGHT, MARGIN, MM, Sheet, WIDTH, draw_page},
};

const INNER: f32 = WIDTH - 2.0 * MARGIN;
const CODE: f32 = 48.0 * MM;
/// A name that would be smaller in one line is written in several.
const SMALLEST_LINE: f32 = 72.0;

pub(crate) fn draw(
    document: &mut Document,
    fonts: &Fonts,
    papers: &Papers,
) -> Result<(), PaperError> {
    for sign in &papers.signs {
        draw_page(document, fonts, |sheet| {
            draw_sign(sheet, sign, &papers.heading);
        })?;
    }
    Ok(())
}

/// The name of a table or a room: as large as it can be in one line, or whole in several.
fn large(fonts: &Fonts, name: &str) -> (f32, Vec<Rc<Line>>) {
    let line = fonts.line(Weight::Bold, name);
    let size = INNER / line.width.max(0.1);
    if size >= SMALLEST_LINE {
        return (size.min(260.0), vec![line]);
    }
    let sizes = [(SMALLEST_LINE, 2), (56.0, 3), (44.0, 3), (30.0, 4)];
    fonts.fitted(Weight::Bold, name, &sizes, INNER)
}

fn draw_sign(sheet: &mut Sheet<'_>, sign: &Sign, heading: &str) {
    let axis = WIDTH / 2.0;
    let line = sheet
        .fonts
        .shortened(Weight::Regular, heading, (10.0, INNER));
    sheet.centred(&[line], (axis, MARGIN + 10.0), 10.0, Ink::Soft);
    let line = sheet
        .fonts
        .shortened(Weight::Regular, &sign.word, (26.0, INNER));
    sheet.centred(&[line], (axis, MARGIN + 62.0), 26.0, Ink::Soft);
    let (size, name) = large(sheet.fonts, &sign.table);
    let lines = u8::try_from(name.len()).map_or(1.0, f32::from);
    let first = 230.0 + size * 0.365 - (lines - 1.0) * size * LINE_HEIGHT / 2.0;
    sheet.centred(&name, (axis, first), size, Ink::Black);
    let sizes = [(38.0, 2), (32.0, 3), (26.0, 3)];
    let (size, topic) = sheet.fonts.fitted(Weight::Bold, &sign.topic, &sizes, INNER);
    let below = sheet.centred(&topic, (axis, 410.0), size, Ink::Black);
    let mut baseline = below - size * 0.25 + 8.0;
    for text in sign.room.iter().chain(&sign.host) {
        let wrapped = sheet.fonts.wrapped(Weight::Regular, text, (18.0, INNER), 2);
        baseline = sheet.centred(&wrapped.lines, (axis, baseline), 18.0, Ink::Black) + 2.0;
    }
    if let Some(code) = &sign.code {
        let bottom = HEIGHT - MARGIN;
        sheet.code(code, (MARGIN, bottom - CODE), CODE);
        if let Some(note) = &sign.note {
            let left = MARGIN + CODE + 20.0;
            let note = sheet
                .fonts
                .wrapped(Weight::Regular, note, (15.0, WIDTH - MARGIN - left), 6);
            sheet.lines(&note.lines, (left, bottom - CODE + 22.0), 15.0, Ink::Black);
        }
    }
}
