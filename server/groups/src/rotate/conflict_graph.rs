//! The conflict graph: an edge joins two numbers that must not share a table.
//!
//! It is the union of cliques, the `apart` groups. Groups may be large and overlap in nearly everybody, so
//! rows are bit sets: a large group is added word by word, a repeated group only once, and a full row is left
//! alone.

#![expect(
    clippy::cast_possible_truncation,
    reason = "people are bounded far below u16::MAX by the problem"
)]

use std::collections::HashSet;

/// The union of cliques over the numbers below a count.
#[derive(Clone, Debug)]
pub struct ConflictGraph {
    /// For each number its neighbours, ascending.
    pub neighbours: Vec<Vec<u16>>,
    /// Whether a number is in one group twice.
    pub has_loop: bool,
}

/// Marks a number that is in no group.
const NO_GROUP: u16 = u16::MAX;

/// Builds the graph from its cliques.
pub fn conflict_graph(count: usize, groups: &[Vec<u16>]) -> ConflictGraph {
    // Only members of groups have rows: mostly few.
    let mut row_of = vec![NO_GROUP; count];
    for &member in groups.iter().flatten() {
        row_of[usize::from(member)] = 0;
    }
    let involved: Vec<u16> = (0..count as u16)
        .filter(|&number| row_of[usize::from(number)] != NO_GROUP)
        .collect();
    for (row, &number) in involved.iter().enumerate() {
        row_of[usize::from(number)] = row as u16;
    }
    let words = involved.len().div_ceil(64);
    let mut rows = vec![0_u64; involved.len() * words];
    let mut has_loop = false;
    let mut large: HashSet<Vec<u64>> = HashSet::new();
    let mut large_of: Vec<Vec<usize>> = vec![Vec::new(); involved.len()];
    let mut flat: Vec<u64> = Vec::new();
    for group in groups {
        let places: Vec<usize> = group
            .iter()
            .map(|&member| usize::from(row_of[usize::from(member)]))
            .collect();
        let mut bits = vec![0_u64; words];
        for &place in &places {
            let bit = 1 << (place % 64);
            has_loop |= bits[place / 64] & bit != 0;
            bits[place / 64] |= bit;
        }
        if group.len() < words {
            for (&one, &other) in places
                .iter()
                .flat_map(|one| places.iter().map(move |other| (one, other)))
            {
                rows[one * words + other / 64] |= 1 << (other % 64);
            }
        } else if !large.contains(&bits) {
            for &place in &places {
                large_of[place].push(flat.len());
            }
            flat.extend(&bits);
            large.insert(bits);
        }
    }
    for (row, groups) in rows.chunks_mut(words.max(1)).zip(&large_of) {
        for some in groups.chunks(16) {
            for &start in some {
                for (word, &others) in row.iter_mut().zip(&flat[start..]) {
                    *word |= others;
                }
            }
            let many: u32 = row.iter().map(|word| word.count_ones()).sum();
            if many as usize == involved.len() {
                break;
            }
        }
    }
    let mut neighbours = vec![Vec::new(); count];
    for (one, &number) in involved.iter().enumerate() {
        let row = &mut rows[one * words..][..words];
        row[one / 64] &= !(1 << (one % 64));
        let many: u32 = row.iter().map(|word| word.count_ones()).sum();
        let list = &mut neighbours[usize::from(number)];
        list.reserve_exact(many as usize);
        for (index, &word) in row.iter().enumerate() {
            let mut rest = word;
            while rest != 0 {
                list.push(involved[index * 64 + rest.trailing_zeros() as usize]);
                rest &= rest - 1;
            }
        }
    }
    ConflictGraph {
        neighbours,
        has_loop,
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::super::random::Random;
    use super::*;

    #[test]
    fn everybody_avoids_the_others_of_each_own_group() {
        let mut random = Random::new(1, 1);
        for size in [2, 5, 150] {
            let groups: Vec<Vec<u16>> = (0..12)
                .map(|_| {
                    let members: BTreeSet<usize> =
                        (0..size).map(|_| 7 + 3 * random.below(90)).collect();
                    members.into_iter().map(|member| member as u16).collect()
                })
                .collect();
            let found = conflict_graph(300, &groups);
            assert!(!found.has_loop);
            for (one, list) in (0..).zip(&found.neighbours) {
                let own = groups.iter().filter(|group| group.contains(&one));
                let others: BTreeSet<u16> = own
                    .flatten()
                    .copied()
                    .filter(|&other| other != one)
                    .collect();
                assert!(list.iter().eq(&others), "{one}");
            }
        }
    }

    #[test]
    fn a_group_with_one_number_twice_cannot_hold() {
        assert!(conflict_graph(4, &[vec![0, 2], vec![1, 3, 1]]).has_loop);
    }
}
