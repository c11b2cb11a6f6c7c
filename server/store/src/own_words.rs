//! The own words of networks in their automatic mails: a list in the row of the network.

use model::{NetworkId, OwnWords};

use crate::{
    Tx,
    connection::rows_affected,
    error::{Result, StoreError},
    row_decoder::RowDecoder,
};

statements! {
    LOCK = "UPDATE networks SET own_words = own_words WHERE id = $1 RETURNING own_words";
    SET = "UPDATE networks SET own_words = $2 WHERE id = $1";
}

impl Tx {
    /// A network's own words, locked until the transaction ends.
    pub async fn lock_own_words(&mut self, network: NetworkId) -> Result<Option<Vec<OwnWords>>> {
        let row: Option<(String,)> = dispatch!(self, query_as(LOCK), |query, c| query
            .bind(network.uuid())
            .fetch_optional(c))?;
        let from = RowDecoder {
            table: "networks",
            row: network,
        };
        row.map(|(words,)| from.json("own_words", &words))
            .transpose()
    }

    /// Replaces a network's own words.
    pub async fn set_own_words(&mut self, network: NetworkId, words: &[OwnWords]) -> Result<()> {
        let words = serde_json::to_string(words).map_err(StoreError::encode_error)?;
        dispatch!(self, query(SET), |query, c| rows_affected(
            query.bind(network.uuid()).bind(words.as_str()).execute(c)
        ))
        .map(drop)
    }
}
