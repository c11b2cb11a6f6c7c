//! `treffpunkt groups …`: the solvers as filters, without a database.
//!
//! The exit code is 0 with a plan, 2 with one line per input error, 3 with one line per contradictory rule, and 1 with any
//! other reason.

mod help;

use std::{
    error::Error,
    fmt::Display,
    io::{ErrorKind, IsTerminal as _, Read as _, Write as _, stderr, stdin},
    process::ExitCode,
    sync::Mutex,
    time::{Duration, Instant},
};

use clap::Subcommand;
use groups::{NoPlan, Progress, Watch, assign, rotate};

use super::output::print_line;

/// The exit code for invalid input.
const INVALID_INPUT: u8 = 2;

/// The exit code for contradictory rules.
const CONTRADICTION: u8 = 3;

/// Plan groups without a server: a problem on standard input, a plan on standard output, both JSON.
#[derive(Debug, Clone, Copy, Subcommand)]
#[command(after_help = help::GROUPS)]
pub enum Groups {
    /// Seat people at the tables of a world café, round by round.
    #[command(after_help = help::ROTATE)]
    Rotate,
    /// Hand out the seats of workshops by the wishes of people.
    #[command(after_help = help::ASSIGN)]
    Assign,
}

impl Groups {
    /// Reads the problem, solves it and prints the plan. The limit in seconds is wall time of the process.
    pub fn run(self) -> ExitCode {
        let start = Instant::now();
        let mut problem = String::new();
        let plan = match stdin().read_to_string(&mut problem) {
            Ok(_) => match self {
                Self::Rotate => rotate_plan(&problem, start),
                Self::Assign => assign_plan(&problem, start),
            },
            Err(error) if error.kind() == ErrorKind::InvalidData => {
                Err(Refusal::invalid_input(&["input: is no text in UTF-8"]))
            }
            Err(error) => Err(Refusal::of(format!("input: {error}"))),
        };
        let printed = plan.and_then(|plan| print_line(plan).map_err(Refusal::of));
        match printed {
            Ok(()) => ExitCode::SUCCESS,
            Err(Refusal { code, lines }) => {
                let mut output = stderr().lock();
                for line in lines {
                    // A closed standard error leaves no way to report.
                    let _ = writeln!(output, "{line}");
                }
                code
            }
        }
    }
}

/// The exit code and the lines on standard error if there is no plan.
struct Refusal {
    code: ExitCode,
    lines: Vec<String>,
}

impl Refusal {
    fn of(reason: impl Display) -> Self {
        Self {
            code: ExitCode::FAILURE,
            lines: vec![reason.to_string()],
        }
    }

    fn invalid_input(errors: &[impl Display]) -> Self {
        Self {
            code: INVALID_INPUT.into(),
            lines: errors.iter().map(ToString::to_string).collect(),
        }
    }

    /// A contradiction displays itself with a line per rule.
    fn no_plan(reason: NoPlan<impl Error + 'static>) -> Self {
        let refusal = Self::of(&reason);
        match reason {
            NoPlan::Contradiction(_) => Self {
                code: CONTRADICTION.into(),
                ..refusal
            },
            NoPlan::Unexplained { .. } | NoPlan::Unsettled => refusal,
        }
    }
}

/// Solves a café problem.
fn rotate_plan(problem: &str, start: Instant) -> Result<String, Refusal> {
    let problem =
        rotate::Problem::from_json(problem).map_err(|errors| Refusal::invalid_input(&errors))?;
    let control = ConsoleControl::new(
        start,
        match problem.limit {
            rotate::Limit::Seconds(seconds) => {
                Some(seconds - (seconds * 0.3).min(0.04 + seconds * 0.02))
            }
            rotate::Limit::Iterations(_) => None,
        },
    );
    let plan = rotate::best(&problem, &control);
    control.clear_line();
    plan.map_err(Refusal::no_plan)?
        .to_json(&problem)
        .map_err(Refusal::of)
}

/// Solves a workshop problem.
fn assign_plan(problem: &str, start: Instant) -> Result<String, Refusal> {
    /// Seconds reserved per seat for writing the plan.
    const PER_SEAT: f64 = 1e-5;
    let problem =
        assign::Problem::from_json(problem).map_err(|errors| Refusal::invalid_input(&errors))?;
    let seats: usize = problem.people.iter().map(|person| person.slots.len()).sum();
    let seats = u32::try_from(seats).map_or(f64::INFINITY, f64::from);
    let reserved = 0.2 + 0.04 * problem.seconds + PER_SEAT * seats;
    let control = ConsoleControl::new(start, Some(problem.seconds - reserved));
    let plan = assign::solve(&problem, &control);
    control.clear_line();
    plan.map_err(Refusal::no_plan)?
        .to_json()
        .map_err(Refusal::of)
}

/// The deadline and the progress line of a search.
struct ConsoleControl {
    start: Instant,
    deadline: Option<Instant>,
    /// The time of the last progress line; `None` if standard error is not a terminal.
    last_progress: Option<Mutex<Instant>>,
}

impl ConsoleControl {
    /// `seconds` is the time for the search, without the reserve for a busy machine and for writing the plan.
    fn new(start: Instant, seconds: Option<f64>) -> Self {
        // No search takes a day.
        const MAX_SECONDS: f64 = 86_400.0;
        Self {
            start,
            deadline: seconds
                .map(|seconds| start + Duration::from_secs_f64(seconds.clamp(0.0, MAX_SECONDS))),
            last_progress: stderr().is_terminal().then(|| Mutex::new(start)),
        }
    }

    fn clear_line(&self) {
        if self.last_progress.is_some() {
            let _ = write!(stderr(), "\r\x1b[K");
        }
    }
}

impl Watch for ConsoleControl {
    fn stop(&self) -> bool {
        self.deadline
            .is_some_and(|deadline| Instant::now() >= deadline)
    }

    fn progress(&self, progress: &Progress) {
        const INTERVAL: Duration = Duration::from_millis(100);
        let Some(Ok(mut last)) = self.last_progress.as_ref().map(Mutex::lock) else {
            return;
        };
        if last.elapsed() < INTERVAL {
            return;
        }
        *last = Instant::now();
        // A failed progress line does not stop the search.
        let _ = write!(
            stderr(),
            "\r\x1b[K{:.1} s, {progress}",
            self.start.elapsed().as_secs_f64()
        );
    }
}
