//! The pricing problem: the cheapest seats of one unit at given dual prices, in integers.
//!
//! The sum over all units is a lower bound for every plan, whatever the prices (Lagrangian relaxation;
//! Geoffrion 1974).

use super::combination_search::{CombinationSearch, INFEASIBLE_COST, Restriction, SeatOption};
use super::goals::Goal;
use super::model::{Decision, Model, NO_OFFER};

/// Prices and costs are multiples of 1 / `SCALE`.
pub(super) const SCALE: i64 = 1 << 20;
/// Prices of seats, in multiples of 1 / [`SCALE`].
#[derive(Debug)]
pub(super) struct DualPrices {
    /// By level of the seat, for people without wishes and with.
    pub level: [Vec<i64>; 2],
    /// A seat that differs from the previous plan.
    pub changed: i64,
    /// A fixed seat that is not kept.
    pub missing: i64,
    pub offer: Vec<i64>,
    /// By best level of a person with wishes.
    pub best_level: Vec<i64>,
    /// Start of the prices of a group in `of_group`; [`NO_OFFER`] for a group without prices.
    group: Vec<usize>,
    /// By group and offer.
    of_group: Vec<i64>,
}

impl DualPrices {
    pub fn zero(model: &Model, groups: usize) -> Self {
        let levels = vec![0; model.no_seat() + 1];
        Self {
            level: [levels.clone(), levels.clone()],
            changed: 0,
            missing: 0,
            offer: vec![0; model.offers.len()],
            best_level: levels,
            group: vec![NO_OFFER; groups],
            of_group: Vec::new(),
        }
    }

    /// Adds to the price of the offer for members of the group.
    pub fn add_to_group(&mut self, model: &Model, group: usize, offer: usize, price: i64) {
        if self.group[group] == NO_OFFER {
            self.group[group] = self.of_group.len();
            self.of_group
                .resize(self.of_group.len() + model.offers.len(), 0);
        }
        self.of_group[self.group[group] + offer] += price;
    }

    /// Adds a goal with a weight per unit of its value.
    pub fn add_goal(&mut self, model: &Model, goal: Goal, weight: i64) {
        for (wishes, levels) in self.level.iter_mut().enumerate() {
            for (level, price) in levels.iter_mut().enumerate().skip(1) {
                *price += weight * goal.level_value(model, wishes == 1, level);
            }
        }
        for (level, price) in self.best_level.iter_mut().enumerate().skip(1) {
            *price += weight * goal.best_level_value(level);
        }
        self.changed += if goal == Goal::Changed { weight } else { 0 };
        self.missing += if goal == Goal::MissingRequired {
            weight
        } else {
            0
        };
    }
}

/// Seats that branching forbids. Bans are counted, so that branches can nest.
#[derive(Debug, Clone)]
pub(super) struct BannedSeats {
    counts: Vec<u16>,
    width: usize,
    offers: usize,
}

impl BannedSeats {
    pub fn new(model: &Model) -> Self {
        let width = model.offers.len() + model.slots();
        Self {
            counts: vec![0; width * model.people.len()],
            width,
            offers: model.offers.len(),
        }
    }

    fn index(&self, person: usize, slot: usize, offer: usize) -> usize {
        person * self.width
            + if offer == NO_OFFER {
                self.offers + slot
            } else {
                offer
            }
    }

    pub fn banned(&self, person: usize, slot: usize, offer: usize) -> bool {
        self.counts[self.index(person, slot, offer)] > 0
    }

    pub fn ban(&mut self, person: usize, slot: usize, offer: usize) {
        let at = self.index(person, slot, offer);
        self.counts[at] += 1;
    }

    pub fn unban(&mut self, person: usize, slot: usize, offer: usize) {
        let at = self.index(person, slot, offer);
        self.counts[at] -= 1;
    }
}

/// The cheapest seats of a unit.
#[derive(Debug, Clone)]
pub(super) struct CheapestSeats {
    /// Lower bound of the cost of any seats of the unit.
    pub bound: i64,
    /// Cost of the seats found; [`INFEASIBLE_COST`] if there are none.
    pub cost: i64,
    /// An offer, or [`NO_OFFER`], per decision of the unit.
    pub offers: Vec<usize>,
}

/// Finds the cheapest seats of units.
#[derive(Debug)]
pub(super) struct PricingProblem<'a> {
    model: &'a Model,
    /// Groups of each person: the organisation and the `apart` groups.
    groups_of: Vec<Vec<usize>>,
    /// For each decision of each unit, the offers that could take it.
    open: Vec<Vec<Vec<usize>>>,
}

impl<'a> PricingProblem<'a> {
    pub fn new(model: &'a Model, groups_of: Vec<Vec<usize>>) -> Self {
        let open = model
            .units
            .iter()
            .map(|unit| {
                let open_to = |decision: &Decision| {
                    let offers = model.offers_in[decision.slot].iter().copied();
                    offers
                        .filter(|&offer| model.can_take(decision, offer))
                        .collect()
                };
                unit.decisions.iter().map(open_to).collect()
            })
            .collect();
        Self {
            model,
            groups_of,
            open,
        }
    }

    /// The price of one seat.
    pub fn seat_price(&self, prices: &DualPrices, person: usize, slot: usize, offer: usize) -> i64 {
        let model = self.model;
        let mut cost =
            prices.level[usize::from(model.people[person].has_wishes)][model.level(person, offer)];
        if prices.changed != 0 && model.differs_from_previous(person, slot, offer) {
            cost += prices.changed;
        }
        if prices.missing != 0
            && model
                .fixed(person, slot)
                .is_some_and(|fixed| fixed != offer)
        {
            cost += prices.missing;
        }
        if offer != NO_OFFER {
            cost += prices.offer[offer];
            for &group in &self.groups_of[person] {
                let prices_of_group = prices.group[group];
                if prices_of_group != NO_OFFER {
                    cost += prices.of_group[prices_of_group + offer];
                }
            }
        }
        cost
    }

    /// The cheapest seats of a unit that no ban forbids.
    pub fn cheapest(&self, unit: usize, prices: &DualPrices, bans: &BannedSeats) -> CheapestSeats {
        let model = self.model;
        let people = &model.units[unit].people;
        let decisions = &model.units[unit].decisions;
        let mut options: Vec<Vec<SeatOption>> = Vec::with_capacity(decisions.len());
        for (decision, open) in decisions.iter().zip(&self.open[unit]) {
            let allowed = open.iter().copied().chain(std::iter::once(NO_OFFER));
            let allowed = allowed.filter(|&o| {
                !decision
                    .people
                    .iter()
                    .any(|&p| bans.banned(p, decision.slot, o))
            });
            let mut list: Vec<SeatOption> = allowed
                .map(|offer| SeatOption {
                    cost: decision
                        .people
                        .iter()
                        .map(|&p| self.seat_price(prices, p, decision.slot, offer))
                        .sum(),
                    offer,
                    level: model.level(decision.people[0], offer),
                })
                .collect();
            list.sort_unstable_by_key(|option| option.cost);
            options.push(list);
        }
        let best_level = &prices.best_level;
        let counts_best_level = best_level.iter().any(|&price| price != 0);
        let mut search = CombinationSearch::new(model, &model.units[unit], &options, best_level);
        if options.iter().any(Vec::is_empty) {
            return CheapestSeats {
                bound: INFEASIBLE_COST,
                cost: INFEASIBLE_COST,
                offers: Vec::new(),
            };
        }
        let relaxed =
            if counts_best_level && people.len() == 1 && model.people[people[0]].has_wishes {
                search.search_by_best_level()
            } else {
                let with_wishes = people
                    .iter()
                    .filter(|&&p| counts_best_level && model.people[p].has_wishes)
                    .count();
                let least = best_level.iter().skip(1).min().copied().unwrap_or(0);
                let best_level_floor = i64::try_from(with_wishes).unwrap_or(0) * least;
                search.extend(
                    0,
                    best_level_floor,
                    &mut vec![NO_OFFER; decisions.len()],
                    &Restriction {
                        anchor: None,
                        min_level: 0,
                        counts_best_level: with_wishes > 0,
                    },
                );
                options.iter().map(|list| list[0].cost).sum::<i64>() + best_level_floor
            };
        let bound = if search.is_complete() {
            search.best
        } else {
            relaxed
        };
        CheapestSeats {
            bound,
            cost: search.best,
            offers: search.offers,
        }
    }
}
