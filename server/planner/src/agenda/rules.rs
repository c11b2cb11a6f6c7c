//! What must hold for an item of the agenda, whoever enters or moves it.

use model::{
    AgendaItem, Event, Fault, Faults,
    local::{self, Moment},
};

/// Refuses an item that lasts too long, or begins at a time that the clocks skip. One that exists twice
/// stays as it is written: an agenda is read off the wall, and the clock there shows it.
pub(super) fn check(item: &AgendaItem, event: &Event) -> Result<(), Faults> {
    let mut faults = Faults::none();
    faults.keep("minutes", AgendaItem::MINUTES.check(item.minutes));
    faults.keep("starts", exists(item, event));
    faults.or(Some(()))
}

fn exists(item: &AgendaItem, event: &Event) -> Result<(), Fault> {
    let zone = local::zone(event.details.time_zone.as_str())?;
    let begins = local::parse(&item.starts).ok_or(Fault::NoDate)?;
    match local::resolve(begins, &zone)? {
        Moment::Skipped { .. } => local::instant(begins, &zone, None).map(drop),
        Moment::One(_) | Moment::Twice { .. } => Ok(()),
    }
}
