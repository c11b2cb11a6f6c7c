//! The questions of an event: their order, two who change one question.

use model::{Changed, EventId, Need, QuestionChange, QuestionKind, Text};
use planner::{
    Changes, MoveTo, PlannerError,
    events::{ChosenOptions, NewQuestion, QuestionEdit},
};
use store::testing::TestDatabase;

use crate::{
    events::draft,
    given::{Given, a_network, line},
};

store::on_both_engines! {
    questions_keep_the_order_they_are_put_in,
    the_second_who_changes_a_question_is_told_what_changed_meanwhile,
    two_who_change_a_question_at_once_do_not_overwrite_each_other,
}

pub fn question(label: &str) -> NewQuestion {
    NewQuestion {
        kind: QuestionKind::Text,
        label: line(label),
        help: Text::default(),
        options: Vec::new(),
        need: Need::Optional,
    }
}

async fn questions_keep_the_order_they_are_put_in(database: TestDatabase) {
    let given = a_network(database).await;
    let event = draft(&given).await;
    let add = async |label| {
        given
            .planner
            .add_question(&given.organises(event), question(label))
            .await
    };
    let first = add("Verpflegung").await.unwrap();
    add("Anreise").await.unwrap();
    let third = add("Hotel").await.unwrap();
    let place = async |question, place| {
        given
            .planner
            .place_question(&given.organises(event), question, place)
            .await
    };
    place(third, MoveTo::Before(first)).await.unwrap();
    place(first, MoveTo::Later).await.unwrap();
    assert_eq!(
        labels(&given, event).await,
        ["Hotel", "Anreise", "Verpflegung"]
    );
    given
        .planner
        .remove_question(&given.organises(event), third)
        .await
        .unwrap();
    assert_eq!(labels(&given, event).await, ["Anreise", "Verpflegung"]);
    let gone = place(third, MoveTo::Last).await;
    assert!(matches!(gone, Err(PlannerError::NotFound)), "{gone:?}");
}

async fn labels(given: &Given, event: EventId) -> Vec<String> {
    let planned = given
        .planner
        .planned_event(&given.organises(event))
        .await
        .unwrap();
    let questions = planned.questions.iter();
    questions.map(|q| q.label.to_string()).collect()
}

async fn the_second_who_changes_a_question_is_told_what_changed_meanwhile(database: TestDatabase) {
    let given = a_network(database).await;
    let event = draft(&given).await;
    let seen = question("Verpflegung");
    let id = given
        .planner
        .add_question(&given.organises(event), seen.clone())
        .await
        .unwrap();
    let change = async |new| {
        given
            .planner
            .change_question(&given.organises(event), id, edited(&seen, new))
            .await
    };
    let with_choice = NewQuestion {
        kind: QuestionKind::OneOf,
        options: vec![line("vegan"), line("halal")],
        ..seen.clone()
    };
    change(with_choice).await.unwrap();
    let second = change(question("Was möchten Sie essen?")).await;
    let Err(PlannerError::Conflict(Changes::Question(changes))) = second else {
        panic!("{second:?}")
    };
    assert_eq!(
        changes,
        [
            QuestionChange::Kind(Changed {
                before: QuestionKind::Text,
                after: QuestionKind::OneOf,
            }),
            QuestionChange::Options(Changed {
                before: Vec::new(),
                after: vec![line("vegan"), line("halal")],
            }),
        ]
    );
}

async fn two_who_change_a_question_at_once_do_not_overwrite_each_other(database: TestDatabase) {
    let given = a_network(database).await;
    let event = draft(&given).await;
    let seen = question("Verpflegung");
    given
        .planner
        .add_question(&given.organises(event), seen.clone())
        .await
        .unwrap();
    let mut holding = given.database.store.begin().await.unwrap();
    let stored = holding.questions(event).await.unwrap().rows.remove(0);
    assert!(holding.update_question(&stored).await.unwrap());
    let mut editors = tokio::task::JoinSet::new();
    for label in ["Essen", "Getränke"] {
        let (planner, access) = (given.planner.clone(), given.organises(event));
        let seen = seen.clone();
        editors.spawn(async move {
            planner
                .change_question(&access, stored.id, edited(&seen, question(label)))
                .await
        });
    }
    // Both are in the middle by now.
    tokio::time::sleep(std::time::Duration::from_millis(300)).await;
    drop(holding);
    let saved = editors.join_all().await;
    assert_eq!(saved.iter().filter(|saved| saved.is_ok()).count(), 1);
    assert!(
        saved
            .iter()
            .any(|saved| matches!(saved, Err(PlannerError::Conflict(_)))),
        "{saved:?}"
    );
}

/// A change that would be refused if people chose what it removes.
pub fn edited(seen: &NewQuestion, new: NewQuestion) -> QuestionEdit {
    QuestionEdit {
        seen: seen.clone(),
        new,
        chosen: ChosenOptions::Refuse,
    }
}
