//! Distribution lists: contacts who are written to together.

use serde::{Deserialize, Serialize};

use crate::{ContactGroup, DistributionListId, Line, NetworkId, OrganisationId, Tag};

/// A list of contacts of a network.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DistributionList {
    pub id: DistributionListId,
    pub network: NetworkId,
    pub name: Line<120>,
    pub members: ListMembers,
    /// Counts the edits; a change names the one it was made from.
    pub revision: i64,
}

/// Who is on a distribution list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum ListMembers {
    /// Contacts that are added and removed one by one.
    Fixed,
    /// The contacts that a rule finds, as they are at the time.
    Rule(ContactRule),
}

/// What contacts have to have, all of it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ContactRule {
    pub organisation: Option<OrganisationId>,
    /// The region of the organisation.
    pub region: Option<Line<120>>,
    /// The field of action of the organisation.
    pub field: Option<Line<120>>,
    pub tag: Option<Tag>,
    pub group: Option<ContactGroup>,
}

impl ContactRule {
    /// Whether it asks for nothing, so that everybody fits.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}
