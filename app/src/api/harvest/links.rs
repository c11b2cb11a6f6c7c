//! Making and revoking the links of tables.

use model::cafe::TableNumber;
use serde::{Deserialize, Serialize};
use ui::{error::AppError, forms::SeeOther, visit::planner};

use super::{cafe_item, harvest_path};
use crate::api::authorise::organises_event;

/// The tables that links are made or revoked for.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct TableLinksForm {
    pub event: String,
    /// The item of the agenda; empty for the event's only café.
    pub item: String,
    /// The number of a table; empty for all.
    pub table: String,
}

impl TableLinksForm {
    fn table(&self) -> Result<Option<TableNumber>, AppError> {
        if self.table.is_empty() {
            return Ok(None);
        }
        self.table.parse().map(Some).map_err(|_| AppError::NotFound)
    }
}

/// Makes links, and shows them.
pub async fn make_table_links(form: &TableLinksForm) -> Result<SeeOther, AppError> {
    let (event, access) = organises_event(&form.event)?;
    let item = cafe_item(&form.item)?;
    let sheet = planner()
        .make_table_links(&access, item, form.table()?)
        .await?;
    let page = harvest_path(event, &form.item, "/links");
    let next = if page.contains('?') { '&' } else { '?' };
    Ok(SeeOther::page(format!(
        "{page}{next}sheet={}",
        sheet.reveal()
    )))
}

/// Revokes links.
pub async fn revoke_table_links(form: &TableLinksForm) -> Result<SeeOther, AppError> {
    let (event, access) = organises_event(&form.event)?;
    let item = cafe_item(&form.item)?;
    planner()
        .revoke_table_links(&access, item, form.table()?)
        .await?;
    Ok(SeeOther::page(harvest_path(event, &form.item, "/links")))
}
