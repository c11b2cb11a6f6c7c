//! Booked seats in calendars, on lists and at the desk: at once, and only for those whom a change concerns.

use std::collections::BTreeMap;

use model::{
    EventId, MailKind, Text,
    workshops::{BookingChange, WorkshopState},
};
use planner::{
    MoveTo,
    access::ListAccess,
    agenda::MovedPart,
    workshops::{NewSlot, SeatsOnChange, SlotEdit},
};
use store::testing::TestDatabase;

use super::{Congress, book, change_workshop, congress, first_come, told};
use crate::{
    calendar_messages::property,
    given::{Given, a_network, address, line, meeting, person},
    workshop_calendars::{calendar, entries},
    workshops::programme,
};

store::on_both_engines! {
    a_booking_is_in_the_calendar_until_it_is_given_back,
    whoever_changes_or_moves_up_has_the_new_workshop_in_the_calendar,
    a_workshop_that_is_called_off_is_cancelled_for_whoever_attends_or_leads_it,
    another_room_or_time_is_told_to_those_who_have_booked,
    an_event_that_moves_moves_workshops_without_a_room,
    whoever_leaves_the_event_loses_the_entries,
    booked_people_are_on_lists_and_at_the_desk_at_once,
}

/// Methods and SEQUENCEs of the calendar messages about workshops to somebody.
async fn messages(given: &Given, name: &str) -> Vec<(String, u32)> {
    let entries = entries(given, name).await.into_iter();
    entries
        .map(|(method, sequence, _)| (method, sequence))
        .collect()
}

fn request(sequence: u32) -> (String, u32) {
    ("REQUEST".to_owned(), sequence)
}

fn cancel(sequence: u32) -> (String, u32) {
    ("CANCEL".to_owned(), sequence)
}

/// Titles and places in somebody's calendar.
async fn workshops(given: &Given, name: &str) -> Vec<(String, String)> {
    let calendar: BTreeMap<_, _> = calendar(given, name).await;
    calendar.into_values().collect()
}

fn at(title: &str, place: &str) -> Vec<(String, String)> {
    vec![(title.to_owned(), place.to_owned())]
}

/// A change that a person makes, and whose mails arrive.
async fn changes(given: &Given, token: &str, change: BookingChange) {
    book(given, token, change).await.unwrap();
    given.mails_arrive().await;
}

async fn comes(given: &Given, congress: &Congress, name: &str) -> String {
    given.comes(congress.event, person(name, None)).await
}

async fn a_booking_is_in_the_calendar_until_it_is_given_back(database: TestDatabase) {
    let given = a_network(database).await;
    let congress = congress(&given).await;
    let handwork = congress.offer(0, 0);
    let anna = comes(&given, &congress, "anna").await;
    changes(&given, &anna, BookingChange::Take(handwork)).await;
    assert_eq!(workshops(&given, "anna").await, at("Handwerk", "Raum 3"));
    let link = given.link(&anna);
    let page = given.planner.personal_page(&link).await.unwrap();
    assert_eq!(page.workshops.visits.len(), 1);
    let file = String::from_utf8(given.planner.personal_calendar(&page).unwrap()).unwrap();
    assert_eq!(file.matches("BEGIN:VEVENT").count(), 2);
    let entry = entries(&given, "anna").await.remove(0).2;
    let uid = property(&entry, "UID");
    assert!(file.contains(uid), "{uid} in {file}");
    assert!(entry.contains("DTSTART;TZID=Europe/Berlin:20230919T100000"));

    changes(&given, &anna, BookingChange::Leave(handwork)).await;
    assert!(workshops(&given, "anna").await.is_empty());
    assert_eq!(messages(&given, "anna").await, [request(0), cancel(1)]);
    let gone = entries(&given, "anna").await.remove(1).2;
    assert!(
        !gone.contains("STATUS:CANCELLED"),
        "others attend it: {gone}"
    );
    // Mail programs show both mails together.
    let mails = given.mails_to(&address("anna")).await;
    let about_seat: Vec<_> = mails
        .iter()
        .filter(|(line, _)| line.kind != MailKind::SeatConfirmed && line.calendar.is_some())
        .map(|(_, message)| mail_parser::MessageParser::default().parse(message.as_bytes()))
        .collect();
    let [Some(first), Some(second)] = &about_seat[..] else {
        panic!("{about_seat:?}");
    };
    let id = first.message_id().unwrap();
    assert_eq!(second.references().as_text(), Some(id));
    assert_eq!(second.in_reply_to().as_text(), Some(id));
    assert_eq!(first.references().as_text(), None);

    // A click that is taken back before its mail is sent is told to nobody.
    book(&given, &anna, BookingChange::Take(handwork))
        .await
        .unwrap();
    book(&given, &anna, BookingChange::Leave(handwork))
        .await
        .unwrap();
    assert_eq!(messages(&given, "anna").await.len(), 2);
    changes(&given, &anna, BookingChange::Take(handwork)).await;
    assert_eq!(messages(&given, "anna").await[2..], [request(2)]);
}

async fn whoever_changes_or_moves_up_has_the_new_workshop_in_the_calendar(database: TestDatabase) {
    let given = a_network(database).await;
    let congress = congress(&given).await;
    let (handwork, care) = (congress.offer(0, 0), congress.offer(0, 1));
    let anna = comes(&given, &congress, "anna").await;
    let ben = comes(&given, &congress, "ben").await;
    changes(&given, &anna, BookingChange::Take(handwork)).await;
    changes(&given, &ben, BookingChange::Take(care)).await;
    changes(&given, &ben, BookingChange::Wait(handwork)).await;
    assert_eq!(messages(&given, "ben").await, [request(0)]);
    changes(&given, &anna, BookingChange::Leave(handwork)).await;
    // Ben moves up, and his seat in the other workshop is free.
    assert_eq!(workshops(&given, "ben").await, at("Handwerk", "Raum 3"));
    assert_eq!(
        messages(&given, "ben").await,
        [request(0), cancel(1), request(0)]
    );
    changes(&given, &ben, BookingChange::Take(care)).await;
    assert_eq!(workshops(&given, "ben").await, at("Pflege", "Raum 3"));
    assert_eq!(messages(&given, "ben").await[3..], [cancel(1), request(2)]);
    assert_eq!(messages(&given, "anna").await, [request(0), cancel(1)]);
}

async fn a_workshop_that_is_called_off_is_cancelled_for_whoever_attends_or_leads_it(
    database: TestDatabase,
) {
    let given = a_network(database).await;
    let congress = congress(&given).await;
    let (handwork, care) = (congress.offer(0, 0), congress.offer(0, 1));
    let mut lea = person("lea", None);
    (lea.given_name, lea.family_name) = (line("Lea"), line("Muster"));
    given.comes(congress.event, lea).await;
    let anna = comes(&given, &congress, "anna").await;
    let ben = comes(&given, &congress, "ben").await;
    changes(&given, &anna, BookingChange::Take(handwork)).await;
    changes(&given, &ben, BookingChange::Take(care)).await;
    changes(&given, &ben, BookingChange::Wait(handwork)).await;
    let speakers = Some(line("Dr. Lea Muster"));
    change_workshop(&given, congress.event, congress.workshops[0], |handwork| {
        handwork.details.speakers = speakers;
    })
    .await
    .unwrap();
    given.mails_arrive().await;
    // It is offered in both slots.
    assert_eq!(messages(&given, "lea").await, [request(0), request(0)]);
    assert_eq!(messages(&given, "anna").await, [request(0), request(0)]);

    let access = given.organises(congress.event);
    let id = congress.workshops[0];
    let off = given
        .planner
        .set_workshop_state(&access, id, WorkshopState::CalledOff);
    off.await.unwrap();
    given.mails_arrive().await;
    for name in ["anna", "lea"] {
        assert!(workshops(&given, name).await.is_empty(), "{name}");
        let last = entries(&given, name).await.pop().unwrap();
        assert_eq!((last.0.as_str(), last.1), ("CANCEL", 1), "{name}");
        assert!(last.2.contains("STATUS:CANCELLED"), "{}", last.2);
    }
    assert_eq!(workshops(&given, "ben").await, at("Pflege", "Raum 3"));
    assert_eq!(
        told(&given, "ben").await.last().unwrap(),
        "Workshop abgesagt: Handwerk"
    );
}

async fn another_room_or_time_is_told_to_those_who_have_booked(database: TestDatabase) {
    let given = a_network(database).await;
    let congress = congress(&given).await;
    let event = congress.event;
    let anna = comes(&given, &congress, "anna").await;
    let ben = comes(&given, &congress, "ben").await;
    changes(&given, &anna, BookingChange::Take(congress.offer(0, 0))).await;
    changes(&given, &ben, BookingChange::Take(congress.offer(0, 1))).await;
    change_workshop(&given, event, congress.workshops[0], |handwork| {
        handwork.offers[0].room = Some(line("Aula"));
    })
    .await
    .unwrap();
    given.mails_arrive().await;
    assert_eq!(workshops(&given, "anna").await, at("Handwerk", "Aula"));
    assert_eq!(messages(&given, "anna").await, [request(0), request(1)]);
    assert_eq!(messages(&given, "ben").await, [request(0)]);

    let access = given.organises(event);
    let edit = SlotEdit {
        seen: 1,
        new: NewSlot {
            ..first_come("10:15")
        },
        seats: SeatsOnChange::Keep,
    };
    let moved = given.planner.change_slot(&access, congress.slots[0], edit);
    moved.await.unwrap();
    given.mails_arrive().await;
    for (name, sequence) in [("anna", 2), ("ben", 1)] {
        let last = entries(&given, name).await.pop().unwrap();
        assert_eq!(last.1, sequence, "{name}");
        assert!(last.2.contains("T101500"), "{}", last.2);
    }
    // The agenda moves the slot, too.
    let agenda = programme(&given, event).await;
    let part = MovedPart::Slot(agenda.programme.offer(congress.offer(0, 0)).unwrap().id);
    let moved = given.planner.place_in_agenda(&access, part, MoveTo::Last);
    moved.await.unwrap();
    given.mails_arrive().await;
    let last = entries(&given, "anna").await.pop().unwrap();
    assert_eq!(last.1, 3);
    let starts = programme(&given, event).await.programme;
    let starts = starts.slot(congress.slots[0]).unwrap().starts;
    let starts = starts.strftime("T%H%M00").to_string();
    assert!(last.2.contains(&starts), "{}", last.2);
}

async fn moves_to(given: &Given, event: EventId, place: &str) {
    let mut details = meeting(Some(70), vec![]);
    details.place.name = Some(line(place));
    given.changes(event, details).await;
    given.run_jobs().await;
    given.mails_arrive().await;
}

async fn an_event_that_moves_moves_workshops_without_a_room(database: TestDatabase) {
    let given = a_network(database).await;
    let congress = congress(&given).await;
    let event = congress.event;
    change_workshop(&given, event, congress.workshops[1], |care| {
        care.offers[0].room = None;
    })
    .await
    .unwrap();
    let anna = comes(&given, &congress, "anna").await;
    let ben = comes(&given, &congress, "ben").await;
    changes(&given, &anna, BookingChange::Take(congress.offer(0, 0))).await;
    changes(&given, &ben, BookingChange::Take(congress.offer(0, 1))).await;
    moves_to(&given, event, "Rathaus").await;
    let place = workshops(&given, "ben").await.remove(0).1;
    assert!(place.starts_with("Rathaus"), "{place}");
    assert_eq!(messages(&given, "ben").await, [request(0), request(1)]);
    assert_eq!(
        messages(&given, "anna").await,
        [request(0)],
        "she has a room"
    );
}

async fn whoever_leaves_the_event_loses_the_entries(database: TestDatabase) {
    let given = a_network(database).await;
    let congress = congress(&given).await;
    let anna = comes(&given, &congress, "anna").await;
    let ben = comes(&given, &congress, "ben").await;
    changes(&given, &anna, BookingChange::Take(congress.offer(0, 0))).await;
    changes(&given, &ben, BookingChange::Take(congress.offer(1, 0))).await;
    let link = given.link(&anna);
    given.planner.cancel_own_registration(&link).await.unwrap();
    given.mails_arrive().await;
    assert!(workshops(&given, "anna").await.is_empty());
    let access = given.organises(congress.event);
    let reason = Text::parse("Wasserschaden").unwrap();
    given.planner.cancel_event(&access, reason).await.unwrap();
    given.run_jobs().await;
    given.mails_arrive().await;
    assert!(workshops(&given, "ben").await.is_empty());
    let last = entries(&given, "ben").await.pop().unwrap();
    assert!(last.2.contains("STATUS:CANCELLED"), "{}", last.2);
}

async fn booked_people_are_on_lists_and_at_the_desk_at_once(database: TestDatabase) {
    let given = a_network(database).await;
    let congress = congress(&given).await;
    let handwork = congress.offer(0, 0);
    let anna = comes(&given, &congress, "anna").await;
    comes(&given, &congress, "ben").await;
    changes(&given, &anna, BookingChange::Take(handwork)).await;
    let planner = &given.planner;
    let reads = given.principal.reads_event(congress.event);
    let day = planner.workshop_day(&reads).await.unwrap();
    let visits: Vec<usize> = day.people.iter().map(|one| one.visits.len()).collect();
    assert_eq!(visits, [1, 0]);
    // Every workshop that can be booked has its sign, also before somebody has.
    let rosters = day.rosters.unwrap();
    assert_eq!(rosters.len(), 4);
    let booked = rosters.iter().find(|roster| roster.key == handwork);
    assert_eq!(booked.unwrap().people.len(), 1);

    let access = given.organises(congress.event);
    let sheet = planner.make_list_links(&access, None).await.unwrap();
    let links = planner.list_links(&access, Some(sheet.reveal())).await;
    let links = links.unwrap();
    assert!(links.have_people);
    let link = links.workshops[0].link.clone().unwrap();
    let token = link.rsplit_once('/').unwrap().1;
    let list = ListAccess::new(token, &given.client);
    let list = planner.workshop_list(&list).await.unwrap();
    let people: Vec<_> = list.people.iter().map(|one| &one.person.address).collect();
    assert_eq!(people, [&address("anna")]);
    let counts: Vec<usize> = list.rosters.iter().map(|one| one.people.len()).collect();
    assert_eq!(counts, [1, 0], "it is offered twice");
}
