//! The query of a list of mails.

use model::{EventId, MailState};
use planner::{MailFilter, Paging};
use ui::visit::query;

/// Rows of a page of the list.
pub(super) const ROWS: u32 = 50;

/// State and page, from the address.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct MailListQuery {
    /// The path of the list.
    path: String,
    /// The network, if the query names it.
    network: Option<String>,
    pub state: Option<MailState>,
    /// Counted from 0.
    pub number: u32,
}

impl MailListQuery {
    /// The query of the page that is rendered.
    pub fn current(path: impl Into<String>) -> Self {
        let page = query("page").and_then(|page| page.parse::<u32>().ok());
        Self {
            path: path.into(),
            network: query("network"),
            state: query("state").and_then(|state| state.parse().ok()),
            number: page.unwrap_or(1).saturating_sub(1).min(100_000),
        }
    }

    pub fn filter(&self, event: Option<EventId>) -> MailFilter {
        MailFilter {
            state: self.state,
            event,
        }
    }

    pub fn paging(&self) -> Paging {
        Paging::page(self.number, ROWS)
    }

    /// The address of the mails in a state.
    pub fn of_state(&self, state: Option<MailState>) -> String {
        self.address(state, 0)
    }

    /// The address of a page of the same list, counted from 0.
    pub fn at(&self, number: u32) -> String {
        self.address(self.state, number)
    }

    fn address(&self, state: Option<MailState>, number: u32) -> String {
        let page = (number > 0).then(|| (number + 1).to_string());
        let values = [
            ("network", self.network.as_deref()),
            ("state", state.map(MailState::as_str)),
            ("page", page.as_deref()),
        ];
        let given = values
            .iter()
            .filter_map(|(name, value)| Some((*name, (*value)?)));
        let mut query = form_urlencoded::Serializer::new(String::new());
        query.extend_pairs(given);
        match query.finish() {
            query if query.is_empty() => self.path.clone(),
            query => format!("{}?{query}", self.path),
        }
    }
}

#[cfg(test)]
mod tests {
    use model::MailState;

    use super::MailListQuery;

    #[test]
    fn another_state_begins_at_its_first_page() {
        let list_query = MailListQuery {
            path: "/organise/outgoing".into(),
            network: None,
            state: Some(MailState::Queued),
            number: 2,
        };
        assert_eq!(list_query.at(1), "/organise/outgoing?state=queued&page=2");
        assert_eq!(
            list_query.of_state(Some(MailState::Refused)),
            "/organise/outgoing?state=refused"
        );
        assert_eq!(list_query.of_state(None), "/organise/outgoing");
    }
}
