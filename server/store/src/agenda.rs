//! Items of agendas, in the table `agenda_sessions`: `sessions` are those of people who are signed in.

use model::{EventId, Session, SessionId};
use sqlx_macros::FromRow;
use uuid::Uuid;

use crate::{
    Reader, Tx,
    connection::affected,
    error::{Result, StoreError},
    origin::Origin,
};

statements! {
    BY_EVENT = "
        SELECT id, event_id, position, kind, title, details, room, speakers, starts_local, minutes
        FROM agenda_sessions WHERE event_id = $1 ORDER BY starts_local, position, id";
    INSERT = "
        INSERT INTO agenda_sessions (id, position, kind, title, details, room, speakers,
            starts_local, minutes, event_id)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)";
    UPDATE = "
        UPDATE agenda_sessions SET position = $2, kind = $3, title = $4, details = $5, room = $6,
            speakers = $7, starts_local = $8, minutes = $9
        WHERE id = $1";
    DELETE = "DELETE FROM agenda_sessions WHERE id = $1";
}

#[derive(FromRow)]
struct Row {
    id: Uuid,
    event_id: Uuid,
    position: i64,
    kind: String,
    title: String,
    details: String,
    room: Option<String>,
    speakers: Option<String>,
    starts_local: String,
    minutes: i64,
}

impl TryFrom<Row> for Session {
    type Error = StoreError;

    fn try_from(row: Row) -> Result<Self> {
        let from = Origin {
            table: "agenda_sessions",
            row: row.id,
        };
        Ok(Self {
            id: row.id.into(),
            event: row.event_id.into(),
            position: row.position,
            kind: from.word("kind", &row.kind)?,
            title: from.parsed("title", &row.title)?,
            details: from.parsed("details", &row.details)?,
            room: from.optional("room", row.room.as_deref())?,
            speakers: from.optional("speakers", row.speakers.as_deref())?,
            starts: row.starts_local,
            minutes: from.number("minutes", row.minutes)?,
        })
    }
}

macro_rules! bound {
    ($statement:expr, $session:expr) => {
        sqlx::query($statement)
            .bind($session.id.uuid())
            .bind($session.position)
            .bind($session.kind.as_str())
            .bind($session.title.as_str())
            .bind($session.details.as_str())
            .bind($session.room.as_ref().map(|line| line.as_str()))
            .bind($session.speakers.as_ref().map(|line| line.as_str()))
            .bind($session.starts.as_str())
            .bind(i64::from($session.minutes))
    };
}

impl Reader {
    /// An event's agenda, by time and then by position.
    pub async fn agenda(&mut self, event: EventId) -> Result<Vec<Session>> {
        let rows: Vec<Row> = on!(self, |c| sqlx::query_as(BY_EVENT)
            .bind(event.uuid())
            .fetch_all(c))?;
        rows.into_iter().map(Session::try_from).collect()
    }
}

impl Tx {
    /// Adds an item to the agenda of its event.
    pub async fn insert_session_of_agenda(&mut self, session: &Session) -> Result<()> {
        on!(self, |c| affected(
            bound!(INSERT, session)
                .bind(session.event.uuid())
                .execute(c)
        ))
        .map(drop)
    }

    /// `false` where there is no such item any more.
    pub async fn update_session_of_agenda(&mut self, session: &Session) -> Result<bool> {
        let saved = on!(self, |c| affected(bound!(UPDATE, session).execute(c)))?;
        Ok(saved == 1)
    }

    /// Removes an item; nothing happens where there is none.
    pub async fn delete_session_of_agenda(&mut self, id: SessionId) -> Result<()> {
        on!(self, |c| affected(
            sqlx::query(DELETE).bind(id.uuid()).execute(c)
        ))
        .map(drop)
    }
}
