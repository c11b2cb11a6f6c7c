//! The linear program behind several slots: every unit chooses one combination of seats; offers, groups
//! and the goals already decided couple the units. Combinations are generated when they are worth it
//! (Gilmore and Gomory 1961), rows when they are broken.

use std::collections::{BTreeMap, HashMap};

use super::lp::{Column, Entering, FORBIDDEN, Lp};
use super::model::{Model, Seats};
use super::pricing::{Bans, NEVER, Pricer, SCALE};
use super::standing::Goal;
use crate::Watch;
use rows::{Broken, Meaning, RowKind, coefficient, goal_value};

mod bound;
mod holding;
mod rows;

/// Rows beyond which no more are added: what is broken then makes the bound weaker, not wrong.
const MOST_ROWS: usize = 900;

/// How the linear program ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Outcome {
    /// No plan that respects the bans has a smaller value.
    pub bound: i64,
    /// Whether the values of the columns are optimal, so that they say where to branch.
    pub solved: bool,
}

/// The most promising columns, so many, enter before all are looked at anew.
const AT_A_TIME: usize = 80;

#[derive(Debug)]
pub(super) struct Master<'a> {
    model: &'a Model,
    pricer: Pricer<'a>,
    lp: Lp,
    meanings: Vec<Meaning>,
    known: HashMap<Meaning, usize>,
    rows: Vec<(RowKind, i64)>,
    /// Rows of each group and offer, with the factor of a member.
    group_rows: HashMap<(usize, usize), Vec<(usize, i64)>>,
    groups_of: Vec<Vec<usize>>,
    /// Most members of a group that may share an offer is the limit; organisations come first.
    organisations: usize,
    start: Vec<usize>,
    pub bans: Bans,
}

impl<'a> Master<'a> {
    /// Starts from a plan.
    pub fn new(model: &'a Model, seats: &Seats) -> Self {
        let organisations = model.organisation_size.len();
        let groups_of: Vec<Vec<usize>> = model
            .people
            .iter()
            .zip(&model.apart_of)
            .map(|(person, apart)| {
                let apart = apart.iter().map(|&group| organisations + group);
                person.organisation.into_iter().chain(apart).collect()
            })
            .collect();
        let mut master = Self {
            model,
            pricer: Pricer::new(model, groups_of.clone()),
            lp: Lp::new(Vec::new()),
            meanings: Vec::new(),
            known: HashMap::new(),
            rows: Vec::new(),
            group_rows: HashMap::new(),
            groups_of,
            organisations,
            start: Vec::new(),
            bans: Bans::new(model),
        };
        let keys: Vec<Column> = (0..model.units.len())
            .map(|unit| {
                let meaning = master.seats_of_unit(unit, seats);
                master.known.insert(meaning.clone(), master.meanings.len());
                master.meanings.push(meaning);
                Column {
                    unit: Some(unit),
                    cost: 0.0,
                    rows: Vec::new(),
                }
            })
            .collect();
        master.lp = Lp::new(keys);
        master.start = (0..model.units.len()).collect();
        for offer in 0..model.offers.len() {
            let could = model.people.iter().enumerate().filter(|(p, person)| {
                person.slots.contains(&model.offers[offer].slot) && model.may_sit(*p, offer)
            });
            if could.count() > model.offers[offer].max as usize {
                master.add_row(RowKind::Room(offer), i64::from(model.offers[offer].max));
            }
        }
        master.lp.commit();
        master
    }

    fn seats_of_unit(&self, unit: usize, seats: &Seats) -> Meaning {
        let decisions = &self.model.units[unit].decisions;
        Meaning::Seats {
            unit,
            offers: decisions
                .iter()
                .map(|d| seats[self.model.at(d.people[0], d.slot)])
                .collect(),
        }
    }

    /// A better plan is known: it is where the next restart begins.
    pub fn set_start(&mut self, seats: &Seats) {
        for unit in 0..self.model.units.len() {
            let meaning = self.seats_of_unit(unit, seats);
            self.start[unit] = self.column(meaning, Goal::Empty);
        }
    }

    fn add_row(&mut self, kind: RowKind, limit: i64) -> usize {
        let (model, meanings) = (self.model, &self.meanings);
        let row = self.rows.len();
        // A little room of its own for every row keeps the simplex method from turning in circles.
        let room = 1e-6 * (1.0 + share_of((row * 7919) % 1009) / 1009.0);
        self.lp.add_row(float(limit), room, |column| {
            coefficient(model, &self.groups_of, kind, &meanings[column])
        });
        self.rows.push((kind, limit));
        match kind {
            RowKind::Group { group, offer } => self
                .group_rows
                .entry((group, offer))
                .or_default()
                .push((row, 1)),
            RowKind::Pairs {
                group,
                offer,
                factor,
            } => {
                self.group_rows
                    .entry((group, offer))
                    .or_default()
                    .push((row, factor));
            }
            _ => {}
        }
        row
    }

    /// The number of a column, which is made if it is new.
    fn column(&mut self, meaning: Meaning, goal: Goal) -> usize {
        if let Some(&known) = self.known.get(&meaning) {
            return known;
        }
        let rows = self
            .rows
            .iter()
            .enumerate()
            .map(|(row, &(kind, _))| {
                (
                    row,
                    coefficient(self.model, &self.groups_of, kind, &meaning),
                )
            })
            .filter(|&(_, a)| a != 0.0)
            .collect();
        let unit = match meaning {
            Meaning::Seats { unit, .. } => Some(unit),
            Meaning::Pairs { .. } => None,
        };
        let cost = self.cost(&meaning, goal);
        self.known.insert(meaning.clone(), self.meanings.len());
        self.meanings.push(meaning);
        self.lp.add_column(Column { unit, cost, rows })
    }

    fn cost(&self, meaning: &Meaning, goal: Goal) -> f64 {
        let forbidden = match meaning {
            Meaning::Seats { unit, offers } => self.model.units[*unit]
                .decisions
                .iter()
                .zip(offers)
                .any(|(decision, &offer)| {
                    decision
                        .people
                        .iter()
                        .any(|&person| self.bans.banned(person, decision.slot, offer))
                }),
            Meaning::Pairs { .. } => false,
        };
        goal_value(self.model, goal, meaning) + if forbidden { FORBIDDEN } else { 0.0 }
    }

    /// Minimises the goal over everything that is not banned, until it is certain that nothing is
    /// smaller than `enough`, or the optimum is found, or the watch says stop.
    pub fn minimise(&mut self, goal: Goal, enough: i64, watch: &dyn Watch) -> Outcome {
        let (model, meanings) = (self.model, std::mem::take(&mut self.meanings));
        let costs: Vec<f64> = meanings
            .iter()
            .map(|meaning| self.cost(meaning, goal))
            .collect();
        self.meanings = meanings;
        self.lp.set_costs(|column| costs[column]);
        let mut bound = i64::MIN;
        loop {
            if self.exchange(watch) {
                self.lp.commit();
            }
            let (found, cheapest) = self.lagrange(goal);
            bound = bound.max(found);
            if bound >= enough || watch.stop() {
                return Outcome {
                    bound,
                    solved: false,
                };
            }
            let mut progress = false;
            for (unit, cheapest) in cheapest.into_iter().enumerate() {
                if cheapest.cost < NEVER {
                    let column = self.column(
                        Meaning::Seats {
                            unit,
                            offers: cheapest.offers,
                        },
                        goal,
                    );
                    progress |= self.worth_entering(Entering::Column(column));
                }
            }
            if !progress {
                let broken = self.broken_rows(model, goal);
                if broken.is_empty() || self.rows.len() >= MOST_ROWS {
                    let feasible =
                        broken.is_empty() && self.lp.breach() < 1e-4 && self.chosen_is_allowed();
                    return Outcome {
                        bound,
                        solved: feasible,
                    };
                }
                for Broken { kind, limit, .. } in self.most_broken(broken) {
                    if let RowKind::Pairs { group, offer, .. } = kind {
                        self.column(Meaning::Pairs { group, offer }, goal);
                    }
                    self.add_row(kind, limit);
                }
                self.lp.commit();
            }
        }
    }

    fn worth_entering(&self, entering: Entering) -> bool {
        self.lp.worth(entering) < -1e-6
    }

    /// Exchanges columns as long as one that exists is worth entering. Whether anything changed.
    fn exchange(&mut self, watch: &dyn Watch) -> bool {
        let mut any = false;
        while !watch.stop() {
            let mut candidates = self.lp.worth_entering(-1e-6);
            candidates.sort_unstable_by(|a, b| a.0.total_cmp(&b.0));
            candidates.truncate(AT_A_TIME);
            let mut entered = false;
            while !watch.stop() {
                // What enters changes what the others are worth.
                let worth = candidates
                    .iter()
                    .map(|&(_, candidate)| self.lp.worth(candidate))
                    .enumerate();
                let Some((at, _)) = worth
                    .filter(|w| w.1 < -1e-6)
                    .min_by(|a, b| a.1.total_cmp(&b.1))
                else {
                    break;
                };
                let (_, candidate) = candidates.swap_remove(at);
                entered |= self.lp.enter(candidate);
            }
            any |= entered;
            if !entered {
                break;
            }
        }
        any
    }

    fn chosen_is_allowed(&self) -> bool {
        self.lp
            .chosen()
            .all(|(column, value)| value < 1e-4 || self.lp.columns[column].cost < FORBIDDEN / 2.0)
    }

    /// For every unit: its decisions, and how much of each offer the columns chosen give it.
    pub fn shares(&self) -> Vec<Vec<BTreeMap<usize, f64>>> {
        let mut shares: Vec<Vec<BTreeMap<usize, f64>>> = self
            .model
            .units
            .iter()
            .map(|unit| vec![BTreeMap::new(); unit.decisions.len()])
            .collect();
        for (column, value) in self.lp.chosen() {
            if let Meaning::Seats { unit, offers } = &self.meanings[column] {
                for (share, &offer) in shares[*unit].iter_mut().zip(offers) {
                    *share.entry(offer).or_insert(0.0) += value;
                }
            }
        }
        shares
    }
}

/// Values of plans are far below the 2⁵³ up to which floats are exact.
#[expect(clippy::cast_precision_loss, reason = "values are below 2^53")]
fn float(value: i64) -> f64 {
    value as f64
}

#[expect(
    clippy::cast_possible_truncation,
    reason = "a float beyond the range becomes its end, which is still a valid price"
)]
fn scaled(price: f64) -> i64 {
    const LARGEST: f64 = 1e12;
    (price * float(SCALE)).clamp(-LARGEST, LARGEST).round() as i64
}

#[expect(clippy::cast_possible_truncation, reason = "a number of people")]
fn whole(value: f64) -> i64 {
    value.round() as i64
}

/// A small count as a float.
pub(super) fn share_of(count: usize) -> f64 {
    u32::try_from(count).map_or(f64::INFINITY, f64::from)
}
