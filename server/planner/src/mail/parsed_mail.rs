//! A mail as a mail program shows it: the parts of its message.

use mail_parser::{Message, MessageParser, MessagePart, MimeHeaders as _};

/// The parts of a message. What it does not have is empty.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ParsedMail {
    /// The header as it is sent, each field folded as it was (RFC 5322 §2.2.3).
    pub header: String,
    pub text: String,
    pub html: String,
    /// The calendar message (RFC 5545).
    pub calendar: String,
}

impl ParsedMail {
    pub(crate) fn read(message: &[u8]) -> Self {
        let header = String::from_utf8_lossy(header(message)).replace("\r\n", "\n");
        let Some(message) = MessageParser::default().parse(message) else {
            return Self {
                header,
                ..Self::default()
            };
        };
        Self {
            header,
            text: words(&message, "plain"),
            html: words(&message, "html"),
            calendar: words(&message, "calendar").replace("\r\n", "\n"),
        }
    }
}

/// Everything before the first empty line.
fn header(message: &[u8]) -> &[u8] {
    let end = message.windows(4).position(|four| four == b"\r\n\r\n");
    &message[..end.unwrap_or(message.len())]
}

/// The first part of the type `text/<subtype>`.
fn words(message: &Message<'_>, subtype: &str) -> String {
    message
        .parts
        .iter()
        .find(|part| is_text(part, subtype))
        .and_then(MessagePart::text_contents)
        .unwrap_or_default()
        .to_owned()
}

fn is_text(part: &MessagePart<'_>, subtype: &str) -> bool {
    part.content_type().is_some_and(|found| {
        let is = |found: Option<&str>, wanted: &str| {
            found.is_some_and(|found| found.eq_ignore_ascii_case(wanted))
        };
        is(Some(found.ctype()), "text") && is(found.subtype(), subtype)
    })
}

#[cfg(test)]
mod tests {
    use super::ParsedMail;

    const MAIL: &str = "Subject: =?utf-8?q?Ihr_Platz?=\r\nMIME-Version: 1.0\r\n\
        Content-Type: multipart/alternative; boundary=\"b\"\r\n\r\n\
        --b\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n\
        Gr=C3=BC=C3=9Fe\r\n\
        --b\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<p>Hallo</p>\r\n\
        --b\r\nContent-Type: text/calendar; method=REQUEST; charset=utf-8\r\n\
        Content-Transfer-Encoding: base64\r\n\r\nQkVHSU46VkNBTEVOREFSDQo=\r\n--b--\r\n";

    #[test]
    fn each_part_is_read_as_it_was_meant() {
        let opened = ParsedMail::read(MAIL.as_bytes());
        assert!(
            opened
                .header
                .starts_with("Subject: =?utf-8?q?Ihr_Platz?=\n")
        );
        assert!(!opened.header.contains("--b"));
        assert_eq!(opened.text.trim(), "Grüße");
        assert_eq!(opened.html.trim(), "<p>Hallo</p>");
        assert_eq!(opened.calendar, "BEGIN:VCALENDAR\n");
    }

    #[test]
    fn what_is_no_message_has_no_parts() {
        let opened = ParsedMail::read(b"");
        assert_eq!(opened, ParsedMail::default());
    }
}
