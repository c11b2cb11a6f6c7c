//! Before something that cannot be taken back: what will happen, and to how many people.

use leptos::prelude::*;

use super::Tone;

/// What will happen, one sentence each; below it the form that does it, and the way back.
#[component]
pub fn ConfirmNotice(
    #[prop(into)] title: String,
    #[prop(default = Tone::Warn)] tone: Tone,
    consequences: Vec<String>,
    children: Children,
) -> impl IntoView {
    let consequences = consequences
        .into_iter()
        .map(|consequence| view! { <li>{consequence}</li> })
        .collect_view();
    view! {
        <section class=format!("card happens {}", tone.class())>
            <h2>{title}</h2>
            <ul>{consequences}</ul>
            {children()}
        </section>
    }
}
