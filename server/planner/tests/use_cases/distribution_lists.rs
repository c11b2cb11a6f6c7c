//! Distribution lists: fixed ones, and those that follow a rule.

use model::{
    ContactGroup, ContactId, ContactRule, DistributionListId, Fault, Faults, ListMembers, Person,
    Slug, Tags,
};
use planner::{
    Changes, Paging, PlannerError,
    people::{ContactSelection, NewContact, NewDistributionList, NewOrganisation, SeenContact},
};
use store::testing::TestDatabase;

use crate::given::{Given, a_network, contact_of, line, person, settings};

store::on_both_engines! {
    a_fixed_list_has_those_who_were_put_on_it,
    a_rule_list_follows_the_contacts,
    a_rule_asks_for_something,
    a_list_has_a_name_of_its_own,
    a_merged_contact_stays_on_its_lists,
    contacts_of_another_network_are_put_on_no_list,
}

async fn added(given: &Given, person: Person, tags: &str) -> ContactId {
    let new = NewContact {
        tags: Tags::parse(tags).unwrap(),
        ..contact_of(person)
    };
    let id = given.planner.add_contact(&given.organiser, |_| Ok(new));
    id.await.unwrap()
}

fn list(name: &str, members: ListMembers) -> NewDistributionList {
    NewDistributionList {
        name: line(name),
        members,
    }
}

async fn made(given: &Given, new: NewDistributionList) -> Result<DistributionListId, PlannerError> {
    let right = &given.organiser;
    given.planner.add_distribution_list(right, new).await
}

/// Puts contacts on a list.
async fn put(
    given: &Given,
    id: DistributionListId,
    contacts: &[ContactId],
) -> Result<usize, PlannerError> {
    given
        .planner
        .add_to_distribution_list(
            &given.organiser,
            id,
            &ContactSelection::Chosen(contacts.to_vec()),
        )
        .await
}

/// The given names of those on a list, and how many the overview counts.
async fn on(given: &Given, id: DistributionListId) -> (Vec<String>, i64) {
    let right = given.organiser.reads();
    let record = given
        .planner
        .distribution_list(&right, id, "", Paging::ALL)
        .await
        .unwrap();
    let names = record.page.rows.iter();
    let names = names.map(|one| one.person.given_name.to_string());
    let all = given.planner.distribution_lists(&right).await.unwrap();
    let (_, counted) = all
        .lists
        .rows
        .iter()
        .find(|(list, _)| list.id == id)
        .unwrap();
    (names.collect(), *counted)
}

async fn a_fixed_list_has_those_who_were_put_on_it(database: TestDatabase) {
    let given = a_network(database).await;
    let anna = added(&given, person("Anna", None), "").await;
    let bea = added(&given, person("Bea", None), "").await;
    added(&given, person("Cem", None), "").await;
    let id = made(&given, list("Beirat", ListMembers::Fixed))
        .await
        .unwrap();
    let (planner, right) = (&given.planner, &given.organiser);
    assert_eq!(put(&given, id, &[anna, bea]).await.unwrap(), 2);
    assert_eq!(put(&given, id, &[bea]).await.unwrap(), 0);
    assert_eq!(on(&given, id).await, (vec!["Anna".into(), "Bea".into()], 2));
    let removed = [anna];
    let taken = planner.remove_from_distribution_list(right, id, &removed);
    assert_eq!(taken.await.unwrap(), 1);
    planner.delete_contact(right, bea).await.unwrap();
    assert_eq!(on(&given, id).await, (vec![], 0));
    planner.delete_distribution_list(right, id).await.unwrap();
    let reads = right.reads();
    let gone = planner.distribution_list(&reads, id, "", Paging::ALL);
    assert!(matches!(gone.await, Err(PlannerError::NotFound)));
}

async fn a_rule_list_follows_the_contacts(database: TestDatabase) {
    let given = a_network(database).await;
    let partner = NewOrganisation {
        name: line("Volkshochschule"),
        short_name: line("VHS"),
        region: Some(line("Leipzig")),
        field: Some(line("Anerkennungsberatung")),
        parent: None,
    };
    let right = &given.organiser;
    let vhs = given.planner.add_organisation(right, partner.clone());
    let vhs = vhs.await.unwrap();
    let of_vhs = Person {
        organisation_name: Some(line("VHS")),
        ..person("Anna", Some(vhs))
    };
    added(&given, of_vhs, "Presse").await;
    added(&given, person("Bea", None), "PRESSE, Gast").await;
    added(&given, person("Cem", None), "").await;
    let rule = ContactRule {
        region: Some(line("Leipzig")),
        field: Some(line("Anerkennungsberatung")),
        ..ContactRule::default()
    };
    let region = made(&given, list("Region", ListMembers::Rule(rule)))
        .await
        .unwrap();
    let rule = ContactRule {
        tag: Some(line("presse")),
        ..ContactRule::default()
    };
    let press = made(&given, list("Presse", ListMembers::Rule(rule)))
        .await
        .unwrap();
    let rule = ContactRule {
        group: Some(ContactGroup::WithoutTag),
        ..ContactRule::default()
    };
    let rest = made(&given, list("Rest", ListMembers::Rule(rule)))
        .await
        .unwrap();
    assert_eq!(on(&given, region).await, (vec!["Anna".into()], 1));
    assert_eq!(
        on(&given, press).await,
        (vec!["Anna".into(), "Bea".into()], 2)
    );
    assert_eq!(on(&given, rest).await, (vec!["Cem".into()], 1));
    let moved = NewOrganisation {
        region: Some(line("Dresden")),
        ..partner
    };
    let moved = given.planner.change_organisation(right, vhs, moved);
    moved.await.unwrap();
    assert_eq!(on(&given, region).await, (vec![], 0));
    added(&given, person("Dora", None), "Presse").await;
    assert_eq!(on(&given, press).await.1, 3);
    let refused = put(&given, press, &[]).await;
    assert!(matches!(refused, Err(PlannerError::WrongState)));
}

async fn a_rule_asks_for_something(database: TestDatabase) {
    let given = a_network(database).await;
    let empty = list("Alle", ListMembers::Rule(ContactRule::default()));
    let Err(PlannerError::Invalid(faults)) = made(&given, empty).await else {
        panic!("everybody")
    };
    assert_eq!(faults, Faults::one("organisation", Fault::NoChoice));
}

async fn a_list_has_a_name_of_its_own(database: TestDatabase) {
    let given = a_network(database).await;
    let id = made(&given, list("Beirat", ListMembers::Fixed))
        .await
        .unwrap();
    let Err(PlannerError::Invalid(faults)) = made(&given, list("BEIRAT", ListMembers::Fixed)).await
    else {
        panic!("two of one name")
    };
    assert_eq!(faults, Faults::one("name", Fault::Twice));
    let renamed = |revision: i64, name: &str| {
        let new = list(name, ListMembers::Fixed);
        given
            .planner
            .change_distribution_list(&given.organiser, id, revision, new)
    };
    renamed(0, "Rat").await.unwrap();
    let second = renamed(0, "Kreis").await;
    assert!(matches!(
        second,
        Err(PlannerError::Conflict(Changes::Unknown))
    ));
}

async fn a_merged_contact_stays_on_its_lists(database: TestDatabase) {
    let given = a_network(database).await;
    let anna = added(&given, person("Anna", None), "").await;
    let other = added(&given, person("Ana", None), "").await;
    let id = made(&given, list("Beirat", ListMembers::Fixed))
        .await
        .unwrap();
    put(&given, id, &[other]).await.unwrap();
    let seen = |id: ContactId| SeenContact { id, revision: 0 };
    given
        .planner
        .merge_contacts(&given.organiser, seen(anna), seen(other))
        .await
        .unwrap();
    assert_eq!(on(&given, id).await, (vec!["Anna".into()], 1));
}

async fn contacts_of_another_network_are_put_on_no_list(database: TestDatabase) {
    let given = a_network(database).await;
    let anna = added(&given, person("Anna", None), "").await;
    let other = given
        .planner
        .create_network(Slug::parse("iq-bayern").unwrap(), settings())
        .await
        .unwrap();
    let member = planner::people::NewMember {
        name: line("Zoë Fremd"),
        address: crate::given::address("zoe"),
        role: model::Role::Owner,
        language: model::Language::De,
    };
    given.planner.put_member(other.id, member).await.unwrap();
    let zoe = crate::given::address("zoe");
    let link = given.planner.sign_in_link(&zoe).await.unwrap();
    let token = link.rsplit('/').next().unwrap();
    let session = given.planner.sign_in(token, &given.client).await.unwrap();
    let principal = given.planner.principal(session.token.reveal()).await;
    let foreign = principal.unwrap().unwrap().organises(other.id).unwrap();
    let new = list("Fremd", ListMembers::Fixed);
    let id = given.planner.add_distribution_list(&foreign, new);
    let id = id.await.unwrap();
    let contacts = [anna];
    let chosen = ContactSelection::Chosen(contacts.to_vec());
    let foreign_put = given
        .planner
        .add_to_distribution_list(&foreign, id, &chosen);
    assert_eq!(foreign_put.await.unwrap(), 0);
    let own = put(&given, id, &contacts).await;
    assert!(matches!(own, Err(PlannerError::NotFound)));
}
