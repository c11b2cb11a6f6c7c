//! Statements that write several rows.
//!
//! PostgreSQL takes each column as one array: whatever the number of rows, there is one text, which stays prepared,
//! and one round trip. SQLite knows no arrays and has no round trips. It takes a list of VALUES.

use std::{borrow::Cow, fmt::Write as _};

use sqlx::{
    Arguments as _, AssertSqlSafe, FromRow,
    error::BoxDynError,
    postgres::{PgArguments, PgRow},
    sqlite::{SqliteArguments, SqliteRow},
};
use uuid::Uuid;

use crate::{
    Reader,
    connection::DbConnection,
    error::Result,
    statements::{repeat_row, row_chunks},
};

/// A statement that writes rows of this many columns.
#[derive(Debug, Clone, Copy)]
pub(crate) struct RowsStatement<const COLUMNS: usize> {
    pub name: &'static str,
    /// `{rows}` stands for the rows, as a table `new` with the columns `column1`, `column2` and so on.
    pub text: &'static str,
    pub columns: [ColumnType; COLUMNS],
}

#[derive(Debug, Clone, Copy)]
pub(crate) enum ColumnType {
    Uuid,
    Integer,
    Text,
    Bytes,
}

/// A value of a row, of the type of its column.
#[derive(Debug)]
pub(crate) enum Value<'v> {
    Null,
    Uuid(Uuid),
    Integer(i64),
    Text(Cow<'v, str>),
    Bytes(&'v [u8]),
}

/// The most rows of one statement on PostgreSQL.
const MOST_ELEMENTS: usize = 1_000;

impl Reader {
    /// Writes rows, and gives what the statement returns. Deferred rows are not written first.
    pub(crate) async fn write_rows<T, const COLUMNS: usize>(
        &mut self,
        statement: &RowsStatement<COLUMNS>,
        rows: &[[Value<'_>; COLUMNS]],
    ) -> Result<Vec<T>>
    where
        T: for<'r> FromRow<'r, SqliteRow> + for<'r> FromRow<'r, PgRow> + Send + Unpin,
    {
        statement.check(rows).map_err(sqlx::Error::Encode)?;
        let chunks: Vec<_> = if self.is_sqlite() {
            row_chunks(rows).collect()
        } else {
            rows.chunks(MOST_ELEMENTS).collect()
        };
        let mut returned = Vec::new();
        for rows in chunks {
            let (connection, guard) = self.connection();
            let written = match connection {
                DbConnection::Sqlite(connection) => {
                    let sql = AssertSqlSafe(statement.sqlite_text(rows.len()));
                    let values = list_values(rows).map_err(sqlx::Error::Encode)?;
                    let query = sqlx::query_as_with(sql, values).fetch_all(connection);
                    guard.run(statement.name, query).await?
                }
                DbConnection::Postgres(connection) => {
                    let sql = AssertSqlSafe(statement.postgres_text());
                    let arrays = statement.arrays(rows).map_err(sqlx::Error::Encode)?;
                    let query = sqlx::query_as_with(sql, arrays).fetch_all(connection);
                    guard.run(statement.name, query).await?
                }
            };
            returned.extend(written);
        }
        Ok(returned)
    }
}

impl<const COLUMNS: usize> RowsStatement<COLUMNS> {
    pub(crate) fn sqlite_text(&self, rows: usize) -> String {
        let parameters: Vec<String> = (1..=COLUMNS).map(|number| format!("${number}")).collect();
        let list = repeat_row(&format!("({})", parameters.join(", ")), COLUMNS, rows);
        self.with_rows(&format!("(VALUES {list}) AS new"))
    }

    pub(crate) fn postgres_text(&self) -> String {
        let (mut arrays, mut names) = (String::new(), String::new());
        for (index, column) in self.columns.iter().enumerate() {
            let (number, comma) = (index + 1, if index == 0 { "" } else { ", " });
            // Writing to a string cannot fail.
            let _ = write!(arrays, "{comma}${number}::{}[]", column.postgres_name());
            let _ = write!(names, "{comma}column{number}");
        }
        self.with_rows(&format!("UNNEST({arrays}) AS new ({names})"))
    }

    /// Fails if a value is of another type than its column. SQLite would convert some, and an array has none of them.
    fn check(&self, rows: &[[Value<'_>; COLUMNS]]) -> Result<(), BoxDynError> {
        let values = rows.iter().flat_map(|row| self.columns.iter().zip(row));
        for (number, (column, value)) in values.enumerate() {
            if !column.takes(value) {
                let number = number % COLUMNS + 1;
                return Err(format!("column {number} of {}: no {column:?}", self.name).into());
            }
        }
        Ok(())
    }

    fn with_rows(&self, rows: &str) -> String {
        self.text.replace("{rows}", rows)
    }

    /// An array for each column.
    fn arrays(&self, rows: &[[Value<'_>; COLUMNS]]) -> Result<PgArguments, BoxDynError> {
        let mut arrays = PgArguments::default();
        for (index, column) in self.columns.iter().enumerate() {
            let values = rows.iter().map(|row| &row[index]);
            match column {
                ColumnType::Uuid => arrays.add(values.map(Value::uuid).collect::<Vec<_>>()),
                ColumnType::Integer => arrays.add(values.map(Value::integer).collect::<Vec<_>>()),
                ColumnType::Text => arrays.add(values.map(Value::text).collect::<Vec<_>>()),
                ColumnType::Bytes => arrays.add(values.map(Value::bytes).collect::<Vec<_>>()),
            }?;
        }
        Ok(arrays)
    }
}

/// The values, row by row.
fn list_values<const COLUMNS: usize>(
    rows: &[[Value<'_>; COLUMNS]],
) -> Result<SqliteArguments, BoxDynError> {
    let mut list = SqliteArguments::default();
    for value in rows.iter().flatten() {
        match value {
            Value::Null => list.add(None::<i64>),
            Value::Uuid(value) => list.add(*value),
            Value::Integer(value) => list.add(*value),
            Value::Text(value) => list.add(&**value),
            Value::Bytes(value) => list.add(*value),
        }?;
    }
    Ok(list)
}

impl ColumnType {
    const fn takes(self, value: &Value<'_>) -> bool {
        matches!(
            (self, value),
            (_, Value::Null)
                | (Self::Uuid, Value::Uuid(_))
                | (Self::Integer, Value::Integer(_))
                | (Self::Text, Value::Text(_))
                | (Self::Bytes, Value::Bytes(_))
        )
    }

    const fn postgres_name(self) -> &'static str {
        match self {
            Self::Uuid => "UUID",
            Self::Integer => "BIGINT",
            Self::Text => "TEXT",
            Self::Bytes => "BYTEA",
        }
    }
}

impl Value<'_> {
    const fn uuid(&self) -> Option<Uuid> {
        match self {
            Self::Uuid(value) => Some(*value),
            _ => None,
        }
    }

    const fn integer(&self) -> Option<i64> {
        match self {
            Self::Integer(value) => Some(*value),
            _ => None,
        }
    }

    fn text(&self) -> Option<&str> {
        match self {
            Self::Text(value) => Some(value),
            _ => None,
        }
    }

    const fn bytes(&self) -> Option<&[u8]> {
        match self {
            Self::Bytes(value) => Some(value),
            _ => None,
        }
    }
}

impl From<Uuid> for Value<'_> {
    fn from(value: Uuid) -> Self {
        Self::Uuid(value)
    }
}

impl From<i64> for Value<'_> {
    fn from(value: i64) -> Self {
        Self::Integer(value)
    }
}

impl<'v> From<&'v str> for Value<'v> {
    fn from(value: &'v str) -> Self {
        Self::Text(value.into())
    }
}

impl From<String> for Value<'_> {
    fn from(value: String) -> Self {
        Self::Text(value.into())
    }
}

impl<'v> From<&'v [u8]> for Value<'v> {
    fn from(value: &'v [u8]) -> Self {
        Self::Bytes(value)
    }
}

impl<T: Into<Self>> From<Option<T>> for Value<'_> {
    fn from(value: Option<T>) -> Self {
        value.map_or(Value::Null, Into::into)
    }
}
