//! A plan by indices.

use std::collections::BTreeMap;

use super::model::{Model, NO_OFFER, Seats};
use super::problem::Problem;

/// The workshop of each person in each slot, by indices of [`Problem`].
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Seating {
    /// `workshops[person][slot]`. `None` without a seat. Entries may be missing at the end.
    pub workshops: Vec<Vec<Option<usize>>>,
}

impl Seating {
    /// A plan in which nobody has a seat.
    pub fn empty(problem: &Problem) -> Self {
        Self {
            workshops: vec![vec![None; problem.slots.len()]; problem.people.len()],
        }
    }

    /// The workshop of a person in a slot.
    pub fn workshop(&self, person: usize, slot: usize) -> Option<usize> {
        *self.workshops.get(person)?.get(slot)?
    }

    /// The seats of a [`Problem::previous`].
    pub(super) fn of_previous(
        people: usize,
        slots: usize,
        previous: &BTreeMap<(usize, usize), Option<usize>>,
    ) -> Self {
        let mut workshops = vec![vec![None; slots]; people];
        for (&(person, slot), &workshop) in previous {
            workshops[person][slot] = workshop;
        }
        Self { workshops }
    }

    /// The seats as [`Problem::previous`].
    pub fn to_previous(&self) -> BTreeMap<(usize, usize), Option<usize>> {
        let rows = self.workshops.iter().enumerate();
        let seats = rows.flat_map(|(person, row)| {
            let seats = row.iter().enumerate();
            seats.filter_map(move |(slot, &workshop)| Some(((person, slot), Some(workshop?))))
        });
        seats.collect()
    }

    pub(super) fn from_seats(model: &Model, seats: &Seats) -> Self {
        let mut seating = Self {
            workshops: vec![vec![None; model.slots()]; model.people.len()],
        };
        for (person, attendee) in model.people.iter().enumerate() {
            for &slot in &attendee.slots {
                if let Some(offer) = model.offers.get(seats[model.seat_index(person, slot)]) {
                    seating.workshops[attendee.index][model.slot_index[slot]] =
                        Some(model.workshop_index[offer.workshop]);
                }
            }
        }
        seating
    }

    /// The seats in the order of a model. A seat that no offer has, or in a slot that the person does not attend,
    /// is none.
    pub(super) fn to_seats(&self, model: &Model) -> Seats {
        let mut workshop_at = vec![NO_OFFER; model.workshop_index.len()];
        for (workshop, &index) in model.workshop_index.iter().enumerate() {
            workshop_at[index] = workshop;
        }
        let mut seats = model.empty_seats();
        for (person, attendee) in model.people.iter().enumerate() {
            for &slot in &attendee.slots {
                let workshop = self.workshop(attendee.index, model.slot_index[slot]);
                let offer = workshop
                    .and_then(|workshop| workshop_at.get(workshop))
                    .and_then(|&workshop| model.offer_in(workshop, slot));
                seats[model.seat_index(person, slot)] = offer.unwrap_or(NO_OFFER);
            }
        }
        seats
    }
}
