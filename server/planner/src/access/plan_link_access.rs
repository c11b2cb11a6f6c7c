//! Access by a secret link of a plan that only shows something: the screen of a café, the list of a workshop.

use std::fmt;

use model::{PlanId, PlanLink, PlanLinkPurpose, WorkshopId};
use store::Reader;

use super::{ClientKey, Token};
use crate::Result;

/// The secret of a link, and who sends it. It proves nothing: a use case looks the link up.
#[derive(Clone)]
struct LinkSecret {
    /// `None` where the text cannot be a token.
    token: Option<Token>,
    client: ClientKey,
}

impl LinkSecret {
    fn new(token: &str, client: &ClientKey) -> Self {
        Self {
            token: Token::parse(token),
            client: client.clone(),
        }
    }

    /// The link of this secret, if it is for this purpose.
    async fn find(
        &self,
        reader: &mut Reader,
        purpose: PlanLinkPurpose,
    ) -> Result<Option<PlanLink>> {
        let Some(token) = &self.token else {
            return Ok(None);
        };
        let link = reader.plan_link(token.hash().as_bytes()).await?;
        Ok(link.filter(|link| link.purpose == purpose))
    }
}

/// A request by the secret of a screen's link.
#[derive(Clone)]
pub struct ScreenAccess(LinkSecret);

/// A request by the secret of a link to the list of a workshop.
#[derive(Clone)]
pub struct ListAccess(LinkSecret);

impl ScreenAccess {
    /// `token` comes from a link's address. `client` is counted if there is no such link.
    pub fn new(token: &str, client: &ClientKey) -> Self {
        Self(LinkSecret::new(token, client))
    }

    /// The plan that the screen shows.
    pub(crate) async fn find(&self, reader: &mut Reader) -> Result<Option<PlanId>> {
        let link = self.0.find(reader, PlanLinkPurpose::Screen).await?;
        Ok(link.map(|link| link.plan))
    }

    pub(crate) const fn client(&self) -> &ClientKey {
        &self.0.client
    }
}

impl ListAccess {
    /// `token` comes from a link's address. `client` is counted if there is no such link.
    pub fn new(token: &str, client: &ClientKey) -> Self {
        Self(LinkSecret::new(token, client))
    }

    /// The plan and the workshop whose list it shows.
    pub(crate) async fn find(&self, reader: &mut Reader) -> Result<Option<(PlanId, WorkshopId)>> {
        let link = self.0.find(reader, PlanLinkPurpose::List).await?;
        Ok(link.and_then(|link| Some((link.plan, link.workshop?))))
    }

    pub(crate) const fn client(&self) -> &ClientKey {
        &self.0.client
    }
}

/// The secret and the client's address stay out of logs.
impl fmt::Debug for LinkSecret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("LinkSecret(…)")
    }
}

impl fmt::Debug for ScreenAccess {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("ScreenAccess(…)")
    }
}

impl fmt::Debug for ListAccess {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("ListAccess(…)")
    }
}
