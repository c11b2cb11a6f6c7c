//! A participant registers: the public form.

use model::{
    Answers, AuditAction, EmailAddress, Event, EventId, EventState, Faults, Network, Organisation,
    Person, Question, Registration, RegistrationChange, RegistrationState, Source, Visibility,
    seats::Seats,
};
use store::{Reader, Tx};

use super::{
    event_seats::seats_of,
    rules::{check_consent, check_organisation},
    terms::RegistrationTerms,
};
use crate::{
    ClientKey, Planner, PlannerError, Result,
    access::{EventAccess, Limit, Right},
    audit::{About, AuditEntry, Edit, Who},
    mail::EventMailing,
    require::{require_locked_event, require_network},
};

/// A published event as its public page and its form show it.
#[derive(Debug, Clone)]
pub struct OpenEvent {
    pub network: Network,
    pub event: Event,
    pub agenda: Vec<model::AgendaItem>,
    pub questions: Vec<Question>,
    pub organisations: Vec<Organisation>,
    pub seats: Seats,
    pub waiting: u32,
}

/// The registration form's content.
#[derive(Debug, Clone)]
pub struct NewRegistration {
    pub person: Person,
    pub answers: Answers,
    /// Which version of the privacy text was agreed to.
    pub consent: u32,
}

impl Planner {
    /// A published or cancelled event that a visitor may see: a public one, or one whose link key the
    /// visitor has.
    #[tracing::instrument(level = "debug", skip_all, err(level = "debug"))]
    pub async fn open_event(&self, slug: &str, key: Option<&str>) -> Result<OpenEvent> {
        let mut reader = self.store().read().await?;
        let event = visible_event(&mut reader, slug, key).await?;
        OpenEvent::read(&mut reader, event).await
    }

    /// The event as everybody will see it: a draft is shown as if it were published. Also returns its
    /// actual state.
    #[tracing::instrument(level = "debug", skip_all, fields(event = %access), err(level = "debug"))]
    pub async fn event_as_published(
        &self,
        access: &EventAccess<impl Right>,
    ) -> Result<(EventState, OpenEvent)> {
        let mut reader = self.store().read().await?;
        let (_, mut event) = access.read(&mut reader).await?;
        let state = event.state;
        if state == EventState::Draft {
            event.state = EventState::Published;
        }
        Ok((state, OpenEvent::read(&mut reader, event).await?))
    }

    /// Saves a registration and mails the link that confirms the address. No seat is held until it is
    /// confirmed. Only the mail says whether the address is registered already.
    /// `parse` reads the form against the terms that it was made from. Gives the address.
    #[tracing::instrument(level = "debug", skip_all, err(level = "debug"))]
    pub async fn register(
        &self,
        slug: &str,
        key: Option<&str>,
        client: &ClientKey,
        parse: impl FnOnce(&RegistrationTerms) -> Result<NewRegistration, Faults> + Send,
    ) -> Result<EmailAddress> {
        let mut tx = self.store().begin().await?;
        let event = visible_event(&mut tx, slug, key).await?;
        let network = require_network(&mut tx, event.network).await?;
        let terms = RegistrationTerms::read(&mut tx, network, event).await?;
        let new = parse(&terms)?;
        let address = new.person.address.clone();
        self.count_towards(&mut tx, Limit::RegistrationByClient, client.as_str())
            .await?;
        self.count_towards(&mut tx, Limit::RegistrationByAddress, &address.lower())
            .await?;
        if !terms.event.registration_is_open(self.now()) {
            return Err(PlannerError::WrongState);
        }
        check_consent(new.consent, &terms.network)?;
        check_organisation(&new.person, &terms.organisations)?;
        let new = NewRegistration {
            answers: new.answers.checked(&terms.questions)?,
            ..new
        };
        self.save_registration(&mut tx, terms, new).await?;
        self.commit(tx).await?;
        Ok(address)
    }

    async fn save_registration(
        &self,
        tx: &mut Tx,
        terms: RegistrationTerms,
        new: NewRegistration,
    ) -> Result<()> {
        let now = self.now();
        let address = new.person.address.lower();
        let (registration, changes) = match known(tx, terms.event.id, &address).await? {
            Some(known)
                if matches!(
                    known.state,
                    RegistrationState::Confirmed
                        | RegistrationState::Waitlisted
                        | RegistrationState::Declined
                ) =>
            {
                let mailing = EventMailing::new(self, terms.network, terms.event)?;
                return self.answer_registering_again(tx, &mailing, &known).await;
            }
            // The address was never confirmed, or its owner gave the seat up: the new input replaces
            // the old one.
            Some(known) => {
                let again = Registration {
                    person: new.person,
                    answers: new.answers,
                    state: RegistrationState::Pending,
                    source: Source::Form,
                    address_confirmed_at: None,
                    state_changed_at: now,
                    consent: Some((new.consent, now)),
                    revision: known.revision + 1,
                    ..known.clone()
                };
                let changes = RegistrationChange::between(&known, &again, &terms.questions);
                if !changes.is_empty() {
                    // They confirm the old input.
                    tx.delete_confirmation_links(again.id).await?;
                }
                tx.replace_registration(&again).await?;
                (again, changes)
            }
            None => {
                let registration = Registration {
                    id: self.new_id(),
                    event: terms.event.id,
                    person: new.person,
                    answers: new.answers,
                    state: RegistrationState::Pending,
                    source: Source::Form,
                    created_at: now,
                    state_changed_at: now,
                    waiting_position: None,
                    consent: Some((new.consent, now)),
                    invitation_sequence: None,
                    address_confirmed_at: None,
                    revision: 0,
                };
                tx.insert_registration(&registration).await?;
                (registration, Vec::new())
            }
        };
        let link = self.new_confirmation_link(tx, registration.id).await?;
        let about = About {
            network: terms.network.id,
            event: Some(terms.event.id),
            registration: Some(registration.id),
        };
        let mailing = EventMailing::new(self, terms.network, terms.event)?;
        self.ask_to_confirm(tx, &mailing, &registration, &link)
            .await?;
        let entry = AuditEntry {
            who: Who::Participant,
            about,
            action: AuditAction::RegistrationPending,
            edit: Some(Edit::new(&changes, registration.revision)?),
        };
        self.note(tx, entry).await
    }
}

impl OpenEvent {
    /// Everything that the page of an event shows.
    pub(super) async fn read(reader: &mut Reader, event: Event) -> Result<Self> {
        Ok(Self {
            network: require_network(reader, event.network).await?,
            seats: seats_of(reader, &event).await?,
            agenda: reader.agenda(event.id).await?,
            questions: reader.questions(event.id).await?,
            organisations: reader.organisations(event.network).await?.rows,
            waiting: reader.count_waiting(event.id).await?,
            event,
        })
    }
}

/// A published or cancelled event that a visitor may see: a public one, or one whose link key they have.
async fn visible_event(reader: &mut Reader, slug: &str, key: Option<&str>) -> Result<Event> {
    let event = reader.event_by_slug(slug).await?;
    event
        .filter(|event| event.state != EventState::Draft)
        .filter(|event| match event.details.visibility {
            Visibility::Public => true,
            Visibility::Link => key == Some(event.link_key.as_str()),
            Visibility::Invitation => false,
        })
        .ok_or(PlannerError::NotFound)
}

/// The registration of an address. Where there is one, nobody else changes it until the transaction ends:
/// its owner may be confirming it at this moment. Only a new one needs no lock.
async fn known(tx: &mut Tx, event: EventId, address: &str) -> Result<Option<Registration>> {
    if tx.registration_by_address(event, address).await?.is_none() {
        return Ok(None);
    }
    require_locked_event(tx, event).await?;
    Ok(tx.registration_by_address(event, address).await?)
}
