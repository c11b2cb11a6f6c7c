//! Why those who hold all seats of an offer came before somebody who has none.

use std::cmp::Ordering;

use super::super::goals::{Goal, best_level};
use super::super::model::{Decision, NO_OFFER};
use super::super::refusal::HolderPriority;
use super::PlanInspection;

impl PlanInspection<'_> {
    /// What can be said of those who sit in a full offer, beside people without a seat in the slot.
    pub(super) fn holder_priority(&mut self, refused: &Decision, offer: usize) -> HolderPriority {
        if self.is_immovable(offer) {
            self.compare_with_holders(refused, offer)
        } else {
            HolderPriority::Unknown
        }
    }

    /// Whether nobody in this offer could take a free seat in another one of the slot. Not, too, if there were no looks left.
    fn is_immovable(&mut self, offer: usize) -> bool {
        if let Some(known) = self.immovable[offer] {
            return known;
        }
        let immovable = self.any_holder_can_move(offer).is_some_and(|any| !any);
        self.immovable[offer] = Some(immovable);
        immovable
    }

    fn any_holder_can_move(&mut self, offer: usize) -> Option<bool> {
        let model = self.model;
        let slot = model.offers[offer].slot;
        let others = &model.offers_in[slot];
        let seats: usize = others
            .iter()
            .map(|&other| 1 + self.people_in[other].len())
            .sum();
        self.spend_work(self.people_in[offer].len() * seats)?;
        for holder in self.people_in[offer].clone() {
            let Some(decision) = self.decision_of[model.seat_index(holder, slot)] else {
                continue;
            };
            self.prepare(decision);
            let is_free =
                |&other: &usize| other != offer && self.obstacle_to(decision, other).is_none();
            if others.iter().any(is_free) {
                return Some(true);
            }
        }
        Some(false)
    }

    /// Whether a plan with the person in the place of a holder would be as good.
    fn compare_with_holders(&mut self, refused: &Decision, offer: usize) -> HolderPriority {
        let [person] = refused.people[..] else {
            return HolderPriority::Immovable;
        };
        let holder_priority = self.people_in[offer].clone();
        if self
            .spend_work(holder_priority.len() * (holder_priority.len() + self.goals.len()))
            .is_none()
        {
            return HolderPriority::Immovable;
        }
        self.prepare(refused);
        let mut best = None;
        for holder in holder_priority {
            let replaced = self.compare_replacement(holder, person, offer);
            best = match (best, replaced) {
                (Some(best), Some(replaced)) => Some(std::cmp::min(best, replaced)),
                (best, replaced) => best.or(replaced),
            };
        }
        match best {
            Some(Ordering::Greater) => HolderPriority::Preferred,
            Some(Ordering::Equal) => HolderPriority::Drawn,
            Some(Ordering::Less) | None => HolderPriority::Immovable,
        }
    }

    /// How a plan with the person in the place of the holder compares to this one, the better being less; `None` where a
    /// rule is against it.
    fn compare_replacement(
        &mut self,
        holder: usize,
        person: usize,
        offer: usize,
    ) -> Option<Ordering> {
        let model = self.model;
        let slot = model.offers[offer].slot;
        let decision = |person: usize| self.decision_of[model.seat_index(person, slot)];
        let (refused, held) = (decision(person)?, decision(holder)?);
        if held.people.len() > 1 || model.fixed(holder, slot).is_some() {
            return None;
        }
        let before = self.goal_contributions(person, holder, offer);
        self.replace_holder(holder, person, offer);
        let after = self.goal_contributions(holder, person, offer);
        // What concerns this person can be against it, but not the own presence.
        self.people_in[offer].retain(|&other| other != person);
        let is_allowed = self.obstacle_to(refused, offer).is_none();
        self.people_in[offer].push(person);
        self.replace_holder(person, holder, offer);
        is_allowed.then(|| after.cmp(&before))
    }

    /// What two people, of whom the second sits in the offer, add to each goal.
    fn goal_contributions(&self, away: usize, here: usize, offer: usize) -> Vec<i64> {
        let model = self.model;
        let slot = model.offers[offer].slot;
        let level = |person| best_level(model, person, &self.seats);
        let both = [(away, NO_OFFER, level(away)), (here, offer, level(here))];
        let part = |goal: Goal| {
            let of_person = |&(person, offer, level): &(usize, usize, usize)| {
                let counts = i64::from(model.people[person].has_wishes);
                goal.of_seat(model, person, slot, offer) + counts * goal.of_best_level(level)
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
    fn replace_holder(&mut self, leaves: usize, comes: usize, offer: usize) {
        let slot = self.model.offers[offer].slot;
        self.seats[self.model.seat_index(leaves, slot)] = NO_OFFER;
        self.seats[self.model.seat_index(comes, slot)] = offer;
        self.people_in[offer].retain(|&other| other != leaves);
        self.people_in[offer].push(comes);
    }

    /// Takes so many looks from those that are left. `None` if there are not as many.
    fn spend_work(&mut self, work_left: usize) -> Option<()> {
        self.work_left = self.work_left.checked_sub(work_left)?;
        Some(())
    }
}
