//! A network's own words in its automatic mails.

use model::{AuditAction, Language, MailKind, OwnWords};
use planner::{AuditFilter, Paging, PlannerError};
use store::testing::TestDatabase;

use crate::given::{Given, a_network, address, meeting, person};

store::on_both_engines! {
    mails_are_in_the_words_of_the_network,
    what_organisers_write_has_no_words_here,
}

fn words(kind: MailKind, typed: [&str; 4]) -> OwnWords {
    OwnWords::parse((kind, Language::De), typed).unwrap()
}

async fn change(given: &Given, words: OwnWords) -> Result<(), PlannerError> {
    given.planner.change_own_words(&given.owner, words).await
}

/// Subject and bytes of the mail that gives somebody a seat.
async fn seat(given: &Given, name: &str) -> (String, String) {
    let event = given.published_event(meeting(None, vec![])).await;
    given.comes(event, person(name, None)).await;
    let mails = given.mails_to(&address(name)).await;
    let mut seats = mails.into_iter();
    let seat = seats.find(|(line, _)| line.kind == MailKind::SeatConfirmed);
    let (line, message) = seat.unwrap();
    (line.subject, message)
}

async fn mails_are_in_the_words_of_the_network(database: TestDatabase) {
    let given = a_network(database).await;
    let ours = seat(&given, "anna").await.0;
    let typed = [
        "Willkommen: {Veranstaltung}",
        "Schön, dass du kommst.",
        "Parken: {Ort}",
        "Bis bald",
    ];
    let own = words(MailKind::SeatConfirmed, typed);
    let preview = given.planner.preview_own_words(&given.owner, &own).await;
    let preview = preview.unwrap();
    assert_eq!(preview.own.0, "Willkommen: Netzwerktreffen (Beispiel)");
    assert!(
        preview
            .own
            .1
            .contains("Parken: Rathaus, Saal 1\n\nBis bald")
    );
    assert!(preview.ours.1.contains("Mit freundlichen Grüßen"));
    // A preview saves nothing.
    assert_eq!(seat(&given, "ben").await.0, ours);

    change(&given, own).await.unwrap();
    let (subject, mail) = seat(&given, "cem").await;
    assert_eq!(subject, "Willkommen: Landesweites Netzwerktreffen");
    assert!(mail.contains("Bis bald"), "{mail}");
    // The text is encoded in the message; this part of it is plain.
    assert!(mail.contains("dass du kommst."), "{mail}");

    change(&given, words(MailKind::SeatConfirmed, ["", "", "", ""]))
        .await
        .unwrap();
    assert_eq!(seat(&given, "dora").await.0, ours);
    let history = given
        .planner
        .history(&given.owner, &AuditFilter::default(), Paging::ALL)
        .await;
    let history = history.unwrap().entries.rows;
    let changes = history.iter();
    let changes = changes.filter(|entry| entry.action == AuditAction::OwnWordsChanged);
    assert_eq!(changes.count(), 2);
}

async fn what_organisers_write_has_no_words_here(database: TestDatabase) {
    let given = a_network(database).await;
    for kind in [MailKind::Message, MailKind::SignInLink] {
        let refused = change(&given, words(kind, ["Neu", "", "", ""])).await;
        assert!(matches!(refused, Err(PlannerError::NotFound)), "{kind}");
    }
}
