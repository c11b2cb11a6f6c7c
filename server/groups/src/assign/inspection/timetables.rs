//! Two people who exchange all their seats.

use std::cmp::Ordering;

use super::super::change::{SeatMove, pairs_difference};
use super::super::goals::{Goal, best_level};
use super::super::model::NO_OFFER;
use super::PlanInspection;

impl PlanInspection<'_> {
    /// The moves with which two people exchange all their seats: in each slot one move of each. `None` if they
    /// attend different slots, or a seat of one of them is fixed or tied to others.
    pub(super) fn exchanged_timetables(
        &self,
        one: usize,
        other: usize,
    ) -> Option<Vec<[SeatMove; 2]>> {
        let model = self.model;
        let slots = &model.people[one].slots;
        let is_free = |person: usize, slot: usize| {
            let decision = self.decision_of[model.seat_index(person, slot)];
            decision.is_some_and(|decision| decision.people.len() == 1)
                && model.fixed(person, slot).is_none()
        };
        if *slots != model.people[other].slots
            || !slots
                .iter()
                .all(|&slot| is_free(one, slot) && is_free(other, slot))
        {
            return None;
        }
        let exchange = |&slot: &usize| {
            let seat = |person: usize| self.seats[model.seat_index(person, slot)];
            let go = |person, from, to| SeatMove {
                person,
                slot,
                from,
                to,
            };
            let (from, to) = (seat(one), seat(other));
            [go(one, from, to), go(other, to, from)]
        };
        Some(slots.iter().map(exchange).collect())
    }

    /// Compares the plan after the exchange with the present one. The better plan is less.
    pub(super) fn compare_timetables(&mut self, exchange: &[[SeatMove; 2]]) -> Ordering {
        let model = self.model;
        let Some([one, other]) = exchange.first() else {
            return Ordering::Equal;
        };
        let people = [one.person, other.person];
        let before = people.map(|person| best_level(model, person, &self.seats));
        self.apply(exchange, |change| change.to);
        let after = people.map(|person| best_level(model, person, &self.seats));
        self.apply(exchange, |change| change.from);
        let difference = |&goal: &Goal| -> i64 {
            if goal == Goal::Spread {
                let pairs = exchange.iter();
                return pairs
                    .map(|moves| pairs_difference(model, &self.people_in, moves))
                    .sum();
            }
            let seats = exchange.iter().flatten().map(|change| {
                let value = |offer| goal.seat_value(model, change.person, change.slot, offer);
                value(change.to) - value(change.from)
            });
            let best = (0..2).filter(|&i| model.people[people[i]].has_wishes);
            let best =
                best.map(|i| goal.best_level_value(after[i]) - goal.best_level_value(before[i]));
            seats.sum::<i64>() + best.sum::<i64>()
        };
        let difference = self
            .goals
            .iter()
            .map(difference)
            .find(|&difference| difference != 0);
        difference.unwrap_or(0).cmp(&0)
    }

    /// Whether the exchange keeps all rules.
    pub(super) fn are_timetables_allowed(&mut self, exchange: &[[SeatMove; 2]]) -> bool {
        let model = self.model;
        self.apply(exchange, |_| NO_OFFER);
        let mut is_allowed = true;
        for change in exchange.iter().flatten() {
            let decision = self.decision_of[model.seat_index(change.person, change.slot)];
            let Some(decision) = decision.filter(|_| change.to != NO_OFFER) else {
                continue;
            };
            // Nobody but these two moves, so an offer has as many people as before.
            self.prepare(decision);
            let obstacle = self.obstacle_to(decision, change.to);
            is_allowed &= obstacle.is_none_or(|obstacle| obstacle.is_shortage());
            self.seat(change.person, change.slot, change.to);
        }
        self.apply(exchange, |change| change.from);
        is_allowed
    }

    fn apply(&mut self, exchange: &[[SeatMove; 2]], offer: impl Fn(&SeatMove) -> usize) {
        for change in exchange.iter().flatten() {
            self.seat(change.person, change.slot, offer(change));
        }
    }
}
