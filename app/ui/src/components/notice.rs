//! Notices.

use leptos::prelude::*;

/// The tone of a notice or tag.
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
    /// The class of its colour. The words must say the same without it.
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

/// A notice about a state or the next step, with a button for it.
#[component]
pub fn Notice(
    #[prop(default = Tone::Accent)] tone: Tone,
    /// The button.
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
