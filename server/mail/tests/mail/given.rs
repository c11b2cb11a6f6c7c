//! A network, a person, and one letter of each kind.

use calendar::Method;
use mail::{
    CalendarPart, CancelledBy, Change, EventFacts, Letter, Letterhead, MessageId, Recipient, Stamp,
};
use model::{EmailAddress, Language};

pub fn address(text: &str) -> EmailAddress {
    EmailAddress::parse(text).unwrap()
}

pub fn letterhead() -> Letterhead {
    Letterhead {
        network: "IQ Netzwerk Sachsen".to_owned(),
        sender_name: "IQ Netzwerk Sachsen".to_owned(),
        sender_address: address("treffen@iq-sachsen.example"),
        reply_to: Some(address("koordination@rinleipzig.example")),
        imprint_link: "https://treffpunkt.example/imprint/iq-sachsen".to_owned(),
        privacy_link: "https://treffpunkt.example/privacy/iq-sachsen".to_owned(),
    }
}

pub fn recipient(language: Language) -> Recipient {
    Recipient {
        name: Some("Anna Jäger".to_owned()),
        address: address("anna.jaeger@rinleipzig.example"),
        language,
    }
}

pub fn stamp() -> Stamp {
    Stamp {
        message_id: MessageId::parse("<018a9c1e-7a10-7cc3-9d5e-0c9a3a1f0001@iq-sachsen.example>")
            .unwrap(),
        date: "2023-08-01T09:15:00Z".parse().unwrap(),
        references: None,
    }
}

pub fn calendar(method: Method) -> CalendarPart {
    CalendarPart {
        method,
        bytes: format!(
            "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nMETHOD:{method}\r\nBEGIN:VEVENT\r\n\
             SUMMARY:Netzwerktreffen für Übermorgen\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
        )
        .into_bytes(),
    }
}

pub fn event(language: Language) -> EventFacts {
    EventFacts {
        title: "Landesweites Netzwerktreffen IQ Sachsen".to_owned(),
        when: match language {
            Language::De => "Di., 19. September 2023, 09:30–16:00 Uhr",
            Language::En => "Tue, 19 September 2023, 09:30–16:00 (Europe/Berlin)",
        }
        .to_owned(),
        place: Some("Volkshochschule Leipzig, Löhrstraße 3–7, 04105 Leipzig, Aula".to_owned()),
        online: Some("https://meet.example/iq-sachsen".to_owned()),
        page: "https://treffpunkt.example/events/netzwerktreffen".to_owned(),
        funding_notice: Some(
            "Das Förderprogramm IQ wird durch das Bundesministerium für Arbeit und Soziales \
             gefördert."
                .to_owned(),
        ),
    }
}

const PERSONAL_LINK: &str = "https://treffpunkt.example/registration/9f8e7d6c5b4a";

/// One letter of each kind, with the name of its templates.
pub fn letters(language: Language) -> Vec<(&'static str, Letter)> {
    let mut letters = to_members();
    letters.extend(of_joining(event(language)));
    letters.extend(of_change_and_end(event(language), changes(language)));
    letters
}

fn to_members() -> Vec<(&'static str, Letter)> {
    vec![(
        "sign_in_link",
        Letter::SignInLink {
            link: "https://treffpunkt.example/sign-in/0a1b2c3d".to_owned(),
            valid_minutes: 15,
        },
    )]
}

fn of_joining(event: EventFacts) -> Vec<(&'static str, Letter)> {
    vec![
        (
            "confirm_address",
            Letter::ConfirmAddress {
                event: event.clone(),
                link: "https://treffpunkt.example/confirm/4d3c2b1a".to_owned(),
                valid_hours: 48,
            },
        ),
        (
            "seat",
            Letter::Seat {
                event: event.clone(),
                personal_link: PERSONAL_LINK.to_owned(),
                calendar: calendar(Method::Request),
            },
        ),
        (
            "waiting",
            Letter::Waiting {
                event: EventFacts {
                    online: None,
                    ..event.clone()
                },
                position: 3,
                personal_link: PERSONAL_LINK.to_owned(),
            },
        ),
        (
            "moved_up",
            Letter::MovedUp {
                event: event.clone(),
                personal_link: PERSONAL_LINK.to_owned(),
                calendar: calendar(Method::Request),
            },
        ),
        (
            "already_registered",
            Letter::AlreadyRegistered {
                event: event.clone(),
                personal_link: PERSONAL_LINK.to_owned(),
            },
        ),
    ]
}

fn of_change_and_end(event: EventFacts, changes: Vec<Change>) -> Vec<(&'static str, Letter)> {
    vec![
        (
            "event_changed",
            Letter::EventChanged {
                event: event.clone(),
                changes,
                personal_link: PERSONAL_LINK.to_owned(),
                calendar: Some(calendar(Method::Request)),
            },
        ),
        (
            "event_cancelled",
            Letter::EventCancelled {
                event: event.clone(),
                reason: "Die Aula ist wegen eines Wasserschadens gesperrt.\n\nEinen neuen Termin \
                         nennen wir im Oktober."
                    .to_owned(),
                calendar: Some(calendar(Method::Cancel)),
            },
        ),
        (
            "registration_cancelled",
            Letter::RegistrationCancelled {
                event: event.clone(),
                by: CancelledBy::Participant,
                calendar: Some(calendar(Method::Cancel)),
            },
        ),
        (
            "registration_cancelled_by_organiser",
            Letter::RegistrationCancelled {
                event: event.clone(),
                by: CancelledBy::Organiser,
                calendar: None,
            },
        ),
        (
            "declined",
            Letter::Declined {
                event,
                reason: Some("Das Treffen richtet sich an die Teilvorhaben in Sachsen.".to_owned()),
                calendar: None,
            },
        ),
    ]
}

fn changes(language: Language) -> Vec<Change> {
    let change = |what: &str, before: &str, after: &str| Change {
        what: what.to_owned(),
        before: before.to_owned(),
        after: after.to_owned(),
    };
    match language {
        Language::De => vec![
            change("Beginn", "09:30 Uhr", "10:30 Uhr"),
            change("Online-Zugang", "", "https://meet.example/iq-sachsen"),
        ],
        Language::En => vec![
            change("Start", "09:30", "10:30"),
            change("Online access", "", "https://meet.example/iq-sachsen"),
        ],
    }
}
