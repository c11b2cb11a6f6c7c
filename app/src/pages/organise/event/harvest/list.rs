//! The points by topic and heading, and those that were left out.

use leptos::prelude::*;
use model::{HarvestPoint, PointId, PointState};
use planner::cafes::harvest::{Harvest, HeadingPoints, TopicPoints, by_topic};
use ui::{
    components::{EmptyState, ListPosition, MoveButtons, PostButton, Tag, Tone},
    text::{Named, shortened, t},
};

use super::{Frame, filter::Filter};
use crate::api::actions::{MovePoint, ShowPoint};

/// The place of a point in its list.
#[derive(Debug, Clone, Copy, Default)]
struct Place {
    /// `None` where it cannot be moved.
    position: Option<ListPosition>,
    /// The point after it, or before the last one: where one goes on once this one is left out.
    neighbour: Option<PointId>,
}

pub(super) fn points(frame: &Frame, harvest: &Harvest, filter: &Filter) -> AnyView {
    let accepted = |point: &&HarvestPoint| filter.accepts(point);
    let shown = harvest.shown();
    let shown: Vec<HarvestPoint> = shown.iter().filter(accepted).cloned().collect();
    let left_out: Vec<&HarvestPoint> = harvest
        .points
        .iter()
        .filter(|point| !matches!(point.state, PointState::Shown | PointState::Draft))
        .filter(accepted)
        .collect();
    let drafts: Vec<_> = harvest
        .points
        .iter()
        .filter(|point| point.state == PointState::Draft)
        .filter(accepted)
        .map(|point| item(frame, harvest, (point, Place::default())))
        .collect();
    let set_up = harvest.cafe.set_up();
    let topics: Vec<_> = by_topic(&set_up, &shown)
        .iter()
        .map(|topic| topic_section(frame, harvest, (topic, filter.is_set())))
        .collect();
    let none = (topics.is_empty() && drafts.is_empty()).then(|| none(filter));
    let drafts = (!drafts.is_empty()).then(|| {
        view! {
            <section class="stack tight" aria-labelledby="drafts">
                <h2 id="drafts">{t!("harvest-drafts")}" "<span class="count">{drafts.len()}</span></h2>
                <ul class="points">{drafts}</ul>
            </section>
        }
    });
    let left_out = (!left_out.is_empty()).then(|| {
        let count = left_out.len();
        let items: Vec<_> = left_out
            .iter()
            .map(|point| item(frame, harvest, (point, Place::default())))
            .collect();
        view! {
            <details class="stack tight left-out">
                <summary id="left-out">{t!("harvest-left-out")}" "<span class="count">{count}</span></summary>
                <ul class="points">{items}</ul>
            </details>
        }
    });
    view! { {none}{topics}{drafts}{left_out} }.into_any()
}

fn none(filter: &Filter) -> impl IntoView + use<> {
    if filter.is_set() {
        view! { <EmptyState title=t!("harvest-nothing-found")><p></p></EmptyState> }
    } else {
        view! {
            <EmptyState title=t!("harvest-none")><p>{t!("harvest-none.advice")}</p></EmptyState>
        }
    }
}

fn topic_section(
    frame: &Frame,
    harvest: &Harvest,
    (topic, is_filtered): (&TopicPoints, bool),
) -> impl IntoView + use<> {
    let lang = harvest.cafe.event.details.language.tag();
    let number = topic
        .topic
        .as_ref()
        .map_or_else(|| "none".to_owned(), |topic| topic.number.to_string());
    let name = match &topic.topic {
        Some(topic) => view! { <span lang=lang>{topic.name.to_string()}</span> }.into_any(),
        None => t!("harvest-no-topic").into_any(),
    };
    let headings: Vec<_> = topic
        .headings
        .iter()
        .map(|group| heading(frame, harvest, (group, is_filtered)))
        .collect();
    let id = format!("topic-{number}");
    let title = id.clone();
    view! {
        <section class="stack tight" aria-labelledby=id>
            <h2 id=title>{name}" "<span class="count">{topic.count()}</span></h2>
            {headings}
        </section>
    }
}

fn heading(
    frame: &Frame,
    harvest: &Harvest,
    (group, is_filtered): (&HeadingPoints, bool),
) -> impl IntoView + use<> {
    let lang = harvest.cafe.event.details.language.tag();
    let title = group
        .heading
        .as_ref()
        .map(|heading| view! { <h3 lang=lang>{heading.to_string()}</h3> });
    let of = group.points.len();
    let items: Vec<_> = group
        .points
        .iter()
        .enumerate()
        .map(|(place, point)| {
            // Of a list that leaves points out, no place can be told.
            let position = (!is_filtered && of > 1).then(|| ListPosition::at(place, of));
            let before = place
                .checked_sub(1)
                .and_then(|place| group.points.get(place));
            let neighbour = group.points.get(place + 1).or(before).map(|point| point.id);
            let place = Place {
                position,
                neighbour,
            };
            item(frame, harvest, (point, place))
        })
        .collect();
    view! { {title}<ul class="points">{items}</ul> }
}

fn item(
    frame: &Frame,
    harvest: &Harvest,
    (point, place): (&HarvestPoint, Place),
) -> impl IntoView + use<> {
    let id = point.id.to_string();
    let lang = harvest.cafe.event.details.language.tag();
    let table = harvest.table_name(point);
    let from = t!("harvest-from", table = table, round = point.round);
    let state =
        (point.state != PointState::Shown).then(|| view! { <Tag text=point.state.name()/> });
    let both = point
        .differs_from
        .map(|_| view! { <Tag text=t!("table-both-tag") tone=Tone::Warn/> });
    let acts = frame.helps.then(|| acts(frame, point, place));
    view! {
        <li id=format!("point-{id}") tabindex="-1" data-point=id>
            <span class="kindof">{point.kind.name()}</span>
            <span class="words" lang=lang>{point.text.as_str().to_owned()}</span>
            <span class="soft small">{from}" "{both}{state}</span>
            {acts}
        </li>
    }
}

fn acts(frame: &Frame, point: &HarvestPoint, place: Place) -> impl IntoView + use<> {
    let about = shortened(point.text.as_str(), 40);
    let id = point.id.to_string();
    let moves = place.position.map(|position| {
        view! {
            <MoveButtons
                to=MovePoint::PATH
                list=format!("{}:{}", frame.event, frame.item)
                item=id.clone()
                about=about.clone()
                position
            />
        }
    });
    let page = frame.path(&format!("/points/{id}"));
    let mut fields = frame.fields();
    fields.push(("point", id.clone()));
    let (state, label) = if point.state == PointState::Shown {
        (PointState::Hidden, t!("harvest-hide"))
    } else {
        (PointState::Shown, t!("harvest-show"))
    };
    fields.push(("state", state.to_string()));
    fields.extend(place.neighbour.map(|next| ("next", next.to_string())));
    let is_shown = point.state == PointState::Shown;
    let links = is_shown.then(|| {
        view! {
            <a class="button small" id=format!("edit-{id}") href=page.clone()>
                {t!("harvest-edit")}<span class="unseen">" "{about.clone()}</span>
            </a>
            <a class="button small" id=format!("agree-{id}") href=format!("{page}#agree")>
                {t!("harvest-agree")}<span class="unseen">" "{about.clone()}</span>
            </a>
        }
    });
    view! {
        <div class="acts">
            {moves}
            {links}
            {(point.state != PointState::Merged).then(|| view! { <PostButton to=ShowPoint::PATH label fields class="button small" about/> })}
        </div>
    }
}
