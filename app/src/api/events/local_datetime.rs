//! Local dates and times as forms send them.

use jiff::tz::TimeZone;
use model::{Fault, Faults, When, local};

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
    /// The instant that is meant.
    pub fn parse(self, zone: Option<&TimeZone>, faults: &mut Faults) -> Option<When> {
        let Self {
            name,
            date,
            time,
            which,
        } = self;
        let date = faults.keep(&format!("{name}_date"), local::date(date));
        let time = faults.keep(&format!("{name}_time"), local::time(time));
        // Without a zone, that is what is wrong.
        let (moment, zone) = (date?.to_datetime(time?), zone?);
        let which = match which {
            "first" => Some(local::Which::First),
            "second" => Some(local::Which::Second),
            _ => None,
        };
        let instant = local::instant(moment, zone, which).map_err(|fault| match fault {
            Fault::TwiceTime { .. } => (format!("{name}_which"), fault),
            Fault::SkippedTime { .. } => (format!("{name}_time"), fault),
            fault => (format!("{name}_date"), fault),
        });
        match instant {
            Ok(instant) => Some(When {
                local: local::text(moment),
                at: instant.timestamp().as_microsecond(),
            }),
            Err((field, fault)) => {
                faults.add(field, fault);
                None
            }
        }
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
    ) -> Option<Option<When>> {
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
pub fn shown(when: Option<&When>) -> (String, String) {
    when.and_then(|when| when.local.split_once('T'))
        .map(|(date, time)| (date.to_owned(), time.to_owned()))
        .unwrap_or_default()
}

/// Which of two a stored instant is, where its local time exists twice.
pub fn which(when: &When, zone: &str) -> String {
    let resolved = local::zone(zone)
        .ok()
        .zip(local::parse(&when.local))
        .and_then(|(zone, moment)| local::resolve(moment, &zone).ok());
    match resolved {
        Some(local::Moment::Twice { first, .. }) => {
            let is_first = first.timestamp().as_microsecond() == when.at;
            if is_first { "first" } else { "second" }.to_owned()
        }
        _ => String::new(),
    }
}
