//! The meeting the tests are about.

use calendar::{Entry, Party};
use jiff::{ToSpan, Zoned};

/// A network meeting in Leipzig, as one of its participants is invited to it.
pub fn meeting() -> Entry {
    let starts: Zoned = "2026-09-15T10:00[Europe/Berlin]".parse().unwrap();
    Entry {
        uid: "01990f5e-7c00-7000-8000-000000000002@treffpunkt.example".to_owned(),
        sequence: 0,
        stamp: "2026-08-03T07:30:00Z".parse().unwrap(),
        ends: &starts + 6.hours(),
        starts,
        title: "Netzwerktreffen Sachsen".to_owned(),
        description: "Vorstellung der Teilprojekte, dann Weltcafé.\n\nAgenda: siehe Link."
            .to_owned(),
        location: Some(
            "Haus der Demokratie, Bernhard-Göring-Straße 152, Leipzig; Saal 2".to_owned(),
        ),
        url: Some("https://treffpunkt.example/netzwerktreffen-sachsen".to_owned()),
        organizer: Party {
            name: "Anna Müller".to_owned(),
            address: "antwort+k7q2m9x4t8wz@treffpunkt.example".to_owned(),
        },
        attendee: Some(Party {
            name: "Jörg \"Jogi\" O'Brien, VHS".to_owned(),
            address: "joerg.obrien@vhs.example".to_owned(),
        }),
    }
}

/// The same meeting at another time: two instants such as `2026-03-29T01:30[Europe/Berlin]`.
pub fn meeting_at(starts: &Zoned, ends: &Zoned) -> Entry {
    Entry {
        starts: starts.clone(),
        ends: ends.clone(),
        ..meeting()
    }
}

/// The bytes as text, after the linter had nothing to say.
#[track_caller]
pub fn sound(bytes: Vec<u8>) -> String {
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
