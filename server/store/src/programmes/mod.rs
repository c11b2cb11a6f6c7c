//! Programmes: slots, workshops, the offers that put one into the other, rooms, wishes, and bookings.

pub(crate) mod bookings;
pub(crate) mod busy;
pub(crate) mod rooms;
pub(crate) mod slots;
pub(crate) mod swaps;
pub(crate) mod wish_setups;
pub(crate) mod wishes;
pub(crate) mod workshops;

use std::collections::BTreeSet;

use model::{
    EventId,
    assignment::{AssignmentKind, OfferDecision},
    workshops::{Offer, OfferKey, Programme},
};
use sqlx_macros::FromRow;
use uuid::Uuid;

use crate::{
    Reader,
    error::{Result, StoreError},
    row_decoder::RowDecoder,
};

statements! {
    OFFERS = "
        SELECT a.id, a.slot_id, a.workshop_id, a.room
        FROM agenda_items a JOIN workshops w ON w.id = a.workshop_id
        WHERE a.event_id = $1 AND a.slot_id IS NOT NULL
        ORDER BY a.starts_local, a.starts_occurrence, w.position, a.id";
}

#[derive(FromRow)]
struct OfferRow {
    id: Uuid,
    slot_id: Uuid,
    workshop_id: Uuid,
    room: Option<String>,
}

impl TryFrom<OfferRow> for Offer {
    type Error = StoreError;

    fn try_from(row: OfferRow) -> Result<Self> {
        let from = RowDecoder {
            table: "agenda_items",
            row: row.id,
        };
        Ok(Self {
            id: row.id.into(),
            key: OfferKey {
                slot: row.slot_id.into(),
                workshop: row.workshop_id.into(),
            },
            room: from.optional("room", row.room.as_deref())?,
        })
    }
}

impl Reader {
    /// The programme of an event.
    pub async fn programme(&mut self, event: EventId) -> Result<Programme> {
        let offers: Vec<OfferRow> = dispatch!(self, query_as(OFFERS), |query, c| query
            .bind(event.uuid())
            .fetch_all(c))?;
        Ok(Programme {
            slots: self.slots(event).await?,
            workshops: self.workshops(event).await?,
            offers: offers
                .into_iter()
                .map(Offer::try_from)
                .collect::<Result<_>>()?,
            clashes: self.clashes(event).await?,
            rooms: self.rooms(event).await?,
            called_off: self.offers_called_off(event).await?,
        })
    }

    /// The offers that the plan of the workshops calls off.
    pub async fn offers_called_off(&mut self, event: EventId) -> Result<BTreeSet<OfferKey>> {
        let plans = self.plans_of_event::<AssignmentKind>(event).await?;
        let decisions = plans
            .rows
            .into_iter()
            .flat_map(|plan| plan.set_up.decisions);
        let called_off = decisions.filter_map(|decision| match decision {
            OfferDecision::CallOff(offer) => Some(offer),
            OfferDecision::Keep(_) => None,
        });
        Ok(called_off.collect())
    }
}
