//! Seats for many people of a waiting list at once.

use jiff::Timestamp;
use model::{AuditAction, AuditActor, EventId, NetworkId, RegistrationId, RegistrationState};
use serde_json::{Value, json};
use uuid::Uuid;

use crate::{Tx, connection::rows_affected, error::Result, time::micros};

macro_rules! seat_waiting {
    ($ids:literal) => {
        concat!(
            "UPDATE registrations
             SET state = 'confirmed', state_changed_at = $2, waiting_position = NULL
             WHERE state = 'waitlisted' AND id IN (",
            $ids,
            ")",
        )
    };
}

macro_rules! note_seats {
    ($ids:literal) => {
        concat!(
            "INSERT INTO audit (id, network_id, event_id, who, what, changes, at, registration_id)
             SELECT ",
            $ids,
        )
    };
}

// Many people travel as one JSON array of pairs: registration, audit line.
statements! { for sqlite:
    SQLITE_SEAT_WAITING = seat_waiting!("SELECT unhex(value ->> 0) FROM json_each($1)");
    SQLITE_NOTE_SEATS = note_seats!(
        "unhex(value ->> 1), $2, $3, $4, $5, '[]', $6, unhex(value ->> 0) FROM json_each($1)"
    );
}

statements! { for postgres:
    POSTGRES_SEAT_WAITING = seat_waiting!(
        "SELECT CAST(value ->> 0 AS UUID) FROM jsonb_array_elements(CAST($1 AS JSONB))"
    );
    POSTGRES_NOTE_SEATS = note_seats!(
        "CAST(value ->> 1 AS UUID), $2, $3, $4, $5, '[]', $6, CAST(value ->> 0 AS UUID)
         FROM jsonb_array_elements(CAST($1 AS JSONB))"
    );
}

/// People of a waiting list who get a seat. The planner itself gives it.
#[derive(Debug)]
pub struct Promotion<'p> {
    pub network: NetworkId,
    pub event: EventId,
    /// The registrations, each with the id of its audit line.
    pub people: &'p [(RegistrationId, Uuid)],
    pub at: Timestamp,
}

impl Tx {
    /// Gives seats to people who wait, and notes that in the audit log. The caller holds the event's lock.
    pub async fn seat_waiting(&mut self, promotion: &Promotion<'_>) -> Result<()> {
        let people = promotion.people.iter().map(|(registration, audit)| {
            json!([
                registration.uuid().simple().to_string(),
                audit.simple().to_string(),
            ])
        });
        let people = Value::Array(people.collect()).to_string();
        let seat = self.on_engine(SQLITE_SEAT_WAITING, POSTGRES_SEAT_WAITING);
        dispatch!(self, query(seat), |query, c| rows_affected(
            query
                .bind(people.as_str())
                .bind(micros(promotion.at))
                .execute(c)
        ))?;
        let seated = AuditAction::registration_entered(RegistrationState::Confirmed);
        let note = self.on_engine(SQLITE_NOTE_SEATS, POSTGRES_NOTE_SEATS);
        dispatch!(self, query(note), |query, c| rows_affected(
            query
                .bind(people.as_str())
                .bind(promotion.network.uuid())
                .bind(promotion.event.uuid())
                .bind(AuditActor::Planner.as_str())
                .bind(seated.as_str())
                .bind(micros(promotion.at))
                .execute(c)
        ))
        .map(drop)
    }
}
