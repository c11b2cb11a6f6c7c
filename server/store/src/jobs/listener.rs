//! Messages about jobs from other servers, by PostgreSQL's LISTEN/NOTIFY.

use sqlx::postgres::{PgListener, PgPoolOptions};

use crate::{
    Store,
    error::{Result, StoreError},
    open::Db,
};

/// The channel of [`crate::Tx::notify_job_listeners`].
const CHANNEL: &str = "jobs";

/// Receives what committed transactions of all servers sent, this one's included. Has a connection of its
/// own.
#[derive(Debug)]
pub struct JobListener(PgListener);

impl Store {
    /// Begins to listen. `None` on SQLite, where this is the only server.
    pub async fn listen_to_jobs(&self) -> Result<Option<JobListener>> {
        let Db::Postgres { options, .. } = &self.db else {
            return Ok(None);
        };
        let pool = PgPoolOptions::new()
            .max_connections(1)
            .acquire_timeout(self.statement_timeout)
            .connect_lazy_with(options.clone());
        let mut listener = PgListener::connect_with(&pool).await?;
        listener.listen(CHANNEL).await?;
        Ok(Some(JobListener(listener)))
    }
}

impl JobListener {
    /// The next message. Messages that are sent while the connection is lost are missed.
    pub async fn next(&mut self) -> Result<String> {
        let message = self.0.recv().await.map_err(StoreError::from)?;
        Ok(message.payload().to_owned())
    }
}
