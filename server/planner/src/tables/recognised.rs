//! Columns that their headings tell apart.

use std::collections::HashSet;

use super::{Chosen, ColumnContent, Table, TableColumn};

/// What a column can hold whose heading says so.
pub trait RecognisedContent: ColumnContent {
    /// What a heading names, in either language, however it is spelt.
    fn recognise(heading: &str) -> Option<Self>;
}

/// The columns of a table: as chosen by hand, else by their headings.
pub(crate) fn recognised_columns<C: RecognisedContent>(
    table: &Table,
    chosen: &Chosen<C>,
) -> Vec<TableColumn<C>> {
    let mut taken: HashSet<C> = chosen.values().copied().collect();
    let headings = table.headings.iter().enumerate();
    headings
        .map(|(number, heading)| {
            let recognised = || C::recognise(heading).filter(|content| taken.insert(*content));
            let holds = chosen.get(&number).copied().or_else(recognised);
            TableColumn::new(table, number, holds.unwrap_or(C::NOTHING))
        })
        .collect()
}
