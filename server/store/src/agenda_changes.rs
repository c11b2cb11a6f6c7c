//! The last change of each event's agenda.

use model::{AgendaChangeId, EventId, MemberId};
use sqlx_macros::FromRow;
use uuid::Uuid;

use crate::{Reader, Tx, connection::rows_affected, error::Result};

statements! {
    LAST = "SELECT id, member_id, undo FROM agenda_changes WHERE event_id = $1";
    SAVE = "
        INSERT INTO agenda_changes (event_id, id, member_id, undo) VALUES ($1, $2, $3, $4)
        ON CONFLICT (event_id) DO UPDATE
        SET id = excluded.id, member_id = excluded.member_id, undo = excluded.undo";
    DELETE = "DELETE FROM agenda_changes WHERE event_id = $1";
}

/// A change of an agenda, and how it is undone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AgendaChange {
    pub id: AgendaChangeId,
    pub event: EventId,
    pub member: MemberId,
    /// JSON, as the planner words it.
    pub undo: String,
}

#[derive(FromRow)]
struct Row {
    id: Uuid,
    member_id: Uuid,
    undo: String,
}

impl Reader {
    /// The last change of an event's agenda.
    pub async fn last_agenda_change(&mut self, event: EventId) -> Result<Option<AgendaChange>> {
        let row: Option<Row> = dispatch!(self, query_as(LAST), |query, c| query
            .bind(event.uuid())
            .fetch_optional(c))?;
        Ok(row.map(|row| AgendaChange {
            id: row.id.into(),
            event,
            member: row.member_id.into(),
            undo: row.undo,
        }))
    }
}

impl Tx {
    /// Saves a change as the last one of its event's agenda.
    pub async fn save_agenda_change(&mut self, change: &AgendaChange) -> Result<()> {
        dispatch!(self, query(SAVE), |query, c| rows_affected(
            query
                .bind(change.event.uuid())
                .bind(change.id.uuid())
                .bind(change.member.uuid())
                .bind(change.undo.as_str())
                .execute(c)
        ))
        .map(drop)
    }

    /// Forgets the last change of an event's agenda, so that it cannot be undone any more.
    pub async fn delete_agenda_change(&mut self, event: EventId) -> Result<()> {
        dispatch!(self, query(DELETE), |query, c| rows_affected(
            query.bind(event.uuid()).execute(c)
        ))
        .map(drop)
    }
}
