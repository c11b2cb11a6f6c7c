//! `/organise/contacts/duplicates`: contacts that may be one person.

use leptos::prelude::*;
use model::{Contact, NetworkId};
use ui::{components::EmptyState, shell::page, text::t, visit::planner};

use super::{PageBelow, PeopleTab, list_query::of_all, merge::compare_path, path_of};
use crate::api::authorise::network_asked_for;

#[component]
pub fn DuplicateContactsPage() -> impl IntoView {
    page(async {
        let (principal, network) = network_asked_for()?;
        let right = principal.organises(network)?.reads();
        let duplicates = planner().duplicate_contacts(&right).await?;
        let content = if duplicates.groups.is_empty() {
            view! {
                <EmptyState title=t!("duplicates-none")>
                    <p>{t!("duplicates-none.advice")}</p>
                </EmptyState>
            }
            .into_any()
        } else {
            let groups = duplicates
                .groups
                .iter()
                .map(|group| suggestion(network, group));
            view! {
                <p>{t!("duplicates-intro")}</p>
                <ul class="stack">{groups.collect_view()}</ul>
            }
            .into_any()
        };
        let title = t!("duplicates-title");
        let back = of_all(network);
        Ok(view! {
            <PageBelow
                brand=&duplicates.network
                network
                tab=PeopleTab::Contacts
                title
                back=(back, t!("contact-back"))
            >
                {content}
            </PageBelow>
        })
    })
}

/// Contacts of one name, and links that compare the first with each other one.
fn suggestion(network: NetworkId, group: &[Contact]) -> impl IntoView + use<> {
    let Some((first, others)) = group.split_first() else {
        return ().into_any();
    };
    let organisation = first.person.organisation_name.as_ref();
    let organisation = organisation.map(|name| format!(", {name}"));
    let lines: Vec<_> = others
        .iter()
        .map(|other| {
            let compare = compare_path(network, first.id, other.id);
            let addresses = t!(
                "duplicates-addresses",
                one = first.person.address.as_str(),
                other = other.person.address.as_str()
            );
            view! {
                <p class="row">
                    <span class="address">{addresses}</span>
                    <a class="button small" href=compare>
                        {t!("merge-compare")}
                        <span class="unseen">": "{other.person.name()}</span>
                    </a>
                </p>
            }
        })
        .collect();
    let page = path_of(network, first.id, "");
    view! {
        <li class="card">
            <h2><a href=page>{first.person.name()}</a>{organisation}</h2>
            {lines}
        </li>
    }
    .into_any()
}
