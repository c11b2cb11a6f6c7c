//! The page *Outgoing mail*: what was decided to be sent, and what became of it.

use model::{EmailAddress, EventId, MailId, MailState};
use store::{MailFilter, MailLine, Occasion, Paginated, Paging};

use crate::{
    Delivery, Planner, PlannerError, Result,
    access::{Organises, Reads},
    mail::{ParsedMail, mask::mask_message},
};

/// One mail with its message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OutgoingMail {
    pub line: MailLine,
    /// Header and body. `None` if they have been deleted.
    pub message: Option<Vec<u8>>,
    /// Whether the secret links in the message are masked.
    pub is_masked: bool,
    /// Whether a refused mail can be sent again.
    pub can_be_sent_again: bool,
    /// Why the network writes to the recipient no longer.
    pub stopped: Option<String>,
}

impl OutgoingMail {
    /// The parts of the message, as a mail program shows them.
    pub fn open(&self) -> Option<ParsedMail> {
        self.message.as_deref().map(ParsedMail::read)
    }
}

impl Planner {
    /// A network's mails: to whom, what about, and what became of them. Not what is in them.
    #[tracing::instrument(level = "debug", skip_all, fields(network = %right.network()), err(level = "debug"))]
    pub async fn outgoing(
        &self,
        right: &Reads,
        filter: &MailFilter,
        paging: Paging,
    ) -> Result<Paginated<MailLine>> {
        let mut reader = self.store().read().await?;
        Ok(reader.find_mails(right.network(), filter, paging).await?)
    }

    /// The occasions on which a network wrote mails. Of the filter, event, kind and revision count.
    #[tracing::instrument(level = "debug", skip_all, fields(network = %right.network()), err(level = "debug"))]
    pub async fn mail_occasions(
        &self,
        right: &Reads,
        filter: &MailFilter,
        paging: Paging,
    ) -> Result<Paginated<Occasion>> {
        let mut reader = self.store().read().await?;
        Ok(reader
            .mail_occasions(right.network(), filter, paging, self.now())
            .await?)
    }

    /// How many of a network's mails, or of those about one event, are in each state; those of no mail
    /// are left out.
    #[tracing::instrument(level = "debug", skip_all, fields(network = %right.network()), err(level = "debug"))]
    pub async fn outgoing_counts(
        &self,
        right: &Reads,
        event: Option<EventId>,
    ) -> Result<Vec<(MailState, i64)>> {
        let mut reader = self.store().read().await?;
        Ok(reader.count_mails(right.network(), event).await?)
    }

    /// One mail. A sign-in link is for nobody but the member it was sent to: whoever could read it here
    /// could sign in as an owner. The personal links of participants are masked, except while there is no
    /// mail server: then this is the only way to them.
    #[tracing::instrument(level = "debug", skip_all, fields(network = %right.network(), %mail), err(level = "debug"))]
    pub async fn outgoing_mail(&self, right: &Organises, mail: MailId) -> Result<OutgoingMail> {
        let mut reader = self.store().read().await?;
        let own = |line: &MailLine| right.member().address.is_mailbox_of(&line.recipient);
        let line = reader
            .mail(mail)
            .await?
            .filter(|line| line.network == right.network() && (is_about_people(line) || own(line)))
            .ok_or(PlannerError::NotFound)?;
        let shows_links = !self.hands_over() && line.state == MailState::Kept;
        let is_masked = is_about_people(&line) && !shows_links;
        let message = reader.mail_message(mail).await?.map(|message| {
            if is_masked {
                mask_message(&message)
            } else {
                message
            }
        });
        let stopped = match EmailAddress::parse(&line.recipient) {
            Ok(address) => reader.stopped_address(line.network, &address).await?,
            Err(_) => None,
        };
        Ok(OutgoingMail {
            can_be_sent_again: reader
                .can_send_mail_again(mail, self.expired_before())
                .await?,
            line,
            message,
            is_masked,
            stopped,
        })
    }

    /// Whether there is a mail server.
    pub(super) fn hands_over(&self) -> bool {
        self.config().delivery == Delivery::MailServer
    }
}

/// Whether a mail is about somebody who comes to an event, or is asked to.
fn is_about_people(line: &MailLine) -> bool {
    line.registration.is_some() || line.event.is_some()
}
