//! Tags of several contacts at once.

use model::{AuditAction, ContactId, Fault, Faults, Tags};
use planner::{
    AuditFilter, ContactFilter, Paging, PlannerError,
    people::{ContactSelection, NewContact, Tagging},
};
use store::testing::TestDatabase;

use crate::given::{Given, a_network, contact_of, person};

store::on_both_engines! {
    tags_are_given_to_those_who_were_chosen_and_taken_from_all_found,
    too_many_tags_of_one_change_none,
}

async fn added(given: &Given, name: &str, tags: &str) -> ContactId {
    let new = NewContact {
        tags: Tags::parse(tags).unwrap(),
        ..contact_of(person(name, None))
    };
    let id = given.planner.add_contact(&given.organiser, |_| Ok(new));
    id.await.unwrap()
}

/// The names of all contacts with their tags.
async fn tags(given: &Given) -> Vec<(String, String)> {
    let right = given.organiser.reads();
    let all = ContactFilter::default();
    let list = given.planner.contact_list(&right, &all, Paging::ALL).await;
    let contacts = list.unwrap().page.rows.into_iter();
    let named = contacts.map(|one| (one.person.given_name.to_string(), one.tags.to_string()));
    named.collect()
}

fn named(contacts: [(&str, &str); 3]) -> Vec<(String, String)> {
    contacts
        .map(|(name, tags)| (name.into(), tags.into()))
        .into()
}

async fn tags_are_given_to_those_who_were_chosen_and_taken_from_all_found(database: TestDatabase) {
    let given = a_network(database).await;
    let anna = added(&given, "Anna", "Gast").await;
    let bea = added(&given, "Bea", "PRESSE").await;
    added(&given, "Cem", "").await;
    let (planner, right) = (&given.planner, &given.organiser);

    let chosen = ContactSelection::Chosen(vec![anna, bea, ContactId::from(uuid::Uuid::max())]);
    let press = Tagging::Give(Tags::parse("Presse").unwrap());
    let given_to = planner.tag_contacts(right, &chosen, &press).await.unwrap();
    assert_eq!(given_to, 1);
    let expected = [("Anna", "Gast, Presse"), ("Bea", "PRESSE"), ("Cem", "")];
    assert_eq!(tags(&given).await, named(expected));

    let filter = ContactFilter {
        tag: Some("presse".into()),
        ..ContactFilter::default()
    };
    let found = ContactSelection::Found(filter);
    let taken = Tagging::Take(Tags::parse("presse").unwrap());
    let taken_from = planner.tag_contacts(right, &found, &taken).await.unwrap();
    assert_eq!(taken_from, 2);
    let expected = [("Anna", "Gast"), ("Bea", ""), ("Cem", "")];
    assert_eq!(tags(&given).await, named(expected));
    assert_eq!(
        planner.tag_contacts(right, &found, &taken).await.unwrap(),
        0
    );

    let mut reader = given.database.store.read().await.unwrap();
    let only = AuditFilter::default();
    let audit = reader.find_audit(right.network(), &only, Paging::ALL).await;
    let tagged = audit.unwrap().rows.into_iter();
    let tagged = tagged.filter(|line| line.action == AuditAction::ContactsTagged);
    assert_eq!(tagged.count(), 2);
}

async fn too_many_tags_of_one_change_none(database: TestDatabase) {
    let given = a_network(database).await;
    let many: Vec<String> = (0..20).map(|number| format!("t{number}")).collect();
    added(&given, "Anna", "").await;
    added(&given, "Bea", &many.join(",")).await;
    let everybody = ContactSelection::Found(ContactFilter::default());
    let give = Tagging::Give(Tags::parse("Gast").unwrap());
    let (planner, right) = (&given.planner, &given.organiser);
    let before = tags(&given).await;
    let refused = planner.tag_contacts(right, &everybody, &give).await;
    let fault = Faults::one("tags", Fault::TooManyEntries { most: 20 });
    assert!(matches!(refused, Err(PlannerError::Invalid(faults)) if faults == fault));
    let none = Tagging::Give(Tags::default());
    let refused = planner.tag_contacts(right, &everybody, &none).await;
    let fault = Faults::one("tags", Fault::Missing);
    assert!(matches!(refused, Err(PlannerError::Invalid(faults)) if faults == fault));
    assert_eq!(tags(&given).await, before);
}
