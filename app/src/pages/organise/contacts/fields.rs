//! `/organise/contacts/new` and `/organise/contacts/{contact}/edit`: the form of a contact.

use leptos::prelude::*;
use model::{ContactId, Fault, Language, NetworkId, Organisation, Tag};
use planner::{ContactFilter, Paging, access::Reads};
use ui::{
    components::{
        Area, Check, Choice, Field, Form, Hidden, InputKind, Notice, OrganisationField, Radios,
        Revision, SubmittedBy, Tone,
    },
    error::AppError,
    forms::{refused, resubmitted},
    shell::page,
    text::t,
    visit::planner,
};

use super::{PageBelow, PeopleTab, contact_of_path, list_query::of_all, path_of};
use crate::api::{
    actions::{AddContact, ChangeContact},
    authorise::network_asked_for,
    contacts::ContactForm,
};

#[component]
pub fn NewContactPage() -> impl IntoView {
    page(async {
        let (principal, network) = network_asked_for()?;
        let right = principal.organises(network)?.reads();
        let list = planner()
            .contact_list(&right, &ContactFilter::default(), Paging::page(0, 1))
            .await?;
        let form = resubmitted::<AddContact>().unwrap_or_else(|| ContactForm {
            language: list.network.language.to_string(),
            ..ContactForm::default()
        });
        let known = known_notice(&right, &form.address).await?;
        let title = t!("contact-new-title");
        let back = of_all(network);
        let stored = Stored {
            organisations: list.organisations,
            tags: list.tags,
            contact: None,
        };
        Ok(view! {
            <PageBelow
                brand=&list.network
                network
                tab=PeopleTab::Contacts
                title
                back=(back.clone(), t!("contact-back"))
            >
                {known}
                {fields(network, AddContact::PATH, form, stored, back)}
            </PageBelow>
        })
    })
}

#[component]
pub fn EditContactPage() -> impl IntoView {
    page(async {
        let (principal, network) = network_asked_for()?;
        let right = principal.organises(network)?.reads();
        let record = planner().contact_record(&right, contact_of_path()?).await?;
        let form =
            resubmitted::<ChangeContact>().unwrap_or_else(|| ContactForm::of(&record.contact));
        let known = known_notice(&right, &form.address).await?;
        let reach = (!record.history.rows.is_empty()).then(|| {
            let reach = t!("contact-edit-reach", n = record.history.rows.len());
            view! { <Notice><p>{reach}</p></Notice> }
        });
        let name = record.contact.person.name();
        let title = t!("contact-edit");
        let back = path_of(network, record.contact.id, "");
        let stored = Stored {
            organisations: record.organisations,
            tags: record.tags,
            contact: Some((record.contact.id, record.contact.revision)),
        };
        Ok(view! {
            <PageBelow
                brand=&record.network
                network
                tab=PeopleTab::Contacts
                title
                about=name.clone()
                back=(back.clone(), name)
            >
                {known}
                {reach}
                {fields(network, ChangeContact::PATH, form, stored, back)}
            </PageBelow>
        })
    })
}

/// A link to the contact that has the address already, if the form was refused because of that.
async fn known_notice(
    right: &Reads,
    address: &str,
) -> Result<Option<impl IntoView + use<>>, AppError> {
    let is_known = refused().is_some_and(|refused| match &refused.error {
        AppError::Invalid(faults) => faults
            .iter()
            .any(|(field, fault)| field == "address" && *fault == Fault::Twice),
        _ => false,
    });
    if !is_known {
        return Ok(None);
    }
    let known = planner().contact_of_address(right, address).await?;
    Ok(known.map(|known| {
        let href = path_of(right.network(), known.id, "");
        let open = view! { <a class="button" href=href>{t!("contact-known.action")}</a> };
        view! {
            <Notice tone=Tone::Warn action=open.into_any()>
                <p><b>{t!("contact-known", name = known.person.name())}</b></p>
            </Notice>
        }
    }))
}

/// What the form offers, and the contact that it changes, with its revision.
struct Stored {
    organisations: Vec<Organisation>,
    tags: Vec<Tag>,
    contact: Option<(ContactId, i64)>,
}

fn fields(
    network: NetworkId,
    to: &'static str,
    form: ContactForm,
    stored: Stored,
    back: String,
) -> impl IntoView + use<> {
    let tags: Vec<&str> = stored.tags.iter().map(Tag::as_str).collect();
    let tags_hint = if tags.is_empty() {
        t!("contact-tags.hint")
    } else {
        t!("contact-tags.known", tags = tags.join(", "))
    };
    let id = stored.contact.map(|(id, _)| id.to_string());
    let revision = stored
        .contact
        .map(|(_, current)| view! { <Revision current sent=form.revision/> });
    view! {
        // The page of a refusal links to the contact that has the address already.
        <Form to submitted_by=SubmittedBy::Browser>
            <Hidden name="network" value=network.to_string()/>
            <Hidden name="contact" value=id.unwrap_or_default()/>
            {revision}
            <fieldset class="group">
                <legend>{t!("add-person")}</legend>
                <Field name="given_name" label=t!("add-given-name") value=form.given_name required=true/>
                <Field name="family_name" label=t!("add-family-name") value=form.family_name required=true/>
                <Field
                    name="address"
                    label=t!("person-address")
                    value=form.address
                    kind=InputKind::Email
                    required=true
                />
                <OrganisationField known=stored.organisations name=form.organisation/>
                <Field name="function" label=t!("contact-function") value=form.function hint=t!("contact-function.hint")/>
                <Radios
                    name="language"
                    label=t!("person-language")
                    value=form.language
                    choices=Choice::of(Language::ALL)
                />
            </fieldset>
            <fieldset class="group">
                <legend>{t!("contact-kept")}</legend>
                <Field name="tags" label=t!("contact-tags") value=form.tags hint=tags_hint/>
                <Area name="notes" label=t!("contact-notes") value=form.notes hint=t!("contact-notes.hint") rows=4/>
                <Check
                    name="consent"
                    label=t!("contact-consent-check")
                    checked=form.consent.is_some()
                    hint=t!("contact-consent-check.hint")
                />
                <Check name="opted_out" label=t!("contact-opted-out-check") checked=form.opted_out.is_some()/>
            </fieldset>
            <div class="row">
                <button class="button first">{t!("contact-save")}</button>
                <a class="button" href=back>{t!("decide-back")}</a>
            </div>
        </Form>
    }
}
