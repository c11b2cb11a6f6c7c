//! The order in which mails about one registration are handed over.

use std::{collections::BTreeMap, sync::Arc, time::Duration};

use tokio::sync::Mutex;

use super::outbox::{accept, claim, ids, invitation, queue, refused, retry, settle, with_people};
use crate::{
    MailOutcome, NewMail, Store,
    contract::sample::{at, id},
    testing::TestDatabase,
};

crate::on_both_engines! {
    mails_without_a_calendar_message_keep_their_order,
    a_later_message_waits_while_an_earlier_one_is_on_its_way,
    sequence_n_never_follows_n_plus_1_with_many_workers,
}

async fn a_later_message_waits_while_an_earlier_one_is_on_its_way(database: TestDatabase) {
    let store = &database.store;
    let network = with_people(store, 1).await;
    queue(store, &[invitation(1, &network, 1, 0)]).await;
    let first = claim(store, 9, 100, 200).await.remove(0);
    queue(store, &[invitation(2, &network, 1, 1)]).await;
    assert!(claim(store, 9, 150, 250).await.is_empty());
    assert!(accept(store, &first, 160).await);
    assert_eq!(ids(&claim(store, 9, 170, 270).await), [id(2)]);

    // The first worker vanished: what it had in hand may have arrived, and is sent again first.
    queue(store, &[invitation(3, &network, 1, 2)]).await;
    assert!(claim(store, 9, 269, 369).await.is_empty());
    let again = claim(store, 9, 270, 370).await.remove(0);
    assert_eq!((again.lease.mail, again.attempts), (id(2), 2));
    assert!(settle(store, &again, retry("450", 500), 271).await);
    assert!(claim(store, 9, 499, 599).await.is_empty());
    let again = claim(store, 9, 500, 600).await.remove(0);
    assert_eq!(again.lease.mail, id(2));
    assert!(settle(store, &again, refused("550"), 501).await);
    assert_eq!(ids(&claim(store, 9, 502, 602).await), [id(3)]);
}

/// Whatever the clock says when they are queued.
async fn mails_without_a_calendar_message_keep_their_order(database: TestDatabase) {
    let store = &database.store;
    let network = with_people(store, 1).await;
    let plain = |number, second| NewMail {
        calendar: None,
        at: at(second),
        ..invitation(number, &network, 1, 0)
    };
    queue(store, &[plain(3, 100), plain(2, 50), plain(1, 100)]).await;
    for number in [3, 2, 1] {
        let claimed = claim(store, 9, 100 + number, 200).await;
        assert_eq!(ids(&claimed), [id(u128::try_from(number).unwrap())]);
        assert!(accept(store, &claimed[0], 110).await);
    }
}

/// The mails handed to the mail server, in order: person and SEQUENCE.
type Log = Arc<Mutex<Vec<(String, u32)>>>;

async fn deliver_all(store: Store, worker: i64, log: Log) {
    let mut idle = 0;
    let mut turn = 0;
    while idle < 20 {
        turn += 1;
        let claimed = claim(&store, 3, 1_000 + turn, 1_400 + turn + 10 * worker).await;
        idle = if claimed.is_empty() { idle + 1 } else { 0 };
        for mail in claimed {
            let sequence = String::from_utf8_lossy(&mail.message).parse().unwrap();
            // Mail servers answer when they like.
            let answer = Duration::from_millis(u64::try_from((7 * turn + 3 * worker) % 5).unwrap());
            tokio::time::sleep(answer).await;
            log.lock().await.push((mail.recipient.lower(), sequence));
            let outcome = match (turn + worker) % 3 {
                0 => retry("450", 1_000),
                _ => MailOutcome::Accepted,
            };
            assert!(settle(&store, &mail, outcome, 1_000).await);
        }
        tokio::task::yield_now().await;
    }
}

async fn sequence_n_never_follows_n_plus_1_with_many_workers(database: TestDatabase) {
    const PEOPLE: u32 = 4;
    const LAST: u32 = 15;
    let network = with_people(&database.store, PEOPLE).await;
    let log = Log::default();
    let mut tasks = tokio::task::JoinSet::new();
    for worker in 0..4 {
        tasks.spawn(deliver_all(
            database.another_store().await,
            worker,
            Arc::clone(&log),
        ));
    }
    let store = database.store.clone();
    tasks.spawn(async move {
        for sequence in 0..=LAST {
            for person in 1..=PEOPLE {
                let number = u128::from(sequence * PEOPLE + person);
                let mut mail = invitation(number, &network, person, sequence);
                mail.message = sequence.to_string().into_bytes();
                queue(&store, &[mail]).await;
            }
        }
    });
    tasks.join_all().await;
    // Mails that were tried again at the very end.
    deliver_all(database.store.clone(), 1, Arc::clone(&log)).await;

    let mut sent: BTreeMap<String, Vec<u32>> = BTreeMap::new();
    for (person, sequence) in log.lock().await.iter() {
        sent.entry(person.clone()).or_default().push(*sequence);
    }
    assert_eq!(sent.len(), usize::try_from(PEOPLE).unwrap());
    for (person, sequences) in sent {
        assert!(sequences.is_sorted(), "{person}: {sequences:?}");
        assert_eq!(sequences.last(), Some(&LAST), "{person}: {sequences:?}");
    }
}
