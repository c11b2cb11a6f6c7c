//! Results that depend on the time or on the choice of sizes.

use groups::SearchControl;
use groups::rotate::{self, Problem, SolveError};
use serde_json::{Value, json};

use crate::solver::plan;

/// Ends every search at once.
struct StopAtOnce;

impl SearchControl for StopAtOnce {
    fn should_stop(&self) -> bool {
        true
    }
}

/// Mycielski's graphs (*Sur le coloriage des graphes*, Colloquium Mathematicum 3, 1955) as `apart` rules: no
/// three people are pairwise apart, and yet the tables are too few. The k-th graph has k tables.
fn hard_to_keep_apart(tables: usize) -> Value {
    let mut people = 2;
    let mut pairs = vec![(0, 1)];
    for _ in 1..tables {
        let twins: Vec<(usize, usize)> = pairs
            .iter()
            .flat_map(|&(one, other)| [(one, people + other), (other, people + one)])
            .collect();
        pairs.extend(twins);
        pairs.extend((0..people).map(|person| (people + person, 2 * people)));
        people = 2 * people + 1;
    }
    json!({
        "rounds": 1,
        "tables": (0..tables).map(|table| json!({ "id": format!("t{table}"), "min": 0 })).collect::<Vec<_>>(),
        "people": (0..people).map(|person| json!({ "id": format!("p{person}") })).collect::<Vec<_>>(),
        "rules": { "apart": pairs.iter().map(|(one, other)| [format!("p{one}"), format!("p{other}")]).collect::<Vec<_>>() },
    })
}

/// Ends a search after a second.
struct StopAfterSecond(std::time::Instant);

impl SearchControl for StopAfterSecond {
    fn should_stop(&self) -> bool {
        self.0.elapsed().as_secs_f64() > 1.0
    }
}

#[test]
fn thousands_of_large_groups_that_overlap_do_not_hold_up_the_clock() {
    const PEOPLE: usize = 5_000;
    let group = |number: usize| -> Vec<String> {
        // A thousand of one fifth of the people, each time in another order. No two groups begin alike.
        let member = |member: usize| number % 5 * 1_000 + (7 * member + number) % 1_000;
        (0..1_000)
            .map(|place| format!("p{}", member(place)))
            .collect()
    };
    let groups: Vec<Vec<String>> = (0..1_000).map(group).collect();
    // Each group with its neighbours, so that everybody sits together in the end.
    let chain: Vec<Vec<String>> = (0..PEOPLE - 1)
        .rev()
        .map(|one| vec![format!("p{one}"), format!("p{}", one + 1)])
        .collect();
    let people: Vec<Value> = (0..PEOPLE)
        .map(|person| json!({ "id": format!("p{person}") }))
        .collect();
    for (tables, rules) in [
        (1_000, json!({ "apart": groups })),
        (20, json!({ "together": groups })),
        (20, json!({ "together": chain })),
        (1_000, json!({ "apart": groups, "together": groups })),
    ] {
        let tables: Vec<Value> = (0..tables)
            .map(|table| json!({ "id": format!("t{table}"), "min": 0, "max": PEOPLE }))
            .collect();
        let problem = json!({ "rounds": 2, "tables": tables, "people": people, "rules": rules });
        let problem = Problem::from_json(&problem.to_string()).unwrap();
        let start = std::time::Instant::now();
        let plan = rotate::solve(&problem, &StopAfterSecond(start));
        // A tenth above the limit on an idle machine, more on a busy one. It once took minutes and gigabytes.
        let seconds = start.elapsed().as_secs_f64();
        println!("{seconds} {}", plan.is_ok());
        assert!(seconds < 15.0, "{seconds}");
    }
}

#[test]
fn what_was_not_proved_is_not_called_a_contradiction() {
    let problem = Problem::from_json(&hard_to_keep_apart(6).to_string()).unwrap();
    let none = rotate::solve(&problem, &StopAtOnce).unwrap_err();
    assert!(matches!(none, SolveError::Undecided), "{none:?}");
}

#[test]
fn a_contradiction_that_was_proved_is_named_if_there_is_time() {
    let problem = Problem::from_json(&hard_to_keep_apart(3).to_string()).unwrap();
    let none = rotate::solve(&problem, &crate::solver::NeverStop).unwrap_err();
    let SolveError::Contradiction(contradiction) = none else {
        panic!("{none:?}");
    };
    // The graph of 11 people and 20 pairs is critical: without any pair three tables are enough.
    assert_eq!(contradiction.lines.len(), 20, "{contradiction}");

    let none = rotate::solve(&problem, &StopAtOnce).unwrap_err();
    assert!(matches!(none, SolveError::Unexplained { .. }), "{none:?}");
}

#[test]
fn a_plan_that_takes_no_search_is_made_however_little_time_there_is() {
    let people: Vec<Value> = (0..200)
        .map(|person| json!({ "id": format!("p{person}") }))
        .collect();
    let tables: Vec<Value> = (0..20)
        .map(|table| json!({ "id": format!("t{table}") }))
        .collect();
    let problem = json!({ "rounds": 5, "tables": tables, "people": people });
    let problem = Problem::from_json(&problem.to_string()).unwrap();
    let plan = rotate::solve(&problem, &StopAtOnce).unwrap();
    assert_eq!(plan.iterations, 0);
}

#[test]
fn small_tables_stay_small_where_large_ones_make_more_meetings() {
    let mut tables: Vec<Value> = (0..6)
        .map(|table| json!({ "id": format!("t{table}") }))
        .collect();
    for table in &mut tables[..3] {
        table["min"] = json!(2);
        table["max"] = json!(5);
    }
    let people: Vec<Value> = (0..60)
        .map(|person| json!({ "id": format!("p{person}") }))
        .collect();
    let plan = plan(&json!({
        "rounds": 1, "tables": tables, "people": people, "order": ["meetings"], "limit": { "iterations": 5_000 },
    }));
    // Three tables of two, three of eighteen.
    assert_eq!(plan["quality"]["meetings"]["value"], 3 + 3 * 153);
    let proven = plan["quality"]["proven"].as_array().unwrap();
    assert!(proven.contains(&json!("meetings")), "{proven:?}");
}
