//! Access by the personal link of an invitation.

use std::fmt;

use model::Invitation;
use store::{Reader, Tx};

use super::{ClientKey, Locked, Token};
use crate::{Planner, PlannerError, Result};

/// A request by the secret of an invitation's link. It proves nothing: a use case looks the link up.
#[derive(Clone)]
pub struct InvitationAccess {
    /// `None` where the text cannot be a token.
    token: Option<Token>,
    client: ClientKey,
}

impl InvitationAccess {
    /// `token` comes from a link's address or a form. `client` is counted if there is no such link.
    pub fn new(token: &str, client: &ClientKey) -> Self {
        Self {
            token: Token::parse(token),
            client: client.clone(),
        }
    }

    async fn find(&self, reader: &mut Reader) -> Result<Option<Invitation>> {
        let Some(token) = &self.token else {
            return Ok(None);
        };
        Ok(reader.invitation_by_link(token.hash().as_bytes()).await?)
    }
}

impl Planner {
    /// Begins to read by the link of an invitation.
    pub(crate) async fn read_by_invitation(
        &self,
        access: &InvitationAccess,
    ) -> Result<(Reader, Invitation)> {
        let mut reader = self.store().read().await?;
        if let Some(invitation) = access.find(&mut reader).await? {
            return Ok((reader, invitation));
        }
        drop(reader);
        Err(self.wrong_link(&access.client).await)
    }

    /// Begins to change something by the link of an invitation, and locks its event.
    pub(crate) async fn begin_by_invitation(
        &self,
        access: &InvitationAccess,
    ) -> Result<(Tx, Locked, Invitation)> {
        let mut tx = self.store().begin().await?;
        let Some(invitation) = access.find(&mut tx).await? else {
            drop(tx);
            return Err(self.wrong_link(&access.client).await);
        };
        let ((), locked) = Locked::event(&mut tx, invitation.event, |_| Ok(())).await?;
        // Whoever held the lock before may have changed it.
        let invitation = access.find(&mut tx).await?;
        let invitation = invitation.ok_or(PlannerError::NotFound)?;
        Ok((tx, locked, invitation))
    }
}

/// The secret and the client's address stay out of logs.
impl fmt::Debug for InvitationAccess {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("InvitationAccess(…)")
    }
}
