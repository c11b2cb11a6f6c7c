//! Whether people can register for an event.

use jiff::Timestamp;
use model::{Event, EventState};

use super::OpenEvent;

/// Whether one can register, and if not, why not.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Availability {
    /// The event does not take place.
    Cancelled,
    /// The event is over.
    Over,
    /// The event has begun.
    Running,
    /// Only people whom an organiser has added come.
    ByInvitation,
    /// Registration has not opened.
    NotYetOpen,
    /// Registration has closed; the event is still to come.
    Closed,
    /// Registration is open. Organisers decide who gets a seat.
    ByApproval,
    /// Registration is open, and there are seats for everybody.
    Seats,
    /// Registration is open. What is left is held for some organisations: their people get a seat,
    /// everybody else waits.
    HeldSeats,
    /// Registration is open. No seat is left: who registers waits.
    WaitingList,
}

impl Availability {
    /// Whether one can register.
    pub const fn is_open(self) -> bool {
        matches!(
            self,
            Self::ByApproval | Self::Seats | Self::HeldSeats | Self::WaitingList
        )
    }
}

impl OpenEvent {
    /// Whether one can register at an instant.
    pub fn availability(&self, now: Timestamp) -> Availability {
        if let Some(closed) = why_closed(&self.event, now) {
            return closed;
        }
        if self.event.details.is_by_approval() {
            return Availability::ByApproval;
        }
        let left = self
            .event
            .details
            .capacity
            .map(|capacity| capacity.saturating_sub(self.seats.taken()));
        if self.seats.admits(None) {
            Availability::Seats
        } else if left.is_some_and(|left| left > 0) {
            Availability::HeldSeats
        } else {
            Availability::WaitingList
        }
    }
}

fn why_closed(event: &Event, now: Timestamp) -> Option<Availability> {
    let details = &event.details;
    if event.state == EventState::Cancelled {
        Some(Availability::Cancelled)
    } else if now >= details.ends.at {
        Some(Availability::Over)
    } else if now >= details.starts.at {
        Some(Availability::Running)
    } else if event.registration_is_open(now) {
        None
    } else if event.is_by_invitation() {
        Some(Availability::ByInvitation)
    } else if details.opens.as_ref().is_some_and(|opens| now < opens.at) {
        Some(Availability::NotYetOpen)
    } else {
        Some(Availability::Closed)
    }
}
