//! `/organise/organisations`: the organisations of a network.

use leptos::prelude::*;
use model::Organisation;
use ui::{
    components::{DataTable, EmptyState, Notice, PageHead, Tone},
    shell::{Page, Section, page},
    text::t,
    visit::{planner, query},
};

use crate::{api::authorise::network_asked_for, pages::organise::unreadable::unreadable_rows};

#[component]
pub fn OrganisationsPage() -> impl IntoView {
    page(async {
        let (principal, network) = network_asked_for()?;
        let right = principal.reads(network)?;
        let may_change = principal.organises(network).is_ok();
        let organisations = planner().organisations(&right).await?;
        let unreadable = unreadable_rows(&organisations.unreadable);
        let network = planner().network(&right).await?;
        let new = format!("/organise/organisations/new?network={}", network.id);
        let add = may_change.then(|| {
            let new = new.clone();
            view! { <a class="button first" href=new>{t!("organisation-add")}</a> }.into_any()
        });
        let facts = vec![t!("organisations-count", n = organisations.rows.len()).into_any()];
        let done = match query("done").as_deref() {
            Some("added") => Some(t!("organisation-added")),
            Some("changed") => Some(t!("organisation-changed")),
            _ => None,
        };
        let content = if organisations.is_empty() {
            view! {
                <EmptyState title=t!("organisations-none")>
                    <p>{t!("organisations-none.advice")}</p>
                    {may_change.then(|| view! { <p><a class="button first" href=new>{t!("organisation-add")}</a></p> })}
                </EmptyState>
            }
            .into_any()
        } else {
            table(&organisations.rows, may_change).into_any()
        };
        Ok(view! {
            <Page title=t!("organisations-title") brand=&network section=Section::People>
                <PageHead
                    title=t!("organisations-title")
                    facts
                    actions=add
                />
                {done.map(|done| view! { <Notice tone=Tone::Good><p>{done}</p></Notice> })}
                {unreadable}
                {content}
            </Page>
        })
    })
}

fn table(organisations: &[Organisation], may_change: bool) -> impl IntoView + use<> {
    let rows: Vec<_> = organisations
        .iter()
        .map(|organisation| {
            let short = organisation.short_name.to_string();
            let short = if may_change {
                let href = format!(
                    "/organise/organisations/{}?network={}",
                    organisation.id, organisation.network
                );
                view! { <a href=href>{short}</a> }.into_any()
            } else {
                short.into_any()
            };
            view! {
                <tr>
                    <th scope="row">{short}</th>
                    <td>{organisation.name.to_string()}</td>
                    <td>{organisation.region.as_ref().map(ToString::to_string)}</td>
                    <td>{organisation.field.as_ref().map(ToString::to_string)}</td>
                </tr>
            }
        })
        .collect();
    let headings = vec![
        t!("organisation-short-name"),
        t!("organisation-name"),
        t!("organisation-region"),
        t!("organisation-field"),
    ];
    view! { <DataTable caption=t!("organisations-title") headings stacks=true>{rows}</DataTable> }
}
