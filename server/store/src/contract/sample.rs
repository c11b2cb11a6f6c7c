//! Values for tests, and the few steps that put them into a database.

use jiff::{Timestamp, civil::DateTime};
use model::{
    Answers, Contingent, EmailAddress, Event, EventDetails, EventId, EventKind, EventState,
    EventTime, Hue, IanaTimeZone, Language, Line, MailKind, Member, Network, Organisation,
    OrganisationId, Person, Place, Registration, RegistrationState, Role, Slug, Source, Text,
    Visibility, WebAddress,
};
use uuid::Uuid;

use crate::{NewMail, Store, Tx};

/// Seconds after the beginning of 1970.
pub fn at(seconds: i64) -> Timestamp {
    Timestamp::from_second(seconds).unwrap()
}

/// An id that is told apart by its number.
pub fn id<Id: From<Uuid>>(number: u128) -> Id {
    Uuid::from_u128(number).into()
}

pub fn line<const MOST: usize>(text: &str) -> Line<MOST> {
    Line::parse(text).unwrap()
}

pub fn text<const MOST: usize>(text: &str) -> Text<MOST> {
    Text::parse(text).unwrap()
}

pub fn address(text: &str) -> EmailAddress {
    EmailAddress::parse(text).unwrap()
}

pub fn network(number: u128) -> Network {
    Network {
        id: id(number),
        slug: Slug::parse(&format!("netz-{number}")).unwrap(),
        name: line("Netzwerk Nord 🌿"),
        sender_name: line("RIN \"Nord\""),
        sender_address: address("post@nord.example"),
        reply_to: Some(address("büro@nord.example")),
        imprint: text("Zeile 1\nZeile 2"),
        privacy: text("**Datenschutz**"),
        privacy_version: 3,
        funding_notice: text("Gefördert."),
        time_zone: IanaTimeZone::parse("Europe/Berlin").unwrap(),
        language: Language::De,
        hue: Hue::parse("210").unwrap(),
        logos: Vec::new(),
        own_words: Vec::new(),
        revision: 0,
    }
}

pub fn member(number: u128, network: &Network, mail: &str) -> Member {
    Member {
        id: id(number),
        network: network.id,
        name: line("Jörg Ängström"),
        address: address(mail),
        role: Role::Organiser,
        language: Language::En,
    }
}

pub fn organisation(number: u128, network: &Network, short_name: &str) -> Organisation {
    Organisation {
        id: id(number),
        network: network.id,
        name: line(&format!("Verein {short_name} e. V.")),
        short_name: line(short_name),
        region: Some(line("Leipzig")),
        field: None,
        parent: None,
        logo: None,
    }
}

pub fn local(text: &str) -> DateTime {
    text.parse().unwrap()
}

pub fn when(text: &str, seconds: i64) -> EventTime {
    EventTime {
        local: local(text),
        at: at(seconds),
    }
}

/// A published event from second 1,000 to second 2,000.
pub fn event(number: u128, network: &Network) -> Event {
    Event {
        id: id(number),
        network: network.id,
        slug: Slug::parse(&format!("treffen-{number}")).unwrap(),
        state: EventState::Published,
        cancel_reason: None,
        details: EventDetails {
            kind: EventKind::WorldCafe,
            title: line("Frühjahrstreffen"),
            summary: text("Kurz\ngesagt"),
            plain_language: text("Kurz.\n\nUnd leicht."),
            body: text("# Programm"),
            language: Language::De,
            time_zone: IanaTimeZone::parse("Europe/Berlin").unwrap(),
            starts: when("1970-01-01T01:16", 1_000),
            ends: when("1970-01-01T01:33", 2_000),
            place: Place {
                name: Some(line("Volkshochschule")),
                address: None,
                room: Some(line("Aula")),
                online_link: Some(WebAddress::parse("https://konferenz.example/a?b=c&d").unwrap()),
            },
            capacity: Some(70),
            contingents: Vec::new(),
            opens: Some(when("1970-01-01T01:00", 0)),
            closes: None,
            visibility: Visibility::Public,
            admission: model::Admission::Open,
            colleagues: model::ColleagueConfirmation::Each,
            funding_notice: text(""),
        },
        link_key: format!("key-{number}"),
        calendar_uid: format!("{number}@nord.example"),
        sequence: 0,
        organizer: address("post@nord.example"),
        organizer_token: format!("token-{number}"),
        revision: 0,
    }
}

pub fn contingent(organisation: OrganisationId, seats: u32) -> Contingent {
    Contingent {
        organisation,
        seats,
    }
}

/// A confirmed registration; its number makes name and address.
pub fn registration(number: u128, event: EventId) -> Registration {
    Registration {
        id: id(number),
        event,
        person: Person {
            given_name: line("Anna"),
            family_name: line(&format!("Nummer {number:03}")),
            address: address(&format!("person{number}@haus.example")),
            organisation: None,
            organisation_name: None,
            language: Language::De,
        },
        answers: Answers::default(),
        state: RegistrationState::Confirmed,
        source: Source::Form,
        created_at: at(i64::try_from(number).unwrap()),
        state_changed_at: at(5),
        waiting_position: None,
        consent: Some((3, at(4))),
        invitation_sequence: None,
        address_confirmed_at: Some(at(4)),
        entered_by: None,
        revision: 0,
    }
}

pub fn waiting(number: u128, event: EventId, position: i64) -> Registration {
    Registration {
        state: RegistrationState::Waitlisted,
        waiting_position: Some(position),
        ..registration(number, event)
    }
}

/// A mail without a calendar part, queued in second 100.
pub fn mail(number: u128, network: &Network) -> NewMail {
    NewMail {
        id: id(number),
        network: network.id,
        event: None,
        registration: None,
        recipient: address(&format!("Person{number}@haus.example")),
        kind: MailKind::SignInLink,
        language: Language::De,
        subject: "Ihr Link".to_owned(),
        message: b"To: x\r\n\r\n\xff\x00".to_vec(),
        message_id: format!("<{number}@nord.example>"),
        envelope_from: address("post@nord.example"),
        calendar: None,
        event_revision: None,
        way: None,
        mailing: None,
        kept: false,
        at: at(100),
    }
}

/// A network with an event in it.
pub async fn planned(store: &Store) -> (Network, Event) {
    let network = network(1);
    let event = event(1, &network);
    let mut tx = store.begin().await.unwrap();
    tx.insert_network(&network, at(1)).await.unwrap();
    tx.insert_event(&event, at(1)).await.unwrap();
    tx.commit().await.unwrap();
    (network, event)
}

/// Registers people, in one transaction.
pub async fn registered(store: &Store, registrations: &[Registration]) {
    let mut tx = store.begin().await.unwrap();
    register(&mut tx, registrations).await;
    tx.commit().await.unwrap();
}

pub async fn register(tx: &mut Tx, registrations: &[Registration]) {
    for registration in registrations {
        tx.insert_registration(registration).await.unwrap();
    }
}
