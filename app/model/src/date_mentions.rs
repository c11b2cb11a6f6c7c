//! Dates in texts that people wrote: what becomes wrong when a text is used for another day.

use jiff::civil::Date;

use crate::dates::{month_of, weekday_of};

/// A date, a weekday or a year in a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DateMention<'t> {
    /// As it is written.
    pub text: &'t str,
    meaning: Meaning,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Meaning {
    /// Counted from Monday, 1.
    Weekday(i8),
    Year(i16),
    Day {
        day: i8,
        month: i8,
        year: Option<i16>,
    },
}

/// A run of letters or digits, by its place in the text.
#[derive(Debug, Clone, Copy)]
struct Word<'t> {
    start: usize,
    end: usize,
    text: &'t str,
}

impl<'t> DateMention<'t> {
    /// All mentions in a text, German or English, in their order: *Dienstag*, *19. September 2023*, *September 19, 2023*,
    /// *19.9.2023*, *2023-09-19*, *2023*.
    pub fn all_in(text: &'t str) -> Vec<Self> {
        let words = words(text);
        let mut mentions = Vec::new();
        let mut position = 0;
        while let Some(word) = words.get(position) {
            let found = day_at(text, &words, position).or_else(|| {
                let meaning = weekday_of(word.text).map(Meaning::Weekday);
                meaning
                    .or_else(|| year(word.text).map(Meaning::Year))
                    .map(|meaning| (1, meaning))
            });
            match found {
                Some((length, meaning)) => {
                    let end = words.get(position + length - 1).map_or(word.end, |w| w.end);
                    mentions.push(Self {
                        text: text.get(word.start..end).unwrap_or_default(),
                        meaning,
                    });
                    position += length;
                }
                None => position += 1,
            }
        }
        mentions
    }

    /// Whether it is a day of an event from one day to another.
    pub fn agrees_with(&self, (first, last): (Date, Date)) -> bool {
        // A mention of an event of many days is right on one of them.
        let mut days = std::iter::successors(Some(first), |day| day.tomorrow().ok())
            .take_while(|day| *day <= last)
            .take(60);
        days.any(|date| match self.meaning {
            Meaning::Weekday(weekday) => date.weekday().to_monday_one_offset() == weekday,
            Meaning::Year(year) => date.year() == year,
            Meaning::Day { day, month, year } => {
                date.day() == day
                    && date.month() == month
                    && year.is_none_or(|year| date.year() == year)
            }
        })
    }
}

/// A day that begins at a word, and of how many words it is made.
fn day_at(text: &str, words: &[Word<'_>], position: usize) -> Option<(usize, Meaning)> {
    let word = words.get(position)?;
    let next = words.get(position + 1)?;
    let between = |one: &Word<'_>, other: &Word<'_>| text.get(one.end..other.start).unwrap_or("");
    let gap = between(word, next);
    let third = words.get(position + 2);
    let year_after = |is_gap: &dyn Fn(&str) -> bool| {
        third.and_then(|third| year(third.text).filter(|_| is_gap(between(next, third))))
    };
    let of = |day: i8, month: i8, year: Option<i16>| {
        let length = if year.is_some() { 3 } else { 2 };
        (length, Meaning::Day { day, month, year })
    };
    let is_space = |gap: &str| !gap.is_empty() && gap.chars().all(char::is_whitespace);
    // 19. September 2023 · 19 September 2023 · 19th September
    if let (Some(day), Some(month)) = (day_number(word.text), month_of(next.text))
        && is_space(gap.strip_prefix('.').unwrap_or(gap))
    {
        return Some(of(day, month, year_after(&is_space)));
    }
    // September 19, 2023
    if let (Some(month), Some(day)) = (month_of(word.text), day_number(next.text))
        && is_space(gap)
    {
        let is_gap = |gap: &str| is_space(gap.strip_prefix(',').unwrap_or(gap));
        return Some(of(day, month, year_after(&is_gap)));
    }
    // 2023-09-19
    if let (Some(year), Some(month), Some(third), "-") =
        (year(word.text), number(next.text, 12), third, gap)
        && let Some(day) = number(third.text, 31)
        && between(next, third) == "-"
    {
        let meaning = Meaning::Day {
            day,
            month,
            year: Some(year),
        };
        return Some((3, meaning));
    }
    // 19.9.2023 · 19.09. · 19/9/2023. Without a year, a dot follows: 10.15 is a time.
    let (day, month) = (number(word.text, 31)?, number(next.text, 12)?);
    if gap != "." && gap != "/" {
        return None;
    }
    let year = year_after(&|between: &str| between == gap).or_else(|| {
        let third = third.filter(|third| third.text.len() == 2 && between(next, third) == ".")?;
        third.text.parse::<i16>().ok().map(|year| 2000 + year)
    });
    let mut rest = text.get(next.end..).unwrap_or_default().chars();
    let ends_with_dot = rest.next() == Some('.') && !rest.next().is_some_and(char::is_alphanumeric);
    (year.is_some() || gap == "." && ends_with_dot).then(|| of(day, month, year))
}

fn words(text: &str) -> Vec<Word<'_>> {
    let mut words: Vec<Word<'_>> = Vec::new();
    let mut begun: Option<usize> = None;
    let ends = text.char_indices().chain([(text.len(), ' ')]);
    for (at, c) in ends {
        match (begun, c.is_alphanumeric()) {
            (None, true) => begun = Some(at),
            (Some(start), false) => {
                words.push(Word {
                    start,
                    end: at,
                    text: text.get(start..at).unwrap_or_default(),
                });
                begun = None;
            }
            _ => {}
        }
    }
    words
}

fn number(text: &str, most: i8) -> Option<i8> {
    let number: i8 = text.parse().ok()?;
    (text.len() <= 2 && (1..=most).contains(&number)).then_some(number)
}

/// The day of a month, also as 19th.
fn day_number(text: &str) -> Option<i8> {
    let digits = ["st", "nd", "rd", "th"]
        .iter()
        .find_map(|ending| text.strip_suffix(ending))
        .unwrap_or(text);
    number(digits, 31)
}

fn year(text: &str) -> Option<i16> {
    let year: i16 = text.parse().ok()?;
    (text.len() == 4 && (1990..=2099).contains(&year)).then_some(year)
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::DateMention;

    fn found(text: &str) -> Vec<&str> {
        DateMention::all_in(text)
            .into_iter()
            .map(|mention| mention.text)
            .collect()
    }

    #[test]
    fn dates_of_both_languages_are_found() {
        assert_eq!(
            found("Am Dienstag, 19. September 2023, und am 20.9.2023 (2023-09-21)."),
            ["Dienstag", "19. September 2023", "20.9.2023", "2023-09-21"]
        );
        assert_eq!(
            found("On Tuesday, September 19, 2023 or 20th March; until 5 May."),
            ["Tuesday", "September 19, 2023", "20th March", "5 May"]
        );
        assert_eq!(
            found("Bis zum 3.4. anmelden, Treffen 2024, nicht am 5.6.24"),
            ["3.4", "2024", "5.6.24"]
        );
    }

    #[test]
    fn numbers_and_times_are_no_dates() {
        for text in [
            "Von 10.15 bis 11.30 Uhr",
            "37 Workshops in 8 Runden, Raum 2.14",
            "03741 2023456",
            "Mai hilft 5 Gästen",
            "Version 1.2.3",
        ] {
            assert_eq!(found(text), [] as [&str; 0], "{text}");
        }
    }

    #[test]
    fn what_is_right_for_the_new_days_agrees() {
        let days = (date(2024, 3, 12), date(2024, 3, 13));
        let agrees = |text: &str| DateMention::all_in(text)[0].agrees_with(days);
        for right in ["Dienstag", "Wednesday", "2024", "13. März", "12.3.2024"] {
            assert!(agrees(right), "{right}");
        }
        for wrong in ["Montag", "2023", "14. März", "12.3.2023"] {
            assert!(!agrees(wrong), "{wrong}");
        }
    }
}
