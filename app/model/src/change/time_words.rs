//! The words for changes of times.

use jiff::tz::{Offset, TimeZone};

use super::Changed;
use crate::{EventTime, Language, dates};

impl Changed<EventTime> {
    /// Both times as people read them: *Di., 19. September 2023, 9:30 Uhr*. Where the clocks show the
    /// same before and after, each names its offset from UTC.
    pub fn in_words(&self, language: Language) -> Changed<String> {
        self.map(|time| Some(*time)).in_words(language)
    }
}

impl Changed<Option<EventTime>> {
    /// The same; empty for a time that is not set.
    pub fn in_words(&self, language: Language) -> Changed<String> {
        let texts = self.map(|time| {
            let text = time.map(|time| dates::date_time(time.local, language));
            text.unwrap_or_default()
        });
        if texts.before != texts.after {
            return texts;
        }
        self.map(|time| {
            let text = time.map(|time| {
                let text = dates::date_time(time.local, language);
                format!("{text} (UTC{})", offset(time))
            });
            text.unwrap_or_default()
        })
    }
}

fn offset(time: EventTime) -> Offset {
    let clock = time.local.to_zoned(TimeZone::UTC);
    let ahead = clock.map_or(0, |clock| {
        clock.timestamp().as_second() - time.at.as_second()
    });
    let seconds = i32::try_from(ahead).unwrap_or_default();
    Offset::from_seconds(seconds).unwrap_or(Offset::UTC)
}

#[cfg(test)]
mod tests {
    use super::Changed;
    use crate::{EventTime, Language};

    fn berlin(local: &str, at: &str) -> EventTime {
        EventTime {
            local: local.parse().unwrap(),
            at: at.parse().unwrap(),
        }
    }

    fn worded(before: EventTime, after: EventTime) -> (String, String) {
        let texts = Changed { before, after }.in_words(Language::De);
        (texts.before, texts.after)
    }

    #[test]
    fn times_read_as_people_write_them() {
        let before = berlin("2026-09-19T09:30", "2026-09-19T07:30:00Z");
        let after = berlin("2026-09-19T10:30", "2026-09-19T08:30:00Z");
        assert_eq!(
            worded(before, after),
            (
                "Sa., 19. September 2026, 9:30 Uhr".into(),
                "Sa., 19. September 2026, 10:30 Uhr".into()
            )
        );
    }

    #[test]
    fn equal_clocks_name_their_offsets() {
        let first = berlin("2024-10-27T02:30", "2024-10-27T00:30:00Z");
        let second = berlin("2024-10-27T02:30", "2024-10-27T01:30:00Z");
        assert_eq!(
            worded(first, second),
            (
                "So., 27. Oktober 2024, 2:30 Uhr (UTC+02)".into(),
                "So., 27. Oktober 2024, 2:30 Uhr (UTC+01)".into()
            )
        );
    }
}
