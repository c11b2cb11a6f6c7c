//! A network and the people who run it.

use serde::{Deserialize, Serialize};

use crate::{
    EmailAddress, EventId, Hue, IanaTimeZone, Language, Line, Logo, MemberId, NetworkId, OwnWords,
    Slug, Text, string_enum::string_enum,
};

/// The owner of events, people and settings.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Network {
    pub id: NetworkId,
    pub slug: Slug,
    pub name: Line<200>,
    /// The human name in the From line of mails and as the organiser of calendar entries.
    pub sender_name: Line<200>,
    /// The address mails come from. Its domain is the one that replies and answers go to.
    pub sender_address: EmailAddress,
    /// Where a person's reply goes, if not to the sender address.
    pub reply_to: Option<EmailAddress>,
    /// Markdown.
    pub imprint: Text,
    /// The privacy text a person agrees to when registering. Markdown.
    pub privacy: Text,
    /// Counts up with every change of the privacy text: a consent names the version it was given to.
    pub privacy_version: u32,
    /// The notice that the funder asks for, unless an event has its own.
    pub funding_notice: Text<2_000>,
    /// The zone that new events take place in.
    pub time_zone: IanaTimeZone,
    pub language: Language,
    pub hue: Hue,
    /// In the order of display. They change apart from the settings and have no revision.
    pub logos: Vec<Logo>,
    /// In automatic mails. Like the logos, they have no revision.
    pub own_words: Vec<OwnWords>,
    /// Counts the edits; a change names the one it was made from.
    pub revision: i64,
}

impl Network {
    /// What a list of events shows of it.
    pub fn head(&self) -> NetworkHead {
        NetworkHead {
            id: self.id,
            slug: self.slug.clone(),
            name: self.name.clone(),
            funding_notice: self.funding_notice.clone(),
            time_zone: self.time_zone.clone(),
            language: self.language,
            hue: self.hue,
            logos: self.logos.clone(),
        }
    }
}

/// The parts of a network that a list of events shows. The legal texts stay in the database.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NetworkHead {
    pub id: NetworkId,
    pub slug: Slug,
    pub name: Line<200>,
    pub funding_notice: Text<2_000>,
    pub time_zone: IanaTimeZone,
    pub language: Language,
    pub hue: Hue,
    pub logos: Vec<Logo>,
}

string_enum! {
    /// What a member may do in a network. Each role may do what those after it may.
    Role {
        /// Everything, members and settings included.
        Owner = "owner",
        /// Plans events and manages registrations.
        Organiser = "organiser",
        /// Helps with events: sees lists, checks people in.
        Helper = "helper",
        /// Sees events and lists.
        Reader = "reader",
        /// Sees the events that they help with, and nothing else of the network.
        EventOnly = "event only",
    }
}

impl Role {
    /// The roles in a whole network.
    pub const OF_NETWORK: [Self; 4] = [Self::Owner, Self::Organiser, Self::Helper, Self::Reader];
}

string_enum! {
    /// What a member may do at one event, besides what their role in the network allows.
    EventRole {
        /// Helps on the day: sees the lists, checks people in.
        Helper = "helper",
        /// Hosts a table: sees the event.
        Host = "host",
    }
}

impl EventRole {
    /// The role in a network that may do as much.
    pub const fn as_role(self) -> Role {
        match self {
            Self::Helper => Role::Helper,
            Self::Host => Role::Reader,
        }
    }
}

/// A person with an account and a role in a network.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Member {
    pub id: MemberId,
    pub network: NetworkId,
    pub name: Line<200>,
    pub address: EmailAddress,
    pub role: Role,
    pub language: Language,
}

/// A membership of a person, with the name of the network.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Membership {
    pub member: Member,
    pub network_name: Line<200>,
    /// Roles at single events of the network.
    pub events: Vec<(EventId, EventRole)>,
}
