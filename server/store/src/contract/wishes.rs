use std::collections::HashMap;

use model::{
    EventId, EventTime, Registration, RegistrationState, SlotId, WorkshopId,
    local::Occurrence,
    workshops::{
        Offer, OfferKey, SlotWay, SwapOffer, TieSeed, TimeSlot, WishList, WishReminder, WishSetup,
        Workshop, WorkshopDetails, WorkshopState,
    },
};

use crate::{
    Tx,
    contract::sample::{at, id, line, local, planned, registration},
    testing::TestDatabase,
};

crate::on_both_engines! {
    the_set_up_of_wishes_comes_back_as_it_was_saved,
    wishes_come_back_in_their_order,
    a_workshop_or_slot_that_is_removed_leaves_the_other_wishes,
    the_demand_counts_people_with_a_seat,
    a_registration_that_is_deleted_takes_its_wishes_along,
    a_reminder_is_due_until_it_is_noted,
    an_offered_swap_is_replaced_made_and_taken_back,
}

const EVENT: u128 = 1;

/// A slot and three workshops that it offers.
pub(super) async fn offered(tx: &mut Tx) -> (SlotId, [WorkshopId; 3]) {
    let slot = TimeSlot {
        id: id(10),
        event: id(EVENT),
        starts: local("2027-04-15T14:00"),
        occurrence: Occurrence::First,
        minutes: 90,
        way: SlotWay::Wishes,
        revision: 1,
    };
    tx.insert_slot(&slot).await.unwrap();
    for number in 21..24 {
        let workshop = Workshop {
            id: id(number),
            event: id(EVENT),
            position: 0,
            details: WorkshopDetails::titled(line(&format!("Werkstatt {number}"))),
            state: WorkshopState::Planned,
            revision: 1,
        };
        tx.insert_workshop(&workshop).await.unwrap();
        let offer = Offer {
            id: id(number + 10),
            key: OfferKey {
                slot: slot.id,
                workshop: workshop.id,
            },
            room: None,
        };
        let item = offer.item(&slot, &workshop);
        tx.insert_agenda_item(&item).await.unwrap();
    }
    (slot.id, [id(21), id(22), id(23)])
}

async fn registered(tx: &mut Tx, number: u128, state: RegistrationState) -> Registration {
    let mut person = registration(number, id(EVENT));
    person.state = state;
    person.waiting_position = (state == RegistrationState::Waitlisted).then_some(1);
    tx.insert_registration(&person).await.unwrap();
    person
}

async fn saves(tx: &mut Tx, person: &Registration, ranked: &[WorkshopId]) -> WishList {
    let list = WishList {
        ranked: ranked.to_vec(),
        ..WishList::default()
    };
    tx.lock_wishes(person.id, at(5)).await.unwrap();
    tx.save_wishes(person.id, &list).await.unwrap();
    list
}

async fn the_set_up_of_wishes_comes_back_as_it_was_saved(database: TestDatabase) {
    let (_, event) = planned(&database.store).await;
    let mut tx = database.store.begin().await.unwrap();
    assert_eq!(tx.wish_setup(event.id).await.unwrap(), None);
    let setup = WishSetup {
        event: event.id,
        closes: EventTime {
            local: local("2027-03-19T18:00"),
            at: at(1_805_475_600),
        },
        least: Some(3),
        shows_demand: true,
        allows_swaps: false,
        reminder: WishReminder {
            days_before: Some(3),
            is_due: true,
            sent_at: None,
        },
        seed: TieSeed::from_random([0xFF; 8]),
        revision: 1,
    };
    tx.save_wish_setup(&setup).await.unwrap();
    assert_eq!(tx.wish_setup(event.id).await.unwrap(), Some(setup.clone()));
    let changed = WishSetup {
        least: None,
        shows_demand: false,
        allows_swaps: true,
        reminder: WishReminder::default(),
        seed: TieSeed::from_random([1; 8]),
        revision: 2,
        ..setup
    };
    tx.save_wish_setup(&changed).await.unwrap();
    assert_eq!(tx.wish_setup(event.id).await.unwrap(), Some(changed));
}

async fn wishes_come_back_in_their_order(database: TestDatabase) {
    planned(&database.store).await;
    let mut tx = database.store.begin().await.unwrap();
    let (slot, [one, two, three]) = offered(&mut tx).await;
    let anna = registered(&mut tx, 40, RegistrationState::Confirmed).await;
    assert_eq!(tx.wishes(anna.id).await.unwrap(), WishList::default());
    assert_eq!(tx.wishes_saved_at(anna.id).await.unwrap(), None);

    let list = saves(&mut tx, &anna, &[three, one, two]).await;
    assert_eq!(tx.wishes(anna.id).await.unwrap(), list);
    assert_eq!(tx.wishes_saved_at(anna.id).await.unwrap(), Some(at(5)));
    let absent = WishList {
        ranked: vec![two],
        absent: [slot].into(),
        ..WishList::default()
    };
    tx.lock_wishes(anna.id, at(9)).await.unwrap();
    tx.save_wishes(anna.id, &absent).await.unwrap();
    assert_eq!(tx.wishes(anna.id).await.unwrap(), absent);
    assert_eq!(tx.wishes_saved_at(anna.id).await.unwrap(), Some(at(9)));
    let all = tx.wishes_of_event(id(EVENT)).await.unwrap();
    assert_eq!(all, [(anna.id, absent)].into());
    saves(&mut tx, &anna, &[]).await;
    assert!(tx.wishes_of_event(id(EVENT)).await.unwrap().is_empty());
}

async fn a_workshop_or_slot_that_is_removed_leaves_the_other_wishes(database: TestDatabase) {
    planned(&database.store).await;
    let mut tx = database.store.begin().await.unwrap();
    let (slot, [one, two, three]) = offered(&mut tx).await;
    let anna = registered(&mut tx, 40, RegistrationState::Confirmed).await;
    let mut list = saves(&mut tx, &anna, &[three, one, two]).await;
    list.absent.insert(slot);
    tx.save_wishes(anna.id, &list).await.unwrap();
    tx.delete_workshop(one).await.unwrap();
    tx.delete_slot(slot).await.unwrap();
    let left = WishList {
        ranked: vec![three, two],
        ..WishList::default()
    };
    assert_eq!(tx.wishes(anna.id).await.unwrap(), left);
}

async fn the_demand_counts_people_with_a_seat(database: TestDatabase) {
    planned(&database.store).await;
    let mut tx = database.store.begin().await.unwrap();
    let (_, [one, two, _]) = offered(&mut tx).await;
    for (number, state, ranked) in [
        (40, RegistrationState::Confirmed, vec![one, two]),
        (41, RegistrationState::Confirmed, vec![two]),
        (42, RegistrationState::Waitlisted, vec![two]),
    ] {
        let person = registered(&mut tx, number, state).await;
        saves(&mut tx, &person, &ranked).await;
    }
    let demand = tx.wish_demand(id(EVENT)).await.unwrap();
    assert_eq!(demand, HashMap::from([(one, 1), (two, 2)]));
    let event: EventId = id(EVENT);
    assert_eq!(tx.wishes_of_event(event).await.unwrap().len(), 3);
}

async fn a_registration_that_is_deleted_takes_its_wishes_along(database: TestDatabase) {
    planned(&database.store).await;
    let mut tx = database.store.begin().await.unwrap();
    let (_, [one, ..]) = offered(&mut tx).await;
    let anna = registered(&mut tx, 40, RegistrationState::Confirmed).await;
    saves(&mut tx, &anna, &[one]).await;
    tx.delete_registrations_of(id(EVENT)).await.unwrap();
    assert_eq!(tx.wishes(anna.id).await.unwrap(), WishList::default());
}

async fn a_reminder_is_due_until_it_is_noted(database: TestDatabase) {
    let (_, event) = planned(&database.store).await;
    let mut tx = database.store.begin().await.unwrap();
    let setup = WishSetup {
        event: event.id,
        closes: EventTime {
            local: local("2027-03-19T18:00"),
            at: at(1_805_475_600),
        },
        least: None,
        shows_demand: true,
        allows_swaps: false,
        reminder: WishReminder {
            days_before: Some(3),
            is_due: true,
            sent_at: None,
        },
        seed: TieSeed::from_random([1; 8]),
        revision: 1,
    };
    tx.save_wish_setup(&setup).await.unwrap();
    assert_eq!(tx.events_to_remind(at(9)).await.unwrap(), [event.id]);
    assert_eq!(tx.events_to_remind(setup.closes.at).await.unwrap(), []);

    let sent = WishReminder {
        is_due: false,
        sent_at: Some(at(10)),
        ..setup.reminder
    };
    tx.save_wish_reminder(event.id, sent).await.unwrap();
    assert_eq!(tx.events_to_remind(at(9)).await.unwrap(), []);
    let noted = tx.wish_setup(event.id).await.unwrap().unwrap();
    assert_eq!(noted.reminder, sent);

    // Nobody is reminded of a draft.
    tx.save_wish_setup(&setup).await.unwrap();
    let mut draft = event;
    draft.state = model::EventState::Draft;
    draft.revision += 1;
    tx.update_event(&draft, at(11)).await.unwrap();
    assert_eq!(tx.events_to_remind(at(12)).await.unwrap(), []);
}

async fn an_offered_swap_is_replaced_made_and_taken_back(database: TestDatabase) {
    planned(&database.store).await;
    let mut tx = database.store.begin().await.unwrap();
    let (slot, [one, two, three]) = offered(&mut tx).await;
    let anna = registered(&mut tx, 40, RegistrationState::Confirmed).await;
    let offer = SwapOffer {
        person: anna.id,
        slot,
        gives: one,
        wants: two,
        offered_at: at(5),
        made_at: None,
    };
    let other = SwapOffer {
        wants: three,
        offered_at: at(6),
        ..offer
    };
    for offer in [offer, other] {
        tx.save_swap(&offer).await.unwrap();
    }
    let event = id(EVENT);
    assert_eq!(tx.swaps_of_event(event).await.unwrap(), [offer, other]);
    let made = SwapOffer {
        made_at: Some(at(9)),
        ..offer
    };
    tx.save_swap(&made).await.unwrap();
    tx.delete_open_swaps(anna.id, slot).await.unwrap();
    assert_eq!(tx.swaps_of_event(event).await.unwrap(), [made]);
    tx.save_swap(&other).await.unwrap();
    assert!(tx.delete_open_swap(&other).await.unwrap());
    assert!(!tx.delete_open_swap(&other).await.unwrap());
    // A swap that is made is no offer any more.
    assert!(!tx.delete_open_swap(&made).await.unwrap());
    assert_eq!(tx.swaps_of_event(event).await.unwrap(), [made]);
    tx.save_swap(&other).await.unwrap();
    tx.delete_open_swaps_of(anna.id).await.unwrap();
    assert_eq!(tx.swaps_of_event(event).await.unwrap(), [made]);
    tx.save_swap(&other).await.unwrap();
    tx.delete_open_swaps_of_event(event).await.unwrap();
    assert_eq!(tx.swaps_of_event(event).await.unwrap(), [made]);
    tx.delete_workshop(one).await.unwrap();
    assert_eq!(tx.swaps_of_event(event).await.unwrap(), []);
}
