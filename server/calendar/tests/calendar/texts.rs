//! Typed text stays text, whatever it contains.

use calendar::{CalendarUser, EventProperties, EventTemplate};
use proptest::prelude::*;

use crate::example::{lines, linted, meeting, request, revision, value};

/// Undoes RFC 5545 §3.3.11.
fn unescape(value: &str) -> String {
    let mut text = String::new();
    let mut chars = value.chars();
    while let Some(c) = chars.next() {
        match (c, (c == '\\').then(|| chars.next()).flatten()) {
            ('\\', Some('n')) => text.push('\n'),
            ('\\', Some(escaped)) => text.push(escaped),
            _ => text.push(c),
        }
    }
    text
}

/// Undoes RFC 6868.
fn decode(parameter: &str) -> String {
    let mut text = String::new();
    let mut chars = parameter.trim_matches('"').chars();
    while let Some(c) = chars.next() {
        match (c, (c == '^').then(|| chars.next()).flatten()) {
            ('^', Some('\'')) => text.push('"'),
            ('^', Some(escaped)) => text.push(escaped),
            _ => text.push(c),
        }
    }
    text
}

/// The expected text of a one-line property.
fn without_controls(text: &str) -> String {
    let text = text.replace("\r\n", "\n");
    let breaks = [
        '\n', '\r', '\t', '\u{b}', '\u{c}', '\u{85}', '\u{2028}', '\u{2029}',
    ];
    let spaced = text.replace(breaks, " ");
    spaced.replace(char::is_control, "").trim().to_owned()
}

fn attendee_line(text: &str) -> String {
    lines(text)
        .into_iter()
        .find(|line| line.starts_with("ATTENDEE"))
        .unwrap()
}

#[test]
fn an_injected_line_stays_within_its_text() {
    let attack = "Treffen\r\nATTENDEE:mailto:x@evil.example\nMETHOD:CANCEL\rEND:VEVENT\0";
    let event = EventProperties {
        summary: attack.to_owned(),
        description: attack.to_owned(),
        location: Some(attack.to_owned()),
        organizer: CalendarUser {
            name: attack.to_owned(),
            ..meeting().organizer
        },
        ..meeting()
    };
    let text = linted(request(&event).unwrap());
    assert_eq!(
        lines(&text).len(),
        lines(&linted(request(&meeting()).unwrap())).len()
    );
    let one_line = "Treffen ATTENDEE:mailto:x@evil.example METHOD:CANCEL END:VEVENT";
    assert_eq!(value(&text, "SUMMARY:"), one_line);
    assert_eq!(
        value(&text, "DESCRIPTION:"),
        one_line
            .replace(" ATT", "\\nATT")
            .replace(" METHOD", "\\nMETHOD")
            .replace(" END", "\\nEND")
    );
    assert_eq!(
        value(&text, "ORGANIZER;CN="),
        format!("\"{one_line}\":mailto:{}", event.organizer.address)
    );
}

#[test]
fn quotes_in_a_name_are_encoded_and_its_commas_quoted() {
    let text = linted(request(&meeting()).unwrap());
    assert!(
        attendee_line(&text).contains(";CN=\"Jörg ^'Jogi^' O'Brien, VHS\";"),
        "{text}"
    );
}

#[test]
fn a_quoted_name_keeps_its_quotes() {
    let name = "\"Jogi\"".to_owned();
    let organizer = CalendarUser {
        name,
        ..meeting().organizer
    };
    let text = linted(
        request(&EventProperties {
            organizer,
            ..meeting()
        })
        .unwrap(),
    );
    assert!(
        value(&text, "ORGANIZER").starts_with(";CN=^'Jogi^':"),
        "{text}"
    );
}

#[test]
fn a_person_without_a_name_has_none() {
    let organizer = CalendarUser {
        name: "\t".to_owned(),
        ..meeting().organizer
    };
    let text = linted(
        request(&EventProperties {
            organizer,
            ..meeting()
        })
        .unwrap(),
    );
    assert!(value(&text, "ORGANIZER").starts_with(":mailto:"), "{text}");
}

#[test]
fn an_emoji_is_not_folded_apart() {
    let family = "👩🏽‍💻";
    for shift in 0..family.len() {
        let title = "x".repeat(shift) + &family.repeat(20);
        let text = linted(
            request(&EventProperties {
                summary: title,
                ..meeting()
            })
            .unwrap(),
        );
        let whole: usize = text.lines().map(|line| line.matches(family).count()).sum();
        assert_eq!(whole, 20, "{text}");
    }
}

#[test]
fn a_character_longer_than_a_line_is_folded_inside() {
    let title = format!("a{}", "\u{301}".repeat(500));
    let text = linted(
        request(&EventProperties {
            summary: title.clone(),
            ..meeting()
        })
        .unwrap(),
    );
    assert_eq!(value(&text, "SUMMARY:"), title);
}

#[test]
fn right_to_left_text_arrives_as_it_was_typed() {
    let title = "اجتماع الشبكة (Leipzig) ‏– פגישה".to_owned();
    let text = linted(
        request(&EventProperties {
            summary: title.clone(),
            ..meeting()
        })
        .unwrap(),
    );
    assert_eq!(value(&text, "SUMMARY:"), title);
}

/// Text with more special characters than random text has.
fn typed() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        any::<String>(),
        "[\\\\\"^,;:nN\r\n\t\0 ]{1,8}",
        Just("👩🏽‍💻".to_owned()),
        Just("\u{202e}שלום\u{200f}".to_owned()),
        Just("\r\nEND:VCALENDAR\r\n".to_owned()),
        "[a-zäöüß]{1,30}",
    ];
    proptest::collection::vec(piece, 0..20).prop_map(|pieces| pieces.concat())
}

proptest! {
    #[test]
    fn anything_typed_arrives_as_text(title in typed(), description in typed(), place in typed(), name in typed()) {
        let event = EventProperties {
            summary: format!("T{title}"),
            description: format!("D\n{description}"),
            location: Some(format!("P{place}")),
            ..meeting()
        };
        let attendee = CalendarUser { name: format!("N{name}"), address: "a@b.example".to_owned() };
        let message = EventTemplate::new(&event).unwrap().request(&attendee, revision(0)).unwrap();
        let text = linted(message.bytes);
        prop_assert_eq!(unescape(&value(&text, "SUMMARY:")), without_controls(&event.summary));
        prop_assert_eq!(unescape(&value(&text, "LOCATION:")), without_controls(&format!("P{place}")));
        let description = unescape(&value(&text, "DESCRIPTION:")).replace('\n', " ");
        prop_assert_eq!(description, without_controls(&event.description));
        let line = attendee_line(&text);
        let name = line.strip_prefix("ATTENDEE;CN=").unwrap().split_once(";CUTYPE=INDIVIDUAL;").unwrap().0;
        prop_assert_eq!(decode(name), without_controls(&attendee.name));
    }

    #[test]
    fn five_hundred_characters_fit(title in "\\PC{500}") {
        linted(request(&EventProperties { summary: format!("T{title}"), ..meeting() }).unwrap());
    }
}
