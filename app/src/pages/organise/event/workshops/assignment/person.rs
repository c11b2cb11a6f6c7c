//! `/organise/events/{id}/workshops/assignment/{person}`: what a person attends, why, and where else they could go.

use leptos::prelude::*;
use model::{RegistrationId, assignment::Fairness};
use planner::assignments::{AssignedPerson, ExplainedSlot, Explanation, Place};
use ui::{
    components::{Field, Form, Hidden, Notice, PageHead, PostButton, Tone},
    error::AppError,
    forms::{last_result, refused, resubmitted},
    shell::{Page, Section, page},
    text::t,
    visit::{planner, query},
};

use super::{
    super::{super::head::EventTab, band_of, slot_name},
    choices::heading,
    may_plan, options, person_rules,
    rules::name_of,
};
use crate::{
    api::{
        actions::{MarkBusy, UnmarkBusy},
        authorise::reads_event,
    },
    pages::explanation::explained_slot,
    routes::param,
};

#[component]
pub fn AssignedPersonPage() -> impl IntoView {
    page(async {
        let (event, access) = reads_event(&param("id"))?;
        let person: RegistrationId = param("person").parse().map_err(|_| AppError::NotFound)?;
        let slot = query("slot").and_then(|slot| slot.parse().ok());
        let found = planner().assigned_person(&access, person, slot).await?;
        let assignment = &found.board.assignment;
        let band = band_of(assignment, EventTab::Assignment);
        let name = found.registration.person.name();
        let record = format!("/organise/events/{event}/registrations/{person}");
        let actions = view! { <a class="button" href=record>{t!("assigned-record")}</a> };
        let content = content(&found);
        Ok(view! {
            <Page
                title=t!("assigned-page", name = name.as_str())
                brand=&assignment.network
                section=Section::Events
                band
            >
                <p class="back">
                    <a href=format!("/organise/events/{event}/workshops/assignment")>{t!("assigned-back")}</a>
                </p>
                <PageHead title=name facts=facts(&found) actions=actions.into_any()/>
                {content}
            </Page>
        })
    })
}

fn facts(found: &AssignedPerson) -> Vec<AnyView> {
    let organisation = found.registration.person.organisation_name.as_ref();
    let organisation = organisation.map(|name| name.to_string().into_any());
    let version = found.board.version.as_ref();
    let version =
        version.map(|version| t!("assignment-version", n = version.head.number).into_any());
    organisation.into_iter().chain(version).collect()
}

fn content(found: &AssignedPerson) -> AnyView {
    let Some(explanation) = &found.explanation else {
        return view! { <p>{t!("assigned-takes-no-part")}</p> }.into_any();
    };
    let slots: Vec<_> = explanation
        .slots
        .iter()
        .map(|slot| slot_card(found, explanation, slot))
        .collect();
    view! {
        <p class="hint">{compared(explanation)}</p>
        {done()}
        {changed(found)}
        <div class="stack">{slots}</div>
        {may_plan(&found.board.assignment).then(|| person_rules::person_rules(found))}
    }
    .into_any()
}

/// What became of a change.
fn done() -> Option<impl IntoView + use<>> {
    let (text, tone) = match last_result()?.as_str() {
        "moved" => (t!("move-done"), Tone::Good),
        "meanwhile" => (t!("move-done.meanwhile"), Tone::Warn),
        "refused" => (t!("move-done.refused"), Tone::Warn),
        "outdated" => (t!("move-done.outdated"), Tone::Warn),
        "busy" => (t!("busy-done"), Tone::Good),
        "not-busy" => (t!("busy-done.removed"), Tone::Good),
        "rule" => (t!("move-done.rule"), Tone::Good),
        _ => return None,
    };
    Some(view! { <Notice tone><p role="status">{text}</p></Notice> })
}

/// Says that the reasons are about what has changed since the version as well.
fn changed(found: &AssignedPerson) -> Option<impl IntoView + use<>> {
    let board = &found.board;
    let version = board.version.as_ref()?;
    let is_changed = version.head.quality.problem != board.problem.fingerprint;
    is_changed.then(|| {
        view! {
            <Notice tone=Tone::Warn>
                <p><b>{t!("repair-assignment-changed")}</b></p>
                <p>{t!("assigned-changed")}</p>
            </Notice>
        }
    })
}

/// By what the reasons compare.
fn compared(explanation: &Explanation) -> String {
    let fairness: Fairness = explanation.fairness;
    let method = heading(Some(fairness));
    if explanation.is_changed_by_hand {
        t!("assigned-compared.by-hand", method = method)
    } else {
        t!("assigned-compared", method = method)
    }
}

fn slot_card(
    found: &AssignedPerson,
    explanation: &Explanation,
    slot: &ExplainedSlot,
) -> Option<impl IntoView + use<>> {
    let assignment = &found.board.assignment;
    let time_slot = assignment.programme.slot(slot.slot)?;
    let name = |person: RegistrationId| name_of(assignment, person);
    let names = options::names(found, &name);
    let title = slot_name(time_slot, assignment.event.details.time_zone.rules());
    let id = format!("slot-{}", slot.slot);
    let labelled_by = id.clone();
    let takes_part = matches!(slot.place, Place::Workshop { .. } | Place::NoSeat);
    let attending = found.board.problem.attending(slot.slot);
    let attends = attending.contains(&explanation.person);
    let options = (may_plan(&found.board.assignment) && takes_part && attends)
        .then(|| options::options(found, slot.slot));
    let not_there = (takes_part && !attends)
        .then(|| view! { <p class="notice warn">{t!("assigned-not-there")}</p> });
    let busy = may_plan(assignment).then(|| busy(found, slot));
    Some(view! {
        <section class="card dense explained" aria-labelledby=labelled_by>
            <h2 id=id>{title}</h2>
            {explained_slot(names, explanation, slot)}
            {not_there}
            {options}
            {busy}
        </section>
    })
}

/// The form that says that the person is needed elsewhere at this time, or that they are not any more.
fn busy(found: &AssignedPerson, slot: &ExplainedSlot) -> Option<AnyView> {
    let fields = vec![
        ("event", found.board.assignment.event.id.to_string()),
        ("person", found.registration.id.to_string()),
        ("slot", slot.slot.to_string()),
        ("at_person", "on".to_owned()),
    ];
    match slot.place {
        Place::Leads(_) => None,
        Place::Busy => Some(
            view! { <PostButton to=UnmarkBusy::PATH label=t!("busy-remove") fields class="button small"/> }
                .into_any(),
        ),
        Place::Workshop { .. } | Place::NoSeat | Place::Absent => {
            let fields = fields
                .into_iter()
                .map(|(name, value)| view! { <Hidden name value/> })
                .collect_view();
            let id = format!("busy-{}", slot.slot);
            let refused = refused();
            let is_refused =
                refused.is_some_and(|one| one.action == MarkBusy::PATH && one.id == id);
            let form = is_refused.then(resubmitted::<MarkBusy>).flatten();
            let reason = form.unwrap_or_default().reason;
            let content = view! {
                <Form to=MarkBusy::PATH id>
                    {fields}
                    <Field name="reason" label=t!("busy-reason") value=reason hint=t!("busy-reason.hint")/>
                    <button class="button small">{t!("busy-do")}</button>
                </Form>
            };
            Some(
                view! { <details class="more" open=is_refused><summary>{t!("busy-add")}</summary>{content}</details> }
                    .into_any(),
            )
        }
    }
}
