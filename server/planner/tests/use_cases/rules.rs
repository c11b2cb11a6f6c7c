//! What use cases refuse, whoever calls them: a form, an import, a program.

use model::{Answer, Answers, Contingent, EventDetails, EventId, Fault, Need, QuestionKind, Text};
use planner::{
    PlannerError, Result,
    agenda::{AgendaMove, NewAgendaItem},
    events::{AgendaShift, NewQuestion},
    registrations::{AddedPerson, NewRegistration},
};
use store::testing::TestDatabase;

use crate::{
    agenda::item,
    events::draft,
    given::{Given, a_network, confirmed, line, meeting, person, when},
};

store::on_both_engines! {
    an_event_that_contradicts_itself_is_neither_created_nor_changed,
    seats_are_held_for_the_networks_organisations,
    an_item_of_the_agenda_lasts_a_day_at_most_and_begins_at_a_time_there_is,
    a_choice_has_options,
    cancelling_an_event_needs_a_reason,
    a_registration_answers_what_is_asked,
    a_consent_is_to_a_privacy_text_there_was,
}

fn fault<T: std::fmt::Debug>(refused: Result<T>) -> (String, Fault) {
    let Err(PlannerError::Invalid(faults)) = refused else {
        panic!("{refused:?}")
    };
    let mut faults = faults.iter();
    let (field, fault) = faults.next().unwrap();
    assert_eq!(faults.next(), None);
    (field.to_owned(), fault.clone())
}

async fn an_event_that_contradicts_itself_is_neither_created_nor_changed(database: TestDatabase) {
    let given = a_network(database).await;
    let (planner, right) = (&given.planner, &given.organiser);
    let event = draft(&given).await;
    let access = given.organises(event);
    let backwards = EventDetails {
        ends: when("2023-09-19T09:30"),
        ..meeting(None, vec![])
    };
    let ends_before = ("ends".to_owned(), Fault::EndsBeforeStart);
    let created = planner
        .create_event(right, None, |_| Ok(backwards.clone()))
        .await;
    assert_eq!(fault(created), ends_before);
    let asked = planner.effects_of_change(&access, 0, &backwards).await;
    assert_eq!(fault(asked), ends_before);
    let changed = planner
        .change_event(&access, 0, confirmed(AgendaShift::None), |_| Ok(backwards))
        .await;
    assert_eq!(fault(changed), ends_before);
}

async fn seats_are_held_for_the_networks_organisations(database: TestDatabase) {
    let given = a_network(database).await;
    let partner = given.organisation("EXIS Europa").await;
    let held = |organisation| {
        let contingents = vec![Contingent {
            organisation,
            seats: 2,
        }];
        let details = meeting(Some(5), contingents);
        given
            .planner
            .create_event(&given.organiser, None, |_| Ok(details))
    };
    held(partner).await.unwrap();
    let stranger = uuid::Uuid::from_u128(7).into();
    let unknown = ("contingents".to_owned(), Fault::NoSuchChoice);
    assert_eq!(fault(held(stranger).await), unknown);
}

async fn an_item_of_the_agenda_lasts_a_day_at_most_and_begins_at_a_time_there_is(
    database: TestDatabase,
) {
    let given = a_network(database).await;
    let event = draft(&given).await;
    let access = given.organises(event);
    let add = |new| {
        let only_this = AgendaMove::OnlyThis;
        given.planner.add_agenda_item(&access, new, only_this)
    };
    for minutes in [0, 24 * 60 + 1] {
        let range = Fault::OutOfRange {
            least: 1,
            most: 1440,
        };
        let added = add(item("Begrüßung", "10:00", minutes)).await;
        assert_eq!(fault(added), ("minutes".to_owned(), range));
    }
    let at_night = |date: &str| NewAgendaItem {
        starts: format!("{date}T02:30").parse().unwrap(),
        ..item("Ausklang", "10:00", 30)
    };
    let skipped = Fault::SkippedTime {
        before: "01:59".into(),
        after: "03:00".into(),
    };
    let added = add(at_night("2024-03-31")).await;
    assert_eq!(fault(added), ("starts".to_owned(), skipped));
    add(at_night("2024-10-27")).await.unwrap();
}

fn question(kind: QuestionKind, options: &[&str]) -> NewQuestion {
    NewQuestion {
        kind,
        label: line("Verpflegung"),
        help: Text::default(),
        options: options.iter().map(|option| line(option)).collect(),
        need: Need::Required,
    }
}

async fn a_choice_has_options(database: TestDatabase) {
    let given = a_network(database).await;
    let event = draft(&given).await;
    let (planner, access) = (&given.planner, given.organises(event));
    let add = |new| planner.add_question(&access, new);
    let too_few = ("options".to_owned(), Fault::TooFew { least: 2 });
    let one = question(QuestionKind::OneOf, &["vegan"]);
    assert_eq!(fault(add(one.clone()).await), too_few);
    let seen = question(QuestionKind::OneOf, &["vegan", "halal"]);
    let id = add(seen.clone()).await.unwrap();
    let changed = planner.change_question(&access, id, &seen, one).await;
    assert_eq!(fault(changed), too_few);
}

async fn cancelling_an_event_needs_a_reason(database: TestDatabase) {
    let given = a_network(database).await;
    let event = given.published_event(meeting(None, vec![])).await;
    let cancelled = given
        .planner
        .cancel_event(&given.organises(event), Text::default())
        .await;
    assert_eq!(fault(cancelled), ("reason".to_owned(), Fault::Missing));
}

async fn a_registration_answers_what_is_asked(database: TestDatabase) {
    let given = a_network(database).await;
    let event = given.published_event(meeting(None, vec![])).await;
    let new = question(QuestionKind::OneOf, &["vegan", "halal"]);
    let (planner, access) = (&given.planner, given.organises(event));
    let question = planner.add_question(&access, new).await.unwrap();
    let field = Answers::field(question);
    let registered = registers(&given, event, Answers::default(), 1).await;
    assert_eq!(fault(registered), (field.clone(), Fault::Missing));
    let add = |name, answers| {
        let person = person(name, None);
        let added = AddedPerson { person, answers };
        planner.add_person(&access, |_| Ok(added))
    };
    let steak = [(question, Answer::Text("Steak".into()))];
    let added = add("anna", steak.into_iter().collect()).await;
    assert_eq!(fault(added), (field, Fault::NoSuchChoice));
    add("anna", Answers::default())
        .await
        .expect("an organiser need not know");
    let stranger = Some(uuid::Uuid::from_u128(7).into());
    let added = AddedPerson {
        person: person("cem", stranger),
        answers: Answers::default(),
    };
    let added = planner.add_person(&access, |_| Ok(added)).await;
    let unknown = ("organisation".to_owned(), Fault::NoSuchChoice);
    assert_eq!(fault(added), unknown);
}

async fn a_consent_is_to_a_privacy_text_there_was(database: TestDatabase) {
    let given = a_network(database).await;
    let event = given.published_event(meeting(None, vec![])).await;
    let needed = ("consent".to_owned(), Fault::ConsentNeeded);
    for version in [0, 2] {
        let registered = registers(&given, event, Answers::default(), version).await;
        assert_eq!(fault(registered), needed);
    }
}

async fn registers(given: &Given, event: EventId, answers: Answers, consent: u32) -> Result<()> {
    let new = NewRegistration {
        person: person("beate", None),
        answers,
        consent,
    };
    given.register(event, new).await.map(drop)
}
