//! The form of an event.

use model::{Contingent, EventChange, EventDetails, EventTime, Network, Place};
use planner::events::{AgendaShift, Confirmation, SaveOptions};
use serde::{Deserialize, Serialize};

use super::local_datetime::{shown, which};

/// The form of an event, with its values as typed.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct EventForm {
    /// The id of the event. Empty for a new event.
    pub event: String,
    /// The id of the event that a new one is copied from.
    pub from: String,
    /// The id of the network of a new event.
    pub network: String,
    pub revision: String,
    pub kind: String,
    pub title: String,
    pub summary: String,
    pub plain_language: String,
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
    pub admission: String,
    pub colleagues: String,
    pub funding_notice: String,
    /// A checkbox: whether the agenda moves when the beginning of the event moves.
    pub agenda_along: Option<String>,
    /// `yes` if the organiser has confirmed the mails that the change sends, `silent` if none is to be sent about
    /// it.
    pub confirmed: String,
    /// The button: [`MORE_ROWS`], or empty to save.
    #[serde(rename = "do")]
    pub action: String,
}

/// The button that shows more empty rows of contingents.
pub const MORE_ROWS: &str = "rows";

/// A row of the form: seats held for one organisation.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct ContingentRow {
    pub organisation: String,
    pub seats: String,
}

impl EventForm {
    /// The form of a new event, with the network's defaults.
    pub fn new_in(network: &Network) -> Self {
        Self {
            network: network.id.to_string(),
            kind: model::EventKind::NetworkMeeting.to_string(),
            language: network.language.to_string(),
            time_zone: network.time_zone.to_string(),
            visibility: model::Visibility::Public.to_string(),
            admission: model::Admission::Open.to_string(),
            colleagues: model::ColleagueConfirmation::Each.to_string(),
            ..Self::default()
        }
    }

    /// The stored values.
    pub fn of(event: &model::Event) -> Self {
        let EventDetails {
            kind,
            title,
            summary,
            plain_language,
            body,
            language,
            time_zone,
            starts,
            ends,
            place:
                Place {
                    name,
                    address,
                    room,
                    online_link,
                },
            capacity,
            contingents,
            opens,
            closes,
            visibility,
            admission,
            colleagues,
            funding_notice,
        } = &event.details;
        let which = |time: Option<EventTime>| {
            let which = time.map(|time| which(time, time_zone));
            which.unwrap_or_default()
        };
        let (starts_date, starts_time) = shown(Some(*starts));
        let (ends_date, ends_time) = shown(Some(*ends));
        let (opens_date, opens_time) = shown(*opens);
        let (closes_date, closes_time) = shown(*closes);
        Self {
            event: event.id.to_string(),
            network: event.network.to_string(),
            kind: kind.to_string(),
            title: title.to_string(),
            summary: summary.to_string(),
            plain_language: plain_language.to_string(),
            body: body.to_string(),
            language: language.to_string(),
            time_zone: time_zone.to_string(),
            starts_date,
            starts_time,
            starts_which: which(Some(*starts)),
            ends_date,
            ends_time,
            ends_which: which(Some(*ends)),
            place_name: text(name.as_ref()),
            place_address: text(address.as_ref()),
            place_room: text(room.as_ref()),
            online_link: text(online_link.as_ref()),
            capacity: text(capacity.as_ref()),
            contingents: contingents.iter().map(ContingentRow::of).collect(),
            opens_date,
            opens_time,
            opens_which: which(*opens),
            closes_date,
            closes_time,
            closes_which: which(*closes),
            visibility: visibility.to_string(),
            admission: admission.to_string(),
            colleagues: colleagues.to_string(),
            funding_notice: funding_notice.to_string(),
            agenda_along: Some("on".to_owned()),
            ..Self::default()
        }
    }

    /// Replaces the typed values of the changed fields by the stored ones.
    pub fn take_over(&mut self, changes: &[EventChange], stored: &Self) {
        for change in changes {
            match change {
                EventChange::Kind(_) => self.kind.clone_from(&stored.kind),
                EventChange::Title(_) => self.title.clone_from(&stored.title),
                EventChange::Summary(_) => self.summary.clone_from(&stored.summary),
                EventChange::PlainLanguage(_) => {
                    self.plain_language.clone_from(&stored.plain_language);
                }
                EventChange::Body(_) => self.body.clone_from(&stored.body),
                EventChange::Language(_) => self.language.clone_from(&stored.language),
                EventChange::TimeZone(_) => self.time_zone.clone_from(&stored.time_zone),
                EventChange::Starts(_) => {
                    self.starts_date.clone_from(&stored.starts_date);
                    self.starts_time.clone_from(&stored.starts_time);
                    self.starts_which.clone_from(&stored.starts_which);
                }
                EventChange::Ends(_) => {
                    self.ends_date.clone_from(&stored.ends_date);
                    self.ends_time.clone_from(&stored.ends_time);
                    self.ends_which.clone_from(&stored.ends_which);
                }
                EventChange::Opens(_) => {
                    self.opens_date.clone_from(&stored.opens_date);
                    self.opens_time.clone_from(&stored.opens_time);
                    self.opens_which.clone_from(&stored.opens_which);
                }
                EventChange::Closes(_) => {
                    self.closes_date.clone_from(&stored.closes_date);
                    self.closes_time.clone_from(&stored.closes_time);
                    self.closes_which.clone_from(&stored.closes_which);
                }
                EventChange::PlaceName(_) => self.place_name.clone_from(&stored.place_name),
                EventChange::PlaceAddress(_) => {
                    self.place_address.clone_from(&stored.place_address);
                }
                EventChange::PlaceRoom(_) => self.place_room.clone_from(&stored.place_room),
                EventChange::OnlineLink(_) => self.online_link.clone_from(&stored.online_link),
                EventChange::Capacity(_) => self.capacity.clone_from(&stored.capacity),
                EventChange::Contingents(_) => self.contingents.clone_from(&stored.contingents),
                EventChange::Visibility(_) => self.visibility.clone_from(&stored.visibility),
                EventChange::Admission(_) => self.admission.clone_from(&stored.admission),
                EventChange::Colleagues(_) => self.colleagues.clone_from(&stored.colleagues),
                EventChange::FundingNotice(_) => {
                    self.funding_notice.clone_from(&stored.funding_notice);
                }
                // The form has no field for the state.
                EventChange::State(_) => {}
            }
        }
    }

    /// The form of a new event, copied from a stored one without its dates and its online link.
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
            online_link: String::new(),
            ..Self::of(event)
        }
    }

    /// Whether the agenda moves with the event, and whether the organiser has confirmed the mails.
    pub fn save_options(&self) -> SaveOptions {
        SaveOptions {
            agenda: match self.agenda_along {
                Some(_) => AgendaShift::WithEvent,
                None => AgendaShift::None,
            },
            confirmation: match self.confirmed.as_str() {
                "yes" => Confirmation::Given,
                "silent" => Confirmation::WithoutNotice,
                _ => Confirmation::Required,
            },
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

/// The value of an input. Empty for `None`.
fn text(value: Option<&impl ToString>) -> String {
    value.map(ToString::to_string).unwrap_or_default()
}
