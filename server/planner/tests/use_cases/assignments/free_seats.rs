//! Free seats that somebody would rather have, and what the overview says of an assignment.

use jiff::SignedDuration;
use planner::{
    assignments::{AssignmentEdited, AssignmentMove, WorkshopAttention},
    plans::RulePolicy,
    registrations::Decision,
};
use store::testing::TestDatabase;

use super::{
    changes::{SCARCE, edit},
    choose,
    given_congress::{GivenCongress, a_congress},
};

store::on_both_engines! {
    whoever_wished_for_a_seat_that_becomes_free_is_listed,
    the_overview_asks_for_an_assignment_after_the_wishes,
}

async fn attention(congress: &GivenCongress) -> WorkshopAttention {
    let planner = &congress.given.planner;
    let overview = planner.event_overview(&congress.organises()).await;
    overview.unwrap().workshops
}

async fn whoever_wished_for_a_seat_that_becomes_free_is_listed(database: TestDatabase) {
    let congress = a_congress(database, SCARCE).await;
    congress.is_assigned().await;
    let version = choose(&congress, 1, None).await;
    let board = congress.board().await;
    assert_eq!(
        board.free_seats(),
        [],
        "the best assignment leaves nothing to wish for"
    );
    // Somebody cancels whose workshop others have wished for in vain.
    let seating = board.version.as_ref().unwrap().seating.clone();
    let lists = &board.assignment.lists;
    let wants = |person, workshop| {
        let list = lists.get(&person);
        list.is_some_and(|list| list.rank(workshop).is_some())
    };
    let (gone, offer) = seating
        .all()
        .find(|(_, offer)| {
            let most = SCARCE.most as usize;
            let is_full = seating.people_in(*offer).count() == most;
            let mut others = seating.people.iter();
            is_full
                && others.any(|&other| {
                    let held = seating.workshop_of(other, offer.slot);
                    wants(other, offer.workshop)
                        && held.is_some_and(|held| !wants(other, held))
                        && seating.all().all(|(person, seat)| {
                            person != other || seat.workshop != offer.workshop
                        })
                })
        })
        .unwrap();
    let cancels = congress.given.principal.organises_registration(gone);
    let planner = &congress.given.planner;
    planner.decide(&cancels, Decision::Cancel).await.unwrap();
    let free = congress.board().await.free_seats();
    let seats = free.iter().find(|seats| seats.offer == offer).unwrap();
    assert_eq!(seats.free, Some(1));
    for change in &seats.wishers {
        assert_eq!(change.after, Some(offer.workshop));
        assert!(change.rank_after.is_some());
        assert_ne!(change.person, gone);
    }
    let ranks: Vec<_> = seats.wishers.iter().map(|one| one.rank_after).collect();
    assert!(ranks.is_sorted());
    // The first of them gets it, with no rule broken.
    let place = AssignmentMove::Place {
        person: seats.wishers[0].person,
        offer,
    };
    let edited = edit(&congress, version, place, RulePolicy::Keep).await;
    assert!(
        matches!(edited, AssignmentEdited::Made { .. }),
        "{edited:?}"
    );
    let free = congress.board().await.free_seats();
    assert!(free.iter().all(|seats| seats.offer != offer));
}

async fn the_overview_asks_for_an_assignment_after_the_wishes(database: TestDatabase) {
    let congress = a_congress(database, SCARCE).await;
    let found = attention(&congress).await;
    let closes = found.wishes_close.unwrap();
    assert!(!found.is_unassigned, "people wish still");
    let now = congress.given.planner.now();
    congress
        .given
        .clock
        .advance(closes.at.duration_since(now) + SignedDuration::from_mins(1));
    assert!(attention(&congress).await.is_unassigned);
    congress.is_assigned().await;
    choose(&congress, 1, None).await;
    let found = attention(&congress).await;
    assert!(found.is_unpublished && !found.is_unassigned && !found.is_outdated);
    let planner = &congress.given.planner;
    let access = congress.organises();
    planner.publish_assignment(&access, 1).await.unwrap();
    let found = attention(&congress).await;
    assert!(!found.is_unpublished && found.published_at.is_some());
    let gone = congress.person(3).await;
    let cancels = congress.given.principal.organises_registration(gone);
    planner.decide(&cancels, Decision::Cancel).await.unwrap();
    assert!(attention(&congress).await.is_outdated);
}
