//! What an organiser enters about an item of the agenda.

use jiff::civil::{DateTime, Time};
use model::{
    AgendaItem, AgendaItemId, AgendaItemKind, Event, EventTime, Fault, Faults, Line, Text,
    local::Occurrence,
};

use super::length;

/// An item as it is entered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewAgendaItem {
    pub kind: AgendaItemKind,
    pub title: Line<200>,
    pub details: Text<4_000>,
    pub room: Option<Line<120>>,
    pub speakers: Option<Line<600>>,
    /// Local time in the event's zone.
    pub starts: DateTime,
    /// Which of two instants is meant when the clocks go back.
    pub occurrence: Option<Occurrence>,
    /// Its length, its end, or both if they agree.
    pub minutes: Option<u32>,
    pub ends: Option<Time>,
}

impl NewAgendaItem {
    /// The item of an event. Refuses a beginning that the clocks skip, or show twice if it is not said which is meant,
    /// and an end that its length does not give.
    pub(super) fn resolve(
        self,
        id: AgendaItemId,
        event: &Event,
        position: i64,
    ) -> Result<AgendaItem, Faults> {
        let Self {
            kind,
            title,
            details,
            room,
            speakers,
            starts,
            occurrence,
            minutes,
            ends,
        } = self;
        let zone = event.details.time_zone.rules();
        let starts = EventTime::resolve(starts, zone, occurrence).map_err(|fault| {
            let field = match fault {
                Fault::TwiceTime { .. } => "occurrence",
                _ => "starts",
            };
            Faults::one(field, fault)
        })?;
        Ok(AgendaItem {
            id,
            event: event.id,
            position,
            kind,
            title,
            details,
            room,
            speakers,
            starts: starts.local,
            occurrence: starts.occurrence(zone).unwrap_or(Occurrence::First),
            minutes: length::minutes(starts, minutes, ends, zone)?,
            offer: None,
        })
    }

    /// The item that somebody saw, as it is compared with the stored one. It is not checked: the event's zone may be
    /// another one by now, whose clocks skip its beginning.
    pub(super) fn into_seen(self, stored: &AgendaItem) -> AgendaItem {
        let Self {
            kind,
            title,
            details,
            room,
            speakers,
            starts,
            occurrence,
            minutes,
            ends: _,
        } = self;
        AgendaItem {
            id: stored.id,
            event: stored.event,
            position: stored.position,
            kind,
            title,
            details,
            room,
            speakers,
            starts,
            occurrence: occurrence.unwrap_or(Occurrence::First),
            // A form seals the length with what it showed.
            minutes: minutes.unwrap_or(stored.minutes),
            offer: stored.offer,
        }
    }
}
