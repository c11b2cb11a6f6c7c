//! A locked event: the state that changes of the event and of its seats work on.

use std::{
    collections::HashMap,
    sync::{Arc, OnceLock},
};

use model::{AuditAction, Event, EventChange, EventState, EventTime, Network, RegistrationId};
use store::Tx;

use crate::{
    Planner, PlannerError, Result,
    access::{EventAccess, Locked, Organises},
    audit::{About, AuditEntry, Edit, Who},
    cafes::ShownPlans,
    mail::{EventMailing, UntoldChanges},
    timetables::Timetables,
};

/// An event that nobody else changes, and whose seats nobody else gives, until the transaction ends.
#[derive(Debug)]
pub(crate) struct LockedEvent<'a> {
    pub(crate) planner: &'a Planner,
    pub(crate) tx: &'a mut Tx,
    pub(crate) network: Network,
    pub(crate) event: Event,
    mailing: Option<Arc<EventMailing>>,
    /// The last position that this transaction gave on the waiting list.
    last_waiting_position: Option<i64>,
    /// By the revision that somebody was told and the one that the event has.
    pub(crate) untold_changes: HashMap<(i64, i64), UntoldChanges>,
    /// The plans of cafés that participants see, once they were looked up.
    pub(crate) shown_plans: Option<Arc<ShownPlans>>,
    /// What people attend by the published assignment, once it was looked up.
    pub(crate) timetables: Option<Arc<Timetables>>,
    /// Whether calendar entries came with invitations; once it was looked up.
    has_invitation_entries: Option<bool>,
    /// When the wishes close, if people can wish now; once it was looked up.
    open_wishes: OnceLock<Option<EventTime>>,
}

impl Planner {
    /// Locks an event that the principal organises.
    pub(crate) async fn lock_event<'a>(
        &'a self,
        tx: &'a mut Tx,
        access: &EventAccess<Organises>,
    ) -> Result<(Organises, LockedEvent<'a>)> {
        let (right, locked) = access.lock_with_network(tx).await?;
        Ok((right, LockedEvent::new(self, tx, locked)))
    }
}

/// Locks an event whose agenda and questions can be changed: one that is not cancelled. Concurrent
/// changes wait for each other.
pub(crate) async fn lock_changeable(
    tx: &mut Tx,
    access: &EventAccess<Organises>,
) -> Result<(Organises, Event)> {
    let (right, event) = access.lock(tx).await?;
    match event.state {
        EventState::Cancelled => Err(PlannerError::WrongState),
        EventState::Draft | EventState::Published => Ok((right, event)),
    }
}

impl<'a> LockedEvent<'a> {
    pub(crate) fn new(planner: &'a Planner, tx: &'a mut Tx, locked: Locked) -> Self {
        let Locked { network, event } = locked;
        Self {
            planner,
            tx,
            network,
            event,
            mailing: None,
            last_waiting_position: None,
            untold_changes: HashMap::new(),
            shown_plans: None,
            timetables: None,
            has_invitation_entries: None,
            open_wishes: OnceLock::new(),
        }
    }

    /// Whether somebody has a calendar entry that came with an invitation. It is looked up once.
    pub(crate) async fn has_invitation_entries(&mut self) -> Result<bool> {
        if let Some(known) = self.has_invitation_entries {
            return Ok(known);
        }
        let found = self.tx.has_invitation_entries(self.event.id).await?;
        self.has_invitation_entries = Some(found);
        Ok(found)
    }

    /// When the wishes for the event's workshops close, if people can wish now. It is looked up once.
    pub(crate) async fn open_wishes(&mut self) -> Result<Option<EventTime>> {
        if let Some(known) = self.open_wishes.get() {
            return Ok(*known);
        }
        let (setup, now) = (self.tx.wish_setup(self.event.id).await?, self.planner.now());
        let open = setup.filter(|setup| setup.is_open(&self.event, now));
        let closes = open.map(|setup| setup.closes);
        Ok(*self.open_wishes.get_or_init(|| closes))
    }

    /// Looks the plans that participants see up again when they are needed next.
    pub(crate) fn forget_shown_plans(&mut self) {
        self.shown_plans = None;
        self.timetables = None;
    }

    /// The parts that all mails about the event share. Made once, and again after the event changes.
    pub(crate) fn mailing(&mut self) -> Result<Arc<EventMailing>> {
        match &self.mailing {
            Some(mailing) if *mailing.event() == self.event => Ok(Arc::clone(mailing)),
            _ => {
                let (network, event) = (self.network.clone(), self.event.clone());
                let mailing = Arc::new(EventMailing::new(self.planner, network, event)?);
                Ok(Arc::clone(self.mailing.insert(mailing)))
            }
        }
    }

    /// The position at the end of the waiting list. It is looked up once.
    pub(crate) async fn next_waiting_position(&mut self) -> Result<i64> {
        let last = match self.last_waiting_position {
            Some(last) => last,
            None => self.tx.last_waiting_position(self.event.id).await?,
        };
        Ok(*self.last_waiting_position.insert(last + 1))
    }

    /// Writes an audit line about a registration.
    pub(crate) async fn note(
        &mut self,
        registration: RegistrationId,
        who: Who,
        action: AuditAction,
    ) -> Result<()> {
        let entry = AuditEntry {
            who,
            about: self.about(Some(registration)),
            action,
            edit: None,
        };
        self.planner.note(self.tx, entry).await
    }

    /// Writes an audit line about an edit of the event, which has its new revision.
    pub(crate) async fn note_event(
        &mut self,
        who: Who,
        action: AuditAction,
        changes: &[EventChange],
    ) -> Result<()> {
        let entry = AuditEntry {
            who,
            about: self.about(None),
            action,
            edit: Some(Edit::new(changes, self.event.revision)?),
        };
        self.planner.note(self.tx, entry).await
    }

    /// The subject of audit lines: the event, or one of its registrations.
    pub(crate) fn about(&self, registration: Option<RegistrationId>) -> About {
        About {
            network: self.network.id,
            event: Some(self.event.id),
            registration,
            contact: None,
        }
    }
}
