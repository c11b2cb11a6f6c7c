//! `/organise/events/{id}/registrations/{rid}`: the data, mails and decisions of one
//! registration.

use jiff::{Timestamp, tz::TimeZone};
use leptos::prelude::*;
use model::{Answer, EventState, RegistrationState, Source};
use planner::registrations::PersonRecord;
use ui::{
    components::{Notice, PageHead, Tone},
    dates::dates,
    error::AppError,
    forms::last_result,
    shell::{Page, Section, page},
    text::{Named, state_name, t, waits_for},
    visit::{language, planner, visit},
};

use super::{
    address_text,
    correct::can_be_corrected,
    decide::{decision_dialog, decisions, requested_dialog},
    history::history,
    state_tag,
};
use crate::{
    api::authorise::reads_registration,
    pages::organise::{
        event::{EventTab, event_band},
        outgoing::stopped_notice,
    },
    routes::param,
};

#[component]
pub fn PersonPage() -> impl IntoView {
    page(async {
        let access = reads_registration(&param("registration"))?;
        let record = planner().person_record(&access).await?;
        let network = record.network.id;
        let may_decide = visit().signed_in()?.organises(network).is_ok();
        if record.event.id.to_string() != param("id") {
            return Err(AppError::NotFound);
        }
        let zone = record.network.time_zone.rules().clone();
        let list = format!("/organise/events/{}/registrations", record.event.id);
        let name = record.registration.person.name();
        let address = &record.registration.person.address;
        let this = format!("{list}/{}", record.registration.id);
        let stopped = record
            .stopped
            .clone()
            .map(|reason| stopped_notice(network, address.as_str(), reason, &this));
        let workshops = record.has_assignment.then(|| {
            let href = format!(
                "/organise/events/{}/workshops/assignment/{}",
                record.event.id, record.registration.id
            );
            view! { <a class="button" href=href>{t!("person-workshops")}</a> }.into_any()
        });
        let can_be_written_to = may_decide
            && record.event.state != EventState::Draft
            && record.registration.state != RegistrationState::Pending
            && !address.is_stand_in();
        let write = can_be_written_to.then(|| {
            let event = record.event.id;
            let person = record.registration.id;
            let href = format!("/organise/events/{event}/messages/new?person={person}");
            view! { <a class="button" href=href>{t!("person-write")}</a> }
        });
        let actions = view! { {workshops}{write} }.into_any();
        let position = record
            .position
            .and_then(|position| usize::try_from(position).ok());
        let details = &record.event.details;
        let state = state_tag(record.registration.state, details, position);
        let dialog = requested_dialog().filter(|_| may_decide);
        let decision_dialog = dialog.and_then(|dialog| decision_dialog(&record, dialog));
        let offered = (may_decide && decision_dialog.is_none()).then(|| decisions(&record));
        Ok(view! {
            <Page
                title=name.clone()
                brand=&record.network
                section=Section::Events
                band=event_band(&record.network, &record.event, record.taken, EventTab::Registrations)
            >
                <p class="back"><a href=list>{t!("person-back")}</a></p>
                <PageHead title=name state=state.into_any() actions=Some(actions)/>
                {done(&record)}
                {stopped}
                {decision_dialog}
                <div class="cols">
                    <div class="stack">
                        {data(&record, may_decide, &zone)}
                        {history(&record.history, may_decide, &zone)}
                    </div>
                    {offered}
                </div>
            </Page>
        })
    })
}

/// The notice about the last action and its mail.
fn done(record: &PersonRecord) -> Option<impl IntoView + use<>> {
    let registration = &record.registration;
    let (says, error) = match (last_result()?.as_str(), registration.state) {
        ("added", RegistrationState::Confirmed) => (t!("person-added-seat"), true),
        ("added", RegistrationState::Waitlisted) => {
            let waits = waits_for(&record.event.details);
            (t!("person-added-waiting", waits = waits), true)
        }
        ("confirmed", RegistrationState::Confirmed) => (t!("person-confirmed"), true),
        ("declined", RegistrationState::Declined) => (t!("person-declined"), true),
        ("cancelled", RegistrationState::Cancelled) => (t!("person-cancelled"), true),
        ("corrected", _) => (t!("person-corrected"), false),
        // A bookmarked URL may name an action that the state no longer fits.
        _ => return None,
    };
    let mail = if !error {
        t!("person-corrected.mail")
    } else if registration.person.address.is_stand_in() {
        t!("person-no-address-no-mail")
    } else if record.event.state == EventState::Draft {
        t!("person-no-mail-yet")
    } else {
        t!(
            "person-mail-goes",
            address = registration.person.address.as_str()
        )
    };
    Some(view! {
        <Notice tone=Tone::Good>
            <p><b>{says}</b></p>
            <p>{mail}</p>
        </Notice>
    })
}

/// The data of the person.
fn data(record: &PersonRecord, may_decide: bool, zone: &TimeZone) -> impl IntoView + use<> {
    let registration = &record.registration;
    let person = &registration.person;
    let moment = |at: Timestamp| dates().moment(at.to_zoned(zone.clone()).datetime());
    let organisation = match (&person.organisation_name, person.organisation) {
        (Some(name), Some(_)) => name.to_string(),
        (Some(name), None) => t!("person-organisation-free", name = name.as_str()),
        (None, _) => "–".to_owned(),
    };
    let source = match registration.source {
        Source::Form => t!("person-source-form"),
        Source::Organiser => t!("person-source-organiser"),
        Source::Import => t!("person-source-import"),
    };
    let consent = match registration.consent {
        Some((version, at)) => t!("person-consent-given", when = moment(at), version = version),
        None => t!("person-consent-none"),
    };
    let state = state_name(registration.state, &record.event.details, language());
    let since = (registration.state_changed_at != registration.created_at).then(|| {
        view! {
            <dt>{t!("person-since", state = state)}</dt>
            <dd>{moment(registration.state_changed_at)}</dd>
        }
    });
    let correct = (may_decide && can_be_corrected(record)).then(|| {
        let path = format!(
            "/organise/events/{}/registrations/{}/correct",
            record.event.id, registration.id
        );
        view! { <p><a href=path>{t!("correct-title")}</a></p> }
    });
    let sees_contacts = visit()
        .signed_in()
        .is_ok_and(|principal| principal.reads(record.network.id).is_ok());
    let contact = record.contact.filter(|_| sees_contacts).map(|contact| {
        let href = format!("/organise/contacts/{contact}?network={}", record.network.id);
        let other = record.contact_name.as_ref();
        let other = other.filter(|name| **name != person.name());
        let other =
            other.map(|name| view! { <p>{t!("person-contact-named", name = name.as_str())}</p> });
        view! { {other}<p><a href=href>{t!("person-contact")}</a></p> }
    });
    let address = if person.address.is_stand_in() {
        view! { {address_text(&person.address)} }.into_any()
    } else {
        let mailto = format!("mailto:{}", person.address);
        view! { <a href=mailto>{person.address.to_string()}</a> }.into_any()
    };
    let answers = (!record.questions.is_empty()).then(|| {
        view! {
            <section class="card" aria-labelledby="answers">
                <h2 id="answers">{t!("person-answers")}</h2>
                <dl class="values">{answers(record)}</dl>
            </section>
        }
    });
    view! {
        <section class="card" aria-labelledby="data">
            <h2 id="data">{t!("person-data")}</h2>
            <dl class="values">
                <dt>{t!("person-address")}</dt>
                <dd class="address">{address}</dd>
                <dt>{t!("person-organisation")}</dt>
                <dd>{organisation}</dd>
                <dt>{t!("person-language")}</dt>
                <dd>{person.language.name()}</dd>
            </dl>
            {correct}
            {contact}
        </section>
        {answers}
        <section class="card" aria-labelledby="registration">
            <h2 id="registration">{t!("person-registration")}</h2>
            <dl class="values">
                <dt>{t!("person-registered")}</dt>
                <dd>{moment(registration.created_at)}", "{source}</dd>
                {since}
                <dt>{t!("person-consent")}</dt>
                <dd>{consent}</dd>
            </dl>
        </section>
    }
}

fn answers(record: &PersonRecord) -> impl IntoView + use<> {
    let lang = record.event.details.language.tag();
    record
        .questions
        .iter()
        .map(|question| {
            let answer = record
                .registration
                .answers
                .get(question.id)
                .and_then(Answer::shown);
            view! {
                <dt lang=lang>{question.label.to_string()}</dt>
                <dd class="words">{answer.unwrap_or_else(|| "–".to_owned())}</dd>
            }
        })
        .collect_view()
}
