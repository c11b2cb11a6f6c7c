//! Plans that are edited by hand, their figures, and the compact problem of the browser.

use groups::rotate::{
    self, ABSENT, Draft, Figures, OrganisationMatrix, ProblemLayout, Quality, Rule, SeatChange,
    Seating,
};
use serde_json::json;

use crate::contract::{cafe, parsed};
use crate::solver::NeverStop;

#[test]
fn a_plan_is_filled_by_hand_seat_by_seat() {
    let mut json = cafe();
    json["people"][29]["rounds"] = json!([1, 3]);
    json["people"][3]["tables"] = json!(["t0", "t1"]);
    json["met"] = json!([{ "people": ["p0", "p7", "p8"], "weight": 2 }]);
    json["rules"] = json!({ "apart": [["p0", "p7"]], "closed": [{ "round": 3, "table": "t5" }] });
    let problem = parsed(&json);
    let layout = ProblemLayout::new(&problem);
    let empty = Seating {
        rounds: vec![vec![ABSENT; 30]; 3],
    };
    let mut draft = Draft::new(&problem, &layout, &empty);
    assert_eq!(draft.unseated(1).len(), 29);
    assert_eq!(
        draft.broken_rules(0),
        (0..6).map(Rule::Min).collect::<Vec<_>>()
    );
    let seat = |person, round, table| SeatChange::Seat {
        round,
        person,
        table,
    };
    for change in [
        seat(29, 1, 0),
        seat(0, 3, 0),
        seat(30, 0, 0),
        seat(0, 0, 6),
        SeatChange::Unseat {
            round: 0,
            person: 0,
        },
        SeatChange::Move {
            round: 0,
            person: 0,
            table: 1,
        },
    ] {
        assert_eq!(draft.evaluate(change), None, "{change:?}");
    }
    // Every effect is what counting from scratch says, and evaluation changes nothing.
    let mut state = 7_u64;
    let mut below = |bound: u64| {
        state = state
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        usize::try_from((state >> 33) % bound).unwrap()
    };
    for step in 0..3_000 {
        let (round, person, other, table) = (below(3), below(30), below(30), below(6));
        let change = match below(8) {
            0 => SeatChange::Unseat { round, person },
            1 | 2 => SeatChange::Move {
                round,
                person,
                table,
            },
            3 => SeatChange::Swap {
                round,
                one: person,
                other,
            },
            _ => seat(person, round, table),
        };
        let before = draft.seating();
        let effect = draft.evaluate(change);
        assert_eq!(draft.seating(), before);
        let made = draft.apply(change);
        assert_eq!(effect.is_some(), made.is_some());
        if let (Some(effect), Some(undo)) = (effect, made) {
            let after = draft.seating();
            assert_eq!(
                effect.quality,
                Quality::new(&problem, &after),
                "step {step}"
            );
            let all = draft.broken_rules(round);
            assert!(
                effect.broken.iter().all(|rule| all.contains(rule)),
                "{change:?}"
            );
            draft.apply(undo);
            assert_eq!(draft.seating(), before);
            draft.apply(change);
        }
    }
    let sit = |draft: &mut Draft<'_>, round, person, table| {
        draft.apply(SeatChange::Unseat { round, person });
        draft.evaluate(seat(person, round, table)).unwrap().broken
    };
    assert!(sit(&mut draft, 0, 3, 4).contains(&Rule::Tables(3)));
    assert!(sit(&mut draft, 2, 9, 5).contains(&Rule::Closed(0)));
}

#[test]
fn figures_count_what_each_person_gets() {
    let mut json = cafe();
    json["people"][4]["rounds"] = json!([2]);
    let problem = parsed(&json);
    let seating = rotate::random_seating(&problem, 3, &NeverStop).unwrap();
    let quality = Quality::new(&problem, &seating);
    let figures = Figures::new(&problem, &seating);
    let people = &figures.people;
    assert_eq!(
        people.iter().map(|person| person.topics).sum::<usize>(),
        quality.topics_sum
    );
    assert_eq!(
        people.iter().map(|person| person.people_met).sum::<usize>(),
        2 * quality.meetings
    );
    assert_eq!(
        people.iter().map(|person| person.people_met).min(),
        Some(quality.min_person)
    );
    let repeats = figures.repeats.iter().map(|repeat| repeat.rounds.len() - 1);
    assert_eq!(repeats.sum::<usize>(), quality.repeats);
    assert_eq!(
        (
            people[4].rounds_present,
            people[4].rounds_seated,
            people[4].most_topics
        ),
        (1, 1, 1)
    );
    assert!(
        people
            .iter()
            .all(|person| person.people_met <= person.most_people_met)
    );
    for repeat in &figures.repeats {
        for &round in &repeat.rounds {
            let seats = &seating.rounds[round];
            assert_eq!(seats[repeat.one], seats[repeat.other]);
        }
    }
    let matrix = OrganisationMatrix::new(&problem, &seating);
    let mut cross = 0;
    for one in 0..matrix.len() {
        for other in 0..one {
            assert_eq!(matrix.pairs_met(one, other), matrix.pairs_met(other, one));
            cross += matrix.pairs_met(one, other) as usize;
        }
    }
    assert_eq!(cross, quality.meetings);
    let colleagues: usize = people.iter().map(|person| person.colleagues_met).sum();
    let diagonal: u32 = (0..matrix.len())
        .map(|one| matrix.pairs_met(one, one))
        .sum();
    assert_eq!(colleagues, 2 * diagonal as usize);
}

#[test]
fn a_compact_problem_has_the_same_effects() {
    let mut json = cafe();
    json["people"][29]["rounds"] = json!([1, 3]);
    json["people"][3]["tables"] = json!(["t0", "t1"]);
    json["tables"][2] = json!({ "id": "t2", "host": "p8" });
    json["met"] = json!([{ "people": ["p0", "p7", "p8"], "weight": 2 }]);
    json["order"] = json!(["met", "topics"]);
    json["rules"] = json!({ "apart": [["p0", "p7"]], "together": [["p1", "p2"], []],
        "fixed": [{ "person": "p9", "round": 2, "table": "t4" }], "closed": [{ "round": 3, "table": "t5" }] });
    let problem = parsed(&json);
    let mut seating = rotate::random_seating(&problem, 3, &NeverStop).unwrap();
    seating.rounds[2][11] = ABSENT;
    let text = rotate::write_compact(&problem, &seating);
    let (read, seats) = rotate::read_compact(&text).unwrap();
    assert_eq!((&seats, &read.order), (&seating, &problem.order));
    let (layout, read_layout) = (ProblemLayout::new(&problem), ProblemLayout::new(&read));
    let mut draft = Draft::new(&problem, &layout, &seating);
    let mut other = Draft::new(&read, &read_layout, &seats);
    for round in 0..3 {
        for person in 0..30 {
            for one in 0..30 {
                let swap = SeatChange::Swap {
                    round,
                    one: person,
                    other: one,
                };
                assert_eq!(draft.evaluate(swap), other.evaluate(swap));
            }
            for table in 0..6 {
                let change = SeatChange::Move {
                    round,
                    person,
                    table,
                };
                assert_eq!(draft.evaluate(change), other.evaluate(change));
            }
        }
    }
    for end in 0..text.len() {
        let cut = rotate::read_compact(&text[..end]);
        assert!(
            cut.is_none_or(|(problem, _)| problem.people.len() == 30),
            "{end}"
        );
    }
}
