//! Rules that are made on the board, and rules of a set-up that a version does not keep.

use model::{
    RegistrationState,
    cafe::{BrokenRule, CafeRuleKind},
};
use planner::{PlannerError, cafes::SolveScope, registrations::Decision};
use store::testing::TestDatabase;

use super::given_cafe::{GivenCafe, a_cafe, set_up};

store::on_both_engines! {
    a_rule_made_of_a_pair_is_one_of_the_set_up_and_changes_no_plan,
    a_rule_names_only_people_with_a_seat_at_the_event,
    whoever_cancelled_keeps_the_name_on_the_board,
}

async fn a_solved_cafe(database: TestDatabase) -> GivenCafe {
    let cafe = a_cafe(database, 12, 4).await;
    cafe.sets_up(set_up(3, 3, (2, 5), 3)).await;
    cafe.is_solved().await;
    cafe
}

async fn a_rule_made_of_a_pair_is_one_of_the_set_up_and_changes_no_plan(database: TestDatabase) {
    let cafe = a_solved_cafe(database).await;
    let before = cafe.version().await;
    let table = before.seating.rounds[1][0].unwrap();
    let pair: Vec<_> = before.seating.people_at(table, 2).take(2).collect();
    let planner = &cafe.given.planner;
    let access = cafe.organises();
    let apart = CafeRuleKind::Apart(pair.clone());
    let number = planner.add_cafe_rule(&access, None, apart.clone()).await;
    let number = number.unwrap();
    // The same pair the other way round is the same rule.
    let other_way = CafeRuleKind::Apart(pair.iter().rev().copied().collect());
    let again = planner.add_cafe_rule(&access, None, other_way).await;
    assert_eq!(again.unwrap(), number);

    let board = cafe.board().await;
    let rules = board.cafe.set_up().rules;
    assert_eq!((rules.len(), &rules[0].kind), (1, &apart));
    assert_eq!(board.version.as_ref(), Some(&before));
    let broken = BrokenRule::Rule {
        rule: number,
        round: 2,
    };
    assert!(board.broken_now().contains(&broken));
    assert_eq!(board.cafe.revision(), 2);

    cafe.solves(SolveScope::AroundLocks).await;
    assert_eq!(cafe.board().await.broken_now(), []);
    assert_eq!(cafe.checks_all_versions().await, 2);
}

async fn a_rule_names_only_people_with_a_seat_at_the_event(database: TestDatabase) {
    let cafe = a_solved_cafe(database).await;
    let people = cafe.people().await;
    let gone = cafe.given.organises_registration(people[0]);
    let planner = &cafe.given.planner;
    planner.decide(&gone, Decision::Cancel).await.unwrap();
    for kind in [
        CafeRuleKind::Together(vec![people[0], people[1]]),
        CafeRuleKind::Apart(vec![people[1], people[1]]),
        CafeRuleKind::Fixed {
            person: people[1],
            round: 9,
            table: model::cafe::TableNumber(1),
        },
    ] {
        let refused = planner.add_cafe_rule(&cafe.organises(), None, kind).await;
        assert!(
            matches!(refused, Err(PlannerError::Invalid(_))),
            "{refused:?}"
        );
    }
    assert_eq!(cafe.board().await.cafe.set_up().rules, []);
}

async fn whoever_cancelled_keeps_the_name_on_the_board(database: TestDatabase) {
    let cafe = a_solved_cafe(database).await;
    let gone = cafe.board().await.cafe.people[3].clone();
    let access = cafe.given.organises_registration(gone.id);
    let planner = &cafe.given.planner;
    planner.decide(&access, Decision::Cancel).await.unwrap();
    let board = cafe.board().await;
    assert_eq!(board.gone(), [gone.id]);
    let former = board.cafe.former.iter().find(|one| one.id == gone.id);
    let former = former.unwrap();
    assert_eq!(
        (former.name.clone(), former.state),
        (gone.name(), RegistrationState::Cancelled)
    );
}
