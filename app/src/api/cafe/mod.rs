//! Form actions of world cafés.

pub mod day;
pub mod publishing;

use model::{AgendaItemId, EventId};
use ui::error::AppError;

/// The item of the agenda that a form or an address names; `None` for none.
pub fn named_item(text: &str) -> Result<Option<AgendaItemId>, AppError> {
    if text.is_empty() {
        return Ok(None);
    }
    let item = text.parse().map_err(|_| AppError::NotFound)?;
    Ok(Some(item))
}

/// The address of a page of a café, which ends with parameters: `?a=b` or `?item=…`.
pub fn cafe_page(event: EventId, item: Option<AgendaItemId>, part: &str, query: &str) -> String {
    let item = item.map(|item| format!("item={item}"));
    let query: Vec<&str> = [item.as_deref(), Some(query)]
        .into_iter()
        .flatten()
        .filter(|part| !part.is_empty())
        .collect();
    let path = format!("/organise/events/{event}/cafe/{part}");
    if query.is_empty() {
        path
    } else {
        format!("{path}?{}", query.join("&"))
    }
}
