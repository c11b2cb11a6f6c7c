//! Why there is no plan: rules, locks and people who are not there. Who comes to a locked round.

use std::collections::BTreeMap;

use model::{
    JobState, RegistrationId,
    cafe::{CafeRuleKind, Lock, SeatNeed, TableNumber, TopicNumber, VersionCause},
};
use planner::{
    cafes::{
        DrawOutcome, EditOutcome, PlanChange, PlanEdit, RulePolicy, RuleSource, SolveFailure,
        SolveOutcome, SolveScope,
    },
    registrations::AddedPerson,
};
use store::testing::TestDatabase;

use super::{
    checker::{Rows, check, rounds_together},
    given_cafe::{GivenCafe, a_cafe, rule, set_up},
};
use crate::given::{line, person};

store::on_both_engines! {
    locks_against_a_rule_are_named_by_a_search_and_by_a_drawing,
    whoever_is_not_there_is_named_where_tables_need_more_people,
    whoever_comes_to_a_locked_round_is_seated_and_the_others_stay,
    a_full_locked_round_is_named,
    needs_for_a_language_and_a_topic_are_met,
    five_hundred_people_at_one_table_get_a_plan,
    one_person_alone_gets_a_plan,
    the_worst_off_and_the_repeats_are_those_of_a_recount,
}

const ROUND: u32 = 1;

async fn locks(cafe: &GivenCafe, lock: Lock) {
    let edit = PlanEdit {
        seen: cafe.number().await,
        change: PlanChange::Lock(lock),
        rules: RulePolicy::Keep,
    };
    let planner = &cafe.given.planner;
    let made = planner.edit_plan(&cafe.organises(), None, edit).await;
    assert!(matches!(made, Ok(EditOutcome::Made { .. })), "{made:?}");
}

/// The failure of a search and of a drawing, which has to be the same.
async fn failure(cafe: &GivenCafe) -> SolveFailure {
    let view = cafe.solves(SolveScope::AroundLocks).await;
    assert_eq!(view.job.state, JobState::Failed);
    let Some(SolveOutcome::Failure(found)) = view.solve_outcome() else {
        panic!("{view:?}");
    };
    let seen = cafe.number().await;
    let planner = &cafe.given.planner;
    let drawn = planner
        .draw_plan(&cafe.organises(), None, (Some(seen), Some(1)))
        .await;
    assert_eq!(drawn.unwrap(), DrawOutcome::Failed(found.clone()));
    assert_eq!(cafe.number().await, seen);
    found
}

async fn comes(cafe: &GivenCafe, name: &str) -> RegistrationId {
    let added = AddedPerson {
        person: person(name, None),
        answers: model::Answers::default(),
    };
    let planner = &cafe.given.planner;
    let added = planner.add_person(&cafe.organises(), |_| Ok(added)).await;
    added.unwrap().id
}

async fn locks_against_a_rule_are_named_by_a_search_and_by_a_drawing(database: TestDatabase) {
    let cafe = a_cafe(database, 12, 4).await;
    cafe.sets_up(set_up(4, 2, (2, 4), 2)).await;
    cafe.is_solved().await;
    let seating = cafe.version().await.seating;
    let pair: Vec<RegistrationId> = seating.people_at(TableNumber(1), ROUND).take(2).collect();
    let seats = pair.iter().map(|person| Lock::Seat {
        person: *person,
        round: ROUND,
    });
    let seats: Vec<Lock> = seats.collect();
    for lock in &seats {
        locks(&cafe, *lock).await;
    }
    let planner = &cafe.given.planner;
    let apart = planner
        .add_cafe_rule(&cafe.organises(), None, CafeRuleKind::Apart(pair))
        .await
        .unwrap();
    let found = failure(&cafe).await;
    let SolveFailure::Contradiction(sources) = &found else {
        panic!("{found:?}");
    };
    let expected = [
        RuleSource::Rule(apart),
        RuleSource::Lock(seats[0]),
        RuleSource::Lock(seats[1]),
    ];
    assert_eq!(sources.len(), expected.len(), "{sources:?}");
    assert!(expected.iter().all(|source| sources.contains(source)));
    // The page of the set-up knows of no locks.
    assert!(!found.is_of_set_up());
    // Without one of the locks it goes on.
    let edit = PlanEdit {
        seen: cafe.number().await,
        change: PlanChange::Unlock(seats[0]),
        rules: RulePolicy::Keep,
    };
    planner
        .edit_plan(&cafe.organises(), None, edit)
        .await
        .unwrap();
    cafe.is_solved().await;
    cafe.checks_all_versions().await;
}

async fn whoever_is_not_there_is_named_where_tables_need_more_people(database: TestDatabase) {
    let cafe = a_cafe(database, 12, 4).await;
    cafe.sets_up(set_up(4, 2, (3, 4), 2)).await;
    cafe.is_solved().await;
    let missing = cafe.people().await[5];
    let helps = cafe.given.principal.helps_event(cafe.event);
    let planner = &cafe.given.planner;
    planner
        .mark_missing(&helps, None, missing, 1)
        .await
        .unwrap();
    let found = failure(&cafe).await;
    let least = (1..=4).map(|table| RuleSource::Least(TableNumber(table)));
    let sources: Vec<RuleSource> = least.chain([RuleSource::Absent(missing)]).collect();
    assert_eq!(found, SolveFailure::Contradiction(sources));
    assert!(!found.is_of_set_up());
    // With everybody there it goes on.
    planner.mark_present(&helps, None, missing).await.unwrap();
    cafe.is_solved().await;
    // Where too few are registered, absences are not to blame.
    cafe.sets_up(set_up(5, 2, (3, 4), 2)).await;
    planner
        .mark_missing(&helps, None, missing, 1)
        .await
        .unwrap();
    assert!(failure(&cafe).await.is_of_set_up());
}

async fn whoever_comes_to_a_locked_round_is_seated_and_the_others_stay(database: TestDatabase) {
    let cafe = a_cafe(database, 12, 4).await;
    let mut new = set_up(4, 2, (2, 4), 3);
    new.tables[2].step_free = false;
    cafe.sets_up(new.clone()).await;
    cafe.is_solved().await;
    let before = cafe.version().await.seating;
    locks(&cafe, Lock::Round { round: ROUND }).await;
    let (zoe, yusuf) = (comes(&cafe, "Zoe").await, comes(&cafe, "Yusuf").await);
    let companion = before.people_at(TableNumber(1), ROUND).next().unwrap();
    new.rules = vec![
        rule(1, CafeRuleKind::Apart(vec![zoe, companion])),
        rule(
            2,
            CafeRuleKind::Needs {
                person: yusuf,
                need: SeatNeed::StepFree,
            },
        ),
    ];
    cafe.sets_up(new).await;
    cafe.is_solved().await;
    let version = cafe.version().await;
    assert_eq!(version.head.cause, VersionCause::RestSolved);
    for person in &before.people {
        assert_eq!(
            version.seating.table_of(*person, ROUND),
            before.table_of(*person, ROUND)
        );
    }
    for newcomer in [zoe, yusuf] {
        let rounds = 1..=3;
        assert!(
            rounds
                .map(|round| version.seating.table_of(newcomer, round))
                .all(|table| table.is_some())
        );
    }
    assert_eq!(version.broken, []);
    // The lock keeps the newcomers, too.
    let first = version.seating.rounds[0].clone();
    cafe.is_solved().await;
    assert_eq!(cafe.version().await.seating.rounds[0], first);
    // A drawing seats them as well.
    let seen = cafe.number().await;
    comes(&cafe, "Xenia").await;
    let planner = &cafe.given.planner;
    let drawn = planner
        .draw_plan(&cafe.organises(), None, (Some(seen), Some(1)))
        .await;
    assert!(matches!(drawn, Ok(DrawOutcome::Drawn(_))), "{drawn:?}");
    assert_eq!(cafe.version().await.head.quality.unseated, 0);
    let board = cafe.board().await;
    let rows = Rows {
        set_up: &board.cafe.set_up(),
        people: &board.cafe.people,
        presence: &board.facts.presence,
        earlier: &BTreeMap::new(),
    };
    check(board.version.as_ref().unwrap(), rows);
}

async fn a_full_locked_round_is_named(database: TestDatabase) {
    let cafe = a_cafe(database, 12, 4).await;
    let mut new = set_up(4, 2, (2, 4), 2);
    cafe.sets_up(new.clone()).await;
    cafe.is_solved().await;
    let lock = Lock::Round { round: ROUND };
    locks(&cafe, lock).await;
    // The only step-free table is full in the locked round.
    let seated = cafe.version().await.seating;
    let seated = u32::try_from(seated.people_at(TableNumber(1), ROUND).count()).unwrap();
    let zoe = comes(&cafe, "Zoe").await;
    new.rules = vec![rule(
        1,
        CafeRuleKind::Needs {
            person: zoe,
            need: SeatNeed::StepFree,
        },
    )];
    for table in &mut new.tables {
        table.step_free = table.number == TableNumber(1);
    }
    new.tables[0].most = seated;
    new.tables[1].most = 12;
    cafe.sets_up(new).await;
    // The round closes all its tables, and is named once.
    let expected = SolveFailure::Contradiction(vec![RuleSource::Lock(lock)]);
    assert_eq!(failure(&cafe).await, expected);
}

async fn needs_for_a_language_and_a_topic_are_met(database: TestDatabase) {
    let cafe = a_cafe(database, 16, 4).await;
    let people = cafe.people().await;
    let mut new = set_up(4, 2, (3, 5), 3);
    new.tables[0].language = Some(line("Englisch"));
    new.tables[3].language = Some(line("Englisch"));
    let (speaker, expert) = (people[3], people[8]);
    new.rules = vec![
        rule(
            1,
            CafeRuleKind::Needs {
                person: speaker,
                need: SeatNeed::Language(line("englisch")),
            },
        ),
        rule(
            2,
            CafeRuleKind::Needs {
                person: expert,
                need: SeatNeed::Topic(TopicNumber(2)),
            },
        ),
    ];
    cafe.sets_up(new.clone()).await;
    cafe.is_solved().await;
    let seating = cafe.version().await.seating;
    for round in 1..=3 {
        let of_speaker = seating.table_of(speaker, round).unwrap();
        assert!([1, 4].contains(&of_speaker.0), "{of_speaker}");
        let of_expert = new.table(seating.table_of(expert, round).unwrap());
        assert_eq!(of_expert.unwrap().topic, TopicNumber(2));
    }
    // A change by hand against a need is refused.
    for (person, table) in [(speaker, TableNumber(2)), (expert, TableNumber(3))] {
        let edit = PlanEdit {
            seen: cafe.number().await,
            change: PlanChange::Seat(planner::cafes::SeatMove::Move {
                person,
                round: 2,
                table,
            }),
            rules: RulePolicy::Keep,
        };
        let planner = &cafe.given.planner;
        let moved = planner.edit_plan(&cafe.organises(), None, edit).await;
        assert!(matches!(moved, Ok(EditOutcome::WouldBreak(_))), "{moved:?}");
    }
}

async fn five_hundred_people_at_one_table_get_a_plan(database: TestDatabase) {
    let cafe = a_cafe(database, 500, 40).await;
    cafe.sets_up(set_up(1, 1, (0, 500), 3)).await;
    cafe.is_solved().await;
    let version = cafe.version().await;
    let everybody = version.seating.people_at(TableNumber(1), 3).count();
    assert_eq!((everybody, version.head.quality.unseated), (500, 0));
    cafe.checks_all_versions().await;
}

async fn one_person_alone_gets_a_plan(database: TestDatabase) {
    let cafe = a_cafe(database, 1, 1).await;
    cafe.sets_up(set_up(3, 3, (0, 6), 3)).await;
    cafe.is_solved().await;
    let version = cafe.version().await;
    assert_eq!(version.seating.people, cafe.people().await);
    let quality = &version.head.quality;
    assert_eq!((quality.unseated, quality.topics_min), (0, 3));
    cafe.checks_all_versions().await;
}

async fn the_worst_off_and_the_repeats_are_those_of_a_recount(database: TestDatabase) {
    // Three tables of five in four rounds: people have to meet again.
    let cafe = a_cafe(database, 15, 4).await;
    cafe.sets_up(set_up(3, 3, (4, 6), 4)).await;
    let planner = &cafe.given.planner;
    planner
        .draw_plan(&cafe.organises(), None, (None, Some(11)))
        .await
        .unwrap();
    let board = cafe.board().await;
    let figures = board.figures().unwrap();
    let together = rounds_together(&board.version.as_ref().unwrap().seating);
    let counted: BTreeMap<_, _> = together
        .iter()
        .filter(|(_, rounds)| rounds.len() > 1)
        .collect();
    assert!(!counted.is_empty(), "nobody meets again");
    assert_eq!(figures.repeats.len(), counted.len());
    for repeat in &figures.repeats {
        let pair = (repeat.one.min(repeat.other), repeat.one.max(repeat.other));
        assert_eq!(counted.get(&pair), Some(&&repeat.rounds), "{repeat:?}");
    }
    let times: Vec<usize> = figures.repeats.iter().map(|one| one.rounds.len()).collect();
    assert!(times.is_sorted_by(|one, next| one >= next), "{times:?}");

    let house = |id: RegistrationId| {
        let mut people = board.cafe.people.iter();
        people
            .find(|one| one.id == id)
            .unwrap()
            .organisation_name
            .clone()
    };
    let met = |id: RegistrationId| {
        let pairs = together
            .keys()
            .filter(|(one, other)| *one == id || *other == id);
        pairs
            .filter(|(one, other)| house(*one) != house(*other))
            .count()
    };
    let fewest = board
        .problem
        .people
        .iter()
        .map(|id| met(*id))
        .min()
        .unwrap();
    let mut expected: Vec<RegistrationId> = board.problem.people.clone();
    expected.retain(|id| met(*id) == fewest);
    let worst_off: Vec<RegistrationId> = figures.worst_off().map(|gain| gain.person).collect();
    assert_eq!(worst_off, expected);
    assert!(figures.worst_off().all(|gain| gain.met as usize == fewest));
}
