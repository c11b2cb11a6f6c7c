//! Rules that cannot hold together, and which of them are to blame.

use std::fmt;

use thiserror::Error;

use super::problem::{Index, Problem};
use super::random::Random;
use super::rules::{Round, Rule};
use super::seating::{Answer, Wish, seat};

/// Steps for one question about a set of rules: as many as the last attempt to find a seating had.
const BUDGET: u64 = 2_000_000;

/// A set of rules that cannot hold together in one round, none of which could be left out.
#[derive(Clone, Debug)]
pub struct Contradiction {
    /// One line per rule: its path in the input, and what it asks of whom.
    pub lines: Vec<String>,
}

impl fmt::Display for Contradiction {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.lines.join("\n"))
    }
}

impl std::error::Error for Contradiction {}

/// Why there is no plan.
#[derive(Clone, Debug, Error)]
pub enum NoPlan {
    /// The rules cannot hold together: that is proved.
    #[error(transparent)]
    Contradiction(#[from] Contradiction),
    /// The rules cannot hold together, but the search was ended before it knew which of them are to blame.
    #[error(
        "the rules contradict one another, but which of them are to blame was not found out within the time limit"
    )]
    Unexplained,
    /// Neither a seating nor a proof that there is none was found.
    #[error(
        "no plan was found within the time limit; the rules are hard to keep together, and whether they contradict one another is not known"
    )]
    Unsettled,
}

/// A seat fixed in a round that the person misses: two statements that contradict one another whatever else holds.
pub fn find_absent_but_fixed(problem: &Problem) -> Option<Contradiction> {
    let fixed = problem.fixed.iter().enumerate();
    let mut missing = fixed.filter(|(_, fixed)| {
        fixed.round >= problem.frozen_rounds && !problem.is_present(fixed.person, fixed.round)
    });
    let (index, fixed) = missing.next()?;
    let rules = [Rule::Presence(fixed.person), Rule::Fixed(index)];
    Some(Contradiction {
        lines: rules.map(|rule| line(problem, rule)).to_vec(),
    })
}

/// For a round that was proved to have no seating: a smallest set of rules (none can be left out) that cannot hold
/// together.
pub fn explain(problem: &Problem, round: Index, stop: &dyn Fn() -> bool) -> NoPlan {
    let question = Question { problem, stop };
    let mut kept = question.shrink(round, Rule::all(problem));
    // A smaller part of these rules may already be too much for another round.
    while let Some((round, rest)) = question.smaller_elsewhere(&kept) {
        kept = question.shrink(round, rest);
    }
    if stop() {
        return NoPlan::Unexplained;
    }
    NoPlan::Contradiction(Contradiction {
        lines: kept.iter().map(|&rule| line(problem, rule)).collect(),
    })
}

/// What is asked about sets of rules, until the caller says stop: from then on every answer is "not proved".
struct Question<'a> {
    problem: &'a Problem,
    stop: &'a dyn Fn() -> bool,
}

impl Question<'_> {
    /// Deletion with shrinking portions: a portion of the rules is dropped for good whenever the rest is still
    /// contradictory; at the end every rule has been tried alone. About k·log n questions for k rules out of n.
    fn shrink(&self, round: Index, mut kept: Vec<Rule>) -> Vec<Rule> {
        let fixed = &self.problem.fixed;
        kept.retain(|&rule| !matches!(rule, Rule::Fixed(index) if fixed[index].round != round));
        let mut portion = kept.len().div_ceil(2);
        while portion > 0 {
            let mut start = 0;
            while start < kept.len() {
                let end = (start + portion).min(kept.len());
                let rest: Vec<Rule> = kept[..start].iter().chain(&kept[end..]).copied().collect();
                if self.is_impossible(round, &rest) {
                    kept = rest;
                } else {
                    start = end;
                }
            }
            portion /= 2;
        }
        kept
    }

    fn smaller_elsewhere(&self, rules: &[Rule]) -> Option<(Index, Vec<Rule>)> {
        (0..rules.len()).find_map(|left_out| {
            let rest: Vec<Rule> = [&rules[..left_out], &rules[left_out + 1..]].concat();
            let round = (0..self.problem.rounds).find(|&round| self.is_impossible(round, &rest))?;
            Some((round, rest))
        })
    }

    fn is_impossible(&self, round: Index, rules: &[Rule]) -> bool {
        if (self.stop)() {
            return false;
        }
        let holds = |rule: Rule| rules.binary_search(&rule).is_ok();
        let wish = Wish {
            wanted: None,
            movable: None,
            budget: BUDGET,
        };
        let round = Round::under(self.problem, round, &holds);
        let answer = seat(&round, &wish, &mut Random::new(0, 0), self.stop);
        matches!(answer, Answer::Impossible)
    }
}

/// A rule on one line: path, ids, meaning.
fn line(problem: &Problem, rule: Rule) -> String {
    let person = |index: Index| quoted(&problem.people[index].id);
    let table = |index: Index| quoted(&problem.tables[index].id);
    let people = |group: &[Index]| {
        group
            .iter()
            .map(|&index| person(index))
            .collect::<Vec<_>>()
            .join(", ")
    };
    match rule {
        Rule::Presence(index) => {
            let rounds = problem.people[index]
                .present
                .iter()
                .enumerate()
                .filter(|(_, present)| **present);
            let rounds: Vec<String> = rounds.map(|(round, _)| (round + 1).to_string()).collect();
            let rounds = if rounds.is_empty() {
                "no round".to_owned()
            } else {
                format!("rounds {}", rounds.join(", "))
            };
            format!(
                "people[{index}].rounds: {} is there in {rounds}",
                person(index)
            )
        }
        Rule::Min(index) => {
            format!(
                "tables[{index}].min: {} needs at least {}",
                table(index),
                problem.tables[index].min.unwrap_or(0)
            )
        }
        Rule::Max(index) => {
            format!(
                "tables[{index}].max: {} takes at most {}",
                table(index),
                problem.tables[index].max.unwrap_or(0)
            )
        }
        Rule::Balance => {
            let balanced = problem.tables.iter().filter(|table| table.is_balanced());
            let ids: Vec<String> = balanced.map(|table| quoted(&table.id)).collect();
            format!(
                "tables: {} have neither min nor max, so their sizes differ by at most one",
                ids.join(", ")
            )
        }
        Rule::Host(index) => {
            let host = problem.tables[index].host.map(person).unwrap_or_default();
            format!("tables[{index}].host: {host} stays at {}", table(index))
        }
        Rule::Together(index) => {
            format!(
                "rules.together[{index}]: {} share a table",
                people(&problem.together[index])
            )
        }
        Rule::Apart(index) => {
            format!(
                "rules.apart[{index}]: {} sit at different tables",
                people(&problem.apart[index])
            )
        }
        Rule::Fixed(index) => {
            let fixed = problem.fixed[index];
            let (person, table) = (person(fixed.person), table(fixed.table));
            format!(
                "rules.fixed[{index}]: {person} sits at {table} in round {}",
                fixed.round + 1
            )
        }
    }
}

/// An id that keeps to its line, whatever characters it has.
fn quoted(id: &str) -> String {
    if id
        .chars()
        .all(|letter| !letter.is_control() && !letter.is_whitespace())
        && !id.is_empty()
    {
        return id.to_owned();
    }
    format!("{id:?}")
}
