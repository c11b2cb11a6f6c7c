//! `/organise/outgoing`: the mails of a network.

use leptos::prelude::*;
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
use crate::api::authorise::network_asked_for;

#[component]
pub fn OutgoingPage() -> impl IntoView {
    page(async {
        let (principal, network) = network_asked_for()?;
        let right = principal.reads(network)?;
        let network = planner().network(&right).await?;
        let unsent = of_network(&right).await?;
        let content = mails(&right, &network, MailListQuery::of_network()).await?;
        Ok(view! {
            <Page title=t!("outgoing-title") brand=&network section=Section::Messages>
                <PageHead title=t!("outgoing-title") facts=vec![t!("outgoing-about").into_any()]/>
                {done()}
                {unsent}
                {content}
            </Page>
        })
    })
}
