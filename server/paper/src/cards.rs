//! Rotation cards: four on a sheet, to be cut apart.

use krilla::Document;

use crate::{
    Card, PaperError, Papers, Stop,
    font::{Fonts, Weight},
    papers::stacked,
    sheet::{HEIGHT, Ink, LINE_HEIGHT, MM, Sheet, WIDTH, draw_page},
};

const CARD_WIDTH: f32 = WIDTH / 2.0;
const CARD_HEIGHT: f32 = HEIGHT / 2.0;
/// The edge of a card that stays white, also where a cut is a little askew.
const EDGE: f32 = 11.0 * MM;
const INNER: f32 = CARD_WIDTH - 2.0 * EDGE;
/// The side of the QR code.
const CODE: f32 = 17.0 * MM;
/// The columns of a round: its name and time, the table, and the topic.
const ROUND_COLUMN: f32 = 50.0;
const TABLE_COLUMN: f32 = 62.0;

pub(crate) fn draw(
    document: &mut Document,
    fonts: &Fonts,
    papers: &Papers,
) -> Result<(), PaperError> {
    for sheet_cards in stacked(&papers.cards) {
        draw_page(document, fonts, |sheet| {
            sheet.cut((CARD_WIDTH, 0.0), (CARD_WIDTH, HEIGHT));
            sheet.cut((0.0, CARD_HEIGHT), (WIDTH, CARD_HEIGHT));
            let corners = [
                (0.0, 0.0),
                (CARD_WIDTH, 0.0),
                (0.0, CARD_HEIGHT),
                (CARD_WIDTH, CARD_HEIGHT),
            ];
            for (card, (left, top)) in sheet_cards.into_iter().zip(corners) {
                if let Some(card) = card {
                    draw_card(sheet, card, &papers.heading, (left + EDGE, top + EDGE));
                }
            }
        })?;
    }
    Ok(())
}

/// Draws a card whose inner area begins at a corner.
fn draw_card(sheet: &mut Sheet<'_>, card: &Card, heading: &str, (left, top): (f32, f32)) {
    let bottom = top + CARD_HEIGHT - 2.0 * EDGE;
    let heading_at = (left, top + 7.5);
    sheet.text(
        (Weight::Regular, heading),
        heading_at,
        (7.5, INNER),
        Ink::Soft,
    );
    let sizes = [(20.0, 1), (18.0, 2), (15.0, 2), (12.0, 3)];
    let (size, lines) = sheet.fonts.fitted(Weight::Bold, &card.name, &sizes, INNER);
    let below = sheet.lines(&lines, (left, top + 18.0 + size), size, Ink::Black);
    if let Some(organisation) = &card.organisation {
        let at = (left, below - size * LINE_HEIGHT + 15.0);
        sheet.text(
            (Weight::Regular, organisation),
            at,
            (10.5, INNER),
            Ink::Black,
        );
    }
    let foot = draw_foot(sheet, card, (left, bottom));
    let first = top + 92.0;
    draw_stops(sheet, &card.stops, left, (first, foot - 10.0));
}

/// Draws code and note at the lower edge. Returns where they begin.
fn draw_foot(sheet: &mut Sheet<'_>, card: &Card, (left, bottom): (f32, f32)) -> f32 {
    let size = 8.0;
    let (text_left, width) = match &card.code {
        Some(code) => {
            sheet.code(code, (left, bottom - CODE), CODE);
            (left + CODE + 10.0, INNER - CODE - 10.0)
        }
        None => (left, INNER),
    };
    let note = sheet
        .fonts
        .wrapped(Weight::Regular, &card.note, (size, width), 5);
    let height = (0..note.lines.len())
        .map(|_| size * LINE_HEIGHT)
        .sum::<f32>();
    let begins = match card.code {
        Some(_) => bottom - CODE,
        None => bottom - height,
    };
    sheet.lines(&note.lines, (text_left, begins + size), size, Ink::Soft);
    begins
}

/// Draws the rounds between two heights, each with its table in the middle.
fn draw_stops(sheet: &mut Sheet<'_>, stops: &[Stop], left: f32, (top, bottom): (f32, f32)) {
    let rounds = u16::try_from(stops.len()).map_or(1.0, f32::from).max(1.0);
    let row = ((bottom - top) / rounds).min(64.0);
    let mut y = top;
    for stop in stops {
        sheet.rule((left, y), (left + INNER, y), Ink::Faint);
        draw_stop(sheet, stop, (left, y), row);
        y += row;
    }
    sheet.rule((left, y), (left + INNER, y), Ink::Faint);
}

fn draw_stop(sheet: &mut Sheet<'_>, stop: &Stop, (left, top): (f32, f32), row: f32) {
    let middle = top + row / 2.0;
    let small = (row * 0.38).min(9.0);
    let is_low = row < 26.0;
    let round_width = ROUND_COLUMN - 4.0;
    if is_low {
        let text = format!("{} {}", stop.round, stop.time);
        let at = (left, middle + small * 0.36);
        sheet.text(
            (Weight::Regular, &text),
            at,
            (small, ROUND_COLUMN + 8.0),
            Ink::Black,
        );
    } else {
        let at = (left, middle - small * 0.2);
        sheet.text(
            (Weight::Regular, &stop.round),
            at,
            (small, round_width),
            Ink::Black,
        );
        let at = (left, middle + small * 1.05);
        sheet.text(
            (Weight::Regular, &stop.time),
            at,
            (small, round_width),
            Ink::Black,
        );
    }
    // The table is what somebody looks for: as large as the row and the column allow.
    let table = stop.table.as_deref().unwrap_or("–");
    let widest = TABLE_COLUMN - 6.0;
    let line = sheet.fonts.line(Weight::Bold, table);
    let largest = (row * 0.72).min(42.0);
    let size = (widest / line.width.max(0.1))
        .min(largest)
        .max(small.min(9.0));
    let line = sheet.fonts.shortened(Weight::Bold, table, (size, widest));
    let axis = left + ROUND_COLUMN + TABLE_COLUMN / 2.0;
    // Digits are about 0.73 high.
    sheet.centred(&[line], (axis, middle + size * 0.365), size, Ink::Black);
    let text_left = left + ROUND_COLUMN + TABLE_COLUMN + 4.0;
    let width = left + INNER - text_left;
    if is_low {
        let text = match &stop.room {
            Some(room) => format!("{} · {room}", stop.topic),
            None => stop.topic.clone(),
        };
        let at = (text_left, middle + small * 0.36);
        sheet.text((Weight::Bold, &text), at, (small, width), Ink::Black);
        return;
    }
    let most = if row < 40.0 { 1 } else { 3 };
    let sizes = [(10.0, most), (9.0, most), (8.0, most)];
    let (size, topic) = sheet.fonts.fitted(Weight::Bold, &stop.topic, &sizes, width);
    let room = stop
        .room
        .as_ref()
        .map(|room| sheet.fonts.shortened(Weight::Regular, room, (9.0, width)));
    let lines = u16::try_from(topic.len()).map_or(0.0, f32::from);
    let height = lines * size * LINE_HEIGHT + room.as_ref().map_or(0.0, |_| 11.0);
    let baseline = middle - height / 2.0 + size * 0.95;
    let below = sheet.lines(&topic, (text_left, baseline), size, Ink::Black);
    if let Some(room) = room {
        sheet.line(&room, (text_left, below), 9.0, Ink::Soft);
    }
}
