use model::{MailId, MailState, Network};
use uuid::Uuid;

use crate::{
    CalendarPart, ClaimedMail, MailFilter, MailOutcome, NewMail, Paging, Store, StoreError,
    contract::sample::{address, at, id, mail, network, planned, registered, registration},
    testing::TestDatabase,
};

crate::on_both_engines! {
    each_mail_is_given_to_one_of_many_workers,
    a_mail_is_tried_again_when_its_worker_vanished,
    a_worker_whose_claim_ran_out_is_not_listened_to,
    a_mail_that_is_put_off_waits,
    the_same_calendar_message_is_queued_once,
    many_mails_are_queued_in_one_go,
    mails_that_are_kept_are_not_sent,
    people_see_what_became_of_each_mail,
}

async fn with_network(store: &Store) -> Network {
    let network = network(1);
    let mut tx = store.begin().await.unwrap();
    tx.insert_network(&network, at(1)).await.unwrap();
    tx.commit().await.unwrap();
    network
}

pub(super) async fn queue(store: &Store, mails: &[NewMail]) {
    let mut tx = store.begin().await.unwrap();
    for mail in mails {
        tx.insert_mail(mail.clone()).await.unwrap();
    }
    tx.commit().await.unwrap();
}

/// Claims at one second, until a later one.
pub(super) async fn claim(store: &Store, most: u32, now: i64, until: i64) -> Vec<ClaimedMail> {
    let token = Uuid::from_u128(u128::try_from(now * 1_000 + until).unwrap());
    let mut tx = store.begin().await.unwrap();
    let claim = tx
        .claim_mails(most, at(now), at(until), token)
        .await
        .unwrap();
    assert_eq!(claim.unreadable.len(), 0);
    tx.commit().await.unwrap();
    claim.mails
}

/// Records an outcome, and returns whether the lease was still valid.
pub(super) async fn settle(
    store: &Store,
    mail: &ClaimedMail,
    outcome: MailOutcome,
    now: i64,
) -> bool {
    let mut tx = store.begin().await.unwrap();
    let settled = tx.settle_mails(&[(mail.lease, outcome)], at(now)).await;
    tx.commit().await.unwrap();
    settled.unwrap() == 1
}

pub(super) async fn accept(store: &Store, mail: &ClaimedMail, now: i64) -> bool {
    settle(store, mail, MailOutcome::Accepted, now).await
}

pub(super) fn refused(error: &str) -> MailOutcome {
    MailOutcome::Refused {
        error: error.to_owned(),
    }
}

pub(super) fn retry(error: &str, again: i64) -> MailOutcome {
    MailOutcome::Retry {
        error: error.to_owned(),
        at: at(again),
    }
}

/// A network with people who are registered for its event.
pub(super) async fn with_people(store: &Store, people: u32) -> Network {
    let (network, event) = planned(store).await;
    let people: Vec<_> = (1..=people)
        .map(|person| registration(person.into(), event.id))
        .collect();
    registered(store, &people).await;
    network
}

/// A calendar message to a person with this number.
pub(super) fn invitation(number: u128, network: &Network, person: u32, sequence: u32) -> NewMail {
    NewMail {
        event: Some(id(1)),
        registration: Some(id(person.into())),
        recipient: address(&format!("Person{person}@haus.example")),
        calendar: Some(CalendarPart {
            uid: "treffen@nord.example".to_owned(),
            sequence,
            method: "REQUEST".to_owned(),
        }),
        ..mail(number, network)
    }
}

async fn each_mail_is_given_to_one_of_many_workers(database: TestDatabase) {
    let network = with_network(&database.store).await;
    let mails: Vec<NewMail> = (0..100).map(|number| mail(number, &network)).collect();
    queue(&database.store, &mails).await;
    let mut workers = tokio::task::JoinSet::new();
    for worker in 0..8 {
        let store = match worker % 2 {
            0 => database.store.clone(),
            _ => database.another_store().await,
        };
        workers.spawn(async move {
            let mut handed_over = Vec::new();
            loop {
                let claimed = claim(&store, 7, 200 + worker, 300 + worker).await;
                if claimed.is_empty() {
                    return handed_over;
                }
                for mail in claimed {
                    assert_eq!((mail.attempts, mail.created_at), (1, at(100)));
                    assert_eq!(mail.message, b"To: x\r\n\r\n\xff\x00");
                    assert!(accept(&store, &mail, 250).await);
                    handed_over.push(mail.lease.mail);
                }
            }
        });
    }
    let mut handed_over = workers.join_all().await.concat();
    handed_over.sort();
    let all: Vec<_> = mails.iter().map(|mail| mail.id).collect();
    assert_eq!(handed_over, all);
}

async fn a_mail_is_tried_again_when_its_worker_vanished(database: TestDatabase) {
    let store = &database.store;
    let network = with_network(store).await;
    queue(store, &[mail(1, &network)]).await;
    assert!(claim(store, 9, 99, 199).await.is_empty(), "not due yet");
    assert_eq!(claim(store, 9, 100, 200).await.len(), 1);
    assert!(
        claim(store, 9, 199, 299).await.is_empty(),
        "in somebody's hands"
    );
    let again = claim(store, 9, 200, 300).await;
    assert_eq!(again[0].attempts, 2);

    let mut tx = store.begin().await.unwrap();
    assert_eq!(tx.release_leases(at(201)).await.unwrap(), 1);
    tx.commit().await.unwrap();
    assert_eq!(claim(store, 9, 201, 301).await.len(), 1);
}

async fn a_worker_whose_claim_ran_out_is_not_listened_to(database: TestDatabase) {
    let store = &database.store;
    let network = with_network(store).await;
    queue(store, &[mail(1, &network)]).await;
    let slow = claim(store, 1, 100, 200).await.remove(0);
    let quick = claim(store, 1, 200, 300).await.remove(0);
    assert!(!accept(store, &slow, 201).await);
    assert!(!settle(store, &slow, retry("450", 999), 201).await);
    assert!(!settle(store, &slow, refused("550"), 201).await);
    assert!(settle(store, &quick, refused("550 no such user"), 202).await);
    let mut reader = store.read().await.unwrap();
    let line = reader.mail(id(1)).await.unwrap().unwrap();
    assert_eq!(line.state, MailState::Refused);
    assert_eq!(line.last_error.as_deref(), Some("550 no such user"));
    assert_eq!(line.settled_at, Some(at(202)));
}

async fn a_mail_that_is_put_off_waits(database: TestDatabase) {
    let store = &database.store;
    let network = with_network(store).await;
    queue(store, &[mail(1, &network)]).await;
    let first = claim(store, 1, 100, 200).await.remove(0);
    assert!(settle(store, &first, retry("450 later", 500), 101).await);
    assert!(claim(store, 1, 499, 600).await.is_empty());
    let second = claim(store, 1, 500, 600).await.remove(0);
    assert!(accept(store, &second, 501).await);
    let mut reader = store.read().await.unwrap();
    let line = reader.mail(id(1)).await.unwrap().unwrap();
    assert_eq!(
        (line.state, line.attempts, line.last_error),
        (MailState::Accepted, 2, None)
    );
}

async fn the_same_calendar_message_is_queued_once(database: TestDatabase) {
    let network = with_people(&database.store, 1).await;
    let mut cancellation = invitation(3, &network, 1, 0);
    if let Some(calendar) = &mut cancellation.calendar {
        calendar.method = "CANCEL".to_owned();
    }
    queue(&database.store, &[invitation(1, &network, 1, 0)]).await;
    let mut tx = database.store.begin().await.unwrap();
    tx.insert_mail(invitation(2, &network, 1, 0)).await.unwrap();
    let refused = tx.commit().await;
    assert!(
        matches!(refused, Err(StoreError::Duplicate { .. })),
        "{refused:?}"
    );
    let several = [
        cancellation,
        invitation(4, &network, 1, 2),
        // Mails without a calendar message are never the same.
        mail(5, &network),
        NewMail {
            message_id: "<6>".into(),
            id: id(6),
            ..mail(5, &network)
        },
    ];
    queue(&database.store, &several).await;
    let mut reader = database.store.read().await.unwrap();
    assert_eq!(reader.mail_message(id(2)).await.unwrap(), None);
    assert!(reader.mail_message(id(4)).await.unwrap().is_some());
}

async fn many_mails_are_queued_in_one_go(database: TestDatabase) {
    const PEOPLE: u32 = 450;
    let store = &database.store;
    let network = with_people(store, PEOPLE).await;
    let mails: Vec<NewMail> = (1..=PEOPLE)
        .map(|person| NewMail {
            message: person.to_string().into_bytes(),
            ..invitation(person.into(), &network, person, 0)
        })
        .collect();
    queue(store, &mails).await;
    let mut claimed = claim(store, PEOPLE, 100, 200).await;
    claimed.sort_by_key(|mail| mail.lease.mail);
    assert_eq!(claimed.len(), mails.len());
    for (claimed, mail) in claimed.iter().zip(&mails) {
        assert_eq!(claimed.recipient, mail.recipient);
        assert_eq!(claimed.message, mail.message);
    }
}

pub(super) fn ids(mails: &[ClaimedMail]) -> Vec<MailId> {
    mails.iter().map(|mail| mail.lease.mail).collect()
}

async fn mails_that_are_kept_are_not_sent(database: TestDatabase) {
    let network = with_network(&database.store).await;
    let kept = NewMail {
        kept: true,
        ..mail(1, &network)
    };
    queue(&database.store, &[kept]).await;
    assert!(claim(&database.store, 9, 100, 200).await.is_empty());
    let mut reader = database.store.read().await.unwrap();
    let message = reader.mail_message(id(1)).await.unwrap();
    assert_eq!(
        message.as_deref(),
        Some(b"To: x\r\n\r\n\xff\x00".as_slice())
    );
    assert_eq!(reader.mail_message(id(2)).await.unwrap(), None);
}

async fn people_see_what_became_of_each_mail(database: TestDatabase) {
    let store = &database.store;
    let (network, event) = planned(store).await;
    registered(store, &[registration(1, event.id)]).await;
    let mails = [
        mail(1, &network),
        NewMail {
            at: at(50),
            ..invitation(3, &network, 1, 0)
        },
        invitation(2, &network, 1, 1),
    ];
    queue(store, &mails).await;
    let mut tx = store.begin().await.unwrap();
    assert!(tx.drop_queued_mail(id(3)).await.unwrap());
    tx.commit().await.unwrap();
    let claimed = claim(store, 1, 100, 200).await.remove(0);
    assert!(accept(store, &claimed, 150).await);

    let mut reader = store.read().await.unwrap();
    let history = reader.mails_of_registration(id(1)).await.unwrap().rows;
    assert_eq!(history.len(), 2);
    assert_eq!(
        (history[0].id, history[0].state),
        (id(3), MailState::Dropped)
    );
    assert_eq!(history[1].calendar, Some((1, "REQUEST".to_owned())));
    assert_eq!(history[1].recipient, "Person1@haus.example");
    let sent = reader.sent_mails(id(1)).await.unwrap();
    let [mail] = &sent[..] else {
        panic!("one of them was dropped: {sent:?}");
    };
    assert_eq!((mail.id, mail.state), (id(2), MailState::Queued));

    let filter = MailFilter {
        event: Some(event.id),
        ..MailFilter::default()
    };
    let page = reader
        .find_mails(network.id, &filter, Paging::page(0, 1))
        .await
        .unwrap();
    assert_eq!((page.total, page.rows[0].id), (2, id(2)));
    let queued = MailFilter {
        state: Some(MailState::Queued),
        ..MailFilter::default()
    };
    let page = reader
        .find_mails(network.id, &queued, Paging::ALL)
        .await
        .unwrap();
    assert_eq!(page.total, 1);
    let mut counts = reader.count_mails(network.id, None).await.unwrap();
    counts.sort();
    let expected = [
        (MailState::Queued, 1),
        (MailState::Accepted, 1),
        (MailState::Dropped, 1),
    ];
    assert_eq!(counts, expected);
}
