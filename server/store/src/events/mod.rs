//! Single events. `lists` has lists of them, `contingents` their seats per organisation, `contingent_links` how
//! contact people manage those, `attention` what organisers have to see to, `series` which of them belong together.

pub(crate) mod attention;
pub(crate) mod contingent_links;
pub(crate) mod contingents;
pub(crate) mod lists;
pub(crate) mod series;

use jiff::Timestamp;
use model::{Event, EventDetails, EventId, Place, WebAddress};
use sqlx_macros::FromRow;
use uuid::Uuid;

use crate::{
    Reader, Tx,
    connection::rows_affected,
    error::{Result, StoreError},
    row_decoder::RowDecoder,
    time::{local_text, micros},
};

/// The columns that an edit can change: parameters 2 to 30.
macro_rules! editable_columns {
    () => {
        "slug, kind, state, cancel_reason, title, summary, plain_language, body, language, \
         time_zone, starts_local, starts_at, ends_local, ends_at, place_name, place_address, place_room, \
         online_link, capacity, opens_local, opens_at, closes_local, closes_at, visibility, \
         admission, colleagues, link_key, funding_notice, sequence"
    };
}

macro_rules! editable_values {
    () => {
        "$2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, \
         $21, $22, $23, $24, $25, $26, $27, $28, $29, $30"
    };
}

macro_rules! event_columns {
    () => {
        concat!(
            "id, ",
            editable_columns!(),
            ", revision, network_id, calendar_uid, organizer, organizer_token"
        )
    };
}
pub(crate) use editable_columns;
pub(crate) use event_columns;

statements! {
    BY_ID = concat!("SELECT ", event_columns!(), " FROM events WHERE id = $1");
    BY_SLUG = concat!("SELECT ", event_columns!(), " FROM events WHERE slug = $1");
    LOCK = concat!(
        "UPDATE events SET seat_changes = seat_changes + 1 WHERE id = $1 RETURNING ",
        event_columns!(),
    );
    INSERT = concat!(
        "INSERT INTO events (", event_columns!(), ", created_at, updated_at)
         VALUES ($1, ", editable_values!(), ", $31, $32, $33, $34, $35, $36, $36)",
    );
    UPDATE = concat!(
        "UPDATE events SET (", editable_columns!(), ") = (", editable_values!(), "),
            revision = $31, updated_at = $32
         WHERE id = $1 AND revision = $31 - 1",
    );
    DELETE = "DELETE FROM events WHERE id = $1";
}

#[derive(FromRow)]
pub(crate) struct Row {
    id: Uuid,
    slug: String,
    kind: String,
    state: String,
    cancel_reason: Option<String>,
    title: String,
    summary: String,
    plain_language: String,
    body: String,
    language: String,
    time_zone: String,
    starts_local: String,
    starts_at: i64,
    ends_local: String,
    ends_at: i64,
    place_name: Option<String>,
    place_address: Option<String>,
    place_room: Option<String>,
    online_link: Option<String>,
    capacity: Option<i64>,
    opens_local: Option<String>,
    opens_at: Option<i64>,
    closes_local: Option<String>,
    closes_at: Option<i64>,
    visibility: String,
    admission: String,
    colleagues: String,
    link_key: String,
    funding_notice: String,
    sequence: i64,
    revision: i64,
    network_id: Uuid,
    calendar_uid: String,
    organizer: String,
    organizer_token: String,
}

impl Row {
    pub(crate) fn id(&self) -> EventId {
        self.id.into()
    }

    /// The event without its contingents, which have their own table.
    pub(crate) fn into_event(self) -> Result<Event> {
        let from = RowDecoder {
            table: "events",
            row: self.id,
        };
        let opens = self.opens_local.as_deref().zip(self.opens_at);
        let closes = self.closes_local.as_deref().zip(self.closes_at);
        let details = EventDetails {
            kind: from.word("kind", &self.kind)?,
            title: from.parsed("title", &self.title)?,
            summary: from.parsed("summary", &self.summary)?,
            plain_language: from.parsed("plain_language", &self.plain_language)?,
            body: from.parsed("body", &self.body)?,
            language: from.word("language", &self.language)?,
            time_zone: from.parsed("time_zone", &self.time_zone)?,
            starts: from.event_time(
                ("starts_local", &self.starts_local),
                ("starts_at", self.starts_at),
            )?,
            ends: from.event_time(("ends_local", &self.ends_local), ("ends_at", self.ends_at))?,
            place: Place {
                name: from.optional("place_name", self.place_name.as_deref())?,
                address: from.optional("place_address", self.place_address.as_deref())?,
                room: from.optional("place_room", self.place_room.as_deref())?,
                online_link: from.optional("online_link", self.online_link.as_deref())?,
            },
            capacity: from.optional_number("capacity", self.capacity)?,
            contingents: Vec::new(),
            opens: opens
                .map(|(local, at)| from.event_time(("opens_local", local), ("opens_at", at)))
                .transpose()?,
            closes: closes
                .map(|(local, at)| from.event_time(("closes_local", local), ("closes_at", at)))
                .transpose()?,
            visibility: from.word("visibility", &self.visibility)?,
            admission: from.word("admission", &self.admission)?,
            colleagues: from.word("colleagues", &self.colleagues)?,
            funding_notice: from.parsed("funding_notice", &self.funding_notice)?,
        };
        Ok(Event {
            id: self.id.into(),
            network: self.network_id.into(),
            slug: from.parsed("slug", &self.slug)?,
            state: from.word("state", &self.state)?,
            cancel_reason: from.optional("cancel_reason", self.cancel_reason.as_deref())?,
            details,
            link_key: self.link_key,
            calendar_uid: self.calendar_uid,
            sequence: from.number("sequence", self.sequence)?,
            organizer: from.parsed("organizer", &self.organizer)?,
            organizer_token: self.organizer_token,
            revision: self.revision,
        })
    }
}

/// Binds the parameters that [`INSERT`] and [`UPDATE`] share.
macro_rules! bind_row {
    ($query:expr, $event:expr) => {{
        // A field that is not bound does not compile.
        let EventDetails {
            kind,
            title,
            summary,
            plain_language,
            body,
            language,
            time_zone,
            starts,
            ends,
            place:
                Place {
                    name,
                    address,
                    room,
                    online_link,
                },
            capacity,
            // Another table has them.
            contingents: _,
            opens,
            closes,
            visibility,
            admission,
            colleagues,
            funding_notice,
        } = &$event.details;
        let (opens, closes) = (opens.as_ref(), closes.as_ref());
        $query
            .bind($event.id.uuid())
            .bind($event.slug.as_str())
            .bind(kind.as_str())
            .bind($event.state.as_str())
            .bind($event.cancel_reason.as_ref().map(|text| text.as_str()))
            .bind(title.as_str())
            .bind(summary.as_str())
            .bind(plain_language.as_str())
            .bind(body.as_str())
            .bind(language.as_str())
            .bind(time_zone.as_str())
            .bind(local_text(starts.local))
            .bind(micros(starts.at))
            .bind(local_text(ends.local))
            .bind(micros(ends.at))
            .bind(name.as_ref().map(|line| line.as_str()))
            .bind(address.as_ref().map(|line| line.as_str()))
            .bind(room.as_ref().map(|line| line.as_str()))
            .bind(online_link.as_ref().map(WebAddress::as_str))
            .bind(capacity.map(i64::from))
            .bind(opens.map(|opens| local_text(opens.local)))
            .bind(opens.map(|opens| micros(opens.at)))
            .bind(closes.map(|closes| local_text(closes.local)))
            .bind(closes.map(|closes| micros(closes.at)))
            .bind(visibility.as_str())
            .bind(admission.as_str())
            .bind(colleagues.as_str())
            .bind($event.link_key.as_str())
            .bind(funding_notice.as_str())
            .bind(i64::from($event.sequence))
            .bind($event.revision)
    }};
}

impl Reader {
    /// The event of this id, with its contingents.
    pub async fn event(&mut self, id: EventId) -> Result<Option<Event>> {
        let row: Option<Row> = dispatch!(self, query_as(BY_ID), |query, c| query
            .bind(id.uuid())
            .fetch_optional(c))?;
        self.with_contingents(row).await
    }

    /// The event of this slug, with its contingents.
    pub async fn event_by_slug(&mut self, slug: &str) -> Result<Option<Event>> {
        let row: Option<Row> = dispatch!(self, query_as(BY_SLUG), |query, c| query
            .bind(slug)
            .fetch_optional(c))?;
        self.with_contingents(row).await
    }

    async fn with_contingents(&mut self, row: Option<Row>) -> Result<Option<Event>> {
        let Some(row) = row else { return Ok(None) };
        let mut event = row.into_event()?;
        event.details.contingents = self.contingents(event.id).await?;
        Ok(Some(event))
    }
}

impl Tx {
    /// Locks the event row until the transaction ends and returns the event; `None` if it does not exist.
    /// Read seat data only while the lock is held: the event and all later reads then include the changes
    /// of every earlier holder.
    #[must_use = "nothing is locked if the event does not exist"]
    pub async fn lock_event(&mut self, id: EventId) -> Result<Option<Event>> {
        let row: Option<Row> = dispatch!(self, query_as(LOCK), |query, c| query
            .bind(id.uuid())
            .fetch_optional(c))?;
        self.with_contingents(row).await
    }

    /// Adds an event. [`StoreError::Duplicate`] `events_slug_key` if the slug is taken.
    pub async fn insert_event(&mut self, event: &Event, now: Timestamp) -> Result<()> {
        dispatch!(self, query(INSERT), |query, c| rows_affected(
            bind_row!(query, event)
                .bind(event.network.uuid())
                .bind(event.calendar_uid.as_str())
                .bind(event.organizer.as_str())
                .bind(event.organizer_token.as_str())
                .bind(micros(now))
                .execute(c)
        ))?;
        self.replace_contingents(event.id, &event.details.contingents)
            .await
    }

    /// Saves an event whose revision is the stored one plus one; [`StoreError::Outdated`] otherwise. The
    /// caller holds the lock and has compared the revisions.
    pub async fn update_event(&mut self, event: &Event, now: Timestamp) -> Result<()> {
        let saved = dispatch!(self, query(UPDATE), |query, c| rows_affected(
            bind_row!(query, event).bind(micros(now)).execute(c)
        ))?;
        if saved == 0 {
            return Err(StoreError::Outdated {
                table: "events",
                row: event.id.to_string(),
            });
        }
        self.replace_contingents(event.id, &event.details.contingents)
            .await
    }

    /// Deletes an event with its agenda, questions and contingents. A foreign key refuses to delete an event
    /// that has registrations.
    pub async fn delete_event(&mut self, id: EventId) -> Result<()> {
        dispatch!(self, query(DELETE), |query, c| rows_affected(
            query.bind(id.uuid()).execute(c)
        ))
        .map(drop)
    }
}
