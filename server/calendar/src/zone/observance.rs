//! `STANDARD` and `DAYLIGHT`: from when on which offset holds.

use jiff::{
    civil::{Date, DateTime, Weekday, date},
    tz::{Offset, TimeZoneOffsetInfo},
};

use super::changes::Change;

/// Which of a zone's two times it is. Decided by the offsets, not by what a law calls them: Dublin's
/// law has its "standard" time in summer, and calendars expect the later clock to be `DAYLIGHT`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Standard,
    Daylight,
}

impl Kind {
    /// Of an offset beside another one of its zone.
    pub(super) fn of(offset: Offset, other: Offset) -> Self {
        if offset > other {
            Self::Daylight
        } else {
            Self::Standard
        }
    }
}

/// The year in which our zones begin, whatever their clocks showed then: a program that keeps the
/// first definition of a zone it meets can use it for later files, too, and vobject takes a zone for
/// UTC that shows nothing else from 2000 to 2020.
const ERA: i16 = 1970;

/// "On the last Sunday in March".
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct YearlyRule {
    month: i8,
    weekday: Weekday,
    /// 1 to 4 from the month's beginning, −1 for the last. Never 5: not every year has it.
    nth: i8,
}

impl YearlyRule {
    /// The rule that all the dates keep, if there is one.
    pub(super) fn of(dates: impl Iterator<Item = Date> + Clone) -> Option<Self> {
        let first = dates.clone().next()?;
        [1, 2, 3, 4, -1]
            .map(|nth| Self {
                month: first.month(),
                weekday: first.weekday(),
                nth,
            })
            .into_iter()
            .find(|rule| dates.clone().all(|date| rule.allows(date)))
    }

    fn allows(self, date: Date) -> bool {
        date.month() == self.month && self.day_in(date.year()) == Some(date)
    }

    fn day_in(self, year: i16) -> Option<Date> {
        let month = date(year, self.month, 1);
        month.nth_weekday_of_month(self.nth, self.weekday).ok()
    }
}

/// One sub-component.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Observance {
    kind: Kind,
    onset: DateTime,
    from: Offset,
    to: Offset,
    name: String,
    rule: Option<YearlyRule>,
}

impl Observance {
    /// An offset that has always been.
    pub(super) fn always(offset: &TimeZoneOffsetInfo<'_>, kind: Kind) -> Self {
        Self {
            kind,
            onset: date(ERA, 1, 1).at(0, 0, 0, 0),
            from: offset.offset(),
            to: offset.offset(),
            name: offset.abbreviation().to_owned(),
            rule: None,
        }
    }

    /// The offset from a change on.
    pub(super) fn since(change: &Change, kind: Kind) -> Self {
        Self {
            kind,
            onset: change.onset,
            from: change.from,
            to: change.to,
            name: change.name.clone(),
            rule: None,
        }
    }

    /// The offset from a change on that has always come every year.
    pub(super) fn every_year(change: &Change, kind: Kind, rule: YearlyRule) -> Option<Self> {
        Some(Self {
            onset: rule.day_in(ERA)?.to_datetime(change.onset.time()),
            rule: Some(rule),
            ..Self::since(change, kind)
        })
    }

    pub(super) fn lines(&self) -> Vec<String> {
        let kind = match self.kind {
            Kind::Standard => "STANDARD",
            Kind::Daylight => "DAYLIGHT",
        };
        let mut lines = vec![
            format!("BEGIN:{kind}"),
            format!("DTSTART:{}", super::local(self.onset)),
        ];
        if let Some(YearlyRule {
            month,
            weekday,
            nth,
        }) = self.rule
        {
            let day = day_name(weekday);
            lines.push(format!(
                "RRULE:FREQ=YEARLY;BYMONTH={month};BYDAY={nth}{day}"
            ));
        }
        lines.extend([
            format!("TZOFFSETFROM:{}", utc_offset(self.from)),
            format!("TZOFFSETTO:{}", utc_offset(self.to)),
            format!("TZNAME:{}", self.name),
            format!("END:{kind}"),
        ]);
        lines
    }
}

fn day_name(weekday: Weekday) -> &'static str {
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

/// `+0100`; seconds only where there are any (RFC 5545 §3.3.14).
fn utc_offset(offset: Offset) -> String {
    let sign = if offset.is_negative() { '-' } else { '+' };
    let seconds = offset.seconds().unsigned_abs();
    let (hours, minutes, rest) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
    if rest == 0 {
        format!("{sign}{hours:02}{minutes:02}")
    } else {
        format!("{sign}{hours:02}{minutes:02}{rest:02}")
    }
}
