//! Contacts: one for each mailbox of a network.

use model::{Contact, ContactGroup, ContactId, ContactSource, NetworkId, Tags};

use crate::{
    ContactFilter, Paging, Store,
    contract::sample::{
        address, at, event, id, line, network, organisation, planned, registered, registration,
        text,
    },
    testing::TestDatabase,
};

crate::on_both_engines! {
    a_contact_comes_back_as_it_was_saved,
    registrations_of_one_mailbox_belong_to_one_contact,
    what_nobody_confirmed_is_replaced_by_what_somebody_did,
    a_contact_is_found_as_people_type,
    contacts_are_filtered,
    a_renamed_organisation_has_one_name_among_contacts,
    an_old_registration_gets_its_contact_once,
    a_draft_takes_its_contacts_along,
}

fn contact(number: u128, network: NetworkId) -> Contact {
    let sample = registration(number, id(1));
    Contact {
        id: id(number),
        network,
        person: sample.person,
        function: None,
        notes: text(""),
        tags: Tags::default(),
        source: ContactSource::Organiser,
        created_at: at(1),
        confirmed_at: Some(at(2)),
        consent: None,
        opted_out_at: None,
        revision: 0,
    }
}

async fn added(store: &Store, contacts: &[Contact]) {
    let mut tx = store.begin().await.unwrap();
    for contact in contacts {
        tx.insert_contacts(std::slice::from_ref(contact))
            .await
            .unwrap();
    }
    tx.commit().await.unwrap();
}

/// The family names of the contacts that a filter finds.
async fn found(store: &Store, network: NetworkId, filter: &ContactFilter) -> Vec<String> {
    let mut reader = store.read().await.unwrap();
    let page = reader.find_contacts(network, filter, Paging::ALL).await;
    let page = page.unwrap();
    assert_eq!(page.total, i64::try_from(page.rows.len()).unwrap());
    let names = page.rows.iter();
    names
        .map(|contact| contact.person.family_name.to_string())
        .collect()
}

async fn contact_of(store: &Store, number: u128) -> Option<ContactId> {
    let mut reader = store.read().await.unwrap();
    reader.contact_of_registration(id(number)).await.unwrap()
}

async fn a_contact_comes_back_as_it_was_saved(database: TestDatabase) {
    let (network, _) = planned(&database.store).await;
    let mut saved = contact(1, network.id);
    saved.tags = Tags::parse("Presse, jobcenter").unwrap();
    saved.consent = Some((3, at(9)));
    added(&database.store, &[saved.clone()]).await;
    let mut reader = database.store.read().await.unwrap();
    assert_eq!(reader.contact(saved.id).await.unwrap(), Some(saved.clone()));
    drop(reader);

    let changed = Contact {
        function: Some(line("Leitung")),
        notes: text("Zeile 1\nZeile 2"),
        tags: Tags::parse("Presse, Gast").unwrap(),
        opted_out_at: Some(at(10)),
        revision: 1,
        ..saved.clone()
    };
    let mut tx = database.store.begin().await.unwrap();
    assert!(tx.update_contact(&changed, 0).await.unwrap());
    assert!(!tx.update_contact(&saved, 0).await.unwrap());
    tx.commit().await.unwrap();
    let mut reader = database.store.read().await.unwrap();
    assert_eq!(reader.contact(saved.id).await.unwrap(), Some(changed));
    let tags = reader.contact_tags(network.id).await.unwrap();
    assert_eq!(tags, [line("Gast"), line("Presse")]);
}

async fn registrations_of_one_mailbox_belong_to_one_contact(database: TestDatabase) {
    let (net, first) = planned(&database.store).await;
    let second = event(2, &net);
    let other = network(2);
    let foreign = event(3, &other);
    let mut tx = database.store.begin().await.unwrap();
    tx.insert_event(&second, at(1)).await.unwrap();
    tx.insert_network(&other, at(1)).await.unwrap();
    tx.insert_event(&foreign, at(1)).await.unwrap();
    tx.commit().await.unwrap();
    let of = |number, event, spelling| {
        let mut registration = registration(number, event);
        registration.person.address = address(spelling);
        registration
    };
    let people = [
        of(1, first.id, "anna@müller.example"),
        of(2, second.id, "Anna@XN--MLLER-KVA.example"),
        of(3, foreign.id, "anna@müller.example"),
    ];
    registered(&database.store, &people).await;
    let store = &database.store;
    assert_eq!(contact_of(store, 1).await, Some(id(1)));
    assert_eq!(contact_of(store, 2).await, Some(id(1)));
    assert_eq!(contact_of(store, 3).await, Some(id(3)));
    let mut reader = store.read().await.unwrap();
    let own = reader.registrations_of_contact(id(1)).await.unwrap().rows;
    assert_eq!(own, people[..2]);
    drop(reader);

    // Deleting a contact leaves its registrations.
    let mut tx = store.begin().await.unwrap();
    tx.delete_contact(id(1)).await.unwrap();
    tx.commit().await.unwrap();
    assert_eq!(contact_of(store, 1).await, None);
    let mut tx = store.begin().await.unwrap();
    tx.replace_registration(&people[1]).await.unwrap();
    tx.commit().await.unwrap();
    assert_eq!(contact_of(store, 1).await, None);
    assert_eq!(contact_of(store, 2).await, Some(id(2)));
}

async fn what_nobody_confirmed_is_replaced_by_what_somebody_did(database: TestDatabase) {
    let (net, first) = planned(&database.store).await;
    let second = event(2, &net);
    let mut tx = database.store.begin().await.unwrap();
    tx.insert_event(&second, at(1)).await.unwrap();
    tx.commit().await.unwrap();
    let of = |number, event, name: &str, confirmed| {
        let mut registration = registration(number, event);
        registration.person.family_name = line(name);
        registration.person.address = address("anna@haus.example");
        registration.address_confirmed_at = confirmed;
        registration
    };
    let name = async |store: &Store| {
        let mut reader = store.read().await.unwrap();
        let contact = reader.contact(id(1)).await.unwrap().unwrap();
        let name = contact.person.family_name.to_string();
        (name, contact.confirmed_at)
    };
    let store = &database.store;
    registered(store, &[of(1, first.id, "Fremd", None)]).await;
    assert_eq!(name(store).await, ("Fremd".to_owned(), None));
    registered(store, &[of(2, second.id, "Jäger", None)]).await;
    assert_eq!(name(store).await, ("Fremd".to_owned(), None));
    let mut tx = store.begin().await.unwrap();
    tx.confirm_contacts(&[id(2)], at(7)).await.unwrap();
    tx.confirm_contacts(&[id(1)], at(8)).await.unwrap();
    tx.commit().await.unwrap();
    assert_eq!(name(store).await, ("Jäger".to_owned(), Some(at(7))));

    // What a member enters counts at once, but does not replace what was confirmed.
    let third = event(3, &net);
    let mut tx = store.begin().await.unwrap();
    tx.insert_event(&third, at(1)).await.unwrap();
    tx.commit().await.unwrap();
    registered(store, &[of(3, third.id, "Anders", Some(at(9)))]).await;
    assert_eq!(name(store).await, ("Jäger".to_owned(), Some(at(7))));
}

async fn a_contact_is_found_as_people_type(database: TestDatabase) {
    let (network, _) = planned(&database.store).await;
    let mut anna = contact(1, network.id);
    anna.person.family_name = line("Jäger");
    anna.person.address = address("anna@müller.example");
    anna.person.organisation_name = Some(line("Haus Süd"));
    anna.function = Some(line("Projektleitung"));
    let mut other = contact(2, network.id);
    other.person.family_name = line("Anders");
    added(&database.store, &[anna, other]).await;
    for search in [
        "Jäger, Anna",
        "anna jäger",
        "anna ja\u{308}ger",
        "JAGER",
        "anna@xn--mller-kva.example",
        "sud projektleit",
    ] {
        let filter = ContactFilter {
            search: search.to_owned(),
            ..ContactFilter::default()
        };
        let names = found(&database.store, network.id, &filter).await;
        assert_eq!(names, ["Jäger"], "{search}");
    }
    assert!(
        found(&database.store, id(9), &ContactFilter::default())
            .await
            .is_empty()
    );
}

async fn contacts_are_filtered(database: TestDatabase) {
    let (network, _) = planned(&database.store).await;
    let mut partner = organisation(1, &network, "ÖRK");
    partner.field = Some(line("Anerkennungsberatung"));
    let mut tx = database.store.begin().await.unwrap();
    tx.insert_organisation(&partner).await.unwrap();
    tx.commit().await.unwrap();
    let named = |number, name| {
        let mut contact = contact(number, network.id);
        contact.person.family_name = line(name);
        contact
    };
    let mut contacts = [named(1, "Berger"), named(2, "Celik"), named(3, "Dorn")];
    contacts[0].person.organisation = Some(partner.id);
    contacts[0].person.organisation_name = Some(line("ÖRK"));
    contacts[1].tags = Tags::parse("Presse").unwrap();
    contacts[1].opted_out_at = Some(at(3));
    contacts[2].source = ContactSource::Registration;
    contacts[2].person.organisation_name = Some(line("Uni"));
    added(&database.store, &contacts).await;
    let all = ContactFilter::default;
    for (filter, names) in [
        (all(), vec!["Berger", "Celik", "Dorn"]),
        (
            ContactFilter {
                organisation: Some(partner.id),
                ..all()
            },
            vec!["Berger"],
        ),
        (
            ContactFilter {
                region: Some("Leipzig".to_owned()),
                field: Some("Anerkennungsberatung".to_owned()),
                ..all()
            },
            vec!["Berger"],
        ),
        (
            ContactFilter {
                region: Some("Dresden".to_owned()),
                ..all()
            },
            vec![],
        ),
        (
            ContactFilter {
                tag: Some("PRESSE".to_owned()),
                ..all()
            },
            vec!["Celik"],
        ),
    ] {
        let listed = found(&database.store, network.id, &filter).await;
        assert_eq!(listed, names, "{filter:?}");
    }
    for (group, names) in [
        (ContactGroup::WithoutOrganisation, vec!["Celik"]),
        (ContactGroup::WithoutTag, vec!["Berger", "Dorn"]),
        (ContactGroup::OptedOut, vec!["Celik"]),
        (ContactGroup::OnlyRegistered, vec!["Dorn"]),
    ] {
        let filter = ContactFilter {
            group: Some(group),
            ..all()
        };
        let listed = found(&database.store, network.id, &filter).await;
        assert_eq!(listed, names, "{group:?}");
    }
}

async fn a_renamed_organisation_has_one_name_among_contacts(database: TestDatabase) {
    let (network, _) = planned(&database.store).await;
    let mut partner = organisation(1, &network, "ÖRK");
    let mut tx = database.store.begin().await.unwrap();
    tx.insert_organisation(&partner).await.unwrap();
    tx.commit().await.unwrap();
    let mut linked = contact(1, network.id);
    linked.person.organisation = Some(partner.id);
    linked.person.organisation_name = Some(line("ÖRK"));
    linked.function = Some(line("Leitung"));
    let mut typed = contact(2, network.id);
    typed.person.organisation_name = Some(line("ÖRK"));
    added(&database.store, &[linked, typed]).await;
    partner.short_name = line("Ökumenischer Rat");
    let mut tx = database.store.begin().await.unwrap();
    assert!(tx.update_organisation(&partner).await.unwrap());
    tx.commit().await.unwrap();
    for (search, names) in [
        ("okumenischer leitung", vec!["Nummer 001"]),
        ("ork", vec!["Nummer 002"]),
    ] {
        let filter = ContactFilter {
            search: search.to_owned(),
            ..ContactFilter::default()
        };
        assert_eq!(found(&database.store, network.id, &filter).await, names);
    }
}

async fn an_old_registration_gets_its_contact_once(database: TestDatabase) {
    let (net, first) = planned(&database.store).await;
    let second = event(2, &net);
    let mut tx = database.store.begin().await.unwrap();
    tx.insert_event(&second, at(1)).await.unwrap();
    tx.commit().await.unwrap();
    let mut people = [
        registration(1, first.id),
        registration(2, second.id),
        registration(3, first.id),
    ];
    people[1].person = people[0].person.clone();
    people[1].person.family_name = line("Neu");
    registered(&database.store, &people).await;
    // As an earlier version left them.
    database
        .run_sql(
            "UPDATE registrations SET contact_id = NULL;
             DELETE FROM contacts;
             UPDATE data_versions SET version = 0 WHERE name = 'contacts';",
        )
        .await;

    database.store.migrate().await.unwrap();

    let store = &database.store;
    assert_eq!(contact_of(store, 1).await, Some(id(2)));
    assert_eq!(contact_of(store, 2).await, Some(id(2)));
    assert_eq!(contact_of(store, 3).await, Some(id(3)));
    let all = ContactFilter::default();
    assert_eq!(found(store, net.id, &all).await, ["Neu", "Nummer 003"]);
    let mut tx = store.begin().await.unwrap();
    tx.delete_contact(id(3)).await.unwrap();
    tx.commit().await.unwrap();
    store.migrate().await.unwrap();
    assert_eq!(found(store, net.id, &all).await, ["Neu"]);
}

async fn a_draft_takes_its_contacts_along(database: TestDatabase) {
    let (net, first) = planned(&database.store).await;
    let second = event(2, &net);
    let mut tx = database.store.begin().await.unwrap();
    tx.insert_event(&second, at(1)).await.unwrap();
    tx.commit().await.unwrap();
    let mut people = [
        registration(1, first.id),
        registration(2, first.id),
        registration(3, second.id),
    ];
    people[2].person = people[1].person.clone();
    registered(&database.store, &people).await;
    added(&database.store, &[contact(4, net.id)]).await;
    let mut tx = database.store.begin().await.unwrap();
    tx.delete_registrations_of(first.id).await.unwrap();
    tx.commit().await.unwrap();
    let all = ContactFilter::default();
    assert_eq!(
        found(&database.store, net.id, &all).await,
        ["Nummer 002", "Nummer 004"]
    );
}
