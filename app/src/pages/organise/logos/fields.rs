//! The fields of a logo.

use leptos::prelude::*;
use model::LogoRole;
use ui::{
    components::{Choice, Field, InputKind, Radios},
    text::t,
};

use crate::api::logos::LogoForm;

#[component]
pub(super) fn LogoFields(form: LogoForm) -> impl IntoView {
    view! {
        <Field
            name="name"
            label=t!("logo-name")
            value=form.name
            required=true
            hint=t!("logo-name.hint")
        />
        <Radios
            name="role"
            label=t!("logo-role")
            value=form.role
            choices=Choice::of(LogoRole::ALL)
        />
        <Field
            name="link"
            label=t!("logo-link")
            value=form.link
            kind=InputKind::Url
            hint=t!("logo-link.hint")
        />
    }
}
