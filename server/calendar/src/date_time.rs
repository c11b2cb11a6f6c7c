//! `DATE-TIME` values (RFC 5545 §3.3.5).

use jiff::{Timestamp, civil::DateTime, tz::Offset};

/// Form 2: UTC.
pub(crate) fn utc(at: Timestamp) -> String {
    format!("{}Z", local(Offset::UTC.to_datetime(at)))
}

/// Form 1: local time.
pub(crate) fn local(at: DateTime) -> String {
    at.strftime("%Y%m%dT%H%M%S").to_string()
}
