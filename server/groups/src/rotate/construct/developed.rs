//! Kirkman, nearly Kirkman and other resolvable designs, by development: find one round, and turn it.
//!
//! The places are c copies of the numbers modulo m (or of another commutative group) and f fixed ones. A base round is
//! turned m times, adding every number in turn: m rounds. A round may also be made of a few tables that are turned within
//! the round by a subgroup of order h and so fill it; it is then turned m/h times. Two places of copies i and j meet as often as the difference of their numbers occurs at the
//! tables before turning; so if every difference occurs at most once, nobody meets twice. That is Bose's method
//! of differences (*On the construction of balanced incomplete block designs*, Annals of Eugenics 9, 1939) applied to whole
//! rounds (Ray-Chaudhuri and Wilson, *Solution of Kirkman's schoolgirl problem*, 1971, use it for triples; so do most known
//! resolvable and group divisible designs of block size four). The base round is found by annealing, on a search space smaller
//! than the plan's by the factor m.

#![expect(
    clippy::cast_possible_truncation,
    reason = "places are bounded far below u16::MAX"
)]

use std::collections::HashMap;

use super::super::anneal::cooling::Cooling;
use super::super::random::Random;
use super::Pattern;
use super::group::Group;

/// Larger plans have so much freedom that they need no design, or so little hope that none is found.
const MOST_PLACES: usize = 400;

/// Tables, people at each, rounds without a repeat.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Golf {
    pub tables: usize,
    pub size: usize,
    pub rounds: usize,
}

/// One way to look for a design.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Shape {
    group: Group,
    copies: usize,
    fixed: usize,
    /// For each base round the order h of the subgroup that turns its tables within the round.
    within: Vec<usize>,
}

/// The search for base rounds, to be run in portions.
#[derive(Clone, Debug)]
pub struct Development {
    golf: Golf,
    shapes: Vec<Shape>,
    turn: usize,
    random: Random,
    attempt: Option<Attempt>,
}

impl Development {
    /// `None` where counting shows that there is no such design, or the plan is too large for one.
    pub fn new(golf: Golf, random: Random) -> Option<Self> {
        let Golf {
            tables,
            size,
            rounds,
        } = golf;
        let places = tables * size;
        if size < 2
            || tables < 2
            || places > MOST_PLACES
            || rounds < 2
            || rounds * (size - 1) > places - 1
        {
            return None;
        }
        let mut shapes: Vec<Shape> = Vec::new();
        for order in 2..=rounds.max(tables) + 2 {
            for within in ways(order, golf) {
                for group in Group::of_order(order) {
                    let copies = places / order;
                    let shape = Shape {
                        group,
                        copies,
                        fixed: places - copies * order,
                        within: within.clone(),
                    };
                    if shape.is_possible(golf) {
                        shapes.push(shape);
                    }
                }
            }
        }
        // Few tables to be found first.
        shapes.sort_by_key(|shape| shape.freedom(golf));
        (!shapes.is_empty()).then_some(Self {
            golf,
            shapes,
            turn: 0,
            random,
            attempt: None,
        })
    }

    /// Makes so many proposals; the design, once it is found.
    pub fn run(&mut self, proposals: u64) -> Option<Pattern> {
        for _ in 0..proposals {
            let attempt = match &mut self.attempt {
                Some(attempt) if !attempt.cooling.is_over() => attempt,
                _ => {
                    // The simplest shapes get most of the attempts; each round through them takes longer.
                    let shape = self.shapes[self.turn % self.shapes.len()].clone();
                    let patience = 1 + self.turn / self.shapes.len();
                    self.turn += 1;
                    self.attempt.insert(Attempt::new(
                        self.golf,
                        shape,
                        patience as u64,
                        &mut self.random,
                    ))
                }
            };
            attempt.propose(&mut self.random);
            if attempt.cost == 0 {
                return Some(attempt.pattern());
            }
        }
        None
    }
}

impl Shape {
    /// No more differences at the tables than there are.
    fn is_possible(&self, golf: Golf) -> bool {
        // Two fixed places never meet, nor do two of one copy whose difference is its own opposite.
        let order = self.group.order();
        let at_table = golf.size * (golf.size - 1) / 2;
        let used: usize = self
            .within
            .iter()
            .map(|within| golf.tables / within * at_table)
            .sum();
        let pure = self.copies * (self.group.differences() / 2);
        let mixed = self.copies * self.copies.saturating_sub(1) / 2 * order;
        let turns_freely = self
            .within
            .iter()
            .all(|&within| within == 1 || (self.fixed == 0 && self.group.has_part(within)));
        turns_freely
            && self.copies > 0
            && self.fixed <= golf.tables
            && used <= pure + mixed + self.fixed * self.copies
    }

    /// Seats to be found.
    fn freedom(&self, golf: Golf) -> usize {
        self.within
            .iter()
            .map(|within| golf.tables * golf.size / within)
            .sum()
    }
}

/// The ways to make up the rounds from base rounds that are turned by a group of that order: the orders of the subgroups
/// that turn tables within a round, at most six base rounds, no more turned rounds than needed plus two.
fn ways(order: usize, golf: Golf) -> Vec<Vec<usize>> {
    let parts: Vec<usize> = (1..=order)
        .filter(|&part| order.is_multiple_of(part) && golf.tables.is_multiple_of(part))
        .collect();
    let mut found = Vec::new();
    let mut open: Vec<Vec<usize>> = vec![Vec::new()];
    while let Some(way) = open.pop() {
        let made: usize = way.iter().map(|part| order / part).sum();
        if made >= golf.rounds {
            found.push(way);
        } else if way.len() < 6 {
            let last = way.last().copied().unwrap_or(1);
            for &part in parts
                .iter()
                .filter(|&&part| part >= last && made + order / part <= golf.rounds + 2)
            {
                open.push([&way[..], &[part]].concat());
            }
        }
    }
    found
}

#[derive(Clone, Debug)]
struct Attempt {
    golf: Golf,
    shape: Shape,
    /// `kind[one × places + other]`: which difference the pair has; 0 for pairs that must not meet.
    kind: Vec<u16>,
    /// How often each difference occurs.
    times: Vec<u16>,
    /// For each base round, places table by table.
    seated: Vec<Vec<u16>>,
    /// Differences beyond the first, and pairs that must not meet.
    cost: i64,
    cooling: Cooling,
}

impl Attempt {
    fn new(golf: Golf, shape: Shape, patience: u64, random: &mut Random) -> Self {
        let places = golf.tables * golf.size;
        let (kind, kinds) = kinds(&shape, places);
        let order = shape.group.order();
        let seated: Vec<Vec<u16>> = (shape.within.iter())
            .map(|within| {
                // One place of each orbit of the subgroup.
                let step = order / within;
                let mut round: Vec<u16> = (0..places)
                    .filter(|place| place % order < step || *place >= shape.copies * order)
                    .map(|place| place as u16)
                    .collect();
                random.shuffle(&mut round);
                round
            })
            .collect();
        let length = 1_500 * seated.iter().map(|round| round.len() as u64).sum::<u64>() * patience;
        let cooling = Cooling::new(1.2, 0.22, length);
        let mut attempt = Self {
            golf,
            shape,
            kind,
            times: vec![0; kinds],
            seated,
            cost: 0,
            cooling,
        };
        attempt.times[0] = 1;
        for round in 0..attempt.seated.len() {
            for table in 0..attempt.seated[round].len() / golf.size {
                for one in 0..golf.size {
                    for other in 0..one {
                        let kind = attempt.kind_at(
                            round,
                            table * golf.size + one,
                            table * golf.size + other,
                        );
                        attempt.cost += i64::from(attempt.times[kind] > 0);
                        attempt.times[kind] += 1;
                    }
                }
            }
        }
        attempt
    }

    fn kind_at(&self, round: usize, one: usize, other: usize) -> usize {
        let places = self.golf.tables * self.golf.size;
        let seated = &self.seated[round];
        usize::from(self.kind[usize::from(seated[one]) * places + usize::from(seated[other])])
    }

    /// Exchanges two places of a base round, or turns a place of a round with a subgroup, and back where that is too dear.
    fn propose(&mut self, random: &mut Random) {
        let size = self.golf.size;
        let patience = self.cooling.patience(random);
        let round = random.below(self.seated.len());
        let seats = self.seated[round].len();
        let one = random.below(seats);
        let before = self.cost;
        let within = self.shape.within[round];
        if within > 1 && (seats == size || random.below(2) == 0) {
            let old = self.seated[round][one];
            let step = self.shape.group.order() / within;
            let new = self.turn(usize::from(old), random.below(within) * step) as u16;
            self.replace(round, one, new);
            if self.cost - before > patience {
                self.replace(round, one, old);
            }
            return;
        }
        let other = random.below(seats);
        if one / size == other / size {
            return;
        }
        self.exchange(round, one, other);
        if self.cost - before > patience {
            self.exchange(round, one, other);
        }
    }

    fn replace(&mut self, round: usize, seat: usize, place: u16) {
        self.count(round, seat, false);
        self.seated[round][seat] = place;
        self.count(round, seat, true);
    }

    fn exchange(&mut self, round: usize, one: usize, other: usize) {
        self.count(round, one, false);
        self.count(round, other, false);
        self.seated[round].swap(one, other);
        self.count(round, one, true);
        self.count(round, other, true);
    }

    /// Counts the pairs of one seat in or out.
    fn count(&mut self, round: usize, seat: usize, comes: bool) {
        let size = self.golf.size;
        let first = seat / size * size;
        for third in (first..first + size).filter(|&third| third != seat) {
            let kind = self.kind_at(round, seat, third);
            let times = &mut self.times[kind];
            if comes {
                self.cost += i64::from(*times > 0);
                *times += 1;
            } else {
                *times -= 1;
                self.cost -= i64::from(*times > 0);
            }
        }
    }

    fn pattern(&self) -> Pattern {
        let Golf {
            tables,
            size,
            rounds,
        } = self.golf;
        let order = self.shape.group.order();
        let mut turned = Vec::with_capacity(rounds);
        for (base, within) in self.seated.iter().zip(&self.shape.within) {
            let step = order / within;
            for turn in 0..step {
                let mut round = vec![0; tables * size];
                for (seat, &place) in base.iter().enumerate() {
                    for inner in 0..*within {
                        let place = self.turn(self.turn(usize::from(place), inner * step), turn);
                        round[place] = (seat / size * within + inner) as u16;
                    }
                }
                turned.push(round);
            }
        }
        turned.truncate(rounds);
        let class_of = classes(&turned);
        Pattern {
            rounds: turned,
            class_of,
            name: "developed design",
        }
    }

    fn turn(&self, place: usize, step: usize) -> usize {
        let order = self.shape.group.order();
        if place >= self.shape.copies * order {
            return place;
        }
        place / order * order + self.shape.group.plus(place % order, step)
    }
}

/// The kinds of all pairs, and their number. Kind 0 must not occur.
fn kinds(shape: &Shape, places: usize) -> (Vec<u16>, usize) {
    let order = shape.group.order();
    let turned = shape.copies * order;
    let mut kind = vec![0; places * places];
    let mut number: HashMap<(usize, usize, usize), u16> = HashMap::new();
    for one in 0..places {
        for other in 0..one {
            // `one` is the larger number: where there is a fixed place, it is this.
            let key = if one >= turned {
                if other >= turned {
                    continue;
                }
                (one, other / order, 0)
            } else {
                let difference = shape.group.minus(one % order, other % order);
                let opposite = shape.group.minus(other % order, one % order);
                if one / order != other / order {
                    (one / order, other / order, difference)
                } else if difference == opposite {
                    continue;
                } else {
                    (one / order, other / order, difference.min(opposite))
                }
            };
            let next = number.len() as u16 + 1;
            // Fixed places are numbered beyond all copies, so their keys differ from those of copies.
            let index = *number.entry(key).or_insert(next);
            kind[one * places + other] = index;
            kind[other * places + one] = index;
        }
    }
    (kind, number.len() + 1)
}

/// Parts of places that never meet, greedily: the next place joins the first part where it meets nobody.
fn classes(rounds: &[Vec<u16>]) -> Vec<u16> {
    let places = rounds.first().map_or(0, Vec::len);
    let mut parts: Vec<Vec<usize>> = Vec::new();
    let mut class_of = vec![0; places];
    for place in 0..places {
        let meets = |other: &usize| rounds.iter().any(|round| round[place] == round[*other]);
        let class = parts
            .iter()
            .position(|part| !part.iter().any(meets))
            .unwrap_or(parts.len());
        if class == parts.len() {
            parts.push(Vec::new());
        }
        parts[class].push(place);
        class_of[place] = class as u16;
    }
    class_of
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn known_designs_are_found() {
        for (tables, size, rounds) in [
            (5, 3, 7),
            (6, 3, 8),
            (7, 3, 10),
            (8, 3, 11),
            (6, 4, 7),
            (7, 4, 9),
            (8, 4, 10),
            (10, 4, 13),
        ] {
            let golf = Golf {
                tables,
                size,
                rounds,
            };
            let mut search = Development::new(golf, Random::new(7, 7)).unwrap();
            let start = std::time::Instant::now();
            let mut made = 0;
            let pattern = loop {
                made += 10_000;
                if let Some(pattern) = search.run(10_000) {
                    break pattern;
                }
                assert!(made < 50_000_000, "{golf:?} is not found");
            };
            println!(
                "{golf:?} {made} {:?} {:?}",
                search.shapes[(search.turn - 1) % search.shapes.len()],
                start.elapsed()
            );
            assert_eq!(pattern.rounds.len(), rounds);
            for one in 0..tables * size {
                for other in 0..one {
                    assert!(
                        pattern
                            .rounds
                            .iter()
                            .filter(|round| round[one] == round[other])
                            .count()
                            <= 1
                    );
                }
            }
        }
    }
}
