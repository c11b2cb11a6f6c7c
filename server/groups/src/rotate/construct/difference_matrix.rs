//! Difference matrices modulo T, found by backtracking.
//!
//! In a difference matrix (Bose and Bush, *Orthogonal arrays of strength two and three*, 1952; Colbourn and
//! Dinitz, *Handbook of Combinatorial Designs*, VI.17) the differences of two rows are distinct. One with
//! fewer columns than T exists more often than a full one. Random trials, row by row, find it in
//! milliseconds.

use super::super::random::Random;

/// The matrix to find.
#[derive(Clone, Copy, Debug)]
pub struct MatrixShape {
    pub modulus: usize,
    pub rows: usize,
    pub columns: usize,
    /// Entries that are equal modulo this number count as one topic. It divides the modulus.
    pub topics: usize,
}

/// Steps of one attempt.
const STEPS: usize = 20_000;

/// Limits of the search.
#[derive(Clone, Copy, Debug)]
pub struct SearchBudget {
    /// Most attempts end after a few hundred steps, in a row that cannot be continued.
    pub attempts: usize,
    /// Steps of all attempts.
    pub steps: usize,
}

/// Finds `rows[b][r]`.
///
/// No row, and no difference of two rows, repeats a number. A row has each topic at most ⌈columns / topics⌉
/// times and begins with 0. Returns `None` if the budget is exhausted or the caller ends the search.
pub fn find_rows(
    shape: MatrixShape,
    budget: SearchBudget,
    random: &mut Random,
    should_stop: &dyn Fn() -> bool,
) -> Option<Vec<Vec<usize>>> {
    let mut left = budget.steps;
    for attempt in 0..budget.attempts {
        // The first attempt is short and often enough.
        if attempt > 0 && should_stop() {
            return None;
        }
        let mut attempt = RowSearch::new(shape);
        if attempt.run(random) {
            return Some(attempt.rows);
        }
        // The start of an attempt costs steps, too.
        left = left.checked_sub(STEPS - attempt.steps + shape.rows * shape.columns)?;
    }
    None
}

struct RowSearch {
    shape: MatrixShape,
    rows: Vec<Vec<usize>>,
    /// Numbers in use: differences to each earlier row, and last the entries of the current row.
    taken: Vec<Vec<bool>>,
    topic_use: Vec<usize>,
    steps: usize,
}

impl RowSearch {
    fn new(shape: MatrixShape) -> Self {
        Self {
            shape,
            rows: Vec::new(),
            taken: Vec::new(),
            topic_use: vec![0; shape.topics],
            steps: STEPS,
        }
    }

    fn run(&mut self, random: &mut Random) -> bool {
        while self.rows.len() < self.shape.rows {
            self.begin_row();
            let mut numbers: Vec<usize> = (1..self.shape.modulus).collect();
            random.shuffle(&mut numbers);
            if !self.extend(&numbers, random) {
                return false;
            }
        }
        true
    }

    fn begin_row(&mut self) {
        let modulus = self.shape.modulus;
        self.rows.push(Vec::with_capacity(self.shape.columns));
        self.taken = vec![vec![false; modulus]; self.rows.len()];
        self.topic_use = vec![0; self.shape.topics];
        self.put(0);
    }

    fn put(&mut self, number: usize) {
        let modulus = self.shape.modulus;
        let Some((row, before)) = self.rows.split_last_mut() else {
            return;
        };
        let column = row.len();
        for (taken, other) in self.taken.iter_mut().zip(before.iter()) {
            taken[(number + modulus - other[column]) % modulus] = true;
        }
        if let Some(own) = self.taken.last_mut() {
            own[number] = true;
        }
        self.topic_use[number % self.shape.topics] += 1;
        row.push(number);
    }

    fn take_back(&mut self) {
        let modulus = self.shape.modulus;
        let Some((row, before)) = self.rows.split_last_mut() else {
            return;
        };
        let Some(number) = row.pop() else { return };
        let column = row.len();
        for (taken, other) in self.taken.iter_mut().zip(before.iter()) {
            taken[(number + modulus - other[column]) % modulus] = false;
        }
        if let Some(own) = self.taken.last_mut() {
            own[number] = false;
        }
        self.topic_use[number % self.shape.topics] -= 1;
    }

    fn fits(&self, number: usize) -> bool {
        let modulus = self.shape.modulus;
        let Some((row, before)) = self.rows.split_last() else {
            return false;
        };
        let column = row.len();
        self.topic_use[number % self.shape.topics] < self.shape.columns.div_ceil(self.shape.topics)
            && !self.taken.last().is_some_and(|own| own[number])
            && self
                .taken
                .iter()
                .zip(before)
                .all(|(taken, other)| !taken[(number + modulus - other[column]) % modulus])
    }

    fn extend(&mut self, numbers: &[usize], random: &mut Random) -> bool {
        if self
            .rows
            .last()
            .is_some_and(|row| row.len() == self.shape.columns)
        {
            return true;
        }
        let start = random.below(numbers.len().max(1));
        for &number in numbers[start..].iter().chain(&numbers[..start]) {
            if !self.fits(number) {
                continue;
            }
            if self.steps == 0 {
                return false;
            }
            self.steps -= 1;
            self.put(number);
            if self.extend(numbers, random) {
                return true;
            }
            self.take_back();
        }
        false
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_and_their_differences_repeat_no_number() {
        let shape = MatrixShape {
            modulus: 12,
            rows: 6,
            columns: 3,
            topics: 3,
        };
        let budget = SearchBudget {
            attempts: 10,
            steps: 100_000,
        };
        let rows = find_rows(shape, budget, &mut Random::new(1, 1), &|| false).unwrap();
        for (position, row) in rows.iter().enumerate() {
            let mut topics: Vec<usize> = row.iter().map(|number| number % 3).collect();
            topics.sort_unstable();
            assert_eq!(topics, [0, 1, 2]);
            for other in &rows[..position] {
                let mut differences: Vec<usize> = row
                    .iter()
                    .zip(other)
                    .map(|(one, other)| (one + 12 - other) % 12)
                    .collect();
                differences.sort_unstable();
                differences.dedup();
                assert_eq!(differences.len(), 3);
            }
        }
    }
}
