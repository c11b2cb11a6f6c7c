//! Rules for agenda items, for every way in which they are entered or moved.

use model::{AgendaItem, Event, Fault, Faults, local};

/// Refuses an item that lasts too long, or begins on a day that the event does not have, or at a time that the
/// clocks skip. Within a day it may begin before the event and end after it: the agenda shows that. A repeated time needs
/// no occurrence: an agenda is read by the clock on the wall.
pub(super) fn check(item: &AgendaItem, event: &Event) -> Result<(), Faults> {
    let mut faults = Faults::none();
    faults.keep("minutes", AgendaItem::MINUTES.check(item.minutes));
    if !event.details.has_day(item.starts.date()) {
        faults.add("date", Fault::NoDayOfEvent);
    }
    let zone = event.details.time_zone.rules();
    faults.keep("starts", local::refuse_skipped(item.starts, zone));
    faults.or(Some(()))
}
