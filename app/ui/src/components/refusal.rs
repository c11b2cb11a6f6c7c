//! Summaries of why a form was refused.

use leptos::prelude::*;
use planner::events::Recipients;

use super::form_context::FormContext;
use crate::{
    changes::ShownChange,
    error::AppError,
    text::{fault_text, t},
    visit::language,
};

/// The summary at the top of a form: its faults, with links to the fields. Empty and hidden while there are
/// none; the form island fills it.
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
                let text = fault_text(language(), fault);
                let to = format!("#{}", form.element_id(name));
                match form.label_of(name) {
                    Some(label) => {
                        // A question has its sign already.
                        let separator = if label.ends_with('?') { " " } else { ": " };
                        view! { <li><a href=to>{label}{separator}{text}</a></li> }.into_any()
                    }
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
            can_be_silent,
        } => {
            let silent = can_be_silent.then(|| without_notice(*recipients).into_any());
            confirmation(changes, *recipients, form, silent).into_any()
        }
        error => error.advice().into_any(),
    };
    let details = match &refused.error {
        AppError::Invalid(_) => view! { <ul>{details}</ul> }.into_any(),
        AppError::Conflict(_) | AppError::Confirm { .. } => {
            view! { <p>{refused.error.advice()}</p> {details} }.into_any()
        }
        _ => view! { <p>{details}</p> }.into_any(),
    };
    // After a conflict, the form island takes over the values: somebody else changed some of them.
    let conflict = matches!(refused.error, AppError::Conflict(_));
    let class = match &refused.error {
        // A question, not a fault.
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

/// The number of recipients of the mails about a change, their content, and the button that confirms the change.
/// The form below keeps the typed values.
fn confirmation(
    changes: &[ShownChange],
    recipients: Recipients,
    form: FormContext,
    without_notice: Option<AnyView>,
) -> impl IntoView + use<> {
    let confirmed = (recipients.confirmed > 0)
        .then(|| view! { <li>{t!("confirm-confirmed", n = recipients.confirmed)}</li> });
    let waitlisted = (recipients.waitlisted > 0)
        .then(|| view! { <li>{t!("confirm-waitlisted", n = recipients.waitlisted)}</li> });
    let moving_up = (recipients.moving_up > 0)
        .then(|| view! { <li>{t!("confirm-moving-up", n = recipients.moving_up)}</li> });
    let invited = (recipients.invited > 0)
        .then(|| view! { <li>{t!("confirm-invited", n = recipients.invited)}</li> });
    let changes = (!changes.is_empty()).then(|| {
        view! { <Changes caption=t!("form-own-changes") changes=changes.to_vec() form/> }
    });
    view! {
        <ul>{confirmed}{waitlisted}{moving_up}{invited}</ul>
        {changes}
        // The Enter key in a field clicks the first button of the form. This one does not confirm.
        <button class="unseen" tabindex="-1" aria-hidden="true"></button>
        <p class="row">
            <button class="button first" name="confirmed" value="yes">{t!("confirm-yes")}</button>
            {without_notice}
        </p>
    }
}

/// The button that saves a corrected typing error without writing about it. Whoever moves up by it is
/// written to all the same.
fn without_notice(recipients: Recipients) -> impl IntoView {
    let hint = match recipients.moving_up {
        0 => t!("confirm-silent.hint"),
        n => t!("confirm-silent-moving-up", n = n),
    };
    view! {
        <button class="button" name="confirmed" value="silent">{t!("confirm-silent")}</button>
        <span class="hint">{hint}</span>
    }
}

/// A table of changes: field, before, after.
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

/// The notice at the top of a page that has no form to show the refusal, as after a [`super::PostButton`].
#[component]
pub fn RefusalNotice(error: AppError) -> impl IntoView {
    let faults = match &error {
        AppError::Invalid(faults) => faults
            .iter()
            .map(|(_, fault)| view! { <li>{fault_text(language(), fault)}</li> })
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
