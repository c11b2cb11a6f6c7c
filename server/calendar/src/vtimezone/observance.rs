//! `STANDARD` and `DAYLIGHT` sub-components: an onset and the UTC offset from then on.

use jiff::{
    civil::{DateTime, date},
    tz::{Offset, TimeZoneOffsetInfo},
};

use super::{transition::Transition, yearly_rule::YearlyRule};
use crate::date_time;

/// The name of the sub-component. Depends on the offsets, not on the zone's legal terms: Irish law calls
/// summer time standard time, and clients expect the larger offset to be `DAYLIGHT`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum ObservanceKind {
    Standard,
    Daylight,
}

impl ObservanceKind {
    /// The kind of an offset, compared with another one of its zone.
    pub(super) fn of(offset: Offset, other: Offset) -> Self {
        if offset > other {
            Self::Daylight
        } else {
            Self::Standard
        }
    }
}

/// The year of the first onset, whatever the zone's offset was then. A client that keeps the first
/// definition of a zone can use it for later files too. vobject treats a zone as UTC if it has no other
/// offset from 2000 to 2020.
const FIRST_YEAR: i16 = 1970;

/// A sub-component of `VTIMEZONE`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Observance {
    kind: ObservanceKind,
    onset: DateTime,
    from: Offset,
    to: Offset,
    abbreviation: String,
    rule: Option<YearlyRule>,
}

impl Observance {
    /// An offset without onset.
    pub(super) fn permanent(offset: &TimeZoneOffsetInfo<'_>, kind: ObservanceKind) -> Self {
        Self {
            kind,
            onset: date(FIRST_YEAR, 1, 1).at(0, 0, 0, 0),
            from: offset.offset(),
            to: offset.offset(),
            abbreviation: offset.abbreviation().to_owned(),
            rule: None,
        }
    }

    /// The offset after a transition.
    pub(super) fn since(transition: &Transition, kind: ObservanceKind) -> Self {
        Self {
            kind,
            onset: transition.onset,
            from: transition.from,
            to: transition.to,
            abbreviation: transition.abbreviation.clone(),
            rule: None,
        }
    }

    /// The offset after a transition that recurs every year.
    pub(super) fn recurring(
        transition: &Transition,
        kind: ObservanceKind,
        rule: YearlyRule,
    ) -> Option<Self> {
        Some(Self {
            onset: rule
                .date_in(FIRST_YEAR)?
                .to_datetime(transition.onset.time()),
            rule: Some(rule),
            ..Self::since(transition, kind)
        })
    }

    /// The content lines, unfolded.
    pub(super) fn lines(&self) -> Vec<String> {
        let kind = match self.kind {
            ObservanceKind::Standard => "STANDARD",
            ObservanceKind::Daylight => "DAYLIGHT",
        };
        let mut lines = vec![
            format!("BEGIN:{kind}"),
            format!("DTSTART:{}", date_time::local(self.onset)),
        ];
        lines.extend(self.rule.map(YearlyRule::line));
        lines.extend([
            format!("TZOFFSETFROM:{}", utc_offset(self.from)),
            format!("TZOFFSETTO:{}", utc_offset(self.to)),
            format!("TZNAME:{}", self.abbreviation),
            format!("END:{kind}"),
        ]);
        lines
    }
}

/// A `UTC-OFFSET` value: `+0100`, with seconds if there are any (RFC 5545 §3.3.14).
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
