//! Why the people who hold all seats of an offer come before a person who sits elsewhere or nowhere.

use std::cmp::Ordering;

use super::super::change::{SeatMove, StandingChange, first_difference, pairs_difference};
use super::super::model::{Decision, NO_OFFER};
use super::super::refusal::HolderPriority;
use super::PlanInspection;

impl PlanInspection<'_> {
    /// Priority of the people in a full offer over a decision without a seat.
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

    /// Compares the plan with those in which the refused person replaces a holder, who has no seat then.
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
        let mut best = None;
        for holder in holders {
            if self.is_exchange_allowed(person, holder, offer, NO_OFFER) {
                let replaced = self.compare_exchange(person, holder, offer, NO_OFFER);
                best = Some(best.map_or(replaced, |best| std::cmp::min(best, replaced)));
            }
        }
        match best {
            Some(Ordering::Greater) => HolderPriority::Preferred,
            Some(Ordering::Equal) => HolderPriority::Drawn,
            Some(Ordering::Less) | None => HolderPriority::Immovable,
        }
    }

    /// Priority of the people in a full offer over a person who sits elsewhere in the slot: compares the plan
    /// with those in which the person takes the seat of one of them, who takes the person's seat or a free one.
    pub(super) fn exchange_priority(&mut self, refused: &Decision, offer: usize) -> HolderPriority {
        let [person] = refused.people[..] else {
            return HolderPriority::Unknown;
        };
        let model = self.model;
        let held = self.seats[model.seat_index(person, refused.slot)];
        let has_room = |&&other: &&usize| {
            other != offer
                && other != held
                && self.people_in[other].len() < model.offers[other].max as usize
        };
        let free = model.offers_in[refused.slot]
            .iter()
            .filter(has_room)
            .copied();
        let destinations: Vec<usize> = std::iter::once(held).chain(free).collect();
        let holders = self.people_in[offer].clone();
        let work = holders.len() * destinations.len() * (holders.len() + self.goals.len());
        if self.spend_work(work).is_none() {
            return HolderPriority::Unknown;
        }
        let mut best = None;
        for holder in holders {
            let mut consider = |exchanged: Ordering, is_allowed: &mut dyn FnMut() -> bool| {
                if best.is_none_or(|best| exchanged < best) && is_allowed() {
                    best = Some(exchanged);
                }
            };
            for &destination in &destinations {
                let exchanged = self.compare_exchange(person, holder, offer, destination);
                consider(exchanged, &mut || {
                    self.is_exchange_allowed(person, holder, offer, destination)
                });
            }
            if let Some(moves) = self.exchanged_timetables(person, holder) {
                let exchanged = self.compare_timetables(&moves);
                consider(exchanged, &mut || self.are_timetables_allowed(&moves));
            }
        }
        match best {
            Some(Ordering::Greater) => HolderPriority::ExchangeWorse,
            Some(Ordering::Equal) => HolderPriority::ExchangeDrawn,
            Some(Ordering::Less) | None => HolderPriority::Unknown,
        }
    }

    /// Compares the plan in which the person takes the holder's seat, and the holder goes to the destination,
    /// with the present one. The better plan is less.
    fn compare_exchange(
        &self,
        person: usize,
        holder: usize,
        offer: usize,
        destination: usize,
    ) -> Ordering {
        let model = self.model;
        let slot = model.offers[offer].slot;
        let from = self.seats[model.seat_index(person, slot)];
        let moves =
            [(person, from, offer), (holder, offer, destination)].map(|(person, from, to)| {
                SeatMove {
                    person,
                    slot,
                    from,
                    to,
                }
            });
        let people = moves.map(|change| StandingChange::new(model, &self.seats, change));
        let spread = || pairs_difference(model, &self.people_in, &moves);
        let difference = first_difference(model, self.goals, &people, spread);
        difference.map_or(Ordering::Equal, |(_, difference)| difference.cmp(&0))
    }

    /// Whether the exchange keeps all rules.
    fn is_exchange_allowed(
        &mut self,
        person: usize,
        holder: usize,
        offer: usize,
        destination: usize,
    ) -> bool {
        let model = self.model;
        let slot = model.offers[offer].slot;
        let decision = |person: usize| self.decision_of[model.seat_index(person, slot)];
        let (Some(refused), Some(held)) = (decision(person), decision(holder)) else {
            return false;
        };
        if held.people.len() > 1 || model.fixed(holder, slot).is_some() {
            return false;
        }
        let from = self.seats[model.seat_index(person, slot)];
        self.seat(person, slot, NO_OFFER);
        self.seat(holder, slot, NO_OFFER);
        self.prepare(refused);
        let mut is_allowed = self.obstacle_to(refused, offer).is_none()
            && (destination == from || !self.lacks_people(from));
        if is_allowed && destination != NO_OFFER {
            self.seat(person, slot, offer);
            self.prepare(held);
            is_allowed = self.obstacle_to(held, destination).is_none();
        }
        self.seat(person, slot, from);
        self.seat(holder, slot, offer);
        is_allowed
    }

    /// Consumes work. Returns `None` if the work limit is reached.
    fn spend_work(&mut self, work: usize) -> Option<()> {
        self.work_left = self.work_left.checked_sub(work)?;
        Some(())
    }
}
