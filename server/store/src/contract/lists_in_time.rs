//! Pages of long lists come in time.

use std::{
    fmt::Debug,
    time::{Duration, Instant},
};

use model::{
    ContactGroup, ContactRule, DistributionList, ListMembers, NetworkId, Organisation,
    Registration, RegistrationState,
};

use crate::{
    ContactFilter, Paging, RegistrationFilter, RegistrationOrder,
    contract::sample::{at, id, line, organisation, planned, registered, registration, waiting},
    testing::{Engine, TestDatabase},
};

crate::on_both_engines! {
    twenty_thousand_contacts_are_listed_in_time,
    two_thousand_registrations_are_listed_in_time,
}

/// Statements that make 20,000 contacts of 200 names, a tenth of them with a tag, a quarter of them of the first
/// organisation, half of them on the first list.
fn many(engine: Engine, network: NetworkId) -> String {
    let (contact, network, first) = match engine {
        Engine::Sqlite => (
            "unhex(printf('%032x', n))".to_owned(),
            format!("unhex('{}')", network.uuid().simple()),
            "unhex(printf('%032x', 1))",
        ),
        Engine::Postgres => (
            "CAST(lpad(to_hex(n), 32, '0') AS UUID)".to_owned(),
            format!("CAST('{network}' AS UUID)"),
            "CAST(lpad('1', 32, '0') AS UUID)",
        ),
    };
    let numbers = "WITH RECURSIVE numbers (n) AS (
        SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < 20000)";
    format!(
        "{numbers} INSERT INTO contacts (id, network_id, given_name, family_name, address,
            address_lower, language, notes, source, created_at, confirmed_at, revision, search,
            sort_key, organisation_key, organisation_id, organisation_name)
         SELECT {contact}, {network}, 'Anna', 'Jäger ' || (n % 200), 'a' || n || '@x.example',
            'a' || n || '@x.example', 'de', '', 'organiser', 1, 1, 0,
            'anna jager ' || (n % 200) || ' a' || n || '@x.example ', 'jager ' || (n % 200),
            CASE n % 4 WHEN 0 THEN 'vhs' ELSE '' END,
            CASE n % 4 WHEN 0 THEN {first} END, CASE n % 4 WHEN 0 THEN 'VHS' END
         FROM numbers;
         {numbers} INSERT INTO distribution_list_contacts (list_id, contact_id)
         SELECT {first}, {contact} FROM numbers WHERE n % 2 = 0;
         {numbers} INSERT INTO contact_tags (contact_id, tag_key, tag)
         SELECT {contact}, 'presse', 'Presse' FROM numbers WHERE n % 10 = 0;"
    )
}

/// A page takes half of this: 100 ms. Unoptimised, beside other tests, it may take longer.
const MOST: Duration = Duration::from_millis(200);

/// The fastest of a few answers is fast enough: others use the machine, too.
async fn in_time(what: &impl Debug, mut page: impl AsyncFnMut()) {
    let mut fastest = Duration::MAX;
    for _ in 0..7 {
        let begins = Instant::now();
        page().await;
        fastest = fastest.min(begins.elapsed());
    }
    assert!(fastest < MOST, "{fastest:?} for {what:?}");
}

async fn twenty_thousand_contacts_are_listed_in_time(database: TestDatabase) {
    let (network, _) = planned(&database.store).await;
    let partner = Organisation {
        field: Some(line("Beratung")),
        ..organisation(1, &network, "VHS")
    };
    let list = |number, members| DistributionList {
        id: id(number),
        network: network.id,
        name: line(&format!("Verteiler {number}")),
        members,
        revision: 0,
    };
    let rule = ContactRule {
        organisation: Some(partner.id),
        tag: Some(line("Presse")),
        ..ContactRule::default()
    };
    let mut tx = database.store.begin().await.unwrap();
    tx.insert_organisation(&partner).await.unwrap();
    for list in [
        list(1, ListMembers::Fixed),
        list(2, ListMembers::Rule(rule)),
    ] {
        tx.insert_distribution_list(&list, at(1)).await.unwrap();
    }
    tx.commit().await.unwrap();
    database.run_sql(&many(database.engine(), network.id)).await;
    let of_list = |number| ContactFilter {
        list: Some(id(number)),
        ..ContactFilter::default()
    };
    let region = ContactFilter {
        region: Some("Leipzig".to_owned()),
        ..ContactFilter::default()
    };
    let field = ContactFilter {
        field: Some("Beratung".to_owned()),
        search: "jäger".to_owned(),
        ..ContactFilter::default()
    };
    let search = |search: &str| ContactFilter {
        search: search.to_owned(),
        ..ContactFilter::default()
    };
    let without = ContactFilter {
        group: Some(ContactGroup::WithoutTag),
        ..ContactFilter::default()
    };
    let press = ContactFilter {
        tag: Some("Presse".to_owned()),
        ..ContactFilter::default()
    };
    for (filter, total) in [
        (ContactFilter::default(), 20_000),
        (search("Jäger, Anna"), 20_000),
        (search("a19999@x"), 1),
        (search("nobody"), 0),
        (without, 18_000),
        (press, 2_000),
        (region, 5_000),
        (field, 5_000),
        (of_list(1), 10_000),
        (of_list(2), 1_000),
    ] {
        for number in [0, 150] {
            let paging = Paging::page(number, 100);
            in_time(&(number, &filter), async || {
                let mut reader = database.store.read().await.unwrap();
                let page = reader.find_contacts(network.id, &filter, paging).await;
                assert_eq!(page.unwrap().total, total, "{filter:?}");
            })
            .await;
        }
    }
}

async fn two_thousand_registrations_are_listed_in_time(database: TestDatabase) {
    let (network, event) = planned(&database.store).await;
    let vhs = organisation(1, &network, "VHS");
    let mut tx = database.store.begin().await.unwrap();
    tx.insert_organisation(&vhs).await.unwrap();
    tx.commit().await.unwrap();
    let people: Vec<Registration> = (1..=2_000)
        .map(|number| {
            let mut person = match i64::try_from(number).unwrap() {
                waits if waits > 1_900 => waiting(number, event.id, waits),
                _ => registration(number, event.id),
            };
            if number % 4 == 0 {
                person.person.organisation = Some(vhs.id);
                person.person.organisation_name = Some(line("VHS"));
            }
            person
        })
        .collect();
    registered(&database.store, &people).await;
    let all = RegistrationFilter::default();
    let waits = RegistrationFilter {
        state: Some(RegistrationState::Waitlisted),
        ..all.clone()
    };
    let partner = RegistrationFilter {
        organisation: Some(vhs.id),
        ..all.clone()
    };
    let search = |search: &str| RegistrationFilter {
        search: search.to_owned(),
        ..all.clone()
    };
    for (filter, order, total) in [
        (all.clone(), RegistrationOrder::Name, 2_000),
        (all.clone(), RegistrationOrder::Organisation, 2_000),
        (all.clone(), RegistrationOrder::Newest, 2_000),
        (waits, RegistrationOrder::Waiting, 100),
        (partner, RegistrationOrder::Name, 500),
        (search("Nummer, Anna"), RegistrationOrder::Name, 2_000),
        (search("person1999@haus"), RegistrationOrder::Name, 1),
        (search("nobody"), RegistrationOrder::Name, 0),
    ] {
        for number in [0, 15] {
            let paging = Paging::page(number, 100);
            in_time(&(number, &filter), async || {
                let mut reader = database.store.read().await.unwrap();
                let page = reader.find_registrations(event.id, &filter, order, paging);
                assert_eq!(page.await.unwrap().total, total, "{filter:?}");
            })
            .await;
        }
    }
}
