//! Signs of tables, a sheet each. Folded once or put into a stand, the number is read across a hall.

use krilla::Document;

use crate::{
    PaperError, Papers, Sign,
    font::{Fonts, Weight},
    sheet::{HEIGHT, Ink, MARGIN, MM, Sheet, WIDTH, draw_page},
};

const INNER: f32 = WIDTH - 2.0 * MARGIN;
const CODE: f32 = 48.0 * MM;

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
    let line = sheet.fonts.line(Weight::Bold, &sign.table);
    let size = (INNER / line.width.max(0.1)).clamp(36.0, 260.0);
    let line = sheet
        .fonts
        .shortened(Weight::Bold, &sign.table, (size, INNER));
    sheet.centred(&[line], (axis, 230.0 + size * 0.365), size, Ink::Black);
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
