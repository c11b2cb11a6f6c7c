//! Lists in which a row that cannot be decoded is set aside.

use crate::error::{Result, StoreError};

/// The rows of a list. A row that cannot be decoded does not hide the others: it is logged and named.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listed<T> {
    pub rows: Vec<T>,
    pub unreadable: Vec<UnreadableRow>,
}

/// A row with a value that no version of the program writes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnreadableRow {
    pub table: &'static str,
    /// The row's primary key.
    pub row: String,
    /// The first column that cannot be decoded.
    pub column: &'static str,
}

impl From<UnreadableRow> for StoreError {
    fn from(UnreadableRow { table, row, column }: UnreadableRow) -> Self {
        Self::Inconsistent { table, column, row }
    }
}

/// A row, if there is one that can be decoded. One that cannot is logged, as in a list.
pub fn readable<T>(row: Result<Option<T>>) -> Result<Option<T>> {
    match row {
        Err(StoreError::Inconsistent { table, column, row }) => {
            tracing::error!(table, column, row, "a row that cannot be read is left out");
            Ok(None)
        }
        row => row,
    }
}

impl<T> Listed<T> {
    /// Whether there is no row at all, not even one that cannot be decoded.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty() && self.unreadable.is_empty()
    }

    /// Decodes rows of the type's own row type.
    pub(crate) fn from_rows<R>(rows: Vec<R>) -> Result<Self>
    where
        T: TryFrom<R, Error = StoreError>,
    {
        Self::decode(rows, T::try_from)
    }

    /// Decodes rows. Sets those aside whose data is inconsistent, and fails with every other error.
    pub(crate) fn decode<R>(rows: Vec<R>, mut decode: impl FnMut(R) -> Result<T>) -> Result<Self> {
        let mut listed = Self {
            rows: Vec::with_capacity(rows.len()),
            unreadable: Vec::new(),
        };
        for row in rows {
            match decode(row) {
                Ok(row) => listed.rows.push(row),
                Err(StoreError::Inconsistent { table, column, row }) => {
                    tracing::error!(
                        table,
                        column,
                        row,
                        "a list leaves out a row that cannot be read"
                    );
                    listed.unreadable.push(UnreadableRow { table, row, column });
                }
                Err(error) => return Err(error),
            }
        }
        Ok(listed)
    }
}
