//! A café as the solver sees it: positions in place of ids, and the way back.

mod locks;
mod tables;
#[cfg(test)]
mod tests;

use std::collections::HashMap;

use groups::rotate::{
    ABSENT, FixedSeat, GivenPlan, Goal, Index, PastMeeting, Person, Problem, Rule, Seating,
};
use model::{
    OrganisationId, RegistrationId,
    cafe::{CafeGoal, CafeRuleKind, CafeSeating, CafeSetUp, Lock, RuleNumber, TableNumber},
};
use serde::{Deserialize, Serialize};

pub use self::tables::even_sizes;
use self::tables::{allowed_tables, tables};
use super::{CafePerson, HeldRounds, needs::needs_of, rounds};

/// The rounds in which somebody is there, counted from 1. Whoever is not named is there in all.
pub type Presence = HashMap<RegistrationId, Vec<u32>>;

/// What a problem is made from.
#[derive(Debug, Clone, Copy)]
pub struct CafeInput<'a> {
    pub set_up: &'a CafeSetUp,
    pub people: &'a [CafePerson],
    pub presence: &'a Presence,
    /// Groups of people who sat together at earlier events, for the goal of new faces.
    pub earlier: &'a [Vec<RegistrationId>],
}

/// A café as the solver sees it.
#[derive(Debug, Clone)]
pub struct CafeProblem {
    pub problem: Problem,
    /// By position in the problem.
    pub people: Vec<RegistrationId>,
    pub tables: Vec<TableNumber>,
    together: Vec<RuleNumber>,
    apart: Vec<RuleNumber>,
    fixed: Vec<RuleSource>,
    closed: Vec<Lock>,
    /// The rounds that have begun.
    pub held: Option<HeldRounds>,
}

/// What a rule of the solver comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RuleSource {
    /// One of the set-up's rules.
    Rule(RuleNumber),
    /// The needs of a person, from rules and answers.
    Needs(RegistrationId),
    /// The seats of a table: too few people, or too many.
    Least(TableNumber),
    Most(TableNumber),
    Host(TableNumber),
    Lock(Lock),
    /// The person is not there.
    Absent(RegistrationId),
    /// The people of tables without a smallest number spread evenly.
    EvenSizes,
}

impl CafeProblem {
    /// The problem of a set-up and its people. References to people who are not there are left out.
    pub fn new(input: CafeInput<'_>) -> Self {
        let CafeInput { set_up, people, .. } = input;
        let position_of: HashMap<RegistrationId, Index> = people
            .iter()
            .enumerate()
            .map(|(position, person)| (person.id, position))
            .collect();
        let rounds = usize::try_from(set_up.rounds.count).unwrap_or(0);
        let mut organisations = Organisations::default();
        let seats: Vec<Person> = people
            .iter()
            .map(|person| Person {
                id: person.id.to_string(),
                organisation: organisations.index(person),
                present: present(input.presence.get(&person.id), rounds),
                tables: allowed_tables(set_up, &needs_of(set_up, person)),
            })
            .collect();
        let tables = tables(set_up, &seats, &position_of);
        let mut problem = Self {
            problem: Problem {
                rounds,
                tables,
                topics: set_up.topics.len(),
                people: seats,
                organisations: organisations.count,
                order: set_up.goals.iter().map(|goal| goal_of(*goal)).collect(),
                ..Problem::default()
            },
            people: people.iter().map(|person| person.id).collect(),
            tables: set_up.tables.iter().map(|table| table.number).collect(),
            together: Vec::new(),
            apart: Vec::new(),
            fixed: Vec::new(),
            closed: Vec::new(),
            held: None,
        };
        problem.add_rules(set_up, &position_of);
        problem.add_earlier(input.earlier, &position_of);
        problem
    }

    /// How many rounds have begun.
    pub fn begun(&self) -> u32 {
        self.held.as_ref().map_or(0, |held| held.begun)
    }

    /// The tables whose host is not there in one of the rounds that have not begun.
    pub fn tables_without_host(&self, set_up: &CafeSetUp) -> Vec<TableNumber> {
        rounds::tables_without_host(set_up, self.begun(), |host, round| {
            let position = self.people.iter().position(|person| *person == host);
            let round = usize::try_from(round - 1).unwrap_or(usize::MAX);
            position.is_some_and(|position| {
                let present = &self.problem.people[position].present;
                present.get(round).copied().unwrap_or_default()
            })
        })
    }

    fn add_rules(&mut self, set_up: &CafeSetUp, position_of: &HashMap<RegistrationId, Index>) {
        let positions = |people: &[RegistrationId]| -> Vec<Index> {
            people
                .iter()
                .filter_map(|person| position_of.get(person).copied())
                .collect()
        };
        for rule in &set_up.rules {
            match &rule.kind {
                CafeRuleKind::Together(people) => {
                    let group = positions(people);
                    if group.len() > 1 {
                        self.problem.together.push(group);
                        self.together.push(rule.number);
                    }
                }
                CafeRuleKind::Apart(people) => {
                    let group = positions(people);
                    if group.len() > 1 {
                        self.problem.apart.push(group);
                        self.apart.push(rule.number);
                    }
                }
                CafeRuleKind::Fixed {
                    person,
                    round,
                    table,
                } => self.fix(*person, *round, *table, RuleSource::Rule(rule.number)),
                CafeRuleKind::Needs { .. } => {}
            }
        }
    }

    fn add_earlier(
        &mut self,
        earlier: &[Vec<RegistrationId>],
        position_of: &HashMap<RegistrationId, Index>,
    ) {
        for group in earlier {
            let people: Vec<Index> = group
                .iter()
                .filter_map(|person| position_of.get(person).copied())
                .collect();
            if people.len() > 1 {
                self.problem.met.push(PastMeeting { people, weight: 1 });
            }
        }
    }

    /// Fixes a seat, unless it is fixed already or does not exist.
    fn fix(&mut self, person: RegistrationId, round: u32, table: TableNumber, source: RuleSource) {
        let Some(seat) = self.seat_at(person, round, table) else {
            return;
        };
        if !self.problem.fixed.contains(&seat) {
            self.problem.fixed.push(seat);
            self.fixed.push(source);
        }
    }

    fn seat_at(&self, person: RegistrationId, round: u32, table: TableNumber) -> Option<FixedSeat> {
        let round = Index::try_from(round.checked_sub(1)?).ok()?;
        let person = self.people.iter().position(|one| *one == person)?;
        let table = self.tables.iter().position(|one| *one == table)?;
        let is_there = *self.problem.people[person].present.get(round)?;
        is_there.then_some(FixedSeat {
            person,
            round,
            table,
        })
    }

    /// Keeps the rounds that have begun: rules do not apply in them.
    pub(super) fn keep(&mut self, held: HeldRounds) {
        let mut first = self.given(&held.seating);
        first
            .seats
            .truncate(usize::try_from(held.begun).unwrap_or(usize::MAX));
        self.problem.frozen_rounds = first.seats.len();
        self.problem.previous = (!first.seats.is_empty()).then_some(first);
        self.held = Some(held);
    }

    /// Whether a seating has the rounds that have begun as they are. Whoever has no seat there may have got one.
    pub fn keeps_held_rounds(&self, seating: &CafeSeating) -> bool {
        let Some(held) = &self.held else { return true };
        let begun = usize::try_from(held.begun).unwrap_or(usize::MAX);
        let (seating, held) = (self.seating(seating), self.seating(&held.seating));
        let rounds = seating.rounds.iter().zip(&held.rounds).take(begun);
        let mut seats = rounds.flat_map(|(seats, held)| seats.iter().zip(held));
        seats.all(|(seat, held)| *held == ABSENT || seat == held)
    }

    /// A stored seating as a plan of this problem. Seats of people and at tables that are gone are left out.
    pub fn given(&self, seating: &CafeSeating) -> GivenPlan {
        let table_at: HashMap<TableNumber, Index> = self
            .tables
            .iter()
            .enumerate()
            .map(|(position, table)| (*table, position))
            .collect();
        let column: HashMap<RegistrationId, usize> = seating
            .people
            .iter()
            .enumerate()
            .map(|(position, person)| (*person, position))
            .collect();
        let seats = seating
            .rounds
            .iter()
            .take(self.problem.rounds)
            .map(|round| {
                self.people
                    .iter()
                    .map(|person| {
                        let table = (*round.get(*column.get(person)?)?)?;
                        table_at.get(&table).copied()
                    })
                    .collect()
            })
            .collect();
        GivenPlan { seats }
    }

    /// A stored seating as the solver and its evaluator take it. Whoever is absent has no seat.
    pub fn seating(&self, stored: &CafeSeating) -> Seating {
        let given = self.given(stored);
        Seating {
            rounds: given.preferred_seats(&self.problem),
        }
    }

    /// The problem and a stored seating as numbers, for the evaluator in the browser.
    pub fn compact(&self, stored: &CafeSeating) -> String {
        groups::rotate::write_compact(&self.problem, &self.seating(stored))
    }

    /// A plan of the solver as it is stored.
    pub fn stored(&self, seating: &Seating) -> CafeSeating {
        let table = |table: u16| {
            (table != ABSENT)
                .then(|| self.tables.get(usize::from(table)).copied())
                .flatten()
        };
        CafeSeating {
            people: self.people.clone(),
            rounds: seating
                .rounds
                .iter()
                .map(|round| round.iter().map(|seat| table(*seat)).collect())
                .collect(),
        }
    }

    /// What rules of the solver come from, each named once: a locked round closes all its tables.
    pub fn sources(&self, rules: &[Rule]) -> Vec<RuleSource> {
        let mut sources = Vec::new();
        for rule in rules {
            let source = self.source(*rule);
            if !sources.contains(&source) {
                sources.push(source);
            }
        }
        sources
    }

    /// What a rule of the solver comes from.
    pub fn source(&self, rule: Rule) -> RuleSource {
        match rule {
            Rule::Presence(person) => RuleSource::Absent(self.people[person]),
            Rule::Tables(person) => RuleSource::Needs(self.people[person]),
            Rule::Min(table) => RuleSource::Least(self.tables[table]),
            Rule::Max(table) => RuleSource::Most(self.tables[table]),
            Rule::Balance => RuleSource::EvenSizes,
            Rule::Host(table) => RuleSource::Host(self.tables[table]),
            Rule::Together(index) => RuleSource::Rule(self.together[index]),
            Rule::Apart(index) => RuleSource::Rule(self.apart[index]),
            Rule::Fixed(index) => self.fixed[index],
            Rule::Closed(index) => RuleSource::Lock(self.closed[index]),
        }
    }
}

/// Gives every organisation its position. A person without one has an organisation alone.
#[derive(Default)]
struct Organisations {
    known: HashMap<OrganisationId, Index>,
    typed: HashMap<String, Index>,
    count: usize,
}

impl Organisations {
    fn index(&mut self, person: &CafePerson) -> Index {
        let next = self.count;
        let index = match (person.organisation, &person.organisation_name) {
            (Some(id), _) => *self.known.entry(id).or_insert(next),
            (None, Some(name)) => *self.typed.entry(name.trim().to_lowercase()).or_insert(next),
            (None, None) => next,
        };
        self.count = self.count.max(index + 1);
        index
    }
}

fn present(rounds_there: Option<&Vec<u32>>, rounds: usize) -> Vec<bool> {
    (1..=rounds)
        .map(|round| {
            rounds_there
                .is_none_or(|there| there.iter().any(|one| Ok(round) == usize::try_from(*one)))
        })
        .collect()
}

pub(super) const fn goal_of(goal: CafeGoal) -> Goal {
    match goal {
        CafeGoal::Topics => Goal::Topics,
        CafeGoal::Meetings => Goal::Meetings,
        CafeGoal::Mix => Goal::Mix,
        CafeGoal::NewFaces => Goal::Met,
    }
}
