use model::{AuditAction, AuditActor};
use serde_json::json;

use crate::{
    AuditLine, Paging,
    contract::sample::{at, id, member, planned},
    testing::TestDatabase,
};

crate::on_both_engines! {
    an_editor_learns_what_was_changed_since_the_revision_that_was_read,
    the_audit_log_outlives_what_it_is_about,
}

pub(super) fn change(number: u128, revision: Option<i64>) -> AuditLine {
    AuditLine {
        id: id(number),
        network: id(1),
        event: Some(id(1)),
        registration: None,
        contact: None,
        member: None,
        actor: AuditActor::Member,
        action: AuditAction::EventChanged,
        changes: json!([{ "field": "title", "before": "Über", "after": "\"neu\"" }]),
        revision,
        at: at(i64::try_from(number).unwrap()),
    }
}

async fn an_editor_learns_what_was_changed_since_the_revision_that_was_read(
    database: TestDatabase,
) {
    let (network, event) = planned(&database.store).await;
    let somebody = member(1, &network, "anna@nord.example");
    let mut lines = [
        change(1, Some(1)),
        change(2, Some(2)),
        change(3, None),
        change(4, Some(9)),
        change(5, Some(3)),
    ];
    lines[1].member = Some(somebody.id);
    // The ninth edit of a registration is not an edit of the event.
    lines[3].registration = Some(id(77));
    let mut tx = database.store.begin().await.unwrap();
    tx.insert_member(&somebody, at(1)).await.unwrap();
    for line in &lines {
        tx.insert_audit(line.clone()).await.unwrap();
    }
    tx.commit().await.unwrap();

    let mut reader = database.store.read().await.unwrap();
    let since = reader.audit_since(event.id, 1).await.unwrap().rows;
    assert_eq!(since, [lines[1].clone(), lines[4].clone()]);
    assert!(reader.audit_since(event.id, 3).await.unwrap().is_empty());
    let latest = reader
        .audit_of_network(network.id, Paging::page(1, 2))
        .await
        .unwrap();
    assert_eq!(latest.rows, [lines[2].clone(), lines[1].clone()]);
    let of_registration = reader.audit_of_registration(id(77)).await.unwrap().rows;
    assert_eq!(of_registration, [lines[3].clone()]);
    let all = reader
        .audit_of_network(network.id, Paging::ALL)
        .await
        .unwrap();
    assert_eq!(all.rows.len(), 5);
}

async fn the_audit_log_outlives_what_it_is_about(database: TestDatabase) {
    let (network, event) = planned(&database.store).await;
    let mut tx = database.store.begin().await.unwrap();
    tx.insert_audit(change(1, None)).await.unwrap();
    tx.delete_event(event.id).await.unwrap();
    let left = tx
        .audit_of_network(network.id, Paging::ALL)
        .await
        .unwrap()
        .rows;
    assert_eq!(left, [change(1, None)]);
}
