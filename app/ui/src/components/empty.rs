//! An empty list.

use leptos::prelude::*;

/// In place of a list without entries: why it is empty, and how to fill it.
#[component]
pub fn EmptyState(
    #[prop(into)] title: String,
    /// How to fill the list: a sentence, a link, a button.
    children: Children,
) -> impl IntoView {
    view! {
        <div class="empty">
            <p><b>{title}</b></p>
            {children()}
        </div>
    }
}
