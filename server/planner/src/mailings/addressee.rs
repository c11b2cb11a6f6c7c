//! Addressees: recipients of a mailing, with everything that their mail says.

use std::collections::{BTreeSet, HashMap};

use calendar::ItipMessage;
use mail::{AttachedFile, Letter, LetterButton, LinkDisclosure, MessageText};
use model::{
    ContactId, EmailAddress, Invitation, Language, Mailing, MailingAudience, MailingPurpose,
    Recipient, RegistrationId, TextVariable, VariableBody, VariableLine, VariableValues,
};

use super::text_facts::{TextFacts, variables_of};
use crate::{
    Result,
    events::LockedEvent,
    mail::{Disclosure, EventMailing, Mail, MailAbout, MailingPart},
};

/// A recipient of a mailing, and what only they read.
#[derive(Debug)]
pub(crate) struct Addressee {
    /// The registration that the mail is about, if it is about one.
    pub registration: Option<RegistrationId>,
    pub name: Option<String>,
    pub address: EmailAddress,
    pub language: Language,
    /// What the variables of the text stand for.
    pub values: VariableValues,
    /// Below the text.
    pub buttons: Vec<LetterButton>,
    pub link_disclosure: LinkDisclosure,
    /// For mails that are not about a registration of the recipient's.
    pub opt_out_link: Option<String>,
    /// A calendar message, with its UID and SEQUENCE.
    pub entry: Option<((String, u32), ItipMessage)>,
    /// The invitation that the mail is about, as it is once the mail is written.
    pub invitation: Option<Invitation>,
}

/// What everybody reads, before their variables are filled in.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Words<'m> {
    pub subject: &'m VariableLine,
    pub text: &'m VariableBody,
    /// The files that go with a mail on trial. Those of a mailing go with its mails when they are handed over.
    pub files: &'m [AttachedFile],
}

impl<'m> Words<'m> {
    /// Words without files of their own.
    pub(crate) const fn new(subject: &'m VariableLine, text: &'m VariableBody) -> Self {
        Self {
            subject,
            text,
            files: &[],
        }
    }

    /// The variables that they have.
    pub(crate) fn variables(self) -> BTreeSet<TextVariable> {
        variables_of(self.subject, self.text)
    }
}

impl Addressee {
    /// The letter to this person.
    pub(crate) fn letter(&self, words: Words<'_>, event: &EventMailing, page: &str) -> Letter {
        Letter::Message {
            event: event.facts(Disclosure::Public, page),
            heading: words.subject.render(&self.values).text,
            text: MessageText::new(words.text.render(&self.values).text),
            buttons: self.buttons.clone(),
            link_disclosure: self.link_disclosure,
            opt_out_link: self.opt_out_link.clone(),
            calendar: self.entry.as_ref().map(|(_, message)| message.clone()),
        }
    }
}

impl LockedEvent<'_> {
    /// The addressees among recipients. Whoever is not to be written to any more is missing.
    pub(super) async fn addressees(
        &mut self,
        mailing: &Mailing,
        recipients: impl Iterator<Item = Recipient>,
    ) -> Result<HashMap<Recipient, Addressee>> {
        let (mut registrations, mut contacts) = (Vec::new(), Vec::new());
        for recipient in recipients {
            match recipient {
                Recipient::Registration(id) => registrations.push(id),
                Recipient::Contact(id) => contacts.push(id),
            }
        }
        let about = (&self.network, &self.event);
        let facts = TextFacts::of_mailing(self.tx, about, mailing).await?;
        let mut addressees = HashMap::new();
        if !registrations.is_empty() {
            let found = self.registered(mailing, &facts, &registrations).await?;
            addressees.extend(found);
        }
        if !contacts.is_empty() {
            let found = match mailing.purpose {
                MailingPurpose::Invitation | MailingPurpose::InvitationReminder => {
                    self.invited(mailing, &facts, &contacts).await?
                }
                MailingPurpose::Message | MailingPurpose::Reminder => {
                    self.contacted(&facts, &contacts).await?
                }
            };
            addressees.extend(found);
        }
        Ok(addressees)
    }

    /// People of the event. Whoever cancelled since the mailing began is missing.
    async fn registered(
        &mut self,
        mailing: &Mailing,
        facts: &TextFacts,
        ids: &[RegistrationId],
    ) -> Result<Vec<(Recipient, Addressee)>> {
        let found = self.tx.registrations(ids).await?;
        let mut addressees = Vec::with_capacity(found.len());
        for (id, registration) in found {
            let is_meant = match &mailing.audience {
                MailingAudience::Registrations(filter) => filter.finds(&registration),
                MailingAudience::Listed => registration.state.is_active(),
            };
            if !is_meant {
                continue;
            }
            let language = registration.person.language;
            let mut values = facts.of_registration(self.planner, &registration);
            let mut link_disclosure = LinkDisclosure::Everybody;
            if facts.uses(TextVariable::Link) {
                let token = self.planner.new_personal_link(self.tx, id).await?;
                let link = self.planner.person_link("registration", &token, language);
                values.set(TextVariable::Link, link);
                link_disclosure = LinkDisclosure::Recipient;
            }
            let addressee = Addressee {
                registration: Some(id),
                name: registration.confirmed_name(),
                address: registration.person.address,
                language,
                values,
                buttons: Vec::new(),
                link_disclosure,
                opt_out_link: None,
                entry: None,
                invitation: None,
            };
            addressees.push((Recipient::Registration(id), addressee));
        }
        Ok(addressees)
    }

    /// Contacts, each with a link to opt out. Whoever has opted out is missing.
    async fn contacted(
        &mut self,
        facts: &TextFacts,
        ids: &[ContactId],
    ) -> Result<Vec<(Recipient, Addressee)>> {
        let found = self.tx.contacts(ids).await?;
        let mut addressees = Vec::with_capacity(found.len());
        for (id, contact) in found {
            if contact.opted_out_at.is_some() || contact.person.address.is_stand_in() {
                continue;
            }
            let language = contact.person.language;
            let opt_out_link = self.planner.new_opt_out_link(self.tx, id, language).await?;
            let addressee = Addressee {
                registration: None,
                name: contact.confirmed_at.map(|_| contact.person.name()),
                values: facts.of_contact(self.planner, &contact),
                address: contact.person.address,
                language,
                buttons: Vec::new(),
                link_disclosure: LinkDisclosure::Everybody,
                opt_out_link: Some(opt_out_link),
                entry: None,
                invitation: None,
            };
            addressees.push((Recipient::Contact(id), addressee));
        }
        Ok(addressees)
    }

    /// Writes the mail of a mailing to an addressee.
    pub(super) async fn write_to(&mut self, mailing: &Mailing, to: Addressee) -> Result<()> {
        let event = self.mailing()?;
        let words = Words::new(&mailing.subject, &mailing.text);
        let mail = Mail {
            letter: to.letter(words, &event, &self.planner.link("/")),
            sender: event.sender(),
            name: to.name,
            address: to.address,
            language: to.language,
            about: MailAbout::Mailing(MailingPart {
                mailing: mailing.id,
                kind: mailing.purpose.mail_kind(),
                event: mailing.event,
                registration: to.registration,
                entry: to.entry.map(|(entry, _)| entry),
                event_revision: to.invitation.as_ref().map(|_| self.event.revision),
            }),
            references: None,
        };
        let queued = self.planner.queue(self.tx, mail).await?;
        if let Some(invitation) = to.invitation {
            self.tx.update_invitation(&invitation).await?;
            if let Some(mail) = queued {
                self.tx.insert_invitation_mail(mail, invitation.id).await?;
            }
        }
        Ok(())
    }
}
