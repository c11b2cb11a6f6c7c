//! The published files are those of the computation: whoever computes again gets the same, whatever has changed since.

use groups::assign::{Plan, Problem, solve};
use jiff::SignedDuration;
use planner::{
    assignments::{AssignmentExport, AssignmentMove, SwapChange, SwapRequest},
    plans::RulePolicy,
    registrations::Decision,
    workshops::WishSetupEdit,
};
use serde_json::{Value, json};
use store::testing::TestDatabase;

use super::{
    SMALL,
    changes::{SCARCE, edit},
    choose,
    given_congress::{GivenCongress, a_congress},
};
use crate::wishes::setup;

store::on_both_engines! {
    later_changes_leave_the_published_files_as_they_were_computed,
    organisations_are_left_out_where_no_workshop_limits_them,
    a_repair_is_computed_again_from_what_it_changed,
}

/// A search that ends by itself.
struct Unlimited;

impl groups::SearchControl for Unlimited {
    fn should_stop(&self) -> bool {
        false
    }
}

impl GivenCongress {
    /// Chooses the second of the assignments found, which somebody else publishes after the wishes have closed.
    async fn publishes_after_the_wishes(&self) {
        self.publishes_unsent().await;
        let slug = self.given.slug(self.event).await;
        let open = self.given.planner.open_event(&slug, None).await.unwrap();
        let until = open.wishes.unwrap().closes.at;
        let until = until.duration_since(self.given.planner.now());
        if until > SignedDuration::ZERO {
            self.given.clock.advance(until);
        }
    }

    async fn published_files(&self) -> AssignmentExport {
        let slug = self.given.slug(self.event).await;
        let planner = &self.given.planner;
        let files = planner.export_published_assignment(&slug, None).await;
        files.unwrap()
    }

    /// What the pages say has changed since.
    async fn changed_seats(&self) -> u32 {
        let slug = self.given.slug(self.event).await;
        let planner = &self.given.planner;
        let files = planner.assignment_files(&slug, None).await.unwrap();
        files.unwrap().changed_seats
    }

    /// Two participants who may, exchange their seats. Returns whether there are such.
    async fn two_swap(&self, people: std::ops::Range<usize>) -> bool {
        let planner = &self.given.planner;
        for one in people.clone() {
            let link = self.link_of(one).await;
            let page = planner.swap_page(&link).await.unwrap();
            for slot in page.slots {
                for wants in slot.choices {
                    let request = |gives, wants, change| SwapRequest {
                        gives: model::workshops::OfferKey {
                            slot: slot.slot,
                            workshop: gives,
                        },
                        wants,
                        change,
                    };
                    let offer = request(slot.gives, wants, SwapChange::Offer);
                    planner.change_swaps(&link, offer).await.unwrap();
                    for other in people.clone().filter(|other| *other != one) {
                        let link = self.link_of(other).await;
                        let page = planner.swap_page(&link).await.unwrap();
                        let mut offered = page.slots.iter();
                        if offered.any(|found| {
                            found.slot == slot.slot && found.offered.contains(&slot.gives)
                        }) {
                            let agree = request(wants, slot.gives, SwapChange::Agree);
                            planner.change_swaps(&link, agree).await.unwrap();
                            return true;
                        }
                    }
                }
            }
        }
        false
    }
}

/// Solves the problem of the files. Returns the plan with the one of the files.
fn recomputed(files: &AssignmentExport) -> (Plan, Value) {
    let problem = Problem::from_json(&files.problem_json().unwrap()).unwrap();
    let plan = serde_json::from_str(&files.plan_json().unwrap()).unwrap();
    (solve(&problem, &Unlimited).unwrap(), plan)
}

fn is_the_same((computed, plan): &(Plan, Value)) {
    assert_eq!(json!(computed.seats), plan["seats"]);
    assert_eq!(json!(computed.unplaced), plan["unplaced"]);
    assert_eq!(json!(computed.profile), plan["profile"]);
    assert_eq!(json!(computed.seed), plan["seed"]);
    assert_eq!(json!(computed.proven), plan["proven"]);
}

async fn later_changes_leave_the_published_files_as_they_were_computed(database: TestDatabase) {
    let congress = a_congress(database, SMALL).await;
    let planner = &congress.given.planner;
    let access = congress.organises();
    let allowed = WishSetupEdit {
        allows_swaps: true,
        ..setup(Some(1))
    };
    planner.save_wish_setup(&access, allowed).await.unwrap();
    congress.given.mails_arrive().await;
    congress.is_assigned().await;
    choose(&congress, 1, Some(1)).await;
    congress.publishes_after_the_wishes().await;
    let before = congress.published_files().await;
    let (problem, plan) = (before.problem_json().unwrap(), before.plan_json().unwrap());
    is_the_same(&recomputed(&before));
    assert_eq!(congress.changed_seats().await, 0);

    // Somebody cancels, two swap, an organiser moves somebody, and a wish is entered late.
    let gone = congress.person(3).await;
    let registration = congress.given.organises_registration(gone);
    planner
        .decide(&registration, Decision::Cancel)
        .await
        .unwrap();
    assert!(congress.two_swap(4..30).await, "nobody may swap");
    assert_eq!(congress.changed_seats().await, 2);
    let board = congress.board().await;
    let version = board.version.unwrap();
    let person = congress.person(8).await;
    let slot = congress.slots[1];
    assert!(version.seating.workshop_of(person, slot).is_some());
    let unseat = AssignmentMove::Unseat { person, slot };
    edit(&congress, version.head.number, unseat, RulePolicy::Break).await;
    assert_eq!(congress.changed_seats().await, 2, "it is not published yet");
    congress.publishes_unsent().await;
    let changed = congress.changed_seats().await;
    assert!((2..=3).contains(&changed), "{changed}");
    let wishes = model::workshops::WishList::default();
    congress.wishes(5, &wishes).await;

    let after = congress.published_files().await;
    assert_eq!(after.problem_json().unwrap(), problem);
    assert_eq!(after.plan_json().unwrap(), plan);
    let own = planner.export_assignment(&congress.reads()).await.unwrap();
    assert_eq!(own.problem_json().unwrap(), problem);
    is_the_same(&recomputed(&after));
}

async fn organisations_are_left_out_where_no_workshop_limits_them(database: TestDatabase) {
    let congress = a_congress(database, SMALL).await;
    for number in (0..SMALL.workshops).step_by(4) {
        congress
            .edits(number, |new| new.details.organisation_most = None)
            .await;
    }
    congress.is_assigned().await;
    choose(&congress, 1, None).await;
    congress.publishes_after_the_wishes().await;
    let slug = congress.given.slug(congress.event).await;
    let planner = &congress.given.planner;
    let about = planner.assignment_files(&slug, None).await.unwrap();
    assert!(!about.unwrap().has_organisations);
    let public = congress.published_files().await;
    assert!(!public.problem_json().unwrap().contains("organisation"));
    let (computed, plan) = recomputed(&public);
    // As good, whoever sits where.
    assert_eq!(json!(computed.profile), plan["profile"]);
    assert_eq!(json!(computed.best_wish), plan["best_wish"]);
    assert_eq!(
        computed.seats.len(),
        plan["seats"].as_array().unwrap().len()
    );
    assert!(computed.proven && plan["proven"] == json!(true));
    // Organisers have them.
    let own = planner.export_assignment(&congress.reads()).await.unwrap();
    assert!(own.problem_json().unwrap().contains("organisation"));
    is_the_same(&recomputed(&own));
}

async fn a_repair_is_computed_again_from_what_it_changed(database: TestDatabase) {
    let congress = a_congress(database, SCARCE).await;
    congress.is_assigned().await;
    choose(&congress, 1, None).await;
    let planner = &congress.given.planner;
    for number in [1, 9, 17] {
        let gone = congress
            .given
            .organises_registration(congress.person(number).await);
        planner.decide(&gone, Decision::Cancel).await.unwrap();
    }
    planner
        .repair_assignment(&congress.organises())
        .await
        .unwrap();
    congress.has_computed().await;
    choose(&congress, 2, None).await;
    congress.publishes_after_the_wishes().await;
    let slug = congress.given.slug(congress.event).await;
    let about = planner
        .assignment_files(&slug, None)
        .await
        .unwrap()
        .unwrap();
    assert!(about.is_repair && about.changed_seats == 0);
    let files = congress.published_files().await;
    assert!(files.problem_json().unwrap().contains("previous"));
    is_the_same(&recomputed(&files));
}
