//! What a list of registrations is asked for: the query of its page and of its files.

use model::RegistrationState;
use planner::{Paging, RegistrationOrder, registrations::Filter};
use serde::Deserialize;

use crate::visit::query;

/// How many rows a page of the list has.
pub(super) const ROWS: u32 = 50;

/// Search, filters, order and page, as an address says them. What is not understood is left out.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
pub struct ListAsked {
    pub search: String,
    pub state: String,
    pub organisation: String,
    pub order: String,
    pub page: String,
}

impl ListAsked {
    /// What the address of this page says.
    pub(super) fn here() -> Self {
        let said = |name| query(name).unwrap_or_default();
        Self {
            search: said("search"),
            state: said("state"),
            organisation: said("organisation"),
            order: said("order"),
            page: said("page"),
        }
    }

    /// Which registrations are meant, and in which order.
    pub fn filter(&self) -> Filter {
        let mut filter = Filter::default();
        filter.only.state = self.state.parse().ok();
        filter.only.organisation = self.organisation.parse().ok();
        filter.only.search.clone_from(&self.search);
        filter.order = match self.order.as_str() {
            "organisation" => RegistrationOrder::Organisation,
            "newest" => RegistrationOrder::Newest,
            "waiting" => RegistrationOrder::Waiting,
            // The waiting list has an order of its own.
            "" if filter.only.state == Some(RegistrationState::Waitlisted) => {
                RegistrationOrder::Waiting
            }
            _ => RegistrationOrder::Name,
        };
        filter
    }

    /// Whether some registrations are left out.
    pub(super) fn leaves_out(&self) -> bool {
        let filter = self.filter().only;
        filter.state.is_some() || filter.organisation.is_some() || !filter.search.trim().is_empty()
    }

    /// The page asked for, from 0.
    pub(super) fn number(&self) -> u32 {
        self.page
            .parse::<u32>()
            .unwrap_or(1)
            .saturating_sub(1)
            .min(100_000)
    }

    pub(super) fn paging(&self) -> Paging {
        Paging::page(self.number(), ROWS)
    }

    /// The address of another page of the same list, from 0; the first one names none.
    pub(super) fn at(&self, path: &str, number: u32) -> String {
        let page = (number > 0).then(|| (number + 1).to_string());
        let said = [
            ("search", self.search.as_str()),
            ("state", &self.state),
            ("organisation", &self.organisation),
            ("order", &self.order),
            ("page", page.as_deref().unwrap_or_default()),
        ];
        let mut query = form_urlencoded::Serializer::new(String::new());
        query.extend_pairs(said.iter().filter(|(_, value)| !value.is_empty()));
        match query.finish() {
            query if query.is_empty() => path.to_owned(),
            query => format!("{path}?{query}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use planner::RegistrationOrder;

    use super::ListAsked;

    #[test]
    fn an_address_keeps_what_was_asked_for() {
        let asked = ListAsked {
            search: "Jäger & Co".into(),
            state: "waitlisted".into(),
            page: "3".into(),
            ..ListAsked::default()
        };
        assert_eq!(asked.number(), 2);
        assert_eq!(
            asked.at("/list", 1),
            "/list?search=J%C3%A4ger+%26+Co&state=waitlisted&page=2"
        );
        assert_eq!(ListAsked::default().at("/list", 0), "/list");
    }

    #[test]
    fn the_waiting_list_comes_in_its_own_order_unless_another_is_asked_for() {
        let order = |state: &str, order: &str| {
            let asked = ListAsked {
                state: state.into(),
                order: order.into(),
                ..ListAsked::default()
            };
            asked.filter().order
        };
        assert_eq!(order("waitlisted", ""), RegistrationOrder::Waiting);
        assert_eq!(order("waitlisted", "name"), RegistrationOrder::Name);
        assert_eq!(order("nonsense", ""), RegistrationOrder::Name);
    }
}
