//! Plans: their set-ups, and the pointers to their versions.

pub(crate) mod alternatives;
pub(crate) mod attendance;
pub(crate) mod clocks;
pub(crate) mod computations;
pub(crate) mod offer_prices;
pub(crate) mod publications;
pub(crate) mod versions;

use jiff::Timestamp;
use model::{
    AgendaItemId, EventId, MemberId, PlanId,
    assignment::AssignmentKind,
    cafe::CafeKind,
    plan::{PlanKind, PlanPart},
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
    OF_EVENT = "
        SELECT plans.id, plans.event_id, plans.agenda_item_id, plans.set_up AS revision, plans.current_version,
            plans.newest_version, plans.published_version, plans.published_at, plan_set_ups.set_up,
            plan_set_ups.saved_at
        FROM plans JOIN plan_set_ups ON plan_id = plans.id AND revision = plans.set_up
        WHERE plans.event_id = $1 AND plans.kind = $2 ORDER BY plans.id";
    BY_ID = "
        SELECT plans.id, plans.event_id, plans.agenda_item_id, plans.set_up AS revision, plans.current_version,
            plans.newest_version, plans.published_version, plans.published_at, plan_set_ups.set_up,
            plan_set_ups.saved_at
        FROM plans JOIN plan_set_ups ON plan_id = plans.id AND revision = plans.set_up
        WHERE plans.id = $1 AND plans.kind = $2";
    PUBLISHED_BEFORE = "
        SELECT plans.id, plans.event_id, plans.published_version
        FROM events AS present JOIN events ON events.network_id = present.network_id
            AND events.starts_at < present.starts_at
            AND (present.series_id IS NULL OR events.series_id = present.series_id)
        JOIN plans ON plans.event_id = events.id
        WHERE present.id = $1 AND plans.kind = $2 AND plans.published_version IS NOT NULL
        ORDER BY events.starts_at DESC, plans.id LIMIT 20";
    INSERT = "
        INSERT INTO plans (id, event_id, agenda_item_id, kind, set_up, created_at)
        VALUES ($1, $2, $3, $4, 1, $5)";
    SET_UP = "SELECT set_up FROM plan_set_ups WHERE plan_id = $1 AND revision = $2";
    INSERT_SET_UP = "
        INSERT INTO plan_set_ups (plan_id, revision, set_up, member_id, saved_at) VALUES ($1, $2, $3, $4, $5)";
    SET_REVISION = "UPDATE plans SET set_up = $2 WHERE id = $1";
    SET_CURRENT = "UPDATE plans SET current_version = $2, newest_version = $3 WHERE id = $1";
    SET_PUBLISHED = "UPDATE plans SET published_version = $2, published_at = $3 WHERE id = $1";
}

/// A plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plan<K: PlanKind> {
    pub id: PlanId,
    pub event: EventId,
    /// `None`: the plan is that of the event itself.
    pub item: Option<AgendaItemId>,
    pub set_up: K::SetUp,
    /// The revision of the set-up, and when it was saved.
    pub revision: i64,
    pub saved_at: Timestamp,
    /// The version that organisers edit.
    pub current: Option<u32>,
    /// The version that redoing leads to, step by step.
    pub newest: Option<u32>,
    /// The version that participants see, and since when.
    pub published: Option<(u32, Timestamp)>,
}

/// The plan of a café.
pub type CafePlan = Plan<CafeKind>;

/// The plan of an event's workshops.
pub type AssignmentPlan = Plan<AssignmentKind>;

#[derive(FromRow)]
struct Row {
    id: Uuid,
    event_id: Uuid,
    agenda_item_id: Option<Uuid>,
    revision: i64,
    current_version: Option<i64>,
    newest_version: Option<i64>,
    published_version: Option<i64>,
    published_at: Option<i64>,
    set_up: String,
    saved_at: i64,
}

impl<K: PlanKind> TryFrom<Row> for Plan<K> {
    type Error = StoreError;

    fn try_from(row: Row) -> Result<Self> {
        let from = RowDecoder {
            table: "plans",
            row: row.id,
        };
        let published = from.optional_number("published_version", row.published_version)?;
        let published_at = from.optional_time("published_at", row.published_at)?;
        Ok(Self {
            id: row.id.into(),
            event: row.event_id.into(),
            item: row.agenda_item_id.map(AgendaItemId::from),
            set_up: from.json("set_up", &row.set_up)?,
            revision: row.revision,
            saved_at: from.time("saved_at", row.saved_at)?,
            current: from.optional_number("current_version", row.current_version)?,
            newest: from.optional_number("newest_version", row.newest_version)?,
            published: published.zip(published_at),
        })
    }
}

/// A plan that participants see, or saw.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PublishedPlan {
    pub plan: PlanId,
    pub event: EventId,
    pub version: u32,
}

impl Reader {
    /// The published plans of cafés before an event, the latest first, at most 20: those of its series, or of its network
    /// if it belongs to none.
    pub async fn cafe_plans_published_before(
        &mut self,
        event: EventId,
    ) -> Result<Vec<PublishedPlan>> {
        let rows: Vec<(Uuid, Uuid, i64)> =
            dispatch!(self, query_as(PUBLISHED_BEFORE), |query, c| query
                .bind(event.uuid())
                .bind(CafeKind::NAME)
                .fetch_all(c))?;
        rows.into_iter()
            .map(|(plan, event, version)| {
                let from = RowDecoder {
                    table: "plans",
                    row: plan,
                };
                Ok(PublishedPlan {
                    plan: plan.into(),
                    event: event.into(),
                    version: from.number("published_version", version)?,
                })
            })
            .collect()
    }

    /// The plans of an event of one kind, in the order in which they were begun.
    pub async fn plans_of_event<K: PlanKind>(&mut self, event: EventId) -> Result<Listed<Plan<K>>> {
        let rows: Vec<Row> = dispatch!(self, query_as(OF_EVENT), |query, c| query
            .bind(event.uuid())
            .bind(K::NAME)
            .fetch_all(c))?;
        Listed::from_rows(rows)
    }

    /// The plan of this id and kind.
    pub async fn plan<K: PlanKind>(&mut self, id: PlanId) -> Result<Option<Plan<K>>> {
        let row: Option<Row> = dispatch!(self, query_as(BY_ID), |query, c| query
            .bind(id.uuid())
            .bind(K::NAME)
            .fetch_optional(c))?;
        row.map(Plan::try_from).transpose()
    }

    /// A revision of a plan's set-up.
    pub async fn set_up<S: PlanPart>(&mut self, plan: PlanId, revision: i64) -> Result<Option<S>> {
        let row: Option<(String,)> = dispatch!(self, query_as(SET_UP), |query, c| query
            .bind(plan.uuid())
            .bind(revision)
            .fetch_optional(c))?;
        let from = RowDecoder {
            table: "plan_set_ups",
            row: plan,
        };
        row.map(|(set_up,)| from.json("set_up", &set_up))
            .transpose()
    }
}

/// A revision of a set-up to be saved.
#[derive(Debug)]
pub struct NewSetUp<'a, S> {
    pub plan: PlanId,
    pub revision: i64,
    pub set_up: &'a S,
    pub member: Option<MemberId>,
    pub at: Timestamp,
}

impl Tx {
    /// Begins a plan, with the first revision of its set-up. The transaction holds the event's lock.
    pub async fn insert_plan<K: PlanKind>(
        &mut self,
        event: EventId,
        item: Option<AgendaItemId>,
        first: NewSetUp<'_, K::SetUp>,
    ) -> Result<()> {
        dispatch!(self, query(INSERT), |query, c| rows_affected(
            query
                .bind(first.plan.uuid())
                .bind(event.uuid())
                .bind(item.map(AgendaItemId::uuid))
                .bind(K::NAME)
                .bind(micros(first.at))
                .execute(c)
        ))?;
        self.insert_set_up(first).await
    }

    /// Saves a new revision of a plan's set-up and makes it the one that is edited. The transaction holds the
    /// event's lock.
    pub async fn save_set_up<S: PlanPart>(&mut self, new: NewSetUp<'_, S>) -> Result<()> {
        let (plan, revision) = (new.plan, new.revision);
        self.insert_set_up(new).await?;
        dispatch!(self, query(SET_REVISION), |query, c| rows_affected(
            query.bind(plan.uuid()).bind(revision).execute(c)
        ))
        .map(drop)
    }

    async fn insert_set_up<S: PlanPart>(&mut self, new: NewSetUp<'_, S>) -> Result<()> {
        let set_up = serde_json::to_string(new.set_up).map_err(StoreError::encode_error)?;
        dispatch!(self, query(INSERT_SET_UP), |query, c| rows_affected(
            query
                .bind(new.plan.uuid())
                .bind(new.revision)
                .bind(set_up.as_str())
                .bind(new.member.map(MemberId::uuid))
                .bind(micros(new.at))
                .execute(c)
        ))
        .map(drop)
    }

    /// Sets the version that organisers edit, and the one that redoing leads to.
    pub async fn set_current_version(
        &mut self,
        plan: PlanId,
        current: u32,
        newest: u32,
    ) -> Result<()> {
        dispatch!(self, query(SET_CURRENT), |query, c| rows_affected(
            query
                .bind(plan.uuid())
                .bind(i64::from(current))
                .bind(i64::from(newest))
                .execute(c)
        ))
        .map(drop)
    }

    /// Sets the version that participants see, and remembers it. `None`: they see no plan.
    pub async fn set_published_version(
        &mut self,
        plan: PlanId,
        published: Option<(u32, Timestamp)>,
    ) -> Result<()> {
        dispatch!(self, query(SET_PUBLISHED), |query, c| rows_affected(
            query
                .bind(plan.uuid())
                .bind(published.map(|(number, _)| i64::from(number)))
                .bind(published.map(|(_, at)| micros(at)))
                .execute(c)
        ))?;
        match published {
            Some(publication) => self.insert_publication(plan, publication).await,
            None => Ok(()),
        }
    }
}
