//! `/organise/contacts/{contact}/delete`: what is deleted with a contact, and what stays.

use leptos::prelude::*;
use planner::people::ContactRecord;
use ui::{
    components::{ConfirmNotice, Form, Hidden, Notice, Tone, set_summary_label},
    shell::page,
    text::t,
    visit::{planner, visit},
};

use super::{PageBelow, PeopleTab, contact_of_path, path_of};
use crate::api::{actions::DeleteContact, authorise::network_asked_for};

#[component]
pub fn DeleteContactPage() -> impl IntoView {
    page(async {
        let (principal, network) = network_asked_for()?;
        let right = principal.organises(network)?.reads();
        let record = planner().contact_record(&right, contact_of_path()?).await?;
        let name = record.contact.person.name();
        let expected: Vec<_> = record.expected(visit().now).collect();
        let content = if expected.is_empty() {
            confirm(&record).into_any()
        } else {
            let events: Vec<_> = expected
                .iter()
                .map(|registered| {
                    let href = format!(
                        "/organise/events/{}/registrations/{}",
                        registered.event.id, registered.registration.id
                    );
                    let title = registered.event.details.title.to_string();
                    view! { <li><a href=href>{title}</a></li> }
                })
                .collect();
            let says = t!("contact-expected", name = name.as_str());
            view! {
                <Notice tone=Tone::Warn>
                    <p><b>{says}</b></p>
                    <ul>{events}</ul>
                    <p>{t!("contact-expected.advice")}</p>
                </Notice>
            }
            .into_any()
        };
        let back = path_of(network, record.contact.id, "");
        Ok(view! {
            <PageBelow
                brand=&record.network
                network
                tab=PeopleTab::Contacts
                title=t!("contact-delete")
                about=name.clone()
                back=(back, name)
            >
                {content}
            </PageBelow>
        })
    })
}

fn confirm(record: &ContactRecord) -> impl IntoView + use<> {
    let name = record.contact.person.name();
    let mut consequences = vec![t!("contact-delete-gone")];
    if !record.history.rows.is_empty() {
        consequences.push(t!("contact-delete-stays", n = record.history.rows.len()));
    }
    let (network, contact) = (record.network.id, record.contact.id.to_string());
    let back = path_of(network, record.contact.id, "");
    view! {
        <ConfirmNotice title=t!("contact-delete-question", name = name) tone=Tone::Bad consequences>
            <Form to=DeleteContact::PATH>
                {set_summary_label("contact", &t!("contact-delete"))}
                <Hidden name="network" value=network.to_string()/>
                <Hidden name="contact" value=contact/>
                <div class="row">
                    <button class="button harm">{t!("contact-delete-go")}</button>
                    <a class="button" href=back>{t!("decide-back")}</a>
                </div>
            </Form>
        </ConfirmNotice>
    }
}
