use crate::{
    contract::sample::{at, line, network, organisation},
    testing::TestDatabase,
};

crate::on_both_engines! {
    organisations_are_listed_as_a_dictionary_would,
    an_organisation_is_saved_with_its_parent,
    a_short_name_is_given_once_in_a_network,
}

async fn organisations_are_listed_as_a_dictionary_would(database: TestDatabase) {
    let network = network(1);
    let mut tx = database.store.begin().await.unwrap();
    tx.insert_network(&network, at(1)).await.unwrap();
    for (number, name) in [
        (1, "Zebra"),
        (2, "ÄWO"),
        (3, "axa"),
        (4, "Übung"),
        (5, "Ufer"),
    ] {
        tx.insert_organisation(&organisation(number, &network, name))
            .await
            .unwrap();
    }
    let listed = tx.organisations(network.id).await.unwrap().rows;
    let names: Vec<&str> = listed.iter().map(|o| o.short_name.as_str()).collect();
    assert_eq!(names, ["ÄWO", "axa", "Übung", "Ufer", "Zebra"]);
}

async fn an_organisation_is_saved_with_its_parent(database: TestDatabase) {
    let network = network(1);
    let mut child = organisation(2, &network, "IBAS");
    child.parent = Some(organisation(1, &network, "ÖRK").id);
    let mut tx = database.store.begin().await.unwrap();
    tx.insert_network(&network, at(1)).await.unwrap();
    tx.insert_organisation(&organisation(1, &network, "ÖRK"))
        .await
        .unwrap();
    tx.insert_organisation(&child).await.unwrap();
    child.name = line("Anerkennung & Beratung");
    assert!(tx.update_organisation(&child).await.unwrap());

    let kept = tx.organisations(network.id).await.unwrap().rows;
    assert_eq!(kept, [child, organisation(1, &network, "ÖRK")]);
}

async fn a_short_name_is_given_once_in_a_network(database: TestDatabase) {
    let (here, there) = (network(1), network(2));
    let mut tx = database.store.begin().await.unwrap();
    tx.insert_network(&here, at(1)).await.unwrap();
    tx.insert_network(&there, at(1)).await.unwrap();
    for taken in [
        organisation(1, &here, "ÖRK"),
        organisation(2, &there, "ÖRK"),
    ] {
        tx.insert_organisation(&taken).await.unwrap();
    }
    let refused = tx
        .insert_organisation(&organisation(3, &here, "örk"))
        .await
        .unwrap_err();
    assert!(
        refused.is_duplicate_of("organisations_network_id_short_name_lower_key"),
        "{refused}"
    );
}
