//! Duplicates in the address book: suggested, and made one.

use model::{
    AuditAction, Contact, ContactId, EventId, Fault, Faults, InvitationAnswer, InvitationId,
    Person, RegistrationState, Tags, Text,
};
use planner::{
    Changes, PlannerError,
    invitations::Substitute,
    people::{Invitations, NewContact, SeenContact},
    registrations::{AddedPerson, Decision},
};
use store::testing::TestDatabase;

use crate::{
    answering::WITH_REGISTRATION,
    given::{Given, a_network, address, contact_of, line, meeting, person},
};

store::on_both_engines! {
    the_same_name_in_the_same_organisation_is_suggested,
    the_kept_contact_gets_what_the_other_has,
    two_at_the_same_event_stay_two,
    an_ended_registration_is_not_in_the_way,
    a_refusal_of_either_contact_is_one_of_the_person,
    whoever_of_the_two_is_invited_stays_invited,
    a_contact_that_changed_meanwhile_is_not_merged,
}

async fn added(given: &Given, new: NewContact) -> ContactId {
    let id = given.planner.add_contact(&given.organiser, |_| Ok(new));
    id.await.unwrap()
}

async fn contact(given: &Given, id: ContactId) -> Contact {
    let right = given.organiser.reads();
    let record = given.planner.contact_record(&right, id).await.unwrap();
    record.contact
}

async fn merge(given: &Given, kept: &Contact, removed: &Contact) -> Result<(), PlannerError> {
    let seen = |contact: &Contact| SeenContact {
        id: contact.id,
        revision: contact.revision,
    };
    given
        .planner
        .merge_contacts(&given.organiser, seen(kept), seen(removed))
        .await
}

/// Anna, at another address.
fn anna(at: &str, organisation: Option<&str>) -> Person {
    Person {
        address: address(at),
        organisation_name: organisation.map(line),
        ..person("Anna", None)
    }
}

async fn joins(given: &Given, event: EventId, person: Person) {
    let added = AddedPerson {
        person,
        answers: model::Answers::default(),
    };
    given
        .planner
        .add_person(&given.organises(event), |_| Ok(added))
        .await
        .unwrap();
}

async fn the_same_name_in_the_same_organisation_is_suggested(database: TestDatabase) {
    let given = a_network(database).await;
    let spelt = Person {
        family_name: line("MUSTER"),
        ..anna("b", Some("Haus Sud"))
    };
    let one = added(&given, contact_of(anna("a", Some("Haus Süd")))).await;
    let other = added(&given, contact_of(spelt)).await;
    added(&given, contact_of(anna("c", Some("Haus Nord")))).await;
    added(&given, contact_of(anna("d", None))).await;
    let right = given.organiser.reads();
    let groups = given
        .planner
        .duplicate_contacts(&right)
        .await
        .unwrap()
        .groups;
    let groups: Vec<Vec<ContactId>> = groups
        .iter()
        .map(|group| group.iter().map(|one| one.id).collect())
        .collect();
    assert_eq!(groups, [vec![one, other]]);
}

async fn the_kept_contact_gets_what_the_other_has(database: TestDatabase) {
    let given = a_network(database).await;
    let first = given.published_event(meeting(None, vec![])).await;
    let second = given.published_event(meeting(None, vec![])).await;
    joins(&given, first, anna("a", None)).await;
    joins(&given, second, anna("b", Some("Haus Süd"))).await;
    let mails = given.mails().await.len();
    let mut reader = given.database.store.read().await.unwrap();
    let of = async |reader: &mut store::Reader, at: &str| {
        let network = given.organiser.network();
        let contact = reader
            .contact_by_address(network, &address(at).lower())
            .await;
        contact.unwrap().unwrap()
    };
    let (kept, removed) = (of(&mut reader, "a").await, of(&mut reader, "b").await);
    drop(reader);
    let noted = NewContact {
        function: Some(line("Leitung")),
        notes: Text::parse("Rückruf").unwrap(),
        tags: Tags::parse("Presse").unwrap(),
        invitations: Invitations::OptedOut,
        ..contact_of(removed.person.clone())
    };
    let change = given
        .planner
        .change_contact(&given.organiser, removed.id, 0, |_, _| Ok(noted));
    change.await.unwrap();
    let removed = contact(&given, removed.id).await;

    merge(&given, &kept, &removed).await.unwrap();

    let right = given.organiser.reads();
    let gone = given.planner.contact_record(&right, removed.id).await;
    assert!(matches!(gone, Err(PlannerError::NotFound)));
    let record = given.planner.contact_record(&right, kept.id).await.unwrap();
    assert_eq!(record.contact.person, anna("a", Some("Haus Süd")));
    assert_eq!(record.contact.function, Some(line("Leitung")));
    assert_eq!(record.contact.notes.as_str(), "Rückruf");
    assert_eq!(record.contact.tags.to_string(), "Presse");
    assert_eq!(record.contact.opted_out_at, removed.opted_out_at);
    assert_eq!(record.history.rows.len(), 2);
    for registered in &record.history.rows {
        assert_eq!(registered.registration.person, record.contact.person);
        assert_eq!(registered.registration.state, RegistrationState::Confirmed);
    }
    assert_eq!(given.mails().await.len(), mails, "nobody is written to");
    let mut reader = given.database.store.read().await.unwrap();
    let lines = reader.audit_of_contact(kept.id).await.unwrap().rows;
    assert_eq!(lines.last().unwrap().action, AuditAction::ContactsMerged);
}

async fn two_at_the_same_event_stay_two(database: TestDatabase) {
    let given = a_network(database).await;
    let event = given.published_event(meeting(None, vec![])).await;
    joins(&given, event, anna("a", None)).await;
    joins(&given, event, anna("b", None)).await;
    let right = given.organiser.reads();
    let groups = given
        .planner
        .duplicate_contacts(&right)
        .await
        .unwrap()
        .groups;
    let [one, other] = &groups[0][..] else {
        panic!("{groups:?}")
    };
    let compared = given
        .planner
        .compare_contacts(&right, [one.id, other.id])
        .await;
    assert_eq!(compared.unwrap().both_at.len(), 1);
    let refused = merge(&given, one, other).await;
    let Err(PlannerError::Invalid(faults)) = refused else {
        panic!("{refused:?}")
    };
    let fault = Fault::BothRegistered {
        events: vec!["Landesweites Netzwerktreffen".to_owned()],
    };
    assert_eq!(faults, Faults::one("keep", fault));
    assert_eq!(contact(&given, other.id).await, *other);
}

async fn an_ended_registration_is_not_in_the_way(database: TestDatabase) {
    let given = a_network(database).await;
    let contact_at = async |at: &str| {
        let mut reader = given.database.store.read().await.unwrap();
        let network = given.organiser.network();
        let found = reader
            .contact_by_address(network, &address(at).lower())
            .await;
        found.unwrap().unwrap()
    };
    // That of either contact may have ended.
    for ended in ["kept", "removed"] {
        let event = given.published_event(meeting(None, vec![])).await;
        let addresses = ["kept", "removed"].map(|contact| format!("{contact}-{ended}"));
        for at in &addresses {
            joins(&given, event, anna(at, None)).await;
        }
        let cancelled = address(&format!("{ended}-{ended}")).lower();
        let mut reader = given.database.store.read().await.unwrap();
        let cancelled = reader.registration_by_address(event, &cancelled).await;
        drop(reader);
        let cancelled = cancelled.unwrap().unwrap().id;
        let access = given.organises_registration(cancelled);
        given
            .planner
            .decide(&access, Decision::Cancel)
            .await
            .unwrap();
        let kept = contact_at(&addresses[0]).await;
        let removed = contact_at(&addresses[1]).await;
        let right = given.organiser.reads();
        let compared = given
            .planner
            .compare_contacts(&right, [kept.id, removed.id])
            .await;
        assert_eq!(compared.unwrap().both_at, [], "{ended}");
        merge(&given, &kept, &removed).await.unwrap();

        let record = given.planner.contact_record(&right, kept.id).await.unwrap();
        let [registered] = &record.history.rows[..] else {
            panic!("{:?}", record.history)
        };
        let registration = &registered.registration;
        assert_eq!(registration.state, RegistrationState::Confirmed);
        assert_eq!(registration.person.address, address(&addresses[0]));
        // The other one stays in the list of the event, and belongs to nobody.
        let mut reader = given.database.store.read().await.unwrap();
        assert_eq!(reader.registrations_of(event).await.unwrap().rows.len(), 2);
        let left = reader.registration(cancelled).await.unwrap().unwrap();
        assert_eq!(left.state, RegistrationState::Cancelled);
        assert_eq!(left.person.address, address(&addresses[1]));
        let contact = reader.contact_of_registration(cancelled).await.unwrap();
        assert_eq!(contact, None, "{ended}");
    }
}

/// The contacts of two invitations become that of the first.
async fn merge_invited(given: &Given, invitations: [InvitationId; 2]) {
    let mut contacts = Vec::new();
    for invitation in invitations {
        let mut reader = given.database.store.read().await.unwrap();
        let invitation = reader.invitation(invitation).await.unwrap().unwrap();
        drop(reader);
        contacts.push(contact(given, invitation.contact).await);
    }
    merge(given, &contacts[0], &contacts[1]).await.unwrap();
}

async fn a_refusal_of_either_contact_is_one_of_the_person(database: TestDatabase) {
    let given = a_network(database).await;
    let event = given.published_event(meeting(None, vec![])).await;
    let (kept, _) = given.invited(event, "Bea", WITH_REGISTRATION).await;
    let (removed, token) = given.invited(event, "Beate", WITH_REGISTRATION).await;
    given.declines(&token).await.unwrap();
    let dora = Substitute {
        given_name: line("Dora"),
        family_name: line("Muster"),
        address: address("Dora"),
    };
    let access = given.invitation(&token);
    let named = given.planner.name_substitute(&access, dora.clone());
    named.await.unwrap();

    merge_invited(&given, [kept, removed]).await;
    let again = given.planner.name_substitute(&access, dora).await;
    assert!(matches!(again, Err(PlannerError::WrongState)), "{again:?}");

    let access = given.organises(event);
    let bea = given.planner.invited_person(&access, kept).await.unwrap();
    assert_eq!(bea.invited.answer, InvitationAnswer::Declined);
    assert_eq!(bea.invited.substitute.as_deref(), Some("Dora Muster"));
    let words = crate::mailings::words("Kommen Sie?", "Guten Tag");
    let reminded = given.planner.remind_invited(&access, words).await;
    assert_eq!(reminded.unwrap(), 1, "Dora alone has not answered");
}

async fn whoever_of_the_two_is_invited_stays_invited(database: TestDatabase) {
    let given = a_network(database).await;
    let event = given.published_event(meeting(None, vec![])).await;
    let (kept, _) = given.invited(event, "Bea", WITH_REGISTRATION).await;
    let (removed, token) = given.invited(event, "Beate", WITH_REGISTRATION).await;
    let access = given.organises(event);
    let taken_back = given.planner.take_back_invitation(&access, kept).await;
    taken_back.unwrap();
    merge_invited(&given, [kept, removed]).await;
    let bea = given.planner.invited_person(&access, kept).await.unwrap();
    assert_eq!(bea.invited.answer, InvitationAnswer::Silent);
    given.accepts(&token).await.unwrap();
}

async fn a_contact_that_changed_meanwhile_is_not_merged(database: TestDatabase) {
    let given = a_network(database).await;
    let one = added(&given, contact_of(anna("a", None))).await;
    let other = added(&given, contact_of(anna("b", None))).await;
    let (one, other) = (contact(&given, one).await, contact(&given, other).await);
    let change = given
        .planner
        .change_contact(&given.organiser, other.id, 0, |_, _| {
            Ok(contact_of(anna("c", None)))
        });
    change.await.unwrap();
    let refused = merge(&given, &one, &other).await;
    assert!(matches!(
        refused,
        Err(PlannerError::Conflict(Changes::Unknown))
    ));
}
