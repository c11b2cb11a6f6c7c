use model::{EventId, Registration, RegistrationState};

use crate::{
    Paginated, Paging, RegistrationFilter, RegistrationOrder, Store,
    contract::sample::{
        address, at, line, network, organisation, planned, registered, registration, waiting,
    },
    testing::TestDatabase,
};

crate::on_both_engines! {
    a_person_is_found_by_parts_of_name_address_or_organisation,
    what_a_pattern_means_otherwise_is_searched_as_it_is,
    a_list_is_filtered_by_state_and_organisation,
    an_address_is_found_by_every_spelling,
    a_renamed_organisation_has_one_name,
    a_list_is_sorted_as_asked,
    a_page_knows_how_long_the_list_is,
    the_waiting_list_has_its_order,
}

fn named(number: u128, event: EventId, given: &str, family: &str) -> Registration {
    let mut person = registration(number, event);
    person.person.given_name = line(given);
    person.person.family_name = line(family);
    person
}

async fn found(store: &Store, event: EventId, search: &str) -> Vec<String> {
    let filter = RegistrationFilter {
        search: search.to_owned(),
        ..RegistrationFilter::default()
    };
    names(listed(store, event, &filter, RegistrationOrder::Name).await)
}

async fn listed(
    store: &Store,
    event: EventId,
    filter: &RegistrationFilter,
    order: RegistrationOrder,
) -> Paginated<Registration> {
    let mut reader = store.read().await.unwrap();
    reader
        .find_registrations(event, filter, order, Paging::ALL)
        .await
        .unwrap()
}

fn names(listed: Paginated<Registration>) -> Vec<String> {
    assert_eq!(i64::try_from(listed.rows.len()).unwrap(), listed.total);
    listed
        .rows
        .iter()
        .map(|registration| registration.person.family_name.to_string())
        .collect()
}

async fn a_person_is_found_by_parts_of_name_address_or_organisation(database: TestDatabase) {
    let (_, event) = planned(&database.store).await;
    let mut people = [
        named(1, event.id, "Änne", "Jäger"),
        named(2, event.id, "Ümit", "Öztürk"),
        named(3, event.id, "Anna", "Straße"),
    ];
    people[1].person.organisation_name = Some(line("Volkshochschule Leipzig"));
    people[2].person.address = address("post@größe.example");
    registered(&database.store, &people).await;
    for (search, expected) in [
        ("JÄGER", ["Jäger"]),
        ("jager anne", ["Jäger"]),
        ("öZT", ["Öztürk"]),
        ("leipzig ümit", ["Öztürk"]),
        ("STRASSE", ["Straße"]),
        ("@GRÖSSE", ["Straße"]),
    ] {
        assert_eq!(
            found(&database.store, event.id, search).await,
            expected,
            "{search}"
        );
    }
    assert_eq!(found(&database.store, event.id, "  ").await.len(), 3);
    assert!(
        found(&database.store, event.id, "anna jäger")
            .await
            .is_empty()
    );
}

async fn what_a_pattern_means_otherwise_is_searched_as_it_is(database: TestDatabase) {
    let (_, event) = planned(&database.store).await;
    let people = [
        named(1, event.id, "A", "50%_\\ig"),
        named(2, event.id, "A", "50 und \\ig"),
    ];
    registered(&database.store, &people).await;
    for search in ["0%", "%_", "_\\"] {
        assert_eq!(
            found(&database.store, event.id, search).await,
            ["50%_\\ig"],
            "{search}"
        );
    }
    assert_eq!(found(&database.store, event.id, "\\ig").await.len(), 2);
}

async fn an_address_is_found_by_every_spelling(database: TestDatabase) {
    let (_, event) = planned(&database.store).await;
    let mut person = named(1, event.id, "Anna", "Jäger");
    person.person.address = address("anna@müller.example");
    person.person.organisation_name = Some(line("Haus\u{a0}Süd"));
    registered(&database.store, &[person]).await;
    for search in [
        "anna@müller.example",
        "anna@xn--mller-kva.example",
        "anna@ｍüller.example",
        "ANNA@MU\u{308}LLER",
        "Jäger, Anna",
        "haus  süd",
        "ja\u{308}ger",
    ] {
        assert_eq!(
            found(&database.store, event.id, search).await,
            ["Jäger"],
            "{search}"
        );
    }
}

async fn a_renamed_organisation_has_one_name(database: TestDatabase) {
    let (network, event) = planned(&database.store).await;
    let mut partner = organisation(1, &network, "ÖRK");
    let mut tx = database.store.begin().await.unwrap();
    tx.insert_organisation(&partner).await.unwrap();
    tx.commit().await.unwrap();
    let mut linked = named(1, event.id, "Anna", "Jäger");
    linked.person.organisation = Some(partner.id);
    linked.person.organisation_name = Some(line("ÖRK"));
    let mut typed = named(2, event.id, "Bea", "Roth");
    typed.person.organisation_name = Some(line("ÖRK"));
    registered(&database.store, &[linked, typed.clone()]).await;

    partner.short_name = line("Ökumenischer Rat");
    let mut tx = database.store.begin().await.unwrap();
    assert!(tx.update_organisation(&partner).await.unwrap());
    tx.commit().await.unwrap();
    let mut reader = database.store.read().await.unwrap();
    let all = reader.registrations_of(event.id).await.unwrap().rows;
    let names: Vec<String> = all
        .iter()
        .filter_map(|one| one.person.organisation_name.as_ref())
        .map(ToString::to_string)
        .collect();
    assert_eq!(names, ["Ökumenischer Rat", "ÖRK"]);
    drop(reader);
    assert_eq!(
        found(&database.store, event.id, "okumenischer").await,
        ["Jäger"]
    );
    assert_eq!(found(&database.store, event.id, "ork").await, ["Roth"]);
    assert_eq!(
        found(&database.store, event.id, "person1@haus").await,
        ["Jäger"]
    );
}

async fn a_list_is_filtered_by_state_and_organisation(database: TestDatabase) {
    let (network, event) = planned(&database.store).await;
    let partner = organisation(1, &network, "ÖRK");
    let mut tx = database.store.begin().await.unwrap();
    tx.insert_organisation(&partner).await.unwrap();
    tx.commit().await.unwrap();
    let mut people = [
        named(1, event.id, "A", "hier"),
        named(2, event.id, "A", "wartet"),
        named(3, event.id, "A", "dort"),
    ];
    people[0].person.organisation = Some(partner.id);
    people[1].person.organisation = Some(partner.id);
    people[1].state = RegistrationState::Waitlisted;
    people[1].waiting_position = Some(1);
    registered(&database.store, &people).await;

    let mut filter = RegistrationFilter {
        organisation: Some(partner.id),
        ..RegistrationFilter::default()
    };
    let order = RegistrationOrder::Name;
    let store = &database.store;
    assert_eq!(
        names(listed(store, event.id, &filter, order).await),
        ["hier", "wartet"]
    );
    filter.state = Some(RegistrationState::Confirmed);
    assert_eq!(
        names(listed(store, event.id, &filter, order).await),
        ["hier"]
    );
    filter.organisation = None;
    assert_eq!(
        names(listed(store, event.id, &filter, order).await),
        ["dort", "hier"]
    );
}

async fn a_list_is_sorted_as_asked(database: TestDatabase) {
    let (_, event) = planned(&database.store).await;
    let mut people = [
        named(1, event.id, "B", "Österreich"),
        named(2, event.id, "A", "Ostrau"),
        named(3, event.id, "B", "ostrau"),
        named(4, event.id, "A", "Zander"),
    ];
    people[0].person.organisation_name = Some(line("Österreichhaus"));
    people[3].person.organisation_name = Some(line("Papiermühle"));
    people[3].state = RegistrationState::Waitlisted;
    people[3].waiting_position = Some(1);
    registered(&database.store, &people).await;
    for (order, expected) in [
        (
            RegistrationOrder::Name,
            ["Österreich", "Ostrau", "ostrau", "Zander"],
        ),
        (
            RegistrationOrder::Organisation,
            ["Ostrau", "ostrau", "Österreich", "Zander"],
        ),
        (
            RegistrationOrder::Newest,
            ["Zander", "ostrau", "Ostrau", "Österreich"],
        ),
        (
            RegistrationOrder::Waiting,
            ["Zander", "Österreich", "Ostrau", "ostrau"],
        ),
    ] {
        let filter = RegistrationFilter::default();
        let listed = listed(&database.store, event.id, &filter, order).await;
        assert_eq!(names(listed), expected, "{order:?}");
    }
    let mut reader = database.store.read().await.unwrap();
    assert_eq!(
        reader.registrations_of(event.id).await.unwrap().rows,
        people
    );
}

async fn a_page_knows_how_long_the_list_is(database: TestDatabase) {
    let (_, event) = planned(&database.store).await;
    let people: Vec<Registration> = (1..=5).map(|n| registration(n, event.id)).collect();
    registered(&database.store, &people).await;
    let mut reader = database.store.read().await.unwrap();
    let filter = RegistrationFilter::default();
    for (number, rows) in [(0, &people[0..2]), (2, &people[4..5]), (3, &[])] {
        let page = reader
            .find_registrations(
                event.id,
                &filter,
                RegistrationOrder::Name,
                Paging::page(number, 2),
            )
            .await
            .unwrap();
        assert_eq!((page.rows.as_slice(), page.total), (rows, 5));
    }
}

async fn the_waiting_list_has_its_order(database: TestDatabase) {
    let (_, event) = planned(&database.store).await;
    let mut other = crate::contract::sample::event(2, &network(1));
    other.revision = 0;
    let mut tx = database.store.begin().await.unwrap();
    tx.insert_event(&other, at(1)).await.unwrap();
    assert_eq!(tx.last_waiting_position(event.id).await.unwrap(), 0);
    tx.commit().await.unwrap();
    let people = [
        waiting(1, event.id, 7),
        waiting(2, event.id, 3),
        waiting(3, event.id, 3),
        registration(4, event.id),
        waiting(5, other.id, 1),
    ];
    registered(&database.store, &people).await;
    let mut tx = database.store.begin().await.unwrap();
    let order = [&people[1], &people[2], &people[0]];
    assert!(tx.waiting(event.id).await.unwrap().rows.iter().eq(order));
    for (before, registration) in (0..).zip(order) {
        assert_eq!(tx.waiting_before(registration).await.unwrap(), before);
    }
    assert_eq!(tx.count_waiting(event.id).await.unwrap(), 3);
    assert_eq!(tx.last_waiting_position(event.id).await.unwrap(), 7);
    tx.set_waiting_position(people[0].id, 1).await.unwrap();
    assert_eq!(tx.waiting(event.id).await.unwrap().rows[0].id, people[0].id);
}
