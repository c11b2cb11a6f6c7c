//! Counts of a plan.

use super::goals::{Goal, best_level, colleague_pairs};
use super::layout::ProblemLayout;
use super::model::{Model, NO_OFFER, Seats};
use super::seating::Seating;

/// What people get from a plan.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Figures {
    /// Seats filled, as pairs of person and slot.
    pub seats: usize,
    /// Seats empty.
    pub empty: usize,
    /// Seats by rank, rank 1 first.
    pub profile: Vec<usize>,
    /// People by the best rank they have, rank 1 first.
    pub best_wish: Vec<usize>,
    /// People with wishes who have no seat that they wished for.
    pub without_wish: usize,
    /// Pairs of one organisation in one offer.
    pub spread: i64,
    /// Seats of the previous plan that are not kept.
    pub changed: i64,
}

impl Figures {
    /// Counts a plan. `layout` belongs to its problem.
    pub fn new(layout: &ProblemLayout, seating: &Seating) -> Self {
        Self::of_seats(&layout.model, &seating.to_seats(&layout.model))
    }

    pub(super) fn of_seats(model: &Model, seats: &Seats) -> Self {
        let mut figures = Self {
            profile: vec![0; model.ranks],
            best_wish: vec![0; model.ranks],
            spread: colleague_pairs(model, seats),
            changed: Goal::Changed.value(model, seats),
            ..Self::default()
        };
        for (person, attendee) in model.people.iter().enumerate() {
            for &slot in &attendee.slots {
                let offer = seats[model.seat_index(person, slot)];
                if offer == NO_OFFER {
                    figures.empty += 1;
                    continue;
                }
                figures.seats += 1;
                if let Some(seats) = figures.profile.get_mut(model.level(person, offer) - 1) {
                    *seats += 1;
                }
            }
            match figures
                .best_wish
                .get_mut(best_level(model, person, seats) - 1)
            {
                Some(people) => *people += 1,
                None => figures.without_wish += usize::from(attendee.has_wishes),
            }
        }
        trim(&mut figures.profile);
        trim(&mut figures.best_wish);
        figures
    }
}

/// Removes trailing zeros.
fn trim(counts: &mut Vec<usize>) {
    while counts.last() == Some(&0) {
        counts.pop();
    }
}
