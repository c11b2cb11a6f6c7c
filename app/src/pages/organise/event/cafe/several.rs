//! The choice between the cafés of an event that has several.

use leptos::prelude::*;
use model::AgendaItemId;
use planner::cafes::Cafe;
use ui::{
    components::{Tab, Tabs},
    error::AppError,
    text::t,
    visit::query,
};

use super::super::head::CafePart;
use crate::api::cafe::{cafe_page, item_of};

/// The café that the address names.
pub(crate) fn asked_item() -> Result<Option<AgendaItemId>, AppError> {
    item_of(&query("item").unwrap_or_default())
}

/// The item as forms of a café repeat it.
pub(super) fn item_field(cafe: &Cafe) -> String {
    cafe.item
        .as_ref()
        .map(|item| item.id.to_string())
        .unwrap_or_default()
}

/// Links to the same page of the cafés of an event with several.
pub(crate) fn other_cafes(cafe: &Cafe, part: CafePart) -> Option<impl IntoView + use<>> {
    if cafe.items.len() < 2 {
        return None;
    }
    let current = cafe.item.as_ref().map(|item| item.id);
    let tabs = cafe
        .items
        .iter()
        .map(|item| {
            let href = cafe_page(cafe.event.id, Some(item.id), part.path(), "");
            Tab::new(item.title.to_string(), href, Some(item.id) == current)
        })
        .collect();
    Some(view! { <Tabs label=t!("cafe-several") tabs/> })
}
