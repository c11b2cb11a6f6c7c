use model::{
    AgendaItemKind, SlotId, WorkshopId,
    local::Occurrence,
    workshops::{
        Clash, Offer, OfferKey, Programme, Room, SlotWay, TimeSlot, Workshop, WorkshopDetails,
        WorkshopState,
    },
};

use crate::{
    StoreError, Tx,
    contract::sample::{id, line, local, planned, text},
    testing::TestDatabase,
};

crate::on_both_engines! {
    a_programme_comes_back_as_it_was_saved,
    what_is_changed_and_removed_leaves_the_rest,
    a_workshop_is_offered_once_in_a_slot,
    an_event_that_is_deleted_takes_its_programme_along,
}

fn slot(number: u128, starts: &str) -> TimeSlot {
    TimeSlot {
        id: id(number),
        event: id(1),
        starts: local(starts),
        occurrence: Occurrence::Second,
        minutes: 90,
        way: SlotWay::Wishes,
        revision: 1,
    }
}

fn workshop(number: u128, position: i64) -> Workshop {
    Workshop {
        id: id(number),
        event: id(1),
        position,
        details: WorkshopDetails {
            description: text("**Fälle**\n\n- einer"),
            speakers: Some(line("Beate Schäfer")),
            topic: Some(line("Anerkennung")),
            language: Some(line("Deutsch")),
            step_free: true,
            least: Some(8),
            most: Some(25),
            organisation_most: Some(3),
            ..WorkshopDetails::titled(line("Anerkennung im Handwerk"))
        },
        state: WorkshopState::Planned,
        revision: 1,
    }
}

fn offer(number: u128, slot: SlotId, workshop: WorkshopId) -> Offer {
    Offer {
        id: id(number),
        key: OfferKey { slot, workshop },
        room: Some(line("Raum 3")),
    }
}

/// Two slots and two workshops, the first of them offered in both.
async fn saved(tx: &mut Tx) -> Programme {
    let slots = vec![slot(10, "2027-04-15T14:00"), slot(11, "2027-04-16T09:30")];
    let workshops = vec![workshop(22, 0), workshop(21, 1)];
    let (early, late) = (slots[0].id, slots[1].id);
    let programme = Programme {
        offers: vec![
            offer(30, early, id(22)),
            offer(31, early, id(21)),
            offer(32, late, id(22)),
        ],
        clashes: Clash::between(id(22), id(21)).into_iter().collect(),
        rooms: vec![Room {
            name: line("Raum 3"),
            seats: 30,
        }],
        slots,
        workshops,
        called_off: std::collections::BTreeSet::new(),
    };
    for slot in programme.slots.iter().rev() {
        tx.insert_slot(slot).await.unwrap();
    }
    for workshop in programme.workshops.iter().rev() {
        tx.insert_workshop(workshop).await.unwrap();
    }
    for item in programme.items() {
        tx.insert_agenda_item(&item).await.unwrap();
    }
    for clash in &programme.clashes {
        tx.insert_clash(*clash).await.unwrap();
    }
    for room in &programme.rooms {
        tx.save_room(id(1), room).await.unwrap();
    }
    programme
}

async fn a_programme_comes_back_as_it_was_saved(database: TestDatabase) {
    let (_, event) = planned(&database.store).await;
    let mut tx = database.store.begin().await.unwrap();
    assert!(tx.programme(event.id).await.unwrap().is_empty());
    let programme = saved(&mut tx).await;
    assert_eq!(tx.programme(event.id).await.unwrap(), programme);
    // Offers are items of the agenda.
    let agenda = tx.agenda(event.id).await.unwrap().rows;
    assert_eq!(agenda, programme.items().collect::<Vec<_>>());
    assert!(
        agenda
            .iter()
            .all(|item| item.kind == AgendaItemKind::Workshop)
    );
}

async fn what_is_changed_and_removed_leaves_the_rest(database: TestDatabase) {
    let (_, event) = planned(&database.store).await;
    let mut tx = database.store.begin().await.unwrap();
    let mut programme = saved(&mut tx).await;
    programme.slots[1].minutes = 60;
    programme.slots[1].way = SlotWay::FirstCome;
    programme.slots[1].revision = 2;
    tx.update_slot(&programme.slots[1]).await.unwrap();
    programme.workshops[0].details = WorkshopDetails::titled(line("Handwerk"));
    programme.workshops[0].state = WorkshopState::CalledOff;
    tx.update_workshop(&programme.workshops[0]).await.unwrap();
    programme.rooms[0].seats = 40;
    tx.save_room(event.id, &programme.rooms[0]).await.unwrap();
    assert_eq!(tx.programme(event.id).await.unwrap(), programme);

    tx.delete_clash(programme.clashes[0]).await.unwrap();
    tx.delete_room(event.id, &programme.rooms[0]).await.unwrap();
    tx.delete_slot(programme.slots[0].id).await.unwrap();
    programme.clashes.clear();
    programme.rooms.clear();
    programme.slots.remove(0);
    programme.offers.drain(..2);
    assert_eq!(tx.programme(event.id).await.unwrap(), programme);

    tx.delete_workshop(programme.workshops[0].id).await.unwrap();
    programme.workshops.remove(0);
    programme.offers.clear();
    assert_eq!(tx.programme(event.id).await.unwrap(), programme);
    assert!(tx.agenda(event.id).await.unwrap().is_empty());
}

async fn a_workshop_is_offered_once_in_a_slot(database: TestDatabase) {
    planned(&database.store).await;
    let mut tx = database.store.begin().await.unwrap();
    let programme = saved(&mut tx).await;
    let mut second = programme.items().next().unwrap();
    second.id = id(40);
    let refused = tx.insert_agenda_item(&second).await.unwrap_err();
    assert!(matches!(refused, StoreError::Duplicate { .. }), "{refused}");
}

async fn an_event_that_is_deleted_takes_its_programme_along(database: TestDatabase) {
    let (_, event) = planned(&database.store).await;
    let mut tx = database.store.begin().await.unwrap();
    saved(&mut tx).await;
    tx.delete_event(event.id).await.unwrap();
    assert_eq!(tx.programme(event.id).await.unwrap(), Programme::default());
}
