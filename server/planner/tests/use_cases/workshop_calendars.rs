//! The workshops in people's calendars: what mails have put there, and taken out.

use std::collections::BTreeMap;

use model::{MailKind, MailState};

use crate::{
    calendar_messages::{calendar_in, property},
    given::{Given, address},
};

/// Method, SEQUENCE and text of the calendar messages about workshops to a person, in the order of the mails.
pub async fn entries(given: &Given, name: &str) -> Vec<(String, u32, String)> {
    let mails = given.mails_to(&address(name)).await;
    let about_workshops = mails.into_iter().filter(|(line, _)| is_entry(line.kind));
    let sent = about_workshops.filter(|(line, _)| line.state != MailState::Dropped);
    sent.map(|(line, message)| {
        let (sequence, method) = line.calendar.unwrap();
        (method, sequence, calendar_in(&message))
    })
    .collect()
}

/// The workshops in a person's calendar by UID, after all messages in their order (RFC 5546 §2.1.5), with title and room.
pub async fn calendar(given: &Given, name: &str) -> BTreeMap<String, (String, String)> {
    let mut calendar: BTreeMap<String, (u32, Option<(String, String)>)> = BTreeMap::new();
    for (method, sequence, text) in entries(given, name).await {
        assert_eq!(calendar::lint(&crlf(&text)), [], "{text}");
        let uid = property(&text, "UID").to_owned();
        if let Some((before, _)) = calendar.get(&uid) {
            assert!(*before <= sequence, "a message is ignored: {text}");
            assert!(method == "REQUEST" || *before < sequence, "{text}");
        }
        let entry = (method == "REQUEST").then(|| {
            (
                property(&text, "SUMMARY").to_owned(),
                property(&text, "LOCATION").to_owned(),
            )
        });
        calendar.insert(uid, (sequence, entry));
    }
    let entries = calendar.into_iter();
    entries
        .filter_map(|(uid, (_, entry))| Some((uid, entry?)))
        .collect()
}

const fn is_entry(kind: MailKind) -> bool {
    matches!(kind, MailKind::WorkshopEntered | MailKind::WorkshopRemoved)
}

/// A calendar as it was sent, apart from folding.
fn crlf(text: &str) -> Vec<u8> {
    let mut folded = String::new();
    for line in text.lines() {
        let mut length = 0;
        for c in line.chars() {
            if length + c.len_utf8() > 74 {
                folded.push_str("\r\n ");
                length = 1;
            }
            folded.push(c);
            length += c.len_utf8();
        }
        folded.push_str("\r\n");
    }
    folded.into_bytes()
}
