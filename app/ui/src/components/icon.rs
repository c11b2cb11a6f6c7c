//! Icons of facts. They are drawn inline, because a page loads nothing but its style sheet.

use leptos::prelude::*;

/// An icon beside a fact that says the same in words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Icon {
    Calendar,
    Place,
    Access,
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
            Self::Access => {
                "M11.5 4.5a1.5 1.5 0 1 1-3 0 1.5 1.5 0 0 1 3 0zM10 8v6h6l3 5M10 11h5M8 11a5 5 0 1 0 7 7"
            }
            Self::Person => "M16 8a4 4 0 1 1-8 0 4 4 0 0 1 8 0zM4 21c.8-4 4-6 8-6s7.2 2 8 6",
        }
    }

    /// A list item: the icon beside its content.
    pub fn beside(self, content: impl IntoView + 'static) -> AnyView {
        view! {
            <li>
                <svg class="icon" viewBox="0 0 24 24" aria-hidden="true"><path d=self.paths()></path></svg>
                <div>{content}</div>
            </li>
        }
        .into_any()
    }
}

/// Facts, each beside its icon ([`Icon::beside`]).
#[component]
pub fn IconList(items: Vec<AnyView>) -> impl IntoView {
    view! { <ul class="icons">{items}</ul> }
}
