//! What puts one thing of a list elsewhere in it: buttons for everybody, and dragging for who has a mouse.

use leptos::prelude::*;

use super::form::action;
use crate::{islands::order::OrderIsland, shell::needs_script, text::t};

/// Where a thing stands in its list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ListPosition {
    pub first: bool,
    pub last: bool,
}

impl ListPosition {
    /// The place of one of `of` things, counted from 0.
    pub const fn at(place: usize, of: usize) -> Self {
        Self {
            first: place == 0,
            last: place + 1 == of,
        }
    }
}

/// One step up, one step down ([`crate::api::reorder::MoveForm`]). The list's island sends the same form
/// when a thing is dragged.
#[component]
pub fn MoveButtons(
    /// The server function's path.
    to: &'static str,
    event: String,
    /// The id of what is moved.
    item: String,
    /// What it is called, for who cannot see which row a button is in.
    #[prop(into)]
    about: String,
    position: ListPosition,
) -> impl IntoView {
    let button = |step: &'static str, arrow: &'static str, label: String, disabled: bool| {
        view! {
            <button
                id=format!("{step}-{item}")
                class="button step"
                name="do"
                value=step
                // Not `disabled`: whoever comes here by pressing it would lose their place.
                aria-disabled=disabled.then_some("true")
                aria-label=label.clone()
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
        <form class="inline moves" method="post" action=action(to, "")>
            <input type="hidden" name="event" value=event/>
            <input type="hidden" name="item" value=item.clone()/>
            <input type="hidden" name="before" value=""/>
            // What a dropped thing is sent with: never seen, and pressed by the island alone.
            <button name="do" value="place" hidden></button>
            {earlier}
            {later}
        </form>
    }
}

/// Around lists whose things have [`MoveButtons`], a [`Grip`] and `data-item`: they can be dragged.
#[component]
pub fn Orderable(children: Children) -> impl IntoView {
    needs_script();
    view! { <OrderIsland>{children()}</OrderIsland> }
}

/// Where a mouse takes a thing. Seen only while there is one; everybody else has the buttons.
#[component]
pub fn Grip() -> impl IntoView {
    view! { <span class="grip" draggable="true" title=t!("move-drag") aria-hidden="true"></span> }
}
