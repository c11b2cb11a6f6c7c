//! A plan by indices.

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

    pub(super) fn from_seats(problem: &Problem, model: &Model, seats: &Seats) -> Self {
        let mut seating = Self::empty(problem);
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

    /// The seats in a model in the order of the input. A seat that no offer has, or in a slot that the person
    /// does not attend, is none.
    pub(super) fn to_seats(&self, model: &Model) -> Seats {
        let mut seats = model.empty_seats();
        for (person, attendee) in model.people.iter().enumerate() {
            for &slot in &attendee.slots {
                let workshop = self.workshop(person, slot);
                let offer = workshop
                    .filter(|&workshop| workshop < model.workshop_index.len())
                    .and_then(|workshop| model.offer_in(workshop, slot));
                seats[model.seat_index(person, slot)] = offer.unwrap_or(NO_OFFER);
            }
        }
        seats
    }
}
