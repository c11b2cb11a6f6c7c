//! `/organise/events/{id}/invitations/remind`: who has not answered, and with which words they are reminded.

use leptos::prelude::*;
use planner::invitations::ReminderPreview;
use ui::{
    components::{EmptyState, Form, Hidden, PageHead, SubmittedBy},
    forms::resubmitted,
    shell::{Page, Section, page},
    text::t,
    visit::planner,
};

use super::words;
use crate::{
    api::{
        actions::RemindInvited,
        authorise::organises_event,
        invitations::invitations_path,
        invite_form::{RemindInvitedForm, SEND},
    },
    pages::organise::{
        event::{EventTab, event_band},
        list_parts::NAMED,
    },
    routes::param,
};

#[component]
pub fn RemindInvitedPage() -> impl IntoView {
    page(async {
        let (event, access) = organises_event(&param("id"))?;
        let form = resubmitted::<RemindInvited>();
        let is_new = form.is_none();
        let mut form = form.unwrap_or_default();
        if is_new {
            let details = planner().planned_event(&access).await?.event.details;
            (form.subject, form.text) = words::reminder_words(details.language);
        }
        let written = form.words().ok();
        let written = written.as_ref().map(|(subject, text)| (subject, text));
        let preview = planner()
            .preview_invitation_reminder(&access, written, form.index())
            .await?;
        let title = preview.event.details.title.to_string();
        let back = invitations_path(event);
        let content = if preview.silent.people.is_empty() {
            view! {
                <EmptyState title=t!("remind-nobody")>
                    <p>{t!("remind-nobody.about")}</p>
                </EmptyState>
            }
            .into_any()
        } else {
            content(preview.clone(), form).into_any()
        };
        Ok(view! {
            <Page
                title=t!("remind-page", event = title.as_str())
                brand=&preview.network
                section=Section::Events
                band=event_band(&preview.network, &preview.event, preview.confirmed, EventTab::Invitations)
            >
                <p class="back"><a href=back>{t!("invited-title")}</a></p>
                <PageHead title=t!("remind-title")/>
                {content}
            </Page>
        })
    })
}

/// Who gets it, the words, and the button.
fn content(preview: ReminderPreview, form: RemindInvitedForm) -> impl IntoView {
    let event = preview.event.id.to_string();
    // The fields are made within the form: they show its faults.
    view! {
        <Form to=RemindInvited::PATH submitted_by=SubmittedBy::Browser>
            <Hidden name="event" value=event/>
            {parts(&preview, form)}
        </Form>
    }
}

fn parts(preview: &ReminderPreview, form: RemindInvitedForm) -> impl IntoView + use<> {
    let people = preview.silent.people.len();
    let named: Vec<String> = preview
        .silent
        .people
        .iter()
        .take(NAMED)
        .map(|one| one.contact.person.name())
        .collect();
    let more = people.saturating_sub(NAMED);
    let more = (more > 0).then(|| view! { <p class="soft">{t!("wishes-more", n = more)}</p> });
    let left_out = preview.silent.left_out.len();
    let left_out =
        (left_out > 0).then(|| view! { <p class="soft">{t!("remind-left-out", n = left_out)}</p> });
    let shown = words::preview(preview.shown.as_ref(), &preview.missing, people);
    let RemindInvitedForm { subject, text, .. } = form;
    view! {
            <div class="cols">
                <div class="stack">
                    <section class="card stack" aria-labelledby="recipients">
                        <h2 id="recipients">{t!("remind-recipients", n = people)}</h2>
                        <p class="words">{named.join(", ")}</p>
                        {more}
                        {left_out}
                        <p class="soft small">{t!("remind-recipients.about")}</p>
                    </section>
                    <section class="card stack" aria-labelledby="what">
                        <h2 id="what">{t!("remind-what")}</h2>
                        {words::fields(subject, text, t!("invite-text.hint"))}
                    </section>
                </div>
                <aside class="stack">
                    {shown}
                    <section class="card stack">
                        <button class="button first full" name="do" value=SEND>
                            {t!("remind-go", n = people)}
                        </button>
                    </section>
                </aside>
            </div>
    }
}
