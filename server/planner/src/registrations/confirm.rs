//! A participant confirms the address: the seat is given now.

use model::{Event, Registration, RegistrationState};
use store::LinkPurpose;

use super::desk::Desk;
use crate::{ClientKey, Planner, PlannerError, Result, audit::Who, token::Token};

/// What the page behind a confirmation link shows before the click.
#[derive(Debug, Clone)]
pub struct Confirmation {
    pub event: Event,
    pub registration: Registration,
}

impl Planner {
    /// What would be confirmed. Changes nothing: mail scanners open links.
    pub async fn confirmation(&self, token: &str, client: &ClientKey) -> Result<Confirmation> {
        let Some(token) = Token::parse(token) else {
            return Err(self.wrong_link(client).await);
        };
        let mut reader = self.store().read().await?;
        let Some(link) = reader.personal_link(token.hash().as_bytes()).await? else {
            drop(reader);
            return Err(self.wrong_link(client).await);
        };
        if link.expires_at.is_some_and(|expires| expires <= self.now()) {
            return Err(PlannerError::Expired);
        }
        let registration = reader
            .registration(link.registration)
            .await?
            .ok_or(PlannerError::NotFound)?;
        let event = reader
            .event(registration.event)
            .await?
            .ok_or(PlannerError::NotFound)?;
        Ok(Confirmation {
            event,
            registration,
        })
    }

    /// Confirms the address. The person gets a seat or a place on the waiting list; the link becomes
    /// their personal one. Doing it twice changes nothing the second time.
    pub async fn confirm_address(&self, token: &str, client: &ClientKey) -> Result<Registration> {
        let Confirmation {
            event,
            registration,
        } = self.confirmation(token, client).await?;
        let token = Token::parse(token).ok_or(PlannerError::NotFound)?;
        let mut tx = self.store().begin().await?;
        let mut desk = Desk::open(self, &mut tx, event.id).await?;
        // Read again under the lock: two clicks may be on their way.
        let registration = desk.registration(registration.id).await?;
        if registration.state != RegistrationState::Pending {
            return Ok(registration);
        }
        if !desk.event.gives_seats(self.now().as_microsecond()) {
            return Err(PlannerError::WrongState);
        }
        desk.tx
            .set_link_purpose(token.hash().as_bytes(), LinkPurpose::Manage, None)
            .await?;
        let registration = desk
            .seat_or_wait(registration, Who::Participant, token)
            .await?;
        self.commit(tx).await?;
        Ok(registration)
    }
}
