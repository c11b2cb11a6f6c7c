//! Pages of distribution lists.

mod deletion;
mod fields;
mod list;
mod overview;

use model::{ContactRule, DistributionListId, Line, NetworkId, Organisation};
use ui::{
    error::AppError,
    text::{Named, t},
};

pub(crate) use deletion::DeleteDistributionListPage;
pub(crate) use fields::{EditDistributionListPage, NewDistributionListPage};
pub(crate) use list::DistributionListPage;
pub(crate) use overview::DistributionListsPage;

use crate::routes::param;

/// The list that the path names.
fn list_of_path() -> Result<DistributionListId, AppError> {
    param("list").parse().map_err(|_| AppError::NotFound)
}

/// The address of a list's page, or of one below it.
fn path_of(network: NetworkId, list: DistributionListId, below: &str) -> String {
    format!("/organise/lists/{list}{below}?network={network}")
}

/// The address of all lists.
fn path_of_all(network: NetworkId) -> String {
    format!("/organise/lists?network={network}")
}

/// A rule in words.
fn rule_text(rule: &ContactRule, organisations: &[Organisation]) -> String {
    let organisation = rule.organisation.map(|id| {
        let organisation = organisations.iter().find(|one| one.id == id);
        organisation.map_or_else(|| "–".to_owned(), |one| one.short_name.to_string())
    });
    let parts = [
        (t!("people-organisation"), organisation),
        (
            t!("organisation-region"),
            rule.region.as_ref().map(Line::to_string),
        ),
        (
            t!("organisation-field"),
            rule.field.as_ref().map(Line::to_string),
        ),
        (t!("contact-tag"), rule.tag.as_ref().map(Line::to_string)),
    ];
    let parts = parts
        .into_iter()
        .filter_map(|(label, value)| Some(format!("{label}: {}", value?)));
    let group = rule.group.map(Named::name);
    parts.chain(group).collect::<Vec<_>>().join(" · ")
}
