//! What the targets of a person would bring.

use super::super::Figure;

/// How a cost is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    Gain,
    Even,
    Loss,
    /// It breaks a rule that holds now.
    Forbidden,
}

impl Verdict {
    pub const fn word(self) -> &'static str {
        match self {
            Self::Gain => "gain",
            Self::Even => "even",
            Self::Loss => "loss",
            Self::Forbidden => "no",
        }
    }
}

/// What a change brings.
#[derive(Clone, Debug)]
pub struct Cost {
    pub verdict: Verdict,
    /// Whether nothing but the number of people at tables, or the seats of a workshop, stand against the change.
    pub breaks_sizes_alone: bool,
    /// The differences that are none, the most important first.
    pub differences: Differences,
}

/// What a change makes different.
#[derive(Clone, Debug)]
pub enum Differences {
    /// In a café.
    Figures(Vec<(Figure, i64)>),
    /// Among workshops.
    Standings {
        /// Those of the person who is held, before and after.
        own: Option<(Standing, Standing)>,
        /// Those of the other one of an exchange.
        other: Option<(Standing, Standing)>,
        is_exchange: bool,
        /// How many more pairs of one organisation share a workshop.
        colleagues: i64,
    },
}

/// What somebody has in a slot.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    NoSeat,
    /// A workshop that was not wished for.
    NoWish,
    /// The wish of this rank.
    Rank(usize),
}

/// What every target of one person would bring in a round. `None` where nothing would change.
#[derive(Debug)]
pub struct Costs {
    /// By table, or by workshop.
    pub tables: Vec<Option<Cost>>,
    /// Of an exchange with each person.
    pub people: Vec<Option<Cost>>,
}
