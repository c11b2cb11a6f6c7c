//! Disjoint sets of numbers (union-find with path halving; Tarjan and van Leeuwen, J. ACM 31, 1984).

/// A partition of the numbers below a count. The smallest number of a set represents it.
#[derive(Clone, Debug)]
pub struct DisjointSets {
    parent: Vec<usize>,
}

impl DisjointSets {
    /// A set for each number.
    pub fn new(count: usize) -> Self {
        Self {
            parent: (0..count).collect(),
        }
    }

    /// The smallest number of the set.
    pub fn find(&mut self, mut number: usize) -> usize {
        let parent = &mut self.parent;
        while parent[number] != number {
            parent[number] = parent[parent[number]];
            number = parent[number];
        }
        number
    }

    /// Joins two sets.
    pub fn union(&mut self, one: usize, other: usize) {
        let (one, other) = (self.find(one), self.find(other));
        self.parent[one.max(other)] = one.min(other);
    }
}
