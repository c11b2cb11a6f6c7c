//! How long an item lasts, from what was typed: its minutes, its end, or both.

use jiff::{
    SignedDuration, Timestamp,
    civil::{DateTime, Time},
    tz::TimeZone,
};
use model::{
    AgendaItem, EventTime, Fault, Faults,
    local::{self, LocalTime},
};

/// An end that seems to be more than this after the beginning is before it, and not on the next day.
const LONGEST_NIGHT: SignedDuration = SignedDuration::from_hours(12);

/// The minutes of an item. If both its minutes and its end are typed, they must agree.
pub(crate) fn minutes(
    starts: EventTime,
    minutes: Option<u32>,
    ends: Option<Time>,
    zone: &TimeZone,
) -> Result<u32, Faults> {
    let at = |field: &str, fault| Faults::one(field, fault);
    let checked = |minutes| {
        let range = AgendaItem::MINUTES;
        range.check(minutes).map_err(|fault| at("minutes", fault))
    };
    match (minutes, ends) {
        (None, None) => Err(at("minutes", Fault::Missing)),
        (Some(minutes), None) => checked(minutes),
        (None, Some(ends)) => until(starts, ends, zone).map_err(|fault| at("ends", fault)),
        (Some(minutes), Some(ends)) => {
            let minutes = checked(minutes)?;
            let expected = zone.to_datetime(after(starts.at, minutes)).time();
            if expected == ends {
                return Ok(minutes);
            }
            let ends = expected;
            Err(at("ends", Fault::EndDisagrees { minutes, ends }))
        }
    }
}

fn after(starts: Timestamp, minutes: u32) -> Timestamp {
    let length = SignedDuration::from_mins(minutes.into());
    starts.checked_add(length).unwrap_or(starts)
}

/// The minutes until the next time that the clocks show an end.
fn until(starts: EventTime, ends: Time, zone: &TimeZone) -> Result<u32, Fault> {
    let (today, tomorrow) = (starts.local.date(), starts.local.date().tomorrow().ok());
    if ends > starts.local.time() {
        local::refuse_skipped(today.to_datetime(ends), zone)?;
    }
    let days = [Some(today), tomorrow].into_iter().flatten();
    let mut instants = days.flat_map(|day| instants(day.to_datetime(ends), zone));
    let Some(at) = instants.find(|at| *at > starts.at) else {
        return Err(Fault::NoTime);
    };
    let length = starts.at.duration_until(at);
    if length > LONGEST_NIGHT && ends <= starts.local.time() {
        return Err(Fault::EndsBeforeStart);
    }
    u32::try_from(length.as_mins()).map_err(|_| Fault::NoTime)
}

/// The instants at which the clocks show a local time: none, one or two.
fn instants(local: DateTime, zone: &TimeZone) -> Vec<Timestamp> {
    match local::resolve(local, zone) {
        Ok(LocalTime::Unique(at)) => vec![at.timestamp()],
        Ok(LocalTime::Repeated { first, second }) => vec![first.timestamp(), second.timestamp()],
        Ok(LocalTime::Skipped { .. }) | Err(_) => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use jiff::{civil::Time, tz::TimeZone};
    use model::{EventTime, Fault, Faults, local::Occurrence};

    fn time(text: &str) -> Time {
        text.parse().unwrap()
    }

    fn entered(
        starts: &str,
        minutes: Option<u32>,
        ends: Option<&str>,
    ) -> Result<u32, (String, Fault)> {
        let berlin = TimeZone::get("Europe/Berlin").unwrap();
        let local = starts.parse().unwrap();
        let starts = EventTime::resolve(local, &berlin, Some(Occurrence::First)).unwrap();
        super::minutes(starts, minutes, ends.map(time), &berlin).map_err(only)
    }

    fn only(faults: Faults) -> (String, Fault) {
        let mut faults = faults.iter();
        let (field, fault) = faults.next().unwrap();
        (field.to_owned(), fault.clone())
    }

    #[test]
    fn either_minutes_or_the_end_say_how_long_an_item_lasts() {
        assert_eq!(entered("2024-06-01T10:00", Some(45), None), Ok(45));
        assert_eq!(entered("2024-06-01T10:00", None, Some("11:30")), Ok(90));
        assert_eq!(entered("2024-06-01T10:00", Some(90), Some("11:30")), Ok(90));
        assert_eq!(
            entered("2024-06-01T10:00", None, None),
            Err(("minutes".into(), Fault::Missing))
        );
    }

    #[test]
    fn minutes_and_an_end_that_disagree_are_refused_beside_the_end() {
        let disagrees = Fault::EndDisagrees {
            minutes: 45,
            ends: time("10:45"),
        };
        assert_eq!(
            entered("2024-06-01T10:00", Some(45), Some("11:00")),
            Err(("ends".into(), disagrees))
        );
    }

    #[test]
    fn an_end_after_midnight_is_on_the_next_day_and_one_before_the_beginning_is_refused() {
        assert_eq!(entered("2024-06-01T22:00", None, Some("01:00")), Ok(180));
        let backwards = Err(("ends".into(), Fault::EndsBeforeStart));
        assert_eq!(entered("2024-06-01T10:00", None, Some("09:30")), backwards);
        assert_eq!(entered("2024-06-01T10:00", None, Some("10:00")), backwards);
    }

    #[test]
    fn lengths_are_elapsed_time_when_the_clocks_change() {
        assert_eq!(entered("2024-03-31T01:30", None, Some("03:30")), Ok(60));
        assert_eq!(entered("2024-10-27T01:30", None, Some("03:30")), Ok(180));
        // From the first half past two to the second.
        assert_eq!(entered("2024-10-27T02:30", None, Some("02:30")), Ok(60));
        let skipped = Fault::SkippedTime {
            before: "01:59".into(),
            after: "03:00".into(),
        };
        assert_eq!(
            entered("2024-03-31T01:30", None, Some("02:30")),
            Err(("ends".into(), skipped))
        );
    }
}
