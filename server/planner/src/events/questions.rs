//! The event's own questions.

use model::{EventId, Line, Need, Question, QuestionId, QuestionKind, Text};
use store::Tx;

use super::agenda::Step;
use crate::{
    Planner, PlannerError, Result,
    access::Organises,
    audit::{About, Who},
};

/// What an organiser enters about a question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewQuestion {
    pub kind: QuestionKind,
    pub label: Line<300>,
    pub help: Text<1_000>,
    /// At least one for kinds that have options; none for the others.
    pub options: Vec<Line<200>>,
    pub need: Need,
}

impl Planner {
    /// Adds a question at the end.
    pub async fn add_question(
        &self,
        right: &Organises,
        event: EventId,
        new: NewQuestion,
    ) -> Result<QuestionId> {
        let mut tx = self.store().begin().await?;
        self.own_event(&mut tx, right.network(), event).await?;
        let position = tx
            .questions(event)
            .await?
            .iter()
            .map(|q| q.position + 1)
            .max()
            .unwrap_or(0);
        let question = with(new, self.new_id(), event, position);
        tx.insert_question(&question).await?;
        self.note_questions(&mut tx, right, event, "question added")
            .await?;
        tx.commit().await?;
        Ok(question.id)
    }

    /// Changes a question. Answers given before stay as they were given.
    pub async fn change_question(
        &self,
        right: &Organises,
        event: EventId,
        question: QuestionId,
        new: NewQuestion,
    ) -> Result<()> {
        let mut tx = self.store().begin().await?;
        let question = self.own_question(&mut tx, right, event, question).await?;
        tx.update_question(&with(new, question.id, event, question.position))
            .await?;
        self.note_questions(&mut tx, right, event, "question changed")
            .await?;
        tx.commit().await?;
        Ok(())
    }

    /// Removes a question; its answers are no longer shown.
    pub async fn remove_question(
        &self,
        right: &Organises,
        event: EventId,
        question: QuestionId,
    ) -> Result<()> {
        let mut tx = self.store().begin().await?;
        let question = self.own_question(&mut tx, right, event, question).await?;
        tx.delete_question(question.id).await?;
        self.note_questions(&mut tx, right, event, "question removed")
            .await?;
        tx.commit().await?;
        Ok(())
    }

    /// Swaps a question with its neighbour.
    pub async fn step_question(
        &self,
        right: &Organises,
        event: EventId,
        question: QuestionId,
        step: Step,
    ) -> Result<()> {
        let mut tx = self.store().begin().await?;
        let question = self.own_question(&mut tx, right, event, question).await?;
        let questions = tx.questions(event).await?;
        let at = questions
            .iter()
            .position(|q| q.id == question.id)
            .unwrap_or_default();
        let neighbour = match step {
            Step::Earlier => at.checked_sub(1).and_then(|at| questions.get(at)),
            Step::Later => questions.get(at + 1),
        };
        if let Some(neighbour) = neighbour {
            let (here, there) = (question.position, neighbour.position);
            tx.update_question(&Question {
                position: there,
                ..question.clone()
            })
            .await?;
            tx.update_question(&Question {
                position: here,
                ..neighbour.clone()
            })
            .await?;
            self.note_questions(&mut tx, right, event, "questions reordered")
                .await?;
        }
        tx.commit().await?;
        Ok(())
    }

    async fn own_question(
        &self,
        tx: &mut Tx,
        right: &Organises,
        event: EventId,
        question: QuestionId,
    ) -> Result<Question> {
        self.own_event(tx, right.network(), event).await?;
        let questions = tx.questions(event).await?;
        questions
            .into_iter()
            .find(|q| q.id == question)
            .ok_or(PlannerError::NotFound)
    }

    async fn note_questions(
        &self,
        tx: &mut Tx,
        right: &Organises,
        event: EventId,
        what: &str,
    ) -> Result<()> {
        let about = About {
            network: right.network(),
            event: Some(event),
            registration: None,
        };
        self.note(tx, Who::from(right), about, what, &[], None)
            .await
    }
}

fn with(new: NewQuestion, id: QuestionId, event: EventId, position: i64) -> Question {
    let NewQuestion {
        kind,
        label,
        help,
        options,
        need,
    } = new;
    Question {
        id,
        event,
        position,
        kind,
        label,
        help,
        options,
        need,
    }
}
