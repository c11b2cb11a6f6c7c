//! The actions on an event, in its band.

use leptos::prelude::*;
use model::{Event, EventState, Visibility};
use ui::text::t;

use super::is_shared;

/// A link to the public page or its preview, and the menu of everything else that can be done with the event.
pub(super) fn actions(event: &Event, public: &str, may_plan: bool) -> AnyView {
    let base = format!("/organise/events/{}", event.id);
    let preview = format!("{base}/preview");
    let is_shared = is_shared(event.state, event.details.visibility);
    // The public page of a cancelled event stays.
    let has_page =
        event.state != EventState::Draft && event.details.visibility != Visibility::Invitation;
    let page = if has_page {
        view! { <a class="button small" href=public.to_owned()>{t!("event-link")}</a> }
    } else {
        view! { <a class="button small" href=preview.clone()>{t!("event-preview")}</a> }
    };
    let link = |path: &str, label: String| (format!("{base}{path}"), label);
    let mut links = Vec::new();
    if is_shared {
        links.push(link("/share", t!("share-title")));
        links.push((preview, t!("event-preview")));
    }
    if may_plan {
        if event.state == EventState::Draft {
            links.push(link("/publish", t!("event-publish.ask")));
        }
        if event.state != EventState::Cancelled {
            links.push(link("/edit", t!("event-edit")));
            links.push(link("/registrations/new", t!("event-add-person")));
        }
        links.push(link("/next", t!("series-next")));
        let copy = format!("/organise/events/new?from={}", event.id);
        links.push((copy, t!("event-copy")));
    }
    links.push(link("/activity", t!("activity-title")));
    let ends = match event.state {
        EventState::Draft => Some(("/discard", t!("event-discard.ask"))),
        EventState::Published => Some(("/cancel", t!("event-cancel.ask"))),
        EventState::Cancelled => None,
    };
    let ends = ends.filter(|_| may_plan).map(|(path, label)| {
        let href = format!("{base}{path}");
        view! { <ul><li><a class="harm" href=href>{label}</a></li></ul> }
    });
    let links = links
        .into_iter()
        .map(|(href, label)| view! { <li><a href=href>{label}</a></li> })
        .collect_view();
    view! {
        {page}
        <details class="menu">
            <summary class="button small">{t!("event-more")}</summary>
            <div class="panel">
                <ul>{links}</ul>
                {ends}
            </div>
        </details>
    }
    .into_any()
}
