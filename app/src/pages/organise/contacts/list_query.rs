//! The query of the list of contacts.

use model::{NetworkId, Tag};
use planner::ContactFilter;
use serde::{Deserialize, Serialize};
use ui::visit::query;

use super::LIST;
use crate::pages::organise::list_address::{ShownRows, list_address};

/// Search, filters and rows, from the address. Invalid values are ignored.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
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
    /// A file has all rows.
    #[serde(skip)]
    pub(super) shown: ShownRows,
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
            shown: ShownRows::current(),
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

    /// The address of rows of the same list.
    pub(super) fn at(&self, shown: ShownRows) -> String {
        self.address(LIST, shown)
    }

    /// The address of the list after something was done with so many people.
    pub fn after(&self, done: &str, people: usize) -> String {
        let list = self.at(ShownRows::Page(0));
        format!("{list}&done={done}&people={people}")
    }

    /// The values by the names of their fields.
    pub(super) fn fields(&self) -> [(&'static str, &str); 8] {
        [
            ("network", &self.network),
            ("search", &self.search),
            ("organisation", &self.organisation),
            ("region", &self.region),
            ("field", &self.field),
            ("tag", &self.tag),
            ("list", &self.list),
            ("group", &self.group),
        ]
    }

    /// The address of the file of the same list with this ending.
    pub fn file(&self, ending: &str) -> String {
        self.address(&format!("{LIST}/export.{ending}"), ShownRows::Page(0))
    }

    fn address(&self, path: &str, shown: ShownRows) -> String {
        shown.address(path, &self.fields())
    }
}

/// The address of the contacts with a tag.
pub(super) fn of_tag(network: NetworkId, tag: &Tag) -> String {
    let query = ContactQuery {
        network: network.to_string(),
        tag: tag.to_string(),
        ..ContactQuery::default()
    };
    query.at(ShownRows::Page(0))
}

/// The address of all contacts.
pub(super) fn of_all(network: NetworkId) -> String {
    list_address(LIST, &[("network", &network.to_string())])
}

#[cfg(test)]
mod tests {
    use model::ContactGroup;

    use super::{ContactQuery, ShownRows};

    #[test]
    fn an_address_keeps_what_was_asked_for() {
        let query = ContactQuery {
            search: "Jäger, Anna".into(),
            tag: "Presse & Funk".into(),
            group: "opted out".into(),
            ..ContactQuery::default()
        };
        assert_eq!(
            query.at(ShownRows::Page(2)),
            "/organise/contacts?search=J%C3%A4ger%2C+Anna&tag=Presse+%26+Funk&group=opted+out&page=3"
        );
        assert_eq!(
            query.at(ShownRows::All),
            "/organise/contacts?search=J%C3%A4ger%2C+Anna&tag=Presse+%26+Funk&group=opted+out&rows=all"
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
