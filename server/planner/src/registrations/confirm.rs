//! A participant confirms the address: the seat is given now.

use model::{Event, LinkPurpose, Network, Registration, RegistrationState, seats::Seats};
use store::PersonalLink;

use super::event_seats::{SeatClaim, seats_of};
use crate::{
    Planner, PlannerError, Result,
    access::{LinkAccess, Purpose},
    audit::Who,
    events::LockedEvent,
    require::require_network,
};

/// The content of the page behind a confirmation link.
#[derive(Debug, Clone)]
pub struct Confirmation {
    pub network: Network,
    pub event: Event,
    pub registration: Registration,
    pub link: LinkStage,
    /// The seats as they are now; they are given by the click, not before.
    pub seats: Seats,
}

/// The state of a confirmation link.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LinkStage {
    /// It can be used.
    Open,
    /// It was used: since then it is the personal link.
    Used,
    /// It is too old.
    Expired,
}

impl Planner {
    /// The registration that a link would confirm. Changes nothing: mail scanners open links.
    #[tracing::instrument(level = "debug", skip_all, err(level = "debug"))]
    pub async fn confirmation(&self, access: &LinkAccess) -> Result<Confirmation> {
        let (mut reader, opened) = self.read_by_link(access, Purpose::Confirm).await?;
        let (registration, event) = opened.right.read(&mut reader).await?;
        let network = require_network(&mut reader, event.network).await?;
        Ok(Confirmation {
            seats: seats_of(&mut reader, &event).await?,
            network,
            event,
            registration,
            link: self.stage(&opened.link),
        })
    }

    fn stage(&self, link: &PersonalLink) -> LinkStage {
        match link.purpose {
            LinkPurpose::Manage => LinkStage::Used,
            LinkPurpose::Confirm
                if link.expires_at.is_some_and(|expires| expires <= self.now()) =>
            {
                LinkStage::Expired
            }
            LinkPurpose::Confirm => LinkStage::Open,
        }
    }

    /// Confirms the address. The person gets a seat or a place on the waiting list; the link becomes
    /// their personal one. Doing it twice changes nothing the second time.
    #[tracing::instrument(level = "debug", skip_all, err(level = "debug"))]
    pub async fn confirm_address(&self, access: &LinkAccess) -> Result<Registration> {
        let (mut tx, opened) = self.begin_by_link(access, Purpose::Confirm).await?;
        if self.stage(&opened.link) == LinkStage::Expired {
            return Err(PlannerError::Expired);
        }
        let (locked, registration) = opened.right.lock(&mut tx).await?;
        // The purpose is set under the lock: two clicks may be on their way, or the person registers anew,
        // after which this link confirms nothing any more. Where another of the person's links confirmed
        // before, this one becomes a personal link too: whoever holds it reads the mails to the address.
        let hash = opened.token.hash();
        let exists = tx
            .set_link_purpose(hash.as_bytes(), LinkPurpose::Manage, None)
            .await?;
        if !exists {
            return Err(PlannerError::Expired);
        }
        let pending = registration.state == RegistrationState::Pending;
        if pending && !locked.event.gives_seats(self.now()) {
            return Err(PlannerError::WrongState);
        }
        // Whoever has the link reads the mails to the address, and has seen what was entered for it.
        let confirms = registration.address_confirmed_at.is_none();
        let registration = Registration {
            address_confirmed_at: registration.address_confirmed_at.or(Some(self.now())),
            ..registration
        };
        let registration = if pending {
            let claim = SeatClaim {
                registration,
                who: Who::Participant,
                link: Some(opened.token),
            };
            let mut event = LockedEvent::new(self, &mut tx, locked);
            event.allocator().give_or_enqueue(claim).await?.registration
        } else {
            if confirms {
                // An organiser gave the seat before.
                tx.update_registration_state(&registration).await?;
            }
            registration
        };
        self.commit(tx).await?;
        Ok(registration)
    }
}
