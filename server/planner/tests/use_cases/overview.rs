//! The overview of an event and the list of all: what is next, who is represented, what happened last.

use jiff::SignedDuration;
use model::{Answers, AuditAction, Contingent, Need, QuestionKind, Text};
use planner::{
    events::{NewQuestion, NextStep},
    registrations::{AddedPerson, Decision},
};
use store::testing::TestDatabase;

use crate::given::{a_network, line, meeting, person};

store::on_both_engines! {
    who_got_no_mail_and_who_wrote_something_is_next,
    contingents_say_what_is_taken,
    activities_name_people,
}

async fn who_got_no_mail_and_who_wrote_something_is_next(database: TestDatabase) {
    let given = a_network(database).await;
    let event = given.published_event(meeting(Some(70), vec![])).await;
    let access = given.organises(event);
    let question = NewQuestion {
        kind: QuestionKind::Text,
        label: line("Was brauchen Sie?"),
        help: Text::default(),
        options: Vec::new(),
        need: Need::Optional,
    };
    let question = given.planner.add_question(&access, question).await.unwrap();
    let added = given.planner.add_person(&access, |terms| {
        let needs = ["Gebärdensprache".to_owned()];
        let answers = Answers::parse(&terms.questions, |id| {
            if id == question { &needs[..] } else { &[] }
        })?;
        let person = person("Dirk", None);
        Ok(AddedPerson { person, answers })
    });
    added.await.unwrap();
    given
        .database
        .run_sql("UPDATE outbox SET state = 'refused', settled_at = created_at")
        .await;
    let unreached = NextStep::ReachPeople { people: 1 };
    let overview = given.planner.event_overview(&access).await.unwrap();
    assert_eq!(overview.next.steps, [unreached]);

    given.clock.advance(SignedDuration::from_hours(24 * 40));
    let overview = given.planner.event_overview(&access).await.unwrap();
    let both = [unreached, NextStep::ReadAnswers { people: 1 }];
    assert_eq!(overview.next.steps, both);
    assert_eq!(overview.free_answers[0].name, "Dirk Muster");
    assert_eq!(overview.free_answers[0].answer, "Gebärdensprache");
    let reads = given.organiser.reads();
    let lists = given.planner.events(&reads).await.unwrap();
    assert_eq!(lists.upcoming[0].next.steps, both);

    let dirk = given.only_registration(event).await;
    let access_to_dirk = given.organises_registration(dirk);
    let decided = given.planner.decide(&access_to_dirk, Decision::Cancel);
    decided.await.unwrap();
    let overview = given.planner.event_overview(&access).await.unwrap();
    assert_eq!(overview.next.steps, [NextStep::ShareLink]);
}

async fn contingents_say_what_is_taken(database: TestDatabase) {
    let given = a_network(database).await;
    let partner = given.organisation("VHS Leipzig").await;
    given.organisation("EXIS Europa").await;
    let held = Contingent {
        organisation: partner,
        seats: 3,
    };
    let event = given.published_event(meeting(Some(70), vec![held])).await;
    given.comes(event, person("beate", Some(partner))).await;
    given.comes(event, person("cem", None)).await;
    let access = given.organises(event);
    let overview = given.planner.event_overview(&access).await.unwrap();
    assert_eq!(overview.organisations, (1, 2));
    let used = &overview.contingents[0];
    assert_eq!((used.taken, used.held), (1, 3));
    assert_eq!(used.organisation, line("VHS Leipzig"));
}

async fn activities_name_people(database: TestDatabase) {
    let given = a_network(database).await;
    let event = given.published_event(meeting(Some(70), vec![])).await;
    given.comes(event, person("beate", None)).await;
    let access = given.organises(event);
    let overview = given.planner.event_overview(&access).await.unwrap();
    let latest = &overview.activities[0];
    assert_eq!(latest.action, AuditAction::RegistrationConfirmed);
    let name = latest.registration.clone().unwrap().1;
    assert_eq!(name.as_deref(), Some("beate Muster"));
    let published = &overview.activities[2];
    assert_eq!(published.action, AuditAction::EventPublished);
    assert_eq!(published.member.as_deref(), Some("Anna Jäger"));
    let states: Vec<_> = overview
        .state_changes
        .iter()
        .map(|(action, _)| *action)
        .collect();
    let both = [AuditAction::EventCreated, AuditAction::EventPublished];
    assert_eq!(states, both);
}
