//! The principal of a request: who asks, and what they may do.

use std::sync::Arc;

use model::{EmailAddress, EventId, EventRole, Member, Membership, NetworkId, Role};

use crate::{PlannerError, Result};

/// A signed-in person and their memberships. Loaded once per request; cloning it is cheap.
///
/// Rights over a network follow from the memberships alone. Rights over one event or registration are
/// requested first, and checked where the use case loads it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Principal {
    address: EmailAddress,
    memberships: Arc<[Membership]>,
}

impl Principal {
    pub(crate) fn new(address: EmailAddress, memberships: Vec<Membership>) -> Self {
        Self {
            address,
            memberships: memberships.into(),
        }
    }

    /// The address the person signed in with.
    pub fn address(&self) -> &EmailAddress {
        &self.address
    }

    /// The networks the person works for, in the order they are listed.
    pub fn memberships(&self) -> &[Membership] {
        &self.memberships
    }

    /// The membership in a network, if its role may do at least what `least` may.
    pub(super) fn member_as(&self, least: Role, network: NetworkId) -> Result<Member> {
        let member = self
            .memberships
            .iter()
            .map(|membership| &membership.member)
            .find(|member| member.network == network)
            // A non-member must not learn which networks exist.
            .ok_or(PlannerError::NotFound)?;
        // Roles are declared from the one that may do most.
        if member.role <= least {
            Ok(member.clone())
        } else {
            Err(PlannerError::NotAllowed)
        }
    }

    /// The membership in the network of an event, if its role there or at the event may do at least what `least` may.
    /// Whoever works for single events learns nothing about the others.
    pub(super) fn member_at(
        &self,
        least: Role,
        (network, event): (NetworkId, EventId),
    ) -> Result<Member> {
        let mut memberships = self.memberships.iter();
        let membership = memberships
            .find(|membership| membership.member.network == network)
            .ok_or(PlannerError::NotFound)?;
        let mut roles = membership.events.iter();
        let own = roles.find(|(of, _)| *of == event);
        let own = own.map(|(_, role)| role.as_role());
        let role = membership.member.role;
        let role = own.map_or(role, |own| own.min(role));
        if role <= least {
            Ok(membership.member.clone())
        } else if role == Role::EventOnly {
            Err(PlannerError::NotFound)
        } else {
            Err(PlannerError::NotAllowed)
        }
    }

    /// Whether the person may help on the day of an event.
    pub fn may_help_at(&self, network: NetworkId, event: EventId) -> bool {
        self.member_at(Role::Helper, (network, event)).is_ok()
    }

    /// The role of the person at one event, besides their role in its network.
    pub fn role_at(&self, event: EventId) -> Option<EventRole> {
        let mut roles = self.memberships.iter().flat_map(|one| &one.events);
        roles.find(|(of, _)| *of == event).map(|(_, role)| *role)
    }

    /// Whether the person sees single events of a network only.
    pub fn works_for_events_only(&self, network: NetworkId) -> bool {
        let mut members = self.memberships.iter().map(|one| &one.member);
        members.any(|member| member.network == network && member.role == Role::EventOnly)
    }
}
