//! Header values that hold what people typed.

use std::fmt::Write;

use lettre::message::header::{HeaderName, HeaderValue};

/// RFC 2047 §2: a line with an encoded word has at most 76 characters; this leaves room for the
/// header's name in the first one.
const MOST_IN_WORD: usize = 48;

/// The value of a header of free text (RFC 5322 §2.2.1), folded.
///
/// lettre's own encoder passes ASCII through, so a title that looks like an encoded word would be
/// read as something else. Here whatever is not plain is encoded as a whole: every byte that is not
/// a letter or digit becomes `=XX`, so nothing in it can end the header.
pub(crate) fn text(name: &'static str, text: &str) -> HeaderValue {
    let header = HeaderName::new_from_ascii_str(name);
    if is_plain(text) {
        return HeaderValue::new(header, text.to_owned());
    }
    HeaderValue::dangerous_new_pre_encoded(header, text.to_owned(), encoded_words(text))
}

fn is_plain(text: &str) -> bool {
    text.bytes().all(|b| b == b' ' || b.is_ascii_graphic())
        && !text.contains("=?")
        && !text.contains("  ")
        && text.trim() == text
        && text.split(' ').all(|word| word.len() <= MOST_IN_WORD)
}

/// RFC 2047 §4.2 (the Q encoding) and §5: no character is divided between two words.
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
        if word.len() + unit.len() > MOST_IN_WORD {
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
    fn no_line_is_longer_than_the_standard_allows() {
        let title = "👩🏽‍💻 ".repeat(60);
        for line in format!("Subject: {}", encoded_words(&title)).split("\r\n") {
            assert!(line.len() <= 76, "{line}");
        }
    }
}
