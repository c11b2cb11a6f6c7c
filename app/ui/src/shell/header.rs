//! The header of every page: network and sections in one line, and the menu of the account.

use leptos::prelude::*;
use model::{Membership, Role};
use planner::access::Principal;

use super::Brand;
use crate::{
    components::{LanguageSwitch, LogoImg, PostButton, current_page},
    paths::SIGN_OUT,
    text::t,
    visit::visit,
};

/// A link of the navigation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Section {
    /// The public list of events.
    Upcoming,
    /// The organiser's events.
    Events,
    People,
    Messages,
    Network,
    /// The signed-in person. Not in the navigation, but in the menu of the account.
    Account,
}

impl Section {
    /// The sections that a role leads to.
    fn of(role: Role) -> impl Iterator<Item = Self> {
        [Self::Events, Self::People, Self::Messages, Self::Network]
            .into_iter()
            .filter(move |section| match section {
                Self::Network => role == Role::Owner,
                Self::Events => true,
                _ => role != Role::EventOnly,
            })
    }

    const fn path(self) -> &'static str {
        match self {
            Self::Upcoming => "/",
            Self::Events => "/organise",
            Self::People => "/organise/contacts",
            Self::Messages => "/organise/outgoing",
            Self::Network => "/organise/network",
            Self::Account => "/account",
        }
    }

    fn label(self) -> String {
        match self {
            Self::Upcoming | Self::Events => t!("shell-nav-events"),
            Self::People => t!("shell-nav-people"),
            Self::Messages => t!("shell-nav-messages"),
            Self::Network => t!("shell-nav-network"),
            Self::Account => t!("shell-nav-account"),
        }
    }
}

/// The sections of a page's header, and where they lead to.
#[derive(Debug, Clone)]
struct Navigation {
    sections: Vec<Section>,
    current: Option<Section>,
    /// What the addresses of the sections end with.
    query: String,
}

impl Navigation {
    /// The sections of the network that the page belongs to if the person is a member, else the public ones.
    fn of(principal: Option<&Principal>, brand: &Brand, current: Option<Section>) -> Self {
        let here = principal.and_then(|principal| membership(principal, brand));
        let Some(here) = here else {
            return Self {
                sections: vec![Section::Upcoming],
                current,
                query: brand
                    .slug
                    .as_ref()
                    .map_or_else(String::new, |slug| format!("?network={slug}")),
            };
        };
        let several = principal.is_some_and(|principal| principal.memberships().len() > 1);
        let network = brand.network.filter(|_| several);
        Self {
            sections: Section::of(here.member.role).collect(),
            current,
            query: network.map_or_else(String::new, |network| format!("?network={network}")),
        }
    }

    fn href(&self, section: Section) -> String {
        if section == Section::Upcoming && !self.query.is_empty() {
            return format!("/events{}", self.query);
        }
        format!("{}{}", section.path(), self.query)
    }

    fn links(&self) -> impl IntoView + use<> {
        let links = self.sections.iter().map(|section| {
            let href = self.href(*section);
            let current = (self.current == Some(*section)).then(|| current_page(&href));
            view! { <li><a href=href aria-current=current>{section.label()}</a></li> }
        });
        view! { <ul>{links.collect_view()}</ul> }
    }
}

/// The membership that the sections belong to: of the page's network, or the first one on a page of no network.
fn membership<'p>(principal: &'p Principal, brand: &Brand) -> Option<&'p Membership> {
    let mut memberships = principal.memberships().iter();
    match brand.network {
        Some(network) => memberships.find(|membership| membership.member.network == network),
        None => memberships.next(),
    }
}

#[component]
pub(super) fn Header(brand: Brand, section: Option<Section>) -> impl IntoView {
    let visit = visit();
    let principal = visit.principal.as_ref();
    let navigation = Navigation::of(principal, &brand, section);
    let home = navigation.sections.first().copied();
    let home = navigation.href(home.unwrap_or(Section::Upcoming));
    let row = navigation.links();
    let beside = match principal {
        Some(principal) => menu(principal, &brand, &navigation).into_any(),
        None => view! { <LanguageSwitch/> }.into_any(),
    };
    let class = if principal.is_some() {
        "bar"
    } else {
        "bar public"
    };
    let mark = match brand.own_logo() {
        Some(logo) => view! { <LogoImg logo=logo.clone() is_decorative=true/> }.into_any(),
        None => view! { <span class="mark" aria-hidden="true"></span> }.into_any(),
    };
    view! {
        <header class=class>
            <div>
                <a class="home" href=home>
                    {mark}
                    <span>{brand.name}</span>
                </a>
                <nav aria-label=t!("shell-nav")>{row}</nav>
                {beside}
            </div>
        </header>
    }
}

/// The menu of the account. On a narrow screen it holds the sections as well.
fn menu(principal: &Principal, brand: &Brand, navigation: &Navigation) -> impl IntoView + use<> {
    let memberships = principal.memberships();
    let here = membership(principal, brand).or(memberships.first());
    let name = here.map(|here| here.member.name.to_string());
    let account = (navigation.current == Some(Section::Account)).then_some("page");
    let address = principal.address().to_string();
    // On a page of another network the sections are the public ones, and this is the way back.
    let is_elsewhere = membership(principal, brand).is_none();
    let networks = (memberships.len() > 1 || is_elsewhere && !memberships.is_empty())
        .then(|| networks(memberships, brand));
    view! {
        <details class="menu">
            <summary>
                <span class="wide">{name}</span>
                <span class="narrow">{t!("shell-menu")}</span>
            </summary>
            <div class="panel">
                <nav class="narrow" aria-label=t!("shell-nav")>{navigation.links()}</nav>
                {networks}
                <ul>
                    <li>
                        <a href=Section::Account.path() aria-current=account>
                            {Section::Account.label()}" "<small>{address}</small>
                        </a>
                    </li>
                    <li><LanguageSwitch class="item"/></li>
                    <li><PostButton to=SIGN_OUT label=t!("account-sign-out") class="item" shareable=true/></li>
                </ul>
            </div>
        </details>
    }
}

/// Links to the events of each network that the person is a member of.
fn networks(memberships: &[Membership], brand: &Brand) -> impl IntoView + use<> {
    let links = memberships.iter().map(|membership| {
        let network = membership.member.network;
        let href = format!("{}?network={network}", Section::Events.path());
        let current = (brand.network == Some(network)).then_some("true");
        view! { <li><a href=href aria-current=current>{membership.network_name.to_string()}</a></li> }
    });
    view! {
        <section aria-label=t!("shell-networks")>
            <p>{t!("shell-networks")}</p>
            <ul>{links.collect_view()}</ul>
        </section>
    }
}
