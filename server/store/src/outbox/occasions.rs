//! Occasions: the mails of one kind about one event, counted by what became of them. Each change of an event, and
//! each mailing, is an occasion of its own.

use jiff::Timestamp;
use model::{EventId, MailKind, MailingId, NetworkId};
use sqlx_macros::FromRow;
use uuid::Uuid;

use crate::{
    Reader,
    error::{Result, StoreError},
    listed::Listed,
    outbox::lists::MailFilter,
    paging::{Paginated, Paging},
    row_decoder::RowDecoder,
    time::micros,
};

/// The filter of a list of occasions: parameters 1 to 5.
macro_rules! from_filtered {
    () => {
        " FROM outbox LEFT JOIN events ON events.id = outbox.event_id \
         LEFT JOIN mailings ON mailings.id = outbox.mailing_id \
         WHERE outbox.network_id = $1 \
         AND (CAST($2 AS UUID) IS NULL OR outbox.event_id = $2) \
         AND (CAST($3 AS TEXT) IS NULL OR outbox.kind = $3) \
         AND (CAST($4 AS BIGINT) IS NULL OR event_revision = $4) \
         AND (CAST($5 AS UUID) IS NULL OR outbox.mailing_id = $5) \
         GROUP BY outbox.event_id, events.title, outbox.kind, outbox.mailing_id, mailings.subject, \
         CASE WHEN outbox.kind = 'event changed' THEN event_revision END "
    };
}

statements! {
    /// Those with mails that somebody can decide about come first, then the latest: mails that were kept, and refused
    /// ones about an event that is not over at $6.
    PAGE = concat!(
        "SELECT outbox.event_id, events.title, outbox.kind, outbox.mailing_id, mailings.subject,
            CASE WHEN outbox.kind = 'event changed' THEN event_revision END AS revision,
            COUNT(DISTINCT recipient_lower) AS people,
            COUNT(*) FILTER (WHERE outbox.state = 'accepted') AS accepted,
            COUNT(*) FILTER (WHERE outbox.state IN ('queued', 'sending')) AS waiting,
            COUNT(*) FILTER (WHERE outbox.state = 'refused') AS refused,
            COUNT(*) FILTER (WHERE outbox.state = 'kept') AS kept,
            COUNT(*) FILTER (WHERE outbox.state = 'dropped') AS dropped,
            MAX(outbox.created_at) AS latest",
        from_filtered!(),
        "ORDER BY MAX(CASE WHEN outbox.state = 'refused' AND events.ends_at > $6 THEN 1
                WHEN ", is_undecided!(), " THEN 1 ELSE 0 END) DESC,
            MAX(outbox.created_at) DESC, outbox.kind
         LIMIT $7 OFFSET $8",
    );
    COUNT = concat!("SELECT COUNT(*) FROM (SELECT 1", from_filtered!(), ") AS occasions");
}

/// An occasion, and what became of its mails.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Occasion {
    /// The event and its title. `None` for mails about no event.
    pub event: Option<(EventId, String)>,
    pub kind: MailKind,
    /// The revision of the event that a change led to.
    pub revision: Option<i64>,
    /// The mailing and its subject, as it was typed.
    pub mailing: Option<(MailingId, String)>,
    /// How many addresses are written to.
    pub people: i64,
    pub accepted: i64,
    /// Mails that are queued or being handed over.
    pub waiting: i64,
    pub refused: i64,
    pub kept: i64,
    pub dropped: i64,
    /// When the latest mail was written.
    pub latest: Timestamp,
}

#[derive(FromRow)]
struct Row {
    event_id: Option<Uuid>,
    title: Option<String>,
    kind: String,
    mailing_id: Option<Uuid>,
    subject: Option<String>,
    revision: Option<i64>,
    people: i64,
    accepted: i64,
    waiting: i64,
    refused: i64,
    kept: i64,
    dropped: i64,
    latest: i64,
}

impl TryFrom<Row> for Occasion {
    type Error = StoreError;

    fn try_from(row: Row) -> Result<Self> {
        let from = RowDecoder {
            table: "outbox",
            row: format!("of kind {}", row.kind),
        };
        Ok(Self {
            event: row.event_id.map(EventId::from).zip(row.title),
            kind: from.word("kind", &row.kind)?,
            revision: row.revision,
            mailing: row.mailing_id.map(MailingId::from).zip(row.subject),
            people: row.people,
            accepted: row.accepted,
            waiting: row.waiting,
            refused: row.refused,
            kept: row.kept,
            dropped: row.dropped,
            latest: from.time("created_at", row.latest)?,
        })
    }
}

impl Reader {
    /// A page of the occasions on which a network wrote mails, those with mails first that somebody can decide about at
    /// `now`. Of the filter, event, kind and revision count.
    pub async fn mail_occasions(
        &mut self,
        network: NetworkId,
        filter: &MailFilter,
        paging: Paging,
        now: Timestamp,
    ) -> Result<Paginated<Occasion>> {
        let event = filter.event.map(EventId::uuid);
        let kind = filter.kind.map(MailKind::as_str);
        let total: i64 = dispatch!(self, query_scalar(COUNT), |query, c| query
            .bind(network.uuid())
            .bind(event)
            .bind(kind)
            .bind(filter.revision)
            .bind(filter.mailing.map(MailingId::uuid))
            .fetch_one(c))?;
        let rows: Vec<Row> = dispatch!(self, query_as(PAGE), |query, c| query
            .bind(network.uuid())
            .bind(event)
            .bind(kind)
            .bind(filter.revision)
            .bind(filter.mailing.map(MailingId::uuid))
            .bind(micros(now))
            .bind(paging.limit)
            .bind(paging.offset)
            .fetch_all(c))?;
        Ok(Paginated::new(Listed::from_rows(rows)?, total))
    }
}
