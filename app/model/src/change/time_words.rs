//! The words for changes of times.

use super::{Changed, EventChange};
use crate::{Language, Line, When, dates, local};

/// Words the times among the changes of an event: *Di., 19. September 2023, 9:30 Uhr*. A time names its
/// zone if the zone changed as well.
#[derive(Debug, Clone, Copy)]
pub struct TimeWords<'a> {
    language: Language,
    zones: Option<&'a Changed<Line<64>>>,
}

impl<'a> TimeWords<'a> {
    pub fn new(changes: &'a [EventChange], language: Language) -> Self {
        let zones = changes.iter().find_map(|change| match change {
            EventChange::TimeZone(zones) => Some(zones),
            _ => None,
        });
        Self { language, zones }
    }

    /// Both times.
    pub fn of(self, change: &Changed<When>) -> Changed<String> {
        Changed {
            before: self.time(&change.before, self.zones.map(|zones| &zones.before)),
            after: self.time(&change.after, self.zones.map(|zones| &zones.after)),
        }
    }

    /// Both times; empty for one that is not set.
    pub fn of_optional(self, change: &Changed<Option<When>>) -> Changed<String> {
        let time = |when: &Option<When>, zone| {
            let when = when.as_ref();
            when.map(|when| self.time(when, zone)).unwrap_or_default()
        };
        Changed {
            before: time(&change.before, self.zones.map(|zones| &zones.before)),
            after: time(&change.after, self.zones.map(|zones| &zones.after)),
        }
    }

    fn time(self, when: &When, zone: Option<&Line<64>>) -> String {
        let time = local::parse(&when.local)
            .map(|local| dates::local_moment(local, self.language))
            .unwrap_or_default();
        match zone {
            Some(zone) => format!("{time} ({})", zone.as_str().replace('_', " ")),
            None => time,
        }
    }
}
