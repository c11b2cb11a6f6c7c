//! Rounds, which the input counts from 1.

use crate::input::Field;

use super::super::problem::Index;

/// The index of a round named by its number.
pub fn round_index(field: &Field<'_>, rounds: usize) -> Option<Index> {
    let number = field.whole_number()?;
    let round = usize::try_from(number).unwrap_or(usize::MAX);
    if (1..=rounds).contains(&round) {
        return Some(round - 1);
    }
    // Where the number of rounds could not be read, that has been said.
    if rounds > 0 {
        field.add_fault(format!("there is no round {number}"));
    }
    None
}
