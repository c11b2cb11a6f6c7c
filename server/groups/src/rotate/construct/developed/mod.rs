//! Kirkman systems and other resolvable designs, developed from base rounds (starters).
//!
//! The points are c copies of an Abelian group of order m, and f fixed points. The m translates of a base
//! round are m rounds. A base round may itself consist of few tables that a subgroup of order h translates
//! within the round. It then has m/h translates. Points of copies i and j meet as often as the difference of
//! their elements occurs at the tables, so with distinct differences nobody meets twice.
//!
//! This is Bose's method of differences (*On the construction of balanced incomplete block designs*, Annals
//! of Eugenics 9, 1939) for whole rounds. Ray-Chaudhuri and Wilson (*Solution of Kirkman's schoolgirl
//! problem*, 1971) use it for triples, and most known resolvable and group divisible designs of block size
//! four come from it. Annealing finds the base rounds. Their search space is smaller than the plan's by the
//! factor m.

#![expect(
    clippy::cast_possible_truncation,
    reason = "points are bounded far below u16::MAX"
)]

mod base_rounds;
mod difference_classes;
mod multiplier;
mod scheme;

use super::super::random::Random;
use super::abelian_group::AbelianGroup;
use super::design::Design;
use super::golfer::GolferInstance;
use base_rounds::BaseRoundSearch;
use multiplier::{MultiplierScheme, MultiplierSearch};
use scheme::DevelopmentScheme;

/// Larger plans need no design, or have little hope of one.
const MAX_POINTS: usize = 400;

/// The search for a design, in portions.
#[derive(Clone, Debug)]
pub struct DesignSearch {
    golfer: GolferInstance,
    /// A published scheme, or else the simplest one, which succeeds most often.
    preferred: Option<Strategy>,
    strategies: Vec<Strategy>,
    next_strategy: usize,
    random: Random,
    attempt: Option<Attempt>,
}

/// A development scheme, or one with a multiplier.
#[derive(Clone, Debug)]
enum Strategy {
    Multiplier(MultiplierScheme),
    Plain(DevelopmentScheme),
}

#[derive(Clone, Debug)]
enum Attempt {
    Multiplier(MultiplierSearch),
    Plain(BaseRoundSearch),
}

impl Attempt {
    fn start(
        golfer: GolferInstance,
        strategy: &Strategy,
        effort: u64,
        random: &mut Random,
    ) -> Option<Self> {
        match strategy {
            Strategy::Multiplier(scheme) => {
                MultiplierSearch::new(golfer, scheme.clone(), effort, random).map(Self::Multiplier)
            }
            Strategy::Plain(scheme) => {
                BaseRoundSearch::new(golfer, scheme.clone(), effort, random).map(Self::Plain)
            }
        }
    }

    const fn is_over(&self) -> bool {
        match self {
            Self::Multiplier(search) => search.is_over(),
            Self::Plain(attempt) => attempt.is_over(),
        }
    }

    /// Makes one proposal. Returns all rounds if it completes the design.
    fn propose(&mut self, random: &mut Random) -> Option<Vec<Vec<u16>>> {
        match self {
            Self::Multiplier(search) => {
                search.propose(random);
                search.is_found().then(|| search.rounds())
            }
            Self::Plain(attempt) => {
                attempt.propose(random);
                attempt.is_found().then(|| attempt.rounds())
            }
        }
    }
}

impl DesignSearch {
    /// `None` if counting excludes such a design, or if it is too large.
    pub fn new(golfer: GolferInstance, random: Random) -> Option<Self> {
        let GolferInstance {
            tables,
            size,
            rounds,
        } = golfer;
        let points = tables * size;
        if size < 2
            || tables < 2
            || points > MAX_POINTS
            || rounds < 2
            || rounds * (size - 1) > points - 1
        {
            return None;
        }
        let mut schemes: Vec<DevelopmentScheme> = Vec::new();
        for order in 2..=rounds.max(tables) + 2 {
            for stabilisers in round_compositions(order, golfer) {
                for group in AbelianGroup::of_order(order) {
                    let copies = points / order;
                    let scheme = DevelopmentScheme {
                        group,
                        copies,
                        fixed: points - copies * order,
                        round_stabilisers: stabilisers.clone(),
                        table_stabilisers: Vec::new(),
                        never_meeting: None,
                    };
                    if scheme.is_possible(golfer) {
                        schemes.push(scheme);
                    }
                }
            }
        }
        // Schemes with few seats to find come first.
        schemes.sort_by_key(|scheme| scheme.freedom(golfer));
        let simple = |scheme: &&DevelopmentScheme| {
            scheme.round_stabilisers == [1]
                && AbelianGroup::of_order(scheme.group.order())[0] == scheme.group
        };
        let preferred =
            DevelopmentScheme::known(golfer).or_else(|| schemes.iter().find(simple).cloned());
        let mut strategies: Vec<Strategy> = schemes
            .iter()
            .filter(simple)
            .flat_map(|scheme| MultiplierScheme::all(golfer, scheme))
            .map(Strategy::Multiplier)
            .collect();
        strategies.extend(schemes.into_iter().map(Strategy::Plain));
        (!strategies.is_empty()).then_some(Self {
            golfer,
            preferred: preferred.map(Strategy::Plain),
            strategies,
            next_strategy: 0,
            random,
            attempt: None,
        })
    }

    /// Makes so many proposals. Returns the design once it is found.
    pub fn run(&mut self, proposals: u64) -> Option<Design> {
        for _ in 0..proposals {
            if self.attempt.as_ref().is_none_or(Attempt::is_over) {
                // The simplest strategies come first. Each pass over them takes longer attempts.
                let (around, index) = (
                    self.next_strategy / self.strategies.len(),
                    self.next_strategy % self.strategies.len(),
                );
                // The others get every other attempt, in case the preferred one fails.
                let strategy = match &self.preferred {
                    Some(preferred) if self.random.below(2) == 0 => preferred,
                    _ => &self.strategies[index],
                };
                let effort = 1 + around as u64;
                self.next_strategy += 1;
                self.attempt = Attempt::start(self.golfer, strategy, effort, &mut self.random);
            }
            let Some(attempt) = &mut self.attempt else {
                continue;
            };
            if let Some(rounds) = attempt.propose(&mut self.random) {
                let class_of = classes(&rounds);
                return Some(Design {
                    rounds,
                    class_of,
                    name: "developed design",
                });
            }
        }
        None
    }
}

/// The ways to compose the rounds from base rounds under a group of that order, as the orders of the base
/// rounds' stabilisers. At most seven base rounds, and at most two rounds more than needed.
fn round_compositions(order: usize, golfer: GolferInstance) -> Vec<Vec<usize>> {
    let parts: Vec<usize> = (1..=order)
        .filter(|&part| order.is_multiple_of(part) && golfer.tables.is_multiple_of(part))
        .collect();
    let mut found = Vec::new();
    let mut open: Vec<Vec<usize>> = vec![Vec::new()];
    while let Some(strategy) = open.pop() {
        let made: usize = strategy.iter().map(|part| order / part).sum();
        if made >= golfer.rounds {
            found.push(strategy);
        } else if strategy.len() < 7 {
            let last = strategy.last().copied().unwrap_or(1);
            for &part in parts
                .iter()
                .filter(|&&part| part >= last && made + order / part <= golfer.rounds + 2)
            {
                open.push([&strategy[..], &[part]].concat());
            }
        }
    }
    found
}

/// Partitions points into classes that never meet, greedily.
fn classes(rounds: &[Vec<u16>]) -> Vec<u16> {
    let points = rounds.first().map_or(0, Vec::len);
    let mut parts: Vec<Vec<usize>> = Vec::new();
    let mut class_of = vec![0; points];
    for point in 0..points {
        let meets = |other: &usize| rounds.iter().any(|round| round[point] == round[*other]);
        let class = parts
            .iter()
            .position(|part| !part.iter().any(meets))
            .unwrap_or(parts.len());
        if class == parts.len() {
            parts.push(Vec::new());
        }
        parts[class].push(point);
        class_of[point] = class as u16;
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
            let golfer = GolferInstance {
                tables,
                size,
                rounds,
            };
            let mut search = DesignSearch::new(golfer, Random::new(7, 7)).unwrap();
            let start = std::time::Instant::now();
            let mut made = 0;
            let design = loop {
                made += 10_000;
                if let Some(design) = search.run(10_000) {
                    break design;
                }
                assert!(made < 50_000_000, "{golfer:?} is not found");
            };
            println!(
                "{golfer:?} {made} {:?} {:?}",
                (search.strategies.len(), search.next_strategy),
                start.elapsed()
            );
            assert_eq!(design.rounds.len(), rounds);
            for one in 0..tables * size {
                for other in 0..one {
                    assert!(
                        design
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
