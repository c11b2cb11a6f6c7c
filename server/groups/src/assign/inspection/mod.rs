//! Inspection of a plan: who sits where, and which obstacle keeps a person from a seat.

use std::collections::BTreeMap;

use super::goals::Goal;
use super::model::{BlockedWorkshops, Decision, Model, NO_OFFER, Seats};
use super::problem::Problem;
use super::refusal::{HolderPriority, Obstacle, Refusal};
use crate::SearchControl;

mod holder_priority;
mod refused_wishes;
mod timetables;

/// A plan with the indexes that its inspection needs.
#[derive(Debug)]
pub(super) struct PlanInspection<'a> {
    model: &'a Model,
    problem: &'a Problem,
    pub seats: Seats,
    goals: &'a [Goal],
    people_in: Vec<Vec<usize>>,
    /// Blocked workshops and organisations of the decision that [`Self::prepare`] was called for.
    blocked: BlockedWorkshops,
    organisations: Vec<usize>,
    /// The decision that each seat of [`Self::seats`] belongs to.
    decision_of: Vec<Option<&'a Decision>>,
    /// By offer: whether it is known that nobody in it could take a free seat elsewhere. `None` if not
    /// computed yet.
    immovable: Vec<Option<bool>>,
    /// Seats that may still be examined to compute holder priorities.
    work_left: usize,
}

/// Seats examined in all to compute holder priorities: about a tenth of a second.
const WORK_LIMIT: usize = 20_000_000;

impl<'a> PlanInspection<'a> {
    pub fn new(problem: &'a Problem, model: &'a Model, goals: &'a [Goal], seats: Seats) -> Self {
        let mut people_in = vec![Vec::new(); model.offers.len()];
        for person in 0..model.people.len() {
            for &slot in &model.people[person].slots {
                let offer = seats[model.seat_index(person, slot)];
                if offer != NO_OFFER {
                    people_in[offer].push(person);
                }
            }
        }
        let mut decision_of = vec![None; seats.len()];
        for decision in model.units.iter().flat_map(|unit| &unit.decisions) {
            for &person in &decision.people {
                decision_of[model.seat_index(person, decision.slot)] = Some(decision);
            }
        }
        Self {
            model,
            problem,
            seats,
            goals,
            blocked: BlockedWorkshops::new(model),
            organisations: Vec::new(),
            people_in,
            decision_of,
            work_left: WORK_LIMIT,
            immovable: vec![None; model.offers.len()],
        }
    }

    /// Seats everybody who has no obstacle. A group that sits down may open an offer for others, so the pass
    /// repeats while time remains.
    pub fn fill(&mut self, control: &dyn SearchControl) {
        while self.fill_once() && !control.should_stop() {}
    }

    fn fill_once(&mut self) -> bool {
        let model = self.model;
        let mut may_have_opened = false;
        for decision in model.units.iter().flat_map(|unit| &unit.decisions) {
            if self.seats[model.seat_index(decision.people[0], decision.slot)] != NO_OFFER {
                continue;
            }
            let room =
                |offer: &usize| self.people_in[*offer].len() < model.offers[*offer].max as usize;
            let offers = model.offers_in[decision.slot].iter().copied();
            let offers: Vec<usize> = offers.filter(room).collect();
            if offers.is_empty() {
                continue;
            }
            self.prepare(decision);
            let free = |offer: &usize| self.obstacle_to(decision, *offer).is_none();
            let best = |&offer: &usize| model.level(decision.people[0], offer);
            if let Some(offer) = offers.into_iter().filter(free).min_by_key(best) {
                for &person in &decision.people {
                    self.seats[model.seat_index(person, decision.slot)] = offer;
                    self.people_in[offer].push(person);
                }
                may_have_opened |= decision.people.len() > 1;
            }
        }
        may_have_opened
    }

    /// Everybody without a seat, with the obstacles.
    pub fn refusals(&mut self) -> Vec<Refusal> {
        let model = self.model;
        let mut refusals = Vec::new();
        for decision in model.units.iter().flat_map(|unit| &unit.decisions) {
            if self.seats[model.seat_index(decision.people[0], decision.slot)] == NO_OFFER {
                let offers = &model.offers_in[decision.slot];
                let obstacles = self.obstacles(decision, offers);
                for &person in &decision.people {
                    refusals.push(self.refusal(person, decision, &obstacles));
                }
            }
        }
        refusals.sort_by_key(|refusal| (refusal.person, refusal.slot));
        refusals
    }

    /// The refusals of one person, by slot.
    pub fn refusals_of(&mut self, person: usize) -> Vec<Refusal> {
        let slots = self.model.people[person].slots.iter();
        let mut refusals: Vec<Refusal> = slots
            .filter_map(|&slot| self.refusal_of(person, slot))
            .collect();
        refusals.sort_by_key(|refusal| refusal.slot);
        refusals
    }

    /// Number of people.
    pub fn people(&self) -> usize {
        self.model.people.len()
    }

    /// Allows as much work again. Reasons that are asked for one by one do not limit each other.
    pub fn reset_work_limit(&mut self) {
        self.work_left = WORK_LIMIT;
    }

    fn refusal_without_seat(&mut self, person: usize, decision: &Decision) -> Refusal {
        let obstacles = self.obstacles(decision, &self.model.offers_in[decision.slot]);
        self.refusal(person, decision, &obstacles)
    }

    fn obstacles(
        &mut self,
        decision: &Decision,
        offers: &[usize],
    ) -> Vec<(usize, Option<Obstacle>)> {
        self.prepare(decision);
        let offers = offers.iter();
        offers
            .map(|&offer| (offer, self.obstacle_to(decision, offer)))
            .collect()
    }

    fn refusal(
        &mut self,
        person: usize,
        decision: &Decision,
        obstacles: &[(usize, Option<Obstacle>)],
    ) -> Refusal {
        let model = self.model;
        let mut wishes = Vec::new();
        let mut others: Vec<(&str, usize)> = Vec::new();
        for (offer, obstacle) in obstacles {
            let Some(obstacle) = obstacle else { continue };
            let workshop = model.offers[*offer].workshop;
            if let Some(rank) = self.written_rank(person, workshop) {
                let mut obstacle = obstacle.clone();
                if let Obstacle::Full {
                    by_rank, priority, ..
                } = &mut obstacle
                {
                    *by_rank = self.holders_by_rank(*offer);
                    *priority = self.holder_priority(decision, *offer);
                }
                wishes.push((rank, model.workshop_index[workshop], obstacle));
            } else if model.accepts(person, workshop) {
                let category = obstacle.category();
                match others.iter_mut().find(|(known, _)| *known == category) {
                    Some((_, count)) => *count += 1,
                    None => others.push((category, 1)),
                }
            }
        }
        wishes.sort();
        Refusal {
            person: model.people[person].index,
            slot: model.slot_index[decision.slot],
            held: None,
            wishes: wishes
                .into_iter()
                .map(|(_, workshop, obstacle)| (workshop, obstacle))
                .collect(),
            others: others.into_iter().collect(),
            is_anything_offered: !obstacles.is_empty(),
        }
    }

    /// The obstacle to seating these people in the offer beside everybody who has a seat. [`Self::prepare`]
    /// must have been called for the decision.
    fn obstacle_to(&self, decision: &Decision, offer: usize) -> Option<Obstacle> {
        let model = self.model;
        let index = |person: usize| model.people[person].index;
        let limits = &model.offers[offer];
        if limits.is_closed {
            return Some(Obstacle::Closed);
        }
        let workshop = limits.workshop;
        let mut people = decision.people.iter();
        if let Some(&person) = people.find(|&&person| !model.is_allowed(person, workshop)) {
            return Some(Obstacle::NotAllowed {
                person: index(person),
            });
        }
        let conflict = self.conflict_obstacle(workshop);
        if conflict.is_some() {
            return conflict;
        }
        for &person in &decision.people {
            if !model.accepts(person, limits.workshop)
                && model.fixed(person, decision.slot) != Some(offer)
            {
                return Some(Obstacle::NotAsked {
                    person: index(person),
                });
            }
            if model
                .fixed(person, decision.slot)
                .is_some_and(|fixed| fixed != offer)
            {
                return Some(Obstacle::FixedElsewhere {
                    person: index(person),
                });
            }
        }
        if limits.max == 0 {
            return Some(Obstacle::NoSeats);
        }
        let too_many = |occupants: &[usize]| {
            if limits.organisation_max == u32::MAX {
                return None;
            }
            let mut organisations = self.organisations.iter().copied();
            let full = organisations.find(|&organisation| {
                self.colleagues(occupants, organisation)
                    + self.colleagues(&decision.people, organisation)
                    > limits.organisation_max as usize
            });
            full.map(|organisation| Obstacle::OrganisationFull {
                organisation,
                limit: limits.organisation_max,
            })
        };
        // The group alone exceeds the limit of its organisation.
        let by_themselves = too_many(&[]);
        if by_themselves.is_some() {
            return by_themselves;
        }
        let occupants = &self.people_in[offer];
        let count = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
        let (load, joining) = (count(occupants.len()), count(decision.people.len()));
        if load.saturating_add(joining) > limits.max {
            return Some(if load < limits.max && joining > 1 {
                Obstacle::TooFew {
                    free: limits.max - load,
                    needed: joining,
                }
            } else {
                Obstacle::Full {
                    seats: limits.max,
                    // Filled in by [`Self::refusal`]: most obstacles are never reported.
                    by_rank: BTreeMap::new(),
                    priority: HolderPriority::Unknown,
                }
            });
        }
        for &person in &decision.people {
            let meets = |other: &&usize| {
                **other != person
                    && model.apart_of[**other]
                        .iter()
                        .any(|group| model.apart_of[person].binary_search(group).is_ok())
            };
            let is_kept_apart = !model.apart_of[person].is_empty();
            if is_kept_apart
                && let Some(&other) = occupants.iter().chain(&decision.people).find(meets)
            {
                return Some(Obstacle::Apart {
                    person: index(person),
                    other: index(other),
                });
            }
        }
        let with_others = too_many(occupants);
        if with_others.is_some() {
            return with_others;
        }
        (load + joining < limits.min).then_some(Obstacle::Cancelled { min: limits.min })
    }

    /// Position of the workshop in the person's wishes, also of one that the person may not attend.
    fn written_rank(&self, person: usize, workshop: usize) -> Option<usize> {
        let workshop = self.model.workshop_index[workshop];
        let wishes = &self.problem.people[self.model.people[person].index].wishes;
        let position = wishes.iter().position(|tie| tie.contains(&workshop))?;
        Some(position + 1)
    }

    /// Number of people in the offer by the rank it has for them; 0 without a wish for it.
    fn holders_by_rank(&self, offer: usize) -> BTreeMap<usize, usize> {
        let workshop = self.model.offers[offer].workshop;
        let mut by_rank = BTreeMap::new();
        for &holder in &self.people_in[offer] {
            *by_rank
                .entry(self.model.rank(holder, workshop))
                .or_insert(0) += 1;
        }
        by_rank
    }

    /// Gives the person this offer in the slot, or no seat.
    fn seat(&mut self, person: usize, slot: usize, offer: usize) {
        let index = self.model.seat_index(person, slot);
        let before = std::mem::replace(&mut self.seats[index], offer);
        if before != NO_OFFER {
            self.people_in[before].retain(|&other| other != person);
        }
        if offer != NO_OFFER {
            self.people_in[offer].push(person);
        }
    }

    /// Whether the offer has too few people to take place, although some attend it or it must.
    fn lacks_people(&self, offer: usize) -> bool {
        let Some(limits) = self.model.offers.get(offer) else {
            return false;
        };
        let load = self.people_in[offer].len();
        (load > 0 || limits.is_held_open) && load < limits.min as usize
    }

    fn colleagues(&self, people: &[usize], organisation: usize) -> usize {
        let of_it =
            |person: &&usize| self.model.people[**person].organisation == Some(organisation);
        people.iter().filter(of_it).count()
    }

    /// Prepares [`Self::obstacle_to`] for a decision.
    fn prepare(&mut self, decision: &Decision) {
        let model = self.model;
        self.blocked
            .block_for(model, &decision.people, decision.slot, &self.seats);
        let organisations = decision
            .people
            .iter()
            .filter_map(|&p| model.people[p].organisation);
        self.organisations.clear();
        self.organisations.extend(organisations);
        self.organisations.sort_unstable();
        self.organisations.dedup();
    }

    /// The conflict of the workshop with a seat in another slot.
    fn conflict_obstacle(&self, workshop: usize) -> Option<Obstacle> {
        let model = self.model;
        let (person, slot) = self.blocked.blocker(workshop)?;
        let other = model.offers[self.seats[model.seat_index(person, slot)]].workshop;
        let (person, slot) = (model.people[person].index, model.slot_index[slot]);
        Some(if other == workshop {
            Obstacle::Attended { person, slot }
        } else {
            Obstacle::Clash {
                person,
                workshop: model.workshop_index[other],
                slot,
            }
        })
    }

    /// The problem the plan is for.
    pub fn problem(&self) -> &'a Problem {
        self.problem
    }

    /// Whether nobody sits in the offer.
    pub fn is_empty(&self, offer: usize) -> bool {
        self.people_in[offer].is_empty()
    }
}
