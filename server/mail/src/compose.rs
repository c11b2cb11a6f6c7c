//! Composes a letter to the message that the outbox stores.

use std::time::{SystemTime, UNIX_EPOCH};

use calendar::ItipMessage;
use jiff::Timestamp;
use lettre::message::{
    Mailbox, MessageBuilder, MultiPart, SinglePart,
    header::{
        ContentDisposition, ContentTransferEncoding, ContentType, ContentTypeErr, HeaderName,
        HeaderValue,
    },
};
use model::{EmailAddress, Language};
use thiserror::Error;

use crate::{
    address::{AddressError, smtp_address},
    header::{self, display_name},
    letter::Letter,
    letterhead::Letterhead,
    message::{ComposedMessage, Message},
    message_id::MessageId,
    rendered_letter::RenderedLetter,
    sanitize::wrap,
};

/// The recipient of a letter.
#[derive(Debug, Clone)]
pub struct Recipient {
    /// The name in the greeting and in To. Omitted if [`Letter::can_be_triggered_by_anyone`].
    pub name: Option<String>,
    pub address: EmailAddress,
    pub language: Language,
}

/// The headers that identify a message (RFC 5322 §3.6.4). Equal metadata and letters give equal bytes.
#[derive(Debug, Clone)]
pub struct MessageMetadata {
    pub message_id: MessageId,
    pub date: Timestamp,
    /// The first message of the thread.
    pub references: Option<MessageId>,
}

/// The reason why a letter cannot be composed.
#[derive(Debug, Error)]
pub enum ComposeError {
    #[error("the recipient's address: {0}")]
    Recipient(AddressError),
    /// The date is before 1970.
    #[error("the date {0} is before the first one a mail can bear")]
    Date(Timestamp),
    #[error("the template: {0}")]
    Template(#[from] askama::Error),
    #[error("a content type: {0}")]
    ContentType(#[from] ContentTypeErr),
    #[error("the message: {0}")]
    Message(#[from] lettre::error::Error),
}

/// Composes a letter.
///
/// The body is `multipart/alternative` of text and HTML. With an iTIP message it follows RFC 6047: the
/// calendar is a third alternative, and the same bytes are attached for clients that ignore it.
pub fn compose(
    letter: &Letter,
    letterhead: &Letterhead,
    recipient: &Recipient,
    metadata: &MessageMetadata,
) -> Result<ComposedMessage, ComposeError> {
    let name = recipient
        .name
        .as_deref()
        .filter(|_| !letter.can_be_triggered_by_anyone())
        .and_then(display_name);
    let rendered = RenderedLetter::render(letter, letterhead, name.as_deref(), recipient.language)?;
    let address = smtp_address(&recipient.address).map_err(ComposeError::Recipient)?;

    let mut builder = MessageBuilder::new()
        .date(checked_date(metadata.date)?)
        .raw_header(header::mailbox("From", letterhead.from()))
        .raw_header(header::mailbox("To", &Mailbox::new(name, address)))
        .raw_header(header::unstructured("Subject", &rendered.subject))
        .message_id(Some(metadata.message_id.to_string()))
        .raw_header(raw_header("Content-Language", recipient.language.tag()))
        // Exchange then sends no automatic replies, which would all reach the organiser.
        .raw_header(raw_header("X-Auto-Response-Suppress", "OOF, AutoReply"));
    if let Some(reply_to) = letterhead.reply_to() {
        builder = builder.raw_header(header::mailbox("Reply-To", reply_to));
    }
    if let Some(first) = &metadata.references {
        // Some mail programs look at the one, others at the other (RFC 5322 §3.6.4).
        let first = first.to_string();
        builder = builder.in_reply_to(first.clone()).references(first);
    }
    if letter.calendar().is_none() {
        // RFC 3834 §5. Not on invitations: some CalDAV servers discard them if it is set.
        builder = builder.raw_header(raw_header("Auto-Submitted", "auto-generated"));
    }

    if let Some(link) = letter.opt_out_link() {
        // RFC 2369 §3.2.
        builder = builder
            .raw_header(raw_header("List-Unsubscribe", &format!("<{link}>")))
            // RFC 8058: the mail program may opt out with one click, by a POST to the link.
            .raw_header(raw_header(
                "List-Unsubscribe-Post",
                "List-Unsubscribe=One-Click",
            ));
    }

    let subject = rendered.subject.clone();
    let body = body(rendered, letter.calendar(), &metadata.message_id)?;
    let message = builder.multipart(body)?;
    Ok(ComposedMessage {
        subject,
        message: Message {
            envelope_from: letterhead.profile().sender_address.clone(),
            envelope_to: recipient.address.clone(),
            bytes: message.formatted(),
        },
    })
}

/// Subject and text of a letter to somebody without a name, whose lines are not broken as those of a mail are.
pub fn words(
    letter: &Letter,
    letterhead: &Letterhead,
    language: Language,
) -> Result<(String, String), ComposeError> {
    let rendered = RenderedLetter::render(letter, letterhead, None, language)?;
    Ok((rendered.subject, rendered.text))
}

/// Refuses dates before 1970, for which lettre panics.
fn checked_date(date: Timestamp) -> Result<SystemTime, ComposeError> {
    let time = SystemTime::from(date);
    if time < UNIX_EPOCH {
        return Err(ComposeError::Date(date));
    }
    Ok(time)
}

fn raw_header(name: &'static str, value: &str) -> HeaderValue {
    HeaderValue::new(HeaderName::new_from_ascii_str(name), value.to_owned())
}

fn body(
    rendered: RenderedLetter,
    calendar: Option<&ItipMessage>,
    id: &MessageId,
) -> Result<MultiPart, ComposeError> {
    let alternative = MultiPart::alternative()
        .boundary(boundary("alternative", id))
        .singlepart(text_part(ContentType::TEXT_PLAIN, wrap(&rendered.text)))
        .singlepart(text_part(ContentType::TEXT_HTML, rendered.html));
    let Some(ItipMessage { method, bytes }) = calendar else {
        return Ok(alternative);
    };
    // Without Content-Disposition: with one, Outlook shows a file instead of an invitation.
    let invitation = SinglePart::builder()
        .content_type(ContentType::parse(&format!(
            "text/calendar; method={method}; charset=utf-8"
        ))?)
        .header(ContentTransferEncoding::Base64)
        .body(bytes.clone());
    let attachment = SinglePart::builder()
        .content_type(ContentType::parse("application/ics; name=\"invite.ics\"")?)
        .header(ContentDisposition::attachment("invite.ics"))
        .header(ContentTransferEncoding::Base64)
        .body(bytes.clone());
    Ok(MultiPart::mixed()
        .boundary(boundary("mixed", id))
        .multipart(alternative.singlepart(invitation))
        .singlepart(attachment))
}

/// Always quoted-printable: every line is short enough for SMTP, no server changes it, and none can be
/// a [`boundary`].
fn text_part(content_type: ContentType, text: String) -> SinglePart {
    SinglePart::builder()
        .content_type(content_type)
        .header(ContentTransferEncoding::QuotedPrintable)
        .body(text)
}

/// A boundary that no part contains: `=_` cannot occur in quoted-printable or base64 (RFC 2045 §6.7).
/// The id distinguishes it from the boundaries of a mail that forwards this one.
fn boundary(level: &str, id: &MessageId) -> String {
    let id: String = id
        .as_str()
        .chars()
        .filter(char::is_ascii_alphanumeric)
        .take(32)
        .collect();
    format!("=_{level}_{id}")
}
