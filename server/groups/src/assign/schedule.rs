//! The cheapest combination of seats for one person, or for people who decide together: no workshop
//! twice, no two that clash.

use super::model::{Model, NONE, Unit};
use super::pricing::NEVER;

/// Branches of one person after which the search for the cheapest seats gives up.
const PATIENCE: usize = 4_000;
/// Of people who decide together. There are few such units, and the standings of several people prune less: three slots of
/// twenty offers take some 10,000.
const PATIENCE_OF_SEVERAL: usize = 40_000;

/// One offer, or none, for a decision.
#[derive(Debug, Clone, Copy)]
pub(super) struct Choice {
    pub cost: i64,
    pub offer: usize,
    /// Level of the seat for the first who decides.
    pub level: usize,
}

/// Depth-first over the decisions of a unit.
pub(super) struct Search<'s> {
    model: &'s Model,
    unit: &'s Unit,
    choices: &'s [Vec<Choice>],
    standing: &'s [i64],
    left: usize,
    /// Cost of the cheapest seats found, and the seats.
    pub best: i64,
    pub offers: Vec<usize>,
}

impl<'s> Search<'s> {
    pub fn new(
        model: &'s Model,
        unit: &'s Unit,
        choices: &'s [Vec<Choice>],
        standing: &'s [i64],
    ) -> Self {
        Self {
            model,
            unit,
            choices,
            standing,
            left: if unit.people.len() == 1 {
                PATIENCE
            } else {
                PATIENCE_OF_SEVERAL
            },
            best: NEVER,
            offers: Vec::new(),
        }
    }

    /// Whether everything was looked at, so that nothing is cheaper than the best.
    pub fn finished(&self) -> bool {
        self.left > 0
    }
}

impl Search<'_> {
    /// A single person: for each standing the cheapest seats of which one has it, and none is better.
    /// Returns a bound that holds even if the search gave up.
    pub fn by_standing(&mut self) -> i64 {
        let mut relaxed = NEVER;
        let mut offers = vec![NONE; self.choices.len()];
        let mut levels: Vec<usize> = self
            .choices
            .iter()
            .flatten()
            .map(|choice| choice.level)
            .collect();
        levels.sort_unstable();
        levels.dedup();
        for level in levels {
            let cheapest = |list: &Vec<Choice>| {
                list.iter()
                    .find(|c| c.level >= level)
                    .map_or(NEVER, |c| c.cost)
            };
            let floors: Vec<i64> = self.choices.iter().map(cheapest).collect();
            if floors.contains(&NEVER) {
                continue;
            }
            let sum: i64 = floors.iter().sum::<i64>() + self.standing[level];
            relaxed = relaxed.min(sum);
            for anchor in 0..self.choices.len() {
                for choice in self.choices[anchor]
                    .iter()
                    .filter(|choice| choice.level == level)
                {
                    let cost = choice.cost + self.standing[level];
                    if cost + sum - self.standing[level] - floors[anchor] >= self.best {
                        break;
                    }
                    offers[anchor] = choice.offer;
                    self.descend(0, cost, &mut offers, Some(anchor), level, false);
                }
            }
        }
        relaxed
    }

    /// Extends seats of the decisions before `at`, which cost `cost`, in every way that may be cheaper.
    pub fn descend(
        &mut self,
        at: usize,
        cost: i64,
        offers: &mut Vec<usize>,
        anchor: Option<usize>,
        least: usize,
        leaf: bool,
    ) {
        if self.left == 0 {
            return;
        }
        self.left -= 1;
        if at == self.choices.len() {
            let cost = if leaf {
                cost + self.standings_above_floor(offers)
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
            self.descend(at + 1, cost, offers, anchor, least, leaf);
            return;
        }
        let rest: i64 = (at + 1..self.choices.len())
            .filter(|&later| anchor != Some(later))
            .map(|later| {
                self.choices[later]
                    .iter()
                    .find(|c| c.level >= least)
                    .map_or(NEVER, |c| c.cost)
            })
            .fold(0, |sum: i64, cost| sum.saturating_add(cost).min(NEVER));
        let choices = self.choices;
        for choice in choices[at].iter().filter(|choice| choice.level >= least) {
            if cost.saturating_add(choice.cost).saturating_add(rest) >= self.best {
                break;
            }
            if self.fits(at, choice.offer, offers, anchor) {
                offers[at] = choice.offer;
                self.descend(at + 1, cost + choice.cost, offers, anchor, least, leaf);
            }
        }
    }

    /// Whether the offer goes with the seats chosen before, and with the anchor.
    fn fits(&self, at: usize, offer: usize, offers: &[usize], anchor: Option<usize>) -> bool {
        if offer == NONE {
            return true;
        }
        let workshop = self.model.offers[offer].workshop;
        let chosen = (0..at).chain(anchor.filter(|&anchor| anchor > at));
        chosen.into_iter().all(|other| {
            offers[other] == NONE
                || !self
                    .model
                    .conflict(workshop, self.model.offers[offers[other]].workshop)
                || !self.unit.decisions[at]
                    .people
                    .iter()
                    .any(|person| self.unit.decisions[other].people.contains(person))
        })
    }

    /// What the standings of several people cost above the least they could.
    fn standings_above_floor(&self, offers: &[usize]) -> i64 {
        let least = self.standing.iter().skip(1).min().copied().unwrap_or(0);
        let people = self.unit.people.iter().zip(&self.unit.decisions_of);
        people
            .filter(|&(&person, _)| self.model.people[person].wishes)
            .map(|(&person, decisions)| {
                let levels = decisions
                    .iter()
                    .map(|&decision| self.model.level(person, offers[decision]));
                let best = levels.min().unwrap_or(self.model.no_seat());
                self.standing[best] - least
            })
            .sum()
    }
}
