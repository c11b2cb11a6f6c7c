//! `/organise/lists`: the distribution lists of a network.

use leptos::prelude::*;
use model::{DistributionList, ListMembers, NetworkId, Organisation};
use ui::{
    components::{DataTable, EmptyState, Notice, PageHead, Tone},
    forms::last_result,
    shell::{Page, Section, page},
    text::t,
    visit::planner,
};

use super::{path_of, rule_text};
use crate::{
    api::authorise::network_asked_for,
    pages::organise::{
        contacts::{PeopleTab, people_band},
        unreadable::unreadable_rows,
    },
};

#[component]
pub fn DistributionListsPage() -> impl IntoView {
    page(async {
        let (principal, network) = network_asked_for()?;
        let right = principal.reads(network)?;
        let may_change = principal.organises(network).is_ok();
        let all = planner().distribution_lists(&right).await?;
        let deleted = last_result().filter(|done| done == "deleted").map(|_| {
            view! { <Notice tone=Tone::Good><p>{t!("distribution-deleted")}</p></Notice> }
        });
        let has_lists = !all.lists.rows.is_empty();
        let add = (may_change && has_lists).then(|| adding(network).into_any());
        let content = if has_lists {
            let rows: Vec<_> = all
                .lists
                .rows
                .iter()
                .map(|(list, people)| row(list, *people, &all.organisations))
                .collect();
            let headings = vec![
                t!("distribution-name"),
                t!("distribution-members"),
                t!("distribution-people"),
            ];
            view! { <DataTable caption=t!("lists-title") headings stacks=true>{rows}</DataTable> }
                .into_any()
        } else {
            view! {
                <EmptyState title=t!("lists-none")>
                    <p>{t!("lists-none.advice")}</p>
                    {may_change.then(|| view! { <p>{adding(network)}</p> })}
                </EmptyState>
            }
            .into_any()
        };
        Ok(view! {
            <Page title=t!("lists-title") brand=&all.network section=Section::People band=people_band(network, PeopleTab::Lists)>
                <PageHead title=t!("lists-title") actions=add/>
                {deleted}
                {unreadable_rows(&all.lists.unreadable)}
                {content}
            </Page>
        })
    })
}

fn adding(network: NetworkId) -> impl IntoView {
    let new = format!("/organise/lists/new?network={network}");
    view! { <a class="button first" href=new>{t!("distribution-add")}</a> }
}

fn row(
    list: &DistributionList,
    people: i64,
    organisations: &[Organisation],
) -> impl IntoView + use<> {
    let href = path_of(list.network, list.id, "");
    let members = match &list.members {
        ListMembers::Fixed => t!("distribution-fixed"),
        ListMembers::Rule(rule) => rule_text(rule, organisations),
    };
    view! {
        <tr>
            <th scope="row"><a href=href>{list.name.to_string()}</a></th>
            <td>{members}</td>
            <td data-heading=t!("distribution-people")>{people}</td>
        </tr>
    }
}
