//! Reasons stay true of stored assignments: after changes by hand, cancellations, late registrations and repairs.

use model::assignment::OfferDecision;
use planner::{
    assignments::{AssignmentEdited, AssignmentMove},
    plans::RulePolicy,
    registrations::Decision,
};
use store::testing::TestDatabase;

use super::{
    changes::{SCARCE, edit, person},
    checker::Rows,
    choose,
    given_congress::{GivenCongress, a_congress},
};

store::on_both_engines! {
    reasons_are_true_of_changed_and_repaired_assignments,
}

impl GivenCongress {
    /// Checks every reason of the current version by the rows of today. Returns how many there are.
    async fn checks_all_reasons(&self) -> usize {
        let board = self.board().await;
        let version = board.version.unwrap();
        let mut reader = self.given.database.store.read().await.unwrap();
        let set_up = board.assignment.set_up();
        let rows = Rows::read(&mut reader, self.event, set_up).await;
        drop(reader);
        let mut reasons = 0;
        for &id in &version.seating.people {
            if board.assignment.people.iter().all(|one| one.id != id) {
                continue;
            }
            if let Some(explanation) = person(self, id).await.explanation {
                rows.check_reasons(&version.seating, &explanation);
                let refused = explanation.slots.iter().map(|slot| slot.refused.len());
                reasons += refused.sum::<usize>();
            }
        }
        reasons
    }
}

async fn reasons_are_true_of_changed_and_repaired_assignments(database: TestDatabase) {
    let congress = a_congress(database, SCARCE).await;
    let planner = &congress.given.planner;
    congress.is_assigned().await;
    let mut current = choose(&congress, 1, None).await;
    // By hand: two give a seat up, and whoever is allowed exchanges theirs.
    let people = congress.people().await;
    let slot = congress.slots[0];
    for &person in &people[2..4] {
        let unseat = AssignmentMove::Unseat { person, slot };
        if let AssignmentEdited::Made { number, .. } =
            edit(&congress, current, unseat, RulePolicy::Break).await
        {
            current = number;
        }
    }
    let mut swaps = 0;
    for pair in people[5..].windows(2).step_by(3).take(5) {
        let swap = AssignmentMove::Swap {
            slot,
            one: pair[0],
            other: pair[1],
        };
        let seating = congress.board().await.version.unwrap().seating;
        let seats = [pair[0], pair[1]].map(|person| seating.workshop_of(person, slot));
        if seats[0].is_none() || seats[1].is_none() || seats[0] == seats[1] {
            continue;
        }
        if let AssignmentEdited::Made { number, .. } =
            edit(&congress, current, swap, RulePolicy::Keep).await
        {
            current = number;
            swaps += 1;
        }
    }
    assert!(swaps > 0, "nobody may exchange a seat");
    assert!(congress.checks_all_reasons().await > 10);

    // Whoever comes late is placed, somebody cancels, and an offer is called off.
    congress.registers(SCARCE.people..SCARCE.people + 3).await;
    congress.places_late_people().await;
    congress.checks_all_reasons().await;
    let gone = congress
        .given
        .organises_registration(congress.person(9).await);
    planner.decide(&gone, Decision::Cancel).await.unwrap();
    let seating = congress.board().await.version.unwrap().seating;
    let mut offers = seating.all().map(|(_, offer)| offer);
    let called_off = offers.find(|offer| seating.people_in(*offer).count() > 2);
    congress
        .decides(OfferDecision::CallOff(called_off.unwrap()))
        .await;
    congress.checks_all_reasons().await;

    // Repaired, shown before and after it is taken over.
    planner
        .repair_assignment(&congress.organises())
        .await
        .unwrap();
    congress.has_computed().await;
    let repair = congress.board().await.repair.unwrap();
    choose(&congress, repair.version.head.number, None).await;
    assert!(congress.checks_all_reasons().await > 10);
    congress.checks(repair.version.head.number).await;
}
