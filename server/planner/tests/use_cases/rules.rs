//! What use cases refuse, whoever calls them: a form, an import, a program.

use jiff::SignedDuration;
use model::{Answer, Answers, Contingent, EventDetails, EventId, Fault, Need, QuestionKind, Text};
use planner::{
    PlannerError, Result,
    events::{AgendaShift, ChosenOptions, NewQuestion, QuestionEdit},
    registrations::{AddedPerson, NewRegistration},
};
use store::testing::TestDatabase;

use crate::{
    events::draft,
    given::{Given, a_network, confirmed, line, meeting, person, when},
    questions::edited,
};

store::on_both_engines! {
    an_event_that_contradicts_itself_is_neither_created_nor_changed,
    seats_are_held_for_the_networks_organisations,
    a_choice_has_options,
    a_published_event_is_not_moved_into_the_past,
    no_more_seats_are_held_than_are_left,
    an_option_that_somebody_chose_is_not_removed_unawares,
    cancelling_an_event_needs_a_reason,
    a_registration_answers_what_is_asked,
    a_consent_is_to_a_privacy_text_there_was,
}

pub fn fault<T: std::fmt::Debug>(refused: Result<T>) -> (String, Fault) {
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
    let changed = planner
        .change_question(&access, id, edited(&seen, one))
        .await;
    assert_eq!(fault(changed), too_few);
}

async fn a_published_event_is_not_moved_into_the_past(database: TestDatabase) {
    let given = a_network(database).await;
    let event = given.published_event(meeting(None, vec![])).await;
    let access = given.organises(event);
    let change = async |details: &EventDetails, revision| {
        let details = details.clone();
        given
            .planner
            .change_event(&access, revision, confirmed(AgendaShift::None), |_| {
                Ok(details)
            })
            .await
    };
    let past = EventDetails {
        starts: when("2023-07-31T09:30"),
        ends: when("2023-07-31T16:00"),
        ..meeting(None, vec![])
    };
    let in_the_past = ("starts".to_owned(), Fault::InThePast);
    let revision = given.planner.planned_event(&access).await.unwrap();
    let revision = revision.event.revision;
    let asked = given.planner.effects_of_change(&access, revision, &past);
    assert_eq!(fault(asked.await), in_the_past);
    assert_eq!(fault(change(&past, revision).await), in_the_past);
    let running = EventDetails {
        ends: when("2023-09-19T18:00"),
        ..past.clone()
    };
    assert_eq!(fault(change(&running, revision).await), in_the_past);

    // An event that is running can be shown to have ended earlier.
    given.clock.advance(SignedDuration::from_hours(24 * 49 + 3));
    let shorter = EventDetails {
        ends: when("2023-09-19T12:00"),
        ..meeting(None, vec![])
    };
    change(&shorter, revision).await.unwrap();

    let draft = draft(&given).await;
    let draft = given.organises(draft);
    given
        .planner
        .change_event(&draft, 0, confirmed(AgendaShift::None), |_| Ok(past))
        .await
        .expect("nobody knows of a draft");
}

async fn no_more_seats_are_held_than_are_left(database: TestDatabase) {
    let given = a_network(database).await;
    let partner = given.organisation("EXIS Europa").await;
    let event = given.published_event(meeting(Some(3), vec![])).await;
    for name in ["beate", "cem"] {
        given.comes(event, person(name, None)).await;
    }
    let access = given.organises(event);
    let change = async |capacity, seats| {
        let contingents = vec![Contingent {
            organisation: partner,
            seats,
        }];
        let details = meeting(Some(capacity), contingents);
        let planned = given.planner.planned_event(&access).await.unwrap();
        given
            .planner
            .change_event(
                &access,
                planned.event.revision,
                confirmed(AgendaShift::None),
                |_| Ok(details),
            )
            .await
    };
    let exceed = |free| {
        let fault = Fault::ContingentsExceedFree { free };
        ("capacity".to_owned(), fault)
    };
    assert_eq!(fault(change(3, 2).await), exceed(1));
    change(3, 1).await.unwrap();
    assert_eq!(fault(change(2, 1).await), exceed(0));
    change(4, 2).await.unwrap();
}

async fn an_option_that_somebody_chose_is_not_removed_unawares(database: TestDatabase) {
    let given = a_network(database).await;
    let event = given.published_event(meeting(None, vec![])).await;
    let (planner, access) = (&given.planner, given.organises(event));
    let several = |options: &[&str]| question(QuestionKind::SeveralOf, options);
    let seen = several(&["vegan", "halal", "koscher"]);
    let id = planner.add_question(&access, seen.clone()).await.unwrap();
    for (name, options) in [("beate", vec!["vegan"]), ("cem", vec!["vegan", "halal"])] {
        let options = options.into_iter().map(str::to_owned).collect();
        let added = AddedPerson {
            person: person(name, None),
            answers: [(id, Answer::Several(options))].into_iter().collect(),
        };
        planner.add_person(&access, |_| Ok(added)).await.unwrap();
    }
    let change = |seen: &NewQuestion, new| planner.change_question(&access, id, edited(seen, new));
    let chosen = |options: &[(&str, u32)]| {
        let chosen = options.iter().map(|(option, n)| ((*option).to_owned(), *n));
        let chosen = chosen.collect();
        ("options".to_owned(), Fault::OptionsChosen { chosen })
    };
    let renamed = several(&["vegan (Bio)", "halal", "koscher"]);
    assert_eq!(
        fault(change(&seen, renamed.clone()).await),
        chosen(&[("vegan", 2)])
    );
    let text = question(QuestionKind::Text, &[]);
    let both = chosen(&[("vegan", 2), ("halal", 1)]);
    assert_eq!(fault(change(&seen, text).await), both);
    let unchosen = several(&["vegan", "halal"]);
    change(&seen, unchosen.clone()).await.unwrap();
    let edit = QuestionEdit {
        chosen: ChosenOptions::KeepAnswers,
        ..edited(&unchosen, renamed)
    };
    planner.change_question(&access, id, edit).await.unwrap();
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
    assert_eq!(fault(registered), (field.clone(), Fault::NoChoice));
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
        colleagues: Vec::new(),
        wishes: Vec::new(),
        person: person("beate", None),
        answers,
        consent,
        may_be_kept: false,
    };
    given.register(event, new).await.map(drop)
}
