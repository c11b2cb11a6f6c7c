//! Rules for agenda items, for every way in which they are entered or moved.

use model::{AgendaItem, Event, Faults, local};

/// Refuses an item that lasts too long, or begins at a time that the clocks skip. A repeated time needs
/// no occurrence: an agenda is read by the clock on the wall.
pub(super) fn check(item: &AgendaItem, event: &Event) -> Result<(), Faults> {
    let mut faults = Faults::none();
    faults.keep("minutes", AgendaItem::MINUTES.check(item.minutes));
    let zone = event.details.time_zone.rules();
    faults.keep("starts", local::refuse_skipped(item.starts, zone));
    faults.or(Some(()))
}
