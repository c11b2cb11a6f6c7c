//! Organisations: a network's partners. `events` says what they attend, `imports` keeps tables that were imported, `merging`
//! makes one of two.

pub(crate) mod events;
pub(crate) mod imports;
pub(crate) mod merging;

use model::{LogoImage, NetworkId, Organisation, OrganisationId, name_key, search_key};
use sqlx_macros::FromRow;
use uuid::Uuid;

use crate::{
    Reader, Tx,
    connection::rows_affected,
    error::{Result, StoreError},
    listed::Listed,
    row_decoder::RowDecoder,
};

macro_rules! columns {
    () => {
        "id, network_id, name, short_name, region, field, parent_id, logo"
    };
}

statements! {
    BY_NETWORK = concat!(
        "SELECT ", columns!(), " FROM organisations WHERE network_id = $1 ORDER BY sort_key, id",
    );
    INSERT = "
        INSERT INTO organisations (id, name, short_name, short_name_lower, sort_key,
            region, field, parent_id, network_id)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)";
    UPDATE = "
        UPDATE organisations SET name = $2, short_name = $3, short_name_lower = $4,
            sort_key = $5, region = $6, field = $7, parent_id = $8
        WHERE id = $1";
    SET_LOGO = "UPDATE organisations SET logo = $2 WHERE id = $1";
    /// What lists show of a person's organisation is its present name. The search text of a registration ends
    /// with the organisation's key.
    RENAME_IN_REGISTRATIONS = "
        UPDATE registrations SET organisation_name = $2, organisation_key = $3,
            search = SUBSTR(search, 1, LENGTH(search) - LENGTH(organisation_key)) || $3
        WHERE organisation_id = $1 AND organisation_name <> $2";
    /// The same of contacts.
    RENAME_IN_CONTACTS = "
        UPDATE contacts SET organisation_name = $2, organisation_key = $3,
            search = SUBSTR(search, 1, LENGTH(search) - LENGTH(organisation_key)) || $3
        WHERE organisation_id = $1 AND organisation_name <> $2";
}

#[derive(FromRow)]
struct Row {
    id: Uuid,
    network_id: Uuid,
    name: String,
    short_name: String,
    region: Option<String>,
    field: Option<String>,
    parent_id: Option<Uuid>,
    logo: Option<String>,
}

impl TryFrom<Row> for Organisation {
    type Error = StoreError;

    fn try_from(row: Row) -> Result<Self> {
        let from = RowDecoder {
            table: "organisations",
            row: row.id,
        };
        let logo = row.logo.as_deref().map(|logo| from.json("logo", logo));
        Ok(Self {
            id: row.id.into(),
            network: row.network_id.into(),
            name: from.parsed("name", &row.name)?,
            short_name: from.parsed("short_name", &row.short_name)?,
            region: from.optional("region", row.region.as_deref())?,
            field: from.optional("field", row.field.as_deref())?,
            parent: row.parent_id.map(OrganisationId::from),
            logo: logo.transpose()?,
        })
    }
}

/// Binds the parameters that [`INSERT`] and [`UPDATE`] share.
macro_rules! bind_row {
    ($query:expr, $organisation:expr) => {
        $query
            .bind($organisation.id.uuid())
            .bind($organisation.name.as_str())
            .bind($organisation.short_name.as_str())
            .bind(name_key($organisation.short_name.as_str()))
            .bind(search_key($organisation.short_name.as_str()))
            .bind($organisation.region.as_ref().map(|line| line.as_str()))
            .bind($organisation.field.as_ref().map(|line| line.as_str()))
            .bind($organisation.parent.map(|parent| parent.uuid()))
    };
}

impl Reader {
    /// A network's organisations, by short name.
    pub async fn organisations(&mut self, network: NetworkId) -> Result<Listed<Organisation>> {
        let rows: Vec<Row> = dispatch!(self, query_as(BY_NETWORK), |query, c| query
            .bind(network.uuid())
            .fetch_all(c))?;
        Listed::from_rows(rows)
    }
}

impl Tx {
    /// Adds an organisation without a logo. [`StoreError::Duplicate`] `organisations_network_id_short_name_lower_key` if
    /// the short name is taken.
    pub async fn insert_organisation(&mut self, organisation: &Organisation) -> Result<()> {
        dispatch!(self, query(INSERT), |query, c| rows_affected(
            bind_row!(query, organisation)
                .bind(organisation.network.uuid())
                .execute(c)
        ))
        .map(drop)
    }

    /// Saves an organisation except for its logo, and its name in the registrations and contacts that are linked to it. Returns `false` if it
    /// does not exist.
    pub async fn update_organisation(&mut self, organisation: &Organisation) -> Result<bool> {
        let saved = dispatch!(self, query(UPDATE), |query, c| rows_affected(
            bind_row!(query, organisation).execute(c)
        ))?;
        let name = organisation.short_name.as_str();
        for rename in [RENAME_IN_REGISTRATIONS, RENAME_IN_CONTACTS] {
            dispatch!(self, query(rename), |query, c| rows_affected(
                query
                    .bind(organisation.id.uuid())
                    .bind(name)
                    .bind(search_key(name))
                    .execute(c),
            ))?;
        }
        Ok(saved == 1)
    }

    /// Gives an organisation a picture, or takes it away.
    pub async fn set_organisation_logo(
        &mut self,
        organisation: OrganisationId,
        logo: Option<&LogoImage>,
    ) -> Result<()> {
        let logo = logo.map(serde_json::to_string).transpose();
        let logo = logo.map_err(StoreError::encode_error)?;
        dispatch!(self, query(SET_LOGO), |query, c| rows_affected(
            query
                .bind(organisation.uuid())
                .bind(logo.as_deref())
                .execute(c)
        ))
        .map(drop)
    }
}
