//! Greedy construction of one slot. It needs no search, so it also serves when no time is left.

use std::collections::HashMap;

use super::model::{BlockedWorkshops, Model, NO_OFFER, Seats};
use super::slot_flow::SlotProblem;

/// Turns seats of a slot into ones that keep every rule.
///
/// People take the best free seat one by one. While an offer misses its minimum, the one that misses it most
/// is closed. Returns `None` if an offer with a fixed or kept seat cannot reach its minimum.
pub(super) fn repair(slot_problem: &SlotProblem<'_>, offers: &[usize]) -> Option<Vec<usize>> {
    let mut repair = SlotRepair::new(slot_problem, offers);
    repair.seat_people();
    loop {
        let short = |&i: &usize| {
            let limits = repair.limits(i);
            (repair.load[i] > 0 || limits.is_required) && repair.load[i] < limits.min
        };
        let candidates = (0..repair.load.len()).filter(short);
        let Some(short) = candidates.max_by_key(|&i| repair.limits(i).min - repair.load[i]) else {
            return Some(repair.offers);
        };
        if repair.is_required[short] {
            if !repair.fill_required_offer(short) {
                return None;
            }
        } else {
            repair.close(short);
            repair.seat_people();
        }
    }
}

struct SlotRepair<'a> {
    model: &'a Model,
    in_slot: &'a [usize],
    to_seat: Vec<usize>,
    offers: Vec<usize>,
    /// By position of the offer in the slot.
    load: Vec<u32>,
    organisation_load: HashMap<(usize, usize), usize>,
    open: Vec<bool>,
    is_required: Vec<bool>,
    seats: &'a Seats,
    slot: usize,
    blocked: BlockedWorkshops,
}

impl<'a> SlotRepair<'a> {
    fn new(slot_problem: &SlotProblem<'a>, offers: &[usize]) -> Self {
        let model = slot_problem.model;
        let in_slot = &model.offers_in[slot_problem.slot];
        let (kept, organisation_load) = slot_problem.kept_loads();
        let to_seat = slot_problem.to_seat();
        let mut repair = Self {
            model,
            in_slot,
            offers: offers.to_vec(),
            is_required: in_slot
                .iter()
                .zip(&kept)
                .map(|(&offer, &kept)| model.offers[offer].is_held_open || kept > 0)
                .collect(),
            load: kept,
            organisation_load,
            open: vec![true; in_slot.len()],
            seats: slot_problem.seats,
            slot: slot_problem.slot,
            blocked: BlockedWorkshops::new(model),
            to_seat,
        };
        let preferred: Vec<(usize, usize)> = repair
            .to_seat
            .iter()
            .map(|&person| (person, offers[person]))
            .collect();
        for (person, offer) in preferred {
            repair.offers[person] = NO_OFFER;
            if offer != NO_OFFER {
                let i = in_slot.partition_point(|&other| other < offer);
                if repair.fits(person, i) {
                    repair.seat(person, i);
                }
            }
        }
        repair
    }

    fn limits(&self, i: usize) -> &super::model::Offer {
        &self.model.offers[self.in_slot[i]]
    }

    fn fits(&self, person: usize, i: usize) -> bool {
        let limits = self.limits(i);
        self.open[i]
            && self.load[i] < limits.max
            && self.model.people[person]
                .organisation
                .is_none_or(|organisation| {
                    let here = self
                        .organisation_load
                        .get(&(organisation, self.in_slot[i]))
                        .copied()
                        .unwrap_or(0);
                    here < limits.organisation_max as usize
                })
    }

    fn seat(&mut self, person: usize, i: usize) {
        self.offers[person] = self.in_slot[i];
        self.load[i] += 1;
        if let Some(organisation) = self.model.people[person].organisation {
            *self
                .organisation_load
                .entry((organisation, self.in_slot[i]))
                .or_insert(0) += 1;
        }
    }

    fn unseat(&mut self, person: usize) {
        let offer = std::mem::replace(&mut self.offers[person], NO_OFFER);
        self.load[self.in_slot.partition_point(|&other| other < offer)] -= 1;
        if let Some(organisation) = self.model.people[person].organisation {
            self.organisation_load
                .entry((organisation, offer))
                .and_modify(|count| *count -= 1);
        }
    }

    /// Seats people with a fixed seat first, then people with wishes.
    fn seat_people(&mut self) {
        let first = |&person: &usize| {
            (
                self.model.fixed(person, self.slot).is_none(),
                !self.model.people[person].has_wishes,
            )
        };
        let mut order: Vec<usize> = self
            .to_seat
            .iter()
            .copied()
            .filter(|&person| self.offers[person] == NO_OFFER)
            .collect();
        order.sort_by_key(first);
        for person in order {
            self.blocked
                .block_for(self.model, &[person], self.slot, self.seats);
            let possible = (0..self.in_slot.len())
                .filter(|&i| self.fits(person, i) && self.may_take(person, i));
            if let Some(i) = possible.min_by_key(|&i| self.model.level(person, self.in_slot[i])) {
                self.seat(person, i);
            }
        }
    }

    /// Whether the person may sit there. `blocked` must be set for the person.
    fn may_take(&self, person: usize, i: usize) -> bool {
        self.model.may_sit(person, self.in_slot[i])
            && !self.blocked.contains(self.limits(i).workshop)
    }

    fn close(&mut self, i: usize) {
        self.open[i] = false;
        for at in 0..self.to_seat.len() {
            if self.offers[self.to_seat[at]] == self.in_slot[i] {
                self.unseat(self.to_seat[at]);
            }
        }
    }

    /// Moves a person from elsewhere into an offer that must take place.
    fn fill_required_offer(&mut self, i: usize) -> bool {
        for at in 0..self.to_seat.len() {
            let person = self.to_seat[at];
            let from = self.offers[person];
            let spare = from == NO_OFFER || {
                let j = self.in_slot.partition_point(|&other| other < from);
                j != i && (!self.is_required[j] || self.load[j] > self.limits(j).min)
            };
            self.blocked
                .block_for(self.model, &[person], self.slot, self.seats);
            if spare && self.fits(person, i) && self.may_take(person, i) {
                if from != NO_OFFER {
                    self.unseat(person);
                }
                self.seat(person, i);
                return true;
            }
        }
        false
    }
}
