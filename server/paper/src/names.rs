//! The list by name.

use krilla::Document;

use crate::{
    NameList, NameRow, PaperError, Papers,
    font::{Fonts, Weight},
    sheet::{HEIGHT, Ink, MARGIN, Sheet, WIDTH, draw_page},
};

const INNER: f32 = WIDTH - 2.0 * MARGIN;
const TOP: f32 = MARGIN + 56.0;
const ROW: f32 = 15.5;
/// People on a page.
const ROWS: usize = 42;

/// The columns: where names, organisations and rounds begin.
struct Columns {
    organisation: f32,
    rounds: f32,
    round: f32,
}

pub(crate) fn draw(
    document: &mut Document,
    fonts: &Fonts,
    papers: &Papers,
) -> Result<(), PaperError> {
    let Some(list) = &papers.names else {
        return Ok(());
    };
    let count = u16::try_from(list.rounds.len())
        .map_or(1.0, f32::from)
        .max(1.0);
    let round = (INNER * 0.55 / count).min(48.0);
    let rounds = WIDTH - MARGIN - round * count;
    let columns = Columns {
        organisation: MARGIN + (rounds - MARGIN) * 0.56,
        rounds,
        round,
    };
    let pages = list.rows.len().div_ceil(ROWS).max(1);
    for page in 0..pages {
        draw_page(document, fonts, |sheet| {
            let number = format!("{} / {pages}", page + 1);
            draw_head(sheet, list, &columns, (&papers.heading, &number));
            let rows = list.rows.iter().skip(page * ROWS).take(ROWS);
            let mut baseline = TOP + ROW;
            for row in rows {
                draw_row(sheet, row, &columns, baseline);
                baseline += ROW;
            }
        })?;
    }
    Ok(())
}

fn draw_head(sheet: &mut Sheet<'_>, list: &NameList, columns: &Columns, texts: (&str, &str)) {
    let (heading, number) = texts;
    let at = (MARGIN, MARGIN + 8.0);
    sheet.text(
        (Weight::Regular, heading),
        at,
        (8.0, INNER - 60.0),
        Ink::Soft,
    );
    let line = sheet.fonts.line(Weight::Regular, number);
    let at = (WIDTH - MARGIN - line.width * 8.0, MARGIN + 8.0);
    sheet.line(&line, at, 8.0, Ink::Soft);
    let at = (MARGIN, MARGIN + 30.0);
    sheet.text((Weight::Bold, &list.title), at, (16.0, INNER), Ink::Black);
    let cells = NameRow {
        name: list.name.clone(),
        organisation: Some(list.organisation.clone()),
        tables: list.rounds.clone(),
    };
    draw_cells(sheet, &cells, columns, (TOP, Weight::Bold));
    sheet.rule((MARGIN, TOP + 4.5), (WIDTH - MARGIN, TOP + 4.5), Ink::Black);
}

fn draw_row(sheet: &mut Sheet<'_>, row: &NameRow, columns: &Columns, baseline: f32) {
    draw_cells(sheet, row, columns, (baseline, Weight::Regular));
    let line = baseline + 4.5;
    sheet.rule((MARGIN, line), (WIDTH - MARGIN, line), Ink::Faint);
    debug_assert!(line < HEIGHT - MARGIN + ROW);
}

fn draw_cells(sheet: &mut Sheet<'_>, row: &NameRow, columns: &Columns, style: (f32, Weight)) {
    let (baseline, weight) = style;
    let size = 9.0;
    let width = columns.organisation - MARGIN - 6.0;
    sheet.text(
        (weight, &row.name),
        (MARGIN, baseline),
        (size, width),
        Ink::Black,
    );
    if let Some(organisation) = &row.organisation {
        let width = columns.rounds - columns.organisation - 6.0;
        let at = (columns.organisation, baseline);
        sheet.text((weight, organisation), at, (size, width), Ink::Black);
    }
    let mut axis = columns.rounds + columns.round / 2.0;
    for table in &row.tables {
        let width = columns.round - 3.0;
        let line = sheet.fonts.shortened(Weight::Bold, table, (size, width));
        sheet.centred(&[line], (axis, baseline), size, Ink::Black);
        axis += columns.round;
    }
}
