//! Matrices modulo T that are nearly difference matrices, found by annealing.
//!
//! Where no difference matrix is found (see [`super::difference_matrix`]), the rows with the fewest repeated
//! differences make the fewest pairs meet again: T of them for each repetition.

use super::super::annealing::cooling::CoolingSchedule;
use super::super::random::Random;
use super::difference_matrix::MatrixShape;

/// Differences are sets of bits.
const MAX_MODULUS: usize = 64;
/// Rows beyond which tables are so large that their people meet anyway.
const MAX_ROWS: usize = 64;
/// Entries examined in one search: some milliseconds.
const WORK: usize = 4_000_000;
/// Proposals of one search at most.
const MAX_PROPOSALS: usize = 60_000;
/// Energy of a repeated difference.
const REPETITION: i64 = 1_000;
const HOT: f64 = 1_200.0;
const COLD: f64 = 100.0;

/// Finds `rows[b][r]` with few repeated differences. A row has each topic at most ⌈columns / topics⌉ times.
///
/// `None` if the matrix is too large.
pub fn find_near_rows(shape: MatrixShape, random: &mut Random) -> Option<Vec<Vec<usize>>> {
    if shape.modulus > MAX_MODULUS || shape.rows > MAX_ROWS || shape.columns > shape.modulus {
        return None;
    }
    let mut search = NearRows::new(shape, random);
    let work = (shape.rows * shape.columns).max(1);
    let proposals = (WORK / work).min(MAX_PROPOSALS);
    let mut cooling = CoolingSchedule::new(HOT, COLD, proposals as u64);
    let mut best = (search.energy, search.rows.clone());
    while !cooling.is_over() && best.0 > 0 {
        let threshold = cooling.threshold(random);
        search.propose(threshold, random);
        if search.energy < best.0 {
            best = (search.energy, search.rows.clone());
        }
    }
    Some(best.1)
}

struct NearRows {
    shape: MatrixShape,
    rows: Vec<Vec<usize>>,
    energy: i64,
}

impl NearRows {
    /// Every row visits the tables one after the other, which shows all topics. Tables of one topic are as far
    /// apart as there are topics.
    fn new(shape: MatrixShape, random: &mut Random) -> Self {
        let row = |_| {
            let mut row: Vec<usize> = (0..shape.columns).collect();
            random.shuffle(&mut row);
            row
        };
        let mut search = Self {
            shape,
            rows: (0..shape.rows).map(row).collect(),
            energy: 0,
        };
        // Every pair of rows counts for both.
        search.energy = (0..shape.rows)
            .map(|row| search.energy_of(row))
            .sum::<i64>()
            / 2;
        search
    }

    /// Energy of the repeated differences of a row to all others.
    fn energy_of(&self, row: usize) -> i64 {
        let modulus = self.shape.modulus;
        let own = &self.rows[row];
        let repetitions = |other: &Vec<usize>| {
            let differences = own.iter().zip(other);
            let seen = differences.fold(0_u64, |seen, (one, other)| {
                seen | 1 << ((one + modulus - other) % modulus)
            });
            self.shape.columns - seen.count_ones() as usize
        };
        let others = self.rows.iter().enumerate();
        let others = others.filter(|&(other, _)| other != row);
        let repeated: usize = others.map(|(_, other)| repetitions(other)).sum();
        i64::try_from(repeated).unwrap_or(i64::MAX / REPETITION) * REPETITION
    }

    /// Proposes to exchange two entries of a row, or to replace one by a table whose topic the row may show.
    fn propose(&mut self, threshold: i64, random: &mut Random) {
        let shape = self.shape;
        let row = random.below(shape.rows);
        let column = random.below(shape.columns);
        let number = random.below(shape.modulus);
        let before = self.energy_of(row);
        let old = self.rows[row][column];
        let holder = self.rows[row].iter().position(|&entry| entry == number);
        if holder.is_none() && !self.allows(row, column, number) {
            return;
        }
        self.rows[row][column] = number;
        if let Some(holder) = holder {
            self.rows[row][holder] = old;
        }
        let delta = self.energy_of(row) - before;
        if delta <= threshold {
            self.energy += delta;
            return;
        }
        if let Some(holder) = holder {
            self.rows[row][holder] = number;
        }
        self.rows[row][column] = old;
    }

    /// Whether the row may show the topic of the table at that column.
    fn allows(&self, row: usize, column: usize, number: usize) -> bool {
        let MatrixShape {
            columns, topics, ..
        } = self.shape;
        let shows =
            |&(at, entry): &(usize, &usize)| at != column && entry % topics == number % topics;
        let times = self.rows[row].iter().enumerate().filter(shows).count();
        times < columns.div_ceil(topics)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The rows, and how many differences they repeat.
    fn found(shape: MatrixShape) -> (Vec<Vec<usize>>, usize) {
        let rows = find_near_rows(shape, &mut Random::new(1, 1)).unwrap();
        let mut repeated = 0;
        for (position, row) in rows.iter().enumerate() {
            for other in &rows[..position] {
                let differences = row.iter().zip(other);
                let mut differences: Vec<usize> = differences
                    .map(|(one, other)| (one + shape.modulus - other) % shape.modulus)
                    .collect();
                differences.sort_unstable();
                differences.dedup();
                repeated += shape.columns - differences.len();
            }
        }
        (rows, repeated)
    }

    #[test]
    fn few_differences_are_repeated_where_no_difference_matrix_exists() {
        let shape = MatrixShape {
            modulus: 6,
            rows: 5,
            columns: 5,
            topics: 6,
        };
        assert_eq!(found(shape).1, 4);
    }

    #[test]
    fn rows_show_every_topic_as_often_as_they_may() {
        for (modulus, topics, columns) in [(6, 3, 5), (8, 4, 4), (5, 5, 5), (6, 2, 4)] {
            let shape = MatrixShape {
                modulus,
                rows: 7,
                columns,
                topics,
            };
            for row in found(shape).0 {
                for topic in 0..topics {
                    let times = row.iter().filter(|&&entry| entry % topics == topic).count();
                    assert!(times <= columns.div_ceil(topics), "{row:?}");
                }
                let mut tables = row.clone();
                tables.sort_unstable();
                tables.dedup();
                assert_eq!(tables.len(), columns);
            }
        }
    }
}
