//! Pages of a network's address book.

mod below;
mod contact;
mod deletion;
mod duplicates;
mod fields;
mod import;
mod list;
mod list_query;
mod merge;
mod several;
mod table;

use leptos::prelude::*;
use model::{Contact, ContactId, NetworkId};
use ui::{
    components::{Band, Tab, Tag, Tone},
    error::AppError,
    text::t,
};

pub(crate) use contact::ContactPage;
pub(crate) use deletion::DeleteContactPage;
pub(crate) use duplicates::DuplicateContactsPage;
pub(crate) use fields::{EditContactPage, NewContactPage};
pub(crate) use import::ImportContactsPage;
pub(crate) use list::ContactsPage;
pub use list_query::ContactQuery;
pub(crate) use merge::MergeContactPage;

pub(super) use below::PageBelow;
pub(super) use table::{Rows, contact_table};

use crate::routes::param;

/// The pages of the section *Menschen*.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum PeopleTab {
    Contacts,
    Organisations,
    Lists,
}

/// The band of the pages of the section *Menschen*.
pub(super) fn people_band(network: NetworkId, current: PeopleTab) -> Band {
    let tab = |tab: PeopleTab, path: &str, label: String| {
        Tab::new(label, format!("{path}?network={network}"), tab == current)
    };
    Band {
        label: t!("contacts-tabs"),
        head: None,
        caption: t!("shell-nav-people"),
        caption_lang: None,
        page: None,
        tabs: vec![
            tab(PeopleTab::Contacts, LIST, t!("contacts-title")),
            tab(
                PeopleTab::Organisations,
                "/organise/organisations",
                t!("organisations-title"),
            ),
            tab(PeopleTab::Lists, "/organise/lists", t!("lists-title")),
        ],
    }
}

/// The path of the list.
const LIST: &str = "/organise/contacts";

/// The contact that the path names.
fn contact_of_path() -> Result<ContactId, AppError> {
    param("contact").parse().map_err(|_| AppError::NotFound)
}

/// The address of a contact's page, or of one below it.
fn path_of(network: NetworkId, contact: ContactId, below: &str) -> String {
    format!("{LIST}/{contact}{below}?network={network}")
}

/// What has to be known about a contact before it is written to.
fn state_tags(contact: &Contact) -> impl IntoView + use<> {
    let opted_out = contact.opted_out_at.map(|_| {
        view! { <Tag text=t!("contact-opted-out") tone=Tone::Warn/>" " }
    });
    let unconfirmed = contact.confirmed_at.is_none().then(|| {
        view! { <Tag text=t!("contact-unconfirmed") tone=Tone::Warn/>" " }
    });
    let registered = contact
        .is_only_registered()
        .then(|| view! { <small class="soft">{t!("contact-only-registered")}</small>" " });
    view! { {opted_out}{unconfirmed}{registered} }
}

/// The tags, as links to the contacts that have them.
fn tag_links(network: NetworkId, contact: &Contact) -> impl IntoView + use<> {
    let links = contact.tags.iter().map(|tag| {
        let href = list_query::of_tag(network, tag);
        view! { <li><a class="quiet" href=href>{tag.to_string()}</a></li> }
    });
    view! { <ul class="facts">{links.collect_view()}</ul> }
}
