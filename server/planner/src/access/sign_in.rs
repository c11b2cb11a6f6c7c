//! Signing in with a link sent by mail. There are no passwords.

use jiff::{SignedDuration, Timestamp};
use model::{AuditAction, EmailAddress, Language, Membership};

use super::{Limit, Principal, Token};
use crate::{ClientKey, Planner, PlannerError, Result, audit::Who, mail, require::require_network};

/// How long a sign-in link works.
pub(crate) const SIGN_IN_LINK_LASTS: SignedDuration = SignedDuration::from_mins(15);
/// How long the link in the mail to a new member works.
pub(crate) const MEMBER_LINK_LASTS: SignedDuration = SignedDuration::from_hours(24 * 14);
/// How long a login session lasts.
const LOGIN_SESSION_LASTS: SignedDuration = SignedDuration::from_hours(24 * 30);

/// A login session that has just begun.
#[derive(Debug)]
pub struct NewLoginSession {
    /// The secret for the cookie.
    pub token: Token,
    pub expires_at: Timestamp,
}

impl Planner {
    /// Mails a sign-in link if the address is a member's. Answer and limits are the same for every
    /// address. A member's takes milliseconds longer, because a mail is composed and queued; the limits
    /// allow too few tries to measure that.
    #[tracing::instrument(level = "debug", skip_all, err(level = "debug"))]
    pub async fn request_sign_in(
        &self,
        address: &EmailAddress,
        language: Language,
        client: &ClientKey,
    ) -> Result<()> {
        let mut tx = self.store().begin().await?;
        let lower = address.lower();
        self.count_towards(&mut tx, Limit::SignInByClient, client.as_str())
            .await?;
        self.count_towards(&mut tx, Limit::SignInByAddress, &lower)
            .await?;
        let token = self.new_token();
        let expires_at = self.now() + SIGN_IN_LINK_LASTS;
        tx.insert_sign_in_link(token.hash().as_bytes(), &lower, self.now(), expires_at)
            .await?;
        let memberships = tx.memberships(&lower).await?.rows;
        if let Some(Membership { member, .. }) = memberships.first() {
            let network = require_network(&mut tx, member.network).await?;
            let link = self.link(&format!("/sign-in/{}", token.reveal()));
            self.queue(
                &mut tx,
                mail::sign_in(&self.sender(&network)?, member, language, link),
            )
            .await?;
        }
        self.commit(tx).await
    }

    /// A sign-in link for the console: for the first member, and for demo data.
    #[tracing::instrument(level = "debug", skip_all, err(level = "debug"))]
    pub async fn sign_in_link(&self, address: &EmailAddress) -> Result<String> {
        let mut tx = self.store().begin().await?;
        let token = self.new_token();
        let expires_at = self.now() + SIGN_IN_LINK_LASTS;
        tx.insert_sign_in_link(
            token.hash().as_bytes(),
            &address.lower(),
            self.now(),
            expires_at,
        )
        .await?;
        tx.commit().await?;
        Ok(self.link(&format!("/sign-in/{}", token.reveal())))
    }

    /// Uses a sign-in link up and begins a login session.
    #[tracing::instrument(level = "debug", skip_all, err(level = "debug"))]
    pub async fn sign_in(&self, token: &str, client: &ClientKey) -> Result<NewLoginSession> {
        let Some(link) = Token::parse(token) else {
            return Err(self.wrong_link(client).await);
        };
        let now = self.now();
        let mut tx = self.store().begin().await?;
        let Some(address) = tx.use_sign_in_link(link.hash().as_bytes(), now).await? else {
            drop(tx);
            return Err(match self.wrong_link(client).await {
                // Nearly always the link was used or is too old; nobody can guess one.
                PlannerError::NotFound => PlannerError::Expired,
                error => error,
            });
        };
        // The membership may have ended since the link was sent.
        let memberships = tx.memberships(&address).await?.rows;
        if memberships.is_empty() {
            return Err(PlannerError::Expired);
        }
        for Membership { member, .. } in memberships {
            let subject = (member.network, Who::Member(member.id));
            self.note_network(&mut tx, subject, AuditAction::SignedIn, None)
                .await?;
        }
        let session = NewLoginSession {
            token: self.new_token(),
            expires_at: now + LOGIN_SESSION_LASTS,
        };
        tx.insert_login_session(
            session.token.hash().as_bytes(),
            &address,
            now,
            session.expires_at,
        )
        .await?;
        tx.commit().await?;
        Ok(session)
    }

    /// The principal of a login session; `None` if it has ended.
    #[tracing::instrument(level = "debug", skip_all, err(level = "debug"))]
    pub async fn principal(&self, cookie: &str) -> Result<Option<Principal>> {
        let Some(token) = Token::parse(cookie) else {
            return Ok(None);
        };
        let mut reader = self.store().read().await?;
        let Some(address) = reader
            .login_session(token.hash().as_bytes(), self.now())
            .await?
        else {
            return Ok(None);
        };
        let memberships = reader.memberships(&address).await?.rows;
        Ok(memberships
            .first()
            .map(|first| first.member.address.clone())
            .map(|address| Principal::new(address, memberships)))
    }

    /// Ends a login session.
    #[tracing::instrument(level = "debug", skip_all, err(level = "debug"))]
    pub async fn sign_out(&self, cookie: &str) -> Result<()> {
        let Some(token) = Token::parse(cookie) else {
            return Ok(());
        };
        let mut tx = self.store().begin().await?;
        tx.delete_login_session(token.hash().as_bytes()).await?;
        tx.commit().await?;
        Ok(())
    }
}
