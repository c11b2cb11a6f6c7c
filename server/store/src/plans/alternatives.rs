//! Alternatives that stand beside a version of a plan.

use model::{PlanId, plan::PlanKind};
use sqlx_macros::FromRow;

use crate::{
    Reader, Tx,
    connection::rows_affected,
    error::{Result, StoreError},
    row_decoder::RowDecoder,
};

statements! {
    OF_VERSION = "
        SELECT number, seating, quality FROM plan_alternatives
        WHERE plan_id = $1 AND version = $2 ORDER BY number";
    INSERT = "
        INSERT INTO plan_alternatives (plan_id, version, number, seating, quality) VALUES ($1, $2, $3, $4, $5)";
}

/// Another plan that the solver found beside a version.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlanAlternative<K: PlanKind> {
    /// Counted from 1.
    pub number: u32,
    pub seating: K::Seating,
    pub quality: K::Quality,
}

#[derive(FromRow)]
struct Row {
    number: i64,
    seating: String,
    quality: String,
}

impl Reader {
    /// The alternatives of a version.
    pub async fn plan_alternatives<K: PlanKind>(
        &mut self,
        plan: PlanId,
        version: u32,
    ) -> Result<Vec<PlanAlternative<K>>> {
        let rows: Vec<Row> = dispatch!(self, query_as(OF_VERSION), |query, c| query
            .bind(plan.uuid())
            .bind(i64::from(version))
            .fetch_all(c))?;
        let from = RowDecoder {
            table: "plan_alternatives",
            row: plan,
        };
        let alternative = |row: Row| {
            Ok(PlanAlternative {
                number: from.number("number", row.number)?,
                seating: from.json("seating", &row.seating)?,
                quality: from.json("quality", &row.quality)?,
            })
        };
        rows.into_iter().map(alternative).collect()
    }
}

impl Tx {
    /// Writes an alternative beside a version.
    pub async fn insert_plan_alternative<K: PlanKind>(
        &mut self,
        plan: PlanId,
        version: u32,
        alternative: &PlanAlternative<K>,
    ) -> Result<()> {
        let seating =
            serde_json::to_string(&alternative.seating).map_err(StoreError::encode_error)?;
        let quality =
            serde_json::to_string(&alternative.quality).map_err(StoreError::encode_error)?;
        dispatch!(self, query(INSERT), |query, c| rows_affected(
            query
                .bind(plan.uuid())
                .bind(i64::from(version))
                .bind(i64::from(alternative.number))
                .bind(seating.as_str())
                .bind(quality.as_str())
                .execute(c)
        ))
        .map(drop)
    }
}
