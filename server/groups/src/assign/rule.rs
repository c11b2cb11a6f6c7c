//! Hard rules, and how they are worded.

use super::problem::{Offer, Problem};
use crate::error::quote_id;

/// A hard rule, by its position in the lists of [`Problem`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Rule {
    /// `rules.fixed[i]`
    Fixed(usize),
    /// `rules.together[i]`
    Together(usize),
    /// `rules.apart[i]`
    Apart(usize),
    /// `rules.open[i]`
    Open(usize),
    /// `rules.closed[i]`
    Closed(usize),
    /// `workshops[i].min`
    Min(usize),
    /// `workshops[i].max`
    Max(usize),
    /// `workshops[i].organisation_max`
    OrganisationMax(usize),
    /// `workshops[i].clashes[j]`
    Clash(usize, usize),
    /// `workshops[i].slots`
    WorkshopSlots(usize),
    /// `people[i].slots`
    PersonSlots(usize),
    /// `people[i].workshops`
    PersonWorkshops(usize),
    /// `fill`
    Fill,
}

impl Rule {
    /// The rule as one line: its path in the input and its ids.
    pub fn describe(self, problem: &Problem) -> String {
        let workshop = |i: usize| &problem.workshops[i];
        let id = |i: usize| quote_id(&problem.workshops[i].id);
        let names = |group: &[usize]| {
            let names: Vec<String> = group
                .iter()
                .map(|&person| quote_id(&problem.people[person].id))
                .collect();
            names.join(", ")
        };
        let slots = |slots: &[usize]| {
            let names: Vec<String> = slots
                .iter()
                .map(|&slot| quote_id(&problem.slots[slot]))
                .collect();
            names.join(", ")
        };
        let offer = |offer: Offer| {
            let slot = quote_id(&problem.slots[offer.slot]);
            format!("{} in slot {slot}", id(offer.workshop))
        };
        match self {
            Rule::Fixed(i) => {
                let seat = problem.fixed[i];
                let person = quote_id(&problem.people[seat.person].id);
                let slot = quote_id(&problem.slots[seat.slot]);
                format!(
                    "rules.fixed[{i}]: {person} sits in {} in slot {slot}",
                    id(seat.workshop)
                )
            }
            Rule::Together(i) => format!("rules.together[{i}]: {}", names(&problem.together[i])),
            Rule::Apart(i) => format!("rules.apart[{i}]: {}", names(&problem.apart[i])),
            Rule::Open(i) => format!("rules.open[{i}]: {} takes place", offer(problem.open[i])),
            Rule::Closed(i) => format!(
                "rules.closed[{i}]: {} does not take place",
                offer(problem.closed[i])
            ),
            Rule::Min(i) => format!(
                "workshops[{i}].min: {} takes place from {}",
                id(i),
                workshop(i).min
            ),
            Rule::Max(i) => format!(
                "workshops[{i}].max: {} has room for {}",
                id(i),
                workshop(i).max
            ),
            Rule::OrganisationMax(i) => format!(
                "workshops[{i}].organisation_max: {} takes {} of one organisation",
                id(i),
                workshop(i).organisation_max
            ),
            Rule::Clash(i, j) => {
                let other = id(workshop(i).clashes[j]);
                format!("workshops[{i}].clashes[{j}]: {} and {}", id(i), other)
            }
            Rule::WorkshopSlots(i) => {
                format!(
                    "workshops[{i}].slots: {} is offered in {}",
                    id(i),
                    slots(&workshop(i).slots)
                )
            }
            Rule::PersonSlots(i) => {
                format!(
                    "people[{i}].slots: {} attends {}",
                    quote_id(&problem.people[i].id),
                    slots(&problem.people[i].slots)
                )
            }
            Rule::PersonWorkshops(i) => {
                let allowed = problem.people[i].workshops.iter().flatten();
                let allowed: Vec<String> = allowed.map(|&workshop| id(workshop)).collect();
                let allowed = if allowed.is_empty() {
                    "nothing".to_owned()
                } else {
                    allowed.join(", ")
                };
                format!(
                    "people[{i}].workshops: {} may attend {allowed}",
                    quote_id(&problem.people[i].id)
                )
            }
            Rule::Fill => "fill: wishes-only".into(),
        }
    }
}
