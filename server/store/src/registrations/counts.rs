//! Counts of registrations.

use model::{EventId, OrganisationId, Registration, RegistrationState};
use sqlx_macros::FromRow;
use uuid::Uuid;

use crate::{Reader, error::Result, row_decoder::RowDecoder};

statements! {
    BY_STATE = "
        SELECT state, COUNT(*) AS people FROM registrations WHERE event_id = $1 GROUP BY state";
    SEATS_TAKEN = "
        SELECT organisation_id, COUNT(*) AS people FROM registrations
        WHERE event_id = $1 AND state = 'confirmed' GROUP BY organisation_id";
    WAITING = "SELECT COUNT(*) FROM registrations WHERE event_id = $1 AND state = 'waitlisted'";
    WAITING_BEFORE = "
        SELECT COUNT(*) FROM registrations WHERE event_id = $1 AND state = 'waitlisted'
            AND (waiting_position < $2 OR (waiting_position = $2 AND id < $3))";
    LAST_WAITING_POSITION = "
        SELECT COALESCE(MAX(waiting_position), 0) FROM registrations WHERE event_id = $1";
}

/// The number of registrations in each state.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct RegistrationCounts {
    pub pending: u32,
    pub confirmed: u32,
    pub waitlisted: u32,
    pub declined: u32,
    pub cancelled: u32,
}

impl RegistrationCounts {
    /// The number of all registrations.
    pub const fn all(self) -> u32 {
        self.pending + self.confirmed + self.waitlisted + self.declined + self.cancelled
    }

    pub(crate) fn set(&mut self, state: RegistrationState, people: u32) {
        *match state {
            RegistrationState::Pending => &mut self.pending,
            RegistrationState::Confirmed => &mut self.confirmed,
            RegistrationState::Waitlisted => &mut self.waitlisted,
            RegistrationState::Declined => &mut self.declined,
            RegistrationState::Cancelled => &mut self.cancelled,
        } = people;
    }
}

#[derive(FromRow)]
struct StateRow {
    state: String,
    people: i64,
}

#[derive(FromRow)]
struct OrganisationRow {
    organisation_id: Option<Uuid>,
    people: i64,
}

impl Reader {
    /// Counts an event's registrations by state.
    pub async fn count_registrations(&mut self, event: EventId) -> Result<RegistrationCounts> {
        let rows: Vec<StateRow> = dispatch!(self, query_as(BY_STATE), |query, c| query
            .bind(event.uuid())
            .fetch_all(c))?;
        let from = decoder_for(event);
        let mut counts = RegistrationCounts::default();
        for row in rows {
            counts.set(
                from.word("state", &row.state)?,
                from.number("state", row.people)?,
            );
        }
        Ok(counts)
    }

    /// Counts the taken seats by organisation. `None` stands for people outside the network's organisations.
    pub async fn seats_taken(
        &mut self,
        event: EventId,
    ) -> Result<Vec<(Option<OrganisationId>, u32)>> {
        self.flush_states().await?;
        let rows: Vec<OrganisationRow> = dispatch!(unflushed self, query_as(SEATS_TAKEN), |query, c| query
            .bind(event.uuid())
            .fetch_all(c))?;
        let from = decoder_for(event);
        rows.into_iter()
            .map(|row| {
                let people = from.number("organisation_id", row.people)?;
                Ok((row.organisation_id.map(OrganisationId::from), people))
            })
            .collect()
    }

    /// The length of the waiting list.
    pub async fn count_waiting(&mut self, event: EventId) -> Result<u32> {
        let people: i64 = dispatch!(self, query_scalar(WAITING), |query, c| query
            .bind(event.uuid())
            .fetch_one(c))?;
        decoder_for(event).number("state", people)
    }

    /// The number of people ahead of this one on the waiting list.
    pub async fn waiting_before(&mut self, registration: &Registration) -> Result<u32> {
        self.flush_states().await?;
        let people: i64 = dispatch!(unflushed self, query_scalar(WAITING_BEFORE), |query, c| query
            .bind(registration.event.uuid())
            .bind(registration.waiting_position)
            .bind(registration.id.uuid())
            .fetch_one(c))?;
        decoder_for(registration.event).number("waiting_position", people)
    }

    /// The last position on the waiting list; 0 if it is empty.
    pub async fn last_waiting_position(&mut self, event: EventId) -> Result<i64> {
        self.flush_states().await?;
        dispatch!(unflushed self, query_scalar(LAST_WAITING_POSITION), |query, c| query
            .bind(event.uuid())
            .fetch_one(c))
    }
}

fn decoder_for(event: EventId) -> RowDecoder<String> {
    RowDecoder {
        table: "registrations",
        row: format!("of event {event}"),
    }
}
