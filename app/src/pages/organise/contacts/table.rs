//! The table of contacts, of the address book and of a distribution list.

use leptos::prelude::*;
use model::{Contact, Line};
use ui::{
    components::{DataTable, MAIN_FORM_ID},
    text::t,
};

use super::{path_of, state_tags, tag_links};

/// Whether the rows of a table can be chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::pages::organise) enum Rows<'c> {
    /// Each has a box, sent as `contacts[]` by the first form of the page, wherever that stands: paper has the table,
    /// and no form. Those of these ids are ticked.
    Chosen(&'c [String]),
    Shown,
}

pub(in crate::pages::organise) fn contact_table(
    contacts: &[Contact],
    rows: Rows<'_>,
) -> impl IntoView + use<> {
    let mut headings = vec![
        t!("people-column-name"),
        t!("people-column-organisation"),
        t!("contact-function"),
        t!("contact-tags"),
        t!("contacts-column-state"),
    ];
    if rows != Rows::Shown {
        headings.push(t!("contacts-column-choose"));
    }
    let rows: Vec<_> = contacts.iter().map(|contact| row(contact, rows)).collect();
    view! { <DataTable caption=t!("contacts-title") headings stacks=true>{rows}</DataTable> }
}

fn row(contact: &Contact, rows: Rows<'_>) -> impl IntoView + use<> {
    let person = &contact.person;
    let href = path_of(contact.network, contact.id, "");
    let name = format!("{}, {}", person.family_name, person.given_name);
    let organisation = person.organisation_name.as_ref().map(Line::to_string);
    let chosen = match rows {
        Rows::Chosen(chosen) => Some(chosen.contains(&contact.id.to_string())),
        Rows::Shown => None,
    };
    let choice = chosen.map(|checked| {
        let label = t!("contacts-choose", name = name.as_str());
        view! {
            <td data-heading=t!("contacts-column-choose")>
                <input
                    type="checkbox"
                    name="contacts[]"
                    value=contact.id.to_string()
                    form=MAIN_FORM_ID
                    checked=checked
                    aria-label=label
                />
            </td>
        }
    });
    view! {
        <tr>
            <th scope="row">
                <a href=href>{name}</a>
                <br/>
                <small class="soft address">{person.address.shown().to_owned()}</small>
            </th>
            <td>{organisation}</td>
            <td>{contact.function.as_ref().map(Line::to_string)}</td>
            <td>{(!contact.tags.is_empty()).then(|| tag_links(contact.network, contact))}</td>
            <td>{state_tags(contact)}</td>
            {choice}
        </tr>
    }
}
