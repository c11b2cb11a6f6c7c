//! What an organiser enters about an event.

use model::{Contingent, Network};
use planner::events::AgendaShift;
use serde::{Deserialize, Serialize};

use super::local_datetime::{shown, which};

/// What an organiser enters about an event, as it is typed.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct EventForm {
    /// The event that is changed; nothing for a new one.
    pub event: String,
    /// The event that a new one is made from.
    pub from: String,
    /// The network of a new one.
    pub network: String,
    pub revision: String,
    pub kind: String,
    pub title: String,
    pub summary: String,
    pub body: String,
    pub language: String,
    pub time_zone: String,
    pub starts_date: String,
    pub starts_time: String,
    pub starts_which: String,
    pub ends_date: String,
    pub ends_time: String,
    pub ends_which: String,
    pub place_name: String,
    pub place_address: String,
    pub place_room: String,
    pub online_link: String,
    pub capacity: String,
    pub contingents: Vec<ContingentRow>,
    pub opens_date: String,
    pub opens_time: String,
    pub opens_which: String,
    pub closes_date: String,
    pub closes_time: String,
    pub closes_which: String,
    pub visibility: String,
    pub funding_notice: String,
    /// Whether the agenda moves along when the beginning does.
    pub agenda_along: Option<String>,
    /// `yes` once it was said whom a change writes to.
    pub confirmed: String,
}

/// Seats that are held for one organisation.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct ContingentRow {
    pub organisation: String,
    pub seats: String,
}

impl EventForm {
    /// What a new event begins with.
    pub fn new_in(network: &Network) -> Self {
        Self {
            network: network.id.to_string(),
            kind: model::EventKind::NetworkMeeting.to_string(),
            language: network.language.to_string(),
            time_zone: network.time_zone.to_string(),
            visibility: model::Visibility::Public.to_string(),
            ..Self::default()
        }
    }

    /// What is stored.
    pub fn of(event: &model::Event) -> Self {
        let details = &event.details;
        let zone = &details.time_zone;
        let text = |line: Option<String>| line.unwrap_or_default();
        let (starts_date, starts_time) = shown(Some(details.starts));
        let (ends_date, ends_time) = shown(Some(details.ends));
        let (opens_date, opens_time) = shown(details.opens);
        let (closes_date, closes_time) = shown(details.closes);
        Self {
            event: event.id.to_string(),
            network: event.network.to_string(),
            kind: details.kind.to_string(),
            title: details.title.to_string(),
            summary: details.summary.to_string(),
            body: details.body.to_string(),
            language: details.language.to_string(),
            time_zone: details.time_zone.to_string(),
            starts_date,
            starts_time,
            starts_which: which(details.starts, zone),
            ends_date,
            ends_time,
            ends_which: which(details.ends, zone),
            place_name: text(details.place.name.as_ref().map(ToString::to_string)),
            place_address: text(details.place.address.as_ref().map(ToString::to_string)),
            place_room: text(details.place.room.as_ref().map(ToString::to_string)),
            online_link: text(details.place.online_link.as_ref().map(ToString::to_string)),
            capacity: text(details.capacity.map(|seats| seats.to_string())),
            contingents: details.contingents.iter().map(ContingentRow::of).collect(),
            opens_date,
            opens_time,
            opens_which: details
                .opens
                .map(|opens| which(opens, zone))
                .unwrap_or_default(),
            closes_date,
            closes_time,
            closes_which: details
                .closes
                .map(|closes| which(closes, zone))
                .unwrap_or_default(),
            visibility: details.visibility.to_string(),
            funding_notice: details.funding_notice.to_string(),
            agenda_along: Some("on".to_owned()),
            ..Self::default()
        }
    }

    /// With some fields as they are stored, by the names the planner gives them.
    #[must_use]
    pub fn taking_over(mut self, fields: &[&str], stored: &Self) -> Self {
        for field in fields {
            match *field {
                "kind" => self.kind.clone_from(&stored.kind),
                "title" => self.title.clone_from(&stored.title),
                "summary" => self.summary.clone_from(&stored.summary),
                "body" => self.body.clone_from(&stored.body),
                "language" => self.language.clone_from(&stored.language),
                "time_zone" => self.time_zone.clone_from(&stored.time_zone),
                "starts" => {
                    self.starts_date.clone_from(&stored.starts_date);
                    self.starts_time.clone_from(&stored.starts_time);
                    self.starts_which.clone_from(&stored.starts_which);
                }
                "ends" => {
                    self.ends_date.clone_from(&stored.ends_date);
                    self.ends_time.clone_from(&stored.ends_time);
                    self.ends_which.clone_from(&stored.ends_which);
                }
                "opens" => {
                    self.opens_date.clone_from(&stored.opens_date);
                    self.opens_time.clone_from(&stored.opens_time);
                    self.opens_which.clone_from(&stored.opens_which);
                }
                "closes" => {
                    self.closes_date.clone_from(&stored.closes_date);
                    self.closes_time.clone_from(&stored.closes_time);
                    self.closes_which.clone_from(&stored.closes_which);
                }
                "place_name" => self.place_name.clone_from(&stored.place_name),
                "place_address" => self.place_address.clone_from(&stored.place_address),
                "place_room" => self.place_room.clone_from(&stored.place_room),
                "online_link" => self.online_link.clone_from(&stored.online_link),
                "capacity" => self.capacity.clone_from(&stored.capacity),
                "contingents" => self.contingents.clone_from(&stored.contingents),
                "visibility" => self.visibility.clone_from(&stored.visibility),
                "funding_notice" => self.funding_notice.clone_from(&stored.funding_notice),
                // In no form: the event's state.
                _ => {}
            }
        }
        self
    }

    /// What is stored, as the beginning of a new event: without what belongs to the old date.
    pub fn made_from(event: &model::Event) -> Self {
        Self {
            event: String::new(),
            from: event.id.to_string(),
            starts_date: String::new(),
            starts_which: String::new(),
            ends_date: String::new(),
            ends_which: String::new(),
            opens_date: String::new(),
            opens_time: String::new(),
            closes_date: String::new(),
            closes_time: String::new(),
            ..Self::of(event)
        }
    }

    /// Whether the agenda moves along.
    pub fn agenda(&self) -> AgendaShift {
        if self.agenda_along.is_some() {
            AgendaShift::WithEvent
        } else {
            AgendaShift::None
        }
    }
}

impl ContingentRow {
    fn of(contingent: &Contingent) -> Self {
        Self {
            organisation: contingent.organisation.to_string(),
            seats: contingent.seats.to_string(),
        }
    }
}
