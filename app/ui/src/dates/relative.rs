//! Formats relative dates and durations.

use jiff::{Unit, Zoned, civil::Date};
use model::Language;

use super::Dates;
use crate::text::t;

impl Dates {
    /// *noch 24 Tage*, *morgen*, *heute*, *gestern*, *vor 3 Tagen*. Counts calendar days.
    pub fn countdown(self, day: Date, today: Date) -> String {
        let days = today
            .until((Unit::Day, day))
            .map_or(0, |span| span.get_days());
        let language: Language = self.0;
        match days {
            0 => t!(language => "date-today"),
            1 => t!(language => "date-tomorrow"),
            -1 => t!(language => "date-yesterday"),
            2.. => t!(language => "date-in-days", n = days),
            _ => t!(language => "date-days-ago", n = -days),
        }
    }

    /// *heute, 8:12*, *gestern, 17:40*, *21.8., 9:14*.
    pub fn recently(self, at: &Zoned, today: Date) -> String {
        let day = at.date();
        if day == today || day.tomorrow().is_ok_and(|next| next == today) {
            let day = self.countdown(day, today);
            format!("{day}, {}", super::clock(at.time()))
        } else {
            self.brief(at)
        }
    }

    /// *30 Min.*, *1 Std. 30 Min.*
    pub fn minutes(self, minutes: i64) -> String {
        let language: Language = self.0;
        match (minutes / 60, minutes % 60) {
            (0, minutes) => t!(language => "date-minutes", minutes = minutes),
            (hours, 0) => t!(language => "date-hours", hours = hours),
            (hours, minutes) => {
                t!(language => "date-hours-minutes", hours = hours, minutes = minutes)
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use model::Language;

    use super::Dates;

    #[test]
    fn how_far_away_a_day_is_reads_as_people_say_it() {
        let today = date(2023, 8, 26);
        let of = |language, day| Dates(language).countdown(day, today);
        assert_eq!(of(Language::De, date(2023, 9, 19)), "noch 24 Tage");
        assert_eq!(of(Language::En, date(2023, 9, 19)), "in 24 days");
        assert_eq!(of(Language::De, date(2023, 8, 27)), "morgen");
        assert_eq!(of(Language::De, today), "heute");
        assert_eq!(of(Language::De, date(2023, 8, 23)), "vor 3 Tagen");
    }

    #[test]
    fn a_length_is_said_in_hours_and_minutes() {
        assert_eq!(Dates(Language::De).minutes(90), "1 Std. 30 Min.");
        assert_eq!(Dates(Language::En).minutes(30), "30 min");
        assert_eq!(Dates(Language::En).minutes(120), "2 h");
    }
}
