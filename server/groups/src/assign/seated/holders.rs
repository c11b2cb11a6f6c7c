//! Why those who hold all seats of an offer came before somebody who has none.

use super::super::model::{Decision, NONE};
use super::super::standing::values;
use super::super::why::Holders;
use super::Seated;

impl Seated<'_> {
    /// What can be said of those who sit in a full offer, beside people without a seat in the slot.
    pub(super) fn holders(&mut self, refused: &Decision, offer: usize) -> Holders {
        match self.stuck(offer) {
            None | Some(false) => Holders::Unknown,
            Some(true) => self.order(refused, offer),
        }
    }

    /// Whether nobody in this offer could take a free seat in another one of the slot. `None` if that is not looked at.
    fn stuck(&mut self, offer: usize) -> Option<bool> {
        if self.stuck[offer].is_none() {
            let model = self.model;
            let slot = model.offers[offer].slot;
            self.look(self.people_in[offer].len() * (model.people.len() + model.offers.len()))?;
            let nowhere_else = |decision: &Decision| {
                let elsewhere = self.elsewhere(decision);
                model.offers_in[slot].iter().all(|&other| {
                    other == offer || self.against(decision, other, &elsewhere).is_some()
                })
            };
            let mut decisions = model.units.iter().flat_map(|unit| &unit.decisions);
            let stuck = decisions.all(|decision| {
                decision.slot != slot
                    || self.seats[model.at(decision.people[0], slot)] != offer
                    || nowhere_else(decision)
            });
            self.stuck[offer] = Some(stuck);
        }
        self.stuck[offer]
    }

    /// Whether a plan with the person in the place of a holder would be as good.
    fn order(&mut self, refused: &Decision, offer: usize) -> Holders {
        let model = self.model;
        let [person] = refused.people[..] else {
            return Holders::Stuck;
        };
        let seats = model.people.len() * model.slots();
        if self
            .look((self.people_in[offer].len() + 1) * seats)
            .is_none()
        {
            return Holders::Stuck;
        }
        let as_it_is = values(model, self.goals, &self.seats);
        let mut found = Holders::First;
        for holder in self.people_in[offer].clone() {
            let Some(exchanged) = self.values_with(person, holder, offer) else {
                continue;
            };
            match exchanged.cmp(&as_it_is) {
                std::cmp::Ordering::Less => return Holders::Stuck,
                std::cmp::Ordering::Equal => found = Holders::ByLot,
                std::cmp::Ordering::Greater => {}
            }
        }
        found
    }

    /// The goals with the person in the place of the holder; `None` where a rule is against it.
    fn values_with(&mut self, person: usize, holder: usize, offer: usize) -> Option<Vec<i64>> {
        let model = self.model;
        let slot = model.offers[offer].slot;
        let decision_of = |person: usize| {
            let mut decisions = model.units.iter().flat_map(|unit| &unit.decisions);
            decisions.find(|decision| decision.slot == slot && decision.people.contains(&person))
        };
        let (refused, held) = (decision_of(person)?, decision_of(holder)?);
        if held.people.len() > 1 || model.fixed(holder, slot).is_some() {
            return None;
        }
        self.exchange(holder, person, offer);
        // One seat less is taken, so that only what concerns this person can be against it.
        self.people_in[offer].retain(|&other| other != person);
        let elsewhere = self.elsewhere(refused);
        let is_allowed = self.against(refused, offer, &elsewhere).is_none();
        self.people_in[offer].push(person);
        let exchanged = is_allowed.then(|| values(model, self.goals, &self.seats));
        self.exchange(person, holder, offer);
        exchanged
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
