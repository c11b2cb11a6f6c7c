//! The frame of a page below the contacts or the distribution lists.

use leptos::prelude::*;
use model::NetworkId;
use ui::{
    components::PageHead,
    shell::{Brand, Page, Section, Width},
};

use super::{PeopleTab, people_band};

/// A narrow page below the contacts or the distribution lists, with the way back.
#[component]
pub(in crate::pages::organise) fn PageBelow(
    #[prop(into)] brand: Brand,
    network: NetworkId,
    tab: PeopleTab,
    title: String,
    /// What the page is about. `None`: its title says so.
    #[prop(optional, into)]
    about: Option<String>,
    /// The address to go back to, and its name.
    back: (String, String),
    children: Children,
) -> impl IntoView {
    let (href, name) = back;
    let about = about.unwrap_or_else(|| title.clone());
    view! {
        <Page
            title=title.clone()
            brand
            section=Section::People
            band=people_band(network, tab).on_page(about)
            width=Width::Narrow
        >
            <p class="back"><a href=href>{name}</a></p>
            <PageHead title/>
            {children()}
        </Page>
    }
}
