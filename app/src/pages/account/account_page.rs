//! `/account`: the signed-in person and their networks.

use leptos::prelude::*;
use model::Membership;
use ui::{
    components::{DataTable, PageHead, PostButton},
    shell::{Brand, Page, Section, page},
    text::{Named, t},
    visit::{planner, visit},
};

use crate::api::actions::SignOut;

#[component]
pub fn AccountPage() -> impl IntoView {
    page(async {
        let principal = visit().signed_in()?;
        let mut brand = Brand::default();
        if let [only] = principal.memberships() {
            let network = only.member.network;
            brand = if principal.works_for_events_only(network) {
                Brand::from(&planner().own_events(&principal, network).await?.network)
            } else {
                let right = principal.reads(network)?;
                Brand::from(&planner().network(&right).await?)
            };
        }
        let rows = principal
            .memberships()
            .iter()
            .map(
                |Membership {
                     member,
                     network_name,
                     ..
                 }| {
                    let events = format!("/organise?network={}", member.network);
                    view! {
                        <tr>
                            <th scope="row"><a href=events>{network_name.to_string()}</a></th>
                            <td>{member.name.to_string()}</td>
                            <td>{member.role.name()}</td>
                        </tr>
                    }
                },
            )
            .collect_view();
        Ok(view! {
            <Page title=t!("account-title") brand section=Section::Account>
                <PageHead
                    title=t!("account-title")
                    facts=vec![t!("account-signed-in", address = principal.address().as_str()).into_any()]
                    actions=view! { <PostButton to=SignOut::PATH label=t!("account-sign-out")/> }.into_any()
                />
                <section>
                    <h2>{t!("account-networks")}</h2>
                    <DataTable
                        caption=t!("account-networks")
                        headings=vec![t!("account-network"), t!("account-name"), t!("account-role")]
                    >
                        {rows}
                    </DataTable>
                </section>
            </Page>
        })
    })
}
