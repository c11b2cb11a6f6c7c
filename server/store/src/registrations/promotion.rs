//! Seats for many people of a waiting list at once.

use jiff::Timestamp;
use model::RegistrationId;
use serde_json::Value;

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

statements! { for sqlite:
    SQLITE_SEAT_WAITING = seat_waiting!("SELECT unhex(value) FROM json_each($1)");
}

statements! { for postgres:
    POSTGRES_SEAT_WAITING = seat_waiting!(
        "SELECT CAST(value AS UUID) FROM jsonb_array_elements_text(CAST($1 AS JSONB))"
    );
}

impl Tx {
    /// Gives seats to people who wait, and returns how many those were. The caller holds the event's lock.
    pub async fn seat_waiting(&mut self, ids: &[RegistrationId], now: Timestamp) -> Result<u64> {
        let seat = self.on_engine(SQLITE_SEAT_WAITING, POSTGRES_SEAT_WAITING);
        let ids = ids.iter().map(|id| id.uuid().simple().to_string().into());
        dispatch!(self, query(seat), |query, c| rows_affected(
            query
                .bind(Value::Array(ids.clone().collect()).to_string())
                .bind(micros(now))
                .execute(c)
        ))
    }
}
