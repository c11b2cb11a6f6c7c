//! The form of an agenda item.

use jiff::civil::DateTime;
use model::{AgendaItem, AgendaItemKind, EventDetails, Fault, Faults, Line, Text, local};
use planner::agenda::{AgendaMove, NewAgendaItem, end_of};
use serde::{Deserialize, Serialize};
use ui::{error::AppError, forms::parse_form};

/// The default length of a new item, in minutes.
const USUAL_LENGTH: u32 = 30;

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
    pub minutes: String,
    pub room: String,
    pub speakers: String,
    pub details: String,
    /// A checkbox: whether later items move by the same time.
    pub along: Option<String>,
}

impl AgendaItemForm {
    /// The form of a new item, which begins when the last one ends.
    pub fn next_in(details: &EventDetails, agenda: &[AgendaItem]) -> Self {
        let zone = details.time_zone.rules();
        let begins = agenda.iter().map(|item| end_of(item, zone)).max();
        let (date, time) = shown(begins.unwrap_or(details.starts.local));
        Self {
            kind: AgendaItemKind::Plenary.to_string(),
            date,
            time,
            minutes: USUAL_LENGTH.to_string(),
            ..Self::default()
        }
    }

    /// The stored values.
    pub fn of(item: &AgendaItem) -> Self {
        let line = |line: Option<String>| line.unwrap_or_default();
        let (date, time) = shown(item.starts);
        Self {
            item: item.id.to_string(),
            title: item.title.to_string(),
            kind: item.kind.to_string(),
            date,
            time,
            minutes: item.minutes.to_string(),
            room: line(item.room.as_ref().map(ToString::to_string)),
            speakers: line(item.speakers.as_ref().map(ToString::to_string)),
            details: item.details.to_string(),
            ..Self::default()
        }
    }

    /// The stored values, encoded for the field `seen`.
    pub fn seal(item: &AgendaItem) -> String {
        serde_qs::to_string(&Self::of(item)).unwrap_or_default()
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
        let minutes = AgendaItem::MINUTES.parse(&self.minutes);
        let minutes = minutes.and_then(|minutes| minutes.ok_or(Fault::Missing));
        let minutes = faults.keep("minutes", minutes);
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
            minutes: minutes?,
        })
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
mod tests {
    use jiff::{
        Timestamp,
        civil::{Time, date},
    };
    use model::{
        AgendaItem, AgendaItemKind, EventDetails, EventKind, EventTime, Fault, IanaTimeZone,
        Language, Line, Place, Text, Visibility,
    };
    use ui::forms::parse_form;
    use uuid::Uuid;

    use super::AgendaItemForm;

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

    fn stored() -> AgendaItem {
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
            minutes: 90,
        }
    }

    fn details() -> EventDetails {
        let when = |time: Time| EventTime {
            local: date(2024, 9, 19).to_datetime(time),
            at: Timestamp::UNIX_EPOCH,
        };
        EventDetails {
            kind: EventKind::NetworkMeeting,
            title: Line::parse("Netzwerktreffen").unwrap(),
            summary: Text::default(),
            body: Text::default(),
            language: Language::De,
            time_zone: IanaTimeZone::parse("Europe/Berlin").unwrap(),
            starts: when(Time::constant(9, 30, 0, 0)),
            ends: when(Time::constant(16, 0, 0, 0)),
            place: Place::default(),
            capacity: None,
            contingents: Vec::new(),
            opens: None,
            closes: None,
            visibility: Visibility::Public,
            funding_notice: Text::default(),
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
            seen: AgendaItemForm::seal(&stored()),
            ..form()
        };
        let sent = serde_qs::to_string(&form).unwrap();
        let seen = parse_form::<AgendaItemForm>(&sent).unwrap().seen().unwrap();
        assert_eq!(seen, planner::agenda::NewAgendaItem::of(&stored()));
    }

    #[test]
    fn a_new_item_follows_the_last_one() {
        let mut early = stored();
        early.starts = date(2024, 9, 19).at(9, 0, 0, 0);
        let agenda = [early, stored()];
        let details = details();
        let next = AgendaItemForm::next_in(&details, &agenda);
        assert_eq!(
            (next.date.as_str(), next.time.as_str()),
            ("2024-09-19", "14:30")
        );
        assert_eq!(next.minutes, "30");
        let first = AgendaItemForm::next_in(&details, &[]);
        assert_eq!(
            (first.date.as_str(), first.time.as_str()),
            ("2024-09-19", "09:30")
        );
    }
}
