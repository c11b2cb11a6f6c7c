//! Several searches at once, on all cores, with one result.
//!
//! The number of searches depends on the problem alone, and they exchange results only between *epochs* of a fixed
//! number of proposals. So the plan after so many epochs is the same however many cores there are; an epoch that is cut
//! short by the clock is thrown away, and the proposals up to it are what reproduces the plan.

use std::fmt;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

use super::anneal::{Found, Search, Stopped, Task};
use super::construct::apply::Designer;
use super::plan::Plan;
use crate::{Progress as Report, Watch};

/// Proposals of one search in the first epoch; each epoch doubles it.
const FIRST_EPOCH: u64 = 1 << 10;
/// Proposals of one search in an epoch, at most: about ten milliseconds, so that little is thrown away at the end.
const LONGEST_EPOCH: u64 = 1 << 14;
/// Steps of the search for a design that count as one proposal: they are that much cheaper, and worth more.
const DESIGN_STEPS: u64 = 8;
/// Members of the team who look for a design first.
const DESIGNERS: usize = 2;

/// How far the searches are; for a progress line.
#[derive(Clone, Copy, Debug)]
pub struct Progress {
    pub iterations: u64,
    pub quality: super::Quality,
    pub bounds: super::Bounds,
}

impl fmt::Display for Progress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (quality, bounds) = (self.quality, self.bounds);
        write!(
            f,
            "{} proposals: topics {} to {}, meetings {} of {}, mix {} ({} at least)",
            self.iterations,
            quality.topics_min,
            bounds.topics_min,
            quality.meetings,
            bounds.meetings,
            quality.mix,
            bounds.mix
        )
    }
}

/// How many searches a problem of this size is worth: many for small ones, where luck matters, few for large ones, where
/// time does.
const fn searches(seats: usize) -> usize {
    match seats {
        0..=600 => 12,
        601..=3_000 => 6,
        _ => 2,
    }
}

/// One member of the team. Where a design may exist, the first member looks for it before it begins to anneal.
struct Member<'a> {
    search: Search<'a>,
    designer: Option<Designer<'a>>,
    task: Task<'a>,
    number: usize,
}

impl Member<'_> {
    fn run(
        &mut self,
        proposals: u64,
        elite: &Found,
        stop: &dyn Fn() -> bool,
    ) -> Result<(), Stopped> {
        const PORTION: u64 = 1_024;
        let mut left = proposals;
        while let Some(designer) = &mut self.designer {
            if left == 0 {
                return Ok(());
            }
            if stop() {
                return Err(Stopped);
            }
            let portion = left.min(PORTION);
            left -= portion;
            if let Some(found) = designer.run(portion * DESIGN_STEPS) {
                self.designer = None;
                self.search = Search::new(self.task, &found, self.number);
            }
        }
        self.search.run(left, elite, stop)
    }
}

/// Runs until nothing can be better, the limit of proposals is reached, or the watch says stop.
/// `starts` are seatings that keep the rules, at least one; search k begins at start k mod their number.
pub fn run(
    task: Task<'_>,
    starts: &[Found],
    limit: Option<u64>,
    watch: &dyn Watch,
) -> (Found, u64) {
    let mut elite = starts[0].clone();
    for start in &starts[1..] {
        if start.rank < elite.rank {
            elite = start.clone();
        }
    }
    let is_done = |found: &Found| Plan::is_best_possible(task.problem, &found.quality, task.bounds);
    let count = searches(task.setting.people * task.setting.rounds);
    if limit == Some(0) || starts.len() == 1 && watch.stop() {
        return (elite, 0);
    }
    if is_done(&elite) || limit == Some(1) || watch.stop() {
        return (elite, 1);
    }
    let member = |number: usize| {
        let designer = if number < DESIGNERS {
            Designer::new(task, &starts[0], number)
        } else {
            None
        };
        let search = Search::new(task, &starts[number % starts.len()], number);
        Mutex::new(Member {
            search,
            designer,
            task,
            number,
        })
    };
    let mut members: Vec<Mutex<Member<'_>>> = Vec::with_capacity(count);
    for number in 0..count {
        members.push(member(number));
        // To set thousands of people down at one table takes long, and a search that does not run needs no board.
        if watch.stop() {
            return (elite, 1);
        }
    }
    let cores = std::thread::available_parallelism()
        .map_or(1, usize::from)
        .min(count);
    let mut made = 1;
    let mut portion = FIRST_EPOCH;
    loop {
        let all = portion * count as u64;
        let epoch = limit.map_or(all, |limit| all.min(limit - made));
        let share = |number: usize| {
            epoch / count as u64 + u64::from((number as u64) < epoch % count as u64)
        };
        if run_epoch(&members, &share, &elite, cores, watch).is_err() {
            return (elite, made);
        }
        made += epoch;
        for member in &members {
            let Ok(member) = member.lock() else { continue };
            if member.search.best().rank < elite.rank {
                elite = member.search.best().clone();
            }
        }
        watch.progress(&Report::Rotate(Progress {
            iterations: made,
            quality: elite.quality,
            bounds: *task.bounds,
        }));
        if is_done(&elite) || limit == Some(made) || watch.stop() {
            return (elite, made);
        }
        portion = (portion * 2).min(LONGEST_EPOCH);
    }
}

fn run_epoch(
    members: &[Mutex<Member<'_>>],
    share: &(dyn Fn(usize) -> u64 + Sync),
    elite: &Found,
    cores: usize,
    watch: &dyn Watch,
) -> Result<(), Stopped> {
    let next = AtomicUsize::new(0);
    let stopped = AtomicUsize::new(0);
    let work = || {
        while let Some(number) =
            Some(next.fetch_add(1, Ordering::Relaxed)).filter(|&number| number < members.len())
        {
            let Ok(mut member) = members[number].lock() else {
                continue;
            };
            if member.run(share(number), elite, &|| watch.stop()).is_err() {
                stopped.store(1, Ordering::Relaxed);
            }
        }
    };
    if cores == 1 {
        work();
    } else {
        std::thread::scope(|scope| {
            (0..cores).for_each(|_| {
                scope.spawn(work);
            });
        });
    }
    if stopped.into_inner() == 1 {
        Err(Stopped)
    } else {
        Ok(())
    }
}
