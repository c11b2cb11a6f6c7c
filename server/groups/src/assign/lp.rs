//! A linear program whose rows are of two kinds: one per unit (exactly one of the unit's columns is
//! chosen), and few that couple the units. The simplex method with generalised upper bounds (Dantzig and
//! Van Slyke 1967) keeps one key column per unit and inverts only a matrix of the coupling rows.
//!
//! Coupling rows read `a·x ≤ b`. Numbers are floats here; no bound is ever taken from them as it is: the
//! duals are rounded and the bound is computed anew in integers (see `pricing`).

/// The cost of a column that must not be used, and of breaking a row.
pub(super) const FORBIDDEN: f64 = 100_000.0;
const TINY: f64 = 1e-9;
const REFACTOR_AFTER: usize = 150;

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

    pub fn rows(&self) -> usize {
        self.limits.len()
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
        let breaches = self.basis.iter().zip(&self.value).filter(|(basic, _)| matches!(basic, Basic::Breach(_)));
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
        let others = self.basis.iter().zip(&self.value).filter_map(|(basic, &value)| match basic {
            Basic::Column(column) => Some((*column, value)),
            _ => None,
        });
        keys.chain(others).filter(|&(_, value)| value > 1e-7)
    }

    /// How much a step along the column would change the objective.
    pub fn reduced_cost(&self, entering: Entering) -> f64 {
        match entering {
            Entering::Slack(row) => -self.duals[row],
            Entering::Column(column) => {
                let own = self.priced(column);
                own - self.columns[column].unit.map_or(0.0, |unit| self.priced(self.key[unit]))
            }
        }
    }

    fn priced(&self, column: usize) -> f64 {
        let column = &self.columns[column];
        column.cost - column.rows.iter().map(|&(row, a)| self.duals[row] * a).sum::<f64>()
    }

    pub fn may_enter(&self, entering: Entering) -> bool {
        match entering {
            Entering::Slack(row) => !self.slack_in_basis[row],
            Entering::Column(column) => !self.in_basis[column],
        }
    }

    /// One exchange of the basis. False where the pivot is too small to be trusted.
    pub fn enter(&mut self, entering: Entering) -> bool {
        let reduced = self.reduced_cost(entering);
        let unit = match entering {
            Entering::Column(column) => self.columns[column].unit,
            Entering::Slack(_) => None,
        };
        let mut direction = self.direction(entering);
        let mut touched: Vec<usize> = Vec::new();
        if let Some(unit) = unit {
            self.rate[unit] = 1.0;
            touched.push(unit);
        }
        for (position, &step) in direction.iter().enumerate() {
            if step != 0.0
                && let Basic::Column(column) = self.basis[position]
                && let Some(unit) = self.columns[column].unit
            {
                if self.rate[unit] == 0.0 {
                    touched.push(unit);
                }
                self.rate[unit] -= step;
            }
        }
        let leaving = self.leaving(&direction, &touched);
        let Some((pivot, at)) = leaving else {
            touched.iter().for_each(|&unit| self.rate[unit] = 0.0);
            return false;
        };
        let theta = match at {
            Leaving::Position(position) => self.value[position] / pivot,
            Leaving::Key(unit) => self.key_value[unit] / pivot,
        }
        .max(0.0);
        for (value, &step) in self.value.iter_mut().zip(&direction) {
            *value -= theta * step;
        }
        for unit in touched {
            self.key_value[unit] -= theta * self.rate[unit];
            self.rate[unit] = 0.0;
        }
        let position = match at {
            Leaving::Position(position) => position,
            Leaving::Key(leaving) => {
                let old = self.key[leaving];
                let Some(&position) = self.others[leaving].first() else {
                    // The entering column belongs to the same unit and simply takes the place of its key.
                    if let Entering::Column(column) = entering {
                        self.in_basis[old] = false;
                        self.in_basis[column] = true;
                        self.key[leaving] = column;
                        self.key_value[leaving] = theta;
                    }
                    return true;
                };
                self.exchange_key(leaving, position, &mut direction, unit == Some(leaving));
                position
            }
        };
        self.replace(position, entering, &direction, reduced, theta);
        if self.since_refactor >= REFACTOR_AFTER {
            self.refactor();
        }
        true
    }

    /// Change of the basic values against a step of the entering column.
    fn direction(&self, entering: Entering) -> Vec<f64> {
        let mut direction = vec![0.0; self.basis.len()];
        let mut add = |row: usize, a: f64| {
            for (total, &entry) in direction.iter_mut().zip(&self.inverse[row]) {
                *total += a * entry;
            }
        };
        match entering {
            Entering::Slack(row) => add(row, 1.0),
            Entering::Column(column) => {
                for &(row, a) in &self.columns[column].rows {
                    add(row, a);
                }
                if let Some(unit) = self.columns[column].unit {
                    for &(row, a) in &self.columns[self.key[unit]].rows {
                        add(row, -a);
                    }
                }
            }
        }
        for step in &mut direction {
            if step.abs() < 1e-11 {
                *step = 0.0;
            }
        }
        direction
    }

    /// The basic column that reaches zero first; among equals the one with the largest pivot (Harris 1973).
    fn leaving(&self, direction: &[f64], touched: &[usize]) -> Option<(f64, Leaving)> {
        let positions = direction
            .iter()
            .enumerate()
            .filter(|&(_, &step)| step > 1e-7)
            .map(|(position, &step)| (step, self.value[position], Leaving::Position(position)));
        let keys = touched
            .iter()
            .filter(|&&unit| self.rate[unit] > 1e-7)
            .map(|&unit| (self.rate[unit], self.key_value[unit], Leaving::Key(unit)));
        let candidates: Vec<(f64, f64, Leaving)> = positions.chain(keys).collect();
        let reach = candidates
            .iter()
            .map(|&(step, value, _)| (value.max(0.0) + TINY) / step)
            .fold(f64::INFINITY, f64::min);
        candidates
            .into_iter()
            .filter(|&(step, value, _)| value.max(0.0) / step <= reach)
            .max_by(|a, b| a.0.total_cmp(&b.0))
            .map(|(step, _, at)| (step, at))
    }

    /// Makes the column at `position` the key of its unit, and puts the old key there.
    fn exchange_key(&mut self, unit: usize, position: usize, direction: &mut [f64], entering_here: bool) {
        let others = std::mem::take(&mut self.others[unit]);
        for column in &mut self.inverse {
            let sum: f64 = others.iter().map(|&other| column[other]).sum();
            column[position] = -sum;
        }
        let sum: f64 = others.iter().map(|&other| direction[other]).sum();
        direction[position] = f64::from(u8::from(entering_here)) - sum;
        if let Basic::Column(new_key) = self.basis[position] {
            self.basis[position] = Basic::Column(self.key[unit]);
            self.key[unit] = new_key;
            std::mem::swap(&mut self.key_value[unit], &mut self.value[position]);
        }
        self.others[unit] = others;
    }

    fn replace(&mut self, position: usize, entering: Entering, direction: &[f64], reduced: f64, theta: f64) {
        let pivot = direction[position];
        for (dual, column) in self.duals.iter_mut().zip(&mut self.inverse) {
            let factor = column[position] / pivot;
            if factor != 0.0 {
                *dual += reduced * factor;
                for (entry, &step) in column.iter_mut().zip(direction) {
                    *entry -= factor * step;
                }
                column[position] = factor;
            }
        }
        match self.basis[position] {
            Basic::Column(old) => {
                self.in_basis[old] = false;
                if let Some(unit) = self.columns[old].unit {
                    self.others[unit].retain(|&other| other != position);
                }
            }
            Basic::Slack(row) => self.slack_in_basis[row] = false,
            Basic::Breach(_) => {}
        }
        self.basis[position] = match entering {
            Entering::Column(column) => {
                self.in_basis[column] = true;
                if let Some(unit) = self.columns[column].unit {
                    self.others[unit].push(position);
                }
                Basic::Column(column)
            }
            Entering::Slack(row) => {
                self.slack_in_basis[row] = true;
                Basic::Slack(row)
            }
        };
        self.value[position] = theta;
        self.since_refactor += 1;
    }

    fn cost_of(&self, basic: Basic) -> f64 {
        match basic {
            Basic::Column(column) => {
                let column = &self.columns[column];
                column.cost - column.unit.map_or(0.0, |unit| self.columns[self.key[unit]].cost)
            }
            Basic::Slack(_) => 0.0,
            Basic::Breach(_) => FORBIDDEN,
        }
    }

    fn compute_duals(&mut self) {
        let costs: Vec<f64> = self.basis.iter().map(|&basic| self.cost_of(basic)).collect();
        for (dual, column) in self.duals.iter_mut().zip(&self.inverse) {
            *dual = column.iter().zip(&costs).map(|(&entry, &cost)| entry * cost).sum();
        }
    }

    /// Inverts the basis from scratch, so that rounding errors do not pile up, and computes all values.
    /// A slack below zero becomes a breach above zero.
    fn refactor(&mut self) {
        let size = self.basis.len();
        let mut left = vec![vec![0.0; size]; size];
        for (position, basic) in self.basis.iter().enumerate() {
            match *basic {
                Basic::Slack(row) => left[row][position] = 1.0,
                Basic::Breach(row) => left[row][position] = -1.0,
                Basic::Column(column) => {
                    for &(row, a) in &self.columns[column].rows {
                        left[row][position] += a;
                    }
                    if let Some(unit) = self.columns[column].unit {
                        for &(row, a) in &self.columns[self.key[unit]].rows {
                            left[row][position] -= a;
                        }
                    }
                }
            }
        }
        let rows = invert(left);
        self.inverse = vec![vec![0.0; size]; size];
        for (position, row) in rows.iter().enumerate() {
            for (column, &entry) in row.iter().enumerate() {
                self.inverse[column][position] = entry;
            }
        }
        self.compute_values();
        for position in 0..size {
            let flip = match self.basis[position] {
                Basic::Slack(row) if self.value[position] < -1e-9 => Some(Basic::Breach(row)),
                Basic::Breach(row) if self.value[position] < -1e-9 => Some(Basic::Slack(row)),
                _ => None,
            };
            if let Some(flipped) = flip {
                if let Basic::Slack(row) | Basic::Breach(row) = flipped {
                    self.slack_in_basis[row] = matches!(flipped, Basic::Slack(_));
                }
                self.basis[position] = flipped;
                self.value[position] = -self.value[position];
                for column in &mut self.inverse {
                    column[position] = -column[position];
                }
            }
        }
        self.compute_duals();
        self.since_refactor = 0;
    }

    fn compute_values(&mut self) {
        let mut rest = self.limits.clone();
        for &key in &self.key {
            for &(row, a) in &self.columns[key].rows {
                rest[row] -= a;
            }
        }
        self.value.fill(0.0);
        for (column, &rest) in self.inverse.iter().zip(&rest) {
            for (value, &entry) in self.value.iter_mut().zip(column) {
                *value += rest * entry;
            }
        }
        for (unit, others) in self.others.iter().enumerate() {
            self.key_value[unit] = 1.0 - others.iter().map(|&position| self.value[position]).sum::<f64>();
        }
    }
}

#[derive(Debug, Clone, Copy)]
enum Leaving {
    Position(usize),
    Key(usize),
}

/// Gauss–Jordan with row pivots. Row r of the answer belongs to column r of the argument.
fn invert(mut left: Vec<Vec<f64>>) -> Vec<Vec<f64>> {
    let size = left.len();
    let mut right: Vec<Vec<f64>> = (0..size).map(|i| (0..size).map(|j| f64::from(u8::from(i == j))).collect()).collect();
    for column in 0..size {
        let best = (column..size).max_by(|&a, &b| left[a][column].abs().total_cmp(&left[b][column].abs()));
        let Some(best) = best.filter(|&row| left[row][column].abs() > 1e-12) else { continue };
        left.swap(column, best);
        right.swap(column, best);
        let pivot = left[column][column];
        for entry in left[column].iter_mut().chain(&mut right[column]) {
            *entry /= pivot;
        }
        let (left_pivot, right_pivot) = (left[column].clone(), right[column].clone());
        for row in (0..size).filter(|&row| row != column) {
            let factor = left[row][column];
            if factor != 0.0 {
                for (entry, &top) in left[row].iter_mut().zip(&left_pivot) {
                    *entry -= factor * top;
                }
                for (entry, &top) in right[row].iter_mut().zip(&right_pivot) {
                    *entry -= factor * top;
                }
            }
        }
    }
    right
}
