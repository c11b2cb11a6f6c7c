//! What binds people besides their wishes: bookings in other slots, and organisers who need them elsewhere.

use model::{
    Fault, Line,
    workshops::{BookingChange, BusyMark, SlotWay, WishChange, WishList},
};
use planner::{PlannerError, assignments::Place, workshops::NewSlot};
use store::testing::TestDatabase;

use super::{
    SMALL,
    changes::person,
    checker::Rows,
    choose,
    given_congress::{GivenCongress, a_congress},
};
use crate::workshops::{add_slot, fault_of, slot};

store::on_both_engines! {
    nobody_is_placed_in_what_they_have_booked_nor_books_what_they_were_given,
    whoever_is_needed_elsewhere_is_not_placed_there,
}

impl GivenCongress {
    /// Another slot, in which seats are booked, with the workshop 0 and 4, which excludes 5.
    async fn with_bookings(&self) -> model::SlotId {
        let new = NewSlot {
            way: SlotWay::FirstCome,
            ..slot("17:00", 60)
        };
        let booked = add_slot(&self.given, self.event, new).await;
        for number in [0, 4] {
            self.edits(number, |workshop| {
                workshop.offers.push(planner::workshops::NewOffer {
                    slot: booked,
                    room: None,
                });
            })
            .await;
        }
        booked
    }
}

async fn nobody_is_placed_in_what_they_have_booked_nor_books_what_they_were_given(
    database: TestDatabase,
) {
    let congress = a_congress(database, SMALL).await;
    let booked = congress.with_bookings().await;
    let planner = &congress.given.planner;
    congress.given.mails_arrive().await;
    let link = congress.link_of(2).await;
    let offer = |number: usize| model::workshops::OfferKey {
        slot: booked,
        workshop: congress.workshops[number],
    };
    // Workshop 4 is booked: it is no wish any more, nor is 5, which it excludes.
    let take = BookingChange::Take(offer(4));
    planner.change_own_bookings(&link, take).await.unwrap();
    let refused = planner.change_wishes(&link, WishChange::Add(congress.workshops[5]));
    assert!(matches!(
        fault_of(refused.await).1,
        Fault::ExcludesBooked { .. }
    ));
    let page = planner.wish_page(&link).await.unwrap();
    assert!(page.choice().check(congress.workshops[5]).is_err());
    // A wish from before the booking stays, and is explained.
    let wishes = WishList {
        ranked: vec![congress.workshops[5], congress.workshops[7]],
        ..WishList::default()
    };
    congress.wishes(2, &wishes).await;
    congress.is_assigned().await;
    choose(&congress, 1, None).await;
    let id = congress.person(2).await;
    let version = congress.board().await.version.unwrap();
    for &slot in &congress.slots {
        let workshop = version.seating.workshop_of(id, slot);
        assert!(workshop != Some(congress.workshops[4]) && workshop != Some(congress.workshops[5]));
    }
    let explanation = person(&congress, id).await.explanation.unwrap();
    let mut reader = congress.given.database.store.read().await.unwrap();
    let set_up = congress.board().await.assignment.set_up();
    let rows = Rows::read(&mut reader, congress.event, set_up).await;
    drop(reader);
    rows.check_reasons(&version.seating, &explanation);
    let access = congress.reads();
    let listed = planner.refused_first_wishes(&access).await.unwrap().refused;
    assert!(listed.iter().any(|one| one.person == id));

    // Once seats are published, what somebody was given is booked by nobody of them.
    congress.publishes_unsent().await;
    let seated = version.seating.all();
    let mut seated = seated.filter(|(_, offer)| offer.workshop == congress.workshops[0]);
    let (placed, _) = seated.next().unwrap();
    let all = congress.people().await;
    let number = all.iter().position(|one| *one == placed).unwrap();
    congress.given.mails_arrive().await;
    let link = congress.link_of(number).await;
    let take = planner.change_own_bookings(&link, BookingChange::Take(offer(0)));
    assert!(matches!(fault_of(take.await).1, Fault::BookedThen { .. }));
}

async fn whoever_is_needed_elsewhere_is_not_placed_there(database: TestDatabase) {
    let congress = a_congress(database, SMALL).await;
    let planner = &congress.given.planner;
    let access = congress.organises();
    let id = congress.person(2).await;
    let mark = BusyMark {
        person: id,
        slot: congress.slots[0],
        reason: Some(Line::parse("Empfang").unwrap()),
    };
    for _ in 0..2 {
        planner.mark_busy(&access, mark.clone()).await.unwrap();
    }
    let found = planner.busy_people(&congress.reads()).await.unwrap();
    assert_eq!(found.marks, std::slice::from_ref(&mark));
    congress.is_assigned().await;
    choose(&congress, 1, None).await;
    let version = congress.board().await.version.unwrap();
    assert_eq!(version.seating.workshop_of(id, congress.slots[0]), None);
    let explanation = person(&congress, id).await.explanation.unwrap();
    assert_eq!(explanation.slots[0].place, Place::Busy);
    // A change of the wishes leaves the mark alone, and the time is not told as one without a workshop.
    congress.given.mails_arrive().await;
    let link = congress.link_of(2).await;
    let add = WishChange::Add(congress.workshops[9]);
    planner.change_wishes(&link, add).await.unwrap();
    assert_eq!(
        planner
            .busy_people(&congress.reads())
            .await
            .unwrap()
            .marks
            .len(),
        1
    );
    congress.publishes_unsent().await;
    let own = planner.personal_page(&link).await.unwrap();
    let without = own.workshops.free.len();

    planner.unmark_busy(&access, id, mark.slot).await.unwrap();
    planner.unmark_busy(&access, id, mark.slot).await.unwrap();
    assert_eq!(
        planner.busy_people(&congress.reads()).await.unwrap().marks,
        []
    );
    assert!(!congress.board().await.is_up_to_date());
    let own = planner.personal_page(&link).await.unwrap();
    assert_eq!(own.workshops.free.len(), without + 1);

    // Others and other slots are no choice.
    let stranger = BusyMark {
        person: model::RegistrationId::from(uuid::Uuid::from_u128(7)),
        ..mark.clone()
    };
    let refused = planner.mark_busy(&access, stranger).await;
    assert_eq!(
        fault_of(refused),
        ("person".to_owned(), Fault::NoSuchChoice)
    );
    let booked = congress.with_bookings().await;
    let offer = model::workshops::OfferKey {
        slot: booked,
        workshop: congress.workshops[4],
    };
    let take = BookingChange::Take(offer);
    planner.change_own_bookings(&link, take).await.unwrap();
    let there = BusyMark {
        slot: booked,
        ..mark.clone()
    };
    let refused = planner.mark_busy(&access, there.clone()).await;
    assert_eq!(fault_of(refused), ("slot".to_owned(), Fault::HasBooked));
    let leave = BookingChange::Leave(offer);
    planner.change_own_bookings(&link, leave).await.unwrap();
    planner.mark_busy(&access, there).await.unwrap();
    let refused = planner
        .change_own_bookings(&link, BookingChange::Take(offer))
        .await;
    assert!(matches!(fault_of(refused).1, Fault::BusyThen { .. }));
    // A draft of somebody else's page is refused by the right.
    let foreign = planner
        .mark_busy(
            &congress
                .given
                .organises(model::EventId::from(uuid::Uuid::from_u128(9))),
            mark,
        )
        .await;
    assert!(matches!(foreign, Err(PlannerError::NotFound)));
}
