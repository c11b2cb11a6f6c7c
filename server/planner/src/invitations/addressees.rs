//! Invited people as addressees of a mailing: what the mail says to each of them.

use mail::{LetterButton, LinkDisclosure};
use model::{
    Contact, ContactId, InvitationAnswer, Language, Mailing, MailingPurpose, Recipient,
    TextVariable,
};
use store::InvitedPerson;

use super::overview::takes_mail;
use crate::{
    MASK, Planner, Result,
    events::LockedEvent,
    mail::known_name,
    mailings::{Addressee, TextFacts},
};

impl LockedEvent<'_> {
    /// Those contacts who are to be written to: whoever has answered since the mailing was made is missing, and so is
    /// everybody once the event takes no answers.
    pub(crate) async fn invited(
        &mut self,
        mailing: &Mailing,
        facts: &TextFacts,
        ids: &[ContactId],
    ) -> Result<Vec<(Recipient, Addressee)>> {
        if !self.event.takes_answers(self.planner.now()) {
            return Ok(Vec::new());
        }
        let mut addressees = Vec::with_capacity(ids.len());
        for invited in self.tx.invited_contacts(self.event.id, ids).await? {
            // Another mailing may have invited the person meanwhile.
            let is_invited = mailing.purpose == MailingPurpose::Invitation
                && invited.invitation.sent_at.is_some();
            if invited.answer != InvitationAnswer::Silent || is_invited || !takes_mail(&invited) {
                continue;
            }
            let recipient = Recipient::Contact(invited.contact.id);
            addressees.push((recipient, self.invited_one(mailing, facts, invited).await?));
        }
        Ok(addressees)
    }

    async fn invited_one(
        &mut self,
        mailing: &Mailing,
        facts: &TextFacts,
        invited: InvitedPerson,
    ) -> Result<Addressee> {
        let InvitedPerson {
            mut invitation,
            contact,
            ..
        } = invited;
        let planner = self.planner;
        let token = planner.new_invitation_link(self.tx, invitation.id).await?;
        let links = self.invitation_links(&token, &contact);
        let now = planner.now();
        let entry = if mailing.purpose == MailingPurpose::InvitationReminder {
            invitation.reminded_at = Some(now);
            None
        } else {
            invitation.sent_at = Some(now);
            self.entry_of_invitation(&mut invitation, &contact).await?
        };
        let uid = self.event.calendar_uid.clone();
        let entry = invitation
            .sequence
            .zip(entry)
            .map(|(sequence, message)| ((uid, sequence), message));
        let language = contact.person.language;
        let opt_out_link = planner
            .new_opt_out_link(self.tx, contact.id, language)
            .await?;
        let addressee = addressee(planner, (facts, &contact), [links.page, links.decline]);
        Ok(Addressee {
            opt_out_link: Some(opt_out_link),
            entry,
            invitation: Some(invitation),
            ..addressee
        })
    }
}

/// An invited person before a link is made for them.
pub(super) fn masked(planner: &Planner, facts: &TextFacts, contact: &Contact) -> Addressee {
    let link = planner.link(&format!("/invitation/{MASK}"));
    addressee(planner, (facts, contact), [link.clone(), link])
}

fn addressee(
    planner: &Planner,
    (facts, contact): (&TextFacts, &Contact),
    [page, decline]: [String; 2],
) -> Addressee {
    let language = contact.person.language;
    let mut values = facts.of_contact(planner, contact);
    values.set(TextVariable::Link, page.as_str());
    let [yes, no] = match language {
        Language::De => ["Ich komme", "Ich kann nicht"],
        Language::En => ["I will come", "I cannot come"],
    };
    let button = |label: &str, link| LetterButton {
        label: label.to_owned(),
        link,
    };
    Addressee {
        registration: None,
        name: known_name(contact),
        address: contact.person.address.clone(),
        language,
        values,
        buttons: vec![button(yes, page), button(no, decline)],
        link_disclosure: LinkDisclosure::Recipient,
        opt_out_link: None,
        entry: None,
        invitation: None,
    }
}
