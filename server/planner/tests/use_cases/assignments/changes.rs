//! Changes of an assignment: made by hand, repaired with the fewest changes, bound by rules and decisions.

use std::collections::BTreeSet;

use model::{
    Fault, Faults, JobKind, RegistrationId,
    assignment::{AssignmentRule, BrokenAssignmentRule, OfferDecision, OfferOpposite},
    plan::VersionCause,
    workshops::{OfferKey, WishList},
};
use planner::{
    PlannerError,
    assignments::{
        AssignedPerson, AssignmentEdit, AssignmentEdited, AssignmentMove, AssignmentOutcome,
        AssignmentRepair, Place, PriceState, SlotOptions,
    },
    plans::RulePolicy,
    registrations::Decision,
};
use store::testing::TestDatabase;

use super::{
    SMALL, choose,
    given_congress::{GivenCongress, Size, a_congress},
};

store::on_both_engines! {
    a_move_by_hand_brings_what_was_said,
    a_move_that_breaks_a_rule_is_made_only_if_it_may,
    a_change_of_an_older_version_is_tried_on_the_current_one,
    a_repair_moves_only_those_who_have_to_move,
    a_maximum_below_those_already_placed_is_pointed_out_and_repaired,
    rules_are_added_and_dropped,
    small_offers_have_a_price_and_are_decided,
    a_seat_that_is_given_up_by_hand_counts_as_free,
    what_changed_before_the_choice_is_repaired_after_it,
}

/// Half of the people do not have their first wish.
pub const SCARCE: Size = Size {
    people: 40,
    workshops: 10,
    slots: 2,
    most: 5,
    wishes: 5,
};

pub async fn person(congress: &GivenCongress, id: RegistrationId) -> AssignedPerson {
    let planner = &congress.given.planner;
    let access = congress.reads();
    planner.assigned_person(&access, id, None).await.unwrap()
}

async fn options(congress: &GivenCongress, id: RegistrationId) -> SlotOptions {
    let planner = &congress.given.planner;
    let access = congress.reads();
    let slot = Some(congress.slots[0]);
    let found = planner.assigned_person(&access, id, slot).await.unwrap();
    found.options.unwrap()
}

pub async fn edit(
    congress: &GivenCongress,
    seen: u32,
    change: AssignmentMove,
    rules: RulePolicy,
) -> AssignmentEdited {
    let edit = AssignmentEdit {
        seen,
        change,
        rules,
    };
    let planner = &congress.given.planner;
    let access = congress.organises();
    planner.edit_assignment(&access, edit).await.unwrap()
}

async fn a_move_by_hand_brings_what_was_said(database: TestDatabase) {
    let congress = a_congress(database, SCARCE).await;
    congress.is_assigned().await;
    let version = choose(&congress, 1, None).await;
    let before = congress.board().await.version.unwrap();
    let slot = congress.slots[0];
    let id = congress.person(0).await;
    let found = options(&congress, id).await;
    let held = before.seating.workshop_of(id, slot).unwrap();
    let offered = congress.board().await.assignment.programme;
    assert_eq!(found.offers.len(), offered.offers_in(slot).count() - 1);
    let best = found.offers.iter().find_map(|option| {
        let (other, effect) = option.swaps.first()?;
        effect
            .breaks
            .is_empty()
            .then_some((*other, option.offer, effect.clone()))
    });
    let (other, offer, effect) = best.unwrap();
    // The best assignment cannot be made better.
    assert!(effect.loss() >= 0);
    let swap = AssignmentMove::Swap {
        slot,
        one: id,
        other,
    };
    let made = edit(&congress, version, swap, RulePolicy::Keep).await;
    let number = version + 1;
    let expected = AssignmentEdited::Made {
        number,
        tried_on: version,
    };
    assert_eq!(made, expected);
    let after = congress.board().await.version.unwrap();
    assert_eq!(after.head.cause, VersionCause::Swapped);
    assert_eq!(after.seating.workshop_of(id, slot), Some(offer.workshop));
    assert_eq!(after.seating.workshop_of(other, slot), Some(held));
    let more = i64::from(after.head.quality.spread) - i64::from(before.head.quality.spread);
    assert_eq!(more, effect.colleagues);
    congress.checks(number).await;
    // It is explained by the fairness of the version that it was made from.
    let explanation = person(&congress, id).await.explanation.unwrap();
    assert!(explanation.is_changed_by_hand);
    assert_eq!(Some(explanation.fairness), before.head.quality.fairness);

    let unseat = AssignmentMove::Unseat { person: id, slot };
    let made = edit(&congress, number, unseat, RulePolicy::Keep).await;
    assert!(matches!(made, AssignmentEdited::Made { .. }), "{made:?}");
    let explanation = person(&congress, id).await.explanation.unwrap();
    assert_eq!(explanation.slots[0].place, Place::NoSeat);
    let quality = congress.board().await.version.unwrap().head.quality;
    assert_eq!(quality.seats, before.head.quality.seats - 1);
}

async fn a_move_that_breaks_a_rule_is_made_only_if_it_may(database: TestDatabase) {
    let congress = a_congress(database, SCARCE).await;
    congress.is_assigned().await;
    let version = choose(&congress, 1, None).await;
    let board = congress.board().await;
    let seating = board.version.unwrap().seating;
    let slot = congress.slots[0];
    let is_full = |offer: &OfferKey| seating.people_in(*offer).count() == SCARCE.most as usize;
    let mut offers = board.assignment.programme.offers_in(slot);
    let full = offers.find_map(|(offer, _)| Some(offer.key).filter(is_full));
    let full = full.unwrap();
    let id = seating.people.iter().copied().find(|&person| {
        let held = seating.workshop_of(person, slot);
        held.is_some_and(|held| held != full.workshop)
            && seating
                .all()
                .all(|(one, offer)| one != person || offer.workshop != full.workshop)
    });
    let id = id.unwrap();
    let place = AssignmentMove::Place {
        person: id,
        offer: full,
    };
    let refused = edit(&congress, version, place, RulePolicy::Keep).await;
    let AssignmentEdited::WouldBreak(rules) = refused else {
        panic!("{refused:?}");
    };
    assert!(rules.contains(&BrokenAssignmentRule::TooMany(full)));
    assert_eq!(congress.board().await.version.unwrap().head.number, version);
    let made = edit(&congress, version, place, RulePolicy::Break).await;
    assert!(matches!(made, AssignmentEdited::Made { .. }), "{made:?}");
    let board = congress.board().await;
    let broken = board.state().unwrap().broken;
    assert_eq!(broken, board.version.unwrap().broken);
    assert!(broken.contains(&BrokenAssignmentRule::TooMany(full)));
    // A second one breaks it further: it is asked again.
    let other = seating.people.iter().copied().find(|&person| {
        let held = seating.workshop_of(person, slot);
        person != id
            && held.is_some_and(|held| held != full.workshop)
            && seating
                .all()
                .all(|(one, offer)| one != person || offer.workshop != full.workshop)
    });
    let place = AssignmentMove::Place {
        person: other.unwrap(),
        offer: full,
    };
    let refused = edit(&congress, version + 1, place, RulePolicy::Keep).await;
    assert!(
        matches!(refused, AssignmentEdited::WouldBreak(_)),
        "{refused:?}"
    );
}

async fn a_change_of_an_older_version_is_tried_on_the_current_one(database: TestDatabase) {
    let congress = a_congress(database, SMALL).await;
    congress.is_assigned().await;
    let version = choose(&congress, 1, None).await;
    let slot = congress.slots[1];
    let (one, other) = (congress.person(0).await, congress.person(1).await);
    let unseat = |person| AssignmentMove::Unseat { person, slot };
    edit(&congress, version, unseat(one), RulePolicy::Break).await;
    // Somebody else changed another person meanwhile.
    let made = edit(&congress, version, unseat(other), RulePolicy::Keep).await;
    match made {
        AssignmentEdited::Made { number, tried_on } => {
            assert_eq!((number, tried_on), (version + 2, version + 1));
        }
        // The first change has left too few people in a workshop, so this one breaks a rule.
        AssignmentEdited::WouldBreak(_) => {}
        AssignmentEdited::Outdated => panic!("{made:?}"),
    }
    let again = edit(&congress, version, unseat(one), RulePolicy::Keep).await;
    assert_eq!(again, AssignmentEdited::Outdated);
}

/// Computes the fewest changes that mend the current version.
async fn repaired(congress: &GivenCongress) -> AssignmentRepair {
    let planner = &congress.given.planner;
    let access = congress.organises();
    planner.repair_assignment(&access).await.unwrap();
    congress.has_computed().await;
    congress.board().await.repair.unwrap()
}

async fn a_maximum_below_those_already_placed_is_pointed_out_and_repaired(database: TestDatabase) {
    let congress = a_congress(database, SMALL).await;
    congress.is_assigned().await;
    choose(&congress, 1, None).await;
    let seating = congress.board().await.version.unwrap().seating;
    let mut offers = seating.all().map(|(_, offer)| offer);
    let offer = offers
        .find(|offer| seating.people_in(*offer).count() > 2)
        .unwrap();
    let most = async || {
        let planner = &congress.given.planner;
        let access = congress.organises();
        planner
            .most_assigned(&access, offer.workshop)
            .await
            .unwrap()
    };
    assert!(most().await > 2);
    let number = congress
        .workshops
        .iter()
        .position(|id| *id == offer.workshop);
    congress
        .edits(number.unwrap(), |new| {
            new.details.least = None;
            new.details.most = Some(2);
        })
        .await;
    let broken = congress.board().await.state().unwrap().broken;
    assert!(
        broken.contains(&BrokenAssignmentRule::TooMany(offer)),
        "{broken:?}"
    );
    let repair = repaired(&congress).await;
    assert_eq!(repair.version.broken, []);
    assert_eq!(repair.version.seating.people_in(offer).count(), 2);
}

async fn a_repair_moves_only_those_who_have_to_move(database: TestDatabase) {
    let congress = a_congress(database, SMALL).await;
    let planner = &congress.given.planner;
    let access = congress.organises();
    let too_early = planner.repair_assignment(&access).await;
    assert!(matches!(too_early, Err(PlannerError::WrongState)));
    congress.is_assigned().await;
    let version = choose(&congress, 1, None).await;
    let seating = congress.board().await.version.unwrap().seating;
    // A workshop is called off, and somebody cancels.
    let gone = congress.person(3).await;
    let cancels = congress.given.principal.organises_registration(gone);
    planner.decide(&cancels, Decision::Cancel).await.unwrap();
    let slot = congress.slots[0];
    let board = congress.board().await;
    let offers = board.assignment.programme.offers_in(slot);
    let called_off = offers
        .map(|(offer, _)| offer.key)
        .find(|offer| seating.people_in(*offer).filter(|one| *one != gone).count() > 1);
    let called_off = called_off.unwrap();
    congress.decides(OfferDecision::CallOff(called_off)).await;
    let broken = congress.board().await.state().unwrap().broken;
    assert!(broken.contains(&BrokenAssignmentRule::CalledOff(called_off)));

    planner.repair_assignment(&access).await.unwrap();
    let view = congress.has_computed().await;
    let outcome = view.assignment_outcome();
    assert!(
        matches!(outcome, Some(AssignmentOutcome::Version { .. })),
        "{outcome:?}"
    );
    let board = congress.board().await;
    // Nothing counts before it is taken over.
    assert_eq!(board.version.as_ref().unwrap().head.number, version);
    let repair = board.repair.unwrap();
    assert_eq!(repair.version.head.cause, VersionCause::Repaired);
    assert!(
        repair
            .broken_now
            .contains(&BrokenAssignmentRule::CalledOff(called_off))
    );
    assert_eq!(repair.version.broken, []);
    let has_to_move: Vec<RegistrationId> = seating
        .people_in(called_off)
        .filter(|one| *one != gone)
        .collect();
    for change in &repair.changes {
        assert_eq!(
            seating.workshop_of(change.person, change.slot),
            change.before
        );
        assert_eq!(
            repair
                .version
                .seating
                .workshop_of(change.person, change.slot),
            change.after
        );
        assert_ne!(change.person, gone);
    }
    for person in &has_to_move {
        let mut changes = repair.changes.iter();
        assert!(changes.any(|change| change.person == *person && change.slot == slot));
    }
    // Whoever moves besides lets another seat be filled.
    let filled = i64::from(repair.version.head.quality.seats) - i64::from(repair.now.seats);
    let besides = repair.changes.iter().filter(|change| {
        change.before.is_some() && (change.slot != slot || !has_to_move.contains(&change.person))
    });
    let besides = i64::try_from(besides.count()).unwrap();
    assert!(
        besides <= filled.max(0),
        "{besides} move for {filled} seats"
    );

    // One that is discarded leaves nothing behind.
    let discarded = repair.version.head.number;
    for _ in 0..2 {
        let gone = planner.discard_assignment_repair(&access, discarded);
        gone.await.unwrap();
        let board = congress.board().await;
        assert!(board.repair.is_none());
        let mut versions = board.versions.iter();
        assert!(versions.all(|line| line.head.number != discarded));
        assert_eq!(board.version.unwrap().head.number, version);
    }
    let not_a_repair = planner.discard_assignment_repair(&access, version).await;
    assert!(matches!(not_a_repair, Err(PlannerError::WrongState)));
    let number = repaired(&congress).await.version.head.number;
    assert_eq!(choose(&congress, number, None).await, number);
    let taken = planner.discard_assignment_repair(&access, number).await;
    assert!(matches!(taken, Err(PlannerError::Conflict(_))));
    congress.checks(number).await;
    let board = congress.board().await;
    assert!(board.repair.is_none() && board.state().unwrap().broken.is_empty());
    let explanation = person(&congress, has_to_move[0]).await.explanation.unwrap();
    assert!(!explanation.is_changed_by_hand);
}

async fn rules_are_added_and_dropped(database: TestDatabase) {
    let congress = a_congress(database, SMALL).await;
    let planner = &congress.given.planner;
    let access = congress.organises();
    let (one, other) = (congress.person(0).await, congress.person(1).await);
    let apart = AssignmentRule::Apart(vec![one, other]);
    for _ in 0..2 {
        planner
            .add_assignment_rule(&access, apart.clone())
            .await
            .unwrap();
    }
    let with_themselves = AssignmentRule::Together(vec![one, one]);
    let refused = planner.add_assignment_rule(&access, with_themselves).await;
    assert!(
        matches!(refused, Err(PlannerError::Invalid(_))),
        "{refused:?}"
    );
    // What contradicts it is refused, also through somebody else.
    let third = congress.person(2).await;
    let together = AssignmentRule::Together(vec![one, other]);
    let refused = planner.add_assignment_rule(&access, together).await;
    let contradicts = Faults::one("rule", Fault::ContradictsRules);
    assert!(
        matches!(&refused, Err(PlannerError::Invalid(faults)) if *faults == contradicts),
        "{refused:?}"
    );
    let bridge = AssignmentRule::Together(vec![one, third]);
    let added = planner.add_assignment_rule(&access, bridge.clone()).await;
    added.unwrap();
    let across = AssignmentRule::Together(vec![third, other]);
    let refused = planner.add_assignment_rule(&access, across).await;
    assert!(
        matches!(&refused, Err(PlannerError::Invalid(faults)) if *faults == contradicts),
        "{refused:?}"
    );
    let revision = congress.board().await.assignment.revision();
    let dropped = planner.drop_assignment_rule(&access, revision, 1).await;
    dropped.unwrap();
    let assignment = congress.board().await.assignment;
    assert_eq!(assignment.set_up().rules, [apart]);
    let revision = assignment.revision();
    let stale = planner.drop_assignment_rule(&access, revision - 1, 0).await;
    assert!(matches!(stale, Err(PlannerError::Conflict(_))));
    let unknown = planner.drop_assignment_rule(&access, revision, 7).await;
    assert!(matches!(unknown, Err(PlannerError::NotFound)));
    planner
        .drop_assignment_rule(&access, revision, 0)
        .await
        .unwrap();
    assert_eq!(congress.board().await.assignment.set_up().rules, []);
}

async fn small_offers_have_a_price_and_are_decided(database: TestDatabase) {
    let congress = a_congress(database, SMALL).await;
    congress.is_assigned().await;
    choose(&congress, 1, None).await;
    let planner = &congress.given.planner;
    let board = congress.board().await;
    let seating = board.version.unwrap().seating;
    let small = planner.small_offers(&congress.reads()).await.unwrap();
    assert_eq!(small.prices, PriceState::Missing);
    assert!(small.offers.iter().all(|one| one.opposite.is_none()));
    let access = congress.organises();
    let job = planner.price_small_offers(&access).await.unwrap();
    congress.has_ended(JobKind::OffersPriced).await;
    let again = planner.price_small_offers(&access).await.unwrap();
    assert_ne!(again, job, "the first one is over");
    congress.has_ended(JobKind::OffersPriced).await;
    let small = planner.small_offers(&congress.reads()).await.unwrap();
    assert_eq!(small.prices, PriceState::Known);
    assert!(!small.offers.is_empty() && small.decided.is_empty());
    for one in &small.offers {
        let there = seating.people_in(one.offer).count();
        assert_eq!(one.people as usize, there);
        let workshop = board.assignment.programme.workshop(one.offer.workshop);
        assert_eq!(workshop.unwrap().details.least, Some(one.least));
        assert!(2 * one.people <= 3 * one.least);
        // The assignment is proven: the opposite of what it does brings nothing better.
        if let Some(OfferOpposite::Found { seats, .. }) = one.opposite {
            assert!(seats <= 0, "{one:?}");
        }
    }
    // What a decision costs is what the repair after it changes.
    let priced = small.offers.iter().find(|one| one.people > 0).unwrap();
    let offer = priced.offer;
    congress.decides(OfferDecision::CallOff(offer)).await;
    let repair = repaired(&congress).await;
    let before = i64::try_from(seating.all().count()).unwrap();
    match priced.opposite.unwrap() {
        OfferOpposite::Found { seats, moved, .. } => {
            assert_eq!(i64::from(repair.version.head.quality.seats) - before, seats);
            let changed: BTreeSet<_> = repair.changes.iter().map(|change| change.person).collect();
            assert!(moved >= priced.people && moved as usize <= repair.changes.len());
            assert!(changed.len() <= repair.changes.len() && !changed.is_empty());
        }
        opposite => panic!("{opposite:?}"),
    }
    let small = planner.small_offers(&congress.reads()).await.unwrap();
    assert_eq!(small.prices, PriceState::Outdated);
    assert_eq!(small.decided, [OfferDecision::CallOff(offer)]);
    assert!(small.offers.iter().all(|one| one.offer != offer));
}

async fn a_seat_that_is_given_up_by_hand_counts_as_free(database: TestDatabase) {
    let congress = a_congress(database, SCARCE).await;
    congress.is_assigned().await;
    let version = choose(&congress, 1, None).await;
    let board = congress.board().await;
    let seating = board.version.unwrap().seating;
    // Somebody in a workshop that they did not wish for and that needs nobody.
    let (id, offer) = seating
        .all()
        .find(|(id, offer)| {
            let list = board.assignment.lists.get(id);
            let workshop = board.assignment.programme.workshop(offer.workshop).unwrap();
            list.is_none_or(|list| list.rank(offer.workshop).is_none())
                && workshop.details.least.is_none()
        })
        .unwrap();
    let unseat = AssignmentMove::Unseat {
        person: id,
        slot: offer.slot,
    };
    let edited = edit(&congress, version, unseat, RulePolicy::Break).await;
    assert!(
        matches!(edited, AssignmentEdited::Made { .. }),
        "{edited:?}"
    );
    let explanation = person(&congress, id).await.explanation.unwrap();
    assert!(explanation.is_changed_by_hand);
    let slot = explanation.slots.iter().find(|one| one.slot == offer.slot);
    let slot = slot.unwrap();
    assert_eq!(slot.place, Place::NoSeat);
    assert!(slot.free_offers >= 1, "{slot:?}");
}

async fn what_changed_before_the_choice_is_repaired_after_it(database: TestDatabase) {
    let congress = a_congress(database, SCARCE).await;
    congress.is_assigned().await;
    let away = WishList {
        absent: [congress.slots[0]].into(),
        ..WishList::default()
    };
    congress.wishes(1, &away).await;
    choose(&congress, 1, None).await;
    let board = congress.board().await;
    let chosen = board.version.unwrap().head.quality;
    assert_ne!(chosen.problem, board.problem.fingerprint);
    let repair = repaired(&congress).await;
    let gone = congress.person(1).await;
    assert!(
        repair
            .version
            .seating
            .workshop_of(gone, congress.slots[0])
            .is_none()
    );
    // A new computation makes it superfluous.
    congress.is_assigned().await;
    assert!(congress.board().await.repair.is_none());
}
