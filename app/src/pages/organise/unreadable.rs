//! The notice about rows that a list leaves out.

use leptos::prelude::*;
use planner::UnreadableRow;
use ui::{
    components::{Notice, Tone},
    text::t,
};

/// The most rows that are named. More of them usually have one cause.
const MAX_ROWS_NAMED: usize = 5;

/// Says how many rows a list leaves out because they cannot be read, and names the first of them.
pub(super) fn unreadable_rows(rows: &[UnreadableRow]) -> Option<impl IntoView + use<>> {
    if rows.is_empty() {
        return None;
    }
    let named: Vec<_> = rows
        .iter()
        .take(MAX_ROWS_NAMED)
        .map(|UnreadableRow { table, row, column }| {
            let says = t!(
                "unreadable-row",
                table = table.to_string(),
                row = row.clone(),
                column = column.to_string()
            );
            view! { <li class="address">{says}</li> }
        })
        .collect();
    let count = rows.len();
    Some(view! {
        <Notice tone=Tone::Bad>
            <p><b>{t!("unreadable-rows", n = count)}</b></p>
            <p>{t!("unreadable-rows.advice")}</p>
            <ul>{named}</ul>
        </Notice>
    })
}
