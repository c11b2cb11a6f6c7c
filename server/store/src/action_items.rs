//! Action items: what was agreed at an event.

use jiff::civil::Date;
use model::{ActionItem, ActionItemId, EventId, PointId};
use sqlx_macros::FromRow;
use uuid::Uuid;

use crate::{
    Reader, Tx,
    connection::rows_affected,
    error::{Result, StoreError},
    row_decoder::RowDecoder,
    time::micros,
};

statements! {
    OF_EVENT = "
        SELECT id, event_id, point_id, what, who, due, state, revision, created_at
        FROM action_items WHERE event_id = $1 ORDER BY created_at, id";
    INSERT = "
        INSERT INTO action_items (id, what, who, due, state, revision, event_id, point_id, created_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)";
    UPDATE = "
        UPDATE action_items SET what = $2, who = $3, due = $4, state = $5, revision = $6 WHERE id = $1";
    DELETE = "DELETE FROM action_items WHERE id = $1";
}

#[derive(FromRow)]
struct Row {
    id: Uuid,
    event_id: Uuid,
    point_id: Option<Uuid>,
    what: String,
    who: String,
    due: Option<String>,
    state: String,
    revision: i64,
    created_at: i64,
}

impl TryFrom<Row> for ActionItem {
    type Error = StoreError;

    fn try_from(row: Row) -> Result<Self> {
        let from = RowDecoder {
            table: "action_items",
            row: row.id,
        };
        let due: Option<Date> = row.due.map(|due| from.word("due", &due)).transpose()?;
        Ok(Self {
            id: row.id.into(),
            event: row.event_id.into(),
            point: row.point_id.map(PointId::from),
            what: from.parsed("what", &row.what)?,
            who: from.parsed("who", &row.who)?,
            due,
            state: from.word("state", &row.state)?,
            revision: row.revision,
            created_at: from.time("created_at", row.created_at)?,
        })
    }
}

/// Binds the parameters that [`INSERT`] and [`UPDATE`] share.
macro_rules! bind_row {
    ($query:expr, $item:expr) => {
        $query
            .bind($item.id.uuid())
            .bind($item.what.as_str())
            .bind($item.who.as_str())
            .bind($item.due.map(|due| due.to_string()))
            .bind($item.state.as_str())
            .bind($item.revision)
    };
}

impl Reader {
    /// The action items of an event, the oldest first.
    pub async fn action_items(&mut self, event: EventId) -> Result<Vec<ActionItem>> {
        let rows: Vec<Row> = dispatch!(self, query_as(OF_EVENT), |query, c| query
            .bind(event.uuid())
            .fetch_all(c))?;
        rows.into_iter().map(ActionItem::try_from).collect()
    }
}

impl Tx {
    /// Adds an action item.
    pub async fn insert_action_item(&mut self, item: &ActionItem) -> Result<()> {
        dispatch!(self, query(INSERT), |query, c| rows_affected(
            bind_row!(query, item)
                .bind(item.event.uuid())
                .bind(item.point.map(PointId::uuid))
                .bind(micros(item.created_at))
                .execute(c)
        ))
        .map(drop)
    }

    /// Saves an action item.
    pub async fn update_action_item(&mut self, item: &ActionItem) -> Result<()> {
        dispatch!(self, query(UPDATE), |query, c| rows_affected(
            bind_row!(query, item).execute(c)
        ))
        .map(drop)
    }

    /// Deletes an action item if it exists.
    pub async fn delete_action_item(&mut self, id: ActionItemId) -> Result<()> {
        dispatch!(self, query(DELETE), |query, c| rows_affected(
            query.bind(id.uuid()).execute(c)
        ))
        .map(drop)
    }
}
