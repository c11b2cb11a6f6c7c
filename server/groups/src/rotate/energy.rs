//! What the search minimises: one number for all goals, each weighing about a dozen times the next, so that cooling
//! settles them one after the other. (Plans are compared by their exact [`super::plan::Rank`], not by this number.)

#![expect(
    clippy::cast_precision_loss,
    clippy::cast_possible_wrap,
    reason = "weights and counts are small"
)]

use super::board::Board;
use super::bounds::Bounds;
use super::plan::Quality;
use super::problem::{Goal, Index, Problem};
use super::rules::ABSENT;

/// Weight of the last goal.
const LAST: i32 = 24;

/// Prices of everything that can change.
#[derive(Clone, Debug)]
pub struct Weights {
    /// By pair cell ([`Board::cells`]): what one more time together costs.
    meet: Vec<i32>,
    /// By pair cell: what one time less together costs.
    part: Vec<i32>,
    /// By topics seen: the shortfall's price.
    seen: Vec<i64>,
    /// By people met: the shortfall's price.
    met: Vec<i64>,
    counts_people_met: bool,
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
            meet: vec![0; 256],
            part: vec![0; 256],
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

    /// Change of the price when two people of different tables exchange seats. Nothing moves.
    #[inline]
    pub fn of_swap(&self, board: &Board<'_>, round: Index, one: u16, other: u16) -> i64 {
        let (here, there) = (board.seat(round, one), board.seat(round, other));
        let people = board.setting.people;
        let one_row = &board.cells[usize::from(one) * people..][..people];
        let other_row = &board.cells[usize::from(other) * people..][..people];
        let mut sum = 0_i64;
        for &third in board.list(round, here) {
            let third = usize::from(third);
            sum += i64::from(
                self.part[usize::from(one_row[third])] + self.meet[usize::from(other_row[third])],
            );
        }
        for &third in board.list(round, there) {
            let third = usize::from(third);
            sum += i64::from(
                self.meet[usize::from(one_row[third])] + self.part[usize::from(other_row[third])],
            );
        }
        // Counted above although it is no pair: each with oneself (cell 0), and the two with one another twice.
        let mutual = usize::from(one_row[usize::from(other)]);
        sum -= i64::from(2 * self.part[0] + 2 * self.meet[mutual]);
        if self.counts_people_met {
            sum += self.people_met_by_swap(board, round, one, other);
        }
        sum + self.of_person(board, round, one, there) + self.of_person(board, round, other, here)
    }

    /// The price of people met too few, for everyone at the tables of two people who exchange seats.
    fn people_met_by_swap(&self, board: &Board<'_>, round: Index, one: u16, other: u16) -> i64 {
        let people = board.setting.people;
        let mut sum = 0;
        let mut net = [0_isize; 2];
        for (leaver, comer) in [(one, other), (other, one)] {
            let leaver_row = &board.cells[usize::from(leaver) * people..][..people];
            let comer_row = &board.cells[usize::from(comer) * people..][..people];
            let (mut lost, mut won) = (0_isize, 0_isize);
            for &third in board
                .list(round, board.seat(round, leaver))
                .iter()
                .filter(|third| **third != leaver)
            {
                let third = usize::from(third);
                // A cell of 2: together once, now. A cell of 0: never so far, and of another organisation.
                let (parts, meets) = (leaver_row[third] == 2, comer_row[third] == 0);
                lost += isize::from(parts);
                won += isize::from(meets);
                if parts != meets {
                    let met = usize::from(board.met[third]);
                    sum += self.met[met + usize::from(meets) - usize::from(parts)] - self.met[met];
                }
            }
            net[usize::from(leaver == other)] -= lost;
            net[usize::from(comer == other)] += won;
        }
        for (person, net) in [one, other].into_iter().zip(net) {
            let met = usize::from(board.met[usize::from(person)]);
            sum += self.met[met.saturating_add_signed(net)] - self.met[met];
        }
        sum
    }

    /// Change of the price when `going` (all at `here`) and `coming` (all at `there`) exchange tables.
    pub fn of_exchange(
        &self,
        board: &Board<'_>,
        round: Index,
        going: &[u16],
        coming: &[u16],
        here: u16,
        there: u16,
    ) -> i64 {
        let people = board.setting.people;
        let mut sum = 0;
        for (movers, from, to, meeting) in
            [(going, here, there, coming), (coming, there, here, going)]
        {
            for &person in movers {
                let row = &board.cells[usize::from(person) * people..][..people];
                for third in board
                    .list(round, from)
                    .iter()
                    .filter(|third| !movers.contains(third))
                {
                    sum += i64::from(self.part[usize::from(row[usize::from(*third)])]);
                }
                for third in board
                    .list(round, to)
                    .iter()
                    .filter(|third| !meeting.contains(third))
                {
                    sum += i64::from(self.meet[usize::from(row[usize::from(*third)])]);
                }
                sum += self.of_person(board, round, person, to);
            }
        }
        if self.counts_people_met {
            sum += self.people_met(board, round, going, coming, here, there);
        }
        sum
    }

    /// The mover's own part: topics, and the seat before.
    #[inline]
    fn of_person(&self, board: &Board<'_>, round: Index, person: u16, to: u16) -> i64 {
        let setting = board.setting;
        let index = usize::from(person);
        let seat = setting.at(round, index);
        let from = board.seats[seat];
        let mut sum = 0;
        if self.counts_topics && !setting.is_host[index] {
            let (old, new) = (
                setting.topic_of[usize::from(from)],
                setting.topic_of[usize::from(to)],
            );
            if old != new {
                let row = &board.topic_rounds[index * setting.topics..];
                let seen = usize::from(board.seen[index]);
                let after = seen + usize::from(row[usize::from(new)] == 0)
                    - usize::from(row[usize::from(old)] == 1);
                sum += self.seen[after] - self.seen[seen];
            }
        }
        if self.changed != 0 && setting.previous[seat] != ABSENT {
            let before = setting.previous[seat];
            let now = i64::from(board.moved[index]);
            let then = now - i64::from(from != before) + i64::from(to != before);
            sum += (i64::from(then > 0) - i64::from(now > 0)) * self.changed
                + (then - now) * self.moved_seat;
        }
        sum
    }

    /// The price of people met too few, for everyone at the two tables.
    fn people_met(
        &self,
        board: &Board<'_>,
        round: Index,
        going: &[u16],
        coming: &[u16],
        here: u16,
        there: u16,
    ) -> i64 {
        let people = board.setting.people;
        let mut sum = 0;
        let change =
            |person: u16, leaves: &[u16], skip: &[u16], meets: &[u16], besides: &[u16]| -> i64 {
                let row = &board.cells[usize::from(person) * people..][..people];
                let lost = leaves
                    .iter()
                    .filter(|third| row[usize::from(**third)] == 2 && !skip.contains(third))
                    .count();
                let won = meets
                    .iter()
                    .filter(|third| {
                        row[usize::from(**third)] == 0
                            && **third != person
                            && !besides.contains(third)
                    })
                    .count();
                let met = usize::from(board.met[usize::from(person)]);
                self.met[met + won - lost] - self.met[met]
            };
        let (one_list, other_list) = (board.list(round, here), board.list(round, there));
        for &person in one_list {
            sum += if going.contains(&person) {
                change(person, one_list, going, other_list, coming)
            } else {
                change(person, going, &[], coming, &[])
            };
        }
        for &person in other_list {
            sum += if coming.contains(&person) {
                change(person, other_list, coming, one_list, going)
            } else {
                change(person, coming, &[], going, &[])
            };
        }
        sum
    }
}
