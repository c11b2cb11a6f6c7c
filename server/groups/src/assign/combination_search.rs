//! The cheapest combination of seats of one unit. No person takes one workshop twice, or two that clash.

use super::model::{Model, NO_OFFER, Unit};

/// Cost of what is impossible. No sum of sensible prices reaches it.
pub(super) const INFEASIBLE_COST: i64 = i64::MAX / 4;

/// Node limit for a unit of one person.
const NODE_LIMIT: usize = 4_000;
/// Node limit for a unit of several people. Their best levels prune less: three slots of twenty offers take
/// about 10,000 nodes. Such units are few.
const JOINT_NODE_LIMIT: usize = 40_000;

/// One offer, or none, for a decision.
#[derive(Debug, Clone, Copy)]
pub(super) struct SeatOption {
    pub cost: i64,
    pub offer: usize,
    /// Level of the seat for the first person of the decision.
    pub level: usize,
}

/// Which combinations an enumeration covers.
#[derive(Debug, Clone, Copy)]
pub(super) struct Restriction {
    /// The decision whose seat is given.
    pub anchor: Option<usize>,
    /// The best level that any seat may have.
    pub min_level: usize,
    /// Whether a complete combination adds the costs of best levels above their floor.
    pub counts_best_level: bool,
}

/// Depth-first search over the decisions of a unit.
pub(super) struct CombinationSearch<'s> {
    model: &'s Model,
    unit: &'s Unit,
    options: &'s [Vec<SeatOption>],
    best_level_costs: &'s [i64],
    nodes_left: usize,
    /// Cost of the cheapest combination found, and its seats.
    pub best: i64,
    pub offers: Vec<usize>,
}

impl<'s> CombinationSearch<'s> {
    pub fn new(
        model: &'s Model,
        unit: &'s Unit,
        options: &'s [Vec<SeatOption>],
        best_level_costs: &'s [i64],
    ) -> Self {
        Self {
            model,
            unit,
            options,
            best_level_costs,
            nodes_left: if unit.people.len() == 1 {
                NODE_LIMIT
            } else {
                JOINT_NODE_LIMIT
            },
            best: INFEASIBLE_COST,
            offers: Vec::new(),
        }
    }

    /// Whether the search covered everything, so that `best` is the minimum.
    pub fn is_complete(&self) -> bool {
        self.nodes_left > 0
    }
}

impl CombinationSearch<'_> {
    /// For a single person: finds, for each level, the cheapest combination whose best level it is.
    ///
    /// Returns a lower bound, which is valid even if the node limit ended the search.
    pub fn search_by_best_level(&mut self) -> i64 {
        let mut relaxed = INFEASIBLE_COST;
        let mut offers = vec![NO_OFFER; self.options.len()];
        let mut levels: Vec<usize> = self
            .options
            .iter()
            .flatten()
            .map(|option| option.level)
            .collect();
        levels.sort_unstable();
        levels.dedup();
        for level in levels {
            let cheapest = |list: &Vec<SeatOption>| {
                list.iter()
                    .find(|c| c.level >= level)
                    .map_or(INFEASIBLE_COST, |c| c.cost)
            };
            let floors: Vec<i64> = self.options.iter().map(cheapest).collect();
            if floors.contains(&INFEASIBLE_COST) {
                continue;
            }
            let sum: i64 = floors.iter().sum::<i64>() + self.best_level_costs[level];
            relaxed = relaxed.min(sum);
            for anchor in 0..self.options.len() {
                for option in self.options[anchor]
                    .iter()
                    .filter(|option| option.level == level)
                {
                    let cost = option.cost + self.best_level_costs[level];
                    if cost + sum - self.best_level_costs[level] - floors[anchor] >= self.best {
                        break;
                    }
                    offers[anchor] = option.offer;
                    let restriction = Restriction {
                        anchor: Some(anchor),
                        min_level: level,
                        counts_best_level: false,
                    };
                    self.extend(0, cost, &mut offers, &restriction);
                }
            }
        }
        relaxed
    }

    /// Extends a partial combination, whose seats before `at` cost `cost`, in every way that may be cheaper.
    pub fn extend(
        &mut self,
        at: usize,
        cost: i64,
        offers: &mut Vec<usize>,
        restriction: &Restriction,
    ) {
        let Restriction {
            anchor,
            min_level,
            counts_best_level,
        } = *restriction;
        if self.nodes_left == 0 {
            return;
        }
        self.nodes_left -= 1;
        if at == self.options.len() {
            let cost = if counts_best_level {
                cost + self.best_level_excess(offers)
            } else {
                cost
            };
            if cost < self.best {
                self.best = cost;
                self.offers.clone_from(offers);
            }
            return;
        }
        if anchor == Some(at) {
            self.extend(at + 1, cost, offers, restriction);
            return;
        }
        let rest: i64 = (at + 1..self.options.len())
            .filter(|&later| anchor != Some(later))
            .map(|later| {
                self.options[later]
                    .iter()
                    .find(|c| c.level >= min_level)
                    .map_or(INFEASIBLE_COST, |c| c.cost)
            })
            .fold(0, |sum: i64, cost| {
                sum.saturating_add(cost).min(INFEASIBLE_COST)
            });
        let options = self.options;
        for option in options[at]
            .iter()
            .filter(|option| option.level >= min_level)
        {
            if cost.saturating_add(option.cost).saturating_add(rest) >= self.best {
                break;
            }
            if self.fits(at, option.offer, offers, anchor) {
                offers[at] = option.offer;
                self.extend(at + 1, cost + option.cost, offers, restriction);
            }
        }
    }

    /// Whether the offer conflicts neither with the seats before `at` nor with the anchor.
    fn fits(&self, at: usize, offer: usize, offers: &[usize], anchor: Option<usize>) -> bool {
        if offer == NO_OFFER {
            return true;
        }
        let workshop = self.model.offers[offer].workshop;
        let chosen = (0..at).chain(anchor.filter(|&anchor| anchor > at));
        chosen.into_iter().all(|other| {
            offers[other] == NO_OFFER
                || !self
                    .model
                    .conflict(workshop, self.model.offers[offers[other]].workshop)
                || !self.unit.decisions[at]
                    .people
                    .iter()
                    .any(|person| self.unit.decisions[other].people.contains(person))
        })
    }

    /// Cost of the best levels of all people, above the minimum that any level costs.
    fn best_level_excess(&self, offers: &[usize]) -> i64 {
        let min_level = self
            .best_level_costs
            .iter()
            .skip(1)
            .min()
            .copied()
            .unwrap_or(0);
        let people = self.unit.people.iter().zip(&self.unit.decisions_of);
        people
            .filter(|&(&person, _)| self.model.people[person].has_wishes)
            .map(|(&person, decisions)| {
                let levels = decisions
                    .iter()
                    .map(|&decision| self.model.level(person, offers[decision]));
                let best = levels.min().unwrap_or(self.model.no_seat());
                self.best_level_costs[best] - min_level
            })
            .sum()
    }
}
