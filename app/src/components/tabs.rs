//! The parts of one thing, as links to its pages.

use leptos::prelude::*;

/// The page of one part.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tab {
    pub label: String,
    pub href: String,
    /// Whether this page is it.
    pub current: bool,
}

/// Links to the pages of one thing.
#[component]
pub fn Tabs(
    /// What the pages are about, for who cannot see it.
    #[prop(into)]
    label: String,
    tabs: Vec<Tab>,
) -> impl IntoView {
    let tabs = tabs
        .into_iter()
        .map(|tab| {
            view! { <li><a href=tab.href aria-current=tab.current.then_some("page")>{tab.label}</a></li> }
        })
        .collect_view();
    view! {
        <nav class="tabs" aria-label=label>
            <ul>{tabs}</ul>
        </nav>
    }
}
