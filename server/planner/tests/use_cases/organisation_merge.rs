//! Two organisations become one.

use jiff::SignedDuration;
use model::{
    AuditAction, ContactRule, Contingent, Fault, Faults, ListMembers, Organisation, OrganisationId,
    Person, Registration, RegistrationState,
};
use planner::{
    AuditFilter, Changes, ContactFilter, OrganisationUses, Paging, PlannerError,
    access::ContingentAccess,
    invitations::{InvitationChoice, NewInvitations},
    people::{
        NewDistributionList, NewOrganisation, OrganisationMerge, OrganisationRecord, ValueChange,
    },
    registrations::AddedPerson,
};
use store::testing::TestDatabase;

use crate::given::{Given, a_network, address, contact_of, line, meeting, person};

store::on_both_engines! {
    whatever_belongs_to_one_moves_to_the_other,
    places_that_both_left_free_go_to_whoever_waits,
    whoever_stays_gets_what_it_lacks,
    no_organisation_becomes_a_part_of_itself,
    what_changed_meanwhile_is_not_merged,
    contingents_are_added_up_to_what_an_event_can_hold,
    organisations_of_one_name_are_suggested,
    an_organisation_of_another_network_is_not_merged,
    the_events_of_an_organisation_are_listed_with_their_numbers,
}

/// Somebody of an organisation, by its present short name.
fn of(name: &str, organisation: OrganisationId, short_name: &str) -> Person {
    Person {
        organisation_name: Some(line(short_name)),
        ..person(name, Some(organisation))
    }
}

async fn record(given: &Given, id: OrganisationId) -> OrganisationRecord {
    let right = given.organiser.reads();
    given.planner.organisation_record(&right, id).await.unwrap()
}

async fn organisation(given: &Given, id: OrganisationId) -> Organisation {
    record(given, id).await.organisation
}

/// What somebody decides who sees the page now.
async fn seen(
    given: &Given,
    organisations: [OrganisationId; 2],
    kept: OrganisationId,
) -> OrganisationMerge {
    let right = given.organiser.reads();
    let compared = given.planner.compare_organisations(&right, organisations);
    OrganisationMerge {
        organisations,
        kept,
        seen: compared.await.unwrap().seal(),
    }
}

async fn merge(given: &Given, kept: OrganisationId, removed: OrganisationId) {
    let merge = seen(given, [removed, kept], kept).await;
    let merged = given.planner.merge_organisations(&given.organiser, &merge);
    merged.await.unwrap();
}

async fn added(given: &Given, new: NewOrganisation) -> OrganisationId {
    let added = given.planner.add_organisation(&given.organiser, new);
    added.await.unwrap()
}

fn named(name: &str, short_name: &str) -> NewOrganisation {
    NewOrganisation {
        name: line(name),
        short_name: line(short_name),
        region: None,
        field: None,
        parent: None,
    }
}

async fn people(given: &Given, event: model::EventId) -> Vec<Registration> {
    let mut reader = given.database.store.read().await.unwrap();
    reader.registrations_of(event).await.unwrap().rows
}

const fn held(organisation: OrganisationId, seats: u32) -> Contingent {
    Contingent {
        organisation,
        seats,
    }
}

#[expect(
    clippy::too_many_lines,
    reason = "everything that can belong to an organisation is made and looked for"
)]
async fn whatever_belongs_to_one_moves_to_the_other(database: TestDatabase) {
    let given = a_network(database).await;
    let [vhs, twice] = [
        given.organisation("VHS Leipzig").await,
        given.organisation("VHS Lpz.").await,
    ];
    let part = NewOrganisation {
        parent: Some(twice),
        ..named("Abendschule", "Abendschule")
    };
    let part = added(&given, part).await;
    let details = meeting(Some(20), vec![held(vhs, 2), held(twice, 3)]);
    let event = given.published_event(details).await;
    let (anna, bea) = (of("Anna", vhs, "VHS Leipzig"), of("Bea", twice, "VHS Lpz."));
    given.comes(event, anna).await;
    given.comes(event, bea).await;
    let contact = contact_of(of("Cem", twice, "VHS Lpz."));
    let cem = given.planner.add_contact(&given.organiser, |_| Ok(contact));
    let cem = cem.await.unwrap();
    let choice = InvitationChoice {
        contacts: vec![cem],
        ..InvitationChoice::default()
    };
    let invitations = NewInvitations {
        choice,
        subject: model::VariableLine::parse("Einladung").unwrap(),
        text: model::VariableBody::parse("{Weg}").unwrap(),
        calendar: model::InvitationCalendar::WithRegistration,
        due: None,
    };
    let invited = given
        .planner
        .invite(&given.organises(event), |_| Ok(invitations))
        .await;
    assert_eq!(invited.unwrap(), 1);
    given.run_jobs().await;
    let rule = ContactRule {
        organisation: Some(twice),
        ..ContactRule::default()
    };
    let list = NewDistributionList {
        name: line("Volkshochschule"),
        members: ListMembers::Rule(rule),
    };
    let list = given.planner.add_distribution_list(&given.organiser, list);
    let list = list.await.unwrap();
    let link = given
        .planner
        .make_contingent_link(&given.organises(event), twice)
        .await
        .unwrap();
    let link = ContingentAccess::new(link.token.reveal(), &given.client);
    let mails = given.mails().await.len();

    let right = given.organiser.reads();
    let compared = given.planner.compare_organisations(&right, [vhs, twice]);
    let compared = compared.await.unwrap();
    let uses = OrganisationUses {
        contacts: 2,
        registrations: 1,
        invitations: 1,
        contingents: 1,
        links: 1,
        lists: 1,
        parts: 1,
    };
    assert_eq!(compared.uses[1], uses, "the page says so before");
    let places: Vec<_> = compared
        .places
        .iter()
        .map(|places| (places.held, places.beyond, places.moving_up))
        .collect();
    assert_eq!(places, [([2, 3], 0, 0)]);

    merge(&given, vhs, twice).await;

    assert_eq!(given.mails().await.len(), mails, "nobody is written to");
    let after = record(&given, vhs).await;
    assert_eq!(after.contacts, 3);
    assert_eq!(after.events.rows[0].held, Some(5));
    assert_eq!(after.events.rows[0].confirmed, 2);
    assert_eq!(organisation(&given, part).await.parent, Some(vhs));
    for registration in people(&given, event).await {
        let person = registration.person;
        assert_eq!(person.organisation, Some(vhs));
        assert_eq!(person.organisation_name, Some(line("VHS Leipzig")));
    }
    let by_name = ContactFilter {
        search: "vhs leipzig".to_owned(),
        ..ContactFilter::default()
    };
    let found = given.planner.contact_list(&right, &by_name, Paging::ALL);
    assert_eq!(found.await.unwrap().page.total, 3, "the search knows it");
    let listed = given
        .planner
        .distribution_list(&right, list, "", Paging::ALL);
    assert_eq!(listed.await.unwrap().page.total, 3);
    let places = given.planner.own_places(&link).await.unwrap();
    assert_eq!((places.held, places.people.len()), (5, 2));
    let gone = given.planner.organisation_record(&right, twice).await;
    assert!(matches!(gone, Err(PlannerError::NotFound)));

    let history = given
        .planner
        .history(&given.owner, &AuditFilter::default(), Paging::ALL)
        .await
        .unwrap();
    let mut entries = history.entries.rows.into_iter();
    let noted = entries.find(|one| one.action == AuditAction::OrganisationsMerged);
    let change = noted.unwrap().change.unwrap();
    assert_eq!(change.before.as_deref(), Some("VHS Lpz. (VHS Lpz.)"));
    assert_eq!(change.after.as_deref(), Some("VHS Leipzig (VHS Leipzig)"));
    let moved = ValueChange {
        field: "moved_contacts".to_owned(),
        before: None,
        after: Some("2".to_owned()),
    };
    assert!(change.values.contains(&moved), "{change:?}");
}

async fn places_that_both_left_free_go_to_whoever_waits(database: TestDatabase) {
    let given = a_network(database).await;
    let [vhs, twice] = [
        given.organisation("VHS").await,
        given.organisation("Volkshochschule").await,
    ];
    // Nobody of the one uses its two places; somebody of the other has an open seat.
    let event = given
        .published_event(meeting(Some(3), vec![held(vhs, 2)]))
        .await;
    given
        .comes(event, of("Anna", twice, "Volkshochschule"))
        .await;
    given.comes(event, person("Bea", None)).await;
    assert_eq!(
        given.mail_kinds(&address("Bea")).await.last().unwrap(),
        "waiting"
    );
    let right = given.organiser.reads();
    let compared = given.planner.compare_organisations(&right, [vhs, twice]);
    let compared = compared.await.unwrap();
    assert_eq!(compared.places[0].moving_up, 1, "the page says so before");
    merge(&given, vhs, twice).await;
    let states: Vec<_> = people(&given, event)
        .await
        .into_iter()
        .map(|one| one.state)
        .collect();
    assert_eq!(states, [RegistrationState::Confirmed; 2]);
    let (mail, _) = given.mails_to(&address("Bea")).await.pop().unwrap();
    assert_eq!(mail.calendar, Some((0, "REQUEST".to_owned())));
}

async fn whoever_stays_gets_what_it_lacks(database: TestDatabase) {
    let given = a_network(database).await;
    let above = given.organisation("Dachverband").await;
    let kept = NewOrganisation {
        region: Some(line("Leipzig")),
        ..named("Volkshochschule Leipzig", "VHS")
    };
    let removed = NewOrganisation {
        region: Some(line("Dresden")),
        field: Some(line("Beratung")),
        parent: Some(above),
        ..named("Volkshochschule", "VHS L")
    };
    let (kept, removed) = (added(&given, kept).await, added(&given, removed).await);
    let svg = b"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'><rect width='9' height='9'/></svg>";
    given
        .planner
        .set_organisation_logo(&given.organiser, removed, svg.to_vec())
        .await
        .unwrap();
    merge(&given, kept, removed).await;
    let after = organisation(&given, kept).await;
    assert_eq!(after.name, line("Volkshochschule Leipzig"));
    assert_eq!(after.region, Some(line("Leipzig")), "its own");
    assert_eq!(after.field, Some(line("Beratung")));
    assert_eq!(after.parent, Some(above));
    let logo = after.logo.expect("the logo moves as well");
    assert!(given.planner.logo_image(&logo.hash).await.is_ok());
}

async fn no_organisation_becomes_a_part_of_itself(database: TestDatabase) {
    let given = a_network(database).await;
    let part_of = |name: &str, parent: OrganisationId| NewOrganisation {
        parent: Some(parent),
        ..named(name, name)
    };
    let top = given.organisation("Verband").await;
    let above = added(&given, part_of("Landesverband", top)).await;
    let between = added(&given, part_of("Kreisverband", above)).await;
    let below = added(&given, part_of("Ortsverband", between)).await;
    // The lowest one takes the place of the one above.
    merge(&given, below, above).await;
    assert_eq!(organisation(&given, below).await.parent, Some(top));
    assert_eq!(organisation(&given, between).await.parent, Some(below));
    // The one above takes over what is right below.
    merge(&given, top, below).await;
    assert_eq!(organisation(&given, top).await.parent, None);
    assert_eq!(organisation(&given, between).await.parent, Some(top));
}

async fn what_changed_meanwhile_is_not_merged(database: TestDatabase) {
    let given = a_network(database).await;
    let [one, other] = [
        given.organisation("VHS").await,
        given.organisation("Volkshochschule").await,
    ];
    let merge = seen(&given, [one, other], one).await;
    let right = &given.organiser;
    let renamed = named("Volkshochschule Leipzig", "VHS Leipzig");
    let renamed = given.planner.change_organisation(right, other, renamed);
    renamed.await.unwrap();
    let refused = given.planner.merge_organisations(right, &merge).await;
    assert!(
        matches!(refused, Err(PlannerError::Conflict(Changes::Unknown))),
        "{refused:?}"
    );
    let again = seen(&given, [one, other], one).await;
    // Whoever registers meanwhile is not in the way.
    given.clock.advance(SignedDuration::from_mins(1));
    let event = given.published_event(meeting(None, vec![])).await;
    given.comes(event, of("Anna", other, "VHS Leipzig")).await;
    given
        .planner
        .merge_organisations(right, &again)
        .await
        .unwrap();
    assert_eq!(record(&given, one).await.contacts, 1);
}

async fn contingents_are_added_up_to_what_an_event_can_hold(database: TestDatabase) {
    let given = a_network(database).await;
    let [one, other] = [
        given.organisation("VHS").await,
        given.organisation("Volkshochschule").await,
    ];
    let details = meeting(None, vec![held(one, 99_999), held(other, 2)]);
    let event = given.published_event(details).await;
    let merge = seen(&given, [one, other], one).await;
    let right = &given.organiser;
    let refused = given.planner.merge_organisations(right, &merge).await;
    let Err(PlannerError::Invalid(faults)) = refused else {
        panic!("{refused:?}");
    };
    let fault = Fault::OutOfRange {
        least: 1,
        most: 100_000,
    };
    assert_eq!(faults, Faults::one("keep", fault));

    // More people than seats: seated by the organiser, who is told again.
    let small = given
        .published_event(meeting(Some(2), vec![held(one, 1), held(other, 1)]))
        .await;
    for name in ["Anna", "Bea", "Cem"] {
        let added = AddedPerson {
            person: person(name, None),
            answers: model::Answers::default(),
        };
        let access = given.organises(small);
        let added = given.planner.add_person(&access, |_| Ok(added)).await;
        added.unwrap();
    }
    given
        .database
        .run_sql("UPDATE registrations SET state = 'confirmed', waiting_position = NULL")
        .await;
    let reads = right.reads();
    let compared = given.planner.compare_organisations(&reads, [one, other]);
    let compared = compared.await.unwrap();
    let places: Vec<_> = compared.places.iter().collect();
    assert_eq!(places.len(), 2);
    let small = places.iter().find(|places| places.event.id == small);
    let small = small.unwrap();
    assert_eq!((small.held, small.beyond), ([1, 1], 3));
    assert_ne!(small.event.id, event);
}

async fn organisations_of_one_name_are_suggested(database: TestDatabase) {
    let given = a_network(database).await;
    added(&given, named("Volkshochschule Leipzig", "VHS")).await;
    added(&given, named("VHS", "Abendschule")).await;
    added(&given, named("volkshochschule  LEIPZIG", "VHS L")).await;
    added(&given, named("Jobcenter", "JC")).await;
    let right = given.organiser.reads();
    let found = given.planner.duplicate_organisations(&right).await;
    let groups: Vec<Vec<String>> = found
        .unwrap()
        .groups
        .iter()
        .map(|group| group.iter().map(|one| one.short_name.to_string()).collect())
        .collect();
    assert_eq!(groups, [vec!["Abendschule", "VHS"], vec!["VHS", "VHS L"]]);
}

async fn an_organisation_of_another_network_is_not_merged(database: TestDatabase) {
    let given = a_network(database).await;
    let own = given.organisation("VHS").await;
    let foreign = given.foreign_organiser().await;
    let other = named("Volkshochschule", "Volkshochschule");
    let other = given.planner.add_organisation(&foreign, other).await;
    let other = other.unwrap();
    let right = given.organiser.reads();
    let compared = given.planner.compare_organisations(&right, [own, other]);
    assert!(matches!(compared.await, Err(PlannerError::NotFound)));
    let merge = OrganisationMerge {
        organisations: [own, other],
        kept: own,
        seen: String::new(),
    };
    for right in [&given.organiser, &foreign] {
        let refused = given.planner.merge_organisations(right, &merge).await;
        assert!(matches!(refused, Err(PlannerError::NotFound)));
    }
}

async fn the_events_of_an_organisation_are_listed_with_their_numbers(database: TestDatabase) {
    let given = a_network(database).await;
    let vhs = given.organisation("VHS").await;
    let first = given.published_event(meeting(Some(1), vec![])).await;
    let mut later = meeting(None, vec![held(vhs, 4)]);
    later.starts = crate::given::when("2023-10-19T09:30");
    later.ends = crate::given::when("2023-10-19T16:00");
    let second = given.published_event(later).await;
    given.published_event(meeting(None, vec![])).await;
    given.comes(first, of("Anna", vhs, "VHS")).await;
    given.comes(first, of("Bea", vhs, "VHS")).await;
    given.registers(first, of("Cem", vhs, "VHS")).await;
    given.comes(first, person("Dora", None)).await;
    let events = record(&given, vhs).await.events.rows;
    let numbers: Vec<_> = events
        .iter()
        .map(|one| {
            (
                one.event,
                one.held,
                one.confirmed,
                one.waitlisted,
                one.registered,
            )
        })
        .collect();
    assert_eq!(
        numbers,
        [(second, Some(4), 0, 0, 0), (first, None, 1, 1, 3)]
    );
}
