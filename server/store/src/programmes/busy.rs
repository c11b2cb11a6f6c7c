//! People whom organisers need elsewhere in a slot.

use std::collections::BTreeSet;

use model::{EventId, Line, RegistrationId, SlotId, workshops::BusyMark};
use uuid::Uuid;

use crate::{Reader, Tx, connection::rows_affected, error::Result, row_decoder::RowDecoder};

statements! {
    OF_EVENT = "
        SELECT b.registration_id, b.slot_id, b.reason
        FROM slots s JOIN busy_people b ON b.slot_id = s.id
        WHERE s.event_id = $1 ORDER BY b.slot_id, b.registration_id";
    OF_REGISTRATION = "SELECT slot_id FROM busy_people WHERE registration_id = $1";
    SAVE = "
        INSERT INTO busy_people (registration_id, slot_id, reason) VALUES ($1, $2, $3)
        ON CONFLICT (registration_id, slot_id) DO UPDATE SET reason = excluded.reason";
    DELETE = "DELETE FROM busy_people WHERE registration_id = $1 AND slot_id = $2";
}

impl Reader {
    /// Everybody whom organisers of an event need elsewhere, in whatever state they are registered.
    pub async fn busy_people(&mut self, event: EventId) -> Result<Vec<BusyMark>> {
        let rows: Vec<(Uuid, Uuid, Option<String>)> =
            dispatch!(self, query_as(OF_EVENT), |query, c| query
                .bind(event.uuid())
                .fetch_all(c))?;
        rows.into_iter()
            .map(|(person, slot, reason)| {
                let from = RowDecoder {
                    table: "busy_people",
                    row: format!("{person} {slot}"),
                };
                Ok(BusyMark {
                    person: person.into(),
                    slot: slot.into(),
                    reason: from.optional::<Line>("reason", reason.as_deref())?,
                })
            })
            .collect()
    }

    /// The slots in which somebody is needed elsewhere.
    pub async fn busy_slots(&mut self, registration: RegistrationId) -> Result<BTreeSet<SlotId>> {
        let slots: Vec<Uuid> = dispatch!(self, query_scalar(OF_REGISTRATION), |query, c| query
            .bind(registration.uuid())
            .fetch_all(c))?;
        Ok(slots.into_iter().map(SlotId::from).collect())
    }
}

impl Tx {
    /// Notes that somebody is needed elsewhere in a slot.
    pub async fn save_busy(&mut self, mark: &BusyMark) -> Result<()> {
        dispatch!(self, query(SAVE), |query, c| rows_affected(
            query
                .bind(mark.person.uuid())
                .bind(mark.slot.uuid())
                .bind(mark.reason.as_ref().map(Line::as_str))
                .execute(c)
        ))
        .map(drop)
    }

    /// Notes that somebody is not needed elsewhere in a slot any more. Whether there was a mark.
    pub async fn delete_busy(&mut self, person: RegistrationId, slot: SlotId) -> Result<bool> {
        let deleted = dispatch!(self, query(DELETE), |query, c| rows_affected(
            query.bind(person.uuid()).bind(slot.uuid()).execute(c)
        ))?;
        Ok(deleted > 0)
    }
}
