//! Handing frozen mails to a mail server.

mod answer;
mod connection;
mod line_by_line;
mod server;

use std::{
    fmt,
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};

pub use answer::{Accepted, SendError};
pub use server::TransportConfigError;

use crate::{Message, address::mail_address};
use answer::Failure;
use connection::Connection;
use server::Server;

/// How long a mail server may take.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Patience {
    /// For each step: connecting, encryption, signing in, a command.
    pub step: Duration,
    /// For one mail from first to last, and so for the answer to its last byte, when the server looks
    /// for viruses: giving up then means to send again what may have been taken (RFC 1047).
    pub conversation: Duration,
}

impl Default for Patience {
    fn default() -> Self {
        Self {
            step: Duration::from_secs(10),
            conversation: Duration::from_mins(1),
        }
    }
}

/// The way to a mail server. Clones share its connections.
///
/// lettre speaks the protocol; the pool is our own, because lettre's takes a connection back in the
/// middle of a conversation when its future is dropped, as a timeout does: the next mail would then
/// read the answers meant for the last one. Here a connection returns only after its last answer.
#[derive(Clone)]
pub struct Transport {
    server: Arc<Server>,
    patience: Patience,
    idle: Arc<Mutex<Vec<Connection>>>,
}

impl Transport {
    /// More than this many connections are not kept when they have nothing to do.
    const MOST_IDLE: usize = 8;

    /// The transport for a setting such as `smtps://user:password@mail.example`,
    /// `smtp://user:password@mail.example?tls=required` or `smtp://localhost`.
    ///
    /// Connects to nothing yet; see [`Self::check`].
    pub fn from_url(url: &str) -> Result<Self, TransportConfigError> {
        Ok(Self {
            server: Arc::new(Server::from_url(url)?),
            patience: Patience::default(),
            idle: Arc::default(),
        })
    }

    /// The same transport with other time limits.
    #[must_use]
    pub fn with_patience(self, patience: Patience) -> Self {
        Self { patience, ..self }
    }

    /// Connects, encrypts and signs in, and sends nothing: whether the setting works.
    pub async fn check(&self) -> Result<(), SendError> {
        let connection = self.connection().await?;
        self.keep(connection);
        Ok(())
    }

    /// Hands one mail over, within [`Patience::conversation`]. Dropping the future closes the
    /// connection; the mail may then have been taken or not.
    pub async fn send(&self, message: &Message) -> Result<Accepted, SendError> {
        let limit = self.patience.conversation;
        match tokio::time::timeout(limit, self.converse(message)).await {
            Ok(outcome) => outcome,
            Err(_) => Err(Failure::late(limit).about_the_connection()),
        }
    }

    async fn converse(&self, message: &Message) -> Result<Accepted, SendError> {
        let people = [&message.envelope_from, &message.envelope_to];
        let [from, to] = people.map(|address| mail_address(address).map_err(refused_by_us));
        let (from, to) = (from?, to?);
        let mut connection = self.connection().await?;
        let outcome = connection
            .hand_over(&from, &to, &message.bytes, self.patience, people)
            .await;
        if !matches!(outcome, Err(SendError::Unreachable { .. })) {
            self.keep(connection);
        }
        outcome
    }

    /// A connection that is ready for a mail: one that is still alive, or a new one.
    async fn connection(&self) -> Result<Connection, SendError> {
        while let Some(mut connection) = self.take_idle() {
            if connection.start_over(self.patience).await {
                return Ok(connection);
            }
        }
        Connection::open(&self.server, self.patience).await
    }

    fn take_idle(&self) -> Option<Connection> {
        self.idle
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .pop()
    }

    fn keep(&self, connection: Connection) {
        let mut idle = self.idle.lock().unwrap_or_else(PoisonError::into_inner);
        if idle.len() < Self::MOST_IDLE {
            idle.push(connection);
        }
    }
}

/// An address that no server needs to be asked about.
fn refused_by_us(reason: crate::address::NoMailAddress) -> SendError {
    SendError::Refused {
        permanent: true,
        code: None,
        text: reason.to_string(),
    }
}

impl fmt::Debug for Transport {
    /// Without the password.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Transport")
            .field("host", &self.server.host)
            .field("port", &self.server.port)
            .field("patience", &self.patience)
            .finish_non_exhaustive()
    }
}
