//! A participant confirms the address: the seat is given now.

use model::{Event, LinkPurpose, Network, Registration, RegistrationState, seats::Seats};
use store::{PersonalLink, Reader};

use super::seat_allocator::{SeatAllocator, seats_of};
use crate::{ClientKey, Planner, PlannerError, Result, access::Token, audit::Who};

/// What the page behind a confirmation link shows before the click.
#[derive(Debug, Clone)]
pub struct Confirmation {
    pub network: Network,
    pub event: Event,
    pub registration: Registration,
    pub link: LinkStage,
    /// The seats as they are now; they are given by the click, not before.
    pub seats: Seats,
}

/// A link of somebody's, before anything is done with it.
struct OpenedLink {
    reader: Reader,
    token: Token,
    link: PersonalLink,
    registration: Registration,
}

/// Where a confirmation link is in its life.
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
    /// What would be confirmed. Changes nothing: mail scanners open links.
    pub async fn confirmation(&self, token: &str, client: &ClientKey) -> Result<Confirmation> {
        let opened = self.open_link(token, client).await?;
        let (mut reader, registration) = (opened.reader, opened.registration);
        let event = reader
            .event(registration.event)
            .await?
            .ok_or(PlannerError::NotFound)?;
        let network = reader
            .network(event.network)
            .await?
            .ok_or(PlannerError::NotFound)?;
        Ok(Confirmation {
            seats: seats_of(&mut reader, &event).await?,
            network,
            event,
            registration,
            link: self.stage(&opened.link),
        })
    }

    /// What a confirmation link leads to.
    async fn open_link(&self, token: &str, client: &ClientKey) -> Result<OpenedLink> {
        let Some(token) = Token::parse(token) else {
            return Err(self.wrong_link(client).await);
        };
        let mut reader = self.store().read().await?;
        let Some(link) = reader.personal_link(token.hash().as_bytes()).await? else {
            drop(reader);
            return Err(self.wrong_link(client).await);
        };
        let registration = reader
            .registration(link.registration)
            .await?
            .ok_or(PlannerError::NotFound)?;
        Ok(OpenedLink {
            reader,
            token,
            link,
            registration,
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
    pub async fn confirm_address(&self, token: &str, client: &ClientKey) -> Result<Registration> {
        let OpenedLink {
            reader,
            token,
            link,
            registration,
        } = self.open_link(token, client).await?;
        drop(reader);
        if self.stage(&link) == LinkStage::Expired {
            return Err(PlannerError::Expired);
        }
        let mut tx = self.store().begin().await?;
        let mut allocator = SeatAllocator::open(self, &mut tx, registration.event).await?;
        // Read again under the lock: two clicks may be on their way, or the person registers anew, after
        // which this link confirms nothing any more.
        let registration = allocator.registration(registration.id).await?;
        // Also where another of the person's links confirmed before this one: whoever holds it reads
        // the mails to the address.
        if !allocator
            .tx
            .set_link_purpose(token.hash().as_bytes(), LinkPurpose::Manage, None)
            .await?
        {
            return Err(PlannerError::Expired);
        }
        let pending = registration.state == RegistrationState::Pending;
        if pending && !allocator.event.gives_seats(self.now()) {
            return Err(PlannerError::WrongState);
        }
        let registration = if pending {
            allocator
                .seat_or_wait(registration, Who::Participant, token)
                .await?
        } else {
            registration
        };
        self.commit(tx).await?;
        Ok(registration)
    }
}
