//! Rules for agenda items, for every way in which they are entered or moved.

use model::{AgendaItem, Event, EventDetails, Fault, Faults, local};

/// The items on days that their event does not have.
pub fn on_other_days<'a>(agenda: &'a [AgendaItem], event: &EventDetails) -> Vec<&'a AgendaItem> {
    let elsewhere = |item: &&AgendaItem| !event.has_day(item.starts.date());
    agenda.iter().filter(elsewhere).collect()
}

/// Refuses an item that lasts too long, or begins on a day that the event does not have, or at a time that the
/// clocks skip. Within a day it may begin before the event and end after it: the agenda shows that.
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
