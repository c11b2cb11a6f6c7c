//! Assignments of people to workshops: computed, stopped, killed, chosen; whoever comes late.

mod bound;
mod called_off;
mod changes;
mod checker;
mod explained;
mod free_seats;
pub mod given_congress;
mod list_answers;
pub mod publishing;
mod reasons;
mod recomputed;
mod restored;
mod seat_shortage;
mod slot_ways;
mod stored_reasons;
mod swaps;

use std::{
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    time::Duration,
};

use jiff::SignedDuration;
use model::{
    JobState,
    assignment::{AssignmentRule, Fairness, OfferDecision, Proof},
    plan::VersionCause,
    workshops::{OfferKey, WishList},
};
use planner::{
    PlannerError,
    assignments::{AssignmentFailure, AssignmentOutcome, AssignmentRuleSource, Choice},
    jobs::JobView,
};
use store::testing::TestDatabase;

use self::given_congress::{GivenCongress, Size, a_congress};
use crate::{given::a_network, jobs::hold_up};

store::on_both_engines! {
    all_fairnesses_are_computed_and_one_is_chosen,
    a_killed_search_goes_on_with_what_it_has,
    a_stopped_search_keeps_what_it_has,
    a_second_request_leads_to_the_running_search,
    decisions_about_offers_are_kept,
    what_cannot_be_kept_is_named,
    rules_are_kept,
    whoever_comes_late_is_placed_where_there_is_room,
    a_change_of_the_wishes_takes_the_proof_away,
    a_wish_saved_during_the_search_makes_it_out_of_date,
    whoever_registers_before_the_choice_is_late_after_it,
    late_people_are_placed_as_rules_demand,
    wishes_keep_their_ranks_when_an_offer_is_removed,
    an_event_without_workshops_is_refused,
}

const SMALL: Size = Size {
    people: 30,
    workshops: 10,
    slots: 2,
    most: 6,
    wishes: 4,
};

/// Seats are scarce and lists long. With many rules, its search uses all of its time.
const HARD: Size = Size {
    people: 300,
    workshops: 40,
    slots: 3,
    most: 6,
    wishes: 8,
};

async fn a_hard_congress(database: TestDatabase) -> GivenCongress {
    let congress = Box::pin(a_congress(database, HARD)).await;
    let people = congress.people().await;
    let together = (0..60).map(|group| people[3 * group..3 * group + 2].to_vec());
    let apart = (0..60).map(|group| {
        let members = [7 * group, 7 * group + 11, 7 * group + 29];
        members.map(|member| people[member % people.len()]).to_vec()
    });
    let together = together.map(AssignmentRule::Together);
    let rules = together.chain(apart.map(AssignmentRule::Apart));
    congress.sets_rules(rules.collect()).await;
    congress
}

/// A congress with few people.
pub async fn small_congress(database: TestDatabase, people: usize) -> GivenCongress {
    a_congress(database, Size { people, ..SMALL }).await
}

async fn view_of(congress: &GivenCongress) -> JobView {
    let planner = &congress.given.planner;
    let jobs = planner.jobs_of_event(&congress.organises()).await;
    jobs.unwrap().remove(0)
}

/// Waits until a running search has stored assignments by so many fairnesses.
async fn has_found(congress: &GivenCongress, count: usize) {
    loop {
        let view = view_of(congress).await;
        assert!(view.job.state.is_active(), "the search is over");
        if view.candidates().len() >= count {
            return;
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
}

async fn choose(congress: &GivenCongress, version: u32, alternative: Option<u32>) -> u32 {
    let planner = &congress.given.planner;
    let seen = congress.board().await.version;
    let choice = Choice {
        version,
        alternative,
        seen: seen.map(|seen| seen.head.number),
    };
    let access = congress.organises();
    let chosen = planner.choose_assignment(&access, choice);
    chosen.await.unwrap()
}

async fn all_fairnesses_are_computed_and_one_is_chosen(database: TestDatabase) {
    let congress = a_congress(database, SMALL).await;
    assert_eq!(congress.is_assigned().await, 1);
    let board = congress.board().await;
    assert!(board.version.is_none() && board.is_up_to_date());
    let (version, beside) = board.computed.unwrap();
    let qualities: Vec<_> = std::iter::once(&version.head.quality)
        .chain(beside.iter().map(|found| &found.quality))
        .collect();
    let fairnesses: Vec<_> = qualities.iter().filter_map(|one| one.fairness).collect();
    assert_eq!(fairnesses, Fairness::ALL);
    assert!(qualities.iter().all(|one| one.proof == Proof::Optimal));
    // Each is the best in what it looks for.
    let [leximin, rank_maximal, generous] = qualities[..] else {
        panic!("{qualities:?}");
    };
    assert!(rank_maximal.profile[0] >= leximin.profile[0]);
    assert!(leximin.without_wish <= rank_maximal.without_wish);
    assert!(leximin.worst_best_wish() <= rank_maximal.worst_best_wish());
    assert!(generous.seats == leximin.seats && rank_maximal.seats == leximin.seats);

    assert_eq!(choose(&congress, 1, None).await, 1);
    assert_eq!(choose(&congress, 1, None).await, 1);
    assert_eq!(choose(&congress, 1, Some(1)).await, 2);
    let chosen = congress.board().await.version.unwrap();
    assert_eq!(chosen.head.cause, VersionCause::Alternative);
    assert_eq!(chosen.head.parent, Some(1));
    assert_eq!(chosen.head.quality, beside[0].quality);
    assert_eq!(chosen.seating, beside[0].seating);
    congress.checks(2).await;

    let planner = &congress.given.planner;
    let access = congress.organises();
    assert_eq!(planner.undo_assignment_change(&access, 2).await.unwrap(), 1);
    let stale = planner.undo_assignment_change(&access, 2).await;
    assert!(matches!(stale, Err(PlannerError::Conflict(_))));
    assert_eq!(planner.redo_assignment_change(&access, 1).await.unwrap(), 2);
    let unknown = Choice {
        version: 1,
        alternative: Some(9),
        seen: Some(2),
    };
    let refused = planner.choose_assignment(&access, unknown).await;
    assert!(matches!(refused, Err(PlannerError::NotFound)));
    let stale = Choice {
        version: 1,
        alternative: None,
        seen: Some(1),
    };
    let refused = planner.choose_assignment(&access, stale).await;
    assert!(matches!(refused, Err(PlannerError::Conflict(_))));
}

async fn a_killed_search_goes_on_with_what_it_has(database: TestDatabase) {
    let congress = a_hard_congress(database).await;
    hold_up(&congress.given, congress.event).await;
    let planner = &congress.given.planner;
    planner
        .assign_workshops(&congress.organises())
        .await
        .unwrap();
    let worker = congress.given.planner.clone();
    let dies = Arc::new(AtomicBool::new(false));
    let is_killed = Arc::clone(&dies);
    let killed = tokio::spawn(async move {
        worker
            .run_jobs(|| {
                assert!(!is_killed.load(Ordering::Relaxed), "killed");
                false
            })
            .await
    });
    has_found(&congress, 1).await;
    dies.store(true, Ordering::Relaxed);
    assert!(killed.await.unwrap_err().is_panic());
    let view = view_of(&congress).await;
    assert_eq!(view.job.state, JobState::Running);
    let before = view.candidates();
    assert!(!before.is_empty());
    assert!(congress.board().await.computed.is_none());

    congress.given.clock.advance(SignedDuration::from_secs(20));
    let worker = congress.given.planner.clone();
    let goes_on = tokio::spawn(async move { worker.run_jobs(|| false).await });
    has_found(&congress, Fairness::ALL.len()).await;
    let access = congress.organises();
    planner.stop_job(&access, view.job.id).await.unwrap();
    goes_on.await.unwrap().unwrap();
    let view = view_of(&congress).await;
    assert_eq!(view.job.state, JobState::Stopped);
    assert!(view.candidates().is_empty());
    let (version, _) = congress.board().await.computed.unwrap();
    assert!(version.head.quality.seats >= before[0].quality.seats);
    congress.checks(1).await;
}

async fn a_stopped_search_keeps_what_it_has(database: TestDatabase) {
    let congress = a_hard_congress(database).await;
    let planner = &congress.given.planner;
    let access = congress.organises();
    let job = planner.assign_workshops(&access).await.unwrap();
    has_found(&congress, 1).await;
    planner.stop_job(&access, job).await.unwrap();
    while view_of(&congress).await.job.state.is_active() {
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    let view = view_of(&congress).await;
    assert_eq!(view.job.state, JobState::Stopped);
    let outcome = view.assignment_outcome();
    assert!(matches!(
        outcome,
        Some(AssignmentOutcome::Version { number: 1, .. })
    ));
    congress.checks(1).await;
}

async fn a_second_request_leads_to_the_running_search(database: TestDatabase) {
    let congress = a_congress(database, SMALL).await;
    hold_up(&congress.given, congress.event).await;
    let planner = &congress.given.planner;
    let access = congress.organises();
    let one = planner.assign_workshops(&access).await.unwrap();
    assert_eq!(planner.assign_workshops(&access).await.unwrap(), one);
    congress.given.run_jobs().await;
    assert_eq!(congress.board().await.versions.len(), 1);
}

async fn decisions_about_offers_are_kept(database: TestDatabase) {
    let congress = a_congress(database, SMALL).await;
    let (closed, open) = (congress.offer(0, 0), congress.offer(1, 9));
    congress.decides(OfferDecision::CallOff(closed)).await;
    congress.decides(OfferDecision::Keep(open)).await;
    congress.is_assigned().await;
    let (version, _) = congress.board().await.computed.unwrap();
    assert_eq!(version.seating.people_in(closed).count(), 0);
    assert!(version.seating.people_in(open).count() >= 2);
    // Once the decision is taken back, the offer takes place: it is wished for most.
    let planner = &congress.given.planner;
    let access = congress.organises();
    let back = planner.decide_offer(&access, closed, None);
    back.await.unwrap();
    assert!(!congress.board().await.is_up_to_date());
    congress.is_assigned().await;
    let (version, _) = congress.board().await.computed.unwrap();
    assert!(version.seating.people_in(closed).count() > 0);
}

async fn what_cannot_be_kept_is_named(database: TestDatabase) {
    let congress = a_congress(database, SMALL).await;
    let open = congress.offer(1, 1);
    let person = congress.person(0).await;
    let other = congress.person(1).await;
    let fixed = |person, offer| AssignmentRule::Fixed { person, offer };
    congress
        .sets_rules(vec![
            AssignmentRule::Apart(vec![person, other]),
            fixed(person, open),
            fixed(other, open),
            fixed(congress.person(2).await, open),
        ])
        .await;
    let view = congress.assigns().await;
    assert_eq!(view.job.state, JobState::Failed);
    let Some(AssignmentOutcome::Failure(AssignmentFailure::Contradiction(mut rules))) =
        view.assignment_outcome()
    else {
        panic!("{:?}", view.assignment_outcome());
    };
    rules.sort_by_key(|rule| match rule {
        AssignmentRuleSource::Rule(number) => *number,
        other => panic!("{other:?}"),
    });
    let named = [0, 1, 2].map(AssignmentRuleSource::Rule);
    assert_eq!(rules, named);
}

async fn rules_are_kept(database: TestDatabase) {
    let congress = a_congress(database, SMALL).await;
    let mut people = Vec::new();
    for number in 0..6 {
        people.push(congress.person(number).await);
    }
    congress
        .sets_rules(vec![
            AssignmentRule::Together(people[..2].to_vec()),
            AssignmentRule::Apart(people[1..4].to_vec()),
            AssignmentRule::Fixed {
                person: people[5],
                offer: congress.offer(1, 7),
            },
        ])
        .await;
    congress.is_assigned().await;
}

async fn whoever_comes_late_is_placed_where_there_is_room(database: TestDatabase) {
    let congress = a_congress(database, SMALL).await;
    let planner = &congress.given.planner;
    let access = congress.organises();
    let early = planner.place_late_people(&access).await;
    assert!(matches!(early, Err(PlannerError::WrongState)));
    congress.is_assigned().await;
    choose(&congress, 1, None).await;
    assert_eq!(planner.place_late_people(&access).await.unwrap(), None);
    let before = congress.board().await.version.unwrap().seating;
    congress.registers(30..34).await;
    assert_eq!(planner.place_late_people(&access).await.unwrap(), Some(2));
    congress.checks(2).await;
    let version = congress.board().await.version.unwrap();
    assert_eq!(version.head.cause, VersionCause::LatePlaced);
    for (person, offer) in before.all() {
        let kept = version.seating.workshop_of(person, offer.slot);
        assert_eq!(kept, Some(offer.workshop));
    }
    let seated = version.seating.seated();
    for number in 30..34 {
        assert!(seated.contains(&congress.person(number).await));
    }
    assert_eq!(planner.place_late_people(&access).await.unwrap(), None);
}

async fn a_change_of_the_wishes_takes_the_proof_away(database: TestDatabase) {
    let congress = a_congress(database, SMALL).await;
    congress.is_assigned().await;
    let list = WishList {
        ranked: vec![congress.workshops[9]],
        ..WishList::default()
    };
    congress.wishes(3, &list).await;
    assert!(!congress.board().await.is_up_to_date());
    assert_eq!(choose(&congress, 1, None).await, 2);
    let version = congress.board().await.version.unwrap();
    assert_eq!(version.head.quality.proof, Proof::Unknown);
    assert_eq!(version.head.cause, VersionCause::Alternative);
    congress.checks(2).await;
}

async fn a_wish_saved_during_the_search_makes_it_out_of_date(database: TestDatabase) {
    let congress = a_hard_congress(database).await;
    let planner = &congress.given.planner;
    let access = congress.organises();
    let job = planner.assign_workshops(&access).await.unwrap();
    has_found(&congress, 1).await;
    let list = WishList {
        ranked: vec![congress.workshops[9]],
        ..WishList::default()
    };
    congress.wishes(3, &list).await;
    planner.stop_job(&access, job).await.unwrap();
    while view_of(&congress).await.job.state.is_active() {
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    assert!(!congress.board().await.is_up_to_date());
}

async fn whoever_registers_before_the_choice_is_late_after_it(database: TestDatabase) {
    let congress = a_congress(database, SMALL).await;
    congress.is_assigned().await;
    congress.registers(30..32).await;
    choose(&congress, 1, None).await;
    assert_eq!(late(&congress).await, 2);
    congress.places_late_people().await;
    assert_eq!(late(&congress).await, 0);
    // The other one does not know them either.
    choose(&congress, 1, Some(1)).await;
    assert_eq!(late(&congress).await, 2);
    congress.places_late_people().await;
    assert_eq!(late(&congress).await, 0);
    congress.checks(5).await;
}

async fn late(congress: &GivenCongress) -> usize {
    let board = congress.board().await;
    let version = board.version.unwrap();
    let late = board
        .assignment
        .late_people(&board.problem, &version.seating);
    late.len()
}

async fn late_people_are_placed_as_rules_demand(database: TestDatabase) {
    let congress = a_congress(database, SMALL).await;
    congress.is_assigned().await;
    choose(&congress, 1, None).await;
    congress.registers(30..35).await;
    let mut people = Vec::new();
    for number in 28..35 {
        people.push(congress.person(number).await);
    }
    let version = congress.board().await.version.unwrap();
    let has_room = congress.workshops.iter().map(|&workshop| OfferKey {
        slot: congress.slots[1],
        workshop,
    });
    let board = congress.board().await;
    let mut has_room = has_room.filter(|offer| {
        let programme = &board.assignment.programme;
        let taken = version.seating.people_in(*offer).count();
        programme.offer(*offer).is_some() && (1..SMALL.most as usize).contains(&taken)
    });
    let offer = has_room.next().unwrap();
    congress
        .sets_rules(vec![
            AssignmentRule::Fixed {
                person: people[2],
                offer,
            },
            AssignmentRule::Together(people[3..5].to_vec()),
            AssignmentRule::Apart(people[5..7].to_vec()),
        ])
        .await;
    congress.places_late_people().await;
    let board = congress.board().await;
    let seating = board.version.as_ref().unwrap().seating.clone();
    assert_eq!(
        seating.workshop_of(people[2], offer.slot),
        Some(offer.workshop)
    );
    for &slot in &congress.slots {
        let [one, other] = [3, 4].map(|index| seating.workshop_of(people[index], slot));
        assert!(one.is_some() && one == other, "{one:?} {other:?}");
        let [one, other] = [5, 6].map(|index| seating.workshop_of(people[index], slot));
        assert!(one.is_some() && one != other, "{one:?} {other:?}");
    }
    assert_eq!(board.state().unwrap().broken, []);
}

/// A wish that cannot be granted any more does not make the next one a first one.
async fn wishes_keep_their_ranks_when_an_offer_is_removed(database: TestDatabase) {
    let congress = a_congress(database, SMALL).await;
    let removed = congress.workshops[9];
    let list = WishList {
        ranked: vec![removed, congress.workshops[7]],
        ..WishList::default()
    };
    congress.wishes(3, &list).await;
    congress.moves_to_first_come(removed).await;
    congress.is_assigned().await;
    choose(&congress, 1, None).await;
    congress.checks(1).await;
}

async fn an_event_without_workshops_is_refused(database: TestDatabase) {
    let given = a_network(database).await;
    let event = crate::events::draft(&given).await;
    let access = given.organises(event);
    let refused = given.planner.assign_workshops(&access).await;
    assert!(matches!(refused, Err(PlannerError::Invalid(_))));
}
