//! The parts that all mails about an event share.

use std::sync::{Arc, OnceLock};

use calendar::EventTemplate;
use mail::EventFacts;
use model::{Event, Network, Visibility};

use super::{
    calendar_entry::{Disclosure, event_times},
    outbox::Sender,
};
use crate::{Planner, Result};

/// An event as its mails show it: its sender, its facts and its calendar template, made once for all
/// recipients.
#[derive(Debug)]
pub(crate) struct EventMailing {
    network: Network,
    event: Event,
    sender: Sender,
    public_facts: Arc<EventFacts>,
    seated_facts: Arc<EventFacts>,
    /// For people with a seat. Made with the first calendar message: it writes out the rules of the zone.
    template: OnceLock<EventTemplate>,
}

impl EventMailing {
    pub(crate) fn new(planner: &Planner, network: Network, event: Event) -> Result<Self> {
        let public_facts = planner.facts(&network, &event);
        let online_link = event.details.place.online_link.as_ref();
        let seated_facts = EventFacts {
            online: online_link.map(ToString::to_string),
            ..public_facts.clone()
        };
        Ok(Self {
            sender: planner.sender(&network)?,
            public_facts: Arc::new(public_facts),
            seated_facts: Arc::new(seated_facts),
            template: OnceLock::new(),
            network,
            event,
        })
    }

    /// The event as the mails show it.
    pub(crate) const fn event(&self) -> &Event {
        &self.event
    }

    pub(crate) const fn sender(&self) -> &Sender {
        &self.sender
    }

    /// The facts in a letter. An event that only invited people see has no page of its own: the letter
    /// links to `private_page` instead.
    pub(crate) fn facts(&self, disclosure: Disclosure, private_page: &str) -> Arc<EventFacts> {
        let facts = match disclosure {
            Disclosure::Public => &self.public_facts,
            Disclosure::Seated => &self.seated_facts,
        };
        match self.event.details.visibility {
            Visibility::Public | Visibility::Link => Arc::clone(facts),
            Visibility::Invitation => Arc::new(EventFacts {
                page: private_page.to_owned(),
                ..EventFacts::clone(facts)
            }),
        }
    }

    /// The template of the calendar messages to people with a seat.
    pub(super) fn template(&self, planner: &Planner) -> Result<&EventTemplate> {
        if let Some(template) = self.template.get() {
            return Ok(template);
        }
        let template = planner.event_template(&self.network, &self.event, Disclosure::Seated)?;
        Ok(self.template.get_or_init(|| template))
    }
}

impl Planner {
    /// The facts of an event that everybody may know.
    pub(crate) fn facts(&self, network: &Network, event: &Event) -> EventFacts {
        let details = &event.details;
        let (start, end) = event_times(event);
        let notice = if details.funding_notice.is_empty() {
            &network.funding_notice
        } else {
            &details.funding_notice
        };
        EventFacts {
            title: details.title.to_string(),
            start,
            end,
            place: details.place.in_one_line(),
            online: None,
            page: self.event_page(event),
            ways: Vec::new(),
            wishes: None,
            funding_notice: (!notice.is_empty()).then(|| notice.to_string()),
            is_by_approval: details.is_by_approval(),
        }
    }
}
