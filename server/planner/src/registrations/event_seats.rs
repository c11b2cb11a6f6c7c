//! The seats of an event: stored as states of its registrations, announced by mail.

use model::{
    AuditAction, Event, EventState, MailKind, OrganisationId, Registration, RegistrationId,
    RegistrationState, seats::Seats,
};
use store::Reader;

use super::seat_allocator::{SeatAllocator, SeatPool};
use crate::{
    PlannerError, Result,
    access::Token,
    audit::Who,
    events::LockedEvent,
    mail::{Invitation, Notice, Notification},
};

/// The seats of an event as a reader sees them.
pub(crate) async fn seats_of(reader: &mut Reader, event: &Event) -> Result<Seats> {
    let taken = reader.seats_taken(event.id).await?;
    let details = &event.details;
    Ok(Seats::new(
        details.capacity,
        details.contingents.clone(),
        taken,
    ))
}

/// A registration that asks for a seat.
#[derive(Debug)]
pub(crate) struct SeatClaim {
    pub registration: Registration,
    /// Who makes the claim; the audit log names them.
    pub who: Who,
    /// The personal link for the mail; `None` where a fresh one is to be made.
    pub link: Option<Token>,
}

impl SeatClaim {
    pub(crate) const fn new(registration: Registration, who: Who) -> Self {
        Self {
            registration,
            who,
            link: None,
        }
    }
}

/// How a registration gives up its seat or its place.
#[derive(Debug)]
pub(crate) struct Departure {
    pub into: RegistrationState,
    pub notification: Notification,
}

/// While the event is a draft nobody is written to: publishing it invites everyone who is on the list by
/// then.
impl SeatPool for LockedEvent<'_> {
    type Claim = SeatClaim;
    type Departure = Departure;

    async fn seats(&mut self) -> Result<Seats> {
        seats_of(self.tx, &self.event).await
    }

    async fn waiting(&mut self) -> Result<Vec<SeatClaim>> {
        let waiting = self.tx.waiting(self.event.id).await?.rows;
        let claim = |registration| SeatClaim::new(registration, Who::Planner);
        Ok(waiting.into_iter().map(claim).collect())
    }

    fn promotes(&self) -> bool {
        let begun = self.event.details.starts.at <= self.planner.now();
        !begun && self.event.state != EventState::Cancelled
    }

    fn organisation(claim: &SeatClaim) -> Option<OrganisationId> {
        claim.registration.person.organisation
    }

    fn is_seated(claim: &SeatClaim) -> bool {
        claim.registration.state == RegistrationState::Confirmed
    }

    async fn seat(&mut self, claim: SeatClaim) -> Result<SeatClaim> {
        let (mut registration, who) = (claim.registration, claim.who);
        let notification = match registration.state {
            RegistrationState::Waitlisted => Notification::MovedUp,
            _ => Notification::Seat,
        };
        // A registration that was never changed and never active has no mail that says it waits.
        let is_new = registration.state == RegistrationState::Pending && registration.revision == 0;
        let invitation = (self.event.state == EventState::Published)
            .then(|| Invitation::next(&self.event, &mut registration));
        self.transition(&mut registration, RegistrationState::Confirmed, who)
            .await?;
        if let Some(invitation) = invitation {
            if !is_new {
                self.drop_waiting_mails(registration.id).await?;
            }
            let link = self.personal_link(registration.id, claim.link).await?;
            let mailing = self.mailing()?;
            let notice = Notice {
                mailing: &mailing,
                registration: &registration,
                notification,
                link: Some(&link),
            };
            self.planner.invite(self.tx, notice, invitation).await?;
        }
        Ok(SeatClaim::new(registration, who))
    }

    async fn enqueue(&mut self, claim: SeatClaim) -> Result<SeatClaim> {
        let (mut registration, who) = (claim.registration, claim.who);
        self.transition(&mut registration, RegistrationState::Waitlisted, who)
            .await?;
        if self.event.state == EventState::Published {
            let position = self.tx.waiting_before(&registration).await? + 1;
            let link = self.personal_link(registration.id, claim.link).await?;
            let notification = Notification::Waiting { position };
            let mailing = self.mailing()?;
            let notice = Notice {
                mailing: &mailing,
                registration: &registration,
                notification,
                link: Some(&link),
            };
            self.planner.notify(self.tx, notice).await?;
        }
        Ok(SeatClaim::new(registration, who))
    }

    async fn vacate(&mut self, claim: SeatClaim, departure: Departure) -> Result<SeatClaim> {
        let (mut registration, who) = (claim.registration, claim.who);
        let Departure { into, notification } = departure;
        let was_seated = registration.state == RegistrationState::Confirmed;
        let cancellation = (was_seated && registration.invitation_sequence.is_some())
            .then(|| Invitation::next(&self.event, &mut registration));
        self.transition(&mut registration, into, who).await?;
        if let Some(cancellation) = cancellation {
            self.drop_waiting_mails(registration.id).await?;
            let mailing = self.mailing()?;
            let notice = Notice {
                mailing: &mailing,
                registration: &registration,
                notification,
                link: None,
            };
            self.planner
                .cancel_invitation(self.tx, notice, cancellation)
                .await?;
        } else if self.event.state != EventState::Draft {
            let mailing = self.mailing()?;
            let notice = Notice {
                mailing: &mailing,
                registration: &registration,
                notification,
                link: None,
            };
            self.planner.notify(self.tx, notice).await?;
        }
        Ok(SeatClaim::new(registration, who))
    }
}

impl LockedEvent<'_> {
    /// Gives and frees the event's seats.
    pub(crate) const fn allocator(&mut self) -> SeatAllocator<'_, Self> {
        SeatAllocator::of(self)
    }

    /// Writes to somebody with a seat about what changed: an invitation or its update, or the
    /// cancellation of the event.
    pub(crate) async fn update_calendar(
        &mut self,
        mut registration: Registration,
        notification: Notification,
    ) -> Result<()> {
        let is_off = matches!(notification, Notification::EventCancelled { .. });
        if is_off && registration.invitation_sequence.is_none() {
            let mailing = self.mailing()?;
            let notice = Notice {
                mailing: &mailing,
                registration: &registration,
                notification,
                link: None,
            };
            return self.planner.notify(self.tx, notice).await;
        }
        let invitation = Invitation::next(&self.event, &mut registration);
        self.tx
            .set_invitation_sequence(registration.id, invitation.sequence)
            .await?;
        self.drop_waiting_mails(registration.id).await?;
        if is_off {
            let mailing = self.mailing()?;
            let notice = Notice {
                mailing: &mailing,
                registration: &registration,
                notification,
                link: None,
            };
            self.planner
                .cancel_invitation(self.tx, notice, invitation)
                .await
        } else {
            let link = self.personal_link(registration.id, None).await?;
            let mailing = self.mailing()?;
            let notice = Notice {
                mailing: &mailing,
                registration: &registration,
                notification,
                link: Some(&link),
            };
            self.planner.invite(self.tx, notice, invitation).await
        }
    }

    /// Writes to somebody without a seat.
    pub(crate) async fn notify(
        &mut self,
        registration: &Registration,
        notification: Notification,
    ) -> Result<()> {
        let link = match notification {
            Notification::EventCancelled { .. } => None,
            _ => Some(self.personal_link(registration.id, None).await?),
        };
        let mailing = self.mailing()?;
        let notice = Notice {
            mailing: &mailing,
            registration,
            notification,
            link: link.as_ref(),
        };
        self.planner.notify(self.tx, notice).await
    }

    /// The one place where a registration changes its state.
    async fn transition(
        &mut self,
        registration: &mut Registration,
        into: RegistrationState,
        who: Who,
    ) -> Result<()> {
        if !registration.state.may_become().contains(&into) {
            return Err(PlannerError::WrongState);
        }
        registration.state = into;
        registration.state_changed_at = self.planner.now();
        registration.waiting_position = match into {
            RegistrationState::Waitlisted => {
                Some(self.tx.last_waiting_position(self.event.id).await? + 1)
            }
            _ => None,
        };
        self.tx.update_registration_state(registration).await?;
        self.note(
            registration.id,
            who,
            AuditAction::registration_entered(into),
        )
        .await
    }

    /// Drops queued mails that say a person waits: they would arrive after the mail about the seat.
    async fn drop_waiting_mails(&mut self, registration: RegistrationId) -> Result<()> {
        self.tx
            .drop_queued_mails(registration, MailKind::Waitlisted)
            .await?;
        Ok(())
    }

    /// The link that a mail carries: the one there is, or a fresh one.
    async fn personal_link(
        &mut self,
        registration: RegistrationId,
        link: Option<Token>,
    ) -> Result<Token> {
        match link {
            Some(link) => Ok(link),
            None => self.planner.new_personal_link(self.tx, registration).await,
        }
    }
}
