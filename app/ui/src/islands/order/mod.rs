//! The island of sortable lists: drag and drop with a mouse. Dropping an item submits the form of its
//! buttons, which work without a mouse.

#[cfg(feature = "hydrate")]
mod browser;

use leptos::{ev, prelude::*};

/// Wraps lists that the server rendered: an `<ol>` of elements with `data-item`, each with a `.grip` and the form
/// of its buttons.
#[island]
pub fn OrderIsland(children: Children) -> impl IntoView {
    #[cfg(feature = "hydrate")]
    use browser::{drag_over, drop, end_drag, reveal_handles, start_drag};
    #[cfg(not(feature = "hydrate"))]
    use server::{drag_over, drop, end_drag, reveal_handles, start_drag};

    view! {
        <div
            class="order"
            on:pointerover=move |event: ev::PointerEvent| reveal_handles(&event)
            on:dragstart=move |event: ev::DragEvent| start_drag(&event)
            on:dragover=move |event: ev::DragEvent| drag_over(&event)
            on:drop=move |event: ev::DragEvent| drop(&event)
            on:dragend=move |event: ev::DragEvent| end_drag(&event)
        >
            {children()}
        </div>
    }
}

/// Handlers do nothing on the server.
#[cfg(not(feature = "hydrate"))]
mod server {
    use leptos::ev::{DragEvent, PointerEvent};

    pub fn reveal_handles(_: &PointerEvent) {}
    pub fn start_drag(_: &DragEvent) {}
    pub fn drag_over(_: &DragEvent) {}
    pub fn drop(_: &DragEvent) {}
    pub fn end_drag(_: &DragEvent) {}
}
