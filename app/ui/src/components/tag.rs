//! Tags.

use leptos::prelude::*;

use super::Tone;

/// A word about a state, such as *veröffentlicht*.
#[component]
pub fn Tag(#[prop(into)] text: String, #[prop(optional)] tone: Tone) -> impl IntoView {
    view! { <span class=format!("tag {}", tone.class())>{text}</span> }
}
