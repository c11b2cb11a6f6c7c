//! An assignment as the solver sees it: positions in place of ids, and the way back.

use std::collections::{HashMap, HashSet};

use groups::assign::{self, Person, Problem, Rule, Seat, Workshop};
use model::{
    RegistrationId, SlotId, WorkshopId,
    assignment::{AssignmentLock, AssignmentRule, Fairness, OfferDecision, SeatFill},
    workshops::{OfferKey, Programme, SlotWay, WishChoice},
};
use serde::{Deserialize, Serialize};

use super::{Assignment, export::Numbers, fingerprint::fingerprint, quality::number};

/// An assignment as the solver sees it. Whoever leads a workshop in a slot, or does not come to it, is not placed there.
#[derive(Debug, Clone)]
pub struct AssignmentProblem {
    pub problem: Problem,
    /// By position in the problem.
    pub people: Vec<RegistrationId>,
    pub slots: Vec<SlotId>,
    /// What is offered in slots with wishes; and what is offered no more and wished for still, so that later wishes keep
    /// their ranks.
    pub workshops: Vec<WorkshopId>,
    /// Equal problems have equal fingerprints. A version keeps that of the problem that it solves, and a proof holds only
    /// for that one.
    pub fingerprint: u64,
    /// The numbers of the people in the files of the assignment.
    pub(super) numbers: Numbers,
    /// The rules of the set-up that the rules of the problem come from.
    fixed: Vec<u32>,
    together: Vec<u32>,
    apart: Vec<u32>,
    /// What the fixed seats after those of rules come from.
    pub(super) locked: Vec<AssignmentLock>,
}

/// A fairness as the solver names it.
pub(super) const fn solver_fairness(fairness: Fairness) -> assign::Fairness {
    match fairness {
        Fairness::Leximin => assign::Fairness::Leximin,
        Fairness::RankMaximal => assign::Fairness::RankMaximal,
        Fairness::Generous => assign::Fairness::Generous,
    }
}

/// A slot with fewer seats than people.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SeatShortage {
    pub slot: SlotId,
    pub seats: u32,
    /// Those who attend the slot and lead no workshop in it.
    pub people: u32,
}

/// What a rule of the solver comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AssignmentRuleSource {
    /// One of the set-up's rules, by its position.
    Rule(u32),
    /// Seats were locked.
    Locked(AssignmentLock),
    /// It was decided that the offer takes place.
    Kept(OfferKey),
    /// The offer was called off.
    CalledOff(OfferKey),
    /// The seats of a workshop, or the slots that it is offered in.
    Workshop(WorkshopId),
    /// Two workshops that exclude one another.
    Clash(WorkshopId, WorkshopId),
    /// What the person attends.
    Person(RegistrationId),
    /// Only wishes are granted.
    Fill,
}

impl AssignmentProblem {
    pub(super) fn new(assignment: &Assignment) -> Self {
        let programme = &assignment.programme;
        let slots: Vec<SlotId> = programme
            .slots
            .iter()
            .filter(|slot| slot.way == SlotWay::Wishes)
            .map(|slot| slot.id)
            .collect();
        let is_offered = |workshop: WorkshopId| {
            let mut offers = programme.offers_of(workshop);
            offers.any(|(_, slot)| slot.way == SlotWay::Wishes)
        };
        let wished: HashSet<WorkshopId> = (assignment.lists.values())
            .flat_map(|list| list.ranked.iter().copied())
            .collect();
        let workshops: Vec<WorkshopId> = programme
            .workshops
            .iter()
            .map(|workshop| workshop.id)
            .filter(|workshop| is_offered(*workshop) || wished.contains(workshop))
            .collect();
        let set_up = assignment.set_up();
        let mut problem = Self {
            problem: Problem {
                slots: slots.iter().map(ToString::to_string).collect(),
                fill: match set_up.fill {
                    SeatFill::Anything => assign::Fill::Anything,
                    SeatFill::WishesOnly => assign::Fill::WishesOnly,
                },
                seed: (assignment.wish_setup.as_ref()).map_or(0, |setup| setup.seed.number()),
                ..Problem::default()
            },
            people: Vec::new(),
            slots,
            workshops,
            fingerprint: 0,
            numbers: Numbers::default(),
            fixed: Vec::new(),
            together: Vec::new(),
            apart: Vec::new(),
            locked: Vec::new(),
        };
        problem.add_workshops(assignment);
        problem.add_people(assignment);
        problem.add_decisions(assignment, &set_up.decisions);
        problem.add_rules(&set_up.rules);
        problem.set_ids(programme);
        problem.fingerprint = fingerprint(&problem, &set_up);
        problem
    }

    /// Gives everything the id that it has in the files of the assignment. Lots are drawn by ids, so whoever computes it
    /// again draws the same.
    fn set_ids(&mut self, programme: &Programme) {
        self.numbers = Numbers::new(&self.people);
        for (position, person) in self.problem.people.iter_mut().enumerate() {
            person.id = self.numbers.of(position).to_string();
        }
        for (index, workshop) in self.problem.workshops.iter_mut().enumerate() {
            let title = programme.workshop(self.workshops[index]);
            let title = title.map(|one| one.details.title.to_string());
            workshop.id = format!("{}: {}", index + 1, title.unwrap_or_default());
        }
        for (id, name) in self.slots.iter().zip(&mut self.problem.slots) {
            if let Some(slot) = programme.slot(*id) {
                *name = slot.starts.to_string();
            }
        }
    }

    /// Workshops that people can be placed in.
    pub fn offered_workshops(&self) -> usize {
        let workshops = self.problem.workshops.iter();
        workshops
            .filter(|workshop| !workshop.slots.is_empty())
            .count()
    }

    /// Whether there is any offer that people can be placed in.
    pub fn has_offers(&self) -> bool {
        self.offered_workshops() > 0
    }

    fn add_workshops(&mut self, assignment: &Assignment) {
        let programme = &assignment.programme;
        for &id in &self.workshops {
            let Some(workshop) = programme.workshop(id) else {
                continue;
            };
            let details = &workshop.details;
            let offers = programme.offers_of(id);
            let mut slots: Vec<usize> = offers
                .filter_map(|(offer, _)| self.slot_at(offer.key.slot))
                .collect();
            slots.sort_unstable();
            self.problem.workshops.push(Workshop {
                id: id.to_string(),
                slots,
                min: details.least.unwrap_or(0),
                max: details.most.unwrap_or(u32::MAX),
                organisation_max: details.organisation_most.unwrap_or(u32::MAX),
                clashes: programme
                    .clashes_of(id)
                    .filter_map(|other| self.workshop_at(other))
                    .collect(),
            });
        }
    }

    fn add_people(&mut self, assignment: &Assignment) {
        let mut organisations: HashMap<String, usize> = HashMap::new();
        for registration in &assignment.people {
            let name = registration.person.name();
            let booked = assignment.booked.get(&registration.id);
            let choice = WishChoice::of(&assignment.programme, &name)
                .with_booked(booked.cloned().unwrap_or_default());
            let list = assignment.lists.get(&registration.id);
            let attends = |slot: SlotId| list.is_none_or(|list| list.attends(slot));
            let slots: Vec<usize> = (0..self.slots.len())
                .filter(|&slot| {
                    let id = self.slots[slot];
                    attends(id) && choice.led_in(id).is_none()
                })
                .collect();
            if slots.is_empty() {
                continue;
            }
            let organisation = registration.person.affiliation().map(|colleagues| {
                let next = organisations.len();
                *organisations.entry(colleagues.to_string()).or_insert(next)
            });
            // Nobody is placed in what they have booked at another time, nor in what excludes it.
            let stands_against = |workshop: &WorkshopId| choice.booked_against(*workshop).is_some();
            let is_restricted = booked.is_some() && self.workshops.iter().any(stands_against);
            let allowed = is_restricted.then(|| {
                let workshops = self.workshops.iter().enumerate();
                let allowed = workshops.filter(|(_, workshop)| !stands_against(workshop));
                allowed.map(|(index, _)| index).collect()
            });
            let ranked = list.map(|list| list.ranked.as_slice()).unwrap_or_default();
            let wishes = ranked.iter().filter_map(|&wish| self.workshop_at(wish));
            self.problem.people.push(Person {
                id: registration.id.to_string(),
                organisation,
                slots,
                workshops: allowed,
                wishes: wishes.map(|wish| vec![wish]).collect(),
            });
            self.people.push(registration.id);
        }
        self.problem.organisations = vec![String::new(); organisations.len()];
        for (key, index) in organisations {
            self.problem.organisations[index] = key;
        }
    }

    fn add_decisions(&mut self, assignment: &Assignment, decisions: &[OfferDecision]) {
        let is_planned = |workshop: WorkshopId| {
            let workshop = assignment.programme.workshop(workshop);
            workshop.is_some_and(model::workshops::Workshop::is_planned)
        };
        for (workshop, &id) in self.workshops.iter().enumerate() {
            for &slot in &self.problem.workshops[workshop].slots {
                let key = OfferKey {
                    slot: self.slots[slot],
                    workshop: id,
                };
                let offer = assign::Offer { workshop, slot };
                let decision = decisions.iter().find(|decision| decision.offer() == key);
                match decision {
                    _ if !is_planned(id) => self.problem.closed.push(offer),
                    Some(OfferDecision::CallOff(_)) => self.problem.closed.push(offer),
                    Some(OfferDecision::Keep(_)) => self.problem.open.push(offer),
                    None => {}
                }
            }
        }
    }

    /// Rules about people who are not there, or offers that do not exist, are left out.
    /// Whether rules about people are part of the problem.
    pub(super) const fn has_rules(&self) -> bool {
        !(self.fixed.is_empty() && self.together.is_empty() && self.apart.is_empty())
    }

    fn add_rules(&mut self, rules: &[AssignmentRule]) {
        for (number, rule) in (0..).zip(rules) {
            let positions: Vec<usize> = rule
                .people()
                .iter()
                .filter_map(|&person| self.person_at(person))
                .collect();
            match rule {
                AssignmentRule::Fixed { offer, .. } => {
                    let offer = self.offer_at(*offer);
                    if let (&[person], Some(offer)) = (positions.as_slice(), offer)
                        && self.problem.attends(person, offer.slot)
                    {
                        self.fixed.push(number);
                        self.problem.fixed.push(Seat {
                            person,
                            slot: offer.slot,
                            workshop: offer.workshop,
                        });
                    }
                }
                AssignmentRule::Together(_) if positions.len() > 1 => {
                    self.together.push(number);
                    self.problem.together.push(positions);
                }
                AssignmentRule::Apart(_) if positions.len() > 1 => {
                    self.apart.push(number);
                    self.problem.apart.push(positions);
                }
                AssignmentRule::Together(_) | AssignmentRule::Apart(_) => {}
            }
        }
    }

    /// The slots in which more people attend than all workshops together have seats, in the order of their times.
    pub fn shortages(&self) -> Vec<SeatShortage> {
        let problem = &self.problem;
        let shortages = self.slots.iter().enumerate().map(|(slot, &id)| {
            let offered = (0..problem.workshops.len()).filter(|&workshop| {
                let is_closed = problem.closed.contains(&assign::Offer { workshop, slot });
                problem.is_offered(workshop, slot) && !is_closed
            });
            let seats = offered
                .map(|workshop| problem.workshops[workshop].max)
                .fold(0, u32::saturating_add);
            let people = (0..problem.people.len()).filter(|&person| problem.attends(person, slot));
            SeatShortage {
                slot: id,
                seats,
                people: number(people.count()),
            }
        });
        shortages
            .filter(|shortage| shortage.people > shortage.seats)
            .collect()
    }

    /// The position of a person.
    pub fn person_at(&self, person: RegistrationId) -> Option<usize> {
        self.people.iter().position(|one| *one == person)
    }

    /// The people who may be placed in a slot.
    pub fn attending(&self, slot: SlotId) -> HashSet<RegistrationId> {
        let slot = self.slot_at(slot);
        let people = self.people.iter().zip(&self.problem.people);
        people
            .filter(|(_, person)| slot.is_some_and(|slot| person.slots.contains(&slot)))
            .map(|(id, _)| *id)
            .collect()
    }

    pub(super) fn slot_at(&self, slot: SlotId) -> Option<usize> {
        self.slots.iter().position(|one| *one == slot)
    }

    fn workshop_at(&self, workshop: WorkshopId) -> Option<usize> {
        self.workshops.iter().position(|one| *one == workshop)
    }

    /// The offer by positions. `None` if the problem has no such offer.
    pub fn offer_at(&self, offer: OfferKey) -> Option<assign::Offer> {
        let (workshop, slot) = (self.workshop_at(offer.workshop)?, self.slot_at(offer.slot)?);
        (self.problem.is_offered(workshop, slot)).then_some(assign::Offer { workshop, slot })
    }

    /// The offer by ids.
    pub fn offer_key(&self, offer: assign::Offer) -> OfferKey {
        OfferKey {
            slot: self.slots[offer.slot],
            workshop: self.workshops[offer.workshop],
        }
    }

    /// The rule of the set-up that a fixed seat comes from.
    pub(super) fn fixed_rule(&self, index: usize) -> u32 {
        self.fixed[index]
    }

    /// The rule of the set-up that a group to keep together comes from.
    pub(super) fn together_rule(&self, index: usize) -> u32 {
        self.together[index]
    }

    /// The rule of the set-up that a group to keep apart comes from.
    pub(super) fn apart_rule(&self, index: usize) -> u32 {
        self.apart[index]
    }

    /// What a rule of the solver comes from.
    pub fn source(&self, rule: Rule) -> AssignmentRuleSource {
        use AssignmentRuleSource as Source;
        match rule {
            Rule::Fixed(index) => match self.fixed.get(index) {
                Some(&rule) => Source::Rule(rule),
                None => Source::Locked(self.locked[index - self.fixed.len()]),
            },
            Rule::Together(index) => Source::Rule(self.together[index]),
            Rule::Apart(index) => Source::Rule(self.apart[index]),
            Rule::Open(index) => Source::Kept(self.offer_key(self.problem.open[index])),
            Rule::Closed(index) => Source::CalledOff(self.offer_key(self.problem.closed[index])),
            Rule::Min(workshop)
            | Rule::Max(workshop)
            | Rule::OrganisationMax(workshop)
            | Rule::WorkshopSlots(workshop) => Source::Workshop(self.workshops[workshop]),
            Rule::Clash(workshop, index) => {
                let other = self.problem.workshops[workshop].clashes[index];
                Source::Clash(self.workshops[workshop], self.workshops[other])
            }
            Rule::PersonSlots(person) | Rule::PersonWorkshops(person) => {
                Source::Person(self.people[person])
            }
            Rule::Fill => Source::Fill,
        }
    }

    /// The problem for one fairness.
    pub fn by(&self, fairness: Fairness) -> Problem {
        Problem {
            fairness: solver_fairness(fairness),
            ..self.problem.clone()
        }
    }
}
