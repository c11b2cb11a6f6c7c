//! Problem and plan of an assignment as the JSON of `treffpunkt groups assign`. Nobody is named: people and
//! organisations have numbers.

use groups::assign::{PlannedSeat, Problem, ProblemLayout, Reasons, Refused, Seating, Unplaced};
use model::{
    Event, RegistrationId,
    assignment::{AssignmentHead, AssignmentSeating, Proof},
};
use serde::Serialize;
use sha2::{Digest, Sha256};
use store::{AssignmentPlan, Reader};

use super::{
    computation::Computed,
    versions::{plan_of, require_version},
};
use crate::{
    Planner, PlannerError, Result,
    access::{EventAccess, Reads},
    registrations::visible_event,
    workshops::OpenWishes,
};

/// An assignment to write.
#[derive(Debug, Clone)]
pub struct AssignmentExport {
    /// The event's name in addresses, and the number of the version that was computed.
    pub slug: String,
    pub version: u32,
    problem: Problem,
    seating: Seating,
    /// What the search proved.
    proof: Option<Proof>,
}

/// A plan, as the solver writes one. Values that only a search knows are left out where none is known.
#[derive(Debug, Serialize)]
struct WrittenPlan<'a> {
    seats: Vec<PlannedSeat>,
    unplaced: Vec<Unplaced>,
    refused: Vec<Refused>,
    profile: &'a [usize],
    best_wish: &'a [usize],
    spread: i64,
    changed: i64,
    #[serde(skip_serializing_if = "Option::is_none")]
    proven: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    gap: Option<u32>,
    seed: u64,
    #[serde(skip_serializing_if = "Option::is_none")]
    iterations: Option<u64>,
}

impl AssignmentExport {
    /// The files of a version. `NotFound` if what it was computed from is not kept.
    async fn of(
        reader: &mut Reader,
        (event, plan): (&Event, &AssignmentPlan),
        version: u32,
    ) -> Result<Self> {
        let heads: Vec<AssignmentHead> = reader.plan_versions(plan.id).await?.rows;
        let computed = Computed::of(reader, plan, &heads, version).await?;
        let computed = computed.ok_or(PlannerError::NotFound)?;
        let problem = computed.problem()?;
        Ok(Self {
            slug: event.slug.to_string(),
            version: computed.version,
            seating: seats_by_number(&problem, &computed.found.seating),
            problem,
            proof: Some(computed.found.proof),
        })
    }

    /// Without organisations, colleagues do not find one another's wishes. They stay where a workshop takes only so many
    /// of one.
    fn leave_organisations_out(&mut self) {
        if limits_organisations(&self.problem) {
            return;
        }
        for person in &mut self.problem.people {
            person.organisation = None;
        }
        self.problem.organisations.clear();
        // The search went other ways with them.
        self.problem.limit = Problem::DEFAULT_LIMIT;
    }

    /// The problem, with the fairness that was chosen.
    pub fn problem_json(&self) -> Result<String> {
        self.problem.to_json().map_err(PlannerError::internal)
    }

    /// Who sits where, and why not elsewhere.
    pub fn plan_json(&self) -> Result<String> {
        let problem = &self.problem;
        let layout = ProblemLayout::new(problem);
        let figures = groups::assign::Figures::new(&layout, &self.seating);
        let mut seats = Vec::new();
        for (person, row) in problem.people.iter().enumerate() {
            for &slot in &row.slots {
                if let Some(workshop) = self.seating.workshop(person, slot) {
                    seats.push(PlannedSeat {
                        person: row.id.clone(),
                        slot: problem.slots[slot].clone(),
                        workshop: problem.workshops[workshop].id.clone(),
                        rank: layout.rank(person, workshop),
                    });
                }
            }
        }
        let (mut unplaced, mut refused) = (Vec::new(), Vec::new());
        for refusal in Reasons::new(problem, &layout, &self.seating).of_everybody() {
            let person = problem.people[refusal.person].id.clone();
            let slot = problem.slots[refusal.slot].clone();
            let why = refusal.text(problem);
            match refusal.held {
                Some(held) => refused.push(Refused {
                    person,
                    slot,
                    workshop: problem.workshops[held].id.clone(),
                    why,
                }),
                None => unplaced.push(Unplaced { person, slot, why }),
            }
        }
        let gap = match self.proof {
            Some(Proof::Optimal | Proof::FewestChanges) => Some(0),
            Some(Proof::Gap(gap)) => Some(gap),
            Some(Proof::Unknown) | None => None,
        };
        let plan = WrittenPlan {
            seats,
            unplaced,
            refused,
            profile: &figures.profile,
            best_wish: &figures.best_wish,
            spread: figures.spread,
            changed: figures.changed,
            proven: gap.map(|gap| gap == 0),
            gap,
            seed: problem.seed,
            iterations: problem.limit.iterations(),
        };
        serde_json::to_string(&plan).map_err(PlannerError::internal)
    }
}

/// The numbers of people, in an order that says nothing about names or times of registration.
#[derive(Debug, Clone, Default)]
pub(super) struct Numbers {
    /// The position in the problem of the person of each number.
    order: Vec<usize>,
    /// The number of the person of each position.
    number: Vec<usize>,
}

impl Numbers {
    /// The number of a person by the position in the problem, from 1.
    pub(super) fn of(&self, position: usize) -> usize {
        self.number[position] + 1
    }

    pub(super) fn new(people: &[RegistrationId]) -> Self {
        let key = |position: &usize| {
            let id = people[*position].to_string();
            Sha256::digest(id.as_bytes()).to_vec()
        };
        let mut order: Vec<usize> = (0..people.len()).collect();
        order.sort_by_cached_key(key);
        let mut number = vec![0; order.len()];
        for (index, &position) in order.iter().enumerate() {
            number[position] = index;
        }
        Self { order, number }
    }

    /// People in the order of their numbers.
    pub(super) fn ids(&self, people: &[RegistrationId]) -> Vec<RegistrationId> {
        let order = self.order.iter();
        order.map(|&position| people[position]).collect()
    }

    /// The same problem with people in the order of their numbers, and numbers for organisations. Workshops keep their
    /// titles: the programme is public.
    pub(super) fn problem(&self, mut solved: Problem) -> Problem {
        let people = self.order.iter();
        let people = people.map(|&position| solved.people[position].clone());
        solved.people = people.collect();
        let mut organisations = vec![None; solved.organisations.len()];
        let mut seen = 0;
        for person in &solved.people {
            if let Some(organisation) = person.organisation {
                organisations[organisation].get_or_insert_with(|| {
                    seen += 1;
                    seen
                });
            }
        }
        solved.organisations = organisations
            .into_iter()
            .map(|number: Option<u32>| number.unwrap_or(0).to_string())
            .collect();
        for seat in &mut solved.fixed {
            seat.person = self.number[seat.person];
        }
        for group in solved.together.iter_mut().chain(&mut solved.apart) {
            for person in group {
                *person = self.number[*person];
            }
        }
        let previous = std::mem::take(&mut solved.previous).into_iter();
        solved.previous = previous
            .map(|((person, slot), workshop)| ((self.number[person], slot), workshop))
            .collect();
        solved
    }
}

/// Whether a workshop takes a limited number of one organisation.
pub(super) fn limits_organisations(problem: &Problem) -> bool {
    let mut workshops = problem.workshops.iter();
    workshops.any(|workshop| workshop.organisation_max < u32::MAX)
}

/// The seats of people in the order of their numbers. Slots and workshops have the positions of the problem.
fn seats_by_number(problem: &Problem, seating: &AssignmentSeating) -> Seating {
    let mut seats = Seating::empty(problem);
    for (person, row) in seats.workshops.iter_mut().enumerate() {
        for (slot, seat) in row.iter_mut().enumerate() {
            let workshop = seating.seats.get(slot).and_then(|row| *row.get(person)?);
            *seat = workshop.map(usize::from);
        }
    }
    seats
}

impl Planner {
    /// Problem and plan of the computation that the current version goes back to. While people can wish, the seed is left
    /// out: nobody is to know it before.
    ///
    /// # Errors
    ///
    /// `NotFound` before a version is chosen, and if what it was computed from is not kept.
    #[tracing::instrument(level = "debug", skip_all, fields(event = %access), err(level = "debug"))]
    pub async fn export_assignment(&self, access: &EventAccess<Reads>) -> Result<AssignmentExport> {
        let mut reader = self.store().read().await?;
        let (_, event) = access.read(&mut reader).await?;
        let plan = plan_of(&mut reader, &event).await?;
        let (plan, current) = (plan.and_then(|plan| plan.current.map(|at| (plan, at))))
            .ok_or(PlannerError::NotFound)?;
        let mut export = AssignmentExport::of(&mut reader, (&event, &plan), current).await?;
        let setup = reader.wish_setup(event.id).await?;
        if setup.is_some_and(|setup| self.now() < setup.closes.at) {
            export.problem.seed = 0;
        }
        Ok(export)
    }

    /// How many seats of the current version were given otherwise after its computation. `None` if there are no files of
    /// it.
    #[tracing::instrument(level = "debug", skip_all, fields(event = %access), err(level = "debug"))]
    pub async fn seats_changed_since_computation(
        &self,
        access: &EventAccess<Reads>,
    ) -> Result<Option<usize>> {
        let mut reader = self.store().read().await?;
        let (_, event) = access.read(&mut reader).await?;
        let plan = plan_of(&mut reader, &event).await?;
        let Some((plan, current)) = plan.and_then(|plan| plan.current.map(|at| (plan, at))) else {
            return Ok(None);
        };
        let heads: Vec<AssignmentHead> = reader.plan_versions(plan.id).await?.rows;
        let Some(computed) = Computed::of(&mut reader, &plan, &heads, current).await? else {
            return Ok(None);
        };
        let seating = require_version(&mut reader, &plan, current).await?.seating;
        Ok(Some(computed.found.changed_in(&seating)))
    }

    /// Problem and plan of the computation that the published version goes back to, for everybody who sees the event.
    ///
    /// # Errors
    ///
    /// `NotFound` before a version is published, while people can wish, and where the assignment has rules about people.
    #[tracing::instrument(level = "debug", skip_all, err(level = "debug"))]
    pub async fn export_published_assignment(
        &self,
        slug: &str,
        key: Option<&str>,
    ) -> Result<AssignmentExport> {
        let mut reader = self.store().read().await?;
        let event = visible_event(&mut reader, slug, key).await?;
        let wishes = OpenWishes::read(&mut reader, event.id).await?;
        let shown = wishes.is_some_and(|wishes| wishes.files(self.now()).is_some());
        let plan = plan_of(&mut reader, &event).await?.filter(|_| shown);
        let published = plan.and_then(|plan| plan.published.map(|(number, _)| (plan, number)));
        let (plan, published) = published.ok_or(PlannerError::NotFound)?;
        let mut export = AssignmentExport::of(&mut reader, (&event, &plan), published).await?;
        export.leave_organisations_out();
        Ok(export)
    }
}
