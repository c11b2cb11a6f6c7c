//! Base rounds with a multiplier of order three.
//!
//! Multiplication by a cube root of one, a cyclic exchange of three copies, or both, maps differences to
//! differences. A base round that such a map preserves has a third of the freedom, and designs of block size
//! four often have one ("multipliers", Handbook of Combinatorial Designs, VI.16). Points and seats form
//! orbits of length three or one, and orbits change seats as a whole.

#![expect(
    clippy::cast_possible_truncation,
    reason = "points are bounded far below u16::MAX"
)]

use super::super::super::annealing::cooling::CoolingSchedule;
use super::super::super::random::Random;
use super::super::golfer::GolferInstance;
use super::difference_classes::DifferenceClasses;
use super::scheme::DevelopmentScheme;

/// A scheme with a map that preserves its base round.
#[derive(Clone, Debug)]
pub struct MultiplierScheme {
    pub scheme: DevelopmentScheme,
    /// Image of each point.
    image: Vec<u16>,
}

impl MultiplierScheme {
    /// All maps of order three for a scheme with one base round and a cyclic group.
    pub fn all(golfer: GolferInstance, scheme: &DevelopmentScheme) -> Vec<Self> {
        let order = scheme.group.order();
        let points = golfer.tables * golfer.size;
        let rotated = scheme.copies * order;
        let mut schemes = Vec::new();
        for root in (1..order).filter(|root| root * root % order * root % order == 1 % order) {
            for orbits in [true, false] {
                for fixed_orbits in [true, false] {
                    if (orbits && !scheme.copies.is_multiple_of(3))
                        || (fixed_orbits && (!scheme.fixed.is_multiple_of(3) || scheme.fixed == 0))
                        || (!orbits && root == 1)
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
                    let image = |point: usize| {
                        if point >= rotated {
                            return rotated + next(point - rotated, fixed_orbits);
                        }
                        next(point / order, orbits) * order + point % order * root % order
                    };
                    schemes.push(Self {
                        scheme: scheme.clone(),
                        image: (0..points).map(|point| image(point) as u16).collect(),
                    });
                }
            }
        }
        schemes
    }
}

/// A search for a base round that the map preserves.
#[derive(Clone, Debug)]
pub struct MultiplierSearch {
    golfer: GolferInstance,
    scheme: MultiplierScheme,
    classes: DifferenceClasses,
    /// Orbits of seats, of length three or one.
    orbits: Vec<Vec<usize>>,
    orbit_of: Vec<usize>,
    /// The point at each seat, table by table.
    points: Vec<u16>,
    absent: Vec<bool>,
    times: Vec<u16>,
    cost: i64,
    cooling: CoolingSchedule,
}

impl MultiplierSearch {
    /// A random base round. `None` if the orbits do not fill the tables.
    pub fn new(
        golfer: GolferInstance,
        scheme: MultiplierScheme,
        effort: u64,
        random: &mut Random,
    ) -> Option<Self> {
        let points = golfer.tables * golfer.size;
        let image = |point: usize| usize::from(scheme.image[point]);
        let mut alone: Vec<usize> = (0..points).filter(|&point| image(point) == point).collect();
        let mut leaders: Vec<usize> = (0..points)
            .filter(|&point| image(point) > point && image(image(point)) > point)
            .collect();
        random.shuffle(&mut alone);
        random.shuffle(&mut leaders);
        let orbits = seat_orbits(golfer, alone.len(), random)?;
        let mut search = Self {
            classes: DifferenceClasses::new(&scheme.scheme, points),
            orbit_of: vec![0; points],
            points: vec![0; points],
            absent: vec![true; points],
            times: Vec::new(),
            cost: 0,
            cooling: CoolingSchedule::new(3.0, 0.5, 1_000 * orbits.len() as u64 * effort),
            golfer,
            scheme,
            orbits,
        };
        search.times = vec![0; search.classes.count];
        search.times[0] = 1;
        for orbit in 0..search.orbits.len() {
            let point = if search.orbits[orbit].len() == 1 {
                alone.pop()
            } else {
                leaders.pop()
            }?;
            for seat in search.orbits[orbit].clone() {
                search.orbit_of[seat] = orbit;
            }
            search.seat_orbit(orbit, point as u16);
        }
        (alone.is_empty() && leaders.is_empty()).then_some(search)
    }

    pub const fn is_over(&self) -> bool {
        self.cooling.is_over()
    }

    pub const fn is_found(&self) -> bool {
        self.cost == 0
    }

    /// Exchanges two orbits of equal length, one of them rotated, or rotates one.
    pub fn propose(&mut self, random: &mut Random) {
        let threshold = self.cooling.threshold(random);
        let one = random.below(self.orbits.len());
        let other = random.below(self.orbits.len());
        if self.orbits[one].len() != self.orbits[other].len() {
            return;
        }
        let before = self.cost;
        let point = |search: &Self, orbit: usize| search.points[search.orbits[orbit][0]];
        let (first, second) = (point(self, one), point(self, other));
        let rotated =
            (0..random.below(3)).fold(second, |point, _| self.scheme.image[usize::from(point)]);
        self.remove_orbit(one);
        if one != other {
            self.remove_orbit(other);
            self.seat_orbit(other, first);
        }
        self.seat_orbit(one, rotated);
        if self.cost - before > threshold {
            self.remove_orbit(one);
            if one != other {
                self.remove_orbit(other);
                self.seat_orbit(other, second);
            }
            self.seat_orbit(one, first);
        }
    }

    fn seat_orbit(&mut self, orbit: usize, mut point: u16) {
        for index in 0..self.orbits[orbit].len() {
            let seat = self.orbits[orbit][index];
            self.points[seat] = point;
            self.count(seat, true);
            self.absent[seat] = false;
            point = self.scheme.image[usize::from(point)];
        }
    }

    fn remove_orbit(&mut self, orbit: usize) {
        for index in 0..self.orbits[orbit].len() {
            let seat = self.orbits[orbit][index];
            self.absent[seat] = true;
            self.count(seat, false);
        }
    }

    fn count(&mut self, seat: usize, is_added: bool) {
        let size = self.golfer.size;
        let first = seat / size * size;
        for third in first..first + size {
            if third == seat || self.absent[third] {
                continue;
            }
            let class = usize::from(self.classes.class(
                usize::from(self.points[seat]),
                usize::from(self.points[third]),
            ));
            // A difference of order two would occur twice.
            let weight = 1 + u16::from(self.classes.is_involution[class]);
            for _ in 0..weight {
                if is_added {
                    self.cost += i64::from(self.times[class] > 0);
                    self.times[class] += 1;
                } else {
                    self.times[class] -= 1;
                    self.cost -= i64::from(self.times[class] > 0);
                }
            }
        }
    }

    /// All rounds: the translates of the base round.
    pub fn rounds(&self) -> Vec<Vec<u16>> {
        let rotated = |by: usize| {
            let mut round = vec![0; self.points.len()];
            for (seat, &point) in self.points.iter().enumerate() {
                round[self.scheme.scheme.translate(usize::from(point), by)] =
                    (seat / self.golfer.size) as u16;
            }
            round
        };
        (0..self.scheme.scheme.group.order())
            .map(rotated)
            .take(self.golfer.rounds)
            .collect()
    }
}

/// Partitions seats into orbits. A table that the map preserves holds fixed seats and orbits of three. Other
/// tables form orbits of three, and so do their seats.
fn seat_orbits(
    golfer: GolferInstance,
    mut alone: usize,
    random: &mut Random,
) -> Option<Vec<Vec<usize>>> {
    let GolferInstance { tables, size, .. } = golfer;
    let mut orbits = Vec::new();
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
        orbits.extend((0..count).map(|seat| vec![table * size + seat]));
        orbits.extend(
            (count..size)
                .step_by(3)
                .map(|seat| (0..3).map(|index| table * size + seat + index).collect()),
        );
        table += 1;
    }
    for first in (table..tables).step_by(3) {
        orbits.extend((0..size).map(|seat| {
            (0..3)
                .map(|index| (first + index) * size + seat)
                .collect::<Vec<_>>()
        }));
    }
    Some(orbits)
}
