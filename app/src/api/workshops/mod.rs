//! Form actions of an event's workshops: slots, workshops, rooms, import, lists.

pub mod busy;
pub mod import;
pub mod lists;
pub mod rooms;
pub mod slot;
pub mod workshop;

use model::EventId;
use serde::{Deserialize, Serialize};
use ui::{error::AppError, forms::SeeOther, visit::planner};

use super::authorise::organises_event;

/// Redirects to the page of the offer, which says what was done.
fn offer_page(event: EventId, done: &str, anchor: &str) -> SeeOther {
    let anchor = if anchor.is_empty() {
        String::new()
    } else {
        format!("#{anchor}")
    };
    SeeOther::page(format!(
        "/organise/events/{event}/workshops?done={done}{anchor}"
    ))
}

/// The form that takes over the workshops of another event.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct TakeOverForm {
    pub event: String,
    /// The id of the other event.
    pub from: String,
}

/// Takes over the slots and workshops of another event of the network.
pub async fn take_over_workshops(form: &TakeOverForm) -> Result<SeeOther, AppError> {
    let (event, access) = organises_event(&form.event)?;
    let from = form.from.parse();
    let from = from.map_err(|_| AppError::fault("from", model::Fault::Missing))?;
    planner().take_over_programme(&access, from).await?;
    Ok(offer_page(event, "taken-over", ""))
}
