//! One pass over the goals: bound, dive and branch for each, then fix its value.

use super::super::goals::{Goal, values};
use super::super::incumbent::Incumbent;
use super::super::initial_plan::polish;
use super::super::master::MasterProblem;
use super::super::model::{Model, Seats};
use super::super::report::{report, report_plan};
use super::branching::{self, Branching};
use crate::SearchControl;

/// Limit of the depth of the search tree. It bounds the stack.
const MAX_DEPTH: usize = 1_000;

pub(super) struct GoalPass<'a> {
    pub model: &'a Model,
    pub goals: &'a [Goal],
    pub control: &'a dyn SearchControl,
    pub master: MasterProblem<'a>,
    pub incumbent: Incumbent,
    /// Nodes left for this goal.
    pub nodes_left: usize,
    /// Depth of the current node.
    pub depth: usize,
}

impl GoalPass<'_> {
    /// Fixes each goal at its best known value. A goal without proof is searched first.
    pub fn pass(&mut self, goals: usize, node_limit: usize) {
        let mut goal_index = 0;
        while goal_index < goals {
            let goal = self.goals[goal_index];
            let before = self.incumbent.values.clone();
            let mut changed = None;
            if self.incumbent.bounds[goal_index] < self.incumbent.values[goal_index] {
                // An earlier pass may have fixed these goals, or the incumbent may have improved since.
                self.master.release_goals(&self.goals[goal_index..]);
                self.nodes_left = node_limit;
                self.dive(goal_index);
                let bound = self
                    .branch(goal_index)
                    .min(self.incumbent.values[goal_index]);
                changed = (0..goal_index).find(|&i| before[i] != self.incumbent.values[i]);
                if changed.is_none() {
                    self.incumbent.bounds[goal_index] =
                        self.incumbent.bounds[goal_index].max(bound);
                }
            }
            report(
                self.control,
                goal,
                self.incumbent.values[goal_index],
                self.incumbent.bounds[goal_index],
            );
            if self.control.should_stop() {
                return;
            }
            // A new incumbent may improve an earlier goal that was fixed without proof.
            goal_index = changed.unwrap_or(goal_index);
            self.master
                .fix_goal(self.goals[goal_index], self.incumbent.values[goal_index]);
            if self.goals[goal_index] == Goal::MissingRequired
                && self.incumbent.values[goal_index] == 0
            {
                self.master.require_held_offers();
            }
            goal_index += 1;
        }
    }

    /// Diving heuristic: descends to one plan and fixes several seats at each step.
    fn dive(&mut self, goal_index: usize) {
        let mut banned = Vec::new();
        let mut opened = Vec::new();
        loop {
            let outcome = self.master.minimise(
                self.goals[goal_index],
                self.incumbent.values[goal_index],
                self.control,
            );
            if banned.is_empty() && opened.is_empty() {
                self.incumbent.bounds[goal_index] = self.incumbent.bounds[goal_index]
                    .max(outcome.bound.min(self.incumbent.values[goal_index]));
            }
            if !outcome.is_optimal || outcome.bound >= self.incumbent.values[goal_index] {
                break;
            }
            let fractions = self.master.seat_fractions();
            let bans = match branching::choose_branching(self.model, &fractions) {
                None => {
                    let seats = branching::round_fractions(self.model, &fractions);
                    self.update_incumbent(goal_index, seats);
                    break;
                }
                Some(Branching::Offer {
                    offer,
                    open_first: true,
                }) => {
                    self.master.require_minimum(offer, true);
                    opened.push(offer);
                    continue;
                }
                Some(Branching::Offer {
                    offer,
                    open_first: false,
                }) => branching::seats_of_offer(self.model, offer),
                Some(Branching::Seat { .. }) => branching::diving_bans(self.model, &fractions),
            };
            for &(person, slot, offer) in &bans {
                self.master.bans.ban(person, slot, offer);
            }
            banned.extend(bans);
        }
        for (person, slot, offer) in banned {
            self.master.bans.unban(person, slot, offer);
        }
        for offer in opened {
            self.master.require_minimum(offer, false);
        }
    }

    /// Explores, depth first, all plans that no ban excludes. Returns a lower bound for them.
    fn branch(&mut self, goal_index: usize) -> i64 {
        let goal = self.goals[goal_index];
        let outcome = self
            .master
            .minimise(goal, self.incumbent.values[goal_index], self.control);
        let bound = outcome.bound.max(self.incumbent.bounds[goal_index]);
        if !outcome.is_optimal
            || bound >= self.incumbent.values[goal_index]
            || self.nodes_left == 0
            || self.depth == MAX_DEPTH
        {
            return bound;
        }
        self.nodes_left -= 1;
        self.depth += 1;
        let branching = {
            // Dropped before the recursion: the fractions hold a map for every decision.
            let fractions = self.master.seat_fractions();
            let branching = branching::choose_branching(self.model, &fractions);
            if branching.is_none() {
                let seats = branching::round_fractions(self.model, &fractions);
                self.update_incumbent(goal_index, seats);
            }
            branching
        };
        let found = branching.map_or(bound, |branching| {
            self.branch_on(goal_index, branching, bound)
        });
        self.depth -= 1;
        found
    }

    fn branch_on(&mut self, goal_index: usize, branching: Branching, bound: i64) -> i64 {
        match branching {
            Branching::Offer { offer, open_first } => {
                let mut least = i64::MAX;
                for open in [open_first, !open_first] {
                    if self.incumbent.values[goal_index] <= bound {
                        break;
                    }
                    let found = if open {
                        self.branch_open(goal_index, offer)
                    } else {
                        self.branch_without(
                            goal_index,
                            &branching::seats_of_offer(self.model, offer),
                        )
                    };
                    least = least.min(found.max(bound));
                }
                least.min(self.incumbent.values[goal_index])
            }
            Branching::Seat {
                unit,
                decision,
                offer,
            } => {
                let other_choices = branching::other_choices(self.model, unit, decision, offer);
                let first = self.branch_without(goal_index, &other_choices).max(bound);
                if self.incumbent.values[goal_index] <= bound {
                    return bound;
                }
                let decision = &self.model.units[unit].decisions[decision];
                let here: Vec<_> = decision
                    .people
                    .iter()
                    .map(|&person| (person, decision.slot, offer))
                    .collect();
                let second = self.branch_without(goal_index, &here).max(bound);
                first.min(second)
            }
        }
    }

    fn branch_without(&mut self, goal_index: usize, seats: &[(usize, usize, usize)]) -> i64 {
        for &(person, slot, offer) in seats {
            self.master.bans.ban(person, slot, offer);
        }
        let bound = self.branch(goal_index);
        for &(person, slot, offer) in seats {
            self.master.bans.unban(person, slot, offer);
        }
        bound
    }

    fn branch_open(&mut self, goal_index: usize, offer: usize) -> i64 {
        self.master.require_minimum(offer, true);
        let bound = self.branch(goal_index);
        self.master.require_minimum(offer, false);
        bound
    }

    /// Polishes a plan and makes it the incumbent, if it is better.
    fn update_incumbent(&mut self, goal_index: usize, seats: Seats) {
        let value = values(self.model, self.goals, &seats);
        // A column that counts as integral may be slightly less than one, so the limits are checked.
        if value[..=goal_index] >= self.incumbent.values[..=goal_index]
            || !self.model.respects_limits(&seats)
        {
            return;
        }
        let seats = polish(self.model, self.goals, seats, self.control);
        self.incumbent.replace(self.model, self.goals, seats);
        self.master.set_start_plan(&self.incumbent.seats);
        report_plan(self.control, self.model, self.goals, &self.incumbent);
        report(
            self.control,
            self.goals[goal_index],
            self.incumbent.values[goal_index],
            self.incumbent.bounds[goal_index],
        );
    }
}
