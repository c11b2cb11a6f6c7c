//! Tables.

use leptos::prelude::*;

/// A table. Its rows are `<tr>`s whose first cell is a `<th scope="row">`.
#[component]
pub fn DataTable(
    /// What the table lists, and how many. Visually hidden if the page says it already.
    #[prop(into)]
    caption: String,
    headings: Vec<String>,
    /// Whether each row becomes a block without headings on a narrow screen. A cell that needs its heading
    /// there has it in `data-heading`.
    #[prop(optional)]
    stacks: bool,
    /// Whether the children are groups of rows, each a [`RowGroup`].
    #[prop(optional)]
    grouped: bool,
    children: Children,
) -> impl IntoView {
    let headings = headings
        .into_iter()
        .map(|heading| view! { <th scope="col">{heading}</th> })
        .collect_view();
    let rows = children();
    let body = if grouped {
        rows.into_any()
    } else {
        view! { <tbody>{rows}</tbody> }.into_any()
    };
    view! {
        // Scrolls on a narrow screen, by keyboard as well.
        <div class=if stacks { "scroll stacks" } else { "scroll" } tabindex="0" role="region" aria-label=caption.clone()>
            <table>
                <caption class="unseen">{caption.clone()}</caption>
                <thead>
                    <tr>{headings}</tr>
                </thead>
                {body}
            </table>
        </div>
    }
}

/// Rows of a table under a heading of their own.
#[component]
pub fn RowGroup(
    #[prop(into)] heading: String,
    /// The number of columns of the table.
    columns: usize,
    children: Children,
) -> impl IntoView {
    view! {
        <tbody>
            <tr class="group">
                <th scope="rowgroup" colspan=columns.to_string()>{heading}</th>
            </tr>
            {children()}
        </tbody>
    }
}
