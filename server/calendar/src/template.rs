//! Writes the messages about one event.

use std::sync::Arc;

use icalendar::{Component as _, EventStatus, Property};
use jiff::{Timestamp, Zoned};

use crate::{
    CalendarError, CalendarUser, CancelScope, EventProperties, ItipMessage, Method, Revision,
    Status, date_time, fold, text, vtimezone,
};

/// Identifies the product without its version: clients recognise senders by it, and an update must not
/// make every event look changed (RFC 5545 §3.7.3).
const PRODID: &str = "-//Treffpunkt//Treffpunkt//DE";

/// A checked event with its `VTIMEZONE`. Writes a message per recipient; clones share one value.
///
/// `icalendar` writes the `VEVENT`: order, escaping and quoting. It cannot write the rest, because it
/// gives every component a `DTSTAMP` from the system clock and a random `UID`, which `VTIMEZONE` must
/// not have (RFC 5545 §3.6.5).
#[derive(Debug, Clone)]
pub struct EventTemplate(Arc<Shared>);

#[derive(Debug)]
struct Shared {
    vevent: icalendar::Event,
    organizer: Property,
    /// `None` if no time refers to a zone.
    zone: Option<ZoneSpan>,
}

/// A zone with the time in which events refer to it.
#[derive(Debug, Clone)]
struct ZoneSpan {
    tzid: String,
    start: Zoned,
    end: Zoned,
    /// Folded content lines of the `VTIMEZONE`.
    component: String,
}

impl ZoneSpan {
    fn new(tzid: &str, start: &Zoned, end: &Zoned) -> Self {
        let mut component = String::new();
        for line in vtimezone::component(tzid, start, end) {
            fold::fold(&line, &mut component);
        }
        Self {
            tzid: tzid.to_owned(),
            start: start.clone(),
            end: end.clone(),
            component,
        }
    }

    /// The zone in the time of both, if it is the same zone.
    fn joined(&self, other: &Self) -> Option<Self> {
        (self.tzid == other.tzid).then(|| {
            let start = (&self.start).min(&other.start);
            let end = (&self.end).max(&other.end);
            Self::new(&self.tzid, start, end)
        })
    }
}

/// An event of a file to download.
#[derive(Debug, Clone)]
pub struct FileEntry {
    pub template: EventTemplate,
    pub revision: Revision,
    pub status: Status,
}

/// Writes events as a file to download: a calendar object that is no message (RFC 5545 §3.4).
///
/// It has no `METHOD`, `ORGANIZER` or `ATTENDEE`: nobody schedules with it, and a calendar that has the invitations
/// keeps theirs. The UIDs are the invitations', so a calendar that has both shows each event once.
pub fn file(entries: &[FileEntry]) -> Result<Vec<u8>, CalendarError> {
    let mut zones: Vec<ZoneSpan> = Vec::new();
    let mut vevents = Vec::new();
    for entry in entries {
        let mut vevent = entry.template.revised(entry.revision)?;
        vevent.status(match entry.status {
            Status::Tentative => EventStatus::Tentative,
            Status::Confirmed => EventStatus::Confirmed,
            Status::Cancelled => EventStatus::Cancelled,
        });
        vevents.push(vevent);
        let Some(zone) = &entry.template.0.zone else {
            continue;
        };
        let mut joined = zones.iter_mut();
        match joined.find_map(|known| Some((known.joined(zone)?, known))) {
            Some((both, known)) => *known = both,
            None => zones.push(zone.clone()),
        }
    }
    let zones: Vec<&str> = zones.iter().map(|zone| zone.component.as_str()).collect();
    Ok(calendar(None, &zones, &vevents))
}

impl EventTemplate {
    /// Checks the event and computes its `VTIMEZONE`.
    pub fn new(event: &EventProperties) -> Result<Self, CalendarError> {
        let start = &event.start;
        if event.end.timestamp().as_second() <= start.timestamp().as_second() {
            return Err(CalendarError::EndNotAfterStart);
        }
        let end = event.end.with_time_zone(start.time_zone().clone());
        // jiff's years end with 9999, as iCalendar's do.
        if start.year() < 1970 {
            return Err(CalendarError::BeforeEpoch);
        }
        let tzid = vtimezone::tzid(start.time_zone())?;
        let times = [
            date_time_property("DTSTART", start, tzid),
            date_time_property("DTEND", &end, tzid),
        ];
        let has_zone = times.iter().any(|time| time.params().contains_key("TZID"));
        Ok(Self(Arc::new(Shared {
            vevent: vevent(event, times)?,
            organizer: user_property("ORGANIZER", &event.organizer)
                .ok_or(CalendarError::InvalidOrganizer)?,
            zone: has_zone.then(|| ZoneSpan::new(tzid, start, &end)),
        })))
    }

    /// The same event with a note at the end of its description, for those whom alone it concerns.
    #[must_use]
    pub fn with_note(&self, note: &str) -> Self {
        let note = text::multi_line(note);
        if note.is_empty() {
            return self.clone();
        }
        let mut vevent = self.0.vevent.clone();
        let description = match vevent.get_description() {
            Some(description) => format!("{description}\n\n{note}"),
            None => note,
        };
        vevent.description(&description);
        Self(Arc::new(Shared {
            vevent,
            organizer: self.0.organizer.clone(),
            zone: self.0.zone.clone(),
        }))
    }

    /// Invites an attendee or updates the invitation: `METHOD:REQUEST` (RFC 5546 §3.2.2).
    ///
    /// An update has the same UID, a higher [`Revision::sequence`] and a new [`Revision::dtstamp`]. If only the
    /// description changed, the SEQUENCE stays, and answers that were given stay valid (RFC 5546 §2.1.4).
    pub fn request(
        &self,
        attendee: &CalendarUser,
        revision: Revision,
    ) -> Result<ItipMessage, CalendarError> {
        let mut vevent = self.revised(revision)?;
        vevent.append_property(self.0.organizer.clone());
        vevent.status(EventStatus::Confirmed);
        let mut attendee = attendee_property(attendee)?;
        attendee
            .add_parameter("CUTYPE", "INDIVIDUAL")
            .add_parameter("ROLE", "REQ-PARTICIPANT")
            .add_parameter("PARTSTAT", "NEEDS-ACTION")
            .add_parameter("RSVP", "TRUE");
        vevent.append_property(attendee);
        Ok(self.message(Method::Request, &vevent))
    }

    /// Withdraws an attendee's invitation: `METHOD:CANCEL` (RFC 5546 §3.2.5). Clients ignore it unless
    /// [`Revision::sequence`] is higher than the attendee's last one.
    pub fn cancel(
        &self,
        attendee: &CalendarUser,
        revision: Revision,
        scope: CancelScope,
    ) -> Result<ItipMessage, CalendarError> {
        let mut vevent = self.revised(revision)?;
        vevent.append_property(self.0.organizer.clone());
        match scope {
            CancelScope::Event => {
                vevent.status(EventStatus::Cancelled);
            }
            CancelScope::Attendee => {}
        }
        vevent.append_property(attendee_property(attendee)?);
        Ok(self.message(Method::Cancel, &vevent))
    }

    fn revised(
        &self,
        Revision { sequence, dtstamp }: Revision,
    ) -> Result<icalendar::Event, CalendarError> {
        // RFC 5545 §3.3.8: an integer has 32 bits with a sign.
        if i32::try_from(sequence).is_err() {
            return Err(CalendarError::SequenceOverflow);
        }
        if dtstamp < Timestamp::UNIX_EPOCH {
            return Err(CalendarError::BeforeEpoch);
        }
        let mut vevent = self.0.vevent.clone();
        vevent
            .append_property(Property::new("SEQUENCE", sequence.to_string()))
            .append_property(Property::new("DTSTAMP", date_time::utc(dtstamp)));
        Ok(vevent)
    }

    fn message(&self, method: Method, vevent: &icalendar::Event) -> ItipMessage {
        let zones: Vec<&str> = self
            .0
            .zone
            .iter()
            .map(|zone| zone.component.as_str())
            .collect();
        ItipMessage {
            method,
            bytes: calendar(Some(method), &zones, std::slice::from_ref(vevent)),
        }
    }
}

fn calendar(method: Option<Method>, zones: &[&str], vevents: &[icalendar::Event]) -> Vec<u8> {
    let mut text =
        format!("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:{PRODID}\r\nCALSCALE:GREGORIAN\r\n");
    if let Some(method) = method {
        fold::fold(&format!("METHOD:{method}"), &mut text);
    }
    for zone in zones {
        text.push_str(zone);
    }
    for vevent in vevents {
        for line in vevent.to_string().replace("\r\n ", "").lines() {
            fold::fold(line, &mut text);
        }
    }
    text.push_str("END:VCALENDAR\r\n");
    text.into_bytes()
}

fn vevent(
    event: &EventProperties,
    times: [Property; 2],
) -> Result<icalendar::Event, CalendarError> {
    let mut vevent = icalendar::Event::new();
    vevent.uid(checked_uid(&event.uid)?);
    for time in times {
        vevent.append_property(time);
    }
    let summary = text::single_line(&event.summary);
    if summary.is_empty() {
        return Err(CalendarError::EmptySummary);
    }
    vevent.summary(&summary);
    let description = text::multi_line(&event.description);
    if !description.is_empty() {
        vevent.description(&description);
    }
    let location = event.location.as_deref().map(text::single_line);
    if let Some(location) = location.filter(|location| !location.is_empty()) {
        vevent.append_property(Property::new("LOCATION", location));
    }
    if let Some(url) = &event.url {
        vevent.url(&text::http_uri(url).ok_or(CalendarError::InvalidUrl)?);
    }
    Ok(vevent)
}

fn checked_uid(uid: &str) -> Result<&str, CalendarError> {
    // 255 is the limit of RFC 7986 §5.3. No calendar, mail header, file name or CalDAV path has to
    // escape these characters.
    let is_plain = |b: u8| b.is_ascii_alphanumeric() || b"-._@".contains(&b);
    if (1..=255).contains(&uid.len()) && uid.bytes().all(is_plain) {
        Ok(uid)
    } else {
        Err(CalendarError::InvalidUid)
    }
}

/// A local time with its zone. UTC if the zone is UTC, or if the local time is ambiguous: a client could
/// choose the wrong one of both instants.
fn date_time_property(name: &str, at: &Zoned, tzid: &str) -> Property {
    let is_ambiguous = at
        .time_zone()
        .to_ambiguous_zoned(at.datetime())
        .is_ambiguous();
    if is_ambiguous || tzid == vtimezone::UTC {
        return Property::new(name, date_time::utc(at.timestamp()));
    }
    let mut property = Property::new(name, date_time::local(at.datetime()));
    property.add_parameter("TZID", tzid);
    property
}

fn attendee_property(attendee: &CalendarUser) -> Result<Property, CalendarError> {
    user_property("ATTENDEE", attendee).ok_or(CalendarError::InvalidAttendee)
}

fn user_property(name: &str, user: &CalendarUser) -> Option<Property> {
    let mut property = Property::new(name, text::mailto_uri(&user.address)?);
    let common_name = text::parameter_value(&user.name);
    if !common_name.is_empty() {
        property.add_parameter("CN", &common_name);
    }
    Some(property)
}
