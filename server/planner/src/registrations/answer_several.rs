//! An organiser gives several people the same answer to a question.

use model::{Answers, Event, EventState, Faults, Network, Question, QuestionId, Registration};

use super::{
    personal::{Edited, PersonalChange},
    selection::RegistrationSelection,
};
use crate::{
    Changes, Planner, PlannerError, Result,
    access::{EventAccess, Organises},
    audit::Who,
    events::Counts,
};

/// Those who would be given an answer, and the questions to choose from.
#[derive(Debug, Clone)]
pub struct SeveralToAnswer {
    pub network: Network,
    pub event: Event,
    pub counts: Counts,
    pub questions: Vec<Question>,
    /// Those selected who have not cancelled and are not declined.
    pub people: Vec<Registration>,
}

impl Planner {
    /// Whom an answer for several people would concern.
    #[tracing::instrument(level = "debug", skip_all, fields(event = %access), err(level = "debug"))]
    pub async fn several_to_answer(
        &self,
        access: &EventAccess<Organises>,
        selection: &RegistrationSelection,
    ) -> Result<SeveralToAnswer> {
        let mut tx = self.store().begin().await?;
        let (_, locked) = self.lock_event(&mut tx, access).await?;
        let (network, event) = (locked.network.clone(), locked.event.clone());
        let mut people = selection.read(locked.tx, event.id).await?;
        people.retain(|person| person.state.is_active());
        Ok(SeveralToAnswer {
            counts: tx.count_registrations(event.id).await?,
            questions: tx.questions(event.id).await?.rows,
            network,
            event,
            people,
        })
    }

    /// Gives people the same answer to one question; their other answers stay. Nobody is written to. `seen` says
    /// whether they are those whom the organiser has seen, `parse` reads the answer. Returns for how many it changed
    /// something.
    ///
    /// # Errors
    ///
    /// `NotFound` if the event does not ask this question, `WrongState` if it is cancelled, a conflict if they are others, or
    /// have answered otherwise meanwhile.
    #[tracing::instrument(level = "debug", skip_all, fields(event = %access), err(level = "debug"))]
    pub async fn answer_for_several(
        &self,
        access: &EventAccess<Organises>,
        selection: &RegistrationSelection,
        (question, seen): (QuestionId, impl FnOnce(&[Registration]) -> bool + Send),
        parse: impl FnOnce(&[Question]) -> Result<Answers, Faults> + Send,
    ) -> Result<usize> {
        let mut tx = self.store().begin().await?;
        let (right, locked) = self.lock_event(&mut tx, access).await?;
        let event = locked.event.clone();
        if event.state == EventState::Cancelled {
            return Err(PlannerError::WrongState);
        }
        let mut people = selection.read(locked.tx, event.id).await?;
        people.retain(|person| person.state.is_active());
        let mut questions = tx.questions(event.id).await?.rows;
        questions.retain(|one| one.id == question);
        if questions.is_empty() {
            return Err(PlannerError::NotFound);
        }
        let answers = parse(&questions)?;
        if !seen(&people) {
            return Err(PlannerError::Conflict(Changes::Unknown));
        }
        let mut changed = 0;
        for registration in people {
            let is_same = registration.answers.get(question) == answers.get(question);
            if is_same {
                continue;
            }
            let person = &registration.person;
            let change = PersonalChange {
                given_name: person.given_name.clone(),
                family_name: person.family_name.clone(),
                language: person.language,
                answers: answers.clone(),
                revision: registration.revision,
            };
            let edited = Edited::of(event.clone(), questions.clone(), registration);
            self.change_details(&mut tx, Who::from(&right), &edited, change)
                .await?;
            changed += 1;
        }
        self.commit(tx).await?;
        Ok(changed)
    }
}
