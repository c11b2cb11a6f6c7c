//! Mails about invitations, with the calendar entry where it comes with the invitation.

use calendar::{CalendarUser, CancelScope, ItipMessage};
use mail::{InvitationLinks, Letter};
use model::{Contact, Invitation, InvitationCalendar, MailState};
use store::InvitationMail;

use super::{
    calendar_entry::{Disclosure, mailable},
    outbox::{Mail, MailAbout},
};
use crate::{PlannerError, Result, access::Token, events::LockedEvent};
pub(crate) use mail::{InvitationEnd, InvitationNews};

impl LockedEvent<'_> {
    /// Mails a person their link. The caller saves the invitation, which was sent then.
    pub(crate) async fn write_invitation(
        &mut self,
        (invitation, contact): (&mut Invitation, &Contact),
        news: InvitationNews,
    ) -> Result<()> {
        let token = self
            .planner
            .new_invitation_link(self.tx, invitation.id)
            .await?;
        let links = self.invitation_links(&token, contact);
        let calendar = if invitation.declined_at.is_some() {
            None
        } else {
            self.entry_of_invitation(invitation, contact).await?
        };
        let opt_out_link = self
            .planner
            .new_opt_out_link(self.tx, contact.id, contact.person.language)
            .await?;
        let mailing = self.mailing()?;
        let letter = Letter::Invitation {
            event: mailing.facts(Disclosure::Public, &links.page),
            news,
            links,
            opt_out_link,
            calendar,
        };
        self.queue_for_invited((invitation, contact), letter)
            .await?;
        invitation.sent_at = Some(self.planner.now());
        Ok(())
    }

    /// The addresses behind the buttons of an invitation.
    pub(crate) fn invitation_links(&self, token: &Token, contact: &Contact) -> InvitationLinks {
        let language = contact.person.language;
        let page = self.planner.person_link("invitation", token, language);
        InvitationLinks {
            decline: format!("{page}&answer=no"),
            page,
        }
    }

    /// The calendar entry that comes with an invitation, whose SEQUENCE it raises. `None` if the entry comes with the
    /// registration.
    pub(crate) async fn entry_of_invitation(
        &mut self,
        invitation: &mut Invitation,
        contact: &Contact,
    ) -> Result<Option<ItipMessage>> {
        match invitation.calendar {
            InvitationCalendar::WithRegistration => Ok(None),
            InvitationCalendar::WithInvitation => self
                .calendar_message_to((invitation, contact), None)
                .await
                .map(Some),
        }
    }

    /// Takes an entry out of the calendar of somebody whose invitation has ended, and tells them where they do not know.
    /// Mails that are not sent yet are dropped. The caller saves the invitation.
    pub(crate) async fn end_invitation(
        &mut self,
        (invitation, contact): (&mut Invitation, &Contact),
        end: InvitationEnd,
    ) -> Result<()> {
        self.tx.drop_mails_of_invitation(invitation.id).await?;
        let mails = self.tx.mails_of_invitation(invitation.id).await?;
        let had_entry = has_entry(&mails);
        let knows = mails.iter().any(was_handed_over);
        let is_told = had_entry || (knows && end != InvitationEnd::Declined);
        if !is_told {
            return Ok(());
        }
        let scope = match end {
            InvitationEnd::EventCancelled => CancelScope::Event,
            InvitationEnd::Declined | InvitationEnd::TakenBack => CancelScope::Attendee,
        };
        let calendar = if had_entry {
            let message = self.calendar_message_to((invitation, contact), Some(scope));
            Some(message.await?)
        } else {
            None
        };
        let mailing = self.mailing()?;
        let reason = self.event.cancel_reason.as_ref().map(ToString::to_string);
        let letter = Letter::InvitationEnded {
            event: mailing.facts(Disclosure::Public, &self.planner.link("/")),
            end,
            reason,
            calendar,
        };
        self.queue_for_invited((invitation, contact), letter).await
    }

    /// A calendar message to an invited person: the entry, or what it cancels. SEQUENCE rises from one to the next, also
    /// over an earlier registration of the person.
    async fn calendar_message_to(
        &mut self,
        (invitation, contact): (&mut Invitation, &Contact),
        cancels: Option<CancelScope>,
    ) -> Result<ItipMessage> {
        let address = contact.person.address.lower();
        let known = self
            .tx
            .registration_by_address(self.event.id, &address)
            .await?;
        let known = known.and_then(|known| known.invitation_sequence);
        let last = known.max(invitation.sequence).map_or(0, |last| last + 1);
        let sequence = self.event.sequence.max(last);
        invitation.sequence = Some(sequence);
        // The online link is for those who have a seat.
        let template =
            self.planner
                .event_template(&self.network, &self.event, Disclosure::Public)?;
        let attendee = CalendarUser {
            name: known_name(contact).unwrap_or_default(),
            address: mailable(&contact.person.address)?,
        };
        let revision = self.planner.revision(sequence);
        let message = match cancels {
            Some(scope) => template.cancel(&attendee, revision, scope),
            None => template.request(&attendee, revision),
        };
        message.map_err(PlannerError::internal)
    }

    /// Queues a mail to an invited person.
    pub(crate) async fn queue_for_invited(
        &mut self,
        (invitation, contact): (&Invitation, &Contact),
        letter: Letter,
    ) -> Result<()> {
        let mailing = self.mailing()?;
        let entry = invitation
            .sequence
            .filter(|_| letter.calendar().is_some())
            .map(|sequence| (self.event.calendar_uid.clone(), sequence));
        let mail = Mail {
            letter,
            sender: mailing.sender(),
            name: known_name(contact),
            address: contact.person.address.clone(),
            language: contact.person.language,
            about: MailAbout::Invitation {
                event: self.event.id,
                event_revision: self.event.revision,
                entry,
            },
            references: None,
        };
        if let Some(mail) = self.planner.queue(self.tx, mail).await? {
            self.tx.insert_invitation_mail(mail, invitation.id).await?;
        }
        Ok(())
    }
}

/// The name that a mail may repeat. `None` while it may be a stranger's words.
pub(crate) fn known_name(contact: &Contact) -> Option<String> {
    contact.confirmed_at.map(|_| contact.person.name())
}

/// Whether the person was handed over a calendar entry that was not cancelled since.
fn has_entry(mails: &[InvitationMail]) -> bool {
    let methods = mails.iter().filter(|mail| was_handed_over(mail));
    let last = methods
        .filter_map(|mail| mail.method.as_deref())
        .next_back();
    last == Some("REQUEST")
}

/// Whether a mail may have arrived.
const fn was_handed_over(mail: &InvitationMail) -> bool {
    matches!(
        mail.state,
        MailState::Sending | MailState::Accepted | MailState::Kept
    )
}
