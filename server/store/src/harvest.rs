//! What the tables of a café write down, and whether that is public.

use jiff::Timestamp;
use model::{
    AgendaItemId, EventId, HarvestPoint, PlanId, PointId, PointState,
    cafe::{TableNumber, TopicNumber},
};
use sqlx_macros::FromRow;
use uuid::Uuid;

use crate::{
    Listed, Reader, Tx,
    connection::rows_affected,
    error::{Result, StoreError},
    row_decoder::RowDecoder,
    time::micros,
};

statements! {
    OF_PLAN = "
        SELECT id, plan_id, table_number, topic_number, round, kind, text, heading, state, differs_from,
            position, revision, written_at, changed_at, is_draft
        FROM harvest_points WHERE plan_id = $1 ORDER BY position, id";
    OF_TABLE = "
        SELECT id, plan_id, table_number, topic_number, round, kind, text, heading, state, differs_from,
            position, revision, written_at, changed_at, is_draft
        FROM harvest_points WHERE plan_id = $1 AND table_number = $2 ORDER BY round, written_at, id";
    BY_ID = "
        SELECT id, plan_id, table_number, topic_number, round, kind, text, heading, state, differs_from,
            position, revision, written_at, changed_at, is_draft
        FROM harvest_points WHERE id = $1";
    INSERT = "
        INSERT INTO harvest_points (id, topic_number, kind, text, heading, state, position, revision, changed_at,
            is_draft, plan_id, table_number, round, differs_from, written_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)";
    UPDATE = "
        UPDATE harvest_points SET topic_number = $2, kind = $3, text = $4, heading = $5, state = $6,
            position = $7, revision = $8, changed_at = $9, is_draft = $10
        WHERE id = $1";
    LAST_POSITION = "SELECT position FROM harvest_points WHERE plan_id = $1 ORDER BY position DESC LIMIT 1";
    COUNT_IN_ROUND = "
        SELECT COUNT(*) FROM harvest_points WHERE plan_id = $1 AND table_number = $2 AND round = $3";
    WRITTEN = "SELECT point_id, revision FROM harvest_writes WHERE id = $1";
    INSERT_WRITE = "INSERT INTO harvest_writes (id, point_id, revision) VALUES ($1, $2, $3)";
    PUBLISHED_OF_EVENT = "
        SELECT id, agenda_item_id, results_published_at FROM plans
        WHERE event_id = $1 AND results_published_at IS NOT NULL";
    SET_PUBLISHED = "UPDATE plans SET results_published_at = $2 WHERE id = $1";
}

/// Results of a plan that are public.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PublishedResults {
    pub plan: PlanId,
    /// The item of the agenda that the plan is for. `None`: the event itself is the café.
    pub item: Option<AgendaItemId>,
    pub since: Timestamp,
}

#[derive(FromRow)]
struct Row {
    id: Uuid,
    plan_id: Uuid,
    table_number: i64,
    topic_number: i64,
    round: i64,
    kind: String,
    text: String,
    heading: Option<String>,
    state: String,
    differs_from: Option<Uuid>,
    position: i64,
    revision: i64,
    written_at: i64,
    changed_at: i64,
    is_draft: i64,
}

impl TryFrom<Row> for HarvestPoint {
    type Error = StoreError;

    fn try_from(row: Row) -> Result<Self> {
        let from = RowDecoder {
            table: "harvest_points",
            row: row.id,
        };
        Ok(Self {
            id: row.id.into(),
            plan: row.plan_id.into(),
            table: TableNumber(from.number("table_number", row.table_number)?),
            topic: TopicNumber(from.number("topic_number", row.topic_number)?),
            round: from.number("round", row.round)?,
            kind: from.word("kind", &row.kind)?,
            text: from.parsed("text", &row.text)?,
            heading: from.optional("heading", row.heading.as_deref())?,
            state: match from.word("state", &row.state)? {
                PointState::Shown if row.is_draft != 0 => PointState::Draft,
                state => state,
            },
            differs_from: row.differs_from.map(PointId::from),
            position: row.position,
            revision: row.revision,
            written_at: from.time("written_at", row.written_at)?,
            changed_at: from.time("changed_at", row.changed_at)?,
        })
    }
}

/// Binds the parameters that [`INSERT`] and [`UPDATE`] share.
macro_rules! bind_row {
    ($query:expr, $point:expr) => {
        $query
            .bind($point.id.uuid())
            .bind(i64::from($point.topic.0))
            .bind($point.kind.as_str())
            .bind($point.text.as_str())
            .bind($point.heading.as_ref().map(|line| line.as_str()))
            .bind(stored_state($point.state).as_str())
            .bind($point.position)
            .bind($point.revision)
            .bind(micros($point.changed_at))
            .bind(i64::from($point.state == PointState::Draft))
    };
}

/// What stands in the column of the state. A draft is a point that is shown, and a mark.
const fn stored_state(state: PointState) -> PointState {
    match state {
        PointState::Draft => PointState::Shown,
        state => state,
    }
}

impl Reader {
    /// The points of a plan, in their order.
    pub async fn harvest_points(&mut self, plan: PlanId) -> Result<Listed<HarvestPoint>> {
        let rows: Vec<Row> = dispatch!(self, query_as(OF_PLAN), |query, c| query
            .bind(plan.uuid())
            .fetch_all(c))?;
        Listed::from_rows(rows)
    }

    /// The points that one table of a plan has written, by round and time.
    pub async fn harvest_points_of_table(
        &mut self,
        plan: PlanId,
        table: TableNumber,
    ) -> Result<Listed<HarvestPoint>> {
        let rows: Vec<Row> = dispatch!(self, query_as(OF_TABLE), |query, c| query
            .bind(plan.uuid())
            .bind(i64::from(table.0))
            .fetch_all(c))?;
        Listed::from_rows(rows)
    }

    /// A point.
    pub async fn harvest_point(&mut self, id: PointId) -> Result<Option<HarvestPoint>> {
        let row: Option<Row> = dispatch!(self, query_as(BY_ID), |query, c| query
            .bind(id.uuid())
            .fetch_optional(c))?;
        row.map(HarvestPoint::try_from).transpose()
    }

    /// The position of a plan's last point; 0 without one.
    pub async fn last_point_position(&mut self, plan: PlanId) -> Result<i64> {
        let last: Option<i64> = dispatch!(self, query_scalar(LAST_POSITION), |query, c| query
            .bind(plan.uuid())
            .fetch_optional(c))?;
        Ok(last.unwrap_or(0))
    }

    /// How many points a table has written in a round, whatever became of them.
    pub async fn count_points_in_round(
        &mut self,
        plan: PlanId,
        table: TableNumber,
        round: u32,
    ) -> Result<usize> {
        let count: i64 = dispatch!(self, query_scalar(COUNT_IN_ROUND), |query, c| query
            .bind(plan.uuid())
            .bind(i64::from(table.0))
            .bind(i64::from(round))
            .fetch_one(c))?;
        Ok(usize::try_from(count).unwrap_or(usize::MAX))
    }

    /// The point that something sent by a device went into, and the revision that it made. `None`: it was not
    /// sent before.
    pub async fn point_written_by(&mut self, write: Uuid) -> Result<Option<(PointId, i64)>> {
        let row: Option<(Uuid, i64)> = dispatch!(self, query_as(WRITTEN), |query, c| query
            .bind(write)
            .fetch_optional(c))?;
        Ok(row.map(|(point, revision)| (point.into(), revision)))
    }

    /// The results of an event that are public.
    pub async fn published_results(&mut self, event: EventId) -> Result<Vec<PublishedResults>> {
        let rows: Vec<(Uuid, Option<Uuid>, i64)> =
            dispatch!(self, query_as(PUBLISHED_OF_EVENT), |query, c| query
                .bind(event.uuid())
                .fetch_all(c))?;
        rows.into_iter()
            .map(|(plan, item, since)| {
                let from = RowDecoder {
                    table: "plans",
                    row: plan,
                };
                Ok(PublishedResults {
                    plan: plan.into(),
                    item: item.map(AgendaItemId::from),
                    since: from.time("results_published_at", since)?,
                })
            })
            .collect()
    }
}

impl Tx {
    /// Adds a point.
    pub async fn insert_harvest_point(&mut self, point: &HarvestPoint) -> Result<()> {
        dispatch!(self, query(INSERT), |query, c| rows_affected(
            bind_row!(query, point)
                .bind(point.plan.uuid())
                .bind(i64::from(point.table.0))
                .bind(i64::from(point.round))
                .bind(point.differs_from.map(PointId::uuid))
                .bind(micros(point.written_at))
                .execute(c)
        ))
        .map(drop)
    }

    /// Saves a point. The transaction holds the event's lock.
    pub async fn update_harvest_point(&mut self, point: &HarvestPoint) -> Result<()> {
        dispatch!(self, query(UPDATE), |query, c| rows_affected(
            bind_row!(query, point).execute(c)
        ))
        .map(drop)
    }

    /// Notes what a device has sent, and what it made.
    pub async fn insert_point_write(
        &mut self,
        write: Uuid,
        point: PointId,
        revision: i64,
    ) -> Result<()> {
        dispatch!(self, query(INSERT_WRITE), |query, c| rows_affected(
            query
                .bind(write)
                .bind(point.uuid())
                .bind(revision)
                .execute(c)
        ))
        .map(drop)
    }

    /// Makes the results of a plan public, or takes them back.
    pub async fn set_results_published(
        &mut self,
        plan: PlanId,
        at: Option<Timestamp>,
    ) -> Result<()> {
        dispatch!(self, query(SET_PUBLISHED), |query, c| rows_affected(
            query.bind(plan.uuid()).bind(at.map(micros)).execute(c)
        ))
        .map(drop)
    }
}
