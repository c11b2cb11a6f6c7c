//! A contact is deleted.

use model::{AuditAction, ContactId};

use super::{queries::history, require_contact};
use crate::{Planner, PlannerError, Result, access::Organises, audit::Who};

impl Planner {
    /// Deletes a contact, and what the audit log says of it. Its registrations for past events stay in their lists.
    /// [`PlannerError::WrongState`] while the person is expected at an event.
    #[tracing::instrument(level = "debug", skip_all, fields(network = %right.network(), contact = %id), err(level = "debug"))]
    pub async fn delete_contact(&self, right: &Organises, id: ContactId) -> Result<()> {
        let mut tx = self.store().begin().await?;
        let contact = require_contact(&mut tx, right.network(), id).await?;
        let now = self.now();
        let history = history(&mut tx, id).await?.rows;
        if history.iter().any(|registered| registered.is_expected(now)) {
            return Err(PlannerError::WrongState);
        }
        tx.forget_changes_of_contact(id).await?;
        let subject = (&contact, Who::from(right));
        self.note_contact(&mut tx, subject, AuditAction::ContactDeleted, &[])
            .await?;
        tx.delete_contact(id).await?;
        tx.commit().await?;
        Ok(())
    }
}
