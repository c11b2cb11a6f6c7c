//! The island around a list whose order can be changed: with a mouse, its items can be dragged. What is
//! dropped sends the same form as the item's buttons, which are there for everybody.

#[cfg(feature = "hydrate")]
mod browser;

use leptos::{ev, prelude::*};

/// Takes lists that the server rendered, as its children: an `<ol>` of elements with `data-item`, each
/// with a `.grip` and the form of its buttons.
#[island]
pub fn OrderIsland(children: Children) -> impl IntoView {
    #[cfg(feature = "hydrate")]
    use browser::{begin, drop, end, over, welcome};
    #[cfg(not(feature = "hydrate"))]
    use nowhere::{begin, drop, end, over, welcome};

    view! {
        <div
            class="order"
            on:pointerover=move |event: ev::PointerEvent| welcome(&event)
            on:dragstart=move |event: ev::DragEvent| begin(&event)
            on:dragover=move |event: ev::DragEvent| over(&event)
            on:drop=move |event: ev::DragEvent| drop(&event)
            on:dragend=move |event: ev::DragEvent| end(&event)
        >
            {children()}
        </div>
    }
}

/// On the server nothing is dragged.
#[cfg(not(feature = "hydrate"))]
mod nowhere {
    use leptos::ev::{DragEvent, PointerEvent};

    pub fn welcome(_: &PointerEvent) {}
    pub fn begin(_: &DragEvent) {}
    pub fn over(_: &DragEvent) {}
    pub fn drop(_: &DragEvent) {}
    pub fn end(_: &DragEvent) {}
}
