//! What an organiser enters about an event.

use std::collections::HashSet;

use model::{
    Contingent, EventDetails, Fault, Faults, Line, Network, Organisation, OrganisationId, Place,
    Text, local,
};
use planner::events::AgendaGoes;
use serde::{Deserialize, Serialize};

use super::moment::{Entered, shown, which};

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
        let zone = details.time_zone.as_str();
        let text = |line: Option<String>| line.unwrap_or_default();
        let (starts_date, starts_time) = shown(Some(&details.starts));
        let (ends_date, ends_time) = shown(Some(&details.ends));
        let (opens_date, opens_time) = shown(details.opens.as_ref());
        let (closes_date, closes_time) = shown(details.closes.as_ref());
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
            starts_which: which(&details.starts, zone),
            ends_date,
            ends_time,
            ends_which: which(&details.ends, zone),
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
                .as_ref()
                .map(|when| which(when, zone))
                .unwrap_or_default(),
            closes_date,
            closes_time,
            closes_which: details
                .closes
                .as_ref()
                .map(|when| which(when, zone))
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
    pub fn agenda(&self) -> AgendaGoes {
        if self.agenda_along.is_some() {
            AgendaGoes::Along
        } else {
            AgendaGoes::Nowhere
        }
    }

    /// The value; or everything that is wrong, each with the field it is in.
    pub fn parse(&self, organisations: &[Organisation]) -> Result<EventDetails, Faults> {
        let mut faults = Faults::none();
        let no_choice = |_| Fault::NoSuchChoice;
        let kind = faults.keep("kind", self.kind.parse().map_err(no_choice));
        let title = faults.keep("title", Line::parse(&self.title));
        let summary = faults.keep("summary", Text::parse(&self.summary));
        let body = faults.keep("body", Text::parse(&self.body));
        let language = faults.keep("language", self.language.parse().map_err(no_choice));
        let zone = faults.keep("time_zone", local::zone(&self.time_zone));
        let time_zone = faults
            .keep("time_zone", Line::parse(&self.time_zone))
            .filter(|_| zone.is_some());
        let zone = zone.as_ref();
        let starts = self.starts().parse(zone, &mut faults);
        // Most events end on the day they begin.
        let ends = self.ends().parse(zone, &mut faults);
        let opens = self.opens().optional(zone, "00:00", &mut faults);
        let closes = self.closes().optional(zone, "23:59", &mut faults);
        // A date alone means that day; on the last one, until the event is over.
        let closes = closes.map(|closes| match (closes, &ends) {
            (Some(closes), Some(ends)) if self.closes_time.trim().is_empty() => {
                Some(if closes.local[..10] == ends.local[..10] {
                    ends.clone()
                } else {
                    closes
                })
            }
            (closes, _) => closes,
        });
        let place = self.place(&mut faults);
        let capacity = faults.keep("capacity", number(&self.capacity, 1, 100_000));
        let contingents = self.contingents(organisations, &mut faults);
        let visibility = faults.keep("visibility", self.visibility.parse().map_err(no_choice));
        let funding_notice = faults.keep("funding_notice", Text::parse(&self.funding_notice));
        let details = (|| {
            Some(EventDetails {
                kind: kind?,
                title: title?,
                summary: summary?,
                body: body?,
                language: language?,
                time_zone: time_zone?,
                starts: starts?,
                ends: ends?,
                place: place?,
                capacity: capacity?,
                contingents: contingents?,
                opens: opens?,
                closes: closes?,
                visibility: visibility?,
                funding_notice: funding_notice?,
            })
        })();
        if let Some(details) = &details {
            faults.extend(together(details));
        }
        faults.or(details)
    }

    fn starts(&self) -> Entered<'_> {
        let (date, time, which) = (&self.starts_date, &self.starts_time, &self.starts_which);
        Entered {
            name: "starts",
            date,
            time,
            which,
        }
    }

    fn ends(&self) -> Entered<'_> {
        let date = if self.ends_date.trim().is_empty() {
            &self.starts_date
        } else {
            &self.ends_date
        };
        Entered {
            name: "ends",
            date,
            time: &self.ends_time,
            which: &self.ends_which,
        }
    }

    fn opens(&self) -> Entered<'_> {
        let (date, time, which) = (&self.opens_date, &self.opens_time, &self.opens_which);
        Entered {
            name: "opens",
            date,
            time,
            which,
        }
    }

    fn closes(&self) -> Entered<'_> {
        let (date, time, which) = (&self.closes_date, &self.closes_time, &self.closes_which);
        Entered {
            name: "closes",
            date,
            time,
            which,
        }
    }

    fn place(&self, faults: &mut Faults) -> Option<Place> {
        let name = faults.keep("place_name", Line::optional(&self.place_name));
        let address = faults.keep("place_address", Line::optional(&self.place_address));
        let room = faults.keep("place_room", Line::optional(&self.place_room));
        let link = Line::optional(&self.online_link).and_then(|link| match link {
            Some(link) if !is_web_address(link.as_str()) => Err(Fault::NoUrl),
            link => Ok(link),
        });
        let online_link = faults.keep("online_link", link);
        Some(Place {
            name: name?,
            address: address?,
            room: room?,
            online_link: online_link?,
        })
    }

    fn contingents(
        &self,
        organisations: &[Organisation],
        faults: &mut Faults,
    ) -> Option<Vec<Contingent>> {
        let mut seen = HashSet::new();
        let mut contingents = Some(Vec::new());
        for (
            row,
            ContingentRow {
                organisation,
                seats,
            },
        ) in self.contingents.iter().enumerate()
        {
            if organisation.is_empty() && seats.trim().is_empty() {
                continue;
            }
            let known = organisation.parse::<OrganisationId>().ok();
            let known = known.filter(|id| organisations.iter().any(|known| known.id == *id));
            let organisation = match known {
                Some(id) if seen.insert(id) => Ok(id),
                Some(_) => Err(Fault::Twice),
                None if organisation.is_empty() => Err(Fault::Missing),
                None => Err(Fault::NoSuchChoice),
            };
            let organisation =
                faults.keep(&format!("contingents[{row}][organisation]"), organisation);
            let seats = number(seats, 1, 100_000).and_then(|seats| seats.ok_or(Fault::Missing));
            let seats = faults.keep(&format!("contingents[{row}][seats]"), seats);
            match (organisation.zip(seats), &mut contingents) {
                (Some((organisation, seats)), Some(contingents)) => {
                    contingents.push(Contingent {
                        organisation,
                        seats,
                    });
                }
                _ => contingents = None,
            }
        }
        contingents
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

/// What each field allows, but not all of them together.
fn together(details: &EventDetails) -> Faults {
    let mut faults = Faults::none();
    if details.ends.at <= details.starts.at {
        faults.add("ends_time", Fault::EndsBeforeStart);
    }
    if details
        .closes
        .as_ref()
        .is_some_and(|closes| closes.at > details.ends.at)
    {
        faults.add("closes_date", Fault::WindowOutside);
    }
    if let (Some(opens), Some(closes)) = (&details.opens, &details.closes)
        && opens.at >= closes.at
    {
        faults.add("closes_date", Fault::WindowOutside);
    }
    if details
        .opens
        .as_ref()
        .is_some_and(|opens| opens.at >= details.ends.at)
    {
        faults.add("opens_date", Fault::WindowOutside);
    }
    let held = details
        .contingents
        .iter()
        .map(|contingent| contingent.seats)
        .sum::<u32>();
    if let Some(capacity) = details.capacity.filter(|capacity| held > *capacity) {
        faults.add("capacity", Fault::ContingentsExceedCapacity { capacity });
    }
    faults
}

/// A whole number, if one was entered.
pub(crate) fn number(text: &str, least: u32, most: u32) -> Result<Option<u32>, Fault> {
    let text = text.trim();
    if text.is_empty() {
        return Ok(None);
    }
    let number: i64 = text.parse().map_err(|_| Fault::NoNumber)?;
    u32::try_from(number)
        .ok()
        .filter(|number| (least..=most).contains(number))
        .map(Some)
        .ok_or(Fault::OutOfRange {
            least: least.into(),
            most: most.into(),
        })
}

/// Whether a link leads to a web page: nothing else may become a link on ours.
fn is_web_address(link: &str) -> bool {
    let rest = link
        .strip_prefix("https://")
        .or_else(|| link.strip_prefix("http://"));
    rest.is_some_and(|rest| {
        !rest.is_empty() && !rest.starts_with('/') && !rest.contains(char::is_whitespace)
    })
}
