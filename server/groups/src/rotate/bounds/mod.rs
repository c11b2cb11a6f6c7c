//! Bounds that no plan surpasses.
//!
//! Each holds for *all* plans that keep the hard rules, whatever the order of the goals. A plan that reaches
//! a bound is proved optimal in it. The proofs are elementary and stand beside the code.

mod met;
mod people_met;
mod round_facts;
pub mod table_sizes;
mod topics;

use super::layout::apart;
use super::plan::Quality;
use super::problem::{Index, Problem};
use people_met::PairBounds;
use round_facts::RoundFacts;
use table_sizes::even_split_pairs;

/// Pairs kept apart, over all rounds, beyond which bounds ignore them, so that they are soon there.
const MAX_APART_PAIRS: usize = 20_000_000;

/// Bounds of a problem: upper ones for what is maximised, lower ones for what is minimised.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Bounds {
    /// Upper bound of the fewest topics that a person sees (hosts aside).
    pub topics_min: usize,
    /// Upper bound of the topics seen, summed over people.
    pub topics_sum: usize,
    /// Upper bound of the pairs of different organisations that meet.
    pub meetings: usize,
    /// Lower bound of the repeats.
    pub repeats: usize,
    /// Upper bound of the fewest people of other organisations that a person meets.
    pub min_person: usize,
    /// Lower bound of the pairs of one organisation at one table.
    pub mix: usize,
    /// Lower bound of the weights of pairs of past meetings that share a table. `None` without past meetings.
    pub met: Option<usize>,
}

impl Bounds {
    /// Computes all bounds.
    pub fn new(problem: &Problem) -> Self {
        let rounds: Vec<RoundFacts> = (0..problem.rounds)
            .map(|round| RoundFacts::new(problem, round))
            .collect();
        let apart = bounded_apart(problem);
        let (topics_min, topics_sum) = topics::bounds(problem, &rounds, &apart);
        let pairs = PairBounds::new(problem, &rounds, &apart);
        let attending = (0..problem.people.len()).filter(|&person| problem.attends(person));
        let least_met = attending
            .clone()
            .map(|person| pairs.people_met[person])
            .min();
        let (least_met, attending) = (least_met.unwrap_or(0), attending.count());
        let mut meetings = pairs.people_met.iter().sum::<usize>() / 2;
        meetings = meetings.min(pairs.cross);
        let forced = forced_repeats(problem, &rounds);
        // Per round: pairs at the tables, less those that must be colleagues or repeats.
        let fresh = (rounds.iter().zip(&forced).zip(&pairs.repeated_cross)).map(
            |((facts, &forced), &again)| {
                let stale = forced.max(facts.own_pairs + again);
                facts.most_pairs.saturating_sub(stale)
            },
        );
        meetings = meetings.min(fresh.sum());
        let least_pairs: usize = rounds.iter().map(|facts| facts.least_pairs).sum();
        Self {
            topics_min,
            topics_sum,
            meetings,
            // A pair that meets k times is a repeat in k − 1 rounds. All pairs at tables beyond the distinct
            // ones are repeats, too.
            repeats: (forced.iter().zip(&pairs.repeated))
                .map(|(&forced, &again)| forced.max(again))
                .sum::<usize>()
                .max(least_pairs.saturating_sub(meetings + pairs.own)),
            min_person: least_met.min((2 * meetings).checked_div(attending).unwrap_or(0)),
            mix: rounds.iter().map(|facts| facts.own_pairs).sum(),
            met: met::bound(problem, &rounds),
        }
    }
}

impl Bounds {
    /// A quality that meets all bounds.
    pub(super) fn quality(&self) -> Quality {
        Quality {
            topics_min: self.topics_min,
            topics_sum: self.topics_sum,
            meetings: self.meetings,
            repeats: self.repeats,
            min_person: self.min_person,
            mix: self.mix,
            met: self.met.unwrap_or(0),
            changed_people: 0,
        }
    }
}

/// For each person the most people of other organisations to meet.
pub fn most_people_met(problem: &Problem) -> Vec<usize> {
    let rounds: Vec<RoundFacts> = (0..problem.rounds)
        .map(|round| RoundFacts::new(problem, round))
        .collect();
    PairBounds::new(problem, &rounds, &bounded_apart(problem)).people_met
}

/// For each person everyone to keep apart from. Empty if they are too many to examine.
fn bounded_apart(problem: &Problem) -> Vec<Vec<u16>> {
    let mut apart = apart(problem);
    if apart.iter().map(Vec::len).sum::<usize>() * problem.rounds > MAX_APART_PAIRS {
        apart.iter_mut().for_each(Vec::clear);
    }
    apart
}

/// For each round the pairs that must have met in an earlier round: the people of one table, spread over T
/// tables later, keep at least the pairs of an even split.
fn forced_repeats(problem: &Problem, rounds: &[RoundFacts]) -> Vec<usize> {
    let everybody = problem.people.len();
    let between = |earlier: Index, later: Index| {
        let tables = rounds[later].open;
        if rounds[earlier].round.present == everybody && rounds[later].round.present == everybody {
            return rounds[earlier]
                .even_sizes
                .iter()
                .map(|&size| even_split_pairs(size, tables))
                .sum();
        }
        let both = problem
            .people
            .iter()
            .filter(|person| person.present[earlier] && person.present[later])
            .count();
        even_split_pairs(both, rounds[earlier].open * tables)
    };
    (0..rounds.len())
        .map(|later| {
            (0..later)
                .map(|earlier| between(earlier, later))
                .max()
                .unwrap_or(0)
        })
        .collect()
}
