//! `treffpunkt groups …`: the solvers on standard input and output, without a database.
//!
//! Bad input: exit 2, one line per fault. Rules that cannot hold together: exit 3, one line per rule. No plan for another
//! reason: exit 1 and that reason. Otherwise the plan.

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
use groups::{SolveError, Progress, SearchControl, assign, rotate};

use super::say;

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
    /// Reads the problem, plans, and prints. Seconds of the problem's limit are wall time of the whole process.
    pub fn run(self) -> ExitCode {
        let begin = Instant::now();
        let mut problem = String::new();
        let plan = match stdin().read_to_string(&mut problem) {
            Ok(_) => match self {
                Self::Rotate => rotated(&problem, begin),
                Self::Assign => assigned(&problem, begin),
            },
            Err(error) if error.kind() == ErrorKind::InvalidData => {
                Err(Refusal::bad_input(&["input: is no text in UTF-8"]))
            }
            Err(error) => Err(Refusal::of(format!("input: {error}"))),
        };
        let printed = plan.and_then(|plan| say(plan).map_err(Refusal::of));
        match printed {
            Ok(()) => ExitCode::SUCCESS,
            Err(Refusal { code, lines }) => {
                let mut to = stderr().lock();
                for line in lines {
                    // Nobody is left to be told where standard error is closed.
                    let _ = writeln!(to, "{line}");
                }
                code
            }
        }
    }
}

/// Why there is no plan: what the process answers, and the lines on standard error.
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

    fn bad_input(faults: &[impl Display]) -> Self {
        Self {
            code: BAD_INPUT.into(),
            lines: faults.iter().map(ToString::to_string).collect(),
        }
    }

    /// A contradiction says itself on a line for each rule.
    fn no_plan(none: SolveError<impl Error + 'static>) -> Self {
        let refusal = Self::of(&none);
        match none {
            SolveError::Contradiction(_) => Self {
                code: CONTRADICTION.into(),
                ..refusal
            },
            SolveError::Unexplained { .. } | SolveError::Undecided => refusal,
        }
    }
}

/// A café plan.
fn rotated(problem: &str, begin: Instant) -> Result<String, Refusal> {
    let problem =
        rotate::Problem::from_json(problem).map_err(|faults| Refusal::bad_input(&faults))?;
    let clock = Clock::new(
        begin,
        match problem.limit {
            rotate::Limit::Seconds(seconds) => {
                Some(seconds - (seconds * 0.3).min(0.04 + seconds * 0.02))
            }
            rotate::Limit::Iterations(_) => None,
        },
    );
    let plan = rotate::solve(&problem, &clock);
    clock.end_line();
    plan.map_err(Refusal::no_plan)?
        .to_json(&problem)
        .map_err(Refusal::of)
}

/// A workshop plan.
fn assigned(problem: &str, begin: Instant) -> Result<String, Refusal> {
    /// Seconds kept back for each seat that may have to be written about.
    const PER_SEAT: f64 = 1e-5;
    let problem =
        assign::Problem::from_json(problem).map_err(|faults| Refusal::bad_input(&faults))?;
    let seats: usize = problem.people.iter().map(|person| person.slots.len()).sum();
    let seats = u32::try_from(seats).map_or(f64::INFINITY, f64::from);
    let kept = 0.2 + 0.04 * problem.seconds + PER_SEAT * seats;
    let clock = Clock::new(begin, Some(problem.seconds - kept));
    let plan = assign::solve(&problem, &clock);
    clock.end_line();
    plan.map_err(Refusal::no_plan)?
        .to_json()
        .map_err(Refusal::of)
}

/// The process's time, and its progress line.
struct Clock {
    begin: Instant,
    end: Option<Instant>,
    /// When the progress line was last written; `None` where nobody is looking.
    line: Option<Mutex<Instant>>,
}

impl Clock {
    /// `seconds` are those left for the search, less what is kept back for a busy machine and for writing the plan.
    fn new(begin: Instant, seconds: Option<f64>) -> Self {
        // A day is as good as for ever.
        const LONGEST: f64 = 86_400.0;
        Self {
            begin,
            end: seconds
                .map(|seconds| begin + Duration::from_secs_f64(seconds.clamp(0.0, LONGEST))),
            line: stderr().is_terminal().then(|| Mutex::new(begin)),
        }
    }

    fn end_line(&self) {
        if self.line.is_some() {
            let _ = write!(stderr(), "\r\x1b[K");
        }
    }
}

impl SearchControl for Clock {
    fn should_stop(&self) -> bool {
        self.end.is_some_and(|end| Instant::now() >= end)
    }

    fn on_progress(&self, progress: &Progress) {
        const PAUSE: Duration = Duration::from_millis(100);
        let Some(Ok(mut last)) = self.line.as_ref().map(Mutex::lock) else {
            return;
        };
        if last.elapsed() < PAUSE {
            return;
        }
        *last = Instant::now();
        // A lost line of progress is no reason to lose the plan.
        let _ = write!(
            stderr(),
            "\r\x1b[K{:.1} s, {progress}",
            self.begin.elapsed().as_secs_f64()
        );
    }
}
