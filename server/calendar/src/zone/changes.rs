//! When, and from what to what, a zone's offset changes.

use jiff::{
    Timestamp,
    civil::{DateTime, date},
    tz::{Offset, TimeZone},
};

/// A change of the offset. What only renames it (`dst` without another time) is none.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Change {
    pub(super) at: Timestamp,
    /// What the clock showed at that instant, before it was set.
    pub(super) onset: DateTime,
    pub(super) from: Offset,
    pub(super) to: Offset,
    /// What the time is called from then on: `CEST`, or `+03` where it has no name.
    pub(super) name: String,
}

impl Change {
    /// Whether both set the same clock the same way at the same time of day.
    pub(super) fn differs_in_date_only(&self, other: &Self) -> bool {
        (self.from, self.to, &self.name, self.onset.time())
            == (other.from, other.to, &other.name, other.onset.time())
    }
}

/// The changes whose local date lies in `year` or later, in order.
pub(super) fn following(zone: &TimeZone, year: i16) -> impl Iterator<Item = Change> {
    // Two days before the year begins in UTC it has begun nowhere.
    let before = Offset::UTC
        .to_timestamp(date(year - 1, 12, 30).at(0, 0, 0, 0))
        .unwrap_or(Timestamp::MIN);
    after(zone, before).skip_while(move |change| change.onset.year() < year)
}

/// The changes after an instant, in order.
pub(super) fn after(zone: &TimeZone, instant: Timestamp) -> impl Iterator<Item = Change> {
    let mut from = zone.to_offset(instant);
    zone.following(instant).filter_map(move |transition| {
        let change = Change {
            at: transition.timestamp(),
            onset: from.to_datetime(transition.timestamp()),
            from,
            to: transition.offset(),
            name: transition.abbreviation().to_owned(),
        };
        from = change.to;
        (change.from != change.to).then_some(change)
    })
}
