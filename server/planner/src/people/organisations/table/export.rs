//! Organisations as a table, with the columns that an import reads.

use std::collections::HashMap;

use model::{Line, Organisation, OrganisationId};

use super::{super::OrganisationFilter, OrganisationColumn};
use crate::{
    Paging, Planner, Result,
    access::Reads,
    tables::{Export, ExportCell},
};

/// The texts of exported organisations, in the reader's language.
#[derive(Clone, Copy)]
#[expect(
    missing_debug_implementations,
    reason = "a function has nothing to show"
)]
pub struct OrganisationTexts<'t> {
    pub heading: &'t (dyn Fn(OrganisationColumn) -> String + Sync),
}

impl Planner {
    /// Every organisation that the filter selects, by short name.
    #[tracing::instrument(level = "debug", skip_all, fields(network = %right.network()), err(level = "debug"))]
    pub async fn export_organisations(
        &self,
        right: &Reads,
        filter: &OrganisationFilter,
        texts: OrganisationTexts<'_>,
    ) -> Result<Export> {
        let list = self.organisation_list(right, filter, Paging::ALL).await?;
        Ok(Export {
            name: format!("{}-organisations", list.network.slug),
            rows: rows(&list.page.rows, &list.all, texts),
        })
    }
}

/// The headings, and a row for each organisation. `all` has the names of those that they are a part of.
pub(super) fn rows(
    organisations: &[Organisation],
    all: &[Organisation],
    texts: OrganisationTexts<'_>,
) -> Vec<Vec<ExportCell>> {
    let names: HashMap<OrganisationId, &Line<80>> =
        all.iter().map(|one| (one.id, &one.short_name)).collect();
    let headings = OrganisationColumn::ALL.map(texts.heading);
    let mut rows = vec![headings.map(ExportCell::Text).to_vec()];
    rows.extend(organisations.iter().map(|one| {
        let parent = one.parent.and_then(|parent| names.get(&parent));
        let cells = OrganisationColumn::ALL.map(|column| match column {
            OrganisationColumn::ShortName => one.short_name.to_string(),
            OrganisationColumn::Name => one.name.to_string(),
            OrganisationColumn::Region => text(one.region.as_ref()),
            OrganisationColumn::Field => text(one.field.as_ref()),
            OrganisationColumn::Parent => text(parent.copied()),
            OrganisationColumn::Nothing => String::new(),
        });
        cells.map(ExportCell::Text).to_vec()
    }));
    rows
}

fn text<const MOST: usize>(line: Option<&Line<MOST>>) -> String {
    line.map(Line::to_string).unwrap_or_default()
}
