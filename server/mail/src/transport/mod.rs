//! Sends messages to a mail server by SMTP.

mod connection;
mod line_stream;
mod reply;
mod server_config;
mod timeouts;

use std::{
    fmt,
    sync::{Arc, Mutex, PoisonError},
};

pub use reply::{SendError, SmtpReply};
pub use server_config::TransportConfigError;
pub use timeouts::Timeouts;

use crate::{
    address::{AddressError, smtp_address},
    message::Message,
};
use connection::{Connection, Envelope};
use server_config::ServerConfig;

/// An SMTP client with a connection pool. Clones share the pool.
///
/// lettre implements the protocol, but not the pool: lettre's pool takes a connection back in the middle
/// of a transaction when the future is dropped, as a timeout does, and the next mail then reads the
/// replies to the previous one. Here a connection returns only after its last reply.
#[derive(Clone)]
pub struct Transport {
    server: Arc<ServerConfig>,
    timeouts: Timeouts,
    idle: Arc<Mutex<Vec<Connection>>>,
}

impl Transport {
    /// The largest number of idle connections in the pool.
    const MAX_IDLE: usize = 64;

    /// Creates the transport for a URL such as `smtps://user:password@mail.example`,
    /// `smtp://user:password@mail.example?tls=required` or `smtp://localhost`.
    ///
    /// Does not connect; see [`Self::check`].
    pub fn from_url(url: &str) -> Result<Self, TransportConfigError> {
        Ok(Self {
            server: Arc::new(ServerConfig::from_url(url)?),
            timeouts: Timeouts::default(),
            idle: Arc::default(),
        })
    }

    /// The same transport with other time limits.
    #[must_use]
    pub fn with_timeouts(self, timeouts: Timeouts) -> Self {
        Self { timeouts, ..self }
    }

    /// Checks the settings: connects, starts TLS and authenticates, without sending a mail.
    pub async fn check(&self) -> Result<(), SendError> {
        let connection = Connection::open(&self.server, self.timeouts).await?;
        self.release(connection);
        Ok(())
    }

    /// Sends one message, within [`Timeouts`]. Dropping the future closes the connection; the mail may then
    /// be accepted or not.
    pub async fn send(&self, message: &Message) -> Result<SmtpReply, SendError> {
        let mailboxes = [&message.envelope_from, &message.envelope_to];
        let [from, to] = mailboxes.map(|address| smtp_address(address).map_err(refused_locally));
        let envelope = Envelope {
            from: from?,
            to: to?,
            mailboxes,
        };
        let mut connection = self.begin(&envelope, &message.bytes).await?;
        let outcome = connection.send(&envelope, &message.bytes).await;
        if !matches!(outcome, Err(SendError::Unreachable { .. })) {
            self.release(connection);
        }
        outcome
    }

    /// Begins a mail on an idle connection, or on a new one if the server has closed those.
    async fn begin(&self, envelope: &Envelope<'_>, bytes: &[u8]) -> Result<Connection, SendError> {
        while let Some(mut connection) = self.take_idle() {
            if !connection.is_ready().await {
                continue;
            }
            match connection.begin(envelope, bytes).await {
                Ok(()) => return Ok(connection),
                Err(error) if error.is_connection_closed() => {}
                Err(error) => {
                    self.release(connection);
                    return Err(error);
                }
            }
        }
        let mut connection = Connection::open(&self.server, self.timeouts).await?;
        match connection.begin(envelope, bytes).await {
            Ok(()) => Ok(connection),
            Err(error) => {
                if !error.is_connection_closed() {
                    self.release(connection);
                }
                Err(error)
            }
        }
    }

    fn take_idle(&self) -> Option<Connection> {
        self.idle
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .pop()
    }

    fn release(&self, connection: Connection) {
        let mut idle = self.idle.lock().unwrap_or_else(PoisonError::into_inner);
        if idle.len() < Self::MAX_IDLE {
            idle.push(connection);
        }
    }
}

/// The error for an address that no server can accept.
fn refused_locally(reason: AddressError) -> SendError {
    SendError::Refused {
        permanent: true,
        by_address: false,
        code: None,
        text: reason.to_string(),
    }
}

impl fmt::Debug for Transport {
    /// Omits the password.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Transport")
            .field("host", &self.server.host)
            .field("port", &self.server.port)
            .field("timeouts", &self.timeouts)
            .finish_non_exhaustive()
    }
}
