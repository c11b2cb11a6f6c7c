//! Events.

use jiff::{Timestamp, civil::DateTime, tz::TimeZone};
use serde::{Deserialize, Serialize};

use crate::{
    EmailAddress, EventId, Fault, IanaTimeZone, Language, Line, NetworkId, OrganisationId, Slug,
    Text, WebAddress,
    local::{self, LocalTime, Occurrence},
    string_enum::string_enum,
};

string_enum! {
    /// What kind of event it is. It decides words and templates, not what is possible.
    EventKind {
        NetworkMeeting = "network meeting",
        WorldCafe = "world café",
        Conference = "conference",
        SteeringGroup = "steering group",
        Committee = "committee",
    }
}

string_enum! {
    /// The state of an event. A draft is published once; a published one may be cancelled.
    EventState {
        Draft = "draft",
        Published = "published",
        Cancelled = "cancelled",
    }
}

string_enum! {
    /// Who can see an event's public page and register.
    Visibility {
        /// Everybody; it is listed.
        Public = "public",
        /// Whoever has the link.
        Link = "link",
        /// Only people whom an organiser has added.
        Invitation = "invitation",
    }
}

string_enum! {
    /// Who may register for an event.
    Admission {
        /// Everybody who can see its page.
        Open = "open",
        /// Everybody who can see its page asks for a seat. Organisers decide about each.
        Approved = "approved",
        /// Those who were invited, by their own link. Organisers add whom they like.
        Invited = "invited",
    }
}

string_enum! {
    /// Who confirms people whom a colleague enters with the form.
    ColleagueConfirmation {
        /// Each of them, by a mail of their own.
        Each = "each",
        /// Whoever enters them, for all.
        First = "first",
    }
}

/// Where people meet. All empty: online, or not decided.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Place {
    pub name: Option<Line<200>>,
    pub address: Option<Line<300>>,
    pub room: Option<Line<120>>,
    pub online_link: Option<WebAddress>,
}

impl Place {
    /// Name, room and address in one line, as calendars and mails say it.
    pub fn in_one_line(&self) -> Option<String> {
        let parts: Vec<&str> = [
            self.name.as_ref().map(Line::as_str),
            self.room.as_ref().map(Line::as_str),
            self.address.as_ref().map(Line::as_str),
        ]
        .into_iter()
        .flatten()
        .collect();
        (!parts.is_empty()).then(|| parts.join(", "))
    }
}

/// Seats that are held for the people of one organisation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Contingent {
    pub organisation: OrganisationId,
    pub seats: u32,
}

/// What an organiser enters about an event.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct EventDetails {
    pub kind: EventKind,
    pub title: Line<200>,
    pub summary: Text<1_000>,
    /// The summary in plain language (German: Leichte Sprache). Line breaks count.
    pub plain_language: Text<4_000>,
    /// Markdown.
    pub body: Text,
    pub language: Language,
    /// The zone of all local times of the event and its agenda.
    pub time_zone: IanaTimeZone,
    pub starts: EventTime,
    pub ends: EventTime,
    pub place: Place,
    /// `None`: no limit.
    pub capacity: Option<u32>,
    pub contingents: Vec<Contingent>,
    /// When registration opens; `None`: when the event is published.
    pub opens: Option<EventTime>,
    /// When registration closes, at the latest when the event begins. `None`: when it begins.
    pub closes: Option<EventTime>,
    pub visibility: Visibility,
    pub admission: Admission,
    pub colleagues: ColleagueConfirmation,
    pub funding_notice: Text<2_000>,
}

/// A point in time that an organiser entered by the clocks of the event's zone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct EventTime {
    /// What the organiser entered, and what pages show. To the minute.
    pub local: DateTime,
    /// The instant. It decides wherever times are compared: one local time is two instants when the
    /// clocks go back.
    pub at: Timestamp,
}

impl EventDetails {
    /// How many seats are held for an organisation.
    pub fn held_for(&self, organisation: OrganisationId) -> u32 {
        let own = self.contingents.iter();
        own.filter(|contingent| contingent.organisation == organisation)
            .map(|contingent| contingent.seats)
            .sum()
    }

    /// Whether organisers decide about everybody who registers by the form: nobody gets a seat by themselves.
    pub fn is_by_approval(&self) -> bool {
        self.admission == Admission::Approved
    }
}

impl EventTime {
    /// The instant of a local time. [`Fault::SkippedTime`] where the clocks skip it,
    /// [`Fault::TwiceTime`] where they repeat it and `occurrence` does not say which is meant.
    pub fn resolve(
        local: DateTime,
        zone: &TimeZone,
        occurrence: Option<Occurrence>,
    ) -> Result<Self, Fault> {
        let at = local::instant(local, zone, occurrence)?;
        Ok(Self { local, at })
    }

    /// Which of two equal local times this is; `None` where the clocks do not repeat it.
    pub fn occurrence(self, zone: &TimeZone) -> Option<Occurrence> {
        match local::resolve(self.local, zone) {
            Ok(LocalTime::Repeated { first, .. }) if first.timestamp() == self.at => {
                Some(Occurrence::First)
            }
            Ok(LocalTime::Repeated { .. }) => Some(Occurrence::Second),
            _ => None,
        }
    }
}

/// An event as the database stores it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Event {
    pub id: EventId,
    pub network: NetworkId,
    pub slug: Slug,
    pub state: EventState,
    /// Why it was cancelled, as the registered people are told.
    pub cancel_reason: Option<Text<2_000>>,
    pub details: EventDetails,
    /// The secret part of the link of an event that is visible by link.
    pub link_key: String,
    /// RFC 5545 §3.8.4.7. Never changes.
    pub calendar_uid: String,
    /// RFC 5545 §3.8.7.4. Rises when time, place or status change after publication.
    pub sequence: u32,
    /// The network's sender address when the event was created. The event's calendar address is made
    /// from it. Never changes.
    pub organizer: EmailAddress,
    /// The part of the organiser's calendar address that cannot be guessed. Never changes.
    pub organizer_token: String,
    /// Counts the edits; a change names the one it was made from.
    pub revision: i64,
}

impl Event {
    /// Whether everybody may register by the form at this instant, seats aside.
    pub fn registration_is_open(&self, now: Timestamp) -> bool {
        !self.is_by_invitation()
            && self.takes_answers(now)
            && self.details.opens.is_none_or(|opens| now >= opens.at)
    }

    /// Whether invited people may register at this instant, seats aside. They need not wait until the form opens.
    pub fn takes_answers(&self, now: Timestamp) -> bool {
        let EventDetails { closes, starts, .. } = &self.details;
        self.state == EventState::Published
            && closes.is_none_or(|closes| now < closes.at)
            // Whoever registered later could never confirm.
            && now < starts.at
    }

    /// Whether only those come who were invited, or whom an organiser added.
    pub fn is_by_invitation(&self) -> bool {
        self.details.visibility == Visibility::Invitation
            || self.details.admission == Admission::Invited
    }

    /// Whether the event has ended.
    pub fn is_over(&self, now: Timestamp) -> bool {
        self.details.ends.at <= now
    }

    /// Whether the event takes place and has not begun: whether seats can still be given.
    pub fn gives_seats(&self, now: Timestamp) -> bool {
        self.state == EventState::Published && now < self.details.starts.at
    }
}
