//! Items outside of their event: on other days, before its beginning, or after its end.

use leptos::prelude::*;
use model::AgendaItem;
use planner::{
    agenda::{by_day, on_other_days},
    events::PlannedEvent,
};
use ui::{
    components::{Notice, Tone},
    dates::{clock, dates},
    text::t,
};

/// Names the items on days that the event does not have. They keep it from being published.
pub(in crate::pages::organise::event) fn other_days_notice(
    planned: &PlannedEvent,
) -> Option<AnyView> {
    let items = on_other_days(&planned.agenda, &planned.event.details);
    let text = t!("agenda-other-days", n = items.len());
    notice(planned, text, &items, Tone::Bad)
}

/// Names the items that begin after the event has ended.
pub(in crate::pages::organise::event) fn after_the_end_notice(
    planned: &PlannedEvent,
) -> Option<AnyView> {
    let details = &planned.event.details;
    let days = by_day(&planned.agenda, details.time_zone.rules());
    let scheduled = days.iter().flat_map(|day| &day.slots);
    let items: Vec<&AgendaItem> = scheduled
        .flat_map(|slot| &slot.items)
        .filter(|scheduled| scheduled.timing.starts_at >= details.ends.at)
        .map(|scheduled| &scheduled.item)
        .filter(|item| details.has_day(item.starts.date()))
        .collect();
    let ends = clock(details.ends.local.time());
    let text = t!("agenda-after-end", n = items.len(), ends = ends);
    notice(planned, text, &items, Tone::Warn)
}

fn notice(
    planned: &PlannedEvent,
    text: String,
    items: &[&AgendaItem],
    tone: Tone,
) -> Option<AnyView> {
    let agenda = format!("/organise/events/{}/agenda", planned.event.id);
    let lang = planned.event.details.language.tag();
    let links = items
        .iter()
        .map(|item| {
            let href = format!("{agenda}#item-{}", item.id);
            let title = item.title.to_string();
            let starts = dates().moment(item.starts);
            view! { <li><a href=href lang=lang>{title}</a>", "{starts}</li> }
        })
        .collect_view();
    (!items.is_empty()).then(|| {
        view! {
            <Notice tone>
                <div class="stack tight">
                    <p>{text}</p>
                    <ul>{links}</ul>
                </div>
            </Notice>
        }
        .into_any()
    })
}
