//! How tables name slots: by their times, or by a letter or number in the order of the event.

use jiff::civil::{Date, DateTime, Time};
use model::{Fault, SlotId, local, workshops::TimeSlot};

/// The name of a slot in a table: *2027-04-15 14:00*.
pub(in crate::workshops) fn name(slot: &TimeSlot) -> String {
    slot.starts.strftime("%Y-%m-%d %H:%M").to_string()
}

/// The slot that a text names: *2027-04-15 14:00*, *Do., 15.04., 14 Uhr*, *9:30* if only one begins then, *2* or *B* for
/// the second.
pub(super) fn find(text: &str, slots: &[TimeSlot]) -> Result<SlotId, Fault> {
    let unknown = || Fault::NoSuchSlot {
        entry: text.to_owned(),
    };
    if let Some(index) = index(text) {
        return slots.get(index).map(|slot| slot.id).ok_or_else(unknown);
    }
    let time = time(text);
    let day = NamedDate::of(text);
    if time.is_none() && day.is_none() {
        return Err(unknown());
    }
    let fits = |at: DateTime| {
        time.is_none_or(|time| at.time() == time) && day.is_none_or(|day| day.is(at.date()))
    };
    let mut found = slots.iter().filter(|slot| fits(slot.starts));
    match (found.next(), found.next()) {
        (Some(slot), None) => Ok(slot.id),
        (Some(_), Some(_)) => Err(Fault::SeveralSlots {
            entry: text.to_owned(),
        }),
        (None, _) => Err(unknown()),
    }
}

/// The position that a letter or a number names.
fn index(text: &str) -> Option<usize> {
    let text = text.trim();
    let mut letters = text.chars();
    if let (Some(letter), None) = (letters.next(), letters.next())
        && letter.is_ascii_alphabetic()
    {
        let place = u32::from(letter.to_ascii_lowercase()) - u32::from('a');
        return usize::try_from(place).ok();
    }
    text.parse::<usize>().ok()?.checked_sub(1)
}

/// The first time of day: *14:00*, *9.30 Uhr*, *14 Uhr*.
fn time(text: &str) -> Option<Time> {
    let words: Vec<&str> = words(text).collect();
    words.iter().enumerate().find_map(|(at, word)| {
        // *2027-04-16* has a dash, too.
        if NamedDate::of(word).is_some() {
            return None;
        }
        let word = word
            .split_once(['–', '-'])
            .map_or(*word, |(first, _)| first);
        if let Ok(time) = local::parse_time(word) {
            return Some(time);
        }
        let next = words.get(at + 1).map(|next| next.to_lowercase());
        if next.as_deref() != Some("uhr") {
            return None;
        }
        let (hour, minute) = word.split_once('.').unwrap_or((word, "0"));
        Time::new(hour.parse().ok()?, minute.parse().ok()?, 0, 0).ok()
    })
}

/// A day, perhaps without its year.
#[derive(Debug, Clone, Copy)]
struct NamedDate {
    year: Option<i16>,
    month: i8,
    day: i8,
}

impl NamedDate {
    /// The first date: *2027-04-15*, *15.04.2027*, *15.4.*
    fn of(text: &str) -> Option<Self> {
        words(text).find_map(|word| {
            if let Ok(date) = word.parse::<Date>() {
                return Some(Self {
                    year: Some(date.year()),
                    month: date.month(),
                    day: date.day(),
                });
            }
            let mut parts = word.split('.');
            let (day, month) = (parts.next()?.parse().ok()?, parts.next()?.parse().ok()?);
            // Without a point after the month, *9.30* is a time.
            let year = match parts.next()? {
                "" => None,
                year => Some(year.parse().ok()?),
            };
            Some(Self { year, month, day })
        })
    }

    fn is(self, date: Date) -> bool {
        (self.month, self.day) == (date.month(), date.day())
            && self.year.is_none_or(|year| year == date.year())
    }
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split([' ', ',', '\u{a0}', 'T'])
        .filter(|word| !word.is_empty())
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use model::{
        Fault,
        local::Occurrence,
        workshops::{SlotWay, TimeSlot},
    };
    use uuid::Uuid;

    use super::{find, name};

    fn slots() -> Vec<TimeSlot> {
        let slot = |number: u128, day, hour, minute| TimeSlot {
            id: Uuid::from_u128(number).into(),
            event: Uuid::from_u128(99).into(),
            starts: date(2027, 4, day).at(hour, minute, 0, 0),
            occurrence: Occurrence::First,
            minutes: 90,
            way: SlotWay::Wishes,
            revision: 1,
        };
        vec![slot(1, 15, 14, 0), slot(2, 16, 9, 30), slot(3, 16, 14, 0)]
    }

    fn found(text: &str) -> Result<u128, Fault> {
        find(text, &slots()).map(|id| id.uuid().as_u128())
    }

    #[test]
    fn a_slot_is_found_by_its_time_its_letter_and_its_number() {
        for text in [
            "2",
            "B",
            "b",
            "9:30",
            "09:30",
            "9.30 Uhr",
            "2027-04-16 09:30",
            "2027-04-16T09:30",
            "16.04.2027 9:30",
            "Fr., 16.4., 9:30–11:00 Uhr",
        ] {
            assert_eq!(found(text), Ok(2), "{text}");
        }
        assert_eq!(found("15.4."), Ok(1));
        assert_eq!(found("16.4. 14 Uhr"), Ok(3));
        for slot in slots() {
            assert_eq!(find(&name(&slot), &slots()), Ok(slot.id));
        }
    }

    #[test]
    fn an_unknown_or_ambiguous_slot_is_named_as_it_was_written() {
        for text in [
            "4",
            "D",
            "nachmittags",
            "10:00",
            "17.4. 14:00",
            "2028-04-15 14:00",
            "0",
        ] {
            let entry = text.to_owned();
            assert_eq!(found(text), Err(Fault::NoSuchSlot { entry }), "{text}");
        }
        for text in ["14:00", "16.4."] {
            let entry = text.to_owned();
            assert_eq!(found(text), Err(Fault::SeveralSlots { entry }), "{text}");
        }
    }
}
