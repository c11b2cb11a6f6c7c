//! Whole rounds seated anew, where few people sit. If rules bind nearly everybody, exchanges reach few of
//! the plans.

use super::super::super::initial_seating::reseat_round;
use super::super::super::problem::Index;
use super::super::super::rules::ABSENT;
use super::super::Annealer;

/// With more people such a seating is hardly ever accepted.
pub(super) const FEW_PEOPLE: usize = 10;

impl Annealer<'_> {
    /// Seats everybody anew in a round, or in this one and another.
    pub(super) fn reseat(&mut self, first: Index, threshold: i64) -> bool {
        let second = self.movable_rounds[self.random.below(self.movable_rounds.len())];
        let takes_both = first != second && self.random.below(2) == 0;
        let rounds = [first, second];
        let rounds = &rounds[..=usize::from(takes_both)];
        let people = self.state.layout.people;
        let before = self.state.seats.clone();
        let mut delta = 0;
        for &round in rounds {
            delta += match self.seats_nearby(round) {
                Some(seats) => self.take_seats(round, &seats),
                None => 0,
            };
        }
        let moves = self.state.seats != before;
        if moves && delta > threshold {
            for &round in rounds {
                self.take_seats(round, &before[round * people..][..people]);
            }
            return false;
        }
        moves
    }

    /// Seats of a round near random ones, every other time for half of the people only.
    fn seats_nearby(&mut self, round: Index) -> Option<Vec<u16>> {
        let (people, tables) = (self.state.layout.people, self.state.layout.tables);
        let mut preferred = self.state.seats[round * people..][..people].to_vec();
        let share = 1 + self.random.below(2);
        for table in preferred.iter_mut().filter(|table| **table != ABSENT) {
            if self.random.below(2) < share {
                *table = u16::try_from(self.random.below(tables)).unwrap_or(*table);
            }
        }
        let problem = self.context.problem;
        reseat_round(problem, round, Some(&preferred), &mut self.random)
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
