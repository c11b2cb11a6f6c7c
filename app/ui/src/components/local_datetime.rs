//! The field of a local date and time.

use leptos::prelude::*;
use model::Fault;

use super::{
    choice::{Choice, Select},
    field::{Field, InputKind},
    form_context::FormContext,
};
use crate::{
    error::AppError,
    text::{named_clock, t},
    visit::language,
};

/// A date, a time of day, and a choice of two instants when clocks go back. The inputs are
/// `{name}_date`, `{name}_time` and `{name}_which`.
#[component]
pub fn LocalDateTimeField(
    name: &'static str,
    /// What the date and time are of.
    #[prop(into)]
    label: String,
    #[prop(into)] date: String,
    #[prop(into)] time: String,
    #[prop(into)] which: String,
    #[prop(optional)] required: bool,
    /// Whether the time is required, though the date is not.
    #[prop(optional)]
    time_required: bool,
    #[prop(optional, into)] hint: String,
) -> impl IntoView {
    let form = FormContext::current();
    // A conflict names date and time as one field.
    form.register_field(name, &label);
    for (part, word) in [
        ("date", t!("local-datetime-date")),
        ("time", t!("local-datetime-time")),
    ] {
        form.register_field(&format!("{name}_{part}"), &format!("{label}, {word}"));
    }
    let optional = (!required && !time_required)
        .then(|| view! { " "<span class="optional">{t!("form-optional")}</span> });
    let hint = (!hint.is_empty()).then(|| view! { <p class="hint">{hint}</p> });
    view! {
        <fieldset class="moment">
            <legend>{label}{optional}</legend>
            <div class="row">
                <Field
                    name=format!("{name}_date")
                    label=t!("local-datetime-date")
                    value=date
                    kind=InputKind::Date
                    required=required
                />
                <Field
                    name=format!("{name}_time")
                    label=t!("local-datetime-time")
                    value=time
                    kind=InputKind::Time
                    required=required || time_required
                />
            </div>
            <WhichOfTwo name=format!("{name}_which") value=which/>
            {hint}
        </fieldset>
    }
}

/// The choice of two instants when clocks go back. Nothing, unless the form was refused because of it or has a value.
#[component]
pub fn WhichOfTwo(
    #[prop(into)] name: String,
    /// `first`, `second`, or empty.
    #[prop(into)]
    value: String,
) -> impl IntoView {
    let asked = which_of_two(&FormContext::current(), &name);
    let choice = (asked.is_some() || !value.is_empty()).then(|| {
        let (first, second) =
            asked.unwrap_or_else(|| (t!("local-datetime-first"), t!("local-datetime-second")));
        let choices = vec![Choice::new("first", first), Choice::new("second", second)];
        view! {
            <Select
                name=name.clone()
                label=t!("local-datetime-which")
                value
                choices
                none=t!("local-datetime-which-none")
                required=true
                hint=t!("local-datetime-which.hint")
            />
        }
    });
    view! { <div data-asks=name>{choice}</div> }
}

/// The two instants that the refusal asks to choose from.
fn which_of_two(form: &FormContext, name: &str) -> Option<(String, String)> {
    let refused = form.refused.as_ref()?;
    let AppError::Invalid(faults) = &refused.error else {
        return None;
    };
    faults.iter().find_map(|(field, fault)| match fault {
        Fault::TwiceTime { first, second } if field == name => Some((
            named_clock(language(), first),
            named_clock(language(), second),
        )),
        _ => None,
    })
}
