//! Lists of events.

use std::collections::HashMap;

use jiff::Timestamp;
use model::{Event, EventId, NetworkHead, NetworkId};
use sqlx_macros::FromRow;
use uuid::Uuid;

use crate::{
    Reader,
    error::{Result, StoreError},
    events::{self, editable_columns, event_columns},
    listed::Listed,
    registrations::counts::RegistrationCounts,
    row_decoder::RowDecoder,
    time::micros,
};

statements! {
    BY_NETWORK = concat!(
        "SELECT ", event_columns!(), " FROM events WHERE network_id = $1 ORDER BY starts_at, id",
    );
    PUBLIC = concat!(
        "SELECT ", event_columns!(), " FROM events
         WHERE state IN ('published', 'cancelled') AND visibility = 'public' AND ends_at > $1
         ORDER BY starts_at, id",
    );
    TITLES = "SELECT id, title FROM events WHERE network_id = $1";
    COUNTS = "
        SELECT registrations.event_id, registrations.state, COUNT(*) AS people
        FROM registrations JOIN events ON events.id = registrations.event_id
        WHERE events.network_id = $1
        GROUP BY registrations.event_id, registrations.state";
}

#[derive(FromRow)]
struct CountRow {
    event_id: Uuid,
    state: String,
    people: i64,
}

impl Reader {
    /// A network's events with the counts of their registrations, the earliest first.
    pub async fn events_of(
        &mut self,
        network: NetworkId,
    ) -> Result<Listed<(Event, RegistrationCounts)>> {
        let rows: Vec<events::Row> = dispatch!(self, query_as(BY_NETWORK), |query, c| query
            .bind(network.uuid())
            .fetch_all(c))?;
        let mut contingents = self.contingents_of_network(network).await?;
        let mut counts = self.counts_of_network(network).await?;
        Listed::decode(rows, |row| {
            let mut event = row.into_event()?;
            event.details.contingents = contingents.take(event.id)?;
            let counts = counts.remove(&event.id).unwrap_or_default();
            Ok((event, counts))
        })
    }

    /// The titles of a network's events.
    pub async fn event_titles(&mut self, network: NetworkId) -> Result<Vec<(EventId, String)>> {
        let rows: Vec<(Uuid, String)> = dispatch!(self, query_as(TITLES), |query, c| query
            .bind(network.uuid())
            .fetch_all(c))?;
        Ok(rows
            .into_iter()
            .map(|(id, title)| (id.into(), title))
            .collect())
    }

    async fn counts_of_network(
        &mut self,
        network: NetworkId,
    ) -> Result<HashMap<EventId, RegistrationCounts>> {
        let rows: Vec<CountRow> = dispatch!(self, query_as(COUNTS), |query, c| query
            .bind(network.uuid())
            .fetch_all(c))?;
        let mut counts: HashMap<EventId, RegistrationCounts> = HashMap::new();
        for row in rows {
            let from = RowDecoder {
                table: "registrations",
                row: format!("of event {}", row.event_id),
            };
            counts.entry(row.event_id.into()).or_default().set(
                from.word("state", &row.state)?,
                from.number("state", row.people)?,
            );
        }
        Ok(counts)
    }

    /// The public events that end after this instant, cancelled ones too, each with its network; the earliest first. An
    /// event whose network cannot be decoded is left out with it.
    pub async fn public_events(&mut self, now: Timestamp) -> Result<Listed<(NetworkHead, Event)>> {
        let rows: Vec<events::Row> = dispatch!(self, query_as(PUBLIC), |query, c| query
            .bind(micros(now))
            .fetch_all(c))?;
        let mut contingents = self.contingents_of_public_events(now).await?;
        let networks = self.network_heads().await?;
        Listed::decode(rows, |row| {
            let id = row.id();
            let mut event = row.into_event()?;
            event.details.contingents = contingents.take(id)?;
            let network = networks
                .rows
                .iter()
                .find(|network| network.id == event.network)
                .ok_or_else(|| StoreError::Inconsistent {
                    table: "events",
                    column: "network_id",
                    row: id.to_string(),
                })?;
            Ok((network.clone(), event))
        })
    }
}
