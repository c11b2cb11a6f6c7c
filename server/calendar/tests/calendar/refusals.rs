//! Invalid properties are refused with the reason.

use calendar::{
    CalendarError, CalendarUser, CancelScope, EventProperties, EventTemplate, Revision,
};
use jiff::{
    ToSpan, Zoned,
    tz::{TimeZone, offset},
};
use proptest::prelude::*;

use crate::example::{attendee, linted, meeting, meeting_at, request, revision, value};

fn refusal(event: &EventProperties) -> CalendarError {
    request(event).unwrap_err()
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
        assert_eq!(
            refusal(&EventProperties { uid, ..meeting() }),
            CalendarError::InvalidUid
        );
    }
    let longest = EventProperties {
        uid: "x".repeat(255),
        ..meeting()
    };
    linted(request(&longest).unwrap());
}

#[test]
fn a_sequence_that_is_no_icalendar_integer() {
    let template = EventTemplate::new(&meeting()).unwrap();
    let last = u32::try_from(i32::MAX).unwrap();
    linted(template.request(&attendee(), revision(last)).unwrap().bytes);
    for refused in [
        template.request(&attendee(), revision(last + 1)),
        template.cancel(&attendee(), revision(last + 1), CancelScope::Event),
    ] {
        assert_eq!(refused, Err(CalendarError::SequenceOverflow));
    }
}

#[test]
fn a_summary_without_a_character() {
    for title in ["", " ", "\r\n\t\0"] {
        let title = title.to_owned();
        assert_eq!(
            refusal(&EventProperties {
                summary: title,
                ..meeting()
            }),
            CalendarError::EmptySummary
        );
    }
}

#[test]
fn an_end_that_is_not_after_the_start() {
    let start = meeting().start;
    for end in [
        start.clone(),
        &start - 1.second(),
        &start + 999.milliseconds(),
    ] {
        assert_eq!(
            refusal(&meeting_at(&start, &end)),
            CalendarError::EndNotAfterStart
        );
    }
    linted(request(&meeting_at(&start, &(&start + 1.second()))).unwrap());
}

#[test]
fn a_time_before_1970() {
    let start: Zoned = "1969-12-31T10:00[Europe/Berlin]".parse().unwrap();
    assert_eq!(
        refusal(&meeting_at(&start, &(&start + 1.hour()))),
        CalendarError::BeforeEpoch
    );
    let early = Revision {
        dtstamp: "1969-12-31T23:59:59Z".parse().unwrap(),
        ..revision(0)
    };
    assert_eq!(
        EventTemplate::new(&meeting())
            .unwrap()
            .request(&attendee(), early),
        Err(CalendarError::BeforeEpoch)
    );
    let start: Zoned = "1970-01-01T00:00[Europe/Berlin]".parse().unwrap();
    linted(request(&meeting_at(&start, &(&start + 1.hour()))).unwrap());
    let start: Zoned = "9999-12-20T10:00[Europe/Berlin]".parse().unwrap();
    linted(request(&meeting_at(&start, &(&start + 1.hour()))).unwrap());
}

#[test]
fn a_zone_without_a_name_in_the_iana_database() {
    let local = meeting().start.datetime();
    for zone in [
        TimeZone::fixed(offset(2)),
        TimeZone::unknown(),
        TimeZone::get("Factory").unwrap(),
        TimeZone::posix("CET-1CEST,M3.5.0,M10.5.0/3").unwrap(),
    ] {
        let start = local.to_zoned(zone).unwrap();
        let end = &start + 1.hour();
        assert_eq!(
            refusal(&meeting_at(&start, &end)),
            CalendarError::UnnamedTimeZone
        );
    }
}

#[test]
fn invalid_addresses() {
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
        let user = CalendarUser {
            name: String::new(),
            address: address.to_owned(),
        };
        let template = EventTemplate::new(&meeting()).unwrap();
        assert_eq!(
            template.request(&user, revision(0)),
            Err(CalendarError::InvalidAttendee),
            "{address}"
        );
        let event = EventProperties {
            organizer: user,
            ..meeting()
        };
        assert_eq!(
            refusal(&event),
            CalendarError::InvalidOrganizer,
            "{address}"
        );
    }
}

#[test]
fn unusual_addresses() {
    for (address, uri) in [
        (
            "o'brien+a_b@sub.domain.example",
            "mailto:o'brien+a_b@sub.domain.example",
        ),
        (
            "100%/x?y=z#1@a.example",
            "mailto:100%25/x%3Fy=z%231@a.example",
        ),
        (
            "jörg@müller.example",
            "mailto:j%C3%B6rg@m%C3%BCller.example",
        ),
    ] {
        let organizer = CalendarUser {
            name: String::new(),
            address: address.to_owned(),
        };
        let text = linted(
            request(&EventProperties {
                organizer,
                ..meeting()
            })
            .unwrap(),
        );
        assert_eq!(value(&text, "ORGANIZER:"), uri);
    }
}

#[test]
fn invalid_links() {
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
        assert_eq!(
            refusal(&EventProperties { url, ..meeting() }),
            CalendarError::InvalidUrl
        );
    }
}

#[test]
fn unusual_links() {
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
        let event = EventProperties {
            url: Some(url.to_owned()),
            ..meeting()
        };
        assert_eq!(value(&linted(request(&event).unwrap()), "URL:"), uri);
    }
}

proptest! {
    #[test]
    fn any_address_and_any_link_is_refused_or_valid(address in any::<String>(), link in "(https://)?.*") {
        let user = CalendarUser { name: String::new(), address };
        let template = EventTemplate::new(&meeting()).unwrap();
        if let Ok(message) = template.request(&user, revision(0)) {
            linted(message.bytes);
        }
        if let Ok(bytes) = request(&EventProperties { url: Some(link), ..meeting() }) {
            linted(bytes);
        }
        if let Ok(bytes) = request(&EventProperties { organizer: user, ..meeting() }) {
            linted(bytes);
        }
    }

    #[test]
    fn the_linter_survives_anything(bytes in any::<Vec<u8>>(), text in "(BEGIN|END|DTSTART|[A-Z;=:,\"^\\\\ \r\n-]){0,40}") {
        calendar::lint(&bytes);
        calendar::lint(text.as_bytes());
    }
}
