//! What is corrected in the address book reaches the registrations of the person.

use model::{
    AuditAction, ContactId, Fault, Faults, MailState, Person, Registration, RegistrationChange,
};
use store::Tx;

use crate::{
    Changes, Planner, PlannerError, Result,
    access::Locked,
    audit::{AuditEntry, Edit, Who},
    events::LockedEvent,
    require::require_registration,
};

impl Planner {
    /// Corrects the registrations of a contact: what differs between two persons. The language stays: it was chosen
    /// for each event.
    pub(super) async fn correct_registrations(
        &self,
        tx: &mut Tx,
        (before, after): (&Person, &Person),
        contact: ContactId,
        who: Who,
    ) -> Result<()> {
        let correction = Correction { before, after };
        if !correction.has_effect() {
            return Ok(());
        }
        // In the order of the events: whoever corrects others locks them in the same one.
        let registrations = tx.registrations_of_contact(contact).await?;
        if let Some(unreadable) = registrations.unreadable.into_iter().next() {
            return Err(store::StoreError::from(unreadable).into());
        }
        for registration in registrations.rows {
            let locked = Locked::for_contact(tx, registration.event).await?;
            let mut event = LockedEvent::new(self, tx, locked);
            // Whoever held the lock before may have changed it.
            let registration = require_registration(event.tx, registration.id).await?;
            event.correct_person(&registration, correction, who).await?;
        }
        Ok(())
    }
}

/// A person before and after a correction.
#[derive(Debug, Clone, Copy)]
struct Correction<'p> {
    before: &'p Person,
    after: &'p Person,
}

impl Correction<'_> {
    fn has_effect(&self) -> bool {
        self.apply(self.before.clone()) != *self.before
    }

    /// The person of a registration, corrected where the two differ.
    fn apply(&self, mut person: Person) -> Person {
        let Self { before, after } = self;
        if before.given_name != after.given_name {
            person.given_name.clone_from(&after.given_name);
        }
        if before.family_name != after.family_name {
            person.family_name.clone_from(&after.family_name);
        }
        if before.address != after.address {
            person.address.clone_from(&after.address);
        }
        // Whoever registered for another organisation, while the address book knew none, stays with it.
        let is_elsewhere = before.organisation.is_none() && person.organisation.is_some();
        if (before.organisation, &before.organisation_name)
            != (after.organisation, &after.organisation_name)
            && !is_elsewhere
        {
            person.organisation = after.organisation;
            person
                .organisation_name
                .clone_from(&after.organisation_name);
        }
        person
    }
}

impl LockedEvent<'_> {
    /// Corrects the person of a registration. A seat that another organisation's contingent frees goes to whoever
    /// waits.
    async fn correct_person(
        &mut self,
        before: &Registration,
        correction: Correction<'_>,
        who: Who,
    ) -> Result<()> {
        let after = Registration {
            person: correction.apply(before.person.clone()),
            revision: before.revision + 1,
            ..before.clone()
        };
        if after.person == before.person {
            return Ok(());
        }
        let address = after.person.address.lower();
        let known = self
            .tx
            .registration_by_address(self.event.id, &address)
            .await?;
        if known.is_some_and(|known| known.id != before.id) {
            return Err(Faults::one("address", Fault::Twice).into());
        }
        if before.person.address.lower() != address {
            self.drop_unsent_mails(before).await?;
        }
        if !self
            .tx
            .update_registration_details(&after, before.revision)
            .await?
        {
            return Err(PlannerError::Conflict(Changes::Unknown));
        }
        let changes = RegistrationChange::between(before, &after, &[]);
        let entry = AuditEntry {
            who,
            about: self.about(Some(after.id)),
            action: AuditAction::RegistrationChanged,
            edit: Some(Edit::new(&changes, after.revision)?),
        };
        self.planner.note(self.tx, entry).await?;
        if before.person.organisation != after.person.organisation {
            self.allocator().promote_from_waiting_list().await?;
        }
        if before.person.affiliation() != after.person.affiliation() {
            self.follow_organisation(after.id).await?;
        }
        Ok(())
    }

    /// Drops what waits for a mailbox that is not the person's. A cancellation is for the calendar there.
    async fn drop_unsent_mails(&mut self, registration: &Registration) -> Result<()> {
        let mut mails = self.tx.sent_mails(registration.id).await?;
        mails.retain(|mail| {
            mail.state == MailState::Queued && mail.method.as_deref() != Some("CANCEL")
        });
        let mails: Vec<_> = mails.into_iter().map(|mail| mail.id).collect();
        Ok(self.tx.drop_all_queued(&mails).await?)
    }
}
