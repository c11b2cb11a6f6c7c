//! `/organise/network/logos`: the logos of a network, in their order, and the upload of another.

use leptos::prelude::*;
use model::{Logo, LogoRole, MOST_LOGOS, Network};
use ui::{
    components::{
        DragHandle, EmptyState, FileField, Form, FormEncoding, Hidden, ListPosition, LogoImg,
        MoveButtons, Notice, PageHead, Sortable, Tone,
    },
    forms::{last_result, resubmitted},
    shell::{Page, Section, Width, page},
    text::{Named, t},
    visit::planner,
};

use super::fields::LogoFields;
use crate::{
    api::{
        actions::{AddLogo, MoveLogo},
        logos::LogoForm,
    },
    pages::organise::network::{NetworkTab, network_band, owned_network},
};

#[component]
pub fn LogosPage() -> impl IntoView {
    page(async {
        let (principal, network) = owned_network()?;
        principal.owns(network)?;
        let network = planner().network(&principal.reads(network)?).await?;
        let done = match last_result().as_deref() {
            Some("added") => Some(t!("logo-added")),
            Some("changed") => Some(t!("logo-changed")),
            Some("removed") => Some(t!("logo-removed")),
            _ => None,
        };
        Ok(view! {
            <Page title=t!("logos-title") brand=&network section=Section::Network band=network_band(network.id, NetworkTab::Logos) width=Width::Narrow>
                <PageHead title=t!("logos-title")/>
                {done.map(|done| view! { <Notice tone=Tone::Good><p role="status">{done}</p></Notice> })}
                {list(&network)}
                {add(&network)}
            </Page>
        })
    })
}

fn list(network: &Network) -> AnyView {
    if network.logos.is_empty() {
        return view! {
            <EmptyState title=t!("logos-none")><p>{t!("logos-none.advice")}</p></EmptyState>
        }
        .into_any();
    }
    let of = network.logos.len();
    let rows = network
        .logos
        .iter()
        .enumerate()
        .map(|(place, logo)| row(network, logo, ListPosition::at(place, of)))
        .collect_view();
    view! {
        <Sortable>
            <section class="plan" aria-labelledby="logos">
                <header>
                    <h2 id="logos">{t!("logos-list")}</h2>
                    <p class="soft">{t!("logos-order")}</p>
                </header>
                <ol>{rows}</ol>
            </section>
        </Sortable>
    }
    .into_any()
}

fn row(network: &Network, logo: &Logo, position: ListPosition) -> impl IntoView + use<> {
    let name = logo.name.to_string();
    let change = format!("/organise/network/logos/{}?network={}", logo.id, network.id);
    let link = logo.link.as_ref().map(|link| {
        let link = link.to_string();
        view! { <p class="small address"><a href=link.clone() rel="noopener">{link.clone()}</a></p> }
    });
    view! {
        <li
            id=format!("logo-{}", logo.id)
            class="item"
            tabindex="-1"
            data-item=logo.id.to_string()
        >
            <div class="what">
                <LogoImg logo=logo.clone() is_decorative=true/>
                <p class="name"><b>{name.clone()}</b></p>
                <p class="soft small">{logo.role.name()}</p>
                {link}
            </div>
            <DragHandle/>
            <div class="acts">
                <MoveButtons
                    to=MoveLogo::PATH
                    list=network.id.to_string()
                    item=logo.id.to_string()
                    about=name.clone()
                    position
                />
                <a class="button small" href=change>
                    {t!("agenda-change")}<span class="unseen">" "{name}</span>
                </a>
            </div>
        </li>
    }
}

fn add(network: &Network) -> impl IntoView + use<> {
    if network.logos.len() >= MOST_LOGOS {
        return view! { <p class="soft">{t!("logos-full", most = MOST_LOGOS)}</p> }.into_any();
    }
    let form = resubmitted::<AddLogo>().unwrap_or_else(|| {
        let has_own = network
            .logos
            .iter()
            .any(|logo| logo.role == LogoRole::Network);
        LogoForm::blank(if has_own {
            LogoRole::Funder
        } else {
            LogoRole::Network
        })
    });
    let network = network.id.to_string();
    view! {
        <section class="card editor" aria-labelledby="add">
            <h2 id="add">{t!("logo-add")}</h2>
            <Form to=AddLogo::PATH encoding=FormEncoding::Multipart>
                <Hidden name="network" value=network/>
                <FileField
                    name="file"
                    label=t!("logo-file")
                    accept=".png,.jpg,.jpeg,.svg,image/png,image/jpeg,image/svg+xml"
                    hint=t!("logo-file.hint")
                    required=true
                />
                <LogoFields form/>
                <div class="row">
                    <button class="button first">{t!("logo-add.button")}</button>
                </div>
            </Form>
        </section>
    }
    .into_any()
}
