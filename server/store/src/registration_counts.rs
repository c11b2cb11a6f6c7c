//! How many registrations there are, and of whom.

use model::{EventId, OrganisationId, Registration, RegistrationState};
use sqlx_macros::FromRow;
use uuid::Uuid;

use crate::{Reader, error::Result, origin::Origin};

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

/// How many registrations of an event are in each state.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct RegistrationCounts {
    pub pending: u32,
    pub confirmed: u32,
    pub waitlisted: u32,
    pub declined: u32,
    pub cancelled: u32,
}

impl RegistrationCounts {
    /// In whatever state.
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
    /// How many registrations of an event are in each state.
    pub async fn count_registrations(&mut self, event: EventId) -> Result<RegistrationCounts> {
        let rows: Vec<StateRow> = on!(self, |c| sqlx::query_as(BY_STATE)
            .bind(event.uuid())
            .fetch_all(c))?;
        let from = rows_of(event);
        let mut counts = RegistrationCounts::default();
        for row in rows {
            counts.set(
                from.word("state", &row.state)?,
                from.number("state", row.people)?,
            );
        }
        Ok(counts)
    }

    /// How many people of each organisation have a seat; `None` are those of none of the network's.
    pub async fn seats_taken(
        &mut self,
        event: EventId,
    ) -> Result<Vec<(Option<OrganisationId>, u32)>> {
        let rows: Vec<OrganisationRow> = on!(self, |c| sqlx::query_as(SEATS_TAKEN)
            .bind(event.uuid())
            .fetch_all(c))?;
        let from = rows_of(event);
        rows.into_iter()
            .map(|row| {
                let people = from.number("organisation_id", row.people)?;
                Ok((row.organisation_id.map(OrganisationId::from), people))
            })
            .collect()
    }

    /// How many people wait for a seat.
    pub async fn count_waiting(&mut self, event: EventId) -> Result<u32> {
        let people: i64 = on!(self, |c| sqlx::query_scalar(WAITING)
            .bind(event.uuid())
            .fetch_one(c))?;
        rows_of(event).number("state", people)
    }

    /// How many people are before this one on the waiting list.
    pub async fn waiting_before(&mut self, registration: &Registration) -> Result<u32> {
        let people: i64 = on!(self, |c| sqlx::query_scalar(WAITING_BEFORE)
            .bind(registration.event.uuid())
            .bind(registration.waiting_position)
            .bind(registration.id.uuid())
            .fetch_one(c))?;
        rows_of(registration.event).number("waiting_position", people)
    }

    /// The position of the last one on the waiting list; 0 where nobody waits.
    pub async fn last_waiting_position(&mut self, event: EventId) -> Result<i64> {
        on!(self, |c| sqlx::query_scalar(LAST_WAITING_POSITION)
            .bind(event.uuid())
            .fetch_one(c))
    }
}

fn rows_of(event: EventId) -> Origin<String> {
    Origin {
        table: "registrations",
        row: format!("of event {event}"),
    }
}
