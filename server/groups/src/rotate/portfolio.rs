//! Several searches at once, on all cores, with one result.
//!
//! The number of searches depends on the problem alone, and they exchange results only between *epochs* of a fixed
//! number of proposals. So the plan after so many epochs is the same however many cores there are; an epoch that is cut
//! short by the clock is thrown away, and the proposals up to it are what reproduces the plan.

use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

use super::annealing::{Annealer, Stopped};
use super::candidate::{Candidate, SearchContext};
use super::construct::apply::DesignFinder;
use super::plan::Plan;
use super::progress::Progress;
use crate::SearchControl;

/// Proposals of one search in the first epoch; each epoch doubles it.
const FIRST_EPOCH: u64 = 1 << 10;
/// Proposals of one search in an epoch, at most: about ten milliseconds, so that little is thrown away at the end.
const LONGEST_EPOCH: u64 = 1 << 14;
/// Steps of the search for a design that count as one proposal: they are that much cheaper, and worth more.
const DESIGN_STEPS: u64 = 8;
/// Members of the team who look for a design first.
const DESIGN_FINDERS: usize = 2;

/// How many searches a problem of this size is worth: many for small ones, where luck matters, few for large ones, where
/// time does.
const fn annealer_count(seats: usize) -> usize {
    match seats {
        0..=600 => 12,
        601..=3_000 => 6,
        _ => 2,
    }
}

/// One member of the team. Where a design may exist, the first member looks for it before it begins to anneal.
struct Member<'a> {
    annealer: Annealer<'a>,
    design_finder: Option<DesignFinder<'a>>,
    context: SearchContext<'a>,
    number: usize,
}

impl Member<'_> {
    fn run(
        &mut self,
        proposals: u64,
        elite: &Candidate,
        should_stop: &dyn Fn() -> bool,
    ) -> Result<(), Stopped> {
        const PORTION: u64 = 1_024;
        let mut left = proposals;
        while let Some(design_finder) = &mut self.design_finder {
            if left == 0 {
                return Ok(());
            }
            if should_stop() {
                return Err(Stopped);
            }
            let portion = left.min(PORTION);
            left -= portion;
            if let Some(found) = design_finder.run(portion * DESIGN_STEPS) {
                self.design_finder = None;
                self.annealer = Annealer::new(self.context, &found, self.number);
            }
        }
        self.annealer.run(left, elite, should_stop)
    }
}

/// Runs until nothing can be better, the limit of proposals is reached, or the watch says stop.
/// `starts` are seatings that keep the rules, at least one; search k begins at start k mod their number.
pub fn run(
    context: SearchContext<'_>,
    starts: &[Candidate],
    limit: Option<u64>,
    control: &dyn SearchControl,
) -> (Candidate, u64) {
    let mut elite = starts[0].clone();
    for start in &starts[1..] {
        if start.objective < elite.objective {
            elite = start.clone();
        }
    }
    let is_optimal =
        |found: &Candidate| Plan::meets_all_bounds(context.problem, &found.quality, context.bounds);
    let count = annealer_count(context.layout.people * context.layout.rounds);
    if limit == Some(0) || starts.len() == 1 && control.should_stop() {
        return (elite, 0);
    }
    if is_optimal(&elite) || limit == Some(1) || control.should_stop() {
        return (elite, 1);
    }
    let member = |number: usize| {
        let design_finder = if number < DESIGN_FINDERS {
            DesignFinder::new(context, &starts[0], number)
        } else {
            None
        };
        let annealer = Annealer::new(context, &starts[number % starts.len()], number);
        Mutex::new(Member {
            annealer,
            design_finder,
            context,
            number,
        })
    };
    let mut members: Vec<Mutex<Member<'_>>> = Vec::with_capacity(count);
    for number in 0..count {
        members.push(member(number));
        // To set thousands of people down at one table takes long, and a search that does not run needs no board.
        if control.should_stop() {
            return (elite, 1);
        }
    }
    let cores = std::thread::available_parallelism()
        .map_or(1, usize::from)
        .min(count);
    let mut iterations = 1;
    let mut portion = FIRST_EPOCH;
    loop {
        let all = portion * count as u64;
        let epoch = limit.map_or(all, |limit| all.min(limit - iterations));
        let share = |number: usize| {
            epoch / count as u64 + u64::from((number as u64) < epoch % count as u64)
        };
        if run_epoch(&members, &share, &elite, cores, control).is_err() {
            return (elite, iterations);
        }
        iterations += epoch;
        for member in &members {
            let Ok(member) = member.lock() else { continue };
            if member.annealer.best().objective < elite.objective {
                elite = member.annealer.best().clone();
            }
        }
        control.on_progress(&crate::Progress::Rotate(Progress {
            iterations,
            quality: elite.quality,
            bounds: *context.bounds,
        }));
        if is_optimal(&elite) || limit == Some(iterations) || control.should_stop() {
            return (elite, iterations);
        }
        portion = (portion * 2).min(LONGEST_EPOCH);
    }
}

fn run_epoch(
    members: &[Mutex<Member<'_>>],
    share: &(dyn Fn(usize) -> u64 + Sync),
    elite: &Candidate,
    cores: usize,
    control: &dyn SearchControl,
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
            if member
                .run(share(number), elite, &|| control.should_stop())
                .is_err()
            {
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
