//! The query of a list of registrations, of its page and its downloads.

use model::RegistrationState;
use planner::{RegistrationOrder, registrations::Filter};
use serde::Deserialize;
use ui::visit::query;

use crate::pages::organise::list_address::ShownRows;

/// Search, filters, order and rows, from the address. Invalid values are ignored.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
pub struct ListQuery {
    pub search: String,
    pub state: String,
    pub organisation: String,
    pub order: String,
    /// A file has all rows.
    #[serde(skip)]
    pub(super) shown: ShownRows,
}

impl ListQuery {
    /// The query of the page that is rendered.
    pub(super) fn current() -> Self {
        let value = |name| query(name).unwrap_or_default();
        Self {
            search: value("search"),
            state: value("state"),
            organisation: value("organisation"),
            order: value("order"),
            shown: ShownRows::current(),
        }
    }

    /// The filter and order for the use case.
    pub fn filter(&self) -> Filter {
        let mut filter = Filter::default();
        filter.only.state = self.state.parse().ok();
        filter.only.organisation = self.organisation.parse().ok();
        filter.only.search.clone_from(&self.search);
        filter.order = match self.order.as_str() {
            "organisation" => RegistrationOrder::Organisation,
            "newest" => RegistrationOrder::Newest,
            "waiting" => RegistrationOrder::Waiting,
            // The waiting list is shown in the order of its places.
            "" if filter.only.state == Some(RegistrationState::Waitlisted) => {
                RegistrationOrder::Waiting
            }
            _ => RegistrationOrder::Name,
        };
        filter
    }

    /// Whether a filter is set.
    pub(super) fn is_filtered(&self) -> bool {
        let filter = self.filter().only;
        filter.state.is_some() || filter.organisation.is_some() || !filter.search.trim().is_empty()
    }

    /// The address of rows of the same list.
    pub(super) fn at(&self, path: &str, shown: ShownRows) -> String {
        let values = [
            ("search", self.search.as_str()),
            ("state", &self.state),
            ("organisation", &self.organisation),
            ("order", &self.order),
        ];
        shown.address(path, &values)
    }
}

#[cfg(test)]
mod tests {
    use planner::RegistrationOrder;

    use super::{ListQuery, ShownRows};

    #[test]
    fn an_address_keeps_what_was_asked_for() {
        let list_query = ListQuery {
            search: "Jäger & Co".into(),
            state: "waitlisted".into(),
            ..ListQuery::default()
        };
        assert_eq!(
            list_query.at("/list", ShownRows::Page(1)),
            "/list?search=J%C3%A4ger+%26+Co&state=waitlisted&page=2"
        );
        assert_eq!(
            list_query.at("/list", ShownRows::All),
            "/list?search=J%C3%A4ger+%26+Co&state=waitlisted&rows=all"
        );
        assert_eq!(
            ListQuery::default().at("/list", ShownRows::Page(0)),
            "/list"
        );
    }

    #[test]
    fn the_waiting_list_comes_in_its_own_order_unless_another_is_asked_for() {
        let order = |state: &str, order: &str| {
            let list_query = ListQuery {
                state: state.into(),
                order: order.into(),
                ..ListQuery::default()
            };
            list_query.filter().order
        };
        assert_eq!(order("waitlisted", ""), RegistrationOrder::Waiting);
        assert_eq!(order("waitlisted", "name"), RegistrationOrder::Name);
        assert_eq!(order("nonsense", ""), RegistrationOrder::Name);
    }
}
