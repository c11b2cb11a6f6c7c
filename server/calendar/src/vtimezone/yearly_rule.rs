//! The yearly recurrence of a transition.

use jiff::civil::{Date, Weekday, date};

/// A weekday of a month, such as the last Sunday in March.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct YearlyRule {
    month: i8,
    weekday: Weekday,
    /// 1 to 4 from the month's beginning, −1 for the last. Never 5, which not every year has.
    nth: i8,
}

impl YearlyRule {
    /// The rule that all the dates follow, if there is one.
    pub(super) fn of(dates: impl Iterator<Item = Date> + Clone) -> Option<Self> {
        let first = dates.clone().next()?;
        [1, 2, 3, 4, -1]
            .map(|nth| Self {
                month: first.month(),
                weekday: first.weekday(),
                nth,
            })
            .into_iter()
            .find(|rule| dates.clone().all(|date| rule.matches(date)))
    }

    fn matches(self, date: Date) -> bool {
        date.month() == self.month && self.date_in(date.year()) == Some(date)
    }

    /// The date of the rule in a year.
    pub(super) fn date_in(self, year: i16) -> Option<Date> {
        let month = date(year, self.month, 1);
        month.nth_weekday_of_month(self.nth, self.weekday).ok()
    }

    /// The `RRULE` content line (RFC 5545 §3.3.10).
    pub(super) fn line(self) -> String {
        let Self {
            month,
            weekday,
            nth,
        } = self;
        let day = weekday_code(weekday);
        format!("RRULE:FREQ=YEARLY;BYMONTH={month};BYDAY={nth}{day}")
    }
}

fn weekday_code(weekday: Weekday) -> &'static str {
    match weekday {
        Weekday::Monday => "MO",
        Weekday::Tuesday => "TU",
        Weekday::Wednesday => "WE",
        Weekday::Thursday => "TH",
        Weekday::Friday => "FR",
        Weekday::Saturday => "SA",
        Weekday::Sunday => "SU",
    }
}
