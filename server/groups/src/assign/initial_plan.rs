//! The initial plan for several slots, and local improvement slot by slot.

use std::collections::HashMap;

use super::goals::{Goal, values};
use super::greedy_repair;
use super::model::{Decision, Model, NO_OFFER, Seats};
use super::problem::Stability;
use super::single_slot::{self, with_slot};
use super::slot_flow::{SlotProblem, find_linked_people};
use crate::SearchControl;

/// Flows per slot while the other slots stay fixed.
const FLOW_LIMIT: usize = 24;

/// People × offers up to which flows and the linear program are used.
const MAX_SIZE: usize = 6_000_000;

/// Whether the problem is small enough for flows and the linear program.
pub(super) fn is_small(model: &Model) -> bool {
    model.people.len().saturating_mul(model.offers.len()) <= MAX_SIZE
}

/// Builds a plan that breaks no rule, though fixed seats may be missing.
pub(super) fn build_initial_plan(
    model: &Model,
    goals: &[Goal],
    control: &dyn SearchControl,
) -> Seats {
    let flow_limit = if is_small(model) { FLOW_LIMIT } else { 0 };
    let mut seats = model.empty_seats();
    for slot in 0..model.slots() {
        let linked = find_linked_people(model, slot);
        let alone = seats.clone();
        seat_linked_people(model, slot, &linked, &mut seats);
        let slot_problem = |seats: &Seats| {
            single_slot::solve(
                &SlotProblem {
                    model,
                    goals,
                    slot,
                    seats,
                    keeps_seat: &linked,
                },
                flow_limit,
                control,
            )
        };
        // Linked people may have opened an offer that nobody else can fill.
        let found = slot_problem(&seats)
            .seats
            .or_else(|| slot_problem(&alone).seats);
        seats = found.unwrap_or(alone);
    }
    seats
}

/// Builds the plan that keeps most seats of the previous one. People whose seat is gone take the best free one.
/// `None` if an offer that must take place lacks people.
pub(super) fn build_plan_near_previous(model: &Model) -> Option<Seats> {
    let mut seats = model.empty_seats();
    for slot in 0..model.slots() {
        let linked = find_linked_people(model, slot);
        seat_linked_people(model, slot, &linked, &mut seats);
        let offers: Vec<usize> = (0..model.people.len())
            .map(|person| {
                if linked[person] {
                    return seats[model.seat_index(person, slot)];
                }
                let previous = model.previous_offer(person, slot).filter(|&offer| {
                    model.may_sit(person, offer)
                        && !conflicts_elsewhere(model, person, offer, &seats)
                });
                previous.unwrap_or(NO_OFFER)
            })
            .collect();
        let slot_problem = SlotProblem {
            model,
            goals: &[],
            slot,
            seats: &seats,
            keeps_seat: &linked,
        };
        let offers = greedy_repair::repair(&slot_problem, &offers)?;
        seats = with_slot(model, slot, &seats, &offers);
    }
    Some(seats)
}

/// Solves one slot after the other again as long as the plan improves.
pub(super) fn polish(
    model: &Model,
    goals: &[Goal],
    mut seats: Seats,
    control: &dyn SearchControl,
) -> Seats {
    let mut best = values(model, goals, &seats);
    let mut idle = 0;
    let mut slot = 0;
    while idle < model.slots() && !control.should_stop() {
        let linked = find_linked_people(model, slot);
        let mut with_groups = seats.clone();
        seat_linked_people(model, slot, &linked, &mut with_groups);
        let mut improved = false;
        let starts = if with_groups == seats {
            vec![seats.clone()]
        } else {
            vec![with_groups, seats.clone()]
        };
        for start in starts {
            let slot_problem = SlotProblem {
                model,
                goals,
                slot,
                seats: &start,
                keeps_seat: &linked,
            };
            if let Some(found) = single_slot::solve(&slot_problem, FLOW_LIMIT, control).seats {
                let value = values(model, goals, &found);
                if value < best {
                    (best, seats, improved) = (value, found, true);
                }
            }
        }
        idle = if improved { 0 } else { idle + 1 };
        slot = (slot + 1) % model.slots();
    }
    seats
}

/// Gives each linked person without a seat in this slot the best free one: fixed seats first, then group by
/// group.
fn seat_linked_people(model: &Model, slot: usize, linked: &[bool], seats: &mut Seats) {
    let mut capacity = RemainingCapacity::new(model, linked, slot, seats);
    let in_slot = |decision: &&Decision| decision.slot == slot && linked[decision.people[0]];
    let mut decisions: Vec<&Decision> = model
        .units
        .iter()
        .flat_map(|unit| &unit.decisions)
        .filter(in_slot)
        .collect();
    decisions.sort_by_key(|d| {
        !d.people
            .iter()
            .any(|&person| model.fixed(person, slot).is_some())
    });
    for decision in decisions {
        if seats[model.seat_index(decision.people[0], slot)] != NO_OFFER {
            continue;
        }
        let best = model.offers_in[slot]
            .iter()
            .copied()
            .filter(|&offer| capacity.fits(decision, offer, seats))
            .min_by_key(|&offer| {
                let people = decision.people.iter();
                let changed = people.clone().filter(|&&person| {
                    model.stability == Stability::First
                        && model.differs_from_previous(person, slot, offer)
                });
                let levels = people.map(|&person| model.level(person, offer));
                (changed.count(), levels.sum::<usize>())
            });
        if let Some(offer) = best {
            capacity.take(decision, offer);
            for &person in &decision.people {
                seats[model.seat_index(person, slot)] = offer;
            }
        }
    }
}

/// Remaining capacity of a slot's offers beside its linked people.
struct RemainingCapacity<'a> {
    model: &'a Model,
    load: HashMap<usize, u32>,
    organisation: HashMap<(usize, usize), u32>,
    apart: HashMap<(usize, usize), u32>,
}

impl<'a> RemainingCapacity<'a> {
    fn new(model: &'a Model, linked: &[bool], slot: usize, seats: &Seats) -> Self {
        let mut capacity = Self {
            model,
            load: HashMap::new(),
            organisation: HashMap::new(),
            apart: HashMap::new(),
        };
        for person in (0..model.people.len()).filter(|&person| linked[person]) {
            let offer = seats[model.seat_index(person, slot)];
            if offer != NO_OFFER {
                capacity.take(
                    &Decision {
                        people: vec![person],
                        slot,
                    },
                    offer,
                );
            }
        }
        capacity
    }

    fn fits(&self, decision: &Decision, offer: usize, seats: &Seats) -> bool {
        let model = self.model;
        let limits = &model.offers[offer];
        let count = |people: &mut dyn Iterator<Item = usize>| {
            u32::try_from(people.count()).unwrap_or(u32::MAX)
        };
        let taken = |map: &HashMap<(usize, usize), u32>, group: usize| {
            map.get(&(group, offer)).copied().unwrap_or(0)
        };
        let joining = count(&mut decision.people.iter().copied());
        self.load
            .get(&offer)
            .copied()
            .unwrap_or(0)
            .saturating_add(joining)
            <= limits.max
            && decision.people.iter().all(|&person| {
                let organisation_fits =
                    model.people[person]
                        .organisation
                        .is_none_or(|organisation| {
                            let colleagues = decision.people.iter().copied();
                            let joining =
                                count(&mut colleagues.filter(|&p| {
                                    model.people[p].organisation == Some(organisation)
                                }));
                            taken(&self.organisation, organisation).saturating_add(joining)
                                <= limits.organisation_max
                        });
                let apart_fits = model.apart_of[person].iter().all(|&group| {
                    let members = decision.people.iter().copied();
                    let joining =
                        count(&mut members.filter(|&p| model.apart_of[p].contains(&group)));
                    taken(&self.apart, group) + joining <= 1
                });
                organisation_fits
                    && apart_fits
                    && model.may_sit(person, offer)
                    && !conflicts_elsewhere(model, person, offer, seats)
            })
    }

    fn take(&mut self, decision: &Decision, offer: usize) {
        for &person in &decision.people {
            *self.load.entry(offer).or_insert(0) += 1;
            if let Some(organisation) = self.model.people[person].organisation {
                *self.organisation.entry((organisation, offer)).or_insert(0) += 1;
            }
            for &group in &self.model.apart_of[person] {
                *self.apart.entry((group, offer)).or_insert(0) += 1;
            }
        }
    }
}

/// Whether a seat of the person in another slot conflicts with this offer.
fn conflicts_elsewhere(model: &Model, person: usize, offer: usize, seats: &Seats) -> bool {
    let limits = &model.offers[offer];
    model.people[person]
        .slots
        .iter()
        .filter(|&&other| other != limits.slot)
        .any(|&other| {
            let seat = seats[model.seat_index(person, other)];
            seat != NO_OFFER && model.conflict(limits.workshop, model.offers[seat].workshop)
        })
}
