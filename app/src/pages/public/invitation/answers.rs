//! The forms of the answers. Each is a form, since opening a page answers nothing.

use leptos::prelude::*;
use planner::invitations::InvitationPage as Invited;
use ui::{
    components::{Field, Form, Hidden, InputKind, PostButton, Questions},
    forms::resubmitted,
    text::{t, waits_for},
};

use crate::{
    api::{
        actions::{AcceptInvitation, DeclineInvitation, NameSubstitute},
        invitation::AcceptInvitationForm,
    },
    pages::public::register::may_be_kept,
};

/// The form with which the person comes: with the questions of the event, and the names where somebody else had entered
/// them. One button if nothing is asked.
pub(super) fn accept(invited: &Invited, token: &str, class: &'static str) -> AnyView {
    let open = &invited.open;
    let person = &invited.contact.person;
    let asks_names = invited.contact.confirmed_at.is_none();
    let form = resubmitted::<AcceptInvitation>().unwrap_or_else(|| AcceptInvitationForm {
        given_name: person.given_name.to_string(),
        family_name: person.family_name.to_string(),
        ..AcceptInvitationForm::default()
    });
    let (label, waits) = if open.seats.admits(person.organisation.as_ref()) {
        (t!("invitation-yes"), None)
    } else {
        let waits = waits_for(&open.event.details);
        let says = view! { <p>{t!("invitation-full", waits = waits)}</p> };
        (t!("invitation-yes-waiting", waits = waits), Some(says))
    };
    // Whoever has agreed before is not asked again.
    let keep = invited.contact.consent.is_none();
    let keep = keep.then(|| may_be_kept(&open.network, form.may_be_kept.is_some()));
    let privacy = format!("/privacy/{}", open.network.slug);
    let privacy_version = open.network.privacy_version.to_string();
    let (questions, asked_in) = (open.questions.clone(), open.event.details.language);
    let token = token.to_owned();
    view! {
        <Form to=AcceptInvitation::PATH>
            <Hidden name="token" value=token/>
            <Hidden name="privacy_version" value=privacy_version/>
            {waits}
            {asks_names.then(|| names(form.given_name, form.family_name))}
            <Questions questions answers=form.answers asked_in/>
            {keep}
            <div class="stack tight">
                <button class=class>{label}</button>
                <p class="hint">
                    {t!("invitation-consent")}" "
                    <a href=privacy target="_blank">{t!("register-privacy-page")}</a>
                </p>
            </div>
        </Form>
    }
    .into_any()
}

/// The names, where somebody else had entered them.
fn names(given_name: String, family_name: String) -> impl IntoView {
    view! {
        <Hidden name="names" value=AcceptInvitationForm::ASKS_NAMES/>
        <div class="pair">
            <Field
                name="given_name"
                label=t!("register-given-name")
                value=given_name
                required=true
                autocomplete="given-name"
            />
            <Field
                name="family_name"
                label=t!("register-family-name")
                value=family_name
                required=true
                autocomplete="family-name"
            />
        </div>
    }
}

/// The button of a refusal.
pub(super) fn decline(token: &str, label: String) -> AnyView {
    decline_as(token, label, "button")
}

pub(super) fn decline_as(token: &str, label: String, class: &'static str) -> AnyView {
    view! {
        <PostButton
            to=DeclineInvitation::PATH
            label
            fields=vec![("token", token.to_owned())]
            class
        />
    }
    .into_any()
}

/// The button that opens the registration of somebody who has accepted. It makes a new link, so it is a form.
pub(super) fn open_registration(token: &str) -> AnyView {
    view! {
        <PostButton
            to=AcceptInvitation::PATH
            label=t!("invitation-open")
            fields=vec![("token", token.to_owned())]
            class="button first"
        />
    }
    .into_any()
}

/// The form with which somebody names who comes instead.
pub(super) fn name_substitute(token: &str) -> impl IntoView + use<> {
    let form = resubmitted::<NameSubstitute>().unwrap_or_default();
    let token = token.to_owned();
    view! {
        <section class="card stack" aria-labelledby="substitute">
            <h2 id="substitute">{t!("invitation-substitute")}</h2>
            <p class="soft">{t!("invitation-substitute.about")}</p>
            <Form to=NameSubstitute::PATH>
                <Hidden name="token" value=token/>
                <div class="pair">
                    <Field
                        name="given_name"
                        label=t!("register-given-name")
                        value=form.given_name
                        required=true
                    />
                    <Field
                        name="family_name"
                        label=t!("register-family-name")
                        value=form.family_name
                        required=true
                    />
                </div>
                <Field
                    name="address"
                    label=t!("register-address")
                    value=form.address
                    kind=InputKind::Email
                    required=true
                />
                <div class="row"><button class="button first">{t!("invitation-substitute-go")}</button></div>
            </Form>
        </section>
    }
}
