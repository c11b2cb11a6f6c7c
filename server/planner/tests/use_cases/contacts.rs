//! The address book: who stands in it, and what a correction there reaches.

use std::fmt::Write as _;

use jiff::SignedDuration;
use model::{
    AuditAction, Changed, Contact, ContactChange, ContactId, ContactSource, Contingent, EventId,
    Fault, Faults, Language, OrganisationId, Person, PersonChange, Registration,
    RegistrationChange, RegistrationState, Text,
};
use planner::{
    AuditFilter, Changes, ContactFilter, Paging, PlannerError,
    people::{ConsentToKeep, Invitations, NewContact, NewOrganisation},
    registrations::{AddedPerson, Decision, NewRegistration, PersonalChange},
    tables::Chosen,
};
use store::testing::TestDatabase;

use crate::given::{Given, a_network, address, contact_of, line, meeting, person};

store::on_both_engines! {
    everybody_who_registers_is_a_contact_once,
    a_stranger_does_not_name_a_contact,
    a_correction_reaches_every_registration,
    a_contingent_that_a_correction_frees_goes_to_who_waits,
    two_who_change_a_contact_are_told,
    an_address_belongs_to_one_contact,
    consent_and_opting_out_keep_their_time,
    who_is_expected_is_not_deleted,
    a_corrected_registration_corrects_its_contact,
    a_renamed_organisation_reaches_every_list,
    a_long_table_makes_all_contacts,
    of_a_foreign_contact_one_learns_nothing,
    who_names_a_new_organisation_is_attached,
    names_become_organisations,
    an_organisation_is_no_part_of_itself,
    who_agreed_is_kept_beyond_the_event,
}

async fn contacts(given: &Given) -> Vec<Contact> {
    let right = given.organiser.reads();
    let list = given
        .planner
        .contact_list(&right, &ContactFilter::default(), Paging::ALL)
        .await
        .unwrap();
    list.page.rows
}

async fn only_contact(given: &Given) -> Contact {
    let mut contacts = contacts(given).await;
    assert_eq!(contacts.len(), 1, "{contacts:?}");
    contacts.remove(0)
}

async fn changed(given: &Given, contact: &Contact, new: NewContact) -> Result<(), PlannerError> {
    given
        .planner
        .change_contact(&given.organiser, contact.id, contact.revision, |_, _| {
            Ok(new)
        })
        .await
}

async fn added(given: &Given, new: NewContact) -> Result<ContactId, PlannerError> {
    given
        .planner
        .add_contact(&given.organiser, |_| Ok(new))
        .await
}

/// Adds a person by hand.
async fn joins(given: &Given, event: EventId, person: Person) -> Registration {
    let added = AddedPerson {
        person,
        answers: model::Answers::default(),
    };
    given
        .planner
        .add_person(&given.organises(event), |_| Ok(added))
        .await
        .unwrap()
}

async fn people(given: &Given, event: EventId) -> Vec<Registration> {
    let mut reader = given.database.store.read().await.unwrap();
    reader.registrations_of(event).await.unwrap().rows
}

async fn everybody_who_registers_is_a_contact_once(database: TestDatabase) {
    let given = a_network(database).await;
    let first = given.published_event(meeting(None, vec![])).await;
    let second = given.published_event(meeting(None, vec![])).await;
    let third = given.published_event(meeting(None, vec![])).await;
    let spelt = |address: &str| Person {
        address: model::EmailAddress::parse(address).unwrap(),
        ..person("Anna", None)
    };
    given.registers(first, spelt("anna@müller.example")).await;
    joins(&given, second, spelt("Anna@Müller.example")).await;
    let table = "Name;E-Mail\nAnna Muster;ANNA@xn--mller-kva.example\nBea Roth;bea@x.example\n";
    given
        .planner
        .import(&given.organises(third), table, &Chosen::new())
        .await
        .unwrap();
    given.run_jobs().await;
    let contacts = contacts(&given).await;
    let names: Vec<String> = contacts.iter().map(|one| one.person.name()).collect();
    assert_eq!(names, ["Anna Muster", "Bea Roth"]);
    for contact in &contacts {
        assert!(contact.is_only_registered());
        assert_eq!(contact.source, ContactSource::Registration);
        assert!(contact.confirmed_at.is_some());
    }
    let record = given
        .planner
        .contact_record(&given.organiser.reads(), contacts[0].id)
        .await
        .unwrap();
    assert_eq!(record.history.rows.len(), 3);
}

async fn a_stranger_does_not_name_a_contact(database: TestDatabase) {
    let given = a_network(database).await;
    let first = given.published_event(meeting(None, vec![])).await;
    let second = given.published_event(meeting(None, vec![])).await;
    let stranger = Person {
        family_name: line("Unsinn"),
        ..person("Anna", None)
    };
    given.registers(first, stranger.clone()).await;
    let contact = only_contact(&given).await;
    assert_eq!(contact.confirmed_at, None);
    given.comes(second, person("Anna", None)).await;
    let contact = only_contact(&given).await;
    assert_eq!(contact.person, person("Anna", None));
    assert_eq!(contact.confirmed_at, Some(given.planner.now()));
    // What is known stays as it is.
    let third = given.published_event(meeting(None, vec![])).await;
    given.comes(third, stranger).await;
    assert_eq!(only_contact(&given).await, contact);
}

async fn a_correction_reaches_every_registration(database: TestDatabase) {
    let given = a_network(database).await;
    let vhs = given.organisation("VHS Leipzig").await;
    let first = given.published_event(meeting(None, vec![])).await;
    let second = given.published_event(meeting(None, vec![])).await;
    given.comes(first, person("Anna", None)).await;
    joins(&given, second, person("Anna", None)).await;
    // The first event is over.
    given.clock.advance(SignedDuration::from_hours(24 * 365));
    let mails = given.mails().await.len();
    let contact = only_contact(&given).await;
    let corrected = Person {
        family_name: line("Jäger"),
        address: address("anna.jaeger"),
        organisation: Some(vhs),
        organisation_name: Some(line("VHS Leipzig")),
        language: Language::En,
        ..person("Anna", None)
    };
    changed(&given, &contact, contact_of(corrected.clone()))
        .await
        .unwrap();
    for event in [first, second] {
        let [registration] = &people(&given, event).await[..] else {
            panic!("one person")
        };
        // The language was chosen for the event.
        let expected = Person {
            language: Language::De,
            ..corrected.clone()
        };
        assert_eq!(registration.person, expected);
        assert_eq!(registration.revision, 1);
        let mut reader = given.database.store.read().await.unwrap();
        let lines = reader.audit_of_registration(registration.id).await.unwrap();
        let line_of = lines.rows.last().unwrap();
        assert_eq!(line_of.action, AuditAction::RegistrationChanged);
        let changes: Vec<RegistrationChange> =
            serde_json::from_value(line_of.changes.clone()).unwrap();
        let name = RegistrationChange::Person(PersonChange::FamilyName(Changed {
            before: line("Muster"),
            after: line("Jäger"),
        }));
        assert_eq!((changes.len(), &changes[0]), (3, &name));
    }
    assert_eq!(given.mails().await.len(), mails, "nobody is written to");
    // Whoever registers with the new address is the same person.
    let third = given
        .published_event(model::EventDetails {
            starts: crate::given::when("2024-09-19T09:30"),
            ends: crate::given::when("2024-09-19T16:00"),
            ..meeting(None, vec![])
        })
        .await;
    joins(&given, third, corrected).await;
    only_contact(&given).await;
    let history = given
        .planner
        .history(&given.owner, &AuditFilter::default(), Paging::ALL)
        .await
        .unwrap();
    let entry = history
        .entries
        .rows
        .iter()
        .find(|entry| entry.action == AuditAction::ContactChanged)
        .unwrap();
    let named = Some((contact.id, Some("Anna Jäger".to_owned())));
    assert_eq!(entry.contact, named);
}

async fn a_contingent_that_a_correction_frees_goes_to_who_waits(database: TestDatabase) {
    let given = a_network(database).await;
    let vhs = given.organisation("VHS Leipzig").await;
    let held = vec![Contingent {
        organisation: vhs,
        seats: 1,
    }];
    let event = given.published_event(meeting(Some(2), held)).await;
    let of_vhs = |name: &str, organisation: Option<OrganisationId>| Person {
        organisation_name: organisation.map(|_| line("VHS Leipzig")),
        ..person(name, organisation)
    };
    joins(&given, event, of_vhs("Anna", None)).await;
    let waits = joins(&given, event, of_vhs("Bea", None)).await;
    assert_eq!(waits.state, RegistrationState::Waitlisted);
    let all = contacts(&given).await;
    let bea = all
        .iter()
        .find(|one| one.person.given_name.as_str() == "Bea")
        .unwrap();
    changed(&given, bea, contact_of(of_vhs("Bea", Some(vhs))))
        .await
        .unwrap();
    let states: Vec<RegistrationState> = people(&given, event)
        .await
        .iter()
        .map(|one| one.state)
        .collect();
    assert_eq!(states, [RegistrationState::Confirmed; 2]);
}

async fn two_who_change_a_contact_are_told(database: TestDatabase) {
    let given = a_network(database).await;
    added(&given, contact_of(person("Anna", None)))
        .await
        .unwrap();
    let contact = only_contact(&given).await;
    let named = |name: &str| {
        contact_of(Person {
            family_name: line(name),
            ..person("Anna", None)
        })
    };
    changed(&given, &contact, named("Jäger")).await.unwrap();
    let second = changed(&given, &contact, named("Roth")).await;
    let Err(PlannerError::Conflict(Changes::Contact(changes))) = second else {
        panic!("{second:?}")
    };
    let known = ContactChange::FamilyName(Changed {
        before: line("Muster"),
        after: line("Jäger"),
    });
    assert_eq!(changes, [known]);
}

async fn an_address_belongs_to_one_contact(database: TestDatabase) {
    let given = a_network(database).await;
    let spelt = |address: &str| {
        contact_of(Person {
            address: model::EmailAddress::parse(address).unwrap(),
            ..person("Anna", None)
        })
    };
    added(&given, spelt("anna@müller.example")).await.unwrap();
    let bea = added(&given, spelt("bea@müller.example")).await.unwrap();
    let twice = |refused: Result<(), PlannerError>| {
        let Err(PlannerError::Invalid(faults)) = refused else {
            panic!("{refused:?}")
        };
        assert_eq!(faults, Faults::one("address", Fault::Twice));
    };
    let again = added(&given, spelt("ANNA@xn--mller-kva.example")).await;
    twice(again.map(drop));
    let right = given.organiser.reads();
    let bea = given
        .planner
        .contact_record(&right, bea)
        .await
        .unwrap()
        .contact;
    twice(changed(&given, &bea, spelt("anna@xn--mller-kva.example")).await);
    // Another spelling of one's own address is no other address.
    changed(&given, &bea, spelt("Bea@Müller.example"))
        .await
        .unwrap();
}

async fn consent_and_opting_out_keep_their_time(database: TestDatabase) {
    let given = a_network(database).await;
    let agreed = NewContact {
        consent: ConsentToKeep::Given,
        invitations: Invitations::OptedOut,
        ..contact_of(person("Anna", None))
    };
    let since = given.planner.now();
    added(&given, agreed.clone()).await.unwrap();
    given.clock.advance(SignedDuration::from_hours(1));
    let contact = only_contact(&given).await;
    let noted = NewContact {
        notes: Text::parse("Rückruf").unwrap(),
        ..agreed
    };
    changed(&given, &contact, noted).await.unwrap();
    let contact = only_contact(&given).await;
    assert_eq!(contact.consent, Some((1, since)));
    assert_eq!(contact.opted_out_at, Some(since));
    changed(&given, &contact, contact_of(person("Anna", None)))
        .await
        .unwrap();
    let contact = only_contact(&given).await;
    assert_eq!((contact.consent, contact.opted_out_at), (None, None));
}

async fn who_is_expected_is_not_deleted(database: TestDatabase) {
    let given = a_network(database).await;
    let event = given.published_event(meeting(None, vec![])).await;
    let registration = joins(&given, event, person("Anna", None)).await;
    let contact = only_contact(&given).await;
    let delete = || given.planner.delete_contact(&given.organiser, contact.id);
    assert!(matches!(delete().await, Err(PlannerError::WrongState)));
    changed(&given, &contact, contact_of(person("Berta", None)))
        .await
        .unwrap();
    given
        .planner
        .decide(
            &given.organises_registration(registration.id),
            Decision::Cancel,
        )
        .await
        .unwrap();
    delete().await.unwrap();
    assert!(contacts(&given).await.is_empty());
    assert_eq!(people(&given, event).await.len(), 1);
    let mut reader = given.database.store.read().await.unwrap();
    let lines = reader.audit_of_contact(contact.id).await.unwrap().rows;
    let actions: Vec<AuditAction> = lines.iter().map(|line| line.action).collect();
    assert_eq!(
        actions,
        [AuditAction::ContactChanged, AuditAction::ContactDeleted]
    );
    for line in lines {
        assert_eq!(line.changes, serde_json::json!([]), "values are forgotten");
    }
    drop(reader);
    // Whoever comes back is a contact again.
    joins(&given, event, person("Berta", None)).await;
    only_contact(&given).await;
}

async fn a_corrected_registration_corrects_its_contact(database: TestDatabase) {
    let given = a_network(database).await;
    let event = given.published_event(meeting(None, vec![])).await;
    let registration = joins(&given, event, person("Ana", None)).await;
    let correct = |name: &str, revision: i64| {
        let change = PersonalChange {
            given_name: line(name),
            family_name: line("Muster"),
            language: Language::De,
            answers: model::Answers::default(),
            revision,
        };
        let access = given.organises_registration(registration.id);
        let planner = &given.planner;
        async move {
            planner
                .correct_registration(&access, |_| Ok(change))
                .await
                .unwrap()
        }
    };
    correct("Anna", 0).await;
    let contact = only_contact(&given).await;
    assert_eq!(contact.person.given_name, line("Anna"));
    assert_eq!(contact.revision, 1);
    // A contact with another name keeps it.
    let named = Person {
        address: contact.person.address.clone(),
        ..person("Anneliese", None)
    };
    changed(&given, &contact, contact_of(named)).await.unwrap();
    let other = given.published_event(meeting(None, vec![])).await;
    let spelt = Person {
        address: contact.person.address.clone(),
        ..person("Anne", None)
    };
    let registration = joins(&given, other, spelt).await;
    let change = PersonalChange {
        given_name: line("Anni"),
        family_name: line("Muster"),
        language: Language::De,
        answers: model::Answers::default(),
        revision: 0,
    };
    let access = given.organises_registration(registration.id);
    given
        .planner
        .correct_registration(&access, |_| Ok(change))
        .await
        .unwrap();
    let contact = only_contact(&given).await;
    assert_eq!(contact.person.given_name, line("Anneliese"));
}

async fn a_renamed_organisation_reaches_every_list(database: TestDatabase) {
    let given = a_network(database).await;
    let vhs = given.organisation("VHS Leipzig").await;
    let event = given.published_event(meeting(None, vec![])).await;
    let anna = Person {
        organisation_name: Some(line("VHS Leipzig")),
        ..person("Anna", Some(vhs))
    };
    joins(&given, event, anna).await;
    let renamed = NewOrganisation {
        name: line("Volkshochschule"),
        short_name: line("VHS"),
        region: None,
        field: None,
        parent: None,
    };
    given
        .planner
        .change_organisation(&given.organiser, vhs, renamed)
        .await
        .unwrap();
    let name = Some(line("VHS"));
    assert_eq!(only_contact(&given).await.person.organisation_name, name);
    let people = people(&given, event).await;
    assert_eq!(people[0].person.organisation_name, name);
}

async fn a_long_table_makes_all_contacts(database: TestDatabase) {
    let given = a_network(database).await;
    let event = given.published_event(meeting(None, vec![])).await;
    added(&given, contact_of(person("Anna", None)))
        .await
        .unwrap();
    let mut table = "Name;E-Mail\nAnna Muster;anna@partner.example\n".to_owned();
    for number in 0..2_100 {
        writeln!(table, "Bea Roth;bea{number}@x.example").unwrap();
    }
    given
        .planner
        .import(&given.organises(event), &table, &Chosen::new())
        .await
        .unwrap();
    given.run_jobs().await;
    assert_eq!(contacts(&given).await.len(), 2_101);
    let mut reader = given.database.store.read().await.unwrap();
    for registration in people(&given, event).await {
        let contact = reader.contact_of_registration(registration.id).await;
        assert!(contact.unwrap().is_some());
    }
}

async fn of_a_foreign_contact_one_learns_nothing(database: TestDatabase) {
    let given = a_network(database).await;
    let contact = added(&given, contact_of(person("Anna", None)))
        .await
        .unwrap();
    let foreign = given.foreign_organiser().await;
    let right = foreign.reads();
    let record = given.planner.contact_record(&right, contact);
    assert!(matches!(record.await, Err(PlannerError::NotFound)));
    let change = given.planner.change_contact(&foreign, contact, 0, |_, _| {
        Ok(contact_of(person("Bea", None)))
    });
    assert!(matches!(change.await, Err(PlannerError::NotFound)));
    let delete = given.planner.delete_contact(&foreign, contact);
    assert!(matches!(delete.await, Err(PlannerError::NotFound)));
    let known = given
        .planner
        .contact_of_address(&right, "anna@partner.example");
    assert_eq!(known.await.unwrap(), None);
}

fn naming(name: &str, organisation: &str) -> Person {
    Person {
        organisation_name: Some(line(organisation)),
        ..person(name, None)
    }
}

async fn who_names_a_new_organisation_is_attached(database: TestDatabase) {
    let given = a_network(database).await;
    let event = given.published_event(meeting(None, vec![])).await;
    joins(&given, event, naming("Anna", "vhs leipzig")).await;
    added(&given, contact_of(naming("Bea", "VHS Leipzig")))
        .await
        .unwrap();
    added(&given, contact_of(naming("Cem", "VHS Halle")))
        .await
        .unwrap();
    let vhs = given.organisation("VHS Leipzig").await;
    let right = given.organiser.reads();
    let record = given
        .planner
        .organisation_record(&right, vhs)
        .await
        .unwrap();
    assert_eq!((record.contacts, record.naming.len()), (0, 2));
    let attached = given.planner.attach_contacts(&given.organiser, vhs).await;
    assert_eq!(attached.unwrap(), 2);
    let record = given
        .planner
        .organisation_record(&right, vhs)
        .await
        .unwrap();
    assert_eq!((record.contacts, record.naming.len()), (2, 0));
    let registered = people(&given, event).await;
    assert_eq!(registered[0].person.organisation, Some(vhs));
    assert_eq!(
        registered[0].person.organisation_name,
        Some(line("VHS Leipzig"))
    );
    let foreign = given.foreign_organiser().await;
    let refused = given.planner.attach_contacts(&foreign, vhs).await;
    assert!(matches!(refused, Err(PlannerError::NotFound)));
}

async fn names_become_organisations(database: TestDatabase) {
    let given = a_network(database).await;
    for (name, organisation) in [
        ("Anna", "Werkstatt"),
        ("Bea", "werkstatt"),
        ("Cem", "VHS Halle"),
        ("Dana", "VHS Halle"),
        ("Eva", "Solo"),
    ] {
        added(&given, contact_of(naming(name, organisation)))
            .await
            .unwrap();
    }
    given.organisation("Werkstatt").await;
    let right = given.organiser.reads();
    let named = given.planner.named_organisations(&right).await.unwrap();
    let counts: Vec<i64> = named.iter().map(|named| named.contacts).collect();
    assert_eq!(counts, [2, 2, 1]);
    let names = [line("Werkstatt"), line("VHS Halle")];
    let attached = given
        .planner
        .add_named_organisations(&given.organiser, &names)
        .await;
    assert_eq!(attached.unwrap(), 4);
    let named = given.planner.named_organisations(&right).await.unwrap();
    assert_eq!(named.len(), 1);
    assert_eq!(named[0].name, line("Solo"));
    let organisations = given.planner.organisations(&right).await.unwrap();
    assert_eq!(organisations.rows.len(), 2, "the first was there");
}

async fn an_organisation_is_no_part_of_itself(database: TestDatabase) {
    let given = a_network(database).await;
    let vhs = given.organisation("VHS").await;
    let part_of = |name: &str, parent: OrganisationId| NewOrganisation {
        name: line(name),
        short_name: line(name),
        region: None,
        field: None,
        parent: Some(parent),
    };
    let school = given
        .planner
        .add_organisation(&given.organiser, part_of("Schule", vhs))
        .await
        .unwrap();
    let right = given.organiser.reads();
    let record = given.planner.organisation_record(&right, school).await;
    assert_eq!(record.unwrap().organisation.parent, Some(vhs));
    for above in [vhs, school] {
        let circle = part_of("VHS", above);
        let refused = given
            .planner
            .change_organisation(&given.organiser, vhs, circle)
            .await;
        let Err(PlannerError::Invalid(faults)) = refused else {
            panic!("{refused:?}");
        };
        assert_eq!(faults, Faults::one("parent", Fault::PartOfItself));
    }
}

async fn who_agreed_is_kept_beyond_the_event(database: TestDatabase) {
    let given = a_network(database).await;
    let event = given.published_event(meeting(None, vec![])).await;
    let agreeing = NewRegistration {
        person: person("anna", None),
        answers: model::Answers::default(),
        consent: 1,
        may_be_kept: true,
        wishes: Vec::new(),
        colleagues: Vec::new(),
    };
    given.register(event, agreeing).await.unwrap();
    let strangers_word = only_contact(&given).await;
    assert_eq!(strangers_word.consent, None, "nobody has confirmed it");
    let agreed_at = given.planner.now();
    given.clock.advance(SignedDuration::from_hours(1));
    let token = given.token_mailed_to(&address("anna")).await;
    let link = given.link(&token);
    given.planner.confirm_address(&link).await.unwrap();
    let contact = only_contact(&given).await;
    assert_eq!(contact.consent, Some((1, agreed_at)));
    assert!(!contact.is_only_registered());
    given.registers(event, person("bea", None)).await;
    let token = given.token_mailed_to(&address("bea")).await;
    let link = given.link(&token);
    given.planner.confirm_address(&link).await.unwrap();
    let consents = contacts(&given).await;
    let kept = consents.iter().filter(|contact| contact.consent.is_some());
    assert_eq!(kept.count(), 1, "nobody is kept unasked");
}
