//! The energy that annealing minimises: one number for all goals.
//!
//! Each goal weighs about a dozen times the next, so that cooling settles them one after the other. Plans are
//! compared by their exact [`super::plan::Objective`], not by the energy.

#![expect(
    clippy::cast_precision_loss,
    clippy::cast_possible_truncation,
    clippy::cast_possible_wrap,
    reason = "weights and counts are small"
)]

pub mod delta;

use super::bounds::Bounds;
use super::plan::Quality;
use super::problem::{Goal, Problem};

/// Weight of the last goal.
const LAST_GOAL_WEIGHT: i32 = 24;

/// Costs of everything that a move can change.
#[derive(Clone, Debug)]
pub struct Weights {
    /// By pair cell ([`super::state::SeatingState::pair_cells`]): cost of one more meeting.
    meet_cost: Box<[i32; 256]>,
    /// By pair cell: cost of one meeting less.
    part_cost: Box<[i32; 256]>,
    /// By number of meetings, for people of different organisations and of one: total cost.
    cost_of_times: Vec<[i64; 2]>,
    /// By topics seen: cost of the shortfall.
    topics_cost: Vec<i64>,
    /// By people met: cost of the shortfall.
    people_met_cost: Vec<i64>,
    /// Whether the people met by each person count in this cycle.
    pub counts_people_met: bool,
    counts_topics: bool,
    /// Cost of one more meeting of a pair of past meetings, per weight; 0 if it does not count.
    met_cost: i64,
    changed_person_cost: i64,
    /// Cost of each seat that differs from the previous plan.
    changed_seat_cost: i64,
    /// Weights of the goals in order, which set the temperatures.
    pub by_goal: Vec<(Goal, f64)>,
    /// The smallest weight.
    pub smallest_weight: f64,
}

/// Targets of the smallest counts. Beyond them only sums count.
#[derive(Clone, Copy, Debug)]
pub struct Targets {
    pub topics: usize,
    pub people_met: usize,
}

impl Weights {
    /// Costs for the problem's order of goals. Each goal weighs `ratio` times the next.
    pub fn new(problem: &Problem, targets: Targets, ratio: i32) -> Self {
        let mut weights = Self {
            meet_cost: Box::new([0; 256]),
            part_cost: Box::new([0; 256]),
            cost_of_times: vec![[0; 2]; 128],
            topics_cost: vec![0; problem.topics.max(problem.rounds) + 2],
            people_met_cost: vec![0; problem.people.len() + 2],
            counts_people_met: false,
            counts_topics: false,
            met_cost: 0,
            changed_person_cost: 0,
            changed_seat_cost: 0,
            by_goal: Vec::new(),
            smallest_weight: f64::from(LAST_GOAL_WEIGHT),
        };
        let mut weight = LAST_GOAL_WEIGHT;
        let mut pair_cost = vec![0_i32; 256];
        for &goal in problem.order.iter().rev() {
            weights.by_goal.insert(0, (goal, f64::from(weight)));
            match goal {
                Goal::Topics => {
                    weights.counts_topics = true;
                    for (seen, price) in weights.topics_cost.iter_mut().enumerate() {
                        let short = targets.topics.saturating_sub(seen) as i64;
                        *price = i64::from(weight) * (2 * short * short - seen as i64);
                    }
                }
                Goal::Meetings => {
                    let repeat = weight / 3;
                    weights.counts_people_met = targets.people_met > 0;
                    for (cell, price) in pair_cost.iter_mut().enumerate() {
                        *price += if cell > 1 {
                            repeat
                        } else if cell & 1 == 0 {
                            -weight
                        } else {
                            0
                        };
                    }
                    for (met, price) in weights.people_met_cost.iter_mut().enumerate() {
                        let short = targets.people_met.saturating_sub(met) as i64;
                        *price = i64::from(weight / 12).max(1) * short * short.min(20);
                    }
                    weights.smallest_weight = weights.smallest_weight.min(f64::from(repeat));
                }
                Goal::Mix => pair_cost
                    .iter_mut()
                    .skip(1)
                    .step_by(2)
                    .for_each(|price| *price += weight),
                Goal::Met => weights.met_cost = i64::from(weight),
            }
            weight = weight.saturating_mul(ratio).min(1 << 20);
        }
        for (cell, &price) in pair_cost.iter().enumerate().take(254) {
            weights.meet_cost[cell] = price;
            weights.part_cost[cell + 2] = -price;
            let times = cell / 2;
            weights.cost_of_times[times + 1][cell % 2] =
                weights.cost_of_times[times][cell % 2] + i64::from(price);
        }
        weights.changed_person_cost = if problem.previous.is_some() {
            i64::from(weight) * 3
        } else {
            0
        };
        weights
    }

    /// Sets the cost of one changed person.
    pub const fn set_changed_person_cost(&mut self, cost: f64) {
        self.changed_person_cost = cost as i64;
    }

    /// Adds a small cost for every changed seat, so that people return seat by seat.
    pub const fn penalise_changed_seats(&mut self) {
        self.changed_seat_cost = self.changed_person_cost / 16;
    }

    /// Cost of one changed person; 0 without a previous plan.
    pub const fn changed_person_cost(&self) -> f64 {
        self.changed_person_cost as f64
    }

    /// A temperature at which even the first goal melts.
    pub fn hottest(&self) -> f64 {
        self.by_goal.first().map_or(0.0, |&(_, weight)| weight) * 0.5
    }

    /// Weight of the first goal that does not meet its bounds.
    pub fn first_open_weight(&self, quality: &Quality, bounds: &Bounds) -> f64 {
        let is_open = |goal: Goal| match goal {
            Goal::Topics => {
                (quality.topics_min, quality.topics_sum) != (bounds.topics_min, bounds.topics_sum)
            }
            Goal::Meetings => {
                quality.meetings != bounds.meetings || quality.repeats > bounds.repeats
            }
            Goal::Mix => quality.mix != bounds.mix,
            Goal::Met => Some(quality.met) != bounds.met,
        };
        let open = self.by_goal.iter().find(|&&(goal, _)| is_open(goal));
        open.map_or(self.smallest_weight, |&(_, weight)| weight)
    }
}
