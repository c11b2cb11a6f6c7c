//! A plan that is edited by hand: rules and goals against the independent checker, and the compact problem of the
//! browser.

use groups::assign::{
    Draft, Goal, Problem, ProblemLayout, SeatChange, Seating, read_compact, write_compact,
};
use proptest::prelude::*;
use serde_json::{Value, json};

use super::cases::{Size, problem};
use super::checker::Contract;
use super::seats_by_id;

prop_compose! {
    /// A problem with a plan that may break rules, and changes.
    fn case()(
        problem in problem(Size { people: 6, workshops: 4, slots: 2, fixed: 1, groups: 2 }),
        plan in prop::collection::vec(prop::option::weighted(0.8, 0..4_usize), 12),
        changes in prop::collection::vec((0..2_usize, 0..6_usize, 0..12_usize), 6),
    ) -> (Value, Vec<Option<usize>>, Vec<(usize, usize, usize)>) {
        (problem, plan, changes)
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn rules_and_goals_are_those_of_the_contract((json, plan, changes) in case()) {
        let problem = Problem::from_json(&json.to_string()).expect("sound");
        let contract = Contract::new(&json);
        let layout = ProblemLayout::new(&problem);
        let workshops: Vec<Vec<Option<usize>>> = plan.chunks(2).map(<[_]>::to_vec).collect();
        let known = |workshop: Option<usize>| workshop.filter(|&one| one < problem.workshops.len());
        let rows = workshops.into_iter().map(|row| row.into_iter().map(known).collect());
        let mut draft = Draft::new(&problem, &layout, &Seating { workshops: rows.collect() });
        for (slot, person, target) in changes {
            let before = seats_by_id(&problem, &draft.seating());
            let rules_before = draft.broken_rules();
            prop_assert_eq!(rules_before.is_empty(), contract.broken(&before).is_none(), "{:?}\n{}", rules_before, json);
            let change = match target {
                0..6 => SeatChange::Swap { slot, one: person, other: target },
                _ => SeatChange::Place { slot, person, workshop: (target < 11).then(|| target - 6) },
            };
            let seating = draft.seating();
            let effect = draft.evaluate(change);
            prop_assert_eq!(&draft.seating(), &seating);
            prop_assert_eq!(draft.apply(change), effect.is_some());
            let Some(effect) = effect else { continue };
            let after = seats_by_id(&problem, &draft.seating());
            let (goals, _) = contract.goals(&after);
            let (goals_before, _) = contract.goals(&before);
            let mut differences = goals.iter().zip(goals_before).map(|(after, before)| after - before);
            prop_assert_eq!(
                effect.differences.first().map(|&(_, difference)| difference),
                differences.find(|&difference| difference != 0),
                "{:?}\n{}", effect, json
            );
            let rules = draft.broken_rules();
            prop_assert!(effect.broken.iter().all(|rule| rules.contains(rule)));
            let mut new = rules.iter().filter(|rule| !rules_before.contains(rule));
            prop_assert!(new.all(|rule| effect.broken.contains(rule)), "{:?}\n{}", effect, json);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_compact_problem_has_the_same_effects((json, plan, changes) in case()) {
        let mut problem = Problem::from_json(&json.to_string()).expect("sound");
        // A change by hand is not measured against an earlier plan.
        problem.previous.clear();
        let known = |workshop: &Option<usize>| workshop.filter(|&one| one < problem.workshops.len());
        let rows = plan.chunks(2).map(|row| row.iter().map(known).collect());
        let seating = Seating { workshops: rows.take(problem.people.len()).collect() };
        let text = write_compact(&problem, &seating);
        let (read, seats) = read_compact(&text).expect("what was written");
        let (layout, read_layout) = (ProblemLayout::new(&problem), ProblemLayout::new(&read));
        let mut draft = Draft::new(&problem, &layout, &seating);
        let mut other = Draft::new(&read, &read_layout, &seats);
        let (before, other_before) = (draft.broken_rules(), other.broken_rules());
        prop_assert_eq!(&before, &other_before);
        for (slot, person, target) in changes {
            let change = match target {
                0..6 => SeatChange::Swap { slot, one: person, other: target },
                _ => SeatChange::Place { slot, person, workshop: (target < 11).then(|| target - 6) },
            };
            let (effect, read_effect) = (draft.evaluate(change), other.evaluate(change));
            prop_assert_eq!(&effect, &read_effect);
            let Some(effect) = effect else { continue };
            let broken: Vec<_> = draft.newly_broken(&before, slot, &effect).collect();
            let read_broken: Vec<_> = other.newly_broken(&other_before, slot, &effect).collect();
            prop_assert_eq!(broken, read_broken);
        }
        for end in 0..text.len() {
            let cut = read_compact(&text[..end]);
            prop_assert!(cut.is_none_or(|(cut, _)| cut.people.len() == problem.people.len()));
        }
    }
}

#[test]
fn an_exchange_names_the_ranks_of_both() {
    let json = json!({
        "slots": ["A"],
        "workshops": [{"id": "w1", "max": 1}, {"id": "w2", "max": 1}],
        "people": [{"id": "p1", "wishes": ["w1", "w2"]}, {"id": "p2", "wishes": ["w1"]}],
    });
    let problem = Problem::from_json(&json.to_string()).expect("sound");
    let layout = ProblemLayout::new(&problem);
    let seating = Seating {
        workshops: vec![vec![Some(0)], vec![Some(1)]],
    };
    let mut draft = Draft::new(&problem, &layout, &seating);
    let swap = SeatChange::Swap {
        slot: 0,
        one: 0,
        other: 1,
    };
    let effect = draft.evaluate(swap).expect("a change");
    let ranks: Vec<_> = (effect.people.iter())
        .map(|one| (one.person, one.rank_before, one.rank_after))
        .collect();
    assert_eq!(ranks, [(0, Some(1), Some(2)), (1, None, Some(1))]);
    // Nobody is left on level 3, a seat without a wish for it.
    assert_eq!(
        effect.differences,
        [(Goal::BestLevel(3), -1), (Goal::BestLevel(2), 1)]
    );
    assert!(effect.broken.is_empty());
}
