//! Organisations that contacts name without belonging to them.

use model::{
    AuditAction, Contact, ContactChange, ContactId, Faults, Line, OrganisationId, Person, name_key,
};

use super::{
    super::organisations::{NewOrganisation, require_organisation},
    require_contact,
};
use crate::{
    Planner, PlannerError, Result,
    access::{Organises, Reads},
    audit::Who,
};

/// How many names are listed.
const MOST_NAMES: i64 = 50;

/// A name of an organisation that the network does not have, or whose contacts do not belong to it yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NamedOrganisation {
    pub name: Line<200>,
    /// How many contacts name it.
    pub contacts: i64,
}

impl Planner {
    /// The names that contacts name without belonging to an organisation, the most frequent first.
    #[tracing::instrument(level = "debug", skip_all, fields(network = %right.network()), err(level = "debug"))]
    pub async fn named_organisations(&self, right: &Reads) -> Result<Vec<NamedOrganisation>> {
        let mut reader = self.store().read().await?;
        let names = reader.named_organisations(right.network(), MOST_NAMES);
        let names = names.await?.into_iter();
        Ok(names
            .map(|(name, contacts)| NamedOrganisation { name, contacts })
            .collect())
    }

    /// Makes organisations of names that contacts name, and the contacts belong to them. A name that is one of the
    /// network's organisations is that one. Gives the number of contacts.
    #[tracing::instrument(level = "debug", skip_all, fields(network = %right.network()), err(level = "debug"))]
    pub async fn add_named_organisations(
        &self,
        right: &Organises,
        names: &[Line<200>],
    ) -> Result<usize> {
        let mut attached = 0;
        for name in names {
            let id = if let Some(id) = self.organisation_named(right, name).await? {
                id
            } else {
                let short_name = Line::parse(name.as_str());
                let short_name = short_name.map_err(|fault| Faults::one("names", fault))?;
                let new = NewOrganisation {
                    name: name.clone(),
                    short_name,
                    region: None,
                    field: None,
                    parent: None,
                };
                self.add_organisation(right, new).await?
            };
            attached += self.attach_contacts(right, id).await?;
        }
        Ok(attached)
    }

    async fn organisation_named(
        &self,
        right: &Organises,
        name: &Line<200>,
    ) -> Result<Option<OrganisationId>> {
        let key = name_key(name.as_str());
        let mut reader = self.store().read().await?;
        let all = reader.organisations(right.network()).await?.rows;
        let known = all.iter().find(|one| one.name_keys().contains(&key));
        Ok(known.map(|known| known.id))
    }

    /// The contacts who name an organisation belong to it from now on, in every list that they are on. Nobody is
    /// written to. Each contact is a change of its own, so that no event is locked for long. Gives their number.
    #[tracing::instrument(level = "debug", skip_all, fields(network = %right.network(), organisation = %id), err(level = "debug"))]
    pub async fn attach_contacts(&self, right: &Organises, id: OrganisationId) -> Result<usize> {
        let mut reader = self.store().read().await?;
        let organisation = require_organisation(&mut reader, right.network(), id).await?;
        let naming = reader.contacts_naming(&organisation).await?.rows;
        drop(reader);
        let mut attached = 0;
        for contact in naming {
            match self.attach_contact(right, contact.id, id).await {
                Ok(()) => attached += 1,
                // Somebody has deleted or changed it meanwhile.
                Err(PlannerError::NotFound | PlannerError::Conflict(_)) => {}
                Err(error) => return Err(error),
            }
        }
        Ok(attached)
    }

    async fn attach_contact(
        &self,
        right: &Organises,
        id: ContactId,
        organisation: OrganisationId,
    ) -> Result<()> {
        let mut tx = self.store().begin().await?;
        let before = require_contact(&mut tx, right.network(), id).await?;
        let organisation = require_organisation(&mut tx, right.network(), organisation).await?;
        if before.person.organisation.is_some() {
            return Err(PlannerError::NotFound);
        }
        let after = Contact {
            person: Person {
                organisation: Some(organisation.id),
                organisation_name: Some(organisation.short_name.widened()),
                ..before.person.clone()
            },
            revision: before.revision + 1,
            ..before.clone()
        };
        let who = Who::from(right);
        self.correct_registrations(&mut tx, (&before.person, &after.person), id, who)
            .await?;
        if !tx.update_contact(&after, before.revision).await? {
            return Err(PlannerError::Conflict(crate::Changes::Unknown));
        }
        let changes = ContactChange::between(&before, &after);
        let changed = AuditAction::ContactChanged;
        self.note_contact(&mut tx, (&after, who), changed, &changes)
            .await?;
        self.commit(tx).await
    }
}
