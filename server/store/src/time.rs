//! Times as columns hold them: instants as microseconds since 1970 in UTC, local times as text such as
//! `2023-09-19T09:30`, which sorts by time.

use jiff::{Timestamp, civil::DateTime};

/// The column value of an instant.
pub(crate) fn micros(at: Timestamp) -> i64 {
    at.as_microsecond()
}

const LOCAL: &str = "%Y-%m-%dT%H:%M";

/// The column value of a local time.
pub(crate) fn local_text(local: DateTime) -> String {
    local.strftime(LOCAL).to_string()
}

/// The local time of a column value; `None` where the value is malformed.
pub(crate) fn local_time(text: &str) -> Option<DateTime> {
    DateTime::strptime(LOCAL, text).ok()
}

#[cfg(test)]
mod tests {
    use jiff::civil::datetime;

    use super::{local_text, local_time};

    #[test]
    fn a_local_time_is_stored_to_the_minute() {
        let local = datetime(2024, 10, 27, 2, 30, 0, 0);
        assert_eq!(local_text(local), "2024-10-27T02:30");
        assert_eq!(local_time("2024-10-27T02:30"), Some(local));
    }

    #[test]
    fn a_malformed_local_time_is_none() {
        for text in [
            "",
            "2024-10-27",
            "2024-10-27T02:30Z",
            "2024-02-30T10:00",
            "27.10.2024",
        ] {
            assert_eq!(local_time(text), None, "{text:?}");
        }
    }
}
