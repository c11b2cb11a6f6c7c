//! The island of a running job: it keeps the numbers of the page up to date by server-sent events, and
//! loads the page again when the job is over.

#[cfg(feature = "hydrate")]
mod browser;

use leptos::prelude::*;

/// Wraps an element with `data-events`, the address of the events. In it are a `<progress>` and an element with
/// `data-text`, a text with `{done}`, `{total}`, `{meetings}` and `{bound}` in it.
#[island]
pub fn JobIsland(children: Children) -> impl IntoView {
    let island = NodeRef::<leptos::html::Div>::new();
    #[cfg(feature = "hydrate")]
    Effect::new(move |_| {
        if let Some(island) = island.get() {
            browser::listen(&island);
        }
    });
    view! { <div class="island" node_ref=island>{children()}</div> }
}
