//! `/imprint/{network}`, `/privacy/{network}`, `/accessibility`.

use leptos::prelude::*;
use model::Network;
use ui::{
    components::{EmptyState, PageHead},
    error::AppError,
    markdown,
    shell::{Audience, Page, Width, page},
    text::t,
    visit::{language, planner},
};

use crate::routes::param;

#[component]
pub fn ImprintPage() -> impl IntoView {
    page(async {
        let network = network().await?;
        let text = network.imprint.to_string();
        Ok(legal(
            &network,
            t!("imprint-title"),
            &text,
            t!("imprint-empty"),
        ))
    })
}

#[component]
pub fn PrivacyPage() -> impl IntoView {
    page(async {
        let network = network().await?;
        let text = network.privacy.to_string();
        Ok(legal(
            &network,
            t!("privacy-title"),
            &text,
            t!("privacy-empty"),
        ))
    })
}

async fn network() -> Result<Network, AppError> {
    Ok(planner().public_network(&param("network")).await?)
}

fn legal(network: &Network, title: String, text: &str, empty: String) -> impl IntoView + use<> {
    let text = if text.is_empty() {
        view! { <EmptyState title=empty>""</EmptyState> }.into_any()
    } else {
        // Written in the network's language, which may not be the page's.
        let lang = network.language.tag();
        view! { <div class="prose" lang=lang inner_html=markdown::page(text)></div> }.into_any()
    };
    view! {
        <Page title=title.clone() brand=network width=Width::Narrow audience=Audience::Everybody>
            <PageHead title=title/>
            {text}
        </Page>
    }
}

/// The accessibility statement. It is about the software, so it is the same for every network.
#[component]
pub fn AccessibilityPage() -> impl IntoView {
    let statement = match language() {
        model::Language::De => include_str!("../../../locales/de/accessibility.md"),
        model::Language::En => include_str!("../../../locales/en/accessibility.md"),
    };
    view! {
        <Page title=t!("accessibility-title") width=Width::Narrow audience=Audience::Everybody>
            <PageHead title=t!("accessibility-title")/>
            <div class="prose" inner_html=markdown::page(statement)></div>
        </Page>
    }
}
