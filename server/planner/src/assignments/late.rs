//! People who have no seat in a workshop yet: placed where there is room, in the order of their wishes. Nobody moves.

use std::collections::HashSet;

use groups::assign::{BrokenRule, Draft, Offer, Problem, ProblemLayout, SeatChange};
use jiff::Timestamp;
use model::{RegistrationId, assignment::AssignmentSeating, plan::VersionCause};

use super::{
    Assignment, AssignmentProblem,
    quality::quality_of,
    versions::{NewVersion, require_plan, require_version},
};
use crate::{
    Planner, PlannerError, Result,
    access::{EventAccess, Organises},
};

impl Assignment {
    /// The people whom an assignment does not know, in the order in which they registered: whoever has registered, or was
    /// given a seat at the event, since it was computed.
    pub fn late_people(
        &self,
        problem: &AssignmentProblem,
        seating: &AssignmentSeating,
    ) -> Vec<RegistrationId> {
        let known: HashSet<RegistrationId> = seating.people.iter().copied().collect();
        let late = self
            .people
            .iter()
            .filter(|person| !known.contains(&person.id) && problem.person_at(person.id).is_some());
        let mut late: Vec<(Timestamp, RegistrationId)> =
            late.map(|person| (person.created_at, person.id)).collect();
        late.sort_unstable();
        late.into_iter().map(|(_, person)| person).collect()
    }
}

impl Planner {
    /// Places everybody whom the current version does not know. Returns the new version; `None` if there is
    /// nobody to place. Whoever finds no room stays without a seat.
    ///
    /// # Errors
    ///
    /// `WrongState` before an assignment is chosen.
    #[tracing::instrument(level = "debug", skip_all, fields(event = %access), err(level = "debug"))]
    pub async fn place_late_people(&self, access: &EventAccess<Organises>) -> Result<Option<u32>> {
        let mut tx = self.store().begin().await?;
        let (right, locked) = access.lock_with_network(&mut tx).await?;
        let assignment = Assignment::load(&mut tx, locked.network, locked.event).await?;
        let plan = require_plan(&assignment)?;
        let current = plan.current.ok_or(PlannerError::WrongState)?;
        let version = require_version(&mut tx, plan, current).await?;
        let problem = assignment.problem();
        let late = assignment.late_people(&problem, &version.seating);
        if late.is_empty() {
            return Ok(None);
        }
        let layout = ProblemLayout::new(&problem.problem);
        let seating = problem.seating(&version.seating);
        let mut draft = Draft::new(&problem.problem, &layout, &seating);
        let broken_before = draft.broken_rules();
        for person in late {
            if let Some(person) = problem.person_at(person) {
                place(&problem, &mut draft, &broken_before, person);
            }
        }
        let seating = draft.seating();
        let new = NewVersion {
            cause: VersionCause::LatePlaced,
            quality: quality_of(&problem, &seating),
            seating: problem.stored_for_all(&seating),
            locks: version.locks.clone(),
            member: Some(right.member().id),
        };
        let number = self
            .append_assignment(&mut tx, &assignment, &problem, new)
            .await?;
        self.commit_assignment(tx, plan).await?;
        Ok(Some(number))
    }
}

/// Places one person, with those who have to be kept together with them: first where a rule demands it; then the best
/// wish that has room, in the slot with more room; then free seats anywhere, the workshop with the fewest people first. An
/// offer that does not take place for want of people is no room.
fn place(
    problem: &AssignmentProblem,
    draft: &mut Draft<'_>,
    broken_before: &[BrokenRule],
    person: usize,
) {
    let row = &problem.problem.people[person];
    for &slot in &row.slots {
        let bound = Bound::of(&problem.problem, draft, person, slot);
        if let Some(workshop) = bound.workshop
            && draft.workshop(person, slot).is_none()
        {
            bound.sit(draft, broken_before, workshop);
        }
    }
    let unwished = (0..problem.workshops.len())
        .filter(|workshop| !row.wishes.iter().flatten().any(|wish| wish == workshop));
    let mut free: Vec<usize> = unwished.collect();
    free.sort_by_key(|&workshop| load(problem, draft, workshop));
    let wishes: Vec<usize> = row.wishes.iter().flatten().copied().collect();
    for workshop in wishes.into_iter().chain(free) {
        let mut slots: Vec<usize> = (row.slots.iter().copied())
            .filter(|&slot| {
                draft.workshop(person, slot).is_none() && problem.problem.is_offered(workshop, slot)
            })
            .collect();
        slots.sort_by_key(|&slot| draft.people_in(Offer { workshop, slot }).len());
        for slot in slots {
            let bound = Bound::of(&problem.problem, draft, person, slot);
            if bound.workshop.is_none() && bound.sit(draft, broken_before, workshop) {
                break;
            }
        }
    }
}

/// People without a seat in a slot who have to be kept together there.
struct Bound {
    slot: usize,
    people: Vec<usize>,
    /// The only workshop that rules leave them: a fixed seat, or where one of their group sits.
    workshop: Option<usize>,
}

impl Bound {
    fn of(problem: &Problem, draft: &Draft<'_>, person: usize, slot: usize) -> Self {
        let mut people = vec![person];
        let mut workshop = None;
        let mut next = 0;
        while let Some(&one) = people.get(next) {
            next += 1;
            let fixed = problem.fixed.iter();
            let mut fixed = fixed.filter(|seat| seat.person == one && seat.slot == slot);
            workshop = workshop.or(fixed.next().map(|seat| seat.workshop));
            let groups = problem.together.iter().filter(|group| {
                group.contains(&one) && group.iter().all(|&one| problem.attends(one, slot))
            });
            for &other in groups.flatten() {
                match draft.workshop(other, slot) {
                    Some(seat) => workshop = workshop.or(Some(seat)),
                    None if people.contains(&other) => {}
                    None => people.push(other),
                }
            }
        }
        Self {
            slot,
            people,
            workshop,
        }
    }

    /// Gives all of them a seat in a workshop, or nobody. Rules about groups and smallest numbers count once all sit.
    fn sit(&self, draft: &mut Draft<'_>, broken_before: &[BrokenRule], workshop: usize) -> bool {
        let place = |person: usize, workshop: Option<usize>| SeatChange::Place {
            slot: self.slot,
            person,
            workshop,
        };
        for (index, &person) in self.people.iter().enumerate() {
            let change = place(person, Some(workshop));
            let is_last = index + 1 == self.people.len();
            let is_kept = |rule: &BrokenRule| {
                let waits = matches!(rule, BrokenRule::Together { .. } | BrokenRule::TooFew(_));
                (waits && !is_last)
                    || broken_before.contains(rule) && !grows(rule, person, workshop, self.slot)
            };
            let effect = draft.evaluate(change);
            if !effect.is_some_and(|effect| effect.broken.iter().all(is_kept)) {
                for &seated in &self.people[..index] {
                    draft.apply(place(seated, None));
                }
                return false;
            }
            draft.apply(change);
        }
        true
    }
}

/// People in all offers of a workshop.
fn load(problem: &AssignmentProblem, draft: &Draft<'_>, workshop: usize) -> usize {
    let slots = problem.problem.workshops[workshop].slots.iter();
    slots
        .map(|&slot| draft.people_in(Offer { workshop, slot }).len())
        .sum()
}

/// Whether a rule that is broken already is broken further by this seat.
fn grows(rule: &BrokenRule, person: usize, workshop: usize, slot: usize) -> bool {
    match *rule {
        BrokenRule::TooMany(offer)
        | BrokenRule::Closed(offer)
        | BrokenRule::TooManyOf { offer, .. }
        | BrokenRule::Apart { offer, .. } => (offer.workshop, offer.slot) == (workshop, slot),
        BrokenRule::Twice { person: one, .. }
        | BrokenRule::Clash { person: one, .. }
        | BrokenRule::NotAllowed { person: one, .. }
        | BrokenRule::NotWished { person: one, .. } => one == person,
        BrokenRule::TooFew(_) | BrokenRule::Fixed(_) | BrokenRule::Together { .. } => false,
    }
}
