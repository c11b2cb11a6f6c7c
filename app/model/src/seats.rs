//! Who gets a seat, of an event or of a workshop: the rule of capacity, contingents and the waiting list.
//!
//! A contingent holds seats for one organisation. Its people take the held seats first and compete
//! for the open ones after that; everybody else can have only the open ones. A person
//! can have a seat exactly if, with them, the seats taken and the seats still held for *other*
//! organisations fit into the capacity.

use crate::{Contingent, Fault, OrganisationId};

/// The seats of an event, or of a workshop in a slot, at one moment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Seats<Organisation = OrganisationId> {
    capacity: Option<u32>,
    /// The most people of one organisation.
    organisation_most: Option<u32>,
    /// Seats that are held for an organisation.
    held: Vec<(Organisation, u32)>,
    taken: Vec<(Option<Organisation>, u32)>,
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
            organisation_most: None,
            held: held(contingents),
            taken,
        }
    }

    /// The same people, with another capacity and other contingents.
    #[must_use]
    pub fn replanned(&self, capacity: Option<u32>, contingents: Vec<Contingent>) -> Self {
        Self {
            capacity,
            held: held(contingents),
            ..self.clone()
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
    pub fn lacking(&self) -> u32 {
        let held: u32 = self
            .held
            .iter()
            .map(|(organisation, seats)| seats.saturating_sub(self.taken_by(Some(organisation))))
            .sum();
        self.capacity
            .map_or(0, |capacity| (self.taken() + held).saturating_sub(capacity))
    }

    /// How many people have a seat that is not of a contingent.
    fn taken_beside_contingents(&self) -> u32 {
        let of_contingents: u32 = self
            .held
            .iter()
            .map(|(organisation, seats)| *seats.min(&self.taken_by(Some(organisation))))
            .sum();
        self.taken() - of_contingents
    }
}

fn held(contingents: Vec<Contingent>) -> Vec<(OrganisationId, u32)> {
    let contingents = contingents.into_iter();
    contingents
        .map(|contingent| (contingent.organisation, contingent.seats))
        .collect()
}

impl<Organisation: PartialEq> Seats<Organisation> {
    /// Seats of which none is held, and one organisation has no more than said. People who name no organisation are no
    /// colleagues of one another.
    pub fn limited(
        capacity: Option<u32>,
        organisation_most: Option<u32>,
        taken: impl IntoIterator<Item = (Option<Organisation>, u32)>,
    ) -> Self {
        Self {
            capacity,
            organisation_most,
            held: Vec::new(),
            taken: taken.into_iter().collect(),
        }
    }

    /// Whether one more person of this organisation can have a seat.
    pub fn admits(&self, organisation: Option<&Organisation>) -> bool {
        self.left_for(organisation).is_none_or(|left| left > 0)
    }

    /// How many more people of this organisation can have a seat; `None` without a limit.
    pub fn left_for(&self, organisation: Option<&Organisation>) -> Option<u32> {
        let of_organisation = organisation.and(self.organisation_most);
        let of_organisation =
            of_organisation.map(|most| most.saturating_sub(self.taken_by(organisation)));
        let left = [self.left(organisation), of_organisation];
        left.into_iter().flatten().min()
    }

    /// How many seats are neither taken nor held for other organisations; `None` without a capacity.
    fn left(&self, organisation: Option<&Organisation>) -> Option<u32> {
        let held_for_others: u32 = self
            .held
            .iter()
            .filter(|(other, _)| Some(other) != organisation)
            .map(|(other, seats)| seats.saturating_sub(self.taken_by(Some(other))))
            .sum();
        self.capacity
            .map(|capacity| capacity.saturating_sub(self.taken() + held_for_others))
    }

    /// How many people have a seat.
    pub fn taken(&self) -> u32 {
        self.taken.iter().map(|(_, count)| count).sum()
    }

    /// How many people of one organisation have a seat.
    pub fn taken_by(&self, organisation: Option<&Organisation>) -> u32 {
        self.taken
            .iter()
            .filter(|(of, _)| of.as_ref() == organisation)
            .map(|(_, count)| count)
            .sum()
    }

    /// The most people who have a seat of one organisation.
    pub fn most_of_one_organisation(&self) -> u32 {
        let organisations = self.taken.iter().filter_map(|(of, _)| of.as_ref());
        let people = organisations.map(|organisation| self.taken_by(Some(organisation)));
        people.max().unwrap_or(0)
    }

    /// Takes a seat for a person of this organisation. Ask [`Self::admits`] first.
    pub fn take(&mut self, organisation: Option<Organisation>) {
        match self.taken.iter_mut().find(|(of, _)| *of == organisation) {
            Some((_, count)) => *count += 1,
            None => self.taken.push((organisation, 1)),
        }
    }

    /// Frees a seat that someone of this organisation had.
    pub fn free(&mut self, organisation: Option<&Organisation>) {
        let mut taken = self.taken.iter_mut();
        if let Some((_, count)) = taken.find(|(of, _)| of.as_ref() == organisation) {
            *count = count.saturating_sub(1);
        }
    }

    /// Who of the waiting list, in its order, can have a seat now: the first whom the seats admit,
    /// then the next, until nobody more fits. Whoever cannot be seated keeps waiting and does not
    /// hold up those behind who can.
    pub fn promote<T>(
        mut self,
        waiting: impl IntoIterator<Item = (T, Option<Organisation>)>,
    ) -> Vec<T> {
        let mut promoted = Vec::new();
        for (who, organisation) in waiting {
            if self.admits(organisation.as_ref()) {
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
        assert!(!seats.admits(Some(&organisation(2))));
        assert!(seats.admits(Some(&organisation(1))));
    }

    #[test]
    fn beyond_its_contingent_an_organisation_competes_for_open_seats() {
        let mut seats = Seats::new(Some(3), vec![held(1, 1)], vec![]);
        for _ in 0..3 {
            assert!(seats.admits(Some(&organisation(1))));
            seats.take(Some(organisation(1)));
        }
        assert!(!seats.admits(Some(&organisation(1))));
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
    fn an_organisation_has_no_more_seats_than_one_may_have() {
        let mut seats = Seats::limited(Some(4), Some(2), vec![(Some("Volkshochschule"), 1)]);
        assert_eq!(seats.left_for(Some(&"Volkshochschule")), Some(1));
        seats.take(Some("Volkshochschule"));
        assert!(!seats.admits(Some(&"Volkshochschule")));
        assert_eq!(seats.left_for(Some(&"Jobcenter")), Some(2));
        assert_eq!(seats.left_for(None), Some(2), "nobody's colleague");
        let waiting = [
            (1, Some("Volkshochschule")),
            (2, None),
            (3, None),
            (4, None),
        ];
        assert_eq!(seats.clone().promote(waiting), [2, 3]);
        assert_eq!(seats.most_of_one_organisation(), 2);
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
                if seats.admits(of.as_ref()) {
                    seats.take(of);
                }
            }
            prop_assert!(seats.taken() <= capacity);
            // Whoever has a contingent can still fill it.
            for contingent in contingents {
                while seats.taken_by(Some(&contingent.organisation)) < contingent.seats {
                    prop_assert!(seats.admits(Some(&contingent.organisation)));
                    seats.take(Some(contingent.organisation));
                }
            }
            prop_assert!(seats.taken() <= capacity);
        }
    }
}
