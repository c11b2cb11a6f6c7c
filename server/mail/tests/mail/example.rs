//! A network, a recipient, and one letter of each kind.

use std::sync::Arc;

use calendar::{ItipMessage, Method};
use jiff::SignedDuration;
use mail::{
    CancelledBy, ChangedField, EventFacts, InvitationEnd, InvitationLinks, InvitationNews,
    InvitedRole, Letter, LetterButton, Letterhead, LinkDisclosure, MessageId, MessageMetadata,
    MessageText, NetworkProfile, Recipient, RegisteredBy, RemovalCause, SeriesPart, Standing,
    VisitFacts, WayBack, WayFacts, WayStopFacts, WishFacts, WorkshopFacts, WorkshopNews,
    WorkshopPage,
};
use model::{EmailAddress, Hue, IanaTimeZone, Language, dates};

pub fn address(text: &str) -> EmailAddress {
    EmailAddress::parse(text).unwrap()
}

pub fn letterhead() -> Letterhead {
    Letterhead::new(network()).unwrap()
}

pub fn network() -> NetworkProfile {
    NetworkProfile {
        name: "IQ Netzwerk Sachsen".to_owned(),
        sender_name: "IQ Netzwerk Sachsen".to_owned(),
        sender_address: address("treffen@iq-sachsen.example"),
        reply_to: Some(address("koordination@rinleipzig.example")),
        time_zone: IanaTimeZone::parse("Europe/Berlin").unwrap(),
        hue: Hue::default(),
        imprint_link: "https://treffpunkt.example/imprint/iq-sachsen".to_owned(),
        privacy_link: "https://treffpunkt.example/privacy/iq-sachsen".to_owned(),
        own_words: Vec::new(),
    }
}

pub fn recipient(language: Language) -> Recipient {
    Recipient {
        name: Some("Anna Jäger".to_owned()),
        address: address("anna.jaeger@rinleipzig.example"),
        language,
    }
}

pub fn metadata() -> MessageMetadata {
    MessageMetadata {
        message_id: MessageId::parse("<018a9c1e-7a10-7cc3-9d5e-0c9a3a1f0001@iq-sachsen.example>")
            .unwrap(),
        date: "2023-08-01T09:15:00Z".parse().unwrap(),
        references: None,
    }
}

fn when(event: &EventFacts, language: Language) -> String {
    dates::span(&event.start, &event.end, language, &network().time_zone)
}

pub fn calendar(method: Method) -> ItipMessage {
    ItipMessage {
        method,
        bytes: format!(
            "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nMETHOD:{method}\r\nBEGIN:VEVENT\r\n\
             SUMMARY:Netzwerktreffen für Übermorgen\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
        )
        .into_bytes(),
    }
}

pub fn event() -> EventFacts {
    EventFacts {
        title: "Landesweites Netzwerktreffen IQ Sachsen".to_owned(),
        start: "2023-09-19T09:30[Europe/Berlin]".parse().unwrap(),
        end: "2023-09-19T16:00[Europe/Berlin]".parse().unwrap(),
        place: Some("Volkshochschule Leipzig, Löhrstraße 3–7, 04105 Leipzig, Aula".to_owned()),
        online: Some("https://meet.example/iq-sachsen".to_owned()),
        page: "https://treffpunkt.example/events/netzwerktreffen".to_owned(),
        ways: Vec::new(),
        wishes: None,
        funding_notice: Some(
            "Das Förderprogramm IQ wird durch das Bundesministerium für Arbeit und Soziales \
             gefördert."
                .to_owned(),
        ),
        is_by_approval: false,
    }
}

const PERSONAL_LINK: &str = "https://treffpunkt.example/registration/9f8e7d6c5b4a";

/// One letter of each kind, with the name of its templates.
pub fn letters(language: Language) -> Vec<(&'static str, Letter)> {
    let mut letters = to_members();
    let event = Arc::new(event());
    letters.extend(of_joining(&event));
    letters.extend(of_approval(&event, changes(language)));
    letters.extend(of_change_and_end(&event, changes(language)));
    letters.extend(of_ways(&event, language));
    letters.extend(of_workshops(&event, language));
    letters.extend(of_workshop_seats(&event, language));
    letters.extend(of_wishes(&event, language));
    letters.extend(of_invitations(&event));
    letters
}

/// Letters to people who wait for the organisers' decision.
fn of_approval(event: &EventFacts, changes: Vec<ChangedField>) -> Vec<(&'static str, Letter)> {
    let event = Arc::new(EventFacts {
        online: None,
        is_by_approval: true,
        ..event.clone()
    });
    let undecided = |registered_by| Letter::Undecided {
        event: Arc::clone(&event),
        registered_by,
        note: None,
        personal_link: PERSONAL_LINK.to_owned(),
    };
    vec![
        ("undecided", undecided(RegisteredBy::Recipient)),
        ("undecided_by_network", undecided(RegisteredBy::Network)),
        (
            "undecided_by_a_colleague",
            undecided(RegisteredBy::Colleague("Mehmet Kaya".to_owned())),
        ),
        ("undecided_by_somebody", undecided(RegisteredBy::Unknown)),
        (
            "already_undecided",
            Letter::AlreadyWaiting {
                event: Arc::clone(&event),
                position: 3,
                personal_link: PERSONAL_LINK.to_owned(),
            },
        ),
        (
            "event_changed_while_undecided",
            Letter::EventChanged {
                event: Arc::clone(&event),
                changes,
                personal_link: PERSONAL_LINK.to_owned(),
                calendar: None,
            },
        ),
        (
            "event_cancelled_while_undecided",
            Letter::EventCancelled {
                event: Arc::clone(&event),
                registered_by: RegisteredBy::Recipient,
                standing: Standing::Waiting,
                reason: "Die Aula ist gesperrt.".to_owned(),
                calendar: None,
            },
        ),
        (
            "registration_cancelled_while_undecided",
            Letter::RegistrationCancelled {
                event: Arc::clone(&event),
                by: CancelledBy::Participant(WayBack::Form),
                registered_by: RegisteredBy::Recipient,
                standing: Standing::Waiting,
                calendar: None,
            },
        ),
        (
            "undecided_cancelled_by_organiser",
            Letter::RegistrationCancelled {
                event,
                by: CancelledBy::Organiser,
                registered_by: RegisteredBy::Recipient,
                standing: Standing::Waiting,
                calendar: None,
            },
        ),
    ]
}

/// Letters to people who are invited.
fn of_invitations(event: &Arc<EventFacts>) -> Vec<(&'static str, Letter)> {
    let page = "https://treffpunkt.example/invitation/9f8e7d6c5b4a?lang=de";
    let invitation = |news, calendar| Letter::Invitation {
        event: Arc::clone(event),
        news,
        links: InvitationLinks {
            page: page.to_owned(),
            decline: format!("{page}&answer=no"),
        },
        opt_out_link: "https://treffpunkt.example/opt-out/abcdef".to_owned(),
        calendar,
    };
    let ended = |end, reason: Option<&str>, calendar| Letter::InvitationEnded {
        event: Arc::clone(event),
        end,
        reason: reason.map(str::to_owned),
        calendar,
    };
    let named_by = Some("Bea Muster".to_owned());
    vec![
        (
            "invitation_substitute",
            invitation(InvitationNews::Substitute { named_by }, None),
        ),
        (
            "invitation_substitute_of_somebody",
            invitation(InvitationNews::Substitute { named_by: None }, None),
        ),
        (
            "invitation_renewed",
            invitation(InvitationNews::Renewed, None),
        ),
        (
            "invitation_changed",
            invitation(InvitationNews::Changed, Some(calendar(Method::Request))),
        ),
        (
            "invitation_declined",
            ended(
                InvitationEnd::Declined,
                None,
                Some(calendar(Method::Cancel)),
            ),
        ),
        (
            "invitation_taken_back",
            ended(InvitationEnd::TakenBack, None, None),
        ),
        (
            "invitation_to_cancelled",
            ended(
                InvitationEnd::EventCancelled,
                Some("Sturm"),
                Some(calendar(Method::Cancel)),
            ),
        ),
    ]
}

/// Letters that lead to the wishes for workshops.
fn of_wishes(event: &EventFacts, language: Language) -> Vec<(&'static str, Letter)> {
    let closes = match language {
        Language::De => "Fr., 1. September 2023, 18:00 Uhr",
        Language::En => "Fri, 1 September 2023, 18:00",
    };
    let wishes = WishFacts {
        closes: closes.to_owned(),
        link: format!("{PERSONAL_LINK}/wishes"),
    };
    let event = Arc::new(EventFacts {
        wishes: Some(wishes.clone()),
        ..event.clone()
    });
    let reminder = |least| Letter::WishReminder {
        event: Arc::clone(&event),
        wishes: wishes.clone(),
        least,
        personal_link: PERSONAL_LINK.to_owned(),
    };
    let message = |link_disclosure, opt_out: Option<&str>| Letter::Message {
        event: Arc::clone(&event),
        heading: format!("Noch zwei Tage: {}", event.title),
        text: MessageText::new(format!(
            "Guten Tag Anna Jäger,\n\n{}, {}:\n{}.\nDetails: {}\n\n\n1 < 2 & 3 {}",
            event.title,
            when(&event, language),
            event.place.as_deref().unwrap_or_default(),
            event.page,
            PERSONAL_LINK,
        )),
        buttons: vec![LetterButton {
            label: "Ich komme".to_owned(),
            link: PERSONAL_LINK.to_owned(),
        }],
        link_disclosure,
        opt_out_link: opt_out.map(str::to_owned),
        calendar: None,
    };
    vec![
        ("message", message(LinkDisclosure::Recipient, None)),
        (
            "message_to_a_contact",
            message(
                LinkDisclosure::Everybody,
                Some("https://treffpunkt.example/opt-out/abcdef"),
            ),
        ),
        ("wish_reminder", reminder(Some(3))),
        ("wish_reminder_without_least", reminder(None)),
        (
            "seat_confirmed_with_wishes",
            Letter::SeatConfirmed {
                event: Arc::clone(&event),
                registered_by: RegisteredBy::Recipient,
                note: None,
                personal_link: PERSONAL_LINK.to_owned(),
                calendar: calendar(Method::Request),
            },
        ),
        (
            "waitlisted_with_wishes",
            Letter::Waitlisted {
                event: Arc::clone(&event),
                registered_by: RegisteredBy::Recipient,
                note: None,
                position: 3,
                personal_link: PERSONAL_LINK.to_owned(),
            },
        ),
    ]
}

fn to_members() -> Vec<(&'static str, Letter)> {
    let link = || "https://treffpunkt.example/sign-in/0a1b2c3d".to_owned();
    let invited = |role| Letter::MemberInvited {
        link: link(),
        valid_for: SignedDuration::from_hours(24 * 14),
        role,
        inviter: "Anna Jäger".to_owned(),
    };
    vec![
        (
            "sign_in_link",
            Letter::SignInLink {
                link: link(),
                valid_for: SignedDuration::from_mins(15),
            },
        ),
        ("member_invited", invited(InvitedRole::Organiser)),
        (
            "event_helper_invited",
            invited(InvitedRole::EventHelper("Netzwerktreffen".to_owned())),
        ),
    ]
}

fn of_joining(event: &Arc<EventFacts>) -> Vec<(&'static str, Letter)> {
    let event = || Arc::clone(event);
    let seat = |registered_by| Letter::SeatConfirmed {
        event: event(),
        registered_by,
        note: None,
        personal_link: PERSONAL_LINK.to_owned(),
        calendar: calendar(Method::Request),
    };
    let waitlisted = |registered_by| Letter::Waitlisted {
        event: Arc::new(EventFacts {
            online: None,
            ..EventFacts::clone(&event())
        }),
        registered_by,
        note: None,
        position: 3,
        personal_link: PERSONAL_LINK.to_owned(),
    };
    let personal_link = || PERSONAL_LINK.to_owned();
    vec![
        (
            "confirm_address",
            Letter::ConfirmAddress {
                event: event(),
                link: "https://treffpunkt.example/confirm/4d3c2b1a".to_owned(),
                valid_for: SignedDuration::from_hours(48),
                entered_by: None,
            },
        ),
        (
            "confirm_address_entered_by_a_colleague",
            Letter::ConfirmAddress {
                event: event(),
                link: "https://treffpunkt.example/confirm/4d3c2b1a".to_owned(),
                valid_for: SignedDuration::from_hours(48),
                entered_by: Some("Mehmet Kaya".to_owned()),
            },
        ),
        (
            "seat_confirmed_by_a_colleague",
            seat(RegisteredBy::Colleague("Mehmet Kaya".to_owned())),
        ),
        (
            "waitlisted_by_a_colleague",
            waitlisted(RegisteredBy::Colleague("Mehmet Kaya".to_owned())),
        ),
        ("seat_confirmed", seat(RegisteredBy::Recipient)),
        ("seat_confirmed_by_network", seat(RegisteredBy::Network)),
        ("seat_confirmed_by_somebody", seat(RegisteredBy::Unknown)),
        ("waitlisted", waitlisted(RegisteredBy::Recipient)),
        ("waitlisted_by_network", waitlisted(RegisteredBy::Network)),
        ("waitlisted_by_somebody", waitlisted(RegisteredBy::Unknown)),
        (
            "promoted",
            Letter::Promoted {
                event: event(),
                note: None,
                personal_link: personal_link(),
                calendar: calendar(Method::Request),
            },
        ),
        (
            "promoted_with_note",
            Letter::Promoted {
                event: event(),
                note: Some(
                    "Wir freuen uns, dass es klappt.\n\nBitte bringen Sie die Mappe mit."
                        .to_owned(),
                ),
                personal_link: personal_link(),
                calendar: calendar(Method::Request),
            },
        ),
        (
            "already_registered",
            Letter::AlreadyRegistered {
                event: event(),
                personal_link: personal_link(),
            },
        ),
        (
            "already_waiting",
            Letter::AlreadyWaiting {
                event: event(),
                position: 3,
                personal_link: personal_link(),
            },
        ),
        (
            "already_declined",
            Letter::AlreadyDeclined { event: event() },
        ),
    ]
}

/// The person hosts no table, and the organiser shows names in the second round.
fn of_ways(event: &EventFacts, language: Language) -> Vec<(&'static str, Letter)> {
    let [round, table, host, with, oclock] = match language {
        Language::De => ["Runde", "Tisch", "Tischleitung", "Mit", " Uhr"],
        Language::En => ["Round", "Table", "Host", "With", ""],
    };
    let stop =
        |number: u32, time: &str, at: &str, topic: &str, details: Vec<String>| WayStopFacts {
            time: format!("{time}{oclock}"),
            round: format!("{round} {number}"),
            table: format!("{table} {at}"),
            topic: topic.to_owned(),
            details,
        };
    let event = Arc::new(EventFacts {
        ways: vec![WayFacts {
            cafe: "World-Café <Aula>".to_owned(),
            stops: vec![
                stop(
                    1,
                    "12:45–13:15",
                    "9",
                    "Strategische Verknüpfung",
                    vec!["Aula".to_owned()],
                ),
                stop(
                    2,
                    "13:20–13:50",
                    "Fenster",
                    "Zielgruppe",
                    vec![
                        "Foyer".to_owned(),
                        format!("{host}: Hassan Ziegler"),
                        format!("{with}: Dirk Pohl, Lukas Öztürk"),
                    ],
                ),
            ],
        }],
        ..event.clone()
    });
    let published = |changes| Letter::WayPublished {
        event: Arc::clone(&event),
        changes,
        personal_link: PERSONAL_LINK.to_owned(),
        calendar: calendar(Method::Request),
    };
    let change = ChangedField {
        label: format!("{round} 2"),
        before: String::new(),
        after: format!("{table} Fenster, Zielgruppe (Foyer)"),
    };
    vec![
        ("way_published", published(Vec::new())),
        ("way_changed", published(vec![change])),
    ]
}

/// The person attends one workshop and leads another.
fn of_workshops(event: &Arc<EventFacts>, language: Language) -> Vec<(&'static str, Letter)> {
    let [day, speakers, room, leads] = match language {
        Language::De => [
            "Di., 19. September 2023",
            "Leitung",
            "Raum",
            "Sie leiten diesen Workshop",
        ],
        Language::En => [
            "Tue, 19 September 2023",
            "Led by",
            "Room",
            "You lead this workshop",
        ],
    };
    let attended = VisitFacts {
        title: "Anerkennung <einfach> & schnell".to_owned(),
        when: format!("{day}, 10:00–11:30"),
        details: vec![
            format!("{room} 2.04"),
            format!("{speakers}: Hassan Ziegler, Lukas Öztürk"),
        ],
        is_led: false,
    };
    let led = VisitFacts {
        title: "Sprache im Betrieb".to_owned(),
        when: format!("{day}, 13:00–14:30"),
        details: vec!["Aula".to_owned(), leads.to_owned()],
        is_led: true,
    };
    let in_series = |workshop: &VisitFacts, changes, part| Letter::WorkshopEntered {
        event: Arc::clone(event),
        workshop: workshop.clone(),
        changes,
        timetable: match part {
            SeriesPart::Further => Vec::new(),
            SeriesPart::Only | SeriesPart::First => vec![attended.clone(), led.clone()],
        },
        part,
        personal_link: PERSONAL_LINK.to_owned(),
        calendar: calendar(Method::Request),
    };
    let entered = |workshop, changes| in_series(workshop, changes, SeriesPart::Only);
    let removed = |cause, timetable, personal_link| Letter::WorkshopRemoved {
        event: Arc::clone(event),
        workshop: attended.clone(),
        cause,
        timetable,
        personal_link,
        calendar: calendar(Method::Cancel),
    };
    let change = ChangedField {
        label: room.to_owned(),
        before: String::new(),
        after: format!("{room} 2.04"),
    };
    let link = Some(PERSONAL_LINK.to_owned());
    vec![
        ("workshop_entered", entered(&attended, Vec::new())),
        (
            "workshop_entered_first",
            in_series(&attended, Vec::new(), SeriesPart::First),
        ),
        (
            "workshop_entered_further",
            in_series(&led, Vec::new(), SeriesPart::Further),
        ),
        ("workshop_led", entered(&led, Vec::new())),
        ("workshop_changed", entered(&attended, vec![change])),
        (
            "workshop_removed",
            removed(
                RemovalCause::TimetableChanged,
                vec![led.clone()],
                link.clone(),
            ),
        ),
        (
            "workshop_removed_when_called_off",
            removed(RemovalCause::CalledOff, vec![led.clone()], link),
        ),
        (
            "workshop_removed_with_the_seat",
            removed(RemovalCause::SeatLost, Vec::new(), None),
        ),
        (
            "workshop_removed_with_the_event",
            removed(RemovalCause::EventCancelled, Vec::new(), None),
        ),
    ]
}

fn of_workshop_seats(event: &Arc<EventFacts>, language: Language) -> Vec<(&'static str, Letter)> {
    let when = match language {
        Language::De => "Di., 19. September 2023, 14:00–15:30 Uhr",
        Language::En => "Tue, 19 September 2023, 14:00–15:30",
    };
    let letter = |news: WorkshopNews, room: Option<&str>| Letter::Workshop {
        event: Arc::clone(event),
        calendar: match news {
            WorkshopNews::MovedUp { .. }
            | WorkshopNews::SeatGiven { .. }
            | WorkshopNews::Booked { .. } => Some(calendar(Method::Request)),
            WorkshopNews::GivenBack
            | WorkshopNews::ChangedTo { .. }
            | WorkshopNews::Withdrawn { was_seated: true }
            | WorkshopNews::CalledOff { was_seated: true }
            | WorkshopNews::GivenOtherwise { was_seated: true } => Some(calendar(Method::Cancel)),
            WorkshopNews::Withdrawn { .. }
            | WorkshopNews::CalledOff { .. }
            | WorkshopNews::GivenOtherwise { .. } => None,
        },
        page: match news {
            WorkshopNews::GivenOtherwise { .. } => WorkshopPage::Registration,
            _ => WorkshopPage::Bookings,
        },
        news,
        workshop: WorkshopFacts {
            title: "Anerkennung <im Handwerk>".to_owned(),
            when: when.to_owned(),
            room: room.map(str::to_owned),
        },
        personal_link: format!("{PERSONAL_LINK}/workshops"),
    };
    let moved_up = WorkshopNews::MovedUp {
        gave_up: Some("Pflege".to_owned()),
    };
    let given = WorkshopNews::SeatGiven { gave_up: None };
    let booked = WorkshopNews::Booked { gave_up: None };
    let changed = WorkshopNews::ChangedTo {
        other: "Pflege".to_owned(),
    };
    let otherwise = |was_seated| WorkshopNews::GivenOtherwise { was_seated };
    let withdrawn = |was_seated| WorkshopNews::Withdrawn { was_seated };
    let called_off = |was_seated| WorkshopNews::CalledOff { was_seated };
    vec![
        ("workshop_moved_up", letter(moved_up, Some("Raum 3"))),
        ("workshop_seat_given", letter(given, None)),
        ("workshop_booked", letter(booked, Some("Raum 3"))),
        ("workshop_given_back", letter(WorkshopNews::GivenBack, None)),
        ("workshop_changed_to_another", letter(changed, None)),
        ("workshop_given_otherwise", letter(otherwise(true), None)),
        (
            "workshop_given_otherwise_while_waiting",
            letter(otherwise(false), None),
        ),
        ("workshop_seat_withdrawn", letter(withdrawn(true), None)),
        ("workshop_place_withdrawn", letter(withdrawn(false), None)),
        ("workshop_called_off", letter(called_off(true), None)),
        (
            "workshop_called_off_while_waiting",
            letter(called_off(false), None),
        ),
    ]
}

fn of_change_and_end(
    event: &Arc<EventFacts>,
    changes: Vec<ChangedField>,
) -> Vec<(&'static str, Letter)> {
    use RegisteredBy::{Network, Recipient, Unknown};

    let event = || Arc::clone(event);
    let changed = |changes, calendar| Letter::EventChanged {
        event: event(),
        changes,
        personal_link: PERSONAL_LINK.to_owned(),
        calendar,
    };
    let off = |registered_by, standing, calendar| Letter::EventCancelled {
        event: event(),
        registered_by,
        standing,
        reason:
            "Die Aula ist wegen eines Wasserschadens gesperrt.\n\nEinen neuen Termin nennen wir \
                 im Oktober."
                .to_owned(),
        calendar,
    };
    let cancelled = |by, registered_by, standing, calendar| Letter::RegistrationCancelled {
        event: event(),
        by,
        registered_by,
        standing,
        calendar,
    };
    let declined = |registered_by, standing, calendar| Letter::Declined {
        event: event(),
        registered_by,
        standing,
        reason: Some("Das Treffen richtet sich an die Teilvorhaben in Sachsen.".to_owned()),
        calendar,
    };
    let cancel = || Some(calendar(Method::Cancel));
    let participant = CancelledBy::Participant;
    let organiser = || CancelledBy::Organiser;
    let form = participant(WayBack::Form);
    let (seated, waiting, unknown) = (Standing::Seated, Standing::Waiting, Standing::Unknown);
    vec![
        (
            "event_changed",
            changed(changes.clone(), Some(calendar(Method::Request))),
        ),
        ("event_changed_while_waiting", changed(changes, None)),
        (
            "event_changed_somehow",
            changed(Vec::new(), Some(calendar(Method::Request))),
        ),
        ("event_cancelled", off(Recipient, seated, cancel())),
        ("event_cancelled_while_waiting", off(Network, waiting, None)),
        ("event_cancelled_unconfirmed", off(Unknown, unknown, None)),
        (
            "registration_cancelled",
            cancelled(form, Recipient, seated, cancel()),
        ),
        (
            "registration_cancelled_while_waiting",
            cancelled(participant(WayBack::WaitingList), Recipient, waiting, None),
        ),
        (
            "registration_cancelled_after_closing",
            cancelled(participant(WayBack::Organiser), Recipient, seated, cancel()),
        ),
        (
            "registration_cancelled_by_organiser",
            cancelled(organiser(), Network, seated, None),
        ),
        (
            "waiting_cancelled_by_organiser",
            cancelled(organiser(), Recipient, waiting, None),
        ),
        (
            "unconfirmed_cancelled_by_organiser",
            cancelled(organiser(), Unknown, unknown, None),
        ),
        (
            "registration_cancelled_by_an_organisation",
            cancelled(
                CancelledBy::Organisation("Volkshochschule Leipzig".to_owned()),
                RegisteredBy::Colleague("Volkshochschule Leipzig".to_owned()),
                seated,
                cancel(),
            ),
        ),
        ("declined", declined(Recipient, waiting, None)),
        ("declined_with_seat", declined(Recipient, seated, cancel())),
        (
            "declined_entered_by_network",
            declined(Network, waiting, None),
        ),
        ("declined_unconfirmed", declined(Unknown, unknown, None)),
    ]
}

fn changes(language: Language) -> Vec<ChangedField> {
    let change = |label: &str, before: &str, after: &str| ChangedField {
        label: label.to_owned(),
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
