//! Speakers see the answers that the organiser chose, and no others.

use model::QuestionId;
use planner::PlannerError;
use store::testing::TestDatabase;
use uuid::Uuid;

use super::{given_congress::GivenCongress, publishing::a_planned_congress};
use crate::questions::question;

store::on_both_engines! {
    lists_show_the_answers_that_were_chosen_and_no_others,
}

impl GivenCongress {
    /// The labels of the questions whose answers the list of the first workshop shows.
    async fn shown_questions(&self, token: &str) -> Vec<String> {
        let list = self.list(token).await.unwrap();
        let questions = list.questions.iter();
        questions
            .map(|question| question.label.to_string())
            .collect()
    }
}

async fn lists_show_the_answers_that_were_chosen_and_no_others(database: TestDatabase) {
    let congress = a_planned_congress(database).await;
    congress.publishes().await;
    let planner = &congress.given.planner;
    let access = congress.organises();
    let mut ids: Vec<QuestionId> = Vec::new();
    for label in ["Vorwissen", "Verpflegung", "Anreise"] {
        let added = planner.add_question(&access, question(label)).await;
        ids.push(added.unwrap());
    }
    let tokens = congress.list_tokens().await;
    assert!(congress.shown_questions(&tokens[0]).await.is_empty());
    // A question of nobody's is no choice.
    let unknown = QuestionId::from(Uuid::from_u128(1));
    let chosen = [ids[0], unknown].into();
    planner
        .show_answers_on_lists(&access, chosen)
        .await
        .unwrap();
    for token in &tokens {
        assert_eq!(congress.shown_questions(token).await, ["Vorwissen"]);
    }
    let links = planner.list_links(&access, None).await.unwrap();
    let is_shown: Vec<bool> = links.questions.iter().map(|(_, shown)| *shown).collect();
    assert_eq!(is_shown, [true, false, false]);
    // Another choice takes the first one away, and a question that is removed is shown no more.
    let chosen = [ids[1], ids[2]].into();
    planner
        .show_answers_on_lists(&access, chosen)
        .await
        .unwrap();
    planner.remove_question(&access, ids[2]).await.unwrap();
    assert_eq!(congress.shown_questions(&tokens[0]).await, ["Verpflegung"]);
    planner
        .show_answers_on_lists(&access, [].into())
        .await
        .unwrap();
    assert!(congress.shown_questions(&tokens[0]).await.is_empty());
    let stranger = congress
        .given
        .organises(model::EventId::from(Uuid::from_u128(9)));
    let refused = planner.show_answers_on_lists(&stranger, [].into()).await;
    assert!(matches!(refused, Err(PlannerError::NotFound)));
}
