//! Round numbers, which count from 1 in the input.

use crate::input::Field;

use super::super::problem::Index;

/// The index of a round.
pub fn round_index(field: &Field<'_>, rounds: usize) -> Option<Index> {
    let number = field.whole_number()?;
    let round = usize::try_from(number).unwrap_or(usize::MAX);
    if (1..=rounds).contains(&round) {
        return Some(round - 1);
    }
    // A number of rounds that could not be read is a fault already.
    if rounds > 0 {
        field.add_fault(format!("there is no round {number}"));
    }
    None
}
