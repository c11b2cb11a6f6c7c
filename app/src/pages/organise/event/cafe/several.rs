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
    if cafe.all.len() < 2 {
        return None;
    }
    let (event, current) = (cafe.event.id, cafe.item.as_ref().map(|item| item.id));
    let tabs = cafe
        .all
        .iter()
        .map(Option::as_ref)
        .map(|item| {
            let id = item.map(|item| item.id);
            let title = item.map_or_else(|| t!("cafe-of-event"), |item| item.title.to_string());
            let href = cafe_page(event, id, part.path(), "");
            Tab::new(title, href, id == current)
        })
        .collect();
    Some(view! { <Tabs label=t!("cafe-several") tabs/> })
}
