//! The way between networks, for people who work for several.

use leptos::prelude::*;
use model::{Member, NetworkId, Role};
use planner::access::Caller;

use crate::{components::Fact, error::AppError, visit::planner};

/// Links to the same page of the caller's other networks, where their role lets them see it.
pub(super) async fn other_networks(
    caller: &Caller,
    here: NetworkId,
    path: &str,
    needed: Role,
) -> Result<Vec<Fact>, AppError> {
    let mut links = Vec::new();
    // Roles are declared from the one that may do most.
    let there = |member: &&Member| member.network != here && member.role <= needed;
    for member in caller.memberships().iter().filter(there) {
        let network = planner().network(&caller.reads(member.network)?).await?;
        let href = format!("{path}?network={}", network.id);
        links.push(view! { <a href=href>{network.name.to_string()}</a> }.into_any());
    }
    Ok(links)
}
