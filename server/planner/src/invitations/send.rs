//! An organiser invites people, and reminds those who have not answered. Each is a mailing: a job that can be watched,
//! stopped and resumed, and writes to nobody twice.

use std::collections::HashMap;

use model::{
    AuditAction, ContactId, Event, EventTime, Fault, Faults, Invitation, InvitationCalendar,
    MailingAudience, MailingPurpose, MemberId, Recipient, VariableBody, VariableLine,
};

use super::{
    choice::{InvitationChoice, Invitees},
    overview::SilentPeople,
};
use crate::{
    Planner, PlannerError, Result,
    access::{EventAccess, Organises},
    audit::{AuditEntry, Who},
    events::LockedEvent,
    jobs::QueuedJob,
    mailings::NewMailing,
};

/// Invitations to be sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewInvitations {
    pub choice: InvitationChoice,
    pub subject: VariableLine,
    pub text: VariableBody,
    pub calendar: InvitationCalendar,
    /// `None`: at once.
    pub due: Option<EventTime>,
}

impl Planner {
    /// Invites the chosen people, now or when the time has come. Gives their number.
    ///
    /// # Errors
    ///
    /// `WrongState` once the event takes no answers. `Invalid` if nobody is left to invite, or the time is over.
    #[tracing::instrument(level = "debug", skip_all, fields(event = %access), err(level = "debug"))]
    pub async fn invite(
        &self,
        access: &EventAccess<Organises>,
        parse: impl FnOnce(&Event) -> Result<NewInvitations, Faults> + Send,
    ) -> Result<usize> {
        let mut tx = self.store().begin().await?;
        let (right, mut event) = self.lock_event(&mut tx, access).await?;
        let new = parse(&event.event)?;
        if !event.event.takes_answers(self.now()) {
            return Err(PlannerError::WrongState);
        }
        if new.due.is_some_and(|due| due.at <= self.now()) {
            return Err(Faults::one("due", Fault::AlreadyOver).into());
        }
        if new
            .due
            .is_some_and(|due| !event.event.takes_answers(due.at))
        {
            return Err(Faults::one("due", Fault::AfterClosing).into());
        }
        let invitees = Invitees::read(event.tx, &event.event, &new.choice).await?;
        if invitees.people.is_empty() {
            return Err(Faults::one("lists", Fault::TooFewPeople { least: 1 }).into());
        }
        let people: Vec<ContactId> = invitees.people.iter().map(|contact| contact.id).collect();
        event.make_invitations(&people, new.calendar).await?;
        let entry = AuditEntry {
            who: Who::from(&right),
            about: event.about(None),
            action: AuditAction::InvitationsMade,
            edit: None,
        };
        self.note(event.tx, entry).await?;
        let mailing = NewMailing {
            purpose: MailingPurpose::Invitation,
            subject: new.subject,
            text: new.text,
            audience: MailingAudience::Listed,
            due: new.due,
            files: Vec::new(),
        };
        let job = event
            .mail_to_contacts(mailing, &people, right.member().id)
            .await?;
        self.commit_with_job(tx, job).await?;
        Ok(people.len())
    }

    /// Reminds everybody who was invited and has not answered. Gives their number.
    ///
    /// # Errors
    ///
    /// `WrongState` once the event takes no answers. `Invalid` if nobody is to be reminded.
    #[tracing::instrument(level = "debug", skip_all, fields(event = %access), err(level = "debug"))]
    pub async fn remind_invited(
        &self,
        access: &EventAccess<Organises>,
        (subject, text): (VariableLine, VariableBody),
    ) -> Result<usize> {
        let mut tx = self.store().begin().await?;
        let (right, mut event) = self.lock_event(&mut tx, access).await?;
        if !event.event.takes_answers(self.now()) {
            return Err(PlannerError::WrongState);
        }
        let silent = SilentPeople::read(event.tx, &event.event).await?;
        let people: Vec<ContactId> = silent.people.iter().map(|one| one.contact.id).collect();
        if people.is_empty() {
            return Err(Faults::one("text", Fault::TooFewPeople { least: 1 }).into());
        }
        let mailing = NewMailing {
            purpose: MailingPurpose::InvitationReminder,
            subject,
            text,
            audience: MailingAudience::Listed,
            due: None,
            files: Vec::new(),
        };
        let job = event
            .mail_to_contacts(mailing, &people, right.member().id)
            .await?;
        self.commit_with_job(tx, job).await?;
        Ok(people.len())
    }
}

impl LockedEvent<'_> {
    /// Saves invitations that are not sent yet. One that was taken back counts again.
    async fn make_invitations(
        &mut self,
        people: &[ContactId],
        calendar: InvitationCalendar,
    ) -> Result<()> {
        let earlier = self.tx.invitations_of(self.event.id).await?.rows;
        let earlier: HashMap<ContactId, Invitation> = earlier
            .into_iter()
            .map(|invitation| (invitation.contact, invitation))
            .collect();
        let mut new = Vec::with_capacity(people.len());
        for contact in people {
            let fresh = Invitation {
                id: self.planner.new_id(),
                event: self.event.id,
                contact: *contact,
                instead_of: None,
                calendar,
                invited_at: self.planner.now(),
                sent_at: None,
                reminded_at: None,
                declined_at: None,
                taken_back_at: None,
                sequence: None,
                named: None,
            };
            match earlier.get(contact) {
                None => new.push(fresh),
                Some(before) => {
                    // The line of its calendar messages goes on.
                    let again = Invitation {
                        id: before.id,
                        sequence: before.sequence,
                        ..fresh
                    };
                    self.tx.update_invitation(&again).await?;
                }
            }
        }
        Ok(self.tx.insert_invitations(&new).await?)
    }

    /// Makes a mailing to contacts, and begins it unless its time is still to come.
    async fn mail_to_contacts(
        &mut self,
        mailing: NewMailing,
        people: &[ContactId],
        member: MemberId,
    ) -> Result<Option<QueuedJob>> {
        let mailing = self.make_mailing(mailing, Some(member)).await?;
        let people: Vec<Recipient> = people.iter().copied().map(Recipient::Contact).collect();
        self.tx.add_recipients(mailing.id, &people).await?;
        if mailing.due.is_some() {
            return Ok(None);
        }
        let (_, job) = self.begin_mailing(&mailing, Some(member)).await?;
        Ok(job)
    }
}
