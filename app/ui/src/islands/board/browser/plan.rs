//! The problem and the seats of a board.

use groups::{assign, rotate};

use super::costs::Costs;
use super::{cafe_costs, workshop_costs};

/// What the board shows.
#[derive(Debug)]
pub enum Plan {
    Cafe {
        problem: rotate::Problem,
        seating: rotate::Seating,
    },
    Workshops {
        problem: assign::Problem,
        seating: assign::Seating,
    },
}

impl Plan {
    /// Reads `data-problem`. `None` for any other text.
    pub fn read(text: &str, is_of_workshops: bool) -> Option<Self> {
        if is_of_workshops {
            let (problem, seating) = assign::read_compact(text)?;
            Some(Self::Workshops { problem, seating })
        } else {
            let (problem, seating) = rotate::read_compact(text)?;
            Some(Self::Cafe { problem, seating })
        }
    }

    /// What every target of a person would bring in a round, or a slot. `None` if there is no such person or round.
    pub fn costs(&self, person: usize, round: usize) -> Option<Costs> {
        match self {
            Self::Cafe { problem, seating } => {
                let exists = person < problem.people.len() && round < problem.rounds;
                exists.then(|| cafe_costs::evaluate(problem, seating, (person, round)))
            }
            Self::Workshops { problem, seating } => {
                let exists = person < problem.people.len() && round < problem.slots.len();
                exists.then(|| workshop_costs::evaluate(problem, seating, (person, round)))
            }
        }
    }
}
