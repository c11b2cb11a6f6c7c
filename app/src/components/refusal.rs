//! Why a form was refused, summed up.

use leptos::prelude::*;
use planner::events::Recipients;

use super::form::FormContext;
use crate::{
    changes::ShownChange,
    error::AppError,
    text::{say_fault, t},
    visit::language,
};

/// At the top of a form: what is wrong, with links to the fields. Empty while nothing is; the form
/// island fills it.
#[component]
pub(super) fn FormRefusal(form: FormContext) -> impl IntoView {
    let refused = form.refused.clone();
    let Some(refused) = refused.filter(|refused| refused.error != AppError::Preview) else {
        return view! { <div class="refusal" data-refusal="form" tabindex="-1" hidden></div> }
            .into_any();
    };
    let details = match &refused.error {
        AppError::Invalid(faults) => faults
            .iter()
            .map(|(name, fault)| {
                let text = say_fault(language(), fault);
                let to = format!("#{}", form.element_id(name));
                match form.label_of(name) {
                    // A sentence one agrees to names no field; the fault says enough.
                    Some(label) if label.ends_with('.') => {
                        view! { <li><a href=to>{text}</a></li> }.into_any()
                    }
                    Some(label) => view! { <li><a href=to>{label}": "{text}</a></li> }.into_any(),
                    None => view! { <li>{text}</li> }.into_any(),
                }
            })
            .collect_view()
            .into_any(),
        AppError::Conflict(changes) => {
            view! { <Changes caption=t!("form-changes") changes=changes.clone() form/> }.into_any()
        }
        AppError::Confirm {
            changes,
            recipients,
        } => confirmation(changes, *recipients, form).into_any(),
        error => error.advice().into_any(),
    };
    let details = match &refused.error {
        AppError::Invalid(_) => view! { <ul>{details}</ul> }.into_any(),
        AppError::Conflict(_) | AppError::Confirm { .. } => {
            view! { <p>{refused.error.advice()}</p> {details} }.into_any()
        }
        _ => view! { <p>{details}</p> }.into_any(),
    };
    // The form island takes the values over, then: some are somebody else's.
    let conflict = matches!(refused.error, AppError::Conflict(_));
    let class = match &refused.error {
        // Nothing is wrong: it is a question.
        AppError::Confirm { .. } => "refusal notice warn",
        _ => "refusal notice bad",
    };
    view! {
        <div class=class data-refusal="form" data-conflict=conflict role="alert" tabindex="-1" autofocus>
            <h2>{refused.error.heading()}</h2>
            {details}
        </div>
    }
    .into_any()
}

/// Whom a change writes to, what they are told, and the button that says yes. The form below it is as
/// it was typed: whoever does not want that goes on typing.
fn confirmation(
    changes: &[ShownChange],
    recipients: Recipients,
    form: FormContext,
) -> impl IntoView + use<> {
    let confirmed = (recipients.confirmed > 0)
        .then(|| view! { <li>{t!("confirm-confirmed", n = recipients.confirmed)}</li> });
    let waitlisted = (recipients.waitlisted > 0)
        .then(|| view! { <li>{t!("confirm-waitlisted", n = recipients.waitlisted)}</li> });
    let moving_up = (recipients.moving_up > 0)
        .then(|| view! { <li>{t!("confirm-moving-up", n = recipients.moving_up)}</li> });
    let changes = (!changes.is_empty()).then(|| {
        view! { <Changes caption=t!("form-own-changes") changes=changes.to_vec() form/> }
    });
    view! {
        <ul>{confirmed}{waitlisted}{moving_up}</ul>
        {changes}
        // The return key in a field presses a form's first button: this one, which only asks again.
        <button class="unseen" tabindex="-1" aria-hidden="true"></button>
        <p class="row">
            <button class="button first" name="confirmed" value="yes">{t!("confirm-yes")}</button>
        </p>
    }
}

/// What is different: field, before, after.
#[component]
fn Changes(caption: String, changes: Vec<ShownChange>, form: FormContext) -> impl IntoView {
    let rows = changes
        .into_iter()
        .map(|change| {
            let label = form.label_of(&change.field).unwrap_or(change.field);
            view! {
                <tr>
                    <th scope="row">{label}</th>
                    <td><del>{change.before}</del></td>
                    <td><ins>{change.after}</ins></td>
                </tr>
            }
        })
        .collect_view();
    view! {
        <div class="scroll">
            <table>
                <caption class="unseen">{caption}</caption>
                <thead>
                    <tr>
                        <th scope="col">{t!("form-changes-field")}</th>
                        <th scope="col">{t!("form-changes-before")}</th>
                        <th scope="col">{t!("form-changes-after")}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
}

/// At the top of a page: why a button's form was refused, where no form on the page shows it.
#[component]
pub fn RefusalNotice(error: AppError) -> impl IntoView {
    let faults = match &error {
        AppError::Invalid(faults) => faults
            .iter()
            .map(|(_, fault)| view! { <li>{say_fault(language(), fault)}</li> })
            .collect_view(),
        _ => Vec::new(),
    };
    view! {
        <div class="refusal notice bad" data-refusal="page" role="alert" tabindex="-1" autofocus>
            <h2>{error.heading()}</h2>
            <p>{error.advice()}</p>
            {(!faults.is_empty()).then(|| view! { <ul>{faults}</ul> })}
        </div>
    }
}
