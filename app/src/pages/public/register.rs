//! `/events/{slug}/register`: the registration form.

use leptos::prelude::*;
use model::{Language, Network};
use planner::registrations::{Availability, OpenEvent};
use ui::{
    components::{
        Check, Choice, Field, Form, Hidden, Honeypot, InputKind, Notice, OrganisationChoice,
        PageHead, Radios, Tone,
    },
    forms::resubmitted,
    markdown,
    paths::EventPath,
    shell::{Brand, Page, Width, page},
    text::t,
    visit::{language, planner, query, visit},
};

use super::{
    event::{cancelled, seats},
    facts::facts,
    questions::questions,
};
use crate::{
    api::{actions::Register, registration::RegisterForm},
    routes::param,
};

#[component]
pub fn RegisterPage() -> impl IntoView {
    page(async {
        let open = planner()
            .open_event(&param("slug"), query("key").as_deref())
            .await?;
        let details = &open.event.details;
        let paths = EventPath::current(&open.event.slug);
        let availability = open.availability(visit().now);
        let title = t!("register-title", event = details.title.as_str());
        let brand = Brand::of_event(&open.network, &open.event);
        let head = view! {
            <PageHead
                title=details.title.to_string()
                lang=details.language.tag()
                kind=t!("offer-title")
                facts=facts(&open.network, &open.event)
            />
        };
        let content = if availability.is_open() {
            form(open, availability).into_any()
        } else {
            closed(&open, availability).into_any()
        };
        Ok(view! {
            <Page title brand width=Width::Narrow>
                <p class="back"><a href=paths.page()>{t!("register-back")}</a></p>
                {head}
                {content}
            </Page>
        })
    })
}

/// In place of the form, while registration is closed.
fn closed(open: &OpenEvent, availability: Availability) -> impl IntoView + use<> {
    match availability {
        Availability::Cancelled => cancelled(open).into_any(),
        Availability::NotYetOpen => notice(t!("register-not-yet")).into_any(),
        _ => notice(t!("register-closed")).into_any(),
    }
}

fn notice(says: String) -> impl IntoView {
    view! { <Notice tone=Tone::Warn><p><b>{says}</b></p></Notice> }
}

fn form(open: OpenEvent, availability: Availability) -> impl IntoView {
    let form = resubmitted::<Register>().unwrap_or_else(|| RegisterForm {
        language: language().to_string(),
        ..RegisterForm::default()
    });
    let waits = availability == Availability::WaitingList;
    view! {
        <div class="card">
            {seats(&open, availability)}
            {waits.then(|| view! { <p>{t!("register-will-wait")}</p> })}
        </div>
        <Form to=Register::PATH>
            <Hidden name="event" value=open.event.slug.to_string()/>
            <Hidden name="key" value=query("key").unwrap_or_default()/>
            <fieldset class="group">
                <legend>{t!("register-person")}</legend>
                <Field
                    name="given_name"
                    label=t!("register-given-name")
                    value=form.given_name
                    required=true
                    autocomplete="given-name"
                />
                <Field
                    name="family_name"
                    label=t!("register-family-name")
                    value=form.family_name
                    required=true
                    autocomplete="family-name"
                />
                <Field
                    name="address"
                    label=t!("register-address")
                    value=form.address
                    kind=InputKind::Email
                    required=true
                    autocomplete="email"
                    hint=t!("register-address.hint")
                />
                <OrganisationChoice
                    known=open.organisations.clone()
                    chosen=form.organisation
                    other=form.other_organisation
                />
                <Radios
                    name="language"
                    label=t!("register-language")
                    value=form.language
                    choices=Choice::of(Language::ALL)
                    hint=t!("register-language.hint")
                />
            </fieldset>
            {questions(open.questions, form.answers, open.event.details.language)}
            {consent(&open.network, form.consent.is_some())}
            <Honeypot/>
            <div class="stack tight">
                <div class="row">
                    <button class="button first">
                        {if waits { t!("register-go-waiting") } else { t!("register-go") }}
                    </button>
                </div>
                <p class="hint">{t!("register-next")}</p>
            </div>
        </Form>
    }
}

/// The consent to the privacy text, with the text and its version.
fn consent(network: &Network, given: bool) -> impl IntoView + use<> {
    let href = format!("/privacy/{}", network.slug);
    let text = (!network.privacy.is_empty()).then(|| {
        let html = markdown::html(network.privacy.as_str());
        let lang = network.language.tag();
        view! {
            <details>
                <summary>{t!("register-privacy-read")}</summary>
                <div class="prose small" lang=lang inner_html=html></div>
            </details>
        }
    });
    view! {
        <fieldset class="group">
            <legend>{t!("register-privacy")}</legend>
            <Hidden name="privacy_version" value=network.privacy_version.to_string()/>
            <Check
                name="consent"
                label=t!("register-consent", network = network.name.as_str())
                checked=given
                required=true
            />
            {text}
            <p class="small"><a href=href target="_blank">{t!("register-privacy-page")}</a></p>
        </fieldset>
    }
}
