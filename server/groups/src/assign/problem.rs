//! The problem as the organiser states it. Every reference is a valid index.

use std::collections::BTreeMap;

use super::seating::Seating;
use crate::Limit;

/// How wishes are compared once as many seats as possible are filled.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fairness {
    /// Fewest people on the worst level (of their best seat), then on the next worst, …
    Leximin,
    /// Most seats of rank 1, then of rank 2, …
    RankMaximal,
    /// Fewest seats on the last level, then on the next to last, …
    Generous,
}

/// Where people may be seated.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fill {
    /// In any workshop. One without a wish for it comes last.
    Anything,
    /// Only in workshops the person wishes for. People without wishes may sit anywhere.
    WishesOnly,
}

/// Place of stability among the goals. It counts only with a previous plan.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Stability {
    /// Right after the seats filled: the fairness decides among plans with the fewest changes.
    First,
    /// After all other goals: the fewest changes decide among equally good plans.
    #[default]
    Last,
}

/// A workshop, offered in one or several slots. Sizes hold for each offer.
#[derive(Debug, Clone, PartialEq)]
pub struct Workshop {
    /// The id given in the input.
    pub id: String,
    /// Indices of the slots it is offered in, ascending.
    pub slots: Vec<usize>,
    /// Fewest people with whom an offer takes place.
    pub min: u32,
    /// Most people in an offer.
    pub max: u32,
    /// Most people of one organisation in an offer.
    pub organisation_max: u32,
    /// Indices of workshops that nobody may attend beside this one, in the order of the input.
    pub clashes: Vec<usize>,
}

/// A person with ranked wishes.
#[derive(Debug, Clone, PartialEq)]
pub struct Person {
    /// The id given in the input.
    pub id: String,
    /// Index into [`Problem::organisations`].
    pub organisation: Option<usize>,
    /// Indices of the slots the person attends, ascending.
    pub slots: Vec<usize>,
    /// Indices of the only workshops the person may attend, each once. `None` allows every workshop.
    pub workshops: Option<Vec<usize>>,
    /// Workshops by position as in the input, best first. Workshops of one position are tied.
    pub wishes: Vec<Vec<usize>>,
}

/// A fixed seat, by indices.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Seat {
    /// The person.
    pub person: usize,
    /// The slot.
    pub slot: usize,
    /// The workshop.
    pub workshop: usize,
}

/// An offer: one workshop in one slot, by indices.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Offer {
    /// The workshop.
    pub workshop: usize,
    /// The slot.
    pub slot: usize,
}

/// A checked problem. FORMAT.md describes each field.
///
/// [`Problem::from_json`] parses one. A caller that builds one by hand completes [`Problem::default`] and calls
/// [`Problem::validated`].
#[derive(Debug, Clone, PartialEq)]
pub struct Problem {
    /// Ids of the slots.
    pub slots: Vec<String>,
    /// The workshops, in the order of the input.
    pub workshops: Vec<Workshop>,
    /// The people, in the order of the input.
    pub people: Vec<Person>,
    /// Names of the organisations.
    pub organisations: Vec<String>,
    /// Seats that every plan keeps.
    pub fixed: Vec<Seat>,
    /// Offers that take place.
    pub open: Vec<Offer>,
    /// Offers that do not take place.
    pub closed: Vec<Offer>,
    /// Groups that sit in the same offer, or all without a seat, in every slot that all of them attend.
    pub together: Vec<Vec<usize>>,
    /// Groups of whom no two ever sit in the same offer.
    pub apart: Vec<Vec<usize>>,
    /// The fairness chosen.
    pub fairness: Fairness,
    /// Where people may be seated.
    pub fill: Fill,
    /// The previous plan by person and slot. `None` is a workshop that is gone.
    pub previous: BTreeMap<(usize, usize), Option<usize>>,
    /// Whether the fewest changes come before the fairness.
    pub stability: Stability,
    /// A plan to start from. It is no goal to stay near it; if it keeps the rules, the result is no worse.
    pub start: Option<Seating>,
    /// Draws between equals.
    pub seed: u64,
    /// When the search ends.
    pub limit: Limit,
}

impl Problem {
    /// The limit of a problem that states none.
    pub const DEFAULT_LIMIT: Limit = Limit::Seconds(20.0);
}

impl Default for Problem {
    /// No slots, workshops or people; the default fairness and limit.
    fn default() -> Self {
        Self {
            slots: Vec::new(),
            workshops: Vec::new(),
            people: Vec::new(),
            organisations: Vec::new(),
            fixed: Vec::new(),
            open: Vec::new(),
            closed: Vec::new(),
            together: Vec::new(),
            apart: Vec::new(),
            fairness: Fairness::Leximin,
            fill: Fill::Anything,
            previous: BTreeMap::new(),
            stability: Stability::Last,
            start: None,
            seed: 0,
            limit: Self::DEFAULT_LIMIT,
        }
    }
}

impl Problem {
    /// Whether the workshop is offered in the slot.
    pub fn is_offered(&self, workshop: usize, slot: usize) -> bool {
        self.workshops[workshop].slots.binary_search(&slot).is_ok()
    }

    /// Whether `people[].workshops` lets the person attend the workshop.
    pub fn is_allowed(&self, person: usize, workshop: usize) -> bool {
        let allowed = &self.people[person].workshops;
        (allowed.as_ref()).is_none_or(|allowed| allowed.contains(&workshop))
    }

    /// Whether the person attends the slot.
    pub fn attends(&self, person: usize, slot: usize) -> bool {
        self.people[person].slots.binary_search(&slot).is_ok()
    }
}
