//! Lagrangian bounds. Duals become integer prices and the sum is exact, so a bound holds whatever the
//! rounding errors of the linear program.

use std::collections::HashMap;

use super::super::combination_search::INFEASIBLE_COST;
use super::super::convert::float;
use super::super::goals::Goal;
use super::super::pricing::{CheapestSeats, DualPrices, SCALE};
use super::MasterProblem;
use super::rows::RowKind;

impl MasterProblem<'_> {
    /// A lower bound in integers from the present duals, and the cheapest seats of each unit at these prices.
    pub(super) fn lagrangian_bound(&self, goal: Goal) -> (i64, Vec<CheapestSeats>) {
        let model = self.model;
        let groups = self.organisations + model.apart.len();
        let mut prices = DualPrices::zero(model, groups);
        prices.add_goal(model, goal, SCALE);
        let mut total = 0_i64;
        let mut pair_prices: HashMap<(usize, usize), i64> = HashMap::new();
        let mut per_pair = if goal == Goal::Spread { SCALE } else { 0 };
        for (&(kind, limit), &dual) in self.rows.iter().zip(self.lp.duals()) {
            let price = scaled(-dual).max(0);
            total = total.saturating_sub(price.saturating_mul(limit));
            match kind {
                RowKind::Capacity(offer) => prices.offer[offer] += price,
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
                    *pair_prices.entry((group, offer)).or_insert(0) -= price;
                }
                RowKind::Goal(fixed_goal) => {
                    prices.add_goal(model, fixed_goal, price);
                    per_pair += if fixed_goal == Goal::Spread { price } else { 0 };
                }
            }
        }
        for (&(group, _), price) in &pair_prices {
            let most = i64::try_from(model.organisation_size[group]).unwrap_or(0);
            total = total.saturating_add(
                (price + per_pair)
                    .min(0)
                    .saturating_mul(most * (most - 1) / 2),
            );
        }
        let cheapest: Vec<CheapestSeats> = (0..model.units.len())
            .map(|unit| self.pricing.cheapest(unit, &prices, &self.bans))
            .collect();
        if cheapest
            .iter()
            .any(|cheapest| cheapest.bound == INFEASIBLE_COST)
        {
            return (i64::MAX, cheapest);
        }
        total = cheapest.iter().fold(total, |total, cheapest| {
            total.saturating_add(cheapest.bound)
        });
        // Rounded up, because the value of a plan is an integer.
        ((total + (SCALE - 1)).div_euclid(SCALE), cheapest)
    }
}

#[expect(
    clippy::cast_possible_truncation,
    reason = "a float beyond the range becomes its end, which is still a valid price"
)]
fn scaled(price: f64) -> i64 {
    const LARGEST: f64 = 1e12;
    (price * float(SCALE)).clamp(-LARGEST, LARGEST).round() as i64
}
