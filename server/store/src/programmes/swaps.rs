//! Swaps of workshops that participants offer one another.

use model::{EventId, RegistrationId, SlotId, workshops::SwapOffer};
use sqlx_macros::FromRow;
use uuid::Uuid;

use crate::{
    Reader, Tx,
    connection::rows_affected,
    error::{Result, StoreError},
    row_decoder::RowDecoder,
    time::micros,
};

statements! {
    OF_EVENT = "
        SELECT w.registration_id, w.slot_id, w.gives_id, w.wants_id, w.offered_at, w.made_at
        FROM slots s JOIN workshop_swaps w ON w.slot_id = s.id
        WHERE s.event_id = $1 ORDER BY w.offered_at, w.registration_id, w.wants_id";
    SAVE = "
        INSERT INTO workshop_swaps (registration_id, slot_id, gives_id, wants_id, offered_at, made_at)
        VALUES ($1, $2, $3, $4, $5, $6)
        ON CONFLICT (registration_id, slot_id, wants_id) DO UPDATE SET gives_id = excluded.gives_id,
            offered_at = excluded.offered_at, made_at = excluded.made_at";
    DELETE = "
        DELETE FROM workshop_swaps
        WHERE registration_id = $1 AND slot_id = $2 AND gives_id = $3 AND wants_id = $4 AND made_at IS NULL";
    DELETE_OF_PERSON = "DELETE FROM workshop_swaps WHERE registration_id = $1 AND made_at IS NULL";
    DELETE_OF_EVENT = "
        DELETE FROM workshop_swaps
        WHERE made_at IS NULL AND slot_id IN (SELECT s.id FROM slots s WHERE s.event_id = $1)";
    DELETE_OPEN = "DELETE FROM workshop_swaps WHERE registration_id = $1 AND slot_id = $2 AND made_at IS NULL";
}

#[derive(FromRow)]
struct Row {
    registration_id: Uuid,
    slot_id: Uuid,
    gives_id: Uuid,
    wants_id: Uuid,
    offered_at: i64,
    made_at: Option<i64>,
}

impl TryFrom<Row> for SwapOffer {
    type Error = StoreError;

    fn try_from(row: Row) -> Result<Self> {
        let from = RowDecoder {
            table: "workshop_swaps",
            row: row.registration_id,
        };
        Ok(Self {
            person: row.registration_id.into(),
            slot: row.slot_id.into(),
            gives: row.gives_id.into(),
            wants: row.wants_id.into(),
            offered_at: from.time("offered_at", row.offered_at)?,
            made_at: from.optional_time("made_at", row.made_at)?,
        })
    }
}

impl Reader {
    /// The swaps of an event, offered and made, the earliest offer first.
    pub async fn swaps_of_event(&mut self, event: EventId) -> Result<Vec<SwapOffer>> {
        let rows: Vec<Row> = dispatch!(self, query_as(OF_EVENT), |query, c| query
            .bind(event.uuid())
            .fetch_all(c))?;
        rows.into_iter().map(SwapOffer::try_from).collect()
    }
}

impl Tx {
    /// Saves a swap. It replaces an earlier one of the same person for the same seat.
    pub async fn save_swap(&mut self, swap: &SwapOffer) -> Result<()> {
        dispatch!(self, query(SAVE), |query, c| rows_affected(
            query
                .bind(swap.person.uuid())
                .bind(swap.slot.uuid())
                .bind(swap.gives.uuid())
                .bind(swap.wants.uuid())
                .bind(micros(swap.offered_at))
                .bind(swap.made_at.map(micros))
                .execute(c)
        ))
        .map(drop)
    }

    /// Takes somebody's offer back. `false` if there is none that nobody has agreed to.
    pub async fn delete_open_swap(&mut self, offer: &SwapOffer) -> Result<bool> {
        let deleted = dispatch!(self, query(DELETE), |query, c| rows_affected(
            query
                .bind(offer.person.uuid())
                .bind(offer.slot.uuid())
                .bind(offer.gives.uuid())
                .bind(offer.wants.uuid())
                .execute(c)
        ))?;
        Ok(deleted > 0)
    }

    /// Takes back everything that somebody offers and nobody has agreed to.
    pub async fn delete_open_swaps_of(&mut self, person: RegistrationId) -> Result<()> {
        dispatch!(self, query(DELETE_OF_PERSON), |query, c| rows_affected(
            query.bind(person.uuid()).execute(c)
        ))
        .map(drop)
    }

    /// Takes back everything that is offered at an event and that nobody has agreed to.
    pub async fn delete_open_swaps_of_event(&mut self, event: EventId) -> Result<()> {
        dispatch!(self, query(DELETE_OF_EVENT), |query, c| rows_affected(
            query.bind(event.uuid()).execute(c)
        ))
        .map(drop)
    }

    /// Takes back what somebody offers in a slot and nobody has agreed to.
    pub async fn delete_open_swaps(&mut self, person: RegistrationId, slot: SlotId) -> Result<()> {
        dispatch!(self, query(DELETE_OPEN), |query, c| rows_affected(
            query.bind(person.uuid()).bind(slot.uuid()).execute(c)
        ))
        .map(drop)
    }
}
