//! Members of a network, and the history of what they do.

use model::{AuditAction, AuditActor, EmailAddress, Fault, Language, Member, Role};
use planner::{
    AuditFilter, Paging, PlannerError,
    people::{NewMember, NewOrganisation},
};
use store::testing::TestDatabase;

use crate::given::{Given, a_network, line, meeting};

store::on_both_engines! {
    an_owner_adds_a_member_and_changes_their_role,
    a_removed_member_has_no_session_and_can_come_back,
    the_last_owner_stays,
    two_owners_who_demote_each_other_leave_one,
    the_history_names_who_did_what,
}

fn new(name: &str, role: Role) -> NewMember {
    NewMember {
        name: line(name),
        address: address(name),
        role,
        language: Language::De,
    }
}

fn address(name: &str) -> EmailAddress {
    EmailAddress::parse(&format!("{}@sued.example", name.to_lowercase())).unwrap()
}

async fn member(given: &Given, name: &str) -> Option<Member> {
    let members = given.planner.members(&given.owner).await.unwrap();
    members
        .rows
        .into_iter()
        .find(|member| member.name.as_str() == name)
}

async fn session(given: &Given, name: &str) -> String {
    let link = given.planner.sign_in_link(&address(name)).await.unwrap();
    let token = link.rsplit('/').next().unwrap();
    let session = given.planner.sign_in(token, &given.client).await.unwrap();
    session.token.reveal().to_owned()
}

async fn an_owner_adds_a_member_and_changes_their_role(database: TestDatabase) {
    let given = a_network(database).await;
    let (planner, owner) = (&given.planner, &given.owner);
    let id = planner
        .add_member(owner, new("Beate", Role::Reader))
        .await
        .unwrap();
    let again = planner.add_member(owner, new("Beate", Role::Owner)).await;
    assert!(
        matches!(&again, Err(PlannerError::Invalid(faults))
            if faults.iter().eq([("address", &Fault::Twice)])),
        "{again:?}"
    );
    planner
        .change_role(owner, id, Role::Organiser)
        .await
        .unwrap();
    assert_eq!(member(&given, "Beate").await.unwrap().role, Role::Organiser);
}

async fn a_removed_member_has_no_session_and_can_come_back(database: TestDatabase) {
    let given = a_network(database).await;
    let (planner, owner) = (&given.planner, &given.owner);
    let id = planner
        .add_member(owner, new("Beate", Role::Organiser))
        .await
        .unwrap();
    let session = session(&given, "Beate").await;
    assert!(planner.principal(&session).await.unwrap().is_some());
    planner.remove_member(owner, id).await.unwrap();
    assert_eq!(planner.principal(&session).await.unwrap(), None);
    assert_eq!(member(&given, "Beate").await, None);
    let gone = planner.remove_member(owner, id).await;
    assert!(matches!(gone, Err(PlannerError::NotFound)), "{gone:?}");

    let back = planner
        .add_member(owner, new("Beate", Role::Reader))
        .await
        .unwrap();
    assert_eq!(back, id);
    assert_eq!(member(&given, "Beate").await.unwrap().role, Role::Reader);
    let old = planner.principal(&session).await.unwrap();
    assert_eq!(old, None, "the old session has ended for good");
}

async fn the_last_owner_stays(database: TestDatabase) {
    let given = a_network(database).await;
    let (planner, owner) = (&given.planner, &given.owner);
    let me = owner.member().id;
    let refused = |field: &'static str, outcome: Result<(), PlannerError>| {
        assert!(
            matches!(&outcome, Err(PlannerError::Invalid(faults))
                if faults.iter().eq([(field, &Fault::LastOwner)])),
            "{outcome:?}"
        );
    };
    refused("role", planner.change_role(owner, me, Role::Reader).await);
    refused("member", planner.remove_member(owner, me).await);
    planner
        .add_member(owner, new("Beate", Role::Owner))
        .await
        .unwrap();
    planner.remove_member(owner, me).await.unwrap();
    let beate = member(&given, "Beate").await.unwrap().id;
    let late = planner.remove_member(owner, beate).await;
    assert!(
        matches!(late, Err(PlannerError::NotAllowed)),
        "who was removed meanwhile changes nothing: {late:?}"
    );
    let late = planner.add_member(owner, new("Cem", Role::Owner)).await;
    assert!(
        matches!(late, Err(PlannerError::NotAllowed)),
        "and adds nobody: {late:?}"
    );
}

async fn two_owners_who_demote_each_other_leave_one(database: TestDatabase) {
    let given = a_network(database).await;
    let (planner, anna) = (&given.planner, &given.owner);
    let beate = planner
        .add_member(anna, new("Beate", Role::Owner))
        .await
        .unwrap();
    let session = session(&given, "Beate").await;
    let principal = planner.principal(&session).await.unwrap().unwrap();
    let beates = principal.owns(anna.network()).unwrap();
    let (first, second) = tokio::join!(
        planner.change_role(anna, beate, Role::Reader),
        planner.change_role(&beates, anna.member().id, Role::Reader),
    );
    assert!(first.is_ok() != second.is_ok(), "{first:?} {second:?}");
    let members = planner.members(anna).await.unwrap().rows;
    let owners = members.iter().filter(|member| member.role == Role::Owner);
    assert_eq!(owners.count(), 1);
}

async fn the_history_names_who_did_what(database: TestDatabase) {
    let given = a_network(database).await;
    let (planner, owner) = (&given.planner, &given.owner);
    let id = planner
        .add_member(owner, new("Beate", Role::Reader))
        .await
        .unwrap();
    planner.change_role(owner, id, Role::Helper).await.unwrap();
    planner.remove_member(owner, id).await.unwrap();
    let organisation = given.organisation("EXIS").await;
    let renamed = NewOrganisation {
        name: line("EXIS Europa"),
        short_name: line("EXIS"),
        region: None,
        field: None,
        parent: None,
    };
    planner
        .change_organisation(&given.organiser, organisation, renamed)
        .await
        .unwrap();
    let event = given.published_event(meeting(None, vec![])).await;

    let everything = AuditFilter::default();
    let history = planner.history(owner, &everything, Paging::ALL);
    let mut history = history.await.unwrap().entries.rows;
    history.reverse();
    let actions: Vec<AuditAction> = history.iter().map(|entry| entry.action).collect();
    assert_eq!(
        actions,
        [
            AuditAction::NetworkCreated,
            AuditAction::MemberAdded,
            AuditAction::SignedIn,
            AuditAction::MemberAdded,
            AuditAction::MemberChanged,
            AuditAction::MemberRemoved,
            AuditAction::OrganisationAdded,
            AuditAction::OrganisationChanged,
            AuditAction::EventCreated,
            AuditAction::EventPublished,
        ]
    );
    assert_eq!(history[1].actor, AuditActor::Operator);
    assert_eq!(history[2].member.as_deref(), Some("Anna Jäger"));
    let change = |place: usize| {
        let change = history[place].change.clone().unwrap();
        (change.part, change.before, change.after)
    };
    let beate = "Beate (beate@sued.example)".to_owned();
    let role = |role: Role| Some(role.to_string());
    assert_eq!(
        change(4),
        (beate.clone(), role(Role::Reader), role(Role::Helper))
    );
    assert_eq!(change(5), (beate, role(Role::Helper), None));
    assert_eq!(change(7).2.as_deref(), Some("EXIS (EXIS Europa)"));
    let title = "Landesweites Netzwerktreffen".to_owned();
    assert_eq!(history[9].event, Some((event, Some(title))));
}
