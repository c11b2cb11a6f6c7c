//! The list of organisations, with a search and filters.

use model::{Line, Network, Organisation, search_key};

use crate::{
    Listed, Paginated, Paging, Planner, Result, UnreadableRow, access::Reads,
    require::require_network,
};

/// Selects organisations. The default selects all.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct OrganisationFilter {
    /// A part of a name, a region or a field of action, regardless of case and accents.
    pub search: String,
    pub region: Option<String>,
    /// The field of action.
    pub field: Option<String>,
}

impl OrganisationFilter {
    /// The organisations that it selects, in their order.
    fn select(&self, organisations: &[Organisation]) -> Vec<Organisation> {
        let key = search_key(self.search.trim());
        let has = |value: &Option<Line<120>>, wanted: &Option<String>| {
            wanted.is_none() || value.as_ref().map(Line::as_str) == wanted.as_deref()
        };
        let selected = organisations.iter().filter(|one| {
            has(&one.region, &self.region)
                && has(&one.field, &self.field)
                && (key.is_empty() || text_key(one).contains(&key))
        });
        selected.cloned().collect()
    }
}

/// What a search looks through.
fn text_key(organisation: &Organisation) -> String {
    let texts = [
        Some(organisation.short_name.as_str()),
        Some(organisation.name.as_str()),
        organisation.region.as_ref().map(Line::as_str),
        organisation.field.as_ref().map(Line::as_str),
    ];
    let texts: Vec<&str> = texts.into_iter().flatten().collect();
    search_key(&texts.join("\n"))
}

/// A section of the list of organisations.
#[derive(Debug, Clone)]
pub struct OrganisationListing {
    pub network: Network,
    /// Every organisation of the network: filters offer their regions and fields of action.
    pub all: Vec<Organisation>,
    /// Those that the filter selects.
    pub page: Paginated<Organisation>,
    pub unreadable: Vec<UnreadableRow>,
}

impl Planner {
    /// A network's partners, by short name.
    #[tracing::instrument(level = "debug", skip_all, fields(network = %right.network()), err(level = "debug"))]
    pub async fn organisations(&self, right: &Reads) -> Result<Listed<Organisation>> {
        Ok(self
            .store()
            .read()
            .await?
            .organisations(right.network())
            .await?)
    }

    /// A section of a network's partners, by short name.
    #[tracing::instrument(level = "debug", skip_all, fields(network = %right.network()), err(level = "debug"))]
    pub async fn organisation_list(
        &self,
        right: &Reads,
        filter: &OrganisationFilter,
        paging: Paging,
    ) -> Result<OrganisationListing> {
        let mut reader = self.store().read().await?;
        let network = require_network(&mut reader, right.network()).await?;
        let Listed {
            rows: all,
            unreadable,
        } = reader.organisations(network.id).await?;
        let selected = filter.select(&all);
        let count = |number: i64| usize::try_from(number).unwrap_or(usize::MAX);
        let page = Paginated {
            total: i64::try_from(selected.len()).unwrap_or(i64::MAX),
            rows: selected
                .into_iter()
                .skip(count(paging.offset))
                .take(count(paging.limit))
                .collect(),
            unreadable: Vec::new(),
        };
        Ok(OrganisationListing {
            network,
            all,
            page,
            unreadable,
        })
    }
}
