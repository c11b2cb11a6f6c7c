//! Invitations and reminders before they are sent: what each person reads, and what is missing for whom.

use model::{Contact, Event, Network, VariableBody, VariableLine};
use store::Reader;

use super::{
    addressees::masked,
    choice::{InvitationChoice, Invitees},
    overview::SilentPeople,
};
use crate::{
    Planner, PlannerError, Result,
    access::{EventAccess, Organises},
    mail::EventMailing,
    mailings::{MissingValue, PersonPreview, ReadByPeople, TextFacts, Words, read_by},
    require::require_network,
};

/// What the chosen people read.
#[derive(Debug, Clone, Default)]
pub struct InvitationPreview {
    /// What one of them reads; `None` if nobody is invited.
    pub shown: Option<PersonPreview>,
    pub missing: Vec<MissingValue>,
}

/// A reminder before it is sent.
#[derive(Debug, Clone)]
pub struct ReminderPreview {
    pub network: Network,
    pub event: Event,
    /// The number of people with a seat.
    pub confirmed: u32,
    pub silent: SilentPeople,
    /// What one of them reads; `None` without words.
    pub shown: Option<PersonPreview>,
    pub missing: Vec<MissingValue>,
}

impl Planner {
    /// The invitation as the person at this place among the chosen ones would read it.
    #[tracing::instrument(level = "debug", skip_all, fields(event = %access), err(level = "debug"))]
    pub async fn preview_invitation(
        &self,
        access: &EventAccess<Organises>,
        choice: &InvitationChoice,
        (subject, text): (&VariableLine, &VariableBody),
        index: usize,
    ) -> Result<InvitationPreview> {
        let mut reader = self.store().read().await?;
        let (_, event) = access.read(&mut reader).await?;
        let network = require_network(&mut reader, event.network).await?;
        let invitees = Invitees::read(&mut reader, &event, choice).await?;
        let words = Words::new(subject, text);
        let people: Vec<&Contact> = invitees.people.iter().collect();
        let read = self
            .read_by_contacts(&mut reader, (network, event), &people, (words, index))
            .await?;
        Ok(InvitationPreview {
            shown: read.shown,
            missing: read.missing,
        })
    }

    /// The reminder as the person at this place among the silent ones would read it. Without words, only the people.
    #[tracing::instrument(level = "debug", skip_all, fields(event = %access), err(level = "debug"))]
    pub async fn preview_invitation_reminder(
        &self,
        access: &EventAccess<Organises>,
        words: Option<(&VariableLine, &VariableBody)>,
        index: usize,
    ) -> Result<ReminderPreview> {
        let mut reader = self.store().read().await?;
        let (_, event) = access.read(&mut reader).await?;
        let network = require_network(&mut reader, event.network).await?;
        let silent = SilentPeople::read(&mut reader, &event).await?;
        let read = match words {
            Some((subject, text)) => {
                let people: Vec<&Contact> = silent.people.iter().map(|one| &one.contact).collect();
                let about = (network.clone(), event.clone());
                let words = Words::new(subject, text);
                self.read_by_contacts(&mut reader, about, &people, (words, index))
                    .await?
            }
            None => ReadByPeople::default(),
        };
        Ok(ReminderPreview {
            confirmed: reader.count_registrations(event.id).await?.confirmed,
            network,
            event,
            silent,
            shown: read.shown,
            missing: read.missing,
        })
    }

    /// Mails the invitation to the member who writes it, as the person at this place would read it. Gives the address.
    ///
    /// # Errors
    ///
    /// `WrongState` if nobody is chosen.
    #[tracing::instrument(level = "debug", skip_all, fields(event = %access), err(level = "debug"))]
    pub async fn try_invitation(
        &self,
        access: &EventAccess<Organises>,
        choice: &InvitationChoice,
        (subject, text): (&VariableLine, &VariableBody),
        index: usize,
    ) -> Result<String> {
        let mut tx = self.store().begin().await?;
        let (right, event) = access.read(&mut tx).await?;
        let network = require_network(&mut tx, event.network).await?;
        let invitees = Invitees::read(&mut tx, &event, choice).await?;
        let people = &invitees.people;
        let contact = people.get(index).or(people.first());
        let contact = contact.ok_or(PlannerError::WrongState)?;
        let words = Words::new(subject, text);
        let facts = TextFacts::read(&mut tx, (&network, &event), words.variables()).await?;
        let to = masked(self, &facts, contact);
        let mailing = EventMailing::new(self, network, event)?;
        let member = right.member();
        self.mail_on_trial(&mut tx, &mailing, (to, words), member)
            .await?;
        self.commit(tx).await?;
        Ok(member.address.to_string())
    }

    async fn read_by_contacts(
        &self,
        reader: &mut Reader,
        (network, event): (Network, Event),
        people: &[&Contact],
        (words, index): (Words<'_>, usize),
    ) -> Result<ReadByPeople> {
        let facts = TextFacts::read(reader, (&network, &event), words.variables()).await?;
        let people = people
            .iter()
            .map(|contact| (contact.person.name(), masked(self, &facts, contact)));
        Ok(read_by(people, words, index))
    }
}
