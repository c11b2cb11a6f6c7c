//! Form actions of a harvest.

pub mod action_items;
pub mod links;
pub mod points;
pub mod results;
pub mod table;

use model::{AgendaItemId, EventId};
use ui::error::AppError;

use super::cafe::cafe_page;

/// The café that a form is about: an item of an agenda, or none for the event's only one.
pub fn cafe_item(item: &str) -> Result<Option<AgendaItemId>, AppError> {
    if item.is_empty() {
        return Ok(None);
    }
    item.parse().map(Some).map_err(|_| AppError::NotFound)
}

/// The page of a harvest, or one below it: `path` is empty or begins with a slash.
pub fn harvest_path(event: EventId, item: &str, path: &str) -> String {
    let item = cafe_item(item).unwrap_or_default();
    cafe_page(event, item, &format!("harvest{path}"), "")
}
