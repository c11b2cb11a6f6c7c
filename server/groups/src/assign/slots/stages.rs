//! One pass over the goals: bound, dive, branch, hold.

use super::super::Progress;
use super::super::master::Master;
use super::super::model::{Model, Seats};
use super::super::standing::{Goal, values};
use super::super::start::polish;
use super::Staged;
use super::split::Split;
use crate::Watch;

/// Branches within one another, at most: a bound for the stack.
const DEEPEST: usize = 1_000;

pub(super) struct Stages<'a> {
    pub model: &'a Model,
    pub goals: &'a [Goal],
    pub watch: &'a dyn Watch,
    pub master: Master<'a>,
    pub staged: Staged,
    /// Branches left for this goal.
    pub left: usize,
    /// Branches that the one being looked at lies in.
    pub depth: usize,
}

impl Stages<'_> {
    /// Holds each goal at the best value known, after a look for better ones where it is not proven.
    pub fn pass(&mut self, goals: usize, branches: usize) {
        let mut stage = 0;
        while stage < goals {
            let goal = self.goals[stage];
            let before = self.staged.values.clone();
            let mut changed = None;
            if self.staged.bounds[stage] < self.staged.values[stage] {
                // They were held in a pass before this one, or before a better plan was known.
                self.master.release(&self.goals[stage..]);
                self.left = branches;
                self.dive(stage);
                let bound = self.branch(stage).min(self.staged.values[stage]);
                changed = (0..stage).find(|&i| before[i] != self.staged.values[i]);
                if changed.is_none() {
                    self.staged.bounds[stage] = self.staged.bounds[stage].max(bound);
                }
            }
            Progress::tell(
                self.watch,
                goal,
                self.staged.values[stage],
                self.staged.bounds[stage],
            );
            if self.watch.stop() {
                return;
            }
            // A better plan may have improved a goal held before, if that was not proven.
            stage = changed.unwrap_or(stage);
            self.master
                .hold(self.goals[stage], self.staged.values[stage]);
            if self.goals[stage] == Goal::Missing && self.staged.values[stage] == 0 {
                self.master.hold_open();
            }
            stage += 1;
        }
    }

    /// Goes straight down to one plan, deciding several seats at a time: the quick way to a good one.
    fn dive(&mut self, stage: usize) {
        let mut banned = Vec::new();
        let mut opened = Vec::new();
        loop {
            let outcome =
                self.master
                    .minimise(self.goals[stage], self.staged.values[stage], self.watch);
            if banned.is_empty() && opened.is_empty() {
                self.staged.bounds[stage] =
                    self.staged.bounds[stage].max(outcome.bound.min(self.staged.values[stage]));
            }
            if !outcome.solved || outcome.bound >= self.staged.values[stage] {
                break;
            }
            let shares = self.master.shares();
            let bans = match self.undecided(&shares) {
                None => {
                    let seats = self.rounded(&shares);
                    self.adopt(stage, seats);
                    break;
                }
                Some(Split::Offer {
                    offer,
                    open_first: true,
                }) => {
                    self.master.demand_minimum(offer, true);
                    opened.push(offer);
                    continue;
                }
                Some(Split::Offer {
                    offer,
                    open_first: false,
                }) => self.users(offer),
                Some(Split::Seat { .. }) => self.clearest(&shares),
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
            self.master.demand_minimum(offer, false);
        }
    }

    /// Explores the plans that no ban excludes, depth first. Returns a bound for all of them.
    fn branch(&mut self, stage: usize) -> i64 {
        let goal = self.goals[stage];
        let outcome = self
            .master
            .minimise(goal, self.staged.values[stage], self.watch);
        let bound = outcome.bound.max(self.staged.bounds[stage]);
        if !outcome.solved
            || bound >= self.staged.values[stage]
            || self.left == 0
            || self.depth == DEEPEST
        {
            return bound;
        }
        self.left -= 1;
        self.depth += 1;
        let split = {
            // Not kept while going deeper: it holds a map for every decision.
            let shares = self.master.shares();
            let split = self.undecided(&shares);
            if split.is_none() {
                let seats = self.rounded(&shares);
                self.adopt(stage, seats);
            }
            split
        };
        let found = split.map_or(bound, |split| self.branch_on(stage, split, bound));
        self.depth -= 1;
        found
    }

    fn branch_on(&mut self, stage: usize, split: Split, bound: i64) -> i64 {
        match split {
            Split::Offer { offer, open_first } => {
                let mut least = i64::MAX;
                for open in [open_first, !open_first] {
                    if self.staged.values[stage] <= bound {
                        break;
                    }
                    let found = if open {
                        self.with_open(stage, offer)
                    } else {
                        self.without(stage, &self.users(offer))
                    };
                    least = least.min(found.max(bound));
                }
                least.min(self.staged.values[stage])
            }
            Split::Seat {
                unit,
                decision,
                offer,
            } => {
                let others = self.others(unit, decision, offer);
                let first = self.without(stage, &others).max(bound);
                if self.staged.values[stage] <= bound {
                    return bound;
                }
                let decision = &self.model.units[unit].decisions[decision];
                let here: Vec<_> = decision
                    .people
                    .iter()
                    .map(|&person| (person, decision.slot, offer))
                    .collect();
                let second = self.without(stage, &here).max(bound);
                first.min(second)
            }
        }
    }

    fn without(&mut self, stage: usize, seats: &[(usize, usize, usize)]) -> i64 {
        for &(person, slot, offer) in seats {
            self.master.bans.ban(person, slot, offer);
        }
        let bound = self.branch(stage);
        for &(person, slot, offer) in seats {
            self.master.bans.unban(person, slot, offer);
        }
        bound
    }

    fn with_open(&mut self, stage: usize, offer: usize) -> i64 {
        self.master.demand_minimum(offer, true);
        let bound = self.branch(stage);
        self.master.demand_minimum(offer, false);
        bound
    }

    /// Takes over a plan if it is better, polished.
    fn adopt(&mut self, stage: usize, seats: Seats) {
        let value = values(self.model, self.goals, &seats);
        // What the linear program takes for whole may be a little less.
        if value[..=stage] >= self.staged.values[..=stage] || !self.model.keeps_limits(&seats) {
            return;
        }
        let seats = polish(self.model, self.goals, seats, self.watch);
        self.staged.take(self.model, self.goals, seats);
        self.master.set_start(&self.staged.seats);
        Progress::tell(
            self.watch,
            self.goals[stage],
            self.staged.values[stage],
            self.staged.bounds[stage],
        );
    }
}
