//! Two contacts of one person become one.

use model::{AuditAction, Contact, ContactChange, ContactId, Event, Fault, Faults, Person, Text};
use store::Tx;

use super::{require_contact, same_event::SameEvent};
use crate::{
    Changes, Planner, PlannerError, Result,
    access::{Organises, Reads},
    audit::Who,
    require::require_network,
};

/// The most contacts among which duplicates are suggested at once.
const MOST_SUGGESTED: i64 = 200;

/// Contacts that may be one person: the same name in the same organisation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Duplicates {
    pub network: model::Network,
    /// Each with two contacts at least.
    pub groups: Vec<Vec<Contact>>,
}

/// Two contacts that are compared.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ComparedContacts {
    pub network: model::Network,
    pub contacts: [Contact; 2],
    /// How many registrations each of them has.
    pub registrations: [usize; 2],
    /// The events that both are registered for. As long as there are some, the two stay apart.
    pub both_at: Vec<Event>,
}

/// A contact as somebody saw it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SeenContact {
    pub id: ContactId,
    pub revision: i64,
}

impl Planner {
    /// Contacts that may be one person, some of them if there are many.
    #[tracing::instrument(level = "debug", skip_all, fields(network = %right.network()), err(level = "debug"))]
    pub async fn duplicate_contacts(&self, right: &Reads) -> Result<Duplicates> {
        let mut reader = self.store().read().await?;
        let network = require_network(&mut reader, right.network()).await?;
        let alike = reader
            .duplicate_contacts(right.network(), MOST_SUGGESTED)
            .await?;
        let mut groups: Vec<Vec<Contact>> = Vec::new();
        for contact in alike.rows {
            match groups.last_mut() {
                Some(group) if group.iter().all(|one| is_alike(one, &contact)) => {
                    group.push(contact);
                }
                _ => groups.push(vec![contact]),
            }
        }
        groups.retain(|group| group.len() > 1);
        Ok(Duplicates { network, groups })
    }

    /// Two contacts beside each other.
    #[tracing::instrument(level = "debug", skip_all, fields(network = %right.network()), err(level = "debug"))]
    pub async fn compare_contacts(
        &self,
        right: &Reads,
        [one, other]: [ContactId; 2],
    ) -> Result<ComparedContacts> {
        if one == other {
            return Err(PlannerError::NotFound);
        }
        let mut reader = self.store().read().await?;
        let contacts = [
            require_contact(&mut reader, right.network(), one).await?,
            require_contact(&mut reader, right.network(), other).await?,
        ];
        let registrations = [
            reader.registrations_of_contact(one).await?.rows.len(),
            reader.registrations_of_contact(other).await?.rows.len(),
        ];
        let same = SameEvent::find(&mut reader, [one, other]).await?;
        Ok(ComparedContacts {
            network: require_network(&mut reader, right.network()).await?,
            contacts,
            registrations,
            both_at: SameEvent::in_the_way(&mut reader, &same).await?,
        })
    }

    /// Makes one contact of two. The kept one gets the registrations of the other, its tags and notes, and what
    /// it lacks itself. Nobody is written to. Refuses contacts that are both registered for the same event. Where one
    /// of the registrations has ended, it stays in the event's list, and belongs to no contact.
    #[tracing::instrument(level = "debug", skip_all, fields(network = %right.network(), kept = %kept.id), err(level = "debug"))]
    pub async fn merge_contacts(
        &self,
        right: &Organises,
        kept: SeenContact,
        removed: SeenContact,
    ) -> Result<()> {
        if kept.id == removed.id {
            return Err(PlannerError::NotFound);
        }
        let mut tx = self.store().begin().await?;
        let before = seen(&mut tx, right, kept).await?;
        let other = seen(&mut tx, right, removed).await?;
        let same = SameEvent::lock(&mut tx, [kept.id, removed.id]).await?;
        let both_at = SameEvent::in_the_way(&mut tx, &same).await?;
        if !both_at.is_empty() {
            let events = both_at.iter().map(|event| event.details.title.to_string());
            let fault = Fault::BothRegistered {
                events: events.collect(),
            };
            return Err(Faults::one("keep", fault).into());
        }
        let after = merged(&before, &other).map_err(|fault| Faults::one("keep", fault))?;
        let who = Who::from(right);
        let readdressed = self.leave_ended(&mut tx, same, &after.person).await?;
        for contact in [&before, &other] {
            self.correct_registrations(&mut tx, (&contact.person, &after.person), contact.id, who)
                .await?;
        }
        self.readdress_ended(&mut tx, who, readdressed).await?;
        tx.move_registrations(removed.id, kept.id).await?;
        tx.move_lists_of_contact(removed.id, kept.id).await?;
        tx.move_invitations(removed.id, kept.id).await?;
        tx.forget_changes_of_contact(removed.id).await?;
        tx.delete_contact(removed.id).await?;
        if !tx.update_contact(&after, kept.revision).await? {
            return Err(PlannerError::Conflict(Changes::Unknown));
        }
        let changes = ContactChange::between(&before, &after);
        self.note_contact(
            &mut tx,
            (&after, who),
            AuditAction::ContactsMerged,
            &changes,
        )
        .await?;
        self.commit(tx).await
    }
}

/// The contact, if it is as it was seen.
async fn seen(tx: &mut Tx, right: &Organises, seen: SeenContact) -> Result<Contact> {
    let contact = require_contact(tx, right.network(), seen.id).await?;
    if contact.revision == seen.revision {
        Ok(contact)
    } else {
        Err(PlannerError::Conflict(Changes::Unknown))
    }
}

/// Whether two contacts have the same name in the same organisation.
fn is_alike(one: &Contact, other: &Contact) -> bool {
    let key = |contact: &Contact| {
        let person = &contact.person;
        let organisation = person.organisation_name.as_ref();
        (
            model::search_key(&format!("{} {}", person.family_name, person.given_name)),
            organisation.map(|name| model::search_key(name.as_str())),
        )
    };
    key(one) == key(other)
}

/// The kept contact with what it gets of the other one.
fn merged(kept: &Contact, other: &Contact) -> Result<Contact, Fault> {
    let mut person = match kept.person.organisation_name {
        Some(_) => kept.person.clone(),
        None => Person {
            organisation: other.person.organisation,
            organisation_name: other.person.organisation_name.clone(),
            ..kept.person.clone()
        },
    };
    if person.address.is_stand_in() {
        person.address = other.person.address.clone();
    }
    let notes = [kept.notes.as_str(), other.notes.as_str()];
    let notes = if notes[0] == notes[1] || notes[1].is_empty() {
        kept.notes.clone()
    } else {
        Text::parse(&notes.join("\n\n"))?
    };
    Ok(Contact {
        person,
        function: kept.function.clone().or_else(|| other.function.clone()),
        notes,
        tags: kept.tags.with(&other.tags)?,
        confirmed_at: kept.confirmed_at.or(other.confirmed_at),
        consent: kept.consent.or(other.consent),
        // Whoever wanted no invitations at one address wants none.
        opted_out_at: kept.opted_out_at.or(other.opted_out_at),
        revision: kept.revision + 1,
        ..kept.clone()
    })
}
