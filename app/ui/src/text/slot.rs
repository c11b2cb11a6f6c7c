//! What the items of a slot of an agenda are called together.

use model::{AgendaItemKind, Language};
use planner::agenda::Slot;

use super::t;

/// The name of parallel items: *4 Workshops zur Wahl*, or items at the same time.
pub fn slot_name(slot: &Slot, language: Language) -> String {
    let n = slot.items.len();
    let mut items = slot.items.iter();
    if items.all(|scheduled| scheduled.item.kind == AgendaItemKind::Workshop) {
        t!(language => "agenda-workshops", n = n)
    } else {
        t!(language => "agenda-parallel", n = n)
    }
}
