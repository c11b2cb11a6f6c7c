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
