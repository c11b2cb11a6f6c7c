//! Message-IDs.

use std::fmt;

use model::{EmailAddress, MailId};
use thiserror::Error;

use crate::address;

/// A Message-ID with its angle brackets (RFC 5322 §3.6.4).
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct MessageId(String);

/// The text is not a Message-ID.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("not a Message-ID: it has the form <left@right>")]
pub struct InvalidMessageId;

impl MessageId {
    /// The longest id that fits in a header line (RFC 5322 §2.1.1).
    const MAX_OCTETS: usize = 900;

    /// The Message-ID of a mail in the outbox, in the domain of its sender.
    pub fn of(mail: MailId, sender: &EmailAddress) -> Result<Self, InvalidMessageId> {
        let domain = address::ascii_domain(sender).map_err(|_| InvalidMessageId)?;
        Self::parse(&format!("<{mail}@{domain}>"))
    }

    /// Parses a stored or received id.
    pub fn parse(text: &str) -> Result<Self, InvalidMessageId> {
        let is_valid = text.len() <= Self::MAX_OCTETS
            && text
                .strip_prefix('<')
                .and_then(|rest| rest.strip_suffix('>'))
                .and_then(|id| id.split_once('@'))
                .is_some_and(|(left, right)| {
                    [left, right].into_iter().all(|part| {
                        !part.is_empty()
                            && part
                                .bytes()
                                .all(|b| b.is_ascii_graphic() && !b"<>@\"\\(),;".contains(&b))
                    })
                });
        if is_valid {
            Ok(Self(text.to_owned()))
        } else {
            Err(InvalidMessageId)
        }
    }

    /// The text with its angle brackets.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for MessageId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::MessageId;

    #[test]
    fn an_id_is_read_as_it_was_written() {
        let id = "<018f3c1e-7a10-7cc3-9d5e-0c9a3a1f0001@netzwerk.example>";
        assert_eq!(
            MessageId::parse(id).map(|id| id.to_string()).as_deref(),
            Ok(id)
        );
    }

    #[test]
    fn an_id_cannot_contain_a_header() {
        for text in [
            "",
            "a@b",
            "<a>",
            "<@b>",
            "<a@b@c>",
            "<a@b>\r\nBcc: <x@y>",
            "<a b@c>",
            "<ä@b>",
        ] {
            assert!(MessageId::parse(text).is_err(), "{text:?}");
        }
    }
}
