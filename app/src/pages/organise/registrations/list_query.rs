//! The query of a list of registrations, of its page and its downloads.

use model::RegistrationState;
use planner::{Paging, RegistrationOrder, registrations::Filter};
use serde::Deserialize;
use ui::visit::query;

use crate::pages::organise::list_address::list_address;

/// Rows of a page of the list.
pub(super) const ROWS: u32 = 100;

/// Rows of a page that is printed: more than an event has.
const ALL_ROWS: u32 = 1_000_000;

/// The word in the address for all rows on one page.
const ALL: &str = "all";

/// Search, filters, order and page, from the address. Invalid values are ignored.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
pub struct ListQuery {
    pub search: String,
    pub state: String,
    pub organisation: String,
    pub order: String,
    pub page: String,
    pub rows: String,
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
            page: value("page"),
            rows: value("rows"),
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

    /// The page, counted from 0.
    pub(super) fn number(&self) -> u32 {
        self.page
            .parse::<u32>()
            .unwrap_or(1)
            .saturating_sub(1)
            .min(100_000)
    }

    pub(super) fn paging(&self) -> Paging {
        if self.shows_all() {
            Paging::page(0, ALL_ROWS)
        } else {
            Paging::page(self.number(), ROWS)
        }
    }

    /// Whether all rows are on one page, as for printing.
    pub(super) fn shows_all(&self) -> bool {
        self.rows == ALL
    }

    /// The address of all rows of the same list on one page.
    pub(super) fn all(&self, path: &str) -> String {
        let all = Self {
            rows: ALL.to_owned(),
            ..self.clone()
        };
        all.at(path, 0)
    }

    /// The address of a page of the same list, counted from 0.
    pub(super) fn at(&self, path: &str, number: u32) -> String {
        let page = (number > 0).then(|| (number + 1).to_string());
        let values = [
            ("search", self.search.as_str()),
            ("state", &self.state),
            ("organisation", &self.organisation),
            ("order", &self.order),
            ("page", page.as_deref().unwrap_or_default()),
            ("rows", &self.rows),
        ];
        list_address(path, &values)
    }
}

#[cfg(test)]
mod tests {
    use planner::RegistrationOrder;

    use super::ListQuery;

    #[test]
    fn an_address_keeps_what_was_asked_for() {
        let list_query = ListQuery {
            search: "Jäger & Co".into(),
            state: "waitlisted".into(),
            page: "3".into(),
            ..ListQuery::default()
        };
        assert_eq!(list_query.number(), 2);
        assert_eq!(
            list_query.at("/list", 1),
            "/list?search=J%C3%A4ger+%26+Co&state=waitlisted&page=2"
        );
        assert_eq!(
            list_query.all("/list"),
            "/list?search=J%C3%A4ger+%26+Co&state=waitlisted&rows=all"
        );
        assert_eq!(ListQuery::default().at("/list", 0), "/list");
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
