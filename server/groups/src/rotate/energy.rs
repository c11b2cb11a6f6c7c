//! What the search minimises: one number for all goals, each weighing about a dozen times the next, so that cooling
//! settles them one after the other. (Plans are compared by their exact [`super::plan::Rank`], not by this number.)

#![expect(
    clippy::cast_precision_loss,
    clippy::cast_possible_wrap,
    reason = "weights and counts are small"
)]

mod price;

use super::bounds::Bounds;
use super::plan::Quality;
use super::problem::{Goal, Problem};

/// Weight of the last goal.
const LAST: i32 = 24;

/// Prices of everything that can change.
#[derive(Clone, Debug)]
pub struct Weights {
    /// By pair cell ([`super::board::Board::cells`]): what one more time together costs.
    meet: Box<[i32; 256]>,
    /// By pair cell: what one time less together costs.
    part: Box<[i32; 256]>,
    /// By times together, for people of different organisations and of one: what they cost in all.
    level: Vec<[i64; 2]>,
    /// By topics seen: the shortfall's price.
    seen: Vec<i64>,
    /// By people met: the shortfall's price.
    met: Vec<i64>,
    /// Do the people met by each count in this cycle?
    pub counts_people_met: bool,
    counts_topics: bool,
    changed: i64,
    /// Price of each seat that differs from the earlier plan.
    moved_seat: i64,
    /// Price of the goals in order, for choosing temperatures.
    pub scales: Vec<(Goal, f64)>,
    /// The smallest price.
    pub finest: f64,
}

/// What the smallest counts should reach; beyond it only sums matter.
#[derive(Clone, Copy, Debug)]
pub struct Targets {
    pub topics: usize,
    pub met: usize,
}

impl Weights {
    /// Prices for the problem's order of goals; each goal weighs `ratio` times the next.
    pub fn new(problem: &Problem, targets: Targets, ratio: i32) -> Self {
        let mut weights = Self {
            meet: Box::new([0; 256]),
            part: Box::new([0; 256]),
            level: vec![[0; 2]; 128],
            seen: vec![0; problem.topics.max(problem.rounds) + 2],
            met: vec![0; problem.people.len() + 2],
            counts_people_met: false,
            counts_topics: false,
            changed: 0,
            moved_seat: 0,
            scales: Vec::new(),
            finest: f64::from(LAST),
        };
        let mut scale = LAST;
        let mut first = vec![0_i32; 256];
        for &goal in problem.order.iter().rev() {
            weights.scales.insert(0, (goal, f64::from(scale)));
            match goal {
                Goal::Topics => {
                    weights.counts_topics = true;
                    for (seen, price) in weights.seen.iter_mut().enumerate() {
                        let short = targets.topics.saturating_sub(seen) as i64;
                        *price = i64::from(scale) * (2 * short * short - seen as i64);
                    }
                }
                Goal::Meetings => {
                    let repeat = scale / 3;
                    weights.counts_people_met = targets.met > 0;
                    for (cell, price) in first.iter_mut().enumerate() {
                        *price += if cell > 1 {
                            repeat
                        } else if cell & 1 == 0 {
                            -scale
                        } else {
                            0
                        };
                    }
                    for (met, price) in weights.met.iter_mut().enumerate() {
                        let short = targets.met.saturating_sub(met) as i64;
                        *price = i64::from(scale / 12).max(1) * short * short.min(20);
                    }
                    weights.finest = weights.finest.min(f64::from(repeat));
                }
                Goal::Mix => first
                    .iter_mut()
                    .skip(1)
                    .step_by(2)
                    .for_each(|price| *price += scale),
            }
            scale = scale.saturating_mul(ratio).min(1 << 20);
        }
        for (cell, &price) in first.iter().enumerate().take(254) {
            weights.meet[cell] = price;
            weights.part[cell + 2] = -price;
            let times = cell / 2;
            weights.level[times + 1][cell % 2] = weights.level[times][cell % 2] + i64::from(price);
        }
        weights.changed = if problem.previous.is_some() {
            i64::from(scale) * 3
        } else {
            0
        };
        weights
    }

    /// Lets every moved seat count a little, so that people drift home seat by seat.
    pub const fn pull_home(&mut self) {
        self.moved_seat = self.changed / 16;
    }

    /// Price of one changed person; 0 where no plan is repaired.
    pub const fn changed(&self) -> f64 {
        self.changed as f64
    }

    /// The first goal whose numbers do not yet meet their bounds, as its price.
    pub fn open_scale(&self, quality: &Quality, bounds: &Bounds) -> f64 {
        let is_open = |goal: Goal| match goal {
            Goal::Topics => {
                (quality.topics_min, quality.topics_sum) != (bounds.topics_min, bounds.topics_sum)
            }
            Goal::Meetings => {
                quality.meetings != bounds.meetings || quality.repeats > bounds.repeats
            }
            Goal::Mix => quality.mix != bounds.mix,
        };
        let open = self.scales.iter().find(|&&(goal, _)| is_open(goal));
        open.map_or(self.finest, |&(_, scale)| scale)
    }
}
