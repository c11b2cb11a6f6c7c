//! Problems as JSON, in the words of the contract.

use serde::Serialize;

use super::problem::{GivenPlan, Goal, Problem};
use crate::Limit;

#[derive(Serialize)]
struct Output<'a> {
    rounds: usize,
    tables: Vec<TableOutput<'a>>,
    people: Vec<PersonOutput<'a>>,
    rules: RulesOutput<'a>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    met: Vec<MetOutput<'a>>,
    order: Vec<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    previous: Option<PlanOutput<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    start: Option<PlanOutput<'a>>,
    #[serde(skip_serializing_if = "is_zero")]
    frozen_rounds: usize,
    limit: Limit,
    seed: u64,
}

#[derive(Serialize)]
struct TableOutput<'a> {
    id: &'a str,
    topic: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    min: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    max: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    host: Option<&'a str>,
}

#[derive(Serialize)]
struct PersonOutput<'a> {
    id: &'a str,
    organisation: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    rounds: Option<Vec<usize>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    tables: Option<Vec<&'a str>>,
}

#[derive(Serialize)]
struct RulesOutput<'a> {
    together: Vec<Vec<&'a str>>,
    apart: Vec<Vec<&'a str>>,
    fixed: Vec<FixedOutput<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    closed: Vec<ClosedOutput<'a>>,
}

#[derive(Serialize)]
struct FixedOutput<'a> {
    person: &'a str,
    round: usize,
    table: &'a str,
}

#[derive(Serialize)]
struct ClosedOutput<'a> {
    round: usize,
    table: &'a str,
}

#[derive(Serialize)]
struct MetOutput<'a> {
    people: Vec<&'a str>,
    weight: usize,
}

#[derive(Serialize)]
struct PlanOutput<'a> {
    rounds: Vec<Vec<SeatsOutput<'a>>>,
}

#[derive(Serialize)]
struct SeatsOutput<'a> {
    table: &'a str,
    people: Vec<&'a str>,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde passes references")]
const fn is_zero(number: &usize) -> bool {
    *number == 0
}

impl Problem {
    /// The problem as JSON, which [`Problem::from_json`] reads as the same problem. Topics and organisations have
    /// numbers in place of names.
    pub fn to_json(&self) -> Result<String, serde_json::Error> {
        let person = |index: &usize| self.people[*index].id.as_str();
        let table = |index: usize| self.tables[index].id.as_str();
        let group = |group: &Vec<usize>| group.iter().map(person).collect();
        let tables = self.tables.iter().map(|table| TableOutput {
            id: &table.id,
            topic: (table.topic + 1).to_string(),
            min: table.min,
            max: table.max,
            host: table.host.as_ref().map(person),
        });
        let people = self.people.iter().map(|person| {
            let is_always_there = person.present.iter().all(|present| *present);
            let rounds = person.present.iter().enumerate();
            let rounds = rounds.filter(|(_, present)| **present);
            PersonOutput {
                id: &person.id,
                organisation: (person.organisation + 1).to_string(),
                rounds: (!is_always_there).then(|| rounds.map(|(round, _)| round + 1).collect()),
                tables: person
                    .tables
                    .as_ref()
                    .map(|tables| tables.iter().map(|index| table(*index)).collect()),
            }
        });
        let output = Output {
            rounds: self.rounds,
            tables: tables.collect(),
            people: people.collect(),
            rules: RulesOutput {
                together: self.together.iter().map(group).collect(),
                apart: self.apart.iter().map(group).collect(),
                fixed: self
                    .fixed
                    .iter()
                    .map(|fixed| FixedOutput {
                        person: person(&fixed.person),
                        round: fixed.round + 1,
                        table: table(fixed.table),
                    })
                    .collect(),
                closed: self
                    .closed
                    .iter()
                    .map(|closed| ClosedOutput {
                        round: closed.round + 1,
                        table: table(closed.table),
                    })
                    .collect(),
            },
            met: self
                .met
                .iter()
                .map(|past| MetOutput {
                    people: group(&past.people),
                    weight: past.weight,
                })
                .collect(),
            order: self.order.iter().copied().map(Goal::name).collect(),
            previous: self.previous.as_ref().map(|plan| self.plan_output(plan)),
            start: self.start.as_ref().map(|plan| self.plan_output(plan)),
            frozen_rounds: self.frozen_rounds,
            limit: self.limit,
            seed: self.seed,
        };
        serde_json::to_string_pretty(&output)
    }

    fn plan_output(&self, plan: &GivenPlan) -> PlanOutput<'_> {
        let seats = |round: &Vec<Option<usize>>| {
            let mut tables: Vec<SeatsOutput<'_>> = self
                .tables
                .iter()
                .map(|table| SeatsOutput {
                    table: &table.id,
                    people: Vec::new(),
                })
                .collect();
            for (person, seat) in self.people.iter().zip(round) {
                if let Some(table) = seat {
                    tables[*table].people.push(&person.id);
                }
            }
            tables
        };
        PlanOutput {
            rounds: plan.seats.iter().map(seats).collect(),
        }
    }
}
