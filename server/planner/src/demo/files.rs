//! The scenario's files, and what they say in the model's types.

use jiff::civil::Date;
use model::{
    AgendaItemKind, Contingent, EmailAddress, EventDetails, EventKind, EventTime, Hue,
    IanaTimeZone, Language, Line, Need, Organisation, Place, PointKind, QuestionKind, Text,
    Visibility, local,
};
use serde::Deserialize;

use crate::{
    PlannerError, Result,
    agenda::NewAgendaItem,
    events::NewQuestion,
    people::{NetworkSettings, NewOrganisation},
    tables::Table,
};

/// Who the demo's organiser is.
pub(super) const ORGANISER: &str = "anna.jaeger@rinleipzig.example";

#[derive(Deserialize)]
pub(super) struct EventFile {
    pub kind: EventKind,
    pub title: String,
    pub language: Language,
    pub time_zone: IanaTimeZone,
    pub starts: String,
    pub ends: String,
    pub place: PlaceFile,
    pub capacity: u32,
    pub contingents: Vec<ContingentFile>,
    pub summary: String,
    pub questions: Vec<QuestionFile>,
    pub agenda: Vec<AgendaItemFile>,
    pub funding_notice: String,
}

#[derive(Deserialize)]
pub(super) struct PlaceFile {
    pub name: String,
    pub address: String,
    pub room: String,
}

#[derive(Deserialize)]
pub(super) struct ContingentFile {
    pub organisation: String,
    pub seats: u32,
}

#[derive(Deserialize)]
pub(super) struct QuestionFile {
    pub key: String,
    pub label: String,
    #[serde(default)]
    pub options: Vec<String>,
}

#[derive(Deserialize)]
pub(super) struct AgendaItemFile {
    pub starts: String,
    pub minutes: u32,
    pub kind: AgendaItemKind,
    pub title: String,
    #[serde(default)]
    pub speakers: Vec<String>,
    #[serde(default)]
    pub presenters: Vec<String>,
    #[serde(default, rename = "café")]
    pub cafe: Option<CafeFile>,
}

#[derive(Deserialize)]
pub(super) struct CafeFile {
    pub rounds: u32,
    pub round_minutes: u32,
    pub change_minutes: u32,
    pub topics: Vec<TopicFile>,
    pub harvest: Vec<PointFile>,
    pub agreed: AgreedFile,
}

/// What a table wrote down.
#[derive(Deserialize)]
pub(super) struct PointFile {
    pub table: u16,
    pub round: u32,
    pub kind: PointKind,
    pub heading: Option<String>,
    pub text: String,
}

/// Something agreed.
#[derive(Deserialize)]
pub(super) struct AgreedFile {
    pub what: String,
    pub who: String,
    /// How the point begins that it comes from.
    pub point: String,
    /// How many days after the event it is due.
    pub days: i64,
}

#[derive(Deserialize)]
pub(super) struct TopicFile {
    pub title: String,
}

pub(super) fn settings(file: &EventFile) -> Result<NetworkSettings> {
    Ok(NetworkSettings {
        name: line("IQ Netzwerk Sachsen")?,
        sender_name: line("IQ Netzwerk Sachsen")?,
        sender_address: EmailAddress::parse("treffen@iq-sachsen.example")
            .map_err(wrong("sender"))?,
        reply_to: Some(EmailAddress::parse(ORGANISER).map_err(wrong("reply_to"))?),
        imprint: text(
            "**IQ Netzwerk Sachsen**  \nRIN Leipzig, Löhrstraße 3–7, 04105 Leipzig\n\nKontakt: \
             anna.jaeger@rinleipzig.example",
        )?,
        privacy: text(
            "Wir speichern Ihren Namen, Ihre E-Mail-Adresse, Ihre Organisation und Ihre Antworten, um \
             die Veranstaltung vorzubereiten und durchzuführen. Die Teilnahmeliste legen wir dem \
             Fördergeber als Nachweis vor.\n\nÜber Ihren persönlichen Link können Sie Ihre Angaben \
             jederzeit ansehen, ändern und sich abmelden.",
        )?,
        funding_notice: text(&file.funding_notice)?,
        time_zone: file.time_zone.clone(),
        language: file.language,
        hue: Hue::default(),
    })
}

pub(super) fn details(
    file: &EventFile,
    date: Date,
    partners: &[Organisation],
) -> Result<EventDetails> {
    let contingents = file
        .contingents
        .iter()
        .filter_map(|contingent| {
            let partner = partners
                .iter()
                .find(|partner| partner.short_name.as_str() == contingent.organisation)?;
            Some(Contingent {
                organisation: partner.id,
                seats: contingent.seats,
            })
        })
        .collect();
    Ok(EventDetails {
        kind: file.kind,
        title: line(&file.title)?,
        summary: text(&file.summary)?,
        plain_language: Text::default(),
        body: Text::default(),
        language: file.language,
        time_zone: file.time_zone.clone(),
        starts: when(date, &file.starts, &file.time_zone)?,
        ends: when(date, &file.ends, &file.time_zone)?,
        place: Place {
            name: Some(line(&file.place.name)?),
            address: Some(line(&file.place.address)?),
            room: Some(line(&file.place.room)?),
            online_link: None,
        },
        capacity: Some(file.capacity),
        contingents,
        opens: None,
        closes: None,
        visibility: Visibility::Public,
        admission: model::Admission::Open,
        colleagues: model::ColleagueConfirmation::Each,
        funding_notice: Text::default(),
    })
}

pub(super) fn new_agenda_item(item: &AgendaItemFile, date: Date) -> Result<NewAgendaItem> {
    let speakers: Vec<&str> = item
        .speakers
        .iter()
        .chain(&item.presenters)
        .map(String::as_str)
        .collect();
    let details = item.cafe.as_ref().map_or_else(String::new, |cafe| {
        let topics: Vec<&str> = cafe
            .topics
            .iter()
            .map(|topic| topic.title.as_str())
            .collect();
        format!(
            "{} Runden zu {} Minuten: {}",
            cafe.rounds,
            cafe.round_minutes,
            topics.join(" · ")
        )
    });
    Ok(NewAgendaItem {
        kind: item.kind,
        title: line(&item.title)?,
        details: text(&details)?,
        room: None,
        speakers: Line::optional(&speakers.join(", ")).map_err(wrong("speakers"))?,
        starts: date.to_datetime(local::parse_time(&item.starts).map_err(wrong("time"))?),
        occurrence: None,
        minutes: Some(item.minutes),
        ends: None,
    })
}

pub(super) fn new_question(question: &QuestionFile) -> Result<NewQuestion> {
    Ok(NewQuestion {
        kind: if question.options.is_empty() {
            QuestionKind::Text
        } else {
            QuestionKind::OneOf
        },
        label: line(&question.label)?,
        help: Text::default(),
        options: question
            .options
            .iter()
            .map(|option| line(option))
            .collect::<Result<_>>()?,
        need: Need::Optional,
    })
}

pub(super) fn organisations(csv: &str) -> Result<Vec<NewOrganisation>> {
    let table = Table::parse(csv).map_err(PlannerError::internal)?;
    let cell = |cells: &[String], heading: &str| {
        let column = table.headings.iter().position(|known| known == heading);
        column
            .and_then(|column| cells.get(column))
            .cloned()
            .unwrap_or_default()
    };
    table
        .lines
        .iter()
        .map(|(_, cells)| {
            Ok(NewOrganisation {
                name: line(&cell(cells, "name"))?,
                short_name: line(&cell(cells, "short_name"))?,
                region: Line::optional(&cell(cells, "region")).map_err(wrong("region"))?,
                field: Line::optional(&cell(cells, "field")).map_err(wrong("field"))?,
                parent: None,
            })
        })
        .collect()
}

pub(super) fn when(date: Date, time: &str, zone: &IanaTimeZone) -> Result<EventTime> {
    let local = date.to_datetime(local::parse_time(time).map_err(wrong("time"))?);
    EventTime::resolve(local, zone.rules(), None).map_err(wrong("time"))
}

pub(super) fn line<const MOST: usize>(value: &str) -> Result<Line<MOST>> {
    Line::parse(value).map_err(wrong("line"))
}

pub(super) fn text<const MOST: usize>(value: &str) -> Result<Text<MOST>> {
    Text::parse(value).map_err(wrong("text"))
}

pub(super) fn wrong(what: &'static str) -> impl Fn(model::Fault) -> PlannerError {
    move |_| PlannerError::internal(BadScenario(what))
}

#[derive(Debug, thiserror::Error)]
#[error("the demo's scenario is not as it should be: {0}")]
pub(super) struct BadScenario(pub(super) &'static str);
