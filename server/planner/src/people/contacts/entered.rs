//! What an organiser enters about a contact.

use jiff::Timestamp;
use model::{
    Contact, ContactId, ContactSource, Fault, Faults, Line, Network, Organisation, Person, Tags,
    Text,
};

use crate::{PlannerError, Result};

/// Whether somebody agreed to be kept in the address book beyond one event.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ConsentToKeep {
    /// To the present privacy text.
    Given,
    /// To this version of the privacy text, and when.
    GivenBefore {
        version: u32,
        at: Timestamp,
    },
    Missing,
}

/// Whether somebody wants invitations.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Invitations {
    Wanted,
    OptedOut,
}

/// What an organiser enters about a contact.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewContact {
    pub person: Person,
    pub function: Option<Line<120>>,
    pub notes: Text<5_000>,
    pub tags: Tags,
    pub consent: ConsentToKeep,
    pub invitations: Invitations,
}

impl NewContact {
    /// Refuses an organisation that is not of the network.
    pub(super) fn check(&self, partners: &[Organisation]) -> Result<()> {
        match self.person.organisation {
            Some(id) if !partners.iter().any(|partner| partner.id == id) => Err(
                PlannerError::Invalid(Faults::one("organisation", Fault::NoSuchChoice)),
            ),
            _ => Ok(()),
        }
    }

    /// A contact that is added now.
    pub(super) fn added(
        self,
        id: ContactId,
        network: &Network,
        source: ContactSource,
        now: Timestamp,
    ) -> Contact {
        let contact = Contact {
            id,
            network: network.id,
            person: self.person.clone(),
            function: None,
            notes: Text::default(),
            tags: Tags::default(),
            source,
            created_at: now,
            confirmed_at: None,
            consent: None,
            opted_out_at: None,
            revision: 0,
        };
        self.changed(&contact, network, now)
    }

    /// The contact after a change. A consent that was given before keeps its version and its time.
    pub(super) fn changed(self, before: &Contact, network: &Network, now: Timestamp) -> Contact {
        let Self {
            person,
            function,
            notes,
            tags,
            consent,
            invitations,
        } = self;
        Contact {
            person,
            function,
            notes,
            tags,
            confirmed_at: before.confirmed_at.or(Some(now)),
            consent: match consent {
                ConsentToKeep::Given => before.consent.or(Some((network.privacy_version, now))),
                ConsentToKeep::GivenBefore { version, at } => {
                    before.consent.or(Some((version, at)))
                }
                ConsentToKeep::Missing => None,
            },
            opted_out_at: match invitations {
                Invitations::OptedOut => before.opted_out_at.or(Some(now)),
                Invitations::Wanted => None,
            },
            ..before.clone()
        }
    }
}
