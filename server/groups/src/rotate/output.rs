//! Plans as JSON, in the words of the contract.

use serde::Serialize;

use super::plan::Plan;
use super::problem::{Goal, Problem};

#[derive(Serialize)]
struct Output<'a> {
    rounds: Vec<Vec<TableOutput<'a>>>,
    quality: QualityOutput,
    seed: u64,
    iterations: u64,
    method: &'a str,
}

#[derive(Serialize)]
struct TableOutput<'a> {
    table: &'a str,
    people: Vec<&'a str>,
}

#[derive(Serialize)]
struct QualityOutput {
    topics: TopicsOutput,
    meetings: MeetingsOutput,
    mix: LeastOutput,
    #[serde(skip_serializing_if = "Option::is_none")]
    met: Option<LeastOutput>,
    changed_people: usize,
    proven: Vec<&'static str>,
}

#[derive(Serialize)]
struct TopicsOutput {
    min: usize,
    bound_min: usize,
    sum: usize,
    bound_sum: usize,
}

#[derive(Serialize)]
struct MeetingsOutput {
    value: usize,
    bound: usize,
    repeats: usize,
    min_person: usize,
}

#[derive(Serialize)]
struct LeastOutput {
    value: usize,
    bound: usize,
}

impl Plan {
    /// The plan as JSON. Tables and people are in the order of the problem.
    pub fn to_json(&self, problem: &Problem) -> Result<String, serde_json::Error> {
        let rounds = self.seating.rounds.iter().map(|seats| {
            let mut tables: Vec<TableOutput<'_>> = problem
                .tables
                .iter()
                .map(|table| TableOutput {
                    table: &table.id,
                    people: Vec::new(),
                })
                .collect();
            for (person, &table) in seats.iter().enumerate() {
                if let Some(table) = tables.get_mut(usize::from(table)) {
                    table.people.push(&problem.people[person].id);
                }
            }
            tables
        });
        let (quality, bounds) = (&self.quality, &self.bounds);
        let output = Output {
            rounds: rounds.collect(),
            quality: QualityOutput {
                topics: TopicsOutput {
                    min: quality.topics_min,
                    bound_min: bounds.topics_min,
                    sum: quality.topics_sum,
                    bound_sum: bounds.topics_sum,
                },
                meetings: MeetingsOutput {
                    value: quality.meetings,
                    bound: bounds.meetings,
                    repeats: quality.repeats,
                    min_person: quality.min_person,
                },
                mix: LeastOutput {
                    value: quality.mix,
                    bound: bounds.mix,
                },
                met: bounds.met.map(|bound| LeastOutput {
                    value: quality.met,
                    bound,
                }),
                changed_people: quality.changed_people,
                proven: self.proven().into_iter().map(Goal::name).collect(),
            },
            seed: self.seed,
            iterations: self.iterations,
            method: &self.method,
        };
        serde_json::to_string_pretty(&output)
    }
}
