//! Icons of facts. They are drawn inline, because a page loads nothing but its style sheet.

use leptos::prelude::*;

/// An icon beside a fact that says the same in words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Icon {
    Calendar,
    Place,
    Person,
}

impl Icon {
    /// The paths, in a box of 24 by 24.
    const fn paths(self) -> &'static str {
        match self {
            Self::Calendar => {
                "M4 7a2 2 0 0 1 2-2h12a2 2 0 0 1 2 2v11a2 2 0 0 1-2 2H6a2 2 0 0 1-2-2zM4 10h16M8 3v4M16 3v4"
            }
            Self::Place => {
                "M12 21s7-6.5 7-11.5a7 7 0 0 0-14 0C5 14.5 12 21 12 21zM14.5 9.5a2.5 2.5 0 1 1-5 0 2.5 2.5 0 0 1 5 0z"
            }
            Self::Person => "M16 8a4 4 0 1 1-8 0 4 4 0 0 1 8 0zM4 21c.8-4 4-6 8-6s7.2 2 8 6",
        }
    }
}

/// A fact beside its icon.
#[derive(Debug)]
pub struct IconFact {
    pub icon: Icon,
    pub content: AnyView,
}

impl IconFact {
    pub fn new(icon: Icon, content: impl IntoView + 'static) -> Self {
        Self {
            icon,
            content: content.into_any(),
        }
    }
}

/// Facts, each beside its icon.
#[component]
pub fn IconList(facts: Vec<IconFact>) -> impl IntoView {
    let facts = facts.into_iter().map(|IconFact { icon, content }| {
        view! {
            <li>
                <svg class="icon" viewBox="0 0 24 24" aria-hidden="true"><path d=icon.paths()></path></svg>
                <div>{content}</div>
            </li>
        }
    });
    view! { <ul class="icons">{facts.collect_view()}</ul> }
}
