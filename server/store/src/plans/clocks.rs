//! The clocks of cafés.

use model::{PlanId, cafe::CafeClock};

use crate::{
    Reader, Tx,
    connection::rows_affected,
    error::{Result, StoreError},
    row_decoder::RowDecoder,
};

statements! {
    CLOCK = "SELECT revision, clock FROM plan_clocks WHERE plan_id = $1";
    SAVE_CLOCK = "
        INSERT INTO plan_clocks (plan_id, revision, clock) VALUES ($1, $2, $3)
        ON CONFLICT (plan_id) DO UPDATE SET revision = excluded.revision, clock = excluded.clock";
}

/// A clock with its revision.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct StoredClock {
    /// 0 while the clock was never moved.
    pub revision: i64,
    pub clock: CafeClock,
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
}
