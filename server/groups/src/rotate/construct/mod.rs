//! Plans that theory gives at once: patterns of *places*, to which people are then assigned.
//!
//! A pattern says for every place (not yet a person) where it sits in each round. [`cafe`] moves everybody through all
//! tables; [`affine`] and [`developed`] only care that no two places meet twice. [`labelling`] decides who takes which
//! place. What a pattern cannot know (absences, uneven limits, rules) is settled afterwards, round by round, by the
//! seating nearest to it.

mod affine;
pub mod apply;
mod cafe;
mod developed;
mod difference;
mod field;
mod group;
mod labelling;

/// Where each place sits: `rounds[round][place]` is a table.
#[derive(Clone, Debug)]
pub struct Pattern {
    pub rounds: Vec<Vec<u16>>,
    /// The parts of places that never meet one another.
    pub class_of: Vec<u16>,
    pub name: &'static str,
}
