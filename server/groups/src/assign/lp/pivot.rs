//! One pivot of the simplex method.

use super::{BasicVariable, EnteringVariable, Lp};

const TOLERANCE: f64 = 1e-9;
/// Pivots after which the basis is inverted again.
const REFACTOR_AFTER: usize = 150;

impl Lp {
    /// Lets a variable enter the basis. Returns `false` if the pivot element is too small.
    pub fn pivot(&mut self, entering: EnteringVariable) -> bool {
        let reduced = self.compute_reduced_cost(entering);
        let unit = match entering {
            EnteringVariable::Column(column) => self.columns[column].unit,
            EnteringVariable::Slack(_) => None,
        };
        let mut direction = self.direction(entering);
        let mut touched: Vec<usize> = Vec::new();
        if let Some(unit) = unit {
            self.key_rates[unit] = 1.0;
            touched.push(unit);
        }
        for (position, &step) in direction.iter().enumerate() {
            if step != 0.0
                && let BasicVariable::Column(column) = self.basis[position]
                && let Some(unit) = self.columns[column].unit
            {
                if self.key_rates[unit] == 0.0 {
                    touched.push(unit);
                }
                self.key_rates[unit] -= step;
            }
        }
        let leaving = self.ratio_test(&direction, &touched);
        let Some((pivot, leaving_variable)) = leaving else {
            for unit in touched {
                self.key_rates[unit] = 0.0;
            }
            return false;
        };
        let theta = match leaving_variable {
            Leaving::Position(position) => self.values[position] / pivot,
            Leaving::Key(unit) => self.key_value[unit] / pivot,
        }
        .max(0.0);
        for (value, &step) in self.values.iter_mut().zip(&direction) {
            *value -= theta * step;
        }
        for unit in touched {
            self.key_value[unit] -= theta * self.key_rates[unit];
            self.key_rates[unit] = 0.0;
        }
        let position = match leaving_variable {
            Leaving::Position(position) => position,
            Leaving::Key(leaving) => {
                let old = self.key[leaving];
                let Some(&position) = self.non_keys[leaving].first() else {
                    // The entering column replaces the key column of its own unit.
                    if let EnteringVariable::Column(column) = entering {
                        self.in_basis[old] = false;
                        self.in_basis[column] = true;
                        self.key[leaving] = column;
                        self.key_value[leaving] = theta;
                    }
                    return true;
                };
                self.swap_key(leaving, position, &mut direction, unit == Some(leaving));
                position
            }
        };
        let step = Step {
            direction: &direction,
            reduced_cost: reduced,
            length: theta,
        };
        self.update_basis(position, entering, &step);
        if self.pivots_since_refactor >= REFACTOR_AFTER {
            self.refactor();
        }
        true
    }

    /// Decrease of each basic value per unit of the entering variable.
    fn direction(&self, entering: EnteringVariable) -> Vec<f64> {
        let mut direction = vec![0.0; self.basis.len()];
        let mut add = |row: usize, a: f64| {
            for (total, &entry) in direction.iter_mut().zip(&self.inverse[row]) {
                *total += a * entry;
            }
        };
        match entering {
            EnteringVariable::Slack(row) => add(row, 1.0),
            EnteringVariable::Column(column) => {
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

    /// Ratio test: the basic variable that reaches zero first, with the largest pivot among near ties (Harris
    /// 1973).
    fn ratio_test(&self, direction: &[f64], touched: &[usize]) -> Option<(f64, Leaving)> {
        let positions = direction
            .iter()
            .enumerate()
            .filter(|&(_, &step)| step > 1e-7)
            .map(|(position, &step)| (step, self.values[position], Leaving::Position(position)));
        let keys = touched
            .iter()
            .filter(|&&unit| self.key_rates[unit] > 1e-7)
            .map(|&unit| {
                (
                    self.key_rates[unit],
                    self.key_value[unit],
                    Leaving::Key(unit),
                )
            });
        let candidates: Vec<(f64, f64, Leaving)> = positions.chain(keys).collect();
        let reach = candidates
            .iter()
            .map(|&(step, value, _)| (value.max(0.0) + TOLERANCE) / step)
            .fold(f64::INFINITY, f64::min);
        candidates
            .into_iter()
            .filter(|&(step, value, _)| value.max(0.0) / step <= reach)
            .max_by(|a, b| a.0.total_cmp(&b.0))
            .map(|(step, _, leaving_variable)| (step, leaving_variable))
    }

    /// Exchanges the key column of a unit with its column at `position`.
    fn swap_key(
        &mut self,
        unit: usize,
        position: usize,
        direction: &mut [f64],
        entering_here: bool,
    ) {
        let non_keys = std::mem::take(&mut self.non_keys[unit]);
        for column in &mut self.inverse {
            let sum: f64 = non_keys.iter().map(|&other| column[other]).sum();
            column[position] = -sum;
        }
        let sum: f64 = non_keys.iter().map(|&other| direction[other]).sum();
        direction[position] = f64::from(u8::from(entering_here)) - sum;
        if let BasicVariable::Column(new_key) = self.basis[position] {
            self.basis[position] = BasicVariable::Column(self.key[unit]);
            self.key[unit] = new_key;
            std::mem::swap(&mut self.key_value[unit], &mut self.values[position]);
        }
        self.non_keys[unit] = non_keys;
    }

    fn update_basis(&mut self, position: usize, entering: EnteringVariable, step: &Step<'_>) {
        let Step {
            direction,
            reduced_cost,
            length,
        } = *step;
        let pivot = direction[position];
        for (dual, column) in self.duals.iter_mut().zip(&mut self.inverse) {
            let factor = column[position] / pivot;
            if factor != 0.0 {
                *dual += reduced_cost * factor;
                for (entry, &step) in column.iter_mut().zip(direction) {
                    *entry -= factor * step;
                }
                column[position] = factor;
            }
        }
        match self.basis[position] {
            BasicVariable::Column(old) => {
                self.in_basis[old] = false;
                if let Some(unit) = self.columns[old].unit {
                    self.non_keys[unit].retain(|&other| other != position);
                }
            }
            BasicVariable::Slack(row) => self.slack_in_basis[row] = false,
            BasicVariable::Artificial(_) => {}
        }
        self.basis[position] = match entering {
            EnteringVariable::Column(column) => {
                self.in_basis[column] = true;
                if let Some(unit) = self.columns[column].unit {
                    self.non_keys[unit].push(position);
                }
                BasicVariable::Column(column)
            }
            EnteringVariable::Slack(row) => {
                self.slack_in_basis[row] = true;
                BasicVariable::Slack(row)
            }
        };
        self.values[position] = length;
        self.pivots_since_refactor += 1;
    }
}

#[derive(Debug, Clone, Copy)]
enum Leaving {
    Position(usize),
    Key(usize),
}

/// A step of the simplex method along an edge.
#[derive(Debug, Clone, Copy)]
struct Step<'a> {
    /// Decrease of each basic value per unit of the step.
    direction: &'a [f64],
    reduced_cost: f64,
    length: f64,
}
