//! An invited person declines.

use mail::WayBack;
use model::{AuditAction, EventState, RegistrationState};

use super::{
    own::{OwnAnswer, registration_of},
    require_invited,
};
use crate::{
    Planner, PlannerError, Result,
    access::InvitationAccess,
    audit::Who,
    events::LockedEvent,
    mail::{InvitationEnd, Notification},
    registrations::{Departure, SeatClaim},
};

impl Planner {
    /// Notes that an invited person does not come. A seat that they had goes to the next one waiting, and an entry that
    /// is in their calendar is cancelled. Doing it twice changes nothing the second time.
    ///
    /// # Errors
    ///
    /// `WrongState` if the invitation was taken back, or the event is cancelled or over.
    #[tracing::instrument(level = "debug", skip_all, err(level = "debug"))]
    pub async fn decline_invitation(&self, access: &InvitationAccess) -> Result<()> {
        let (mut tx, locked, mut invitation) = self.begin_by_invitation(access).await?;
        let contact = require_invited(&mut tx, invitation.contact).await?;
        let known = registration_of(&mut tx, &locked.event, &contact).await?;
        let answer = OwnAnswer::of(&invitation, known);
        if matches!(answer, OwnAnswer::Declined | OwnAnswer::Refused) {
            return Ok(());
        }
        if answer == OwnAnswer::TakenBack
            || locked.event.state != EventState::Published
            || locked.event.is_over(self.now())
        {
            return Err(PlannerError::WrongState);
        }
        invitation.declined_at = Some(self.now());
        if let OwnAnswer::Registered(registration) = answer {
            let way_back = if locked.event.takes_answers(self.now()) {
                WayBack::Invitation
            } else {
                WayBack::Organiser
            };
            let departure = Departure {
                into: RegistrationState::Cancelled,
                notification: Notification::RegistrationCancelled { way_back },
            };
            let claim = SeatClaim::new(*registration, Who::Participant);
            let mut event = LockedEvent::new(self, &mut tx, locked);
            event.allocator().release(claim, departure).await?;
            event.tx.update_invitation(&invitation).await?;
            return self.commit(tx).await;
        }
        let mut event = LockedEvent::new(self, &mut tx, locked);
        event
            .end_invitation((&mut invitation, &contact), InvitationEnd::Declined)
            .await?;
        event.tx.update_invitation(&invitation).await?;
        event
            .note_invited(&contact, Who::Participant, AuditAction::InvitationDeclined)
            .await?;
        self.commit(tx).await
    }
}
