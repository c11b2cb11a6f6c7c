//! Dates as people write them, in both languages, for mails and pages alike.

use jiff::{
    Zoned,
    civil::{Date, DateTime},
};

use crate::{IanaTimeZone, Language};

const WEEKDAYS: [[&str; 7]; 2] = [
    ["Mo.", "Di.", "Mi.", "Do.", "Fr.", "Sa.", "So."],
    ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"],
];

const MONTHS: [[&str; 12]; 2] = [
    [
        "Januar",
        "Februar",
        "März",
        "April",
        "Mai",
        "Juni",
        "Juli",
        "August",
        "September",
        "Oktober",
        "November",
        "Dezember",
    ],
    [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ],
];

const LONG_WEEKDAYS: [[&str; 7]; 2] = [
    [
        "montag",
        "dienstag",
        "mittwoch",
        "donnerstag",
        "freitag",
        "samstag",
        "sonntag",
    ],
    [
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
    ],
];

fn name<const N: usize>(
    of: &'static [[&'static str; N]; 2],
    language: Language,
    number: i8,
) -> &'static str {
    let names = match language {
        Language::De => &of[0],
        Language::En => &of[1],
    };
    usize::try_from(number - 1)
        .ok()
        .and_then(|index| names.get(index))
        .copied()
        .unwrap_or_default()
}

/// The number of a month by its full name in either language. `None` if it is none.
pub(crate) fn month_of(word: &str) -> Option<i8> {
    let lower = word.to_lowercase();
    let position = MONTHS.iter().find_map(|months| {
        months
            .iter()
            .position(|month| month.to_lowercase() == lower)
    })?;
    i8::try_from(position + 1).ok()
}

/// The number of a weekday by its full name in either language, counted from Monday, 1. `None` if it is none.
pub(crate) fn weekday_of(word: &str) -> Option<i8> {
    let lower = word.to_lowercase();
    let is_meant = |day: &&str| *day == lower || lower.strip_suffix('s') == Some(*day);
    let position = LONG_WEEKDAYS
        .iter()
        .find_map(|days| days.iter().position(&is_meant))?;
    i8::try_from(position + 1).ok()
}

/// *Di., 19. September 2023* · *Tue, 19 September 2023*
pub fn day(date: Date, language: Language) -> String {
    let weekday = name(&WEEKDAYS, language, date.weekday().to_monday_one_offset());
    let month = name(&MONTHS, language, date.month());
    let (day, year) = (date.day(), date.year());
    match language {
        Language::De => format!("{weekday}, {day}. {month} {year}"),
        Language::En => format!("{weekday}, {day} {month} {year}"),
    }
}

/// *Fr., 11. Dez.* · *Fri, 11 Dec*, with the year if it is not that of `today`.
pub fn short_day(date: Date, today: Date, language: Language) -> String {
    let weekday = name(&WEEKDAYS, language, date.weekday().to_monday_one_offset());
    let month = name(&MONTHS, language, date.month());
    let long = match language {
        Language::De => 4,
        Language::En => 3,
    };
    let month = if month.chars().count() <= long {
        month.to_owned()
    } else {
        let short: String = month.chars().take(3).collect();
        match language {
            Language::De => format!("{short}."),
            Language::En => short,
        }
    };
    let day = date.day();
    let day = match language {
        Language::De => format!("{weekday}, {day}. {month}"),
        Language::En => format!("{weekday}, {day} {month}"),
    };
    if date.year() == today.year() {
        day
    } else {
        format!("{day} {}", date.year())
    }
}

/// *9:30*
pub fn clock(time: jiff::civil::Time) -> String {
    format!("{}:{:02}", time.hour(), time.minute())
}

/// *Di., 19. September 2023, 9:30 Uhr* · *Tue, 19 September 2023, 9:30*
pub fn date_time(at: DateTime, language: Language) -> String {
    let time = oclock(&clock(at.time()), language);
    format!("{}, {time}", day(at.date(), language))
}

/// *21.8., 9:14* · *21 Aug, 9:14*, for columns of tables.
pub fn brief(at: &Zoned, language: Language) -> String {
    let time = clock(at.time());
    match language {
        Language::De => format!("{}.{}., {time}", at.day(), at.month()),
        Language::En => {
            let month: String = name(&MONTHS, language, at.month())
                .chars()
                .take(3)
                .collect();
            format!("{} {month}, {time}", at.day())
        }
    }
}

/// *Di., 19. September 2023, 9:30–16:00 Uhr*; both dates where the event ends on another day. The clocks are
/// named where their time alone leaves the instant or the length open: *2:30 Uhr MESZ – 6:00 Uhr MEZ*. The
/// zone is named where it is not `home`, the zone that the reader expects.
pub fn span(starts: &Zoned, ends: &Zoned, language: Language, home: &IanaTimeZone) -> String {
    let names_clocks = starts.offset() != ends.offset() || is_repeated(starts) || is_repeated(ends);
    let first = day(starts.date(), language);
    let text = if names_clocks {
        let second = if starts.date() == ends.date() {
            named_time(ends, language)
        } else {
            let date = day(ends.date(), language);
            format!("{date}, {}", named_time(ends, language))
        };
        format!("{first}, {} – {second}", named_time(starts, language))
    } else if starts.date() == ends.date() {
        let times = format!("{}–{}", clock(starts.time()), clock(ends.time()));
        format!("{first}, {}", oclock(&times, language))
    } else {
        format!(
            "{} – {}",
            date_time(starts.datetime(), language),
            date_time(ends.datetime(), language)
        )
    };
    let zone = starts.time_zone().iana_name();
    match zone.filter(|zone| *zone != home.as_str()) {
        Some(zone) => format!("{text} ({})", local_time_of_zone(zone, language)),
        None => text,
    }
}

/// Whether the clocks show the time twice.
fn is_repeated(at: &Zoned) -> bool {
    let ambiguous = at.time_zone().to_ambiguous_zoned(at.datetime());
    ambiguous.is_ambiguous()
}

/// *2:30 Uhr MESZ* · *2:30 CEST*
fn named_time(at: &Zoned, language: Language) -> String {
    let time = oclock(&clock(at.time()), language);
    let info = at.time_zone().to_offset_info(at.timestamp());
    let abbreviation = info.abbreviation();
    // Zones without letters are abbreviated as their offset: `+01`.
    let prefix = if abbreviation.starts_with(['+', '-']) {
        "UTC"
    } else {
        ""
    };
    format!("{time} {prefix}{}", clock_name(abbreviation, language))
}

/// What people call the clocks of an abbreviation: *MESZ* for `CEST` in German.
pub fn clock_name(abbreviation: &str, language: Language) -> &str {
    match (language, abbreviation) {
        (Language::De, "CEST") => "MESZ",
        (Language::De, "CET") => "MEZ",
        _ => abbreviation,
    }
}

/// *Ortszeit St. John's* · *local time, St. John's*, for `America/St_Johns`.
pub fn local_time_of(zone: &IanaTimeZone, language: Language) -> String {
    local_time_of_zone(zone.as_str(), language)
}

fn local_time_of_zone(zone: &str, language: Language) -> String {
    let city = city_of_zone(zone);
    match language {
        Language::De => format!("Ortszeit {city}"),
        Language::En => format!("local time, {city}"),
    }
}

/// The city in the name of a zone: *St. John's* for `America/St_Johns`.
pub(crate) fn city_of_zone(zone: &str) -> String {
    match zone.rsplit('/').next().unwrap_or(zone) {
        "St_Johns" => "St. John's".to_owned(),
        city => city.replace("St_", "St. ").replace('_', " "),
    }
}

fn oclock(time: &str, language: Language) -> String {
    match language {
        Language::De => format!("{time} Uhr"),
        Language::En => time.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use jiff::{Zoned, civil::date};

    use super::{brief, span};
    use crate::{IanaTimeZone, Language};

    fn berlin(day: i8, hour: i8, minute: i8) -> Zoned {
        date(2023, 9, day)
            .at(hour, minute, 0, 0)
            .in_tz("Europe/Berlin")
            .unwrap()
    }

    fn zone(name: &str) -> IanaTimeZone {
        IanaTimeZone::parse(name).unwrap()
    }

    #[test]
    fn a_day_reads_as_people_write_it() {
        let (starts, ends) = (berlin(19, 9, 30), berlin(19, 16, 0));
        assert_eq!(
            span(&starts, &ends, Language::De, &zone("Europe/Berlin")),
            "Di., 19. September 2023, 9:30–16:00 Uhr"
        );
        assert_eq!(
            span(&starts, &ends, Language::En, &zone("Europe/Berlin")),
            "Tue, 19 September 2023, 9:30–16:00"
        );
    }

    #[test]
    fn several_days_and_a_foreign_zone_are_said() {
        let (starts, ends) = (berlin(19, 9, 30), berlin(20, 13, 5));
        assert_eq!(
            span(&starts, &ends, Language::De, &zone("Europe/Lisbon")),
            "Di., 19. September 2023, 9:30 Uhr – Mi., 20. September 2023, 13:05 Uhr (Ortszeit Berlin)"
        );
    }

    #[test]
    fn clocks_are_named_where_their_time_leaves_something_open() {
        let home = zone("Europe/Berlin");
        let span = |starts: &str, ends: &str, language| {
            let read = |text: &str| -> Zoned { format!("{text}[Europe/Berlin]").parse().unwrap() };
            span(&read(starts), &read(ends), language, &home)
        };
        let (first, second) = ("2023-10-29T02:30+02:00", "2023-10-29T02:30+01:00");
        for (starts, text) in [
            (first, "So., 29. Oktober 2023, 2:30 Uhr MESZ – 6:00 Uhr MEZ"),
            (second, "So., 29. Oktober 2023, 2:30 Uhr MEZ – 6:00 Uhr MEZ"),
        ] {
            assert_eq!(span(starts, "2023-10-29T06:00+01:00", Language::De), text);
        }
        assert_eq!(
            span(
                "2023-10-28T09:30+02:00",
                "2023-10-29T16:00+01:00",
                Language::En
            ),
            "Sat, 28 October 2023, 9:30 CEST – Sun, 29 October 2023, 16:00 CET"
        );
    }

    #[test]
    fn a_zone_is_called_by_its_city() {
        for (name, words) in [
            ("America/St_Johns", "(Ortszeit St. John's)"),
            ("America/New_York", "(Ortszeit New York)"),
        ] {
            let at = |hour| date(2023, 9, 19).at(hour, 0, 0, 0).in_tz(name).unwrap();
            let text = span(&at(9), &at(10), Language::De, &zone("Europe/Berlin"));
            assert!(text.ends_with(words), "{text}");
        }
        let at = |hour| {
            date(2026, 3, 22)
                .at(hour, 0, 0, 0)
                .in_tz("Africa/Casablanca")
                .unwrap()
        };
        let text = span(&at(1), &at(9), Language::En, &zone("Africa/Casablanca"));
        assert_eq!(text, "Sun, 22 March 2026, 1:00 UTC+00 – 9:00 UTC+01");
    }

    #[test]
    fn a_column_says_day_and_time() {
        assert_eq!(brief(&berlin(5, 9, 4), Language::De), "5.9., 9:04");
        assert_eq!(brief(&berlin(5, 9, 4), Language::En), "5 Sep, 9:04");
    }
}
