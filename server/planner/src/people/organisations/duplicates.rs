//! Organisations that may be one.

use std::collections::{BTreeMap, BTreeSet};

use model::{Network, Organisation};

use crate::{Planner, Result, access::Reads, require::require_network};

/// Organisations that may be one: they have the same name, or one's name is the other's short name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DuplicateOrganisations {
    pub network: Network,
    /// Each with two organisations at least.
    pub groups: Vec<Vec<Organisation>>,
}

impl Planner {
    /// Organisations that may be one.
    #[tracing::instrument(level = "debug", skip_all, fields(network = %right.network()), err(level = "debug"))]
    pub async fn duplicate_organisations(&self, right: &Reads) -> Result<DuplicateOrganisations> {
        let mut reader = self.store().read().await?;
        let network = require_network(&mut reader, right.network()).await?;
        let all = reader.organisations(network.id).await?.rows;
        Ok(DuplicateOrganisations {
            groups: groups(&all),
            network,
        })
    }
}

/// Those that share a name, in the order of the list.
fn groups(all: &[Organisation]) -> Vec<Vec<Organisation>> {
    let mut by_key: BTreeMap<String, BTreeSet<usize>> = BTreeMap::new();
    for (place, organisation) in all.iter().enumerate() {
        for key in organisation.name_keys() {
            by_key.entry(key).or_default().insert(place);
        }
    }
    // Two names can be shared by the same ones.
    let groups: BTreeSet<BTreeSet<usize>> = by_key
        .into_values()
        .filter(|places| places.len() > 1)
        .collect();
    let organisations = |places: BTreeSet<usize>| {
        let found = places.into_iter().filter_map(|place| all.get(place));
        found.cloned().collect()
    };
    groups.into_iter().map(organisations).collect()
}
