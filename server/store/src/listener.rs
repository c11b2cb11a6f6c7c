//! Messages between servers on one database, by PostgreSQL's LISTEN/NOTIFY.

use sqlx::postgres::{PgListener, PgPoolOptions};

use crate::{
    Store, Tx,
    connection::rows_affected,
    error::{Result, StoreError},
    open::Db,
};

/// The channel of [`Tx::notify_servers`].
const CHANNEL: &str = "changes";

statements! { for postgres:
    /// Tells the listeners of all servers, when the transaction commits.
    NOTIFY = "SELECT pg_notify('changes', $1)";
}

/// Receives what committed transactions of all servers sent, this one's included. Has a connection of its
/// own.
#[derive(Debug)]
pub struct Listener(PgListener);

impl Store {
    /// Begins to listen. `None` on SQLite, where this is the only server.
    pub async fn listen(&self) -> Result<Option<Listener>> {
        let Db::Postgres { options, .. } = &self.db else {
            return Ok(None);
        };
        let pool = PgPoolOptions::new()
            .max_connections(1)
            .acquire_timeout(self.statement_timeout)
            .connect_lazy_with(options.clone());
        let mut listener = PgListener::connect_with(&pool).await?;
        listener.listen(CHANNEL).await?;
        Ok(Some(Listener(listener)))
    }
}

impl Listener {
    /// The next message. Messages that are sent while the connection is lost are missed.
    pub async fn next(&mut self) -> Result<String> {
        let message = self.0.recv().await.map_err(StoreError::from)?;
        Ok(message.payload().to_owned())
    }
}

impl Tx {
    /// Sends a message to the listeners of all servers when the transaction commits. SQLite has one server and
    /// no messages.
    pub async fn notify_servers(&mut self, message: &str) -> Result<()> {
        if self.is_sqlite() {
            return Ok(());
        }
        dispatch!(self, query(NOTIFY), |query, c| rows_affected(
            query.bind(message).execute(c)
        ))
        .map(drop)
    }
}
