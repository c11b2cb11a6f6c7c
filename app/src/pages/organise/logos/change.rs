//! `/organise/network/logos/{logo}`: what is said about a logo, and its removal.

use leptos::prelude::*;
use model::{Logo, Network};
use ui::{
    components::{Form, Hidden, LogoImg, PageHead, PostButton},
    error::AppError,
    forms::resubmitted,
    shell::{Page, Section, Width, page},
    text::t,
    visit::planner,
};

use super::fields::LogoFields;
use crate::{
    api::{
        actions::{ChangeLogo, RemoveLogo},
        logos::LogoForm,
    },
    pages::organise::network::{NetworkTab, network_band, owned_network},
    routes::param,
};

#[component]
pub fn ChangeLogoPage() -> impl IntoView {
    page(async {
        let (network, logo) = logo().await?;
        let form = resubmitted::<ChangeLogo>().unwrap_or_else(|| LogoForm::of(&logo));
        let name = logo.name.to_string();
        let back = format!("/organise/network/logos?network={}", network.id);
        let ids = vec![
            ("network", network.id.to_string()),
            ("logo", logo.id.to_string()),
        ];
        Ok(view! {
            <Page title=name.clone() brand=&network section=Section::Network band=network_band(network.id, NetworkTab::Logos) width=Width::Narrow>
                <PageHead title=name kind=t!("logos-title")/>
                <LogoImg logo=logo.clone() is_decorative=true/>
                <Form to=ChangeLogo::PATH>
                    <Hidden name="network" value=network.id.to_string()/>
                    <Hidden name="logo" value=logo.id.to_string()/>
                    <LogoFields form/>
                    <div class="row">
                        <button class="button first">{t!("network-save")}</button>
                        <a class="button" href=back>{t!("decide-back")}</a>
                    </div>
                </Form>
                <section class="card" aria-labelledby="remove">
                    <h2 id="remove">{t!("logo-remove")}</h2>
                    <p>{t!("logo-remove.advice")}</p>
                    <PostButton
                        to=RemoveLogo::PATH
                        label=t!("logo-remove")
                        fields=ids
                        class="button harm"
                    />
                </section>
            </Page>
        })
    })
}

/// The network of the query and the logo of the path.
async fn logo() -> Result<(Network, Logo), AppError> {
    let (principal, network) = owned_network()?;
    principal.owns(network)?;
    let network = planner().network(&principal.reads(network)?).await?;
    let id = param("logo");
    let logo = network.logos.iter().find(|one| one.id.to_string() == id);
    let logo = logo.cloned().ok_or(AppError::NotFound)?;
    Ok((network, logo))
}
