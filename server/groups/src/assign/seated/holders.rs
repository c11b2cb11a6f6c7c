//! Why those who hold all seats of an offer came before somebody who has none.

use std::cmp::Ordering;

use super::super::model::{Decision, NONE};
use super::super::standing::{Goal, standing};
use super::super::why::Holders;
use super::Seated;

impl Seated<'_> {
    /// What can be said of those who sit in a full offer, beside people without a seat in the slot.
    pub(super) fn holders(&mut self, refused: &Decision, offer: usize) -> Holders {
        if self.is_stuck(offer) {
            self.order(refused, offer)
        } else {
            Holders::Unknown
        }
    }

    /// Whether nobody in this offer could take a free seat in another one of the slot. Not, too, if there were no looks left.
    fn is_stuck(&mut self, offer: usize) -> bool {
        if let Some(known) = self.stuck[offer] {
            return known;
        }
        let stuck = self.look_for_other_seats(offer).is_some_and(|any| !any);
        self.stuck[offer] = Some(stuck);
        stuck
    }

    fn look_for_other_seats(&mut self, offer: usize) -> Option<bool> {
        let model = self.model;
        let slot = model.offers[offer].slot;
        let others = &model.offers_in[slot];
        let seats: usize = others
            .iter()
            .map(|&other| 1 + self.people_in[other].len())
            .sum();
        self.look(self.people_in[offer].len() * seats)?;
        for holder in self.people_in[offer].clone() {
            let Some(decision) = self.decision_of[model.at(holder, slot)] else {
                continue;
            };
            self.ask_about(decision);
            let is_free =
                |&other: &usize| other != offer && self.against(decision, other).is_none();
            if others.iter().any(is_free) {
                return Some(true);
            }
        }
        Some(false)
    }

    /// Whether a plan with the person in the place of a holder would be as good.
    fn order(&mut self, refused: &Decision, offer: usize) -> Holders {
        let [person] = refused.people[..] else {
            return Holders::Stuck;
        };
        let holders = self.people_in[offer].clone();
        if self
            .look(holders.len() * (holders.len() + self.goals.len()))
            .is_none()
        {
            return Holders::Stuck;
        }
        self.ask_about(refused);
        let mut best = None;
        for holder in holders {
            let exchanged = self.in_place_of(holder, person, offer);
            best = match (best, exchanged) {
                (Some(best), Some(exchanged)) => Some(std::cmp::min(best, exchanged)),
                (best, exchanged) => best.or(exchanged),
            };
        }
        match best {
            Some(Ordering::Greater) => Holders::First,
            Some(Ordering::Equal) => Holders::ByLot,
            Some(Ordering::Less) | None => Holders::Stuck,
        }
    }

    /// How a plan with the person in the place of the holder compares to this one, the better being less; `None` where a
    /// rule is against it.
    fn in_place_of(&mut self, holder: usize, person: usize, offer: usize) -> Option<Ordering> {
        let model = self.model;
        let slot = model.offers[offer].slot;
        let decision = |person: usize| self.decision_of[model.at(person, slot)];
        let (refused, held) = (decision(person)?, decision(holder)?);
        if held.people.len() > 1 || model.fixed(holder, slot).is_some() {
            return None;
        }
        let before = self.parts(person, holder, offer);
        self.exchange(holder, person, offer);
        let after = self.parts(holder, person, offer);
        // What concerns this person can be against it, but not the own presence.
        self.people_in[offer].retain(|&other| other != person);
        let is_allowed = self.against(refused, offer).is_none();
        self.people_in[offer].push(person);
        self.exchange(person, holder, offer);
        is_allowed.then(|| after.cmp(&before))
    }

    /// What two people, of whom the second sits in the offer, add to each goal.
    fn parts(&self, away: usize, here: usize, offer: usize) -> Vec<i64> {
        let model = self.model;
        let slot = model.offers[offer].slot;
        let standing = |person| standing(model, person, &self.seats);
        let both = [(away, NONE, standing(away)), (here, offer, standing(here))];
        let part = |goal: Goal| {
            let of_person = |&(person, offer, standing): &(usize, usize, usize)| {
                let counts = i64::from(model.people[person].wishes);
                goal.of_seat(model, person, slot, offer) + counts * goal.of_standing(standing)
            };
            both.iter().map(of_person).sum()
        };
        let organisation = model.people[here].organisation;
        let colleague =
            |other: &&usize| **other != here && model.people[**other].organisation == organisation;
        let pairs = if organisation.is_some() {
            self.people_in[offer].iter().filter(colleague).count()
        } else {
            0
        };
        let part = |&goal: &Goal| match goal {
            Goal::Spread => i64::try_from(pairs).unwrap_or(i64::MAX),
            goal => part(goal),
        };
        self.goals.iter().map(part).collect()
    }

    /// One leaves the offer, another takes the seat.
    fn exchange(&mut self, leaves: usize, comes: usize, offer: usize) {
        let slot = self.model.offers[offer].slot;
        self.seats[self.model.at(leaves, slot)] = NONE;
        self.seats[self.model.at(comes, slot)] = offer;
        self.people_in[offer].retain(|&other| other != leaves);
        self.people_in[offer].push(comes);
    }

    /// Takes so many looks from those that are left. `None` if there are not as many.
    fn look(&mut self, looks: usize) -> Option<()> {
        self.looks = self.looks.checked_sub(looks)?;
        Some(())
    }
}
