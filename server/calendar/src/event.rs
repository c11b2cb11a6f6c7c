//! The calendar object of an [`Entry`]: which properties a message of which method has.

use icalendar::{Component, Event, EventStatus, Property};
use jiff::{Timestamp, Zoned};

use crate::entry::{Entry, EntryError, Method, Party, Status};
use crate::{fold, text, zone};

/// Names the program, not its version: mail and calendar programs know senders by it, and an
/// update must not make every entry look changed (RFC 5545 §3.7.3).
const PRODID: &str = "-//Treffpunkt//Treffpunkt//DE";

/// The whole object. `status` is the event's; without one, nothing is said about it.
///
/// `icalendar` writes the `VEVENT`: order, escaping and quoting. It cannot write what is around it,
/// because it gives every component a `DTSTAMP` from the system clock and a random `UID`, which
/// `VTIMEZONE` must not have (RFC 5545 §3.6.5).
pub(crate) fn write(
    entry: &Entry,
    method: Method,
    status: Option<Status>,
) -> Result<Vec<u8>, EntryError> {
    let (starts, ends) = (&entry.starts, &entry.ends);
    if ends.timestamp().as_second() <= starts.timestamp().as_second() {
        return Err(EntryError::EndsTooEarly);
    }
    let ends = ends.with_time_zone(starts.time_zone().clone());
    // jiff's years end with 9999, as iCalendar's do.
    if starts.year() < 1970 || entry.stamp < Timestamp::UNIX_EPOCH {
        return Err(EntryError::Year);
    }
    let name = zone::name(starts.time_zone())?;
    let event = vevent(entry, method, status, [starts, &ends], name)?;
    let zone = if event.contains(";TZID=") {
        zone::component(name, starts, &ends)
    } else {
        Vec::new()
    };

    let mut lines = vec![
        "BEGIN:VCALENDAR".to_owned(),
        "VERSION:2.0".to_owned(),
        format!("PRODID:{PRODID}"),
        "CALSCALE:GREGORIAN".to_owned(),
        format!("METHOD:{method}"),
    ];
    lines.extend(zone);
    lines.extend(event.replace("\r\n ", "").lines().map(str::to_owned));
    lines.push("END:VCALENDAR".to_owned());

    let mut out = String::new();
    for line in &lines {
        fold::fold(line, &mut out);
    }
    Ok(out.into_bytes())
}

fn vevent(
    entry: &Entry,
    method: Method,
    status: Option<Status>,
    [starts, ends]: [&Zoned; 2],
    zone: &str,
) -> Result<String, EntryError> {
    let mut event = Event::new();
    event
        .uid(uid(&entry.uid)?)
        .append_property(Property::new(
            "SEQUENCE",
            sequence(entry.sequence)?.to_string(),
        ))
        .append_property(Property::new("DTSTAMP", zone::utc(entry.stamp)))
        .append_property(moment("DTSTART", starts, zone))
        .append_property(moment("DTEND", ends, zone));
    let title = text::single_line(&entry.title);
    if title.is_empty() {
        return Err(EntryError::NoTitle);
    }
    event.summary(&title);
    let description = text::multi_line(&entry.description);
    if !description.is_empty() {
        event.description(&description);
    }
    let location = entry.location.as_deref().map(text::single_line);
    if let Some(location) = location.filter(|location| !location.is_empty()) {
        event.append_property(Property::new("LOCATION", location));
    }
    if let Some(url) = &entry.url {
        event.url(&text::web_address(url).ok_or(EntryError::Url)?);
    }
    if let Some(status) = status {
        event.status(match status {
            Status::Tentative => EventStatus::Tentative,
            Status::Confirmed => EventStatus::Confirmed,
            Status::Cancelled => EventStatus::Cancelled,
        });
    }
    let organizer = party("ORGANIZER", &entry.organizer).ok_or(EntryError::OrganizerAddress)?;
    event.append_property(organizer);
    if method != Method::Publish {
        let who = entry.attendee.as_ref().ok_or(EntryError::NoAttendee)?;
        let mut attendee = party("ATTENDEE", who).ok_or(EntryError::AttendeeAddress)?;
        if method == Method::Request {
            attendee
                .add_parameter("CUTYPE", "INDIVIDUAL")
                .add_parameter("ROLE", "REQ-PARTICIPANT")
                .add_parameter("PARTSTAT", "NEEDS-ACTION")
                .add_parameter("RSVP", "TRUE");
        }
        event.append_property(attendee);
    }
    Ok(event.to_string())
}

fn uid(uid: &str) -> Result<&str, EntryError> {
    // 255 is the limit of RFC 7986 §5.3. The characters are those that no calendar, mail header,
    // file name or CalDAV path has to escape.
    let plain = |b: u8| b.is_ascii_alphanumeric() || b"-._@".contains(&b);
    if (1..=255).contains(&uid.len()) && uid.bytes().all(plain) {
        Ok(uid)
    } else {
        Err(EntryError::Uid)
    }
}

fn sequence(sequence: u32) -> Result<u32, EntryError> {
    // RFC 5545 §3.3.8
    if i32::try_from(sequence).is_ok() {
        Ok(sequence)
    } else {
        Err(EntryError::Sequence)
    }
}

/// A local time with its zone; or UTC, where the zone is UTC and where the clock shows the same time
/// twice, because a reader could take it for the other one.
fn moment(property: &str, at: &Zoned, zone: &str) -> Property {
    let twice = at
        .time_zone()
        .to_ambiguous_zoned(at.datetime())
        .is_ambiguous();
    if twice || zone == zone::UTC {
        return Property::new(property, zone::utc(at.timestamp()));
    }
    let mut local = Property::new(property, zone::local(at.datetime()));
    local.add_parameter("TZID", zone);
    local
}

fn party(property: &str, party: &Party) -> Option<Property> {
    let mut property = Property::new(property, text::mailto(&party.address)?);
    let name = text::parameter(&party.name);
    if !name.is_empty() {
        property.add_parameter("CN", &name);
    }
    Some(property)
}
