//! The query of the list of invited people.

use planner::{InvitationFilter, Paging};
use ui::visit::query;

use crate::pages::organise::list_address::list_address;

/// Rows of a page of the list.
pub(super) const ROWS: u32 = 100;

/// Search, filters and page, from the address. Invalid values are ignored.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct InvitedQuery {
    pub search: String,
    pub answer: String,
    pub organisation: String,
    /// The page, counted from 0.
    pub number: u32,
}

impl InvitedQuery {
    /// The query of the page that is rendered.
    pub fn current() -> Self {
        let value = |name| query(name).unwrap_or_default();
        Self {
            search: value("search"),
            answer: value("answer"),
            organisation: value("organisation"),
            number: ui::visit::page_number(),
        }
    }

    pub fn filter(&self) -> InvitationFilter {
        InvitationFilter {
            answer: self.answer.parse().ok(),
            organisation: self.organisation.parse().ok(),
            search: self.search.clone(),
        }
    }

    pub fn is_filtered(&self) -> bool {
        let filter = self.filter();
        filter.answer.is_some() || filter.organisation.is_some() || !filter.search.trim().is_empty()
    }

    pub const fn paging(&self) -> Paging {
        Paging::page(self.number, ROWS)
    }

    /// The address of a page of the same list, counted from 0.
    pub fn at(&self, path: &str, number: u32) -> String {
        let page = (number > 0).then(|| (number + 1).to_string());
        let values = [
            ("search", self.search.as_str()),
            ("answer", &self.answer),
            ("organisation", &self.organisation),
            ("page", page.as_deref().unwrap_or_default()),
        ];
        list_address(path, &values)
    }
}

#[cfg(test)]
mod tests {
    use model::InvitationAnswer;

    use super::InvitedQuery;

    #[test]
    fn an_address_keeps_what_was_asked_for() {
        let asked = InvitedQuery {
            search: "Jäger".into(),
            answer: "silent".into(),
            ..InvitedQuery::default()
        };
        assert_eq!(asked.filter().answer, Some(InvitationAnswer::Silent));
        assert_eq!(
            asked.at("/list", 1),
            "/list?search=J%C3%A4ger&answer=silent&page=2"
        );
        assert!(!InvitedQuery::default().is_filtered());
    }
}
