//! Masks the secret links in a mail, for readers who are not its recipient.

use mail_parser::{MessageParser, PartType};

use crate::Token;

/// What a secret is replaced with.
pub const MASK: &str = "…";

/// Replaces the secrets of links in a text.
pub(super) fn mask_links(text: &str) -> String {
    let mut masked = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(slash) = rest.find('/') {
        let (before, after) = rest.split_at(slash + 1);
        masked.push_str(before);
        let word = after
            .find(|c: char| !c.is_ascii_alphanumeric())
            .unwrap_or(after.len());
        if Token::parse(&after[..word]).is_some() {
            masked.push_str(MASK);
        } else {
            masked.push_str(&after[..word]);
        }
        rest = &after[word..];
    }
    masked.push_str(rest);
    masked
}

/// Replaces the secrets of links in all text parts of a message. Such a part is then not encoded for transport.
pub(crate) fn mask_message(message: &[u8]) -> Vec<u8> {
    let Some(parsed) = MessageParser::default().parse(message) else {
        return Vec::new();
    };
    let mut masked = Vec::with_capacity(message.len());
    let mut copied = 0;
    for part in &parsed.parts {
        let text = match &part.body {
            PartType::Text(text) | PartType::Html(text) => text.as_ref(),
            _ => continue,
        };
        let mut replaced = mask_links(text);
        if matches!(part.body, PartType::Html(_)) {
            replaced = without_masked_targets(&replaced);
        }
        if replaced == *text {
            continue;
        }
        let [header, body, end] = [
            part.raw_header_offset(),
            part.raw_body_offset(),
            part.raw_end_offset(),
        ]
        .map(|offset| usize::try_from(offset).unwrap_or_default());
        let (Some(before), Some(fields)) = (message.get(copied..header), message.get(header..body))
        else {
            return Vec::new();
        };
        masked.extend_from_slice(before);
        masked.extend_from_slice(unencoded(&String::from_utf8_lossy(fields)).as_bytes());
        let lines = replaced.replace("\r\n", "\n").replace('\n', "\r\n");
        masked.extend_from_slice(lines.as_bytes());
        copied = end;
    }
    masked.extend_from_slice(message.get(copied..).unwrap_or_default());
    masked
}

/// The HTML whose links with a masked secret lead nowhere.
fn without_masked_targets(html: &str) -> String {
    const TARGET: &str = " href=\"";
    let mut kept = String::with_capacity(html.len());
    let mut rest = html;
    while let Some(begins) = rest.find(TARGET) {
        let (before, target) = rest.split_at(begins);
        let ends = target[TARGET.len()..]
            .find('"')
            .map_or(target.len(), |quote| TARGET.len() + quote + 1);
        kept.push_str(before);
        if !target[..ends].contains(MASK) {
            kept.push_str(&target[..ends]);
        }
        rest = &target[ends..];
    }
    kept.push_str(rest);
    kept
}

/// Header fields that say that the body is not encoded.
fn unencoded(fields: &str) -> String {
    const ENCODING: &str = "content-transfer-encoding:";
    fields
        .split_inclusive("\r\n")
        .map(|field| {
            if field.to_ascii_lowercase().starts_with(ENCODING) {
                "Content-Transfer-Encoding: 8bit\r\n"
            } else {
                field
            }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::{mask_links, mask_message};
    use crate::{ParsedMail, Token};

    fn link() -> String {
        let token = Token::from_random(*b"0123456789abcdef");
        format!("https://x.example/registration/{}", token.reveal())
    }

    #[test]
    fn a_secret_is_masked_and_the_rest_stays() {
        let link = link();
        let text =
            format!("Ihr Platz: {link}?lang=de, siehe https://x.example/events/a?key=b/c. Ende");
        assert_eq!(
            mask_links(&text),
            "Ihr Platz: https://x.example/registration/…?lang=de, siehe https://x.example/events/a?key=b/c. Ende"
        );
        for harmless in ["", "/", "//", "a/b/", "https://x.example/"] {
            assert_eq!(mask_links(harmless), harmless);
        }
    }

    #[test]
    fn a_downloaded_message_shows_no_secret_in_any_encoding() {
        let link = link();
        // A soft line break in the middle of the secret.
        let (begin, end) = link.split_at(link.len() - 9);
        let message = format!(
            "Subject: x\r\nMIME-Version: 1.0\r\n\
             Content-Type: multipart/alternative; boundary=\"b\"\r\n\r\n\
             --b\r\nContent-Type: text/plain; charset=utf-8\r\n\
             Content-Transfer-Encoding: quoted-printable\r\n\r\nGr=C3=BC=C3=9Fe {begin}=\r\n{end}\r\n\
             --b\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<a class=\"b\" href=\"{link}\">{link}</a>\r\n\
             --b\r\nContent-Type: text/calendar; charset=utf-8\r\n\
             Content-Transfer-Encoding: base64\r\n\r\nQkVHSU46VkNBTEVOREFSDQo=\r\n--b--\r\n"
        );
        let masked = mask_message(message.as_bytes());
        let raw = String::from_utf8(masked.clone()).unwrap();
        assert!(!raw.contains(end), "{raw}");
        let opened = ParsedMail::read(&masked);
        assert_eq!(opened.text.trim(), "Grüße https://x.example/registration/…");
        assert_eq!(
            opened.html.trim(),
            "<a class=\"b\">https://x.example/registration/…</a>"
        );
        assert_eq!(opened.calendar, "BEGIN:VCALENDAR\n");
    }
}
