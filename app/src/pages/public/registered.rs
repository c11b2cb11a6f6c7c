//! `/events/{slug}/registered`: the page after the registration form. It is the same whether or not the
//! address was registered before.

use leptos::prelude::*;
use planner::Delivery;
use ui::{
    components::{Notice, PageHead},
    paths::EventPath,
    shell::{Brand, Page, Width, page},
    text::{t, waits_for},
    visit::{planner, query, visit},
};

use super::{
    facts::facts,
    steps::{ExpectedOutcome, RegistrationStep, steps},
    wish_notice::wishes_close,
};
use crate::routes::param;

#[component]
pub fn RegisteredPage() -> impl IntoView {
    page(async {
        let planner = planner();
        let open = planner
            .open_event(&param("slug"), query("key").as_deref())
            .await?;
        let details = &open.event.details;
        let paths = EventPath::current(&open.event.slug);
        let brand = Brand::of_event(&open.network, &open.event);
        let waits = waits_for(details);
        let outcome = ExpectedOutcome::of(open.availability(visit().now));
        let sent = match &visit().sent_to {
            Some(address) => view! {
                <p>{t!("registered-sent-to")}" "<b class="address">{address.to_string()}</b></p>
            }
            .into_any(),
            None => view! { <p>{t!("registered-sent")}</p> }.into_any(),
        };
        // Without a mail server no mail arrives; members of the network can read it.
        let network = open.network.id;
        let is_member =
            (visit().principal.as_ref()).is_some_and(|principal| principal.reads(network).is_ok());
        let kept = (planner.config().delivery == Delivery::Kept).then(|| {
            let messages = is_member.then(|| {
                let href = format!("/organise/outgoing?network={network}");
                view! { <a class="button" href=href>{t!("shell-nav-messages")}</a> }.into_any()
            });
            view! {
                <Notice action=messages>
                    <p>{t!("registered-kept")}</p>
                </Notice>
            }
        });
        let wishes = wishes_close(&open)
            .map(|closes| view! { <li>{t!("registered-wishes", closes = closes)}</li> });
        let head = view! {
            <PageHead
                title=t!("registered-title")
                kind=details.title.to_string()
                kind_lang=details.language.tag()
                facts=facts(&open.network, &open.event)
            />
        };
        Ok(view! {
            <Page title=t!("registered-title") brand width=Width::Narrow>
                {head}
                {steps(RegistrationStep::Confirmation, outcome)}
                <div class="card">
                    {sent}
                    <ol class="steps">
                        <li>{t!("registered-open")}</li>
                        <li>{t!("registered-confirm")}</li>
                        <li>{t!("registered-then", waits = waits)}</li>
                        {wishes}
                    </ol>
                    <p class="soft">{t!("registered-within")}</p>
                </div>
                {kept}
                <details>
                    <summary>{t!("registered-nothing")}</summary>
                    <div class="prose">
                        <p>{t!("registered-nothing.spam")}</p>
                        <p>
                            {t!("registered-nothing.typo")}" "
                            <a href=paths.register()>{t!("registered-again")}</a>
                        </p>
                    </div>
                </details>
                <p><a href=paths.page()>{t!("register-back")}</a></p>
            </Page>
        })
    })
}
