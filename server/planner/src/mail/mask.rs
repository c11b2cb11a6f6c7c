//! Masks the secret links in a mail, for readers who are not its recipient.

use mail_parser::{MessageParser, MimeHeaders as _, PartType};

use crate::Token;

/// What a secret is replaced with.
const MASK: &str = "…";

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

/// Replaces the secrets of links in all text parts of a message. Such a part is encoded anew.
pub(super) fn mask_message(message: &[u8]) -> Vec<u8> {
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
        let replaced = mask_links(text);
        if replaced == *text {
            continue;
        }
        let [header, body, end] = [
            part.raw_header_offset(),
            part.raw_body_offset(),
            part.raw_end_offset(),
        ]
        .map(|offset| usize::try_from(offset).unwrap_or_default());
        let (Some(before), Some(fields)) =
            (message.get(copied..header), message.get(header..body))
        else {
            return Vec::new();
        };
        masked.extend_from_slice(before);
        masked.extend_from_slice(with_base64(fields).as_bytes());
        masked.extend_from_slice(base64_lines(replaced.as_bytes()).as_bytes());
        copied = end;
    }
    masked.extend_from_slice(message.get(copied..).unwrap_or_default());
    masked
}
