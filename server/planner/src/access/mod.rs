//! Who may do what, as types: a use case demands the proof of the right it needs, and a proof can be
//! made only here, from a signed-in person's memberships or from a link that was sent to them.

mod expiry;
mod rate_limits;
mod sign_in;
mod token;

use model::{EmailAddress, EventId, Member, NetworkId, RegistrationId, Role};

use crate::{PlannerError, Result};

pub use rate_limits::ClientKey;
pub(crate) use rate_limits::Limit;
pub use sign_in::NewLoginSession;
pub(crate) use sign_in::SIGN_IN_LINK_LASTS;
pub use token::{Token, TokenHash};

/// A signed-in person and their memberships.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Caller {
    address: EmailAddress,
    memberships: Vec<Member>,
}

impl Caller {
    pub(crate) fn new(address: EmailAddress, memberships: Vec<Member>) -> Self {
        Self {
            address,
            memberships,
        }
    }

    /// The address the person signed in with.
    pub fn address(&self) -> &EmailAddress {
        &self.address
    }

    /// The networks the person works for, in the order they are listed.
    pub fn memberships(&self) -> &[Member] {
        &self.memberships
    }

    /// Proof that the person may see a network's events and lists.
    pub fn reads(&self, network: NetworkId) -> Result<Reads> {
        self.holds(network, Role::Reader).map(Reads)
    }

    /// Proof that the person may plan a network's events and manage their registrations.
    pub fn organises(&self, network: NetworkId) -> Result<Organises> {
        self.holds(network, Role::Organiser).map(Organises)
    }

    /// Proof that the person may change a network's settings and members.
    pub fn owns(&self, network: NetworkId) -> Result<Owns> {
        self.holds(network, Role::Owner).map(Owns)
    }

    fn holds(&self, network: NetworkId, needed: Role) -> Result<Membership> {
        let member = self
            .memberships
            .iter()
            .find(|member| member.network == network)
            // Whoever is no member must not learn what networks there are.
            .ok_or(PlannerError::NotFound)?;
        // Roles are declared from the one that may do most.
        if member.role <= needed {
            Ok(Membership(member.clone()))
        } else {
            Err(PlannerError::NotAllowed)
        }
    }
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct Membership(Member);

/// Proof: may see a network's events and lists.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reads(Membership);

/// Proof: may plan a network's events and manage their registrations.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Organises(Membership);

/// Proof: may change a network's settings and members.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Owns(Membership);

macro_rules! proofs {
    ($($name:ident),+) => {$(
        impl $name {
            /// The network the right holds for.
            pub fn network(&self) -> NetworkId {
                self.0.0.network
            }

            /// Who holds the right; the audit log names them.
            pub fn member(&self) -> &Member {
                &self.0.0
            }
        }
    )+};
}

proofs!(Reads, Organises, Owns);

impl Organises {
    /// Whoever organises may read.
    pub fn reads(&self) -> Reads {
        Reads(self.0.clone())
    }
}

/// Proof: holds the personal link of a registration.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RegistrationAccess {
    registration: RegistrationId,
    event: EventId,
}

impl RegistrationAccess {
    pub(crate) const fn new(registration: RegistrationId, event: EventId) -> Self {
        Self {
            registration,
            event,
        }
    }

    /// The registration the link was sent for.
    pub const fn registration(&self) -> RegistrationId {
        self.registration
    }

    /// The event the registration is for.
    pub const fn event(&self) -> EventId {
        self.event
    }
}

#[cfg(test)]
mod tests {
    use model::{EmailAddress, Language, Line, Member, Role};
    use uuid::Uuid;

    use super::Caller;
    use crate::PlannerError;

    fn caller(role: Role) -> Caller {
        let address = EmailAddress::parse("anna@rinleipzig.example").unwrap();
        Caller::new(
            address.clone(),
            vec![Member {
                id: Uuid::from_u128(1).into(),
                network: Uuid::from_u128(2).into(),
                name: Line::parse("Anna Jäger").unwrap(),
                address,
                role,
                language: Language::De,
            }],
        )
    }

    #[test]
    fn a_role_may_do_what_those_after_it_may() {
        let network = Uuid::from_u128(2).into();
        assert!(caller(Role::Owner).owns(network).is_ok());
        assert!(caller(Role::Owner).organises(network).is_ok());
        assert!(caller(Role::Organiser).organises(network).is_ok());
        assert!(caller(Role::Organiser).reads(network).is_ok());
        assert!(matches!(
            caller(Role::Organiser).owns(network),
            Err(PlannerError::NotAllowed)
        ));
        assert!(matches!(
            caller(Role::Helper).organises(network),
            Err(PlannerError::NotAllowed)
        ));
        assert!(matches!(
            caller(Role::Reader).organises(network),
            Err(PlannerError::NotAllowed)
        ));
    }

    #[test]
    fn of_a_foreign_network_one_learns_nothing() {
        let foreign = Uuid::from_u128(3).into();
        assert!(matches!(
            caller(Role::Owner).reads(foreign),
            Err(PlannerError::NotFound)
        ));
    }
}
