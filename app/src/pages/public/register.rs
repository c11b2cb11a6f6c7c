//! `/events/{slug}/register`: the registration form.

use leptos::prelude::*;
use model::{ColleagueConfirmation, Network};
use planner::registrations::{Availability, OpenEvent};
use ui::{
    components::{
        Check, Field, Form, Hidden, Honeypot, InputKind, Notice, OrganisationField, PageHead,
        Questions, Tone, set_summary_label,
    },
    forms::resubmitted,
    markdown,
    paths::EventPath,
    shell::{Brand, Page, Width, page},
    text::t,
    visit::{language, planner, query, visit},
};

use super::{
    colleagues::{colleague_rows, shown_rows},
    event::cancelled,
    facts::facts,
    steps::{ExpectedOutcome, RegistrationStep, steps},
    wish_notice::{first_wishes, wish_notice},
};
use crate::{
    api::{
        actions::Register,
        colleagues::{ColleagueRow, MORE_PEOPLE},
    },
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
        let back = view! {
            <p class="back">
                <a href=paths.page()>
                    <span aria-hidden="true">"← "</span>
                    <span lang=details.language.tag()>{details.title.to_string()}</span>
                </a>
            </p>
        };
        let head = view! {
            <PageHead title=t!("register-heading") facts=facts(&open.network, &open.event)/>
        };
        let content = if availability.is_open() {
            form(open, availability).into_any()
        } else {
            closed(&open, availability).into_any()
        };
        Ok(view! {
            <Page title brand width=Width::Narrow>
                {back}
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
        Availability::ByInvitation => notice(t!("offer-by-invitation")).into_any(),
        _ => notice(t!("register-closed")).into_any(),
    }
}

fn notice(says: String) -> impl IntoView {
    view! { <Notice tone=Tone::Warn><p><b>{says}</b></p></Notice> }
}

fn form(open: OpenEvent, availability: Availability) -> impl IntoView {
    let form = resubmitted::<Register>().unwrap_or_default();
    let more = form.action == MORE_PEOPLE;
    let outcome = ExpectedOutcome::of(availability);
    let go = match outcome {
        ExpectedOutcome::WaitingList => t!("register-go-waiting"),
        ExpectedOutcome::Seat | ExpectedOutcome::Either | ExpectedOutcome::Decision => {
            t!("register-go")
        }
    };
    view! {
        {steps(RegistrationStep::Details, outcome)}
        {before(outcome)}
        {wish_notice(&open, &EventPath::current(&open.event.slug))}
        <Form to=Register::PATH>
            // The Enter key in a field clicks the first button of the form: this one registers.
            <button class="unseen" tabindex="-1" aria-hidden="true"></button>
            <Hidden name="event" value=open.event.slug.to_string()/>
            <Hidden name="key" value=query("key").unwrap_or_default()/>
            // Mails are in the language of the page that the person reads.
            <Hidden name="language" value=language().to_string()/>
            <div class="pair">
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
            </div>
            <Field
                name="address"
                label=t!("register-address")
                value=form.address
                kind=InputKind::Email
                required=true
                autocomplete="email"
                hint=t!("register-address.hint")
            />
            <OrganisationField known=open.organisations.clone() name=form.organisation/>
            <Questions
                questions=open.questions.clone()
                answers=form.answers
                asked_in=open.event.details.language
            />
            {first_wishes(&open, &form.wishes)}
            {colleagues(&open, &form.people, more)}
            {consent(&open.network, form.consent.is_some())}
            {may_be_kept(&open.network, form.may_be_kept.is_some())}
            <Honeypot/>
            <div class="stack tight">
                <button class="button first full">{go}</button>
                <p class="hint">{t!("register-next")}</p>
                {left(&open, outcome)}
            </div>
        </Form>
    }
}

/// The colleagues who are entered with the person.
fn colleagues(open: &OpenEvent, typed: &[ColleagueRow], more: bool) -> impl IntoView + use<> {
    let rows = shown_rows(typed, 0, more);
    let about = match open.event.details.colleagues {
        ColleagueConfirmation::Each => t!("colleagues-about-each"),
        ColleagueConfirmation::First => t!("colleagues-about-first"),
    };
    let has_rows = !rows.is_empty();
    let by_approval = open.event.details.is_by_approval();
    let left = open.seats.left_for(None);
    let left = left.filter(|_| has_rows && !by_approval);
    let left = left.map(|left| view! { <p class="hint">{t!("colleagues-left", n = left)}</p> });
    let asked_in = open.event.details.language;
    let rows = colleague_rows(rows, &open.questions, asked_in, more);
    view! {
        <section class="stack" aria-labelledby="colleagues">
            <h2 id="colleagues">{t!("colleagues-title")}</h2>
            <p class="hint">{about}</p>
            {left}
            {rows}
        </section>
    }
}

/// What somebody should know before they type: no seat is left, some are held for others, or organisers decide.
fn before(outcome: ExpectedOutcome) -> Option<impl IntoView> {
    let says = match outcome {
        ExpectedOutcome::Seat => return None,
        ExpectedOutcome::WaitingList => t!("register-will-wait"),
        ExpectedOutcome::Either => t!("seats-held-all"),
        ExpectedOutcome::Decision => t!("register-decision"),
    };
    Some(view! { <Notice tone=Tone::Warn><p>{says}</p></Notice> })
}

/// The number of seats that are left, in a line.
fn left(open: &OpenEvent, outcome: ExpectedOutcome) -> Option<impl IntoView + use<>> {
    let left = open
        .seats
        .left_for(None)
        .filter(|_| outcome == ExpectedOutcome::Seat)?;
    Some(view! { <p class="hint">{t!("register-left", n = left)}</p> })
}

/// The consent to be kept in the address book beyond the event, which nobody needs to give.
pub(super) fn may_be_kept(network: &Network, given: bool) -> impl IntoView + use<> {
    set_summary_label("may_be_kept", &t!("register-keep-short"));
    view! {
        <Check
            name="may_be_kept"
            label=t!("register-keep", network = network.name.as_str())
            checked=given
            hint=t!("register-keep-version", version = network.privacy_version)
        />
    }
}

/// The consent to the privacy text, with the text and its version.
fn consent(network: &Network, given: bool) -> impl IntoView + use<> {
    let href = format!("/privacy/{}", network.slug);
    let page = view! { <a href=href target="_blank">{t!("register-privacy-page")}</a> };
    let text = if network.privacy.is_empty() {
        view! { <p class="small">{page}</p> }.into_any()
    } else {
        let html = markdown::html(network.privacy.as_str());
        let lang = network.language.tag();
        view! {
            <details class="small">
                <summary>{t!("register-privacy-read")}</summary>
                <div class="prose" lang=lang inner_html=html></div>
                <p>{page}</p>
            </details>
        }
        .into_any()
    };
    // The label is a sentence, too long for the summary of faults.
    set_summary_label("consent", &t!("register-consent-short"));
    view! {
        <Hidden name="privacy_version" value=network.privacy_version.to_string()/>
        <Check
            name="consent"
            label=t!("register-consent", network = network.name.as_str())
            checked=given
            required=true
        >
            {text}
        </Check>
    }
}
