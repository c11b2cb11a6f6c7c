//! What asks for an organiser's attention, of one event or of all events of a network.

use std::{collections::HashMap, ops::Range};

use jiff::{SignedDuration, Timestamp};
use model::{Answer, Answers, EventId, NetworkId};
use sqlx_macros::FromRow;
use uuid::Uuid;

use crate::{
    Reader,
    error::{Result, StoreError},
    listed::Listed,
    row_decoder::RowDecoder,
    time::micros,
};

/// The events of a network (parameter 1), or one of them (parameter 2).
macro_rules! of_network {
    () => {
        "events.network_id = $1 AND (CAST($2 AS UUID) IS NULL OR events.id = $2) "
    };
}

/// People with a seat who answered an optional question in their own words. The database looks for the id of the
/// question in the text of the answers, and reads no answer of anybody else.
macro_rules! has_answered {
    (sqlite) => {
        has_answered!(
            "REPLACE(registrations.answers, '-', '')",
            "LOWER(HEX(questions.id))"
        )
    };
    (postgres) => {
        has_answered!("registrations.answers", "CAST(questions.id AS TEXT)")
    };
    ($answers:literal, $id:literal) => {
        concat!(
            "questions.kind IN ('text', 'long text') AND questions.need = 'optional'
             AND registrations.state = 'confirmed' AND registrations.answers <> '{}'
             AND ",
            $answers,
            " LIKE '%\"' || ",
            $id,
            " || '\":\"%' "
        )
    };
}

/// Published events that begin in a span of time (parameters 3 and 4), and how many people wrote something.
macro_rules! writers {
    ($engine:ident) => {
        concat!(
            "SELECT events.id AS event_id, COUNT(DISTINCT registrations.id) AS found
             FROM events JOIN questions ON questions.event_id = events.id
             JOIN registrations ON registrations.event_id = events.id
             WHERE ",
            of_network!(),
            "AND events.state = 'published'
             AND events.starts_at > $3 AND events.starts_at <= $4 AND ",
            has_answered!($engine),
            "GROUP BY events.id"
        )
    };
}

macro_rules! free_answers {
    ($engine:ident) => {
        concat!(
            "SELECT registrations.id, registrations.given_name, registrations.family_name,
                registrations.answers, questions.id AS question
             FROM questions JOIN registrations ON registrations.event_id = questions.event_id
             WHERE questions.event_id = $1 AND ", has_answered!($engine),
            "ORDER BY registrations.sort_key, registrations.id, questions.position, questions.id LIMIT $2"
        )
    };
}

statements! {
    AGENDA_ITEMS = concat!(
        "SELECT events.id AS event_id, COUNT(*) AS found
         FROM events JOIN agenda_items ON agenda_items.event_id = events.id
         WHERE ", of_network!(), "AND events.state = 'draft' GROUP BY events.id",
    );
    /// People with a seat, or waiting for one, whose last mail was refused. A dropped mail was never sent.
    UNREACHED = concat!(
        "SELECT mail.event_id, COUNT(*) AS found
         FROM events JOIN outbox AS mail ON mail.event_id = events.id
         JOIN registrations ON registrations.id = mail.registration_id
         WHERE ", of_network!(), "AND events.state = 'published' AND events.ends_at > $3
         AND mail.state = 'refused' AND registrations.state IN ('confirmed', 'waitlisted')
         AND NOT EXISTS (
            SELECT 1 FROM outbox later WHERE later.registration_id = mail.registration_id
            AND later.state <> 'dropped' AND (later.position > mail.position
                OR (later.position = mail.position AND later.id > mail.id)))
         GROUP BY mail.event_id",
    );
    /// Invited people, and those who have not answered since $4. Who has cancelled or was declined has.
    SILENT = concat!(
        "SELECT invitations.event_id, COUNT(*) AS invited, COUNT(*) FILTER (
            WHERE invitations.declined_at IS NULL AND contacts.opted_out_at IS NULL
            AND (events.closes_at IS NULL OR events.closes_at > $3)
            AND COALESCE(invitations.reminded_at, invitations.sent_at) <= $4
            AND NOT EXISTS (
                SELECT 1 FROM registrations WHERE registrations.event_id = invitations.event_id
                AND registrations.contact_id = invitations.contact_id
                AND registrations.state <> 'pending')) AS found
         FROM events JOIN invitations ON invitations.event_id = events.id
         JOIN contacts ON contacts.id = invitations.contact_id
         WHERE ", of_network!(), "AND events.state = 'published' AND events.starts_at > $3
         AND invitations.sent_at IS NOT NULL AND invitations.taken_back_at IS NULL
         GROUP BY invitations.event_id",
    );
}

statements! { for sqlite:
    SQLITE_WRITERS = writers!(sqlite);
    SQLITE_FREE_ANSWERS = free_answers!(sqlite);
}

statements! { for postgres:
    POSTGRES_WRITERS = writers!(postgres);
    POSTGRES_FREE_ANSWERS = free_answers!(postgres);
}

/// How long nobody is reminded after the last mail about their invitation.
const SILENT_FOR: SignedDuration = SignedDuration::from_hours(3 * 24);

/// What asks for an organiser's attention at one event.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Attention {
    /// Items of the agenda. Counted for drafts.
    pub agenda_items: u32,
    /// How many people with a seat, or waiting for one, got no mail: the last one to them was refused.
    pub unreached: u32,
    /// How many people were invited to an event that has not begun.
    pub invited: u32,
    /// How many of them have not answered for days.
    pub silent: u32,
    /// How many people with a seat at an event that begins soon wrote something in their own words.
    pub writers: u32,
}

/// What somebody with a seat answered to an optional question in their own words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FreeAnswer {
    pub name: String,
    pub answer: String,
}

#[derive(FromRow)]
struct CountRow {
    event_id: Uuid,
    found: i64,
}

#[derive(FromRow)]
struct InvitedRow {
    #[sqlx(flatten)]
    counted: CountRow,
    invited: i64,
}

#[derive(FromRow)]
struct AnsweredRow {
    id: Uuid,
    given_name: String,
    family_name: String,
    answers: String,
    question: Uuid,
}

impl Reader {
    /// What asks for attention at the events of a network, or at one of them. Who wrote something is counted for
    /// events that begin in the span `soon`, which begins now. An event that needs no attention is left out.
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
        let invited: Vec<InvitedRow> = dispatch!(self, query_as(SILENT), |query, c| query
            .bind(network.uuid())
            .bind(only)
            .bind(micros(soon.start))
            .bind(micros(soon.start - SILENT_FOR))
            .fetch_all(c))?;
        for InvitedRow { counted, invited } in invited {
            let found = attention.entry(counted.event_id.into()).or_default();
            found.silent = counted.found()?;
            found.invited = counted.number(invited)?;
        }
        let statement = self.on_engine(SQLITE_WRITERS, POSTGRES_WRITERS);
        let writers: Vec<CountRow> = dispatch!(self, query_as(statement), |query, c| query
            .bind(network.uuid())
            .bind(only)
            .bind(micros(soon.start))
            .bind(micros(soon.end))
            .fetch_all(c))?;
        for row in writers {
            attention.entry(row.event_id.into()).or_default().writers = row.found()?;
        }
        Ok(attention)
    }

    /// The first `most` answers to optional questions of an event that people with a seat wrote in their own words, by
    /// the names of these people.
    pub async fn free_answers(&mut self, event: EventId, most: u32) -> Result<Listed<FreeAnswer>> {
        let statement = self.on_engine(SQLITE_FREE_ANSWERS, POSTGRES_FREE_ANSWERS);
        let rows: Vec<AnsweredRow> = dispatch!(self, query_as(statement), |query, c| query
            .bind(event.uuid())
            .bind(i64::from(most))
            .fetch_all(c))?;
        Listed::from_rows(rows)
    }
}

impl CountRow {
    fn found(&self) -> Result<u32> {
        self.number(self.found)
    }

    fn number(&self, counted: i64) -> Result<u32> {
        let from = RowDecoder {
            table: "events",
            row: self.event_id,
        };
        from.number("COUNT(*)", counted)
    }
}

impl TryFrom<AnsweredRow> for FreeAnswer {
    type Error = StoreError;

    fn try_from(row: AnsweredRow) -> Result<Self> {
        let from = RowDecoder {
            table: "registrations",
            row: row.id,
        };
        let answers: Answers = from.json("answers", &row.answers)?;
        match answers.get(row.question.into()) {
            Some(Answer::Text(answer)) => Ok(Self {
                name: format!("{} {}", row.given_name, row.family_name),
                answer: answer.clone(),
            }),
            _ => Err(from.inconsistent("answers")),
        }
    }
}
