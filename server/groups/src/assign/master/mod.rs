//! The master problem of column generation (Gilmore and Gomory 1961).
//!
//! Every unit chooses one combination of seats. Offers, groups and the goals fixed so far couple the units.
//! Columns are added when their reduced cost is negative, rows when they are violated.

use std::collections::{BTreeMap, HashMap};

use super::combination_search::INFEASIBLE_COST;
use super::convert::{float, float_count};
use super::goals::Goal;
use super::lp::{Column, EnteringVariable, Lp, PENALTY};
use super::model::{Model, Seats};
use super::pricing::{BannedSeats, PricingProblem};
use crate::SearchControl;
use rows::{MAX_ROWS, MasterColumn, RowKind, ViolatedRow, coefficient, goal_coefficient};

mod lagrangian;
mod rows;
mod separation;
mod side_rows;

/// Result of solving the linear program.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct LpOutcome {
    /// Lower bound over all plans that respect the bans.
    pub bound: i64,
    /// Whether the values of the columns are optimal, so that they can guide branching.
    pub is_optimal: bool,
}

/// So many candidates enter before all columns are priced again (multiple pricing).
const CANDIDATE_LIST_LENGTH: usize = 80;

#[derive(Debug)]
pub(super) struct MasterProblem<'a> {
    model: &'a Model,
    pricing: PricingProblem<'a>,
    lp: Lp,
    columns: Vec<MasterColumn>,
    column_indices: HashMap<MasterColumn, usize>,
    rows: Vec<(RowKind, i64)>,
    groups_of: Vec<Vec<usize>>,
    /// Number of organisations. They come first among the groups; the rest are `apart` groups.
    organisations: usize,
    start_columns: Vec<usize>,
    pub bans: BannedSeats,
}

impl<'a> MasterProblem<'a> {
    /// Starts from the columns of a plan.
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
            pricing: PricingProblem::new(model, groups_of.clone()),
            lp: Lp::new(Vec::new()),
            columns: Vec::new(),
            column_indices: HashMap::new(),
            rows: Vec::new(),
            groups_of,
            organisations,
            start_columns: Vec::new(),
            bans: BannedSeats::new(model),
        };
        let keys: Vec<Column> = (0..model.units.len())
            .map(|unit| {
                let column = master.seats_of_unit(unit, seats);
                master
                    .column_indices
                    .insert(column.clone(), master.columns.len());
                master.columns.push(column);
                Column {
                    unit: Some(unit),
                    cost: 0.0,
                    rows: Vec::new(),
                }
            })
            .collect();
        master.lp = Lp::new(keys);
        master.start_columns = (0..model.units.len()).collect();
        for offer in 0..model.offers.len() {
            let could = model.people.iter().enumerate().filter(|(p, person)| {
                person.slots.contains(&model.offers[offer].slot) && model.may_sit(*p, offer)
            });
            if could.count() > model.offers[offer].max as usize {
                master.add_row(RowKind::Capacity(offer), i64::from(model.offers[offer].max));
            }
        }
        master.lp.refactor();
        master
    }

    fn seats_of_unit(&self, unit: usize, seats: &Seats) -> MasterColumn {
        let decisions = &self.model.units[unit].decisions;
        MasterColumn::Seats {
            unit,
            offers: decisions
                .iter()
                .map(|d| seats[self.model.seat_index(d.people[0], d.slot)])
                .collect(),
        }
    }

    /// Sets the plan whose columns the next restart begins with.
    pub fn set_start_plan(&mut self, seats: &Seats) {
        for unit in 0..self.model.units.len() {
            let column = self.seats_of_unit(unit, seats);
            self.start_columns[unit] = self.column_index(column, Goal::EmptySeats);
        }
    }

    fn add_row(&mut self, kind: RowKind, limit: i64) {
        let (model, columns) = (self.model, &self.columns);
        let row = self.rows.len();
        // A different perturbation of every row keeps the simplex method from cycling.
        let perturbation = 1e-6 * (1.0 + float_count((row * 7919) % 1009) / 1009.0);
        self.lp.add_row(float(limit), perturbation, |column| {
            coefficient(model, &self.groups_of, kind, &columns[column])
        });
        self.rows.push((kind, limit));
    }

    /// The index of a column, which is added if it is new.
    fn column_index(&mut self, column: MasterColumn, goal: Goal) -> usize {
        if let Some(&known) = self.column_indices.get(&column) {
            return known;
        }
        let rows = self
            .rows
            .iter()
            .enumerate()
            .map(|(row, &(kind, _))| (row, coefficient(self.model, &self.groups_of, kind, &column)))
            .filter(|&(_, a)| a != 0.0)
            .collect();
        let unit = match column {
            MasterColumn::Seats { unit, .. } => Some(unit),
            MasterColumn::Pairs { .. } => None,
        };
        let cost = self.cost(&column, goal);
        self.column_indices
            .insert(column.clone(), self.columns.len());
        self.columns.push(column);
        self.lp.add_column(Column { unit, cost, rows })
    }

    fn cost(&self, column: &MasterColumn, goal: Goal) -> f64 {
        let forbidden = match column {
            MasterColumn::Seats { unit, offers } => self.model.units[*unit]
                .decisions
                .iter()
                .zip(offers)
                .any(|(decision, &offer)| {
                    decision
                        .people
                        .iter()
                        .any(|&person| self.bans.banned(person, decision.slot, offer))
                }),
            MasterColumn::Pairs { .. } => false,
        };
        goal_coefficient(self.model, goal, column) + if forbidden { PENALTY } else { 0.0 }
    }

    /// Minimises the goal over everything that is not banned. Ends when the bound reaches `enough`, at the
    /// optimum, or when `control` says so.
    pub fn minimise(&mut self, goal: Goal, enough: i64, control: &dyn SearchControl) -> LpOutcome {
        let (model, columns) = (self.model, std::mem::take(&mut self.columns));
        let costs: Vec<f64> = columns
            .iter()
            .map(|column| self.cost(column, goal))
            .collect();
        self.columns = columns;
        self.lp.set_costs(|column| costs[column]);
        let mut bound = i64::MIN;
        loop {
            if self.reoptimise(control) {
                self.lp.refactor();
            }
            let (found, cheapest) = self.lagrangian_bound(goal);
            bound = bound.max(found);
            if bound >= enough || control.should_stop() {
                return LpOutcome {
                    bound,
                    is_optimal: false,
                };
            }
            let mut has_new_column = false;
            for (unit, cheapest) in cheapest.into_iter().enumerate() {
                if cheapest.cost < INFEASIBLE_COST {
                    let column = self.column_index(
                        MasterColumn::Seats {
                            unit,
                            offers: cheapest.offers,
                        },
                        goal,
                    );
                    has_new_column |= self.improves(EnteringVariable::Column(column));
                }
            }
            if !has_new_column {
                let violated = self.violated_rows(model, goal);
                if violated.is_empty() || self.rows.len() >= MAX_ROWS {
                    let feasible = violated.is_empty()
                        && self.lp.infeasibility() < 1e-4
                        && self.uses_no_banned_seat();
                    return LpOutcome {
                        bound,
                        is_optimal: feasible,
                    };
                }
                for ViolatedRow { kind, limit, .. } in self.most_violated(violated) {
                    if let RowKind::Pairs { group, offer, .. } = kind {
                        self.column_index(MasterColumn::Pairs { group, offer }, goal);
                    }
                    self.add_row(kind, limit);
                }
                self.lp.refactor();
            }
        }
    }

    fn improves(&self, entering: EnteringVariable) -> bool {
        self.lp.reduced_cost(entering) < -1e-6
    }

    /// Pivots while a known column has a negative reduced cost. Returns whether anything changed.
    fn reoptimise(&mut self, control: &dyn SearchControl) -> bool {
        let mut any = false;
        while !control.should_stop() {
            let mut candidates = self.lp.entering_candidates(-1e-6);
            candidates.sort_unstable_by(|a, b| a.0.total_cmp(&b.0));
            candidates.truncate(CANDIDATE_LIST_LENGTH);
            let mut entered = false;
            while !control.should_stop() {
                // Each pivot changes the reduced costs of the others.
                let reduced_costs = candidates
                    .iter()
                    .map(|&(_, candidate)| self.lp.reduced_cost(candidate))
                    .enumerate();
                let Some((at, _)) = reduced_costs
                    .filter(|w| w.1 < -1e-6)
                    .min_by(|a, b| a.1.total_cmp(&b.1))
                else {
                    break;
                };
                let (_, candidate) = candidates.swap_remove(at);
                entered |= self.lp.pivot(candidate);
            }
            any |= entered;
            if !entered {
                break;
            }
        }
        any
    }

    fn uses_no_banned_seat(&self) -> bool {
        self.lp
            .positive_columns()
            .all(|(column, value)| value < 1e-4 || self.lp.columns[column].cost < PENALTY / 2.0)
    }

    /// For every decision of every unit, the fraction that each offer receives.
    pub fn seat_fractions(&self) -> Vec<Vec<BTreeMap<usize, f64>>> {
        let mut fractions: Vec<Vec<BTreeMap<usize, f64>>> = self
            .model
            .units
            .iter()
            .map(|unit| vec![BTreeMap::new(); unit.decisions.len()])
            .collect();
        for (column, value) in self.lp.positive_columns() {
            if let MasterColumn::Seats { unit, offers } = &self.columns[column] {
                for (fraction, &offer) in fractions[*unit].iter_mut().zip(offers) {
                    *fraction.entry(offer).or_insert(0.0) += value;
                }
            }
        }
        fractions
    }
}
