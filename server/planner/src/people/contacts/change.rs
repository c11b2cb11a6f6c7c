//! Contacts are added and changed by hand.

use model::{
    AuditAction, Contact, ContactChange, ContactId, ContactSource, Fault, Faults, Organisation,
};
use store::Tx;

use super::{NewContact, require_contact};
use crate::{
    Changes, Planner, PlannerError, Result,
    access::Organises,
    audit::{Who, changes_of},
    require::require_network,
};

impl Planner {
    /// Adds a contact. `parse` reads the form against the network's organisations. Refuses an address that
    /// another contact has.
    #[tracing::instrument(level = "debug", skip_all, fields(network = %right.network()), err(level = "debug"))]
    pub async fn add_contact(
        &self,
        right: &Organises,
        parse: impl FnOnce(&[Organisation]) -> Result<NewContact, Faults> + Send,
    ) -> Result<ContactId> {
        let mut tx = self.store().begin().await?;
        let partners = tx.organisations(right.network()).await?.rows;
        let new = parse(&partners)?;
        new.check(&partners)?;
        let network = require_network(&mut tx, right.network()).await?;
        let contact = new.added(
            self.new_id(),
            &network,
            ContactSource::Organiser,
            self.now(),
        );
        refuse_twice(&mut tx, &contact).await?;
        tx.insert_contacts(std::slice::from_ref(&contact)).await?;
        let subject = (&contact, Who::from(right));
        self.note_contact(&mut tx, subject, AuditAction::ContactAdded, &[])
            .await?;
        tx.commit().await?;
        Ok(contact.id)
    }

    /// Changes a contact. A corrected name, address or organisation reaches every registration of the person.
    /// Nobody is written to. `parse` reads the form against the contact and the network's organisations.
    #[tracing::instrument(level = "debug", skip_all, fields(network = %right.network(), contact = %id), err(level = "debug"))]
    pub async fn change_contact(
        &self,
        right: &Organises,
        id: ContactId,
        revision: i64,
        parse: impl FnOnce(&Contact, &[Organisation]) -> Result<NewContact, Faults> + Send,
    ) -> Result<()> {
        let mut tx = self.store().begin().await?;
        let before = require_contact(&mut tx, right.network(), id).await?;
        let partners = tx.organisations(right.network()).await?.rows;
        let new = parse(&before, &partners)?;
        if before.revision != revision {
            let mut since = tx.audit_of_contact(id).await?.rows;
            since.retain(|line| line.revision > Some(revision));
            return Err(PlannerError::Conflict(Changes::Contact(changes_of(since))));
        }
        new.check(&partners)?;
        let network = require_network(&mut tx, right.network()).await?;
        let mut after = new.changed(&before, &network, self.now());
        if after == before {
            return Ok(());
        }
        refuse_twice(&mut tx, &after).await?;
        after.revision += 1;
        let who = Who::from(right);
        self.correct_registrations(&mut tx, (&before.person, &after.person), id, who)
            .await?;
        if before.person.address.lower() != after.person.address.lower() {
            tx.end_invitation_links(id).await?;
        }
        if !tx.update_contact(&after, revision).await? {
            return Err(PlannerError::Conflict(Changes::Unknown));
        }
        let changes = ContactChange::between(&before, &after);
        self.note_contact(
            &mut tx,
            (&after, who),
            AuditAction::ContactChanged,
            &changes,
        )
        .await?;
        self.commit(tx).await
    }
}

/// Refuses the address of another contact.
async fn refuse_twice(tx: &mut Tx, contact: &Contact) -> Result<()> {
    let address = contact.person.address.lower();
    let known = tx.contact_by_address(contact.network, &address).await?;
    match known {
        Some(known) if known.id != contact.id => Err(Faults::one("address", Fault::Twice).into()),
        _ => Ok(()),
    }
}
