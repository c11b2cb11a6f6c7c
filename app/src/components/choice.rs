//! Fields that offer choices.

use leptos::prelude::*;

use super::field::Part;
use crate::text::Named;

/// One of the choices that a field offers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    /// What is sent.
    pub value: String,
    /// What is shown.
    pub label: String,
}

impl Choice {
    pub fn new(value: impl Into<String>, label: impl Into<String>) -> Self {
        Self {
            value: value.into(),
            label: label.into(),
        }
    }

    /// The values of a word of the model, by the names the screens give them.
    pub fn of<N: Named + ToString>(values: &[N]) -> Vec<Self> {
        values
            .iter()
            .map(|value| Self::new(value.to_string(), value.name()))
            .collect()
    }
}

/// One of many choices, in a drop-down list.
#[component]
pub fn Select(
    #[prop(into)] name: String,
    #[prop(into)] label: String,
    #[prop(optional, into)] value: String,
    choices: Vec<Choice>,
    /// What is shown for no choice; without it, there is always one.
    #[prop(optional, into)]
    none: String,
    #[prop(optional, into)] hint: String,
    #[prop(optional)] required: bool,
) -> impl IntoView {
    let part = Part::new(&name, &label, &hint, required);
    let none = (!none.is_empty()).then(|| view! { <option value="">{none}</option> });
    let lang = part.lang;
    let options = choices
        .into_iter()
        .map(|choice| {
            let selected = choice.value == value;
            view! { <option value=choice.value selected=selected lang=lang>{choice.label}</option> }
        })
        .collect_view();
    let input = view! {
        <select
            id=part.id.clone()
            name=name
            required=required
            aria-describedby=part.described_by()
            aria-invalid=part.invalid()
        >
            {none}
            {options}
        </select>
    };
    part.around(input)
}

/// One thing to say yes to. Sends `on`, or nothing.
#[component]
pub fn Check(
    #[prop(into)] name: String,
    /// What one says yes to; may contain links.
    #[prop(into)]
    label: String,
    #[prop(optional)] checked: bool,
    #[prop(optional, into)] hint: String,
    #[prop(optional)] required: bool,
    /// More than the label says, such as a link to a text that is agreed to.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let part = Part::new(&name, &label, &hint, required);
    view! {
        <div class="field check">
            <input
                id=part.id.clone()
                type="checkbox"
                name=name
                value="on"
                checked=checked
                required=required
                aria-describedby=part.described_by()
                aria-invalid=part.invalid()
            />
            <label for=part.id.clone()>{part.label_text()}</label>
            {children.map(|children| children())}
            {part.fault_text()}
            {part.hint_text()}
        </div>
    }
}

/// One of a few choices, all of them in sight.
#[component]
pub fn Radios(
    #[prop(into)] name: String,
    #[prop(into)] label: String,
    #[prop(optional, into)] value: String,
    choices: Vec<Choice>,
    #[prop(optional, into)] hint: String,
    #[prop(optional)] required: bool,
) -> impl IntoView {
    let part = Part::new(&name, &label, &hint, required);
    let chosen = move |choice: &Choice| choice.value == value;
    group(&part, "radio", &name, choices, chosen)
}

/// Several of a few choices. Sends each by the field's name with `[]`: `topics[]=a&topics[]=b`.
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
    let part = Part::new(&name, &label, &hint, required);
    let chosen = move |choice: &Choice| values.contains(&choice.value);
    group(&part, "checkbox", &format!("{name}[]"), choices, chosen)
}

fn group(
    part: &Part,
    input_type: &'static str,
    name: &str,
    choices: Vec<Choice>,
    chosen: impl Fn(&Choice) -> bool,
) -> AnyView {
    let choices = choices
        .into_iter()
        .enumerate()
        .map(|(place, choice)| {
            // The first one has the field's id: the summary's link leads to it.
            let id = match place {
                0 => part.id.clone(),
                place => format!("{}-{place}", part.id),
            };
            let checked = chosen(&choice);
            // No choice is the page's own word.
            let lang = part.lang.filter(|_| !choice.value.is_empty());
            view! {
                <div class="choice">
                    <input
                        id=id.clone()
                        type=input_type
                        name=name.to_owned()
                        value=choice.value
                        checked=checked
                        aria-invalid=part.invalid()
                    />
                    <label for=id lang=lang>{choice.label}</label>
                </div>
            }
        })
        .collect_view();
    view! {
        <fieldset class="field" aria-describedby=part.described_by()>
            <legend>{part.label_text()}</legend>
            {choices}
            {part.fault_text()}
            {part.hint_text()}
        </fieldset>
    }
    .into_any()
}
