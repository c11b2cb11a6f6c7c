//! The structure of a message, whatever text it contains.

use calendar::Method;
use mail::{
    AddressError, AttachedFile, ComposeError, EventFacts, Letter, Letterhead, MessageId,
    RegisteredBy, Standing, compose,
};
use mail_parser::{Message, MessageParser, MimeHeaders, PartType};
use model::{AttachmentKind, Language, MailId};
use proptest::prelude::*;

use crate::example;

fn seat() -> Letter {
    Letter::SeatConfirmed {
        event: example::event().into(),
        registered_by: RegisteredBy::Recipient,
        note: None,
        personal_link: "https://treffpunkt.example/registration/9f8e7d6c5b4a".to_owned(),
        calendar: example::calendar(Method::Request),
    }
}

fn sign_in() -> Letter {
    Letter::SignInLink {
        link: "https://treffpunkt.example/sign-in/0a1b2c3d".to_owned(),
        valid_for: jiff::SignedDuration::from_mins(15),
    }
}

fn composed(letter: &Letter) -> Vec<u8> {
    let to = example::recipient(Language::De);
    compose(letter, &example::letterhead(), &to, &example::metadata())
        .unwrap()
        .message
        .bytes
}

fn parsed(bytes: &[u8]) -> Message<'_> {
    MessageParser::default().parse(bytes).unwrap()
}

/// The names of the header fields, by RFC 5322 §2.2 alone.
fn header_names(bytes: &[u8]) -> Vec<String> {
    String::from_utf8_lossy(bytes)
        .split("\r\n")
        .take_while(|line| !line.is_empty())
        .filter(|line| !line.starts_with([' ', '\t']))
        .map(|line| line.split(':').next().unwrap_or_default().to_owned())
        .collect()
}

/// The tree of parts as one expression.
fn shape(message: &Message, part: u32) -> String {
    let part = message.part(part).unwrap();
    let kind = part.content_type().unwrap();
    let name = format!("{}/{}", kind.ctype(), kind.subtype().unwrap());
    match &part.body {
        PartType::Multipart(inner) => {
            let inner: Vec<String> = inner.iter().map(|part| shape(message, *part)).collect();
            format!("{name}({})", inner.join(", "))
        }
        _ => name,
    }
}

#[test]
fn an_invitation_has_the_parts_of_rfc_6047() {
    let bytes = composed(&seat());
    let message = parsed(&bytes);
    assert_eq!(
        shape(&message, 0),
        "multipart/mixed(multipart/alternative(text/plain, text/html, text/calendar), application/ics)"
    );
    let (invitation, attachment) = (message.part(4).unwrap(), message.part(5).unwrap());
    let kind = invitation.content_type().unwrap();
    assert_eq!(kind.attribute("method"), Some("REQUEST"));
    assert_eq!(kind.attribute("charset"), Some("utf-8"));
    assert!(invitation.content_disposition().is_none());
    assert_eq!(attachment.attachment_name(), Some("invite.ics"));
    assert!(attachment.content_disposition().unwrap().is_attachment());
    let sent = example::calendar(Method::Request).bytes;
    assert_eq!(invitation.contents(), sent);
    assert_eq!(attachment.contents(), sent);
}

#[test]
fn a_cancellation_has_its_method_in_the_content_type() {
    let letter = Letter::EventCancelled {
        event: example::event().into(),
        registered_by: RegisteredBy::Recipient,
        standing: Standing::Seated,
        reason: String::new(),
        calendar: Some(example::calendar(Method::Cancel)),
    };
    let bytes = composed(&letter);
    let message = parsed(&bytes);
    let kind = message.part(4).unwrap().content_type().unwrap();
    assert_eq!(kind.attribute("method"), Some("CANCEL"));
}

#[test]
fn a_letter_without_a_calendar_has_two_alternatives() {
    let bytes = composed(&sign_in());
    assert_eq!(
        shape(&parsed(&bytes), 0),
        "multipart/alternative(text/plain, text/html)"
    );
}

#[test]
fn files_go_after_what_a_message_says() {
    let file = |name: &str, kind, bytes: &[u8]| AttachedFile {
        name: name.to_owned(),
        kind,
        bytes: bytes.to_vec(),
    };
    let plan = file(
        "Anfahrt größer.pdf",
        AttachmentKind::Pdf,
        b"%PDF-1.7\n\x00\xff\r\n",
    );
    let photo = file("halle.jpg", AttachmentKind::Jpeg, &[0xff; 3_000]);
    for (letter, says) in [
        (
            seat(),
            "multipart/mixed(multipart/alternative(text/plain, text/html, text/calendar), application/ics)",
        ),
        (sign_in(), "multipart/alternative(text/plain, text/html)"),
    ] {
        let to = example::recipient(Language::De);
        let composed = compose(&letter, &example::letterhead(), &to, &example::metadata());
        let before = composed.unwrap().message;
        let mut message = before.clone();
        let id: MailId = "018f3c1e-7a10-7cc3-9d5e-0c9a3a1f0001".parse().unwrap();
        message.attach(&[], id);
        assert_eq!(message, before);
        message.attach(&[plan.clone(), photo.clone()], id);
        assert!(message.bytes.is_ascii());
        assert_eq!(
            header_names(&message.bytes).len(),
            header_names(&before.bytes).len()
        );
        let read = parsed(&message.bytes);
        assert_eq!(
            shape(&read, 0),
            format!("multipart/mixed({says}, application/pdf, image/jpeg)")
        );
        assert_eq!(read.subject(), parsed(&before.bytes).subject());
        assert_eq!(read.body_text(0), parsed(&before.bytes).body_text(0));
        let files: Vec<_> = read
            .attachments()
            .filter(|part| {
                part.attachment_name()
                    .is_some_and(|name| name != "invite.ics")
            })
            .map(|part| (part.attachment_name(), part.contents()))
            .collect();
        let expected = [&plan, &photo].map(|file| (Some(file.name.as_str()), &*file.bytes));
        assert_eq!(files, expected);
        let longest = message
            .bytes
            .split(|byte| *byte == b'\n')
            .map(<[u8]>::len)
            .max();
        assert!(longest < Some(999), "{longest:?}");
    }
}

#[test]
fn the_bytes_of_a_message() {
    insta::assert_snapshot!(
        "seat_confirmed.eml",
        String::from_utf8(composed(&seat())).unwrap()
    );
    insta::assert_snapshot!(
        "sign_in_link.eml",
        String::from_utf8(composed(&sign_in())).unwrap()
    );
}

#[test]
fn only_letters_without_a_calendar_part_are_auto_submitted() {
    for (name, letter) in example::letters(Language::De) {
        let says = header_names(&composed(&letter)).contains(&"Auto-Submitted".to_owned());
        assert_eq!(says, letter.calendar().is_none(), "{name}");
    }
}

#[test]
fn a_later_mail_refers_to_the_first() {
    let mut metadata = example::metadata();
    metadata.references = Some(MessageId::parse("<first@iq-sachsen.example>").unwrap());
    let to = example::recipient(Language::En);
    let bytes = compose(&seat(), &example::letterhead(), &to, &metadata)
        .unwrap()
        .message
        .bytes;
    let message = parsed(&bytes);
    for refers in [message.references(), message.in_reply_to()] {
        assert_eq!(refers.as_text(), Some("first@iq-sachsen.example"));
    }
    assert_eq!(
        message.header("Content-Language").unwrap().as_text(),
        Some("en")
    );
}

#[test]
fn the_same_letter_gives_the_same_bytes() {
    assert_eq!(composed(&seat()), composed(&seat()));
}

#[test]
fn no_server_has_to_change_a_message() {
    let bytes = composed(&seat());
    assert!(bytes.is_ascii());
    let text = String::from_utf8(bytes).unwrap();
    assert!(text.ends_with("\r\n"));
    for line in text.split_terminator("\r\n") {
        assert!(
            line.len() <= 78 && !line.contains(['\r', '\n', '\0']),
            "{line:?}"
        );
    }
}

#[test]
fn a_domain_with_umlauts_is_mailed_in_punycode() {
    let mut to = example::recipient(Language::De);
    to.address = example::address("info@müller.example");
    let bytes = compose(&seat(), &example::letterhead(), &to, &example::metadata())
        .unwrap()
        .message
        .bytes;
    assert!(bytes.is_ascii());
    let parsed = parsed(&bytes);
    let address = parsed.to().unwrap().first().unwrap().address();
    assert_eq!(address, Some("info@xn--mller-kva.example"));
}

#[test]
fn a_mailbox_with_umlauts_keeps_its_name() {
    let mut to = example::recipient(Language::De);
    to.address = example::address("jörg@müller.example");
    let bytes = compose(&seat(), &example::letterhead(), &to, &example::metadata())
        .unwrap()
        .message
        .bytes;
    let parsed = parsed(&bytes);
    let address = parsed.to().unwrap().first().unwrap().address();
    assert_eq!(address, Some("jörg@xn--mller-kva.example"));
}

#[test]
fn a_date_before_1970_is_an_error() {
    let mut metadata = example::metadata();
    metadata.date = "1969-12-31T23:59:59Z".parse().unwrap();
    let to = example::recipient(Language::De);
    let refused = compose(&seat(), &example::letterhead(), &to, &metadata);
    assert!(matches!(refused, Err(ComposeError::Date(_))));
}

#[test]
fn a_letterhead_needs_addresses_that_dns_can_hold() {
    let unmailable = || example::address("info@xn--\u{e4}.example");
    let mut sender = example::network();
    sender.sender_address = unmailable();
    let mut reply_to = example::network();
    reply_to.reply_to = Some(unmailable());
    for profile in [sender, reply_to] {
        let refused = Letterhead::new(profile);
        assert!(matches!(refused, Err(AddressError::Domain)));
    }
}

/// The expected text of a header: one line, without bidirectional controls.
fn shown(text: &str) -> String {
    text.chars()
        .filter(|c| !matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}'))
        .map(|c| if c.is_control() { ' ' } else { c })
        .collect::<String>()
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
}

/// Text that breaks mail clients, and any other.
fn hostile() -> impl Strategy<Value = String> {
    prop_oneof![
        "(?s).{0,200}",
        "[a-zA-Z \"\\\\<>@,;:()\\[\\]=?_.'\\-]{0,200}",
        "[\r\n\t\0 a:=?\u{202e}\u{5d0}\u{1f469}\u{200d}]{0,60}",
        Just("x\r\nBcc: victim@x.example\r\n\r\nbody".to_owned()),
        Just("=?utf-8?b?eA0KQmNjOiB2aWN0aW1AeC5leGFtcGxl?=".to_owned()),
        Just("x".repeat(500)),
        Just("👩🏽‍💻".repeat(120)),
        Just("\r\n.\r\nMAIL FROM:<a@b.example>".to_owned()),
    ]
}

proptest! {
    #[test]
    fn typed_text_adds_no_header(
        texts in proptest::array::uniform6(hostile()), english: bool,
    ) {
        let [title, name, sender, network, place, reason] = texts;
        let language = if english { Language::En } else { Language::De };
        let mut profile = example::network();
        profile.sender_name.clone_from(&sender);
        profile.name = network;
        let letterhead = Letterhead::new(profile).unwrap();
        let mut to = example::recipient(language);
        to.name = Some(name.clone());
        let letter = Letter::Declined {
            event: EventFacts { title: title.clone(), place: Some(place), ..example::event() }.into(),
            registered_by: RegisteredBy::Recipient,
            standing: Standing::Seated,
            reason: Some(reason),
            calendar: None,
        };
        let bytes = compose(&letter, &letterhead, &to, &example::metadata()).unwrap().message.bytes;

        prop_assert!(bytes.is_ascii());
        prop_assert!(bytes.split(|b| *b == b'\n').all(|line| line.len() <= 998));
        prop_assert_eq!(header_names(&bytes), [
            "Date", "From", "To", "Subject", "Message-ID", "Content-Language",
            "X-Auto-Response-Suppress", "Reply-To", "Auto-Submitted", "MIME-Version", "Content-Type",
        ]);
        let message = parsed(&bytes);
        let prefix = if english { "Your seat was withdrawn: " } else { "Ihr Platz wurde zurückgenommen: " };
        prop_assert_eq!(message.subject().unwrap(), shown(&format!("{prefix}{title}")));
        let cut = |text: &str| shown(text).chars().take(200).collect::<String>().trim_end().to_owned();
        for (people, name, address) in [
            (message.to(), cut(&name), "anna.jaeger@rinleipzig.example"),
            (message.from(), cut(&sender), "treffen@iq-sachsen.example"),
        ] {
            let people: Vec<_> = people.unwrap().iter().collect();
            prop_assert_eq!(people.len(), 1);
            prop_assert_eq!(people[0].address(), Some(address));
            prop_assert_eq!(people[0].name().unwrap_or_default(), name);
        }
        prop_assert_eq!(shape(&message, 0), "multipart/alternative(text/plain, text/html)");
    }
}
