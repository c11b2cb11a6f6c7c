//! Navigation between networks, for members of several.

use leptos::prelude::*;
use model::{Member, NetworkId, Role};
use planner::access::Principal;
use ui::{components::Fact, error::AppError, visit::planner};

/// Links to the same page of the principal's other networks that their role lets them see.
pub(super) async fn other_networks(
    principal: &Principal,
    here: NetworkId,
    path: &str,
    needed: Role,
) -> Result<Vec<Fact>, AppError> {
    let mut links = Vec::new();
    // Roles are declared in descending order of their rights.
    let there = |member: &&Member| member.network != here && member.role <= needed;
    for member in principal.memberships().iter().filter(there) {
        let network = planner().network(&principal.reads(member.network)?).await?;
        let href = format!("{path}?network={}", network.id);
        links.push(view! { <a href=href>{network.name.to_string()}</a> }.into_any());
    }
    Ok(links)
}
