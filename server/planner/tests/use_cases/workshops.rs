//! Slots, workshops and their offers, and what they have to do with the agenda.

use std::collections::BTreeSet;

use jiff::civil::DateTime;
use model::{
    AgendaItem, EventDetails, EventId, Fault, Line, SlotId, WorkshopId,
    workshops::{Room, SlotWay, WorkshopDetails, WorkshopState},
};
use planner::{
    PlannerError,
    agenda::{AgendaItemEdit, AgendaMove},
    events::AgendaShift,
    workshops::{
        NewOffer, NewSlot, PlannedProgramme, SeatsOnChange, SlotEdit, WorkshopEdit, WorkshopInput,
    },
};
use store::testing::TestDatabase;

use crate::{
    agenda::{added, item},
    events::draft,
    given::{Given, a_network, confirmed, line, meeting, when},
};

store::on_both_engines! {
    a_workshop_that_is_offered_twice_is_two_items_of_the_agenda,
    a_slot_that_moves_takes_its_offers_along,
    a_slot_over_another_is_refused,
    a_change_of_the_agenda_moves_the_slot_and_can_be_undone,
    offers_are_changed_by_their_workshops_only,
    contradictions_of_a_workshop_are_refused_beside_their_fields,
    a_change_made_from_an_older_revision_is_a_conflict,
    an_event_that_moves_takes_its_slots_along,
    an_event_made_from_another_has_its_programme,
    the_programme_of_another_event_is_taken_over_once,
    rooms_that_do_not_fit_are_pointed_out,
}

pub fn slot(starts: &str, minutes: u32) -> NewSlot {
    NewSlot {
        starts: format!("2023-09-19T{starts}").parse().unwrap(),
        occurrence: None,
        minutes: Some(minutes),
        ends: None,
        way: SlotWay::Wishes,
    }
}

pub fn workshop(title: &str, slots: &[SlotId]) -> WorkshopInput {
    let offers = slots.iter().map(|slot| NewOffer {
        slot: *slot,
        room: Some(line("Raum 3")),
    });
    WorkshopInput {
        details: WorkshopDetails::titled(line(title)),
        offers: offers.collect(),
        clashes: BTreeSet::new(),
    }
}

pub async fn add_slot(given: &Given, event: EventId, new: NewSlot) -> SlotId {
    let access = given.organises(event);
    given.planner.add_slot(&access, new).await.unwrap()
}

pub async fn add_workshop(given: &Given, event: EventId, new: WorkshopInput) -> WorkshopId {
    let access = given.organises(event);
    given.planner.add_workshop(&access, new).await.unwrap()
}

pub async fn programme(given: &Given, event: EventId) -> PlannedProgramme {
    let access = given.organises(event);
    given.planner.programme(&access).await.unwrap()
}

/// Two slots, and a workshop that is offered in both.
async fn planned(given: &Given) -> (EventId, [SlotId; 2], WorkshopId) {
    let event = draft(given).await;
    let first = add_slot(given, event, slot("10:00", 90)).await;
    let second = add_slot(given, event, slot("13:00", 90)).await;
    let workshop = workshop("Anerkennung", &[first, second]);
    let workshop = add_workshop(given, event, workshop).await;
    (event, [first, second], workshop)
}

fn starts(items: &[AgendaItem]) -> Vec<String> {
    let time = |at: DateTime| at.strftime("%H:%M").to_string();
    items.iter().map(|item| time(item.starts)).collect()
}

pub fn fault_of<T: std::fmt::Debug>(refused: Result<T, PlannerError>) -> (String, Fault) {
    let PlannerError::Invalid(faults) = refused.unwrap_err() else {
        panic!("no fault of a field");
    };
    let (field, fault) = faults.iter().next().unwrap();
    (field.to_owned(), fault.clone())
}

async fn a_workshop_that_is_offered_twice_is_two_items_of_the_agenda(database: TestDatabase) {
    let given = a_network(database).await;
    let (event, [first, second], workshop) = planned(&given).await;
    let found = programme(&given, event).await;
    assert_eq!(starts(&found.agenda), ["10:00", "13:00"]);
    assert_eq!(found.agenda, found.programme.items().collect::<Vec<_>>());
    let kept = found.programme.offers[1].id;

    // The second offer gets another room and stays the same item; the first one goes.
    let stored = found.programme.workshop(workshop).unwrap();
    let mut new = self::workshop("Anerkennung im Handwerk", &[second]);
    new.offers[0].room = Some(line("Saal"));
    let edit = WorkshopEdit {
        seen: stored.revision,
        new,
    };
    let access = given.organises(event);
    given
        .planner
        .change_workshop(&access, workshop, edit)
        .await
        .unwrap();
    let found = programme(&given, event).await;
    assert_eq!(found.programme.offers.len(), 1);
    assert_eq!(found.programme.offers_in(first).count(), 0);
    assert_eq!(found.agenda[0].id, kept);
    assert_eq!(found.agenda[0].title.as_str(), "Anerkennung im Handwerk");
    assert_eq!(found.agenda[0].room, Some(line("Saal")));

    given
        .planner
        .remove_workshop(&access, workshop)
        .await
        .unwrap();
    let found = programme(&given, event).await;
    assert!(found.agenda.is_empty() && found.programme.workshops.is_empty());
}

async fn a_slot_that_moves_takes_its_offers_along(database: TestDatabase) {
    let given = a_network(database).await;
    let (event, [first, _], _) = planned(&given).await;
    let edit = SlotEdit {
        seen: 1,
        seats: SeatsOnChange::Keep,
        new: NewSlot {
            way: SlotWay::FirstCome,
            ..slot("09:45", 60)
        },
    };
    let access = given.organises(event);
    given
        .planner
        .change_slot(&access, first, edit)
        .await
        .unwrap();
    let found = programme(&given, event).await;
    assert_eq!(starts(&found.agenda), ["09:45", "13:00"]);
    assert_eq!(found.agenda[0].minutes, 60);
    assert_eq!(found.programme.slots[0].way, SlotWay::FirstCome);
    given.planner.remove_slot(&access, first).await.unwrap();
    let found = programme(&given, event).await;
    assert_eq!(starts(&found.agenda), ["13:00"]);
    assert_eq!(found.programme.workshops.len(), 1);
}

async fn a_slot_over_another_is_refused(database: TestDatabase) {
    let given = a_network(database).await;
    let (event, [first, _], _) = planned(&given).await;
    let access = given.organises(event);
    let over = |times: &str| NewSlot {
        ends: None,
        ..slot(times, 90)
    };
    let (field, fault) = fault_of(given.planner.add_slot(&access, over("11:00")).await);
    let overlaps = Fault::SlotOverlaps {
        starts: "2023-09-19T10:00".parse().unwrap(),
        ends: "2023-09-19T11:30".parse().unwrap(),
    };
    assert_eq!((field.as_str(), fault), ("starts", overlaps));
    let edit = SlotEdit {
        seen: 1,
        seats: SeatsOnChange::Keep,
        new: over("12:00"),
    };
    let (field, fault) = fault_of(given.planner.change_slot(&access, first, edit).await);
    assert_eq!(field, "starts");
    assert!(matches!(fault, Fault::SlotOverlaps { .. }), "{fault:?}");
    // One after the other is no overlap, and another day is none of the event's.
    add_slot(&given, event, slot("11:30", 90)).await;
    let elsewhere = NewSlot {
        starts: "2023-09-20T10:00".parse().unwrap(),
        ..slot("10:00", 90)
    };
    let refused = fault_of(given.planner.add_slot(&access, elsewhere).await);
    assert_eq!(refused, ("date".to_owned(), Fault::NoDayOfEvent));
}

async fn a_change_of_the_agenda_moves_the_slot_and_can_be_undone(database: TestDatabase) {
    let given = a_network(database).await;
    let (event, _, _) = planned(&given).await;
    let access = given.organises(event);
    let planner = &given.planner;
    let opening = added(&given, event, item("Begrüßung", "09:30", 30)).await;
    let before = programme(&given, event).await;
    let edit = AgendaItemEdit {
        seen: item("Begrüßung", "09:30", 30),
        new: item("Begrüßung", "09:30", 45),
        along: AgendaMove::AllAfter,
    };
    planner
        .change_agenda_item(&access, opening, edit)
        .await
        .unwrap();
    let moved = programme(&given, event).await;
    assert_eq!(starts(&moved.agenda), ["09:30", "10:15", "13:15"]);
    let slots: Vec<_> = moved
        .programme
        .slots
        .iter()
        .map(|slot| slot.starts)
        .collect();
    assert_eq!(slots, [moved.agenda[1].starts, moved.agenda[2].starts]);

    let last = planner.undoable_agenda_change(&access).await.unwrap();
    planner
        .undo_agenda_change(&access, last.unwrap())
        .await
        .unwrap();
    let undone = programme(&given, event).await;
    assert_eq!(undone.agenda, before.agenda);
    let times = |found: &PlannedProgramme| -> Vec<DateTime> {
        found
            .programme
            .slots
            .iter()
            .map(|slot| slot.starts)
            .collect()
    };
    assert_eq!(times(&undone), times(&before));

    // An offer that is removed from the agenda comes back with its slot and workshop.
    let offer = before.programme.offers[0].id;
    let only_this = AgendaMove::OnlyThis;
    planner
        .remove_agenda_item(&access, offer, only_this)
        .await
        .unwrap();
    let last = planner.undoable_agenda_change(&access).await.unwrap();
    planner
        .undo_agenda_change(&access, last.unwrap())
        .await
        .unwrap();
    let undone = programme(&given, event).await;
    assert_eq!(undone.programme.offers, before.programme.offers);
    // What is changed on the page of workshops is not undone on that of the agenda.
    add_slot(&given, event, slot("15:00", 30)).await;
    assert_eq!(planner.undoable_agenda_change(&access).await.unwrap(), None);
}

async fn offers_are_changed_by_their_workshops_only(database: TestDatabase) {
    let given = a_network(database).await;
    let (event, _, _) = planned(&given).await;
    let offer = programme(&given, event).await.programme.offers[0].id;
    let edit = AgendaItemEdit {
        seen: item("Anerkennung", "10:00", 90),
        new: item("Etwas anderes", "10:30", 90),
        along: AgendaMove::OnlyThis,
    };
    let access = given.organises(event);
    let refused = given.planner.change_agenda_item(&access, offer, edit).await;
    assert!(
        matches!(refused, Err(PlannerError::WrongState)),
        "{refused:?}"
    );
}

async fn contradictions_of_a_workshop_are_refused_beside_their_fields(database: TestDatabase) {
    let given = a_network(database).await;
    let (event, [first, _], _) = planned(&given).await;
    let access = given.organises(event);
    let refused = async |new| fault_of(given.planner.add_workshop(&access, new).await);
    let mut numbers = workshop("Sprache", &[first]);
    numbers.details.least = Some(20);
    numbers.details.most = Some(10);
    let above = Fault::AboveMaximum { most: 10 };
    assert_eq!(refused(numbers).await, ("least".to_owned(), above));
    let twice = workshop("Sprache", &[first, first]);
    let expected = ("offers[1]".to_owned(), Fault::OfferedTwice);
    assert_eq!(refused(twice).await, expected);
    let known = workshop("ANERKENNUNG", &[]);
    assert_eq!(refused(known).await, ("title".to_owned(), Fault::Twice));
    let unknown: SlotId = uuid::Uuid::from_u128(5).into();
    let nowhere = workshop("Sprache", &[unknown]);
    let expected = ("offers[0]".to_owned(), Fault::NoSuchChoice);
    assert_eq!(refused(nowhere).await, expected);
    assert_eq!(programme(&given, event).await.programme.workshops.len(), 1);
}

async fn a_change_made_from_an_older_revision_is_a_conflict(database: TestDatabase) {
    let given = a_network(database).await;
    let (event, [first, _], id) = planned(&given).await;
    let access = given.organises(event);
    let planner = &given.planner;
    let called_off = WorkshopState::CalledOff;
    planner
        .set_workshop_state(&access, id, called_off)
        .await
        .unwrap();
    let edit = WorkshopEdit {
        seen: 1,
        new: workshop("Sprache", &[]),
    };
    let refused = planner.change_workshop(&access, id, edit).await;
    assert!(matches!(refused, Err(PlannerError::Conflict(_))));
    let found = programme(&given, event).await.programme;
    assert_eq!(found.workshops[0].state, called_off);
    // Its offers are kept.
    assert_eq!(found.offers.len(), 2);
    let edit = SlotEdit {
        seen: 7,
        seats: SeatsOnChange::Keep,
        new: slot("10:00", 60),
    };
    let refused = planner.change_slot(&access, first, edit).await;
    assert!(matches!(refused, Err(PlannerError::Conflict(_))));
}

async fn an_event_that_moves_takes_its_slots_along(database: TestDatabase) {
    let given = a_network(database).await;
    let (event, _, _) = planned(&given).await;
    let later = EventDetails {
        starts: when("2023-09-20T10:30"),
        ends: when("2023-09-20T17:00"),
        ..meeting(Some(70), vec![])
    };
    let how = confirmed(AgendaShift::WithEvent);
    given
        .planner
        .change_event(&given.organises(event), 0, how, |_| Ok(later))
        .await
        .unwrap();
    let found = programme(&given, event).await;
    assert_eq!(starts(&found.agenda), ["11:00", "14:00"]);
    let expected: DateTime = "2023-09-20T11:00".parse().unwrap();
    assert_eq!(found.programme.slots[0].starts, expected);
    assert_eq!(found.slots_outside().count(), 0);
    assert_eq!(found.agenda, found.programme.items().collect::<Vec<_>>());
}

/// A programme as it is compared with a copy of it.
fn content(found: &PlannedProgramme) -> Vec<(String, Vec<String>)> {
    let workshops = found.programme.workshops.iter();
    workshops
        .map(|workshop| {
            let slots = found.programme.offers_of(workshop.id);
            let times = slots.map(|(_, slot)| slot.starts.strftime("%d. %H:%M").to_string());
            (workshop.details.title.to_string(), times.collect())
        })
        .collect()
}

async fn an_event_made_from_another_has_its_programme(database: TestDatabase) {
    let given = a_network(database).await;
    let (event, slots, first) = planned(&given).await;
    let mut second = workshop("Sprache", &slots[..1]);
    second.clashes.insert(first);
    add_workshop(&given, event, second).await;
    added(&given, event, item("Begrüßung", "09:30", 30)).await;
    let details = EventDetails {
        starts: when("2024-09-17T09:30"),
        ends: when("2024-09-17T16:00"),
        ..meeting(Some(70), vec![])
    };
    let copy = given
        .planner
        .create_event(&given.organiser, Some(event), |_| Ok(details))
        .await
        .unwrap();
    let (before, after) = (
        programme(&given, event).await,
        programme(&given, copy).await,
    );
    let both = ["17. 10:00", "17. 13:00"].map(str::to_owned);
    let expected = [
        ("Anerkennung".to_owned(), both.to_vec()),
        ("Sprache".to_owned(), both[..1].to_vec()),
    ];
    assert_eq!(content(&after), expected);
    assert_eq!(after.agenda.len(), before.agenda.len());
    assert_eq!(after.programme.clashes.len(), 1);
    assert_ne!(after.programme.clashes, before.programme.clashes);
}

async fn the_programme_of_another_event_is_taken_over_once(database: TestDatabase) {
    let given = a_network(database).await;
    let (event, _, _) = planned(&given).await;
    let other = draft(&given).await;
    let access = given.organises(other);
    given
        .planner
        .take_over_programme(&access, event)
        .await
        .unwrap();
    let (before, after) = (
        programme(&given, event).await,
        programme(&given, other).await,
    );
    assert_eq!(content(&before), content(&after));
    let again = given.planner.take_over_programme(&access, event).await;
    assert_eq!(fault_of(again), ("from".to_owned(), Fault::ProgrammeExists));
    assert_eq!(programme(&given, other).await.programme, after.programme);
}

async fn rooms_that_do_not_fit_are_pointed_out(database: TestDatabase) {
    let given = a_network(database).await;
    let (event, [first, _], _) = planned(&given).await;
    let access = given.organises(event);
    let mut large = workshop("Sprache", &[first]);
    large.details.most = Some(31);
    add_workshop(&given, event, large).await;
    let room = |name: &str, seats| Room {
        name: Line::parse(name).unwrap(),
        seats,
    };
    let twice = vec![room("Raum 3", 30), room("raum 3", 40)];
    let refused = fault_of(given.planner.save_rooms(&access, twice).await);
    assert_eq!(refused, ("rooms[1][name]".to_owned(), Fault::Twice));
    let rooms = vec![room("Raum 3", 30), room("Saal", 200)];
    given.planner.save_rooms(&access, rooms).await.unwrap();
    let found = programme(&given, event).await;
    let too_small: Vec<_> = found.programme.too_small_rooms();
    let numbers: Vec<_> = too_small
        .iter()
        .map(|found| (found.most, found.seats))
        .collect();
    assert_eq!(numbers, [(31, 30)]);
    // Both workshops are in room 3 at ten.
    assert_eq!(found.room_conflicts().len(), 1);
    let rooms = vec![room("Raum 3", 31)];
    given.planner.save_rooms(&access, rooms).await.unwrap();
    let found = programme(&given, event).await;
    assert!(found.programme.too_small_rooms().is_empty());
    assert_eq!(found.programme.rooms.len(), 1);
}
