//! Rights over a network and its events, as proofs that a use case demands.

use model::{Event, EventId, Member, NetworkId, Role};
use store::Reader;

use super::Principal;
use crate::{PlannerError, Result, require::require_event};

/// A right over a network and all of its events. Every one of them includes reading.
///
/// Sealed: only this module makes proofs.
pub trait Right: sealed::Grant {
    /// Whether the holder is of the network, rather than of single events only: then other events, and who works for
    /// the network, are not theirs to see.
    fn is_of_network(&self) -> bool;
}

pub(super) mod sealed {
    use model::{EventId, NetworkId};

    use crate::{Result, access::Principal};

    pub trait Grant: Sized {
        /// The proof that a principal has the right over a network.
        fn grant(principal: &Principal, network: NetworkId) -> Result<Self>;

        /// The proof that a principal has the right over an event of a network. It serves for that event alone.
        fn grant_at(principal: &Principal, at: (NetworkId, EventId)) -> Result<Self>;
    }
}

macro_rules! rights {
    ($($(#[$doc:meta])* $name:ident from $role:ident;)+) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq)]
        pub struct $name(Member);

        impl $name {
            /// The network the right holds for.
            pub fn network(&self) -> NetworkId {
                self.0.network
            }

            /// Who holds the right; the audit log names them.
            pub fn member(&self) -> &Member {
                &self.0
            }
        }

        impl sealed::Grant for $name {
            fn grant(principal: &Principal, network: NetworkId) -> Result<Self> {
                principal.member_as(Role::$role, network).map(Self)
            }

            fn grant_at(principal: &Principal, at: (NetworkId, EventId)) -> Result<Self> {
                principal.member_at(Role::$role, at).map(Self)
            }
        }

        impl Right for $name {
            fn is_of_network(&self) -> bool {
                self.0.role != Role::EventOnly
            }
        }
    )+};
}

rights! {
    /// Proof: may see a network's events and lists.
    Reads from Reader;
    /// Proof: may help on the day of a network's events.
    Helps from Helper;
    /// Proof: may plan a network's events and manage their registrations.
    Organises from Organiser;
    /// Proof: may change a network's settings and members.
    Owns from Owner;
}

impl Principal {
    /// Proof that the person may see a network's events and lists.
    pub fn reads(&self, network: NetworkId) -> Result<Reads> {
        sealed::Grant::grant(self, network)
    }

    /// Proof that the person may help on the day of a network's events.
    pub fn helps(&self, network: NetworkId) -> Result<Helps> {
        sealed::Grant::grant(self, network)
    }

    /// Proof that the person may plan a network's events and manage their registrations.
    pub fn organises(&self, network: NetworkId) -> Result<Organises> {
        sealed::Grant::grant(self, network)
    }

    /// Proof that the person may change a network's settings and members.
    pub fn owns(&self, network: NetworkId) -> Result<Owns> {
        sealed::Grant::grant(self, network)
    }
}

impl Organises {
    /// An event of the network. Another network's does not exist.
    pub(crate) async fn event(&self, reader: &mut Reader, id: EventId) -> Result<Event> {
        let event = require_event(reader, id).await?;
        if event.network == self.network() {
            Ok(event)
        } else {
            Err(PlannerError::NotFound)
        }
    }

    /// Whoever organises may read.
    pub fn reads(&self) -> Reads {
        Reads(self.0.clone())
    }
}

impl Owns {
    /// Whoever owns may read.
    pub fn reads(&self) -> Reads {
        Reads(self.0.clone())
    }
}

#[cfg(test)]
mod tests {
    use model::{EmailAddress, EventRole, Language, Line, Member, Membership, Role};
    use uuid::Uuid;

    use crate::{PlannerError, access::Principal};

    fn principal(role: Role) -> Principal {
        let address = EmailAddress::parse("anna@rinleipzig.example").unwrap();
        Principal::new(
            address.clone(),
            vec![Membership {
                member: Member {
                    id: Uuid::from_u128(1).into(),
                    network: Uuid::from_u128(2).into(),
                    name: Line::parse("Anna Jäger").unwrap(),
                    address,
                    role,
                    language: Language::De,
                },
                network_name: Line::parse("Nord").unwrap(),
                events: vec![(Uuid::from_u128(7).into(), EventRole::Helper)],
            }],
        )
    }

    #[test]
    fn a_role_may_do_what_those_after_it_may() {
        let network = Uuid::from_u128(2).into();
        assert!(principal(Role::Owner).owns(network).is_ok());
        assert!(principal(Role::Owner).organises(network).is_ok());
        assert!(principal(Role::Organiser).organises(network).is_ok());
        assert!(principal(Role::Organiser).reads(network).is_ok());
        assert!(matches!(
            principal(Role::Organiser).owns(network),
            Err(PlannerError::NotAllowed)
        ));
        assert!(principal(Role::Helper).helps(network).is_ok());
        assert!(matches!(
            principal(Role::Reader).helps(network),
            Err(PlannerError::NotAllowed)
        ));
        assert!(matches!(
            principal(Role::Helper).organises(network),
            Err(PlannerError::NotAllowed)
        ));
        assert!(matches!(
            principal(Role::Reader).organises(network),
            Err(PlannerError::NotAllowed)
        ));
    }

    #[test]
    fn whoever_helps_at_one_event_learns_nothing_of_others() {
        let (network, event) = (Uuid::from_u128(2).into(), Uuid::from_u128(7).into());
        let helper = principal(Role::EventOnly);
        assert!(helper.may_help_at(network, event));
        assert!(helper.member_at(Role::Reader, (network, event)).is_ok());
        assert!(matches!(
            helper.member_at(Role::Organiser, (network, event)),
            Err(PlannerError::NotAllowed)
        ));
        let other = Uuid::from_u128(8).into();
        assert!(matches!(
            helper.member_at(Role::Reader, (network, other)),
            Err(PlannerError::NotFound)
        ));
        assert!(matches!(
            helper.reads(network),
            Err(PlannerError::NotAllowed)
        ));
        // A role at an event takes nothing away.
        assert!(
            principal(Role::Owner)
                .member_at(Role::Owner, (network, event))
                .is_ok()
        );
    }

    #[test]
    fn of_a_foreign_network_one_learns_nothing() {
        let foreign = Uuid::from_u128(3).into();
        assert!(matches!(
            principal(Role::Owner).reads(foreign),
            Err(PlannerError::NotFound)
        ));
    }
}
