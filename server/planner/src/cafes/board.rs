//! The board: a version of the plan, with what its page shows.

use std::collections::HashSet;

use groups::rotate::{Figures, OrganisationMatrix};
use model::{
    AgendaItemId, RegistrationId,
    cafe::{BrokenRule, CafeQuality, CafeSeating, PlanVersion},
};

use super::{
    Cafe, CafeFacts, CafeProblem, ListedVersion, PlanAlternative, load_facts,
    quality::{broken_rules, number, quality_of, rules_against},
    versions::require_version,
};
use crate::{
    Planner, Result,
    access::{EventAccess, Reads},
    plans::{UndoSteps, listed_versions},
};

/// A café with a version of its plan.
#[derive(Debug, Clone)]
pub struct CafeBoard {
    pub cafe: Cafe,
    pub facts: CafeFacts,
    /// The café as the solver sees it: by the set-up that is edited, with the people who are registered now.
    pub problem: CafeProblem,
    /// `None` before the first version.
    pub version: Option<PlanVersion>,
    /// Whether it is the version that is edited.
    pub is_current: bool,
    pub steps: UndoSteps,
    /// All versions, the latest first.
    pub versions: Vec<ListedVersion>,
    /// What the search found beside the version.
    pub alternatives: Vec<PlanAlternative>,
}

/// A pair that shares a table in several rounds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RepeatedPair {
    pub one: RegistrationId,
    pub other: RegistrationId,
    /// Counted from 1.
    pub rounds: Vec<u32>,
}

/// What one person gets from a plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PersonGain {
    pub person: RegistrationId,
    pub is_host: bool,
    pub topics: u32,
    pub most_topics: u32,
    /// People of other organisations met, and the most that any plan allows.
    pub met: u32,
    pub most_met: u32,
    pub rounds_present: u32,
    pub rounds_seated: u32,
}

/// Figures of a version.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlanFigures {
    /// In the order of the café's people.
    pub people: Vec<PersonGain>,
    /// The most frequent first.
    pub repeats: Vec<RepeatedPair>,
    /// The names of the organisations; `None` for somebody without one.
    pub organisations: Vec<Option<String>>,
    /// For each pair of organisations the pairs of their people who share a table. The diagonal counts colleagues.
    pub matrix: Vec<Vec<u32>>,
}

impl PlanFigures {
    /// The people who meet fewest others, of those who are there in all rounds that anybody is there.
    pub fn worst_off(&self) -> impl Iterator<Item = &PersonGain> {
        let most_rounds = self.people.iter().map(|gain| gain.rounds_present).max();
        let fewest = self
            .people
            .iter()
            .filter(|gain| Some(gain.rounds_present) == most_rounds)
            .map(|gain| gain.met)
            .min();
        self.people.iter().filter(move |gain| {
            Some(gain.rounds_present) == most_rounds && Some(gain.met) == fewest
        })
    }
}

impl CafeBoard {
    /// The figures of the version.
    pub fn figures(&self) -> Option<PlanFigures> {
        let version = self.version.as_ref()?;
        let seats = self.problem.seating(&version.seating);
        let problem = &self.problem.problem;
        let figures = Figures::new(problem, &seats);
        let matrix = OrganisationMatrix::new(problem, &seats);
        let hosts = problem.hosts();
        let people = self.problem.people.iter().zip(&figures.people).zip(hosts);
        let mut organisations = vec![None; problem.organisations];
        for (person, shown) in problem.people.iter().zip(&self.cafe.people) {
            organisations[person.organisation].clone_from(&shown.organisation_name);
        }
        Some(PlanFigures {
            people: people
                .map(|((person, figures), is_host)| PersonGain {
                    person: *person,
                    is_host,
                    topics: number(figures.topics),
                    most_topics: number(figures.most_topics),
                    met: number(figures.people_met),
                    most_met: number(figures.most_people_met),
                    rounds_present: number(figures.rounds_present),
                    rounds_seated: number(figures.rounds_seated),
                })
                .collect(),
            repeats: figures
                .repeats
                .iter()
                .map(|repeat| RepeatedPair {
                    one: self.problem.people[repeat.one],
                    other: self.problem.people[repeat.other],
                    rounds: repeat
                        .rounds
                        .iter()
                        .map(|round| number(round + 1))
                        .collect(),
                })
                .collect(),
            organisations,
            matrix: (0..matrix.len())
                .map(|one| {
                    (0..matrix.len())
                        .map(|other| matrix.pairs_met(one, other))
                        .collect()
                })
                .collect(),
        })
    }

    /// The people who are registered now and have no seat in a round in which they are there.
    pub fn unseated(&self) -> Vec<(RegistrationId, Vec<u32>)> {
        let Some(version) = &self.version else {
            return Vec::new();
        };
        let seats = self.problem.seating(&version.seating);
        let people = self.problem.people.iter().enumerate();
        people
            .filter_map(|(position, person)| {
                let rounds: Vec<u32> = seats
                    .rounds
                    .iter()
                    .enumerate()
                    .filter(|(round, seats)| {
                        self.problem.problem.is_present(position, *round)
                            && seats[position] == groups::rotate::ABSENT
                    })
                    .map(|(round, _)| number(round + 1))
                    .collect();
                (!rounds.is_empty()).then_some((*person, rounds))
            })
            .collect()
    }

    /// People of the version who have no seat at the event any more.
    pub fn gone(&self) -> Vec<RegistrationId> {
        let here: HashSet<RegistrationId> = self.problem.people.iter().copied().collect();
        let people = self
            .version
            .iter()
            .flat_map(|version| &version.seating.people);
        people
            .filter(|person| !here.contains(person))
            .copied()
            .collect()
    }

    /// Whether the version seats somebody in a round in which they are not there.
    fn seats_absent_people(&self) -> bool {
        let Some(version) = &self.version else {
            return false;
        };
        let people = self.problem.people.iter().zip(&self.problem.problem.people);
        people.into_iter().any(|(id, person)| {
            let mut rounds = (1_u32..).zip(&person.present);
            rounds.any(|(round, is_there)| {
                !is_there && version.seating.table_of(*id, round).is_some()
            })
        })
    }

    /// The quality of the version. The version that is edited is recounted if its people, who of them is there or the
    /// set-up are others by now.
    pub fn quality(&self) -> Option<CafeQuality> {
        let version = self.version.as_ref()?;
        let set_up_changed = version.head.set_up != self.cafe.revision();
        let is_outdated = set_up_changed
            || !self.unseated().is_empty()
            || !self.gone().is_empty()
            || self.seats_absent_people();
        if !self.is_current || !is_outdated {
            return Some(version.head.quality.clone());
        }
        let seats = self.problem.seating(&version.seating);
        let goals = self.cafe.set_up().goals;
        Some(quality_of(
            &self.problem,
            &goals,
            &seats,
            &self.broken_now(),
        ))
    }

    /// The rules of the set-up that is edited which the seats of the version break. The version itself names those of
    /// the set-up that it was made from.
    pub fn broken_now(&self) -> Vec<BrokenRule> {
        let Some(version) = &self.version else {
            return Vec::new();
        };
        let seats = self.problem.seating(&version.seating);
        broken_rules(&self.cafe.set_up(), &self.cafe, &self.problem, &seats)
    }

    /// The rules that stand against taking over a seating.
    pub fn rules_against(&self, seating: &CafeSeating) -> Vec<BrokenRule> {
        rules_against(&self.cafe, &self.problem, seating)
    }
}

impl Planner {
    /// A version of a café's plan; without a number the one that is edited.
    #[tracing::instrument(level = "debug", skip_all, fields(event = %access), err(level = "debug"))]
    pub async fn cafe_board(
        &self,
        access: &EventAccess<Reads>,
        item: Option<AgendaItemId>,
        number: Option<u32>,
    ) -> Result<CafeBoard> {
        let (mut reader, cafe) = self.read_cafe(access, item).await?;
        let facts = load_facts(&mut reader, &cafe, self.now()).await?;
        let mut steps = UndoSteps::default();
        let mut version = None;
        let (mut versions, mut alternatives) = (Vec::new(), Vec::new());
        let current = cafe.plan.as_ref().and_then(|plan| plan.current);
        if let Some(plan) = &cafe.plan {
            if let Some(number) = number.or(plan.current) {
                version = Some(require_version(&mut reader, plan.id, number).await?);
                alternatives = reader.plan_alternatives(plan.id, number).await?;
            }
            let heads = reader.plan_versions(plan.id).await?.rows;
            steps = UndoSteps::new(plan, &heads);
            versions = listed_versions(&mut reader, &cafe.network, heads).await?;
        } else if number.is_some() {
            return Err(crate::PlannerError::NotFound);
        }
        Ok(CafeBoard {
            problem: cafe.problem(&facts),
            is_current: version.as_ref().map(|version| version.head.number) == current,
            version,
            steps,
            versions,
            alternatives,
            facts,
            cafe,
        })
    }
}
