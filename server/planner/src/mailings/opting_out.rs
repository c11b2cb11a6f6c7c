//! Contacts opt out of mails that are not about a registration of theirs, by a link in such a mail.

use std::fmt;

use model::{AuditAction, Contact, ContactId, Language, Network};
use store::{Reader, Tx};

use crate::{
    Planner, PlannerError, Result, Token,
    audit::{About, AuditEntry, Who},
    require::require_network,
};

/// What the page behind the link shows.
#[derive(Clone, PartialEq, Eq)]
pub struct OptOutPage {
    pub network: Network,
    /// The address that gets no more such mails.
    pub address: String,
    pub has_opted_out: bool,
}

impl Planner {
    /// The page behind a link. Looking at it changes nothing.
    ///
    /// # Errors
    ///
    /// `NotFound` if there is no such link.
    #[tracing::instrument(level = "debug", skip_all, err(level = "debug"))]
    pub async fn opt_out_page(&self, token: &str) -> Result<OptOutPage> {
        let mut reader = self.store().read().await?;
        let contact = contact_of(&mut reader, token).await?;
        Ok(OptOutPage {
            network: require_network(&mut reader, contact.network).await?,
            address: contact.person.address.to_string(),
            has_opted_out: contact.opted_out_at.is_some(),
        })
    }

    /// Notes that a contact wants no more such mails. Doing it twice changes nothing.
    ///
    /// # Errors
    ///
    /// `NotFound` if there is no such link.
    #[tracing::instrument(level = "debug", skip_all, err(level = "debug"))]
    pub async fn opt_out(&self, token: &str) -> Result<()> {
        let mut tx = self.store().begin().await?;
        let mut contact = contact_of(&mut tx, token).await?;
        if contact.opted_out_at.is_some() {
            return Ok(());
        }
        let made_from = contact.revision;
        contact.opted_out_at = Some(self.now());
        contact.revision += 1;
        if !tx.update_contact(&contact, made_from).await? {
            // An organiser changes the contact at this moment.
            return Err(PlannerError::Unavailable);
        }
        tx.drop_invitation_mails_to(contact.id).await?;
        let entry = AuditEntry {
            who: Who::Participant,
            about: About {
                network: contact.network,
                event: None,
                registration: None,
                contact: Some(contact.id),
            },
            action: AuditAction::ContactOptedOut,
            edit: None,
        };
        self.note(&mut tx, entry).await?;
        self.commit(tx).await
    }

    /// A fresh link by which a contact opts out, for the mail that carries it.
    pub(crate) async fn new_opt_out_link(
        &self,
        tx: &mut Tx,
        contact: ContactId,
        language: Language,
    ) -> Result<String> {
        let token = self.new_token();
        tx.insert_opt_out_link(token.hash().as_bytes(), contact, self.now())
            .await?;
        Ok(self.person_link("opt-out", &token, language))
    }
}

async fn contact_of(reader: &mut Reader, token: &str) -> Result<Contact> {
    let token = Token::parse(token).ok_or(PlannerError::NotFound)?;
    let hash = token.hash();
    let id = reader.contact_of_opt_out_link(hash.as_bytes()).await?;
    let id = id.ok_or(PlannerError::NotFound)?;
    reader.contact(id).await?.ok_or(PlannerError::NotFound)
}

/// The address stays out of logs.
impl fmt::Debug for OptOutPage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("OptOutPage")
            .field("network", &self.network.id)
            .field("has_opted_out", &self.has_opted_out)
            .finish_non_exhaustive()
    }
}
