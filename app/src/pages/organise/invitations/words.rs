//! The words of an invitation or a reminder, and the mail as one person after the other reads it.

use leptos::prelude::*;
use model::{Event, Language, TextVariable};
use planner::mailings::{MissingValue, PersonPreview};
use ui::{
    components::{Area, Field, Hidden},
    text::t,
    visit::language,
};

use crate::api::invite_form::{AFTER, BEFORE, SHOW};

/// The variables that mean something before somebody is registered.
const VARIABLES: [TextVariable; 6] = [
    TextVariable::GivenName,
    TextVariable::FamilyName,
    TextVariable::Event,
    TextVariable::Date,
    TextVariable::Place,
    TextVariable::Link,
];

/// The fields of subject and text.
pub(super) fn fields(subject: String, text: String, hint: String) -> impl IntoView {
    let variables = VARIABLES.map(|variable| variable.placeholder(language()));
    let variables = t!("invite-variables", names = variables.join(", "));
    view! {
        <Field name="subject" label=t!("invite-subject") value=subject required=true/>
        <Area name="text" label=t!("invite-text") value=text required=true rows=10 hint/>
        <p class="hint">{variables}</p>
        <div class="row"><button class="button" name="do" value=SHOW>{t!("invite-show")}</button></div>
    }
}

/// The mail as one person reads it, with the way to the next.
pub(super) fn preview(
    shown: Option<&PersonPreview>,
    missing: &[MissingValue],
    people: usize,
) -> impl IntoView + use<> {
    let Some(shown) = shown else {
        let says = if people == 0 {
            t!("invite-preview-nobody")
        } else {
            t!("invite-preview-faulty")
        };
        return view! {
            <section class="card stack" aria-labelledby="preview">
                <h2 id="preview">{t!("invite-preview")}</h2>
                <p class="soft">{says}</p>
            </section>
        }
        .into_any();
    };
    let number = shown.index + 1;
    let (is_first, is_last) = (number == 1, number >= people);
    let missing: Vec<_> = missing
        .iter()
        .map(|missing| {
            let says = t!(
                "invite-missing",
                n = missing.people.len(),
                variable = missing.variable.placeholder(language())
            );
            view! { <li>{says}</li> }
        })
        .collect();
    let missing = (!missing.is_empty()).then(|| {
        view! {
            <div class="notice warn"><div><ul class="plain">{missing}</ul></div></div>
        }
    });
    view! {
        <section class="card stack" aria-labelledby="preview">
            <div class="head">
                <h2 id="preview">{t!("invite-preview")}</h2>
                <div class="row">
                    <Hidden name="index" value=shown.index.to_string()/>
                    <button
                        class="button small"
                        name="do"
                        value=BEFORE
                        disabled=is_first
                        aria-label=t!("invite-before")
                    >
                        "‹"
                    </button>
                    <span class="small soft">{t!("invite-place", number = number, of = people)}</span>
                    <button
                        class="button small"
                        name="do"
                        value=AFTER
                        disabled=is_last
                        aria-label=t!("invite-after")
                    >
                        "›"
                    </button>
                </div>
            </div>
            <p class="small soft address">{t!("invite-to", address = shown.address.as_str())}</p>
            <p><b>{shown.subject.clone()}</b></p>
            <p class="words">{shown.text.clone()}</p>
            <p class="small soft">{t!("invite-buttons")}</p>
            {missing}
        </section>
    }
    .into_any()
}

/// The words of an invitation before an organiser has changed them.
pub(super) fn first_words(event: &Event) -> (String, String) {
    let language = event.details.language;
    let of = |variable: TextVariable| variable.placeholder(language);
    let (event, date, place) = (
        of(TextVariable::Event),
        of(TextVariable::Date),
        of(TextVariable::Place),
    );
    let (given, family) = (of(TextVariable::GivenName), of(TextVariable::FamilyName));
    (
        t!(language => "invite-first-subject", event = event.as_str()),
        t!(language =>
            "invite-first-text",
            event = event,
            date = date,
            place = place,
            given = given,
            family = family
        ),
    )
}

/// The words of a reminder before an organiser has changed them.
pub(super) fn reminder_words(language: Language) -> (String, String) {
    let of = |variable: TextVariable| variable.placeholder(language);
    let (event, date) = (of(TextVariable::Event), of(TextVariable::Date));
    let (given, family) = (of(TextVariable::GivenName), of(TextVariable::FamilyName));
    (
        t!(language => "invite-reminder-subject", event = event.as_str()),
        t!(language =>
            "invite-reminder-text",
            event = event,
            date = date,
            given = given,
            family = family
        ),
    )
}
