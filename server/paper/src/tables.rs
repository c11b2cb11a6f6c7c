//! The lists of tables: who comes in which round.

use krilla::Document;

use crate::{
    PaperError, Papers, TableList, TableRound,
    font::{Fonts, Weight},
    sheet::{HEIGHT, Ink, MARGIN, Sheet, WIDTH, draw_page},
};

const INNER: f32 = WIDTH - 2.0 * MARGIN;
/// Rounds beside each other.
const COLUMNS: usize = 3;
const COLUMN: f32 = INNER / 3.0;
const TOP: f32 = MARGIN + 74.0;
const ROW: f32 = 17.0;
/// Names in a column of a page.
const ROWS: usize = 38;

pub(crate) fn draw(
    document: &mut Document,
    fonts: &Fonts,
    papers: &Papers,
) -> Result<(), PaperError> {
    for table in &papers.tables {
        for rounds in table.rounds.chunks(COLUMNS) {
            let most = rounds.iter().map(|round| round.people.len()).max();
            for page in 0..most.unwrap_or(0).div_ceil(ROWS).max(1) {
                draw_page(document, fonts, |sheet| {
                    draw_head(sheet, table, &papers.heading);
                    draw_rounds(sheet, rounds, page * ROWS);
                })?;
            }
        }
    }
    Ok(())
}

fn draw_head(sheet: &mut Sheet<'_>, table: &TableList, heading: &str) {
    let at = (MARGIN, MARGIN + 8.0);
    sheet.text((Weight::Regular, heading), at, (8.0, INNER), Ink::Soft);
    let at = (MARGIN, MARGIN + 32.0);
    sheet.text((Weight::Bold, &table.title), at, (20.0, INNER), Ink::Black);
    let at = (MARGIN, MARGIN + 48.0);
    sheet.text(
        (Weight::Regular, &table.facts),
        at,
        (10.0, INNER),
        Ink::Black,
    );
}

fn draw_rounds(sheet: &mut Sheet<'_>, rounds: &[TableRound], first: usize) {
    let width = COLUMN - 12.0;
    let mut left = MARGIN;
    for round in rounds {
        sheet.text(
            (Weight::Bold, &round.title),
            (left, TOP),
            (10.5, width),
            Ink::Black,
        );
        sheet.rule((left, TOP + 6.0), (left + width, TOP + 6.0), Ink::Black);
        let mut baseline = TOP + 6.0 + ROW * 0.7;
        for person in round.people.iter().skip(first).take(ROWS) {
            sheet.text(
                (Weight::Regular, person),
                (left, baseline),
                (10.0, width),
                Ink::Black,
            );
            let line = baseline + ROW * 0.3;
            sheet.rule((left, line), (left + width, line), Ink::Faint);
            baseline += ROW;
        }
        left += COLUMN;
    }
    const { assert!(TOP + ROW * 39.0 < HEIGHT - MARGIN) };
}
