//! The query of the list of invited people.

use planner::InvitationFilter;
use ui::visit::query;

use crate::pages::organise::list_address::ShownRows;

/// Search, filters and rows, from the address. Invalid values are ignored.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct InvitedQuery {
    pub search: String,
    pub answer: String,
    pub organisation: String,
    pub shown: ShownRows,
}

impl InvitedQuery {
    /// The query of the page that is rendered.
    pub fn current() -> Self {
        let value = |name| query(name).unwrap_or_default();
        Self {
            search: value("search"),
            answer: value("answer"),
            organisation: value("organisation"),
            shown: ShownRows::current(),
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

    /// The address of rows of the same list.
    pub fn at(&self, path: &str, shown: ShownRows) -> String {
        let values = [
            ("search", self.search.as_str()),
            ("answer", &self.answer),
            ("organisation", &self.organisation),
        ];
        shown.address(path, &values)
    }
}

#[cfg(test)]
mod tests {
    use model::InvitationAnswer;

    use super::{InvitedQuery, ShownRows};

    #[test]
    fn an_address_keeps_what_was_asked_for() {
        let asked = InvitedQuery {
            search: "Jäger".into(),
            answer: "silent".into(),
            ..InvitedQuery::default()
        };
        assert_eq!(asked.filter().answer, Some(InvitationAnswer::Silent));
        assert_eq!(
            asked.at("/list", ShownRows::Page(1)),
            "/list?search=J%C3%A4ger&answer=silent&page=2"
        );
        assert_eq!(
            asked.at("/list", ShownRows::All),
            "/list?search=J%C3%A4ger&answer=silent&rows=all"
        );
        assert!(!InvitedQuery::default().is_filtered());
    }
}
