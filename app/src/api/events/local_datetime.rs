//! Local dates and times as forms send them.

use jiff::tz::TimeZone;
use model::{
    EventTime, Fault, Faults, IanaTimeZone,
    local::{self, Occurrence},
};

/// What a date and a time of day were entered as.
#[derive(Debug, Clone, Copy)]
pub struct Entered<'a> {
    /// The field's name; its inputs are `{name}_date`, `{name}_time` and `{name}_which`.
    pub name: &'a str,
    pub date: &'a str,
    pub time: &'a str,
    /// Which of two, where the clocks are put back: `first`, `second`, or not said.
    pub which: &'a str,
}

impl<'a> Entered<'a> {
    /// The time that was entered. A fault is noted at the input it is in.
    pub fn parse(self, zone: Option<&TimeZone>, faults: &mut Faults) -> Option<EventTime> {
        let Self {
            name,
            date,
            time,
            which,
        } = self;
        let date = faults.keep(&format!("{name}_date"), local::parse_date(date));
        let time = faults.keep(&format!("{name}_time"), local::parse_time(time));
        // A missing zone is the fault of its own field.
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
    /// The same, where nothing need be entered. A date without a time begins or ends the day.
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

/// Date and time of day as inputs show them: `("2023-09-19", "09:30")`.
pub fn shown(time: Option<EventTime>) -> (String, String) {
    time.map(|time| {
        let (date, clock) = (time.local.date(), time.local.strftime("%H:%M"));
        (date.to_string(), clock.to_string())
    })
    .unwrap_or_default()
}

/// The value of the `which` input for a stored time; empty where the clocks do not repeat it.
pub fn which(time: EventTime, zone: &IanaTimeZone) -> String {
    match time.occurrence(zone.rules()) {
        Some(Occurrence::First) => "first".to_owned(),
        Some(Occurrence::Second) => "second".to_owned(),
        None => String::new(),
    }
}
