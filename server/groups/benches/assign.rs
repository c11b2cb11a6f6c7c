//! `cargo bench -p treffpunkt-groups --bench assign` prints case, value, bound, proof and seconds.
//!
//! Seconds are wall time and, where the system reports it, processor time, which is more reliable on a busy
//! machine.

use std::io::Write;
use std::time::{Duration, Instant};

use groups::SearchControl;
use groups::assign::{GoalValue, Plan, Problem, solve};
use serde_json::{Value, json};

struct StopAfterDuration(Instant, Duration);

impl SearchControl for StopAfterDuration {
    fn should_stop(&self) -> bool {
        self.0.elapsed() >= self.1
    }
}

/// Portable random numbers: a linear congruential generator (Knuth, MMIX).
struct RandomNumbers(u64);

impl RandomNumbers {
    fn below(&mut self, end: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap_or(0) % end
    }
}

struct Shape {
    people: usize,
    workshops: usize,
    slots: usize,
    /// Slots per workshop.
    offered: usize,
    /// Seats per hundred people and slot, on average.
    room: usize,
    min: usize,
    clashes: usize,
}

/// A conference in which some workshops are wished for much more often than others.
fn conference(shape: &Shape, fairness: &str) -> Value {
    let mut random = RandomNumbers(7);
    let slots: Vec<String> = (0..shape.slots).map(|slot| format!("s{slot}")).collect();
    let offers = shape.workshops * shape.offered;
    let seats = shape.people * shape.slots * shape.room / 100 / offers;
    let mut workshops = Vec::new();
    for w in 0..shape.workshops {
        let first = random.below(shape.slots);
        let offered: Vec<&String> = (0..shape.offered)
            .map(|i| &slots[(first + i) % shape.slots])
            .collect();
        let max = (seats / 2 + random.below(seats + 1)).max(shape.min);
        workshops.push(json!({"id": format!("w{w}"), "slots": offered, "min": shape.min, "max": max, "organisation_max": 3}));
    }
    for _ in 0..shape.clashes {
        let (one, other) = (
            random.below(shape.workshops),
            random.below(shape.workshops - 1),
        );
        let other = if other == one {
            shape.workshops - 1
        } else {
            other
        };
        workshops[one]["clashes"] = json!([format!("w{other}")]);
    }
    let people: Vec<Value> = (0..shape.people)
        .map(|p| {
            let mut wishes: Vec<String> = Vec::new();
            let count = if p % 20 == 0 { 0 } else { 3 + random.below(5) };
            while wishes.len() < count.min(shape.workshops) {
                // The smaller of two draws favours early workshops.
                let wish = format!("w{}", random.below(shape.workshops).min(random.below(shape.workshops)));
                if !wishes.contains(&wish) {
                    wishes.push(wish);
                }
            }
            json!({"id": format!("p{p}"), "organisation": format!("o{}", random.below(shape.people / 4)), "wishes": wishes})
        })
        .collect();
    json!({"slots": slots, "workshops": workshops, "people": people, "fairness": fairness, "seed": 1})
}

/// One row of the table. Goals of value zero are omitted.
fn line(case: &str, plan: &Plan, seconds: f64, processor: Option<f64>) -> String {
    let open = plan.goals.iter().find(|level| level.value != level.bound);
    let first = open.map_or(
        "all goals".to_owned(),
        |GoalValue { goal, value, bound }| format!("{goal}: {value} ≥ {bound}"),
    );
    let proven = if plan.proven {
        "yes".to_owned()
    } else {
        format!("gap {}", plan.gap)
    };
    let processor = processor.map_or_else(|| "–".to_owned(), |seconds| format!("{seconds:.2}"));
    format!(
        "| {case} | {} | {:?} | {:?} | {} | {proven} | {first} | {seconds:.1} | {processor} |",
        plan.seats.len(),
        plan.profile,
        plan.best_wish,
        plan.spread
    )
}

/// Processor time of this thread in seconds. The search uses one thread.
fn processor_time() -> Option<f64> {
    let times = std::fs::read_to_string("/proc/thread-self/schedstat").ok()?;
    let nanoseconds: u64 = times.split(' ').next()?.parse().ok()?;
    Some(Duration::from_nanos(nanoseconds).as_secs_f64())
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let congress: Value = serde_json::from_str(include_str!(
        "../../../end2end/scenarios/congress/assign.json"
    ))?;
    let one = Shape {
        people: 2000,
        workshops: 60,
        slots: 1,
        offered: 1,
        room: 105,
        min: 5,
        clashes: 0,
    };
    let scarce = Shape {
        people: 500,
        workshops: 40,
        slots: 4,
        offered: 2,
        room: 95,
        min: 6,
        clashes: 20,
    };
    let every = Shape {
        people: 500,
        workshops: 40,
        slots: 4,
        offered: 4,
        room: 120,
        min: 6,
        clashes: 0,
    };
    let minimums = Shape {
        people: 150,
        workshops: 24,
        slots: 2,
        offered: 1,
        room: 180,
        min: 12,
        clashes: 0,
    };
    let mut cases = Vec::new();
    for (fairness, seconds) in [
        ("leximin", 30.0),
        ("rank-maximal", 20.0),
        ("generous", 20.0),
    ] {
        let mut problem = congress.clone();
        problem["fairness"] = json!(fairness);
        cases.push((format!("congress, {fairness}"), problem, seconds));
    }
    for fairness in ["leximin", "rank-maximal", "generous"] {
        cases.push((
            format!("2,000 people × 60 workshops, {fairness}"),
            conference(&one, fairness),
            10.0,
        ));
    }
    cases.push((
        "500 × 40 × 4 slots, scarce seats, clashes".into(),
        conference(&scarce, "leximin"),
        30.0,
    ));
    cases.push((
        "500 × 40 × 4 slots, everything in every slot".into(),
        conference(&every, "leximin"),
        15.0,
    ));
    cases.push((
        "150 × 24 × 2 slots, hard minimum sizes".into(),
        conference(&minimums, "generous"),
        20.0,
    ));
    let mut out = std::io::stdout().lock();
    writeln!(
        out,
        "| case | seats | profile | best wish | spread | levels proven | first goal open: value ≥ bound | seconds | of processor |"
    )?;
    writeln!(out, "|---|---|---|---|---|---|---|---|---|")?;
    for (case, problem, seconds) in cases {
        let problem =
            Problem::from_json(&problem.to_string()).map_err(|faults| format!("{faults:?}"))?;
        let (started, before) = (Instant::now(), processor_time());
        let plan = solve(
            &problem,
            &StopAfterDuration(started, Duration::from_secs_f64(seconds)),
        )
        .map_err(|none| none.to_string())?;
        let taken = started.elapsed().as_secs_f64();
        let processor = processor_time()
            .zip(before)
            .map(|(after, before)| after - before);
        writeln!(out, "{}", line(&case, &plan, taken, processor))?;
    }
    Ok(())
}
