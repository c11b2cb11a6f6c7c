//! Registering: what the form leads to, and what it tells to whom.

use jiff::SignedDuration;
use model::{
    Answer, Answers, EventDetails, Need, PersonChange, QuestionKind, RegistrationChange, Text,
};
use planner::{
    Changes, PlannerError,
    events::NewQuestion,
    registrations::{AddedPerson, LinkStage, NewRegistration, PersonalChange},
};
use store::testing::TestDatabase;

use crate::given::{a_network, address, line, meeting, person, when};

store::on_both_engines! {
    no_seat_is_held_before_the_address_is_confirmed,
    confirming_twice_changes_nothing,
    a_confirmation_link_expires,
    registration_opens_and_closes,
    an_answer_to_an_unreadable_question_survives_a_change,
    a_change_from_an_old_page_is_refused_with_what_changed,
    a_confirmation_link_does_not_open_the_personal_page,
    a_link_says_where_it_is_in_its_life,
    forms_sent_together_are_answered_each_for_itself,
    nobody_registers_for_what_was_cancelled_meanwhile,
    nobody_cancels_what_is_over_or_off,
    nobody_registers_who_could_never_confirm,
    a_text_with_a_nul_finds_nothing,
}

async fn no_seat_is_held_before_the_address_is_confirmed(database: TestDatabase) {
    let given = a_network(database).await;
    let event = given.published_event(meeting(Some(1), vec![])).await;
    given.registers(event, person("anna", None)).await;
    let beate = given.comes(event, person("beate", None)).await;
    let page = given
        .planner
        .personal_page(&given.link(&beate))
        .await
        .unwrap();
    assert_eq!(page.position, None, "the one who confirms first sits");
}

async fn confirming_twice_changes_nothing(database: TestDatabase) {
    let given = a_network(database).await;
    let event = given.published_event(meeting(None, vec![])).await;
    let token = given.comes(event, person("anna", None)).await;
    given
        .planner
        .confirm_address(&given.link(&token))
        .await
        .unwrap();
    assert_eq!(
        given.mail_kinds(&address("anna")).await,
        ["confirm address", "seat"]
    );
}

async fn a_confirmation_link_expires(database: TestDatabase) {
    let given = a_network(database).await;
    let event = given.published_event(meeting(None, vec![])).await;
    given.registers(event, person("anna", None)).await;
    let token = given.token_mailed_to(&address("anna")).await;
    given.clock.advance(SignedDuration::from_hours(48));
    let late = given.planner.confirm_address(&given.link(&token)).await;
    assert!(matches!(late, Err(PlannerError::Expired)), "{late:?}");
}

async fn registration_opens_and_closes(database: TestDatabase) {
    let given = a_network(database).await;
    let details = EventDetails {
        opens: Some(when("2023-08-10T08:00")),
        closes: Some(when("2023-09-12T18:00")),
        ..meeting(None, vec![])
    };
    let event = given.published_event(details).await;
    let tries = async |name: &str| {
        let new = NewRegistration {
            colleagues: Vec::new(),
            wishes: Vec::new(),
            person: person(name, None),
            answers: Answers::default(),
            consent: 1,
            may_be_kept: false,
        };
        given.register(event, new).await
    };
    assert!(matches!(
        tries("early").await,
        Err(PlannerError::WrongState)
    ));
    given.clock.advance(SignedDuration::from_hours(24 * 20));
    assert!(tries("intime").await.is_ok());
    given.clock.advance(SignedDuration::from_hours(24 * 24));
    assert!(matches!(tries("late").await, Err(PlannerError::WrongState)));
}

async fn a_change_from_an_old_page_is_refused_with_what_changed(database: TestDatabase) {
    let given = a_network(database).await;
    let event = given.published_event(meeting(None, vec![])).await;
    let token = given.comes(event, person("anna", None)).await;
    let page = given
        .planner
        .personal_page(&given.link(&token))
        .await
        .unwrap();
    let change = |family_name: &str| PersonalChange {
        given_name: line("Anna"),
        family_name: line(family_name),
        language: model::Language::De,
        answers: Answers::default(),
        revision: page.registration.revision,
    };
    given
        .planner
        .change_own_registration(&given.link(&token), |_| Ok(change("Jäger")))
        .await
        .unwrap();
    let second = given
        .planner
        .change_own_registration(&given.link(&token), |_| Ok(change("Jaeger")))
        .await;
    let Err(PlannerError::Conflict(Changes::Registration(changes))) = second else {
        panic!("{second:?}")
    };
    let renamed = |change: &RegistrationChange| {
        matches!(
            change,
            RegistrationChange::Person(PersonChange::FamilyName(name))
                if name.after.as_str() == "Jäger"
        )
    };
    assert!(changes.iter().any(renamed), "{changes:?}");
}

async fn a_confirmation_link_does_not_open_the_personal_page(database: TestDatabase) {
    let given = a_network(database).await;
    let event = given.published_event(meeting(None, vec![])).await;
    given.registers(event, person("anna", None)).await;
    let token = given.token_mailed_to(&address("anna")).await;
    let page = given.planner.personal_page(&given.link(&token)).await;
    assert!(matches!(page, Err(PlannerError::NotFound)));
}

async fn a_link_says_where_it_is_in_its_life(database: TestDatabase) {
    let given = a_network(database).await;
    let event = given.published_event(meeting(None, vec![])).await;
    let used = given.comes(event, person("anna", None)).await;
    given.registers(event, person("beate", None)).await;
    let open = given.token_mailed_to(&address("beate")).await;
    let link = async |token: &str| {
        let confirmation = given.planner.confirmation(&given.link(token)).await;
        confirmation.unwrap().link
    };
    assert_eq!(link(&used).await, LinkStage::Used);
    assert_eq!(link(&open).await, LinkStage::Open);
    given.clock.advance(SignedDuration::from_hours(48));
    assert_eq!(link(&used).await, LinkStage::Used);
    assert_eq!(link(&open).await, LinkStage::Expired);
}

async fn forms_sent_together_are_answered_each_for_itself(database: TestDatabase) {
    let given = a_network(database).await;
    let event = given.published_event(meeting(None, vec![])).await;
    let slug = given.slug(event).await;
    let register = |name: String, consent: u32| {
        let (planner, slug, client) = (given.planner.clone(), slug.clone(), given.client.clone());
        async move {
            let new = NewRegistration {
                colleagues: Vec::new(),
                wishes: Vec::new(),
                person: person(&name, None),
                answers: Answers::default(),
                consent,
                may_be_kept: false,
            };
            planner.register(&slug, None, &client, |_| Ok(new)).await
        }
    };
    let mut forms = tokio::task::JoinSet::new();
    for number in 0..40_u32 {
        // There is one privacy text. Of each person two forms agree to it.
        forms.spawn(register(format!("person{}", number / 8), number % 4));
    }
    let refused = forms
        .join_all()
        .await
        .iter()
        .filter(|saved| saved.is_err())
        .count();
    assert_eq!(refused, 30);
    let mut reader = given.database.store.read().await.unwrap();
    let counts = reader.count_registrations(event).await.unwrap();
    assert_eq!(counts.pending, 5);
}

/// On PostgreSQL a form is read before the lock is taken: what it was read against may be outdated.
async fn nobody_registers_for_what_was_cancelled_meanwhile(database: TestDatabase) {
    let given = a_network(database).await;
    let event = given.published_event(meeting(None, vec![])).await;
    let slug = given.slug(event).await;
    let reason = model::Text::parse("Zu wenige Anmeldungen").unwrap();
    let (planner, access) = (given.planner.clone(), given.organises(event));
    // The form is read; before it is saved, the organiser cancels.
    let parse = |_: &planner::registrations::RegistrationTerms| {
        let cancelling = async { planner.cancel_event(&access, reason).await.map(drop) };
        let cancelled =
            tokio::task::block_in_place(|| tokio::runtime::Handle::current().block_on(cancelling));
        cancelled.unwrap();
        Ok(NewRegistration {
            colleagues: Vec::new(),
            wishes: Vec::new(),
            person: person("anna", None),
            answers: Answers::default(),
            consent: 1,
            may_be_kept: false,
        })
    };
    let late = given
        .planner
        .register(&slug, None, &given.client, parse)
        .await;
    assert!(matches!(late, Err(PlannerError::WrongState)), "{late:?}");
}

async fn nobody_cancels_what_is_over_or_off(database: TestDatabase) {
    let given = a_network(database).await;
    let off = given.published_event(meeting(None, vec![])).await;
    let over = given.published_event(meeting(None, vec![])).await;
    let mut links = Vec::new();
    for event in [off, over] {
        let token = given.comes(event, person("anna", None)).await;
        links.push(given.link(&token));
    }
    given
        .planner
        .cancel_event(
            &given.organises(off),
            model::Text::parse("Zu wenige Anmeldungen").unwrap(),
        )
        .await
        .unwrap();
    given.clock.advance(SignedDuration::from_hours(24 * 50));
    let mails = given.mails().await.len();
    for link in links {
        let cancelled = given.planner.cancel_own_registration(&link).await;
        assert!(
            matches!(cancelled, Err(PlannerError::WrongState)),
            "{cancelled:?}"
        );
        let change = PersonalChange {
            given_name: line("Anna"),
            family_name: line("Jäger"),
            language: model::Language::De,
            answers: Answers::default(),
            revision: 0,
        };
        let changed = given
            .planner
            .change_own_registration(&link, |_| Ok(change))
            .await;
        assert!(
            matches!(changed, Err(PlannerError::WrongState)),
            "{changed:?}"
        );
    }
    assert_eq!(given.mails().await.len(), mails, "no second cancellation");
}

async fn nobody_registers_who_could_never_confirm(database: TestDatabase) {
    let given = a_network(database).await;
    let details = EventDetails {
        closes: Some(when("2023-09-19T15:00")),
        ..meeting(None, vec![])
    };
    let event = given.published_event(details).await;
    // The meeting has been on for half an hour.
    let begun = when("2023-09-19T10:00").at;
    given
        .clock
        .advance(begun.duration_since(given.planner.now()));
    let new = NewRegistration {
        colleagues: Vec::new(),
        wishes: Vec::new(),
        person: person("anna", None),
        answers: Answers::default(),
        consent: 1,
        may_be_kept: false,
    };
    let late = given.register(event, new).await;
    assert!(matches!(late, Err(PlannerError::WrongState)), "{late:?}");
}

/// PostgreSQL refuses such a text.
async fn a_text_with_a_nul_finds_nothing(database: TestDatabase) {
    let given = a_network(database).await;
    let new = NewRegistration {
        colleagues: Vec::new(),
        wishes: Vec::new(),
        person: person("anna", None),
        answers: Answers::default(),
        consent: 1,
        may_be_kept: false,
    };
    let refused = given
        .planner
        .register("treffen\0", None, &given.client, |_| Ok(new))
        .await;
    assert!(
        matches!(refused, Err(PlannerError::NotFound)),
        "{refused:?}"
    );
}

async fn an_answer_to_an_unreadable_question_survives_a_change(database: TestDatabase) {
    let given = a_network(database).await;
    let event = given.published_event(meeting(None, vec![])).await;
    let access = given.organises(event);
    let question = NewQuestion {
        kind: QuestionKind::Text,
        label: line("Was brauchen Sie?"),
        help: Text::default(),
        options: Vec::new(),
        need: Need::Optional,
    };
    let question = given.planner.add_question(&access, question).await.unwrap();
    let needs = Answer::Text("Gebärdensprache".to_owned());
    let added = AddedPerson {
        person: person("anna", None),
        answers: [(question, needs.clone())].into_iter().collect(),
    };
    let added = given.planner.add_person(&access, |_| Ok(added)).await;
    added.unwrap();
    let anna = given.only_registration(event).await;
    let access = given.organises_registration(anna);

    let break_options = "UPDATE questions SET options = 'nix'";
    given.database.run_sql(break_options).await;
    let planned = given.planner.planned_event(&given.organises(event)).await;
    let planned = planned.unwrap();
    assert_eq!(planned.questions, []);
    assert_eq!(planned.unreadable_questions[0].column, "options");
    let before = given.planner.person_record(&access).await.unwrap();
    let change = PersonalChange {
        given_name: line("Anna"),
        family_name: line("Jäger"),
        language: model::Language::De,
        answers: Answers::default(),
        revision: before.registration.revision,
    };
    let changed = given.planner.correct_registration(&access, |_| Ok(change));
    changed.await.unwrap();

    let mend = "UPDATE questions SET options = '[]'";
    given.database.run_sql(mend).await;
    let after = given.planner.person_record(&access).await.unwrap();
    assert_eq!(after.registration.person.family_name.as_str(), "Jäger");
    assert_eq!(after.registration.answers.get(question), Some(&needs));
}
