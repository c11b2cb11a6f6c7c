//! How fast a long queue is handed to a mail server that takes everything. Run in release:
//! `cargo nextest run --release -p treffpunkt-planner --run-ignored only mail_rate --no-capture`.

use std::time::{Duration, Instant};

use model::{Language, MailKind};
use store::{CalendarPart, NewMail, testing::TestDatabase};
use uuid::Uuid;

use crate::{
    given::{Given, a_network, address, meeting, person},
    mail_server::{Deliver as _, MailServer},
};

mod sqlite {
    use store::testing::{Engine, TestDatabase};

    #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
    #[ignore = "measures"]
    async fn measure() {
        super::measure(TestDatabase::fresh(Engine::Sqlite).await).await;
    }
}

mod postgres {
    use store::testing::{Engine, TestDatabase};

    #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
    #[ignore = "measures"]
    async fn measure() {
        super::measure(TestDatabase::fresh(Engine::Postgres).await).await;
    }
}

async fn measure(database: TestDatabase) {
    let given = a_network(database).await;
    for (queued, has_calendar) in [(20, true), (2_000, true), (20_000, false), (20_000, true)] {
        queue(&given, queued, has_calendar).await;
        let server = MailServer::start().await;
        let transport = mail::Transport::from_url(&server.url).unwrap();
        let claim = time_of_a_claim(&given).await;
        let begun = Instant::now();
        let sent = given.planner.deliver(&transport, 8, || false).await;
        let took = begun.elapsed().as_secs_f64();
        let sent = sent.unwrap();
        assert!(sent >= queued, "{sent}");
        println!(
            "{:?}, {queued} queued, calendar part {has_calendar}: a claim of 20 takes {claim:.1} ms, {:.0} mails/s",
            given.database.engine(),
            f64::from(u32::try_from(sent).unwrap()) / took
        );
    }
}

/// Milliseconds for a claim that is rolled back.
async fn time_of_a_claim(given: &Given) -> f64 {
    let now = given.planner.now();
    let mut longest: f64 = 0.0;
    for attempt in 0..5 {
        let mut tx = given.database.store.begin().await.unwrap();
        let begun = Instant::now();
        let claim = tx.claim_mails(20, now, now, Uuid::from_u128(7)).await;
        let took = begun.elapsed().as_secs_f64() * 1_000.0;
        assert_eq!(claim.unwrap().mails.len(), 20);
        drop(tx);
        // PostgreSQL skips the rows until the rollback has arrived.
        tokio::time::sleep(Duration::from_millis(50)).await;
        // The first one prepares the statements.
        if attempt > 0 {
            longest = longest.max(took);
        }
    }
    longest
}

async fn queue(given: &Given, mails: usize, has_calendar: bool) {
    let event = given.published_event(meeting(None, vec![])).await;
    let mut reader = given.database.store.read().await.unwrap();
    let event = reader.event(event).await.unwrap().unwrap();
    drop(reader);
    given.comes(event.id, person("sample", None)).await;
    let mut reader = given.database.store.read().await.unwrap();
    let sample = reader
        .registrations_of(event.id)
        .await
        .unwrap()
        .rows
        .remove(0);
    drop(reader);
    let mut tx = given.database.store.begin().await.unwrap();
    let mut new = Vec::new();
    for number in 0..mails {
        let id = Uuid::from_u128((event.id.uuid().as_u128() << 32) + number as u128);
        let recipient = address(&format!("person{number}"));
        let mut registration = sample.clone();
        registration.id = id.into();
        registration.person.address = recipient.clone();
        tx.insert_registration(&registration).await.unwrap();
        new.push(NewMail {
            id: id.into(),
            network: event.network,
            event: Some(event.id),
            registration: Some(registration.id),
            recipient,
            kind: MailKind::EventChanged,
            language: Language::De,
            subject: "Neuer Ort".to_owned(),
            message:
                b"Subject: x\r\n\r\n0123456789 0123456789 0123456789 0123456789 0123456789\r\n"
                    .repeat(100),
            message_id: format!("<{id}@nord.example>"),
            envelope_from: address("post"),
            calendar: has_calendar.then(|| CalendarPart {
                uid: event.calendar_uid.clone(),
                sequence: 1,
                method: "REQUEST".to_owned(),
            }),
            event_revision: None,
            way: None,
            mailing: None,
            kept: false,
            at: given.planner.now(),
        });
    }
    for mail in new {
        tx.insert_mail(mail).await.unwrap();
    }
    tx.commit().await.unwrap();
}
