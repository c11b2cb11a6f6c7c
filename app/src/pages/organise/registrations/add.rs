//! `/organise/events/{id}/registrations/new`: adds a person by hand.

use leptos::prelude::*;
use model::{EventState, Fault, Language};
use planner::{
    Paging,
    access::{EventAccess, Organises},
    registrations::{Filter, Listing},
};
use ui::{
    components::{
        Choice, Field, Form, Hidden, InputKind, Notice, OrganisationField, PageHead, Questions,
        Radios, SubmittedBy, Tone,
    },
    error::AppError,
    forms::{refused, resubmitted},
    shell::{Page, Section, Width, page},
    text::{t, waits_for},
    visit::planner,
};

use crate::{
    api::{
        actions::AddPerson,
        authorise::organises_event,
        people::{AddPersonForm, optional},
    },
    pages::organise::event::{EventTab, event_band},
    routes::param,
};

#[component]
pub fn AddPersonPage() -> impl IntoView {
    page(async {
        let (event, access) = organises_event(&param("id"))?;
        let list = planner()
            .registration_list(&access, &Filter::default(), Paging::page(0, 1))
            .await?;
        let known = match known_address() {
            Some(address) => known_notice(&access, &address).await?,
            None => None,
        };
        let content = if list.event.state == EventState::Cancelled {
            view! { <Notice tone=Tone::Warn><p>{t!("people-none-cancelled")}</p></Notice> }
                .into_any()
        } else {
            form(&list).into_any()
        };
        let back = format!("/organise/events/{event}/registrations");
        Ok(view! {
            <Page
                title=t!("add-title")
                brand=&list.network
                section=Section::Events
                band=event_band(&list.network, &list.event, list.counts.confirmed, EventTab::Registrations)
                width=Width::Narrow
            >
                <p class="back"><a href=back>{t!("person-back")}</a></p>
                <PageHead title=t!("add-title")/>
                {known}
                {content}
            </Page>
        })
    })
}

/// The address of the form that was refused because the person is registered already.
fn known_address() -> Option<String> {
    let refused = refused()?;
    let AppError::Invalid(faults) = &refused.error else {
        return None;
    };
    let is_known = faults
        .iter()
        .any(|(field, fault)| field == "address" && *fault == Fault::Twice);
    let form = resubmitted::<AddPerson>()?;
    is_known.then_some(form.address)
}

/// A link to the registration of an address.
async fn known_notice(
    access: &EventAccess<Organises>,
    address: &str,
) -> Result<Option<impl IntoView + use<>>, AppError> {
    let address = address.trim().to_lowercase();
    let mut filter = Filter::default();
    filter.only.search.clone_from(&address);
    let found = planner()
        .registration_list(access, &filter, Paging::page(0, 10))
        .await?;
    let event = found.event.id;
    let mut rows = found.page.rows.into_iter();
    let known = rows.find(|known| known.person.address.lower() == address);
    Ok(known.map(|known| {
        let href = format!("/organise/events/{event}/registrations/{}", known.id);
        let open = view! { <a class="button" href=href>{t!("add-known.action")}</a> }.into_any();
        view! {
            <Notice tone=Tone::Warn action=open>
                <p><b>{t!("add-known", name = known.person.name())}</b></p>
            </Notice>
        }
    }))
}

/// The consequences of adding a person: seat or waiting list, and the mail.
fn forecast(list: &Listing) -> Vec<String> {
    let left = list.seats.left_for(None);
    let any_left = list
        .event
        .details
        .capacity
        .map(|capacity| capacity.saturating_sub(list.seats.taken()));
    let held: Vec<&str> = list
        .organisations
        .iter()
        .filter(|organisation| list.seats.admits(Some(&organisation.id)))
        .map(|organisation| organisation.short_name.as_str())
        .collect();
    let waits = waits_for(&list.event.details);
    let seat = match (left, any_left) {
        (None, _) => t!("add-seat"),
        (Some(1..), Some(free)) => t!("add-seat-of", free = free),
        _ if held.is_empty() => {
            t!(
                "add-waits",
                waits = waits,
                position = list.waiting.len() + 1
            )
        }
        _ => t!("add-held", waits = waits, organisations = held.join(", ")),
    };
    let mail = match list.event.state {
        EventState::Draft => t!("add-mail-later"),
        EventState::Published | EventState::Cancelled => t!("add-mail", waits = waits),
    };
    vec![seat, mail]
}

fn form(list: &Listing) -> impl IntoView + use<> {
    let form = resubmitted::<AddPerson>().unwrap_or_else(|| AddPersonForm {
        language: list.event.details.language.to_string(),
        ..AddPersonForm::default()
    });
    let (questions, language) = (list.questions.clone(), list.event.details.language);
    let forecast: Vec<_> = forecast(list)
        .into_iter()
        .map(|says| view! { <p>{says}</p> })
        .collect();
    let event = list.event.id.to_string();
    let known = list.organisations.clone();
    let back = format!("/organise/events/{event}/registrations");
    view! {
        <Notice>{forecast}</Notice>
        // The page of a refusal links to the registration that an address has already.
        <Form to=AddPerson::PATH submitted_by=SubmittedBy::Browser>
            <Hidden name="event" value=event/>
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
                    hint=t!("add-address.hint")
                />
                <OrganisationField known name=form.organisation/>
                <Radios
                    name="language"
                    label=t!("person-language")
                    value=form.language
                    choices=Choice::of(Language::ALL)
                    hint=t!("add-language.hint")
                />
            </fieldset>
            {(!questions.is_empty()).then(|| view! {
                <fieldset class="group">
                    <legend>{t!("add-answers")}</legend>
                    <p class="hint">{t!("add-answers.hint")}</p>
                    <Questions
                        questions=optional(&questions)
                        answers=form.answers
                        asked_in=language
                    />
                </fieldset>
            })}
            <div class="row">
                <button class="button first">{t!("add-go")}</button>
                <a class="button" href=back>{t!("decide-back")}</a>
            </div>
        </Form>
    }
}
