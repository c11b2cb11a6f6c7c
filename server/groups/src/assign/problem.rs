//! The problem as the organiser states it, checked: every reference is an index that exists.

use std::collections::BTreeMap;

/// How wishes are weighed against one another once as many seats as possible are filled.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fairness {
    /// Fewest people on the worst standing (the best wish a person holds), then on the next worst, …
    Leximin,
    /// Most seats of rank 1, then of rank 2, …
    RankMaximal,
    /// Fewest seats on the last level, then on the next to last, …
    Generous,
}

/// Where people may be seated.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fill {
    /// In any workshop; one not wished for comes last.
    Anything,
    /// Only in workshops they asked for; people without wishes may sit anywhere.
    WishesOnly,
}

/// A workshop, offered in one or several slots. The sizes hold for each offer.
#[derive(Debug, Clone)]
pub struct Workshop {
    /// The id given in the input.
    pub id: String,
    /// Indices of the slots it is offered in, ascending.
    pub slots: Vec<usize>,
    /// The fewest people with whom an offer takes place.
    pub min: u32,
    /// The most people in an offer.
    pub max: u32,
    /// The most people of one organisation in an offer.
    pub organisation_max: u32,
    /// Indices of workshops nobody may attend beside this one, in the order of the input.
    pub clashes: Vec<usize>,
}

/// A person with ranked wishes.
#[derive(Debug, Clone)]
pub struct Person {
    /// The id given in the input.
    pub id: String,
    /// Index into [`Problem::organisations`]; `None` belongs to nobody's organisation.
    pub organisation: Option<usize>,
    /// Indices of the slots the person attends, ascending.
    pub slots: Vec<usize>,
    /// Workshops by position, best first; those sharing a position are tied. As in the input.
    pub wishes: Vec<Vec<usize>>,
}

/// A seat that must be kept. All three are indices.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Seat {
    /// The person.
    pub person: usize,
    /// The slot.
    pub slot: usize,
    /// The workshop.
    pub workshop: usize,
}

/// A checked problem. See the README for the meaning of each field.
#[derive(Debug, Clone)]
pub struct Problem {
    /// Ids of the slots.
    pub slots: Vec<String>,
    /// The workshops, in the order of the input.
    pub workshops: Vec<Workshop>,
    /// The people, in the order of the input.
    pub people: Vec<Person>,
    /// Names of the organisations.
    pub organisations: Vec<String>,
    /// Seats that must be kept.
    pub fixed: Vec<Seat>,
    /// Groups that sit in the same offer in every slot all of them attend, or none of them there.
    pub together: Vec<Vec<usize>>,
    /// Groups of whom no two ever sit in the same offer.
    pub apart: Vec<Vec<usize>>,
    /// The fairness chosen.
    pub fairness: Fairness,
    /// Where people may be seated.
    pub fill: Fill,
    /// Seats of the previous plan, of people, slots and workshops that still exist; a workshop that is
    /// gone is `None`. Keyed by person and slot.
    pub previous: BTreeMap<(usize, usize), Option<usize>>,
    /// Draws ties.
    pub seed: u64,
    /// Wall time for the whole process, in seconds.
    pub seconds: f64,
}

impl Problem {
    /// Whether the workshop is offered in the slot.
    pub fn is_offered(&self, workshop: usize, slot: usize) -> bool {
        self.workshops[workshop].slots.binary_search(&slot).is_ok()
    }

    /// Whether the person attends the slot.
    pub fn attends(&self, person: usize, slot: usize) -> bool {
        self.people[person].slots.binary_search(&slot).is_ok()
    }
}
