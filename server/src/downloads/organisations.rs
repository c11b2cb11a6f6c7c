//! Organisations as CSV and XLSX, with the filter of the page.

use std::sync::Arc;

use app::{Downloads, OrganisationQuery, organisation_column_name};
use axum::{
    extract::{Query, Request, State},
    routing::{MethodRouter, get},
};
use model::NetworkId;
use planner::{Planner, people::OrganisationTexts, tables::Export};
use ui::{error::AppError, visit::Visit};

use super::table::TableFormat;

/// `/organise/organisations/export.csv` and `.xlsx`
pub fn table(format: TableFormat) -> MethodRouter<Downloads> {
    let answer = async move |State(downloads): State<Downloads>,
                             Query(asked): Query<OrganisationQuery>,
                             request: Request| {
        downloads
            .answer(request, async move |planner, visit| {
                let export = export(&planner, &visit, asked).await?;
                Ok(format.download(export).await?)
            })
            .await
    };
    get(answer)
}

async fn export(
    planner: &Planner,
    visit: &Arc<Visit>,
    asked: OrganisationQuery,
) -> Result<Export, AppError> {
    let network: NetworkId = asked.network.parse().map_err(|_| AppError::NotFound)?;
    let right = visit.signed_in()?.reads(network)?;
    let texts = OrganisationTexts {
        heading: &|column| organisation_column_name(visit.language, column),
    };
    Ok(planner
        .export_organisations(&right, &asked.filter(), texts)
        .await?)
}
