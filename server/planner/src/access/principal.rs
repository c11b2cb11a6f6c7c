//! The principal of a request: who asks, and what they may do.

use std::sync::Arc;

use model::{EmailAddress, Member, Membership, NetworkId, Role};

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
}
