//! What organisers see of their events.

use model::{AgendaItem, Event, EventId, EventState, Network, Organisation, Question};
use store::RegistrationCounts;

use crate::agenda::in_order;
use crate::{Planner, PlannerError, Result, access::Reads};

/// How many registrations are in each state.
pub type Counts = RegistrationCounts;

/// One event in a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EventSummary {
    pub event: Event,
    pub counts: Counts,
}

/// A network's events as its organisers see them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct EventLists {
    /// Published and not over, the soonest first.
    pub next: Vec<EventSummary>,
    /// Drafts, the soonest first.
    pub drafts: Vec<EventSummary>,
    /// Over or cancelled, the latest first.
    pub past: Vec<EventSummary>,
}

/// One event with everything that belongs to it.
#[derive(Debug, Clone)]
pub struct PlannedEvent {
    pub network: Network,
    pub event: Event,
    /// In the order it is shown.
    pub agenda: Vec<AgendaItem>,
    pub questions: Vec<Question>,
    pub organisations: Vec<Organisation>,
    pub counts: Counts,
}

impl Planner {
    /// A network's events.
    pub async fn events(&self, right: &Reads) -> Result<EventLists> {
        let now = self.now();
        let mut reader = self.store().read().await?;
        let mut lists = EventLists::default();
        for (event, counts) in reader.events_of(right.network()).await? {
            let list = match event.state {
                EventState::Draft => &mut lists.drafts,
                EventState::Published if event.details.ends.at > now => &mut lists.next,
                EventState::Published | EventState::Cancelled => &mut lists.past,
            };
            list.push(EventSummary { event, counts });
        }
        let starts = |summary: &EventSummary| summary.event.details.starts.at;
        lists.next.sort_by_key(starts);
        lists.drafts.sort_by_key(starts);
        lists
            .past
            .sort_by_key(|summary| std::cmp::Reverse(starts(summary)));
        Ok(lists)
    }

    /// One event of the caller's network.
    pub async fn planned_event(&self, right: &Reads, event: EventId) -> Result<PlannedEvent> {
        let mut reader = self.store().read().await?;
        let event = self.own_event(&mut reader, right.network(), event).await?;
        let network = reader
            .network(event.network)
            .await?
            .ok_or(PlannerError::NotFound)?;
        Ok(PlannedEvent {
            network,
            agenda: in_order(reader.agenda(event.id).await?),
            questions: reader.questions(event.id).await?,
            organisations: reader.organisations(event.network).await?,
            counts: reader.count_registrations(event.id).await?,
            event,
        })
    }

    /// The network that an event belongs to, to find the caller's right by.
    pub async fn network_of_event(&self, event: EventId) -> Result<model::NetworkId> {
        let mut reader = self.store().read().await?;
        Ok(reader
            .event(event)
            .await?
            .ok_or(PlannerError::NotFound)?
            .network)
    }

    /// The event that a registration is for.
    pub async fn event_of_registration(
        &self,
        registration: model::RegistrationId,
    ) -> Result<EventId> {
        let mut reader = self.store().read().await?;
        let registration = reader.registration(registration).await?;
        Ok(registration.ok_or(PlannerError::NotFound)?.event)
    }

    /// The network that a registration belongs to, to find the caller's right by.
    pub async fn network_of_registration(
        &self,
        registration: model::RegistrationId,
    ) -> Result<model::NetworkId> {
        let mut reader = self.store().read().await?;
        let registration = reader
            .registration(registration)
            .await?
            .ok_or(PlannerError::NotFound)?;
        let event = reader.event(registration.event).await?;
        Ok(event.ok_or(PlannerError::NotFound)?.network)
    }

    /// Public events that are not over, the soonest first, with their networks.
    pub async fn public_events(&self) -> Result<Vec<(Network, Event)>> {
        let mut reader = self.store().read().await?;
        Ok(reader.public_events(self.now()).await?)
    }
}
