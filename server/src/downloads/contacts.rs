//! The address book as CSV and XLSX, with the filter of the page.

use std::sync::Arc;

use app::{ContactQuery, Downloads, contact_export_texts};
use axum::{
    extract::{Query, Request, State},
    routing::{MethodRouter, get},
};
use model::NetworkId;
use planner::{Planner, tables::Export};
use ui::{error::AppError, visit::Visit};

use super::table::TableFormat;

/// `/organise/contacts/export.csv` and `.xlsx`
pub fn table(format: TableFormat) -> MethodRouter<Downloads> {
    let answer = async move |State(downloads): State<Downloads>,
                             Query(asked): Query<ContactQuery>,
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
    asked: ContactQuery,
) -> Result<Export, AppError> {
    let network: NetworkId = asked.network.parse().map_err(|_| AppError::NotFound)?;
    let right = visit.signed_in()?.reads(network)?;
    let texts = contact_export_texts(visit.language);
    Ok(planner
        .export_contacts(&right, &asked.filter(), &texts)
        .await?)
}
