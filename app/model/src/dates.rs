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

/// *Di., 19. September 2023, 9:30–16:00 Uhr*; both dates where the event ends on another day. The zone
/// is named where it is not `home`, the zone that the reader expects.
pub fn span(starts: &Zoned, ends: &Zoned, language: Language, home: &IanaTimeZone) -> String {
    let text = if starts.date() == ends.date() {
        let times = format!("{}–{}", clock(starts.time()), clock(ends.time()));
        format!(
            "{}, {}",
            day(starts.date(), language),
            oclock(&times, language)
        )
    } else {
        format!(
            "{} – {}",
            date_time(starts.datetime(), language),
            date_time(ends.datetime(), language)
        )
    };
    match starts.time_zone().iana_name() {
        Some(zone) if zone != home.as_str() => format!("{text} ({})", zone.replace('_', " ")),
        _ => text,
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
            "Di., 19. September 2023, 9:30 Uhr – Mi., 20. September 2023, 13:05 Uhr (Europe/Berlin)"
        );
    }

    #[test]
    fn a_column_says_day_and_time() {
        assert_eq!(brief(&berlin(5, 9, 4), Language::De), "5.9., 9:04");
        assert_eq!(brief(&berlin(5, 9, 4), Language::En), "5 Sep, 9:04");
    }
}
