//! The filters of messages: each finds exactly the people it says, and they alone are written to.

use model::{
    Answer, AnswerFilter, Answers, EmailAddress, EventId, MailingAudience, Need, OrganisationId,
    PeopleFilter, PeopleLack, Person, QuestionId, QuestionKind, RegistrationId, RegistrationState,
    workshops::WishChange,
};
use planner::{
    PlannerError,
    events::NewQuestion,
    mailings::NewMailing,
    registrations::{AddedPerson, Decision},
};
use store::testing::TestDatabase;

use crate::{
    cafes::seated_cafe::{NORD, SUED, a_cafe},
    given::{Given, a_network, address, line, meeting, person},
    mailings::{message_of, words},
    questions::question,
    wishes::congress,
};

store::on_both_engines! {
    people_are_found_by_state_organisation_and_answer,
    whoever_has_no_table_yet_is_found,
    whoever_has_no_wishes_is_found,
}

/// Checks whom a filter finds, and who is written to. `subject` is used once.
async fn finds(
    given: &Given,
    event: EventId,
    (subject, filter): (&str, &PeopleFilter),
    expected: &[&str],
) {
    let access = given.organises(event);
    let shown = given.planner.preview_message(&access, filter, None, 0);
    let shown = shown.await.unwrap().people.into_iter();
    let shown: Vec<String> = shown.map(|(_, name)| name).collect();
    let names: Vec<String> = expected
        .iter()
        .map(|name| format!("{name} Muster"))
        .collect();
    assert_eq!(shown, names, "{subject}: {filter:?}");

    let (line, text) = words(subject, "Guten Tag");
    let message = NewMailing {
        audience: MailingAudience::Registrations(filter.clone()),
        ..message_of(line, text)
    };
    match given.planner.send_mailing(&access, |_| Ok(message)).await {
        Ok((_, people)) => assert_eq!(people as usize, expected.len(), "{subject}"),
        Err(PlannerError::Invalid(_)) if expected.is_empty() => return,
        other => panic!("{other:?}"),
    }
    given.run_jobs().await;
    let mails = given.mails().await.into_iter();
    let mails = mails.filter(|mail| mail.subject == subject);
    let mut written_to: Vec<String> = mails.map(|mail| mail.recipient).collect();
    written_to.sort();
    let addresses: Vec<String> = expected
        .iter()
        .map(|name| address(name).to_string())
        .collect();
    assert_eq!(written_to, addresses, "{subject}");
}

async fn asks(given: &Given, event: EventId, kind: QuestionKind, options: &[&str]) -> QuestionId {
    let new = NewQuestion {
        kind,
        options: options.iter().map(|option| line(option)).collect(),
        need: Need::Optional,
        ..question("Frage")
    };
    let access = given.organises(event);
    given.planner.add_question(&access, new).await.unwrap()
}

async fn joins(
    given: &Given,
    event: EventId,
    person: Person,
    answers: &[(QuestionId, Answer)],
) -> RegistrationId {
    let added = AddedPerson {
        person,
        answers: answers.iter().cloned().collect::<Answers>(),
    };
    let access = given.organises(event);
    let added = given.planner.add_person(&access, |_| Ok(added)).await;
    added.unwrap().id
}

fn of(state: RegistrationState) -> PeopleFilter {
    PeopleFilter {
        state: Some(state),
        ..PeopleFilter::default()
    }
}

fn answered(question: QuestionId, value: &str) -> PeopleFilter {
    let value = value.to_owned();
    PeopleFilter {
        answer: Some(AnswerFilter { question, value }),
        ..PeopleFilter::default()
    }
}

fn of_person(person: RegistrationId) -> PeopleFilter {
    PeopleFilter {
        person: Some(person),
        ..PeopleFilter::default()
    }
}

fn of_organisation(organisation: OrganisationId) -> PeopleFilter {
    PeopleFilter {
        organisation: Some(organisation),
        ..PeopleFilter::default()
    }
}

async fn people_are_found_by_state_organisation_and_answer(database: TestDatabase) {
    let given = a_network(database).await;
    let (vhs, other) = (
        given.organisation("VHS").await,
        given.organisation("EXIS").await,
    );
    let event = given.published_event(meeting(Some(4), vec![])).await;
    let food = asks(&given, event, QuestionKind::OneOf, &["vegan", "halal"]).await;
    let topics = asks(
        &given,
        event,
        QuestionKind::SeveralOf,
        &["Arbeit", "Sprache"],
    )
    .await;
    let childcare = asks(&given, event, QuestionKind::YesNo, &[]).await;
    let eats = |what: &str| (food, Answer::Text(what.to_owned()));
    let likes = |what: &[&str]| {
        let what = what.iter().map(|topic| (*topic).to_owned());
        (topics, Answer::Several(what.collect()))
    };
    // Whoever cancels first leaves the four seats to the others.
    let fritz = joins(&given, event, person("Fritz", Some(vhs)), &[eats("vegan")]).await;
    let cancels = given.organises_registration(fritz);
    given
        .planner
        .decide(&cancels, Decision::Cancel)
        .await
        .unwrap();
    let anna = [eats("vegan"), likes(&["Arbeit", "Sprache"])];
    joins(&given, event, person("Anna", Some(vhs)), &anna).await;
    let ben = [eats("halal"), (childcare, Answer::YesNo(true))];
    let ben = joins(&given, event, person("Ben", Some(other)), &ben).await;
    joins(
        &given,
        event,
        person("Carla", Some(vhs)),
        &[likes(&["Arbeit"])],
    )
    .await;
    let without_address = Person {
        address: EmailAddress::stand_in("gast"),
        ..person("Gast", Some(vhs))
    };
    let guest = joins(&given, event, without_address, &[eats("vegan")]).await;
    joins(&given, event, person("Dora", Some(vhs)), &[eats("vegan")]).await;
    given.registers(event, person("Emil", Some(vhs))).await;

    let everybody = PeopleFilter::default();
    let confirmed = of(RegistrationState::Confirmed);
    let combined = PeopleFilter {
        state: Some(RegistrationState::Confirmed),
        organisation: Some(vhs),
        ..answered(food, "vegan")
    };
    let expected: [(&str, PeopleFilter, &[&str]); 15] = [
        ("Alle", everybody, &["Anna", "Ben", "Carla", "Dora"]),
        ("Mit Platz", confirmed, &["Anna", "Ben", "Carla"]),
        ("Wartend", of(RegistrationState::Waitlisted), &["Dora"]),
        ("Abgemeldet", of(RegistrationState::Cancelled), &["Fritz"]),
        ("Abgelehnt", of(RegistrationState::Declined), &[]),
        ("Unbestätigt", of(RegistrationState::Pending), &[]),
        ("VHS", of_organisation(vhs), &["Anna", "Carla", "Dora"]),
        ("EXIS", of_organisation(other), &["Ben"]),
        ("Vegan", answered(food, "vegan"), &["Anna", "Dora"]),
        ("Arbeit", answered(topics, "Arbeit"), &["Anna", "Carla"]),
        ("Betreuung", answered(childcare, "on"), &["Ben"]),
        ("Koscher", answered(food, "koscher"), &[]),
        ("Zusammen", combined, &["Anna"]),
        ("Eine Person", of_person(ben), &["Ben"]),
        ("Ohne Adresse", of_person(guest), &[]),
    ];
    for (subject, filter, people) in &expected {
        finds(&given, event, (subject, filter), people).await;
    }
}

async fn whoever_has_no_table_yet_is_found(database: TestDatabase) {
    let mut cafe = a_cafe(database, &["Dirk", "Fatima"]).await;
    let filter = PeopleFilter {
        lack: Some(PeopleLack::Table),
        ..PeopleFilter::default()
    };
    let event = cafe.event;
    finds(
        &cafe.given,
        event,
        ("Ohne Plan", &filter),
        &["Dirk", "Fatima"],
    )
    .await;
    let seats = [("Dirk", [NORD, SUED]), ("Fatima", [SUED, NORD])];
    let version = cafe.plan(&seats).await;
    // They know of no table yet.
    finds(
        &cafe.given,
        event,
        ("Entwurf", &filter),
        &["Dirk", "Fatima"],
    )
    .await;
    cafe.publishes(version).await;
    cafe.given.run_jobs().await;
    finds(&cafe.given, event, ("Alle sitzen", &filter), &[]).await;
    cafe.comes("Lukas").await;
    finds(&cafe.given, event, ("Eine kam dazu", &filter), &["Lukas"]).await;
}

async fn whoever_has_no_wishes_is_found(database: TestDatabase) {
    let given = a_network(database).await;
    let congress = congress(&given).await;
    let event = congress.event;
    let filter = PeopleFilter {
        lack: Some(PeopleLack::Wishes),
        ..PeopleFilter::default()
    };
    let anna = given.comes(event, person("Anna", None)).await;
    given.comes(event, person("Ben", None)).await;
    // Whoever attends none of the slots has nothing to wish for.
    let carla = given.comes(event, person("Carla", None)).await;
    given.registers(event, person("Emil", None)).await;
    let all = ["Anna", "Ben", "Carla"];
    finds(&given, event, ("Niemand hat gewählt", &filter), &all).await;
    let add = WishChange::Add(congress.workshops[0]);
    let change = given.planner.change_wishes(&given.link(&anna), add).await;
    change.unwrap();
    let carla = given.link(&carla);
    for slot in congress.slots {
        let absent = WishChange::Attend {
            slot,
            attends: false,
        };
        let change = given.planner.change_wishes(&carla, absent);
        change.await.unwrap();
    }
    finds(&given, event, ("Eine Person fehlt", &filter), &["Ben"]).await;
    let waiting = PeopleFilter {
        state: Some(RegistrationState::Waitlisted),
        ..filter
    };
    finds(&given, event, ("Wer wartet, wählt nicht", &waiting), &[]).await;
}
