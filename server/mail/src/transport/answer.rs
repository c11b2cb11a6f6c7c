//! What a mail server answered, in words that may go to a log.

use std::{error::Error as _, time::Duration};

use lettre::transport::smtp;
use model::EmailAddress;
use thiserror::Error;

use crate::safe_text::one_line;

/// The mail server has taken responsibility for the mail (RFC 5321 §4.2.5). That it arrived, nobody
/// knows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Accepted {
    /// The server's words, mostly the name of the mail in its own queue; without addresses.
    pub response: String,
}

/// The mail was not taken. No variant holds an address, so that the text may go to a log.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum SendError {
    /// The server answered no.
    #[error("refused: {text}")]
    Refused {
        /// Whether it will answer the same however often it is asked for this recipient and mail.
        permanent: bool,
        /// The server's reply code (RFC 5321 §4.2); none where we did not need to ask.
        code: Option<u16>,
        text: String,
    },
    /// There was no server to answer, or none that we may hand mail to as it is configured. Says
    /// nothing about this mail, which may even have been taken when the connection broke.
    #[error("mail server not reached: {text}")]
    Unreachable { text: String },
}

/// The longest text that is kept of an answer.
const MOST: usize = 300;

/// An answer as it came, or the lack of one.
pub(super) enum Failure {
    Reply { code: u16, text: String },
    Broken { text: String },
}

impl From<smtp::Error> for Failure {
    fn from(error: smtp::Error) -> Self {
        match error.status() {
            Some(code) => Self::Reply {
                code: code.into(),
                text: error.source().map(ToString::to_string).unwrap_or_default(),
            },
            None => Self::Broken {
                text: error.to_string(),
            },
        }
    }
}

impl From<std::io::Error> for Failure {
    fn from(error: std::io::Error) -> Self {
        Self::Broken {
            text: error.to_string(),
        }
    }
}

impl Failure {
    /// Nothing came in time.
    pub(super) fn late(limit: Duration) -> Self {
        Self::Broken {
            text: format!("no answer within {} s", limit.as_secs_f32()),
        }
    }

    /// An answer to a command about this mail and recipient: a 5yz is final.
    pub(super) fn about_this_mail(self, people: [&EmailAddress; 2]) -> SendError {
        self.told(people, |code| code >= 500)
    }

    /// An answer to a command about the sender: every mail of the network would be answered the
    /// same, so this one is kept until the operator has put it right.
    pub(super) fn about_the_sender(self, people: [&EmailAddress; 2]) -> SendError {
        self.told(people, |_| false)
    }

    /// An answer before any mail was spoken of, such as a wrong password.
    pub(super) fn about_the_connection(self) -> SendError {
        SendError::Unreachable {
            text: match self {
                Self::Reply { code, text } => without_addresses(&format!("{code} {text}"), &[]),
                Self::Broken { text } => without_addresses(&text, &[]),
            },
        }
    }

    fn told(self, people: [&EmailAddress; 2], is_permanent: fn(u16) -> bool) -> SendError {
        match self {
            Self::Reply { code, text } => SendError::Refused {
                permanent: is_permanent(code),
                code: Some(code),
                text: without_addresses(&format!("{code} {text}"), &people),
            },
            Self::Broken { text } => SendError::Unreachable {
                text: without_addresses(&text, &people),
            },
        }
    }
}

/// A server's words in one line of bounded length, with every address, and the names of these
/// people's mailboxes, replaced.
pub(super) fn without_addresses(text: &str, people: &[&EmailAddress]) -> String {
    let mailboxes: Vec<String> = people
        .iter()
        .map(|person| person.local_part().to_lowercase())
        .collect();
    // What remains of <anna@x.example>: or 'anna', is an address or the name of a mailbox.
    let names_somebody = |word: &str| {
        word.contains('@')
            || word
                .to_lowercase()
                .split(|c: char| !(c.is_alphanumeric() || "!#$%&*+-/=?^_{|}~.".contains(c)))
                .any(|part| mailboxes.iter().any(|name| name == part.trim_matches('.')))
    };
    one_line(text)
        .split(' ')
        .map(|word| {
            if names_somebody(word) {
                "[address]"
            } else {
                word
            }
        })
        .collect::<Vec<_>>()
        .join(" ")
        .chars()
        .take(MOST)
        .collect()
}

#[cfg(test)]
mod tests {
    use model::EmailAddress;

    use super::without_addresses;

    #[test]
    fn an_answer_names_nobody() {
        let anna = EmailAddress::parse("anna.obrien@vhs.example").unwrap();
        assert_eq!(
            without_addresses(
                "550 5.1.1 <Anna.OBrien@vhs.example>: Recipient rejected: User 'anna.obrien' unknown\r\nin table",
                &[&anna]
            ),
            "550 5.1.1 [address] Recipient rejected: User [address] unknown in table"
        );
    }

    #[test]
    fn an_answer_does_not_fill_the_log() {
        assert_eq!(without_addresses(&"x".repeat(100_000), &[]).len(), 300);
    }
}
