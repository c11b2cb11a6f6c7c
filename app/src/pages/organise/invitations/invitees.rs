//! Whom to invite: lists, organisations, people of other events, single people; and who of them is written to.

use leptos::prelude::*;
use model::{Contact, Event, ListMembers};
use planner::invitations::{InvitationOptions, Invitees};
use ui::{
    components::{Checks, Choice, Field, FormPart, InputKind, set_summary_label},
    dates::dates,
    text::t,
};

use crate::{
    api::invite_form::{InviteForm, SEARCH, SHOW},
    pages::organise::list_parts::NAMED,
};

/// Whom to invite, and who of them is written to.
pub(super) fn who(options: &InvitationOptions, form: &InviteForm) -> impl IntoView + use<> {
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
    let events = event_choices(&options.events);
    let invited_to = event_choices(&options.invited_to);
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

/// Events with the number of their people.
fn event_choices<N: std::fmt::Display>(events: &[(Event, N)]) -> Vec<Choice> {
    let choices = events.iter().map(|(event, people)| {
        let day = dates().day(event.details.starts.local.date());
        let label = format!("{}, {day} ({people})", event.details.title);
        Choice::new(event.id.to_string(), label)
    });
    choices.collect()
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
