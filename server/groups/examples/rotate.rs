//! `cargo run --release -p treffpunkt-groups --example rotate < problem.json`

use std::io::Read;
use std::process::ExitCode;
use std::time::{Duration, Instant};

use groups::rotate::{Limit, Problem, Watch, best};

struct Clock(Option<Instant>);

impl Watch for Clock {
    fn stop(&self) -> bool {
        self.0.is_some_and(|end| Instant::now() >= end)
    }
}

fn main() -> ExitCode {
    let start = Instant::now();
    let mut text = String::new();
    if let Err(error) = std::io::stdin().read_to_string(&mut text) {
        eprintln!("{error}");
        return ExitCode::from(2);
    }
    let problem = match Problem::from_json(&text) {
        Ok(problem) => problem,
        Err(faults) => {
            for fault in faults {
                eprintln!("{fault}");
            }
            return ExitCode::from(2);
        }
    };
    let end = match problem.limit {
        Limit::Seconds(seconds) => {
            Some(start + Duration::from_secs_f64((seconds * 0.96 - 0.01).clamp(0.0, 1e6)))
        }
        Limit::Iterations(_) => None,
    };
    match best(&problem, &Clock(end)).map(|plan| plan.to_json(&problem)) {
        Ok(Ok(json)) => {
            #[expect(clippy::print_stdout, reason = "the plan is what this prints")]
            {
                println!("{json}");
            }
            ExitCode::SUCCESS
        }
        Ok(Err(error)) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
        Err(contradiction) => {
            eprintln!("{contradiction}");
            ExitCode::from(3)
        }
    }
}
