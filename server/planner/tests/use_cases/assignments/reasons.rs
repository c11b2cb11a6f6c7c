//! Checks the reasons of a stored assignment by the rows alone: counts, limits, and every exchange of two seats.

use std::collections::HashMap;

use model::{
    RegistrationId, SlotId, WorkshopId,
    assignment::{AssignmentSeating, Fairness, OfferDecision},
    workshops::OfferKey,
};
use planner::assignments::{Comparison, Explanation, Place, RefusalReason};

use super::checker::Rows;

/// The workshop of each person in each slot.
type Seats = HashMap<(RegistrationId, SlotId), WorkshopId>;

impl Rows {
    /// Panics if a reason is not true, or if a wish that was not granted has none.
    pub fn check_reasons(&self, seating: &AssignmentSeating, explanation: &Explanation) {
        let takes_place = |offer: OfferKey| {
            let called_off = OfferDecision::CallOff(offer);
            let workshop = self.programme.workshop(offer.workshop).unwrap();
            workshop.is_planned() && !self.set_up.decisions.contains(&called_off)
        };
        let seats: Seats = seating
            .all()
            .filter(|(person, offer)| self.people.contains_key(person) && takes_place(*offer))
            .map(|(person, offer)| ((person, offer.slot), offer.workshop))
            .collect();
        let person = explanation.person;
        for explained in &explanation.slots {
            let slot = explained.slot;
            let held = seats.get(&(person, slot)).copied();
            match explained.place {
                Place::Workshop { workshop, rank } => {
                    assert_eq!(held, Some(workshop));
                    assert_eq!(rank, self.rank(person, workshop));
                }
                Place::NoSeat => assert!(held.is_none() && self.attends(person, slot)),
                Place::Absent | Place::Busy | Place::Leads(_) => {
                    assert!(!self.attends(person, slot));
                }
            }
            if !self.attends(person, slot) {
                for missed in &explained.refused {
                    assert_eq!(missed.reason, RefusalReason::NotThere);
                    let mut offers = self.programme.offers_of(missed.wish.workshop);
                    assert!(offers.all(|(_, slot)| !self.attends(person, slot.id)));
                }
                continue;
            }
            let held_rank = held.and_then(|held| self.rank(person, held));
            let expected: Vec<WorkshopId> = self
                .wishes(person)
                .into_iter()
                .filter(|&wish| {
                    let is_offered = self.programme.offer(OfferKey {
                        slot,
                        workshop: wish,
                    });
                    let is_attended = seats
                        .iter()
                        .any(|((who, _), workshop)| *who == person && *workshop == wish);
                    is_offered.is_some()
                        && !is_attended
                        && held_rank.is_none_or(|held| self.rank(person, wish) < Some(held))
                })
                .collect();
            let refused: Vec<WorkshopId> = explained
                .refused
                .iter()
                .map(|refused| refused.wish.workshop)
                .collect();
            assert_eq!(refused, expected, "{person} in {slot}");
            for refused in &explained.refused {
                let offer = OfferKey {
                    slot,
                    workshop: refused.wish.workshop,
                };
                assert_eq!(Some(refused.wish.rank), self.rank(person, offer.workshop));
                self.check_reason(&seats, explanation, offer, &refused.reason);
            }
        }
    }

    /// How many people do not attend the first of their wishes.
    pub fn without_first_wish(&self, seating: &AssignmentSeating) -> usize {
        let people = seating.people.iter().filter(|&&person| {
            let wishes = self.wishes(person);
            let first = wishes.first();
            first.is_some_and(|first| {
                !seating
                    .all()
                    .any(|(one, offer)| one == person && offer.workshop == *first)
            })
        });
        people.count()
    }

    fn check_reason(
        &self,
        seats: &Seats,
        explanation: &Explanation,
        offer: OfferKey,
        reason: &RefusalReason,
    ) {
        let person = explanation.person;
        let fairness = explanation.fairness;
        let there: Vec<RegistrationId> = seats
            .iter()
            .filter(|((_, slot), workshop)| *slot == offer.slot && **workshop == offer.workshop)
            .map(|((person, _), _)| *person)
            .collect();
        let count = u32::try_from(there.len()).unwrap();
        let details = &self.programme.workshop(offer.workshop).unwrap().details;
        let most = details.most.unwrap_or(u32::MAX);
        let context = format!("{person} for {offer:?}: {reason:?}");
        let placed = || {
            let mut after = seats.clone();
            after.insert((person, offer.slot), offer.workshop);
            self.standing(&after, fairness)
        };
        let now = self.standing(seats, fairness);
        match *reason {
            RefusalReason::CalledOff => {
                let is_planned = self
                    .programme
                    .workshop(offer.workshop)
                    .unwrap()
                    .is_planned();
                let called_off = OfferDecision::CallOff(offer);
                assert!(!is_planned || self.set_up.decisions.contains(&called_off));
            }
            RefusalReason::TooFewPeople { least } => {
                assert_eq!(details.least, Some(least), "{context}");
                assert!(count + 1 < least, "{context}");
            }
            RefusalReason::Full {
                seats: all,
                ref by_rank,
                comparison,
            } => {
                assert_eq!((count, all), (most, most), "{context}");
                let mut ranks: Vec<usize> = there
                    .iter()
                    .map(|&holder| self.rank(holder, offer.workshop).unwrap_or(0))
                    .collect();
                ranks.sort_unstable();
                let mut told: Vec<usize> = by_rank
                    .iter()
                    .flat_map(|&(rank, n)| std::iter::repeat_n(rank, n as usize))
                    .collect();
                told.sort_unstable();
                assert_eq!(told, ranks, "{context}");
                if comparison == Comparison::ExchangeIsWorse {
                    self.check_exchanges(seats, explanation, offer, &there);
                }
            }
            RefusalReason::OrganisationFull { most } => {
                assert_eq!(details.organisation_most, Some(most), "{context}");
                let own = &self.people[&person].1;
                let colleagues = there.iter().filter(|one| self.people[one].1 == *own);
                assert!(colleagues.count() >= most as usize, "{context}");
            }
            RefusalReason::Clash {
                person: one,
                workshop,
                slot,
            } => {
                assert_eq!(seats.get(&(one, slot)), Some(&workshop), "{context}");
                let mut clashes = self.programme.clashes_of(offer.workshop);
                assert!(clashes.any(|clash| clash == workshop), "{context}");
            }
            RefusalReason::NeededElsewhere { workshop, least } => {
                assert_eq!(
                    seats.get(&(person, offer.slot)),
                    Some(&workshop),
                    "{context}"
                );
                let attended = seats
                    .iter()
                    .filter(|((_, slot), one)| *slot == offer.slot && **one == workshop);
                assert_eq!(attended.count(), least as usize, "{context}");
                assert!(count < most, "{context}");
            }
            RefusalReason::KeepsSeats => assert!(count < most, "{context}"),
            RefusalReason::Booked { person: one } => {
                let booked = self.booked.get(&one).into_iter().flatten();
                let mut booked = booked.map(|offer| offer.workshop);
                let clashes: Vec<_> = self.programme.clashes_of(offer.workshop).collect();
                let stands = |other| other == offer.workshop || clashes.contains(&other);
                assert!(booked.any(stands), "{context}");
            }
            RefusalReason::Worse => assert!(count < most && placed() > now, "{context}"),
            RefusalReason::AsGood => assert!(count < most && placed() == now, "{context}"),
            RefusalReason::Better => assert!(count < most && placed() < now, "{context}"),
            ref other => panic!("not in this congress: {other:?}"),
        }
    }

    /// Panics if an exchange with somebody in the offer is no worse.
    fn check_exchanges(
        &self,
        seats: &Seats,
        explanation: &Explanation,
        offer: OfferKey,
        there: &[RegistrationId],
    ) {
        let (person, slot) = (explanation.person, offer.slot);
        let Some(&own) = seats.get(&(person, slot)) else {
            panic!("{person} has no seat to exchange");
        };
        let now = self.standing(seats, explanation.fairness);
        for &holder in there {
            let mut after = seats.clone();
            after.insert((person, slot), offer.workshop);
            after.insert((holder, slot), own);
            if self.is_allowed(&after, [person, holder], slot) {
                let after = self.standing(&after, explanation.fairness);
                assert!(after > now, "{person} for {offer:?}: {holder}");
            }
        }
    }

    fn wishes(&self, person: RegistrationId) -> Vec<WorkshopId> {
        let list = self.lists.get(&person);
        list.map(|list| list.ranked.clone()).unwrap_or_default()
    }

    /// Whether two people keep the rules after an exchange, which leaves the sizes as they are.
    fn is_allowed(&self, seats: &Seats, people: [RegistrationId; 2], slot: SlotId) -> bool {
        people.iter().all(|person| {
            let own: Vec<WorkshopId> = seats
                .iter()
                .filter(|((who, _), _)| who == person)
                .map(|(_, workshop)| *workshop)
                .collect();
            let seat = seats[&(*person, slot)];
            let details = &self.programme.workshop(seat).unwrap().details;
            let organisation = &self.people[person].1;
            let colleagues = seats.iter().filter(|((who, when), workshop)| {
                *when == slot && **workshop == seat && self.people[who].1 == *organisation
            });
            let most = details.organisation_most.unwrap_or(u32::MAX) as usize;
            own.iter().filter(|one| **one == seat).count() == 1
                && (self.programme.clashes_of(seat)).all(|clash| !own.contains(&clash))
                && colleagues.count() <= most
        })
    }

    /// How good seats are by a fairness: less is better. Counted as the product's words say it.
    fn standing(&self, seats: &Seats, fairness: Fairness) -> Vec<i64> {
        let ranks = |person: RegistrationId| {
            let workshops = self.programme.workshops.iter();
            workshops
                .filter_map(|workshop| self.rank(person, workshop.id))
                .collect::<Vec<_>>()
        };
        let last = self.people.keys().flat_map(|&person| ranks(person)).max();
        let last = last.unwrap_or(1);
        let (unwished, empty) = (last + 1, last + 2);
        let mut best = vec![0; empty + 1];
        let mut levels = vec![0; empty + 1];
        let (mut all_empty, mut empty_with_wishes) = (0, 0);
        let mut together: HashMap<(SlotId, WorkshopId, String), i64> = HashMap::new();
        for (&person, (_, organisation)) in &self.people {
            let has_wishes = !ranks(person).is_empty();
            let mut own = empty;
            for slot in &self.programme.slots {
                if !self.attends(person, slot.id) {
                    continue;
                }
                let level = match seats.get(&(person, slot.id)) {
                    Some(&workshop) => {
                        if let Some(organisation) = organisation {
                            let key = (slot.id, workshop, organisation.clone());
                            *together.entry(key).or_default() += 1;
                        }
                        self.rank(person, workshop).unwrap_or(unwished)
                    }
                    None => empty,
                };
                all_empty += i64::from(level == empty);
                empty_with_wishes += i64::from(level == empty && has_wishes);
                levels[level] += i64::from(has_wishes);
                own = own.min(level);
            }
            best[own] += i64::from(has_wishes);
        }
        let mut standing = vec![all_empty, empty_with_wishes];
        match fairness {
            Fairness::Leximin => {
                standing.extend(best.iter().rev());
                standing.extend(levels.iter().rev());
            }
            Fairness::RankMaximal => standing.extend(levels[1..=last].iter().map(|n| -n)),
            Fairness::Generous => standing.extend(levels[..=unwished].iter().rev()),
        }
        standing.push(together.values().map(|n| n * (n - 1) / 2).sum());
        standing
    }
}
