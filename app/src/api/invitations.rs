//! Form actions of an organiser about the invitations of an event.

use model::{EventId, InvitationId};
use planner::access::{EventAccess, Organises};
use serde::{Deserialize, Serialize};
use ui::{error::AppError, forms::SeeOther, visit::planner};

use super::authorise::organises_event;

/// An invitation of an event.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct InvitedForm {
    pub event: String,
    pub invitation: String,
}

impl InvitedForm {
    fn parse(&self) -> Result<(EventId, EventAccess<Organises>, InvitationId), AppError> {
        let (event, access) = organises_event(&self.event)?;
        let invitation = self.invitation.parse().map_err(|_| AppError::NotFound)?;
        Ok((event, access, invitation))
    }
}

/// The page of who has answered.
pub fn invitations_path(event: EventId) -> String {
    format!("/organise/events/{event}/invitations")
}

/// Takes an invitation back.
pub async fn take_back(form: &InvitedForm) -> Result<SeeOther, AppError> {
    let (event, access, invitation) = form.parse()?;
    planner().take_back_invitation(&access, invitation).await?;
    let path = invitations_path(event);
    Ok(SeeOther::page(format!("{path}?done=taken-back")))
}

/// Mails a new link in place of the earlier ones.
pub async fn renew_link(form: &InvitedForm) -> Result<SeeOther, AppError> {
    let (event, access, invitation) = form.parse()?;
    planner().renew_invitation_link(&access, invitation).await?;
    let path = invitations_path(event);
    Ok(SeeOther::page(format!("{path}/{invitation}?done=renewed")))
}
