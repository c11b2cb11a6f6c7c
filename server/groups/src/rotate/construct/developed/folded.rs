//! Base rounds with a symmetry of order three of their own.
//!
//! Multiplying all numbers by a cube root of one, or exchanging three copies in a circle, or both, maps differences to
//! differences. A base round that such a map leaves unchanged has a third of the freedom, and designs of block size four
//! often have one ("multipliers": Handbook of Combinatorial Designs, VI.16). Places and seats then come in circles of three,
//! or alone; circles change seats as a whole.

#![expect(
    clippy::cast_possible_truncation,
    reason = "places are bounded far below u16::MAX"
)]

use super::super::super::anneal::cooling::Cooling;
use super::super::super::random::Random;
use super::kinds::Kinds;
use super::{Golf, Shape};

/// A shape and the map that its base round is to be unchanged under.
#[derive(Clone, Debug)]
pub struct Fold {
    pub shape: Shape,
    /// Where the map sends each place.
    image: Vec<u16>,
}

impl Fold {
    /// All maps of order three for a shape with one base round that is turned by a cyclic group.
    pub fn all(golf: Golf, shape: &Shape) -> Vec<Self> {
        let order = shape.group.order();
        let places = golf.tables * golf.size;
        let turned = shape.copies * order;
        let mut folds = Vec::new();
        for root in (1..order).filter(|root| root * root % order * root % order == 1 % order) {
            for circles in [true, false] {
                for fixed_circles in [true, false] {
                    if (circles && !shape.copies.is_multiple_of(3))
                        || (fixed_circles && (!shape.fixed.is_multiple_of(3) || shape.fixed == 0))
                        || (!circles && root == 1)
                    {
                        continue;
                    }
                    let next = |index: usize, turns: bool| {
                        if turns {
                            index / 3 * 3 + (index + 1) % 3
                        } else {
                            index
                        }
                    };
                    let image = |place: usize| {
                        if place >= turned {
                            return turned + next(place - turned, fixed_circles);
                        }
                        next(place / order, circles) * order + place % order * root % order
                    };
                    folds.push(Self {
                        shape: shape.clone(),
                        image: (0..places).map(|place| image(place) as u16).collect(),
                    });
                }
            }
        }
        folds
    }
}

/// One attempt to find a base round unchanged under a map.
#[derive(Clone, Debug)]
pub struct Folding {
    golf: Golf,
    fold: Fold,
    kinds: Kinds,
    /// Seats in circles of three, or alone.
    circles: Vec<Vec<usize>>,
    circle_of: Vec<usize>,
    /// The place at each seat, table by table.
    seated: Vec<u16>,
    absent: Vec<bool>,
    times: Vec<u16>,
    cost: i64,
    cooling: Cooling,
}

impl Folding {
    /// A base round at random; `None` where the circles do not fill the tables.
    pub fn new(golf: Golf, fold: Fold, patience: u64, random: &mut Random) -> Option<Self> {
        let places = golf.tables * golf.size;
        let image = |place: usize| usize::from(fold.image[place]);
        let mut alone: Vec<usize> = (0..places).filter(|&place| image(place) == place).collect();
        let mut leaders: Vec<usize> = (0..places)
            .filter(|&place| image(place) > place && image(image(place)) > place)
            .collect();
        random.shuffle(&mut alone);
        random.shuffle(&mut leaders);
        let circles = circles_of_seats(golf, alone.len(), random)?;
        let mut folding = Self {
            kinds: Kinds::of(&fold.shape, places),
            circle_of: vec![0; places],
            seated: vec![0; places],
            absent: vec![true; places],
            times: Vec::new(),
            cost: 0,
            cooling: Cooling::new(3.0, 0.5, 1_000 * circles.len() as u64 * patience),
            golf,
            fold,
            circles,
        };
        folding.times = vec![0; folding.kinds.number];
        folding.times[0] = 1;
        for circle in 0..folding.circles.len() {
            let place = if folding.circles[circle].len() == 1 {
                alone.pop()
            } else {
                leaders.pop()
            }?;
            for seat in folding.circles[circle].clone() {
                folding.circle_of[seat] = circle;
            }
            folding.seat_circle(circle, place as u16);
        }
        (alone.is_empty() && leaders.is_empty()).then_some(folding)
    }

    pub const fn is_over(&self) -> bool {
        self.cooling.is_over()
    }

    pub const fn is_found(&self) -> bool {
        self.cost == 0
    }

    /// Exchanges two circles of the same length, one of them turned; or turns one.
    pub fn propose(&mut self, random: &mut Random) {
        let patience = self.cooling.patience(random);
        let one = random.below(self.circles.len());
        let other = random.below(self.circles.len());
        if self.circles[one].len() != self.circles[other].len() {
            return;
        }
        let before = self.cost;
        let place = |folding: &Self, circle: usize| folding.seated[folding.circles[circle][0]];
        let (first, second) = (place(self, one), place(self, other));
        let turned =
            (0..random.below(3)).fold(second, |place, _| self.fold.image[usize::from(place)]);
        self.lift_circle(one);
        if one != other {
            self.lift_circle(other);
            self.seat_circle(other, first);
        }
        self.seat_circle(one, turned);
        if self.cost - before > patience {
            self.lift_circle(one);
            if one != other {
                self.lift_circle(other);
                self.seat_circle(other, second);
            }
            self.seat_circle(one, first);
        }
    }

    fn seat_circle(&mut self, circle: usize, mut place: u16) {
        for index in 0..self.circles[circle].len() {
            let seat = self.circles[circle][index];
            self.seated[seat] = place;
            self.count(seat, true);
            self.absent[seat] = false;
            place = self.fold.image[usize::from(place)];
        }
    }

    fn lift_circle(&mut self, circle: usize) {
        for index in 0..self.circles[circle].len() {
            let seat = self.circles[circle][index];
            self.absent[seat] = true;
            self.count(seat, false);
        }
    }

    fn count(&mut self, seat: usize, comes: bool) {
        let size = self.golf.size;
        let first = seat / size * size;
        for third in first..first + size {
            if third == seat || self.absent[third] {
                continue;
            }
            let kind = usize::from(self.kinds.kind(
                usize::from(self.seated[seat]),
                usize::from(self.seated[third]),
            ));
            // A difference that is its own opposite would occur twice.
            let weight = 1 + u16::from(self.kinds.halves[kind]);
            for _ in 0..weight {
                if comes {
                    self.cost += i64::from(self.times[kind] > 0);
                    self.times[kind] += 1;
                } else {
                    self.times[kind] -= 1;
                    self.cost -= i64::from(self.times[kind] > 0);
                }
            }
        }
    }

    /// All rounds: the base round, turned.
    pub fn rounds(&self) -> Vec<Vec<u16>> {
        let turned = |by: usize| {
            let mut round = vec![0; self.seated.len()];
            for (seat, &place) in self.seated.iter().enumerate() {
                round[self.fold.shape.turn(usize::from(place), by)] =
                    (seat / self.golf.size) as u16;
            }
            round
        };
        (0..self.fold.shape.group.order())
            .map(turned)
            .take(self.golf.rounds)
            .collect()
    }
}

/// Seats in circles: a table that the map leaves alone holds seats alone and circles of three; other tables come in
/// circles of three themselves, and their seats with them.
fn circles_of_seats(golf: Golf, mut alone: usize, random: &mut Random) -> Option<Vec<Vec<usize>>> {
    let Golf { tables, size, .. } = golf;
    let mut circles = Vec::new();
    let mut table = 0;
    while alone > 0 || !(tables - table).is_multiple_of(3) {
        let fitting: Vec<usize> = (0..=size.min(alone))
            .filter(|&count| (size - count).is_multiple_of(3) && (count > 0 || alone == 0))
            .collect();
        if fitting.is_empty() || table == tables {
            return None;
        }
        let count = fitting[random.below(fitting.len())];
        alone -= count;
        circles.extend((0..count).map(|seat| vec![table * size + seat]));
        circles.extend(
            (count..size)
                .step_by(3)
                .map(|seat| (0..3).map(|index| table * size + seat + index).collect()),
        );
        table += 1;
    }
    for first in (table..tables).step_by(3) {
        circles.extend((0..size).map(|seat| {
            (0..3)
                .map(|index| (first + index) * size + seat)
                .collect::<Vec<_>>()
        }));
    }
    Some(circles)
}
