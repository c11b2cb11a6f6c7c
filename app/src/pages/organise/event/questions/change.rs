//! `/organise/events/{id}/questions/{question}`: the form of a question.

use leptos::prelude::*;
use model::Fault;
use ui::{
    components::{Check, Form, Hidden, PageHead, Seen, SubmittedBy},
    error::AppError,
    forms::{refused, resubmitted},
    shell::{Page, Section, Width, page},
    text::t,
    visit::planner,
};

use super::{
    super::head::{EventTab, event_band},
    fields::QuestionFields,
};
use crate::{
    api::{actions::ChangeQuestion, authorise::organises_event, questions::QuestionForm},
    routes::param,
};

#[component]
pub fn ChangeQuestionPage() -> impl IntoView {
    page(async {
        let (event, access) = organises_event(&param("id"))?;
        let planned = planner().planned_event(&access).await?;
        let question = param("question");
        let stored = planned
            .questions
            .iter()
            .find(|stored| stored.id.to_string() == question);
        let typed = resubmitted::<ChangeQuestion>();
        // Somebody else may have removed the question after the form was rendered. The page keeps the typed values.
        if stored.is_none() && typed.is_none() {
            return Err(AppError::NotFound);
        }
        let seen = stored.map(QuestionForm::seal).unwrap_or_default();
        let form = typed
            .or_else(|| stored.map(QuestionForm::of))
            .unwrap_or_default();
        let answers_stay = (form.answers_stay.is_some() || removes_chosen_options()).then(|| {
            view! {
                <Check
                    name="answers_stay"
                    label=t!("questions-answers-stay")
                    checked=form.answers_stay.is_some()
                />
            }
        });
        let counts = planned.counts;
        let people = counts.confirmed + counts.waitlisted + counts.pending;
        let answered = (people > 0).then(|| {
            view! { <p class="soft">{t!("questions-change-answered", n = people)}</p> }
        });
        let back = format!("/organise/events/{event}/questions");
        let remove = stored.map(|stored| {
            let href = format!("{back}/{}/remove", stored.id);
            view! { <a class="button harm" href=href>{t!("questions-remove.ask")}</a> }
        });
        Ok(view! {
            <Page
                title=t!("questions-change-title")
                brand=&planned.network
                section=Section::Events
                band=event_band(&planned.network, &planned.event, planned.counts.confirmed, EventTab::Questions)
                width=Width::Narrow
            >
                <PageHead title=t!("questions-change-title")/>
                <section class="card">
                    {answered}
                    <Form to=ChangeQuestion::PATH submitted_by=SubmittedBy::Browser>
                        <Hidden name="event" value=event.to_string()/>
                        <Hidden name="question" value=question/>
                        <Seen current=seen sent=form.seen.clone()/>
                        <QuestionFields form/>
                        {answers_stay}
                        <div class="row">
                            <button class="button first">{t!("agenda-save")}</button>
                            <a class="button" href=back>{t!("questions-back")}</a>
                            {remove}
                        </div>
                    </Form>
                </section>
            </Page>
        })
    })
}

/// Whether the change was refused because people chose an option that it removes.
fn removes_chosen_options() -> bool {
    refused().is_some_and(|refused| match &refused.error {
        AppError::Invalid(faults) => faults
            .iter()
            .any(|(_, fault)| matches!(fault, Fault::OptionsChosen { .. })),
        _ => false,
    })
}
