//! How good a seating is, and which rules it breaks.

use groups::rotate::{ABSENT, Bounds, Draft, Figures, Plan, ProblemLayout, Quality, Rule, Seating};
use model::{
    RegistrationId,
    cafe::{BrokenRule, CafeGoal, CafeQuality, CafeRuleKind, CafeSeating, CafeSetUp, TableNumber},
};

use super::{Cafe, CafeProblem, RuleSource, needs::was_given, problem::goal_of};

/// The quality of a seating. The bounds hold for plans that keep all rules and seat everybody: beside another
/// seating they are widened to its values, and nothing counts as proven.
pub(crate) fn quality_of(
    problem: &CafeProblem,
    goals: &[CafeGoal],
    seating: &Seating,
    broken: &[BrokenRule],
) -> CafeQuality {
    let quality = Quality::new(&problem.problem, seating);
    let figures = Figures::new(&problem.problem, seating);
    let bounds = Bounds::new(&problem.problem);
    let hosts = problem.problem.hosts();
    let unseated: usize = figures
        .people
        .iter()
        .map(|person| person.rounds_present - person.rounds_seated)
        .sum();
    let keeps_all = unseated == 0 && broken.is_empty();
    let proven = Plan {
        seating: Seating { rounds: Vec::new() },
        quality,
        bounds,
        seed: 0,
        iterations: 0,
        method: String::new(),
    }
    .proven();
    CafeQuality {
        movers: number(hosts.iter().filter(|hosts| !**hosts).count()),
        topics_min: number(quality.topics_min),
        topics_min_bound: number(bounds.topics_min.max(quality.topics_min)),
        topics_sum: number(quality.topics_sum),
        topics_sum_bound: number(bounds.topics_sum.max(quality.topics_sum)),
        meetings: number(quality.meetings),
        meetings_bound: number(bounds.meetings.max(quality.meetings)),
        repeats: number(quality.repeats),
        fewest_met: number(quality.min_person),
        most_met: number(
            figures
                .people
                .iter()
                .map(|person| person.people_met)
                .max()
                .unwrap_or(0),
        ),
        mix: number(quality.mix),
        mix_bound: number(bounds.mix.min(quality.mix)),
        old_faces: number(quality.met),
        old_faces_bound: number(bounds.met.unwrap_or(0).min(quality.met)),
        unseated: number(unseated),
        proven: goals
            .iter()
            .copied()
            .filter(|goal| keeps_all && proven.contains(&goal_of(*goal)))
            .collect(),
    }
}

/// All rules that a seating breaks.
pub(crate) fn broken_rules(
    set_up: &CafeSetUp,
    cafe: &Cafe,
    problem: &CafeProblem,
    seating: &Seating,
) -> Vec<BrokenRule> {
    let layout = ProblemLayout::new(&problem.problem);
    let draft = Draft::new(&problem.problem, &layout, seating);
    let mut broken = Vec::new();
    for round in 0..problem.problem.rounds {
        for rule in draft.broken_rules(round) {
            let table = |person: usize| draft.seat(round, person);
            broken.extend(
                RuleWords {
                    set_up,
                    cafe,
                    problem,
                }
                .broken(rule, round, table),
            );
        }
    }
    broken.sort_unstable();
    broken.dedup();
    broken
}

/// The rules that stand against taking over a stored seating. In a round in which people have no seat yet, tables may
/// have too few.
pub(crate) fn rules_against(
    cafe: &Cafe,
    problem: &CafeProblem,
    stored: &CafeSeating,
) -> Vec<BrokenRule> {
    let seats = problem.seating(stored);
    let is_unfinished = |round: u32| {
        let round = usize::try_from(round).unwrap_or(0).saturating_sub(1);
        let mut people = seats.rounds[round].iter().enumerate();
        people.any(|(person, seat)| *seat == ABSENT && problem.problem.is_present(person, round))
    };
    let mut broken = broken_rules(&cafe.set_up(), cafe, problem, &seats);
    broken.retain(|rule| match rule {
        BrokenRule::TooFew { round, .. } => !is_unfinished(*round),
        _ => true,
    });
    broken
}

/// Turns rules of the solver into those of the set-up.
#[derive(Debug, Clone, Copy)]
pub(crate) struct RuleWords<'a> {
    pub set_up: &'a CafeSetUp,
    pub cafe: &'a Cafe,
    pub problem: &'a CafeProblem,
}

impl RuleWords<'_> {
    /// What a broken rule of the solver means. `table` gives the table of a person in the round.
    pub fn broken(
        self,
        rule: Rule,
        round: usize,
        table: impl Fn(usize) -> Option<usize>,
    ) -> Vec<BrokenRule> {
        let number = number(round + 1);
        match self.problem.source(rule) {
            RuleSource::Rule(rule) => vec![BrokenRule::Rule {
                rule,
                round: number,
            }],
            RuleSource::Needs(person) => {
                let position = self.problem.people.iter().position(|one| *one == person);
                let table = position
                    .and_then(table)
                    .and_then(|table| self.problem.tables.get(table).copied());
                self.unmet_needs(person, table, number)
            }
            RuleSource::Least(table) => vec![BrokenRule::TooFew {
                table,
                round: number,
            }],
            RuleSource::Most(table) => vec![BrokenRule::TooMany {
                table,
                round: number,
            }],
            RuleSource::Host(table) => vec![BrokenRule::Host {
                table,
                round: number,
            }],
            // Locks bind the solver only. The others are no rules of a set-up.
            RuleSource::Lock(_) | RuleSource::Absent(_) | RuleSource::EvenSizes => Vec::new(),
        }
    }

    fn unmet_needs(
        self,
        person: RegistrationId,
        table: Option<TableNumber>,
        round: u32,
    ) -> Vec<BrokenRule> {
        let Some(table) = table.and_then(|table| self.set_up.table(table)) else {
            return Vec::new();
        };
        let ruled = self
            .set_up
            .rules
            .iter()
            .filter_map(|rule| match &rule.kind {
                CafeRuleKind::Needs { person: one, need }
                    if *one == person && !need.is_met_by(table) =>
                {
                    Some(BrokenRule::Rule {
                        rule: rule.number,
                        round,
                    })
                }
                _ => None,
            });
        let known = self.cafe.people.iter().find(|one| one.id == person);
        let answered = known.is_some_and(|known| {
            self.set_up
                .answer_needs
                .iter()
                .any(|need| was_given(need, known) && !need.need.is_met_by(table))
        });
        ruled
            .chain(answered.then_some(BrokenRule::AnswerNeed { person, round }))
            .collect()
    }
}

pub(super) fn number(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}
