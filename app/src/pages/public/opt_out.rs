//! `/opt-out/{token}`: a contact wants no more mails that are not about a registration of theirs.

use leptos::prelude::*;
use ui::{
    components::{Notice, PageHead, PostButton, Tone},
    shell::{Page, Width, page},
    text::t,
    visit::planner,
};

use crate::{api::actions::OptOut, routes::param};

#[component]
pub fn OptOutPage() -> impl IntoView {
    page(async {
        let token = param("token");
        let found = planner().opt_out_page(&token).await?;
        let (network, address) = (found.network.name.to_string(), found.address);
        let content = if found.has_opted_out {
            view! {
                <Notice tone=Tone::Good>
                    <p role="status"><b>{t!("opt-out-done", address = address.as_str(), network = network.as_str())}</b></p>
                    <p>{t!("opt-out-done.about")}</p>
                </Notice>
            }
            .into_any()
        } else {
            view! {
                <p>{t!("opt-out-question", address = address.as_str(), network = network.as_str())}</p>
                <p>{t!("opt-out-done.about")}</p>
                <PostButton to=OptOut::PATH label=t!("opt-out-button") fields=vec![("token", token)] class="button first"/>
            }
            .into_any()
        };
        Ok(view! {
            <Page title=t!("opt-out-title") brand=&found.network width=Width::Narrow>
                <PageHead title=t!("opt-out-title")/>
                {content}
            </Page>
        })
    })
}
