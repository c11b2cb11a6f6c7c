//! One person at one event.

use std::fmt;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::{
    Answers, Colleague, EmailAddress, EventId, Language, Line, OrganisationId, RegistrationId,
    WorkshopId, string_enum::string_enum,
};

string_enum! {
    /// The state of a registration. Attendance is a separate fact.
    RegistrationState {
        /// The address is not confirmed; no seat is held.
        Pending = "pending",
        /// Has a seat.
        Confirmed = "confirmed",
        /// Waits for a seat.
        Waitlisted = "waitlisted",
        /// The organiser said no.
        Declined = "declined",
        /// The person, or the organiser for them, gave it up.
        Cancelled = "cancelled",
    }
}

impl RegistrationState {
    /// The states that may follow this one. The planner refuses every other transition.
    pub const fn may_become(self) -> &'static [Self] {
        match self {
            Self::Pending => &[
                Self::Confirmed,
                Self::Waitlisted,
                Self::Declined,
                Self::Cancelled,
            ],
            Self::Confirmed => &[Self::Declined, Self::Cancelled],
            Self::Waitlisted => &[Self::Confirmed, Self::Declined, Self::Cancelled],
            // Whoever comes back begins anew; an organiser can also change their mind.
            Self::Declined | Self::Cancelled => &[Self::Pending, Self::Confirmed, Self::Waitlisted],
        }
    }

    /// Whether the person is coming, or would if they could.
    pub const fn is_active(self) -> bool {
        matches!(self, Self::Pending | Self::Confirmed | Self::Waitlisted)
    }
}

string_enum! {
    /// How a registration came about.
    Source {
        Form = "form",
        Organiser = "organiser",
        Import = "import",
    }
}

string_enum! {
    /// The purpose of a personal link.
    LinkPurpose {
        /// Confirms that the address is the person's.
        Confirm = "confirm",
        /// Shows, changes and cancels the registration.
        Manage = "manage",
    }
}

/// Who registers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Person {
    pub given_name: Line<200>,
    pub family_name: Line<200>,
    pub address: EmailAddress,
    /// One of the network's, if the person chose it.
    pub organisation: Option<OrganisationId>,
    /// What lists show: the short name of the network's organisation, or what the person entered.
    pub organisation_name: Option<Line<200>>,
    pub language: Language,
}

impl Person {
    /// Given and family name, as one addresses a letter.
    pub fn name(&self) -> String {
        format!("{} {}", self.given_name, self.family_name)
    }

    /// The organisation that the person shares with colleagues.
    pub fn affiliation(&self) -> Option<Affiliation> {
        let name = self.organisation_name.as_ref().map(Line::as_str);
        Affiliation::of(self.organisation, name)
    }
}

/// The organisation by which colleagues are recognised.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Affiliation {
    /// One of the network's.
    Partner(OrganisationId),
    /// What a person entered, in small letters.
    Named(String),
}

impl Affiliation {
    /// The organisation of a person. `None` if they named none.
    pub fn of(organisation: Option<OrganisationId>, name: Option<&str>) -> Option<Self> {
        match (organisation, name) {
            (Some(organisation), _) => Some(Self::Partner(organisation)),
            (None, Some(name)) => Some(Self::Named(name.trim().to_lowercase())),
            (None, None) => None,
        }
    }
}

impl fmt::Display for Affiliation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Partner(organisation) => organisation.fmt(f),
            Self::Named(name) => f.write_str(name),
        }
    }
}

/// What somebody typed into the registration form. It counts when the owner of the address confirms it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RegistrationInput {
    pub person: Person,
    pub answers: Answers,
    /// Which version of the network's privacy text the person agreed to, and when.
    pub consent: (u32, Timestamp),
    /// Whether the person may be kept in the address book beyond the event, under the same version.
    #[serde(default)]
    pub may_be_kept: bool,
    /// The workshops that they wish for, best first. Others can be wished for later.
    #[serde(default)]
    pub wishes: Vec<WorkshopId>,
    /// Whom they enter with themselves. Nobody learns of it before the owner of the address confirms it.
    #[serde(default)]
    pub colleagues: Vec<Colleague>,
    /// The colleague or the organisation who typed it. The owner of the address has then agreed to nothing yet: `consent`
    /// says which privacy text there was, and when it was typed.
    #[serde(default)]
    pub entered_by: Option<Line<200>>,
}

/// One person at one event, as the database keeps it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Registration {
    pub id: RegistrationId,
    pub event: EventId,
    pub person: Person,
    pub answers: Answers,
    pub state: RegistrationState,
    pub source: Source,
    pub created_at: Timestamp,
    pub state_changed_at: Timestamp,
    /// The place in the waiting list's order: lower is sooner. Set while waitlisted.
    pub waiting_position: Option<i64>,
    /// Which version of the network's privacy text the person agreed to, and when.
    pub consent: Option<(u32, Timestamp)>,
    /// SEQUENCE of the last calendar message written for this person.
    pub invitation_sequence: Option<u32>,
    /// When the owner of the address confirmed what was entered, or a member entered it. What a colleague or an
    /// organisation entered is confirmed by nobody else.
    pub address_confirmed_at: Option<Timestamp>,
    /// The colleague or the organisation who entered the person. `None`: the person, or an organiser.
    pub entered_by: Option<Line<200>>,
    /// Counts the edits; a change names the one it was made from.
    pub revision: i64,
}

impl Registration {
    /// The name that a mail may repeat. `None` while nobody has confirmed the address: the name may be a
    /// stranger's words.
    pub fn confirmed_name(&self) -> Option<String> {
        self.address_confirmed_at.map(|_| self.person.name())
    }
}
