//! The island around every form: it sends the form without leaving the page, so that nothing typed is
//! lost when the server refuses it or cannot be reached.

#[cfg(feature = "hydrate")]
mod browser;

use leptos::prelude::*;

/// Takes a form that the server rendered, as its children.
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
