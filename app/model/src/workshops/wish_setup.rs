//! Until when people wish, and how.

use jiff::{
    SignedDuration, Span, Timestamp,
    civil::{DateTime, Time, time},
    tz::TimeZone,
};

use super::{Programme, SlotWay, TimeSlot};
use crate::{Event, EventId, EventState, EventTime, Fault, Faults, NumberRange, local};

/// How people wish for the workshops of an event.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WishSetup {
    pub event: EventId,
    /// When the wishes close.
    pub closes: EventTime,
    /// How many wishes everybody is asked for. Fewer are kept, and the page says how many are missing.
    pub least: Option<u32>,
    /// Whether people see how many wish for the same.
    pub shows_demand: bool,
    /// Whether participants may exchange their seats once they know them.
    pub allows_swaps: bool,
    pub reminder: WishReminder,
    pub seed: TieSeed,
    /// Counts the edits.
    pub revision: i64,
}

/// When people without wishes are reminded.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct WishReminder {
    /// How many days before the deadline it is sent automatically. `None`: it is not.
    pub days_before: Option<u32>,
    /// Whether it is still to be sent automatically.
    pub is_due: bool,
    /// When the last one was sent, automatically or by an organiser.
    pub sent_at: Option<Timestamp>,
}

/// The number by which ties are drawn. It is drawn once, before anybody wishes, and never changes; its hash is public at
/// once, so nobody can choose it afterwards.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TieSeed(u64);

impl TieSeed {
    /// The seed of random bits. It has 63 of them, so that any database keeps it.
    pub const fn from_random(bits: [u8; 8]) -> Self {
        Self(u64::from_be_bytes(bits) >> 1)
    }

    /// A stored seed. `None` if it cannot be one.
    pub fn stored(number: i64) -> Option<Self> {
        u64::try_from(number).ok().map(Self)
    }

    /// The number as a solver takes it.
    pub const fn number(self) -> u64 {
        self.0
    }
}

impl WishSetup {
    /// How many wishes can be asked for.
    pub const LEAST: NumberRange = NumberRange { least: 1, most: 50 };

    /// How many days before the deadline people can be reminded.
    pub const REMINDER_DAYS: NumberRange = NumberRange { least: 1, most: 30 };

    /// How many days before the deadline people are reminded if nobody says otherwise.
    pub const PROPOSED_REMINDER: u32 = 3;

    /// The hours in which reminders are sent automatically, where the event is.
    const REMINDS_FROM: Time = time(9, 0, 0, 0);
    const REMINDS_UNTIL: Time = time(20, 0, 0, 0);

    /// A reminder that leaves less time than this is not sent automatically.
    const LEAST_NOTICE: SignedDuration = SignedDuration::from_hours(2);

    /// The local time at which the reminder is sent automatically: in the morning.
    pub fn reminds_on(&self) -> Option<DateTime> {
        let days = self.reminder.days_before?;
        let date = self.closes.local.date();
        let date = date.saturating_sub(Span::new().days(days));
        Some(date.to_datetime(Self::REMINDS_FROM))
    }

    /// The instant from which on the reminder is sent automatically.
    pub fn reminds_at(&self, zone: &TimeZone) -> Option<Timestamp> {
        let on = self.reminds_on()?;
        Some(local::assumed_instant(on, zone))
    }

    /// Whether the reminder that is sent automatically goes out at an instant: its morning has come, it is daytime where
    /// the event is, and enough time is left to wish. What was missed at night is sent in the next morning.
    pub fn is_reminder_due(&self, event: &Event, now: Timestamp) -> bool {
        let zone = event.details.time_zone.rules();
        let has_come = self.reminds_at(zone).is_some_and(|at| at <= now);
        let clock = now.to_zoned(zone.clone()).time();
        let is_day = (Self::REMINDS_FROM..Self::REMINDS_UNTIL).contains(&clock);
        let leaves_time = now
            .checked_add(Self::LEAST_NOTICE)
            .is_ok_and(|then| self.is_open(event, now) && then <= self.closes.at);
        self.reminder.is_due && has_come && is_day && leaves_time
    }

    /// Whether people can wish at an instant.
    pub fn is_open(&self, event: &Event, now: Timestamp) -> bool {
        wishes_are_open(self.closes, event, now)
    }

    /// Refuses wishes that close after the first slot with wishes begins, and a minimum that the programme cannot give.
    pub fn check(&self, event: &Event, programme: &Programme) -> Result<(), Faults> {
        let mut faults = Faults::none();
        let choice = super::WishChoice::of(programme, "");
        let zone = event.details.time_zone.rules();
        let begins = choice.slots().map(|slot| slot.starts_at(zone)).min();
        if self.closes.at > begins.unwrap_or(event.details.starts.at) {
            faults.add("closes", Fault::ClosesAfterSlot);
        }
        if let Some(days) = self.reminder.days_before {
            faults.keep("reminder_days", Self::REMINDER_DAYS.check(days));
        }
        if let Some(least) = self.least {
            faults.keep("least", Self::LEAST.check(least));
            let most = u32::try_from(choice.count()).unwrap_or(u32::MAX);
            if least > most && !faults.iter().any(|(field, _)| field == "least") {
                faults.add("least", Fault::AboveMaximum { most });
            }
        }
        faults.or(Some(()))
    }
}

/// Whether people can wish at an instant, if wishes close then.
pub fn wishes_are_open(closes: EventTime, event: &Event, now: Timestamp) -> bool {
    event.state == EventState::Published && now < closes.at && !event.is_over(now)
}

/// Whether somebody who registered after wishes closed can still wish: until the last of the slots begins. Their wishes
/// say where they are placed among the seats that are free.
pub fn late_wishes_are_open<'s>(
    (closes, registered): (EventTime, Timestamp),
    slots: impl Iterator<Item = &'s TimeSlot>,
    event: &Event,
    now: Timestamp,
) -> bool {
    let zone = event.details.time_zone.rules();
    let mut slots = slots.filter(|slot| slot.way == SlotWay::Wishes);
    event.state == EventState::Published
        && registered >= closes.at
        && slots.any(|slot| now < slot.starts_at(zone))
}

#[cfg(test)]
mod tests {
    use super::TieSeed;

    #[test]
    fn every_seed_comes_back_from_the_database() {
        for bits in [[0; 8], [0xFF; 8]] {
            let seed = TieSeed::from_random(bits);
            let stored = i64::try_from(seed.number()).unwrap();
            assert_eq!(TieSeed::stored(stored), Some(seed));
        }
        assert_eq!(TieSeed::stored(-1), None);
    }
}
