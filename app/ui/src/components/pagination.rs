//! Pagination of a list.

use leptos::prelude::*;

use crate::text::t;

/// The range of rows shown, their number, and links to the previous and next ones.
#[component]
pub fn Pagination(
    /// The first row shown, counted from 1.
    first: usize,
    last: usize,
    of: usize,
    /// The address of the previous rows.
    #[prop(optional_no_strip, into)]
    before: Option<String>,
    #[prop(optional_no_strip, into)] after: Option<String>,
) -> impl IntoView {
    view! {
        <nav class="pagination" aria-label=t!("pagination")>
            <p>{t!("pagination-rows", first = first, last = last, of = of)}</p>
            {before.map(|href| view! { <a class="button" rel="prev" href=href>{t!("pagination-before")}</a> })}
            {after.map(|href| view! { <a class="button" rel="next" href=href>{t!("pagination-after")}</a> })}
        </nav>
    }
}
