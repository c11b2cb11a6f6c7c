//! The page *Outgoing mail*: what was decided to be sent, and what became of it.

use model::{EventId, MailId, MailState};
use store::{MailFilter, MailLine, Paginated, Paging};

use crate::{
    Planner, PlannerError, Result,
    access::{Organises, Reads},
    mail::ParsedMail,
};

/// One mail with its message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OutgoingMail {
    pub line: MailLine,
    /// Header and body, as it is handed to the mail server.
    pub message: Vec<u8>,
}

impl OutgoingMail {
    /// The parts of the message, as a mail program shows them.
    pub fn open(&self) -> ParsedMail {
        ParsedMail::read(&self.message)
    }
}

impl Planner {
    /// A network's mails, the latest first: to whom, what about, and what became of them. Not what is
    /// in them.
    #[tracing::instrument(level = "debug", skip_all, fields(network = %right.network()), err(level = "debug"))]
    pub async fn outgoing(
        &self,
        right: &Reads,
        filter: MailFilter,
        paging: Paging,
    ) -> Result<Paginated<MailLine>> {
        let mut reader = self.store().read().await?;
        Ok(reader.find_mails(right.network(), filter, paging).await?)
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
    /// could sign in as an owner.
    #[tracing::instrument(level = "debug", skip_all, fields(network = %right.network(), %mail), err(level = "debug"))]
    pub async fn outgoing_mail(&self, right: &Organises, mail: MailId) -> Result<OutgoingMail> {
        let mut reader = self.store().read().await?;
        let line = reader
            .mail(mail)
            .await?
            .filter(|line| {
                let own = right.member().address.is_mailbox_of(&line.recipient);
                line.network == right.network() && (line.registration.is_some() || own)
            })
            .ok_or(PlannerError::NotFound)?;
        let message = reader
            .mail_message(mail)
            .await?
            .ok_or(PlannerError::NotFound)?;
        Ok(OutgoingMail { line, message })
    }
}
