//! `treffpunkt groups`: the solvers on standard input and output, without a database.
//!
//! Unknown fields are named on standard error. Faults of the input end with exit code 2 and one line per fault. Rules that contradict one another end with 3 and one
//! line per rule. Any other failure ends with 1 and its reason.

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
use groups::{Fault, Limit, Parsed, Progress, SearchControl, SolveError, assign, rotate};

use super::output::print_line;

const BAD_INPUT: u8 = 2;
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
    /// Reads a problem, solves it and prints the plan. The limit in seconds is wall time of the whole process.
    pub fn run(self) -> ExitCode {
        let begin = Instant::now();
        let mut problem = String::new();
        let plan = match stdin().read_to_string(&mut problem) {
            Ok(_) => match self {
                Self::Rotate => solve_rotate(&problem, begin),
                Self::Assign => solve_assign(&problem, begin),
            },
            Err(error) if error.kind() == ErrorKind::InvalidData => {
                Err(CommandError::bad_input(&["input: is no text in UTF-8"]))
            }
            Err(error) => Err(CommandError::new(format!("input: {error}"))),
        };
        let printed = plan.and_then(|plan| print_line(plan).map_err(CommandError::new));
        match printed {
            Ok(()) => ExitCode::SUCCESS,
            Err(CommandError { code, lines }) => {
                let mut to = stderr().lock();
                for line in lines {
                    // A closed standard error leaves no one to report to.
                    let _ = writeln!(to, "{line}");
                }
                code
            }
        }
    }
}

/// A failure: the exit code, and the lines for standard error.
struct CommandError {
    code: ExitCode,
    lines: Vec<String>,
}

impl CommandError {
    fn new(reason: impl Display) -> Self {
        Self {
            code: ExitCode::FAILURE,
            lines: vec![reason.to_string()],
        }
    }

    fn bad_input(faults: &[impl Display]) -> Self {
        Self {
            code: BAD_INPUT.into(),
            lines: faults.iter().map(ToString::to_string).collect(),
        }
    }

    fn unsolved(error: SolveError<impl Error + 'static>) -> Self {
        let failure = Self::new(&error);
        match error {
            SolveError::Contradiction(_) => Self {
                code: CONTRADICTION.into(),
                ..failure
            },
            SolveError::Unexplained { .. } | SolveError::Undecided => failure,
        }
    }
}

/// The problem, after a warning for each unknown field: a misspelt name would lose a rule silently.
fn warned<T>(parsed: Result<Parsed<T>, Vec<Fault>>) -> Result<T, CommandError> {
    let parsed = parsed.map_err(|faults| CommandError::bad_input(&faults))?;
    for path in &parsed.unknown_fields {
        // A closed standard error leaves no one to warn.
        let _ = writeln!(stderr(), "warning: {path} is unknown and was ignored");
    }
    Ok(parsed.problem)
}

/// Solves a café.
fn solve_rotate(problem: &str, begin: Instant) -> Result<String, CommandError> {
    let problem = warned(rotate::Problem::parse(problem))?;
    let control = TimedControl::new(
        begin,
        match problem.limit {
            Limit::Seconds(seconds) => Some(seconds - (seconds * 0.3).min(0.04 + seconds * 0.02)),
            Limit::Iterations(_) => None,
        },
    );
    let plan = rotate::solve(&problem, &control);
    control.clear_progress_line();
    plan.map_err(CommandError::unsolved)?
        .to_json(&problem)
        .map_err(CommandError::new)
}

/// Solves workshops.
fn solve_assign(problem: &str, begin: Instant) -> Result<String, CommandError> {
    /// Reserve in seconds for each seat whose reasons may be written.
    const PER_SEAT: f64 = 1e-5;
    let problem = warned(assign::Problem::parse(problem))?;
    let seats: usize = problem.people.iter().map(|person| person.slots.len()).sum();
    let seats = u32::try_from(seats).map_or(f64::INFINITY, f64::from);
    let control = TimedControl::new(
        begin,
        match problem.limit {
            Limit::Seconds(seconds) => Some(seconds - (0.2 + 0.04 * seconds + PER_SEAT * seats)),
            Limit::Iterations(_) => None,
        },
    );
    let plan = assign::solve(&problem, &control);
    control.clear_progress_line();
    plan.map_err(CommandError::unsolved)?
        .to_json()
        .map_err(CommandError::new)
}

/// Ends a search at a time limit and writes its progress line.
struct TimedControl {
    begin: Instant,
    end: Option<Instant>,
    /// Time of the last progress line. `None` if standard error is no terminal.
    progress_line: Option<Mutex<Instant>>,
}

impl TimedControl {
    /// `seconds` exclude the reserve for a busy machine and for writing the plan.
    fn new(begin: Instant, seconds: Option<f64>) -> Self {
        const ONE_DAY: f64 = 86_400.0;
        Self {
            begin,
            end: seconds
                .map(|seconds| begin + Duration::from_secs_f64(seconds.clamp(0.0, ONE_DAY))),
            progress_line: stderr().is_terminal().then(|| Mutex::new(begin)),
        }
    }

    fn clear_progress_line(&self) {
        if self.progress_line.is_some() {
            let _ = write!(stderr(), "\r\x1b[K");
        }
    }
}

impl SearchControl for TimedControl {
    fn should_stop(&self) -> bool {
        self.end.is_some_and(|end| Instant::now() >= end)
    }

    fn on_progress(&self, progress: &Progress) {
        const INTERVAL: Duration = Duration::from_millis(100);
        let Some(Ok(mut last)) = self.progress_line.as_ref().map(Mutex::lock) else {
            return;
        };
        if last.elapsed() < INTERVAL {
            return;
        }
        *last = Instant::now();
        // A failed progress line must not lose the plan.
        let _ = write!(
            stderr(),
            "\r\x1b[K{:.1} s, {progress}",
            self.begin.elapsed().as_secs_f64()
        );
    }
}
