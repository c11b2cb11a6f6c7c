//! `/organise/contacts/{contact}/merge`: two contacts beside each other, one of which stays. Without `?with=`, the
//! search for the other one.

use leptos::prelude::*;
use model::{Contact, ContactId, Line, NetworkId};
use planner::{ContactFilter, Paging, access::Reads, people::ComparedContacts};
use ui::{
    components::{Choice, DataTable, Field, Form, Hidden, InputKind, Notice, Radios, Seen, Tone},
    error::AppError,
    forms::resubmitted,
    shell::page,
    text::t,
    visit::{planner, query},
};

use super::{PageBelow, PeopleTab, contact_of_path, path_of};
use crate::api::{actions::MergeContacts, authorise::network_asked_for, contacts::MergeForm};

/// The most contacts that a search offers.
const MOST_FOUND: u32 = 20;

/// The address of the page that compares two contacts.
pub(super) fn compare_path(network: NetworkId, one: ContactId, other: ContactId) -> String {
    format!("{}&with={other}", path_of(network, one, "/merge"))
}

#[component]
pub fn MergeContactPage() -> impl IntoView {
    page(async {
        let (principal, network) = network_asked_for()?;
        let right = principal.organises(network)?.reads();
        let id = contact_of_path()?;
        let record = planner().contact_record(&right, id).await?;
        let content = match query("with") {
            Some(with) => {
                let with = with.parse().map_err(|_| AppError::NotFound)?;
                let compared = planner().compare_contacts(&right, [id, with]).await?;
                comparison(&compared).into_any()
            }
            None => search(&right, &record.contact).await?.into_any(),
        };
        let name = record.contact.person.name();
        let back = path_of(network, id, "");
        Ok(view! {
            <PageBelow
                brand=&record.network
                network
                tab=PeopleTab::Contacts
                title=t!("merge-title")
                about=name.clone()
                back=(back, name)
            >
                {content}
            </PageBelow>
        })
    })
}

/// The search for the other contact. It begins with the family name.
async fn search(right: &Reads, contact: &Contact) -> Result<impl IntoView + use<>, AppError> {
    let typed = query("search").unwrap_or_else(|| contact.person.family_name.to_string());
    let filter = ContactFilter {
        search: typed.clone(),
        ..ContactFilter::default()
    };
    let found = planner()
        .contact_list(right, &filter, Paging::page(0, MOST_FOUND))
        .await?;
    let network = right.network();
    let id = contact.id;
    let links: Vec<_> = found
        .page
        .rows
        .iter()
        .filter(|other| other.id != id)
        .map(|other| {
            let person = &other.person;
            let href = compare_path(network, id, other.id);
            let name = format!("{}, {}", person.family_name, person.given_name);
            let organisation = person.organisation_name.as_ref().map(Line::to_string);
            view! {
                <li>
                    <a href=href>{name}</a>
                    " "
                    <small class="soft address">{person.address.shown().to_owned()}</small>
                    " "
                    <small class="soft">{organisation}</small>
                </li>
            }
        })
        .collect();
    let found = if links.is_empty() {
        view! { <p class="soft">{t!("merge-nobody")}</p> }.into_any()
    } else {
        view! { <ul>{links}</ul> }.into_any()
    };
    let action = format!("/organise/contacts/{id}/merge");
    Ok(view! {
        <form class="filters" method="get" action=action role="search">
            <Hidden name="network" value=network.to_string()/>
            <Field name="search" label=t!("merge-search") value=typed kind=InputKind::Search/>
            <div class="row"><button class="button">{t!("people-find")}</button></div>
        </form>
        {found}
    })
}

fn comparison(compared: &ComparedContacts) -> impl IntoView + use<> {
    let [one, other] = &compared.contacts;
    let network = compared.network.id;
    let back = path_of(network, one.id, "");
    let form = if compared.both_at.is_empty() {
        form(compared, back).into_any()
    } else {
        let events: Vec<_> = compared
            .both_at
            .iter()
            .map(|event| {
                let href = format!("/organise/events/{}/registrations", event.id);
                view! { <li><a href=href>{event.details.title.to_string()}</a></li> }
            })
            .collect();
        view! {
            <Notice tone=Tone::Warn>
                <p><b>{t!("merge-both-at")}</b></p>
                <ul>{events}</ul>
            </Notice>
        }
        .into_any()
    };
    let caption = format!("{} – {}", one.person.name(), other.person.name());
    let headings = vec![t!("merge-field"), t!("merge-first"), t!("merge-second")];
    let rows: Vec<_> = rows(compared)
        .into_iter()
        .map(|(label, [one, other])| {
            view! { <tr><th scope="row">{label}</th><td class="words">{one}</td><td class="words">{other}</td></tr> }
        })
        .collect();
    view! {
        <DataTable caption headings stacks=true>{rows}</DataTable>
        {form}
    }
}

/// What both hold, beside each other.
fn rows(compared: &ComparedContacts) -> Vec<(String, [String; 2])> {
    let of = |value: fn(&Contact) -> String| {
        compared
            .contacts
            .each_ref()
            .map(|contact| match value(contact) {
                text if text.is_empty() => "–".to_owned(),
                text => text,
            })
    };
    vec![
        (
            t!("people-column-name"),
            of(|contact| contact.person.name()),
        ),
        (
            t!("person-address"),
            of(|contact| contact.person.address.shown().to_owned()),
        ),
        (
            t!("person-organisation"),
            of(|contact| text_of(contact.person.organisation_name.as_ref())),
        ),
        (
            t!("contact-function"),
            of(|contact| text_of(contact.function.as_ref())),
        ),
        (t!("contact-tags"), of(|contact| contact.tags.to_string())),
        (t!("contact-notes"), of(|contact| contact.notes.to_string())),
        (
            t!("merge-registrations"),
            compared.registrations.map(|number| number.to_string()),
        ),
    ]
}

fn text_of<const MOST: usize>(line: Option<&Line<MOST>>) -> String {
    line.map(Line::to_string).unwrap_or_default()
}

fn form(compared: &ComparedContacts, back: String) -> impl IntoView + use<> {
    let [one, other] = &compared.contacts;
    let form = resubmitted::<MergeContacts>().unwrap_or_default();
    let current = MergeForm::seen_of(&compared.contacts);
    let choice = |contact: &Contact| {
        let person = &contact.person;
        let label = format!("{}, {}", person.name(), person.address.shown());
        Choice::new(contact.id.to_string(), label)
    };
    let choices = vec![choice(one), choice(other)];
    let network = compared.network.id.to_string();
    let (one, other) = (one.id.to_string(), other.id.to_string());
    view! {
        <Form to=MergeContacts::PATH>
            <Hidden name="network" value=network/>
            <Hidden name="contact" value=one/>
            <Hidden name="with" value=other/>
            <Seen current sent=form.seen/>
            <Radios
                name="keep"
                label=t!("merge-keep")
                value=form.keep
                choices
                hint=t!("merge-keep.hint")
                required=true
            />
            <div class="row">
                <button class="button first">{t!("merge-go")}</button>
                <a class="button" href=back>{t!("decide-back")}</a>
            </div>
        </Form>
    }
}
