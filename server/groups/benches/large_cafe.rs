//! `cargo bench -p treffpunkt-groups --bench large_cafe` prints how much a search ten times as long gains on 500 people
//! at 60 tables in four rounds, without rules, with hosts and with rules, and how long one change of such a plan takes
//! to evaluate. It measures and never fails. Arguments select cases by a part of their names.

#![expect(clippy::print_stdout, reason = "the table is what a benchmark prints")]

use std::time::{Duration, Instant};

use groups::SearchControl;
use groups::rotate::{Draft, Plan, Problem, ProblemLayout, Quality, SeatChange, solve};
use serde_json::{Value, json};

const PEOPLE: usize = 500;
const ORGANISATIONS: usize = 40;
const TABLES: usize = 60;
const TOPICS: usize = 4;
const ROUNDS: usize = 4;

/// What a search may take, as the planner gives 500 people.
const SECONDS: f64 = 9.0;
const LONGER: f64 = 10.0;

/// How many changes are evaluated.
const CHANGES: usize = 20_000;

struct StopAtTime(Instant);

impl SearchControl for StopAtTime {
    fn should_stop(&self) -> bool {
        Instant::now() >= self.0
    }
}

fn cafe() -> Value {
    let tables: Vec<Value> = (0..TABLES)
        .map(|table| {
            let topic = format!("topic {}", table % TOPICS);
            // As the planner limits tables that fill evenly.
            json!({ "id": format!("t{table}"), "topic": topic, "min": PEOPLE / TABLES, "max": PEOPLE.div_ceil(TABLES) })
        })
        .collect();
    let people: Vec<Value> = (0..PEOPLE)
        .map(|person| {
            let organisation = format!("o{}", person % ORGANISATIONS);
            json!({ "id": format!("p{person}"), "organisation": organisation })
        })
        .collect();
    json!({ "rounds": ROUNDS, "tables": tables, "people": people })
}

fn cases() -> Vec<(&'static str, Value)> {
    let mut hosted = cafe();
    for table in 0..TABLES {
        hosted["tables"][table]["host"] = json!(format!("p{}", 7 * table));
    }
    // Also fifty people apart from another, fifty together, forty who need one of twenty tables, thirty who leave
    // early, and twelve tables that may be smaller.
    let mut ruled = hosted.clone();
    let pair = |one: usize, other: usize| [format!("p{one}"), format!("p{other}")];
    let apart: Vec<_> = (0..50).map(|n| pair(7 * n + 1, 7 * n + 4)).collect();
    let together: Vec<_> = (0..25).map(|n| pair(7 * n + 2, 7 * n + 5)).collect();
    ruled["rules"] = json!({ "apart": apart, "together": together });
    let needed: Vec<String> = (0..20).map(|table| format!("t{table}")).collect();
    for person in 0..40 {
        ruled["people"][7 * person + 3]["tables"] = json!(needed);
    }
    for person in 0..30 {
        ruled["people"][7 * person + 6]["rounds"] = json!([1, 2, 3]);
    }
    for table in 40..52 {
        ruled["tables"][table]["min"] = json!(4);
    }
    for table in 0..TABLES {
        ruled["tables"][table]["max"] = json!(10);
    }
    vec![
        ("500 people", cafe()),
        ("500 people, with hosts", hosted),
        ("500 people, with hosts and rules", ruled),
    ]
}

fn solved(problem: &Problem, seconds: f64) -> Option<Plan> {
    let control = StopAtTime(Instant::now() + Duration::from_secs_f64(seconds));
    solve(problem, &control).ok()
}

/// The goals in their order, each as a number that is better the larger it is.
fn values(quality: Quality) -> [(&'static str, f64); 2] {
    #[expect(clippy::cast_precision_loss, reason = "numbers of pairs are small")]
    let float = |count: usize| count as f64;
    [
        ("topics", float(quality.topics_sum)),
        ("meetings", float(quality.meetings)),
    ]
}

/// By how many per cent the longer search is better.
fn gains(short: Quality, long: Quality) -> Vec<f64> {
    let pairs = values(short).into_iter().zip(values(long));
    pairs
        .map(|((_, short), (_, long))| 100.0 * (long - short) / short.max(1.0))
        .collect()
}

/// Microseconds for evaluating one change, with the rules that it breaks.
fn evaluated(problem: &Problem, plan: &Plan) -> f64 {
    let layout = ProblemLayout::new(problem);
    let mut draft = Draft::new(problem, &layout, &plan.seating);
    let began = Instant::now();
    let mut changed = 0_usize;
    for number in 0..CHANGES {
        let (one, other) = (number * 7 % PEOPLE, number * 31 % PEOPLE);
        let round = number % ROUNDS;
        let change = if number % 2 == 0 {
            SeatChange::Swap { round, one, other }
        } else {
            SeatChange::Move {
                round,
                person: one,
                table: other % TABLES,
            }
        };
        changed += usize::from(draft.evaluate(change).is_some());
    }
    let micros = began.elapsed().as_secs_f64() * 1e6;
    #[expect(clippy::cast_precision_loss, reason = "some thousands")]
    let each = micros / changed.max(1) as f64;
    each
}

fn main() {
    let chosen: Vec<String> = std::env::args()
        .skip(1)
        .filter(|argument| !argument.starts_with('-'))
        .collect();
    println!(
        "| case | seconds | topics (min/sum) | meetings | repeats | mix | bound | gain of topics, meetings by {LONGER} times as long | within 1 % | one change |"
    );
    println!("|---|---|---|---|---|---|---|---|---|---|");
    for (name, case) in cases() {
        if !chosen.is_empty() && !chosen.iter().any(|part| name.contains(part.as_str())) {
            continue;
        }
        let Ok(problem) = Problem::from_json(&case.to_string()) else {
            println!("| {name} | not read |");
            continue;
        };
        let (Some(short), Some(long)) = (
            solved(&problem, SECONDS),
            solved(&problem, SECONDS * LONGER),
        ) else {
            println!("| {name} | no plan |");
            continue;
        };
        let gains = gains(short.quality, long.quality);
        let is_near = gains.iter().all(|gain| *gain <= 1.0);
        let shown: Vec<String> = gains.iter().map(|gain| format!("{gain:.2} %")).collect();
        for (plan, seconds) in [(&short, SECONDS), (&long, SECONDS * LONGER)] {
            let quality = plan.quality;
            println!(
                "| {name} | {seconds} | {}/{} | {} of {} | {} | {} | {} | {} | {} | {:.1} µs |",
                quality.topics_min,
                quality.topics_sum,
                quality.meetings,
                plan.bounds.meetings,
                quality.repeats,
                quality.mix,
                plan.bounds.mix,
                shown.join(", "),
                if is_near { "yes" } else { "no" },
                evaluated(&problem, plan),
            );
        }
    }
}
