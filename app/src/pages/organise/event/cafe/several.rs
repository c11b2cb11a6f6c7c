//! The choice between the cafés of an event that has several.

use leptos::prelude::*;
use model::AgendaItemId;
use planner::cafes::Cafe;
use ui::{error::AppError, text::t, visit::query};

use crate::api::cafe::{cafe_page, item_of};

/// The café that the address names.
pub(super) fn asked_item() -> Result<Option<AgendaItemId>, AppError> {
    item_of(&query("item").unwrap_or_default())
}

/// The item as forms of a café repeat it.
pub(super) fn item_field(cafe: &Cafe) -> String {
    cafe.item
        .as_ref()
        .map(|item| item.id.to_string())
        .unwrap_or_default()
}

/// Links to the same page of the other cafés.
pub(super) fn other_cafes(cafe: &Cafe, part: &str) -> Option<impl IntoView + use<>> {
    if cafe.items.len() < 2 {
        return None;
    }
    let current = cafe.item.as_ref().map(|item| item.id);
    let lang = cafe.event.details.language.tag();
    let links = cafe
        .items
        .iter()
        .map(|item| {
            let href = cafe_page(cafe.event.id, Some(item.id), part, "");
            let is_current = (current == Some(item.id)).then_some("page");
            view! { <li><a href=href aria-current=is_current lang=lang>{item.title.to_string()}</a></li> }
        })
        .collect_view();
    Some(view! {
        <nav aria-label=t!("cafe-several")>
            <ul class="facts">{links}</ul>
        </nav>
    })
}
