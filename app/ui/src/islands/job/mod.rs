//! The island of a running job: it keeps the numbers of the page up to date by server-sent events, and
//! loads the page again when the job is over.

#[cfg(feature = "hydrate")]
mod browser;

use leptos::prelude::*;

/// Wraps a `<progress>` and an element with `data-text`, a text with `{done}` and `{total}` in it.
#[island]
pub fn JobIsland(
    /// The address of the events.
    events: String,
    children: Children,
) -> impl IntoView {
    let island = NodeRef::<leptos::html::Div>::new();
    #[cfg(feature = "hydrate")]
    Effect::new(move |_| {
        if let Some(island) = island.get() {
            browser::listen(&island, &events);
        }
    });
    #[cfg(not(feature = "hydrate"))]
    let _ = events;
    view! { <div class="island" node_ref=island>{children()}</div> }
}
