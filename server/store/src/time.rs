//! Times are kept as whole microseconds since 1970, UTC.

use jiff::Timestamp;

/// As it is stored.
pub(crate) fn micros(at: Timestamp) -> i64 {
    at.as_microsecond()
}
