//! Contingents: seats that an event holds for an organisation. Loaded and saved with the event.

use std::collections::HashMap;

use jiff::Timestamp;
use model::{Contingent, EventId, NetworkId};
use sqlx_macros::FromRow;
use uuid::Uuid;

use crate::{
    Reader, Tx, connection::rows_affected, error::Result, row_decoder::RowDecoder, time::micros,
};

macro_rules! select {
    ($($rest:literal),+) => {
        concat!(
            "SELECT contingents.event_id, contingents.organisation_id, contingents.seats
             FROM contingents ",
            $($rest,)+
            " ORDER BY contingents.organisation_id",
        )
    };
}

statements! {
    BY_EVENT = select!("WHERE event_id = $1");
    BY_NETWORK = select!("JOIN events ON events.id = event_id WHERE events.network_id = $1");
    PUBLIC = select!(
        "JOIN events ON events.id = event_id
         WHERE events.state IN ('published', 'cancelled') AND events.visibility = 'public'
            AND events.ends_at > $1"
    );
    DELETE = "DELETE FROM contingents WHERE event_id = $1";
    INSERT = "INSERT INTO contingents (event_id, organisation_id, seats) VALUES ($1, $2, $3)";
}

#[derive(FromRow)]
struct Row {
    event_id: Uuid,
    organisation_id: Uuid,
    seats: i64,
}

impl Row {
    fn into_contingent(self) -> Result<Contingent> {
        let from = RowDecoder {
            table: "contingents",
            row: format!("{} {}", self.event_id, self.organisation_id),
        };
        Ok(Contingent {
            organisation: self.organisation_id.into(),
            seats: from.number("seats", self.seats)?,
        })
    }
}

/// The contingents of several events. An event has an error instead if one of its rows cannot be decoded.
#[derive(Default)]
pub(crate) struct ContingentsByEvent(HashMap<EventId, Result<Vec<Contingent>>>);

impl ContingentsByEvent {
    fn new(rows: Vec<Row>) -> Self {
        let mut contingents = Self::default();
        for row in rows {
            let event = row.event_id.into();
            let of_event = contingents.0.entry(event).or_insert_with(|| Ok(Vec::new()));
            match (of_event.as_mut(), row.into_contingent()) {
                (Ok(of_event), Ok(contingent)) => of_event.push(contingent),
                (Ok(_), Err(error)) => *of_event = Err(error),
                (Err(_), _) => {}
            }
        }
        contingents
    }

    /// The contingents of one event, which are asked for once.
    pub fn take(&mut self, event: EventId) -> Result<Vec<Contingent>> {
        self.0.remove(&event).unwrap_or_else(|| Ok(Vec::new()))
    }
}

impl Reader {
    pub(crate) async fn contingents(&mut self, event: EventId) -> Result<Vec<Contingent>> {
        let rows: Vec<Row> = dispatch!(self, query_as(BY_EVENT), |query, c| query
            .bind(event.uuid())
            .fetch_all(c))?;
        rows.into_iter().map(Row::into_contingent).collect()
    }

    pub(crate) async fn contingents_of_network(
        &mut self,
        network: NetworkId,
    ) -> Result<ContingentsByEvent> {
        let rows = dispatch!(self, query_as(BY_NETWORK), |query, c| query
            .bind(network.uuid())
            .fetch_all(c))?;
        Ok(ContingentsByEvent::new(rows))
    }

    pub(crate) async fn contingents_of_public_events(
        &mut self,
        now: Timestamp,
    ) -> Result<ContingentsByEvent> {
        let rows = dispatch!(self, query_as(PUBLIC), |query, c| query
            .bind(micros(now))
            .fetch_all(c))?;
        Ok(ContingentsByEvent::new(rows))
    }
}

impl Tx {
    pub(crate) async fn replace_contingents(
        &mut self,
        event: EventId,
        contingents: &[Contingent],
    ) -> Result<()> {
        dispatch!(self, query(DELETE), |query, c| rows_affected(
            query.bind(event.uuid()).execute(c)
        ))?;
        for contingent in contingents {
            dispatch!(self, query(INSERT), |query, c| rows_affected(
                query
                    .bind(event.uuid())
                    .bind(contingent.organisation.uuid())
                    .bind(i64::from(contingent.seats))
                    .execute(c)
            ))?;
        }
        Ok(())
    }
}
