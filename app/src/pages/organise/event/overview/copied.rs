//! What a copied event still needs, and the series of an event.

use leptos::prelude::*;
use model::{CopiedPart, CopyNote, EventId};
use planner::events::EventOverview;
use ui::{
    components::PostButton,
    text::{Named, t},
};

use crate::{api::actions::FinishCopyNote, pages::organise::event::series::link};

/// What has to be looked at since the event was copied. Nothing once all of it is done.
pub(super) fn notes(overview: &EventOverview, may_plan: bool) -> Option<impl IntoView + use<>> {
    if overview.copy_notes.is_empty() || !may_plan {
        return None;
    }
    let event = overview.event.id;
    let rows = overview.copy_notes.iter().map(|note| row(note, event));
    Some(view! {
        <section class="card" id="copied" aria-labelledby="copied-title">
            <h2 id="copied-title">{t!("copied-title", n = overview.copy_notes.len())}</h2>
            <p class="hint">{t!("copied-hint")}</p>
            <ul class="plain stack">{rows.collect_view()}</ul>
        </section>
    })
}

fn row(note: &CopyNote, event: EventId) -> impl IntoView + use<> {
    let name = note.part.name();
    let href = format!("/organise/events/{event}{}", page_of(note.part));
    let found = note
        .found
        .iter()
        .map(|found| t!("copied-date", date = found.as_str()));
    let found: Vec<String> = found.collect();
    let found = (!found.is_empty()).then(|| {
        view! { " "<span class="soft">{found.join(", ")}</span> }
    });
    let fields = vec![
        ("event", event.to_string()),
        ("part", note.part.to_string()),
    ];
    view! {
        <li class="row apart">
            <span><a href=href>{name.clone()}</a>{found}</span>
            <PostButton
                to=FinishCopyNote::PATH
                label=t!("copied-done")
                fields
                class="button small"
                about=name
            />
        </li>
    }
}

/// Where a part is changed.
const fn page_of(part: CopiedPart) -> &'static str {
    match part {
        CopiedPart::OnlineLink
        | CopiedPart::RegistrationTimes
        | CopiedPart::Title
        | CopiedPart::Summary
        | CopiedPart::PlainLanguage
        | CopiedPart::Body => "/edit",
        CopiedPart::WishDeadline => "/workshops/wishes",
        CopiedPart::SecretLinks => "/cafe/live",
        CopiedPart::Invitations => "/invitations/new",
        CopiedPart::LeftOutDays | CopiedPart::Agenda => "/agenda",
        CopiedPart::Workshops => "/workshops",
        CopiedPart::Questions => "/questions",
        CopiedPart::Reminders => "/messages/reminders",
    }
}

/// The series of the event, with the event before and the one after it.
pub(super) fn series(overview: &EventOverview, may_plan: bool) -> Option<impl IntoView + use<>> {
    let base = format!("/organise/events/{}", overview.event.id);
    let next = may_plan.then(|| {
        let href = format!("{base}/next");
        view! { <p><a class="button small" href=href>{t!("series-next")}</a></p> }
    });
    if overview.series.is_none() && !may_plan {
        return None;
    }
    let of = overview.series.as_ref();
    let name = of.map(|of| {
        let href = format!("{base}/series");
        view! { <p class="small"><a href=href>{of.series.name.to_string()}</a></p> }
    });
    let (before, after) = of.map_or((None, None), |of| of.around(overview.event.id));
    let neighbours = [(t!("series-before"), before), (t!("series-after"), after)]
        .into_iter()
        .filter_map(|(label, event)| {
            let link = link(event?, None);
            Some(view! { <p class="small"><span class="soft">{label}</span>" "{link}</p> })
        });
    let neighbours: Vec<_> = neighbours.collect();
    let change = may_plan.then(|| {
        let href = format!("{base}/series");
        let label = if of.is_some() {
            t!("series-show")
        } else {
            t!("series-join")
        };
        view! { <a class="small" href=href>{label}</a> }
    });
    Some(view! {
        <section>
            <div class="row apart"><h2>{t!("series-title")}</h2>{change}</div>
            {name}
            {neighbours}
            {next}
        </section>
    })
}
