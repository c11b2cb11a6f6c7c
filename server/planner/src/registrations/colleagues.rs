//! People who are entered by somebody who registers: once the owner of the address confirms it.

use std::collections::HashMap;

use model::{
    AuditAction, Colleague, ColleagueConfirmation, Line, Person, Registration, RegistrationId,
    RegistrationInput, RegistrationState, Source,
};

use super::{decide::AddedPerson, decide::Entry, event_seats::SeatClaim};
use crate::{PlannerError, Result, audit::Who, events::LockedEvent};

impl LockedEvent<'_> {
    /// Enters the colleagues of those who have just confirmed. Where the first confirms for all they get seats or places
    /// on the waiting list, else each is asked to confirm. Whoever is registered already is left out, and nobody is told
    /// so.
    pub(super) async fn enter_colleagues_of(
        &mut self,
        registrations: &HashMap<RegistrationId, Registration>,
        inputs: &[(RegistrationId, &RegistrationInput)],
    ) -> Result<()> {
        let mut claims = Vec::new();
        for (id, input) in inputs {
            let Some(first) = registrations.get(id) else {
                continue;
            };
            for colleague in &input.colleagues {
                let added = beside(first, colleague.clone());
                match self.event.details.colleagues {
                    ColleagueConfirmation::First => {
                        claims.extend(self.enter_confirmed(first, added).await?);
                    }
                    ColleagueConfirmation::Each => self.ask_colleague(first, added).await?,
                }
            }
        }
        if !claims.is_empty() {
            self.allocator().give_or_enqueue_all(claims).await?;
        }
        Ok(())
    }

    /// Saves a colleague for whom the first has confirmed. `None`: they are registered already.
    async fn enter_confirmed(
        &mut self,
        first: &Registration,
        added: AddedPerson,
    ) -> Result<Option<SeatClaim>> {
        let entry = Entry {
            source: Source::Form,
            entered_by: name_of(first),
            who: Who::Participant,
        };
        match self.enter_person(added, &entry).await {
            Ok(registration) => Ok(Some(SeatClaim::new(registration, Who::Participant))),
            Err(PlannerError::Invalid(_)) => Ok(None),
            Err(error) => Err(error),
        }
    }

    /// Saves a colleague who has yet to confirm, and mails them the link.
    async fn ask_colleague(&mut self, first: &Registration, added: AddedPerson) -> Result<()> {
        let AddedPerson { person, answers } = added;
        let address = person.address.lower();
        let known = self
            .tx
            .registration_by_address(self.event.id, &address)
            .await?;
        if known.is_some() {
            return Ok(());
        }
        let now = self.planner.now();
        let registration = Registration {
            id: self.planner.new_id(),
            event: self.event.id,
            person,
            answers,
            state: RegistrationState::Pending,
            source: Source::Form,
            created_at: now,
            state_changed_at: now,
            waiting_position: None,
            consent: None,
            invitation_sequence: None,
            address_confirmed_at: None,
            entered_by: name_of(first),
            revision: 0,
        };
        self.tx.insert_registration(&registration).await?;
        self.note(
            registration.id,
            Who::Participant,
            AuditAction::RegistrationPending,
        )
        .await?;
        let planner = self.planner;
        let link = planner
            .new_confirmation_link(self.tx, registration.id, None)
            .await?;
        let mailing = self.mailing()?;
        planner
            .ask_to_confirm(self.tx, &mailing, &registration, &link)
            .await
    }
}

/// A colleague with the organisation and the language of the person who enters them.
fn beside(first: &Registration, colleague: Colleague) -> AddedPerson {
    let Colleague {
        given_name,
        family_name,
        address,
        answers,
    } = colleague;
    AddedPerson {
        person: Person {
            given_name,
            family_name,
            address,
            ..first.person.clone()
        },
        answers,
    }
}

/// What mails call the person who entered somebody.
fn name_of(first: &Registration) -> Option<Line<200>> {
    let name = Line::parse(&first.person.name());
    name.ok().or_else(|| Some(first.person.family_name.clone()))
}
