//! What versions of assignments were computed from, and what was found.

use model::{PlanId, assignment::Computation};

use crate::{
    Reader, Tx,
    connection::rows_affected,
    error::{Result, StoreError},
    row_decoder::RowDecoder,
};

statements! {
    OF_VERSION = "SELECT problem, found FROM plan_computations WHERE plan_id = $1 AND version = $2";
    INSERT = "INSERT INTO plan_computations (plan_id, version, problem, found) VALUES ($1, $2, $3, $4)";
    COPY = "
        INSERT INTO plan_computations (plan_id, version, problem, found)
        SELECT plan_id, $3, problem, found FROM plan_computations WHERE plan_id = $1 AND version = $2";
}

/// A computation as it is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeptComputation {
    /// The problem as JSON of the solver, without a fairness.
    pub problem: String,
    pub computation: Computation,
}

impl Reader {
    /// What a version was computed from. `None` for those that were not, and for those of earlier releases.
    pub async fn plan_computation(
        &mut self,
        plan: PlanId,
        version: u32,
    ) -> Result<Option<KeptComputation>> {
        let row: Option<(String, String)> =
            dispatch!(self, query_as(OF_VERSION), |query, c| query
                .bind(plan.uuid())
                .bind(i64::from(version))
                .fetch_optional(c))?;
        let from = RowDecoder {
            table: "plan_computations",
            row: format!("{plan} {version}"),
        };
        row.map(|(problem, found)| {
            Ok(KeptComputation {
                problem,
                computation: from.json("found", &found)?,
            })
        })
        .transpose()
    }
}

impl Tx {
    /// Keeps what a version was computed from.
    pub async fn insert_plan_computation(
        &mut self,
        (plan, version): (PlanId, u32),
        kept: &KeptComputation,
    ) -> Result<()> {
        let found = serde_json::to_string(&kept.computation).map_err(StoreError::encode_error)?;
        dispatch!(self, query(INSERT), |query, c| rows_affected(
            query
                .bind(plan.uuid())
                .bind(i64::from(version))
                .bind(kept.problem.as_str())
                .bind(found.as_str())
                .execute(c)
        ))
        .map(drop)
    }

    /// Keeps the same for a version that was chosen from what another one was computed from.
    pub async fn copy_plan_computation(
        &mut self,
        plan: PlanId,
        from: u32,
        version: u32,
    ) -> Result<()> {
        dispatch!(self, query(COPY), |query, c| rows_affected(
            query
                .bind(plan.uuid())
                .bind(i64::from(from))
                .bind(i64::from(version))
                .execute(c)
        ))
        .map(drop)
    }
}
