//! `/organise/events/{id}/preview`: the public page of an event, and what is missing on it.

use leptos::prelude::*;
use model::EventState;
use planner::registrations::OpenEvent;
use ui::{
    components::{Notice, Questions, Tone},
    forms::AnswersForm,
    paths::EventPath,
    shell::{Brand, Page, Section, page},
    text::t,
    visit::{planner, visit},
};

use crate::{api::authorise::reads_event, pages::public::about, routes::param};

#[component]
pub fn PreviewPage() -> impl IntoView {
    page(async {
        let (_, access) = reads_event(&param("id"))?;
        let (state, open) = planner().event_as_published(&access).await?;
        let may_plan = visit().signed_in()?.organises(open.network.id).is_ok();
        let details = &open.event.details;
        let brand = Brand::of_event(&open.network, &open.event);
        let availability = open.availability(visit().now);
        let content = about(&open, availability, &EventPath::preview());
        Ok(view! {
            <Page
                title=t!("preview-title", event = details.title.as_str())
                brand
                section=Section::Events
            >
                {banner(&open, state, may_plan)}
                <div class="preview">
                    {content}
                    {questions(&open)}
                </div>
            </Page>
        })
    })
}

/// The notice of the preview: what is missing, and the next step.
fn banner(open: &OpenEvent, state: EventState, may_plan: bool) -> impl IntoView + use<> {
    let base = format!("/organise/events/{}", open.event.id);
    let says = match state {
        EventState::Draft => t!("preview-draft"),
        EventState::Published => t!("preview-published"),
        EventState::Cancelled => t!("preview-cancelled"),
    };
    let missing: Vec<_> = missing(open)
        .into_iter()
        .map(|(text, path)| {
            if may_plan {
                view! { <li><a href=format!("{base}{path}")>{text}</a></li> }.into_any()
            } else {
                view! { <li>{text}</li> }.into_any()
            }
        })
        .collect();
    let missing = (!missing.is_empty()).then(|| {
        view! {
            <p>{t!("preview-missing")}</p>
            <ul>{missing}</ul>
        }
    });
    let publish = (may_plan && state == EventState::Draft).then(|| {
        view! { <a class="button first" href=format!("{base}/publish")>{t!("preview-publish")}</a> }
    });
    let action = view! {
        <div class="row">
            {publish}
            <a class="button" href=base>{t!("preview-back")}</a>
        </div>
    };
    view! {
        <Notice tone=Tone::Accent action=action.into_any()>
            <div class="stack tight">
                <p><b>{t!("preview-banner")}</b>" "{says}</p>
                {missing}
            </div>
        </Notice>
    }
}

/// Missing details, each with the page or the field it is entered in.
fn missing(open: &OpenEvent) -> Vec<(String, &'static str)> {
    let details = &open.event.details;
    let place = &details.place;
    let nowhere = place.in_one_line().is_none() && place.online_link.is_none();
    let mut missing = Vec::new();
    if details.summary.is_empty() && details.body.is_empty() {
        missing.push((t!("preview-missing-text"), "/edit#f-summary"));
    }
    if nowhere {
        missing.push((t!("preview-missing-place"), "/edit#f-place_name"));
    }
    if open.agenda.is_empty() {
        missing.push((t!("preview-missing-agenda"), "/agenda"));
    }
    if details.capacity.is_none() {
        missing.push((t!("preview-missing-capacity"), "/edit#f-capacity"));
    }
    missing
}

/// The questions of the registration form.
fn questions(open: &OpenEvent) -> impl IntoView + use<> {
    let asked = if open.questions.is_empty() {
        view! { <p class="soft">{t!("preview-no-questions")}</p> }.into_any()
    } else {
        view! {
            <Questions
                questions=open.questions.clone()
                answers=AnswersForm::default()
                asked_in=open.event.details.language
            />
        }
        .into_any()
    };
    view! {
        <section class="card" id=EventPath::PREVIEW_REGISTER_ID aria-labelledby="asked" tabindex="-1">
            <h2 id="asked">{t!("preview-questions")}</h2>
            <p class="soft">{t!("questions-always")}</p>
            <div class="stack">{asked}</div>
        </section>
    }
}
