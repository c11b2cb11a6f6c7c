//! `/organise/events/{id}/registrations/{rid}/correct`: corrects the data of a person.

use leptos::prelude::*;
use model::{EventState, Language};
use planner::registrations::PersonRecord;
use ui::{
    components::{Choice, Field, Form, Hidden, PageHead, Questions, Radios, Revision},
    error::AppError,
    forms::resubmitted,
    shell::{Page, Section, Width, page},
    text::t,
    visit::planner,
};

use crate::{
    api::{
        actions::CorrectRegistration, authorise::organises_registration, people::optional,
        personal::PersonalForm,
    },
    pages::organise::event::{EventTab, event_band},
    routes::param,
};

#[component]
pub fn CorrectPersonPage() -> impl IntoView {
    page(async {
        let (registration, access) = organises_registration(&param("registration"))?;
        let record = planner().person_record(&access).await?;
        if record.event.id.to_string() != param("id") {
            return Err(AppError::NotFound);
        }
        if !can_be_corrected(&record) {
            return Err(AppError::WrongState);
        }
        let back = format!(
            "/organise/events/{}/registrations/{registration}",
            record.event.id
        );
        let name = record.registration.person.name();
        Ok(view! {
            <Page
                title=t!("correct-title")
                brand=&record.network
                section=Section::Events
                band=event_band(&record.network, &record.event, record.taken, EventTab::Registrations)
                width=Width::Narrow
            >
                <p class="back"><a href=back.clone()>{name}</a></p>
                <PageHead title=t!("correct-title")/>
                {form(record, back)}
            </Page>
        })
    })
}

/// Whether the registration is in a state in which it can be corrected.
pub(super) fn can_be_corrected(record: &PersonRecord) -> bool {
    record.registration.state.is_active() && record.event.state != EventState::Cancelled
}

/// Address and organisation are those of the contact.
fn fixed_address(record: &PersonRecord) -> impl IntoView + use<> {
    let address = &record.registration.person.address;
    match record.contact {
        Some(contact) => {
            let edit = format!(
                "/organise/contacts/{contact}/edit?network={}",
                record.network.id
            );
            view! { <p class="hint">{t!("correct-contact")}" "<a href=edit>{t!("contact-edit")}</a></p> }
                .into_any()
        }
        None if address.is_stand_in() => ().into_any(),
        None => view! { <p class="hint">{t!("correct-fixed", address = address.as_str())}</p> }
            .into_any(),
    }
}

fn form(record: PersonRecord, back: String) -> impl IntoView {
    let fixed = fixed_address(&record);
    let registration = record.registration;
    let form =
        resubmitted::<CorrectRegistration>().unwrap_or_else(|| PersonalForm::of(&registration));
    let (questions, language) = (record.questions, record.event.details.language);
    view! {
        <Form to=CorrectRegistration::PATH>
            <Hidden name="registration" value=registration.id.to_string()/>
            <Revision current=registration.revision sent=form.revision/>
            <fieldset class="group">
                <legend>{t!("add-person")}</legend>
                <Field name="given_name" label=t!("add-given-name") value=form.given_name required=true/>
                <Field name="family_name" label=t!("add-family-name") value=form.family_name required=true/>
                <Radios
                    name="language"
                    label=t!("person-language")
                    value=form.language
                    choices=Choice::of(Language::ALL)
                    hint=t!("add-language.hint")
                />
                {fixed}
            </fieldset>
            {(!questions.is_empty()).then(|| view! {
                <fieldset class="group">
                    <legend>{t!("add-answers")}</legend>
                    <Questions
                        questions=optional(&questions)
                        answers=form.answers
                        asked_in=language
                    />
                </fieldset>
            })}
            <div class="row">
                <button class="button first">{t!("correct-go")}</button>
                <a class="button" href=back>{t!("decide-back")}</a>
            </div>
        </Form>
    }
}
