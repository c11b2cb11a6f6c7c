//! A word about the state of something.

use leptos::prelude::*;

use super::Tone;

/// A word about the state of something, such as *veröffentlicht*.
#[component]
pub fn Tag(#[prop(into)] text: String, #[prop(optional)] tone: Tone) -> impl IntoView {
    view! { <span class=format!("tag {}", tone.class())>{text}</span> }
}
