//! `/registration/{token}/assignment`: the workshops that somebody was given, and why not what they wished for more.

use leptos::prelude::*;
use planner::assignments::{ExplainedSlot, OwnAssignment};
use ui::{
    components::PageHead,
    dates::dates,
    paths::PersonalPath,
    shell::{Brand, Page, page},
    text::t,
    visit::{language, planner},
};

use super::personal::event_path;
use crate::{
    api::authorise::by_link,
    pages::assignment_files::AssignmentFiles,
    pages::explanation::{Names, explained_slot},
    routes::param,
};

#[component]
pub fn OwnAssignmentPage() -> impl IntoView {
    page(async {
        let token = param("token");
        let own = planner().own_assignment(&by_link(&token)).await?;
        let paths = PersonalPath::of(&token, language());
        let lang = own.event.details.language.tag();
        let name = own.event.details.title.to_string();
        let brand = Brand::of_event(&own.network, &own.event);
        let slots: Vec<_> = own
            .explanation
            .slots
            .iter()
            .map(|slot| card(&own, slot))
            .collect();
        let back = paths.page();
        Ok(view! {
            <Page title=t!("explained-page", event = name.as_str()) brand>
                <p class="back"><a href=back lang=lang>{name.clone()}</a></p>
                <PageHead title=t!("explained-title") kind=own.registration.person.name()/>
                {method(&own)}
                <div class="stack">{slots}</div>
            </Page>
        })
    })
}

/// How wishes became seats, and how the person finds themselves in the files.
fn method(own: &OwnAssignment) -> impl IntoView + use<> {
    let fairness = own.explanation.fairness.as_str();
    let files = event_path(&own.event)
        .zip(own.number)
        .map(|(paths, number)| {
            let says = t!("explained-number", n = number);
            view! { <AssignmentFiles says paths=paths.assignment_files()/> }
        });
    view! {
        <p class="lead">{t!("wishes-method.text", fairness = fairness)}</p>
        {files}
    }
}

fn card(own: &OwnAssignment, slot: &ExplainedSlot) -> Option<impl IntoView + use<>> {
    let time_slot = own.programme.slot(slot.slot)?;
    let zone = own.event.details.time_zone.rules();
    let times = dates().span_of_item(time_slot.starts, time_slot.ends(zone));
    let title = format!("{}, {times}", dates().day(time_slot.starts.date()));
    let names = Names {
        event: &own.event,
        programme: &own.programme,
        people: None,
    };
    let id = format!("slot-{}", slot.slot);
    let labelled_by = id.clone();
    Some(view! {
        <section class="card dense explained" aria-labelledby=labelled_by>
            <h2 id=id>{title}</h2>
            {explained_slot(names, &own.explanation, slot)}
        </section>
    })
}
