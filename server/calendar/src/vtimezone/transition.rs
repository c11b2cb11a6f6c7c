//! The transitions of a zone between UTC offsets.

use jiff::{
    Timestamp,
    civil::{DateTime, date},
    tz::{Offset, TimeZone},
};

/// A change of the UTC offset. A transition that changes only the abbreviation is skipped.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Transition {
    pub(super) at: Timestamp,
    /// The local time of the transition, by the offset before it (RFC 5545 §3.6.5).
    pub(super) onset: DateTime,
    pub(super) from: Offset,
    pub(super) to: Offset,
    /// The abbreviation from then on: `CEST`, or `+03` if it has none.
    pub(super) abbreviation: String,
}

impl Transition {
    /// Whether both change the same offsets at the same time of day.
    pub(super) fn differs_in_date_only(&self, other: &Self) -> bool {
        (self.from, self.to, &self.abbreviation, self.onset.time())
            == (
                other.from,
                other.to,
                &other.abbreviation,
                other.onset.time(),
            )
    }
}

/// The transitions whose local date is in `year` or later, in order.
pub(super) fn from_year(zone: &TimeZone, year: i16) -> impl Iterator<Item = Transition> {
    // The year begins in every zone after this instant.
    let before = Offset::UTC
        .to_timestamp(date(year - 1, 12, 30).at(0, 0, 0, 0))
        .unwrap_or(Timestamp::MIN);
    after(zone, before).skip_while(move |transition| transition.onset.year() < year)
}

/// The transitions after an instant, in order.
pub(super) fn after(zone: &TimeZone, instant: Timestamp) -> impl Iterator<Item = Transition> {
    let mut from = zone.to_offset(instant);
    zone.following(instant).filter_map(move |next| {
        let transition = Transition {
            at: next.timestamp(),
            onset: from.to_datetime(next.timestamp()),
            from,
            to: next.offset(),
            abbreviation: next.abbreviation().to_owned(),
        };
        from = transition.to;
        (transition.from != transition.to).then_some(transition)
    })
}
