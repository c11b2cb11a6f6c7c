//! The versions of plans that participants see, and those that they have seen.

use jiff::Timestamp;
use model::{EventId, PlanId, plan::PlanKind};
use uuid::Uuid;

use crate::{
    Reader, Tx, connection::rows_affected, error::Result, row_decoder::RowDecoder, time::micros,
};

statements! {
    OF_PLAN = "
        SELECT version, published_at FROM plan_publications
        WHERE plan_id = $1 ORDER BY published_at DESC, version DESC";
    SHOWN = "
        SELECT plans.id, plan_versions.number, plan_versions.seating
        FROM plans JOIN plan_versions ON plan_id = plans.id AND number = plans.published_version
        WHERE plans.event_id = $1 AND plans.kind = $2";
    SAVE = "
        INSERT INTO plan_publications (plan_id, version, published_at) VALUES ($1, $2, $3)
        ON CONFLICT (plan_id, version) DO UPDATE SET published_at = excluded.published_at";
}

impl Reader {
    /// The seats that participants of an event see, of its one plan of a kind.
    pub async fn published_seating<K: PlanKind>(
        &mut self,
        event: EventId,
    ) -> Result<Option<K::Seating>> {
        let row: Option<(Uuid, i64, String)> = dispatch!(self, query_as(SHOWN), |query, c| query
            .bind(event.uuid())
            .bind(K::NAME)
            .fetch_optional(c))?;
        row.map(|(plan, number, seating)| {
            let from = RowDecoder {
                table: "plan_versions",
                row: format!("{plan} {number}"),
            };
            from.json("seating", &seating)
        })
        .transpose()
    }

    /// The versions of a plan that participants have seen, and since when; the latest publication first.
    pub async fn plan_publications(&mut self, plan: PlanId) -> Result<Vec<(u32, Timestamp)>> {
        let rows: Vec<(i64, i64)> = dispatch!(self, query_as(OF_PLAN), |query, c| query
            .bind(plan.uuid())
            .fetch_all(c))?;
        let from = RowDecoder {
            table: "plan_publications",
            row: plan.uuid(),
        };
        rows.into_iter()
            .map(|(version, at)| {
                Ok((
                    from.number("version", version)?,
                    from.time("published_at", at)?,
                ))
            })
            .collect()
    }
}

impl Tx {
    /// Remembers that participants see a version.
    pub(crate) async fn insert_publication(
        &mut self,
        plan: PlanId,
        (version, at): (u32, Timestamp),
    ) -> Result<()> {
        dispatch!(self, query(SAVE), |query, c| rows_affected(
            query
                .bind(plan.uuid())
                .bind(i64::from(version))
                .bind(micros(at))
                .execute(c)
        ))
        .map(drop)
    }
}
