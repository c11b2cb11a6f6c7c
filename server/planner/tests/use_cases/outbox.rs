//! The outbox: a mail server that takes, refuses, or is not there.

use std::{
    sync::{Arc, Mutex},
    time::Duration,
};

use jiff::SignedDuration;
use mail::Transport;
use model::MailState;
use store::testing::TestDatabase;
use tokio::net::TcpListener;

use crate::{
    given::{Given, a_network, address, meeting, person},
    mail_server::{Deliver as _, MEANWHILE, MailServer, converse},
};

store::on_both_engines! {
    a_refused_recipient_does_not_hold_up_the_others,
    a_slow_recipient_does_not_hold_up_the_others,
    a_mail_server_that_is_away_is_tried_again,
    two_workers_send_each_mail_once,
    what_the_mail_server_said_is_noted_when_the_database_is_back,
}

async fn states(given: &Given) -> Vec<(String, MailState)> {
    let mut states: Vec<(String, MailState)> = given
        .mails()
        .await
        .into_iter()
        .map(|mail| (mail.recipient, mail.state))
        .collect();
    states.sort();
    states
}

async fn three_registered(given: &Given) {
    let event = given.published_event(meeting(None, vec![])).await;
    for name in ["anna", "refused", "cem"] {
        given.registers(event, person(name, None)).await;
    }
}

async fn a_refused_recipient_does_not_hold_up_the_others(database: TestDatabase) {
    let given = a_network(database).await;
    let server = MailServer::start().await;
    three_registered(&given).await;
    let transport = Transport::from_url(&server.url).unwrap();
    assert_eq!(
        given
            .planner
            .deliver(&transport, 10, || false)
            .await
            .unwrap(),
        3
    );
    assert_eq!(server.taken().len(), 2);
    let refused = &given.mails_to(&address("refused")).await[0].0;
    assert_eq!(refused.state, MailState::Refused);
    assert!(
        refused
            .last_error
            .as_ref()
            .unwrap()
            .contains("no such mailbox")
    );
    assert_eq!(
        given.mails_to(&address("cem")).await[0].0.state,
        MailState::Accepted
    );
}

async fn a_slow_recipient_does_not_hold_up_the_others(database: TestDatabase) {
    let given = a_network(database).await;
    let server = MailServer::start().await;
    let event = given.published_event(meeting(None, vec![])).await;
    for name in ["slow", "anna", "bela", "cem", "doris"] {
        given.registers(event, person(name, None)).await;
    }
    let transport = Transport::from_url(&server.url).unwrap();
    let sent = given.planner.deliver(&transport, 2, || false).await;
    assert_eq!(sent.unwrap(), 5);
    let taken = server.in_order();
    assert!(taken[MEANWHILE].contains("slow"), "{taken:?}");
}

async fn a_mail_server_that_is_away_is_tried_again(database: TestDatabase) {
    let given = a_network(database).await;
    three_registered(&given).await;
    let nobody = Transport::from_url("smtp://127.0.0.1:9").unwrap();
    given.planner.deliver(&nobody, 10, || false).await.unwrap();
    assert!(
        states(&given)
            .await
            .iter()
            .all(|(_, state)| *state == MailState::Queued)
    );

    let server = MailServer::start().await;
    let transport = Transport::from_url(&server.url).unwrap();
    assert_eq!(
        given
            .planner
            .deliver(&transport, 10, || false)
            .await
            .unwrap(),
        0,
        "not due yet"
    );
    given.clock.advance(SignedDuration::from_mins(2));
    assert_eq!(
        given
            .planner
            .deliver(&transport, 10, || false)
            .await
            .unwrap(),
        3
    );
    assert_eq!(server.taken().len(), 2);
}

async fn two_workers_send_each_mail_once(database: TestDatabase) {
    let given = a_network(database).await;
    let server = MailServer::start().await;
    let event = given.published_event(meeting(None, vec![])).await;
    for number in 0..20 {
        given
            .registers(event, person(&format!("person{number}"), None))
            .await;
    }
    let transport = Transport::from_url(&server.url).unwrap();
    let work = || async {
        while given
            .planner
            .deliver(&transport, 3, || false)
            .await
            .unwrap()
            > 0
        {}
    };
    tokio::join!(work(), work(), work());
    let taken = server.taken();
    let mut once = taken.clone();
    once.dedup();
    assert_eq!((taken.len(), once.len()), (20, 20));
}

/// The mail server takes the mail while nothing can be noted.
async fn what_the_mail_server_said_is_noted_when_the_database_is_back(database: TestDatabase) {
    let given = a_network(database).await;
    let event = given.published_event(meeting(None, vec![])).await;
    given.registers(event, person("anna", None)).await;
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("smtp://{}", listener.local_addr().unwrap());
    let transport = Transport::from_url(&url).unwrap();
    let statement_timeout = Duration::from_millis(200);
    let settings = store::StoreConfig {
        statement_timeout,
        ..store::StoreConfig::default()
    };
    let impatient = store::Store::open(given.database.address(), &settings)
        .await
        .unwrap();
    let worker = given.planner_on(impatient);
    let delivering = tokio::spawn(async move { worker.deliver(&transport, 1, || false).await });

    let (connection, _) = listener.accept().await.unwrap();
    let mut holding = given.database.store.begin().await.unwrap();
    assert_eq!(
        holding.release_leases(given.planner.now()).await.unwrap(),
        1
    );
    let taken = Arc::new(Mutex::new(Vec::new()));
    let conversation = tokio::spawn(converse(connection, Arc::clone(&taken)));
    while taken.lock().unwrap().is_empty() {
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
    tokio::time::sleep(statement_timeout * 3).await;
    drop(holding);

    assert_eq!(delivering.await.unwrap().unwrap(), 1);
    let mail = &given.mails_to(&address("anna")).await[0].0;
    assert_eq!(mail.state, MailState::Accepted);
    conversation.abort();
}
