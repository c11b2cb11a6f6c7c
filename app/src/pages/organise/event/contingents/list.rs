//! `/organise/events/{id}/contingents`: how many places are held for which organisation, on one form.

use leptos::prelude::*;
use model::EventState;
use planner::contingents::{ContingentOverview, OrganisationPlaces};
use ui::{
    components::{
        DataTable, EmptyState, Field, Form, Hidden, InputKind, LocalDateTimeField, Notice,
        PageHead, Revision, SaveBar, Tag, Tone, set_summary_label,
    },
    dates::dates,
    forms::{last_result, resubmitted},
    shell::{Page, Section, page},
    text::t,
    visit::{planner, visit},
};

use super::super::head::{EventTab, event_band};
use crate::{
    api::{
        actions::{SaveContingentRelease, SaveContingents},
        authorise::reads_event,
        contingents::{ContingentsForm, ReleaseForm},
    },
    routes::param,
};

#[component]
pub fn ContingentsPage() -> impl IntoView {
    page(async {
        let (_, access) = reads_event(&param("id"))?;
        let found = planner().contingents(&access).await?;
        let may_plan = visit().signed_in()?.organises(found.network.id).is_ok()
            && found.event.state != EventState::Cancelled;
        let content = if found.organisations.is_empty() {
            let href = format!("/organise/organisations?network={}", found.network.id);
            view! {
                <EmptyState title=t!("contingents-none")>
                    <p><a href=href>{t!("contingents-none.advice")}</a></p>
                </EmptyState>
            }
            .into_any()
        } else if may_plan {
            view! { {form(&found)}{release(&found)} }.into_any()
        } else {
            table(&found, None).into_any()
        };
        Ok(view! {
            <Page
                title=t!("contingents-page", event = found.event.details.title.as_str())
                brand=&found.network
                section=Section::Events
                band=event_band(&found.network, &found.event, found.counts.confirmed, EventTab::Contingents)
            >
                <PageHead title=t!("contingents-title")/>
                {done()}
                <p class="soft">{t!("contingents-about")}</p>
                {numbers(&found)}
                {content}
            </Page>
        })
    })
}

fn done() -> Option<impl IntoView> {
    let text = match last_result()?.as_str() {
        "saved" => t!("contingents-saved"),
        "release" => t!("contingents-release-saved"),
        _ => return None,
    };
    Some(view! { <Notice tone=Tone::Good><p role="status">{text}</p></Notice> })
}

/// How many places are held and taken.
fn numbers(found: &ContingentOverview) -> impl IntoView + use<> {
    let held: u32 = found.organisations.iter().map(|places| places.held).sum();
    let unused: u32 = found
        .organisations
        .iter()
        .map(|places| places.held.saturating_sub(places.taken))
        .sum();
    let says = match found.event.details.capacity {
        Some(capacity) => t!(
            "contingents-numbers",
            held = held,
            unused = unused,
            taken = found.seats.taken(),
            of = capacity
        ),
        None => t!(
            "contingents-numbers-unlimited",
            held = held,
            unused = unused
        ),
    };
    view! { <p><b>{says}</b></p> }
}

fn form(found: &ContingentOverview) -> impl IntoView + use<> {
    let form =
        resubmitted::<SaveContingents>().unwrap_or_else(|| ContingentsForm::of(&found.event));
    let (event, revision) = (found.event.id.to_string(), found.event.revision);
    let sent = form.revision.clone();
    set_summary_label("capacity", &t!("contingents-title"));
    let table = table(found, Some(&form)).into_any();
    view! {
        <Form to=SaveContingents::PATH>
            <Hidden name="event" value=event/>
            <Revision current=revision sent/>
            {table}
            <SaveBar>
                <button class="button first">{t!("contingents-save")}</button>
            </SaveBar>
        </Form>
    }
}

/// All organisations. With the form, each has a field.
fn table(found: &ContingentOverview, form: Option<&ContingentsForm>) -> impl IntoView + use<> {
    let headings = vec![
        t!("people-column-organisation"),
        t!("contingents-held"),
        t!("contingents-taken"),
        t!("contingents-link"),
    ];
    let event = found.event.id;
    let rows: Vec<_> = found
        .organisations
        .iter()
        .map(|places| {
            let id = places.organisation.id;
            let name = places.organisation.short_name.to_string();
            let held = match form {
                Some(form) => {
                    let value = form.seats.get(&id.to_string()).cloned().unwrap_or_default();
                    set_summary_label(&ContingentsForm::field(id), &name);
                    view! {
                        <Field
                            name=ContingentsForm::field(id)
                            label=t!("contingents-held")
                            value
                            kind=InputKind::Number
                            about=name.clone()
                            unmarked=true
                        />
                    }
                    .into_any()
                }
                None => places.held.to_string().into_any(),
            };
            let href = format!("/organise/events/{event}/contingents/{id}");
            view! {
                <tr>
                    <th scope="row"><a href=href>{name}</a></th>
                    <td data-heading=t!("contingents-held")>{held}</td>
                    <td data-heading=t!("contingents-taken")>{places.taken}</td>
                    <td data-heading=t!("contingents-link")>{link_tag(places)}</td>
                </tr>
            }
        })
        .collect();
    view! {
        <div class="contingents">
            <DataTable caption=t!("contingents-title") headings stacks=true>{rows}</DataTable>
        </div>
    }
}

fn link_tag(places: &OrganisationPlaces) -> impl IntoView + use<> {
    match &places.link {
        None => view! { <span class="soft">{t!("links-none")}</span> }.into_any(),
        Some(link) => {
            let address = link.address.as_ref().map(
                |address| view! { " "<small class="soft address">{address.to_string()}</small> },
            );
            view! { <Tag text=t!("contingents-has-link") tone=Tone::Good/>{address} }.into_any()
        }
    }
}

/// When unused places return to all.
fn release(found: &ContingentOverview) -> impl IntoView + use<> {
    if let Some(release) = found
        .release
        .filter(|release| release.released_at.is_some())
    {
        let due = dates().brief(&found.event.details.time_zone.clock(release.due.at));
        return view! { <Notice><p>{t!("contingents-released", due = due)}</p></Notice> }
            .into_any();
    }
    let due = found.release.map(|release| release.due);
    let form = resubmitted::<SaveContingentRelease>().unwrap_or_else(|| ReleaseForm::of(due));
    let event = found.event.id.to_string();
    view! {
        <section class="card stack" aria-labelledby="release">
            <h2 id="release">{t!("contingents-release")}</h2>
            <Form to=SaveContingentRelease::PATH>
                <Hidden name="event" value=event/>
                <LocalDateTimeField
                    name="due"
                    label=t!("contingents-release-due")
                    date=form.due_date
                    time=form.due_time
                    which=form.due_which
                    hint=t!("contingents-release-due.hint")
                />
                <div class="row"><button class="button">{t!("contingents-release-save")}</button></div>
            </Form>
        </section>
    }
    .into_any()
}
