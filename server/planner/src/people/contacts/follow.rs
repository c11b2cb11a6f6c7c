//! A name that is corrected in a registration is corrected in the address book, too.

use model::{AuditAction, Contact, ContactChange, Person, Registration};
use store::Tx;

use crate::{Planner, Result, audit::Who};

impl Planner {
    /// Corrects the contact of a registration whose person was corrected, if the contact has the name from before.
    pub(crate) async fn correct_contact(
        &self,
        tx: &mut Tx,
        who: Who,
        (before, after): (&Registration, &Registration),
    ) -> Result<()> {
        let names = |person: &Person| (person.given_name.clone(), person.family_name.clone());
        let (old, new) = (names(&before.person), names(&after.person));
        if old == new {
            return Ok(());
        }
        let Some(id) = tx.contact_of_registration(before.id).await? else {
            return Ok(());
        };
        let contact = store::readable(tx.contact(id).await)?;
        let Some(contact) = contact.filter(|contact| names(&contact.person) == old) else {
            return Ok(());
        };
        let corrected = Contact {
            person: Person {
                given_name: new.0,
                family_name: new.1,
                ..contact.person.clone()
            },
            revision: contact.revision + 1,
            ..contact.clone()
        };
        // Whoever changes the contact at the same time has the last word.
        if tx.update_contact(&corrected, contact.revision).await? {
            let changes = ContactChange::between(&contact, &corrected);
            let subject = (&corrected, who);
            self.note_contact(tx, subject, AuditAction::ContactChanged, &changes)
                .await?;
        }
        Ok(())
    }
}
