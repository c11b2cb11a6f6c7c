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
    view! { <div class="island" on:submit=send>{children()}</div> }
}
