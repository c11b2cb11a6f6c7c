use model::Membership;

use crate::{
    StoreError,
    contract::sample::{at, id, line, member, network},
    testing::TestDatabase,
};

crate::on_both_engines! {
    a_network_comes_back_as_it_was_saved,
    of_two_edits_from_the_same_revision_the_second_is_not_saved,
    a_slug_is_given_once,
    a_person_finds_all_memberships_by_any_spelling_of_the_address,
    a_person_is_a_member_of_a_network_once,
}

async fn a_network_comes_back_as_it_was_saved(database: TestDatabase) {
    let mut network = network(1);
    let mut tx = database.store.begin().await.unwrap();
    tx.insert_network(&network, at(1)).await.unwrap();
    assert_eq!(
        tx.network(network.id).await.unwrap().as_ref(),
        Some(&network)
    );

    network.name = line("Netzwerk Süd");
    network.reply_to = None;
    network.revision = 1;
    assert!(tx.update_network(&network).await.unwrap());
    tx.commit().await.unwrap();

    let mut reader = database.store.read().await.unwrap();
    let by_slug = reader.network_by_slug(&network.slug).await.unwrap();
    assert_eq!(by_slug.as_ref(), Some(&network));
    assert_eq!(reader.networks().await.unwrap().rows, [network]);
    assert_eq!(reader.network(id(9)).await.unwrap(), None);
}

async fn of_two_edits_from_the_same_revision_the_second_is_not_saved(database: TestDatabase) {
    let mut network = network(1);
    let mut tx = database.store.begin().await.unwrap();
    tx.insert_network(&network, at(1)).await.unwrap();
    network.revision = 1;
    assert!(tx.update_network(&network).await.unwrap());
    network.name = line("zu spät");
    assert!(!tx.update_network(&network).await.unwrap());
    let stored = tx.network(network.id).await.unwrap().unwrap();
    assert_ne!(stored.name, network.name);
    assert_eq!(stored.revision, 1);
}

async fn a_slug_is_given_once(database: TestDatabase) {
    let first = network(1);
    let mut second = network(2);
    second.slug = first.slug.clone();
    let mut tx = database.store.begin().await.unwrap();
    tx.insert_network(&first, at(1)).await.unwrap();
    let refused = tx.insert_network(&second, at(1)).await.unwrap_err();
    assert!(refused.is_duplicate_of("networks_slug_key"), "{refused}");
}

async fn a_person_finds_all_memberships_by_any_spelling_of_the_address(database: TestDatabase) {
    let (here, there) = (network(1), network(2));
    let first = member(1, &here, "JÖRG@Nord.example");
    let mut second = member(2, &there, "jörg@nord.example");
    let mut tx = database.store.begin().await.unwrap();
    tx.insert_network(&here, at(1)).await.unwrap();
    tx.insert_network(&there, at(1)).await.unwrap();
    tx.insert_member(&second, at(3)).await.unwrap();
    tx.insert_member(&first, at(2)).await.unwrap();
    second.role = model::Role::Owner;
    assert!(tx.update_member(&second).await.unwrap());
    tx.commit().await.unwrap();

    let mut reader = database.store.read().await.unwrap();
    let memberships = reader.memberships(&first.address.lower()).await.unwrap();
    let expected = [(&first, &here), (&second, &there)].map(|(member, network)| Membership {
        events: Vec::new(),
        member: member.clone(),
        network_name: network.name.clone(),
    });
    assert_eq!(memberships.rows, expected);
    assert_eq!(reader.members(there.id).await.unwrap().rows, [second]);
}

async fn a_person_is_a_member_of_a_network_once(database: TestDatabase) {
    let network = network(1);
    let mut tx = database.store.begin().await.unwrap();
    tx.insert_network(&network, at(1)).await.unwrap();
    tx.insert_member(&member(1, &network, "a@nord.example"), at(2))
        .await
        .unwrap();
    let refused = tx
        .insert_member(&member(2, &network, "A@Nord.example"), at(2))
        .await
        .unwrap_err();
    assert!(
        refused.is_duplicate_of("members_network_id_address_lower_key"),
        "{refused}"
    );
    // A transaction with an error in it is not committed by anybody's mistake, on either engine.
    assert!(matches!(tx.commit().await, Err(StoreError::Aborted)));
    let mut reader = database.store.read().await.unwrap();
    assert!(reader.networks().await.unwrap().is_empty());
}
