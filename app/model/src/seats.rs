//! Who gets a seat: the rule of capacity, contingents and the waiting list.
//!
//! A contingent holds seats for one organisation. Its people take the held seats first and compete
//! for the open ones after that; everybody else can have only the open ones. A person
//! can have a seat exactly if, with them, the seats taken and the seats still held for *other*
//! organisations fit into the capacity.

use crate::{Contingent, Fault, OrganisationId};

/// The seats of an event at one moment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Seats {
    capacity: Option<u32>,
    contingents: Vec<Contingent>,
    taken: Vec<(Option<OrganisationId>, u32)>,
}

impl Seats {
    /// `taken`: how many people of each organisation are confirmed (`None`: of none of the
    /// network's).
    pub fn new(
        capacity: Option<u32>,
        contingents: Vec<Contingent>,
        taken: Vec<(Option<OrganisationId>, u32)>,
    ) -> Self {
        Self {
            capacity,
            contingents,
            taken,
        }
    }

    /// Whether one more person of this organisation can have a seat.
    pub fn admits(&self, organisation: Option<OrganisationId>) -> bool {
        self.left_for(organisation).is_none_or(|left| left > 0)
    }

    /// How many more people of this organisation can have a seat; `None` without a capacity.
    pub fn left_for(&self, organisation: Option<OrganisationId>) -> Option<u32> {
        let held_for_others: u32 = self
            .contingents
            .iter()
            .filter(|contingent| Some(contingent.organisation) != organisation)
            .map(|contingent| {
                contingent
                    .seats
                    .saturating_sub(self.taken_by(Some(contingent.organisation)))
            })
            .sum();
        self.capacity
            .map(|capacity| capacity.saturating_sub(self.taken() + held_for_others))
    }

    /// How many people have a seat.
    pub fn taken(&self) -> u32 {
        self.taken.iter().map(|(_, count)| count).sum()
    }

    /// How many people of one organisation have a seat.
    pub fn taken_by(&self, organisation: Option<OrganisationId>) -> u32 {
        self.taken
            .iter()
            .filter(|(of, _)| *of == organisation)
            .map(|(_, count)| count)
            .sum()
    }

    /// The same people, with another capacity and other contingents.
    #[must_use]
    pub fn replanned(&self, capacity: Option<u32>, contingents: Vec<Contingent>) -> Self {
        Self {
            capacity,
            contingents,
            taken: self.taken.clone(),
        }
    }

    /// Refuses contingents that hold more seats than are left, unless the seats of `before` lacked as many.
    pub fn check_contingents(&self, before: &Self) -> Result<(), Fault> {
        match self.capacity {
            Some(capacity) if self.lacking() > before.lacking() => {
                Err(Fault::ContingentsExceedFree {
                    free: capacity.saturating_sub(self.taken_beside_contingents()),
                })
            }
            _ => Ok(()),
        }
    }

    /// How many of the seats that are taken or held are beyond the capacity.
    fn lacking(&self) -> u32 {
        let held: u32 = self
            .contingents
            .iter()
            .map(|held| {
                held.seats
                    .saturating_sub(self.taken_by(Some(held.organisation)))
            })
            .sum();
        self.capacity
            .map_or(0, |capacity| (self.taken() + held).saturating_sub(capacity))
    }

    /// How many people have a seat that is not of a contingent.
    fn taken_beside_contingents(&self) -> u32 {
        let of_contingents: u32 = self
            .contingents
            .iter()
            .map(|held| held.seats.min(self.taken_by(Some(held.organisation))))
            .sum();
        self.taken() - of_contingents
    }

    /// Takes a seat for a person of this organisation. Ask [`Self::admits`] first.
    pub fn take(&mut self, organisation: Option<OrganisationId>) {
        match self.taken.iter_mut().find(|(of, _)| *of == organisation) {
            Some((_, count)) => *count += 1,
            None => self.taken.push((organisation, 1)),
        }
    }

    /// Frees a seat that someone of this organisation had.
    pub fn free(&mut self, organisation: Option<OrganisationId>) {
        if let Some((_, count)) = self.taken.iter_mut().find(|(of, _)| *of == organisation) {
            *count = count.saturating_sub(1);
        }
    }

    /// Who of the waiting list, in its order, can have a seat now: the first whom the seats admit,
    /// then the next, until nobody more fits. Whoever cannot be seated keeps waiting and does not
    /// hold up those behind who can.
    pub fn promote<T>(
        mut self,
        waiting: impl IntoIterator<Item = (T, Option<OrganisationId>)>,
    ) -> Vec<T> {
        let mut promoted = Vec::new();
        for (who, organisation) in waiting {
            if self.admits(organisation) {
                self.take(organisation);
                promoted.push(who);
            }
        }
        promoted
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use uuid::Uuid;

    use super::Seats;
    use crate::{Contingent, Fault, OrganisationId};

    fn organisation(number: u128) -> OrganisationId {
        Uuid::from_u128(number).into()
    }

    fn held(number: u128, seats: u32) -> Contingent {
        Contingent {
            organisation: organisation(number),
            seats,
        }
    }

    #[test]
    fn no_more_seats_are_held_than_are_left() {
        // Eight of ten seats are taken, two of them by people of the first organisation.
        let seats = |capacity, contingents| {
            let taken = vec![(None, 6), (Some(organisation(1)), 2)];
            Seats::new(Some(capacity), contingents, taken)
        };
        let before = seats(10, vec![]);
        let check = |after: Seats| after.check_contingents(&before);
        assert_eq!(check(seats(10, vec![held(1, 4)])), Ok(()));
        assert_eq!(check(seats(10, vec![held(2, 2)])), Ok(()));
        let free = Err(Fault::ContingentsExceedFree { free: 4 });
        assert_eq!(check(seats(10, vec![held(1, 5)])), free);
        assert_eq!(check(seats(10, vec![held(1, 3), held(2, 2)])), free);
        // What lacks already may be mended in steps.
        let lacking = seats(10, vec![held(2, 9)]);
        let better = seats(11, vec![held(2, 8)]);
        assert_eq!(better.check_contingents(&lacking), Ok(()));
    }

    #[test]
    fn a_seat_that_is_freed_can_be_had_again() {
        let mut seats = Seats::new(Some(1), vec![], vec![(None, 1)]);
        assert!(!seats.admits(None));
        seats.free(None);
        assert!(seats.admits(None));
        seats.free(None);
        assert_eq!(seats.taken(), 0, "there was no other");
    }

    #[test]
    fn held_seats_are_kept_for_their_organisation() {
        let mut seats = Seats::new(Some(3), vec![held(1, 2)], vec![]);
        assert!(seats.admits(None));
        seats.take(None);
        assert!(!seats.admits(None), "the other two are held");
        assert!(!seats.admits(Some(organisation(2))));
        assert!(seats.admits(Some(organisation(1))));
    }

    #[test]
    fn beyond_its_contingent_an_organisation_competes_for_open_seats() {
        let mut seats = Seats::new(Some(3), vec![held(1, 1)], vec![]);
        for _ in 0..3 {
            assert!(seats.admits(Some(organisation(1))));
            seats.take(Some(organisation(1)));
        }
        assert!(!seats.admits(Some(organisation(1))));
    }

    #[test]
    fn whoever_cannot_be_seated_does_not_hold_up_the_next() {
        let seats = Seats::new(Some(1), vec![held(1, 1)], vec![]);
        let waiting = [
            ("Anna", None),
            ("Beate", Some(organisation(1))),
            ("Cem", None),
        ];
        assert_eq!(seats.promote(waiting), ["Beate"]);
    }

    #[test]
    fn without_a_capacity_everybody_is_admitted() {
        let seats = Seats::new(None, vec![held(1, 5)], vec![(None, 1_000_000)]);
        assert!(seats.admits(None));
        assert_eq!(seats.left_for(None), None);
    }

    proptest! {
        #[test]
        fn no_order_of_arrival_overbooks_or_takes_a_held_seat(
            capacity in 0_u32..12,
            contingents in proptest::collection::vec(0_u32..4, 0..4),
            arrivals in proptest::collection::vec(proptest::option::of(0_usize..5), 0..40),
        ) {
            let contingents: Vec<Contingent> = contingents
                .into_iter()
                .scan(capacity, |left, seats| {
                    let seats = seats.min(*left);
                    *left -= seats;
                    Some(seats)
                })
                .enumerate()
                .map(|(number, seats)| held(number as u128, seats))
                .collect();
            let mut seats = Seats::new(Some(capacity), contingents.clone(), vec![]);
            for arrival in arrivals {
                let of = arrival.map(|number| organisation(number as u128));
                if seats.admits(of) {
                    seats.take(of);
                }
            }
            prop_assert!(seats.taken() <= capacity);
            // Whoever has a contingent can still fill it.
            for contingent in contingents {
                while seats.taken_by(Some(contingent.organisation)) < contingent.seats {
                    prop_assert!(seats.admits(Some(contingent.organisation)));
                    seats.take(Some(contingent.organisation));
                }
            }
            prop_assert!(seats.taken() <= capacity);
        }
    }
}
