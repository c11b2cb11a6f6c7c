//! Requests of a principal over one event or one registration.
//!
//! A request names the right in its type and proves nothing. Its id is private to this file: a use case
//! reaches the event only by a function that loads it and checks the right in the same transaction.

use std::{fmt, marker::PhantomData};

use model::{Event, EventId, Network, Registration, RegistrationId};
use store::{Reader, Tx};

use super::{Helps, Organises, Principal, Reads, Right};
use crate::{
    Result,
    require::{require_event, require_locked_event, require_network_of, require_registration},
};

/// A principal's request to use the right `R` over an event.
pub struct EventAccess<R> {
    principal: Principal,
    event: EventId,
    right: PhantomData<fn() -> R>,
}

/// A principal's request to use the right `R` over a registration.
pub struct RegistrationAccess<R> {
    principal: Principal,
    registration: RegistrationId,
    right: PhantomData<fn() -> R>,
}

/// An event whose row is locked until the transaction ends, with its network. Made with the proof of a right,
/// or for work that needs none.
#[derive(Debug)]
pub(crate) struct Locked {
    pub network: Network,
    pub event: Event,
}

impl Locked {
    /// Locks the event of a job. A job acts for whoever queued it: their right was checked then.
    pub(crate) async fn for_job(tx: &mut Tx, event: EventId) -> Result<Self> {
        let ((), locked) = Self::event(tx, event, |_| Ok(())).await?;
        Ok(locked)
    }

    /// Locks an event for those who register, which needs no right: the form is public.
    pub(crate) async fn for_registering(tx: &mut Tx, event: EventId) -> Result<Self> {
        let ((), locked) = Self::event(tx, event, |_| Ok(())).await?;
        Ok(locked)
    }

    /// Locks an event that a contact registered for. Whoever changes the contact has a right over its network,
    /// which is the event's.
    pub(crate) async fn for_contact(tx: &mut Tx, event: EventId) -> Result<Self> {
        let ((), locked) = Self::event(tx, event, |_| Ok(())).await?;
        Ok(locked)
    }

    /// Locks an event at which an organisation has people or places. Whoever changes the organisation has a right over its
    /// network, which is the event's.
    pub(crate) async fn for_network(tx: &mut Tx, event: EventId) -> Result<Self> {
        let ((), locked) = Self::event(tx, event, |_| Ok(())).await?;
        Ok(locked)
    }

    /// Locks the event of a table's link, which is the right.
    pub(super) async fn for_table(tx: &mut Tx, event: EventId) -> Result<Self> {
        let ((), locked) = Self::event(tx, event, |_| Ok(())).await?;
        Ok(locked)
    }

    /// Reads the network before the lock is taken: everybody else who wants a seat waits for the lock.
    pub(super) async fn event<R>(
        tx: &mut Tx,
        event: EventId,
        grant: impl FnOnce(&Network) -> Result<R>,
    ) -> Result<(R, Self)> {
        let network = require_network_of(tx, event).await?;
        let right = grant(&network)?;
        let event = require_locked_event(tx, event).await?;
        Ok((right, Self { network, event }))
    }
}

impl Principal {
    /// Requests to see an event.
    pub fn reads_event(&self, event: EventId) -> EventAccess<Reads> {
        EventAccess::new(self.clone(), event)
    }

    /// Requests to help on the day of an event.
    pub fn helps_event(&self, event: EventId) -> EventAccess<Helps> {
        EventAccess::new(self.clone(), event)
    }

    /// Requests to plan an event and manage its registrations.
    pub fn organises_event(&self, event: EventId) -> EventAccess<Organises> {
        EventAccess::new(self.clone(), event)
    }

    /// Requests to see a registration.
    pub fn reads_registration(&self, registration: RegistrationId) -> RegistrationAccess<Reads> {
        RegistrationAccess::new(self.clone(), registration)
    }

    /// Requests to decide about a registration.
    pub fn organises_registration(
        &self,
        registration: RegistrationId,
    ) -> RegistrationAccess<Organises> {
        RegistrationAccess::new(self.clone(), registration)
    }
}

impl<R: Right> EventAccess<R> {
    const fn new(principal: Principal, event: EventId) -> Self {
        Self {
            principal,
            event,
            right: PhantomData,
        }
    }

    /// Loads the event. `NotFound` if the principal is no member of its network.
    pub(crate) async fn read(&self, reader: &mut Reader) -> Result<(R, Event)> {
        let event = require_event(reader, self.event).await?;
        Ok((
            R::grant_at(&self.principal, (event.network, event.id))?,
            event,
        ))
    }

    /// Locks and loads the event. Concurrent changes wait for each other.
    pub(crate) async fn lock(&self, tx: &mut Tx) -> Result<(R, Event)> {
        let event = require_locked_event(tx, self.event).await?;
        Ok((
            R::grant_at(&self.principal, (event.network, event.id))?,
            event,
        ))
    }

    /// Locks and loads the event, with its network.
    pub(crate) async fn lock_with_network(&self, tx: &mut Tx) -> Result<(R, Locked)> {
        let at = |network: &Network| (network.id, self.event);
        let grant = |network: &Network| R::grant_at(&self.principal, at(network));
        Locked::event(tx, self.event, grant).await
    }
}

impl<R: Right> RegistrationAccess<R> {
    const fn new(principal: Principal, registration: RegistrationId) -> Self {
        Self {
            principal,
            registration,
            right: PhantomData,
        }
    }

    /// Loads the registration with its event. `NotFound` if the principal is no member of its network.
    pub(crate) async fn read(&self, reader: &mut Reader) -> Result<(R, Registration, Event)> {
        let registration = require_registration(reader, self.registration).await?;
        let event = require_event(reader, registration.event).await?;
        let right = R::grant_at(&self.principal, (event.network, event.id))?;
        Ok((right, registration, event))
    }

    /// Locks the event of the registration, and loads both.
    pub(crate) async fn lock(&self, tx: &mut Tx) -> Result<(R, Locked, Registration)> {
        let event = require_registration(tx, self.registration).await?.event;
        let grant = |network: &Network| R::grant_at(&self.principal, (network.id, event));
        let (right, locked) = Locked::event(tx, event, grant).await?;
        // Whoever held the lock before may have changed it.
        let registration = require_registration(tx, self.registration).await?;
        Ok((right, locked, registration))
    }
}

impl<R> Clone for EventAccess<R> {
    fn clone(&self) -> Self {
        Self {
            principal: self.principal.clone(),
            event: self.event,
            right: PhantomData,
        }
    }
}

/// The event's id and no personal data: use cases log it.
impl<R> fmt::Display for EventAccess<R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.event.fmt(f)
    }
}

impl<R> fmt::Debug for EventAccess<R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "EventAccess({})", self.event)
    }
}

/// The registration's id and no personal data: use cases log it.
impl<R> fmt::Display for RegistrationAccess<R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.registration.fmt(f)
    }
}

impl<R> fmt::Debug for RegistrationAccess<R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "RegistrationAccess({})", self.registration)
    }
}
