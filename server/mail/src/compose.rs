//! A letter in an envelope: the bytes that are frozen in the outbox.

use std::time::{SystemTime, UNIX_EPOCH};

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
    CalendarPart, Letter, MessageId,
    address::{NoMailAddress, mail_address},
    header,
    safe_text::one_line,
    words::Words,
};

/// Who writes: a network, as its settings say.
#[derive(Debug, Clone)]
pub struct Letterhead {
    /// The network's name: it signs.
    pub network: String,
    /// The name in the From line.
    pub sender_name: String,
    /// The address in the From line, and where bounces go.
    pub sender_address: EmailAddress,
    /// Where an answer goes, if not to the sender's address.
    pub reply_to: Option<EmailAddress>,
    /// The page that says who is responsible.
    pub imprint_link: String,
    /// The page that says what is done with personal data.
    pub privacy_link: String,
}

/// Who is written to, and in which language.
#[derive(Debug, Clone)]
pub struct Recipient {
    /// As the person wants to be called. Letters that anybody can cause leave it out.
    pub name: Option<String>,
    pub address: EmailAddress,
    pub language: Language,
}

/// What makes this mail this mail. The same stamp on the same letter gives the same bytes.
#[derive(Debug, Clone)]
pub struct Stamp {
    pub message_id: MessageId,
    pub date: Timestamp,
    /// The first mail of the conversation, so that a mail client shows them together.
    pub references: Option<MessageId>,
}

/// A mail ready to be handed over, and to be kept until it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Message {
    /// Where the mail server reports to when it cannot deliver.
    pub envelope_from: EmailAddress,
    /// The one recipient, as typed; [`crate::Transport`] writes the domain in ASCII.
    pub envelope_to: EmailAddress,
    /// Header and body (RFC 5322). ASCII, unless the part of an address before the `@` is not.
    pub bytes: Vec<u8>,
}

/// A mail that was just written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Composed {
    /// What a list of mails shows; the message carries it, too.
    pub subject: String,
    pub message: Message,
}

/// Why a letter cannot be put into an envelope.
#[derive(Debug, Error)]
pub enum ComposeError {
    /// The recipient cannot be written to.
    #[error("the recipient's address: {0}")]
    Recipient(NoMailAddress),
    /// The network's sender or reply address is wrong.
    #[error("the network's address: {0}")]
    Sender(NoMailAddress),
    /// The clock stands before 1970.
    #[error("the date {0} is before the first one a mail can bear")]
    Date(Timestamp),
    /// A template failed.
    #[error("the template: {0}")]
    Template(#[from] askama::Error),
    /// A header was not accepted.
    #[error("a content type: {0}")]
    ContentType(#[from] ContentTypeErr),
    /// The message as a whole was not accepted.
    #[error("the message: {0}")]
    Message(#[from] lettre::error::Error),
}

/// Puts a letter into its envelope.
///
/// The parts are `multipart/alternative` of text and HTML; with a calendar part they are as RFC 6047
/// and the mail programs want them: the calendar as a third alternative, and the same bytes once more
/// as an attachment for programs that overlook it.
pub fn compose(
    letter: &Letter,
    head: &Letterhead,
    to: &Recipient,
    stamp: &Stamp,
) -> Result<Composed, ComposeError> {
    let name = to
        .name
        .as_deref()
        .filter(|_| !letter.anybody_can_cause_it())
        .and_then(display_name);
    let words = Words::of(letter, head, name.as_deref(), to.language)?;

    let recipient = mail_address(&to.address).map_err(ComposeError::Recipient)?;
    let sender = mail_address(&head.sender_address).map_err(ComposeError::Sender)?;

    let mut builder = MessageBuilder::new()
        .date(mail_date(stamp.date)?)
        .from(Mailbox::new(display_name(&head.sender_name), sender))
        .to(Mailbox::new(name, recipient))
        .raw_header(header::text("Subject", &words.subject))
        .message_id(Some(stamp.message_id.to_string()))
        .raw_header(fixed("Content-Language", to.language.tag()))
        // No automatic answers from Exchange: they would reach the organiser by the hundred.
        .raw_header(fixed("X-Auto-Response-Suppress", "OOF, AutoReply"));
    if let Some(reply_to) = &head.reply_to {
        let reply_to = mail_address(reply_to).map_err(ComposeError::Sender)?;
        builder = builder.reply_to(Mailbox::new(None, reply_to));
    }
    if let Some(first) = &stamp.references {
        builder = builder.references(first.to_string());
    }
    if letter.calendar().is_none() {
        // RFC 3834 §5. Not on invitations: a calendar server was seen to drop one that had it.
        builder = builder.raw_header(fixed("Auto-Submitted", "auto-generated"));
    }

    let subject = words.subject.clone();
    let message = builder.multipart(parts(words, letter.calendar(), &stamp.message_id)?)?;
    Ok(Composed {
        subject,
        message: Message {
            envelope_from: head.sender_address.clone(),
            envelope_to: to.address.clone(),
            bytes: message.formatted(),
        },
    })
}

/// A name for a header: one line, no longer than any the model lets in, so that no header's line gets
/// too long for a server. lettre would panic at a line break.
fn display_name(name: &str) -> Option<String> {
    const MOST: usize = 200;
    let name: String = one_line(name).chars().take(MOST).collect();
    let name = name.trim_end();
    (!name.is_empty()).then(|| name.to_owned())
}

/// A mail's date knows no year before 1970, and lettre would panic.
fn mail_date(date: Timestamp) -> Result<SystemTime, ComposeError> {
    let time = SystemTime::from(date);
    if time < UNIX_EPOCH {
        return Err(ComposeError::Date(date));
    }
    Ok(time)
}

fn fixed(name: &'static str, value: &str) -> HeaderValue {
    HeaderValue::new(HeaderName::new_from_ascii_str(name), value.to_owned())
}

fn parts(
    words: Words,
    calendar: Option<&CalendarPart>,
    id: &MessageId,
) -> Result<MultiPart, ComposeError> {
    let alternative = MultiPart::alternative()
        .boundary(boundary("alternative", id))
        .singlepart(text_part(ContentType::TEXT_PLAIN, words.text))
        .singlepart(text_part(ContentType::TEXT_HTML, words.html));
    let Some(CalendarPart { method, bytes }) = calendar else {
        return Ok(alternative);
    };
    // No disposition here, or Outlook shows a file instead of an invitation.
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

/// Quoted-printable whatever the text is, so that no line is too long for a server, none is changed
/// on the way, and none can be a [`boundary`].
fn text_part(content_type: ContentType, text: String) -> SinglePart {
    SinglePart::builder()
        .content_type(content_type)
        .header(ContentTransferEncoding::QuotedPrintable)
        .body(text)
}

/// Where one part ends. `=_` cannot occur in quoted-printable or base64 (RFC 2045 §6.7), so no part
/// holds it; the rest only tells this mail's from those of a mail it may be forwarded in.
fn boundary(level: &str, id: &MessageId) -> String {
    let id: String = id
        .as_str()
        .chars()
        .filter(char::is_ascii_alphanumeric)
        .take(32)
        .collect();
    format!("=_{level}_{id}")
}
