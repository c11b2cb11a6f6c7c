//! `treffpunkt groups …`: the solvers on standard input and output, without a database.
//!
//! Bad input: exit 2, one line per fault. Rules that cannot hold together: exit 3, one line per rule. Otherwise the plan.

use std::io::{IsTerminal, Read, Write};
use std::process::ExitCode;
use std::sync::Mutex;
use std::time::{Duration, Instant};

use groups::rotate::{Limit, Problem, Progress, Watch, best};

const BAD_INPUT: u8 = 2;
const CONTRADICTION: u8 = 3;

/// `groups rotate`: a café plan. Seconds of the problem's limit are wall time for the whole process.
pub fn rotate() -> ExitCode {
    let begin = Instant::now();
    let mut text = String::new();
    if let Err(error) = std::io::stdin().read_to_string(&mut text) {
        return refuse(BAD_INPUT, &[format!("standard input: {error}")]);
    }
    let problem = match Problem::from_json(&text) {
        Ok(problem) => problem,
        Err(faults) => {
            let lines: Vec<String> = faults.iter().map(ToString::to_string).collect();
            return refuse(BAD_INPUT, &lines);
        }
    };
    drop(text);
    let watch = Clock::new(begin, problem.limit);
    let plan = best(&problem, &watch);
    watch.end_line();
    match plan {
        Ok(plan) => match plan
            .to_json(&problem)
            .map(|json| writeln!(std::io::stdout(), "{json}"))
        {
            Ok(Ok(())) => ExitCode::SUCCESS,
            Ok(Err(error)) => refuse(1, &[format!("standard output: {error}")]),
            Err(error) => refuse(1, &[error.to_string()]),
        },
        Err(contradiction) => refuse(CONTRADICTION, &contradiction.lines),
    }
}

fn refuse(code: u8, lines: &[String]) -> ExitCode {
    for line in lines {
        eprintln!("{line}");
    }
    ExitCode::from(code)
}

/// The process's time, and its progress line.
struct Clock {
    begin: Instant,
    end: Option<Instant>,
    /// When the progress line was last written; `None` where nobody is looking.
    line: Option<Mutex<Instant>>,
}

impl Clock {
    fn new(begin: Instant, limit: Limit) -> Self {
        // A day is as good as for ever; a little is kept for a busy machine and for writing the plan.
        const LONGEST: f64 = 86_400.0;
        let end = match limit {
            Limit::Seconds(seconds) => {
                let seconds = seconds.min(LONGEST);
                let kept = (seconds * 0.3).min(0.04 + seconds * 0.02);
                Some(begin + Duration::from_secs_f64(seconds - kept))
            }
            Limit::Iterations(_) => None,
        };
        Self {
            begin,
            end,
            line: std::io::stderr().is_terminal().then(|| Mutex::new(begin)),
        }
    }

    fn end_line(&self) {
        if self.line.is_some() {
            eprint!("\r\x1b[K");
        }
    }
}

impl Watch for Clock {
    fn stop(&self) -> bool {
        self.end.is_some_and(|end| Instant::now() >= end)
    }

    fn progress(&self, progress: &Progress) {
        const PAUSE: Duration = Duration::from_millis(100);
        let Some(Ok(mut last)) = self.line.as_ref().map(Mutex::lock) else {
            return;
        };
        if last.elapsed() < PAUSE {
            return;
        }
        *last = Instant::now();
        let (quality, bounds) = (progress.quality, progress.bounds);
        eprint!(
            "\r\x1b[K{:.1} s, {} proposals: topics {} to {}, meetings {} of {}, mix {} ({} at least)",
            self.begin.elapsed().as_secs_f64(),
            progress.iterations,
            quality.topics_min,
            bounds.topics_min,
            quality.meetings,
            bounds.meetings,
            quality.mix,
            bounds.mix,
        );
    }
}
