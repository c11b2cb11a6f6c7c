//! Form actions of world cafés.

pub mod day;
mod form;
mod mend;
mod names;
mod new_rule;
pub mod publishing;
mod rows;
mod set_up;

pub use form::{CafeForm, TableRow, TopicRow, rule_input};
pub use mend::people_to_suggest_for;
use model::{AgendaItemId, EventId};
pub use names::Names;
pub use new_rule::need_value;
use planner::cafes::Cafe;
pub use set_up::{MendForm, item_of, mend_cafe, save_cafe_set_up};

/// The item that the addresses of a café's pages name. `None` where the event has one café only.
pub fn named_item(cafe: &Cafe) -> Option<AgendaItemId> {
    let item = cafe.item.as_ref().filter(|_| cafe.all.len() > 1);
    item.map(|item| item.id)
}

/// The address of a page of a café: `part` is `plan`, or empty for the set-up, and `query` is `a=b` or empty.
pub fn cafe_page(event: EventId, item: Option<AgendaItemId>, part: &str, query: &str) -> String {
    let item = item.map(|item| format!("item={item}"));
    let query: Vec<&str> = [item.as_deref(), Some(query)]
        .into_iter()
        .flatten()
        .filter(|part| !part.is_empty())
        .collect();
    let slash = if part.is_empty() { "" } else { "/" };
    let path = format!("/organise/events/{event}/cafe{slash}{part}");
    if query.is_empty() {
        path
    } else {
        format!("{path}?{}", query.join("&"))
    }
}
