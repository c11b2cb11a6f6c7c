//! Seats of workshops in slots where whoever comes first is served first.

mod calendar;
mod organising;

use jiff::SignedDuration;
use model::{
    EventId, Fault, MailKind, MailState, RegistrationId, SlotId, WorkshopId,
    workshops::{BookingChange, BookingState, OfferKey, SlotWay, WorkshopState},
};
use planner::{
    PlannerError,
    workshops::{NewSlot, OfferUse, WorkshopEdit, WorkshopInput},
};
use store::testing::TestDatabase;

use crate::{
    given::{Given, a_network, address, line, meeting, person},
    workshops::{add_slot, add_workshop, fault_of, programme, slot, workshop},
};

store::on_both_engines! {
    a_seat_is_taken_moved_and_given_back,
    a_full_workshop_leaves_the_old_seat_alone,
    whoever_moves_up_frees_the_seat_that_they_had,
    the_same_click_sent_by_three_hands_counts_once,
    only_people_with_a_seat_at_the_event_book,
    what_cannot_be_booked_is_refused_beside_the_offer,
    nobody_books_once_the_slot_has_begun,
    whoever_cancels_loses_the_seats_and_the_next_is_told,
}

/// A published event with two slots in which seats are booked. Handwerk is offered in both, Pflege and Sprache in the
/// first, each with one seat.
pub struct Congress {
    pub event: EventId,
    pub slots: [SlotId; 2],
    pub workshops: [WorkshopId; 3],
}

impl Congress {
    pub const fn offer(&self, slot: usize, workshop: usize) -> OfferKey {
        OfferKey {
            slot: self.slots[slot],
            workshop: self.workshops[workshop],
        }
    }
}

fn first_come(starts: &str) -> NewSlot {
    NewSlot {
        way: SlotWay::FirstCome,
        ..slot(starts, 90)
    }
}

pub async fn congress(given: &Given) -> Congress {
    congress_for(given, 70).await
}

async fn congress_for(given: &Given, people: u32) -> Congress {
    let details = meeting(Some(people), vec![]);
    let event = given
        .planner
        .create_event(&given.organiser, None, |_| Ok(details))
        .await
        .unwrap();
    let first = add_slot(given, event, first_come("10:00")).await;
    let second = add_slot(given, event, first_come("13:00")).await;
    let mut workshops = Vec::new();
    for (title, slots) in [
        ("Handwerk", &[first, second][..]),
        ("Pflege", &[first]),
        ("Sprache", &[first]),
    ] {
        let mut new = workshop(title, slots);
        new.details.most = Some(1);
        workshops.push(add_workshop(given, event, new).await);
    }
    let access = given.organises(event);
    given.planner.publish_event(&access).await.unwrap();
    Congress {
        event,
        slots: [first, second],
        workshops: workshops.try_into().unwrap(),
    }
}

pub async fn book(given: &Given, token: &str, change: BookingChange) -> Result<(), PlannerError> {
    let link = given.link(token);
    given.planner.change_own_bookings(&link, change).await
}

/// The workshops in which somebody has a seat, and those for which they wait, with their places.
async fn booked(given: &Given, token: &str) -> (Vec<OfferKey>, Vec<(OfferKey, u32)>) {
    let page = given
        .planner
        .booking_page(&given.link(token))
        .await
        .unwrap();
    let (mut seats, mut waits) = (Vec::new(), Vec::new());
    for booking in page.bookings {
        match booking.state {
            BookingState::Seated => seats.push(booking.offer),
            BookingState::Waiting { place } => waits.push((booking.offer, place)),
        }
    }
    (seats, waits)
}

async fn seats(given: &Given, token: &str) -> Vec<OfferKey> {
    booked(given, token).await.0
}

async fn offer_use(given: &Given, token: &str, offer: OfferKey) -> OfferUse {
    let page = given
        .planner
        .booking_page(&given.link(token))
        .await
        .unwrap();
    page.offer_use(offer)
}

/// The subjects of the mails about workshops to somebody, without the event that ends them.
async fn told(given: &Given, name: &str) -> Vec<String> {
    let mails = given.mails_to(&address(name)).await;
    mails
        .into_iter()
        .filter(|(line, _)| {
            let is_about_workshop = matches!(
                line.kind,
                MailKind::WorkshopSeat | MailKind::WorkshopEntered | MailKind::WorkshopRemoved
            );
            is_about_workshop && line.state != MailState::Dropped
        })
        .map(|(line, _)| line.subject.replace(" (Landesweites Netzwerktreffen)", ""))
        .collect()
}

async fn registration_of(given: &Given, name: &str, event: EventId) -> RegistrationId {
    let mut reader = given.database.store.read().await.unwrap();
    let lower = address(name).lower();
    let found = reader.registration_by_address(event, &lower).await.unwrap();
    found.unwrap().id
}

/// Changes a workshop as it is now.
pub async fn change_workshop(
    given: &Given,
    event: EventId,
    id: WorkshopId,
    change: impl FnOnce(&mut WorkshopInput),
) -> Result<(), PlannerError> {
    let found = programme(given, event).await.programme;
    let stored = found.workshop(id).unwrap();
    let slots: Vec<SlotId> = found.offers_of(id).map(|(_, slot)| slot.id).collect();
    let mut new = workshop(stored.details.title.as_str(), &slots);
    new.details = stored.details.clone();
    change(&mut new);
    let edit = WorkshopEdit {
        seen: stored.revision,
        new,
    };
    let access = given.organises(event);
    given.planner.change_workshop(&access, id, edit).await
}

async fn a_seat_is_taken_moved_and_given_back(database: TestDatabase) {
    let given = a_network(database).await;
    let congress = congress(&given).await;
    let (handwork, care) = (congress.offer(0, 0), congress.offer(0, 1));
    let anna = given.comes(congress.event, person("anna", None)).await;
    let free = OfferUse {
        seated: 0,
        waiting: 0,
        left: Some(1),
    };
    assert_eq!(offer_use(&given, &anna, handwork).await, free);

    book(&given, &anna, BookingChange::Take(handwork))
        .await
        .unwrap();
    assert_eq!(seats(&given, &anna).await, [handwork]);
    let full = OfferUse {
        seated: 1,
        waiting: 0,
        left: Some(0),
    };
    assert_eq!(offer_use(&given, &anna, handwork).await, full);
    book(&given, &anna, BookingChange::Take(care))
        .await
        .unwrap();
    assert_eq!(seats(&given, &anna).await, [care]);
    assert_eq!(offer_use(&given, &anna, handwork).await, free);
    book(&given, &anna, BookingChange::Leave(care))
        .await
        .unwrap();
    assert_eq!(booked(&given, &anna).await, (vec![], vec![]));
    let nothing = told(&given, "anna").await;
    assert!(nothing.is_empty(), "nothing was sent yet: {nothing:?}");
}

async fn a_full_workshop_leaves_the_old_seat_alone(database: TestDatabase) {
    let given = a_network(database).await;
    let congress = congress(&given).await;
    let (handwork, care) = (congress.offer(0, 0), congress.offer(0, 1));
    let anna = given.comes(congress.event, person("anna", None)).await;
    let ben = given.comes(congress.event, person("ben", None)).await;
    book(&given, &anna, BookingChange::Take(handwork))
        .await
        .unwrap();
    book(&given, &ben, BookingChange::Take(care)).await.unwrap();
    let refused = book(&given, &ben, BookingChange::Take(handwork)).await;
    assert_eq!(fault_of(refused), ("offer".to_owned(), Fault::WorkshopFull));
    assert_eq!(booked(&given, &ben).await, (vec![care], vec![]));
    // Also while they wait.
    book(&given, &ben, BookingChange::Wait(handwork))
        .await
        .unwrap();
    let both = (vec![care], vec![(handwork, 1)]);
    assert_eq!(booked(&given, &ben).await, both);
    assert_eq!(offer_use(&given, &ben, handwork).await.waiting, 1);
    book(&given, &ben, BookingChange::Leave(handwork))
        .await
        .unwrap();
    assert_eq!(booked(&given, &ben).await, (vec![care], vec![]));
}

async fn whoever_moves_up_frees_the_seat_that_they_had(database: TestDatabase) {
    let given = a_network(database).await;
    let congress = congress(&given).await;
    let [handwork, care, language] = [0, 1, 2].map(|workshop| congress.offer(0, workshop));
    let mut tokens = Vec::new();
    for name in ["anna", "ben", "cem", "dana"] {
        tokens.push(given.comes(congress.event, person(name, None)).await);
    }
    let [anna, ben, cem, dana]: [String; 4] = tokens.try_into().unwrap();
    for (token, change) in [
        (&anna, BookingChange::Take(handwork)),
        (&ben, BookingChange::Take(care)),
        (&cem, BookingChange::Take(language)),
        (&ben, BookingChange::Wait(handwork)),
        (&cem, BookingChange::Wait(care)),
        (&dana, BookingChange::Wait(care)),
    ] {
        book(&given, token, change).await.unwrap();
    }
    assert_eq!(booked(&given, &dana).await, (vec![], vec![(care, 2)]));
    book(&given, &anna, BookingChange::Leave(handwork))
        .await
        .unwrap();
    assert_eq!(booked(&given, &ben).await, (vec![handwork], vec![]));
    assert_eq!(booked(&given, &cem).await, (vec![care], vec![]));
    assert_eq!(booked(&given, &dana).await, (vec![], vec![(care, 1)]));
    assert_eq!(offer_use(&given, &dana, language).await.left, Some(1));
    let moved_up = |title: &str| vec![format!("Sie haben jetzt einen Platz: {title}")];
    assert_eq!(told(&given, "ben").await, moved_up("Handwerk"));
    assert_eq!(told(&given, "cem").await, moved_up("Pflege"));
    assert!(told(&given, "dana").await.is_empty());
    let mails = given.mails_to(&address("ben")).await;
    let text = &mails.last().unwrap().1;
    assert!(text.contains("Raum 3"), "{text}");
}

async fn the_same_click_sent_by_three_hands_counts_once(database: TestDatabase) {
    let given = a_network(database).await;
    let congress = congress(&given).await;
    let (handwork, care) = (congress.offer(0, 0), congress.offer(0, 1));
    let anna = given.comes(congress.event, person("anna", None)).await;
    let ben = given.comes(congress.event, person("ben", None)).await;
    book(&given, &ben, BookingChange::Take(care)).await.unwrap();
    for (change, after) in [
        (BookingChange::Take(handwork), (vec![handwork], vec![])),
        (BookingChange::Wait(care), (vec![handwork], vec![(care, 1)])),
        (BookingChange::Leave(care), (vec![handwork], vec![])),
        (BookingChange::Leave(handwork), (vec![], vec![])),
    ] {
        let send = || book(&given, &anna, change);
        let (one, two, three) = tokio::join!(send(), send(), send());
        for sent in [one, two, three] {
            sent.unwrap();
        }
        assert_eq!(booked(&given, &anna).await, after);
    }
}

async fn only_people_with_a_seat_at_the_event_book(database: TestDatabase) {
    let given = a_network(database).await;
    let congress = congress_for(&given, 1).await;
    let handwork = congress.offer(0, 0);
    let anna = given.comes(congress.event, person("anna", None)).await;
    let ben = given.comes(congress.event, person("ben", None)).await;
    for change in [BookingChange::Take(handwork), BookingChange::Wait(handwork)] {
        let refused = book(&given, &ben, change).await;
        assert!(matches!(refused, Err(PlannerError::WrongState)));
    }
    // Ben moves up at the event, and books.
    let link = given.link(&anna);
    given.planner.cancel_own_registration(&link).await.unwrap();
    book(&given, &ben, BookingChange::Take(handwork))
        .await
        .unwrap();
    let refused = book(&given, &anna, BookingChange::Wait(handwork)).await;
    assert!(matches!(refused, Err(PlannerError::WrongState)));
}

async fn what_cannot_be_booked_is_refused_beside_the_offer(database: TestDatabase) {
    let given = a_network(database).await;
    let congress = congress(&given).await;
    let event = congress.event;
    let [handwork, care, language] = [0, 1, 2].map(|workshop| congress.offer(0, workshop));
    let access = given.organises(event);
    let off = WorkshopState::CalledOff;
    let off = given
        .planner
        .set_workshop_state(&access, congress.workshops[2], off);
    off.await.unwrap();
    let speakers = Some(line("Dr. Lea Muster, Jörg Graf"));
    change_workshop(&given, event, congress.workshops[1], |care| {
        care.details.speakers = speakers;
    })
    .await
    .unwrap();
    let refusal = async |token: &str, offer| {
        let refused = book(&given, token, BookingChange::Take(offer)).await;
        let (field, fault) = fault_of(refused);
        assert_eq!(field, "offer");
        fault
    };
    let anna = given.comes(event, person("anna", None)).await;
    assert_eq!(refusal(&anna, language).await, Fault::CalledOff);
    let not_offered = congress.offer(1, 1);
    assert_eq!(refusal(&anna, not_offered).await, Fault::NoSuchChoice);
    // One workshop, twice.
    book(&given, &anna, BookingChange::Take(congress.offer(1, 0)))
        .await
        .unwrap();
    let starts = "2023-09-19T13:00".parse().unwrap();
    let twice = Fault::BookedThen { starts };
    assert_eq!(refusal(&anna, handwork).await, twice);
    // Lea leads a workshop in the first slot.
    let mut lea = person("lea", None);
    (lea.given_name, lea.family_name) = (line("Lea"), line("Muster"));
    let lea = given.comes(event, lea).await;
    let title = "Pflege".to_owned();
    let leads = Fault::LeadsThen { title };
    for offer in [handwork, care] {
        assert_eq!(refusal(&lea, offer).await, leads);
    }
}

async fn nobody_books_once_the_slot_has_begun(database: TestDatabase) {
    let given = a_network(database).await;
    let congress = congress(&given).await;
    let (handwork, care) = (congress.offer(0, 0), congress.offer(0, 1));
    let anna = given.comes(congress.event, person("anna", None)).await;
    let ben = given.comes(congress.event, person("ben", None)).await;
    book(&given, &anna, BookingChange::Take(handwork))
        .await
        .unwrap();
    book(&given, &ben, BookingChange::Wait(handwork))
        .await
        .unwrap();
    // From 1 August, noon, to 19 September, 10:00.
    given.clock.advance(SignedDuration::from_hours(49 * 24 - 2));
    let refused = book(&given, &anna, BookingChange::Take(care)).await;
    assert_eq!(fault_of(refused), ("offer".to_owned(), Fault::SlotBegan));
    // Nobody moves up any more.
    let anna = registration_of(&given, "anna", congress.event).await;
    let access = given.organises_registration(anna);
    let leave = BookingChange::Leave(handwork);
    let left = given.planner.change_bookings_of(&access, leave);
    left.await.unwrap();
    assert_eq!(booked(&given, &ben).await, (vec![], vec![(handwork, 1)]));
}

async fn whoever_cancels_loses_the_seats_and_the_next_is_told(database: TestDatabase) {
    let given = a_network(database).await;
    let congress = congress(&given).await;
    let (handwork, care) = (congress.offer(0, 0), congress.offer(0, 1));
    let anna = given.comes(congress.event, person("anna", None)).await;
    let ben = given.comes(congress.event, person("ben", None)).await;
    let cem = given.comes(congress.event, person("cem", None)).await;
    for (token, change) in [
        (&anna, BookingChange::Take(handwork)),
        (&cem, BookingChange::Take(care)),
        (&anna, BookingChange::Wait(care)),
        (&ben, BookingChange::Wait(handwork)),
    ] {
        book(&given, token, change).await.unwrap();
    }
    let link = given.link(&anna);
    given.planner.cancel_own_registration(&link).await.unwrap();
    assert_eq!(booked(&given, &anna).await, (vec![], vec![]));
    assert_eq!(booked(&given, &ben).await, (vec![handwork], vec![]));
    assert_eq!(
        told(&given, "ben").await,
        ["Sie haben jetzt einen Platz: Handwerk"]
    );
    assert_eq!(offer_use(&given, &ben, care).await.waiting, 0);
}
