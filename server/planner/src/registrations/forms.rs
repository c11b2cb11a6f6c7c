//! Saves registration forms: several for the same event in one transaction.
//!
//! A form for an address that is registered already changes nothing. What it contains is kept with the link
//! that is mailed for it, and counts when the owner of the address follows that link.

use std::collections::HashMap;

use model::{
    AuditAction, Event, EventId, Network, Registration, RegistrationInput, RegistrationState,
    Source,
};
use store::Tx;

use super::{register::check_visible, rules::check_consent};
use crate::{
    ClientKey, Planner, PlannerError, Result,
    access::{Limit, Locked},
    audit::{About, AuditEntry, Edit, Who},
    mail::EventMailing,
};

/// A form without faults.
#[derive(Debug, Clone)]
pub(crate) struct AcceptedForm {
    /// The link key that the visitor has.
    pub key: Option<String>,
    pub client: ClientKey,
    pub input: RegistrationInput,
}

/// Why a form is answered by mail.
enum Answer {
    /// It made a registration. The link confirms the wishes and colleagues of the input, if there are any.
    New(Registration, Option<RegistrationInput>),
    /// The address has a pending registration, or gave one up. The link confirms the input, if it is not
    /// what the registration holds.
    Again(Registration, Option<RegistrationInput>),
    /// The address is registered.
    Registered(Registration),
}

impl Planner {
    /// Saves a form, together with those that are sent at the same time.
    pub(super) async fn save_form(&self, event: EventId, form: AcceptedForm) -> Result<()> {
        let planner = self.clone();
        let save = move |forms| {
            let planner = planner.clone();
            async move { planner.save_forms(event, forms).await }
        };
        self.queues().forms.submit(event, form, save).await
    }

    async fn save_forms(
        &self,
        event: EventId,
        forms: Vec<AcceptedForm>,
    ) -> Result<Vec<Result<()>>> {
        let mut tx = self.store().begin().await?;
        // An organiser may have cancelled or closed it after the form was read.
        let Locked { network, event } = Locked::for_registering(&mut tx, event).await?;
        let mut saved = Vec::with_capacity(forms.len());
        let mut inputs = Vec::new();
        for (form, turn) in forms
            .iter()
            .zip(self.count_forms(&mut tx, event.id, &forms).await?)
        {
            let turn = turn.and_then(|turn| {
                self.check_form(form, &network, &event)?;
                Ok(turn)
            });
            if matches!(turn, Ok(Turn::Save)) {
                inputs.push(&form.input);
            }
            saved.push(turn.map(drop));
        }
        let answers = self.enter(&mut tx, event.id, inputs).await?;
        let mailing = EventMailing::new(self, network, event)?;
        for answer in answers {
            self.answer_form(&mut tx, &mailing, answer).await?;
        }
        self.commit(tx).await?;
        Ok(saved)
    }

    /// Counts forms towards the limits.
    async fn count_forms(
        &self,
        tx: &mut Tx,
        event: EventId,
        forms: &[AcceptedForm],
    ) -> Result<Vec<Result<Turn>>> {
        let hits: Vec<(Limit, String)> = forms
            .iter()
            .flat_map(|form| {
                let (client, address) = (form.client.as_str(), form.input.person.address.lower());
                let of_form = [
                    (Limit::RegistrationByClient, client.to_owned()),
                    (
                        Limit::RegistrationByClientAndAddress,
                        format!("{client} {address}"),
                    ),
                    (
                        Limit::RegistrationMailByAddress,
                        format!("{event} {address}"),
                    ),
                ];
                // Each colleague gets a mail, as after a form of their own.
                let colleagues = form.input.colleagues.iter();
                let colleagues =
                    colleagues.map(|_| (Limit::RegistrationByClient, client.to_owned()));
                of_form.into_iter().chain(colleagues.collect::<Vec<_>>())
            })
            .collect();
        let mut counted = self.count_all_towards(tx, &hits).await?.into_iter();
        let mut turns = Vec::with_capacity(forms.len());
        for form in forms {
            let (Some(client), Some(both), Some(mails)) =
                (counted.next(), counted.next(), counted.next())
            else {
                break;
            };
            // All of them are taken, also those after the first over the limit.
            let colleagues = counted.by_ref().take(form.input.colleagues.len());
            let colleagues = colleagues.fold(Ok(()), Result::and);
            // The owner of the address has many mails with links that work.
            let turn = if mails.is_ok() {
                Turn::Save
            } else {
                Turn::Skip
            };
            turns.push(client.and(both).and(colleagues).map(|()| turn));
        }
        Ok(turns)
    }

    /// Checks again what an organiser may have changed since the form was read.
    fn check_form(&self, form: &AcceptedForm, network: &Network, event: &Event) -> Result<()> {
        check_visible(event, form.key.as_deref())?;
        if !event.registration_is_open(self.now()) {
            return Err(PlannerError::WrongState);
        }
        Ok(check_consent(form.input.consent.0, network)?)
    }

    /// Adds the registrations of new addresses.
    async fn enter(
        &self,
        tx: &mut Tx,
        event: EventId,
        inputs: Vec<&RegistrationInput>,
    ) -> Result<Vec<Answer>> {
        let mut addresses: Vec<String> = inputs
            .iter()
            .map(|input| input.person.address.lower())
            .collect();
        addresses.sort();
        addresses.dedup();
        let mut known: HashMap<String, Registration> =
            tx.registrations_by_address(event, &addresses).await?;
        let mut new = Vec::new();
        let mut answers = Vec::with_capacity(inputs.len());
        for input in inputs {
            let address = input.person.address.lower();
            answers.push(if let Some(known) = known.get(&address) {
                Answer::to_known(known, input)
            } else {
                let registration = self.pending(event, input.clone());
                known.insert(address, registration.clone());
                new.push(registration.clone());
                // What the registration itself does not hold.
                let has_more =
                    !input.wishes.is_empty() || !input.colleagues.is_empty() || input.may_be_kept;
                let input = has_more.then(|| input.clone());
                Answer::New(registration, input)
            });
        }
        tx.insert_registrations(&new).await?;
        Ok(answers)
    }

    fn pending(&self, event: EventId, input: RegistrationInput) -> Registration {
        let now = self.now();
        Registration {
            id: self.new_id(),
            event,
            person: input.person,
            answers: input.answers,
            state: RegistrationState::Pending,
            source: Source::Form,
            created_at: now,
            state_changed_at: now,
            waiting_position: None,
            consent: Some(input.consent),
            invitation_sequence: None,
            address_confirmed_at: None,
            entered_by: None,
            revision: 0,
        }
    }

    async fn answer_form(&self, tx: &mut Tx, mailing: &EventMailing, answer: Answer) -> Result<()> {
        let (registration, input) = match answer {
            Answer::Registered(registration) => {
                return self
                    .answer_registering_again(tx, mailing, &registration)
                    .await;
            }
            Answer::Again(registration, input) => (registration, input),
            Answer::New(registration, input) => {
                let about = About {
                    network: mailing.event().network,
                    event: Some(registration.event),
                    registration: Some(registration.id),
                    contact: None,
                };
                let entry = AuditEntry {
                    who: Who::Participant,
                    about,
                    action: AuditAction::RegistrationPending,
                    edit: Some(Edit::new(&[(); 0], registration.revision)?),
                };
                self.note(tx, entry).await?;
                (registration, input)
            }
        };
        let link = self
            .new_confirmation_link(tx, registration.id, input.as_ref())
            .await?;
        self.ask_to_confirm(tx, mailing, &registration, &link).await
    }
}

/// What becomes of a form.
#[derive(Debug, Clone, Copy)]
enum Turn {
    Save,
    /// Nothing, and the answer does not tell.
    Skip,
}

impl Answer {
    fn to_known(known: &Registration, input: &RegistrationInput) -> Self {
        match known.state {
            RegistrationState::Confirmed
            | RegistrationState::Waitlisted
            | RegistrationState::Declined => Self::Registered(known.clone()),
            RegistrationState::Pending
                if known.person == input.person
                    && known.answers == input.answers
                    && input.wishes.is_empty()
                    && input.colleagues.is_empty()
                    && !input.may_be_kept =>
            {
                Self::Again(known.clone(), None)
            }
            RegistrationState::Pending | RegistrationState::Cancelled => {
                Self::Again(known.clone(), Some(input.clone()))
            }
        }
    }
}
