//! Occasions: what is counted, and in which order they are listed.

use model::{MailId, MailKind};

use crate::{
    MailFilter, MailLine, MailOutcome, NewMail, Paging,
    contract::{
        outbox::{claim, invitation, queue, refused, settle, with_people},
        sample::{at, id, mail},
    },
    testing::TestDatabase,
};

crate::on_both_engines! {
    mails_are_counted_by_occasion_and_each_change_is_one,
    occasions_that_nobody_can_decide_about_are_not_first,
}

async fn mails_are_counted_by_occasion_and_each_change_is_one(database: TestDatabase) {
    let store = &database.store;
    let network = with_people(store, 2).await;
    let told = |number, person, kind, revision, at| NewMail {
        kind,
        event_revision: Some(revision),
        at,
        ..invitation(number, &network, person, u32::try_from(number).unwrap())
    };
    let mails = [
        told(1, 1, MailKind::SeatConfirmed, 1, at(101)),
        told(2, 2, MailKind::SeatConfirmed, 2, at(102)),
        told(3, 1, MailKind::EventChanged, 2, at(103)),
        told(4, 1, MailKind::EventChanged, 3, at(104)),
        told(5, 2, MailKind::EventChanged, 3, at(105)),
        NewMail {
            at: at(106),
            ..mail(6, &network)
        },
    ];
    queue(store, &mails).await;
    // The mails of one person go one after the other.
    for _ in 0..2 {
        for claimed in claim(store, 10, 200, 300).await {
            let outcome = match claimed.lease.mail {
                mail if mail == id(1) => refused("550 No such user"),
                _ => MailOutcome::Accepted,
            };
            assert!(settle(store, &claimed, outcome, 210).await);
        }
    }
    let mut reader = store.read().await.unwrap();
    let all = MailFilter::default();
    let page = reader.mail_occasions(network.id, &all, Paging::ALL, at(300));
    let page = page.await.unwrap();
    let occasions: Vec<_> = page
        .rows
        .iter()
        .map(|found| (found.kind, found.revision, found.people, found.refused))
        .collect();
    let expected = [
        (MailKind::SeatConfirmed, None, 2, 1),
        (MailKind::SignInLink, None, 1, 0),
        (MailKind::EventChanged, Some(3), 2, 0),
        (MailKind::EventChanged, Some(2), 1, 0),
    ];
    assert_eq!(occasions, expected);
    assert_eq!(page.total, 4);
    let seats = &page.rows[0];
    assert_eq!(seats.event.as_ref().unwrap().0, id(1));
    assert_eq!((seats.accepted, seats.latest), (1, at(102)));
    assert_eq!(page.rows[1].event, None);

    let change = MailFilter {
        event: Some(id(1)),
        kind: Some(MailKind::EventChanged),
        revision: Some(3),
        ..MailFilter::default()
    };
    let page = reader.mail_occasions(network.id, &change, Paging::page(0, 1), at(300));
    assert_eq!(page.await.unwrap().total, 1);
    let mails = reader.find_mails(network.id, &change, Paging::ALL);
    assert_eq!(mails.await.unwrap().total, 2);
    let to_one = MailFilter {
        address: "PERSON2@haus".into(),
        ..MailFilter::default()
    };
    let found = reader.find_mails(network.id, &to_one, Paging::ALL);
    assert_eq!(ids_of(&found.await.unwrap().rows), [id(5), id(2)]);
    let seats = MailFilter {
        kind: Some(MailKind::SeatConfirmed),
        ..MailFilter::default()
    };
    // The refused one comes first, though the other is later.
    let found = reader.find_mails(network.id, &seats, Paging::ALL);
    assert_eq!(ids_of(&found.await.unwrap().rows), [id(1), id(2)]);
}

fn ids_of(mails: &[MailLine]) -> Vec<MailId> {
    mails.iter().map(|mail| mail.id).collect()
}

async fn occasions_that_nobody_can_decide_about_are_not_first(database: TestDatabase) {
    let store = &database.store;
    let network = with_people(store, 3).await;
    let told = |person: u32, kind| NewMail {
        kind,
        at: at(100 + i64::from(person)),
        ..invitation(person.into(), &network, person, 1)
    };
    let mails = [
        told(1, MailKind::SeatConfirmed),
        told(2, MailKind::Waitlisted),
        told(3, MailKind::EventCancelled),
    ];
    queue(store, &mails).await;
    let (refused, kept, latest) = (mails[0].kind, mails[1].kind, mails[2].kind);
    database
        .run_sql(
            "UPDATE outbox SET state = 'refused', settled_at = 1 WHERE recipient LIKE 'Person1@%'",
        )
        .await;
    database
        .run_sql("UPDATE outbox SET state = 'kept' WHERE recipient LIKE 'Person2@%'")
        .await;
    let kinds = async |now| {
        let mut reader = store.read().await.unwrap();
        let all = MailFilter::default();
        let page = reader.mail_occasions(network.id, &all, Paging::ALL, now);
        let page = page.await.unwrap();
        let kinds = page.rows.iter().map(|found| found.kind);
        kinds.collect::<Vec<_>>()
    };
    let (during, afterwards) = (at(300), at(3_000));
    assert_eq!(kinds(during).await, [kept, refused, latest]);
    // Nobody sends a mail about an event that is over again.
    assert_eq!(kinds(afterwards).await, [kept, latest, refused]);
    let mut tx = store.begin().await.unwrap();
    let left = tx.leave_kept_mails(network.id, at(310)).await.unwrap();
    tx.commit().await.unwrap();
    assert_eq!(left, 1);
    assert_eq!(kinds(during).await, [refused, latest, kept]);
    assert_eq!(kinds(afterwards).await, [latest, kept, refused]);
}
