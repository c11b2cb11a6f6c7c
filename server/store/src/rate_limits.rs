//! Counters of rate limits. They are in the database because several servers share them.

use std::collections::{BTreeMap, HashMap};

use jiff::Timestamp;

use crate::{Tx, connection::rows_affected, error::Result, time::micros};

statements! {
    DELETE_BEFORE = "DELETE FROM rate_limits WHERE window_start < $1";
}

rows_statements! {
    // Without WHERE, SQLite takes ON for that of a join.
    HIT [Bytes, Integer, Integer] = "
        INSERT INTO rate_limits (bucket, window_start, hits) SELECT * FROM {rows} WHERE TRUE
        ON CONFLICT (bucket, window_start) DO UPDATE SET hits = rate_limits.hits + excluded.hits
        RETURNING bucket, hits";
}

impl Tx {
    /// Counts a hit in a bucket's window and returns the number of hits. The bucket is a hash, so that no
    /// address of a person or a machine is stored; the window is named by its beginning.
    pub async fn hit_rate_limit(&mut self, bucket: &[u8], window_start: Timestamp) -> Result<i64> {
        let hits = self.hit_rate_limits(&[(bucket, window_start)]).await?;
        Ok(hits.into_iter().next().unwrap_or_default())
    }

    /// Counts hits in the order given. Returns for each the number of hits in its window, that one
    /// included.
    pub async fn hit_rate_limits(&mut self, hits: &[(&[u8], Timestamp)]) -> Result<Vec<i64>> {
        // A statement changes a row once only. The order of the rows is that of every transaction, so that
        // two do not wait for each other.
        let mut sums: BTreeMap<(&[u8], i64), i64> = BTreeMap::new();
        for (bucket, window_start) in hits {
            *sums.entry((bucket, micros(*window_start))).or_default() += 1;
        }
        let rows: Vec<_> = sums
            .iter()
            .map(|((bucket, window_start), hits)| {
                [(*bucket).into(), (*window_start).into(), (*hits).into()]
            })
            .collect();
        let counts: Vec<(Vec<u8>, i64)> = self.write_rows(HIT, &rows).await?;
        let mut before: HashMap<Vec<u8>, i64> = counts.into_iter().collect();
        for ((bucket, _), hits) in sums {
            if let Some(count) = before.get_mut(bucket) {
                *count -= hits;
            }
        }
        Ok(hits
            .iter()
            .map(|(bucket, _)| {
                let count = before.entry(bucket.to_vec()).or_default();
                *count += 1;
                *count
            })
            .collect())
    }

    /// Deletes the windows that began before this instant.
    pub async fn delete_rate_limits_before(&mut self, window_start: Timestamp) -> Result<u64> {
        dispatch!(self, query(DELETE_BEFORE), |query, c| rows_affected(
            query.bind(micros(window_start)).execute(c)
        ))
    }
}
