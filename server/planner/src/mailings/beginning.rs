//! A mailing is made, and begins: at once, or when its time has come.

use model::{
    AttachmentId, AuditAction, Event, EventId, EventState, EventTime, Fault, Faults, Mailing,
    MailingAudience, MailingId, MailingPurpose, MailingState, MemberId, Recipient, VariableBody,
    VariableLine,
};

use super::{audience::find_people, writing::WriteMailing};
use crate::{
    Planner, PlannerError, Result,
    access::{EventAccess, Locked, Organises},
    audit::{AuditEntry, Edit, PartChange, Who},
    due::counted,
    events::LockedEvent,
    jobs::{JobPayload, QueuedJob},
};

/// The most mailings that begin in one go; the others begin a minute later.
const MOST_AT_ONCE: u32 = 200;

/// A mailing to be made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewMailing {
    pub purpose: MailingPurpose,
    pub subject: VariableLine,
    pub text: VariableBody,
    pub audience: MailingAudience,
    /// `None`: at once.
    pub due: Option<EventTime>,
    /// The files that go with it.
    pub files: Vec<AttachmentId>,
}

impl Planner {
    /// Makes a mailing to people of an event, and begins it unless its time is still to come. Gives the number of
    /// people that are written to now, and the mailing.
    ///
    /// # Errors
    ///
    /// `WrongState` for a draft, whose people do not know that they are registered. `Invalid` if nobody is found, or
    /// if the time is over.
    #[tracing::instrument(level = "debug", skip_all, fields(event = %access), err(level = "debug"))]
    pub async fn send_mailing(
        &self,
        access: &EventAccess<Organises>,
        parse: impl FnOnce(&Event) -> Result<NewMailing, Faults> + Send,
    ) -> Result<(MailingId, u32)> {
        let mut tx = self.store().begin().await?;
        let (right, mut locked) = self.lock_event(&mut tx, access).await?;
        let new = parse(&locked.event)?;
        check_state(&locked.event, new.due.is_some())?;
        if new.due.is_some_and(|due| due.at <= self.now()) {
            return Err(Faults::one("due", Fault::AlreadyOver).into());
        }
        let member = right.member().id;
        let mailing = locked.make_mailing(new, Some(member)).await?;
        if mailing.due.is_some() {
            self.commit(tx).await?;
            return Ok((mailing.id, 0));
        }
        let (people, job) = locked.begin_mailing(&mailing, Some(member)).await?;
        if people == 0 {
            return Err(Faults::one("audience", Fault::TooFewPeople { least: 1 }).into());
        }
        self.commit_with_job(tx, job).await?;
        Ok((mailing.id, people))
    }

    /// Takes a mailing back that has not begun.
    ///
    /// # Errors
    ///
    /// `WrongState` if it has.
    #[tracing::instrument(level = "debug", skip_all, fields(event = %access, mailing = %id), err(level = "debug"))]
    pub async fn withdraw_mailing(
        &self,
        access: &EventAccess<Organises>,
        id: MailingId,
    ) -> Result<()> {
        let mut tx = self.store().begin().await?;
        let (right, mut locked) = self.lock_event(&mut tx, access).await?;
        let mailing = locked.tx.mailing(id).await?;
        let mailing = mailing.filter(|mailing| mailing.event == locked.event.id);
        let mailing = mailing.ok_or(PlannerError::NotFound)?;
        if !locked.withdraw(&mailing).await? {
            return Err(PlannerError::WrongState);
        }
        locked
            .note_mailing(Who::from(&right), (AuditAction::MailingWithdrawn, &mailing))
            .await?;
        self.commit(tx).await
    }

    /// Begins the mailings whose time has come. Gives their number.
    pub(crate) async fn begin_due_mailings(&self) -> Result<usize> {
        let mut reader = self.store().read().await?;
        let due = reader.due_mailings(self.now(), MOST_AT_ONCE).await?;
        drop(reader);
        let mut begun = 0;
        for (mailing, event) in due {
            begun += counted(mailing, self.begin_due_mailing(mailing, event).await)?;
        }
        Ok(begun)
    }

    /// Begins a mailing, unless another server was faster. One for an event that has another state by now is withdrawn.
    async fn begin_due_mailing(&self, id: MailingId, event: EventId) -> Result<bool> {
        let mut tx = self.store().begin().await?;
        let locked = Locked::for_job(&mut tx, event).await?;
        let mut locked = LockedEvent::new(self, &mut tx, locked);
        let mailing = locked.tx.mailing(id).await?;
        let Some(mailing) = mailing.filter(|mailing| mailing.state == MailingState::Scheduled)
        else {
            return Ok(false);
        };
        if mailing.event_state != locked.event.state {
            locked.withdraw(&mailing).await?;
            self.commit(tx).await?;
            return Ok(false);
        }
        let (_, job) = locked.begin_mailing(&mailing, None).await?;
        self.commit_with_job(tx, job).await?;
        Ok(true)
    }
}

/// Refuses an event whose people cannot be written to now, or at a later time.
pub(super) fn check_state(event: &Event, is_later: bool) -> Result<()> {
    match event.state {
        EventState::Draft => Err(PlannerError::WrongState),
        EventState::Cancelled if is_later => Err(PlannerError::WrongState),
        EventState::Published | EventState::Cancelled => Ok(()),
    }
}

impl LockedEvent<'_> {
    /// Saves a mailing that has yet to begin.
    pub(crate) async fn make_mailing(
        &mut self,
        new: NewMailing,
        member: Option<MemberId>,
    ) -> Result<Mailing> {
        let NewMailing {
            purpose,
            subject,
            text,
            audience,
            due,
            files,
        } = new;
        let mailing = Mailing {
            id: self.planner.new_id(),
            network: self.network.id,
            event: self.event.id,
            purpose,
            state: MailingState::Scheduled,
            subject,
            text,
            audience,
            event_state: self.event.state,
            due,
            job: None,
            created_at: self.planner.now(),
            started_at: None,
            halted_at: None,
        };
        self.tx.insert_mailing(&mailing, member).await?;
        self.attach(mailing.id, &files).await?;
        let who = member.map_or(Who::Planner, Who::Member);
        self.note_mailing(who, (AuditAction::MailingMade, &mailing))
            .await?;
        Ok(mailing)
    }

    /// Lists the recipients of a mailing, and queues the job that writes to them. Gives the number of people. A mailing
    /// without recipients is over.
    pub(crate) async fn begin_mailing(
        &mut self,
        mailing: &Mailing,
        member: Option<MemberId>,
    ) -> Result<(u32, Option<QueuedJob>)> {
        let people = match &mailing.audience {
            MailingAudience::Registrations(filter) => {
                let people = find_people(self.tx, &self.event, filter).await?;
                let people = people
                    .iter()
                    .map(|person| Recipient::Registration(person.id));
                let people: Vec<Recipient> = people.collect();
                let added = self.tx.add_recipients(mailing.id, &people).await?;
                u32::try_from(added).unwrap_or(u32::MAX)
            }
            MailingAudience::Listed => {
                let counts = self.tx.count_recipients(self.event.id).await?;
                let own = counts.into_iter().find(|(id, _)| *id == mailing.id);
                own.map_or(0, |(_, counts)| counts.waiting)
            }
        };
        let job = if people == 0 {
            None
        } else {
            let payload = JobPayload::Mailing(WriteMailing::new(mailing.id));
            Some(self.queue_job(&payload, people, member).await?)
        };
        let id = job.as_ref().map(QueuedJob::id);
        let now = self.planner.now();
        if !self.tx.start_mailing(mailing.id, id, now).await? {
            return Err(PlannerError::WrongState);
        }
        Ok((people, job))
    }

    /// Withdraws a mailing that has not begun. Whom it would have invited is not invited. `false`: it has begun.
    async fn withdraw(&mut self, mailing: &Mailing) -> Result<bool> {
        if !self.tx.withdraw_mailing(mailing.id).await? {
            return Ok(false);
        }
        if mailing.purpose == MailingPurpose::Invitation {
            let now = self.planner.now();
            self.tx
                .take_back_unsent(self.event.id, mailing.id, now)
                .await?;
        }
        Ok(true)
    }

    /// Notes what became of a mailing: its subject, and when it begins.
    pub(super) async fn note_mailing(
        &mut self,
        who: Who,
        (action, mailing): (AuditAction, &Mailing),
    ) -> Result<()> {
        let due = mailing.due.map(|due| due.local);
        let (before, after) = match action {
            AuditAction::MailingWithdrawn => (due, None),
            _ => (None, due),
        };
        let change =
            PartChange::of(mailing.subject.source().to_owned()).value("due", before, after);
        let entry = AuditEntry {
            who,
            about: self.about(None),
            action,
            edit: Some(Edit::of_part(change)?),
        };
        self.planner.note(self.tx, entry).await
    }
}
