//! `/organise/organisations/duplicates`: organisations that may be one.

use leptos::prelude::*;
use model::{NetworkId, Organisation};
use ui::{components::EmptyState, shell::page, text::t, visit::planner};

use super::{list_query::of_all, merge::compare_path, path_of};
use crate::{
    api::authorise::network_asked_for,
    pages::organise::contacts::{PageBelow, PeopleTab},
};

#[component]
pub fn DuplicateOrganisationsPage() -> impl IntoView {
    page(async {
        let (principal, network) = network_asked_for()?;
        let right = principal.organises(network)?.reads();
        let duplicates = planner().duplicate_organisations(&right).await?;
        let content = if duplicates.groups.is_empty() {
            view! {
                <EmptyState title=t!("organisation-duplicates-none")>
                    <p>{t!("organisation-duplicates-none.advice")}</p>
                </EmptyState>
            }
            .into_any()
        } else {
            let groups = duplicates
                .groups
                .iter()
                .map(|group| suggestion(network, group));
            view! {
                <p>{t!("organisation-duplicates-intro")}</p>
                <ul class="stack">{groups.collect_view()}</ul>
            }
            .into_any()
        };
        Ok(view! {
            <PageBelow
                brand=&duplicates.network
                network
                tab=PeopleTab::Organisations
                title=t!("duplicates-title")
                back=(of_all(network), t!("organisation-back"))
            >
                {content}
            </PageBelow>
        })
    })
}

/// Organisations that share a name, and links that compare the first with each other one.
fn suggestion(network: NetworkId, group: &[Organisation]) -> impl IntoView + use<> {
    let Some((first, others)) = group.split_first() else {
        return ().into_any();
    };
    let lines: Vec<_> = others
        .iter()
        .map(|other| {
            let compare = compare_path(network, first.id, other.id);
            view! {
                <p class="row">
                    <span class="words">{names(other)}</span>
                    <a class="button small" href=compare>
                        {t!("merge-compare")}
                        <span class="unseen">": "{other.short_name.to_string()}</span>
                    </a>
                </p>
            }
        })
        .collect();
    let page = path_of(network, first.id, "");
    let name =
        (first.name.as_str() != first.short_name.as_str()).then(|| format!(" – {}", first.name));
    view! {
        <li class="card">
            <h2><a href=page>{first.short_name.to_string()}</a>{name}</h2>
            {lines}
        </li>
    }
    .into_any()
}

/// Both names of an organisation, or the one that it has.
pub(super) fn names(organisation: &Organisation) -> String {
    let (short, name) = (&organisation.short_name, &organisation.name);
    if short.as_str() == name.as_str() {
        short.to_string()
    } else {
        format!("{short} – {name}")
    }
}
