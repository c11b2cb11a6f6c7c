//! Whom a message is for: the filter, and those whom it finds.

use leptos::prelude::*;
use model::{PeopleLack, QuestionKind, RegistrationState};
use planner::mailings::MessagePreview;
use ui::{
    components::{Choice, Hidden, Select},
    text::{t, waits_for},
};

use crate::{
    api::messages::MessageForm,
    pages::organise::list_parts::{NAMED, organisation_choices, state_choices},
};

/// The filter, or the one person; and who is found.
pub(super) fn audience(form: &MessageForm, found: &MessagePreview) -> impl IntoView + use<> {
    let count = found.people.len();
    let names: Vec<&str> = found
        .people
        .iter()
        .take(NAMED)
        .map(|(_, name)| name.as_str())
        .collect();
    let more = count.saturating_sub(NAMED);
    let more = (more > 0).then(|| view! { <p class="soft">{t!("wishes-more", n = more)}</p> });
    let names = names.join(", ");
    let choice = if form.person.is_empty() {
        filter(form, found).into_any()
    } else {
        view! { <Hidden name="person" value=form.person.clone()/> }.into_any()
    };
    view! {
        {choice}
        <details class="more">
            <summary>{t!("message-people", n = count)}</summary>
            <p class="words">{names}</p>
            {more}
        </details>
    }
}

/// The choices by which people are selected.
fn filter(form: &MessageForm, found: &MessagePreview) -> impl IntoView + use<> {
    let details = &found.event.details;
    let states = [
        RegistrationState::Confirmed,
        RegistrationState::Waitlisted,
        RegistrationState::Declined,
        RegistrationState::Cancelled,
    ];
    let states = state_choices(&states, details);
    let organisations = organisation_choices(&found.organisations);
    let organisation = (!organisations.is_empty()).then(|| {
        view! {
            <Select
                name="organisation"
                label=t!("message-organisation")
                value=form.organisation.clone()
                choices=organisations
                none=t!("message-any")
                unmarked=true
            />
        }
    });
    let answers = answers(found);
    let answer = (!answers.is_empty()).then(|| {
        view! {
            <Select
                name="answer"
                label=t!("message-answer")
                value=form.answer.clone()
                choices=answers
                none=t!("message-any")
                unmarked=true
            />
        }
    });
    view! {
        <Select
            name="state"
            label=t!("message-state")
            value=form.state.clone()
            choices=states
            none=t!("message-active", waits = waits_for(details))
            unmarked=true
        />
        {organisation}
        {answer}
        <Select
            name="lack"
            label=t!("message-lack")
            value=form.lack.clone()
            choices=Choice::of(PeopleLack::ALL)
            none=t!("message-any")
            unmarked=true
        />
        <div class="row">
            <button class="button small" name="do" value="preview">{t!("message-find")}</button>
        </div>
    }
}

/// The answers that people can be selected by: options, and boxes that are ticked.
fn answers(found: &MessagePreview) -> Vec<Choice> {
    let mut choices = Vec::new();
    for question in &found.questions {
        let id = question.id;
        if question.kind == QuestionKind::YesNo {
            choices.push(Choice::new(format!("{id} on"), question.label.to_string()));
        }
        choices.extend(question.options.iter().map(|option| {
            let label = format!("{}: {option}", question.label);
            Choice::new(format!("{id} {option}"), label)
        }));
    }
    choices
}
