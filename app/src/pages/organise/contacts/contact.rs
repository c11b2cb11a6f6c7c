//! `/organise/contacts/{contact}`: what is known about a contact, and the events that the person registered for.

use jiff::{Timestamp, tz::TimeZone};
use leptos::prelude::*;
use model::{Contact, Line};
use planner::people::{ContactRecord, RegisteredFor};
use ui::{
    components::{DataTable, Notice, PageHead, Tone},
    dates::dates,
    forms::last_result,
    shell::{Page, Section, page},
    text::{Named, t},
    visit::planner,
};

use super::{
    PeopleTab, contact_of_path, list_query::of_all, path_of, people_band, state_tags, tag_links,
};
use crate::{
    api::authorise::network_asked_for,
    pages::organise::{registrations::state_tag, unreadable::unreadable_rows},
};

#[component]
pub fn ContactPage() -> impl IntoView {
    page(async {
        let (principal, network) = network_asked_for()?;
        let right = principal.reads(network)?;
        let may_change = principal.organises(network).is_ok();
        let record = planner().contact_record(&right, contact_of_path()?).await?;
        let zone = record.network.time_zone.rules().clone();
        let name = record.contact.person.name();
        let [edit, merge, delete] =
            ["/edit", "/merge", "/delete"].map(|below| path_of(network, record.contact.id, below));
        let actions = may_change.then(|| {
            view! {
                <a class="button" href=edit>{t!("contact-edit")}</a>
                <a class="button" href=merge>{t!("merge-with")}</a>
                <a class="button harm" href=delete>{t!("contact-delete.ask")}</a>
            }
            .into_any()
        });
        let done = match last_result().as_deref() {
            Some("added") => Some(t!("contact-added")),
            Some("merged") => Some(t!("merge-done")),
            Some("changed") => Some(t!("contact-changed")),
            _ => None,
        };
        let all = of_all(network);
        Ok(view! {
            <Page
                title=name.clone()
                brand=&record.network
                section=Section::People
                band=people_band(network, PeopleTab::Contacts).on_page(name.clone())
            >
                <p class="back"><a href=all>{t!("contact-back")}</a></p>
                <PageHead title=name state=state_tags(&record.contact).into_any() actions/>
                {done.map(|done| view! { <Notice tone=Tone::Good><p>{done}</p></Notice> })}
                <div class="stack">
                    {data(&record.contact, &zone)}
                    {history(&record)}
                </div>
            </Page>
        })
    })
}

fn data(contact: &Contact, zone: &TimeZone) -> impl IntoView + use<> {
    let person = &contact.person;
    let moment = |at: Timestamp| dates().moment(at.to_zoned(zone.clone()).datetime());
    let address = if person.address.is_stand_in() {
        t!("person-no-address").into_any()
    } else {
        let mailto = format!("mailto:{}", person.address);
        view! { <a href=mailto>{person.address.to_string()}</a> }.into_any()
    };
    let organisation = match (&person.organisation_name, person.organisation) {
        (Some(name), Some(id)) => {
            let href = format!("/organise/organisations/{id}?network={}", contact.network);
            view! { <a href=href>{name.to_string()}</a> }.into_any()
        }
        (Some(name), None) => t!("person-organisation-free", name = name.as_str()).into_any(),
        (None, _) => "–".into_any(),
    };
    let function = contact.function.as_ref().map(Line::to_string);
    let consent = match contact.consent {
        Some((version, at)) => t!("person-consent-given", when = moment(at), version = version),
        None => t!("contact-consent-none"),
    };
    let invitations = match contact.opted_out_at {
        Some(at) => t!("contact-invitations-none", when = moment(at)),
        None => t!("contact-invitations-wanted"),
    };
    let tags = if contact.tags.is_empty() {
        "–".into_any()
    } else {
        tag_links(contact.network, contact).into_any()
    };
    let notes = (!contact.notes.is_empty()).then(|| {
        view! {
            <h2>{t!("contact-notes")}</h2>
            <p class="words">{contact.notes.to_string()}</p>
        }
    });
    view! {
        <section class="card stack" aria-labelledby="data">
            <h2 id="data">{t!("person-data")}</h2>
            <dl class="values">
                <dt>{t!("person-address")}</dt>
                <dd class="address">{address}</dd>
                <dt>{t!("person-organisation")}</dt>
                <dd>{organisation}</dd>
                <dt>{t!("contact-function")}</dt>
                <dd>{function.unwrap_or_else(|| "–".to_owned())}</dd>
                <dt>{t!("person-language")}</dt>
                <dd>{person.language.name()}</dd>
                <dt>{t!("contact-tags")}</dt>
                <dd>{tags}</dd>
                <dt>{t!("contact-since")}</dt>
                <dd>{moment(contact.created_at)}", "{contact.source.name()}</dd>
                <dt>{t!("contact-consent")}</dt>
                <dd>{consent}</dd>
                <dt>{t!("contact-invitations")}</dt>
                <dd>{invitations}</dd>
            </dl>
            {notes}
        </section>
    }
}

/// The events that the person registered for, the latest first.
fn history(record: &ContactRecord) -> impl IntoView + use<> {
    let name = record.contact.person.name();
    let rows = record.history.rows.iter();
    let rows: Vec<_> = rows.map(|registered| row(registered, &name)).collect();
    let content = if rows.is_empty() {
        view! { <p class="soft">{t!("contact-history-none")}</p> }.into_any()
    } else {
        let headings = vec![
            t!("events-column-event"),
            t!("contact-history-when"),
            t!("people-column-state"),
        ];
        view! { <DataTable caption=t!("contact-history") headings stacks=true>{rows}</DataTable> }
            .into_any()
    };
    view! {
        <section class="stack">
            <h2>{t!("contact-history")}</h2>
            {unreadable_rows(&record.history.unreadable)}
            {content}
        </section>
    }
}

fn row(registered: &RegisteredFor, contact: &str) -> impl IntoView + use<> {
    let RegisteredFor {
        event,
        registration,
    } = registered;
    let href = format!(
        "/organise/events/{}/registrations/{}",
        event.id, registration.id
    );
    let details = &event.details;
    // The same mailbox, under another name.
    let name = registration.person.name();
    let name = (name != contact).then(|| {
        view! { <br/><small class="soft">{t!("contact-history-name", name = name)}</small> }
    });
    view! {
        <tr>
            <th scope="row"><a href=href lang=details.language.tag()>{details.title.to_string()}</a>{name}</th>
            <td>{dates().event(details, &details.time_zone)}</td>
            <td>{state_tag(registration.state, details, None)}</td>
        </tr>
    }
}
