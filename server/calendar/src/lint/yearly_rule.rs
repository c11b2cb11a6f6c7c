//! The recurrence rule of an observance (RFC 5545 §3.3.10).

use jiff::civil::{DateTime, Weekday, date};

/// A weekday of a month, every year. The only form that this package writes.
#[derive(Debug, Clone, Copy)]
pub(super) struct YearlyRule {
    month: i8,
    nth: i8,
    weekday: Weekday,
}

impl YearlyRule {
    pub(super) fn parse(text: &str) -> Option<Self> {
        let (month, day) = text
            .strip_prefix("FREQ=YEARLY;BYMONTH=")?
            .split_once(";BYDAY=")?;
        let month = month
            .parse()
            .ok()
            .filter(|month| (1..=12).contains(month))?;
        let (nth, day) = day.split_at_checked(day.len().checked_sub(2)?)?;
        let nth = nth
            .parse()
            .ok()
            .filter(|nth| [-1, 1, 2, 3, 4].contains(nth))?;
        let weekday = match day {
            "MO" => Weekday::Monday,
            "TU" => Weekday::Tuesday,
            "WE" => Weekday::Wednesday,
            "TH" => Weekday::Thursday,
            "FR" => Weekday::Friday,
            "SA" => Weekday::Saturday,
            "SU" => Weekday::Sunday,
            _ => return None,
        };
        Some(Self {
            month,
            nth,
            weekday,
        })
    }

    /// The onset in the year and at the time of day of `time`.
    pub(super) fn onset_in_year_of(self, time: DateTime) -> Option<DateTime> {
        let month = date(time.year(), self.month, 1);
        let day = month.nth_weekday_of_month(self.nth, self.weekday).ok()?;
        Some(day.to_datetime(time.time()))
    }
}
