//! The personal link: a participant sees, changes and cancels the registration without an account. What
//! a participant can change, an organiser can correct.

use jiff::Timestamp;
use model::{
    Answers, AuditAction, Event, EventState, Language, Line, LinkPurpose, Question, Registration,
    RegistrationChange, RegistrationId, RegistrationState,
};
use store::{AuditLine, Reader, Tx};

use super::{register::OpenEvent, seat_allocator::SeatAllocator};
use crate::{
    Changes, ClientKey, Planner, PlannerError, Result,
    access::Token,
    access::{Organises, RegistrationAccess},
    audit::{About, AuditEntry, Edit, Who, changes_of},
    mail::Notification,
};

/// What the personal page shows.
#[derive(Debug, Clone)]
pub struct PersonalPage {
    pub right: RegistrationAccess,
    pub open: OpenEvent,
    pub registration: Registration,
    /// The place on the waiting list, from 1; while the person waits.
    pub position: Option<u32>,
}

/// What can be changed about a registration. Address and organisation decide about seats and mails, so they
/// stay: whoever changes those registers anew.
#[derive(Debug, Clone)]
pub struct PersonalChange {
    pub given_name: Line<200>,
    pub family_name: Line<200>,
    pub language: Language,
    pub answers: Answers,
    /// The revision that the change was made from.
    pub revision: i64,
}

impl Planner {
    /// The registration that a personal link was sent for.
    pub async fn personal_page(&self, token: &str, client: &ClientKey) -> Result<PersonalPage> {
        let Some(token) = Token::parse(token) else {
            return Err(self.wrong_link(client).await);
        };
        let mut reader = self.store().read().await?;
        let link = reader
            .personal_link(token.hash().as_bytes())
            .await?
            .filter(|link| link.purpose == LinkPurpose::Manage);
        let Some(link) = link else {
            drop(reader);
            return Err(self.wrong_link(client).await);
        };
        let (registration, event) = registered(&mut reader, link.registration).await?;
        let position = match registration.state {
            RegistrationState::Waitlisted => Some(reader.waiting_before(&registration).await? + 1),
            _ => None,
        };
        Ok(PersonalPage {
            right: RegistrationAccess::new(registration.id, event.id),
            open: self.open(&mut reader, event).await?,
            registration,
            position,
        })
    }

    /// Changes names, language and answers.
    pub async fn change_own_registration(
        &self,
        right: RegistrationAccess,
        change: PersonalChange,
    ) -> Result<()> {
        let mut tx = self.store().begin().await?;
        let (registration, event) = registered(&mut tx, right.registration()).await?;
        // An organiser may put the list of who was there right afterwards.
        if event.is_over(self.now()) {
            return Err(PlannerError::WrongState);
        }
        self.change_details(&mut tx, Who::Participant, &event, &registration, change)
            .await?;
        self.commit(tx).await
    }

    /// Corrects names, language or answers for somebody. Nobody is written to.
    pub async fn correct_registration(
        &self,
        right: &Organises,
        registration: RegistrationId,
        change: PersonalChange,
    ) -> Result<()> {
        let mut tx = self.store().begin().await?;
        let registration = tx
            .registration(registration)
            .await?
            .ok_or(PlannerError::NotFound)?;
        let event = self
            .own_event(&mut tx, right.network(), registration.event)
            .await?;
        self.change_details(&mut tx, Who::from(right), &event, &registration, change)
            .await?;
        self.commit(tx).await
    }

    async fn change_details(
        &self,
        tx: &mut Tx,
        who: Who,
        event: &Event,
        registration: &Registration,
        change: PersonalChange,
    ) -> Result<()> {
        if !registration.state.is_active() || event.state == EventState::Cancelled {
            return Err(PlannerError::WrongState);
        }
        let questions = tx.questions(event.id).await?;
        let asked = match who {
            Who::Participant => questions.clone(),
            Who::Member(_) | Who::Planner => questions
                .iter()
                .cloned()
                .map(Question::asked_of_organiser)
                .collect(),
        };
        let answers = change.answers.checked(&asked)?;
        let changed = changed(
            registration,
            PersonalChange { answers, ..change },
            &questions,
        );
        if changed.revision != registration.revision {
            let lines = tx.audit_of_registration(registration.id).await?;
            let since: Vec<AuditLine> = lines
                .into_iter()
                .filter(|line| line.revision > Some(changed.revision))
                .collect();
            let changes = Changes::Registration(changes_of(since));
            return Err(PlannerError::Conflict(changes));
        }
        self.save_details(tx, who, event, registration, changed, &questions)
            .await
    }

    /// Saves what changed about a person, with its audit line.
    pub(crate) async fn save_details(
        &self,
        tx: &mut Tx,
        who: Who,
        event: &Event,
        before: &Registration,
        after: Registration,
        questions: &[Question],
    ) -> Result<()> {
        let after = Registration {
            revision: before.revision + 1,
            ..after
        };
        if !tx
            .update_registration_details(&after, before.revision)
            .await?
        {
            return Err(PlannerError::Conflict(Changes::Unknown));
        }
        let changes = RegistrationChange::between(before, &after, questions);
        let about = About {
            network: event.network,
            event: Some(event.id),
            registration: Some(after.id),
        };
        let entry = AuditEntry {
            who,
            about,
            action: AuditAction::RegistrationChanged,
            edit: Some(Edit::new(&changes, after.revision)?),
        };
        self.note(tx, entry).await
    }

    /// Gives the registration up. The seat goes to the first one waiting, who is told.
    pub async fn cancel_own_registration(&self, right: RegistrationAccess) -> Result<()> {
        let mut tx = self.store().begin().await?;
        let mut allocator = SeatAllocator::open(self, &mut tx, right.event()).await?;
        let registration = allocator.registration(right.registration()).await?;
        if registration.state == RegistrationState::Cancelled {
            return Ok(());
        }
        // A cancelled event's invitations are taken back already.
        if allocator.event.state == EventState::Cancelled || allocator.event.is_over(self.now()) {
            return Err(PlannerError::WrongState);
        }
        allocator
            .release(
                registration,
                RegistrationState::Cancelled,
                Who::Participant,
                Notification::RegistrationCancelled,
            )
            .await?;
        self.commit(tx).await
    }

    /// A fresh personal link, for the mail that carries it.
    pub(crate) async fn new_personal_link(
        &self,
        tx: &mut Tx,
        registration: RegistrationId,
    ) -> Result<Token> {
        self.new_link(tx, registration, LinkPurpose::Manage, None)
            .await
    }

    /// A fresh link that confirms an address.
    pub(crate) async fn new_confirmation_link(
        &self,
        tx: &mut Tx,
        registration: RegistrationId,
        expires_at: Timestamp,
    ) -> Result<Token> {
        self.new_link(tx, registration, LinkPurpose::Confirm, Some(expires_at))
            .await
    }

    async fn new_link(
        &self,
        tx: &mut Tx,
        registration: RegistrationId,
        purpose: LinkPurpose,
        expires_at: Option<Timestamp>,
    ) -> Result<Token> {
        let token = self.new_token();
        tx.insert_personal_link(
            token.hash().as_bytes(),
            registration,
            purpose,
            self.now(),
            expires_at,
        )
        .await?;
        Ok(token)
    }
}

/// A registration, and the event that it is for.
pub(super) async fn registered(
    reader: &mut Reader,
    id: RegistrationId,
) -> Result<(Registration, Event)> {
    let registration = reader
        .registration(id)
        .await?
        .ok_or(PlannerError::NotFound)?;
    let event = reader
        .event(registration.event)
        .await?
        .ok_or(PlannerError::NotFound)?;
    Ok((registration, event))
}

fn changed(
    registration: &Registration,
    change: PersonalChange,
    questions: &[Question],
) -> Registration {
    let mut changed = registration.clone();
    changed.person.given_name = change.given_name;
    changed.person.family_name = change.family_name;
    changed.person.language = change.language;
    changed.answers = change.answers.keeping(&registration.answers, questions);
    changed.revision = change.revision;
    changed
}
