//! What the rows and columns of the linear program mean, and which rows it still lacks.

use std::collections::HashMap;

use super::super::model::{Model, NONE};
use super::super::standing::Goal;
use super::{MOST_ROWS, Master, float, share_of, whole};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum RowKind {
    /// People in an offer, at most.
    Room(usize),
    /// People in an offer, at least; negated.
    Minimum(usize),
    /// Members of a group in an offer, at most.
    Group { group: usize, offer: usize },
    /// A tangent of the number of pairs: `factor` × members − pairs.
    Pairs {
        group: usize,
        offer: usize,
        factor: i64,
    },
    /// The value of a goal.
    Goal(Goal),
}

/// A row that is lacking.
#[derive(Debug)]
pub(super) struct Broken {
    by: f64,
    pub kind: RowKind,
    pub limit: i64,
}

#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(super) enum Meaning {
    Seats { unit: usize, offers: Vec<usize> },
    Pairs { group: usize, offer: usize },
}

impl Master<'_> {
    /// Rows for limits that the columns chosen break.
    pub(super) fn broken_rows(&self, model: &Model, goal: Goal) -> Vec<Broken> {
        let mut members: HashMap<(usize, usize), f64> = HashMap::new();
        let mut pairs: HashMap<(usize, usize), f64> = HashMap::new();
        for (column, value) in self.lp.chosen() {
            match &self.meanings[column] {
                Meaning::Seats { unit, offers } => {
                    for (decision, &offer) in model.units[*unit].decisions.iter().zip(offers) {
                        if offer != NONE {
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
                Meaning::Pairs { group, offer } => {
                    pairs.insert((*group, *offer), value);
                }
            }
        }
        let spread = goal == Goal::Spread
            || self
                .rows
                .iter()
                .any(|&(kind, _)| kind == RowKind::Goal(Goal::Spread));
        let mut broken: Vec<Broken> = Vec::new();
        for (&(group, offer), &count) in &members {
            let limit = if group < self.organisations {
                model.offers[offer].organisation_max
            } else {
                1
            };
            if count > f64::from(limit) + 1e-4 {
                broken.push(Broken {
                    by: count - f64::from(limit),
                    kind: RowKind::Group { group, offer },
                    limit: i64::from(limit),
                });
            }
            if spread && group < self.organisations && count > 1.0 + 1e-4 {
                let factor = (count + 1e-6).floor();
                let least = factor * count - factor * (factor + 1.0) / 2.0;
                let by = least - pairs.get(&(group, offer)).copied().unwrap_or(0.0);
                if by > 1e-4 {
                    let factor = whole(factor);
                    broken.push(Broken {
                        by,
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
        broken.retain(|row| !self.rows.contains(&(row.kind, row.limit)));
        broken
    }

    /// Of these rows those broken most, as many as there is room for, in an order that does not change from run to run.
    pub(super) fn most_broken(&self, mut broken: Vec<Broken>) -> Vec<Broken> {
        let place = |row: &Broken| match row.kind {
            RowKind::Group { group, offer } => (0, group, offer),
            RowKind::Pairs { group, offer, .. } => (1, group, offer),
            _ => (2, 0, 0),
        };
        broken.sort_by_key(place);
        let room = MOST_ROWS.saturating_sub(self.rows.len());
        if broken.len() > room {
            broken.sort_by(|a, b| b.by.total_cmp(&a.by));
            broken.truncate(room);
        }
        broken
    }
}

/// What a column adds to a goal.
pub(super) fn goal_value(model: &Model, goal: Goal, meaning: &Meaning) -> f64 {
    match meaning {
        Meaning::Pairs { .. } => float(i64::from(goal == Goal::Spread)),
        Meaning::Seats { unit, offers } => {
            let unit = &model.units[*unit];
            let mut value = 0;
            for (decision, &offer) in unit.decisions.iter().zip(offers) {
                value += decision
                    .people
                    .iter()
                    .map(|&p| goal.of_seat(model, p, decision.slot, offer))
                    .sum::<i64>();
            }
            if let Goal::Standing(_) = goal {
                for &person in unit
                    .people
                    .iter()
                    .filter(|&&person| model.people[person].wishes)
                {
                    let seats = unit
                        .decisions
                        .iter()
                        .zip(offers)
                        .filter(|(d, _)| d.people.contains(&person));
                    let best = seats.map(|(_, &offer)| model.level(person, offer)).min();
                    value += goal.of_standing(best.unwrap_or(model.no_seat()));
                }
            }
            float(value)
        }
    }
}

/// What a column has in a row.
pub(super) fn coefficient(
    model: &Model,
    groups_of: &[Vec<usize>],
    kind: RowKind,
    meaning: &Meaning,
) -> f64 {
    let seated = |wanted: usize, member: &dyn Fn(usize) -> bool| -> f64 {
        let Meaning::Seats { unit, offers } = meaning else {
            return 0.0;
        };
        let decisions = model.units[*unit]
            .decisions
            .iter()
            .zip(offers)
            .filter(|&(_, &offer)| offer == wanted);
        decisions
            .map(|(d, _)| share_of(d.people.iter().filter(|&&p| member(p)).count()))
            .sum()
    };
    match kind {
        RowKind::Room(offer) => seated(offer, &|_| true),
        RowKind::Minimum(offer) => -seated(offer, &|_| true),
        RowKind::Group { group, offer } => {
            seated(offer, &|person| groups_of[person].contains(&group))
        }
        RowKind::Pairs {
            group,
            offer,
            factor,
        } => {
            if *meaning == (Meaning::Pairs { group, offer }) {
                return -1.0;
            }
            float(factor) * seated(offer, &|person| groups_of[person].contains(&group))
        }
        RowKind::Goal(goal) => goal_value(model, goal, meaning),
    }
}
