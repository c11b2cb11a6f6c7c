//! `/organise/events/{id}/registrations/several-answers`: the same answer for several people.

use leptos::prelude::*;
use model::{EventState, Question};
use planner::registrations::SeveralToAnswer;
use ui::{
    components::{
        Choice, EmptyState, Form, Hidden, Notice, PageHead, Questions, Select, SubmittedBy, Tone,
    },
    forms::{refused, resubmitted},
    shell::{Page, Section, Width, page},
    text::t,
    visit::{planner, query},
};

use super::{
    choosing::{chosen_people, kept_selection},
    sorted_name,
};
use crate::{
    api::{
        actions::AnswerForSeveral, authorise::organises_event, people::optional,
        selection::SelectionForm, several_answers::SeveralAnswersForm,
    },
    pages::organise::event::{EventTab, event_band},
    routes::param,
};

#[component]
pub fn AnswerSeveralPage() -> impl IntoView {
    page(async {
        let (_, access) = organises_event(&param("id"))?;
        let form = resubmitted::<AnswerForSeveral>().unwrap_or_else(|| SeveralAnswersForm {
            question: query("question").unwrap_or_default(),
            selection: SelectionForm::asked_for(),
            ..SeveralAnswersForm::default()
        });
        let selection = form.selection.parse()?;
        let found = planner().several_to_answer(&access, &selection).await?;
        let path = format!("/organise/events/{}/registrations", found.event.id);
        let mut questions = found.questions.iter();
        let question = questions.find(|one| one.id.to_string() == form.question);
        let content = if found.people.is_empty() {
            empty(t!("several-nobody"), t!("several-nobody.advice"), &path).into_any()
        } else if found.questions.is_empty() {
            let advice = t!("answer-several-no-question.advice");
            empty(t!("answer-several-no-question"), advice, &path).into_any()
        } else if found.event.state == EventState::Cancelled {
            view! { <Notice tone=Tone::Warn><p>{t!("answer-several-cancelled")}</p></Notice> }
                .into_any()
        } else if let Some(question) = question {
            let answer = answer(&found, question.clone(), form, &path).into_any();
            view! { {answer}{chosen_people(&found.people, sorted_name)} }.into_any()
        } else {
            let choice = choice(&found.questions, &form.selection, &path).into_any();
            view! { {choice}{chosen_people(&found.people, sorted_name)} }.into_any()
        };
        let title = found.event.details.title.to_string();
        Ok(view! {
            <Page
                title=t!("people-page", title = title)
                brand=&found.network
                section=Section::Events
                band=event_band(&found.network, &found.event, found.counts.confirmed, EventTab::Registrations)
                width=Width::Narrow
            >
                <p class="back"><a href=path>{t!("several-back")}</a></p>
                <PageHead title=t!("answer-several-title", n = found.people.len())/>
                {content}
            </Page>
        })
    })
}

fn empty(title: String, advice: String, list: &str) -> impl IntoView + use<> {
    let list = list.to_owned();
    view! {
        <EmptyState title>
            <p>{advice}</p>
            <p><a class="button" href=list>{t!("several-back")}</a></p>
        </EmptyState>
    }
}

/// The choice of a question.
fn choice(questions: &[Question], selection: &SelectionForm, path: &str) -> impl IntoView + use<> {
    let choices: Vec<Choice> = questions
        .iter()
        .map(|question| Choice::new(question.id.to_string(), question.label.as_str()))
        .collect();
    let ticked: Vec<_> = selection
        .people
        .split_whitespace()
        .map(|id| view! { <Hidden name="people" value=id.to_owned()/> })
        .collect();
    let filter = selection
        .fields()
        .into_iter()
        .filter(|(name, value)| *name != "people" && !value.is_empty())
        .map(|(name, value)| view! { <Hidden name=name value=value.to_owned()/> })
        .collect_view();
    view! {
        <form method="get" action=format!("{path}/several-answers") class="stack">
            {ticked}
            {filter}
            <Select
                name="question"
                label=t!("answer-several-question")
                value=""
                choices
                none=t!("question-choose")
                required=true
            />
            <div class="row"><button class="button first">{t!("answer-several-next")}</button></div>
        </form>
    }
}

/// The answer to the chosen question.
fn answer(
    found: &SeveralToAnswer,
    question: Question,
    form: SeveralAnswersForm,
    list: &str,
) -> impl IntoView + use<> {
    let n = found.people.len();
    let others = found
        .people
        .iter()
        .filter(|person| person.answers.get(question.id).is_some())
        .count();
    let replaces = (others > 0).then(|| {
        view! { <p>{t!("answer-several-replaces", n = others)}</p> }
    });
    let seal = SeveralAnswersForm::seal(&found.people, question.id);
    let recounted = (refused().is_some() && form.shown != seal)
        .then(|| view! { <Notice tone=Tone::Warn><p><b>{t!("several-recounted", n = n)}</b></p></Notice> });
    let selection = kept_selection(&form.selection);
    let event = found.event.id.to_string();
    let asked_in = found.event.details.language;
    let list = list.to_owned();
    view! {
        {recounted}
        <Form to=AnswerForSeveral::PATH submitted_by=SubmittedBy::Browser>
            <Hidden name="event" value=event/>
            <Hidden name="question" value=form.question/>
            <Hidden name="shown" value=seal/>
            {selection}
            <Questions questions=optional(&[question]) answers=form.answers asked_in/>
            {replaces}
            <p class="hint">{t!("answer-several-silent")}</p>
            <div class="row">
                <button class="button first">{t!("answer-several-go", n = n)}</button>
                <a class="button" href=list>{t!("decide-back")}</a>
            </div>
        </Form>
    }
}
