//! Slots with fewer seats than people.

use model::assignment::OfferDecision;
use planner::assignments::SeatShortage;
use store::testing::TestDatabase;

use super::{
    choose,
    given_congress::{Size, a_congress},
};

store::on_both_engines! {
    whoever_finds_no_seat_is_named_and_the_shortage_before,
}

/// Eleven of twelve people attend; two workshops have five seats each.
const SHORT: Size = Size {
    people: 12,
    workshops: 2,
    slots: 1,
    most: 5,
    wishes: 2,
};

async fn whoever_finds_no_seat_is_named_and_the_shortage_before(database: TestDatabase) {
    let congress = a_congress(database, SHORT).await;
    let slot = congress.slots[0];
    let shortage = |seats| SeatShortage {
        slot,
        seats,
        people: 11,
    };
    let board = congress.board().await;
    assert_eq!(board.problem.shortages(), [shortage(10)]);
    assert_eq!(board.without_seat(), []);
    congress.is_assigned().await;
    choose(&congress, 1, None).await;
    let without = congress.board().await.without_seat();
    let [(at, people)] = &without[..] else {
        panic!("{without:?}");
    };
    assert_eq!((*at, people.len()), (slot, 1));
    // Whoever is not there misses no seat.
    assert_ne!(people[0], congress.person(4).await);

    let second = congress.offer(0, 1);
    congress.decides(OfferDecision::CallOff(second)).await;
    let board = congress.board().await;
    assert_eq!(board.problem.shortages(), [shortage(5)]);
    assert_eq!(board.without_seat()[0].1.len(), 6);
}
