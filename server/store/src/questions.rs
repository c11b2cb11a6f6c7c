//! Questions that events ask at registration.

use model::{EventId, Line, Question, QuestionId};
use sqlx_macros::FromRow;
use uuid::Uuid;

use crate::{
    Reader, Tx,
    connection::rows_affected,
    error::{Result, StoreError},
    listed::Listed,
    row_decoder::RowDecoder,
};

statements! {
    BY_EVENT = "
        SELECT id, event_id, position, kind, label, help, options, need
        FROM questions WHERE event_id = $1 ORDER BY position, id";
    INSERT = "
        INSERT INTO questions (id, position, kind, label, help, options, need, event_id)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8)";
    UPDATE = "
        UPDATE questions SET position = $2, kind = $3, label = $4, help = $5, options = $6, need = $7
        WHERE id = $1";
    DELETE = "DELETE FROM questions WHERE id = $1";
}

#[derive(FromRow)]
struct Row {
    id: Uuid,
    event_id: Uuid,
    position: i64,
    kind: String,
    label: String,
    help: String,
    options: String,
    need: String,
}

impl TryFrom<Row> for Question {
    type Error = StoreError;

    fn try_from(row: Row) -> Result<Self> {
        let from = RowDecoder {
            table: "questions",
            row: row.id,
        };
        Ok(Self {
            id: row.id.into(),
            event: row.event_id.into(),
            position: row.position,
            kind: from.word("kind", &row.kind)?,
            label: from.parsed("label", &row.label)?,
            help: from.parsed("help", &row.help)?,
            options: from.json("options", &row.options)?,
            need: from.word("need", &row.need)?,
        })
    }
}

/// Binds the parameters that [`INSERT`] and [`UPDATE`] share.
macro_rules! bind_row {
    ($query:expr, $question:expr, $options:expr) => {
        $query
            .bind($question.id.uuid())
            .bind($question.position)
            .bind($question.kind.as_str())
            .bind($question.label.as_str())
            .bind($question.help.as_str())
            .bind($options)
            .bind($question.need.as_str())
    };
}

impl Reader {
    /// An event's questions, in their order.
    pub async fn questions(&mut self, event: EventId) -> Result<Listed<Question>> {
        let rows: Vec<Row> = dispatch!(self, query_as(BY_EVENT), |query, c| query
            .bind(event.uuid())
            .fetch_all(c))?;
        Listed::from_rows(rows)
    }
}

impl Tx {
    /// Adds a question to its event.
    pub async fn insert_question(&mut self, question: &Question) -> Result<()> {
        let options = encode_options(&question.options)?;
        dispatch!(self, query(INSERT), |query, c| rows_affected(
            bind_row!(query, question, options)
                .bind(question.event.uuid())
                .execute(c)
        ))
        .map(drop)
    }

    /// Saves a question. Returns `false` if it no longer exists.
    pub async fn update_question(&mut self, question: &Question) -> Result<bool> {
        let options = encode_options(&question.options)?;
        let saved = dispatch!(self, query(UPDATE), |query, c| rows_affected(
            bind_row!(query, question, options).execute(c)
        ))?;
        Ok(saved == 1)
    }

    /// Deletes a question. The answers to it stay in their registrations.
    pub async fn delete_question(&mut self, id: QuestionId) -> Result<()> {
        dispatch!(self, query(DELETE), |query, c| rows_affected(
            query.bind(id.uuid()).execute(c)
        ))
        .map(drop)
    }
}

fn encode_options(options: &[Line<200>]) -> Result<String> {
    serde_json::to_string(options).map_err(StoreError::encode_error)
}
