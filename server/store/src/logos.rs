//! The logos of networks: their list, in the row of the network, and their images.

use model::{Logo, NetworkId};
use sqlx_macros::FromRow;

use crate::{
    Reader, Tx,
    connection::rows_affected,
    error::{Result, StoreError},
    row_decoder::RowDecoder,
};

statements! {
    LOCK = "UPDATE networks SET logos = logos WHERE id = $1 RETURNING logos";
    SET = "UPDATE networks SET logos = $2 WHERE id = $1";
    IMAGE = "SELECT media_type, bytes FROM logo_images WHERE hash = $1 LIMIT 1";
    INSERT_IMAGE = "
        INSERT INTO logo_images (hash, network_id, media_type, bytes) VALUES ($1, $2, $3, $4)
        ON CONFLICT (hash, network_id) DO NOTHING";
    DELETE_IMAGE = "DELETE FROM logo_images WHERE hash = $1 AND network_id = $2";
}

/// The image of a logo in one size, encoded.
#[derive(Debug, Clone, PartialEq, Eq, FromRow)]
pub struct EncodedLogo {
    pub media_type: String,
    pub bytes: Vec<u8>,
}

impl Reader {
    /// The image of this hash. Networks that have the same one have it each.
    pub async fn logo_image(&mut self, hash: &str) -> Result<Option<EncodedLogo>> {
        dispatch!(self, query_as(IMAGE), |query, c| query
            .bind(hash)
            .fetch_optional(c))
    }
}

impl Tx {
    /// The logos of a network, locked until the transaction ends.
    pub async fn lock_logos(&mut self, network: NetworkId) -> Result<Option<Vec<Logo>>> {
        let row: Option<(String,)> = dispatch!(self, query_as(LOCK), |query, c| query
            .bind(network.uuid())
            .fetch_optional(c))?;
        let from = RowDecoder {
            table: "networks",
            row: network,
        };
        row.map(|(logos,)| from.json("logos", &logos)).transpose()
    }

    /// Replaces the list of a network's logos.
    pub async fn set_logos(&mut self, network: NetworkId, logos: &[Logo]) -> Result<()> {
        let logos = serde_json::to_string(logos).map_err(StoreError::encode_error)?;
        dispatch!(self, query(SET), |query, c| rows_affected(
            query.bind(network.uuid()).bind(logos.as_str()).execute(c)
        ))
        .map(drop)
    }

    /// Adds an image, unless the network has it.
    pub async fn insert_logo_image(
        &mut self,
        network: NetworkId,
        hash: &str,
        image: &EncodedLogo,
    ) -> Result<()> {
        dispatch!(self, query(INSERT_IMAGE), |query, c| rows_affected(
            query
                .bind(hash)
                .bind(network.uuid())
                .bind(image.media_type.as_str())
                .bind(image.bytes.as_slice())
                .execute(c)
        ))
        .map(drop)
    }

    /// Removes an image of a network.
    pub async fn delete_logo_image(&mut self, network: NetworkId, hash: &str) -> Result<()> {
        dispatch!(self, query(DELETE_IMAGE), |query, c| rows_affected(
            query.bind(hash).bind(network.uuid()).execute(c)
        ))
        .map(drop)
    }
}
