//! Fields with choices.

use leptos::prelude::*;

use super::field::FieldParts;
use crate::text::Named;

/// A choice of a field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    /// The value that is sent.
    pub value: String,
    /// The label.
    pub label: String,
}

impl Choice {
    pub fn new(value: impl Into<String>, label: impl Into<String>) -> Self {
        Self {
            value: value.into(),
            label: label.into(),
        }
    }

    /// The values of an enum of the model, with their display names.
    pub fn of<N: Named + ToString>(values: &[N]) -> Vec<Self> {
        values
            .iter()
            .map(|value| Self::new(value.to_string(), value.name()))
            .collect()
    }
}

/// One of many choices: a drop-down list.
#[component]
pub fn Select(
    #[prop(into)] name: String,
    #[prop(into)] label: String,
    #[prop(optional, into)] value: String,
    choices: Vec<Choice>,
    /// The label of the empty choice. `None` leaves the choice out.
    #[prop(optional, into)]
    none: String,
    #[prop(optional, into)] hint: String,
    #[prop(optional)] required: bool,
    /// Whether the label leaves out that the choice is optional.
    #[prop(optional)]
    unmarked: bool,
) -> impl IntoView {
    let mut parts = FieldParts::new(&name, &label, &hint, required);
    if !none.is_empty() && !unmarked {
        parts.mark_optional();
    }
    let none = (!none.is_empty()).then(|| view! { <option value="">{none}</option> });
    let lang = parts.lang;
    let options = choices
        .into_iter()
        .map(|choice| {
            let selected = choice.value == value;
            view! { <option value=choice.value selected=selected lang=lang>{choice.label}</option> }
        })
        .collect_view();
    let input = view! {
        <select
            id=parts.id.clone()
            name=name
            required=required
            aria-describedby=parts.described_by()
            aria-invalid=parts.invalid()
        >
            {none}
            {options}
        </select>
    };
    parts.wrap(input)
}

/// A checkbox. Sends `on`, or nothing.
#[component]
pub fn Check(
    #[prop(into)] name: String,
    /// The label; may contain links.
    #[prop(into)]
    label: String,
    #[prop(optional)] checked: bool,
    #[prop(optional, into)] hint: String,
    #[prop(optional)] required: bool,
    /// Content below the label, such as a link to the text that is agreed to.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let parts = FieldParts::new(&name, &label, &hint, required);
    view! {
        <div class="field check">
            <input
                id=parts.id.clone()
                type="checkbox"
                name=name
                value="on"
                checked=checked
                required=required
                aria-describedby=parts.described_by()
                aria-invalid=parts.invalid()
            />
            <label for=parts.id.clone()>{parts.label_text()}</label>
            {children.map(|children| children())}
            {parts.fault_text()}
            {parts.hint_text()}
        </div>
    }
}

/// One of a few choices: radio buttons.
#[component]
pub fn Radios(
    #[prop(into)] name: String,
    #[prop(into)] label: String,
    #[prop(optional, into)] value: String,
    choices: Vec<Choice>,
    #[prop(optional, into)] hint: String,
    #[prop(optional)] required: bool,
) -> impl IntoView {
    let mut parts = FieldParts::new(&name, &label, &hint, required);
    if choices.iter().any(|choice| choice.value.is_empty()) {
        parts.mark_optional();
    }
    let chosen = move |choice: &Choice| choice.value == value;
    group(&parts, "radio", &name, choices, chosen)
}

/// Several of a few choices: checkboxes. Sends each by the field's name with `[]`: `topics[]=a&topics[]=b`.
#[component]
pub fn Checks(
    /// The name without `[]`.
    #[prop(into)]
    name: String,
    #[prop(into)] label: String,
    #[prop(optional)] values: Vec<String>,
    choices: Vec<Choice>,
    #[prop(optional, into)] hint: String,
    #[prop(optional)] required: bool,
) -> impl IntoView {
    let mut parts = FieldParts::new(&name, &label, &hint, required);
    parts.mark_optional();
    let chosen = move |choice: &Choice| values.contains(&choice.value);
    group(&parts, "checkbox", &format!("{name}[]"), choices, chosen)
}

fn group(
    parts: &FieldParts,
    input_type: &'static str,
    name: &str,
    choices: Vec<Choice>,
    chosen: impl Fn(&Choice) -> bool,
) -> AnyView {
    let choices = choices
        .into_iter()
        .enumerate()
        .map(|(place, choice)| {
            // The first has the field's id, the target of the link in the summary of faults.
            let id = match place {
                0 => parts.id.clone(),
                place => format!("{}-{place}", parts.id),
            };
            let checked = chosen(&choice);
            // The empty choice is a text of the page, in the page's language.
            let lang = parts.lang.filter(|_| !choice.value.is_empty());
            view! {
                <div class="choice">
                    <input
                        id=id.clone()
                        type=input_type
                        name=name.to_owned()
                        value=choice.value
                        checked=checked
                        aria-invalid=parts.invalid()
                    />
                    <label for=id lang=lang>{choice.label}</label>
                </div>
            }
        })
        .collect_view();
    view! {
        <fieldset class="field" aria-describedby=parts.described_by()>
            <legend>{parts.label_text()}</legend>
            <div class="choices">{choices}</div>
            {parts.fault_text()}
            {parts.hint_text()}
        </fieldset>
    }
    .into_any()
}
