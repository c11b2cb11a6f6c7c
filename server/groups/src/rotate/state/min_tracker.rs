//! The minimum of a changing multiset of small numbers.

/// The minimum of a changing multiset of small numbers.
#[derive(Clone, Debug, Default)]
pub struct MinTracker {
    count: Vec<u32>,
    smallest: usize,
}

impl MinTracker {
    pub fn new(values: impl Iterator<Item = u16>, capacity: usize) -> Self {
        let mut count = vec![0; capacity + 2];
        values.for_each(|value| count[usize::from(value)] += 1);
        Self { count, smallest: 0 }
    }

    pub fn change(&mut self, from: u16, to: u16) {
        self.count[usize::from(from)] -= 1;
        self.count[usize::from(to)] += 1;
        self.smallest = self.smallest.min(usize::from(to));
    }

    pub fn get(&mut self) -> usize {
        while self.smallest + 1 < self.count.len() && self.count[self.smallest] == 0 {
            self.smallest += 1;
        }
        if self.smallest + 1 == self.count.len() {
            0
        } else {
            self.smallest
        }
    }
}
