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

mod folded;
mod kinds;
mod turning;

use super::super::random::Random;
use super::Pattern;
use super::group::Group;
use folded::{Fold, Folding};
use turning::Attempt;

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
    /// For each base round the orders of the subgroups that leave its tables alone, where they are known.
    tables: Vec<Vec<usize>>,
    /// The element that maps each place to the one it never meets, where that is known.
    strangers: Option<usize>,
}

/// The search for base rounds, to be run in portions.
#[derive(Clone, Debug)]
pub struct Development {
    golf: Golf,
    /// What is known to work; otherwise the plainest way, which works more often than any other.
    favourite: Option<Way>,
    ways: Vec<Way>,
    turn: usize,
    random: Random,
    attempt: Option<Try>,
}

/// What to try: base rounds of a shape, or one with a symmetry of its own.
#[derive(Clone, Debug)]
enum Way {
    Fold(Fold),
    Turn(Shape),
}

#[derive(Clone, Debug)]
enum Try {
    Fold(Folding),
    Turn(Attempt),
}

impl Try {
    fn begin(golf: Golf, way: &Way, patience: u64, random: &mut Random) -> Option<Self> {
        match way {
            Way::Fold(fold) => Folding::new(golf, fold.clone(), patience, random).map(Self::Fold),
            Way::Turn(shape) => Attempt::new(golf, shape.clone(), patience, random).map(Self::Turn),
        }
    }

    const fn is_over(&self) -> bool {
        match self {
            Self::Fold(folding) => folding.is_over(),
            Self::Turn(attempt) => attempt.is_over(),
        }
    }

    /// One proposal; all rounds, if it completes the design.
    fn propose(&mut self, random: &mut Random) -> Option<Vec<Vec<u16>>> {
        match self {
            Self::Fold(folding) => {
                folding.propose(random);
                folding.is_found().then(|| folding.rounds())
            }
            Self::Turn(attempt) => {
                attempt.propose(random);
                attempt.is_found().then(|| attempt.rounds())
            }
        }
    }
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
                        tables: Vec::new(),
                        strangers: None,
                    };
                    if shape.is_possible(golf) {
                        shapes.push(shape);
                    }
                }
            }
        }
        // Few tables to be found first.
        shapes.sort_by_key(|shape| shape.freedom(golf));
        let simple = |shape: &&Shape| {
            shape.within == [1] && Group::of_order(shape.group.order())[0] == shape.group
        };
        let favourite = Shape::known(golf).or_else(|| shapes.iter().find(simple).cloned());
        let mut ways: Vec<Way> = shapes
            .iter()
            .filter(simple)
            .flat_map(|shape| Fold::all(golf, shape))
            .map(Way::Fold)
            .collect();
        ways.extend(shapes.into_iter().map(Way::Turn));
        (!ways.is_empty()).then_some(Self {
            golf,
            favourite: favourite.map(Way::Turn),
            ways,
            turn: 0,
            random,
            attempt: None,
        })
    }

    /// Makes so many proposals; the design, once it is found.
    pub fn run(&mut self, proposals: u64) -> Option<Pattern> {
        for _ in 0..proposals {
            if self.attempt.as_ref().is_none_or(Try::is_over) {
                // The simplest ways come first; each time around attempts take longer.
                let (around, index) = (self.turn / self.ways.len(), self.turn % self.ways.len());
                // The others have every other attempt, lest it does not work here.
                let way = match &self.favourite {
                    Some(favourite) if self.random.below(2) == 0 => favourite,
                    _ => &self.ways[index],
                };
                let patience = 1 + around as u64;
                self.turn += 1;
                self.attempt = Try::begin(self.golf, way, patience, &mut self.random);
            }
            let Some(attempt) = &mut self.attempt else {
                continue;
            };
            if let Some(rounds) = attempt.propose(&mut self.random) {
                let class_of = classes(&rounds);
                return Some(Pattern {
                    rounds,
                    class_of,
                    name: "developed design",
                });
            }
        }
        None
    }
}

impl Shape {
    /// The symmetry of a published design that no simpler shape gives; its tables are left to the search.
    ///
    /// Eight groups of four for ten rounds (Aguado, *A 10 days solution to the social golfer problem*, 2004): eight
    /// commuting maps of order two, one of which exchanges those who never meet. Four rounds are unchanged under all of
    /// them, the others under four.
    fn known(golf: Golf) -> Option<Self> {
        let group = Group::of_order(8).pop()?;
        (golf.tables == 8 && golf.size == 4 && (8..=10).contains(&golf.rounds)).then(|| Self {
            group,
            copies: 4,
            fixed: 0,
            within: vec![8, 8, 8, 8, 4, 4, 4],
            tables: vec![
                vec![1],
                vec![1],
                vec![2, 2],
                vec![4, 4, 4, 4],
                vec![1, 1],
                vec![1, 2, 2],
                vec![1, 2, 2],
            ],
            strangers: Some(1),
        })
    }

    /// No more pairs at the tables than can meet.
    fn is_possible(&self, golf: Golf) -> bool {
        let order = self.group.order();
        let turned = self.copies * order;
        let rounds: usize = self.within.iter().map(|within| order / within).sum();
        let used = rounds * golf.tables * golf.size * (golf.size - 1) / 2;
        // Two fixed places never meet; two of one copy whose difference is its own opposite only at tables that are
        // turned into themselves.
        let turns_within = self.within.iter().any(|&within| within > 1);
        let lost = if turns_within {
            0
        } else {
            self.copies * self.group.self_opposite() * order / 2
        };
        let pairs = turned * turned.saturating_sub(1) / 2 + turned * self.fixed;
        self.copies > 0
            && (self.fixed == 0 || !turns_within)
            && self.fixed <= golf.tables
            && used + lost <= pairs
    }

    /// A place, moved by an element of the group.
    fn turn(&self, place: usize, by: usize) -> usize {
        let order = self.group.order();
        if place >= self.copies * order {
            return place;
        }
        place / order * order + self.group.plus(place % order, by)
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
/// that turn tables within a round, at most seven base rounds, no more turned rounds than needed plus two.
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
        } else if way.len() < 7 {
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
            (10, 4, 13),
            (10, 3, 14),
            (9, 4, 11),
            (8, 4, 10),
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
                (search.ways.len(), search.turn),
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
