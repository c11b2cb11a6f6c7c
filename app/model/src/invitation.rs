//! Invitations: somebody is asked to come to an event, and answers.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::{ContactId, EmailAddress, EventId, InvitationId, string_enum::string_enum};

string_enum! {
    /// When an invited person gets the calendar entry.
    InvitationCalendar {
        WithRegistration = "with registration",
        /// As is usual in a steering group.
        WithInvitation = "with invitation",
    }
}

string_enum! {
    /// What an invited person has answered.
    InvitationAnswer {
        /// Nothing so far.
        Silent = "silent",
        /// The person has a seat, or waits for one.
        Registered = "registered",
        /// The person does not come.
        Declined = "declined",
    }
}

/// An invitation of one contact to one event.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Invitation {
    pub id: InvitationId,
    pub event: EventId,
    pub contact: ContactId,
    /// The invitation of the person who declined and named this one.
    pub instead_of: Option<InvitationId>,
    pub calendar: InvitationCalendar,
    pub invited_at: Timestamp,
    /// When its mail was queued.
    pub sent_at: Option<Timestamp>,
    pub reminded_at: Option<Timestamp>,
    pub declined_at: Option<Timestamp>,
    pub taken_back_at: Option<Timestamp>,
    /// SEQUENCE of the last calendar message that was written for the invitation.
    pub sequence: Option<u32>,
    /// The address of the person whom somebody named who declined, as typed.
    pub named: Option<EmailAddress>,
}

impl Invitation {
    /// Whether an organiser took it back.
    pub const fn is_taken_back(&self) -> bool {
        self.taken_back_at.is_some()
    }
}

/// How many people were invited, by their answers. Every invited person is counted once.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct InvitationCounts {
    pub registered: u32,
    pub declined: u32,
    pub silent: u32,
    /// Those who declined and named somebody who is invited in their place.
    pub with_substitute: u32,
    /// The silent ones whose address takes no mail.
    pub undeliverable: u32,
    /// The silent ones whose invitation is not sent yet.
    pub unsent: u32,
    /// The silent ones who have the calendar entry.
    pub with_entry: u32,
}

impl InvitationCounts {
    /// The number of all who were invited.
    pub const fn invited(self) -> u32 {
        self.registered + self.declined + self.silent
    }

    /// The number of those with this answer.
    pub const fn of(self, answer: InvitationAnswer) -> u32 {
        match answer {
            InvitationAnswer::Silent => self.silent,
            InvitationAnswer::Registered => self.registered,
            InvitationAnswer::Declined => self.declined,
        }
    }
}
