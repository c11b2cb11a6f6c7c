//! Access by a secret link to the screen of a café.

use std::fmt;

use model::{PlanId, PlanLinkPurpose};
use store::Reader;

use super::{ClientKey, Token};
use crate::Result;

/// A request by the secret of a screen's link. It proves nothing: a use case looks the link up.
#[derive(Clone)]
pub struct ScreenAccess {
    /// `None` where the text cannot be a token.
    token: Option<Token>,
    client: ClientKey,
}

impl ScreenAccess {
    /// `token` comes from a link's address. `client` is counted if there is no such link.
    pub fn new(token: &str, client: &ClientKey) -> Self {
        Self {
            token: Token::parse(token),
            client: client.clone(),
        }
    }

    /// The plan that the screen shows.
    pub(crate) async fn find(&self, reader: &mut Reader) -> Result<Option<PlanId>> {
        let Some(token) = &self.token else {
            return Ok(None);
        };
        let link = reader.plan_link(token.hash().as_bytes()).await?;
        let link = link.filter(|link| link.purpose == PlanLinkPurpose::Screen);
        Ok(link.map(|link| link.plan))
    }

    pub(crate) const fn client(&self) -> &ClientKey {
        &self.client
    }
}

/// The secret and the client's address stay out of logs.
impl fmt::Debug for ScreenAccess {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("ScreenAccess(…)")
    }
}
