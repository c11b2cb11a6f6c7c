//! Changes of a plan by hand: by two organisers, against rules, undone.

use model::{
    EmailAddress, Language, Role,
    cafe::{BrokenRule, CafeRuleKind, Lock, TableNumber, VersionCause},
};
use planner::{
    PlannerError,
    access::Principal,
    cafes::{EditOutcome, PlanChange, PlanEdit, RulePolicy, SeatMove, SolveScope, TakeOver},
    people::NewMember,
};
use proptest::{
    strategy::{Strategy, ValueTree},
    test_runner::{Config, TestRunner},
};
use store::testing::TestDatabase;

use super::given_cafe::{GivenCafe, a_cafe, rule, set_up};
use crate::given::line;

store::on_both_engines! {
    a_change_on_an_older_version_is_made_if_it_still_fits,
    a_broken_rule_is_named_until_it_holds_again,
    changes_are_undone_and_redone,
    an_earlier_version_comes_back_as_a_new_one,
    every_version_keeps_the_rules_that_it_claims_to_keep,
    the_best_place_is_offered_first_and_costs_what_it_says,
    readers_see_a_plan_and_change_nothing,
}

async fn small_cafe(database: TestDatabase) -> GivenCafe {
    let cafe = a_cafe(database, 12, 4).await;
    cafe.sets_up(set_up(3, 3, (2, 6), 3)).await;
    cafe.is_solved().await;
    cafe
}

async fn edit(cafe: &GivenCafe, seen: u32, change: PlanChange, rules: RulePolicy) -> EditOutcome {
    let edit = PlanEdit {
        seen,
        change,
        rules,
    };
    let made = cafe
        .given
        .planner
        .edit_plan(&cafe.organises(), None, edit)
        .await;
    made.unwrap()
}

/// Another table than the present one.
fn elsewhere(now: Option<TableNumber>) -> TableNumber {
    TableNumber(now.unwrap().0 % 3 + 1)
}

const fn made(number: u32, tried_on: u32) -> EditOutcome {
    EditOutcome::Made { number, tried_on }
}

async fn a_change_on_an_older_version_is_made_if_it_still_fits(database: TestDatabase) {
    let cafe = a_cafe(database, 12, 4).await;
    // Whatever the plan is, everybody may go everywhere.
    cafe.sets_up(set_up(3, 3, (0, 12), 3)).await;
    cafe.is_solved().await;
    let seating = cafe.version().await.seating;
    let (anna, ben) = (seating.people[0], seating.people[1]);
    let to = |person, round| {
        PlanChange::Seat(SeatMove::Move {
            person,
            round,
            table: elsewhere(seating.table_of(person, round)),
        })
    };
    assert_eq!(
        edit(&cafe, 1, to(anna, 1), RulePolicy::Keep).await,
        made(2, 1)
    );
    // Made on the first version, in another round.
    assert_eq!(
        edit(&cafe, 1, to(ben, 2), RulePolicy::Keep).await,
        made(3, 2)
    );
    let version = cafe.version().await;
    assert_eq!(version.head.parent, Some(2));
    assert_eq!(
        version.seating.table_of(anna, 1),
        Some(elsewhere(seating.table_of(anna, 1)))
    );
    // Anna sits elsewhere by now.
    match edit(&cafe, 1, to(anna, 1), RulePolicy::Keep).await {
        EditOutcome::Outdated(changes) => {
            assert_eq!(changes.len(), 2);
            assert!(
                changes
                    .iter()
                    .any(|moved| (moved.person, moved.round) == (anna, 1))
            );
        }
        other => panic!("{other:?}"),
    }
    let planner = &cafe.given.planner;
    let late = planner.undo_plan_change(&cafe.organises(), None, 2).await;
    assert!(matches!(late, Err(PlannerError::Conflict(_))));
    assert_eq!(cafe.checks_all_versions().await, 3);
}

async fn a_broken_rule_is_named_until_it_holds_again(database: TestDatabase) {
    let cafe = a_cafe(database, 12, 4).await;
    let people = cafe.people().await;
    let mut new = set_up(3, 3, (1, 12), 3);
    let pair = vec![people[0], people[1]];
    new.rules = vec![rule(4, CafeRuleKind::Together(pair))];
    cafe.sets_up(new.clone()).await;
    cafe.is_solved().await;
    let before = cafe.version().await.seating.table_of(people[0], 2).unwrap();
    let away = PlanChange::Seat(SeatMove::Move {
        person: people[0],
        round: 2,
        table: elsewhere(Some(before)),
    });
    let broken = BrokenRule::Rule {
        rule: new.rules[0].number,
        round: 2,
    };
    let refused = edit(&cafe, 1, away, RulePolicy::Keep).await;
    assert_eq!(refused, EditOutcome::WouldBreak(vec![broken.clone()]));
    assert_eq!(edit(&cafe, 1, away, RulePolicy::Break).await, made(2, 1));
    let version = cafe.version().await;
    assert_eq!(version.broken, std::slice::from_ref(&broken));
    assert!(version.head.quality.proven.is_empty());
    // What is broken already is no reason to refuse another change.
    let other = SeatMove::Swap {
        round: 1,
        one: people[4],
        other: *version
            .seating
            .people
            .iter()
            .find(|one| {
                version.seating.table_of(**one, 1) != version.seating.table_of(people[4], 1)
                    && !people[..2].contains(one)
            })
            .unwrap(),
    };
    let changed = edit(&cafe, 2, PlanChange::Seat(other), RulePolicy::Keep).await;
    assert_eq!(changed, made(3, 2));
    assert_eq!(cafe.version().await.broken, [broken]);
    let back = PlanChange::Seat(SeatMove::Move {
        person: people[0],
        round: 2,
        table: before,
    });
    assert_eq!(edit(&cafe, 3, back, RulePolicy::Keep).await, made(4, 3));
    assert!(cafe.version().await.broken.is_empty());
    assert_eq!(cafe.checks_all_versions().await, 4);
}

async fn changes_are_undone_and_redone(database: TestDatabase) {
    let cafe = small_cafe(database).await;
    let planner = &cafe.given.planner;
    let access = cafe.organises();
    for round in 1..=3 {
        let lock = PlanChange::Lock(Lock::Round { round });
        edit(&cafe, round, lock, RulePolicy::Keep).await;
    }
    assert_eq!(cafe.number().await, 4);
    assert_eq!(planner.undo_plan_change(&access, None, 4).await.unwrap(), 3);
    assert_eq!(planner.undo_plan_change(&access, None, 3).await.unwrap(), 2);
    let steps = cafe.board().await.steps;
    assert_eq!((steps.undo, steps.redo), (Some(1), Some(3)));
    assert_eq!(planner.redo_plan_change(&access, None, 2).await.unwrap(), 3);
    assert_eq!(planner.redo_plan_change(&access, None, 3).await.unwrap(), 4);
    let none = planner.redo_plan_change(&access, None, 4).await;
    assert!(matches!(none, Err(PlannerError::WrongState)));
    for number in [3, 2, 1] {
        let undone = planner.undo_plan_change(&access, None, number + 1).await;
        assert_eq!(undone.unwrap(), number);
    }
    let none = planner.undo_plan_change(&access, None, 1).await;
    assert!(matches!(none, Err(PlannerError::WrongState)));
    // A change after undoing is a branch of its own: what was undone stays in the list. Nobody else changed the plan.
    let lock = PlanChange::Lock(Lock::Round { round: 3 });
    assert_eq!(edit(&cafe, 1, lock, RulePolicy::Keep).await, made(5, 1));
    let steps = cafe.board().await.steps;
    assert_eq!((steps.undo, steps.redo), (Some(1), None));
    let listed = cafe.board().await.versions;
    assert_eq!(listed.len(), 5);
    assert_eq!(listed[0].author.as_deref(), Some("Anna Jäger"));
}

async fn an_earlier_version_comes_back_as_a_new_one(database: TestDatabase) {
    let cafe = small_cafe(database).await;
    let planner = &cafe.given.planner;
    planner
        .empty_plan(&cafe.organises(), None, Some(1))
        .await
        .unwrap();
    assert_eq!(cafe.version().await.head.quality.unseated, 36);
    let made = planner
        .restore_plan_version(&cafe.organises(), None, (2, RulePolicy::Keep), 1)
        .await;
    assert_eq!(made.unwrap(), TakeOver::Taken(3));
    // Somebody who saw version 2 does not overwrite version 3 unseen.
    let late = planner
        .restore_plan_version(&cafe.organises(), None, (2, RulePolicy::Keep), 1)
        .await;
    assert!(matches!(late, Err(PlannerError::Conflict(_))));
    let version = cafe.version().await;
    assert_eq!(version.head.cause, VersionCause::Restored);
    let compared = planner
        .compare_cafe_versions(&cafe.reads(), None, (1, 3))
        .await
        .unwrap();
    assert_eq!(compared.differences, []);
    let compared = planner
        .compare_cafe_versions(&cafe.reads(), None, (2, 3))
        .await;
    assert_eq!(compared.unwrap().differences.len(), 36);
    let missing = planner
        .restore_plan_version(&cafe.organises(), None, (3, RulePolicy::Keep), 9)
        .await;
    assert!(matches!(missing, Err(PlannerError::NotFound)));
    cafe.checks_all_versions().await;

    // An unfinished plan comes back as it is; one that a rule stands against by now only if somebody says so.
    let restore = async |seen: u32, number: u32, rules: RulePolicy| {
        planner
            .restore_plan_version(&cafe.organises(), None, (seen, rules), number)
            .await
            .unwrap()
    };
    assert_eq!(restore(3, 2, RulePolicy::Keep).await, TakeOver::Taken(4));
    let table = version.seating.rounds[0][0].unwrap();
    let pair: Vec<_> = version.seating.people_at(table, 1).take(2).collect();
    let access = cafe.organises();
    let apart = planner.add_cafe_rule(&access, None, CafeRuleKind::Apart(pair));
    let broken = BrokenRule::Rule {
        rule: apart.await.unwrap(),
        round: 1,
    };
    let refused = restore(4, 3, RulePolicy::Keep).await;
    assert!(
        matches!(&refused, TakeOver::WouldBreak(against) if against.contains(&broken)),
        "{refused:?}"
    );
    assert_eq!(cafe.number().await, 4);
    assert_eq!(restore(4, 3, RulePolicy::Break).await, TakeOver::Taken(5));
    assert!(cafe.version().await.broken.contains(&broken));
}

/// A step of a random sequence.
#[derive(Debug, Clone, Copy)]
enum Step {
    Move(usize, u32, u16),
    Swap(usize, usize, u32),
    Unseat(usize, u32),
    Lock(u32),
    Undo,
    Redo,
}

fn steps() -> impl Strategy<Value = Vec<Step>> {
    let (person, round, table) = (0..18_usize, 1..=3_u32, 1..=4_u16);
    let step = proptest::prop_oneof![
        5 => (person.clone(), round.clone(), table).prop_map(|(p, r, t)| Step::Move(p, r, t)),
        5 => (person.clone(), 0..18_usize, round.clone()).prop_map(|(p, o, r)| Step::Swap(p, o, r)),
        1 => (person, round.clone()).prop_map(|(p, r)| Step::Unseat(p, r)),
        1 => round.prop_map(Step::Lock),
        2 => proptest::strategy::Just(Step::Undo),
        1 => proptest::strategy::Just(Step::Redo),
    ];
    proptest::collection::vec(step, 60)
}

async fn every_version_keeps_the_rules_that_it_claims_to_keep(database: TestDatabase) {
    let cafe = a_cafe(database, 18, 5).await;
    let people = cafe.people().await;
    let mut new = set_up(4, 2, (3, 6), 3);
    new.tables[0].host = Some(people[0]);
    new.tables[3].step_free = false;
    let step_free = CafeRuleKind::Needs {
        person: people[7],
        need: model::cafe::SeatNeed::StepFree,
    };
    new.rules = vec![
        rule(
            1,
            CafeRuleKind::Together(vec![people[1], people[2], people[3]]),
        ),
        rule(2, CafeRuleKind::Apart(vec![people[4], people[5]])),
        rule(
            3,
            CafeRuleKind::Fixed {
                person: people[6],
                round: 2,
                table: TableNumber(2),
            },
        ),
        rule(4, step_free),
    ];
    cafe.sets_up(new).await;
    cafe.solves(SolveScope::AroundLocks).await;
    let mut runner = TestRunner::deterministic();
    let _ = Config::default();
    let sequence = steps().new_tree(&mut runner).unwrap().current();
    let planner = &cafe.given.planner;
    for (index, step) in sequence.into_iter().enumerate() {
        let seen = cafe.number().await;
        let rules = if index % 2 == 0 {
            RulePolicy::Keep
        } else {
            RulePolicy::Break
        };
        let change = match step {
            Step::Move(person, round, table) => PlanChange::Seat(SeatMove::Move {
                person: people[person],
                round,
                table: TableNumber(table),
            }),
            Step::Swap(one, other, round) => PlanChange::Seat(SeatMove::Swap {
                round,
                one: people[one],
                other: people[other],
            }),
            Step::Unseat(person, round) => PlanChange::Seat(SeatMove::Unseat {
                person: people[person],
                round,
            }),
            Step::Lock(round) => PlanChange::Lock(Lock::Round { round }),
            Step::Undo => {
                let _ = planner
                    .undo_plan_change(&cafe.organises(), None, seen)
                    .await;
                continue;
            }
            Step::Redo => {
                let _ = planner
                    .redo_plan_change(&cafe.organises(), None, seen)
                    .await;
                continue;
            }
        };
        let before = cafe.version().await;
        let edit = PlanEdit {
            seen,
            change,
            rules,
        };
        match planner.edit_plan(&cafe.organises(), None, edit).await {
            Ok(EditOutcome::Made { .. }) if rules == RulePolicy::Keep => {
                let after = cafe.version().await;
                let is_new = |rule: &&BrokenRule| !before.broken.contains(rule);
                // Leaving a table may break only what was broken before.
                assert_eq!(after.broken.iter().find(is_new), None);
            }
            Ok(EditOutcome::WouldBreak(broken)) => {
                assert_eq!(rules, RulePolicy::Keep);
                assert!(broken.iter().all(|rule| !before.broken.contains(rule)));
                assert!(!broken.is_empty());
            }
            // An edit that breaks rules was wanted, or it changes nothing.
            Ok(EditOutcome::Made { .. }) | Err(PlannerError::WrongState) => {}
            other => panic!("{other:?}"),
        }
    }
    assert!(cafe.checks_all_versions().await > 20);
}

async fn the_best_place_is_offered_first_and_costs_what_it_says(database: TestDatabase) {
    let cafe = a_cafe(database, 18, 5).await;
    cafe.sets_up(set_up(4, 2, (3, 6), 3)).await;
    let planner = &cafe.given.planner;
    planner
        .draw_plan(&cafe.organises(), None, (None, Some(3)))
        .await
        .unwrap();
    let before = cafe.version().await;
    let person = before.seating.people[2];
    let options = planner
        .seat_options(&cafe.reads(), None, (person, 2))
        .await
        .unwrap();
    let own = before.seating.people_at(options.table.unwrap(), 2).count();
    // All other tables, and everybody at them.
    assert_eq!(options.options.len(), 3 + 18 - own);
    let breaks: Vec<bool> = options
        .options
        .iter()
        .map(|option| !option.effect.breaks.is_empty())
        .collect();
    assert!(breaks.is_sorted());
    for option in [&options.options[0], options.options.last().unwrap()] {
        let seen = cafe.number().await;
        let change = PlanChange::Seat(option.change);
        let made = edit(&cafe, seen, change, RulePolicy::Break).await;
        assert!(matches!(made, EditOutcome::Made { .. }));
        let (was, is) = (&before.head.quality, cafe.version().await.head.quality);
        let difference = |after: u32, before: u32| i64::from(after) - i64::from(before);
        assert_eq!(
            option.effect.meetings,
            difference(is.meetings, was.meetings)
        );
        assert_eq!(
            option.effect.topics,
            difference(is.topics_sum, was.topics_sum)
        );
        assert_eq!(option.effect.repeats, difference(is.repeats, was.repeats));
        assert_eq!(option.effect.mix, difference(is.mix, was.mix));
        let lost = i64::try_from(option.effect.lost_topics.len()).unwrap();
        let won = i64::try_from(option.effect.won_topics.len()).unwrap();
        assert_eq!(option.effect.topics, won - lost);
        planner
            .undo_plan_change(&cafe.organises(), None, cafe.number().await)
            .await
            .unwrap();
    }
}

async fn signed_in(cafe: &GivenCafe, role: Role, network: model::NetworkId) -> Principal {
    let given = &cafe.given;
    let address = EmailAddress::parse("zoe@other.example").unwrap();
    let member = NewMember {
        name: line("Zoë Fremd"),
        address: address.clone(),
        role,
        language: Language::De,
    };
    given.planner.put_member(network, member).await.unwrap();
    let link = given.planner.sign_in_link(&address).await.unwrap();
    let token = link.rsplit('/').next().unwrap();
    let session = given.planner.sign_in(token, &given.client).await.unwrap();
    let principal = given.planner.principal(session.token.reveal()).await;
    principal.unwrap().unwrap()
}

async fn readers_see_a_plan_and_change_nothing(database: TestDatabase) {
    let cafe = small_cafe(database).await;
    let network = cafe.given.organiser.network();
    let planner = &cafe.given.planner;
    let reader = signed_in(&cafe, Role::Reader, network).await;
    let reads = reader.reads_event(cafe.event);
    planner.cafe_board(&reads, None, None).await.unwrap();
    let organises = reader.organises_event(cafe.event);
    let lock = PlanEdit {
        seen: 1,
        change: PlanChange::Lock(Lock::Round { round: 1 }),
        rules: RulePolicy::Keep,
    };
    let refused = [
        planner.edit_plan(&organises, None, lock).await.map(drop),
        planner
            .undo_plan_change(&organises, None, 1)
            .await
            .map(drop),
        planner
            .restore_plan_version(&organises, None, (1, RulePolicy::Keep), 1)
            .await
            .map(drop),
        planner
            .empty_plan(&organises, None, Some(1))
            .await
            .map(drop),
        planner
            .draw_plan(&organises, None, (Some(1), Some(1)))
            .await
            .map(drop),
        planner
            .solve_cafe(&organises, None, SolveScope::AroundLocks)
            .await
            .map(drop),
        planner
            .import_plan(&organises, None, ("", Some(1), RulePolicy::Keep))
            .await
            .map(drop),
        planner
            .choose_alternative(&organises, None, (1, RulePolicy::Keep), (1, 1))
            .await
            .map(drop),
    ];
    for refused in refused {
        assert!(
            matches!(refused, Err(PlannerError::NotAllowed)),
            "{refused:?}"
        );
    }
    let other = cafe
        .given
        .planner
        .create_network(
            model::Slug::parse("iq-bayern").unwrap(),
            crate::given::settings(),
        )
        .await
        .unwrap();
    let address = EmailAddress::parse("yves@bayern.example").unwrap();
    let member = NewMember {
        name: line("Yves"),
        address: address.clone(),
        role: Role::Owner,
        language: Language::De,
    };
    planner.put_member(other.id, member).await.unwrap();
    let link = planner.sign_in_link(&address).await.unwrap();
    let token = link.rsplit('/').next().unwrap();
    let session = planner.sign_in(token, &cafe.given.client).await.unwrap();
    let stranger = planner
        .principal(session.token.reveal())
        .await
        .unwrap()
        .unwrap();
    let found = planner
        .cafe_board(&stranger.reads_event(cafe.event), None, None)
        .await;
    assert!(matches!(found, Err(PlannerError::NotFound)));
}
