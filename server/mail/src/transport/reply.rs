//! Replies of a mail server, with addresses redacted for the log.

use std::{error::Error as _, time::Duration};

use lettre::transport::smtp;
use model::EmailAddress;
use thiserror::Error;

use crate::sanitize::single_line;

/// The reply with which the mail server accepts responsibility for a mail (RFC 5321 §4.2.5). It does not
/// prove delivery.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SmtpReply {
    /// Code and text, usually with the server's queue id. Addresses are redacted.
    pub text: String,
}

/// The mail was not accepted. Texts contain no addresses and may be logged.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum SendError {
    /// The server refused the mail.
    #[error("refused: {text}")]
    Refused {
        /// Whether another attempt for this recipient and mail is useless.
        permanent: bool,
        /// Whether it is useless for every mail to this recipient: the server refused the address for
        /// good.
        by_address: bool,
        /// The reply code (RFC 5321 §4.2). `None` if the mail was refused before it was sent.
        code: Option<u16>,
        text: String,
    },
    /// No server replied, or TLS or authentication failed. The mail may still have been accepted if the
    /// connection broke.
    #[error("mail server not reached: {text}")]
    Unreachable { text: String },
}

impl SendError {
    /// Whether the connection is closed, as after the reply 421 (RFC 5321 §3.8).
    pub(super) fn is_connection_closed(&self) -> bool {
        matches!(
            self,
            Self::Unreachable { .. }
                | Self::Refused {
                    code: Some(421),
                    ..
                }
        )
    }
}

/// The longest text of a reply.
const MAX_CHARS: usize = 300;

/// A failed command. The text is not redacted.
pub(super) enum CommandError {
    /// A negative reply.
    Reply { code: u16, text: String },
    /// No reply.
    Io { text: String },
}

impl From<smtp::Error> for CommandError {
    fn from(error: smtp::Error) -> Self {
        match error.status() {
            Some(code) => Self::Reply {
                code: code.into(),
                text: error.source().map(ToString::to_string).unwrap_or_default(),
            },
            None => Self::Io {
                text: error.to_string(),
            },
        }
    }
}

impl From<std::io::Error> for CommandError {
    fn from(error: std::io::Error) -> Self {
        Self::Io {
            text: error.to_string(),
        }
    }
}

impl CommandError {
    /// No reply within the time limit.
    pub(super) fn timed_out(limit: Duration) -> Self {
        Self::Io {
            text: format!("no answer within {} s", limit.as_secs_f32()),
        }
    }

    /// The error of RCPT: a 5yz reply is permanent. It concerns the address, unless it tells of a policy
    /// (RFC 3463 §3.8), which is about the sender or the route.
    pub(super) fn into_recipient_error(self, mailboxes: &[&EmailAddress]) -> SendError {
        let is_policy = matches!(&self, Self::Reply { text, .. } if text.starts_with("5.7."));
        match self.into_mail_error(mailboxes) {
            SendError::Refused {
                permanent,
                code,
                text,
                ..
            } => SendError::Refused {
                permanent,
                by_address: permanent && !is_policy,
                code,
                text,
            },
            unreachable @ SendError::Unreachable { .. } => unreachable,
        }
    }

    /// The error of DATA or the message: a 5yz reply is permanent.
    pub(super) fn into_mail_error(self, mailboxes: &[&EmailAddress]) -> SendError {
        self.into_send_error(mailboxes, |code| code >= 500)
    }

    /// The error of MAIL. Never permanent: it concerns every mail of the network, and the operator can
    /// correct the sender.
    pub(super) fn into_sender_error(self, mailboxes: &[&EmailAddress]) -> SendError {
        self.into_send_error(mailboxes, |_| false)
    }

    /// The error of a command before MAIL, such as a wrong password.
    pub(super) fn into_connection_error(self) -> SendError {
        SendError::Unreachable {
            text: match self {
                Self::Reply { code, text } => redact_addresses(&format!("{code} {text}"), &[]),
                Self::Io { text } => redact_addresses(&text, &[]),
            },
        }
    }

    fn into_send_error(
        self,
        mailboxes: &[&EmailAddress],
        is_permanent: fn(u16) -> bool,
    ) -> SendError {
        match self {
            Self::Reply { code, text } => SendError::Refused {
                permanent: is_permanent(code),
                by_address: false,
                code: Some(code),
                text: redact_addresses(&format!("{code} {text}"), mailboxes),
            },
            Self::Io { text } => SendError::Unreachable {
                text: redact_addresses(&text, mailboxes),
            },
        }
    }
}

/// Converts a reply to one line of bounded length. Replaces addresses and the local parts of the given
/// mailboxes.
pub(super) fn redact_addresses(text: &str, mailboxes: &[&EmailAddress]) -> String {
    let local_parts: Vec<String> = mailboxes
        .iter()
        .map(|mailbox| mailbox.local_part().to_lowercase())
        .collect();
    // Ignores punctuation around an address or local part: <anna@x.example>: or 'anna',
    let is_personal = |word: &str| {
        word.contains('@')
            || word
                .to_lowercase()
                .split(|c: char| !(c.is_alphanumeric() || "!#$%&*+-/=?^_{|}~.".contains(c)))
                .any(|part| {
                    local_parts
                        .iter()
                        .any(|name| name == part.trim_matches('.'))
                })
    };
    single_line(text)
        .split(' ')
        .map(|word| if is_personal(word) { "[address]" } else { word })
        .collect::<Vec<_>>()
        .join(" ")
        .chars()
        .take(MAX_CHARS)
        .collect()
}

#[cfg(test)]
mod tests {
    use model::EmailAddress;

    use super::redact_addresses;

    #[test]
    fn a_reply_contains_no_address() {
        let anna = EmailAddress::parse("anna.obrien@vhs.example").unwrap();
        assert_eq!(
            redact_addresses(
                "550 5.1.1 <Anna.OBrien@vhs.example>: Recipient rejected: User 'anna.obrien' unknown\r\nin table",
                &[&anna]
            ),
            "550 5.1.1 [address] Recipient rejected: User [address] unknown in table"
        );
    }

    #[test]
    fn a_reply_has_a_bounded_length() {
        assert_eq!(redact_addresses(&"x".repeat(100_000), &[]).len(), 300);
    }
}
