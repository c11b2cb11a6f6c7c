//! Reordering a list: buttons for everybody, and drag and drop with a mouse.

use leptos::prelude::*;

use super::form_context::action_url;
use crate::{islands::order::OrderIsland, page_properties::require_script, text::t};

/// The position of an item in its list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ListPosition {
    pub first: bool,
    pub last: bool,
}

impl ListPosition {
    /// The position of the item at `place`, counted from 0, in a list of `of` items.
    pub const fn at(place: usize, of: usize) -> Self {
        Self {
            first: place == 0,
            last: place + 1 == of,
        }
    }
}

/// Buttons that move an item one step up or down: the fields of `MoveForm` in `app`. The list's island
/// submits the same form when the item is dropped elsewhere.
#[component]
pub fn MoveButtons(
    /// The action's path.
    to: &'static str,
    /// The id of what the list belongs to: an event, or a network.
    list: String,
    /// The item's id.
    item: String,
    /// The item's title, part of the accessible names of the buttons.
    #[prop(into)]
    about: String,
    position: ListPosition,
    /// The id of an element that describes where the item is after it was moved.
    #[prop(optional_no_strip)]
    described_by: Option<&'static str>,
) -> impl IntoView {
    let button = |step: &'static str, arrow: &'static str, label: String, disabled: bool| {
        view! {
            <button
                id=format!("{step}-{item}")
                class="button step"
                name="do"
                value=step
                // Not `disabled`: a disabled button loses the focus.
                aria-disabled=disabled.then_some("true")
                aria-label=label.clone()
                aria-describedby=described_by
                title=label
            >
                <span aria-hidden="true">{arrow}</span>
            </button>
        }
    };
    let earlier = button(
        "earlier",
        "↑",
        t!("move-earlier", about = about.as_str()),
        position.first,
    );
    let later = button(
        "later",
        "↓",
        t!("move-later", about = about.as_str()),
        position.last,
    );
    view! {
        <form class="inline moves" method="post" action=action_url(to, "")>
            <input type="hidden" name="list" value=list/>
            <input type="hidden" name="item" value=item.clone()/>
            <input type="hidden" name="before" value=""/>
            // The island clicks this button when the item is dropped.
            <button name="do" value="place" hidden></button>
            {earlier}
            {later}
        </form>
    }
}

/// Wraps lists whose items can be dragged. Each item has `data-item`, [`MoveButtons`] and a [`DragHandle`].
#[component]
pub fn Sortable(children: Children) -> impl IntoView {
    require_script();
    view! { <OrderIsland>{children()}</OrderIsland> }
}

/// The handle by which a mouse drags an item. Hidden until a mouse is used.
#[component]
pub fn DragHandle() -> impl IntoView {
    view! { <span class="grip" draggable="true" title=t!("move-drag") aria-hidden="true"></span> }
}
