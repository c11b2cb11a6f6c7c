//! Files that are sent with a message.

use jiff::SignedDuration;
use mail::Transport;
use mail_parser::{MessageParser, MimeHeaders as _};
use model::{
    AttachmentId, AttachmentKind, EventId, Fault, Faults, MAX_ATTACHED_BYTES, PeopleFilter,
};
use planner::{
    PlannerError,
    mailings::{NewMailing, UploadedFile},
};
use store::testing::TestDatabase;

use crate::{
    given::{Given, a_network, address, meeting, person},
    mail_server::{Deliver as _, MailServer},
    mailings::{message_of, words},
};

store::on_both_engines! {
    everybody_gets_the_files_of_a_message,
    a_test_has_the_files,
    only_documents_and_pictures_of_a_certain_size_are_taken,
    a_file_goes_with_one_message_of_its_event,
    old_files_are_deleted,
}

const PDF: &[u8] = b"%PDF-1.7\n\x00\xff programme";

fn upload(name: &str, bytes: &[u8]) -> UploadedFile {
    UploadedFile {
        name: name.to_owned(),
        bytes: bytes.to_vec(),
    }
}

/// A published event with two people, and a file for a message to them.
async fn event_with_file(given: &Given) -> (EventId, Vec<AttachmentId>) {
    let event = given.published_event(meeting(None, vec![])).await;
    given.comes(event, person("Anna", None)).await;
    given.comes(event, person("Ben", None)).await;
    let kept = keep(given, event, &[], upload("Ablauf.pdf", PDF)).await;
    (event, kept.unwrap())
}

async fn keep(
    given: &Given,
    event: EventId,
    before: &[AttachmentId],
    file: UploadedFile,
) -> Result<Vec<AttachmentId>, Faults> {
    let access = given.organises(event);
    let kept = given
        .planner
        .keep_attachments(&access, before, vec![file])
        .await;
    kept.map_err(faults)
}

fn faults(error: PlannerError) -> Faults {
    match error {
        PlannerError::Invalid(faults) => faults,
        error => panic!("{error}"),
    }
}

async fn send(given: &Given, event: EventId, files: &[AttachmentId]) -> Result<u32, Faults> {
    let (subject, text) = words("Der Ablauf", "Guten Tag {Vorname}");
    let new = NewMailing {
        files: files.to_vec(),
        ..message_of(subject, text)
    };
    let access = given.organises(event);
    let sent = given.planner.send_mailing(&access, |_| Ok(new)).await;
    sent.map(|(_, people)| people).map_err(faults)
}

/// The files of each mail with this subject that a mail server gets.
async fn delivered(given: &Given, subject: &str) -> Vec<Vec<(String, Vec<u8>)>> {
    let server = MailServer::start().await;
    let transport = Transport::from_url(&server.url).unwrap();
    let sent = given.planner.deliver(&transport, 4, || false).await;
    sent.unwrap();
    let mut files = Vec::new();
    for mail in server.mails() {
        let message = MessageParser::default().parse(mail.message.as_bytes());
        let message = message.unwrap();
        if message.subject() != Some(subject) {
            continue;
        }
        let parts = message.attachments().map(|part| {
            let name = part.attachment_name().unwrap_or_default().to_owned();
            (name, part.contents().to_vec())
        });
        files.push(parts.collect());
    }
    files
}

async fn everybody_gets_the_files_of_a_message(database: TestDatabase) {
    let given = a_network(database).await;
    let (event, file) = event_with_file(&given).await;
    let photo = upload("Saal.jpeg", b"\xff\xd8\xff\xe0");
    let files = keep(&given, event, &file, photo).await.unwrap();
    assert_eq!(send(&given, event, &files).await.unwrap(), 2);
    given.run_jobs().await;
    let both = vec![
        ("Ablauf.pdf".to_owned(), PDF.to_vec()),
        ("Saal.jpeg".to_owned(), b"\xff\xd8\xff\xe0".to_vec()),
    ];
    let got = delivered(&given, "Der Ablauf").await;
    assert_eq!(got, [both.clone(), both]);
    // The outbox keeps the message without them: they are stored once.
    let stored = &given.mails_to(&address("anna")).await[0].1;
    assert!(!stored.contains("Ablauf.pdf"), "{stored}");
}

async fn a_test_has_the_files(database: TestDatabase) {
    let given = a_network(database).await;
    let (event, file) = event_with_file(&given).await;
    let (subject, text) = words("Der Ablauf", "Guten Tag {Vorname}");
    let access = given.organises(event);
    let filter = PeopleFilter::default();
    let tried = given
        .planner
        .try_message(&access, &filter, ((&subject, &text), &file), 0)
        .await;
    tried.unwrap();
    let got = delivered(&given, "Test: Der Ablauf").await;
    assert_eq!(got, [[("Ablauf.pdf".to_owned(), PDF.to_vec())]]);
}

async fn only_documents_and_pictures_of_a_certain_size_are_taken(database: TestDatabase) {
    let given = a_network(database).await;
    let (event, file) = event_with_file(&given).await;
    let fault = |fault| Faults::one("files", fault);
    let program = upload("ablauf.pdf", b"MZ\x90\x00");
    let refused = keep(&given, event, &file, program).await.unwrap_err();
    let name = "ablauf.pdf".to_owned();
    assert_eq!(refused, fault(Fault::UnusableAttachment { name }));
    let mut large = PDF.to_vec();
    large.resize(MAX_ATTACHED_BYTES - PDF.len() + 1, b' ');
    let large = upload("large.pdf", &large);
    let refused = keep(&given, event, &file, large.clone()).await.unwrap_err();
    let megabytes = MAX_ATTACHED_BYTES / 1_000_000;
    assert_eq!(refused, fault(Fault::AttachmentsTooLarge { megabytes }));
    // Alone it is not too large. Nothing of what was refused is kept.
    keep(&given, event, &[], large).await.unwrap();
    let access = given.organises(event);
    let kept = given.planner.unsent_attachments(&access, &file).await;
    let kept = kept.unwrap();
    assert_eq!(kept.len(), 1);
    assert_eq!(
        (&*kept[0].name, kept[0].kind),
        ("Ablauf.pdf", AttachmentKind::Pdf)
    );
}

async fn a_file_goes_with_one_message_of_its_event(database: TestDatabase) {
    let given = a_network(database).await;
    let (event, file) = event_with_file(&given).await;
    let gone = Faults::one("files", Fault::AttachmentGone);
    let other = given.published_event(meeting(None, vec![])).await;
    given.comes(other, person("Carla", None)).await;
    assert_eq!(send(&given, other, &file).await.unwrap_err(), gone);
    send(&given, event, &file).await.unwrap();
    assert_eq!(send(&given, event, &file).await.unwrap_err(), gone);
}

async fn old_files_are_deleted(database: TestDatabase) {
    let given = a_network(database).await;
    let (event, unsent) = event_with_file(&given).await;
    let sent = keep(&given, event, &[], upload("Ablauf.pdf", PDF)).await;
    let sent = sent.unwrap();
    send(&given, event, &sent).await.unwrap();
    let month = SignedDuration::from_hours(24 * 30);
    let reads = given.principal.reads_event(event);
    let is_there = async |id| given.planner.attachment_file(&reads, id).await.is_ok();
    // The mailing has yet to be written: its files stay, however old they are.
    given.clock.advance(month * 2);
    given.planner.delete_old_messages(month).await.unwrap();
    assert!(!is_there(unsent[0]).await);
    assert!(is_there(sent[0]).await);
    given.run_jobs().await;
    assert_eq!(delivered(&given, "Der Ablauf").await.len(), 2);
    given.planner.delete_old_messages(month).await.unwrap();
    assert!(is_there(sent[0]).await);
    given.clock.advance(month * 2);
    given.planner.delete_old_messages(month).await.unwrap();
    assert!(!is_there(sent[0]).await);
}
