//! The query of a list of mails.

use model::{EventId, MailKind, MailState, MailingId};
use planner::{MailFilter, Occasion, Paging};
use ui::visit::{page_number, query};

use crate::pages::organise::list_address::list_address;

/// Rows of a page of the list.
pub(super) const ROWS: u32 = 100;

/// Filter and page, from the address.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct MailListQuery {
    /// The path of the list.
    path: String,
    /// The network, if the query names it.
    network: Option<String>,
    /// The event whose mails the path lists.
    event: Option<EventId>,
    pub state: Option<MailState>,
    /// The occasion: a kind, and the revision of the event for a change.
    pub kind: Option<MailKind>,
    revision: Option<i64>,
    /// The mailing, if the occasion is one.
    mailing: Option<MailingId>,
    /// A part of an address.
    pub address: String,
    /// Counted from 0.
    pub number: u32,
}

impl MailListQuery {
    /// The query of the page that lists the mails of the network.
    pub fn of_network() -> Self {
        Self::current("/organise/outgoing".to_owned(), query("network"), None)
    }

    /// The query of the page that lists the mails about an event.
    pub fn of_event(event: EventId) -> Self {
        Self::current(messages_of(event), None, Some(event))
    }

    fn current(path: String, network: Option<String>, event: Option<EventId>) -> Self {
        Self {
            path,
            network,
            event,
            state: query("state").and_then(|state| state.parse().ok()),
            kind: query("kind").and_then(|kind| kind.parse().ok()),
            revision: query("revision").and_then(|revision| revision.parse().ok()),
            mailing: query("mailing").and_then(|mailing| mailing.parse().ok()),
            address: query("address").unwrap_or_default(),
            number: page_number(),
        }
    }

    pub fn filter(&self) -> MailFilter {
        MailFilter {
            state: self.state,
            event: self.event,
            kind: self.kind,
            revision: self.revision,
            mailing: self.mailing,
            address: self.address.clone(),
        }
    }

    pub fn event(&self) -> Option<EventId> {
        self.event
    }

    /// Whether the path lists the mails about one event.
    pub fn is_of_event(&self) -> bool {
        self.event.is_some()
    }

    /// Whether it lists occasions: nothing selects single mails.
    pub fn lists_occasions(&self) -> bool {
        self.state.is_none() && self.kind.is_none() && self.address.is_empty()
    }

    pub fn paging(&self) -> Paging {
        Paging::page(self.number, ROWS)
    }

    /// The fields that a search keeps.
    pub fn kept_fields(&self) -> Vec<(&'static str, String)> {
        let network = self.network.clone();
        network
            .map(|network| ("network", network))
            .into_iter()
            .collect()
    }

    /// The address of the mails in a state, of all occasions. Without a state: of the occasions.
    pub fn of_state(&self, state: Option<MailState>) -> String {
        Self {
            state,
            kind: None,
            revision: None,
            mailing: None,
            address: String::new(),
            number: 0,
            ..self.clone()
        }
        .to_address()
    }

    /// The address of the mails of an occasion: among the messages of its event.
    pub fn of_occasion(&self, occasion: &Occasion) -> String {
        let event = occasion.event.as_ref().map(|(event, _)| *event);
        Self {
            path: event.map_or_else(|| self.path.clone(), messages_of),
            network: self.network.clone().filter(|_| event.is_none()),
            event,
            state: None,
            kind: Some(occasion.kind),
            revision: occasion.revision,
            mailing: occasion.mailing.as_ref().map(|(mailing, _)| *mailing),
            address: String::new(),
            number: 0,
        }
        .to_address()
    }

    /// The address of a page of the same list, counted from 0.
    pub fn at(&self, number: u32) -> String {
        Self {
            number,
            ..self.clone()
        }
        .to_address()
    }

    /// The path that a search is sent to.
    pub fn path(&self) -> String {
        self.path.clone()
    }

    fn to_address(&self) -> String {
        let page = (self.number > 0).then(|| (self.number + 1).to_string());
        let revision = self.revision.map(|revision| revision.to_string());
        let mailing = self.mailing.map(|mailing| mailing.to_string());
        let values = [
            ("network", self.network.as_deref()),
            ("state", self.state.map(MailState::as_str)),
            ("kind", self.kind.map(MailKind::as_str)),
            ("revision", revision.as_deref()),
            ("mailing", mailing.as_deref()),
            ("address", Some(self.address.as_str())),
            ("page", page.as_deref()),
        ]
        .map(|(name, value)| (name, value.unwrap_or_default()));
        list_address(&self.path, &values)
    }
}

/// The path of the messages of an event.
pub(super) fn messages_of(event: EventId) -> String {
    format!("/organise/events/{event}/messages")
}

#[cfg(test)]
mod tests {
    use model::{MailKind, MailState};

    use super::MailListQuery;

    fn queued() -> MailListQuery {
        MailListQuery {
            path: "/organise/outgoing".into(),
            network: None,
            event: None,
            state: Some(MailState::Queued),
            kind: None,
            revision: None,
            mailing: None,
            address: String::new(),
            number: 2,
        }
    }

    #[test]
    fn another_state_begins_at_its_first_page() {
        let list_query = queued();
        assert_eq!(list_query.at(1), "/organise/outgoing?state=queued&page=2");
        assert_eq!(
            list_query.of_state(Some(MailState::Refused)),
            "/organise/outgoing?state=refused"
        );
        assert_eq!(list_query.of_state(None), "/organise/outgoing");
    }

    #[test]
    fn occasions_are_listed_until_something_selects_mails() {
        let all = MailListQuery {
            state: None,
            ..queued()
        };
        assert!(all.lists_occasions());
        assert!(!queued().lists_occasions());
        let changes = MailListQuery {
            kind: Some(MailKind::EventChanged),
            revision: Some(3),
            ..all
        };
        assert!(!changes.lists_occasions());
        assert_eq!(
            changes.at(0),
            "/organise/outgoing?kind=event+changed&revision=3"
        );
    }
}
