//! Contingents: seats that an event holds for an organisation. Loaded and saved with the event.

use std::collections::HashMap;

use jiff::Timestamp;
use model::{Contingent, EventId, NetworkId};
use sqlx::FromRow;
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
         WHERE events.state = 'published' AND events.visibility = 'public' AND events.ends_at > $1"
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

fn by_event(rows: Vec<Row>) -> Result<HashMap<EventId, Vec<Contingent>>> {
    let mut contingents: HashMap<EventId, Vec<Contingent>> = HashMap::new();
    for row in rows {
        let event = row.event_id.into();
        contingents
            .entry(event)
            .or_default()
            .push(row.into_contingent()?);
    }
    Ok(contingents)
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
    ) -> Result<HashMap<EventId, Vec<Contingent>>> {
        by_event(dispatch!(self, query_as(BY_NETWORK), |query, c| query
            .bind(network.uuid())
            .fetch_all(c))?)
    }

    pub(crate) async fn contingents_of_public_events(
        &mut self,
        now: Timestamp,
    ) -> Result<HashMap<EventId, Vec<Contingent>>> {
        by_event(dispatch!(self, query_as(PUBLIC), |query, c| query
            .bind(micros(now))
            .fetch_all(c))?)
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
