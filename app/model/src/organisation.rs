//! The partner organisations of a network.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::{Line, LogoImage, NetworkId, OrganisationId, OrganisationImportId};

/// A partner of a network.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Organisation {
    pub id: OrganisationId,
    pub network: NetworkId,
    pub name: Line<200>,
    pub short_name: Line<80>,
    pub region: Option<Line<120>>,
    /// The field of action, such as *Anerkennungsberatung*.
    pub field: Option<Line<120>>,
    pub parent: Option<OrganisationId>,
    /// Its picture, which changes apart from the other values.
    #[serde(default)]
    pub logo: Option<LogoImage>,
}

impl Organisation {
    /// The partner of this name, if there is one, and the name that lists show. A name without its accents is
    /// found, too, unless it could be that of several partners.
    #[cfg(feature = "unicode")]
    pub fn entered(name: Line<200>, partners: &[Self]) -> (Option<OrganisationId>, Line<200>) {
        let called = partners
            .iter()
            .find(|partner| partner.is_called(name.as_str()));
        let resembling = || {
            let key = crate::search_key(name.as_str());
            let mut resembling = partners.iter().filter(|partner| {
                [partner.name.as_str(), partner.short_name.as_str()]
                    .iter()
                    .any(|known| crate::search_key(known) == key)
            });
            resembling.next().filter(|_| resembling.next().is_none())
        };
        match called.or_else(resembling) {
            Some(partner) => (Some(partner.id), partner.short_name.widened()),
            None => (None, name),
        }
    }

    /// Whether this is its name or its short name, however it is spelt ([`name_key`](crate::name_key)).
    #[cfg(feature = "unicode")]
    pub fn is_called(&self, typed: &str) -> bool {
        self.name_keys().contains(&crate::name_key(typed))
    }

    /// The keys of its name and its short name.
    #[cfg(feature = "unicode")]
    pub fn name_keys(&self) -> [String; 2] {
        [&self.name.to_string(), &self.short_name.to_string()].map(|name| crate::name_key(name))
    }

    /// Whether a part of it, or a part of a part, is the organisation of this id. `all` are those of the network.
    pub fn has_below(&self, id: OrganisationId, all: &[Self]) -> bool {
        let parent = |id| all.iter().find(|one| one.id == id)?.parent;
        // Each stands above once.
        let mut above = std::iter::successors(parent(id), |above| parent(*above)).take(all.len());
        above.any(|above| above == self.id)
    }

    /// The organisation as tables and forms know it.
    #[must_use]
    pub fn without_logo(&self) -> Self {
        Self {
            logo: None,
            ..self.clone()
        }
    }
}

/// A table of organisations that was imported.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OrganisationImport {
    pub id: OrganisationImportId,
    pub network: NetworkId,
    pub at: Timestamp,
    /// How many organisations it added, and how many it changed.
    pub added: u32,
    pub changed: u32,
    pub undone_at: Option<Timestamp>,
}
