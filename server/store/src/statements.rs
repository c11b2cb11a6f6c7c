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

#[cfg(test)]
mod tests {
    use super::repeat_row;

    #[test]
    fn a_repeated_row_numbers_its_parameters_on() {
        assert_eq!(
            repeat_row("($1, $2 + $1)", 2, 2),
            "($1, $2 + $1), ($3, $4 + $3)"
        );
    }
}
