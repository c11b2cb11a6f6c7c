//! Several slots: goal after goal, each held while the next is pursued. A first plan by flows, a bound by
//! the linear program of `master`, and where they differ, branching, each better plan polished by flows.

use super::master::Master;
use super::model::{Model, Seats};
use super::standing::{Goal, values};
use super::start::{first_plan, is_small, polish};
use crate::Watch;
use stages::Stages;

mod split;
mod stages;

/// Branches of one goal in the first pass; later passes take more.
const FIRST_BRANCHES: usize = 60;
/// Branches of one goal, at most.
const MOST_BRANCHES: usize = 100_000_000;
/// Offers that the linear program takes on, at most.
const MOST_OFFERS: usize = 700;

/// The best plan found, and what is known of better ones.
#[derive(Debug, Clone)]
pub(super) struct Staged {
    pub seats: Seats,
    pub values: Vec<i64>,
    /// For each goal: no plan that is as good in the goals before has a smaller value.
    pub bounds: Vec<i64>,
}

impl Staged {
    /// A plan of which nothing is known but what it is.
    pub fn new(model: &Model, goals: &[Goal], seats: Seats) -> Self {
        Self {
            values: values(model, goals, &seats),
            bounds: goals.iter().map(|goal| goal.floor(model)).collect(),
            seats,
        }
    }

    /// Takes over a better plan. A bound speaks of plans that are as good in all goals before its own, and the new plan may
    /// be worse in those behind the first that it betters: what was known of them, but for that first, is known no longer.
    pub fn take(&mut self, model: &Model, goals: &[Goal], seats: Seats) {
        let values = values(model, goals, &seats);
        if let Some(first) = (0..goals.len()).find(|&i| values[i] != self.values[i]) {
            for (bound, goal) in self.bounds.iter_mut().zip(goals).skip(first + 1) {
                *bound = goal.floor(model);
            }
        }
        (self.seats, self.values) = (seats, values);
    }

    /// Whether the first goals, so many of them, cannot be bettered.
    pub fn proven(&self, goals: usize) -> bool {
        self.values
            .iter()
            .zip(&self.bounds)
            .take(goals)
            .all(|(value, bound)| value == bound)
    }
}

/// Whether all fixed seats can be held.
pub(super) enum Held {
    /// Like this.
    Yes(Seats),
    /// Proved: they cannot.
    No,
    Unknown,
}

/// Looks for a plan that holds every fixed seat, in a model of these alone.
pub(super) fn hold_fixed_seats(model: &Model, watch: &dyn Watch) -> Held {
    let mut search = Search::new(model, &[Goal::Missing], watch);
    if search.staged.values[0] == 0 {
        return Held::Yes(search.staged.seats);
    }
    if let Some(master) = &mut search.master {
        master.hold_open();
    }
    // All or nothing: how many are missing does not matter, and one that must be is the proof.
    search.staged.values[0] = 1;
    while search.pass(1) {}
    match (search.staged.values[0], search.staged.bounds[0]) {
        (0, _) => Held::Yes(search.staged.seats),
        (_, 0) => Held::Unknown,
        _ => Held::No,
    }
}

/// A search that can be interrupted between its passes.
pub(super) struct Search<'a> {
    model: &'a Model,
    goals: &'a [Goal],
    watch: &'a dyn Watch,
    /// `None` where the problem is too large for it: then flows are all there is.
    master: Option<Master<'a>>,
    branches: usize,
    pub staged: Staged,
}

impl<'a> Search<'a> {
    /// Starts with a plan by flows.
    pub fn new(model: &'a Model, goals: &'a [Goal], watch: &'a dyn Watch) -> Self {
        let seats = polish(model, goals, first_plan(model, goals, watch), watch);
        let staged = Staged::new(model, goals, seats);
        let fits = is_small(model) && model.offers.len() <= MOST_OFFERS;
        let master = fits.then(|| Master::new(model, &staged.seats));
        Self {
            model,
            goals,
            watch,
            master,
            branches: FIRST_BRANCHES,
            staged,
        }
    }

    /// Goes on from another plan, a better one.
    pub fn start_from(&mut self, seats: Seats) {
        let seats = polish(self.model, self.goals, seats, self.watch);
        self.staged.take(self.model, self.goals, seats);
        if let Some(master) = &mut self.master {
            master.set_start(&self.staged.seats);
        }
    }

    /// Looks at those of the first goals, so many of them, that are not proven. Whether another pass
    /// may find more.
    pub fn pass(&mut self, goals: usize) -> bool {
        if self.staged.proven(goals) || self.watch.stop() || self.branches > MOST_BRANCHES {
            return false;
        }
        let Some(master) = self.master.take() else {
            return false;
        };
        let (model, watch) = (self.model, self.watch);
        let mut stages = Stages {
            model,
            goals: self.goals,
            watch,
            master,
            staged: self.staged.clone(),
            left: 0,
            depth: 0,
        };
        stages.pass(goals, self.branches);
        self.staged = stages.staged;
        self.master = Some(stages.master);
        self.branches *= 8;
        true
    }
}
