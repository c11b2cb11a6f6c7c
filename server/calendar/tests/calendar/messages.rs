//! The content of each message.

use calendar::{CancelScope, EventProperties, EventTemplate, Method, Status};

use crate::example::{
    attendee, cancel, file, files, lines, linted, meeting, request, revision, value,
};

/// Line feeds instead of CR LF, for the snapshot; the linter checks the original.
fn shown(bytes: Vec<u8>) -> String {
    linted(bytes).replace("\r\n", "\n")
}

#[test]
fn an_invitation() {
    insta::assert_snapshot!(shown(request(&meeting()).unwrap()));
}

#[test]
fn a_cancelled_event() {
    insta::assert_snapshot!(shown(cancel(&meeting(), CancelScope::Event).unwrap()));
}

#[test]
fn a_cancelled_seat() {
    insta::assert_snapshot!(shown(cancel(&meeting(), CancelScope::Attendee).unwrap()));
}

#[test]
fn a_download() {
    insta::assert_snapshot!(shown(file(&meeting(), Status::Confirmed).unwrap()));
}

/// The entries of an event's workshops beside it. The clocks go back while the event lasts.
#[test]
fn a_file_of_several_events_defines_their_zone_once() {
    let at = |start: &str, end: &str| EventProperties {
        start: format!("{start}[Europe/Berlin]").parse().unwrap(),
        end: format!("{end}[Europe/Berlin]").parse().unwrap(),
        ..meeting()
    };
    let event = at("2026-10-24T10:00", "2026-10-25T16:00");
    let workshop = EventProperties {
        uid: "01990f5e-7c00-7000-8000-000000000011@treffpunkt.example".to_owned(),
        location: Some("Raum 2.04".to_owned()),
        ..at("2026-10-25T09:00", "2026-10-25T10:30")
    };
    let text = linted(files(&[workshop, event]).unwrap());
    assert_eq!(text.matches("BEGIN:VTIMEZONE").count(), 1);
    assert_eq!(text.matches("BEGIN:VEVENT").count(), 2);
    assert!(text.contains("LOCATION:Raum 2.04"));
}

#[test]
fn invitation_cancellation_and_download_are_one_event_to_a_calendar() {
    let event = meeting();
    for bytes in [
        request(&event),
        cancel(&event, CancelScope::Event),
        cancel(&event, CancelScope::Attendee),
    ] {
        let text = linted(bytes.unwrap());
        assert_eq!(value(&text, "UID:"), event.uid);
        assert_eq!(
            value(&text, "ORGANIZER;CN=Anna Müller:"),
            format!("mailto:{}", event.organizer.address)
        );
    }
    let text = linted(file(&event, Status::Confirmed).unwrap());
    assert_eq!(value(&text, "UID:"), event.uid);
}

#[test]
fn the_method_of_a_message_is_the_one_in_its_bytes() {
    let template = EventTemplate::new(&meeting()).unwrap();
    let (attendee, revision) = (attendee(), revision(0));
    for (method, message) in [
        (Method::Request, template.request(&attendee, revision)),
        (
            Method::Cancel,
            template.cancel(&attendee, revision, CancelScope::Event),
        ),
    ] {
        let message = message.unwrap();
        assert_eq!(message.method, method);
        let text = linted(message.bytes);
        assert!(lines(&text).contains(&format!("METHOD:{method}")), "{text}");
    }
}

#[test]
fn a_download_has_the_status_and_is_no_message() {
    for (status, word) in [
        (Status::Tentative, "TENTATIVE"),
        (Status::Confirmed, "CONFIRMED"),
        (Status::Cancelled, "CANCELLED"),
    ] {
        let text = linted(file(&meeting(), status).unwrap());
        assert_eq!(value(&text, "STATUS:"), word);
        for word in ["METHOD", "ORGANIZER", "ATTENDEE", "RSVP", "mailto:"] {
            assert!(!text.contains(word), "{text}");
        }
    }
}

#[test]
fn an_unknown_property_is_left_out() {
    let event = EventProperties {
        description: " \n".to_owned(),
        location: Some(String::new()),
        url: None,
        ..meeting()
    };
    let text = linted(request(&event).unwrap());
    for name in ["DESCRIPTION", "LOCATION", "URL"] {
        assert!(!text.contains(name), "{text}");
    }
}

#[test]
fn the_same_event_gives_the_same_bytes() {
    assert_eq!(request(&meeting()), request(&meeting()));
}

#[test]
fn a_note_stands_below_the_description_and_cannot_begin_a_line_of_its_own() {
    let note = "Runde 1: Tisch 9; Aula\r\nATTENDEE:mailto:x@y.example";
    let described = EventTemplate::new(&meeting()).unwrap().with_note(note);
    let message = described.request(&attendee(), revision(3)).unwrap();
    let text = linted(message.bytes);
    let unfolded = text.replace("\r\n ", "");
    let end = r"\n\nRunde 1: Tisch 9\; Aula\nATTENDEE:mailto:x@y.example";
    let description = unfolded
        .lines()
        .find(|line| line.starts_with("DESCRIPTION:"));
    assert!(description.unwrap().ends_with(end), "{unfolded}");
    let bare = EventProperties {
        description: String::new(),
        ..meeting()
    };
    let described = EventTemplate::new(&bare).unwrap().with_note("Tisch 9");
    let text = linted(described.request(&attendee(), revision(3)).unwrap().bytes);
    assert_eq!(value(&text, "DESCRIPTION:"), "Tisch 9");
}
