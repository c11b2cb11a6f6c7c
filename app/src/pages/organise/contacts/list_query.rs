//! The query of the list of contacts.

use model::{NetworkId, Tag};
use planner::{ContactFilter, Paging};
use serde::Deserialize;
use ui::visit::{page_number, query};

use super::LIST;
use crate::pages::organise::list_address::list_address;

/// Rows of a page of the list.
pub(super) const ROWS: u32 = 100;

/// Search, filters and page, from the address. Invalid values are ignored.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
pub struct ContactQuery {
    pub network: String,
    pub search: String,
    pub organisation: String,
    pub region: String,
    pub field: String,
    pub tag: String,
    pub list: String,
    pub group: String,
    /// Counted from 0.
    #[serde(skip)]
    pub number: u32,
}

impl ContactQuery {
    /// The query of the page that is rendered.
    pub fn current(network: NetworkId) -> Self {
        let value = |name| query(name).unwrap_or_default();
        Self {
            network: network.to_string(),
            search: value("search"),
            organisation: value("organisation"),
            region: value("region"),
            field: value("field"),
            tag: value("tag"),
            list: value("list"),
            group: value("group"),
            number: page_number(),
        }
    }

    pub fn filter(&self) -> ContactFilter {
        let given = |value: &String| Some(value.clone()).filter(|value| !value.is_empty());
        ContactFilter {
            organisation: self.organisation.parse().ok(),
            region: given(&self.region),
            field: given(&self.field),
            tag: given(&self.tag),
            group: self.group.parse().ok(),
            list: self.list.parse().ok(),
            search: self.search.clone(),
        }
    }

    /// Whether a filter is set.
    pub fn is_filtered(&self) -> bool {
        let all = ContactFilter::default();
        let mut filter = self.filter();
        filter.search = filter.search.trim().to_owned();
        filter != all
    }

    pub fn paging(&self) -> Paging {
        Paging::page(self.number, ROWS)
    }

    /// The address of a page of the same list, counted from 0.
    pub fn at(&self, number: u32) -> String {
        self.address(LIST, number)
    }

    /// The address of the file of the same list with this ending.
    pub fn file(&self, ending: &str) -> String {
        self.address(&format!("{LIST}/export.{ending}"), 0)
    }

    fn address(&self, path: &str, number: u32) -> String {
        let page = (number > 0).then(|| (number + 1).to_string());
        list_address(
            path,
            &[
                ("network", &self.network),
                ("search", &self.search),
                ("organisation", &self.organisation),
                ("region", &self.region),
                ("field", &self.field),
                ("tag", &self.tag),
                ("list", &self.list),
                ("group", &self.group),
                ("page", page.as_deref().unwrap_or_default()),
            ],
        )
    }
}

/// The address of the contacts with a tag.
pub(super) fn of_tag(network: NetworkId, tag: &Tag) -> String {
    let query = ContactQuery {
        network: network.to_string(),
        tag: tag.to_string(),
        ..ContactQuery::default()
    };
    query.at(0)
}

/// The address of all contacts.
pub(super) fn of_all(network: NetworkId) -> String {
    list_address(LIST, &[("network", &network.to_string())])
}

#[cfg(test)]
mod tests {
    use model::ContactGroup;

    use super::ContactQuery;

    #[test]
    fn an_address_keeps_what_was_asked_for() {
        let query = ContactQuery {
            search: "Jäger, Anna".into(),
            tag: "Presse & Funk".into(),
            group: "opted out".into(),
            ..ContactQuery::default()
        };
        assert_eq!(
            query.at(2),
            "/organise/contacts?search=J%C3%A4ger%2C+Anna&tag=Presse+%26+Funk&group=opted+out&page=3"
        );
        assert_eq!(query.filter().group, Some(ContactGroup::OptedOut));
        assert!(query.is_filtered());
        let blank = ContactQuery {
            search: " ".into(),
            group: "nonsense".into(),
            ..ContactQuery::default()
        };
        assert!(!blank.is_filtered());
    }
}
