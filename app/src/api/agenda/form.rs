//! The form of an agenda item.

use jiff::{
    civil::{DateTime, Time},
    tz::TimeZone,
};
use model::{AgendaItem, EventTime, Fault, Faults, Line, Text, local};
use planner::agenda::{AgendaMove, NewAgendaItem};
use serde::{Deserialize, Serialize};
use ui::{error::AppError, forms::parse_form};

/// The form of an agenda item, with its values as typed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct AgendaItemForm {
    pub event: String,
    /// The id of the item. Empty for a new item.
    pub item: String,
    /// The stored values that the form was rendered from ([`Self::seal`]). Empty if the item was removed since.
    pub seen: String,
    pub title: String,
    pub kind: String,
    pub date: String,
    pub time: String,
    /// `first` or `second`: which of two instants is meant when the clocks go back. Otherwise empty.
    pub which: String,
    pub minutes: String,
    pub ends: String,
    /// Length and end as the form was rendered. What differs was typed, and counts.
    pub shown_minutes: String,
    pub shown_ends: String,
    pub room: String,
    pub speakers: String,
    pub details: String,
    /// A checkbox: whether later items move by the same time.
    pub along: Option<String>,
}

impl AgendaItemForm {
    /// The stored values.
    pub fn of(item: &AgendaItem, zone: &TimeZone) -> Self {
        let line = |line: Option<String>| line.unwrap_or_default();
        let starts = EventTime::resolve(item.starts, zone, Some(item.occurrence));
        let times = starts.map_or_else(
            |_| Self::default(),
            |starts| Self::at(starts, item.minutes, zone),
        );
        Self {
            item: item.id.to_string(),
            title: item.title.to_string(),
            kind: item.kind.to_string(),
            room: line(item.room.as_ref().map(ToString::to_string)),
            speakers: line(item.speakers.as_ref().map(ToString::to_string)),
            details: item.details.to_string(),
            ..times
        }
    }

    /// A form with a beginning and a length.
    pub(super) fn at(starts: EventTime, minutes: u32, zone: &TimeZone) -> Self {
        let (date, time) = shown(starts.local);
        let ends = jiff::SignedDuration::from_mins(minutes.into());
        let ends = starts.at.checked_add(ends).unwrap_or(starts.at);
        let (_, ends) = shown(zone.to_datetime(ends));
        let which = starts.occurrence(zone);
        Self {
            date,
            time,
            which: which.map_or_else(String::new, |which| which.to_string()),
            minutes: minutes.to_string(),
            ends: ends.clone(),
            shown_minutes: minutes.to_string(),
            shown_ends: ends,
            ..Self::default()
        }
    }

    /// The stored values, encoded for the field `seen`.
    pub fn seal(item: &AgendaItem, zone: &TimeZone) -> String {
        serde_qs::to_string(&Self::of(item, zone)).unwrap_or_default()
    }

    /// Parses all fields. Fails with every fault, by field name.
    pub fn parse(&self) -> Result<NewAgendaItem, Faults> {
        let mut faults = Faults::none();
        let new = self.entered(&mut faults);
        faults.or(new)
    }

    /// The name of the input that shows the faults of a field of the model.
    pub fn input_of(field: &str) -> String {
        match field {
            "starts" => "time".to_owned(),
            "occurrence" => "which".to_owned(),
            field => field.to_owned(),
        }
    }

    /// Whether later items move by the same time.
    pub fn along(&self) -> AgendaMove {
        along(self.along.as_ref())
    }

    fn entered(&self, faults: &mut Faults) -> Option<NewAgendaItem> {
        let title = faults.keep("title", Line::parse(&self.title));
        let kind = self.kind.parse().map_err(|_| Fault::NoSuchChoice);
        let kind = faults.keep("kind", kind);
        let date = faults.keep("date", local::parse_date(&self.date));
        let time = faults.keep("time", local::parse_time(&self.time));
        let length = self.length(faults);
        let room = faults.keep("room", Line::optional(&self.room));
        let speakers = faults.keep("speakers", Line::optional(&self.speakers));
        let details = faults.keep("details", Text::parse(&self.details));
        Some(NewAgendaItem {
            kind: kind?,
            title: title?,
            details: details?,
            room: room?,
            speakers: speakers?,
            starts: date?.to_datetime(time?),
            occurrence: self.which.parse().ok(),
            minutes: length?.0,
            ends: length?.1,
        })
    }

    /// Length and end, those that count: what was typed anew, or else the length, or else the end.
    fn length(&self, faults: &mut Faults) -> Option<(Option<u32>, Option<Time>)> {
        let minutes = faults.keep("minutes", AgendaItem::MINUTES.parse(&self.minutes));
        let ends = match self.ends.trim() {
            "" => Some(None),
            ends => faults.keep("ends", local::parse_time(ends).map(Some)),
        };
        let (minutes, ends) = (minutes?, ends?);
        let minutes_typed = self.minutes.trim() != self.shown_minutes.trim();
        let ends_typed = self.ends.trim() != self.shown_ends.trim();
        match (minutes, ends) {
            (None, None) => {
                faults.add("minutes", Fault::Missing);
                None
            }
            (Some(_), Some(_)) if minutes_typed && ends_typed => Some((minutes, ends)),
            (_, Some(_)) if ends_typed || minutes.is_none() => Some((None, ends)),
            _ => Some((minutes, None)),
        }
    }

    /// Decodes the values that the form was rendered from.
    pub fn seen(&self) -> Result<NewAgendaItem, AppError> {
        parse_form::<Self>(&self.seen)
            .and_then(|seen| seen.entered(&mut Faults::none()))
            .ok_or(AppError::Unreadable)
    }
}

/// The value of the checkbox `along`.
pub(super) fn along(ticked: Option<&String>) -> AgendaMove {
    match ticked {
        Some(_) => AgendaMove::AllAfter,
        None => AgendaMove::OnlyThis,
    }
}

/// The values of the date and time inputs: `("2023-09-19", "09:30")`.
fn shown(at: DateTime) -> (String, String) {
    (at.date().to_string(), at.strftime("%H:%M").to_string())
}

#[cfg(test)]
pub(super) mod tests {
    use jiff::{
        civil::{Time, date},
        tz::TimeZone,
    };
    use model::{AgendaItem, AgendaItemKind, Fault, Line, Text, local::Occurrence};
    use planner::agenda::NewAgendaItem;
    use ui::forms::parse_form;
    use uuid::Uuid;

    use super::AgendaItemForm;

    pub fn berlin() -> TimeZone {
        TimeZone::get("Europe/Berlin").unwrap()
    }

    fn form() -> AgendaItemForm {
        AgendaItemForm {
            title: "Vorstellungsrunde".into(),
            kind: "introduction round".into(),
            date: "2024-09-19".into(),
            time: "9:45".into(),
            minutes: "90".into(),
            ..AgendaItemForm::default()
        }
    }

    fn faults(form: &AgendaItemForm) -> Vec<(String, Fault)> {
        match form.parse() {
            Ok(_) => Vec::new(),
            Err(faults) => faults
                .iter()
                .map(|(field, fault)| (field.to_owned(), fault.clone()))
                .collect(),
        }
    }

    pub fn stored() -> AgendaItem {
        AgendaItem {
            id: Uuid::from_u128(1).into(),
            event: Uuid::from_u128(2).into(),
            position: 0,
            kind: AgendaItemKind::Cafe,
            title: Line::parse("Café & „Kuchen“").unwrap(),
            details: Text::parse("Drei Runden.\nMit Pausen.").unwrap(),
            room: Some(Line::parse("Aula").unwrap()),
            speakers: None,
            starts: date(2024, 9, 19).at(13, 0, 0, 0),
            occurrence: Occurrence::First,
            minutes: 90,
            offer: None,
        }
    }

    #[test]
    fn everything_that_is_missing_is_named_at_once() {
        let fields: Vec<String> = faults(&AgendaItemForm::default())
            .into_iter()
            .map(|(field, _)| field)
            .collect();
        assert_eq!(fields, ["title", "kind", "date", "time", "minutes"]);
    }

    #[test]
    fn an_item_lasts_at_least_a_minute_and_at_most_a_day() {
        let range = Fault::OutOfRange {
            least: 1,
            most: 1440,
        };
        for minutes in ["0", "-5", "1441", "99999999999"] {
            let form = AgendaItemForm {
                minutes: minutes.into(),
                ..form()
            };
            assert_eq!(
                faults(&form),
                [("minutes".into(), range.clone())],
                "{minutes}"
            );
        }
        let form = AgendaItemForm {
            minutes: "1:30".into(),
            ..form()
        };
        assert_eq!(faults(&form), [("minutes".into(), Fault::NoNumber)]);
    }

    #[test]
    fn what_was_seen_comes_back_as_it_is_stored() {
        let form = AgendaItemForm {
            seen: AgendaItemForm::seal(&stored(), &berlin()),
            ..form()
        };
        let sent = serde_qs::to_string(&form).unwrap();
        let seen = parse_form::<AgendaItemForm>(&sent).unwrap().seen().unwrap();
        let item = stored();
        let expected = NewAgendaItem {
            kind: item.kind,
            title: item.title,
            details: item.details,
            room: item.room,
            speakers: item.speakers,
            starts: item.starts,
            occurrence: None,
            minutes: Some(90),
            ends: None,
        };
        assert_eq!(seen, expected);
    }

    #[test]
    fn of_length_and_end_what_was_typed_counts() {
        let form = |minutes: &str, ends: &str| AgendaItemForm {
            minutes: minutes.into(),
            ends: ends.into(),
            shown_minutes: "90".into(),
            shown_ends: "11:15".into(),
            ..form()
        };
        let length = |minutes, ends| {
            let new = form(minutes, ends).parse().unwrap();
            (new.minutes, new.ends)
        };
        let time = |hour, minute| Some(Time::constant(hour, minute, 0, 0));
        // Another beginning leaves the length.
        assert_eq!(length("90", "11:15"), (Some(90), None));
        assert_eq!(length("75", "11:15"), (Some(75), None));
        assert_eq!(length("90", "11:00"), (None, time(11, 0)));
        assert_eq!(length("75", "11:00"), (Some(75), time(11, 0)));
        assert_eq!(length("", "11:15"), (None, time(11, 15)));
        assert_eq!(length("90", ""), (Some(90), None));
        let nothing = form("", "");
        assert_eq!(faults(&nothing), [("minutes".into(), Fault::Missing)]);
        let no_time = form("90", "gegen elf");
        assert_eq!(faults(&no_time), [("ends".into(), Fault::NoTime)]);
    }
}
