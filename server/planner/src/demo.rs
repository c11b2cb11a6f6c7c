//! Demo data: a real network meeting, dated to next month, so that everything can be tried at once.

use std::{collections::BTreeMap, sync::Arc};

use jiff::{
    SignedDuration, Timestamp, ToSpan,
    civil::{Date, Weekday},
};
use model::{
    Contingent, EmailAddress, EventDetails, EventId, EventKind, Language, Line, Need, Organisation,
    Place, QuestionKind, Role, SessionKind, Slug, Text, Visibility, When, local,
};
use serde::Deserialize;

use crate::{
    Clock, Planner, PlannerError, Result,
    access::{Caller, Organises},
    events::{NewQuestion, NewSession},
    networks::{NetworkSettings, NewOrganisation},
    registrations::{Chosen, Column},
    table::Table,
};

/// The files the demo is made of.
#[derive(Debug, Clone, Copy)]
pub struct Scenario {
    pub event_json: &'static str,
    pub organisations_csv: &'static str,
    pub people_csv: &'static str,
}

/// Who the demo's organiser is.
const ORGANISER: &str = "anna.jaeger@rinleipzig.example";

#[derive(Deserialize)]
struct EventFile {
    kind: EventKind,
    title: String,
    language: Language,
    time_zone: String,
    starts: String,
    ends: String,
    place: PlaceFile,
    capacity: u32,
    contingents: Vec<ContingentFile>,
    summary: String,
    questions: Vec<QuestionFile>,
    agenda: Vec<SessionFile>,
    funding_notice: String,
}

#[derive(Deserialize)]
struct PlaceFile {
    name: String,
    address: String,
    room: String,
}

#[derive(Deserialize)]
struct ContingentFile {
    organisation: String,
    seats: u32,
}

#[derive(Deserialize)]
struct QuestionFile {
    key: String,
    label: String,
    #[serde(default)]
    options: Vec<String>,
}

#[derive(Deserialize)]
struct SessionFile {
    starts: String,
    minutes: u32,
    kind: SessionKind,
    title: String,
    #[serde(default)]
    speakers: Vec<String>,
    #[serde(default)]
    presenters: Vec<String>,
    #[serde(default, rename = "café")]
    cafe: Option<CafeFile>,
}

#[derive(Deserialize)]
struct CafeFile {
    rounds: u32,
    round_minutes: u32,
    topics: Vec<TopicFile>,
}

#[derive(Deserialize)]
struct TopicFile {
    title: String,
}

#[derive(Debug, Clone, Copy)]
struct StoppedClock(Timestamp);

impl Clock for StoppedClock {
    fn now(&self) -> Timestamp {
        self.0
    }
}

impl Planner {
    /// Fills an empty database with the scenario; leaves one that holds a network alone. Gives the
    /// organiser's address.
    pub async fn fill_with_demo(&self, scenario: Scenario) -> Result<EmailAddress> {
        let address = EmailAddress::parse(ORGANISER).map_err(wrong("address"))?;
        if !self.networks().await?.is_empty() {
            return Ok(address);
        }
        let file: EventFile =
            serde_json::from_str(scenario.event_json).map_err(PlannerError::internal)?;
        let network = self
            .create_network(Slug::from_title("iq-sachsen"), settings(&file)?)
            .await?;
        let name = line("Anna Jäger")?;
        let member = self
            .put_member(
                network.id,
                name,
                address.clone(),
                Role::Owner,
                file.language,
            )
            .await?;
        let right = Caller::new(address.clone(), vec![member]).organises(network.id)?;
        for new in organisations(scenario.organisations_csv)? {
            self.add_organisation(&right, new).await?;
        }
        let partners = self.organisations(&right.reads()).await?;

        self.past_event(&right, &file).await?;
        let today = self
            .now()
            .in_tz(&file.time_zone)
            .map_err(PlannerError::internal)?
            .date();
        let date = next_months_tuesday(today)?;
        let event = self
            .create_event(&right, details(&file, date, &partners)?, None)
            .await?;
        self.fill_event(&right, event, &file, date).await?;
        self.import_people(&right, event, &file, scenario.people_csv)
            .await?;
        self.publish_event(&right, event).await?;
        self.draft_of_next(&right, event, &file, date).await?;
        Ok(address)
    }

    async fn fill_event(
        &self,
        right: &Organises,
        event: EventId,
        file: &EventFile,
        date: Date,
    ) -> Result<()> {
        for session in &file.agenda {
            self.add_session(right, event, new_session(session, date)?)
                .await?;
        }
        for question in &file.questions {
            self.add_question(right, event, new_question(question)?)
                .await?;
        }
        Ok(())
    }

    /// Imports the people as an organiser would, with the columns' keys as the questions'.
    async fn import_people(
        &self,
        right: &Organises,
        event: EventId,
        file: &EventFile,
        people: &str,
    ) -> Result<()> {
        let planned = self.planned_event(&right.reads(), event).await?;
        let headings = Table::parse(people).headings;
        let chosen: Chosen = file
            .questions
            .iter()
            .zip(&planned.questions)
            .filter_map(|(file, question)| {
                let column = headings.iter().position(|heading| *heading == file.key)?;
                Some((column, Column::Answer(question.id)))
            })
            .collect::<BTreeMap<_, _>>();
        let preview = self.import(right, event, people, &chosen).await?;
        if preview.is_sound() {
            Ok(())
        } else {
            Err(PlannerError::internal(BadScenario("people")))
        }
    }

    async fn draft_of_next(
        &self,
        right: &Organises,
        event: EventId,
        file: &EventFile,
        date: Date,
    ) -> Result<()> {
        let date = date
            .checked_add(6.months())
            .map_err(PlannerError::internal)?;
        let title = line(&format!("{} – nächstes Treffen", file.title))?;
        let details = EventDetails {
            title,
            contingents: Vec::new(),
            ..details(file, date, &[])?
        };
        self.create_event(right, details, Some(event)).await?;
        Ok(())
    }

    /// A meeting two months ago, as if it had been planned then.
    async fn past_event(&self, right: &Organises, file: &EventFile) -> Result<()> {
        let then = self.now() - SignedDuration::from_hours(24 * 75);
        let past = self.with_clock(Arc::new(StoppedClock(then)));
        let date = (then + SignedDuration::from_hours(24 * 14))
            .in_tz(&file.time_zone)
            .map_err(PlannerError::internal)?
            .date();
        let details = EventDetails {
            kind: EventKind::SteeringGroup,
            title: line("Steuerungsgruppe: Vorbereitung des Netzwerktreffens")?,
            summary: text("Termin, Ort, Themen des World-Cafés.")?,
            starts: when(date, "13:00", &file.time_zone)?,
            ends: when(date, "15:00", &file.time_zone)?,
            capacity: Some(12),
            contingents: Vec::new(),
            visibility: Visibility::Invitation,
            ..details(file, date, &[])?
        };
        let event = past.create_event(right, details, None).await?;
        past.publish_event(right, event).await
    }
}

fn settings(file: &EventFile) -> Result<NetworkSettings> {
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
        time_zone: line(&file.time_zone)?,
        language: file.language,
        hue: 255,
    })
}

fn details(file: &EventFile, date: Date, partners: &[Organisation]) -> Result<EventDetails> {
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
        body: Text::default(),
        language: file.language,
        time_zone: line(&file.time_zone)?,
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
        funding_notice: Text::default(),
    })
}

fn new_session(session: &SessionFile, date: Date) -> Result<NewSession> {
    let speakers: Vec<&str> = session
        .speakers
        .iter()
        .chain(&session.presenters)
        .map(String::as_str)
        .collect();
    let details = session.cafe.as_ref().map_or_else(String::new, |cafe| {
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
    Ok(NewSession {
        kind: session.kind,
        title: line(&session.title)?,
        details: text(&details)?,
        room: None,
        speakers: Line::optional(&speakers.join(", ")).map_err(wrong("speakers"))?,
        starts: when(date, &session.starts, "UTC")?.local,
        minutes: session.minutes,
    })
}

fn new_question(question: &QuestionFile) -> Result<NewQuestion> {
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

fn organisations(csv: &str) -> Result<Vec<NewOrganisation>> {
    let table = Table::parse(csv);
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
            })
        })
        .collect()
}

/// The Tuesday of the third week of next month: far enough away to be prepared.
fn next_months_tuesday(today: Date) -> Result<Date> {
    let month = today
        .first_of_month()
        .checked_add(1.months())
        .map_err(PlannerError::internal)?;
    month
        .nth_weekday_of_month(3, Weekday::Tuesday)
        .map_err(PlannerError::internal)
}

fn when(date: Date, time: &str, zone: &str) -> Result<When> {
    let zone = local::zone(zone).map_err(wrong("time_zone"))?;
    let local = date.to_datetime(local::time(time).map_err(wrong("time"))?);
    let at = local::instant(local, &zone, None).map_err(wrong("time"))?;
    Ok(When {
        local: local::text(local),
        at: at.timestamp().as_microsecond(),
    })
}

fn line<const MOST: usize>(value: &str) -> Result<Line<MOST>> {
    Line::parse(value).map_err(wrong("line"))
}

fn text<const MOST: usize>(value: &str) -> Result<Text<MOST>> {
    Text::parse(value).map_err(wrong("text"))
}

fn wrong(what: &'static str) -> impl Fn(model::Fault) -> PlannerError {
    move |_| PlannerError::internal(BadScenario(what))
}

#[derive(Debug, thiserror::Error)]
#[error("the demo's scenario is not as it should be: {0}")]
struct BadScenario(&'static str);
