//! The message that SMTP transfers.

use model::EmailAddress;

/// A mail and its envelope.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Message {
    /// The reverse-path: the recipient of bounces.
    pub envelope_from: EmailAddress,
    /// The only forward-path. [`crate::Transport`] converts the domain to ASCII.
    pub envelope_to: EmailAddress,
    /// Header and body (RFC 5322). ASCII, except the local part of an address.
    pub bytes: Vec<u8>,
}

/// A composed message and its subject.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ComposedMessage {
    /// The subject in the header, for lists of mails.
    pub subject: String,
    pub message: Message,
}
