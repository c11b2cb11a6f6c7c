//! What to branch on: offers below their minimum, seats that the linear program shares out.

use std::collections::BTreeMap;

use super::super::master::share_of;
use super::super::model::{NONE, Seats};
use super::stages::Stages;

/// One in so many undecided seats is decided at each step of a dive.
const DIVE_SHARE: usize = 6;
/// Share of a column from which on it counts as whole.
const WHOLE: f64 = 0.999;

/// How much of each offer a decision gets, in the order of the offers: what is chosen must not change from run to run.
pub(super) type Shares = BTreeMap<usize, f64>;

#[derive(Debug, Clone, Copy)]
pub(super) enum Split {
    Offer {
        offer: usize,
        open_first: bool,
    },
    Seat {
        unit: usize,
        decision: usize,
        offer: usize,
    },
}

impl Stages<'_> {
    /// What to ban so that the seats that are nearly decided are.
    pub(super) fn clearest(&self, shares: &[Vec<Shares>]) -> Vec<(usize, usize, usize)> {
        let mut open: Vec<(f64, usize, usize, usize)> = Vec::new();
        for (unit, decisions) in shares.iter().enumerate() {
            for (decision, share) in decisions.iter().enumerate() {
                let most = share
                    .iter()
                    .map(|(&offer, &part)| (part, offer))
                    .max_by(|a, b| a.0.total_cmp(&b.0).then(b.1.cmp(&a.1)));
                if let Some((part, offer)) = most.filter(|&(part, _)| part < WHOLE) {
                    open.push((part, unit, decision, offer));
                }
            }
        }
        open.sort_by(|a, b| b.0.total_cmp(&a.0).then((a.1, a.2).cmp(&(b.1, b.2))));
        let some = (open.len() / DIVE_SHARE).max(1);
        open.iter()
            .take(some)
            .flat_map(|&(_, unit, decision, offer)| self.others(unit, decision, offer))
            .collect()
    }

    pub(super) fn users(&self, offer: usize) -> Vec<(usize, usize, usize)> {
        let slot = self.model.offers[offer].slot;
        (0..self.model.people.len())
            .map(|person| (person, slot, offer))
            .collect()
    }

    /// Every seat of the decision but one.
    pub(super) fn others(
        &self,
        unit: usize,
        decision: usize,
        offer: usize,
    ) -> Vec<(usize, usize, usize)> {
        let decision = &self.model.units[unit].decisions[decision];
        let choices = self.model.offers_in[decision.slot]
            .iter()
            .copied()
            .chain(std::iter::once(NONE));
        choices
            .filter(|&choice| choice != offer)
            .flat_map(|choice| {
                decision
                    .people
                    .iter()
                    .map(move |&person| (person, decision.slot, choice))
            })
            .collect()
    }

    /// What to branch on: an offer below its minimum, or else the seat that is closest to decided.
    pub(super) fn undecided(&self, shares: &[Vec<Shares>]) -> Option<Split> {
        let mut loads = vec![0.0; self.model.offers.len()];
        let mut split: Option<(f64, Split)> = None;
        for (unit, decisions) in shares.iter().enumerate() {
            for (decision, share) in decisions.iter().enumerate() {
                let people = self.model.units[unit].decisions[decision].people.len();
                for (&offer, &part) in share {
                    if offer != NONE {
                        loads[offer] += part * share_of(people);
                    }
                    if part > 1.0 - WHOLE
                        && part < WHOLE
                        && split.is_none_or(|(best, _)| part > best + 1e-9)
                    {
                        split = Some((
                            part,
                            Split::Seat {
                                unit,
                                decision,
                                offer,
                            },
                        ));
                    }
                }
            }
        }
        let short = |offer: usize| {
            let min = f64::from(self.model.offers[offer].min);
            (loads[offer] > 1.0 - WHOLE && loads[offer] < min - 1e-3).then(|| min - loads[offer])
        };
        let offers =
            (0..self.model.offers.len()).filter_map(|offer| short(offer).map(|lack| (lack, offer)));
        if let Some((lack, offer)) = offers.max_by(|a, b| a.0.total_cmp(&b.0)) {
            let open_first = 2.0 * lack < f64::from(self.model.offers[offer].min);
            return Some(Split::Offer { offer, open_first });
        }
        split.map(|(_, split)| split)
    }

    pub(super) fn rounded(&self, shares: &[Vec<Shares>]) -> Seats {
        let mut seats = self.model.nobody_seated();
        for (unit, decisions) in self.model.units.iter().zip(shares) {
            for (decision, share) in unit.decisions.iter().zip(decisions) {
                let most = share.iter().max_by(|a, b| a.1.total_cmp(b.1));
                for &person in &decision.people {
                    seats[self.model.at(person, decision.slot)] =
                        most.map_or(NONE, |(&offer, _)| offer);
                }
            }
        }
        seats
    }
}
