//! Tabs: links to the pages of one subject.

use leptos::prelude::*;

use crate::visit::visit;

/// A link to one page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tab {
    pub label: String,
    pub href: String,
    /// Whether it is the present page, or contains it.
    pub current: bool,
    /// How many entries the page lists. Not shown if 0.
    pub count: u32,
    /// The pages that it contains, itself among them.
    pub parts: Vec<Tab>,
}

impl Tab {
    pub fn new(label: String, href: String, current: bool) -> Self {
        Self {
            label,
            href,
            current,
            count: 0,
            parts: Vec::new(),
        }
    }

    #[must_use]
    pub fn with_count(self, count: u32) -> Self {
        Self { count, ..self }
    }

    /// The tab of a page with parts. It is current if one of them is.
    #[must_use]
    pub fn with_parts(self, parts: Vec<Self>) -> Self {
        Self {
            current: self.current || parts.iter().any(|part| part.current),
            parts,
            ..self
        }
    }

    /// The part that is the present page.
    pub fn current_part(&self) -> Option<&Self> {
        self.parts.iter().find(|part| part.current)
    }

    /// The link, with the number of entries.
    pub(super) fn link(self) -> impl IntoView {
        let current = self.current.then(|| current_page(&self.href));
        let count = (self.count > 0).then(|| view! { " "<span class="count">{self.count}</span> });
        view! { <a href=self.href aria-current=current>{self.label}{count}</a> }
    }
}

/// The `aria-current` of a link that is current: `page` if it leads to the present page, else `true`.
pub(crate) fn current_page(href: &str) -> &'static str {
    fn path(address: &str) -> &str {
        address.split('?').next().unwrap_or_default()
    }
    if path(href) == path(&visit().path) {
        "page"
    } else {
        "true"
    }
}

/// Links to the parts of a page, in one line.
#[component]
pub fn Tabs(
    /// The accessible name of the navigation.
    #[prop(into)]
    label: String,
    tabs: Vec<Tab>,
) -> impl IntoView {
    let tabs = tabs
        .into_iter()
        .map(|tab| view! { <li>{tab.link()}</li> })
        .collect_view();
    view! {
        <nav class="parts" aria-label=label>
            <ul>{tabs}</ul>
        </nav>
    }
}
