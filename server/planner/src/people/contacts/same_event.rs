//! Two contacts that both registered for an event. A contact has one registration for an event, so that two can become
//! one only where one of their registrations has ended.

use model::{
    AuditAction, ContactId, EmailAddress, Event, Person, Registration, RegistrationChange,
};
use store::{Reader, Tx};

use crate::{
    Changes, Planner, PlannerError, Result,
    access::Locked,
    audit::{About, AuditEntry, Edit, Who},
    require::require_event,
};

/// The registrations of two contacts for the same event.
#[derive(Debug, Clone)]
pub(super) struct SameEvent {
    one: Registration,
    other: Registration,
}

impl SameEvent {
    /// What both registered for.
    pub async fn find(reader: &mut Reader, [one, other]: [ContactId; 2]) -> Result<Vec<Self>> {
        let ones = reader.registrations_of_contact(one).await?.rows;
        let others = reader.registrations_of_contact(other).await?.rows;
        let same = ones.into_iter().filter_map(|one| {
            let other = others.iter().find(|other| other.event == one.event)?;
            let other = other.clone();
            Some(Self { one, other })
        });
        Ok(same.collect())
    }

    /// The same, with the locks of the events: no registration begins or ends meanwhile.
    pub async fn lock(tx: &mut Tx, contacts: [ContactId; 2]) -> Result<Vec<Self>> {
        let same = Self::find(tx, contacts).await?;
        if same.is_empty() {
            return Ok(same);
        }
        // In the order of the events: whoever corrects others locks them in the same one.
        for Self { one, .. } in &same {
            Locked::for_contact(tx, one.event).await?;
        }
        Self::find(tx, contacts).await
    }

    /// The events at which neither registration has ended, the latest first.
    pub async fn in_the_way(reader: &mut Reader, same: &[Self]) -> Result<Vec<Event>> {
        let mut events = Vec::new();
        for Self { one, other } in same {
            if one.state.is_active() && other.state.is_active() {
                events.push(require_event(reader, one.event).await?);
            }
        }
        events.sort_by_key(|event| std::cmp::Reverse(event.details.starts.at));
        Ok(events)
    }

    /// The registration that the contact keeps, and the one that has ended.
    fn split(self) -> (Registration, Registration) {
        if self.other.state.is_active() {
            (self.other, self.one)
        } else {
            (self.one, self.other)
        }
    }
}

/// A registration that has ended, whose address another one of the event gets.
pub(super) struct Readdressed {
    registration: Registration,
    /// The address that the other one gives up.
    address: EmailAddress,
}

impl Planner {
    /// Takes the registrations that have ended from their contacts. They stay in the lists of their events. Those
    /// with the address that the other one gets are returned; until then they have a stand-in.
    pub(super) async fn leave_ended(
        &self,
        tx: &mut Tx,
        same: Vec<SameEvent>,
        after: &Person,
    ) -> Result<Vec<Readdressed>> {
        let mut readdressed = Vec::new();
        for same in same {
            let (stays, ended) = same.split();
            tx.leave_contact(ended.id).await?;
            if ended.person.address.lower() != after.address.lower() {
                continue;
            }
            let mut aside = ended.clone();
            aside.person.address = EmailAddress::stand_in(ended.id);
            save(tx, &aside, ended.revision).await?;
            readdressed.push(Readdressed {
                registration: ended,
                address: stays.person.address,
            });
        }
        Ok(readdressed)
    }

    /// Gives registrations that have ended the addresses that others gave up.
    pub(super) async fn readdress_ended(
        &self,
        tx: &mut Tx,
        who: Who,
        readdressed: Vec<Readdressed>,
    ) -> Result<()> {
        for Readdressed {
            registration: before,
            address,
        } in readdressed
        {
            let mut after = before.clone();
            after.person.address = address;
            after.revision += 1;
            save(tx, &after, before.revision).await?;
            let network = require_event(tx, before.event).await?.network;
            let changes = RegistrationChange::between(&before, &after, &[]);
            let entry = AuditEntry {
                who,
                about: About {
                    network,
                    event: Some(before.event),
                    registration: Some(before.id),
                    contact: None,
                },
                action: AuditAction::RegistrationChanged,
                edit: Some(Edit::new(&changes, after.revision)?),
            };
            self.note(tx, entry).await?;
        }
        Ok(())
    }
}

async fn save(tx: &mut Tx, registration: &Registration, made_from: i64) -> Result<()> {
    if tx
        .update_registration_details(registration, made_from)
        .await?
    {
        Ok(())
    } else {
        Err(PlannerError::Conflict(Changes::Unknown))
    }
}
