//! Networks.

use jiff::Timestamp;
use model::{EventId, Network, NetworkHead, NetworkId, Slug};
use sqlx_macros::FromRow;
use uuid::Uuid;

use crate::{
    Reader, Tx,
    connection::rows_affected,
    error::{Result, StoreError},
    listed::Listed,
    row_decoder::RowDecoder,
    time::micros,
};

macro_rules! columns {
    () => {
        "id, slug, name, sender_name, sender_address, reply_to, imprint, privacy, privacy_version, \
         funding_notice, time_zone, language, hue, revision"
    };
}

statements! {
    ALL = concat!("SELECT ", columns!(), ", logos, own_words FROM networks ORDER BY slug");
    BY_ID = concat!("SELECT ", columns!(), ", logos, own_words FROM networks WHERE id = $1");
    BY_SLUG = concat!("SELECT ", columns!(), ", logos, own_words FROM networks WHERE slug = $1");
    BY_EVENT = concat!(
        "SELECT ", columns!(), ", logos, own_words FROM networks
         WHERE id = (SELECT network_id FROM events WHERE events.id = $1)",
    );
    HEADS = "
        SELECT id, slug, name, funding_notice, time_zone, language, hue, logos FROM networks";
    INSERT = concat!(
        "INSERT INTO networks (", columns!(), ", created_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)",
    );
    UPDATE = "
        UPDATE networks SET slug = $2, name = $3, sender_name = $4, sender_address = $5,
            reply_to = $6, imprint = $7, privacy = $8, privacy_version = $9, funding_notice = $10,
            time_zone = $11, language = $12, hue = $13, revision = $14
        WHERE id = $1 AND revision = $14 - 1";
}

#[derive(FromRow)]
struct HeadRow {
    id: Uuid,
    slug: String,
    name: String,
    funding_notice: String,
    time_zone: String,
    language: String,
    hue: i64,
    logos: String,
}

impl TryFrom<HeadRow> for NetworkHead {
    type Error = StoreError;

    fn try_from(row: HeadRow) -> Result<Self> {
        let from = RowDecoder {
            table: "networks",
            row: row.id,
        };
        Ok(Self {
            id: row.id.into(),
            slug: from.parsed("slug", &row.slug)?,
            name: from.parsed("name", &row.name)?,
            funding_notice: from.parsed("funding_notice", &row.funding_notice)?,
            time_zone: from.parsed("time_zone", &row.time_zone)?,
            language: from.word("language", &row.language)?,
            hue: from.number("hue", row.hue)?,
            logos: from.json("logos", &row.logos)?,
        })
    }
}

#[derive(FromRow)]
struct Row {
    #[sqlx(flatten)]
    head: HeadRow,
    sender_name: String,
    sender_address: String,
    reply_to: Option<String>,
    imprint: String,
    privacy: String,
    privacy_version: i64,
    own_words: String,
    revision: i64,
}

impl TryFrom<Row> for Network {
    type Error = StoreError;

    fn try_from(row: Row) -> Result<Self> {
        let from = RowDecoder {
            table: "networks",
            row: row.head.id,
        };
        let NetworkHead {
            id,
            slug,
            name,
            funding_notice,
            time_zone,
            language,
            hue,
            logos,
        } = row.head.try_into()?;
        Ok(Self {
            id,
            slug,
            name,
            sender_name: from.parsed("sender_name", &row.sender_name)?,
            sender_address: from.parsed("sender_address", &row.sender_address)?,
            reply_to: from.optional("reply_to", row.reply_to.as_deref())?,
            imprint: from.parsed("imprint", &row.imprint)?,
            privacy: from.parsed("privacy", &row.privacy)?,
            privacy_version: from.number("privacy_version", row.privacy_version)?,
            funding_notice,
            time_zone,
            language,
            hue,
            logos,
            own_words: from.json("own_words", &row.own_words)?,
            revision: row.revision,
        })
    }
}

/// Binds the parameters that [`INSERT`] and [`UPDATE`] share.
macro_rules! bind_row {
    ($query:expr, $network:expr) => {
        $query
            .bind($network.id.uuid())
            .bind($network.slug.as_str())
            .bind($network.name.as_str())
            .bind($network.sender_name.as_str())
            .bind($network.sender_address.as_str())
            .bind($network.reply_to.as_ref().map(|address| address.as_str()))
            .bind($network.imprint.as_str())
            .bind($network.privacy.as_str())
            .bind(i64::from($network.privacy_version))
            .bind($network.funding_notice.as_str())
            .bind($network.time_zone.as_str())
            .bind($network.language.as_str())
            .bind(i64::from($network.hue))
            .bind($network.revision)
    };
}

impl Reader {
    /// The heads of all networks.
    pub(crate) async fn network_heads(&mut self) -> Result<Listed<NetworkHead>> {
        let rows: Vec<HeadRow> = dispatch!(self, query_as(HEADS), |query, c| query.fetch_all(c))?;
        Listed::from_rows(rows)
    }

    /// All networks, by slug.
    pub async fn networks(&mut self) -> Result<Listed<Network>> {
        let rows: Vec<Row> = dispatch!(self, query_as(ALL), |query, c| query.fetch_all(c))?;
        Listed::from_rows(rows)
    }

    /// The network of this id.
    pub async fn network(&mut self, id: NetworkId) -> Result<Option<Network>> {
        let row: Option<Row> = dispatch!(self, query_as(BY_ID), |query, c| query
            .bind(id.uuid())
            .fetch_optional(c))?;
        row.map(Network::try_from).transpose()
    }

    /// The network of an event. An event never changes its network.
    pub async fn network_of_event(&mut self, event: EventId) -> Result<Option<Network>> {
        let row: Option<Row> = dispatch!(self, query_as(BY_EVENT), |query, c| query
            .bind(event.uuid())
            .fetch_optional(c))?;
        row.map(Network::try_from).transpose()
    }

    /// The network of this slug.
    pub async fn network_by_slug(&mut self, slug: &Slug) -> Result<Option<Network>> {
        let row: Option<Row> = dispatch!(self, query_as(BY_SLUG), |query, c| query
            .bind(slug.as_str())
            .fetch_optional(c))?;
        row.map(Network::try_from).transpose()
    }
}

impl Tx {
    /// Adds a network. [`StoreError::Duplicate`] `networks_slug_key` if the slug is taken.
    pub async fn insert_network(&mut self, network: &Network, now: Timestamp) -> Result<()> {
        dispatch!(self, query(INSERT), |query, c| rows_affected(
            bind_row!(query, network).bind(micros(now)).execute(c)
        ))
        .map(drop)
    }

    /// Saves a network whose revision is the stored one plus one. Returns `false` and saves nothing if
    /// somebody else saved in between.
    #[must_use = "somebody else may have saved in between"]
    pub async fn update_network(&mut self, network: &Network) -> Result<bool> {
        let saved = dispatch!(self, query(UPDATE), |query, c| rows_affected(
            bind_row!(query, network).execute(c)
        ))?;
        Ok(saved == 1)
    }
}
