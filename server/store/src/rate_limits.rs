//! Counters of rate limits. They are in the database because several servers share them.

use jiff::Timestamp;

use crate::{Tx, connection::rows_affected, error::Result, time::micros};

statements! {
    HIT = "
        INSERT INTO rate_limits (bucket, window_start, hits) VALUES ($1, $2, 1)
        ON CONFLICT (bucket, window_start) DO UPDATE SET hits = rate_limits.hits + 1
        RETURNING hits";
    DELETE_BEFORE = "DELETE FROM rate_limits WHERE window_start < $1";
}

impl Tx {
    /// Counts a hit in a bucket's window and returns the number of hits. The bucket is a hash, so that no
    /// address of a person or a machine is stored; the window is named by its beginning.
    pub async fn hit_rate_limit(&mut self, bucket: &[u8], window_start: Timestamp) -> Result<i64> {
        dispatch!(self, query_scalar(HIT), |query, c| query
            .bind(bucket)
            .bind(micros(window_start))
            .fetch_one(c))
    }

    /// Deletes the windows that began before this instant.
    pub async fn delete_rate_limits_before(&mut self, window_start: Timestamp) -> Result<u64> {
        dispatch!(self, query(DELETE_BEFORE), |query, c| rows_affected(
            query.bind(micros(window_start)).execute(c)
        ))
    }
}
