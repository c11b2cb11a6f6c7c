//! Several slots: goal after goal, each held while the next is pursued. A first plan by flows, a bound by
//! the linear program of `master`, and where they differ, branching, each better plan polished by flows.

use super::goals::Goal;
use super::incumbent::Incumbent;
use super::initial_plan::{build_initial_plan, is_small, polish};
use super::master::MasterProblem;
use super::model::{Model, Seats};
use crate::SearchControl;
use goal_pass::GoalPass;

mod branching;
mod goal_pass;

/// Branches of one goal in the first pass; later passes take more.
const FIRST_NODE_LIMIT: usize = 60;
/// Branches of one goal, at most.
const MAX_NODES: usize = 100_000_000;
/// Offers that the linear program takes on, at most.
const MAX_OFFERS: usize = 700;

/// Whether all fixed seats can be held.
pub(super) enum FixedSeatsResult {
    /// Like this.
    Seated(Seats),
    /// Proved: they cannot.
    Infeasible,
    Unknown,
}

/// Looks for a plan that holds every fixed seat, in a model of these alone.
pub(super) fn seat_fixed_people(model: &Model, control: &dyn SearchControl) -> FixedSeatsResult {
    let mut search = BranchAndPrice::new(model, &[Goal::MissingFixed], control);
    if search.incumbent.values[0] == 0 {
        return FixedSeatsResult::Seated(search.incumbent.seats);
    }
    if let Some(master) = &mut search.master {
        master.require_fixed_offers();
    }
    // All or nothing: how many are missing does not matter, and one that must be is the proof.
    search.incumbent.values[0] = 1;
    while search.pass(1) {}
    match (search.incumbent.values[0], search.incumbent.bounds[0]) {
        (0, _) => FixedSeatsResult::Seated(search.incumbent.seats),
        (_, 0) => FixedSeatsResult::Unknown,
        _ => FixedSeatsResult::Infeasible,
    }
}

/// A search that can be interrupted between its passes.
pub(super) struct BranchAndPrice<'a> {
    model: &'a Model,
    goals: &'a [Goal],
    control: &'a dyn SearchControl,
    /// `None` where the problem is too large for it: then flows are all there is.
    master: Option<MasterProblem<'a>>,
    node_limit: usize,
    pub incumbent: Incumbent,
}

impl<'a> BranchAndPrice<'a> {
    /// Starts with a plan by flows.
    pub fn new(model: &'a Model, goals: &'a [Goal], control: &'a dyn SearchControl) -> Self {
        let seats = polish(
            model,
            goals,
            build_initial_plan(model, goals, control),
            control,
        );
        let incumbent = Incumbent::new(model, goals, seats);
        let fits = is_small(model) && model.offers.len() <= MAX_OFFERS;
        let master = fits.then(|| MasterProblem::new(model, &incumbent.seats));
        Self {
            model,
            goals,
            control,
            master,
            node_limit: FIRST_NODE_LIMIT,
            incumbent,
        }
    }

    /// Goes on from another plan, a better one.
    pub fn start_from(&mut self, seats: Seats) {
        let seats = polish(self.model, self.goals, seats, self.control);
        self.incumbent.replace(self.model, self.goals, seats);
        if let Some(master) = &mut self.master {
            master.set_start_plan(&self.incumbent.seats);
        }
    }

    /// Looks at those of the first goals, so many of them, that are not proven. Whether another pass
    /// may find more.
    pub fn pass(&mut self, goals: usize) -> bool {
        if self.incumbent.proven(goals) || self.control.should_stop() || self.node_limit > MAX_NODES
        {
            return false;
        }
        let Some(master) = self.master.take() else {
            return false;
        };
        let (model, control) = (self.model, self.control);
        let mut goal_pass = GoalPass {
            model,
            goals: self.goals,
            control,
            master,
            incumbent: self.incumbent.clone(),
            nodes_left: 0,
            depth: 0,
        };
        goal_pass.pass(goals, self.node_limit);
        self.incumbent = goal_pass.incumbent;
        self.master = Some(goal_pass.master);
        self.node_limit *= 8;
        true
    }
}
