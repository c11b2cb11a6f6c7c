//! `/organise/events/{id}/messages/new`: a message to people of the event, with what each of them reads.

use leptos::prelude::*;
use model::{Attachment, Event, EventState, Language, TextVariable};
use planner::{
    Delivery,
    mailings::{MailingView, MessagePreview, MissingValue, PersonPreview},
};
use ui::{
    components::{
        Area, EmptyState, Field, Form, FormEncoding, Hidden, LocalDateTimeField, Notice, PageHead,
        SubmittedBy, Tone,
    },
    error::AppError,
    forms::{refused, resubmitted},
    shell::{Page, Section, page},
    text::t,
    visit::{language, planner, query, visit},
};

use super::{attachments::attachment_fields, audience::audience};
use crate::{
    api::{
        actions::SendMessage,
        authorise::{organises_event, reads_event},
        messages::MessageForm,
    },
    pages::organise::{
        event::{EventTab, event_band},
        list_parts::NAMED,
    },
    routes::param,
};

#[component]
pub fn NewMessagePage() -> impl IntoView {
    page(async {
        let (_, access) = organises_event(&param("id"))?;
        let sent = resubmitted::<SendMessage>();
        let earlier = match query("like") {
            Some(id) if sent.is_none() => Some(earlier_message(&id).await?),
            _ => None,
        };
        let given_up = earlier.as_ref().map(|earlier| {
            let n = earlier.counts.written;
            view! { <Notice tone=Tone::Accent><p role="status">{t!("message-given-up", n = n)}</p></Notice> }
        });
        let form = match (&sent, &earlier) {
            (Some(sent), _) => sent.clone(),
            (None, Some(earlier)) => MessageForm::like(&earlier.mailing),
            (None, None) => MessageForm {
                person: query("person").unwrap_or_default(),
                state: query("state").unwrap_or_default(),
                lack: query("lack").unwrap_or_default(),
                ..MessageForm::default()
            },
        };
        let words = form.words().ok();
        let words = words.as_ref().map(|(subject, text)| (subject, text));
        let found = planner()
            .preview_message(&access, &form.filter()?, words, form.index())
            .await?;
        let attached = planner()
            .unsent_attachments(&access, &form.attached())
            .await?;
        let title = found.event.details.title.to_string();
        let messages = format!("/organise/events/{}/messages", found.event.id);
        let content = if found.event.state == EventState::Draft {
            view! {
                <EmptyState title=t!("message-draft")>
                    <p>{t!("message-draft.advice")}</p>
                </EmptyState>
            }
            .into_any()
        } else {
            let is_first = sent.is_none() && earlier.is_none();
            let notice = recounted(&form, &found);
            let tried = tried(&form);
            view! {
                {given_up}
                {notice}
                {tried}
                {fields(form, &found, &attached, is_first)}
            }
            .into_any()
        };
        Ok(view! {
            <Page
                title=t!("message-page", event = title.as_str())
                brand=&found.network
                section=Section::Events
                band=event_band(&found.network, &found.event, found.counts.confirmed, EventTab::Messages)
            >
                <p class="back"><a href=messages>{t!("messages-back")}</a></p>
                <PageHead title=t!("message-title")/>
                {content}
            </Page>
        })
    })
}

/// A message of the event that was written before.
async fn earlier_message(id: &str) -> Result<MailingView, AppError> {
    let (_, access) = reads_event(&param("id"))?;
    let id = id.parse().map_err(|_| AppError::NotFound)?;
    let (_, earlier) = planner().mailing(&access, id).await?;
    Ok(earlier)
}

/// Says that other people get the message by now than the page has named.
fn recounted(form: &MessageForm, found: &MessagePreview) -> Option<impl IntoView + use<>> {
    let people = found.people.len();
    let is_sent = form.action == "send" && refused().is_some();
    (is_sent && form.seen != form.seal(&found.people)).then(|| {
        view! { <Notice tone=Tone::Warn><p><b>{t!("message-recounted", n = people)}</b></p></Notice> }
    })
}

fn tried(form: &MessageForm) -> Option<impl IntoView + use<>> {
    (!form.tried.is_empty()).then(|| {
        let text = match planner().config().delivery {
            Delivery::MailServer => t!("message-tried", address = form.tried.as_str()),
            Delivery::Kept => t!("message-tried-kept"),
        };
        view! { <Notice tone=Tone::Good><p role="status">{text}</p></Notice> }
    })
}

/// The words that a new message begins with.
fn first_text(event: &Event) -> String {
    let language = event.details.language;
    let greeting = format!(
        "{} {}",
        TextVariable::GivenName.placeholder(language),
        TextVariable::FamilyName.placeholder(language)
    );
    let name = visit()
        .principal
        .as_ref()
        .and_then(|principal| {
            let mut here = principal.memberships().iter().map(|found| &found.member);
            here.find(|member| member.network == event.network)
        })
        .map(|member| member.name.to_string())
        .unwrap_or_default();
    match language {
        Language::De => format!("Guten Tag {greeting},\n\n\n\nMit freundlichen Grüßen\n{name}"),
        Language::En => format!("Dear {greeting},\n\n\n\nKind regards,\n{name}"),
    }
}

fn fields(
    form: MessageForm,
    found: &MessagePreview,
    attached: &[Attachment],
    is_first: bool,
) -> impl IntoView + use<> {
    let event = found.event.id.to_string();
    let (found, attached) = (found.clone(), attached.to_vec());
    // The fields are made within the form: they show its faults.
    view! {
        <Form
            to=SendMessage::PATH
            encoding=FormEncoding::Multipart
            submitted_by=SubmittedBy::Browser
        >
            <Hidden name="event" value=event/>
            {parts(form, &found, &attached, is_first)}
        </Form>
    }
}

fn parts(
    form: MessageForm,
    found: &MessagePreview,
    attached: &[Attachment],
    is_first: bool,
) -> impl IntoView + use<> {
    let text = if is_first {
        first_text(&found.event)
    } else {
        form.text.clone()
    };
    let event = found.event.id.to_string();
    let seen = form.seal(&found.people);
    let index = found.shown.as_ref().map_or(0, |shown| shown.index);
    let people = found.people.len();
    let attachments = attachment_fields(&event, attached).into_any();
    let audience = audience(&form, found).into_any();
    let preview = found
        .shown
        .as_ref()
        .map(|shown| preview(shown, people).into_any());
    let missing = missing(found).into_any();
    let send = found
        .shown
        .is_some()
        .then(|| buttons(&form, people).into_any());
    let is_cancelled = found.event.state == EventState::Cancelled;
    let due = (!is_cancelled).then(|| {
        view! {
            <LocalDateTimeField
                name="due"
                label=t!("message-due")
                date=form.due_date.clone()
                time=form.due_time.clone()
                which=form.due_which.clone()
                hint=t!("message-due.hint")
            />
        }
    });
    view! {
            <Hidden name="index" value=index.to_string()/>
            <Hidden name="seen" value=seen/>
            <div class="cols">
                <div class="stack">
                    <section class="card stack" aria-labelledby="whom">
                        <h2 id="whom">{t!("message-whom")}</h2>
                        {audience}
                    </section>
                    <section class="card stack" aria-labelledby="what">
                        <h2 id="what">{t!("message-what")}</h2>
                        <Field name="subject" label=t!("message-subject") value=form.subject required=true/>
                        <Area name="text" label=t!("message-text") value=text rows=12 required=true unmarked=true hint=variables_hint()/>
                        {attachments}
                        {due}
                        <div class="row">
                            <button class="button" name="do" value="preview">{t!("message-preview")}</button>
                        </div>
                    </section>
                </div>
                <div class="stack">
                    {missing}
                    {preview}
                    {send}
                </div>
            </div>
    }
}

/// The variables that a text can have, in the language of the visit.
pub(super) fn variables_hint() -> String {
    let names = TextVariable::ALL
        .iter()
        .map(|variable| variable.placeholder(language()));
    t!(
        "message-variables",
        names = names.collect::<Vec<_>>().join(", ")
    )
}

/// What one person reads, with the way to the others.
fn preview(shown: &PersonPreview, people: usize) -> impl IntoView + use<> {
    let previous = (shown.index > 0).then(|| {
        view! { <button class="button small" name="do" value="previous">{t!("message-previous")}</button> }
    });
    let next = (shown.index + 1 < people).then(|| {
        view! { <button class="button small" name="do" value="next">{t!("message-next")}</button> }
    });
    let (subject, text) = (shown.subject.clone(), shown.text.clone());
    view! {
        <section class="card stack" id="preview" aria-labelledby="reads">
            <h2 id="reads">{t!("message-reads", n = shown.index + 1, of = people)}</h2>
            <p class="soft small">{format!("{} <{}>", shown.name, shown.address)}</p>
            <p><b>{subject}</b></p>
            <p class="words">{text}</p>
            <div class="row">{previous}{next}</div>
        </section>
    }
}

/// For whom a variable stays empty.
fn missing(found: &MessagePreview) -> impl IntoView + use<> {
    let name = |place: &usize| {
        let person = found.people.get(*place);
        person.map(|(_, name)| name.clone()).unwrap_or_default()
    };
    let lines: Vec<_> = found
        .missing
        .iter()
        .map(|MissingValue { variable, people }| {
            let n = people.len();
            let variable = variable.placeholder(language());
            let names: Vec<String> = people.iter().take(NAMED).map(name).collect();
            let more = n.saturating_sub(NAMED);
            let more = (more > 0).then(|| format!(" {}", t!("wishes-more", n = more)));
            view! {
                <details class="more">
                    <summary>{t!("message-missing", n = n, variable = variable)}</summary>
                    <p class="words">{names.join(", ")}{more}</p>
                </details>
            }
        })
        .collect();
    (!lines.is_empty()).then(|| view! { <Notice tone=Tone::Warn>{lines}</Notice> })
}

fn buttons(form: &MessageForm, people: usize) -> impl IntoView + use<> {
    let label = if form.due_date.trim().is_empty() && form.due_time.trim().is_empty() {
        t!("message-send", n = people)
    } else {
        t!("message-schedule", n = people)
    };
    view! {
        <section class="card stack" aria-labelledby="send">
            <h2 id="send">{t!("message-ready")}</h2>
            <div class="row">
                <button class="button first" name="do" value="send">{label}</button>
                <button class="button" name="do" value="try">{t!("message-try")}</button>
            </div>
            <p class="soft small">{t!("message-send.hint")}</p>
        </section>
    }
}
