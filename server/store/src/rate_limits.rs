//! Counters of rate limits. They are in the database because several servers share them.

use crate::{Tx, connection::rows_affected, error::Result};

statements! {
    HIT = "
        INSERT INTO rate_limits (bucket, window_start, hits) VALUES ($1, $2, 1)
        ON CONFLICT (bucket, window_start) DO UPDATE SET hits = rate_limits.hits + 1
        RETURNING hits";
    DELETE_BEFORE = "DELETE FROM rate_limits WHERE window_start < $1";
}

impl Tx {
    /// Counts one more in a bucket's window; how many there are now. The bucket is a hash, so that
    /// no address of a person or a machine is kept; the window is named by its beginning, in
    /// microseconds.
    pub async fn hit_rate_limit(&mut self, bucket: &[u8], window_start: i64) -> Result<i64> {
        dispatch!(self, query_scalar(HIT), |query, c| query
            .bind(bucket)
            .bind(window_start)
            .fetch_one(c))
    }

    /// Forgets the windows that began before this instant, in microseconds.
    pub async fn delete_rate_limits_before(&mut self, window_start: i64) -> Result<u64> {
        dispatch!(self, query(DELETE_BEFORE), |query, c| rows_affected(
            query.bind(window_start).execute(c)
        ))
    }
}
