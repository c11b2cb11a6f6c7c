//! Tabs: links to the pages of one subject.

use leptos::prelude::*;

/// A link to one page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tab {
    pub label: String,
    pub href: String,
    /// Whether it is the present page.
    pub current: bool,
}

/// Links to the pages of one subject.
#[component]
pub fn Tabs(
    /// The accessible name of the navigation.
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
