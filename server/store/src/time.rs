//! Instants are stored as microseconds since 1970, UTC.

use jiff::Timestamp;

/// The stored form of an instant.
pub(crate) fn micros(at: Timestamp) -> i64 {
    at.as_microsecond()
}
