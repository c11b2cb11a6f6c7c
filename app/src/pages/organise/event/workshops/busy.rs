//! `/organise/events/{id}/workshops/busy`: whom organisers need elsewhere in a slot, as at the desk.

use leptos::prelude::*;
use model::{Line, Registration, finds, workshops::BusyMark};
use planner::workshops::BusyOverview;
use ui::{
    components::{
        Choice, DataTable, EmptyState, Field, Form, Hidden, InputKind, Notice, PageHead,
        PostButton, Select, Tone,
    },
    forms::{last_result, resubmitted},
    shell::{Page, Section, Width, page},
    text::t,
    visit::{planner, query},
};

use super::{super::editable::is_editable, back, slot_name, workshops_band};
use crate::{
    api::{
        actions::{MarkBusy, UnmarkBusy},
        authorise::reads_event,
    },
    routes::param,
};

/// Fewer people are chosen from without a search.
const MOST_UNSOUGHT: usize = 20;

#[component]
pub fn BusyPeoplePage() -> impl IntoView {
    page(async {
        let (_, access) = reads_event(&param("id"))?;
        let found = planner().busy_people(&access).await?;
        let programme = &found.programme;
        let may_change = is_editable(&programme.network, &programme.event);
        let form = may_change.then(|| form(&found));
        let list = list(&found, may_change);
        let back = back(programme);
        let band = workshops_band(programme);
        Ok(view! {
            <Page
                title=t!("busy-title")
                brand=&programme.network
                section=Section::Events
                band
                width=Width::Narrow
            >
                {back}
                <PageHead title=t!("busy-title")/>
                <p class="soft">{t!("busy-about")}</p>
                {done()}
                {list}
                {form}
            </Page>
        })
    })
}

fn done() -> Option<impl IntoView + use<>> {
    let text = match last_result()?.as_str() {
        "busy" => t!("busy-done"),
        "not-busy" => t!("busy-done.removed"),
        _ => return None,
    };
    Some(view! { <Notice tone=Tone::Good><p role="status">{text}</p></Notice> })
}

fn list(found: &BusyOverview, may_change: bool) -> AnyView {
    if found.marks.is_empty() {
        return view! { <EmptyState title=t!("busy-none")><p>{t!("busy-none.about")}</p></EmptyState> }
            .into_any();
    }
    let rows: Vec<_> = found
        .marks
        .iter()
        .filter_map(|mark| row(found, mark, may_change))
        .collect();
    let headings = vec![
        t!("busy-person"),
        t!("busy-slot"),
        t!("busy-reason"),
        t!("busy-remove.heading"),
    ];
    view! { <DataTable caption=t!("busy-title") headings stacks=true>{rows}</DataTable> }.into_any()
}

fn row(found: &BusyOverview, mark: &BusyMark, may_change: bool) -> Option<impl IntoView + use<>> {
    let event = &found.programme.event;
    let person = found.person(mark.person)?;
    let slot = found.programme.programme.slot(mark.slot)?;
    let name = person.person.name();
    let record = format!("/organise/events/{}/registrations/{}", event.id, person.id);
    let when = slot_name(slot, event.details.time_zone.rules());
    let about = format!("{name}, {when}");
    let remove = may_change.then(|| {
        let fields = vec![
            ("event", event.id.to_string()),
            ("person", person.id.to_string()),
            ("slot", slot.id.to_string()),
        ];
        view! { <PostButton to=UnmarkBusy::PATH label=t!("busy-remove") about fields class="button small"/> }
    });
    Some(view! {
        <tr>
            <th scope="row"><a href=record>{name}</a></th>
            <td data-heading=t!("busy-slot")>{when}</td>
            <td data-heading=t!("busy-reason")>{mark.reason.as_ref().map(Line::to_string)}</td>
            <td>{remove}</td>
        </tr>
    })
}

fn form(found: &BusyOverview) -> impl IntoView + use<> {
    let typed = resubmitted::<MarkBusy>().unwrap_or_default();
    let event = &found.programme.event;
    let sought = query("find").unwrap_or_default();
    let search = (found.people.len() > MOST_UNSOUGHT).then(|| {
        let path = format!("/organise/events/{}/workshops/busy", event.id);
        view! {
            <form class="filters" method="get" action=path role="search">
                <Field name="find" label=t!("person-rules.find") value=sought.clone() kind=InputKind::Search/>
                <div class="row"><button class="button small">{t!("person-rules.search")}</button></div>
            </form>
        }
    });
    let name = |person: &Registration| match person.person.organisation_name.as_ref() {
        Some(organisation) => format!("{} · {organisation}", person.person.name()),
        None => person.person.name(),
    };
    let people = found
        .people
        .iter()
        .map(|person| (person.id.to_string(), name(person)));
    // Whoever is chosen already stays, whatever is sought.
    let people = people.filter(|(id, name)| *id == typed.person || finds(name, &sought));
    let people: Vec<Choice> = people.map(|(id, name)| Choice::new(id, name)).collect();
    let zone = event.details.time_zone.rules();
    let slots = found
        .slots()
        .map(|slot| Choice::new(slot.id.to_string(), slot_name(slot, zone)));
    let slots: Vec<Choice> = slots.collect();
    let id = event.id.to_string();
    view! {
        <section class="card" aria-labelledby="busy-add">
            <h2 id="busy-add">{t!("busy-add")}</h2>
            {search}
            <Form to=MarkBusy::PATH>
                <Hidden name="event" value=id/>
                <Select name="person" label=t!("busy-person") value=typed.person choices=people none=t!("busy-choose") unmarked=true/>
                <Select name="slot" label=t!("busy-slot") value=typed.slot choices=slots none=t!("busy-choose") unmarked=true/>
                <Field name="reason" label=t!("busy-reason") value=typed.reason hint=t!("busy-reason.hint")/>
                <button class="button first">{t!("busy-do")}</button>
            </Form>
        </section>
    }
}
