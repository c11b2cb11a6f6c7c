//! Delivery under faults: moved clocks, unreadable rows, a database that refuses, slow servers.

use std::{num::NonZeroU32, time::Duration};

use jiff::SignedDuration;
use mail::Transport;
use model::{MailState, RegistrationId};
use planner::{DeliveryLimits, MailLine, MailWorker};
use store::testing::TestDatabase;
use uuid::Uuid;

use crate::{
    given::{Given, a_network, address, meeting, person},
    mail_server::{Deliver as _, MailServer},
};

store::on_both_engines! {
    a_clock_set_forward_gives_up_no_mail,
    a_mail_is_given_up_after_many_attempts_in_three_days,
    a_clock_set_back_leaves_no_mail_behind,
    a_clock_set_back_by_an_hour_delays_no_mail,
    an_unreadable_mail_is_set_aside_and_the_others_are_sent,
    an_address_that_is_refused_for_good_is_written_to_no_more,
    an_idle_worker_commits_nothing,
    an_answer_is_recorded_whatever_the_database_said,
    a_conversation_may_take_longer_than_a_lease,
    a_stopped_worker_gives_back_what_it_has_not_begun,
    a_domain_that_has_had_its_mails_delays_no_other,
}

const NOWHERE: &str = "smtp://127.0.0.1:9";

async fn registered(given: &Given, names: &[&str]) {
    let event = given.published_event(meeting(None, vec![])).await;
    for name in names {
        given.registers(event, person(name, None)).await;
    }
}

async fn deliver(given: &Given, url: &str) -> usize {
    let transport = Transport::from_url(url).unwrap();
    given
        .planner
        .deliver(&transport, 4, || false)
        .await
        .unwrap()
}

async fn mail_to(given: &Given, name: &str) -> MailLine {
    given.mails_to(&address(name)).await.remove(0).0
}

async fn a_clock_set_forward_gives_up_no_mail(database: TestDatabase) {
    let given = a_network(database).await;
    registered(&given, &["anna"]).await;
    assert_eq!(deliver(&given, NOWHERE).await, 1);
    given.clock.advance(SignedDuration::from_hours(4 * 24));
    assert_eq!(deliver(&given, NOWHERE).await, 1);
    let mail = mail_to(&given, "anna").await;
    assert_eq!((mail.state, mail.attempts), (MailState::Queued, 2));
}

async fn a_mail_is_given_up_after_many_attempts_in_three_days(database: TestDatabase) {
    let given = a_network(database).await;
    registered(&given, &["anna"]).await;
    let begun = given.planner.now();
    let mut attempts = 0;
    while mail_to(&given, "anna").await.state == MailState::Queued {
        attempts += deliver(&given, NOWHERE).await;
        given.clock.advance(SignedDuration::from_mins(30));
        assert!(attempts < 50);
    }
    let age = given.planner.now().duration_since(begun);
    assert!(age > SignedDuration::from_hours(72), "{age:?}");
    assert!(age < SignedDuration::from_hours(80), "{age:?}");
    let mail = mail_to(&given, "anna").await;
    assert_eq!(mail.state, MailState::Refused);
    assert!(mail.attempts >= 22, "{}", mail.attempts);
}

async fn a_clock_set_back_leaves_no_mail_behind(database: TestDatabase) {
    let given = a_network(database).await;
    registered(&given, &["anna", "beate"]).await;
    // A worker that was killed has one, and the other waits for its next attempt.
    let now = given.planner.now();
    let mut tx = given.database.store.begin().await.unwrap();
    let claim = tx
        .claim_mails(1, now, now + SignedDuration::from_secs(60), Uuid::nil())
        .await
        .unwrap();
    assert_eq!(claim.mails.len(), 1);
    tx.commit().await.unwrap();
    assert_eq!(deliver(&given, NOWHERE).await, 1);

    given.clock.advance(SignedDuration::from_hours(-24));
    let server = MailServer::start().await;
    assert_eq!(deliver(&given, &server.url).await, 2);
    assert_eq!(server.taken().len(), 2);
}

async fn a_clock_set_back_by_an_hour_delays_no_mail(database: TestDatabase) {
    let given = a_network(database).await;
    let server = MailServer::start().await;
    let transport = Transport::from_url(&server.url).unwrap();
    let limits = DeliveryLimits {
        connections: 4,
        per_domain: None,
    };
    let mut worker = MailWorker::new(given.planner.clone(), transport, limits);
    assert_eq!(worker.run(|| false).await.unwrap(), 0);
    registered(&given, &["anna"]).await;
    given.clock.advance(SignedDuration::from_hours(-1));
    assert_eq!(worker.run(|| false).await.unwrap(), 1);
}

async fn an_unreadable_mail_is_set_aside_and_the_others_are_sent(database: TestDatabase) {
    let given = a_network(database).await;
    registered(&given, &["anna", "beate", "cem", "doris"]).await;
    for (name, damage) in [("anna", "recipient = 'nobody'"), ("beate", "attempts = -7")] {
        let lower = address(name).lower();
        let sql = format!("UPDATE outbox SET {damage} WHERE recipient_lower = '{lower}'");
        given.database.run_sql(&sql).await;
    }
    let server = MailServer::start().await;
    assert_eq!(deliver(&given, &server.url).await, 2);
    assert_eq!(server.taken().len(), 2);
    let mails = given.mails().await;
    let set_aside = mails
        .iter()
        .find(|mail| mail.recipient == "nobody")
        .unwrap();
    assert_eq!(set_aside.state, MailState::Refused);
    let reason = set_aside.last_error.as_deref().unwrap();
    assert!(reason.contains("recipient"), "{reason}");
    assert_eq!(deliver(&given, &server.url).await, 0);
}

async fn registration_of(given: &Given, name: &str) -> RegistrationId {
    mail_to(given, name).await.registration.unwrap()
}

async fn an_address_that_is_refused_for_good_is_written_to_no_more(database: TestDatabase) {
    let given = a_network(database).await;
    let event = given.published_event(meeting(None, vec![])).await;
    given.registers(event, person("refused", None)).await;
    let server = MailServer::start().await;
    assert_eq!(deliver(&given, &server.url).await, 1);
    let registration = registration_of(&given, "refused").await;

    let mail = mail_to(&given, "refused").await;
    let opened = given
        .planner
        .outgoing_mail(&given.organiser, mail.id)
        .await
        .unwrap();
    assert!(opened.stopped.unwrap().contains("no such mailbox"));
    assert!(!opened.can_be_sent_again);

    let resume = |given: Given| async move {
        let address = address("refused");
        given
            .planner
            .resume_address(&given.organiser, &address)
            .await
            .unwrap();
        given
    };
    given.registers(event, person("refused", None)).await;
    assert_eq!(deliver(&given, &server.url).await, 0, "not tried");
    for (mail, _) in given.mails_to(&address("refused")).await {
        assert_eq!(mail.state, MailState::Refused);
        assert!(mail.last_error.unwrap().contains("no such mailbox"));
    }
    let record = given
        .planner
        .person_record(&given.organises_registration(registration))
        .await
        .unwrap();
    assert!(record.stopped.is_some());

    let given = resume(given).await;
    let access = given.organises(event);
    assert_eq!(given.planner.refused_mails(&access).await.unwrap(), 2);
    assert_eq!(
        given
            .planner
            .send_refused_mails_again(&access)
            .await
            .unwrap(),
        2
    );
    assert_eq!(
        deliver(&given, &server.url).await,
        1,
        "tried, refused and stopped once more"
    );
}

async fn an_idle_worker_commits_nothing(database: TestDatabase) {
    let given = a_network(database).await;
    registered(&given, &["anna"]).await;
    assert_eq!(deliver(&given, NOWHERE).await, 1);
    let commits = given.database.store.commits();
    let before = commits.count();
    assert_eq!(deliver(&given, NOWHERE).await, 0);
    assert_eq!(commits.count(), before);
}

async fn an_answer_is_recorded_whatever_the_database_said(database: TestDatabase) {
    let given = a_network(database).await;
    registered(&given, &["slow", "anna", "beate"]).await;
    let server = MailServer::start().await;
    let transport = Transport::from_url(&server.url).unwrap();
    let worker = given.planner_on(given.database.another_store().await);
    let delivering = tokio::spawn(async move { worker.deliver(&transport, 3, || false).await });
    while server.in_order().len() < 2 {
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
    // Not unavailable, but without the table.
    let rename = "ALTER TABLE outbox RENAME TO elsewhere";
    given.database.run_sql(rename).await;
    registered_elsewhere(&server).await;
    tokio::time::sleep(Duration::from_millis(600)).await;
    let back = "ALTER TABLE elsewhere RENAME TO outbox";
    given.database.run_sql(back).await;

    assert_eq!(delivering.await.unwrap().unwrap(), 3);
    for name in ["slow", "anna", "beate"] {
        let mail = mail_to(&given, name).await;
        assert_eq!(
            (mail.state, mail.attempts),
            (MailState::Accepted, 1),
            "{name}"
        );
    }
    assert_eq!(server.taken().len(), 3 + 2);
}

/// Hands mails to the server that are not in the outbox, so that it stops thinking about the slow one.
async fn registered_elsewhere(server: &MailServer) {
    let transport = Transport::from_url(&server.url).unwrap();
    for name in ["first", "second"] {
        let message = mail::Message {
            envelope_from: address("post"),
            envelope_to: address(name),
            bytes: b"Subject: x\r\n\r\n".to_vec(),
        };
        transport.send(&message).await.unwrap();
    }
}

async fn a_conversation_may_take_longer_than_a_lease(database: TestDatabase) {
    let given = a_network(database).await;
    registered(&given, &["slow"]).await;
    let server = MailServer::start().await;
    let transport = Transport::from_url(&server.url).unwrap();
    let worker = given.planner.clone();
    let delivering = tokio::spawn(async move { worker.deliver(&transport, 1, || false).await });
    while mail_to(&given, "slow").await.state != MailState::Sending {
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
    for _ in 0..5 {
        given.clock.advance(SignedDuration::from_mins(2));
        tokio::time::sleep(Duration::from_millis(400)).await;
        assert_eq!(deliver(&given, &server.url).await, 0, "in another's hands");
    }
    registered_elsewhere(&server).await;
    registered_elsewhere(&server).await;
    assert_eq!(delivering.await.unwrap().unwrap(), 1);
    let mail = mail_to(&given, "slow").await;
    assert_eq!((mail.state, mail.attempts), (MailState::Accepted, 1));
}

async fn a_stopped_worker_gives_back_what_it_has_not_begun(database: TestDatabase) {
    let given = a_network(database).await;
    registered(&given, &["anna", "beate", "cem", "doris"]).await;
    let server = MailServer::start().await;
    let transport = Transport::from_url(&server.url).unwrap();
    let stop = || !server.in_order().is_empty();
    let sent = given.planner.deliver(&transport, 1, stop).await.unwrap();
    assert!(sent < 4, "{sent}");
    for mail in given.mails().await {
        let expected = match mail.state {
            MailState::Queued => 0,
            _ => 1,
        };
        assert_ne!(mail.state, MailState::Sending);
        assert_eq!(mail.attempts, expected);
    }
    assert_eq!(deliver(&given, &server.url).await, 4 - sent);
}

async fn a_domain_that_has_had_its_mails_delays_no_other(database: TestDatabase) {
    let given = a_network(database).await;
    registered(&given, &["anna", "beate", "cem", "doris"]).await;
    let event = given.published_event(meeting(None, vec![])).await;
    let mut other = person("emil", None);
    other.address = model::EmailAddress::parse("emil@other.example").unwrap();
    given.registers(event, other).await;
    let server = MailServer::start().await;
    let transport = Transport::from_url(&server.url).unwrap();
    let limits = DeliveryLimits {
        connections: 4,
        per_domain: NonZeroU32::new(2),
    };
    let mut worker = MailWorker::new(given.planner.clone(), transport, limits);
    assert_eq!(worker.run(|| false).await.unwrap(), 3);
    assert!(server.taken().iter().any(|to| to.contains("other.example")));
    let waiting: Vec<MailLine> = given.mails().await;
    let waiting: Vec<_> = waiting
        .iter()
        .filter(|mail| mail.state == MailState::Queued)
        .map(|mail| (mail.attempts, mail.next_attempt_at > given.planner.now()))
        .collect();
    assert_eq!(waiting, [(0, true), (0, true)]);
}
