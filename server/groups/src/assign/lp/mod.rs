//! A linear program with two kinds of rows: one convexity row per unit, and few rows that couple the units.
//!
//! The simplex method with generalised upper bounds (Dantzig and Van Slyke 1967) keeps one key column per
//! unit and inverts only a matrix of the coupling rows.
//!
//! Coupling rows read `a·x ≤ b`. Numbers are floats. No bound is taken from them directly: the duals are
//! rounded and the bound is computed in integers (see `pricing`).

mod pivot;
mod refactor;

/// Cost of a forbidden column, and of violating a row by one.
pub(super) const PENALTY: f64 = 100_000.0;

/// A column with its coefficients. `unit` is `None` for a column outside all convexity rows.
#[derive(Debug, Clone)]
pub(super) struct Column {
    pub unit: Option<usize>,
    pub cost: f64,
    /// `(row, coefficient)`.
    pub rows: Vec<(usize, f64)>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum BasicVariable {
    Column(usize),
    Slack(usize),
    /// Artificial variable: violates a row at [`PENALTY`].
    Artificial(usize),
}

/// A nonbasic variable that may enter the basis.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum EnteringVariable {
    Column(usize),
    Slack(usize),
}

#[derive(Debug)]
pub(super) struct Lp {
    pub columns: Vec<Column>,
    limits: Vec<f64>,
    perturbation: Vec<f64>,
    key: Vec<usize>,
    key_value: Vec<f64>,
    /// For each unit, the basis positions of its columns other than the key column.
    non_keys: Vec<Vec<usize>>,
    basis: Vec<BasicVariable>,
    values: Vec<f64>,
    /// Inverse of the basis, column by column.
    inverse: Vec<Vec<f64>>,
    duals: Vec<f64>,
    in_basis: Vec<bool>,
    slack_in_basis: Vec<bool>,
    pivots_since_refactor: usize,
    key_rates: Vec<f64>,
}

impl Lp {
    /// Starts from one key column per unit, in the order of the units.
    pub fn new(keys: Vec<Column>) -> Self {
        let units = keys.len();
        Self {
            columns: keys,
            limits: Vec::new(),
            perturbation: Vec::new(),
            key: (0..units).collect(),
            key_value: vec![1.0; units],
            non_keys: vec![Vec::new(); units],
            basis: Vec::new(),
            values: Vec::new(),
            inverse: Vec::new(),
            duals: Vec::new(),
            in_basis: vec![true; units],
            slack_in_basis: Vec::new(),
            pivots_since_refactor: 0,
            key_rates: vec![0.0; units],
        }
    }

    pub fn duals(&self) -> &[f64] {
        &self.duals
    }

    pub fn add_column(&mut self, column: Column) -> usize {
        self.columns.push(column);
        self.in_basis.push(false);
        self.columns.len() - 1
    }

    /// Adds a row. `coefficient` gives the entry of each existing column. `perturbation` is added to every
    /// limit of the row. Call [`Self::refactor`] before the next step.
    pub fn add_row(&mut self, limit: f64, perturbation: f64, coefficient: impl Fn(usize) -> f64) {
        let row = self.limits.len();
        for column in 0..self.columns.len() {
            let found = coefficient(column);
            if found != 0.0 {
                self.columns[column].rows.push((row, found));
            }
        }
        self.limits.push(limit + perturbation);
        self.perturbation.push(perturbation);
        self.basis.push(BasicVariable::Slack(row));
        self.slack_in_basis.push(true);
        self.values.push(0.0);
        self.duals.push(0.0);
    }

    /// Total violation of the rows.
    pub fn infeasibility(&self) -> f64 {
        let artificials = self
            .basis
            .iter()
            .zip(&self.values)
            .filter(|(basic, _)| matches!(basic, BasicVariable::Artificial(_)));
        artificials.map(|(_, &value)| value).sum()
    }

    /// Restarts from the given key columns, one per unit.
    pub fn restart(&mut self, keys: &[usize]) {
        self.in_basis.fill(false);
        self.key.copy_from_slice(keys);
        for &key in keys {
            self.in_basis[key] = true;
        }
        self.non_keys.iter_mut().for_each(Vec::clear);
        for row in 0..self.limits.len() {
            self.basis[row] = BasicVariable::Slack(row);
            self.slack_in_basis[row] = true;
        }
        self.refactor();
    }

    /// Changes the limit of a row. Call [`Self::restart`] before the next step.
    pub fn set_limit(&mut self, row: usize, limit: f64) {
        self.limits[row] = limit + self.perturbation[row];
    }

    /// Replaces the cost of every column.
    pub fn set_costs(&mut self, cost: impl Fn(usize) -> f64) {
        for (i, column) in self.columns.iter_mut().enumerate() {
            column.cost = cost(i);
        }
        self.compute_duals();
    }

    /// Columns with a positive value, and the values.
    pub fn positive_columns(&self) -> impl Iterator<Item = (usize, f64)> {
        let keys = self.key.iter().copied().zip(self.key_value.iter().copied());
        let non_keys =
            self.basis
                .iter()
                .zip(&self.values)
                .filter_map(|(basic, &value)| match basic {
                    BasicVariable::Column(column) => Some((*column, value)),
                    _ => None,
                });
        keys.chain(non_keys).filter(|&(_, value)| value > 1e-7)
    }

    /// Change of the objective per unit of the entering variable.
    fn compute_reduced_cost(&self, entering: EnteringVariable) -> f64 {
        match entering {
            EnteringVariable::Slack(row) => -self.duals[row],
            EnteringVariable::Column(column) => {
                let own = self.price_out(column);
                own - self.columns[column]
                    .unit
                    .map_or(0.0, |unit| self.price_out(self.key[unit]))
            }
        }
    }

    /// Nonbasic variables whose reduced cost is below a limit, with that cost.
    pub fn entering_candidates(&self, below: f64) -> Vec<(f64, EnteringVariable)> {
        let keys: Vec<f64> = self.key.iter().map(|&key| self.price_out(key)).collect();
        let columns = self.columns.iter().enumerate().map(|(index, column)| {
            let reduced = self.price_out(index) - column.unit.map_or(0.0, |unit| keys[unit]);
            (reduced, EnteringVariable::Column(index))
        });
        let slacks = self
            .duals
            .iter()
            .enumerate()
            .map(|(row, &dual)| (-dual, EnteringVariable::Slack(row)));
        columns
            .chain(slacks)
            .filter(|&(reduced, entering)| reduced < below && self.is_nonbasic(entering))
            .collect()
    }

    fn price_out(&self, column: usize) -> f64 {
        let column = &self.columns[column];
        column.cost
            - column
                .rows
                .iter()
                .map(|&(row, a)| self.duals[row] * a)
                .sum::<f64>()
    }

    /// Reduced cost of a variable; 0 if it is basic.
    pub fn reduced_cost(&self, entering: EnteringVariable) -> f64 {
        if self.is_nonbasic(entering) {
            self.compute_reduced_cost(entering)
        } else {
            0.0
        }
    }

    fn is_nonbasic(&self, entering: EnteringVariable) -> bool {
        match entering {
            EnteringVariable::Slack(row) => !self.slack_in_basis[row],
            EnteringVariable::Column(column) => !self.in_basis[column],
        }
    }
}
