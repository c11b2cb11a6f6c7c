//! What asks for an organiser's attention, of one event or of all events of a network.

use std::{collections::HashMap, ops::Range};

use jiff::Timestamp;
use model::{Answer, Answers, EventId, NetworkId, QuestionId, RegistrationId};
use sqlx_macros::FromRow;
use uuid::Uuid;

use crate::{Reader, error::Result, row_decoder::RowDecoder, time::micros};

/// The events of a network (parameter 1), or one of them (parameter 2).
macro_rules! of_network {
    () => {
        "events.network_id = $1 AND (CAST($2 AS UUID) IS NULL OR events.id = $2) "
    };
}

/// Published events that begin in a span of time (parameters 3 and 4).
macro_rules! begins_soon {
    () => {
        "AND events.state = 'published' AND events.starts_at > $3 AND events.starts_at <= $4 "
    };
}

statements! {
    AGENDA_ITEMS = concat!(
        "SELECT events.id AS event_id, COUNT(*) AS found
         FROM events JOIN agenda_items ON agenda_items.event_id = events.id
         WHERE ", of_network!(), "AND events.state = 'draft' GROUP BY events.id",
    );
    /// People with a seat, or waiting for one, whose last mail was refused.
    UNREACHED = concat!(
        "SELECT mail.event_id, COUNT(*) AS found
         FROM events JOIN outbox AS mail ON mail.event_id = events.id
         JOIN registrations ON registrations.id = mail.registration_id
         WHERE ", of_network!(), "AND events.state = 'published' AND events.ends_at > $3
         AND mail.state = 'refused' AND registrations.state IN ('confirmed', 'waitlisted')
         AND NOT EXISTS (
            SELECT 1 FROM outbox later WHERE later.registration_id = mail.registration_id
            AND (later.position > mail.position
                OR (later.position = mail.position AND later.id > mail.id)))
         GROUP BY mail.event_id",
    );
    FREE_QUESTIONS = concat!(
        "SELECT questions.id, questions.label
         FROM events JOIN questions ON questions.event_id = events.id
         WHERE ", of_network!(), begins_soon!(),
        "AND questions.kind IN ('text', 'long text') AND questions.need = 'optional'
         ORDER BY questions.position, questions.id",
    );
    ANSWERED = concat!(
        "SELECT registrations.id, registrations.event_id, registrations.given_name,
            registrations.family_name, registrations.answers
         FROM events JOIN registrations ON registrations.event_id = events.id
         WHERE ", of_network!(), begins_soon!(),
        "AND registrations.state = 'confirmed' AND registrations.answers <> '{}'
         ORDER BY registrations.sort_key, registrations.id",
    );
}

/// What asks for an organiser's attention at one event.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Attention {
    /// Items of the agenda. Counted for drafts.
    pub agenda_items: u32,
    /// How many people with a seat, or waiting for one, got no mail: the last one to them was refused.
    pub unreached: u32,
    /// Answers in a person's own words, of an event that begins soon.
    pub free_answers: Vec<FreeAnswer>,
}

/// What somebody with a seat answered to an optional question in their own words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FreeAnswer {
    pub question: String,
    pub registration: RegistrationId,
    pub name: String,
    pub answer: String,
}

#[derive(FromRow)]
struct CountRow {
    event_id: Uuid,
    found: i64,
}

#[derive(FromRow)]
struct AnsweredRow {
    id: Uuid,
    event_id: Uuid,
    given_name: String,
    family_name: String,
    answers: String,
}

impl Reader {
    /// What asks for attention at the events of a network, or at one of them. Free answers are those to events that
    /// begin in the span `soon`, which begins now. An event that needs none is left out.
    pub async fn attention(
        &mut self,
        network: NetworkId,
        event: Option<EventId>,
        soon: Range<Timestamp>,
    ) -> Result<HashMap<EventId, Attention>> {
        let mut attention: HashMap<EventId, Attention> = HashMap::new();
        let only = event.map(EventId::uuid);
        let drafts: Vec<CountRow> = dispatch!(self, query_as(AGENDA_ITEMS), |query, c| query
            .bind(network.uuid())
            .bind(only)
            .fetch_all(c))?;
        for row in drafts {
            attention
                .entry(row.event_id.into())
                .or_default()
                .agenda_items = row.found()?;
        }
        let unreached: Vec<CountRow> = dispatch!(self, query_as(UNREACHED), |query, c| query
            .bind(network.uuid())
            .bind(only)
            .bind(micros(soon.start))
            .fetch_all(c))?;
        for row in unreached {
            attention.entry(row.event_id.into()).or_default().unreached = row.found()?;
        }
        let questions: Vec<(Uuid, String)> =
            dispatch!(self, query_as(FREE_QUESTIONS), |query, c| query
                .bind(network.uuid())
                .bind(only)
                .bind(micros(soon.start))
                .bind(micros(soon.end))
                .fetch_all(c))?;
        if questions.is_empty() {
            return Ok(attention);
        }
        let answered: Vec<AnsweredRow> = dispatch!(self, query_as(ANSWERED), |query, c| query
            .bind(network.uuid())
            .bind(only)
            .bind(micros(soon.start))
            .bind(micros(soon.end))
            .fetch_all(c))?;
        for row in answered {
            let event = EventId::from(row.event_id);
            let answers = row.free_answers(&questions)?;
            if !answers.is_empty() {
                attention
                    .entry(event)
                    .or_default()
                    .free_answers
                    .extend(answers);
            }
        }
        Ok(attention)
    }
}

impl CountRow {
    fn found(&self) -> Result<u32> {
        let from = RowDecoder {
            table: "events",
            row: self.event_id,
        };
        from.number("id", self.found)
    }
}

impl AnsweredRow {
    fn free_answers(self, questions: &[(Uuid, String)]) -> Result<Vec<FreeAnswer>> {
        let from = RowDecoder {
            table: "registrations",
            row: self.id,
        };
        let answers: Answers = from.json("answers", &self.answers)?;
        let free = questions.iter().filter_map(|(id, label)| {
            match answers.get(QuestionId::from(*id))? {
                Answer::Text(answer) => Some(FreeAnswer {
                    question: label.clone(),
                    registration: self.id.into(),
                    name: format!("{} {}", self.given_name, self.family_name),
                    answer: answer.clone(),
                }),
                Answer::YesNo(_) | Answer::Several(_) => None,
            }
        });
        Ok(free.collect())
    }
}
