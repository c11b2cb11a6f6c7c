//! A list of many things.

use leptos::prelude::*;

/// A table: its caption says what it lists (and how many), its rows are `<tr>`s whose first cell is a
/// `<th scope="row">`.
#[component]
pub fn DataTable(
    /// Read out before the table; unseen where the page says it already.
    #[prop(into)]
    caption: String,
    headings: Vec<String>,
    /// Whether each row becomes a block on a narrow screen, without the headings: a cell that needs its
    /// own says it in `data-heading`.
    #[prop(optional)]
    stacks: bool,
    children: Children,
) -> impl IntoView {
    let headings = headings
        .into_iter()
        .map(|heading| view! { <th scope="col">{heading}</th> })
        .collect_view();
    view! {
        // Scrolls by itself on a narrow screen, by keyboard as well.
        <div class=if stacks { "scroll stacks" } else { "scroll" } tabindex="0" role="region" aria-label=caption.clone()>
            <table>
                <caption class="unseen">{caption.clone()}</caption>
                <thead>
                    <tr>{headings}</tr>
                </thead>
                <tbody>{children()}</tbody>
            </table>
        </div>
    }
}
