//! Branch and price for several slots (Barnhart, Johnson, Nemhauser, Savelsbergh, Vance 1998).
//!
//! The goals are optimised one after the other, each fixed before the next. Flows make the initial plan, the
//! master problem gives bounds, and branching closes the gap. Flows polish every better plan.

use super::goals::Goal;
use super::incumbent::Incumbent;
use super::initial_plan::{build_initial_plan, build_plan_near_previous, is_small, polish};
use super::master::MasterProblem;
use super::model::{Model, Seats};
use super::report::report_plan;
use crate::SearchControl;
use goal_pass::GoalPass;

mod branching;
mod goal_pass;

/// Nodes per goal in the first pass. Later passes take more.
const FIRST_NODE_LIMIT: usize = 60;
/// Limit of the nodes per goal.
const MAX_NODES: usize = 100_000_000;
/// The linear program takes at most so many offers.
const MAX_OFFERS: usize = 700;

/// Whether all fixed seats can be kept at once.
pub(super) enum FixedSeatsResult {
    /// A plan that keeps them.
    Seated(Seats),
    /// Proved: no plan keeps them.
    Infeasible,
    Unknown,
}

/// Searches a plan that keeps every fixed seat and fills every open offer. `model` covers only these offers.
pub(super) fn seat_fixed_people(model: &Model, control: &dyn SearchControl) -> FixedSeatsResult {
    let mut search = BranchAndPrice::new(model, &[Goal::MissingRequired], None, control);
    if search.incumbent.values[0] == 0 {
        return FixedSeatsResult::Seated(search.incumbent.seats);
    }
    if let Some(master) = &mut search.master {
        master.require_held_offers();
    }
    // The number of missing seats does not matter: a bound of one is the proof.
    search.incumbent.values[0] = 1;
    while search.pass(1) {}
    match (search.incumbent.values[0], search.incumbent.bounds[0]) {
        (0, _) => FixedSeatsResult::Seated(search.incumbent.seats),
        (_, 0) => FixedSeatsResult::Unknown,
        _ => FixedSeatsResult::Infeasible,
    }
}

/// A search in passes. The caller may interrupt it between two passes.
pub(super) struct BranchAndPrice<'a> {
    model: &'a Model,
    goals: &'a [Goal],
    control: &'a dyn SearchControl,
    /// `None` if the problem is too large for the linear program. Flows alone then make the plan.
    master: Option<MasterProblem<'a>>,
    node_limit: usize,
    pub incumbent: Incumbent,
}

impl<'a> BranchAndPrice<'a> {
    /// Starts from a plan made by flows, or from the given one if that is better. It keeps every rule.
    pub fn new(
        model: &'a Model,
        goals: &'a [Goal],
        start: Option<Seats>,
        control: &'a dyn SearchControl,
    ) -> Self {
        let initial = build_initial_plan(model, goals, control);
        let mut incumbent = Incumbent::new(model, goals, polish(model, goals, initial, control));
        if let Some(start) = start {
            incumbent.replace_if_better(model, goals, polish(model, goals, start, control));
        }
        if model.has_previous
            && let Some(near) = build_plan_near_previous(model)
        {
            incumbent.replace_if_better(model, goals, polish(model, goals, near, control));
        }
        Self::from_incumbent(model, goals, incumbent, control)
    }

    /// Starts from a given plan.
    pub fn from_plan(
        model: &'a Model,
        goals: &'a [Goal],
        seats: Seats,
        control: &'a dyn SearchControl,
    ) -> Self {
        let seats = polish(model, goals, seats, control);
        Self::from_incumbent(model, goals, Incumbent::new(model, goals, seats), control)
    }

    fn from_incumbent(
        model: &'a Model,
        goals: &'a [Goal],
        incumbent: Incumbent,
        control: &'a dyn SearchControl,
    ) -> Self {
        report_plan(control, model, goals, &incumbent);
        let fits = is_small(model) && model.offers.len() <= MAX_OFFERS;
        let mut master = fits.then(|| MasterProblem::new(model, &incumbent.seats));
        if let Some(master) = &mut master
            && model.offers.iter().any(|offer| offer.is_required)
        {
            master.require_open_offers();
        }
        Self {
            model,
            goals,
            control,
            master,
            node_limit: FIRST_NODE_LIMIT,
            incumbent,
        }
    }

    /// Continues from a better plan.
    pub fn start_from(&mut self, seats: Seats) {
        let seats = polish(self.model, self.goals, seats, self.control);
        self.incumbent.replace(self.model, self.goals, seats);
        report_plan(self.control, self.model, self.goals, &self.incumbent);
        if let Some(master) = &mut self.master {
            master.set_start_plan(&self.incumbent.seats);
        }
    }

    /// Runs one pass over the first `goals` goals that lack a proof. Returns whether another pass may improve
    /// the result.
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
