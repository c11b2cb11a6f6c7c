//! `assign`: a problem on standard input, a plan on standard output.

use std::io::{IsTerminal, Read, Write};
use std::process::ExitCode;
use std::time::{Duration, Instant};

use groups::assign::{NoPlan, Problem, Watch, solve};

/// Seconds kept back for what cannot be interrupted and for writing the plan: always, of each second of
/// the limit, and for each person in each slot.
const RESERVE: (f64, f64, f64) = (0.2, 0.04, 6e-6);

struct Clock {
    started: Instant,
    limit: Duration,
    terminal: bool,
}

impl Watch for Clock {
    fn stop(&self) -> bool {
        self.started.elapsed() >= self.limit
    }

    fn progress(&self, stage: &str, value: i64, bound: i64) {
        if self.terminal {
            let seconds = self.started.elapsed().as_secs();
            // A lost line of progress is no reason to lose the plan.
            let _ = write!(
                std::io::stderr(),
                "\r\x1b[K{seconds} s  {stage}: {value}, at least {bound}"
            );
        }
    }
}

#[expect(clippy::cast_precision_loss, reason = "a number of seats")]
fn time_to_search(problem: &Problem) -> Duration {
    let seats: usize = problem.people.iter().map(|person| person.slots.len()).sum();
    let reserve = RESERVE.0 + RESERVE.1 * problem.seconds + RESERVE.2 * seats as f64;
    Duration::try_from_secs_f64(problem.seconds - reserve).unwrap_or_default()
}

fn main() -> std::io::Result<ExitCode> {
    let started = Instant::now();
    let mut text = String::new();
    std::io::stdin().read_to_string(&mut text)?;
    let mut errors = std::io::stderr().lock();
    let problem = match Problem::from_json(&text) {
        Ok(problem) => problem,
        Err(faults) => {
            for fault in faults {
                writeln!(errors, "{fault}")?;
            }
            return Ok(ExitCode::from(2));
        }
    };
    drop(errors);
    let terminal = std::io::stderr().is_terminal();
    let clock = Clock {
        started,
        limit: time_to_search(&problem),
        terminal,
    };
    let found = solve(&problem, &clock);
    let mut errors = std::io::stderr().lock();
    if terminal {
        write!(errors, "\r\x1b[K")?;
    }
    match found {
        Ok(plan) => {
            writeln!(std::io::stdout().lock(), "{}", plan.to_json())?;
            Ok(ExitCode::SUCCESS)
        }
        Err(none) => {
            writeln!(errors, "{none}")?;
            Ok(ExitCode::from(match none {
                NoPlan::Contradiction(_) => 3,
                NoPlan::OutOfTime => 1,
            }))
        }
    }
}
