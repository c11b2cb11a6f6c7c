//! Several slots: goal after goal, each held while the next is pursued. A first plan by flows, a bound by
//! the linear program of `master`, and where they differ, branching, each better plan polished by flows.

use super::Watch;
use super::master::{Master, share_of};
use super::model::{Model, NONE, Seats};
use super::standing::{Goal, values};
use super::start::{first_plan, polish};

/// Branches of one goal in the first pass; later passes take more.
const FIRST_BRANCHES: usize = 60;
/// Branches of one goal, at most.
const MOST_BRANCHES: usize = 100_000_000;
/// What the linear program takes on: people times offers, and offers.
const LARGEST: (usize, usize) = (6_000_000, 700);
/// One in so many undecided seats is decided at each step of a dive.
const DIVE_SHARE: usize = 6;
/// Share of a column from which on it counts as whole.
const WHOLE: f64 = 0.999;

/// The best plan found, and what is known of better ones.
#[derive(Debug, Clone)]
pub(super) struct Staged {
    pub seats: Seats,
    pub values: Vec<i64>,
    /// For each goal: no plan that is as good in the goals before has a smaller value.
    pub bounds: Vec<i64>,
}

impl Staged {
    /// Whether the first goals, so many of them, cannot be bettered.
    pub fn proven(&self, goals: usize) -> bool {
        self.values
            .iter()
            .zip(&self.bounds)
            .take(goals)
            .all(|(value, bound)| value == bound)
    }
}

/// Solves goal after goal, in as many passes as it takes.
pub(super) fn solve(model: &Model, goals: &[Goal], watch: &dyn Watch) -> Staged {
    let mut search = Search::new(model, goals, watch);
    while search.pass(goals.len()) {}
    search.staged
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
        let staged = Staged {
            values: values(model, goals, &seats),
            bounds: goals.iter().map(|goal| goal.floor(model)).collect(),
            seats,
        };
        let fits = model.people.len().saturating_mul(model.offers.len()) <= LARGEST.0
            && model.offers.len() <= LARGEST.1;
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
        };
        stages.pass(goals, self.branches);
        self.staged = stages.staged;
        self.master = Some(stages.master);
        self.branches *= 8;
        true
    }
}

struct Stages<'a> {
    model: &'a Model,
    goals: &'a [Goal],
    watch: &'a dyn Watch,
    master: Master<'a>,
    staged: Staged,
    /// Branches left for this goal.
    left: usize,
}

impl Stages<'_> {
    /// Holds each goal at the best value known, after a look for better ones where it is not proven.
    fn pass(&mut self, goals: usize, branches: usize) {
        let mut stage = 0;
        while stage < goals {
            let goal = self.goals[stage];
            let before = self.staged.values.clone();
            if self.staged.bounds[stage] < self.staged.values[stage] {
                self.left = branches;
                self.dive(stage);
                let bound = self.branch(stage).min(self.staged.values[stage]);
                self.staged.bounds[stage] = self.staged.bounds[stage].max(bound);
            }
            self.watch.progress(
                &name(goal),
                self.staged.values[stage],
                self.staged.bounds[stage],
            );
            if self.watch.stop() {
                return;
            }
            // A better plan may have improved a goal held before, if that was not proven.
            let changed = (0..stage).find(|&i| before[i] != self.staged.values[i]);
            if let Some(changed) = changed {
                for later in changed + 1..self.goals.len() {
                    self.staged.bounds[later] = self.goals[later].floor(self.model);
                }
                stage = changed;
            }
            self.master
                .hold(self.goals[stage], self.staged.values[stage]);
            if self.goals[stage] == Goal::Missing && self.staged.values[stage] == 0 {
                self.hold_open();
            }
            stage += 1;
        }
    }

    /// Offers with a fixed seat take place.
    fn hold_open(&mut self) {
        for offer in 0..self.model.offers.len() {
            if self.model.offers[offer].held && self.model.offers[offer].min > 1 {
                self.master.demand_minimum(offer, true);
            }
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

    /// What to ban so that the seats that are nearly decided are.
    fn clearest(&self, shares: &[Vec<Shares>]) -> Vec<(usize, usize, usize)> {
        let mut open: Vec<(f64, usize, usize, usize)> = Vec::new();
        for (unit, decisions) in shares.iter().enumerate() {
            for (decision, share) in decisions.iter().enumerate() {
                let most = share
                    .iter()
                    .map(|(&offer, &part)| (part, offer))
                    .max_by(|a, b| a.0.total_cmp(&b.0).then(b.1.cmp(&a.1)));
                if let Some((part, offer)) = most.filter(|&(part, _)| part < WHOLE) {
                    open.push((part, unit, decision, offer));
                }
            }
        }
        open.sort_by(|a, b| b.0.total_cmp(&a.0).then((a.1, a.2).cmp(&(b.1, b.2))));
        let some = (open.len() / DIVE_SHARE).max(1);
        open.iter()
            .take(some)
            .flat_map(|&(_, unit, decision, offer)| self.others(unit, decision, offer))
            .collect()
    }

    /// Explores the plans that no ban excludes, depth first. Returns a bound for all of them.
    fn branch(&mut self, stage: usize) -> i64 {
        let goal = self.goals[stage];
        let outcome = self
            .master
            .minimise(goal, self.staged.values[stage], self.watch);
        let bound = outcome.bound.max(self.staged.bounds[stage]);
        if !outcome.solved || bound >= self.staged.values[stage] || self.left == 0 {
            return bound;
        }
        self.left -= 1;
        let shares = self.master.shares();
        match self.undecided(&shares) {
            None => {
                let seats = self.rounded(&shares);
                self.adopt(stage, seats);
                bound
            }
            Some(Split::Offer { offer, open_first }) => {
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
            Some(Split::Seat {
                unit,
                decision,
                offer,
            }) => {
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

    fn users(&self, offer: usize) -> Vec<(usize, usize, usize)> {
        let slot = self.model.offers[offer].slot;
        (0..self.model.people.len())
            .map(|person| (person, slot, offer))
            .collect()
    }

    /// Every seat of the decision but one.
    fn others(&self, unit: usize, decision: usize, offer: usize) -> Vec<(usize, usize, usize)> {
        let decision = &self.model.units[unit].decisions[decision];
        let choices = self.model.offers_in[decision.slot]
            .iter()
            .copied()
            .chain(std::iter::once(NONE));
        choices
            .filter(|&choice| choice != offer)
            .flat_map(|choice| {
                decision
                    .people
                    .iter()
                    .map(move |&person| (person, decision.slot, choice))
            })
            .collect()
    }

    /// What to branch on: an offer below its minimum, or else the seat that is closest to decided.
    fn undecided(&self, shares: &[Vec<Shares>]) -> Option<Split> {
        let mut loads = vec![0.0; self.model.offers.len()];
        let mut split: Option<(f64, Split)> = None;
        for (unit, decisions) in shares.iter().enumerate() {
            for (decision, share) in decisions.iter().enumerate() {
                let people = self.model.units[unit].decisions[decision].people.len();
                for (&offer, &part) in share {
                    if offer != NONE {
                        loads[offer] += part * share_of(people);
                    }
                    if part > 1.0 - WHOLE
                        && part < WHOLE
                        && split.as_ref().is_none_or(|&(best, ref at)| {
                            // Ties go to the first, for the order within a map is not fixed.
                            part > best + 1e-9
                                || (part > best - 1e-9 && at.follows(unit, decision, offer))
                        })
                    {
                        split = Some((
                            part,
                            Split::Seat {
                                unit,
                                decision,
                                offer,
                            },
                        ));
                    }
                }
            }
        }
        let short = |offer: usize| {
            let min = f64::from(self.model.offers[offer].min);
            (loads[offer] > 1.0 - WHOLE && loads[offer] < min - 1e-3).then(|| min - loads[offer])
        };
        let offers =
            (0..self.model.offers.len()).filter_map(|offer| short(offer).map(|lack| (lack, offer)));
        if let Some((lack, offer)) = offers.max_by(|a, b| a.0.total_cmp(&b.0)) {
            let open_first = 2.0 * lack < f64::from(self.model.offers[offer].min);
            return Some(Split::Offer { offer, open_first });
        }
        split.map(|(_, split)| split)
    }

    fn rounded(&self, shares: &[Vec<Shares>]) -> Seats {
        let mut seats = self.model.nobody_seated();
        for (unit, decisions) in self.model.units.iter().zip(shares) {
            for (decision, share) in unit.decisions.iter().zip(decisions) {
                let most = share.iter().max_by(|a, b| a.1.total_cmp(b.1));
                for &person in &decision.people {
                    seats[self.model.at(person, decision.slot)] =
                        most.map_or(NONE, |(&offer, _)| offer);
                }
            }
        }
        seats
    }

    /// Takes over a plan if it is better, polished.
    fn adopt(&mut self, stage: usize, seats: Seats) {
        let value = values(self.model, self.goals, &seats);
        if value[..=stage] >= self.staged.values[..=stage] {
            return;
        }
        let seats = polish(self.model, self.goals, seats, self.watch);
        self.staged.values = values(self.model, self.goals, &seats);
        self.staged.seats = seats;
        self.master.set_start(&self.staged.seats);
        self.watch.progress(
            &name(self.goals[stage]),
            self.staged.values[stage],
            self.staged.bounds[stage],
        );
    }
}

type Shares = std::collections::HashMap<usize, f64>;

#[derive(Debug, Clone, Copy)]
enum Split {
    Offer {
        offer: usize,
        open_first: bool,
    },
    Seat {
        unit: usize,
        decision: usize,
        offer: usize,
    },
}

impl Split {
    fn follows(self, unit: usize, decision: usize, offer: usize) -> bool {
        matches!(self, Split::Seat { unit: u, decision: d, offer: o } if (u, d, o) > (unit, decision, offer))
    }
}

/// What a person who watches reads.
pub(super) fn name(goal: Goal) -> String {
    match goal {
        Goal::Missing => "fixed seats missing".into(),
        Goal::Empty => "seats empty".into(),
        Goal::EmptyWishes => "seats empty of people with wishes".into(),
        Goal::Standing(level) => format!("people with best wish on level {level}"),
        Goal::Level(level) => format!("seats on level {level}"),
        Goal::Granted(rank) => format!("seats of rank {rank}, negated"),
        Goal::Spread => "pairs of one organisation".into(),
        Goal::Changed => "seats changed".into(),
    }
}
