//! What people of another network, or with a lesser role, can reach: nothing of the first, no change by the
//! second.

use model::{EmailAddress, Language, Role, Slug, cafe::CafeSetUp};
use planner::{
    PlannerError, Result, access::Principal, agenda::AgendaMove, cafes::SetUpEdit,
    people::NewMember, registrations::Decision,
};
use store::testing::TestDatabase;

use crate::{
    agenda::item,
    given::{Given, a_network, line, meeting, person, settings},
};

store::on_both_engines! {
    an_organiser_of_another_network_finds_neither_event_nor_registration,
    a_reader_sees_an_event_and_changes_nothing,
}

async fn an_organiser_of_another_network_finds_neither_event_nor_registration(
    database: TestDatabase,
) {
    let given = a_network(database).await;
    let other = given
        .planner
        .create_network(Slug::parse("iq-bayern").unwrap(), settings())
        .await
        .unwrap();
    let foreign = signed_in(&given, other.id, Role::Owner).await;
    assert!(matches!(
        read(&given, &foreign).await,
        Err(PlannerError::NotFound)
    ));
    for refused in changes(&given, &foreign).await {
        assert!(
            matches!(refused, Err(PlannerError::NotFound)),
            "{refused:?}"
        );
    }
}

async fn a_reader_sees_an_event_and_changes_nothing(database: TestDatabase) {
    let given = a_network(database).await;
    let reader = signed_in(&given, given.organiser.network(), Role::Reader).await;
    read(&given, &reader).await.unwrap();
    for refused in changes(&given, &reader).await {
        assert!(
            matches!(refused, Err(PlannerError::NotAllowed)),
            "{refused:?}"
        );
    }
}

/// A new member of a network.
async fn signed_in(given: &Given, network: model::NetworkId, role: Role) -> Principal {
    let address = EmailAddress::parse("zoe@other.example").unwrap();
    let member = NewMember {
        name: line("Zoë Fremd"),
        address: address.clone(),
        role,
        language: Language::De,
    };
    given.planner.put_member(network, member).await.unwrap();
    let link = given.planner.sign_in_link(&address).await.unwrap();
    let token = link.rsplit('/').next().unwrap();
    let session = given.planner.sign_in(token, &given.client).await.unwrap();
    let principal = given.planner.principal(session.token.reveal()).await;
    principal.unwrap().unwrap()
}

/// Reads an event of the given network as somebody else.
async fn read(given: &Given, principal: &Principal) -> Result<()> {
    let event = given.published_event(meeting(Some(2), vec![])).await;
    let access = principal.reads_event(event);
    given.planner.planned_event(&access).await.map(drop)
}

/// Tries to change an event of the given network and one of its registrations as somebody else.
async fn changes(given: &Given, principal: &Principal) -> [Result<()>; 4] {
    let event = given.published_event(meeting(Some(2), vec![])).await;
    given.comes(event, person("anna", None)).await;
    let anna = given.only_registration(event).await;
    let (planner, access) = (&given.planner, principal.organises_event(event));
    let new = item("Begrüßung", "10:00", 15);
    let set_up = SetUpEdit {
        seen: 0,
        new: CafeSetUp::empty(),
    };
    let changed = [
        planner.publish_event(&access).await,
        planner
            .add_agenda_item(&access, new, AgendaMove::OnlyThis)
            .await
            .map(drop),
        planner
            .decide(&principal.organises_registration(anna), Decision::Cancel)
            .await
            .map(drop),
        planner
            .save_cafe_set_up(&access, None, set_up)
            .await
            .map(drop),
    ];
    let planned = given.planner.planned_event(&given.organises(event)).await;
    assert_eq!(planned.unwrap().counts.confirmed, 1);
    changed
}
