//! The clocks of cafés, and the secret links to their screens.

use jiff::Timestamp;
use model::{MemberId, PlanId, ScreenLinkId, cafe::CafeClock};
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
    CLOCK = "SELECT revision, clock FROM plan_clocks WHERE plan_id = $1";
    SAVE_CLOCK = "
        INSERT INTO plan_clocks (plan_id, revision, clock) VALUES ($1, $2, $3)
        ON CONFLICT (plan_id) DO UPDATE SET revision = excluded.revision, clock = excluded.clock";
    PLAN_OF_SCREEN = "SELECT plan_id FROM screen_links WHERE token_hash = $1";
    LINKS = "
        SELECT screen_links.id, screen_links.created_at, members.name
        FROM screen_links JOIN members ON members.id = member_id
        WHERE plan_id = $1 ORDER BY screen_links.id";
    INSERT_LINK = "
        INSERT INTO screen_links (id, plan_id, token_hash, member_id, created_at) VALUES ($1, $2, $3, $4, $5)";
    DELETE_LINK = "DELETE FROM screen_links WHERE id = $1 AND plan_id = $2";
}

/// A clock with its revision.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct StoredClock {
    /// 0 while the clock was never moved.
    pub revision: i64,
    pub clock: CafeClock,
}

/// A link to the screen of a café, without its token.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ScreenLink {
    pub id: ScreenLinkId,
    pub made_at: Timestamp,
    /// Who made it.
    pub member: String,
}

/// A link to be inserted.
#[derive(Debug, Clone, Copy)]
pub struct NewScreenLink<'a> {
    pub id: ScreenLinkId,
    pub plan: PlanId,
    pub token_hash: &'a [u8],
    pub member: MemberId,
    pub at: Timestamp,
}

#[derive(FromRow)]
struct LinkRow {
    id: Uuid,
    created_at: i64,
    name: String,
}

impl TryFrom<LinkRow> for ScreenLink {
    type Error = StoreError;

    fn try_from(row: LinkRow) -> Result<Self> {
        let from = RowDecoder {
            table: "screen_links",
            row: row.id,
        };
        Ok(Self {
            id: row.id.into(),
            made_at: from.time("created_at", row.created_at)?,
            member: row.name,
        })
    }
}

impl Reader {
    /// The clock of a café.
    pub async fn cafe_clock(&mut self, plan: PlanId) -> Result<StoredClock> {
        let row: Option<(i64, String)> = dispatch!(self, query_as(CLOCK), |query, c| query
            .bind(plan.uuid())
            .fetch_optional(c))?;
        let from = RowDecoder {
            table: "plan_clocks",
            row: plan,
        };
        let Some((revision, clock)) = row else {
            return Ok(StoredClock::default());
        };
        Ok(StoredClock {
            revision,
            clock: from.json("clock", &clock)?,
        })
    }

    /// The plan that a link to a screen leads to.
    pub async fn plan_of_screen(&mut self, token_hash: &[u8]) -> Result<Option<PlanId>> {
        let plan: Option<Uuid> = dispatch!(self, query_scalar(PLAN_OF_SCREEN), |query, c| query
            .bind(token_hash)
            .fetch_optional(c))?;
        Ok(plan.map(PlanId::from))
    }

    /// The links to the screens of a café, the oldest first.
    pub async fn screen_links(&mut self, plan: PlanId) -> Result<Vec<ScreenLink>> {
        let rows: Vec<LinkRow> = dispatch!(self, query_as(LINKS), |query, c| query
            .bind(plan.uuid())
            .fetch_all(c))?;
        rows.into_iter().map(ScreenLink::try_from).collect()
    }
}

impl Tx {
    /// Saves a clock. The transaction holds the event's lock.
    pub async fn save_cafe_clock(&mut self, plan: PlanId, new: &StoredClock) -> Result<()> {
        let clock = serde_json::to_string(&new.clock).map_err(StoreError::encode_error)?;
        dispatch!(self, query(SAVE_CLOCK), |query, c| rows_affected(
            query
                .bind(plan.uuid())
                .bind(new.revision)
                .bind(clock.as_str())
                .execute(c)
        ))
        .map(drop)
    }

    pub async fn insert_screen_link(&mut self, new: NewScreenLink<'_>) -> Result<()> {
        dispatch!(self, query(INSERT_LINK), |query, c| rows_affected(
            query
                .bind(new.id.uuid())
                .bind(new.plan.uuid())
                .bind(new.token_hash)
                .bind(new.member.uuid())
                .bind(micros(new.at))
                .execute(c)
        ))
        .map(drop)
    }

    /// Deletes a link of a café. Returns whether there was one.
    pub async fn delete_screen_link(&mut self, plan: PlanId, id: ScreenLinkId) -> Result<bool> {
        let deleted = dispatch!(self, query(DELETE_LINK), |query, c| rows_affected(
            query.bind(id.uuid()).bind(plan.uuid()).execute(c)
        ))?;
        Ok(deleted == 1)
    }
}
