//! Meaning of the rows and columns of the master problem.

use super::super::convert::{float, float_count};
use super::super::goals::Goal;
use super::super::model::Model;

/// Limit of the rows. A violated row beyond it makes the bound weaker, not wrong.
pub(super) const MAX_ROWS: usize = 900;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum RowKind {
    /// Most people in an offer.
    Capacity(usize),
    /// Fewest people in an offer, negated.
    Minimum(usize),
    /// Most members of a group in an offer.
    Group { group: usize, offer: usize },
    /// A tangent of the number of pairs: `factor` × members − pairs ≤ limit.
    Pairs {
        group: usize,
        offer: usize,
        factor: i64,
    },
    /// Value of a goal, fixed or free.
    Goal(Goal),
}

/// A row that the present solution violates.
#[derive(Debug)]
pub(super) struct ViolatedRow {
    pub violation: f64,
    pub kind: RowKind,
    pub limit: i64,
}

#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(super) enum MasterColumn {
    Seats { unit: usize, offers: Vec<usize> },
    Pairs { group: usize, offer: usize },
}

/// Coefficient of a column in a goal.
pub(super) fn goal_coefficient(model: &Model, goal: Goal, column: &MasterColumn) -> f64 {
    match column {
        MasterColumn::Pairs { .. } => float(i64::from(goal == Goal::Spread)),
        MasterColumn::Seats { unit, offers } => {
            let unit = &model.units[*unit];
            let mut value = 0;
            for (decision, &offer) in unit.decisions.iter().zip(offers) {
                value += decision
                    .people
                    .iter()
                    .map(|&p| goal.seat_value(model, p, decision.slot, offer))
                    .sum::<i64>();
            }
            if let Goal::BestLevel(_) = goal {
                for &person in unit
                    .people
                    .iter()
                    .filter(|&&person| model.people[person].has_wishes)
                {
                    let seats = unit
                        .decisions
                        .iter()
                        .zip(offers)
                        .filter(|(d, _)| d.people.contains(&person));
                    let best = seats.map(|(_, &offer)| model.level(person, offer)).min();
                    value += goal.best_level_value(best.unwrap_or(model.no_seat()));
                }
            }
            float(value)
        }
    }
}

/// Coefficient of a column in a row.
pub(super) fn coefficient(
    model: &Model,
    groups_of: &[Vec<usize>],
    kind: RowKind,
    column: &MasterColumn,
) -> f64 {
    let inspection = |wanted: usize, member: &dyn Fn(usize) -> bool| -> f64 {
        let MasterColumn::Seats { unit, offers } = column else {
            return 0.0;
        };
        let decisions = model.units[*unit]
            .decisions
            .iter()
            .zip(offers)
            .filter(|&(_, &offer)| offer == wanted);
        decisions
            .map(|(d, _)| float_count(d.people.iter().filter(|&&p| member(p)).count()))
            .sum()
    };
    match kind {
        RowKind::Capacity(offer) => inspection(offer, &|_| true),
        RowKind::Minimum(offer) => -inspection(offer, &|_| true),
        RowKind::Group { group, offer } => {
            inspection(offer, &|person| groups_of[person].contains(&group))
        }
        RowKind::Pairs {
            group,
            offer,
            factor,
        } => {
            if *column == (MasterColumn::Pairs { group, offer }) {
                return -1.0;
            }
            float(factor) * inspection(offer, &|person| groups_of[person].contains(&group))
        }
        RowKind::Goal(goal) => goal_coefficient(model, goal, column),
    }
}
