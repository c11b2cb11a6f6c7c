//! The time limits of SMTP (RFC 5321 §4.5.3.2).

use std::time::Duration;

/// How long a mail server may take.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Timeouts {
    /// For connecting by TCP and for the TLS handshake, each.
    pub connect: Duration,
    /// For the first reply on a connection that was idle. A connection without one is replaced.
    pub probe: Duration,
    /// For the reply to a command, and for the greeting.
    pub command: Duration,
    /// For the message and the reply to its last byte, which may wait for a virus scan. When this expires the
    /// mail may have been accepted, and is then sent twice (RFC 1047).
    pub message: Duration,
}

impl Default for Timeouts {
    fn default() -> Self {
        Self {
            connect: Duration::from_secs(30),
            probe: Duration::from_secs(10),
            command: Duration::from_mins(5),
            // Three minutes for the data and ten for the reply.
            message: Duration::from_mins(13),
        }
    }
}
