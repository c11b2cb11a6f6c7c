//! What each message says.

use calendar::{Cancelled, Entry, Method, Status, cancellation, download, invitation};

use crate::example::{lines, meeting, sound, value};

/// Line feeds instead of CR LF, so that the text can stand here; the linter has seen the others.
fn shown(bytes: Vec<u8>) -> String {
    sound(bytes).replace("\r\n", "\n")
}

#[test]
fn an_invitation() {
    insta::assert_snapshot!(shown(invitation(&meeting()).unwrap()));
}

#[test]
fn a_cancelled_event() {
    let entry = Entry {
        sequence: 2,
        ..meeting()
    };
    insta::assert_snapshot!(shown(cancellation(&entry, Cancelled::WholeEvent).unwrap()));
}

#[test]
fn a_cancelled_seat() {
    let entry = Entry {
        sequence: 2,
        ..meeting()
    };
    insta::assert_snapshot!(shown(
        cancellation(&entry, Cancelled::OnlyThisPerson).unwrap()
    ));
}

#[test]
fn a_download() {
    insta::assert_snapshot!(shown(download(&meeting(), Status::Confirmed).unwrap()));
}

#[test]
fn invitation_cancellation_and_download_are_one_entry_to_a_calendar() {
    let entry = meeting();
    for bytes in [
        invitation(&entry),
        cancellation(&entry, Cancelled::WholeEvent),
        cancellation(&entry, Cancelled::OnlyThisPerson),
        download(&entry, Status::Confirmed),
    ] {
        let text = sound(bytes.unwrap());
        assert_eq!(value(&text, "UID:"), entry.uid);
        assert_eq!(
            value(&text, "ORGANIZER;CN=Anna Müller:"),
            format!("mailto:{}", entry.organizer.address)
        );
    }
}

#[test]
fn the_method_in_the_object_is_the_one_the_mail_names() {
    let entry = meeting();
    for (method, bytes) in [
        (Method::Request, invitation(&entry)),
        (Method::Cancel, cancellation(&entry, Cancelled::WholeEvent)),
        (Method::Publish, download(&entry, Status::Confirmed)),
    ] {
        let text = sound(bytes.unwrap());
        assert!(lines(&text).contains(&format!("METHOD:{method}")), "{text}");
    }
}

#[test]
fn a_download_says_whether_the_event_takes_place_and_names_nobody_who_comes() {
    for (status, word) in [
        (Status::Tentative, "TENTATIVE"),
        (Status::Confirmed, "CONFIRMED"),
        (Status::Cancelled, "CANCELLED"),
    ] {
        let text = sound(download(&meeting(), status).unwrap());
        assert_eq!(value(&text, "STATUS:"), word);
        assert!(
            !text.contains("ATTENDEE") && !text.contains("RSVP"),
            "{text}"
        );
    }
}

#[test]
fn what_is_not_known_is_left_out() {
    let entry = Entry {
        description: " \n".to_owned(),
        location: Some(String::new()),
        url: None,
        ..meeting()
    };
    let text = sound(invitation(&entry).unwrap());
    for name in ["DESCRIPTION", "LOCATION", "URL"] {
        assert!(!text.contains(name), "{text}");
    }
}

#[test]
fn the_same_entry_gives_the_same_bytes() {
    assert_eq!(invitation(&meeting()), invitation(&meeting()));
}
