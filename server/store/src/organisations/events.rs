//! The events that an organisation attends.

use model::{EventId, EventState, EventTime, Language, Line, NetworkId, OrganisationId};
use sqlx_macros::FromRow;
use uuid::Uuid;

use crate::{
    Reader,
    error::{Result, StoreError},
    listed::Listed,
    row_decoder::RowDecoder,
};

statements! {
    /// Those that people of it registered for, or that hold places for it.
    OF_ORGANISATION = "
        SELECT events.id, events.title, events.language, events.state, events.starts_local,
            events.starts_at, MAX(held.seats) AS held, COUNT(people.id) AS registered,
            COUNT(CASE WHEN people.state = 'confirmed' THEN 1 END) AS confirmed,
            COUNT(CASE WHEN people.state = 'waitlisted' THEN 1 END) AS waitlisted
        FROM events
        LEFT JOIN contingents AS held
            ON held.event_id = events.id AND held.organisation_id = $1
        LEFT JOIN registrations AS people
            ON people.event_id = events.id AND people.organisation_id = $1
        WHERE events.network_id = $2 AND events.id IN (
            SELECT event_id FROM registrations WHERE organisation_id = $1
            UNION SELECT event_id FROM contingents WHERE organisation_id = $1)
        GROUP BY events.id ORDER BY events.starts_at DESC, events.id";
    /// In the order in which events are locked.
    IDS = "
        SELECT event_id FROM registrations WHERE organisation_id = $1
        UNION SELECT event_id FROM contingents WHERE organisation_id = $1
        UNION SELECT event_id FROM contingent_links WHERE organisation_id = $1 ORDER BY event_id";
    HOLDING = "
        SELECT DISTINCT event_id FROM contingents WHERE organisation_id IN ($1, $2) ORDER BY event_id";
}

/// An event that an organisation attends.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OrganisationEvent {
    pub event: EventId,
    pub title: Line<200>,
    pub language: Language,
    pub state: EventState,
    pub starts: EventTime,
    /// How many places are held for it.
    pub held: Option<u32>,
    /// How many of its people have registered, whatever became of it.
    pub registered: u32,
    pub confirmed: u32,
    pub waitlisted: u32,
}

#[derive(FromRow)]
struct Row {
    id: Uuid,
    title: String,
    language: String,
    state: String,
    starts_local: String,
    starts_at: i64,
    held: Option<i64>,
    registered: i64,
    confirmed: i64,
    waitlisted: i64,
}

impl TryFrom<Row> for OrganisationEvent {
    type Error = StoreError;

    fn try_from(row: Row) -> Result<Self> {
        let from = RowDecoder {
            table: "events",
            row: row.id,
        };
        Ok(Self {
            event: row.id.into(),
            title: from.parsed("title", &row.title)?,
            language: from.word("language", &row.language)?,
            state: from.word("state", &row.state)?,
            starts: from.event_time(
                ("starts_local", &row.starts_local),
                ("starts_at", row.starts_at),
            )?,
            held: from.optional_number("held", row.held)?,
            registered: from.number("registered", row.registered)?,
            confirmed: from.number("confirmed", row.confirmed)?,
            waitlisted: from.number("waitlisted", row.waitlisted)?,
        })
    }
}

impl Reader {
    /// The events that an organisation attends or has places at, the latest first.
    pub async fn events_of_organisation(
        &mut self,
        network: NetworkId,
        organisation: OrganisationId,
    ) -> Result<Listed<OrganisationEvent>> {
        let rows: Vec<Row> = dispatch!(self, query_as(OF_ORGANISATION), |query, c| query
            .bind(organisation.uuid())
            .bind(network.uuid())
            .fetch_all(c))?;
        Listed::from_rows(rows)
    }

    /// The events at which an organisation has people, places or links to them, in the order in which events are
    /// locked.
    pub async fn event_ids_of_organisation(
        &mut self,
        organisation: OrganisationId,
    ) -> Result<Vec<EventId>> {
        let events: Vec<Uuid> = dispatch!(self, query_scalar(IDS), |query, c| query
            .bind(organisation.uuid())
            .fetch_all(c))?;
        Ok(events.into_iter().map(EventId::from).collect())
    }

    /// The events that hold places for one of two organisations, in the same order.
    pub async fn events_with_places(
        &mut self,
        [one, other]: [OrganisationId; 2],
    ) -> Result<Vec<EventId>> {
        let events: Vec<Uuid> = dispatch!(self, query_scalar(HOLDING), |query, c| query
            .bind(one.uuid())
            .bind(other.uuid())
            .fetch_all(c))?;
        Ok(events.into_iter().map(EventId::from).collect())
    }
}
