//! Access by a link that was mailed: to one registration, without an account.

use std::{
    collections::{BTreeSet, HashMap},
    fmt,
};

use jiff::SignedDuration;
use model::{Event, EventId, LinkPurpose, Registration, RegistrationId, RegistrationInput};
use store::{NewPersonalLink, PersonalLink, Reader, Tx};

use super::{ClientKey, Locked, Token, TokenHash};
use crate::{
    Planner, Result,
    require::{require_event, require_registration},
};

/// How long the link that confirms an address works.
pub(crate) const CONFIRMATION_LINK_LASTS: SignedDuration = SignedDuration::from_hours(48);

/// A request by the secret of a mailed link. It proves nothing: a use case looks the link up in the
/// transaction that loads the registration.
#[derive(Clone)]
pub struct LinkAccess {
    /// `None` where the text cannot be a token.
    token: Option<Token>,
    client: ClientKey,
}

/// Proof: holds a link that was mailed for a registration.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Participates {
    registration: RegistrationId,
    event: EventId,
}

/// A link that exists, and the proof of what its holder may do.
#[derive(Debug, Clone)]
pub(crate) struct OpenedLink {
    pub right: Participates,
    pub token: Token,
    pub link: PersonalLink,
}

impl LinkAccess {
    /// `token` comes from a link's address or a form. `client` is counted if there is no such link.
    pub fn new(token: &str, client: &ClientKey) -> Self {
        Self {
            token: Token::parse(token),
            client: client.clone(),
        }
    }

    /// The link, if there is one for this purpose.
    async fn find(&self, reader: &mut Reader, purpose: Purpose) -> Result<Option<OpenedLink>> {
        let Some(token) = &self.token else {
            return Ok(None);
        };
        let link = reader.personal_link(token.hash().as_bytes()).await?;
        let wanted = link.filter(|link| purpose.accepts(link.purpose));
        Ok(wanted.map(|link| OpenedLink::new(token.clone(), link)))
    }
}

impl OpenedLink {
    const fn new(token: Token, link: PersonalLink) -> Self {
        Self {
            right: Participates {
                registration: link.registration,
                event: link.event,
            },
            token,
            link,
        }
    }
}

/// The purpose for which a use case accepts links.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Purpose {
    /// To confirm an address. A link that did so is accepted again: doing it twice changes nothing.
    Confirm,
    /// To see, change and cancel the registration.
    Manage,
}

impl Purpose {
    const fn accepts(self, purpose: LinkPurpose) -> bool {
        match self {
            Self::Confirm => true,
            Self::Manage => matches!(purpose, LinkPurpose::Manage),
        }
    }
}

impl Participates {
    /// Loads the registration, with its event.
    pub(crate) async fn read(self, reader: &mut Reader) -> Result<(Registration, Event)> {
        let registration = require_registration(reader, self.registration).await?;
        let event = require_event(reader, registration.event).await?;
        Ok((registration, event))
    }

    /// The registration and its event.
    pub(crate) const fn ids(self) -> (RegistrationId, EventId) {
        (self.registration, self.event)
    }

    /// Locks an event, and loads it and those of the registrations that are for it.
    pub(crate) async fn lock_all(
        tx: &mut Tx,
        event: EventId,
        of_event: impl Iterator<Item = Self> + Send,
    ) -> Result<(Locked, HashMap<RegistrationId, Registration>)> {
        let ((), locked) = Locked::event(tx, event, |_| Ok(())).await?;
        let ids: BTreeSet<_> = of_event.map(|right| right.registration).collect();
        let ids: Vec<_> = ids.into_iter().collect();
        let mut registrations = tx.registrations(&ids).await?;
        registrations.retain(|_, registration| registration.event == event);
        Ok((locked, registrations))
    }

    /// Locks the event of the registration, and loads both.
    pub(crate) async fn lock(self, tx: &mut Tx) -> Result<(Locked, Registration)> {
        let ((), locked) = Locked::event(tx, self.event, |_| Ok(())).await?;
        let registration = require_registration(tx, self.registration).await?;
        Ok((locked, registration))
    }
}

impl Planner {
    /// Begins to read by a link.
    pub(crate) async fn read_by_link(
        &self,
        access: &LinkAccess,
        purpose: Purpose,
    ) -> Result<(Reader, OpenedLink)> {
        let mut reader = self.store().read().await?;
        if let Some(opened) = access.find(&mut reader, purpose).await? {
            return Ok((reader, opened));
        }
        drop(reader);
        Err(self.wrong_link(&access.client).await)
    }

    /// Looks a link up. Those who do so at the same time share a look-up.
    pub(crate) async fn open_link(
        &self,
        access: &LinkAccess,
        purpose: Purpose,
    ) -> Result<OpenedLink> {
        let Some(token) = &access.token else {
            return Err(self.wrong_link(&access.client).await);
        };
        let planner = self.clone();
        let look_up = move |hashes: Vec<TokenHash>| {
            let planner = planner.clone();
            async move {
                let mut reader = planner.store().read().await?;
                let bytes: Vec<&[u8]> = hashes.iter().map(TokenHash::as_bytes).collect();
                let links = reader.personal_links(&bytes).await?;
                let found = |hash: &&[u8]| Ok(links.get(*hash).cloned());
                Ok(bytes.iter().map(found).collect())
            }
        };
        let link = self
            .queues()
            .links
            .submit((), token.hash(), look_up)
            .await?;
        match link.filter(|link| purpose.accepts(link.purpose)) {
            Some(link) => Ok(OpenedLink::new(token.clone(), link)),
            None => Err(self.wrong_link(&access.client).await),
        }
    }

    /// Begins to change something by a link.
    pub(crate) async fn begin_by_link(
        &self,
        access: &LinkAccess,
        purpose: Purpose,
    ) -> Result<(Tx, OpenedLink)> {
        let mut tx = self.store().begin().await?;
        if let Some(opened) = access.find(&mut tx, purpose).await? {
            return Ok((tx, opened));
        }
        drop(tx);
        Err(self.wrong_link(&access.client).await)
    }

    /// A fresh personal link, for the mail that carries it.
    pub(crate) async fn new_personal_link(
        &self,
        tx: &mut Tx,
        registration: RegistrationId,
    ) -> Result<Token> {
        let token = self.new_token();
        let hash = token.hash();
        let link = NewPersonalLink {
            token_hash: hash.as_bytes(),
            registration,
            purpose: LinkPurpose::Manage,
            expires_at: None,
            input: None,
        };
        tx.insert_personal_link(link, self.now()).await?;
        Ok(token)
    }

    /// A fresh link that confirms an address, and what was typed with it if the registration does not hold
    /// that.
    pub(crate) async fn new_confirmation_link(
        &self,
        tx: &mut Tx,
        registration: RegistrationId,
        input: Option<&RegistrationInput>,
    ) -> Result<Token> {
        let token = self.new_token();
        let hash = token.hash();
        let link = NewPersonalLink {
            token_hash: hash.as_bytes(),
            registration,
            purpose: LinkPurpose::Confirm,
            expires_at: Some(self.now() + CONFIRMATION_LINK_LASTS),
            input,
        };
        tx.insert_personal_link(link, self.now()).await?;
        Ok(token)
    }
}

/// The secret and the client's address stay out of logs.
impl fmt::Debug for LinkAccess {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("LinkAccess(…)")
    }
}
