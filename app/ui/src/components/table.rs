//! Tables.

use leptos::prelude::*;

/// The most characters of a heading on one line, and of one on several.
const ONE_LINE: usize = 20;
const LONGEST: usize = 48;

/// A table. Long headings take several lines, and the longest are shortened for the eye. Its rows are `<tr>`s whose first cell is a `<th scope="row">`.
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
        .map(|heading| match shortened(&heading) {
            Some(short) => view! {
                <th scope="col" class="long">
                    <span aria-hidden="true" title=heading.clone()>{short}</span>
                    <span class="unseen">{heading}</span>
                </th>
            }
            .into_any(),
            None if heading.chars().count() > ONE_LINE => {
                view! { <th scope="col" class="long">{heading}</th> }.into_any()
            }
            None => view! { <th scope="col">{heading}</th> }.into_any(),
        })
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

/// A heading that is too long, in part. `None` if it fits.
fn shortened(heading: &str) -> Option<String> {
    let is_long = heading.chars().count() > LONGEST;
    is_long.then(|| crate::text::shortened(heading, LONGEST))
}

#[cfg(test)]
mod tests {
    use super::shortened;

    #[test]
    fn a_long_heading_ends_after_a_word() {
        assert_eq!(shortened("Verpflegung"), None);
        let question = "Benötigen Sie eine Dolmetschung in die Deutsche Gebärdensprache?";
        let short = shortened(question).unwrap();
        assert_eq!(
            short,
            "Benötigen Sie eine Dolmetschung in die Deutsche\u{a0}…"
        );
        assert!(shortened(&"x".repeat(99)).unwrap().chars().count() <= 50);
    }
}
