//! `/registration/{token}/change`: names, language, answers.

use leptos::prelude::*;
use model::Language;
use ui::{
    components::{Choice, Field, Form, Hidden, PageHead, Questions, Radios, Revision},
    forms::resubmitted,
    shell::{Page, Width, page},
    text::t,
};

use super::{OwnRegistration, status::status};
use crate::{
    api::{actions::ChangeOwnRegistration, personal::PersonalForm},
    pages::public::facts::facts,
};

#[component]
pub fn ChangeRegistrationPage() -> impl IntoView {
    page(async {
        let mine = OwnRegistration::load().await?;
        let event = &mine.page.open.event;
        let head = view! {
            <PageHead
                title=t!("personal-change")
                kind=event.details.title.to_string()
                kind_lang=event.details.language.tag()
                facts=facts(&mine.page.open.network, event)
            />
        };
        let (brand, back) = (mine.brand(), mine.paths.page());
        let content = if mine.can_be_changed() {
            form(mine).into_any()
        } else {
            status(&mine)
        };
        Ok(view! {
            <Page title=t!("personal-change") brand width=Width::Narrow>
                <p class="back"><a href=back>{t!("personal-back")}</a></p>
                {head}
                {content}
            </Page>
        })
    })
}

fn form(mine: OwnRegistration) -> impl IntoView {
    let OwnRegistration {
        page, token, paths, ..
    } = mine;
    let (open, registration) = (page.open, page.registration);
    let form =
        resubmitted::<ChangeOwnRegistration>().unwrap_or_else(|| PersonalForm::of(&registration));
    view! {
        <Form to=ChangeOwnRegistration::PATH>
            <Hidden name="token" value=token/>
            <Revision current=registration.revision sent=form.revision/>
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
            <Radios
                name="language"
                label=t!("register-language")
                value=form.language
                choices=Choice::of(Language::ALL)
                hint=t!("register-language.hint")
            />
            <p class="hint">{t!("personal-fixed", address = registration.person.address.as_str())}</p>
            <Questions
                questions=open.questions
                answers=form.answers
                asked_in=open.event.details.language
            />
            <div class="row">
                <button class="button first">{t!("personal-save")}</button>
                <a class="button" href=paths.page()>{t!("personal-keep")}</a>
            </div>
        </Form>
    }
}
