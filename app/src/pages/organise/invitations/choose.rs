//! `/organise/events/{id}/invitations/new`: whom to invite, with which words, and when.

use leptos::prelude::*;
use model::{Contact, CopiedPart, CopyNote, Event, InvitationCalendar, ListMembers};
use planner::invitations::{EarlierInvitations, InvitationOptions, InvitationPreview, Invitees};
use ui::{
    components::{
        Checks, Choice, ConfirmNotice, EmptyState, Field, Form, FormPart, Hidden, InputKind,
        LocalDateTimeField, Notice, PageHead, Radios, SubmittedBy, Tone, set_summary_label,
    },
    dates::dates,
    forms::resubmitted,
    shell::{Page, Section, page},
    text::t,
    visit::{planner, visit},
};

use super::words;
use crate::{
    api::{
        actions::Invite,
        authorise::organises_event,
        invitations::invitations_path,
        invite_form::{ASK, InviteForm, SEARCH, SEND, SHOW, TRY},
    },
    pages::organise::{
        event::{EventTab, event_band},
        list_parts::NAMED,
    },
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
    let shown =
        preview.map(|preview| words::preview(preview.shown.as_ref(), &preview.missing, people));
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

/// Whom to invite, and who of them is written to.
fn who(options: &InvitationOptions, form: &InviteForm) -> impl IntoView + use<> {
    let lists: Vec<Choice> = options
        .lists
        .iter()
        .map(|(list, people)| {
            let kind = match list.members {
                ListMembers::Fixed => t!("invite-list-fixed", n = *people),
                ListMembers::Rule(_) => t!("invite-list-rule", n = *people),
            };
            Choice::new(list.id.to_string(), format!("{} · {kind}", list.name))
        })
        .collect();
    let lists = if lists.is_empty() {
        view! { <p class="soft">{t!("invite-no-lists")}</p> }.into_any()
    } else {
        let values = form.lists.clone();
        view! { <Checks name="lists" label=t!("invite-lists") values choices=lists/> }.into_any()
    };
    let organisations: Vec<Choice> = options
        .organisations
        .iter()
        .map(|(one, people)| {
            let label = format!("{} ({people})", one.short_name);
            Choice::new(one.id.to_string(), label)
        })
        .collect();
    let events: Vec<Choice> = options
        .events
        .iter()
        .map(|(event, people)| {
            let day = dates().day(event.details.starts.local.date());
            let label = format!("{}, {day} ({people})", event.details.title);
            Choice::new(event.id.to_string(), label)
        })
        .collect();
    let invited_to: Vec<Choice> = options
        .invited_to
        .iter()
        .map(|(event, people)| {
            let day = dates().day(event.details.starts.local.date());
            let label = format!("{}, {day} ({people})", event.details.title);
            Choice::new(event.id.to_string(), label)
        })
        .collect();
    let folded = [
        part(
            "organisations",
            t!("invite-organisations"),
            &form.organisations,
            organisations,
        ),
        part("events", t!("invite-events"), &form.events, events),
        part(
            "invited_to",
            t!("invite-invited-to"),
            &form.invited_to,
            invited_to,
        ),
    ];
    let single = single(options, form);
    set_summary_label("lists", &t!("invite-lists"));
    view! {
        <section class="card stack" aria-labelledby="who">
            <h2 id="who">{t!("invite-who")}</h2>
            {lists}
            {folded.into_iter().collect_view()}
            {single}
            <div class="row"><button class="button" name="do" value=SHOW>{t!("invite-update")}</button></div>
            {result(&options.invitees)}
        </section>
    }
}

/// Choices that are folded away. Nothing if there are none.
fn part(
    name: &'static str,
    title: String,
    values: &[String],
    choices: Vec<Choice>,
) -> Option<impl IntoView + use<>> {
    if choices.is_empty() {
        return None;
    }
    let summary = match values.len() {
        0 => String::new(),
        n => t!("invite-chosen", n = n),
    };
    let (values, label) = (values.to_vec(), title.clone());
    Some(view! {
        <FormPart title summary>
            <Checks name label values choices/>
        </FormPart>
    })
}

/// Single people: those who are chosen, and those whom a search finds.
fn single(options: &InvitationOptions, form: &InviteForm) -> impl IntoView + use<> {
    let mut people: Vec<&Contact> = options.contacts.iter().collect();
    let is_known = |contact: &&Contact| options.contacts.iter().all(|one| one.id != contact.id);
    people.extend(options.found.iter().filter(is_known));
    let choices: Vec<Choice> = people
        .into_iter()
        .map(|contact| {
            let person = &contact.person;
            let label = format!("{}, {}", person.name(), person.address.shown());
            Choice::new(contact.id.to_string(), label)
        })
        .collect();
    let found = (!choices.is_empty()).then(|| {
        let values = form.contacts.clone();
        view! { <Checks name="contacts" label=t!("invite-contacts") values choices/> }
    });
    let nobody = (options.found.is_empty() && !form.search.trim().is_empty())
        .then(|| view! { <p class="soft">{t!("contacts-not-found")}</p> });
    let search = form.search.clone();
    view! {
        <Field
            name="search"
            label=t!("invite-search")
            value=search
            kind=InputKind::Search
            hint=t!("invite-search.hint")
            unmarked=true
        />
        <div class="row"><button class="button" name="do" value=SEARCH>{t!("people-find")}</button></div>
        {nobody}
        {found}
    }
}

/// How many get it, and who does not: each group is opened on demand.
fn result(invitees: &Invitees) -> impl IntoView + use<> {
    if invitees.chosen() == 0 {
        return view! { <p class="soft">{t!("invite-nobody")}</p> }.into_any();
    }
    let groups = [
        group(
            t!("invite-several", n = invitees.several.len()),
            &invitees.several,
        ),
        group(
            t!("invite-opted-out", n = invitees.opted_out.len()),
            &invitees.opted_out,
        ),
        group(
            t!("invite-unreachable", n = invitees.unreachable.len()),
            &invitees.unreachable,
        ),
        group(
            t!("invite-already", n = invitees.invited.len()),
            &invitees.invited,
        ),
        group(
            t!("invite-registered", n = invitees.registered.len()),
            &invitees.registered,
        ),
    ];
    let left_out = invitees.left_out();
    let of = (left_out > 0).then(|| {
        t!(
            "invite-chosen-of",
            n = invitees.chosen(),
            left_out = left_out
        )
    });
    let people = group(
        t!("invite-people", n = invitees.people.len()),
        &invitees.people,
    );
    let nobody = invitees
        .people
        .is_empty()
        .then(|| view! { <p><b>{t!("invite-people", n = 0)}</b></p> });
    view! {
        <div class="stack tight" id="result">
            {nobody}
            {people}
            {of.map(|of| view! { <p class="hint">{of}</p> })}
            {groups.into_iter().collect_view()}
        </div>
    }
    .into_any()
}

/// A group of people under its number, the first of them by name. Nothing if it is empty.
fn group(says: String, people: &[Contact]) -> Option<impl IntoView + use<>> {
    if people.is_empty() {
        return None;
    }
    let names: Vec<_> = people
        .iter()
        .take(NAMED)
        .map(|contact| {
            let person = &contact.person;
            let address = person.address.shown().to_owned();
            view! { <li>{person.name()}" "<small class="soft address">{address}</small></li> }
        })
        .collect();
    let more = people.len().saturating_sub(NAMED);
    let more = (more > 0).then(|| view! { <li class="soft">{t!("wishes-more", n = more)}</li> });
    Some(view! {
        <details>
            <summary>{says}</summary>
            <ul>{names}{more}</ul>
        </details>
    })
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
