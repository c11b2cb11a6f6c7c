//! Plans that a job computes: stopped, killed, overtaken.

use std::{
    sync::atomic::{AtomicUsize, Ordering},
    time::{Duration, Instant},
};

use jiff::SignedDuration;
use model::{
    JobState,
    cafe::{BrokenRule, CafeGoal, CafeRuleKind, Lock, VersionCause},
};
use planner::{
    PlannerError,
    cafes::{
        DrawOutcome, EditOutcome, PlanChange, PlanEdit, RulePolicy, RuleSource, SolveFailure,
        SolveOutcome, SolveScope, TakeOver,
    },
    registrations::Decision,
};
use store::testing::TestDatabase;

use super::given_cafe::{GivenCafe, a_cafe, rule, set_up};
use crate::{given::person, jobs::hold_up};

store::on_both_engines! {
    a_plan_is_proven_before_the_request_ends,
    a_second_request_leads_to_the_running_search,
    a_killed_search_goes_on_with_its_best_plan,
    a_search_is_stopped_at_once_and_its_best_plan_is_kept,
    a_killed_search_that_is_stopped_keeps_its_best_plan,
    a_search_that_was_handed_back_and_is_stopped_keeps_its_best_plan,
    rules_that_contradict_are_named,
    the_rest_is_solved_around_locks,
    a_plan_that_was_changed_meanwhile_stays_the_one_that_is_edited,
    whoever_comes_later_has_no_seat_and_whoever_left_is_named,
    a_drawing_is_the_same_for_the_same_seed,
    conflicting_goals_have_alternatives,
    a_cafe_without_tables_or_people_is_refused,
    strange_sizes_are_solved_or_refused_with_their_reason,
}

async fn view_of(cafe: &GivenCafe) -> planner::jobs::JobView {
    let jobs = cafe.given.planner.jobs_of_event(&cafe.organises()).await;
    jobs.unwrap().remove(0)
}

/// A café whose search takes seconds: no bound is reached.
async fn a_hard_cafe(database: TestDatabase) -> GivenCafe {
    let cafe = a_cafe(database, 140, 23).await;
    cafe.sets_up(set_up(10, 3, (12, 16), 8)).await;
    cafe
}

async fn a_plan_is_proven_before_the_request_ends(database: TestDatabase) {
    // The numbers of the Leipzig meeting.
    let cafe = a_cafe(database, 62, 13).await;
    let mut new = set_up(12, 3, (5, 6), 3);
    let people = cafe.people().await;
    for (table, host) in new.tables.iter_mut().zip(&people) {
        table.host = Some(*host);
    }
    cafe.sets_up(new).await;
    let began = Instant::now();
    let planner = &cafe.given.planner;
    let job = planner
        .solve_cafe(&cafe.organises(), None, SolveScope::AroundLocks)
        .await
        .unwrap();
    assert!(
        began.elapsed() < Duration::from_secs(3),
        "{:?}",
        began.elapsed()
    );
    let view = view_of(&cafe).await;
    assert_eq!((view.job.id, view.job.state), (job, JobState::Done));
    let version = cafe.version().await;
    assert_eq!(version.head.cause, VersionCause::Solved);
    assert_eq!(
        (version.head.quality.topics_min, version.head.quality.movers),
        (3, 50)
    );
    // Every goal, with twelve hosts who never move.
    let goals = [CafeGoal::Topics, CafeGoal::Meetings, CafeGoal::Mix];
    let quality = &version.head.quality;
    assert_eq!(quality.proven, goals, "{quality:?}");
    assert!(version.broken.is_empty());
    assert_eq!(version.head.quality.unseated, 0);
    cafe.checks_all_versions().await;
    let figures = cafe.board().await.figures().unwrap();
    assert!(
        figures
            .worst_off()
            .all(|gain| gain.met == version.head.quality.fewest_met)
    );
}

async fn a_second_request_leads_to_the_running_search(database: TestDatabase) {
    let cafe = a_cafe(database, 12, 4).await;
    cafe.sets_up(set_up(4, 4, (2, 4), 3)).await;
    hold_up(&cafe.given, cafe.event).await;
    let other = cafe.given.planner_on(cafe.given.database.store.clone());
    let access = cafe.organises();
    let solve = |planner: planner::Planner| {
        let access = access.clone();
        async move {
            planner
                .solve_cafe(&access, None, SolveScope::AroundLocks)
                .await
        }
    };
    let (one, two) = tokio::join!(solve(cafe.given.planner.clone()), solve(other));
    assert_eq!(one.unwrap(), two.unwrap());
    cafe.given.run_jobs().await;
    assert_eq!(cafe.number().await, 1);
    assert_eq!(cafe.checks_all_versions().await, 1);
}

async fn a_killed_search_goes_on_with_its_best_plan(database: TestDatabase) {
    let cafe = a_hard_cafe(database).await;
    hold_up(&cafe.given, cafe.event).await;
    let planner = &cafe.given.planner;
    planner
        .solve_cafe(&cafe.organises(), None, SolveScope::AroundLocks)
        .await
        .unwrap();
    // The worker is asked every tenth of a second and dies in the second one.
    let worker = cafe.given.planner.clone();
    let asked = AtomicUsize::new(0);
    let killed = tokio::spawn(async move {
        worker
            .run_jobs(|| {
                assert!(asked.fetch_add(1, Ordering::Relaxed) < 18, "killed");
                false
            })
            .await
    });
    assert!(killed.await.unwrap_err().is_panic());
    let view = view_of(&cafe).await;
    assert_eq!(view.job.state, JobState::Running);
    let before = view.figures().expect("a best plan");
    assert!(cafe.board().await.version.is_none());
    cafe.given.clock.advance(SignedDuration::from_secs(20));
    cafe.given.run_jobs().await;
    let view = view_of(&cafe).await;
    assert_eq!(view.job.state, JobState::Done);
    let version = cafe.version().await;
    let quality = &version.head.quality;
    let better = (quality.topics_min, quality.meetings) >= (before.topics_min, before.meetings);
    assert!(better, "{before:?} {quality:?}");
    // It began with the best plan, so no seed alone leads to it.
    assert_eq!(version.head.seed, None);
    cafe.checks_all_versions().await;
}

async fn a_search_is_stopped_at_once_and_its_best_plan_is_kept(database: TestDatabase) {
    let cafe = a_hard_cafe(database).await;
    let planner = &cafe.given.planner;
    // It goes on after the request.
    let job = planner
        .solve_cafe(&cafe.organises(), None, SolveScope::AroundLocks)
        .await
        .unwrap();
    let view = view_of(&cafe).await;
    assert_eq!((view.job.id, view.job.state), (job, JobState::Running));
    planner.stop_job(&cafe.organises(), job).await.unwrap();
    let began = Instant::now();
    while view_of(&cafe).await.job.state.is_active() {
        tokio::time::sleep(Duration::from_millis(20)).await;
        assert!(began.elapsed() < Duration::from_secs(2), "it goes on");
    }
    let view = view_of(&cafe).await;
    assert_eq!(view.job.state, JobState::Stopped);
    assert!(!view.can_resume());
    assert_eq!(cafe.number().await, 1);
    assert!(cafe.version().await.broken.is_empty());
    cafe.checks_all_versions().await;
}

async fn rules_that_contradict_are_named(database: TestDatabase) {
    let cafe = a_cafe(database, 12, 4).await;
    let people = cafe.people().await;
    let mut new = set_up(4, 2, (2, 4), 2);
    new.rules = vec![
        rule(7, CafeRuleKind::Together(vec![people[0], people[1]])),
        rule(8, CafeRuleKind::Apart(vec![people[4], people[5]])),
        rule(
            9,
            CafeRuleKind::Apart(vec![people[0], people[1], people[2]]),
        ),
    ];
    cafe.sets_up(new.clone()).await;
    let view = cafe.solves(SolveScope::AroundLocks).await;
    assert_eq!(view.job.state, JobState::Failed);
    let named = vec![
        RuleSource::Rule(new.rules[0].number),
        RuleSource::Rule(new.rules[2].number),
    ];
    let failure = SolveFailure::Contradiction(named);
    assert_eq!(
        view.solve_outcome(),
        Some(SolveOutcome::Failure(failure.clone()))
    );
    assert!(cafe.board().await.version.is_none());
    let drawn = cafe
        .given
        .planner
        .draw_plan(&cafe.organises(), None, (None, Some(1)))
        .await
        .unwrap();
    assert_eq!(drawn, DrawOutcome::Failed(failure));
    // Without the rule it goes on.
    new.rules.pop();
    cafe.sets_up(new).await;
    cafe.is_solved().await;
    cafe.checks_all_versions().await;
}

async fn the_rest_is_solved_around_locks(database: TestDatabase) {
    let cafe = a_cafe(database, 16, 4).await;
    cafe.sets_up(set_up(4, 4, (3, 5), 3)).await;
    let planner = &cafe.given.planner;
    planner
        .draw_plan(&cafe.organises(), None, (None, Some(5)))
        .await
        .unwrap();
    let drawn = cafe.version().await;
    let person = drawn.seating.people[3];
    let locks = [
        Lock::Round { round: 1 },
        Lock::Table {
            table: model::cafe::TableNumber(2),
            round: 2,
        },
        Lock::Seat { person, round: 3 },
    ];
    for lock in locks {
        let edit = PlanEdit {
            seen: cafe.number().await,
            change: PlanChange::Lock(lock),
            rules: RulePolicy::Keep,
        };
        let made = planner.edit_plan(&cafe.organises(), None, edit).await;
        assert!(matches!(made, Ok(EditOutcome::Made { .. })));
    }
    cafe.is_solved().await;
    let version = cafe.version().await;
    assert_eq!(version.head.cause, VersionCause::RestSolved);
    assert_eq!(version.locks.len(), 3);
    let (before, after) = (&drawn.seating, &version.seating);
    assert_eq!(before.rounds[0], after.rounds[0]);
    let at_table = |seating: &model::cafe::CafeSeating| {
        let mut people: Vec<_> = seating.people_at(model::cafe::TableNumber(2), 2).collect();
        people.sort();
        people
    };
    assert_eq!(at_table(before), at_table(after));
    assert_eq!(before.table_of(person, 3), after.table_of(person, 3));
    assert_ne!(before.rounds, after.rounds);
    cafe.solves(SolveScope::Everything).await;
    assert!(cafe.version().await.locks.is_empty());
    cafe.checks_all_versions().await;
}

async fn a_plan_that_was_changed_meanwhile_stays_the_one_that_is_edited(database: TestDatabase) {
    let cafe = a_hard_cafe(database).await;
    let planner = &cafe.given.planner;
    let job = planner
        .solve_cafe(&cafe.organises(), None, SolveScope::AroundLocks)
        .await
        .unwrap();
    planner
        .empty_plan(&cafe.organises(), None, None)
        .await
        .unwrap();
    planner.stop_job(&cafe.organises(), job).await.unwrap();
    while view_of(&cafe).await.job.state.is_active() {
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    let view = view_of(&cafe).await;
    let outcome = view.solve_outcome();
    let expected = SolveOutcome::Version {
        number: 2,
        is_current: false,
        alternatives: 0,
    };
    assert_eq!(outcome, Some(expected));
    assert_eq!(cafe.number().await, 1);
    assert_eq!(cafe.version().await.head.cause, VersionCause::Empty);
    assert_eq!(cafe.checks_all_versions().await, 2);
}

async fn whoever_comes_later_has_no_seat_and_whoever_left_is_named(database: TestDatabase) {
    let cafe = a_cafe(database, 12, 4).await;
    cafe.sets_up(set_up(4, 2, (2, 5), 2)).await;
    cafe.is_solved().await;
    let gone = cafe.people().await[4];
    let given = &cafe.given;
    given
        .planner
        .decide(&given.organises_registration(gone), Decision::Cancel)
        .await
        .unwrap();
    let added = planner::registrations::AddedPerson {
        person: person("Zoe", None),
        answers: model::Answers::default(),
    };
    let zoe = given
        .planner
        .add_person(&cafe.organises(), |_| Ok(added))
        .await
        .unwrap();
    let board = cafe.board().await;
    assert_eq!(board.gone(), [gone]);
    assert_eq!(board.unseated(), [(zoe.id, vec![1, 2])]);
}

async fn a_drawing_is_the_same_for_the_same_seed(database: TestDatabase) {
    let cafe = a_cafe(database, 20, 5).await;
    cafe.sets_up(set_up(5, 5, (3, 5), 3)).await;
    let planner = &cafe.given.planner;
    let mut drawn = Vec::new();
    for (seen, seed) in [(None, 1), (Some(1), 2), (Some(2), 1)] {
        planner
            .draw_plan(&cafe.organises(), None, (seen, Some(seed)))
            .await
            .unwrap();
        drawn.push(cafe.version().await.seating);
    }
    assert_eq!(drawn[0], drawn[2]);
    assert_ne!(drawn[0], drawn[1]);
    let late = planner
        .draw_plan(&cafe.organises(), None, (Some(1), Some(3)))
        .await;
    assert!(matches!(late, Err(PlannerError::Conflict(_))));
    cafe.checks_all_versions().await;
}

async fn conflicting_goals_have_alternatives(database: TestDatabase) {
    // Two topics at six tables in four rounds: who sees both topics meets fewer people.
    let cafe = a_cafe(database, 20, 3).await;
    let mut new = set_up(5, 2, (2, 8), 4);
    new.goals = vec![CafeGoal::Mix, CafeGoal::Meetings, CafeGoal::Topics];
    cafe.sets_up(new).await;
    let view = cafe.solves(SolveScope::AroundLocks).await;
    let Some(SolveOutcome::Version {
        number,
        alternatives,
        ..
    }) = view.solve_outcome()
    else {
        panic!("{view:?}");
    };
    assert!(alternatives > 0);
    let planner = &cafe.given.planner;
    let board = planner.cafe_board(&cafe.reads(), None, Some(number)).await;
    let beside = board.unwrap().alternatives;
    assert_eq!(beside.len(), alternatives as usize);
    let first = &cafe.version().await.head.quality;
    assert!(
        beside[0].quality.meetings > first.meetings
            || beside[0].quality.mix < first.mix
            || beside[0].quality.topics_sum > first.topics_sum
    );
    let organises = cafe.organises();
    let choose = async |rules: RulePolicy| {
        let chosen = planner.choose_alternative(&organises, None, (number, rules), (number, 1));
        chosen.await
    };
    assert_eq!(
        choose(RulePolicy::Keep).await.unwrap(),
        TakeOver::Taken(number + 1)
    );
    // A second press, or another organiser, finds another version there.
    let again = choose(RulePolicy::Break).await;
    assert!(matches!(again, Err(PlannerError::Conflict(_))));
    let chosen = cafe.version().await;
    assert_eq!(chosen.head.cause, VersionCause::Alternative);
    assert_eq!(chosen.seating, beside[0].seating);
    assert_eq!(chosen.head.quality, beside[0].quality);
    cafe.checks_all_versions().await;

    // A rule that was made since stands against the alternative: it is taken only if somebody says so.
    planner
        .undo_plan_change(&organises, None, number + 1)
        .await
        .unwrap();
    let table = beside[0].seating.rounds[0][0].unwrap();
    let pair: Vec<_> = beside[0].seating.people_at(table, 1).take(2).collect();
    let apart = planner.add_cafe_rule(&organises, None, CafeRuleKind::Apart(pair));
    let broken = BrokenRule::Rule {
        rule: apart.await.unwrap(),
        round: 1,
    };
    let Ok(TakeOver::WouldBreak(against)) = choose(RulePolicy::Keep).await else {
        panic!("it was taken without a question");
    };
    assert!(against.contains(&broken), "{against:?}");
    let board = planner.cafe_board(&cafe.reads(), None, None).await.unwrap();
    assert_eq!(board.rules_against(&beside[0].seating), against);
    assert_eq!(cafe.number().await, number);
    choose(RulePolicy::Break).await.unwrap();
    assert!(cafe.version().await.broken.contains(&broken));
}

async fn a_cafe_without_tables_or_people_is_refused(database: TestDatabase) {
    let cafe = a_cafe(database, 3, 1).await;
    let planner = &cafe.given.planner;
    let organises = cafe.organises();
    let solve = async || {
        planner
            .solve_cafe(&organises, None, SolveScope::AroundLocks)
            .await
    };
    assert!(matches!(solve().await, Err(PlannerError::WrongState)));
    cafe.sets_up(model::cafe::CafeSetUp {
        shows_names: true,
        ..model::cafe::CafeSetUp::empty()
    })
    .await;
    match solve().await {
        Err(PlannerError::Invalid(faults)) => {
            assert!(faults.iter().any(|(field, _)| field == "tables"));
        }
        other => panic!("{other:?}"),
    }
}

async fn strange_sizes_are_solved_or_refused_with_their_reason(database: TestDatabase) {
    // One person; then three people at twelve tables; then a hundred at one.
    let cafe = a_cafe(database, 3, 3).await;
    cafe.sets_up(set_up(12, 3, (0, 6), 3)).await;
    cafe.is_solved().await;
    let mut new = set_up(12, 3, (0, 6), 3);
    for table in &mut new.tables {
        table.least = Some(1);
    }
    cafe.sets_up(new).await;
    let view = cafe.solves(SolveScope::AroundLocks).await;
    let Some(SolveOutcome::Failure(SolveFailure::Contradiction(rules))) = view.solve_outcome()
    else {
        panic!("{view:?}");
    };
    assert!(
        rules
            .iter()
            .all(|rule| matches!(rule, RuleSource::Least(_)))
    );
    cafe.sets_up(set_up(1, 1, (0, 2), 3)).await;
    let view = cafe.solves(SolveScope::AroundLocks).await;
    let most = RuleSource::Most(model::cafe::TableNumber(1));
    let failure = SolveFailure::Contradiction(vec![most]);
    assert_eq!(view.solve_outcome(), Some(SolveOutcome::Failure(failure)));
    cafe.sets_up(set_up(1, 1, (0, 500), 3)).await;
    cafe.is_solved().await;
    cafe.checks_all_versions().await;
}

/// Begins a search whose worker is asked every tenth of a second. In the second one `ends` decides.
async fn is_begun(cafe: &GivenCafe, ends: fn() -> bool) -> model::JobId {
    hold_up(&cafe.given, cafe.event).await;
    let planner = &cafe.given.planner;
    let job = planner
        .solve_cafe(&cafe.organises(), None, SolveScope::AroundLocks)
        .await
        .unwrap();
    let worker = planner.clone();
    let asked = AtomicUsize::new(0);
    let stop = move || asked.fetch_add(1, Ordering::Relaxed) >= 18 && ends();
    // A killed worker ends with a panic.
    let _ = tokio::spawn(async move { worker.run_jobs(stop).await }).await;
    assert!(view_of(cafe).await.figures().is_some(), "a best plan");
    assert!(cafe.board().await.version.is_none());
    job
}

async fn keeps_its_best_plan(cafe: &GivenCafe, job: model::JobId) {
    let planner = &cafe.given.planner;
    planner.stop_job(&cafe.organises(), job).await.unwrap();
    let began = Instant::now();
    cafe.given.run_jobs().await;
    assert!(began.elapsed() < Duration::from_secs(1), "it goes on");
    assert_eq!(view_of(cafe).await.job.state, JobState::Stopped);
    assert_eq!(cafe.number().await, 1);
    assert_eq!(cafe.checks_all_versions().await, 1);
}

async fn a_killed_search_that_is_stopped_keeps_its_best_plan(database: TestDatabase) {
    let cafe = a_hard_cafe(database).await;
    let job = is_begun(&cafe, || panic!("killed")).await;
    cafe.given.clock.advance(SignedDuration::from_secs(20));
    keeps_its_best_plan(&cafe, job).await;
}

async fn a_search_that_was_handed_back_and_is_stopped_keeps_its_best_plan(database: TestDatabase) {
    let cafe = a_hard_cafe(database).await;
    let job = is_begun(&cafe, || true).await;
    assert_eq!(view_of(&cafe).await.job.state, JobState::Queued);
    keeps_its_best_plan(&cafe, job).await;
}
