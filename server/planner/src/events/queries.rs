//! Lists and pages of events for organisers.

use std::collections::HashMap;

use model::{
    AgendaItem, Event, EventId, EventSeries, EventState, Network, NetworkHead, Organisation,
    Question, SeriesId, Visibility,
};
use store::RegistrationCounts;

use super::next_steps::{BEGINS_SOON, EventStatus, NextSteps};
use crate::agenda::in_order;
use crate::{
    Listed, Planner, PlannerError, Result, UnreadableRow,
    access::{EventAccess, Reads, Right},
    assignments::WorkshopAttention,
    cafes::PlanAttention,
    require::require_network,
};

/// How many registrations are in each state.
pub type Counts = RegistrationCounts;

/// One event in a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EventSummary {
    pub event: Event,
    pub counts: Counts,
    pub next: NextSteps,
    pub series: Option<EventSeries>,
}

/// A network's events as its organisers see them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct EventLists {
    /// Drafts, and what is not over, the soonest first.
    pub upcoming: Vec<EventSummary>,
    /// What is over, the latest first.
    pub past: Vec<EventSummary>,
    /// Events that cannot be read.
    pub unreadable: Vec<UnreadableRow>,
}

/// One event with everything that belongs to it.
#[derive(Debug, Clone)]
pub struct PlannedEvent {
    pub network: Network,
    pub event: Event,
    /// In the order it is shown.
    pub agenda: Vec<AgendaItem>,
    /// Items of the agenda that cannot be decoded.
    pub unreadable_items: Vec<UnreadableRow>,
    pub questions: Vec<Question>,
    /// Questions that cannot be decoded.
    pub unreadable_questions: Vec<UnreadableRow>,
    pub organisations: Vec<Organisation>,
    pub counts: Counts,
}

impl Planner {
    /// A network's events.
    #[tracing::instrument(level = "debug", skip_all, fields(network = %right.network()), err(level = "debug"))]
    pub async fn events(&self, right: &Reads) -> Result<EventLists> {
        let now = self.now();
        let mut reader = self.store().read().await?;
        let Listed { rows, unreadable } = reader.events_of(right.network()).await?;
        let soon = now..now + BEGINS_SOON;
        let mut attention = reader.attention(right.network(), None, soon).await?;
        let series = reader.series_of_network(right.network()).await?.rows;
        let in_series: HashMap<EventId, SeriesId> = reader
            .events_in_series(right.network())
            .await?
            .into_iter()
            .collect();
        let mut lists = EventLists {
            unreadable,
            ..EventLists::default()
        };
        for (event, counts) in rows {
            let list = if event.state == EventState::Draft || !event.is_over(now) {
                &mut lists.upcoming
            } else {
                &mut lists.past
            };
            let attention = attention.remove(&event.id).unwrap_or_default();
            let next = EventStatus {
                event: &event,
                counts,
                attention: &attention,
                // The list reads no plans.
                plans: PlanAttention::default(),
                workshops: WorkshopAttention::default(),
            }
            .next_steps(now);
            let own = in_series.get(&event.id);
            let own = own.and_then(|own| series.iter().find(|one| one.id == *own));
            list.push(EventSummary {
                series: own.cloned(),
                event,
                counts,
                next,
            });
        }
        let starts = |summary: &EventSummary| summary.event.details.starts.at;
        lists.upcoming.sort_by_key(starts);
        lists
            .past
            .sort_by_key(|summary| std::cmp::Reverse(starts(summary)));
        Ok(lists)
    }

    /// One event, with everything that belongs to it.
    #[tracing::instrument(level = "debug", skip_all, fields(event = %access), err(level = "debug"))]
    pub async fn planned_event(&self, access: &EventAccess<impl Right>) -> Result<PlannedEvent> {
        let mut reader = self.store().read().await?;
        let (_, event) = access.read(&mut reader).await?;
        let network = require_network(&mut reader, event.network).await?;
        let agenda = reader.agenda(event.id).await?;
        let questions = reader.questions(event.id).await?;
        Ok(PlannedEvent {
            network,
            agenda: in_order(agenda.rows, event.details.time_zone.rules()),
            unreadable_items: agenda.unreadable,
            questions: questions.rows,
            unreadable_questions: questions.unreadable,
            organisations: reader.organisations(event.network).await?.rows,
            counts: reader.count_registrations(event.id).await?,
            event,
        })
    }

    /// An event with a public page that people can be told of. `NotFound` for events by invitation, which have none.
    #[tracing::instrument(level = "debug", skip_all, fields(event = %access), err(level = "debug"))]
    pub async fn shared_event(&self, access: &EventAccess<impl Right>) -> Result<Event> {
        let mut reader = self.store().read().await?;
        let (_, event) = access.read(&mut reader).await?;
        if event.details.visibility == Visibility::Invitation {
            return Err(PlannerError::NotFound);
        }
        Ok(event)
    }

    /// Public events that are not over, the soonest first, with their networks. A cancelled one stays among them,
    /// where people look for it.
    #[tracing::instrument(level = "debug", skip_all, err(level = "debug"))]
    pub async fn public_events(&self) -> Result<Vec<(NetworkHead, Event)>> {
        let mut reader = self.store().read().await?;
        Ok(reader.public_events(self.now()).await?.rows)
    }
}
