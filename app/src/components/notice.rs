//! Something a page has to say.

use leptos::prelude::*;

/// What it means for the person.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Tone {
    #[default]
    Plain,
    Accent,
    Good,
    Warn,
    Bad,
}

impl Tone {
    /// The class that gives it its colour. The words say the same without it.
    pub const fn class(self) -> &'static str {
        match self {
            Self::Plain => "",
            Self::Accent => "accent",
            Self::Good => "good",
            Self::Warn => "warn",
            Self::Bad => "bad",
        }
    }
}

/// What is to know or to do next; beside it, if anything, the button that does it.
#[component]
pub fn Notice(
    #[prop(default = Tone::Accent)] tone: Tone,
    /// What to do about it.
    #[prop(optional_no_strip, into)]
    action: Option<AnyView>,
    children: Children,
) -> impl IntoView {
    view! {
        <div class=format!("notice {}", tone.class())>
            <div>{children()}</div>
            {action}
        </div>
    }
}
