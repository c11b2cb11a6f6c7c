//! `/organise/events/{id}/invitations/new`: whom to invite, with which words, and when.

use leptos::prelude::*;
use model::{Contact, CopiedPart, CopyNote, Event, EventState, InvitationCalendar};
use planner::invitations::{EarlierInvitations, InvitationOptions, InvitationPreview};
use ui::{
    components::{
        Choice, ConfirmNotice, EmptyState, Form, FormPart, Hidden, LocalDateTimeField, Notice,
        PageHead, Radios, SubmittedBy, Tone,
    },
    dates::dates,
    forms::resubmitted,
    shell::{Page, Section, page},
    text::t,
    visit::{planner, visit},
};

use super::{invitees::who, words};
use crate::{
    api::{
        actions::Invite,
        authorise::organises_event,
        invitations::invitations_path,
        invite_form::{ASK, InviteForm, SEND, SHOW, TRY},
    },
    pages::organise::event::{EventTab, event_band},
    routes::param,
};

#[component]
pub fn InvitePage() -> impl IntoView {
    page(async {
        let (event, access) = organises_event(&param("id"))?;
        let form = resubmitted::<Invite>();
        let is_new = form.is_none();
        let mut form = form.unwrap_or_default();
        let mut options = planner()
            .invitation_options(&access, &form.choice(), &form.search)
            .await?;
        if is_new {
            let words = words::first_words(&options.event);
            (form.subject, form.text) = words;
            form.calendar = InvitationCalendar::WithRegistration.to_string();
            if let Some(earlier) = options.earlier.clone() {
                take_over(&mut form, &earlier);
                options = planner()
                    .invitation_options(&access, &form.choice(), &form.search)
                    .await?;
            }
        }
        let taken_over = options.earlier.as_ref().filter(|_| is_new);
        let taken_over =
            taken_over.map(|earlier| taken_over_notice(earlier, &options.event, &form));
        let preview = match form.words() {
            Ok((subject, text)) => {
                let words = (&subject, &text);
                let preview = planner()
                    .preview_invitation(&access, &form.choice(), words, form.index())
                    .await?;
                Some(preview)
            }
            Err(_) => None,
        };
        let title = options.event.details.title.to_string();
        let back = invitations_path(event);
        let (network, event) = (options.network.clone(), options.event.clone());
        let confirmed = options.confirmed;
        let content = if event.takes_answers(visit().now) {
            content(options, preview, form).into_any()
        } else if event.state == EventState::Draft {
            let publish = format!("/organise/events/{}/publish", event.id);
            view! {
                <EmptyState title=t!("invite-draft")>
                    <p>{t!("invited-none-draft")}</p>
                    <p><a class="button first" href=publish>{t!("event-publish")}</a></p>
                </EmptyState>
            }
            .into_any()
        } else {
            view! { <EmptyState title=t!("invite-over")><p>{t!("invited-none-closed")}</p></EmptyState> }
                .into_any()
        };
        Ok(view! {
            <Page
                title=t!("invite-page", event = title.as_str())
                brand=&network
                section=Section::Events
                band=event_band(&network, &event, confirmed, EventTab::Invitations)
            >
                <p class="back"><a href=back>{t!("invited-title")}</a></p>
                <PageHead title=t!("invite-title")/>
                {taken_over}
                {content}
            </Page>
        })
    })
}

/// Chooses who was invited to the earlier event, or took part, with the words of its invitation.
fn take_over(form: &mut InviteForm, earlier: &EarlierInvitations) {
    let id = earlier.event.id.to_string();
    form.events = vec![id.clone()];
    form.invited_to = vec![id];
    if let Some((subject, text)) = &earlier.words {
        subject.source().clone_into(&mut form.subject);
        text.source().clone_into(&mut form.text);
    }
}

/// Says what was taken over, and which dates of the earlier event its words have.
fn taken_over_notice(
    earlier: &EarlierInvitations,
    event: &Event,
    form: &InviteForm,
) -> impl IntoView + use<> {
    let title = earlier.event.details.title.to_string();
    let text = format!("{}\n{}", form.subject, form.text);
    let wrong = CopyNote::about_text(CopiedPart::Invitations, &text, &event.details);
    let wrong = wrong.map(|note| {
        let dates = note.found.join(", ");
        view! { <p>{t!("invite-like-dates", dates = dates)}</p> }
    });
    let tone = if wrong.is_some() {
        Tone::Warn
    } else {
        Tone::Plain
    };
    view! { <Notice tone><p>{t!("invite-like", title = title)}</p>{wrong}</Notice> }
}

fn content(
    options: InvitationOptions,
    preview: Option<InvitationPreview>,
    form: InviteForm,
) -> impl IntoView {
    let event = options.event.id.to_string();
    // The fields are made within the form: they show its faults.
    view! {
        <Form to=Invite::PATH submitted_by=SubmittedBy::Browser>
            <Hidden name="event" value=event/>
            {parts(&options, preview.as_ref(), &form)}
        </Form>
    }
}

fn parts(
    options: &InvitationOptions,
    preview: Option<&InvitationPreview>,
    form: &InviteForm,
) -> impl IntoView + use<> {
    let people = options.invitees.people.len();
    let asks = form.action == ASK && people > 0 && preview.is_some();
    let question = asks.then(|| question(options, form).into_any());
    let tried = (!form.tried.is_empty()).then(|| {
        let says = t!("invite-tried", address = form.tried.as_str());
        view! { <Notice tone=Tone::Good><p>{says}</p></Notice> }
    });
    let shown = match preview {
        Some(preview) => {
            words::preview(preview.shown.as_ref(), &preview.missing, people).into_any()
        }
        None => words::preview(None, &[], people).into_any(),
    };
    let send = (people > 0).then(|| {
        view! {
            <section class="card stack">
                <button class="button first full" name="do" value=ASK>{t!("invite-send", n = people)}</button>
                <button class="button full" name="do" value=TRY>{t!("invite-try")}</button>
                <p class="hint">{t!("invite-send.hint")}</p>
            </section>
        }
    });
    view! {
        {question}
        {tried}
        <div class="cols">
            <div class="stack">
                {who(options, form)}
                {what(form)}
            </div>
            <aside class="stack">
                {shown}
                {send}
            </aside>
        </div>
    }
}

/// What will happen, before it does.
fn question(options: &InvitationOptions, form: &InviteForm) -> impl IntoView + use<> {
    let people = options.invitees.people.len();
    let left_out = options.invitees.left_out();
    let mut consequences = Vec::new();
    if form.has_changed {
        consequences.push(t!("invite-changed"));
    }
    consequences.push(t!("invite-ask-mails", n = people));
    let zone = options.event.details.time_zone.rules();
    if let Some(due) = form.due(zone) {
        consequences.push(t!("invite-ask-due", at = dates().when(&due)));
    }
    let language = options.event.details.language;
    let reads_other = |contact: &&Contact| contact.person.language != language;
    let others = options.invitees.people.iter().filter(reads_other).count();
    if others > 0 {
        consequences.push(t!("invite-ask-language", n = others));
    }
    if left_out > 0 {
        consequences.push(t!("invite-ask-left-out", n = left_out));
    }
    if form.calendar == InvitationCalendar::WithInvitation.as_str() {
        consequences.push(t!("invite-ask-calendar"));
    }
    let seen = form.seal(&options.invitees.people);
    let go = if form.due_date.trim().is_empty() {
        t!("invite-go", n = people)
    } else {
        t!("invite-schedule", n = people)
    };
    view! {
        <ConfirmNotice title=t!("invite-ask", n = people) tone=Tone::Accent consequences>
            <Hidden name="seen" value=seen/>
            <div class="row">
                <button class="button first" name="do" value=SEND>{go}</button>
                <button class="button" name="do" value=SHOW>{t!("invite-not-yet")}</button>
            </div>
        </ConfirmNotice>
    }
}

/// The words, the calendar, and when it goes out.
fn what(form: &InviteForm) -> impl IntoView + use<> {
    let InviteForm {
        subject,
        text,
        calendar,
        due_date,
        due_time,
        due_which,
        ..
    } = form.clone();
    let when = if due_date.is_empty() {
        t!("invite-at-once")
    } else {
        format!("{due_date} {due_time}")
    };
    view! {
        <section class="card stack" aria-labelledby="what">
            <h2 id="what">{t!("invite-what")}</h2>
            {words::fields(subject, text, t!("invite-text.hint"))}
            <Radios
                name="calendar"
                label=t!("invite-calendar")
                value=calendar
                choices=Choice::of(InvitationCalendar::ALL)
                required=true
            />
            <FormPart title=t!("invite-when") summary=when>
                <LocalDateTimeField
                    name="due"
                    label=t!("invite-due")
                    date=due_date
                    time=due_time
                    which=due_which
                    hint=t!("invite-due.hint")
                />
            </FormPart>
        </section>
    }
}
