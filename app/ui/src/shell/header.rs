//! The header of every page: network, navigation, language.

use leptos::prelude::*;
use planner::access::Principal;

use super::Brand;
use crate::{components::LanguageSwitch, text::t, visit::visit};

/// A link of the navigation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Section {
    /// The public list of events.
    Upcoming,
    /// The organiser's events.
    Events,
    Organisations,
    Outgoing,
    Network,
    Account,
}

impl Section {
    /// The links that a principal may follow.
    fn of(principal: Option<&Principal>) -> impl Iterator<Item = Self> {
        let sections: &[Self] = match principal {
            None => &[Self::Upcoming],
            Some(_) => &[
                Self::Events,
                Self::Organisations,
                Self::Outgoing,
                Self::Network,
                Self::Account,
            ],
        };
        let owns = principal.is_some_and(|principal| {
            principal
                .memberships()
                .iter()
                .any(|member| principal.owns(member.network).is_ok())
        });
        sections
            .iter()
            .copied()
            .filter(move |section| *section != Self::Network || owns)
    }

    const fn path(self) -> &'static str {
        match self {
            Self::Upcoming => "/",
            Self::Events => "/organise",
            Self::Organisations => "/organise/organisations",
            Self::Outgoing => "/organise/outgoing",
            Self::Network => "/organise/network",
            Self::Account => "/account",
        }
    }

    fn label(self) -> String {
        match self {
            Self::Upcoming => t!("shell-nav-upcoming"),
            Self::Events => t!("shell-nav-events"),
            Self::Organisations => t!("shell-nav-organisations"),
            Self::Outgoing => t!("shell-nav-outgoing"),
            Self::Network => t!("shell-nav-network"),
            Self::Account => t!("shell-nav-account"),
        }
    }
}

#[component]
pub(super) fn Header(brand: Brand, section: Option<Section>) -> impl IntoView {
    let visit = visit();
    let signed_in = visit.principal.is_some();
    let links = Section::of(visit.principal.as_ref())
        .map(|link| {
            let current = (section == Some(link)).then_some("page");
            view! { <li><a href=link.path() aria-current=current>{link.label()}</a></li> }
        })
        .collect_view();
    view! {
        <header class="bar">
            <div>
                <a class="home" href=if signed_in { "/organise" } else { "/" }>
                    <span class="mark" aria-hidden="true"></span>
                    {brand.name}
                </a>
                <nav aria-label=t!("shell-nav")>
                    <ul>{links}</ul>
                </nav>
                <LanguageSwitch/>
            </div>
        </header>
    }
}
