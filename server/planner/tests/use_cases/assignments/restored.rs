//! Earlier versions of an assignment: compared and restored; what is locked stays while the rest is computed again.

use model::{
    assignment::{AssignmentLock, Fairness, Proof},
    plan::VersionCause,
    workshops::{OfferKey, WishList},
};
use planner::{
    PlannerError,
    assignments::{AssignmentMove, AssignmentTakeOver, LockChange},
    plans::RulePolicy,
};
use store::testing::TestDatabase;

use super::{
    SMALL,
    changes::{SCARCE, edit, person},
    choose,
    given_congress::{GivenCongress, a_congress},
};

store::on_both_engines! {
    versions_are_compared_and_restored,
    what_is_locked_stays_while_the_rest_is_computed,
}

impl GivenCongress {
    async fn restores(&self, seen: u32, number: u32) -> AssignmentTakeOver {
        let planner = &self.given.planner;
        let access = self.organises();
        let restored =
            planner.restore_assignment_version(&access, (seen, RulePolicy::Keep), number);
        restored.await.unwrap()
    }

    async fn locks(&self, seen: u32, lock: AssignmentLock, is_locked: bool) -> u32 {
        let planner = &self.given.planner;
        let access = self.organises();
        let change = LockChange { lock, is_locked };
        planner
            .lock_assignment(&access, seen, change)
            .await
            .unwrap()
    }
}

async fn versions_are_compared_and_restored(database: TestDatabase) {
    let congress = a_congress(database, SCARCE).await;
    let planner = &congress.given.planner;
    let access = congress.organises();
    congress.is_assigned().await;
    choose(&congress, 1, Some(1)).await;
    let chosen = congress.board().await.version.unwrap();
    let one = chosen.seating.people[0];
    let slot = congress.slots[0];
    let before = chosen.seating.workshop_of(one, slot);
    let unseat = AssignmentMove::Unseat { person: one, slot };
    edit(&congress, 2, unseat, RulePolicy::Break).await;

    let reads = congress.reads();
    let compared = planner
        .compare_assignment_versions(&reads, (2, 3))
        .await
        .unwrap();
    let [change] = compared.differences[..] else {
        panic!("{:?}", compared.differences);
    };
    assert_eq!((change.person, change.slot), (one, slot));
    assert_eq!((change.before, change.after), (before, None));
    let unknown = planner.compare_assignment_versions(&reads, (2, 9)).await;
    assert!(matches!(unknown, Err(PlannerError::NotFound)));

    // It is as it was: with its fairness, its proof, its reasons and its files.
    assert_eq!(congress.restores(3, 2).await, AssignmentTakeOver::Taken(4));
    let board = congress.board().await;
    let restored = board.version.as_ref().unwrap();
    assert_eq!(restored.head.cause, VersionCause::Restored);
    assert_eq!(restored.seating, chosen.seating);
    assert_eq!(board.state().unwrap().quality.proof, Proof::Optimal);
    let explained = person(&congress, one).await.explanation.unwrap();
    assert_eq!(explained.fairness, Fairness::RankMaximal);
    assert!(!explained.is_changed_by_hand);
    assert_eq!(
        planner
            .seats_changed_since_computation(&reads)
            .await
            .unwrap(),
        Some(0)
    );
    congress.checks(4).await;
    // Undoing leads to the version before; somebody who saw another one is told.
    let stale = planner
        .restore_assignment_version(&access, (3, RulePolicy::Keep), 2)
        .await;
    assert!(matches!(stale, Err(PlannerError::Conflict(_))));
    assert_eq!(planner.undo_assignment_change(&access, 4).await.unwrap(), 3);
    assert_eq!(planner.redo_assignment_change(&access, 3).await.unwrap(), 4);

    // What has come to stand against it is named.
    let mut seats = chosen.seating.all().map(|(_, offer)| offer);
    let full = seats
        .find(|offer| chosen.seating.people_in(*offer).count() > 1)
        .unwrap();
    let number = congress
        .workshops
        .iter()
        .position(|one| *one == full.workshop)
        .unwrap();
    congress
        .edits(number, |new| {
            (new.details.least, new.details.most) = (None, Some(1));
        })
        .await;
    let refused = congress.restores(4, 2).await;
    assert!(matches!(refused, AssignmentTakeOver::WouldBreak(rules) if !rules.is_empty()));
    let anyway = planner
        .restore_assignment_version(&access, (4, RulePolicy::Break), 2)
        .await;
    assert_eq!(anyway.unwrap(), AssignmentTakeOver::Taken(5));
}

async fn what_is_locked_stays_while_the_rest_is_computed(database: TestDatabase) {
    let congress = a_congress(database, SMALL).await;
    let planner = &congress.given.planner;
    let access = congress.organises();
    congress.is_assigned().await;
    choose(&congress, 1, None).await;
    let before = congress.board().await.version.unwrap().seating;
    let slot = congress.slots[0];
    let mut seats = before.all().map(|(_, offer)| offer);
    let offer = seats.find(|offer| offer.slot == congress.slots[1]).unwrap();
    assert_eq!(congress.locks(1, AssignmentLock::Slot(slot), true).await, 2);
    assert_eq!(
        congress.locks(2, AssignmentLock::Offer(offer), true).await,
        3
    );
    let unknown = LockChange {
        lock: AssignmentLock::Offer(OfferKey {
            slot: congress.slots[1],
            workshop: congress.workshops[2],
        }),
        is_locked: true,
    };
    let unknown = planner.lock_assignment(&access, 3, unknown).await;
    assert!(matches!(unknown, Err(PlannerError::NotFound)));
    // Locking changes no seat, and no reason.
    let board = congress.board().await;
    let version = board.version.as_ref().unwrap();
    assert_eq!(
        (version.head.cause, version.locks.len()),
        (VersionCause::Locked, 2)
    );
    assert_eq!(version.seating, before);
    assert_eq!(board.state().unwrap().quality.proof, Proof::Optimal);

    // Everybody wishes for something else now, and keeps what is locked.
    for number in 0..SMALL.people {
        let list = WishList {
            ranked: vec![congress.workshops[(number + 3) % SMALL.workshops]],
            ..WishList::default()
        };
        congress.wishes(number, &list).await;
    }
    planner.assign_rest(&access).await.unwrap();
    congress.has_computed().await;
    let board = congress.board().await;
    let (found, _) = board.computed.as_ref().unwrap();
    assert_eq!(found.head.cause, VersionCause::RestSolved);
    assert!(found.head.quality.around_locks);
    assert_ne!(found.seating, before);
    let number = found.head.number;
    choose(&congress, number, Some(1)).await;
    let chosen = congress.board().await.version.unwrap();
    assert_eq!(chosen.locks.len(), 2);
    for (person, locked) in before.all() {
        if locked.slot == slot || locked == offer {
            let kept = chosen.seating.workshop_of(person, locked.slot);
            assert_eq!(kept, Some(locked.workshop));
        }
    }
    congress.checks(number).await;
    // Unlocked, the whole is computed again.
    let seen = chosen.head.number;
    let seen = congress
        .locks(seen, AssignmentLock::Slot(slot), false)
        .await;
    congress
        .locks(seen, AssignmentLock::Offer(offer), false)
        .await;
    assert_eq!(congress.board().await.version.unwrap().locks, []);
    congress.is_assigned().await;
}
