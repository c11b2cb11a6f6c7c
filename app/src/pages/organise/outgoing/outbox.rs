//! `/organise/outgoing`: the mails of a network.

use leptos::prelude::*;
use model::Role;
use ui::{
    components::PageHead,
    shell::{Page, Section, page},
    text::t,
    visit::planner,
};

use super::{
    list::mails,
    list_query::MailListQuery,
    unsent::{done, of_network},
};
use crate::{api::authorise::network_asked_for, pages::organise::networks::other_networks};

#[component]
pub fn OutgoingPage() -> impl IntoView {
    page(async {
        let (principal, network) = network_asked_for()?;
        let right = principal.reads(network)?;
        let network = planner().network(&right).await?;
        let mut facts = vec![t!("outgoing-about").into_any()];
        facts.extend(
            other_networks(&principal, network.id, "/organise/outgoing", Role::Reader).await?,
        );
        let unsent = of_network(&right).await?;
        let content = mails(
            &right,
            &network,
            None,
            MailListQuery::current("/organise/outgoing"),
        )
        .await?;
        Ok(view! {
            <Page title=t!("outgoing-title") brand=&network section=Section::Outgoing>
                <PageHead title=t!("outgoing-title") facts/>
                {done()}
                {unsent}
                {content}
            </Page>
        })
    })
}
