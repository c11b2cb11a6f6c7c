//! A participant registers: the public form.

use jiff::SignedDuration;
use model::{
    Answers, AuditAction, Event, EventId, EventState, Network, Organisation, Person, Question,
    Registration, RegistrationChange, RegistrationState, Source, Visibility, seats::Seats,
};
use store::Tx;

use super::{
    rules::{check_consent, check_organisation},
    seat_allocator::seats_of,
};
use crate::{
    ClientKey, Planner, PlannerError, Result,
    access::Limit,
    access::Reads,
    audit::{About, AuditEntry, Edit, Who},
    mail::Notification,
};

/// How long the link that confirms an address works.
pub(crate) const CONFIRM_WITHIN: SignedDuration = SignedDuration::from_hours(48);

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

/// What the form says about a person who wants to come.
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
    pub async fn open_event(&self, slug: &str, key: Option<&str>) -> Result<OpenEvent> {
        let mut reader = self.store().read().await?;
        let event = reader
            .event_by_slug(slug)
            .await?
            .filter(|event| event.state != EventState::Draft)
            .filter(|event| match event.details.visibility {
                Visibility::Public => true,
                Visibility::Link => key == Some(event.link_key.as_str()),
                Visibility::Invitation => false,
            })
            .ok_or(PlannerError::NotFound)?;
        self.open(&mut reader, event).await
    }

    /// What everybody will see of an event of the caller's network: a draft is shown as if it were
    /// published.
    pub async fn event_as_published(&self, right: &Reads, event: EventId) -> Result<OpenEvent> {
        let mut reader = self.store().read().await?;
        let mut event = self.own_event(&mut reader, right.network(), event).await?;
        if event.state == EventState::Draft {
            event.state = EventState::Published;
        }
        self.open(&mut reader, event).await
    }

    /// Everything that the page of an event shows.
    pub(crate) async fn open(&self, reader: &mut store::Reader, event: Event) -> Result<OpenEvent> {
        let network = reader
            .network(event.network)
            .await?
            .ok_or(PlannerError::NotFound)?;
        Ok(OpenEvent {
            seats: seats_of(reader, &event).await?,
            agenda: reader.agenda(event.id).await?,
            questions: reader.questions(event.id).await?,
            organisations: reader.organisations(event.network).await?,
            waiting: reader.count_waiting(event.id).await?,
            network,
            event,
        })
    }

    /// Writes a registration down and mails the link that confirms the address. No seat is held
    /// until then. Whether the address is registered already is told only to the address itself.
    pub async fn register(
        &self,
        event: EventId,
        new: NewRegistration,
        client: &ClientKey,
    ) -> Result<()> {
        let now = self.now();
        let mut tx = self.store().begin().await?;
        let address = new.person.address.lower();
        self.count_towards(&mut tx, Limit::RegistrationByClient, client.as_str())
            .await?;
        self.count_towards(&mut tx, Limit::RegistrationByAddress, &address)
            .await?;
        let event = tx.event(event).await?.ok_or(PlannerError::NotFound)?;
        if !event.registration_is_open(now) {
            return Err(PlannerError::WrongState);
        }
        let network = tx
            .network(event.network)
            .await?
            .ok_or(PlannerError::NotFound)?;
        let questions = tx.questions(event.id).await?;
        let answers = checked_answers(&mut tx, &new, &network, &questions).await?;
        let known = known(&mut tx, event.id, &address).await?;
        let mut changes = Vec::new();
        let registration = match known {
            Some(known)
                if matches!(
                    known.state,
                    RegistrationState::Confirmed
                        | RegistrationState::Waitlisted
                        | RegistrationState::Declined
                ) =>
            {
                let link = self.new_personal_link(&mut tx, known.id).await?;
                self.notify(
                    &mut tx,
                    &network,
                    &event,
                    &known,
                    Notification::AlreadyRegistered,
                    Some(&link),
                )
                .await?;
                return self.commit(tx).await;
            }
            // Nobody has confirmed the address, or its owner gave the seat up: what was entered now
            // counts.
            Some(known) => {
                let again = Registration {
                    person: new.person,
                    answers,
                    state: RegistrationState::Pending,
                    state_changed_at: now,
                    consent: Some((new.consent, now)),
                    revision: known.revision + 1,
                    ..known.clone()
                };
                changes = replace(&mut tx, &known, &again, &questions).await?;
                again
            }
            None => {
                let registration = Registration {
                    id: self.new_id(),
                    event: event.id,
                    person: new.person,
                    answers,
                    state: RegistrationState::Pending,
                    source: Source::Form,
                    created_at: now,
                    state_changed_at: now,
                    waiting_position: None,
                    consent: Some((new.consent, now)),
                    invitation_sequence: None,
                    revision: 0,
                };
                tx.insert_registration(&registration).await?;
                registration
            }
        };
        let link = self
            .new_confirmation_link(&mut tx, registration.id, now + CONFIRM_WITHIN)
            .await?;
        self.notify(
            &mut tx,
            &network,
            &event,
            &registration,
            Notification::ConfirmAddress,
            Some(&link),
        )
        .await?;
        let about = About {
            network: network.id,
            event: Some(event.id),
            registration: Some(registration.id),
        };
        let entry = AuditEntry {
            who: Who::Participant,
            about,
            action: AuditAction::RegistrationPending,
            edit: Some(Edit::new(&changes, registration.revision)?),
        };
        self.note(&mut tx, entry).await?;
        self.commit(tx).await
    }
}

/// The answers to what is asked. Refuses a registration that the public form could not make.
async fn checked_answers(
    tx: &mut Tx,
    new: &NewRegistration,
    network: &Network,
    questions: &[Question],
) -> Result<Answers> {
    check_consent(new.consent, network)?;
    check_organisation(&new.person, &tx.organisations(network.id).await?)?;
    Ok(new.answers.checked(questions)?)
}

/// The registration of an address. Where there is one, nobody else changes it until the transaction ends:
/// its owner may be confirming it at this moment. Only a new one needs no lock.
async fn known(tx: &mut Tx, event: EventId, address: &str) -> Result<Option<Registration>> {
    if tx.registration_by_address(event, address).await?.is_none() {
        return Ok(None);
    }
    tx.lock_event(event).await?.ok_or(PlannerError::NotFound)?;
    Ok(tx.registration_by_address(event, address).await?)
}

/// Writes a registration anew; gives what is different now.
async fn replace(
    tx: &mut Tx,
    before: &Registration,
    after: &Registration,
    questions: &[Question],
) -> Result<Vec<RegistrationChange>> {
    let changes = RegistrationChange::between(before, after, questions);
    if !changes.is_empty() {
        // They were mailed to confirm something else.
        tx.delete_confirmation_links(after.id).await?;
    }
    tx.replace_registration(after).await?;
    Ok(changes)
}
