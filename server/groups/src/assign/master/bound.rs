//! Bounds that hold whatever the floats did: duals become integer prices, and the sum is exact.

use std::collections::HashMap;

use super::super::pricing::{Cheapest, NEVER, Prices, SCALE};
use super::super::standing::Goal;
use super::rows::RowKind;
use super::{Master, scaled};

impl Master<'_> {
    /// A bound in integers from the duals, and the cheapest seats of each unit at these prices.
    pub(super) fn lagrange(&self, goal: Goal) -> (i64, Vec<Cheapest>) {
        let model = self.model;
        let groups = self.organisations + model.apart.len();
        let mut prices = Prices::free(model, groups);
        prices.add_goal(model, goal, SCALE);
        let mut total = 0_i64;
        let mut of_pairs: HashMap<(usize, usize), i64> = HashMap::new();
        let mut per_pair = if goal == Goal::Spread { SCALE } else { 0 };
        for (&(kind, limit), &dual) in self.rows.iter().zip(self.lp.duals()) {
            let price = scaled(-dual).max(0);
            total = total.saturating_sub(price.saturating_mul(limit));
            match kind {
                RowKind::Room(offer) => prices.offer[offer] += price,
                RowKind::Minimum(offer) => prices.offer[offer] -= price,
                RowKind::Group { group, offer } => {
                    prices.add_to_group(model, group, offer, price);
                }
                RowKind::Pairs {
                    group,
                    offer,
                    factor,
                } => {
                    prices.add_to_group(model, group, offer, price.saturating_mul(factor));
                    *of_pairs.entry((group, offer)).or_insert(0) -= price;
                }
                RowKind::Goal(held) => {
                    prices.add_goal(model, held, price);
                    per_pair += if held == Goal::Spread { price } else { 0 };
                }
            }
        }
        for (&(group, _), price) in &of_pairs {
            let most = i64::try_from(model.organisation_size[group]).unwrap_or(0);
            total = total.saturating_add(
                (price + per_pair)
                    .min(0)
                    .saturating_mul(most * (most - 1) / 2),
            );
        }
        let cheapest: Vec<Cheapest> = (0..model.units.len())
            .map(|unit| self.pricer.cheapest(unit, &prices, &self.bans))
            .collect();
        if cheapest.iter().any(|cheapest| cheapest.bound == NEVER) {
            return (i64::MAX, cheapest);
        }
        total = cheapest.iter().fold(total, |total, cheapest| {
            total.saturating_add(cheapest.bound)
        });
        // Rounded up: the value of a plan is a whole number.
        ((total + (SCALE - 1)).div_euclid(SCALE), cheapest)
    }
}
