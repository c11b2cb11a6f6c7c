//! Why the people who hold all seats of an offer come before a person who has none.

use std::cmp::Ordering;

use super::super::goals::{Goal, best_level};
use super::super::model::{Decision, NO_OFFER};
use super::super::refusal::HolderPriority;
use super::PlanInspection;

impl PlanInspection<'_> {
    /// Priority of the people in a full offer over a refused decision.
    pub(super) fn holder_priority(&mut self, refused: &Decision, offer: usize) -> HolderPriority {
        if self.is_immovable(offer) {
            self.compare_with_holders(refused, offer)
        } else {
            HolderPriority::Unknown
        }
    }

    /// Whether it is known that nobody in the offer could take a free seat in the same slot. `false` if the
    /// work limit is reached.
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

    /// Compares the plan with those in which the refused person replaces a holder.
    fn compare_with_holders(&mut self, refused: &Decision, offer: usize) -> HolderPriority {
        let [person] = refused.people[..] else {
            return HolderPriority::Immovable;
        };
        let holders = self.people_in[offer].clone();
        if self
            .spend_work(holders.len() * (holders.len() + self.goals.len()))
            .is_none()
        {
            return HolderPriority::Immovable;
        }
        self.prepare(refused);
        let mut best = None;
        for holder in holders {
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

    /// Compares the plan in which the person replaces the holder with the present one. The better plan is
    /// less. `None` if a rule forbids the replacement.
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
        // The person's own presence must not count as an obstacle.
        self.people_in[offer].retain(|&other| other != person);
        let is_allowed = self.obstacle_to(refused, offer).is_none();
        self.people_in[offer].push(person);
        self.replace_holder(person, holder, offer);
        is_allowed.then(|| after.cmp(&before))
    }

    /// Contribution to each goal of two people, of whom only the second sits in the offer.
    fn goal_contributions(&self, absent: usize, present: usize, offer: usize) -> Vec<i64> {
        let model = self.model;
        let slot = model.offers[offer].slot;
        let level = |person| best_level(model, person, &self.seats);
        let both = [
            (absent, NO_OFFER, level(absent)),
            (present, offer, level(present)),
        ];
        let part = |goal: Goal| {
            let of_person = |&(person, offer, level): &(usize, usize, usize)| {
                let counts = i64::from(model.people[person].has_wishes);
                goal.seat_value(model, person, slot, offer) + counts * goal.best_level_value(level)
            };
            both.iter().map(of_person).sum()
        };
        let organisation = model.people[present].organisation;
        let colleague = |other: &&usize| {
            **other != present && model.people[**other].organisation == organisation
        };
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

    /// Replaces one person in the offer by another.
    fn replace_holder(&mut self, leaves: usize, comes: usize, offer: usize) {
        let slot = self.model.offers[offer].slot;
        self.seats[self.model.seat_index(leaves, slot)] = NO_OFFER;
        self.seats[self.model.seat_index(comes, slot)] = offer;
        self.people_in[offer].retain(|&other| other != leaves);
        self.people_in[offer].push(comes);
    }

    /// Consumes work. Returns `None` if the work limit is reached.
    fn spend_work(&mut self, work: usize) -> Option<()> {
        self.work_left = self.work_left.checked_sub(work)?;
        Some(())
    }
}
