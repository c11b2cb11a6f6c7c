//! A list with nothing in it yet.

use leptos::prelude::*;

/// Says why there is nothing, and how to change that.
#[component]
pub fn Empty(
    #[prop(into)] title: String,
    /// What fills the list: a sentence, a link, a button.
    children: Children,
) -> impl IntoView {
    view! {
        <div class="empty">
            <p><b>{title}</b></p>
            {children()}
        </div>
    }
}
