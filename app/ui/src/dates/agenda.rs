//! Times of agenda items.

use jiff::civil::DateTime;
use model::Language;

use super::{Dates, clock};

impl Dates {
    /// The end after a beginning: *–10:15*, or * – So., 6:30* on another day.
    pub fn until_beside(self, ends: DateTime, starts: DateTime) -> String {
        let time = clock(ends.time());
        if ends.date() == starts.date() {
            return format!("–{time}");
        }
        let day = self.day(ends.date());
        let weekday = day.split([',', ' ']).next().unwrap_or_default();
        format!("\u{a0}– {weekday},\u{a0}{time}")
    }

    /// *9:30–10:15 Uhr*, or *9:30 – So., 6:30 Uhr*.
    pub fn span_of_item(self, starts: DateTime, ends: DateTime) -> String {
        let times = format!(
            "{}{}",
            clock(starts.time()),
            self.until_beside(ends, starts)
        );
        match self.0 {
            Language::De => format!("{times} Uhr"),
            Language::En => times,
        }
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use model::Language;

    use super::Dates;

    #[test]
    fn an_end_on_another_day_has_its_weekday() {
        let starts = date(2023, 9, 16).at(9, 30, 0, 0);
        let times = |ends, language| Dates(language).span_of_item(starts, ends);
        let (same, next) = (
            date(2023, 9, 16).at(16, 0, 0, 0),
            date(2023, 9, 17).at(6, 30, 0, 0),
        );
        assert_eq!(times(same, Language::De), "9:30–16:00 Uhr");
        assert_eq!(times(next, Language::De), "9:30\u{a0}– So.,\u{a0}6:30 Uhr");
        assert_eq!(times(next, Language::En), "9:30\u{a0}– Sun,\u{a0}6:30");
    }
}
