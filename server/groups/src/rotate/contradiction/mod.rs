//! Hard rules that contradict one another, and the search for an irreducible infeasible subset.

mod wording;

use std::cell::Cell;
use std::fmt;

use crate::error;

use super::problem::{Index, Problem};
use super::random::Random;
use super::rules::{RoundRules, Rule};
use super::seating::{SeatingOutcome, SeatingRequest, Shortage, find_seating, find_shortage};
use wording::describe_rule;

/// Step limits of one feasibility test. Cheap tests leave few rules for the expensive ones.
const STEP_LIMITS: [u64; 6] = [
    20_000,
    200_000,
    2_000_000,
    20_000_000,
    200_000_000,
    2_000_000_000,
];

/// Without a clock, the next step limit is not tried once inconclusive tests took so many steps.
const INCONCLUSIVE_STEP_LIMIT: u64 = 100_000_000;

/// Rules of one round that contradict one another.
///
/// As [`SolveError::Contradiction`] they are an irreducible infeasible subset: without any one of them the others can
/// hold. Both properties are proved. As candidates of [`SolveError::Unexplained`] some of them may be superfluous.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Contradiction {
    /// The round, or one of several with the same people.
    pub round: Index,
    /// The rules, ascending.
    pub rules: Vec<Rule>,
    /// Counts of people and seats that show it, if a single count does.
    pub shortage: Option<Shortage>,
    /// One line per rule: its path in the input, and its meaning in English.
    pub lines: Vec<String>,
}

impl Contradiction {
    fn new(problem: &Problem, round: Index, rules: &[Rule]) -> Self {
        let holds = |rule: Rule| rules.binary_search(&rule).is_ok();
        let lines = rules.iter().map(|&rule| describe_rule(problem, rule));
        Self {
            round,
            rules: rules.to_vec(),
            shortage: find_shortage(&RoundRules::restricted_to(problem, round, &holds)),
            lines: lines.collect(),
        }
    }
}

impl fmt::Display for Contradiction {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.lines.join("\n"))
    }
}

impl std::error::Error for Contradiction {}

/// Why the solver returns no plan.
pub type SolveError = error::SolveError<Contradiction>;

/// Finds a seat that is fixed in a round that the person misses.
pub fn find_fixed_absentee(problem: &Problem) -> Option<Contradiction> {
    let fixed = problem.fixed.iter().enumerate();
    let mut missing = fixed.filter(|(_, fixed)| {
        fixed.round >= problem.frozen_rounds && !problem.is_present(fixed.person, fixed.round)
    });
    let (index, fixed) = missing.next()?;
    Some(Contradiction {
        shortage: None,
        ..Contradiction::new(
            problem,
            fixed.round,
            &[Rule::Presence(fixed.person), Rule::Fixed(index)],
        )
    })
}

/// Finds an irreducible infeasible subset for a round that is proved infeasible, if time allows.
pub fn explain_contradiction(
    problem: &Problem,
    round: Index,
    should_stop: &dyn Fn() -> bool,
) -> SolveError {
    explain_within(&STEP_LIMITS, problem, round, should_stop)
}

fn explain_within(
    step_limits: &[u64],
    problem: &Problem,
    mut round: Index,
    should_stop: &dyn Fn() -> bool,
) -> SolveError {
    let mut kept = Rule::all(problem);
    for &step_limit in step_limits {
        let filter = DeletionFilter {
            problem,
            should_stop,
            step_limit,
            inconclusive_steps: Cell::new(0),
        };
        kept = filter.shrink(round, kept);
        loop {
            match filter.find_smaller_set(round, &kept) {
                SmallerSet::Found(elsewhere, rest) => {
                    round = elsewhere;
                    kept = filter.shrink(round, rest);
                }
                SmallerSet::Irreducible => {
                    return Contradiction::new(problem, round, &kept).into();
                }
                SmallerSet::Unknown => break,
            }
        }
        let has_clock = problem.limit.iterations().is_none();
        if should_stop() || !has_clock && filter.inconclusive_steps.get() > INCONCLUSIVE_STEP_LIMIT
        {
            break;
        }
    }
    SolveError::Unexplained {
        candidates: Contradiction::new(problem, round, &kept),
    }
}

/// A deletion filter (Chinneck and Dravnieks, *Locating minimal infeasible constraint sets in linear
/// programs*, ORSA J. Computing 3, 1991). Once the caller ends the search, every test is inconclusive.
struct DeletionFilter<'a> {
    problem: &'a Problem,
    should_stop: &'a dyn Fn() -> bool,
    step_limit: u64,
    /// Steps of inconclusive tests.
    inconclusive_steps: Cell<u64>,
}

/// Result of the search for a smaller infeasible set.
enum SmallerSet {
    Found(Index, Vec<Rule>),
    /// Proved: without any one of the rules every round has a seating.
    Irreducible,
    Unknown,
}

impl DeletionFilter<'_> {
    /// Deletes portions of rules, ever smaller ones, while the rest stays infeasible. At the end every rule
    /// has been tried alone. Takes about k·log n tests for k remaining rules of n.
    fn shrink(&self, round: Index, mut kept: Vec<Rule>) -> Vec<Rule> {
        let Problem { fixed, closed, .. } = self.problem;
        kept.retain(|&rule| match rule {
            Rule::Fixed(index) => fixed[index].round == round,
            Rule::Closed(index) => closed[index].round == round,
            _ => true,
        });
        let mut portion = kept.len().div_ceil(2);
        while portion > 0 {
            let mut start = 0;
            while start < kept.len() {
                let end = (start + portion).min(kept.len());
                let rest: Vec<Rule> = kept[..start].iter().chain(&kept[end..]).copied().collect();
                if self.has_seating(round, &rest) == Some(false) {
                    kept = rest;
                } else {
                    start = end;
                }
            }
            portion /= 2;
        }
        kept
    }

    /// Searches an infeasible subset with one rule less, in this or another round.
    fn find_smaller_set(&self, round: Index, rules: &[Rule]) -> SmallerSet {
        let rounds = self.distinct_rounds(round);
        let mut is_known = true;
        for left_out in 0..rules.len() {
            let rest: Vec<Rule> = [&rules[..left_out], &rules[left_out + 1..]].concat();
            for &round in &rounds {
                match self.has_seating(round, &rest) {
                    Some(true) => {}
                    Some(false) => return SmallerSet::Found(round, rest),
                    None => is_known = false,
                }
            }
        }
        if is_known {
            SmallerSet::Irreducible
        } else {
            SmallerSet::Unknown
        }
    }

    /// The round, and one representative of the others. The remaining rules fix no seat in the others, so
    /// they differ only in who is present and where rules do not apply, at closed tables. Frozen rounds have no rules.
    fn distinct_rounds(&self, round: Index) -> Vec<Index> {
        let problem = self.problem;
        let has_closed_tables =
            |round: Index| (problem.closed.iter()).any(|closed| closed.round == round);
        let mut rounds = vec![round];
        for other in problem.frozen_rounds..problem.rounds {
            let stands_for_other = |one: Index| {
                one == other
                    || problem.has_same_people(one, other)
                        && !has_closed_tables(one)
                        && !has_closed_tables(other)
            };
            if !rounds.iter().any(|&one| stands_for_other(one)) {
                rounds.push(other);
            }
        }
        rounds
    }

    /// Whether the round has a seating under these rules. `None` if the test was inconclusive.
    fn has_seating(&self, round: Index, rules: &[Rule]) -> Option<bool> {
        if (self.should_stop)() {
            return None;
        }
        let holds = |rule: Rule| rules.binary_search(&rule).is_ok();
        let request = SeatingRequest {
            preferred: None,
            any_sizes: false,
            movable: None,
            step_limit: self.step_limit,
        };
        let round = RoundRules::restricted_to(self.problem, round, &holds);
        // The layout of thousands of large groups may take long.
        if (self.should_stop)() {
            return None;
        }
        match find_seating(&round, &request, &mut Random::new(0, 0), self.should_stop) {
            SeatingOutcome::Seating(_) => Some(true),
            SeatingOutcome::Infeasible => Some(false),
            SeatingOutcome::Unknown => {
                self.inconclusive_steps
                    .set(self.inconclusive_steps.get() + self.step_limit);
                None
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    /// Mycielski's graph, which needs one table more than there are, and two superfluous rules. The second
    /// value is the number of necessary rules. Each of them is necessary because all others have a seating.
    fn mycielski(tables: usize) -> (Problem, usize) {
        let mut people = 2;
        let mut pairs = vec![(0, 1)];
        for _ in 1..tables {
            let twins = pairs
                .iter()
                .flat_map(|&(one, other)| [(one, people + other), (other, people + one)]);
            let twins: Vec<(usize, usize)> = twins.collect();
            pairs.extend(twins);
            pairs.extend((0..people).map(|person| (people + person, 2 * people)));
            people = 2 * people + 1;
        }
        let irreducible = pairs.len();
        pairs.extend([(0, people), (people, people + 1)]);
        let problem = json!({
            "rounds": 3,
            "tables": (0..tables).map(|table| json!({ "id": format!("t{table}"), "min": 0 })).collect::<Vec<_>>(),
            "people": (0..people + 2).map(|person| json!({ "id": format!("p{person}") })).collect::<Vec<_>>(),
            "rules": { "apart": pairs.iter().map(|(one, other)| [format!("p{one}"), format!("p{other}")]).collect::<Vec<_>>() },
            "limit": { "iterations": 1 },
        });
        (
            Problem::from_json(&problem.to_string()).unwrap(),
            irreducible,
        )
    }

    /// The number of rules named, and whether the set is irreducible.
    fn named(none: &SolveError) -> (usize, bool) {
        match none {
            SolveError::Contradiction(contradiction) => (contradiction.lines.len(), true),
            SolveError::Unexplained { candidates } => (candidates.rules.len(), false),
            SolveError::Undecided => panic!("it was settled before"),
        }
    }

    #[test]
    fn a_question_without_an_answer_is_asked_again_with_more_steps() {
        let (problem, irreducible) = mycielski(5);
        let explained =
            |step_limits: &[u64]| named(&explain_within(step_limits, &problem, 0, &|| false));
        let (rules, is_smallest) = explained(&[1]);
        assert!(rules > irreducible && !is_smallest, "{rules}");
        assert_eq!(explained(&[1, 1_000_000]), (irreducible, true));
    }

    #[test]
    fn whenever_the_search_is_stopped_no_more_is_said_than_was_proved() {
        let (problem, irreducible) = mycielski(4);
        assert_eq!(
            named(&explain_contradiction(&problem, 0, &|| false)),
            (irreducible, true)
        );
        for questions in [0, 1, 3, 10, 50, 100, 140, 200, 500] {
            let asked = Cell::new(0);
            let should_stop = || asked.replace(asked.get() + 1) >= questions;
            let (rules, is_smallest) = named(&explain_contradiction(&problem, 0, &should_stop));
            assert!(!is_smallest || rules == irreducible, "{questions}: {rules}");
            assert!(rules >= irreducible, "{questions}: {rules}");
            assert!(questions > 0 || !is_smallest);
        }
    }
}
