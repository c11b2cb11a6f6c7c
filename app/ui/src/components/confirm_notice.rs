//! The notice before an action that cannot be undone.

use leptos::prelude::*;

use super::Tone;

/// The consequences of an action, one sentence each; below them the form of the action and a link back.
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
