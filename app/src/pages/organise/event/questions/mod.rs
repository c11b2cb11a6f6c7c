//! `/organise/events/{id}/questions`: the questions of an event; add, change, reorder, remove them.

mod change;
mod fields;
mod remove;

use leptos::prelude::*;
use model::{Line, Need, Question};
use planner::events::PlannedEvent;
use ui::{
    components::{
        DragHandle, EmptyState, Form, Hidden, ListPosition, MoveButtons, Notice, PageHead,
        Questions, Tag, Tone,
    },
    forms::{AnswersForm, last_result, resubmitted},
    shell::{Page, Section, page},
    text::{Named, t},
    visit::{planner, query},
};

use self::fields::QuestionFields;
use super::{
    agenda::orderable,
    editable::is_editable,
    head::{EventTab, event_band},
};
use crate::{
    api::{
        actions::{AddQuestion, MoveQuestion},
        authorise::reads_event,
        questions::QuestionForm,
    },
    pages::organise::unreadable::unreadable_rows,
    routes::param,
};

pub(crate) use change::ChangeQuestionPage;
pub(crate) use remove::RemoveQuestionPage;

#[component]
pub fn QuestionsPage() -> impl IntoView {
    page(async {
        let (_, access) = reads_event(&param("id"))?;
        let planned = planner().planned_event(&access).await?;
        let may_change = is_editable(&planned.network, &planned.event);
        let removed = last_result().filter(|done| done == "removed").map(|_| {
            view! { <Notice tone=Tone::Good><p role="status">{t!("questions-removed")}</p></Notice> }
        });
        let is_empty = planned.questions.is_empty() && planned.unreadable_questions.is_empty();
        let list = if is_empty {
            let advice = if may_change {
                t!("questions-none.advice")
            } else {
                t!("questions-none.wait")
            };
            view! { <EmptyState title=t!("questions-none")><p>{advice}</p></EmptyState> }.into_any()
        } else {
            orderable(list(&planned, may_change), may_change)
        };
        Ok(view! {
            <Page
                title=t!("questions-title", event = planned.event.details.title.as_str())
                brand=&planned.network
                section=Section::Events
                band=event_band(&planned.network, &planned.event, planned.counts.confirmed, EventTab::Questions)
            >
                <PageHead title=t!("event-tab-questions")/>
                {removed}
                {unreadable_rows(&planned.unreadable_questions)}
                <div class="cols wide-aside">
                    <div class="stack">
                        {list}
                        {may_change.then(|| add(&planned))}
                    </div>
                    {(!planned.questions.is_empty()).then(|| form_preview(&planned))}
                </div>
            </Page>
        })
    })
}

fn list(planned: &PlannedEvent, may_change: bool) -> impl IntoView + use<> {
    let changed = query("changed");
    let of = planned.questions.len();
    let rows = planned
        .questions
        .iter()
        .enumerate()
        .map(|(place, question)| {
            let is_changed = changed.as_deref() == Some(question.id.to_string().as_str());
            row(
                planned,
                question,
                ListPosition::at(place, of),
                is_changed,
                may_change,
            )
        })
        .collect_view();
    view! {
        <section class="plan" aria-labelledby="asked">
            <header>
                <h2 id="asked">{t!("questions-list")}</h2>
                <p class="soft">{t!("questions-always")}</p>
            </header>
            <ol>{rows}</ol>
        </section>
    }
}

fn row(
    planned: &PlannedEvent,
    question: &Question,
    position: ListPosition,
    changed: bool,
    may_change: bool,
) -> impl IntoView + use<> {
    let lang = planned.event.details.language.tag();
    let need = match question.need {
        Need::Required => t!("questions-required"),
        Need::Optional => t!("questions-optional"),
    };
    let help = (!question.help.is_empty())
        .then(|| view! { <p class="soft small words" lang=lang>{question.help.to_string()}</p> });
    let options: Vec<&str> = question.options.iter().map(Line::as_str).collect();
    let options = (!options.is_empty())
        .then(|| view! { <p class="small" lang=lang>{options.join(" · ")}</p> });
    view! {
        <li
            id=format!("question-{}", question.id)
            class=if changed { "item changed" } else { "item" }
            tabindex="-1"
            data-item=question.id.to_string()
        >
            <div class="what">
                <p class="name">
                    <b lang=lang>{question.label.to_string()}</b>
                    {changed.then(|| view! { " "<Tag text=t!("agenda-changed") tone=Tone::Good/> })}
                </p>
                <p class="soft small">{question.kind.name()}" · "{need}</p>
                {options}
                {help}
            </div>
            {may_change.then(|| acts(planned, question, position))}
        </li>
    }
}

fn acts(
    planned: &PlannedEvent,
    question: &Question,
    position: ListPosition,
) -> impl IntoView + use<> {
    let label = question.label.to_string();
    let event = planned.event.id;
    let path = format!("/organise/events/{event}/questions/{}", question.id);
    view! {
        <DragHandle/>
        <div class="acts">
            <MoveButtons
                to=MoveQuestion::PATH
                list=event.to_string()
                item=question.id.to_string()
                about=label.clone()
                position
            />
            <a class="button small" href=path.clone()>
                {t!("agenda-change")}<span class="unseen">" "{label.clone()}</span>
            </a>
            <a class="quiet" href=format!("{path}/remove")>
                {t!("agenda-remove")}<span class="unseen">" "{label}</span>
            </a>
        </div>
    }
}

fn add(planned: &PlannedEvent) -> impl IntoView + use<> {
    let form = resubmitted::<AddQuestion>().unwrap_or_else(QuestionForm::blank);
    let event = planned.event.id.to_string();
    view! {
        <section class="card editor" aria-labelledby="add">
            <h2 id="add">{t!("questions-add")}</h2>
            <Form to=AddQuestion::PATH>
                <Hidden name="event" value=event/>
                <QuestionFields form/>
                <div class="row">
                    <button class="button first">{t!("questions-add.button")}</button>
                </div>
            </Form>
        </section>
    }
}

/// A preview of the questions in the registration form. Nothing is sent.
fn form_preview(planned: &PlannedEvent) -> impl IntoView + use<> {
    view! {
        <aside class="card" aria-labelledby="preview">
            <h2 id="preview">{t!("questions-preview")}</h2>
            <p class="soft small">{t!("questions-preview.hint")}</p>
            <Questions
                questions=planned.questions.clone()
                answers=AnswersForm::default()
                asked_in=planned.event.details.language
            />
        </aside>
    }
}
