//! How the SQL of an aggregate is written down.

/// Declares the statements of a file as constants, and lists them for the test that prepares each one
/// on both engines; `for sqlite:` or `for postgres:` those that only one of them takes.
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
