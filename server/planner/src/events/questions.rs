//! The event's own questions.

use model::{
    AuditAction, Event, EventId, Fault, Faults, Line, Need, Question, QuestionChange, QuestionId,
    QuestionKind, Text,
};
use store::Tx;

use super::locked_event::lock_changeable;
use crate::{
    Changes, MoveTo, Planner, PlannerError, Result,
    access::{EventAccess, Organises},
    audit::PartChange,
};

/// What an organiser enters about a question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewQuestion {
    pub kind: QuestionKind,
    pub label: Line<300>,
    pub help: Text<1_000>,
    /// At least two for kinds that have options; none for the others.
    pub options: Vec<Line<200>>,
    pub need: Need,
}

/// A change of a question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QuestionEdit {
    /// The question as the organiser saw it.
    pub seen: NewQuestion,
    pub new: NewQuestion,
    pub chosen: ChosenOptions,
}

/// What is done about options that people chose and that a change no longer offers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ChosenOptions {
    /// The change is refused, with the number of people.
    Refuse,
    /// The answers stay as they were given.
    KeepAnswers,
}

impl Planner {
    /// Adds a question at the end.
    #[tracing::instrument(level = "debug", skip_all, fields(event = %access), err(level = "debug"))]
    pub async fn add_question(
        &self,
        access: &EventAccess<Organises>,
        new: NewQuestion,
    ) -> Result<QuestionId> {
        let mut tx = self.store().begin().await?;
        let (right, event) = lock_changeable(&mut tx, access).await?;
        let questions = tx.questions(event.id).await?.rows;
        let position = questions.iter().map(|q| q.position + 1).max().unwrap_or(0);
        new.check()?;
        let question = new.with(self.new_id(), event.id, position);
        tx.insert_question(&question).await?;
        let change = (AuditAction::QuestionAdded, change_of(None, Some(&question)));
        self.note_named_part(&mut tx, &right, &event, change)
            .await?;
        tx.commit().await?;
        Ok(question.id)
    }

    /// Changes a question. Answers given before stay as they were given. If the question is another one by now
    /// than it was made from, what changed meanwhile is answered and nothing is saved.
    #[tracing::instrument(level = "debug", skip_all, fields(event = %access, %question), err(level = "debug"))]
    pub async fn change_question(
        &self,
        access: &EventAccess<Organises>,
        question: QuestionId,
        edit: QuestionEdit,
    ) -> Result<()> {
        let QuestionEdit { seen, new, chosen } = edit;
        new.check()?;
        let mut tx = self.store().begin().await?;
        let (right, event) = lock_changeable(&mut tx, access).await?;
        let question = question_of(&mut tx, &event, question).await?;
        let seen = seen.with(question.id, event.id, question.position);
        let changed = QuestionChange::between(&seen, &question);
        if !changed.is_empty() {
            return Err(PlannerError::Conflict(Changes::Question(changed)));
        }
        if chosen == ChosenOptions::Refuse {
            refuse_chosen(&mut tx, &question, &new).await?;
        }
        let after = new.with(question.id, event.id, question.position);
        tx.update_question(&after).await?;
        let change = (
            AuditAction::QuestionChanged,
            change_of(Some(&question), Some(&after)),
        );
        self.note_named_part(&mut tx, &right, &event, change)
            .await?;
        tx.commit().await?;
        Ok(())
    }

    /// Removes a question; its answers are no longer shown.
    #[tracing::instrument(level = "debug", skip_all, fields(event = %access, %question), err(level = "debug"))]
    pub async fn remove_question(
        &self,
        access: &EventAccess<Organises>,
        question: QuestionId,
    ) -> Result<()> {
        let mut tx = self.store().begin().await?;
        let (right, event) = lock_changeable(&mut tx, access).await?;
        let question = question_of(&mut tx, &event, question).await?;
        tx.delete_question(question.id).await?;
        let change = (
            AuditAction::QuestionRemoved,
            change_of(Some(&question), None),
        );
        self.note_named_part(&mut tx, &right, &event, change)
            .await?;
        tx.commit().await?;
        Ok(())
    }

    /// Puts a question elsewhere in the order.
    #[tracing::instrument(level = "debug", skip_all, fields(event = %access, %question), err(level = "debug"))]
    pub async fn place_question(
        &self,
        access: &EventAccess<Organises>,
        question: QuestionId,
        place: MoveTo<QuestionId>,
    ) -> Result<()> {
        let mut tx = self.store().begin().await?;
        let (right, event) = lock_changeable(&mut tx, access).await?;
        let mut questions = tx.questions(event.id).await?.rows;
        let order: Vec<QuestionId> = questions.iter().map(|q| q.id).collect();
        let (from, to) = place
            .within(&order, &question)
            .ok_or(PlannerError::NotFound)?;
        if from == to {
            return Ok(());
        }
        let moved = questions.remove(from);
        questions.insert(to, moved);
        for (position, question) in (0..).zip(questions) {
            if question.position != position {
                tx.update_question(&Question {
                    position,
                    ..question
                })
                .await?;
            }
        }
        self.note_event_part(&mut tx, &right, &event, AuditAction::QuestionsReordered)
            .await?;
        tx.commit().await?;
        Ok(())
    }
}

/// Refuses a change that no longer offers an option which somebody chose who is coming or may come.
async fn refuse_chosen(tx: &mut Tx, before: &Question, new: &NewQuestion) -> Result<()> {
    let mut gone: Vec<(String, u32)> = before
        .options
        .iter()
        .filter(|option| !new.options.contains(option))
        .map(|option| (option.to_string(), 0))
        .collect();
    if gone.is_empty() {
        return Ok(());
    }
    for registration in tx.registrations_of(before.event).await?.rows {
        let answer = registration.answers.get(before.id);
        let Some(answer) = answer.filter(|_| registration.state.is_active()) else {
            continue;
        };
        for value in answer.values() {
            if let Some((_, people)) = gone.iter_mut().find(|(option, _)| *option == value) {
                *people += 1;
            }
        }
    }
    gone.retain(|(_, people)| *people > 0);
    if gone.is_empty() {
        return Ok(());
    }
    let fault = Fault::OptionsChosen { chosen: gone };
    Err(PlannerError::Invalid(Faults::one("options", fault)))
}

/// The change as the history shows it.
fn change_of(before: Option<&Question>, after: Option<&Question>) -> PartChange {
    let label = |question: &Question| question.label.to_string();
    let options = |question: &Question| {
        let options: Vec<&str> = question.options.iter().map(Line::as_str).collect();
        options.join(", ")
    };
    let part = after.or(before).map(label).unwrap_or_default();
    PartChange::new(part, before.map(label), after.map(label))
        .value(
            "kind",
            before.map(|one| one.kind),
            after.map(|one| one.kind),
        )
        .value("options", before.map(options), after.map(options))
        .value(
            "required",
            before.map(|one| one.need),
            after.map(|one| one.need),
        )
        .value(
            "help",
            before.map(|one| one.help.clone()),
            after.map(|one| one.help.clone()),
        )
}

async fn question_of(tx: &mut Tx, event: &Event, question: QuestionId) -> Result<Question> {
    let questions = tx.questions(event.id).await?.rows;
    questions
        .into_iter()
        .find(|q| q.id == question)
        .ok_or(PlannerError::NotFound)
}

impl NewQuestion {
    /// The input that would give what is stored.
    pub fn of(question: &Question) -> Self {
        let Question {
            id: _,
            event: _,
            position: _,
            kind,
            label,
            help,
            options,
            need,
        } = question.clone();
        Self {
            kind,
            label,
            help,
            options,
            need,
        }
    }

    fn check(&self) -> Result<()> {
        let options = self.kind.check_options(&self.options);
        options.map_err(|fault| PlannerError::Invalid(Faults::one("options", fault)))
    }

    fn with(self, id: QuestionId, event: EventId, position: i64) -> Question {
        let Self {
            kind,
            label,
            help,
            options,
            need,
        } = self;
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
}
