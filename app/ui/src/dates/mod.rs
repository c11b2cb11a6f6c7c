//! Formats dates in the language of the visit. [`model::dates`] has the formats that mails use as well.

mod agenda;
mod events;
mod relative;

use jiff::{
    Zoned,
    civil::{Date, DateTime},
};
use model::{IanaTimeZone, Language};

pub use model::dates::clock;

/// Formats dates in one language.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Dates(pub Language);

/// The date formats in the language of the visit.
pub fn dates() -> Dates {
    Dates(crate::visit::language())
}

impl Dates {
    /// *Di., 19. September 2023*.
    pub fn day(self, date: Date) -> String {
        model::dates::day(date, self.0)
    }

    /// *Fr., 11. Dez.*, with the year if it is not that of `today`.
    pub fn short_day(self, date: Date, today: Date) -> String {
        model::dates::short_day(date, today, self.0)
    }

    /// *Di., 19. September 2023, 9:30 Uhr*.
    pub fn moment(self, at: DateTime) -> String {
        model::dates::date_time(at, self.0)
    }

    /// *Di., 19. September 2023, 9:30–16:00 Uhr*, with the time zone if it differs from `home`.
    pub fn span(self, starts: &Zoned, ends: &Zoned, home: &IanaTimeZone) -> String {
        model::dates::span(starts, ends, self.0, home)
    }

    /// *21.8., 9:14*.
    pub fn brief(self, at: &Zoned) -> String {
        model::dates::brief(at, self.0)
    }
}

/// The value of a `datetime` attribute (HTML §4.5.14).
pub fn machine(at: DateTime) -> String {
    at.strftime("%Y-%m-%dT%H:%M").to_string()
}
