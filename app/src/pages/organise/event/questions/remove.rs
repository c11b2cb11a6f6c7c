//! `/organise/events/{id}/questions/{question}/remove`: confirms the removal of a question and its answers.

use leptos::prelude::*;
use ui::{
    components::{ConfirmNotice, Form, Hidden, PageHead, Tone},
    error::AppError,
    shell::{Page, Section, page},
    text::t,
    visit::planner,
};

use super::super::head::{EventTab, event_band};
use crate::{
    api::{actions::RemoveQuestion, authorise::organises_event},
    routes::param,
};

#[component]
pub fn RemoveQuestionPage() -> impl IntoView {
    page(async {
        let (event, access) = organises_event(&param("id"))?;
        let planned = planner().planned_event(&access).await?;
        let question = param("question");
        let stored = planned
            .questions
            .iter()
            .find(|stored| stored.id.to_string() == question);
        let label = stored.ok_or(AppError::NotFound)?.label.to_string();
        let counts = planned.counts;
        let people = counts.confirmed + counts.waitlisted + counts.pending;
        let consequences = vec![
            t!("questions-remove-form"),
            match people {
                0 => t!("questions-remove-no-answers"),
                people => t!("questions-remove-answers", n = people),
            },
            t!("agenda-remove-nobody"),
        ];
        let back = format!("/organise/events/{event}/questions");
        Ok(view! {
            <Page
                title=t!("questions-remove-title")
                brand=&planned.network
                section=Section::Events
                band=event_band(&planned.network, &planned.event, planned.counts.confirmed, EventTab::Questions)
            >
                <PageHead title=t!("questions-remove")/>
                <ConfirmNotice
                    title=t!("questions-remove-question", label = label)
                    tone=Tone::Bad
                    consequences
                >
                    <Form to=RemoveQuestion::PATH>
                        <Hidden name="event" value=event.to_string()/>
                        <Hidden name="question" value=question/>
                        <div class="row">
                            <button class="button harm">{t!("questions-remove")}</button>
                            <a class="button" href=back>{t!("questions-keep")}</a>
                        </div>
                    </Form>
                </ConfirmNotice>
            </Page>
        })
    })
}
