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

/// The most rows in one statement. Both databases limit the number of bound values.
const MOST_ROWS: usize = 64;

#[cfg(test)]
mod tests {
    use super::{repeat_row, row_chunks};

    #[test]
    fn rows_are_split_into_powers_of_two() {
        let rows = [0; 150];
        let lengths: Vec<usize> = row_chunks(&rows).map(<[i32]>::len).collect();
        assert_eq!(lengths, [64, 64, 16, 4, 2]);
        assert_eq!(row_chunks::<i32>(&[]).count(), 0);
    }

    #[test]
    fn a_repeated_row_numbers_its_parameters_on() {
        assert_eq!(
            repeat_row("($1, $2 + $1)", 2, 2),
            "($1, $2 + $1), ($3, $4 + $3)"
        );
    }
}
