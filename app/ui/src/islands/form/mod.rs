//! The island of every form: it submits the form without leaving the page, so that the typed values are
//! kept when the server refuses the form or cannot be reached.

#[cfg(feature = "hydrate")]
mod browser;

use leptos::prelude::*;

/// Wraps a form that the server rendered.
#[island]
pub fn FormIsland(children: Children) -> impl IntoView {
    let send = move |submit: leptos::ev::SubmitEvent| {
        #[cfg(feature = "hydrate")]
        browser::send(submit);
        #[cfg(not(feature = "hydrate"))]
        let _ = submit;
    };
    let edit = move |input: leptos::ev::Event| {
        #[cfg(feature = "hydrate")]
        browser::mark_edited(&input);
        #[cfg(not(feature = "hydrate"))]
        let _ = input;
    };
    view! { <div class="island" on:submit=send on:input=edit>{children()}</div> }
}
