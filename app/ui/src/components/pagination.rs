//! Pagination of lists: by rows, or by time.

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

/// Links to later and earlier entries, for a list that is not counted. Nothing if it has one page.
#[component]
pub fn EarlierLater(
    /// The page, counted from 0.
    number: u32,
    /// Whether there are entries after this page.
    has_more: bool,
    /// The address of a page, counted from 0.
    at: impl Fn(u32) -> String + 'static,
) -> impl IntoView {
    let later = number.checked_sub(1).map(
        |number| view! { <a class="button" rel="prev" href=at(number)>{t!("pagination-later")}</a> },
    );
    let earlier = has_more.then(
        || view! { <a class="button" rel="next" href=at(number + 1)>{t!("pagination-earlier")}</a> },
    );
    (later.is_some() || earlier.is_some()).then(
        || view! { <nav class="pagination" aria-label=t!("pagination")>{later}{earlier}</nav> },
    )
}
