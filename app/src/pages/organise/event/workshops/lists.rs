//! `/organise/events/{id}/workshops/lists`: the secret links to the lists of workshops, and what lists show.

use leptos::prelude::*;
use planner::timetables::{ListLink, ListLinks};
use ui::{
    components::{
        Check, CopyField, EmptyState, Form, Hidden, Notice, PageHead, PostButton, Tag, Tone,
    },
    forms::last_result,
    shell::{Page, Section, page},
    text::t,
    visit::{planner, query},
};

use super::super::head::{EventTab, event_band};
use crate::{
    api::{
        actions::{MakeListLinks, RevokeListLinks, ShowListAnswers},
        authorise::organises_event,
    },
    routes::param,
};

#[component]
pub fn WorkshopListsPage() -> impl IntoView {
    page(async {
        let (event, access) = organises_event(&param("id"))?;
        let sheet = query("sheet");
        let shown = planner().list_links(&access, sheet.as_deref()).await?;
        let tab = EventTab::WorkshopDay;
        let band = event_band(&shown.network, &shown.event, shown.confirmed, tab);
        let saved = (last_result().as_deref() == Some("answers")).then(|| {
            view! { <Notice tone=Tone::Good><p role="status">{t!("lists-saved")}</p></Notice> }
        });
        let content = if shown.workshops.is_empty() || !shown.have_people {
            view! {
                <EmptyState title=t!("workshop-day-none")><p>{t!("workshop-day-none.text")}</p></EmptyState>
            }
            .into_any()
        } else {
            let workshops = shown
                .workshops
                .iter()
                .map(|workshop| card(&shown, workshop))
                .collect_view();
            view! {
                {answers(&shown)}
                {buttons(&shown)}
                <ul class="table-links">{workshops}</ul>
            }
            .into_any()
        };
        let back = format!("/organise/events/{event}/workshops/day");
        Ok(view! {
            <Page title=t!("workshop-lists") brand=&shown.network section=Section::Events band>
                <p class="back"><a href=back>{t!("workshop-day-title")}</a></p>
                <PageHead title=t!("workshop-lists")/>
                <p>{t!("lists-about")}</p>
                {saved}
                {content}
            </Page>
        })
    })
}

fn fields(shown: &ListLinks) -> Vec<(&'static str, String)> {
    vec![("event", shown.event.id.to_string())]
}

/// Which answers lists show, besides names and organisations.
fn answers(shown: &ListLinks) -> Option<impl IntoView + use<>> {
    if shown.questions.is_empty() {
        return None;
    }
    let choices = shown
        .questions
        .iter()
        .map(|(question, is_shown)| {
            view! {
                <Check
                    name=format!("questions[{}]", question.id)
                    label=question.label.to_string()
                    checked=*is_shown
                />
            }
        })
        .collect_view();
    let event = shown.event.id.to_string();
    Some(view! {
        <section class="card" aria-labelledby="answers">
            <h2 id="answers">{t!("lists-answers")}</h2>
            <p class="hint">{t!("lists-answers.hint")}</p>
            <Form to=ShowListAnswers::PATH>
                <Hidden name="event" value=event/>
                {choices}
                <div class="row"><button class="button">{t!("lists-answers.save")}</button></div>
            </Form>
        </section>
    })
}

/// The buttons for all workshops.
fn buttons(shown: &ListLinks) -> impl IntoView + use<> {
    let any_shown = shown.workshops.iter().any(|one| one.link.is_some());
    let any_working = shown.workshops.iter().any(|one| one.working > 0);
    let says = if any_shown {
        t!("lists-shown")
    } else {
        t!("lists-hidden")
    };
    let class = if any_shown { "button" } else { "button first" };
    let revoke = any_working.then(|| {
        view! {
            <PostButton
                to=RevokeListLinks::PATH
                label=t!("links-revoke-all")
                fields=fields(shown)
                class="button harm"
            />
        }
    });
    view! {
        <p>{says}</p>
        <div class="row">
            <PostButton to=MakeListLinks::PATH label=t!("lists-make") fields=fields(shown) class/>
            {revoke}
        </div>
    }
}

fn card(shown: &ListLinks, workshop: &ListLink) -> impl IntoView + use<> {
    let id = workshop.workshop.to_string();
    let working = if workshop.working == 0 {
        view! { <Tag text=t!("links-none") tone=Tone::Warn/> }.into_any()
    } else {
        view! { <Tag text=t!("links-working", n = workshop.working) tone=Tone::Good/> }.into_any()
    };
    let link = workshop.link.as_ref().map(|link| {
        view! {
            <CopyField
                id=format!("link-{id}")
                label=t!("links-link")
                value=link.clone()
                action=t!("links-copy")
            />
        }
    });
    let mut fields = fields(shown);
    fields.push(("workshop", id));
    let revoke = (workshop.working > 0).then(|| {
        view! {
            <PostButton
                to=RevokeListLinks::PATH
                label=t!("links-revoke")
                about=workshop.title.clone()
                fields=fields.clone()
                class="button small harm"
            />
        }
    });
    let speakers = workshop
        .speakers
        .clone()
        .map(|speakers| view! { <p class="soft">{speakers}</p> });
    let lang = shown.event.details.language.tag();
    view! {
        <li class="card">
            <div>
                <h2 lang=lang>{workshop.title.clone()}</h2>
                {speakers}
                <p>{working}</p>
            </div>
            {link}
            <div class="acts">
                <PostButton
                    to=MakeListLinks::PATH
                    label=t!("links-make-one")
                    fields=fields
                    class="button small"
                    about=workshop.title.clone()
                />
                {revoke}
            </div>
        </li>
    }
}
