//! Checks of table sizes and `apart` rules.

use super::super::problem::Index;
use super::SeatingState;

impl SeatingState<'_> {
    /// Whether the sizes of two tables may change by so much.
    pub fn allows_size_changes(&self, round: Index, tables: [(u16, isize); 2]) -> bool {
        let [one, other] = tables.map(|(table, step)| {
            (
                table,
                self.people_at(round, table)
                    .len()
                    .saturating_add_signed(step),
            )
        });
        self.allows_sizes(round, one, other)
    }

    /// Whether two tables may have these sizes.
    pub fn allows_sizes(&self, round: Index, one: (u16, usize), other: (u16, usize)) -> bool {
        let sizes = &self.layout.sizes[round];
        let mut balanced = [None; 2];
        for (slot, (table, size)) in balanced.iter_mut().zip([one, other]) {
            let limit = sizes[usize::from(table)];
            if limit.balanced {
                *slot = Some((self.people_at(round, table).len(), size));
            } else if size < limit.low || size > limit.high {
                return false;
            }
        }
        let Some((_, size)) = balanced[0].or(balanced[1]) else {
            return true;
        };
        let counted = |value: usize| {
            let mut count = self.balanced_sizes[round]
                .get(value)
                .map_or(0, |&count| isize::try_from(count).unwrap_or(isize::MAX));
            for (before, after) in balanced.into_iter().flatten() {
                count += isize::from(after == value) - isize::from(before == value);
            }
            count
        };
        let all = isize::try_from(self.layout.balanced[round]).unwrap_or(isize::MAX);
        counted(size) + counted(size + 1) == all
            || (size > 0 && counted(size) + counted(size - 1) == all)
    }

    /// Whether the sizes of these tables keep the rules.
    pub fn has_valid_sizes(&self, round: Index, tables: &[u16]) -> bool {
        let all = self.layout.balanced[round];
        let count = |size: usize| {
            self.balanced_sizes[round]
                .get(size)
                .map_or(0, |&count| usize::from(count))
        };
        tables.iter().all(|&table| {
            let limit = self.layout.sizes[round][usize::from(table)];
            let size = self.people_at(round, table).len();
            if limit.balanced {
                count(size) + count(size + 1) == all
                    || (size > 0 && count(size) + count(size - 1) == all)
            } else {
                (limit.low..=limit.high).contains(&size)
            }
        })
    }

    /// Whether the person may not sit at the table, or must be apart from a person there. People in `leaving` do not
    /// count.
    pub fn is_refused_at(&self, round: Index, person: u16, table: u16, leaving: &[u16]) -> bool {
        !self.layout.is_frozen[round]
            && (self.layout.is_barred(person, table)
                || (self.layout.apart[usize::from(person)].iter()).any(|&other| {
                    self.table_of(round, other) == table && !leaving.contains(&other)
                }))
    }
}
