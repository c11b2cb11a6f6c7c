//! `cargo bench -p treffpunkt-groups --bench rotate` prints a table of known cases and of sizes, with value,
//! bound and seconds. It measures and never fails. Arguments select cases by a part of their names.

#![expect(clippy::print_stdout, reason = "the table is what a benchmark prints")]

use std::time::{Duration, Instant};

use groups::SearchControl;
use groups::rotate::{Problem, solve};
use serde_json::{Value, json};

/// People per organisation at a network meeting of 62 people.
const NETWORK_MEETING: [usize; 13] = [7, 7, 6, 6, 5, 5, 5, 5, 4, 4, 4, 3, 1];

struct StopAtTime(Instant);

impl SearchControl for StopAtTime {
    fn should_stop(&self) -> bool {
        Instant::now() >= self.0
    }
}

struct Case {
    name: String,
    problem: Value,
    seconds: f64,
}

fn tables(count: usize, topics: usize) -> Vec<Value> {
    (0..count).map(|index| json!({ "id": format!("t{index}"), "topic": format!("topic {}", index % topics) })).collect()
}

fn alone(count: usize) -> Vec<Value> {
    (0..count)
        .map(|index| json!({ "id": format!("p{index}") }))
        .collect()
}

fn members(sizes: &[usize]) -> Vec<Value> {
    let organisations = sizes
        .iter()
        .enumerate()
        .flat_map(|(index, &size)| std::iter::repeat_n(index, size));
    organisations
        .enumerate()
        .map(|(index, organisation)| json!({ "id": format!("p{index}"), "organisation": format!("o{organisation}") }))
        .collect()
}

/// Cafés that a construction plans, with hosts or without.
fn cafes_with_designs() -> Vec<Case> {
    let mut cases = Vec::new();
    let problem =
        json!({ "rounds": 3, "tables": tables(12, 3), "people": members(&NETWORK_MEETING) });
    cases.push(Case {
        name: "network meeting of 62".to_owned(),
        problem: problem.clone(),
        seconds: 5.0,
    });
    let mut hosted = problem;
    for table in 0..12 {
        hosted["tables"][table]["host"] = json!(format!("p{}", 5 * table + 1));
    }
    cases.push(Case {
        name: "network meeting of 62, with hosts".to_owned(),
        problem: hosted,
        seconds: 5.0,
    });
    for (people, count, rounds) in [(53, 8, 5), (96, 12, 6)] {
        let problem =
            json!({ "rounds": rounds, "tables": tables(count, count), "people": alone(people) });
        cases.push(Case {
            name: format!("design for {people} people, {count} tables, {rounds} rounds"),
            problem,
            seconds: 5.0,
        });
    }
    cases
}

fn cases() -> Vec<Case> {
    let mut cases = Vec::new();
    for (groups, size, rounds) in [
        (4, 4, 5),
        (5, 3, 7),
        (5, 4, 5),
        (5, 5, 6),
        (6, 2, 11),
        (6, 3, 8),
        (6, 4, 7),
        (6, 5, 6),
        (6, 6, 3),
        (7, 3, 10),
        (7, 4, 9),
        (7, 5, 7),
        (7, 6, 7),
        (7, 7, 8),
        (8, 3, 11),
        (8, 4, 10),
        (8, 5, 8),
        (8, 6, 8),
        (8, 7, 8),
        (8, 8, 9),
        (9, 3, 13),
        (9, 4, 11),
        (9, 5, 9),
        (9, 6, 9),
        (9, 7, 9),
        (9, 8, 9),
        (9, 9, 10),
        (10, 2, 19),
        (10, 3, 14),
        (10, 4, 13),
        (10, 5, 10),
        (10, 6, 8),
        (10, 7, 8),
        (10, 8, 8),
        (10, 9, 5),
        (10, 10, 4),
    ] {
        let problem = json!({ "rounds": rounds, "tables": tables(groups, groups), "people": alone(groups * size), "order": ["meetings"] });
        cases.push(Case {
            name: format!("golfers {groups}-{size}-{rounds}"),
            problem,
            seconds: 8.0,
        });
    }
    for (people, count) in [(15, 4), (16, 4), (17, 5), (18, 5)] {
        let problem = json!({ "rounds": 4, "tables": tables(count, count), "people": alone(people), "order": ["meetings", "topics"] });
        cases.push(Case {
            name: format!("café of {people}"),
            problem,
            seconds: 3.0,
        });
    }
    cases.extend(cafes_with_designs());
    for (people, count, rounds, seconds) in [
        (30, 6, 5, 0.5),
        (100, 10, 5, 2.0),
        (500, 60, 6, 10.0),
        (2_000, 200, 6, 30.0),
    ] {
        // Organisations of one to seven people.
        let mut sizes = Vec::new();
        while sizes.iter().sum::<usize>() < people {
            let left = people - sizes.iter().sum::<usize>();
            sizes.push((sizes.len() * 5 % 7 + 1).min(left));
        }
        let problem =
            json!({ "rounds": rounds, "tables": tables(count, count), "people": members(&sizes) });
        cases.push(Case {
            name: format!("{people} people, {count} tables, {rounds} rounds"),
            problem: problem.clone(),
            seconds,
        });
        // The same with smaller first tables, early leavers and people kept apart, so that no construction
        // applies.
        let mut irregular = problem;
        (0..count / 3).for_each(|table| {
            irregular["tables"][table]["min"] = json!(2);
            irregular["tables"][table]["max"] = json!(people / count - 1);
        });
        (0..people / 10).for_each(|person| {
            irregular["people"][person * 10]["rounds"] = json!((1..rounds).collect::<Vec<_>>());
        });
        irregular["rules"] =
            json!({ "apart": [["p1", "p2"], ["p3", "p5"]], "together": [["p7", "p8"]] });
        cases.push(Case {
            name: format!("{people} people, with rules"),
            problem: irregular,
            seconds,
        });
    }
    cases
}

fn main() {
    let chosen: Vec<String> = std::env::args()
        .skip(1)
        .filter(|argument| !argument.starts_with('-'))
        .collect();
    println!(
        "| case | topics (min/sum) | bound | meetings | bound | repeats | mix | bound | proven | seconds | method |"
    );
    println!("|---|---|---|---|---|---|---|---|---|---|---|");
    for case in cases() {
        if !chosen.is_empty() && !chosen.iter().any(|part| case.name.contains(part.as_str())) {
            continue;
        }
        let Ok(problem) = Problem::from_json(&case.problem.to_string()) else {
            continue;
        };
        let start = Instant::now();
        let Ok(plan) = solve(
            &problem,
            &StopAtTime(start + Duration::from_secs_f64(case.seconds)),
        ) else {
            continue;
        };
        let seconds = start.elapsed().as_secs_f64();
        let (quality, bounds) = (plan.quality, plan.bounds);
        let proven: Vec<&str> = plan
            .proven()
            .into_iter()
            .map(groups::rotate::Goal::name)
            .collect();
        println!(
            "| {} | {}/{} | {}/{} | {} | {} | {} | {} | {} | {} | {seconds:.2} | {} |",
            case.name,
            quality.topics_min,
            quality.topics_sum,
            bounds.topics_min,
            bounds.topics_sum,
            quality.meetings,
            bounds.meetings,
            quality.repeats,
            quality.mix,
            bounds.mix,
            proven.join(", "),
            plan.method,
        );
    }
}
