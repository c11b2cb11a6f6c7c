//! A long list, a page at a time.

use leptos::prelude::*;

use crate::text::t;

/// Which rows are shown of how many, with links to those before and after.
#[component]
pub fn Pagination(
    /// The first row shown; the first of all is 1.
    first: usize,
    last: usize,
    of: usize,
    /// The address of the rows before, if there are any.
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
