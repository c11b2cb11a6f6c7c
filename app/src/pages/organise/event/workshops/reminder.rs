//! `/organise/events/{id}/workshops/wishes/remind`: who is reminded of their wishes, and with which words.

use leptos::prelude::*;
use planner::workshops::{RecentlyReminded, WishReminderPreview};
use ui::{
    components::{EmptyState, Form, Hidden, Notice, PageHead},
    shell::{Page, Section, Width, page},
    text::t,
    visit::{language, planner, query},
};

use crate::{
    api::{actions::RemindOfWishes, authorise::organises_event},
    routes::param,
};

/// How many people are named at once.
const NAMED: usize = 60;

#[component]
pub fn WishReminderPage() -> impl IntoView {
    page(async {
        let (_, access) = organises_event(&param("id"))?;
        let recently = match query("again") {
            Some(_) => RecentlyReminded::RemindedAgain,
            None => RecentlyReminded::LeftOut,
        };
        let found = planner()
            .wish_reminder(&access, recently, language())
            .await?;
        let title = found.event.details.title.to_string();
        let wishes = format!("/organise/events/{}/workshops/wishes", found.event.id);
        let content = if found.people.is_empty() {
            view! {
                <EmptyState title=t!("reminder-nobody")>
                    <p>{t!("reminder-nobody.about")}</p>
                </EmptyState>
            }
            .into_any()
        } else {
            question(&found, recently).into_any()
        };
        Ok(view! {
            <Page
                title=t!("reminder-page", event = title.as_str())
                brand=&found.network
                section=Section::Events
                width=Width::Narrow
            >
                <p class="back"><a href=wishes.clone()>{t!("wishes-tab")}</a></p>
                <PageHead title=t!("reminder-title") kind=title/>
                {left_out(&found, &wishes)}
                {content}
            </Page>
        })
    })
}

/// How many were reminded a short time ago, with the way to remind them again.
fn left_out(found: &WishReminderPreview, wishes: &str) -> Option<impl IntoView + use<>> {
    let count = found.recently_reminded;
    if count == 0 {
        return None;
    }
    let again = format!("{wishes}/remind?again=yes");
    let action = view! { <a class="button" href=again>{t!("reminder-again")}</a> }.into_any();
    Some(view! { <Notice action><p>{t!("reminder-recently", n = count)}</p></Notice> })
}

/// Who gets it, the words, and the button.
fn question(found: &WishReminderPreview, recently: RecentlyReminded) -> impl IntoView + use<> {
    let count = found.people.len();
    let names: Vec<String> = found
        .people
        .iter()
        .take(NAMED)
        .map(|person| person.person.name())
        .collect();
    let more = count.saturating_sub(NAMED);
    let more = (more > 0).then(|| view! { <p class="soft">{t!("wishes-more", n = more)}</p> });
    let event = found.event.id.to_string();
    let again = (recently == RecentlyReminded::RemindedAgain)
        .then(|| view! { <Hidden name="again" value="on"/> });
    let (subject, text) = (found.subject.clone(), found.text.clone());
    view! {
        <section class="card stack" aria-labelledby="recipients">
            <h2 id="recipients">{t!("reminder-recipients", n = count)}</h2>
            <p class="words">{names.join(", ")}</p>
            {more}
            <p class="soft small">{t!("reminder-recipients.about")}</p>
        </section>
        <section class="card stack" aria-labelledby="words">
            <h2 id="words">{t!("reminder-words")}</h2>
            <p><b>{subject}</b></p>
            <p class="words">{text}</p>
            <p class="soft small">{t!("reminder-words.about")}</p>
        </section>
        <Form to=RemindOfWishes::PATH>
            <Hidden name="event" value=event/>
            {again}
            <div class="row">
                <button class="button first">{t!("reminder-send", n = count)}</button>
            </div>
        </Form>
    }
}
