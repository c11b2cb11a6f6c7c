//! What cannot be written is refused, with its reason.

use calendar::{Cancelled, Entry, EntryError, Party, Status, cancellation, download, invitation};
use jiff::{
    ToSpan, Zoned,
    tz::{TimeZone, offset},
};
use proptest::prelude::*;

use crate::example::{meeting, meeting_at, sound, value};

fn refusal(entry: &Entry) -> EntryError {
    invitation(entry).unwrap_err()
}

#[test]
fn a_uid_that_would_need_escaping_somewhere() {
    for uid in [
        "",
        " ",
        "a b",
        "a,b",
        "a\r\nb",
        "a;b",
        "ü@x.example",
        "a/b",
        &"x".repeat(256),
    ] {
        let uid = uid.to_owned();
        assert_eq!(refusal(&Entry { uid, ..meeting() }), EntryError::Uid);
    }
    let longest = Entry {
        uid: "x".repeat(255),
        ..meeting()
    };
    sound(invitation(&longest).unwrap());
}

#[test]
fn a_sequence_no_calendar_can_count_to() {
    let last = u32::try_from(i32::MAX).unwrap();
    sound(
        invitation(&Entry {
            sequence: last,
            ..meeting()
        })
        .unwrap(),
    );
    assert_eq!(
        refusal(&Entry {
            sequence: last + 1,
            ..meeting()
        }),
        EntryError::Sequence
    );
}

#[test]
fn a_title_without_a_character() {
    for title in ["", " ", "\r\n\t\0"] {
        let title = title.to_owned();
        assert_eq!(refusal(&Entry { title, ..meeting() }), EntryError::NoTitle);
    }
}

#[test]
fn an_invitation_to_nobody() {
    let entry = Entry {
        attendee: None,
        ..meeting()
    };
    assert_eq!(refusal(&entry), EntryError::NoAttendee);
    assert_eq!(
        cancellation(&entry, Cancelled::WholeEvent),
        Err(EntryError::NoAttendee)
    );
    sound(download(&entry, Status::Confirmed).unwrap());
}

#[test]
fn an_end_that_is_not_after_the_beginning() {
    let starts = meeting().starts;
    for ends in [
        starts.clone(),
        &starts - 1.second(),
        &starts + 999.milliseconds(),
    ] {
        assert_eq!(
            refusal(&meeting_at(&starts, &ends)),
            EntryError::EndsTooEarly
        );
    }
    sound(invitation(&meeting_at(&starts, &(&starts + 1.second()))).unwrap());
}

#[test]
fn a_year_before_zones_are_known_well() {
    let starts: Zoned = "1969-12-31T10:00[Europe/Berlin]".parse().unwrap();
    assert_eq!(
        refusal(&meeting_at(&starts, &(&starts + 1.hour()))),
        EntryError::Year
    );
    let stamp = "1969-12-31T23:59:59Z".parse().unwrap();
    assert_eq!(refusal(&Entry { stamp, ..meeting() }), EntryError::Year);
    let starts: Zoned = "1970-01-01T00:00[Europe/Berlin]".parse().unwrap();
    sound(invitation(&meeting_at(&starts, &(&starts + 1.hour()))).unwrap());
    let starts: Zoned = "9999-12-20T10:00[Europe/Berlin]".parse().unwrap();
    sound(invitation(&meeting_at(&starts, &(&starts + 1.hour()))).unwrap());
}

#[test]
fn a_zone_without_a_name_in_the_iana_database() {
    let local = meeting().starts.datetime();
    for zone in [
        TimeZone::fixed(offset(2)),
        TimeZone::unknown(),
        TimeZone::get("Factory").unwrap(),
        TimeZone::posix("CET-1CEST,M3.5.0,M10.5.0/3").unwrap(),
    ] {
        let starts = local.to_zoned(zone).unwrap();
        let ends = &starts + 1.hour();
        assert_eq!(
            refusal(&meeting_at(&starts, &ends)),
            EntryError::UnknownZone
        );
    }
}

#[test]
fn addresses_that_are_none() {
    for address in [
        "",
        "@",
        "a@",
        "@b.example",
        "a",
        "a b@c.example",
        "a@b@c.example",
        "a,b@c.example",
        "a@c.example\r\nATTENDEE:mailto:b@c.example",
        "\"a\"@c.example",
        "<a@c.example>",
    ] {
        let party = Party {
            name: String::new(),
            address: address.to_owned(),
        };
        let guest = Entry {
            attendee: Some(party.clone()),
            ..meeting()
        };
        assert_eq!(refusal(&guest), EntryError::AttendeeAddress, "{address}");
        let host = Entry {
            organizer: party,
            ..meeting()
        };
        assert_eq!(refusal(&host), EntryError::OrganizerAddress, "{address}");
    }
}

#[test]
fn addresses_that_are_some() {
    for (address, uri) in [
        (
            "o'brien+a_b@sub.domain.example",
            "mailto:o'brien+a_b@sub.domain.example",
        ),
        (
            "100%/x?y=z#1@a.example",
            "mailto:100%25%2Fx%3Fy%3Dz%231@a.example",
        ),
        (
            "jörg@müller.example",
            "mailto:j%C3%B6rg@m%C3%BCller.example",
        ),
    ] {
        let organizer = Party {
            name: String::new(),
            address: address.to_owned(),
        };
        let text = sound(
            invitation(&Entry {
                organizer,
                ..meeting()
            })
            .unwrap(),
        );
        assert_eq!(value(&text, "ORGANIZER:"), uri);
    }
}

#[test]
fn links_that_lead_nowhere() {
    for url in [
        "",
        "treffpunkt.example",
        "javascript:alert(1)",
        "mailto:a@b.example",
        "https://",
        "https:///x",
        "https://a.example/\r\nATTENDEE:mailto:b@c.example",
        "https://a.example/\0",
    ] {
        let url = Some(url.to_owned());
        assert_eq!(refusal(&Entry { url, ..meeting() }), EntryError::Url);
    }
}

#[test]
fn links_that_lead_somewhere() {
    for (url, uri) in [
        (
            "HTTP://a.example/x?a=1,2;b#c",
            "HTTP://a.example/x?a=1,2;b#c",
        ),
        (
            "https://müller.example/träume und mehr",
            "https://m%C3%BCller.example/tr%C3%A4ume%20und%20mehr",
        ),
        (
            " https://a.example/%20\"<>\\^`{|} ",
            "https://a.example/%20%22%3C%3E%5C%5E%60%7B%7C%7D",
        ),
    ] {
        let entry = Entry {
            url: Some(url.to_owned()),
            ..meeting()
        };
        assert_eq!(value(&sound(invitation(&entry).unwrap()), "URL:"), uri);
    }
}

proptest! {
    #[test]
    fn an_address_or_a_link_of_anything_is_refused_or_sound(address in any::<String>(), link in "(https://)?.*") {
        let entry = Entry {
            attendee: Some(Party { name: String::new(), address }),
            url: Some(link),
            ..meeting()
        };
        if let Ok(bytes) = invitation(&entry) {
            sound(bytes);
        }
        let sure = Entry {
            attendee: Some(Party { name: String::new(), address: "a@b.example".to_owned() }),
            ..entry
        };
        if let Ok(bytes) = invitation(&sure) {
            sound(bytes);
        }
    }

    #[test]
    fn the_linter_survives_anything(bytes in any::<Vec<u8>>(), text in "(BEGIN|END|DTSTART|[A-Z;=:,\"^\\\\ \r\n-]){0,40}") {
        calendar::lint(&bytes);
        calendar::lint(text.as_bytes());
    }
}
