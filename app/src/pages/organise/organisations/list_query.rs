//! The query of the list of organisations.

use model::NetworkId;
use planner::people::OrganisationFilter;
use serde::Deserialize;
use ui::visit::query;

use super::LIST;
use crate::pages::organise::list_address::{ShownRows, list_address};

/// Search, filters and rows, from the address. Invalid values are ignored.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
pub struct OrganisationQuery {
    pub network: String,
    pub search: String,
    pub region: String,
    pub field: String,
    /// A file has all rows.
    #[serde(skip)]
    pub(super) shown: ShownRows,
}

impl OrganisationQuery {
    /// The query of the page that is rendered.
    pub fn current(network: NetworkId) -> Self {
        let value = |name| query(name).unwrap_or_default();
        Self {
            network: network.to_string(),
            search: value("search"),
            region: value("region"),
            field: value("field"),
            shown: ShownRows::current(),
        }
    }

    pub fn filter(&self) -> OrganisationFilter {
        let given = |value: &String| Some(value.clone()).filter(|value| !value.is_empty());
        OrganisationFilter {
            search: self.search.trim().to_owned(),
            region: given(&self.region),
            field: given(&self.field),
        }
    }

    /// Whether a filter is set.
    pub fn is_filtered(&self) -> bool {
        self.filter() != OrganisationFilter::default()
    }

    /// The address of rows of the same list.
    pub(super) fn at(&self, shown: ShownRows) -> String {
        self.address(LIST, shown)
    }

    /// The address of the file of the same list with this ending.
    pub fn file(&self, ending: &str) -> String {
        self.address(&format!("{LIST}/export.{ending}"), ShownRows::Page(0))
    }

    fn address(&self, path: &str, shown: ShownRows) -> String {
        shown.address(
            path,
            &[
                ("network", &self.network),
                ("search", &self.search),
                ("region", &self.region),
                ("field", &self.field),
            ],
        )
    }
}

/// The address of all organisations.
pub(super) fn of_all(network: NetworkId) -> String {
    list_address(LIST, &[("network", &network.to_string())])
}
