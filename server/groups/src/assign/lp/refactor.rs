//! Inversion of the basis, and the values that follow from it.

use super::{BasicVariable, Lp, PENALTY};

impl Lp {
    fn cost_of(&self, basic: BasicVariable) -> f64 {
        match basic {
            BasicVariable::Column(column) => {
                let column = &self.columns[column];
                column.cost
                    - column
                        .unit
                        .map_or(0.0, |unit| self.columns[self.key[unit]].cost)
            }
            BasicVariable::Slack(_) => 0.0,
            BasicVariable::Artificial(_) => PENALTY,
        }
    }

    pub(super) fn compute_duals(&mut self) {
        let costs: Vec<f64> = self
            .basis
            .iter()
            .map(|&basic| self.cost_of(basic))
            .collect();
        for (dual, column) in self.duals.iter_mut().zip(&self.inverse) {
            *dual = column
                .iter()
                .zip(&costs)
                .map(|(&entry, &cost)| entry * cost)
                .sum();
        }
    }

    /// Inverts the basis from scratch, which removes accumulated rounding errors, and recomputes all values.
    /// A slack below zero becomes an artificial variable above zero.
    pub fn refactor(&mut self) {
        let size = self.basis.len();
        let mut left = vec![vec![0.0; size]; size];
        for (position, basic) in self.basis.iter().enumerate() {
            match *basic {
                BasicVariable::Slack(row) => left[row][position] = 1.0,
                BasicVariable::Artificial(row) => left[row][position] = -1.0,
                BasicVariable::Column(column) => {
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
                BasicVariable::Slack(row) if self.values[position] < -1e-9 => {
                    Some(BasicVariable::Artificial(row))
                }
                BasicVariable::Artificial(row) if self.values[position] < -1e-9 => {
                    Some(BasicVariable::Slack(row))
                }
                _ => None,
            };
            if let Some(flipped) = flip {
                if let BasicVariable::Slack(row) | BasicVariable::Artificial(row) = flipped {
                    self.slack_in_basis[row] = matches!(flipped, BasicVariable::Slack(_));
                }
                self.basis[position] = flipped;
                self.values[position] = -self.values[position];
                for column in &mut self.inverse {
                    column[position] = -column[position];
                }
            }
        }
        self.compute_duals();
        self.pivots_since_refactor = 0;
    }

    fn compute_values(&mut self) {
        let mut rest = self.limits.clone();
        for &key in &self.key {
            for &(row, a) in &self.columns[key].rows {
                rest[row] -= a;
            }
        }
        self.values.fill(0.0);
        for (column, &rest) in self.inverse.iter().zip(&rest) {
            for (value, &entry) in self.values.iter_mut().zip(column) {
                *value += rest * entry;
            }
        }
        for (unit, non_keys) in self.non_keys.iter().enumerate() {
            self.key_value[unit] = 1.0
                - non_keys
                    .iter()
                    .map(|&position| self.values[position])
                    .sum::<f64>();
        }
    }
}

/// Gauss–Jordan elimination with row pivots. Row r of the result belongs to column r of the argument.
fn invert(mut left: Vec<Vec<f64>>) -> Vec<Vec<f64>> {
    let size = left.len();
    let mut right: Vec<Vec<f64>> = (0..size)
        .map(|i| (0..size).map(|j| f64::from(u8::from(i == j))).collect())
        .collect();
    for column in 0..size {
        let best =
            (column..size).max_by(|&a, &b| left[a][column].abs().total_cmp(&left[b][column].abs()));
        let Some(best) = best.filter(|&row| left[row][column].abs() > 1e-12) else {
            continue;
        };
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
