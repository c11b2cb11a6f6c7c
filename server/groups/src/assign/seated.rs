//! A plan looked at from each seat: who sits where, and what stands against somebody sitting there too.

use std::collections::{BTreeMap, HashMap};

use super::model::{Decision, Model, NONE, Seats};
use super::problem::Problem;
use super::standing::Goal;
use super::why::{Holders, Obstacle, Refusal};

mod holders;

/// A plan, with what is asked of it often.
pub(super) struct Seated<'a> {
    model: &'a Model,
    problem: &'a Problem,
    pub seats: Seats,
    goals: &'a [Goal],
    people_in: Vec<Vec<usize>>,
    /// The decision that each seat of [`Self::seats`] follows from.
    decision_of: Vec<Option<&'a Decision>>,
    /// By offer, once it was looked at: whether nobody in it could take a free seat elsewhere.
    stuck: Vec<Option<bool>>,
    /// Looks at seats that are left to find out more about those who hold an offer.
    looks: usize,
}

/// Workshops ruled out by seats in other slots.
type Elsewhere = HashMap<usize, Obstacle>;

/// Looks at seats, all in all, to tell why those who hold an offer came first: about a tenth of a second.
const MOST_LOOKS: usize = 20_000_000;

impl<'a> Seated<'a> {
    pub fn new(problem: &'a Problem, model: &'a Model, goals: &'a [Goal], seats: Seats) -> Self {
        let mut people_in = vec![Vec::new(); model.offers.len()];
        for person in 0..model.people.len() {
            for &slot in &model.people[person].slots {
                let offer = seats[model.at(person, slot)];
                if offer != NONE {
                    people_in[offer].push(person);
                }
            }
        }
        let mut decision_of = vec![None; seats.len()];
        for decision in model.units.iter().flat_map(|unit| &unit.decisions) {
            for &person in &decision.people {
                decision_of[model.at(person, decision.slot)] = Some(decision);
            }
        }
        Self {
            model,
            problem,
            seats,
            goals,
            people_in,
            decision_of,
            looks: MOST_LOOKS,
            stuck: vec![None; model.offers.len()],
        }
    }

    /// Seats everybody whom nothing stands against. Who sits down may open an offer for others, so until nobody does.
    pub fn fill(&mut self) {
        while self.fill_once() {}
    }

    fn fill_once(&mut self) -> bool {
        let model = self.model;
        let mut any = false;
        for decision in model.units.iter().flat_map(|unit| &unit.decisions) {
            if self.seats[model.at(decision.people[0], decision.slot)] == NONE {
                let room = |offer: &usize| {
                    self.people_in[*offer].len() < model.offers[*offer].max as usize
                };
                let offers = model.offers_in[decision.slot].iter().copied();
                let mut offers: Vec<usize> = offers.filter(room).collect();
                offers.sort_by_key(|&offer| model.level(decision.people[0], offer));
                let elsewhere = self.elsewhere(decision);
                let free = |offer: &usize| self.against(decision, *offer, &elsewhere).is_none();
                if let Some(offer) = offers.into_iter().find(free) {
                    for &person in &decision.people {
                        self.seats[model.at(person, decision.slot)] = offer;
                        self.people_in[offer].push(person);
                    }
                    any = true;
                }
            }
        }
        any
    }

    /// Everybody without a seat, with the reasons.
    pub fn refusals(&mut self) -> Vec<Refusal> {
        let model = self.model;
        let mut refusals = Vec::new();
        for decision in model.units.iter().flat_map(|unit| &unit.decisions) {
            if self.seats[model.at(decision.people[0], decision.slot)] == NONE {
                let offers = &model.offers_in[decision.slot];
                let elsewhere = self.elsewhere(decision);
                let against: Vec<(usize, Option<Obstacle>)> = offers
                    .iter()
                    .map(|&offer| (offer, self.against(decision, offer, &elsewhere)))
                    .collect();
                for &person in &decision.people {
                    refusals.push(self.refusal(person, decision, &against));
                }
            }
        }
        refusals.sort_by_key(|refusal| (refusal.person, refusal.slot));
        refusals
    }

    fn refusal(
        &mut self,
        person: usize,
        decision: &Decision,
        against: &[(usize, Option<Obstacle>)],
    ) -> Refusal {
        let model = self.model;
        let mut wishes = Vec::new();
        let mut others = BTreeMap::new();
        for (offer, obstacle) in against {
            let Some(obstacle) = obstacle else { continue };
            let workshop = model.offers[*offer].workshop;
            let rank = model.rank(person, workshop);
            if rank > 0 {
                let mut obstacle = obstacle.clone();
                if let Obstacle::Full {
                    by_rank, holders, ..
                } = &mut obstacle
                {
                    for &holder in &self.people_in[*offer] {
                        *by_rank.entry(model.rank(holder, workshop)).or_insert(0) += 1;
                    }
                    *holders = self.holders(decision, *offer);
                }
                wishes.push((rank, model.workshop_index[workshop], obstacle));
            } else if model.would_take(person, workshop) {
                *others.entry(obstacle.kind()).or_insert(0) += 1;
            }
        }
        wishes.sort();
        Refusal {
            person: model.people[person].index,
            slot: model.slot_index[decision.slot],
            wishes: wishes
                .into_iter()
                .map(|(_, workshop, obstacle)| (workshop, obstacle))
                .collect(),
            others,
            is_anything_offered: !against.is_empty(),
        }
    }

    /// What stands against seating these people in the offer beside everybody who has a seat.
    fn against(
        &self,
        decision: &Decision,
        offer: usize,
        elsewhere: &Elsewhere,
    ) -> Option<Obstacle> {
        let model = self.model;
        let index = |person: usize| model.people[person].index;
        let limits = &model.offers[offer];
        if let Some(obstacle) = elsewhere.get(&limits.workshop) {
            return Some(obstacle.clone());
        }
        for &person in &decision.people {
            if !model.would_take(person, limits.workshop)
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
        let here = &self.people_in[offer];
        let count = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
        let (load, joining) = (count(here.len()), count(decision.people.len()));
        if load.saturating_add(joining) > limits.max {
            return Some(if load < limits.max && joining > 1 {
                Obstacle::TooFew {
                    free: limits.max - load,
                    needed: joining,
                }
            } else {
                Obstacle::Full {
                    seats: limits.max,
                    // Counted where it is told, for most obstacles never are.
                    by_rank: BTreeMap::new(),
                    holders: Holders::Unknown,
                }
            });
        }
        for &person in &decision.people {
            let meets = |other: &&usize| {
                **other != person
                    && model.apart_of[**other]
                        .iter()
                        .any(|group| model.apart_of[person].contains(group))
            };
            if let Some(&other) = here.iter().chain(&decision.people).find(meets) {
                return Some(Obstacle::Apart {
                    person: index(person),
                    other: index(other),
                });
            }
            if let Some(organisation) = model.people[person].organisation {
                let colleagues = here
                    .iter()
                    .chain(&decision.people)
                    .filter(|&&other| model.people[other].organisation == Some(organisation));
                if colleagues.count() > limits.organisation_max as usize {
                    return Some(Obstacle::OrganisationFull {
                        organisation,
                        limit: limits.organisation_max,
                    });
                }
            }
        }
        (load + joining < limits.min).then_some(Obstacle::Cancelled { min: limits.min })
    }

    /// The workshops that seats in other slots rule out.
    fn elsewhere(&self, decision: &Decision) -> Elsewhere {
        let model = self.model;
        let mut ruled_out = Elsewhere::new();
        for &person in &decision.people {
            for &slot in model.people[person]
                .slots
                .iter()
                .filter(|&&slot| slot != decision.slot)
            {
                let Some(offer) = model.offers.get(self.seats[model.at(person, slot)]) else {
                    continue;
                };
                let (person, slot) = (model.people[person].index, model.slot_index[slot]);
                for &workshop in model.conflicts_of(offer.workshop) {
                    let obstacle = if workshop == offer.workshop {
                        Obstacle::Attended { person, slot }
                    } else {
                        Obstacle::Clash {
                            person,
                            workshop: model.workshop_index[offer.workshop],
                            slot,
                        }
                    };
                    ruled_out.entry(workshop).or_insert(obstacle);
                }
            }
        }
        ruled_out
    }

    /// The problem the plan is for.
    pub fn problem(&self) -> &'a Problem {
        self.problem
    }

    /// The offers in which nobody sits.
    pub fn empty(&self, offer: usize) -> bool {
        self.people_in[offer].is_empty()
    }
}
