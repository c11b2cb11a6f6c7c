//! The row of a registration, and the registration that it holds.

use model::{Registration, RegistrationId};
use sqlx_macros::FromRow;
use uuid::Uuid;

use crate::{
    error::{Result, StoreError},
    person_row::PersonRow,
    row_decoder::RowDecoder,
};

#[derive(FromRow)]
pub(crate) struct Row {
    id: Uuid,
    event_id: Uuid,
    #[sqlx(flatten)]
    person: PersonRow,
    answers: String,
    state: String,
    source: String,
    created_at: i64,
    state_changed_at: i64,
    waiting_position: Option<i64>,
    consent_version: Option<i64>,
    consent_at: Option<i64>,
    invitation_sequence: Option<i64>,
    address_confirmed_at: Option<i64>,
    entered_by: Option<String>,
    revision: i64,
}

impl Row {
    pub(crate) fn id(&self) -> RegistrationId {
        self.id.into()
    }
}

impl TryFrom<Row> for Registration {
    type Error = StoreError;

    fn try_from(row: Row) -> Result<Self> {
        let from = RowDecoder {
            table: "registrations",
            row: row.id,
        };
        let consent = from.optional_number("consent_version", row.consent_version)?;
        Ok(Self {
            id: row.id.into(),
            event: row.event_id.into(),
            person: row.person.person(&from)?,
            answers: from.json("answers", &row.answers)?,
            state: from.word("state", &row.state)?,
            source: from.word("source", &row.source)?,
            created_at: from.time("created_at", row.created_at)?,
            state_changed_at: from.time("state_changed_at", row.state_changed_at)?,
            waiting_position: row.waiting_position,
            consent: consent.zip(from.optional_time("consent_at", row.consent_at)?),
            invitation_sequence: from
                .optional_number("invitation_sequence", row.invitation_sequence)?,
            address_confirmed_at: from
                .optional_time("address_confirmed_at", row.address_confirmed_at)?,
            entered_by: match row.entered_by {
                Some(name) => Some(from.parsed("entered_by", &name)?),
                None => None,
            },
            revision: row.revision,
        })
    }
}
