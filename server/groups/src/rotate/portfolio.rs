//! A portfolio of searches on all cores, with one reproducible result.
//!
//! The number of searches depends only on the problem. Searches exchange results between *epochs* of a fixed
//! number of proposals, so the plan after an epoch does not depend on the number of cores. An epoch that the
//! clock interrupts is discarded. The number of proposals before it reproduces the plan.

use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

use super::annealing::{Annealer, Stopped};
use super::candidate::{Candidate, SearchContext};
use super::construct::apply::DesignFinder;
use super::plan::Plan;
use super::progress::Progress;
use crate::SearchControl;

/// Proposals per search in the first epoch. Each epoch doubles it.
const FIRST_EPOCH: u64 = 1 << 10;
/// Limit of the proposals per search in an epoch: about ten milliseconds, so that little is discarded at the
/// end.
const LONGEST_EPOCH: u64 = 1 << 14;
/// Steps of the design search that count as one proposal. They are cheaper and more valuable.
const DESIGN_STEPS: u64 = 8;
/// Proposals without a better plan after which the search ends if only the smallest count of people met is
/// open. A design has few other plans near it, and is worth some hundredths of a second.
const PATIENCE_WITH_DESIGN: u64 = 60_000;
/// The same for a plan that annealing has found: some tenths of a second at most.
const PATIENCE: u64 = 400_000;
/// Members that search a design before they anneal.
const DESIGN_FINDERS: usize = 2;

/// Number of searches: many for small problems, where luck matters, few for large ones, where time does.
const fn annealer_count(seats: usize) -> usize {
    match seats {
        0..=600 => 12,
        601..=3_000 => 6,
        _ => 2,
    }
}

/// One search of the portfolio.
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

/// Runs until the plan meets all bounds, the limit of proposals is reached, or `control` ends the search.
///
/// `starts` are at least one candidate that keeps the rules. Search k begins at candidate k mod their number.
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
    control.on_better_seating(&elite.seating);
    let is_optimal =
        |found: &Candidate| Plan::meets_all_bounds(context.problem, &found.quality, context.bounds);
    let mut improved_at = 0;
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
        // The state of a search is expensive to build for large tables, and useless if it never runs.
        if control.should_stop() {
            return (elite, 1);
        }
    }
    let cores = std::thread::available_parallelism()
        .map_or(1, usize::from)
        .min(control.most_threads().max(1))
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
        let before = elite.objective;
        for member in &members {
            let Ok(member) = member.lock() else { continue };
            if member.annealer.best().objective < elite.objective {
                elite = member.annealer.best().clone();
                improved_at = iterations;
            }
        }
        if elite.objective < before {
            control.on_better_seating(&elite.seating);
        }
        control.on_progress(&crate::Progress::Rotate(Progress {
            iterations,
            quality: elite.quality,
            bounds: *context.bounds,
        }));
        // Only the smallest count of people met is open, and nobody sees whether its bound can be reached.
        let patience = if elite.is_searched {
            PATIENCE
        } else {
            PATIENCE_WITH_DESIGN
        };
        let is_settled = iterations - improved_at >= patience
            && Plan::proves_all_values(context.problem, &elite.quality, context.bounds);
        if is_optimal(&elite) || is_settled || limit == Some(iterations) || control.should_stop() {
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
    // The first member with an optimal plan gives the result, so later members need not go on.
    let first_optimal = AtomicUsize::new(members.len());
    let work = || {
        while let Some(number) =
            Some(next.fetch_add(1, Ordering::Relaxed)).filter(|&number| number < members.len())
        {
            let Ok(mut member) = members[number].lock() else {
                continue;
            };
            let is_superseded = || first_optimal.load(Ordering::Relaxed) < number;
            let done = member.run(share(number), elite, &|| {
                is_superseded() || control.should_stop()
            });
            if done.is_err() && !is_superseded() {
                stopped.store(1, Ordering::Relaxed);
            }
            if member.annealer.is_optimal() {
                first_optimal.fetch_min(number, Ordering::Relaxed);
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
