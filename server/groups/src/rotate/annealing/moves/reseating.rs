//! A whole round seated anew, where few people sit. Rules that bind nearly everybody leave no other way.

use super::super::super::initial_seating::reseat_round;
use super::super::super::problem::Index;
use super::super::super::rules::ABSENT;
use super::super::Annealer;

/// With more people such a seating is hardly ever accepted.
pub(super) const FEW_PEOPLE: usize = 10;

impl Annealer<'_> {
    /// Seats everybody of a round anew, near the present seats of some and random ones of the others.
    pub(super) fn reseat(&mut self, round: Index, threshold: i64) -> bool {
        let (people, tables) = (self.state.layout.people, self.state.layout.tables);
        let before = self.state.seats[round * people..][..people].to_vec();
        let mut preferred = before.clone();
        for table in preferred.iter_mut().filter(|table| **table != ABSENT) {
            if self.random.below(2) == 0 {
                *table = u16::try_from(self.random.below(tables)).unwrap_or(*table);
            }
        }
        let (problem, random) = (self.context.problem, &mut self.random);
        let seats = reseat_round(problem, round, Some(&preferred), random);
        let Some(seats) = seats.filter(|seats| *seats != before) else {
            return false;
        };
        let made = self.take_seats(round, &seats) <= threshold;
        if !made {
            self.take_seats(round, &before);
        }
        made
    }

    /// Moves everybody to these seats. Returns the delta.
    fn take_seats(&mut self, round: Index, seats: &[u16]) -> i64 {
        let mut delta = 0;
        for (person, &table) in (0_u16..).zip(seats) {
            if table != ABSENT && table != self.state.table_of(round, person) {
                delta += self.weights.move_delta(&self.state, round, person, table);
                self.state.move_person(round, person, table);
            }
        }
        delta
    }
}
