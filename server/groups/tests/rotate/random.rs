//! Small random problems against complete enumeration.

use crate::checker::{self, RecountedQuality, Seats};
use crate::solver;
use proptest::prelude::*;
use serde_json::{Value, json};

#[derive(Clone, Debug)]
struct Sketch {
    people: usize,
    tables: usize,
    rounds: usize,
    limits: Vec<(Option<u8>, Option<u8>)>,
    topics: Vec<Option<u8>>,
    hosts: Vec<Option<u8>>,
    organisations: Vec<Option<u8>>,
    absences: Vec<(u8, u8)>,
    together: Vec<Vec<u8>>,
    apart: Vec<Vec<u8>>,
    fixed: Vec<(u8, u8, u8)>,
    /// For each person the tables as bits. Eight allows every table.
    allowed: Vec<u8>,
    closed: Vec<(u8, u8)>,
    met: Vec<(Vec<u8>, u8)>,
    order: u8,
    previous: Option<(Vec<u8>, u8)>,
    start: Option<Vec<u8>>,
    seed: u64,
}

fn sketch() -> impl Strategy<Value = Sketch> {
    let limit = prop_oneof![
        3 => Just((None, None)),
        1 => (0_u8..3).prop_map(|min| (Some(min), None)),
        1 => (1_u8..4).prop_map(|max| (None, Some(max))),
        1 => (0_u8..3, 0_u8..3).prop_map(|(min, more)| (Some(min), Some(min + more))),
    ];
    let group = || prop::collection::vec(prop::collection::vec(0_u8..6, 2..4), 0..2);
    (
        (2_usize..6, 1_usize..4, 1_usize..3, any::<u64>(), 0_u8..10),
        prop::collection::vec(limit, 3),
        prop::collection::vec(prop::option::weighted(0.3, 0_u8..2), 3),
        prop::collection::vec(prop::option::weighted(0.2, 0_u8..6), 3),
        prop::collection::vec(prop::option::weighted(0.6, 0_u8..3), 6),
        prop::collection::vec((0_u8..6, 0_u8..3), 0..3),
        (
            group(),
            group(),
            prop::collection::vec((0_u8..6, 0_u8..3, 0_u8..3), 0..3),
        ),
        (
            prop::collection::vec(prop_oneof![3 => Just(8_u8), 1 => 0_u8..8], 6),
            prop_oneof![2 => Just(Vec::new()), 1 => prop::collection::vec((0_u8..3, 0_u8..3), 1..3)],
            prop::collection::vec((prop::collection::vec(0_u8..6, 2..5), 0_u8..4), 0..3),
        ),
        (
            prop::option::weighted(0.4, (prop::collection::vec(0_u8..4, 12), 0_u8..2)),
            prop::option::weighted(0.2, prop::collection::vec(0_u8..4, 12)),
        ),
    )
        .prop_map(
            |(
                (people, tables, rounds, seed, order),
                limits,
                topics,
                hosts,
                organisations,
                absences,
                rules,
                (allowed, closed, met),
                (previous, start),
            )| Sketch {
                people,
                tables,
                rounds,
                limits,
                topics,
                hosts,
                organisations,
                absences,
                together: rules.0,
                apart: rules.1,
                fixed: rules.2,
                allowed,
                closed,
                met,
                order,
                previous,
                start,
                seed,
            },
        )
}

/// The problem of a sketch. Indices beyond the end wrap around or are dropped.
fn problem(sketch: &Sketch) -> Value {
    let person = |index: u8| format!("p{}", usize::from(index) % sketch.people);
    let table = |index: u8| format!("t{}", usize::from(index) % sketch.tables);
    let mut tables = Vec::new();
    for index in 0..sketch.tables {
        let mut row = json!({ "id": format!("t{index}") });
        if let Some(min) = sketch.limits[index].0 {
            row["min"] = json!(min);
        }
        if let Some(max) = sketch.limits[index].1 {
            row["max"] = json!(max);
        }
        if let Some(topic) = sketch.topics[index] {
            row["topic"] = json!(format!("t{topic}"));
        }
        if let Some(host) = sketch.hosts[index] {
            row["host"] = json!(person(host));
        }
        tables.push(row);
    }
    let mut people = Vec::new();
    for index in 0..sketch.people {
        let mut row = json!({ "id": format!("p{index}") });
        if let Some(organisation) = sketch.organisations[index] {
            row["organisation"] = json!(format!("o{organisation}"));
        }
        let missed: Vec<usize> = (sketch.absences.iter())
            .filter(|(who, _)| usize::from(*who) == index)
            .map(|&(_, round)| usize::from(round) + 1)
            .collect();
        if sketch.allowed[index] < 8 {
            let may_sit =
                (0..sketch.tables).filter(|table| sketch.allowed[index] >> table & 1 == 1);
            row["tables"] = json!(may_sit.map(|table| format!("t{table}")).collect::<Vec<_>>());
        }
        if !missed.is_empty() {
            row["rounds"] = json!(
                (1..=sketch.rounds)
                    .filter(|round| !missed.contains(round))
                    .collect::<Vec<_>>()
            );
        }
        people.push(row);
    }
    let groups = |groups: &[Vec<u8>]| -> Vec<Vec<String>> {
        let distinct = |group: &Vec<u8>| {
            let mut names: Vec<String> = group.iter().map(|&index| person(index)).collect();
            names.sort();
            names.dedup();
            names
        };
        groups.iter().map(distinct).collect()
    };
    let fixed: Vec<Value> = (sketch.fixed.iter())
        .map(|&(who, round, at)| json!({ "person": person(who), "round": usize::from(round) % sketch.rounds + 1, "table": table(at) }))
        .collect();
    let orders = [
        json!(["topics", "meetings", "mix"]),
        json!(["meetings", "topics"]),
        json!(["mix", "meetings"]),
        json!(["meetings"]),
        json!(["mix", "topics"]),
        json!(["topics"]),
        json!(["met", "meetings"]),
        json!(["topics", "meetings", "met"]),
        json!(["met"]),
        json!(["meetings", "met"]),
    ];
    let mut closed: Vec<Value> = Vec::new();
    for &(round, at) in &sketch.closed {
        let entry = json!({ "round": usize::from(round) % sketch.rounds + 1, "table": table(at) });
        if !closed.contains(&entry) {
            closed.push(entry);
        }
    }
    let met: Vec<Value> = (sketch.met.iter())
        .map(|(people, weight)| json!({ "people": groups(std::slice::from_ref(people))[0], "weight": weight }))
        .collect();
    let mut problem = json!({
        "rounds": sketch.rounds, "tables": tables, "people": people,
        "rules": { "together": groups(&sketch.together), "apart": groups(&sketch.apart), "fixed": fixed, "closed": closed },
        "met": met,
        "order": orders[usize::from(sketch.order)], "limit": { "iterations": 60_000 }, "seed": sketch.seed,
    });
    if let Some((seats, frozen)) = &sketch.previous {
        problem["previous"] = plan(sketch, seats);
        problem["frozen_rounds"] = json!(frozen);
    }
    if let Some(seats) = &sketch.start {
        problem["start"] = plan(sketch, seats);
    }
    problem
}

/// A plan of a sketch, in which some people are without a seat.
fn plan(sketch: &Sketch, seats: &[u8]) -> Value {
    let rounds = (0..sketch.rounds).map(|round| {
        let at = |index: usize| usize::from(seats[(round * sketch.people + index) % seats.len()]);
        let tables = (0..sketch.tables).map(|table| {
            let sitting = (0..sketch.people).filter(|&index| at(index) == table);
            json!({ "table": format!("t{table}"), "people": sitting.map(|index| format!("p{index}")).collect::<Vec<_>>() })
        });
        json!(tables.collect::<Vec<_>>())
    });
    json!({ "rounds": rounds.collect::<Vec<_>>() })
}

/// Every seating of a round that keeps the rules.
fn all_seatings(problem: &Value, round: usize) -> Vec<Seats> {
    let tables: Vec<String> = problem["tables"]
        .as_array()
        .unwrap()
        .iter()
        .map(|table| table["id"].as_str().unwrap().to_owned())
        .collect();
    let people: Vec<String> = (problem["people"].as_array().unwrap().iter())
        .filter(|person| checker::is_present(person, round))
        .map(|person| person["id"].as_str().unwrap().to_owned())
        .collect();
    let mut found = Vec::new();
    for code in 0..tables.len().pow(u32::try_from(people.len()).unwrap()) {
        let mut rest = code;
        let mut seats = Seats::new();
        for person in &people {
            seats.insert(person.clone(), tables[rest % tables.len()].clone());
            rest /= tables.len();
        }
        if checker::broken(problem, round, &seats).is_empty() {
            found.push(seats);
        }
    }
    found
}

/// Lexicographic rank of a plan in the problem's order of goals. Smaller is better.
fn rank(recounted_quality: &RecountedQuality, problem: &Value) -> Vec<i64> {
    let order: Vec<String> = match problem["order"].as_array() {
        Some(order) => order
            .iter()
            .map(|goal| goal.as_str().unwrap().to_owned())
            .collect(),
        None => ["topics", "meetings", "mix"].map(String::from).to_vec(),
    };
    let mut rank = vec![recounted_quality.changed];
    for goal in order {
        match goal.as_str() {
            "topics" => rank.extend([-recounted_quality.topics_min, -recounted_quality.topics_sum]),
            "meetings" => rank.extend([
                -recounted_quality.value,
                recounted_quality.repeats,
                -recounted_quality.min_person,
            ]),
            "met" => rank.push(recounted_quality.met),
            _ => rank.push(recounted_quality.mix),
        }
    }
    rank
}

fn best_rank(problem: &Value, rounds: &[Vec<Seats>]) -> Vec<i64> {
    let mut plans: Vec<Vec<Seats>> = vec![Vec::new()];
    for round in rounds {
        plans = plans
            .iter()
            .flat_map(|plan| {
                round
                    .iter()
                    .map(|seats| [plan.clone(), vec![seats.clone()]].concat())
            })
            .collect();
    }
    plans
        .iter()
        .map(|plan| checker::recounted_quality(problem, plan))
        .map(|recounted_quality: RecountedQuality| rank(&recounted_quality, problem))
        .min()
        .unwrap()
}

/// The problem without the rule of that path.
fn without(problem: &Value, path: &str) -> Value {
    let mut problem = problem.clone();
    let index = |text: &str| -> usize {
        text[text.find('[').unwrap() + 1..text.find(']').unwrap()]
            .parse()
            .unwrap()
    };
    if path == "tables" {
        for table in problem["tables"].as_array_mut().unwrap() {
            if table.get("min").is_none() && table.get("max").is_none() {
                table["min"] = json!(0);
            }
        }
    } else if path.starts_with("tables") {
        let table = &mut problem["tables"][index(path)];
        match path.rsplit('.').next().unwrap() {
            "min" => table["min"] = json!(0),
            "max" => table["max"] = json!(1000),
            _ => drop(table.as_object_mut().unwrap().remove("host")),
        }
        if table["min"] == json!(0) && table["max"] == json!(1000) {
            table.as_object_mut().unwrap().remove("max");
        }
    } else if path.starts_with("people") {
        let field = path.rsplit('.').next().unwrap();
        problem["people"][index(path)]
            .as_object_mut()
            .unwrap()
            .remove(field);
    } else if path.starts_with("rules.fixed") {
        problem["rules"]["fixed"][index(path)]["lifted"] = json!(true);
    } else if path.starts_with("rules.closed") {
        problem["rules"]["closed"][index(path)]["lifted"] = json!(true);
    } else {
        let name = if path.starts_with("rules.together") {
            "together"
        } else {
            "apart"
        };
        problem["rules"][name][index(path)] = json!([]);
    }
    problem
}

fn is_possible(problem: &Value) -> bool {
    (1..=problem["rounds"].as_u64().unwrap())
        .all(|round| !all_seatings(problem, usize::try_from(round).unwrap()).is_empty())
}

/// Paths of all rules that the problem states.
fn all_paths(problem: &Value) -> Vec<String> {
    let mut paths = vec!["tables".to_owned()];
    for (index, table) in problem["tables"].as_array().unwrap().iter().enumerate() {
        let names = ["min", "max", "host"]
            .into_iter()
            .filter(|name| table.get(name).is_some());
        paths.extend(names.map(|name| format!("tables[{index}].{name}")));
    }
    for (index, person) in problem["people"].as_array().unwrap().iter().enumerate() {
        if person.get("tables").is_some() {
            paths.push(format!("people[{index}].tables"));
        }
    }
    for name in ["together", "apart", "fixed", "closed"] {
        paths.extend(
            (0..problem["rules"][name].as_array().unwrap().len())
                .map(|index| format!("rules.{name}[{index}]")),
        );
    }
    paths
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_small_plan_is_the_best_of_all_and_a_contradiction_is_a_smallest_one(sketch in sketch()) {
        let problem = problem(&sketch);
        let rounds: Vec<Vec<Seats>> = (1..=sketch.rounds).map(|round| all_seatings(&problem, round)).collect();
        let size: usize = rounds.iter().map(Vec::len).product();
        match solver::try_plan(&problem) {
            Ok(plan) => {
                let seats = checker::seats(&plan, &mut Vec::new());
                let reached = rank(&checker::recounted_quality(&problem, &seats), &problem);
                if size <= 20_000 {
                    let best = best_rank(&problem, &rounds);
                    prop_assert_eq!(reached, best, "{}\n{}", problem, plan);
                }
            }
            Err(lines) => {
                prop_assert_eq!(size, 0, "{:?} in {}", lines, problem);
                let paths: Vec<&str> = lines.iter().map(|line| line.split(": ").next().unwrap()).collect();
                let others: Vec<String> = all_paths(&problem).into_iter().filter(|path| !paths.contains(&path.as_str())).collect();
                // Only the named rules are left: they contradict one another, and without any one of them the
                // others can hold.
                let bare = others.iter().fold(problem.clone(), |problem, path| without(&problem, path));
                prop_assert!(!is_possible(&bare), "{:?} do not contradict one another in {}", lines, problem);
                for path in paths {
                    prop_assert!(is_possible(&without(&bare, path)), "{} is needless in {:?} of {}", path, lines, problem);
                }
            }
        }
    }
}
