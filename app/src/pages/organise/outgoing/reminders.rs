//! `/organise/events/{id}/messages/reminders`: the mails that the event sends by itself, before it and after it.

use leptos::prelude::*;
use model::{EventReminder, EventState, ReminderKind, ReminderOutlook};
use planner::mailings::Reminders;
use ui::{
    components::{Area, Check, Field, Form, Hidden, InputKind, Notice, PageHead, Tag, Tone},
    dates::dates,
    forms::{last_result, resubmitted},
    shell::{Page, Section, Width, page},
    text::{Named, t},
    visit::{planner, visit},
};

use super::new_message::variables_hint;
use crate::{
    api::{actions::SaveReminder, authorise::reads_event, reminders::ReminderForm},
    pages::organise::event::{EventTab, event_band},
    routes::param,
};

#[component]
pub fn RemindersPage() -> impl IntoView {
    page(async {
        let (_, access) = reads_event(&param("id"))?;
        let found = planner().reminders(&access).await?;
        // The mails are those of the network, not of who works for the event alone.
        visit().signed_in()?.reads(found.network.id)?;
        let may_plan = visit().signed_in()?.organises(found.network.id).is_ok();
        let is_editable = may_plan && found.event.state != EventState::Cancelled;
        let title = found.event.details.title.to_string();
        let messages = format!("/organise/events/{}/messages", found.event.id);
        let done = last_result();
        let cards: Vec<_> = found
            .rows
            .iter()
            .map(|reminder| {
                let is_saved = done.as_deref() == Some(reminder.kind.as_str());
                card(&found, reminder, (is_editable, is_saved)).into_any()
            })
            .collect();
        Ok(view! {
            <Page
                title=t!("reminders-page", event = title.as_str())
                brand=&found.network
                section=Section::Events
                band=event_band(&found.network, &found.event, found.counts.confirmed, EventTab::Messages)
                width=Width::Narrow
            >
                <p class="back"><a href=messages>{t!("messages-back")}</a></p>
                <PageHead title=t!("reminders-title")/>
                <p>{t!("reminders-about")}</p>
                {cards}
            </Page>
        })
    })
}

/// A reminder: what becomes of it, and its form.
fn card(
    found: &Reminders,
    reminder: &EventReminder,
    (is_editable, is_saved): (bool, bool),
) -> impl IntoView + use<> {
    let kind = reminder.kind;
    let saved = is_saved.then(|| {
        view! { <Notice tone=Tone::Good><p role="status">{t!("reminders-saved")}</p></Notice> }
    });
    let form = is_editable.then(|| form(found, reminder).into_any());
    view! {
        <section class="card stack" id=kind.as_str() aria-labelledby=format!("{kind}-title")>
            <div class="row">
                <h2 id=format!("{kind}-title")>{kind.name()}</h2>
                {outlook(found, reminder)}
            </div>
            {saved}
            {form}
        </section>
    }
}

/// What becomes of a reminder.
pub(super) fn outlook(found: &Reminders, reminder: &EventReminder) -> impl IntoView + use<> {
    let outlook = reminder.outlook(&found.event, visit().now);
    let (tone, text) = match outlook {
        ReminderOutlook::Off => (Tone::Plain, t!("reminders-off")),
        ReminderOutlook::Due(at) => (Tone::Accent, t!("reminders-due", at = dates().moment(at))),
        ReminderOutlook::Missed(at) => {
            (Tone::Warn, t!("reminders-missed", at = dates().moment(at)))
        }
        ReminderOutlook::Sent(at) => (Tone::Good, t!("reminders-sent", at = dates().moment(at))),
    };
    view! { <Tag text tone/> }
}

fn form(found: &Reminders, reminder: &EventReminder) -> impl IntoView + use<> {
    let kind = reminder.kind;
    let event = found.event.id.to_string();
    let stored = ReminderForm::of(event.clone(), reminder, found.event.details.language);
    let form = resubmitted::<SaveReminder>()
        .filter(|form| form.id == kind.as_str())
        .unwrap_or(stored);
    let days = match kind {
        ReminderKind::Early | ReminderKind::Late => t!("reminders-days-before"),
        ReminderKind::Thanks => t!("reminders-days-after"),
    };
    view! {
        <Form to=SaveReminder::PATH id=kind.as_str()>
            <Hidden name="id" value=kind.as_str()/>
            <Hidden name="event" value=event/>
            <Check name="is_on" label=t!("reminders-on") checked=form.is_on.is_some()/>
            <div class="row">
                <Field name="days" label=days value=form.days kind=InputKind::Number required=true/>
                <Field name="at" label=t!("reminders-at") value=form.at kind=InputKind::Time required=true/>
            </div>
            <details class="more">
                <summary>{t!("reminders-words")}</summary>
                <div class="stack">
                <Field name="subject" label=t!("message-subject") value=form.subject required=true/>
                <Area name="text" label=t!("message-text") value=form.text rows=10 required=true unmarked=true hint=variables_hint()/>
                </div>
            </details>
            <div class="row">
                <button class="button first">{t!("reminders-save")}</button>
                <button class="button" name="do" value="reset">{t!("reminders-reset")}</button>
            </div>
        </Form>
    }
}

/// The reminders in one line each, with the way to change them.
pub(super) fn overview(found: &Reminders, may_change: bool) -> impl IntoView + use<> {
    let lines: Vec<_> = found
        .rows
        .iter()
        .map(|reminder| view! { <li>{reminder.kind.name()}" "{outlook(found, reminder)}</li> })
        .collect();
    let href = format!("/organise/events/{}/messages/reminders", found.event.id);
    let label = if may_change {
        t!("reminders-change")
    } else {
        t!("reminders-show")
    };
    view! {
        <section class="card stack" aria-labelledby="reminders">
            <h2 id="reminders">{t!("reminders-title")}</h2>
            <ul class="plain stack">{lines}</ul>
            <p><a class="button small" href=href>{label}</a></p>
        </section>
    }
}
