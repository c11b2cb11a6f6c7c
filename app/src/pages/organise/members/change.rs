//! `/organise/network/members/{member}` and its page `/remove`: the role of a member, and their removal.

use leptos::prelude::*;
use model::{Member, Network};
use ui::{
    components::{ConfirmNotice, Form, Hidden, PageHead, PostButton, Tone, set_summary_label},
    error::AppError,
    forms::resubmitted,
    shell::{Page, Section, Width, page},
    text::{Named, t},
    visit::planner,
};

use super::list::role;
use crate::{
    api::actions::{ChangeRole, InviteMemberAgain, RemoveMember},
    pages::organise::network::{NetworkTab, network_band, owned_network},
    routes::param,
};

#[component]
pub fn ChangeMemberPage() -> impl IntoView {
    page(async {
        let (network, member) = member().await?;
        let form = resubmitted::<ChangeRole>();
        let typed = form.map_or_else(|| member.role.to_string(), |form| form.role);
        let again = vec![
            ("network", network.id.to_string()),
            ("member", member.id.to_string()),
        ];
        let facts = vec![member.address.to_string().into_any()];
        let back = format!("/organise/network/members?network={}", network.id);
        let remove = format!(
            "/organise/network/members/{}/remove?network={}",
            member.id, network.id
        );
        Ok(view! {
            <Page title=member.name.to_string() brand=&network section=Section::Network band=network_band(network.id, NetworkTab::Members) width=Width::Narrow>
                <PageHead title=member.name.to_string() kind=t!("members-title") facts/>
                <Form to=ChangeRole::PATH>
                    <Hidden name="network" value=network.id.to_string()/>
                    <Hidden name="member" value=member.id.to_string()/>
                    {role(typed)}
                    <div class="row">
                        <button class="button first">{t!("network-save")}</button>
                        <a class="button" href=back>{t!("decide-back")}</a>
                        <a class="button harm" href=remove>{t!("member-remove.ask")}</a>
                    </div>
                </Form>
                <p>
                    <PostButton
                        to=InviteMemberAgain::PATH
                        label=t!("member-invite-again")
                        fields=again
                        class="button small"
                    />
                </p>
            </Page>
        })
    })
}

#[component]
pub fn RemoveMemberPage() -> impl IntoView {
    page(async {
        let (network, member) = member().await?;
        let name = member.name.to_string();
        let consequences = vec![
            t!("member-remove-access", network = network.name.as_str()),
            t!("member-remove-sessions"),
            t!("member-remove-history"),
        ];
        let back = format!(
            "/organise/network/members/{}?network={}",
            member.id, network.id
        );
        Ok(view! {
            <Page title=t!("member-remove") brand=&network section=Section::Network band=network_band(network.id, NetworkTab::Members) width=Width::Narrow>
                <PageHead title=name.clone() kind=t!("members-title")/>
                <ConfirmNotice
                    title=t!("member-remove-question", name = name.as_str(), role = member.role.name())
                    tone=Tone::Bad
                    consequences
                >
                    <Form to=RemoveMember::PATH>
                        {set_summary_label("member", &name)}
                        <Hidden name="network" value=network.id.to_string()/>
                        <Hidden name="member" value=member.id.to_string()/>
                        <div class="row">
                            <button class="button harm">{t!("member-remove")}</button>
                            <a class="button" href=back>{t!("member-keep")}</a>
                        </div>
                    </Form>
                </ConfirmNotice>
            </Page>
        })
    })
}

/// The network of the query and the member of the path.
async fn member() -> Result<(Network, Member), AppError> {
    let (principal, network) = owned_network()?;
    let right = principal.owns(network)?;
    let network = planner().network(&principal.reads(network)?).await?;
    let id = param("member");
    let members = planner().members(&right).await?.rows;
    let member = members.into_iter().find(|one| one.id.to_string() == id);
    Ok((network, member.ok_or(AppError::NotFound)?))
}
