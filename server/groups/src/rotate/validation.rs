//! Checks of a problem that is built by hand. `parse` makes the same ones with the paths of JSON.

use std::collections::HashSet;
use std::fmt;

use super::problem::{
    GivenPlan, Index, MAX_PEOPLE, MAX_ROUNDS, MAX_SEATS, MAX_TABLES, MAX_WEIGHT, Problem,
};
use super::rules::Rule;
use crate::distinct::are_distinct;

/// A part of a [`Problem`] that is invalid.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum InvalidPart {
    /// There are 1 to 100 rounds.
    Rounds,
    /// There are 1 to 1,000 tables.
    Tables,
    /// There are at most 10,000 people.
    People,
    /// There are at most 500,000 seats: people × rounds.
    Seats,
    /// A table whose topic or host does not exist, or whose `min` exceeds `max`.
    Table(Index),
    /// A person whose organisation or tables do not exist, who names a table twice, or whose `present` does not have
    /// one entry for each round.
    Person(Index),
    /// A rule that refers to nothing, or names a person twice. A table closes once in a round.
    Rule(Rule),
    /// A past meeting that names nobody known, or a person twice, or whose weight exceeds 1,000.
    Met(Index),
    /// There is at least one goal, and each at most once.
    Order,
    /// The previous plan has more than 100 rounds, or a seat at an unknown table.
    Previous,
    /// As [`Self::Previous`], of the plan to start from.
    Start,
    /// Rounds are frozen that the problem or the previous plan does not have.
    FrozenRounds,
}

impl fmt::Display for InvalidPart {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "invalid: {self:?}")
    }
}

impl std::error::Error for InvalidPart {}

impl Problem {
    /// Checks a problem that was built by hand.
    ///
    /// The other functions of the module expect a valid problem; an index beyond a list may panic there.
    ///
    /// # Errors
    ///
    /// Every invalid part.
    pub fn validated(self) -> Result<Self, Vec<InvalidPart>> {
        let mut invalid = self.invalid_counts();
        invalid.extend(self.invalid_rows());
        invalid.extend(self.invalid_rules());
        invalid.extend(self.invalid_plans());
        if invalid.is_empty() {
            Ok(self)
        } else {
            Err(invalid)
        }
    }

    fn invalid_counts(&self) -> Vec<InvalidPart> {
        let mut goals = HashSet::new();
        let is_order_valid =
            !self.order.is_empty() && self.order.iter().all(|goal| goals.insert(goal.name()));
        let checks = [
            (InvalidPart::Rounds, (1..=MAX_ROUNDS).contains(&self.rounds)),
            (
                InvalidPart::Tables,
                (1..=MAX_TABLES).contains(&self.tables.len()),
            ),
            (InvalidPart::People, self.people.len() <= MAX_PEOPLE),
            (
                InvalidPart::Seats,
                self.rounds.saturating_mul(self.people.len()) <= MAX_SEATS,
            ),
            (InvalidPart::Order, is_order_valid),
        ];
        let invalid = checks.into_iter().filter(|(_, is_valid)| !is_valid);
        invalid.map(|(part, _)| part).collect()
    }

    fn invalid_rows(&self) -> Vec<InvalidPart> {
        let (people, tables) = (self.people.len(), self.tables.len());
        let invalid_tables = self.tables.iter().enumerate().filter(|(_, table)| {
            table.topic >= self.topics
                || table.host.is_some_and(|host| host >= people)
                || matches!((table.min, table.max), (Some(min), Some(max)) if min > max)
        });
        let invalid_people = self.people.iter().enumerate().filter(|(_, person)| {
            let allowed = person.tables.as_deref().unwrap_or_default();
            person.organisation >= self.organisations
                || person.present.len() != self.rounds
                || !are_distinct(allowed, tables)
        });
        let met =
            self.met.iter().enumerate().filter(|(_, past)| {
                !are_distinct(&past.people, people) || past.weight > MAX_WEIGHT
            });
        invalid_tables
            .map(|(index, _)| InvalidPart::Table(index))
            .chain(invalid_people.map(|(index, _)| InvalidPart::Person(index)))
            .chain(met.map(|(index, _)| InvalidPart::Met(index)))
            .collect()
    }

    fn invalid_rules(&self) -> Vec<InvalidPart> {
        let people = self.people.len();
        let mut invalid = Vec::new();
        let groups = [
            (&self.together, Rule::Together as fn(Index) -> Rule),
            (&self.apart, Rule::Apart),
        ];
        for (groups, rule) in groups {
            let wrong = groups.iter().enumerate();
            let wrong = wrong.filter(|(_, group)| !are_distinct(group, people));
            invalid.extend(wrong.map(|(index, _)| InvalidPart::Rule(rule(index))));
        }
        for (index, fixed) in self.fixed.iter().enumerate() {
            if fixed.person >= people || !self.has_place(fixed.round, fixed.table) {
                invalid.push(InvalidPart::Rule(Rule::Fixed(index)));
            }
        }
        for (index, closed) in self.closed.iter().enumerate() {
            if !self.has_place(closed.round, closed.table) || self.closed[..index].contains(closed)
            {
                invalid.push(InvalidPart::Rule(Rule::Closed(index)));
            }
        }
        invalid
    }

    fn invalid_plans(&self) -> Vec<InvalidPart> {
        let is_valid = |plan: &Option<GivenPlan>| {
            plan.as_ref().is_none_or(|plan| {
                let mut seats = plan.seats.iter().flatten().flatten();
                plan.seats.len() <= MAX_ROUNDS && seats.all(|&table| table < self.tables.len())
            })
        };
        let previous_rounds = self.previous.as_ref().map_or(0, |plan| plan.seats.len());
        let checks = [
            (InvalidPart::Previous, is_valid(&self.previous)),
            (InvalidPart::Start, is_valid(&self.start)),
            (
                InvalidPart::FrozenRounds,
                self.frozen_rounds <= self.rounds.min(previous_rounds),
            ),
        ];
        let invalid = checks.into_iter().filter(|(_, is_valid)| !is_valid);
        invalid.map(|(part, _)| part).collect()
    }

    fn has_place(&self, round: Index, table: Index) -> bool {
        round < self.rounds && table < self.tables.len()
    }
}

#[cfg(test)]
mod tests {
    use super::super::problem::{ClosedTable, FixedSeat, PastMeeting, Person, Table};
    use super::*;

    fn small() -> Problem {
        let table = |topic: Index| Table {
            id: topic.to_string(),
            topic,
            min: None,
            max: None,
            host: None,
        };
        let person = |organisation: Index| Person {
            id: organisation.to_string(),
            organisation,
            present: vec![true; 2],
            tables: None,
        };
        Problem {
            rounds: 2,
            tables: vec![table(0), table(1)],
            topics: 2,
            people: (0..4).map(person).collect(),
            organisations: 4,
            ..Problem::default()
        }
    }

    #[test]
    fn a_problem_built_by_hand_is_checked_part_by_part() {
        assert!(small().validated().is_ok());
        let mut problem = small();
        problem.tables[1].host = Some(4);
        problem.people[2].tables = Some(vec![1, 1]);
        problem.people[3].present.pop();
        problem.together.push(vec![0, 0]);
        problem.fixed.push(FixedSeat {
            person: 0,
            round: 2,
            table: 0,
        });
        problem.closed = vec![ClosedTable { round: 0, table: 1 }; 2];
        problem.met.push(PastMeeting {
            people: vec![7],
            weight: 1,
        });
        problem.order.clear();
        problem.start = Some(GivenPlan {
            seats: vec![vec![Some(2)]],
        });
        problem.frozen_rounds = 1;
        assert_eq!(
            problem.validated().unwrap_err(),
            [
                InvalidPart::Order,
                InvalidPart::Table(1),
                InvalidPart::Person(2),
                InvalidPart::Person(3),
                InvalidPart::Met(0),
                InvalidPart::Rule(Rule::Together(0)),
                InvalidPart::Rule(Rule::Fixed(0)),
                InvalidPart::Rule(Rule::Closed(1)),
                InvalidPart::Start,
                InvalidPart::FrozenRounds,
            ]
        );
        let empty = Problem::default().validated().unwrap_err();
        assert_eq!(empty, [InvalidPart::Rounds, InvalidPart::Tables]);
    }
}
