//! What organisers do to bookings: limits, workshops that do not take place, seats given by hand.

use model::{
    Fault, MailKind, OrganisationId,
    workshops::{BookingChange, SlotWay, WorkshopState},
};
use planner::{
    agenda::AgendaMove,
    workshops::{NewSlot, SeatsOnChange, SlotEdit},
};
use store::testing::TestDatabase;

use super::{
    book, booked, change_workshop, congress, first_come, offer_use, registration_of, seats, told,
};
use crate::{
    given::{a_network, address, line, meeting, person},
    workshops::fault_of,
};

store::on_both_engines! {
    a_raised_maximum_promotes,
    a_limit_below_the_seats_taken_is_refused_beside_its_field,
    a_workshop_that_is_called_off_frees_and_tells_its_people,
    an_offer_or_slot_that_is_removed_tells_its_people,
    an_offer_that_is_removed_from_the_agenda_tells_its_people,
    one_organisation_has_no_more_seats_than_it_may,
    organisers_give_seats_and_take_them_back,
    a_slot_with_bookings_keeps_its_way_unless_they_may_end,
    later_mails_do_not_replace_that_of_a_workshop,
}

async fn a_raised_maximum_promotes(database: TestDatabase) {
    let given = a_network(database).await;
    let congress = congress(&given).await;
    let handwork = congress.offer(0, 0);
    let mut tokens = Vec::new();
    for name in ["anna", "ben", "cem", "dana"] {
        let token = given.comes(congress.event, person(name, None)).await;
        book(&given, &token, BookingChange::Wait(handwork))
            .await
            .unwrap();
        tokens.push(token);
    }
    let raised = change_workshop(&given, congress.event, congress.workshops[0], |handwork| {
        handwork.details.most = Some(3);
    });
    raised.await.unwrap();
    for token in &tokens[..3] {
        assert_eq!(seats(&given, token).await, [handwork]);
    }
    let still_waits = (vec![], vec![(handwork, 1)]);
    assert_eq!(booked(&given, &tokens[3]).await, still_waits);
    for (name, mails) in [("anna", 1), ("ben", 1), ("cem", 1), ("dana", 0)] {
        assert_eq!(told(&given, name).await.len(), mails, "{name}");
    }
}

async fn a_limit_below_the_seats_taken_is_refused_beside_its_field(database: TestDatabase) {
    let given = a_network(database).await;
    let congress = congress(&given).await;
    let partner = given.organisation("Jobcenter").await;
    let (event, id) = (congress.event, congress.workshops[0]);
    let limits = async |most, organisation_most| {
        change_workshop(&given, event, id, |handwork| {
            handwork.details.most = most;
            handwork.details.organisation_most = organisation_most;
        })
        .await
    };
    limits(Some(4), None).await.unwrap();
    for name in ["anna", "ben", "cem"] {
        let token = given.comes(event, person(name, Some(partner))).await;
        book(&given, &token, BookingChange::Take(congress.offer(0, 0)))
            .await
            .unwrap();
    }
    let fewer = Fault::FewerThanTaken { taken: 3 };
    let refused = fault_of(limits(Some(2), None).await);
    assert_eq!(refused, ("most".to_owned(), fewer.clone()));
    let refused = fault_of(limits(Some(4), Some(2)).await);
    assert_eq!(refused, ("organisation_most".to_owned(), fewer));
    limits(Some(3), Some(3)).await.unwrap();
}

async fn a_workshop_that_is_called_off_frees_and_tells_its_people(database: TestDatabase) {
    let given = a_network(database).await;
    let congress = congress(&given).await;
    let (handwork, care) = (congress.offer(0, 0), congress.offer(0, 1));
    let anna = given.comes(congress.event, person("anna", None)).await;
    let ben = given.comes(congress.event, person("ben", None)).await;
    for (token, change) in [
        (&anna, BookingChange::Take(handwork)),
        (&ben, BookingChange::Take(care)),
        (&ben, BookingChange::Wait(handwork)),
    ] {
        book(&given, token, change).await.unwrap();
    }
    let access = given.organises(congress.event);
    let state = |state| {
        given
            .planner
            .set_workshop_state(&access, congress.workshops[0], state)
    };
    state(WorkshopState::CalledOff).await.unwrap();
    assert_eq!(booked(&given, &anna).await, (vec![], vec![]));
    assert_eq!(booked(&given, &ben).await, (vec![care], vec![]));
    let called_off = "Workshop abgesagt: Handwerk";
    assert_eq!(told(&given, "anna").await, [called_off]);
    assert_eq!(told(&given, "ben").await, ["Gebucht: Pflege", called_off]);
    // It begins anew.
    state(WorkshopState::Planned).await.unwrap();
    assert_eq!(booked(&given, &anna).await, (vec![], vec![]));
    book(&given, &anna, BookingChange::Take(handwork))
        .await
        .unwrap();
}

async fn an_offer_or_slot_that_is_removed_tells_its_people(database: TestDatabase) {
    let given = a_network(database).await;
    let congress = congress(&given).await;
    let event = congress.event;
    let anna = given.comes(event, person("anna", None)).await;
    let ben = given.comes(event, person("ben", None)).await;
    for (token, offer) in [(&anna, congress.offer(0, 0)), (&ben, congress.offer(1, 0))] {
        book(&given, token, BookingChange::Take(offer))
            .await
            .unwrap();
    }
    let removed = change_workshop(&given, event, congress.workshops[0], |handwork| {
        handwork.offers.remove(0);
    });
    removed.await.unwrap();
    assert_eq!(told(&given, "anna").await, ["Workshop abgesagt: Handwerk"]);
    assert_eq!(told(&given, "ben").await, ["Gebucht: Handwerk"]);
    assert_eq!(booked(&given, &anna).await, (vec![], vec![]));
    let access = given.organises(event);
    let slot = given.planner.remove_slot(&access, congress.slots[1]);
    slot.await.unwrap();
    assert_eq!(told(&given, "ben").await, ["Workshop abgesagt: Handwerk"]);
    assert_eq!(booked(&given, &ben).await, (vec![], vec![]));
    // Nobody is left to tell.
    let workshop = given
        .planner
        .remove_workshop(&access, congress.workshops[0]);
    workshop.await.unwrap();
    assert_eq!(told(&given, "ben").await.len(), 1);
}

async fn an_offer_that_is_removed_from_the_agenda_tells_its_people(database: TestDatabase) {
    let given = a_network(database).await;
    let congress = congress(&given).await;
    let offer = congress.offer(0, 0);
    let token = given.comes(congress.event, person("anna", None)).await;
    book(&given, &token, BookingChange::Take(offer))
        .await
        .unwrap();
    let programme = crate::workshops::programme(&given, congress.event).await;
    let item = programme.programme.offer(offer).unwrap().id;
    let access = given.organises(congress.event);
    let removed = given
        .planner
        .remove_agenda_item(&access, item, AgendaMove::OnlyThis);
    removed.await.unwrap();
    assert!(seats(&given, &token).await.is_empty());
    assert_eq!(told(&given, "anna").await, ["Workshop abgesagt: Handwerk"]);
}

async fn one_organisation_has_no_more_seats_than_it_may(database: TestDatabase) {
    let given = a_network(database).await;
    let congress = congress(&given).await;
    let partner: OrganisationId = given.organisation("Jobcenter").await;
    let handwork = congress.offer(0, 0);
    let limited = change_workshop(&given, congress.event, congress.workshops[0], |handwork| {
        handwork.details.most = Some(2);
        handwork.details.organisation_most = Some(1);
    });
    limited.await.unwrap();
    let anna = given
        .comes(congress.event, person("anna", Some(partner)))
        .await;
    let ben = given
        .comes(congress.event, person("ben", Some(partner)))
        .await;
    let cem = given.comes(congress.event, person("cem", None)).await;
    let dana = given.comes(congress.event, person("dana", None)).await;
    book(&given, &anna, BookingChange::Take(handwork))
        .await
        .unwrap();
    assert_eq!(offer_use(&given, &ben, handwork).await.left, Some(0));
    assert_eq!(offer_use(&given, &cem, handwork).await.left, Some(1));
    let refused = book(&given, &ben, BookingChange::Take(handwork)).await;
    assert_eq!(fault_of(refused).1, Fault::WorkshopFull);
    for token in [&ben, &cem, &dana] {
        book(&given, token, BookingChange::Wait(handwork))
            .await
            .unwrap();
    }
    // Ben waits and does not hold up those behind him.
    assert_eq!(seats(&given, &cem).await, [handwork]);
    assert_eq!(booked(&given, &dana).await.1, [(handwork, 2)]);
    book(&given, &cem, BookingChange::Leave(handwork))
        .await
        .unwrap();
    assert_eq!(seats(&given, &dana).await, [handwork]);
    book(&given, &anna, BookingChange::Leave(handwork))
        .await
        .unwrap();
    assert_eq!(seats(&given, &ben).await, [handwork]);
}

async fn organisers_give_seats_and_take_them_back(database: TestDatabase) {
    let given = a_network(database).await;
    let congress = congress(&given).await;
    let (handwork, care) = (congress.offer(0, 0), congress.offer(0, 1));
    let anna = given.comes(congress.event, person("anna", None)).await;
    let ben = given.comes(congress.event, person("ben", None)).await;
    book(&given, &anna, BookingChange::Take(care))
        .await
        .unwrap();
    book(&given, &ben, BookingChange::Wait(care)).await.unwrap();
    let id = registration_of(&given, "anna", congress.event).await;
    let access = given.organises_registration(id);
    let change = |change| given.planner.change_bookings_of(&access, change);
    given.mails_arrive().await;
    change(BookingChange::Take(handwork)).await.unwrap();
    assert_eq!(seats(&given, &anna).await, [handwork]);
    assert_eq!(seats(&given, &ben).await, [care]);
    given.mails_arrive().await;
    change(BookingChange::Leave(handwork)).await.unwrap();
    assert!(seats(&given, &anna).await.is_empty());
    assert_eq!(
        told(&given, "anna").await,
        [
            "Gebucht: Pflege",
            "Platz abgegeben: Pflege",
            "Sie haben jetzt einen Platz: Handwerk",
            "Ihr Platz wurde zurückgenommen: Handwerk"
        ]
    );
    let full = change(BookingChange::Take(care)).await;
    assert_eq!(fault_of(full).1, Fault::WorkshopFull);

    let found = given
        .planner
        .booking_overview(&given.organises(congress.event))
        .await
        .unwrap();
    let of_care: Vec<_> = found
        .booked(care)
        .iter()
        .map(|booked| booked.registration.person.address.clone())
        .collect();
    assert_eq!(of_care, [address("ben")]);
    let without: Vec<_> = found
        .without_seat(congress.slots[0])
        .map(|person| person.id)
        .collect();
    assert_eq!(without, [id]);
}

async fn a_slot_with_bookings_keeps_its_way_unless_they_may_end(database: TestDatabase) {
    let given = a_network(database).await;
    let congress = congress(&given).await;
    let anna = given.comes(congress.event, person("anna", None)).await;
    book(&given, &anna, BookingChange::Take(congress.offer(0, 0)))
        .await
        .unwrap();
    let access = given.organises(congress.event);
    let wishes = async |slot: usize, starts, seats| {
        let edit = SlotEdit {
            seen: 1,
            new: NewSlot {
                way: SlotWay::Wishes,
                ..first_come(starts)
            },
            seats,
        };
        let id = congress.slots[slot];
        given.planner.change_slot(&access, id, edit).await
    };
    let booked = Fault::SlotBooked { people: 1 };
    let refused = fault_of(wishes(0, "10:00", SeatsOnChange::Keep).await);
    assert_eq!(refused, ("way".to_owned(), booked));
    wishes(1, "13:00", SeatsOnChange::Keep).await.unwrap();
    given.mails_arrive().await;
    wishes(0, "10:00", SeatsOnChange::End).await.unwrap();
    assert_eq!(
        told(&given, "anna").await,
        [
            "Gebucht: Handwerk",
            "Plätze werden anders vergeben: Handwerk"
        ]
    );
    // Earlier mails lead to a page that has nothing to book.
    let page = given
        .planner
        .booking_page(&given.link(&anna))
        .await
        .unwrap();
    assert!(page.bookings.is_empty() && page.slots().next().is_none());
}

async fn later_mails_do_not_replace_that_of_a_workshop(database: TestDatabase) {
    let given = a_network(database).await;
    let congress = congress(&given).await;
    let handwork = congress.offer(0, 0);
    let anna = given.comes(congress.event, person("anna", None)).await;
    let ben = given.comes(congress.event, person("ben", None)).await;
    book(&given, &anna, BookingChange::Take(handwork))
        .await
        .unwrap();
    book(&given, &ben, BookingChange::Wait(handwork))
        .await
        .unwrap();
    book(&given, &anna, BookingChange::Leave(handwork))
        .await
        .unwrap();
    let mut moved = meeting(Some(70), vec![]);
    moved.title = line("Netzwerktreffen Sachsen");
    given.changes(congress.event, moved).await;
    given.run_jobs().await;
    let mails = given.mails_to(&address("ben")).await;
    let queued: Vec<_> = mails
        .iter()
        .filter(|(line, _)| line.state == model::MailState::Queued)
        .map(|(line, _)| line.kind)
        .collect();
    assert_eq!(queued, [MailKind::WorkshopEntered, MailKind::EventChanged]);
}
