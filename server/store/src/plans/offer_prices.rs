//! What keeping and calling off the small offers of a version would cost.

use model::{PlanId, assignment::OfferPrices};

use crate::{
    Reader, Tx,
    connection::rows_affected,
    error::{Result, StoreError},
    row_decoder::RowDecoder,
};

statements! {
    OF_VERSION = "SELECT prices FROM plan_offer_prices WHERE plan_id = $1 AND version = $2";
    SAVE = "
        INSERT INTO plan_offer_prices (plan_id, version, prices) VALUES ($1, $2, $3)
        ON CONFLICT (plan_id, version) DO UPDATE SET prices = excluded.prices";
}

impl Reader {
    /// The prices of the small offers of a version, if a job has computed them.
    pub async fn offer_prices(
        &mut self,
        plan: PlanId,
        version: u32,
    ) -> Result<Option<OfferPrices>> {
        let row: Option<String> = dispatch!(self, query_scalar(OF_VERSION), |query, c| query
            .bind(plan.uuid())
            .bind(i64::from(version))
            .fetch_optional(c))?;
        let from = RowDecoder {
            table: "plan_offer_prices",
            row: format!("{plan} {version}"),
        };
        row.map(|prices| from.json("prices", &prices)).transpose()
    }
}

impl Tx {
    /// Keeps the prices of the small offers of a version, in place of earlier ones.
    pub async fn save_offer_prices(
        &mut self,
        (plan, version): (PlanId, u32),
        prices: &OfferPrices,
    ) -> Result<()> {
        let prices = serde_json::to_string(prices).map_err(StoreError::encode_error)?;
        dispatch!(self, query(SAVE), |query, c| rows_affected(
            query
                .bind(plan.uuid())
                .bind(i64::from(version))
                .bind(prices.as_str())
                .execute(c)
        ))
        .map(drop)
    }
}
