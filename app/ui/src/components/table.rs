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
    children: Children,
) -> impl IntoView {
    let headings = headings
        .into_iter()
        .map(|heading| view! { <th scope="col">{heading}</th> })
        .collect_view();
    view! {
        // Scrolls on a narrow screen, by keyboard as well.
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
