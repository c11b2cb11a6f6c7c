//! Parses local dates and times of forms.

use jiff::tz::TimeZone;
use model::{
    EventTime, Fault, Faults, IanaTimeZone,
    local::{self, Occurrence},
};
use ui::visit::visit;

/// The typed values of a date and time field.
#[derive(Debug, Clone, Copy)]
pub struct Entered<'a> {
    /// The name of the field. Its inputs are `{name}_date`, `{name}_time` and `{name}_which`.
    pub name: &'a str,
    pub date: &'a str,
    pub time: &'a str,
    /// `first` or `second`: which of the two instants is meant when clocks go back. Otherwise empty.
    pub which: &'a str,
}

impl<'a> Entered<'a> {
    /// Parses a required date and time. Adds each fault under the name of its input.
    pub fn parse(self, zone: Option<&TimeZone>, faults: &mut Faults) -> Option<EventTime> {
        let Self {
            name,
            date,
            time,
            which,
        } = self;
        let date = faults.keep(&format!("{name}_date"), local::parse_date(date));
        let time = faults.keep(&format!("{name}_time"), local::parse_time(time));
        // The field of the zone reports a missing zone.
        let (local, zone) = (date?.to_datetime(time?), zone?);
        let occurrence = match which {
            "first" => Some(Occurrence::First),
            "second" => Some(Occurrence::Second),
            _ => None,
        };
        EventTime::resolve(local, zone, occurrence)
            .map_err(|fault| {
                let input = match fault {
                    Fault::TwiceTime { .. } => "which",
                    Fault::SkippedTime { .. } => "time",
                    _ => "date",
                };
                faults.add(format!("{name}_{input}"), fault);
            })
            .ok()
    }

    #[expect(
        clippy::option_option,
        reason = "whether it is sound, and whether anything was entered"
    )]
    /// Parses an optional date and time. A date without a time gets the default time. The outer `None` means a fault.
    pub fn optional(
        self,
        zone: Option<&TimeZone>,
        time_if_none: &'a str,
        faults: &mut Faults,
    ) -> Option<Option<EventTime>> {
        match (self.date.trim(), self.time.trim()) {
            ("", "") => Some(None),
            (_, "") => Self {
                time: time_if_none,
                ..self
            }
            .parse(zone, faults)
            .map(Some),
            _ => self.parse(zone, faults).map(Some),
        }
    }
}

/// Refuses a time that is over, before anything is shown for it. `name` is the name of the field.
pub fn refuse_past(name: &str, time: Option<EventTime>) -> Result<(), Faults> {
    match time {
        Some(time) if time.at <= visit().now => {
            Err(Faults::one(format!("{name}_date"), Fault::AlreadyOver))
        }
        _ => Ok(()),
    }
}

/// The values of the date and time inputs: `("2023-09-19", "09:30")`.
pub fn shown(time: Option<EventTime>) -> (String, String) {
    time.map(|time| {
        let (date, clock) = (time.local.date(), time.local.strftime("%H:%M"));
        (date.to_string(), clock.to_string())
    })
    .unwrap_or_default()
}

/// The value of the `which` input for a stored time. Empty if the local time is unambiguous.
pub fn which(time: EventTime, zone: &IanaTimeZone) -> String {
    match time.occurrence(zone.rules()) {
        Some(Occurrence::First) => "first".to_owned(),
        Some(Occurrence::Second) => "second".to_owned(),
        None => String::new(),
    }
}
