//! The time limits of SMTP.

use std::time::Duration;

/// How long a mail server may take.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Timeouts {
    /// For each of: connecting, TLS handshake, authentication, a command.
    pub command: Duration,
    /// For a whole mail transaction, and therefore for the reply to its last byte, which may wait for a
    /// virus scan. The mail may have been accepted when this expires, and is then sent twice
    /// (RFC 1047).
    pub transaction: Duration,
}

impl Default for Timeouts {
    fn default() -> Self {
        Self {
            command: Duration::from_secs(10),
            transaction: Duration::from_mins(1),
        }
    }
}
