//! A linear program whose rows are of two kinds: one per unit (exactly one of the unit's columns is
//! chosen), and few that couple the units. The simplex method with generalised upper bounds (Dantzig and
//! Van Slyke 1967) keeps one key column per unit and inverts only a matrix of the coupling rows.
//!
//! Coupling rows read `a·x ≤ b`. Numbers are floats here; no bound is ever taken from them as it is: the
//! duals are rounded and the bound is computed anew in integers (see `pricing`).

mod pivot;
mod refactor;

/// The cost of a column that must not be used, and of breaking a row.
pub(super) const FORBIDDEN: f64 = 100_000.0;

/// A column: which unit it belongs to (none for a column that stands alone), and its coefficients.
#[derive(Debug, Clone)]
pub(super) struct Column {
    pub unit: Option<usize>,
    pub cost: f64,
    /// `(row, coefficient)`.
    pub rows: Vec<(usize, f64)>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Basic {
    Column(usize),
    Slack(usize),
    /// Lets a row be broken, at a price.
    Breach(usize),
}

/// What enters the basis.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Entering {
    Column(usize),
    Slack(usize),
}

#[derive(Debug)]
pub(super) struct Lp {
    pub columns: Vec<Column>,
    limits: Vec<f64>,
    room: Vec<f64>,
    key: Vec<usize>,
    key_value: Vec<f64>,
    /// Positions in the basis of a unit's columns other than its key.
    others: Vec<Vec<usize>>,
    basis: Vec<Basic>,
    value: Vec<f64>,
    /// The inverse, column by column.
    inverse: Vec<Vec<f64>>,
    duals: Vec<f64>,
    in_basis: Vec<bool>,
    slack_in_basis: Vec<bool>,
    since_refactor: usize,
    rate: Vec<f64>,
}

impl Lp {
    /// Starts from one chosen column per unit, in the order of the units.
    pub fn new(keys: Vec<Column>) -> Self {
        let units = keys.len();
        Self {
            columns: keys,
            limits: Vec::new(),
            room: Vec::new(),
            key: (0..units).collect(),
            key_value: vec![1.0; units],
            others: vec![Vec::new(); units],
            basis: Vec::new(),
            value: Vec::new(),
            inverse: Vec::new(),
            duals: Vec::new(),
            in_basis: vec![true; units],
            slack_in_basis: Vec::new(),
            since_refactor: 0,
            rate: vec![0.0; units],
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

    /// Adds a row; `coefficient` tells what each column so far has in it. `room` is added to every limit
    /// of the row. To be followed by [`Self::commit`].
    pub fn add_row(&mut self, limit: f64, room: f64, coefficient: impl Fn(usize) -> f64) {
        let row = self.limits.len();
        for column in 0..self.columns.len() {
            let found = coefficient(column);
            if found != 0.0 {
                self.columns[column].rows.push((row, found));
            }
        }
        self.limits.push(limit + room);
        self.room.push(room);
        self.basis.push(Basic::Slack(row));
        self.slack_in_basis.push(true);
        self.value.push(0.0);
        self.duals.push(0.0);
    }

    /// Takes new rows into account, and makes good for rounding.
    pub fn commit(&mut self) {
        self.refactor();
    }

    /// By how much rows are broken in total.
    pub fn breach(&self) -> f64 {
        let breaches = self
            .basis
            .iter()
            .zip(&self.value)
            .filter(|(basic, _)| matches!(basic, Basic::Breach(_)));
        breaches.map(|(_, &value)| value).sum()
    }

    /// Starts anew from the given columns, one per unit.
    pub fn restart(&mut self, keys: &[usize]) {
        self.in_basis.fill(false);
        self.key.copy_from_slice(keys);
        for &key in keys {
            self.in_basis[key] = true;
        }
        self.others.iter_mut().for_each(Vec::clear);
        for row in 0..self.limits.len() {
            self.basis[row] = Basic::Slack(row);
            self.slack_in_basis[row] = true;
        }
        self.refactor();
    }

    /// Changes the limit of a row. To be followed by [`Self::restart`].
    pub fn set_limit(&mut self, row: usize, limit: f64) {
        self.limits[row] = limit + self.room[row];
    }

    /// Gives every column a new cost.
    pub fn set_costs(&mut self, cost: impl Fn(usize) -> f64) {
        for (i, column) in self.columns.iter_mut().enumerate() {
            column.cost = cost(i);
        }
        self.compute_duals();
    }

    /// The value of every column that is chosen in part or whole.
    pub fn chosen(&self) -> impl Iterator<Item = (usize, f64)> {
        let keys = self.key.iter().copied().zip(self.key_value.iter().copied());
        let others = self
            .basis
            .iter()
            .zip(&self.value)
            .filter_map(|(basic, &value)| match basic {
                Basic::Column(column) => Some((*column, value)),
                _ => None,
            });
        keys.chain(others).filter(|&(_, value)| value > 1e-7)
    }

    /// How much a step along the column would change the objective.
    fn reduced_cost(&self, entering: Entering) -> f64 {
        match entering {
            Entering::Slack(row) => -self.duals[row],
            Entering::Column(column) => {
                let own = self.priced(column);
                own - self.columns[column]
                    .unit
                    .map_or(0.0, |unit| self.priced(self.key[unit]))
            }
        }
    }

    /// Everything outside the basis whose reduced cost is below a limit, with that cost.
    pub fn worth_entering(&self, below: f64) -> Vec<(f64, Entering)> {
        let keys: Vec<f64> = self.key.iter().map(|&key| self.priced(key)).collect();
        let columns = self.columns.iter().enumerate().map(|(index, column)| {
            let reduced = self.priced(index) - column.unit.map_or(0.0, |unit| keys[unit]);
            (reduced, Entering::Column(index))
        });
        let slacks = self
            .duals
            .iter()
            .enumerate()
            .map(|(row, &dual)| (-dual, Entering::Slack(row)));
        columns
            .chain(slacks)
            .filter(|&(reduced, entering)| reduced < below && self.may_enter(entering))
            .collect()
    }

    fn priced(&self, column: usize) -> f64 {
        let column = &self.columns[column];
        column.cost
            - column
                .rows
                .iter()
                .map(|&(row, a)| self.duals[row] * a)
                .sum::<f64>()
    }

    /// The reduced cost; 0 for what is in the basis.
    pub fn worth(&self, entering: Entering) -> f64 {
        if self.may_enter(entering) {
            self.reduced_cost(entering)
        } else {
            0.0
        }
    }

    fn may_enter(&self, entering: Entering) -> bool {
        match entering {
            Entering::Slack(row) => !self.slack_in_basis[row],
            Entering::Column(column) => !self.in_basis[column],
        }
    }
}
