//! Workshops and their clashes.

use model::{
    EventId, WorkshopId,
    workshops::{Clash, Workshop, WorkshopDetails},
};
use sqlx_macros::FromRow;
use uuid::Uuid;

use crate::{
    Reader, Tx,
    connection::rows_affected,
    error::{Result, StoreError},
    row_decoder::RowDecoder,
};

statements! {
    OF_EVENT = "
        SELECT id, event_id, position, title, description, speakers, topic, language, step_free, least, most,
            organisation_most, state, revision
        FROM workshops WHERE event_id = $1 ORDER BY position, id";
    INSERT = "
        INSERT INTO workshops (id, position, title, description, speakers, topic, language, step_free, least, most,
            organisation_most, state, revision, event_id)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)";
    UPDATE = "
        UPDATE workshops SET position = $2, title = $3, description = $4, speakers = $5, topic = $6, language = $7,
            step_free = $8, least = $9, most = $10, organisation_most = $11, state = $12, revision = $13
        WHERE id = $1";
    DELETE = "DELETE FROM workshops WHERE id = $1";
    CLASHES = "
        SELECT c.workshop_id, c.other_id
        FROM workshops w JOIN workshop_clashes c ON c.workshop_id = w.id
        WHERE w.event_id = $1 ORDER BY c.workshop_id, c.other_id";
    INSERT_CLASH = "INSERT INTO workshop_clashes (workshop_id, other_id) VALUES ($1, $2)";
    DELETE_CLASH = "DELETE FROM workshop_clashes WHERE workshop_id = $1 AND other_id = $2";
}

#[derive(FromRow)]
struct Row {
    id: Uuid,
    event_id: Uuid,
    position: i64,
    title: String,
    description: String,
    speakers: Option<String>,
    topic: Option<String>,
    language: Option<String>,
    step_free: i64,
    least: Option<i64>,
    most: Option<i64>,
    organisation_most: Option<i64>,
    state: String,
    revision: i64,
}

impl TryFrom<Row> for Workshop {
    type Error = StoreError;

    fn try_from(row: Row) -> Result<Self> {
        let from = RowDecoder {
            table: "workshops",
            row: row.id,
        };
        Ok(Self {
            id: row.id.into(),
            event: row.event_id.into(),
            position: row.position,
            details: WorkshopDetails {
                title: from.parsed("title", &row.title)?,
                description: from.parsed("description", &row.description)?,
                speakers: from.optional("speakers", row.speakers.as_deref())?,
                topic: from.optional("topic", row.topic.as_deref())?,
                language: from.optional("language", row.language.as_deref())?,
                step_free: row.step_free != 0,
                least: from.optional_number("least", row.least)?,
                most: from.optional_number("most", row.most)?,
                organisation_most: from
                    .optional_number("organisation_most", row.organisation_most)?,
            },
            state: from.word("state", &row.state)?,
            revision: row.revision,
        })
    }
}

/// Binds the parameters that [`INSERT`] and [`UPDATE`] share.
macro_rules! bind_row {
    ($query:expr, $workshop:expr) => {{
        let details = &$workshop.details;
        $query
            .bind($workshop.id.uuid())
            .bind($workshop.position)
            .bind(details.title.as_str())
            .bind(details.description.as_str())
            .bind(details.speakers.as_ref().map(|line| line.as_str()))
            .bind(details.topic.as_ref().map(|line| line.as_str()))
            .bind(details.language.as_ref().map(|line| line.as_str()))
            .bind(i64::from(details.step_free))
            .bind(details.least.map(i64::from))
            .bind(details.most.map(i64::from))
            .bind(details.organisation_most.map(i64::from))
            .bind($workshop.state.as_str())
            .bind($workshop.revision)
    }};
}

impl Reader {
    /// The workshops of an event, in the organiser's order.
    pub async fn workshops(&mut self, event: EventId) -> Result<Vec<Workshop>> {
        let rows: Vec<Row> = dispatch!(self, query_as(OF_EVENT), |query, c| query
            .bind(event.uuid())
            .fetch_all(c))?;
        rows.into_iter().map(Workshop::try_from).collect()
    }

    /// The clashes between workshops of an event.
    pub(super) async fn clashes(&mut self, event: EventId) -> Result<Vec<Clash>> {
        let pairs: Vec<(Uuid, Uuid)> = dispatch!(self, query_as(CLASHES), |query, c| query
            .bind(event.uuid())
            .fetch_all(c))?;
        let pairs = pairs.into_iter();
        Ok(pairs
            .filter_map(|(one, other)| Clash::between(one.into(), other.into()))
            .collect())
    }
}

impl Tx {
    /// Adds a workshop.
    pub async fn insert_workshop(&mut self, workshop: &Workshop) -> Result<()> {
        dispatch!(self, query(INSERT), |query, c| rows_affected(
            bind_row!(query, workshop)
                .bind(workshop.event.uuid())
                .execute(c)
        ))
        .map(drop)
    }

    /// Saves a workshop. The items of its offers are saved on their own.
    pub async fn update_workshop(&mut self, workshop: &Workshop) -> Result<()> {
        dispatch!(self, query(UPDATE), |query, c| rows_affected(
            bind_row!(query, workshop).execute(c)
        ))
        .map(drop)
    }

    /// Deletes a workshop with its offers and clashes, if it exists.
    pub async fn delete_workshop(&mut self, id: WorkshopId) -> Result<()> {
        dispatch!(self, query(DELETE), |query, c| rows_affected(
            query.bind(id.uuid()).execute(c)
        ))
        .map(drop)
    }

    /// Adds a clash between two workshops.
    pub async fn insert_clash(&mut self, clash: Clash) -> Result<()> {
        self.write_clash(INSERT_CLASH, clash).await
    }

    /// Deletes a clash between two workshops, if it exists.
    pub async fn delete_clash(&mut self, clash: Clash) -> Result<()> {
        self.write_clash(DELETE_CLASH, clash).await
    }

    async fn write_clash(&mut self, statement: &'static str, clash: Clash) -> Result<()> {
        let (one, other) = clash.pair();
        dispatch!(self, query(statement), |query, c| rows_affected(
            query.bind(one.uuid()).bind(other.uuid()).execute(c)
        ))
        .map(drop)
    }
}
