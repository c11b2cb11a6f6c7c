//! `/account`: the signed-in person and their networks.

use leptos::prelude::*;
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
        let mut rows = Vec::new();
        for member in principal.memberships() {
            let network = planner().network(&principal.reads(member.network)?).await?;
            if principal.memberships().len() == 1 {
                brand = Brand::from(&network);
            }
            rows.push(view! {
                <tr>
                    <th scope="row">{network.name.to_string()}</th>
                    <td>{member.name.to_string()}</td>
                    <td>{member.role.name()}</td>
                </tr>
            });
        }
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
