//! Access by the link of an organisation's contact person to its places at an event.

use std::fmt;

use store::{ContingentLink, Reader, Tx};

use super::{ClientKey, Locked, Token};
use crate::{Planner, PlannerError, Result};

/// A request by the secret of a link to the places of an organisation. It proves nothing: a use case looks the link up.
#[derive(Clone)]
pub struct ContingentAccess {
    /// `None` where the text cannot be a token.
    token: Option<Token>,
    client: ClientKey,
}

impl ContingentAccess {
    /// `token` comes from a link's address or a form. `client` is counted if there is no such link.
    pub fn new(token: &str, client: &ClientKey) -> Self {
        Self {
            token: Token::parse(token),
            client: client.clone(),
        }
    }

    async fn find(&self, reader: &mut Reader) -> Result<Option<ContingentLink>> {
        let Some(token) = &self.token else {
            return Ok(None);
        };
        Ok(reader.contingent_link(token.hash().as_bytes()).await?)
    }
}

impl Planner {
    /// Begins to read by a link to places.
    pub(crate) async fn read_by_contingent(
        &self,
        access: &ContingentAccess,
    ) -> Result<(Reader, ContingentLink)> {
        let mut reader = self.store().read().await?;
        if let Some(link) = access.find(&mut reader).await? {
            return Ok((reader, link));
        }
        drop(reader);
        Err(self.wrong_link(&access.client).await)
    }

    /// Begins to change something by a link to places, and locks its event.
    pub(crate) async fn begin_by_contingent(
        &self,
        access: &ContingentAccess,
    ) -> Result<(Tx, Locked, ContingentLink)> {
        let mut tx = self.store().begin().await?;
        let Some(link) = access.find(&mut tx).await? else {
            drop(tx);
            return Err(self.wrong_link(&access.client).await);
        };
        let ((), locked) = Locked::event(&mut tx, link.event, |_| Ok(())).await?;
        // Whoever held the lock before may have revoked it.
        let link = access.find(&mut tx).await?.ok_or(PlannerError::NotFound)?;
        Ok((tx, locked, link))
    }
}

/// The secret and the client's address stay out of logs.
impl fmt::Debug for ContingentAccess {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("ContingentAccess(…)")
    }
}
