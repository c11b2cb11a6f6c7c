//! The audit log.

use jiff::Timestamp;
use model::{
    AuditAction, AuditActor, AuditSubject, ContactId, EventId, MemberId, NetworkId, RegistrationId,
};
use serde_json::Value;
use sqlx_macros::FromRow;
use uuid::Uuid;

use crate::{
    Reader, Tx,
    connection::rows_affected,
    error::{Result, StoreError},
    listed::Listed,
    paging::Paging,
    row_decoder::RowDecoder,
    time::micros,
};

macro_rules! select {
    ($rest:literal) => {
        concat!(
            "SELECT id, network_id, event_id, registration_id, contact_id, member_id, who, what, changes, \
             revision, at FROM audit ",
            $rest,
        )
    };
}

statements! {
    /// Edits of the event itself: the revision of a line about a registration is the registration's.
    SINCE = select!(
        "WHERE event_id = $1 AND registration_id IS NULL AND revision > $2 ORDER BY revision, id"
    );
    BY_REGISTRATION = select!("WHERE registration_id = $1 ORDER BY at, id");
    FORGET_CONTACT = "UPDATE audit SET changes = '[]' WHERE contact_id = $1";
    BY_CONTACT = select!("WHERE contact_id = $1 ORDER BY at, id");
    FIND = select!(
        "WHERE network_id = $1 AND (CAST($2 AS UUID) IS NULL OR member_id = $2)
            AND (CAST($3 AS TEXT) IS NULL OR $3 = CASE
                WHEN what LIKE 'member%' OR what LIKE 'event member%' OR what = 'signed in' THEN 'members'
                WHEN what LIKE 'organisation%' THEN 'organisations'
                WHEN what LIKE 'distribution list%' OR what LIKE 'contact%' THEN 'people'
                WHEN registration_id IS NOT NULL THEN 'registrations'
                WHEN event_id IS NOT NULL THEN 'events'
                WHEN contact_id IS NOT NULL THEN 'people'
                ELSE 'network' END)
            AND at >= $4 AND at < $5
         ORDER BY at DESC, id DESC LIMIT $6 OFFSET $7"
    );
    BY_NETWORK = select!("WHERE network_id = $1 ORDER BY at DESC, id DESC LIMIT $2 OFFSET $3");
    LATEST_OF_EVENT = "
        SELECT audit.id, audit.who, audit.what, audit.at, audit.registration_id,
            members.name AS member_name, registrations.given_name, registrations.family_name,
            CASE WHEN audit.what IN ('offer called off', 'offer kept', 'offer undecided')
                THEN audit.changes END AS named
        FROM audit LEFT JOIN members ON members.id = audit.member_id
        LEFT JOIN registrations ON registrations.id = audit.registration_id
        WHERE audit.event_id = $1 ORDER BY audit.at DESC, audit.id DESC LIMIT $2 OFFSET $3";
    STATES_OF_EVENT = "
        SELECT id, what, at FROM audit
        WHERE event_id = $1 AND what IN ('event created', 'event published', 'event cancelled')
        ORDER BY at, id";
}

rows_statements! {
    INSERT [Uuid, Uuid, Uuid, Uuid, Uuid, Uuid, Text, Text, Text, Integer, Integer] = "
        INSERT INTO audit (id, network_id, event_id, registration_id, contact_id, member_id, who, what,
            changes, revision, at)
        SELECT * FROM {rows}";
}

/// Selects audit lines. The default selects all.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct AuditFilter {
    /// Who made the change.
    pub member: Option<MemberId>,
    pub subject: Option<AuditSubject>,
    /// The first instant, and the first one after the last.
    pub from: Option<Timestamp>,
    pub until: Option<Timestamp>,
}

/// One change and who made it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AuditLine {
    pub id: Uuid,
    pub network: NetworkId,
    pub event: Option<EventId>,
    pub registration: Option<RegistrationId>,
    pub contact: Option<ContactId>,
    /// Set for [`AuditActor::Member`].
    pub member: Option<MemberId>,
    pub actor: AuditActor,
    pub action: AuditAction,
    /// The values before and after, in the planner's own format.
    pub changes: Value,
    /// The revision after the change: of the registration or the contact if the line is about one, else of the
    /// event.
    pub revision: Option<i64>,
    pub at: Timestamp,
}

#[derive(FromRow)]
struct Row {
    id: Uuid,
    network_id: Uuid,
    event_id: Option<Uuid>,
    registration_id: Option<Uuid>,
    contact_id: Option<Uuid>,
    member_id: Option<Uuid>,
    who: String,
    what: String,
    changes: String,
    revision: Option<i64>,
    at: i64,
}

impl TryFrom<Row> for AuditLine {
    type Error = StoreError;

    fn try_from(row: Row) -> Result<Self> {
        let from = RowDecoder {
            table: "audit",
            row: row.id,
        };
        Ok(Self {
            id: row.id,
            network: row.network_id.into(),
            event: row.event_id.map(EventId::from),
            registration: row.registration_id.map(RegistrationId::from),
            contact: row.contact_id.map(ContactId::from),
            member: row.member_id.map(MemberId::from),
            actor: from.word("who", &row.who)?,
            action: from.word("what", &row.what)?,
            changes: from.json("changes", &row.changes)?,
            revision: row.revision,
            at: from.time("at", row.at)?,
        })
    }
}

/// One change of an event or of a registration for it, with the names of those it is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EventActivity {
    pub actor: AuditActor,
    /// The member who made the change.
    pub member: Option<String>,
    pub action: AuditAction,
    /// The registration that was changed, with the person's name unless it was deleted.
    pub registration: Option<(RegistrationId, Option<String>)>,
    /// The name of the part of the event that was changed.
    pub part: Option<String>,
    pub at: Timestamp,
}

#[derive(FromRow)]
struct ActivityRow {
    named: Option<String>,
    id: Uuid,
    who: String,
    what: String,
    at: i64,
    registration_id: Option<Uuid>,
    member_name: Option<String>,
    given_name: Option<String>,
    family_name: Option<String>,
}

impl TryFrom<ActivityRow> for EventActivity {
    type Error = StoreError;

    fn try_from(row: ActivityRow) -> Result<Self> {
        let from = RowDecoder {
            table: "audit",
            row: row.id,
        };
        let name = row.given_name.zip(row.family_name);
        let name = name.map(|(given, family)| format!("{given} {family}"));
        Ok(Self {
            actor: from.word("who", &row.who)?,
            member: row.member_name,
            action: from.word("what", &row.what)?,
            registration: row.registration_id.map(|id| (id.into(), name)),
            part: match row.named {
                Some(changes) => {
                    let changes: Value = from.json("changes", &changes)?;
                    let part = changes.pointer("/0/part").and_then(Value::as_str);
                    part.map(str::to_owned)
                }
                None => None,
            },
            at: from.time("at", row.at)?,
        })
    }
}

#[derive(FromRow)]
struct StateRow {
    id: Uuid,
    what: String,
    at: i64,
}

impl Reader {
    /// The changes of an event and of its registrations, the latest first.
    pub async fn activity_of_event(
        &mut self,
        event: EventId,
        paging: Paging,
    ) -> Result<Listed<EventActivity>> {
        let rows: Vec<ActivityRow> = dispatch!(self, query_as(LATEST_OF_EVENT), |query, c| query
            .bind(event.uuid())
            .bind(paging.limit)
            .bind(paging.offset)
            .fetch_all(c))?;
        Listed::from_rows(rows)
    }

    /// When an event was created, published and cancelled, the earliest first.
    pub async fn state_changes_of_event(
        &mut self,
        event: EventId,
    ) -> Result<Listed<(AuditAction, Timestamp)>> {
        let rows: Vec<StateRow> = dispatch!(self, query_as(STATES_OF_EVENT), |query, c| query
            .bind(event.uuid())
            .fetch_all(c))?;
        Listed::decode(rows, |row| {
            let from = RowDecoder {
                table: "audit",
                row: row.id,
            };
            Ok((from.word("what", &row.what)?, from.time("at", row.at)?))
        })
    }

    /// The edits of an event after one of its revisions, the earliest first.
    pub async fn audit_since(
        &mut self,
        event: EventId,
        revision: i64,
    ) -> Result<Listed<AuditLine>> {
        let rows: Vec<Row> = dispatch!(self, query_as(SINCE), |query, c| query
            .bind(event.uuid())
            .bind(revision)
            .fetch_all(c))?;
        Listed::from_rows(rows)
    }

    /// The changes of a registration, the earliest first.
    pub async fn audit_of_registration(
        &mut self,
        registration: RegistrationId,
    ) -> Result<Listed<AuditLine>> {
        let rows: Vec<Row> = dispatch!(self, query_as(BY_REGISTRATION), |query, c| query
            .bind(registration.uuid())
            .fetch_all(c))?;
        Listed::from_rows(rows)
    }

    /// The changes of a contact, the earliest first.
    pub async fn audit_of_contact(&mut self, contact: ContactId) -> Result<Listed<AuditLine>> {
        let rows: Vec<Row> = dispatch!(self, query_as(BY_CONTACT), |query, c| query
            .bind(contact.uuid())
            .fetch_all(c))?;
        Listed::from_rows(rows)
    }

    /// The changes in a network that a filter finds, the latest first.
    pub async fn find_audit(
        &mut self,
        network: NetworkId,
        filter: &AuditFilter,
        paging: Paging,
    ) -> Result<Listed<AuditLine>> {
        let rows: Vec<Row> = dispatch!(self, query_as(FIND), |query, c| query
            .bind(network.uuid())
            .bind(filter.member.map(MemberId::uuid))
            .bind(filter.subject.map(AuditSubject::as_str))
            .bind(filter.from.map_or(i64::MIN, micros))
            .bind(filter.until.map_or(i64::MAX, micros))
            .bind(paging.limit)
            .bind(paging.offset)
            .fetch_all(c))?;
        Listed::from_rows(rows)
    }

    /// The changes in a network, the latest first.
    pub async fn audit_of_network(
        &mut self,
        network: NetworkId,
        paging: Paging,
    ) -> Result<Listed<AuditLine>> {
        let rows: Vec<Row> = dispatch!(self, query_as(BY_NETWORK), |query, c| query
            .bind(network.uuid())
            .bind(paging.limit)
            .bind(paging.offset)
            .fetch_all(c))?;
        Listed::from_rows(rows)
    }
}

impl Reader {
    pub(crate) async fn insert_audit_lines(&mut self, lines: &[AuditLine]) -> Result<()> {
        let rows: Vec<_> = lines
            .iter()
            .map(|line| {
                [
                    line.id.into(),
                    line.network.uuid().into(),
                    line.event.map(EventId::uuid).into(),
                    line.registration.map(RegistrationId::uuid).into(),
                    line.contact.map(ContactId::uuid).into(),
                    line.member.map(MemberId::uuid).into(),
                    line.actor.as_str().into(),
                    line.action.as_str().into(),
                    line.changes.to_string().into(),
                    line.revision.into(),
                    micros(line.at).into(),
                ]
            })
            .collect();
        self.write_rows::<(), _>(INSERT, &rows).await.map(drop)
    }
}

impl Tx {
    /// Deletes the values before and after the changes of a contact. The lines stay.
    pub async fn forget_changes_of_contact(&mut self, contact: ContactId) -> Result<()> {
        dispatch!(self, query(FORGET_CONTACT), |query, c| rows_affected(
            query.bind(contact.uuid()).execute(c)
        ))
        .map(drop)
    }

    /// Appends a line.
    pub async fn insert_audit(&mut self, line: AuditLine) -> Result<()> {
        self.deferred.lines.push(line);
        self.flush_if_full().await
    }
}
