//! Offers.

use serde::{Deserialize, Serialize};

use super::{TimeSlot, Workshop};
use crate::{AgendaItem, AgendaItemId, AgendaItemKind, Line, SlotId, Text, WorkshopId};

/// Which workshop is offered in which slot. An event has each pair once.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct OfferKey {
    pub slot: SlotId,
    pub workshop: WorkshopId,
}

/// One workshop in one slot. It is an item of the agenda, whose id it has.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Offer {
    pub id: AgendaItemId,
    pub key: OfferKey,
    pub room: Option<Line<120>>,
}

impl Offer {
    /// Its item of the agenda, which repeats what slot and workshop say. The description stays with the workshop.
    pub fn item(&self, slot: &TimeSlot, workshop: &Workshop) -> AgendaItem {
        AgendaItem {
            id: self.id,
            event: slot.event,
            position: workshop.position,
            kind: AgendaItemKind::Workshop,
            title: workshop.details.title.clone(),
            details: Text::default(),
            room: self.room.clone(),
            speakers: workshop.details.speakers.clone(),
            starts: slot.starts,
            occurrence: slot.occurrence,
            minutes: slot.minutes,
            offer: Some(self.key),
        }
    }
}
