//! Rules for events that a network's data decide, for every way in which events are entered.

use jiff::Timestamp;
use model::{Event, EventDetails, EventState, Fault, Faults, Organisation, seats::Seats};
use store::Reader;

use super::{change::AgendaShift, create::moved};
use crate::Result;

/// Refuses details that contradict each other, or that hold seats for an organisation which is not of
/// the event's network.
pub(super) fn check_details(
    details: &EventDetails,
    partners: &[Organisation],
) -> Result<(), Faults> {
    let mut faults = details.check().err().unwrap_or_default();
    let is_partner = |id| partners.iter().any(|partner| partner.id == id);
    let mut holders = details.contingents.iter().map(|held| held.organisation);
    if !holders.all(is_partner) {
        faults.add("contingents", Fault::NoSuchChoice);
    }
    faults.or(Some(()))
}

/// Refuses a change that moves a published event into the past, or that holds more seats than are left. `seats` are
/// those of the event before the change.
pub(super) fn check_change(
    before: &Event,
    after: &EventDetails,
    seats: &Seats,
    now: Timestamp,
) -> Result<(), Faults> {
    let mut faults = Faults::none();
    let is_moved = before.details.starts.at != after.starts.at;
    // The end of an event that is running or over may be corrected.
    if before.state == EventState::Published && is_moved && after.starts.at <= now {
        faults.add("starts", Fault::InThePast);
    }
    let replanned = seats.replanned(after.capacity, after.contingents.clone());
    faults.keep("capacity", replanned.check_contingents(seats));
    faults.or(Some(()))
}

/// Refuses a change of times that leaves items of the agenda on days that the event does not have.
pub(super) async fn check_agenda(
    reader: &mut Reader,
    before: &Event,
    after: &EventDetails,
    agenda: AgendaShift,
) -> Result<()> {
    let (from, to) = (before.details.starts, after.starts);
    if from == to && before.details.ends == after.ends {
        return Ok(());
    }
    let zone = after.time_zone.rules();
    let mut items = reader.agenda(before.id).await?.rows;
    items.retain(|item| {
        let starts = match agenda {
            AgendaShift::WithEvent => moved(item, from, to, zone).starts,
            AgendaShift::None => item.starts,
        };
        !after.has_day(starts.date())
    });
    if items.is_empty() {
        return Ok(());
    }
    let items = items.iter().map(|item| item.title.to_string()).collect();
    Err(Faults::one("ends", Fault::AgendaOutside { items }).into())
}
