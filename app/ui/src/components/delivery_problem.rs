//! The reason why a mail was not delivered.

use leptos::prelude::*;

use crate::{
    text::{DeliveryProblem, original, t},
    visit::language,
};

/// The explanation of a delivery problem, with the original text folded.
#[component]
pub fn DeliveryProblemText(
    /// The text that the outbox keeps.
    #[prop(into)]
    error: String,
) -> impl IntoView {
    let problem = DeliveryProblem::parse(&error);
    let original = original(&error).to_owned();
    view! {
        <p>{problem.text(language())}</p>
        <details>
            <summary>{t!("mail-server-said")}</summary>
            // Replies are in English, whatever the language of the page.
            <p class="address" lang="en"><q>{original}</q></p>
        </details>
    }
}
