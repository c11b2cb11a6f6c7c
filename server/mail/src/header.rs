//! Header values with typed text.

use std::fmt::Write;

use lettre::message::{
    Mailbox,
    header::{HeaderName, HeaderValue},
};

use crate::sanitize::single_line;

/// The longest encoded text of an encoded word. A line with one has at most 76 characters (RFC 2047 §2),
/// of which the first also has the header's name.
const MAX_ENCODED_TEXT: usize = 48;

/// The longest line of a header, without its line break (RFC 2047 §2; RFC 5322 §2.1.1 wishes for 78).
const MAX_LINE: usize = 76;

/// The longest display name: as long as the names in `model`, so that no header line gets too long.
const MAX_DISPLAY_NAME: usize = 200;

/// A display name in one line, or `None` if nothing is left. lettre panics at a line break.
pub(crate) fn display_name(name: &str) -> Option<String> {
    let name: String = single_line(name).chars().take(MAX_DISPLAY_NAME).collect();
    let name = name.trim_end();
    (!name.is_empty()).then(|| name.to_owned())
}

/// An unstructured header (RFC 5322 §2.2.1), folded.
///
/// lettre's encoder keeps ASCII as it is, so a title that looks like an encoded word would be decoded.
/// This function encodes a text that is not plain as a whole: every byte except letters and digits
/// becomes `=XX`, so nothing in it can end the header.
pub(crate) fn unstructured(name: &'static str, text: &str) -> HeaderValue {
    let header = HeaderName::new_from_ascii_str(name);
    if is_plain(text) {
        return HeaderValue::new(header, text.to_owned());
    }
    HeaderValue::dangerous_new_pre_encoded(header, text.to_owned(), encoded_words(text))
}

/// A header with one mailbox (RFC 5322 §3.4), folded so that no line has more than 76 characters unless the
/// address alone is longer. lettre does not fold before the address.
pub(crate) fn mailbox(name: &'static str, mailbox: &Mailbox) -> HeaderValue {
    let header = HeaderName::new_from_ascii_str(name);
    let address = mailbox.email.to_string();
    let (phrase, address) = match &mailbox.name {
        None => (String::new(), address),
        Some(phrase) => (display_phrase(phrase), format!("<{address}>")),
    };
    let before = name.len() + 1;
    let last = phrase.lines().last().unwrap_or_default().chars().count();
    let taken = if phrase.contains('\n') {
        last
    } else {
        before + 1 + last
    };
    let fits = taken + 1 + address.chars().count() <= MAX_LINE;
    let separator = if fits { " " } else { "\r\n " };
    let value = if phrase.is_empty() {
        if fits {
            address
        } else {
            format!("\r\n {address}")
        }
    } else {
        format!("{phrase}{separator}{address}")
    };
    HeaderValue::dangerous_new_pre_encoded(header, mailbox.email.to_string(), value)
}

/// A display name: quoted where it is plain and short, else as encoded words.
fn display_phrase(name: &str) -> String {
    if is_plain(name) && name.len() <= MAX_ENCODED_TEXT {
        let escaped = name.replace('\\', "\\\\").replace('"', "\\\"");
        return format!("\"{escaped}\"");
    }
    encoded_words(name)
}

fn is_plain(text: &str) -> bool {
    text.bytes().all(|b| b == b' ' || b.is_ascii_graphic())
        && !text.contains("=?")
        && !text.contains("  ")
        && text.trim() == text
        && text.split(' ').all(|word| word.len() <= MAX_ENCODED_TEXT)
}

/// Q encoding (RFC 2047 §4.2). No character is split between two encoded words (§5).
fn encoded_words(text: &str) -> String {
    let mut words: Vec<String> = Vec::new();
    let mut word = String::new();
    for c in text.chars() {
        let mut unit = String::new();
        if c.is_ascii_alphanumeric() {
            unit.push(c);
        } else if c == ' ' {
            unit.push('_');
        } else {
            for byte in c.encode_utf8(&mut [0; 4]).bytes() {
                // Writing to a String cannot fail.
                let _ = write!(unit, "={byte:02X}");
            }
        }
        if word.len() + unit.len() > MAX_ENCODED_TEXT {
            words.push(std::mem::take(&mut word));
        }
        word.push_str(&unit);
    }
    words.push(word);
    words
        .iter()
        .map(|word| format!("=?utf-8?q?{word}?="))
        .collect::<Vec<_>>()
        .join("\r\n ")
}

#[cfg(test)]
mod tests {
    use lettre::message::{Mailbox, header::Headers};

    use super::{encoded_words, is_plain};

    #[test]
    fn a_german_title_stays_nearly_readable() {
        assert_eq!(
            encoded_words("Anmeldung bestätigt: Treffen"),
            "=?utf-8?q?Anmeldung_best=C3=A4tigt=3A_Treffen?="
        );
    }

    #[test]
    fn a_title_that_looks_encoded_is_encoded_itself() {
        assert!(!is_plain("=?utf-8?b?QmNjOiB4?="));
        assert_eq!(encoded_words("=?x?="), "=?utf-8?q?=3D=3Fx=3F=3D?=");
    }

    #[test]
    fn a_mailbox_is_folded_before_its_address() {
        let long = "Landesweites Netzwerk Integration durch Qualifizierung in Sachsen";
        let address = "ansprechpartnerin.der.koordination@landesverband.example";
        for name in ["Anna", "Jörg \"der\" Große", &long.repeat(3), long] {
            for field in ["To", "From", "Reply-To"] {
                let mailbox = Mailbox::new(Some(name.to_owned()), address.parse().unwrap());
                let mut headers = Headers::new();
                headers.insert_raw(super::mailbox(field, &mailbox));
                let text = headers.to_string();
                for line in text.lines() {
                    assert!(line.chars().count() <= 76, "{line}");
                }
                let message = format!("{text}\r\n");
                let parsed = mail_parser::MessageParser::default()
                    .parse(message.as_bytes())
                    .unwrap();
                let people = match field {
                    "To" => parsed.to(),
                    "From" => parsed.from(),
                    _ => parsed.reply_to(),
                };
                let person = people.unwrap().first().unwrap();
                assert_eq!(person.name(), Some(name), "{text}");
                assert_eq!(person.address(), Some(address), "{text}");
            }
        }
    }

    #[test]
    fn no_line_is_longer_than_the_standard_allows() {
        let title = "👩🏽‍💻 ".repeat(60);
        for line in format!("Subject: {}", encoded_words(&title)).split("\r\n") {
            assert!(line.len() <= 76, "{line}");
        }
    }
}
