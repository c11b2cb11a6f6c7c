//! The meeting of the tests.

use calendar::{
    CalendarError, CalendarUser, CancelScope, EventProperties, EventTemplate, FileEntry, Revision,
    Status,
};
use jiff::{ToSpan, Zoned};

/// A network meeting in Leipzig.
pub fn meeting() -> EventProperties {
    let start: Zoned = "2026-09-15T10:00[Europe/Berlin]".parse().unwrap();
    EventProperties {
        uid: "01990f5e-7c00-7000-8000-000000000002@treffpunkt.example".to_owned(),
        end: &start + 6.hours(),
        start,
        summary: "Netzwerktreffen Sachsen".to_owned(),
        description: "Vorstellung der Teilprojekte, dann Weltcafé.\n\nAgenda: siehe Link."
            .to_owned(),
        location: Some(
            "Haus der Demokratie, Bernhard-Göring-Straße 152, Leipzig; Saal 2".to_owned(),
        ),
        url: Some("https://treffpunkt.example/netzwerktreffen-sachsen".to_owned()),
        organizer: CalendarUser {
            name: "Anna Müller".to_owned(),
            address: "antwort+k7q2m9x4t8wz@treffpunkt.example".to_owned(),
        },
    }
}

/// The same meeting at another time: two instants such as `2026-03-29T01:30[Europe/Berlin]`.
pub fn meeting_at(start: &Zoned, end: &Zoned) -> EventProperties {
    EventProperties {
        start: start.clone(),
        end: end.clone(),
        ..meeting()
    }
}

/// A participant whose name has quotes and a comma.
pub fn attendee() -> CalendarUser {
    CalendarUser {
        name: "Jörg \"Jogi\" O'Brien, VHS".to_owned(),
        address: "joerg.obrien@vhs.example".to_owned(),
    }
}

pub fn revision(sequence: u32) -> Revision {
    Revision {
        sequence,
        dtstamp: "2026-08-03T07:30:00Z".parse().unwrap(),
    }
}

/// The first invitation of [`attendee`].
pub fn request(event: &EventProperties) -> Result<Vec<u8>, CalendarError> {
    let message = EventTemplate::new(event)?.request(&attendee(), revision(0))?;
    Ok(message.bytes)
}

/// The cancellation for [`attendee`].
pub fn cancel(event: &EventProperties, scope: CancelScope) -> Result<Vec<u8>, CalendarError> {
    let message = EventTemplate::new(event)?.cancel(&attendee(), revision(2), scope)?;
    Ok(message.bytes)
}

pub fn file(event: &EventProperties, status: Status) -> Result<Vec<u8>, CalendarError> {
    calendar::file(&[entry(event, status)?])
}

pub fn files(events: &[EventProperties]) -> Result<Vec<u8>, CalendarError> {
    let entries: Result<Vec<FileEntry>, _> = events
        .iter()
        .map(|event| entry(event, Status::Confirmed))
        .collect();
    calendar::file(&entries?)
}

fn entry(event: &EventProperties, status: Status) -> Result<FileEntry, CalendarError> {
    Ok(FileEntry {
        template: EventTemplate::new(event)?,
        revision: revision(0),
        status,
    })
}

/// The bytes as text, after the linter found nothing.
#[track_caller]
pub fn linted(bytes: Vec<u8>) -> String {
    let findings = calendar::lint(&bytes);
    let text = String::from_utf8(bytes).unwrap();
    assert!(findings.is_empty(), "{findings:#?}\n{text}");
    text
}

/// The content lines, unfolded.
pub fn lines(text: &str) -> Vec<String> {
    text.replace("\r\n ", "")
        .lines()
        .map(str::to_owned)
        .collect()
}

/// The value of the event's property that begins with this name.
#[track_caller]
pub fn value(text: &str, name: &str) -> String {
    let lines = lines(text);
    let event = lines
        .iter()
        .position(|line| line == "BEGIN:VEVENT")
        .unwrap();
    let line = lines[event..]
        .iter()
        .find(|line| line.starts_with(name))
        .unwrap();
    line[name.len()..].to_owned()
}
