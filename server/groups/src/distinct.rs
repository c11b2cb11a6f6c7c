//! Lists of indices.

use std::collections::HashSet;

/// Whether all indices are below the count, and each comes once.
pub(crate) fn are_distinct(indices: &[usize], count: usize) -> bool {
    let mut seen = HashSet::new();
    (indices.iter()).all(|&index| index < count && seen.insert(index))
}
