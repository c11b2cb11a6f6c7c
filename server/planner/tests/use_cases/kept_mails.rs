//! Mails that were kept without a mail server, mails that are sent again, and messages that are deleted.

use jiff::SignedDuration;
use mail::Transport;
use model::{Answers, AuditAction, MailId, MailState};
use planner::{KeptMails, Paging, Planner, PlannerError, registrations::NewRegistration};
use store::testing::TestDatabase;

use crate::{
    given::{Given, a_network, address, meeting, person},
    mail_server::{Deliver as _, MailServer},
};

store::on_both_engines! {
    kept_mails_show_their_links_only_while_there_is_no_mail_server,
    kept_mails_are_sent_when_somebody_says_so,
    kept_mails_can_be_left_unsent,
    messages_that_nobody_decided_about_are_deleted_too,
    a_refused_mail_is_sent_again_by_hand,
    a_mail_that_a_later_one_overtook_is_not_sent_again,
    old_messages_are_deleted_and_their_lines_stay,
}

async fn deliver(given: &Given) -> usize {
    let server = MailServer::start().await;
    let transport = Transport::from_url(&server.url).unwrap();
    given
        .planner
        .deliver(&transport, 4, || false)
        .await
        .unwrap()
}

/// Registers somebody on a server without a mail server.
async fn kept_mail(given: &Given, without: &Planner, name: &str) -> MailId {
    let event = given.published_event(meeting(None, vec![])).await;
    let new = NewRegistration {
        colleagues: Vec::new(),
        wishes: Vec::new(),
        person: person(name, None),
        answers: Answers::default(),
        consent: 1,
        may_be_kept: false,
    };
    let slug = given.slug(event).await;
    without
        .register(&slug, None, &given.client, |_| Ok(new))
        .await
        .unwrap();
    given.mails_to(&address(name)).await[0].0.id
}

async fn kept_mails_show_their_links_only_while_there_is_no_mail_server(database: TestDatabase) {
    let given = a_network(database).await;
    let without = given.planner_without_mail_server();
    let mail = kept_mail(&given, &without, "anna").await;
    let token = given.token_mailed_to(&address("anna")).await;
    let opened = without.outgoing_mail(&given.organiser, mail).await.unwrap();
    assert_eq!(opened.line.state, MailState::Kept);
    assert!(!opened.is_masked);
    assert!(opened.open().unwrap().text.contains(&token));

    let opened = given.planner.outgoing_mail(&given.organiser, mail).await;
    let opened = opened.unwrap();
    assert!(opened.is_masked);
    assert!(!opened.open().unwrap().text.contains(&token));
}

async fn kept_mails_are_sent_when_somebody_says_so(database: TestDatabase) {
    let given = a_network(database).await;
    let without = given.planner_without_mail_server();
    let old = kept_mail(&given, &without, "anna").await;
    given.clock.advance(SignedDuration::from_hours(72));
    let new = kept_mail(&given, &without, "beate").await;
    let reads = given.organiser.reads();
    assert_eq!(
        without.kept_mails(&reads).await.unwrap(),
        KeptMails::default()
    );
    let refused = without.send_kept_mails(&given.organiser).await;
    assert!(matches!(refused, Err(PlannerError::WrongState)));
    assert_eq!(deliver(&given).await, 0, "not on their own");

    // The link in the older one has expired.
    let kept = given.planner.kept_mails(&reads).await.unwrap();
    assert_eq!(kept, KeptMails { all: 2, of_use: 1 });
    let sent = given.planner.send_kept_mails(&given.organiser).await;
    assert_eq!(sent.unwrap(), 1);
    assert_eq!(deliver(&given).await, 1);
    let state = async |mail| {
        let opened = given.planner.outgoing_mail(&given.organiser, mail).await;
        opened.unwrap().line.state
    };
    assert_eq!(
        (state(old).await, state(new).await),
        (MailState::Kept, MailState::Accepted)
    );
    let kept = given.planner.kept_mails(&reads).await.unwrap();
    assert_eq!(kept.all, 0);
    assert!(has_audit_line(&given, AuditAction::KeptMailsSent).await);
}

async fn has_audit_line(given: &Given, action: AuditAction) -> bool {
    let mut reader = given.database.store.read().await.unwrap();
    let network = given.organiser.network();
    let lines = reader.audit_of_network(network, Paging::ALL).await.unwrap();
    lines.rows.iter().any(|line| line.action == action)
}

async fn kept_mails_can_be_left_unsent(database: TestDatabase) {
    let given = a_network(database).await;
    let without = given.planner_without_mail_server();
    kept_mail(&given, &without, "anna").await;
    given
        .planner
        .leave_kept_mails(&given.organiser)
        .await
        .unwrap();
    let kept = given.planner.kept_mails(&given.organiser.reads()).await;
    assert_eq!(kept.unwrap(), KeptMails::default());
    assert_eq!(deliver(&given).await, 0, "not on their own");
    assert!(has_audit_line(&given, AuditAction::KeptMailsLeft).await);
}

async fn messages_that_nobody_decided_about_are_deleted_too(database: TestDatabase) {
    let given = a_network(database).await;
    let without = given.planner_without_mail_server();
    let old = kept_mail(&given, &without, "anna").await;
    given.clock.advance(SignedDuration::from_hours(31 * 24));
    kept_mail(&given, &without, "beate").await;
    let keep = SignedDuration::from_hours(30 * 24);
    assert_eq!(without.delete_old_messages(keep).await.unwrap(), 1);
    let opened = without.outgoing_mail(&given.organiser, old).await.unwrap();
    assert_eq!((opened.line.state, opened.message), (MailState::Kept, None));

    let kept = given.planner.kept_mails(&given.organiser.reads()).await;
    assert_eq!(kept.unwrap(), KeptMails { all: 1, of_use: 1 });
    let sent = given.planner.send_kept_mails(&given.organiser).await;
    assert_eq!(sent.unwrap(), 1);
    assert_eq!(deliver(&given).await, 1);
}

/// Makes the mails to a person refused.
async fn refuse(given: &Given, name: &str) {
    let lower = address(name).lower();
    let sql = format!(
        "UPDATE outbox SET state = 'refused', last_error = '554', settled_at = created_at
         WHERE recipient_lower = '{lower}' AND state = 'queued'"
    );
    given.database.run_sql(&sql).await;
}

async fn a_refused_mail_is_sent_again_by_hand(database: TestDatabase) {
    let given = a_network(database).await;
    let event = given.published_event(meeting(None, vec![])).await;
    given.registers(event, person("anna", None)).await;
    deliver(&given).await;
    let token = given.token_mailed_to(&address("anna")).await;
    let link = given.link(&token);
    given.planner.confirm_address(&link).await.unwrap();
    refuse(&given, "anna").await;
    let seat = given.mails_to(&address("anna")).await[1].0.id;
    let (planner, organiser) = (&given.planner, &given.organiser);
    let opened = planner.outgoing_mail(organiser, seat).await.unwrap();
    assert!(opened.can_be_sent_again);
    planner.send_mail_again(organiser, seat).await.unwrap();
    let again = planner.send_mail_again(organiser, seat).await;
    assert!(matches!(again, Err(PlannerError::WrongState)));
    assert_eq!(deliver(&given).await, 1);
    let line = planner.outgoing_mail(organiser, seat).await.unwrap().line;
    assert_eq!((line.state, line.attempts), (MailState::Accepted, 1));
    assert!(has_audit_line(&given, AuditAction::MailSentAgain).await);
}

async fn a_mail_that_a_later_one_overtook_is_not_sent_again(database: TestDatabase) {
    let given = a_network(database).await;
    let event = given.published_event(meeting(None, vec![])).await;
    let token = given.comes(event, person("anna", None)).await;
    refuse(&given, "anna").await;
    let link = given.link(&token);
    given.planner.cancel_own_registration(&link).await.unwrap();
    deliver(&given).await;
    let mails = given.mails_to(&address("anna")).await;
    let (planner, organiser) = (&given.planner, &given.organiser);
    for (mail, _) in mails
        .iter()
        .filter(|(mail, _)| mail.state == MailState::Refused)
    {
        let opened = planner.outgoing_mail(organiser, mail.id).await.unwrap();
        assert!(!opened.can_be_sent_again);
    }
    let access = given.organises(event);
    assert_eq!(planner.refused_mails(&access).await.unwrap(), 0);
    assert_eq!(planner.send_refused_mails_again(&access).await.unwrap(), 0);
}

async fn old_messages_are_deleted_and_their_lines_stay(database: TestDatabase) {
    let given = a_network(database).await;
    let event = given.published_event(meeting(None, vec![])).await;
    given.registers(event, person("anna", None)).await;
    deliver(&given).await;
    given.clock.advance(SignedDuration::from_hours(20 * 24));
    given.registers(event, person("beate", None)).await;
    deliver(&given).await;
    given.clock.advance(SignedDuration::from_hours(20 * 24));
    given.registers(event, person("cem", None)).await;

    let keep = SignedDuration::from_hours(30 * 24);
    let deleted = given.planner.delete_old_messages(keep).await.unwrap();
    assert_eq!(deleted, 1, "Anna's");
    let commits = given.database.store.commits();
    let before = commits.count();
    assert_eq!(given.planner.delete_old_messages(keep).await.unwrap(), 0);
    assert_eq!(commits.count(), before);

    let mut with_message = Vec::new();
    for mail in given.mails().await {
        if mail.registration.is_some() {
            let opened = given.planner.outgoing_mail(&given.organiser, mail.id).await;
            with_message.push(opened.unwrap().message.is_some());
        }
    }
    assert_eq!(with_message, [false, true, true]);
}
