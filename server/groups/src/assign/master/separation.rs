//! Separation: finds rows that the present solution violates and the master problem lacks.

use std::collections::HashMap;

use super::super::convert::rounded_count;
use super::super::goals::Goal;
use super::super::model::{Model, NO_OFFER};
use super::MasterProblem;
use super::rows::{MAX_ROWS, MasterColumn, RowKind, ViolatedRow};

impl MasterProblem<'_> {
    /// Rows that the present solution violates.
    pub(super) fn violated_rows(&self, model: &Model, goal: Goal) -> Vec<ViolatedRow> {
        let mut members: HashMap<(usize, usize), f64> = HashMap::new();
        let mut pairs: HashMap<(usize, usize), f64> = HashMap::new();
        for (column, value) in self.lp.positive_columns() {
            match &self.columns[column] {
                MasterColumn::Seats { unit, offers } => {
                    for (decision, &offer) in model.units[*unit].decisions.iter().zip(offers) {
                        if offer != NO_OFFER {
                            for group in decision
                                .people
                                .iter()
                                .flat_map(|&person| &self.groups_of[person])
                            {
                                *members.entry((*group, offer)).or_insert(0.0) += value;
                            }
                        }
                    }
                }
                MasterColumn::Pairs { group, offer } => {
                    pairs.insert((*group, *offer), value);
                }
            }
        }
        let spread = goal == Goal::Spread
            || self
                .rows
                .iter()
                .any(|&(kind, _)| kind == RowKind::Goal(Goal::Spread));
        let mut violated: Vec<ViolatedRow> = Vec::new();
        for (&(group, offer), &count) in &members {
            let limit = if group < self.organisations {
                model.offers[offer].organisation_max
            } else {
                1
            };
            if count > f64::from(limit) + 1e-4 {
                violated.push(ViolatedRow {
                    violation: count - f64::from(limit),
                    kind: RowKind::Group { group, offer },
                    limit: i64::from(limit),
                });
            }
            if spread && group < self.organisations && count > 1.0 + 1e-4 {
                let factor = (count + 1e-6).floor();
                let least = factor * count - factor * (factor + 1.0) / 2.0;
                let violation = least - pairs.get(&(group, offer)).copied().unwrap_or(0.0);
                if violation > 1e-4 {
                    let factor = rounded_count(factor);
                    violated.push(ViolatedRow {
                        violation,
                        kind: RowKind::Pairs {
                            group,
                            offer,
                            factor,
                        },
                        limit: factor * (factor + 1) / 2,
                    });
                }
            }
        }
        violated.retain(|row| !self.rows.contains(&(row.kind, row.limit)));
        violated
    }

    /// The most violated of these rows, as many as [`MAX_ROWS`] leaves room for. The order is fixed, so that
    /// runs repeat.
    pub(super) fn most_violated(&self, mut violated: Vec<ViolatedRow>) -> Vec<ViolatedRow> {
        let place = |row: &ViolatedRow| match row.kind {
            RowKind::Group { group, offer } => (0, group, offer),
            RowKind::Pairs { group, offer, .. } => (1, group, offer),
            _ => (2, 0, 0),
        };
        violated.sort_by_key(place);
        let perturbation = MAX_ROWS.saturating_sub(self.rows.len());
        if violated.len() > perturbation {
            violated.sort_by(|a, b| b.violation.total_cmp(&a.violation));
            violated.truncate(perturbation);
        }
        violated
    }
}
