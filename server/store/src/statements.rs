//! Declaration of SQL.

/// Declares the statements of a file as constants and lists them for the tests, which prepare each one on
/// both engines. `for sqlite:` and `for postgres:` declare statements of one engine.
macro_rules! statements {
    (for sqlite: $($statements:tt)+) => {
        statements! { @ SQLITE_STATEMENTS $($statements)+ }
    };
    (for postgres: $($statements:tt)+) => {
        statements! { @ POSTGRES_STATEMENTS $($statements)+ }
    };
    (@ $list:ident $($(#[$doc:meta])* $name:ident = $sql:expr;)+) => {
        $($(#[$doc])* const $name: &str = $sql;)+

        #[cfg(test)]
        pub(crate) const $list: &[(&str, &str)] = &[$((stringify!($name), $name)),+];
    };
    ($($statements:tt)+) => {
        statements! { @ STATEMENTS $($statements)+ }
    };
}

/// Declares statements that write rows, and lists them for the tests. Each has the types of its columns:
/// `INSERT [Uuid, Text] = "INSERT INTO networks (id, name) SELECT * FROM {rows}";`.
macro_rules! rows_statements {
    ($($(#[$doc:meta])* $name:ident [$($column:ident),+] = $text:expr;)+) => {
        $($(#[$doc])* const $name: &$crate::rows::RowsStatement<{ [$(stringify!($column)),+].len() }> =
            &$crate::rows::RowsStatement {
                name: stringify!($name),
                text: $text,
                columns: [$($crate::rows::ColumnType::$column),+],
            };)+

        #[cfg(test)]
        pub(crate) fn rows_statements() -> Vec<(&'static str, String, String)> {
            vec![$((stringify!($name), $name.sqlite_text(2), $name.postgres_text())),+]
        }
    };
}

/// Repeats a row of a VALUES list, whose parameters are `$1` to `$parameters`, with the parameters of each row
/// numbered on.
pub(crate) fn repeat_row(row: &str, parameters: usize, rows: usize) -> String {
    let mut list = String::with_capacity((row.len() + 24) * rows);
    for index in 0..rows {
        if index > 0 {
            list.push_str(", ");
        }
        let mut parts = row.split('$');
        list.push_str(parts.next().unwrap_or_default());
        for part in parts {
            let digits = part.bytes().take_while(u8::is_ascii_digit).count();
            let number: usize = part[..digits].parse().unwrap_or_default();
            list.push('$');
            list.push_str(&(index * parameters + number).to_string());
            list.push_str(&part[digits..]);
        }
    }
    list
}

/// Splits rows into chunks for statements of several rows. Their lengths are powers of two, so that few texts
/// of each statement exist, and stay prepared.
pub(crate) fn row_chunks<T>(mut rows: &[T]) -> impl Iterator<Item = &[T]> {
    std::iter::from_fn(move || {
        let longest = rows.len().min(MOST_ROWS).checked_ilog2()?;
        let (chunk, rest) = rows.split_at(1 << longest);
        rows = rest;
        Some(chunk)
    })
}

/// Splits the values of an IN list into lists whose lengths are powers of two, too. The last value is repeated
/// instead of making a further list, which changes nothing.
pub(crate) fn padded_lists<T: Copy>(values: &[T]) -> impl Iterator<Item = Vec<T>> {
    values.chunks(MOST_ROWS).map(|values| {
        let mut list = values.to_vec();
        if let Some(last) = values.last() {
            list.resize(values.len().next_power_of_two(), *last);
        }
        list
    })
}

/// The most rows in one statement. Both databases limit the number of bound values.
const MOST_ROWS: usize = 64;

#[cfg(test)]
mod tests {
    use super::{padded_lists, repeat_row, row_chunks};

    #[test]
    fn rows_are_split_into_powers_of_two() {
        let rows = [0; 150];
        let lengths: Vec<usize> = row_chunks(&rows).map(<[i32]>::len).collect();
        assert_eq!(lengths, [64, 64, 16, 4, 2]);
        assert_eq!(row_chunks::<i32>(&[]).count(), 0);
    }

    #[test]
    fn lists_are_filled_up_to_powers_of_two() {
        let values = [7; 70];
        let lengths: Vec<usize> = padded_lists(&values).map(|list| list.len()).collect();
        assert_eq!(lengths, [64, 8]);
        assert_eq!(padded_lists(&[1, 2, 3]).collect::<Vec<_>>(), [[1, 2, 3, 3]]);
        assert_eq!(padded_lists::<i32>(&[]).count(), 0);
    }

    #[test]
    fn a_repeated_row_numbers_its_parameters_on() {
        assert_eq!(
            repeat_row("($1, $2 + $1)", 2, 2),
            "($1, $2 + $1), ($3, $4 + $3)"
        );
    }
}
