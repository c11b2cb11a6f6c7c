//! The points of a table: of the round that is written to, and of those before.

use leptos::prelude::*;
use model::{HarvestPoint, PointKind, PointState};
use planner::cafes::harvest::TablePage as Shown;
use ui::{
    components::{Tag, Tone},
    text::{Named, shortened, t},
};

use super::Rounds;

pub(super) fn points(shown: &Shown, rounds: &Rounds) -> impl IntoView + use<> {
    let of_round = |round: u32| -> Vec<&HarvestPoint> {
        let points = shown.points.iter();
        points.filter(|point| point.round == round).collect()
    };
    let current = of_round(rounds.current);
    let count = current.len();
    let items: Vec<_> = current
        .into_iter()
        .map(|point| item(point, shown.is_open.then_some(rounds)))
        .collect();
    let names: Vec<_> = PointKind::ALL
        .iter()
        .map(|kind| view! { <data value=kind.to_string()>{kind.name()}</data> })
        .collect();
    view! {
        <section class="stack tight" aria-labelledby="this-round">
            <h2 id="this-round">{t!("table-this-round")}" "<span class="count" data-count>{count}</span></h2>
            <ul class="points" data-round=rounds.current.to_string()>{items}</ul>
            <p class="soft" data-none hidden={count > 0}>{t!("table-none")}</p>
        </section>
        {before(shown, rounds)}
        <template data-point-template>{empty_item(rounds)}</template>
        <template data-kinds>{names}</template>
    }
}

/// What the rounds before have noted, the latest round first.
fn before(shown: &Shown, rounds: &Rounds) -> Option<impl IntoView + use<>> {
    let noted: Vec<(u32, Vec<&HarvestPoint>)> = (1..rounds.current)
        .rev()
        .map(|round| {
            let points = shown.points.iter();
            (round, points.filter(|point| point.round == round).collect())
        })
        .filter(|(_, points): &(u32, Vec<&HarvestPoint>)| !points.is_empty())
        .collect();
    let count: usize = noted.iter().map(|(_, points)| points.len()).sum();
    let several = noted.len() > 1;
    let title = if rounds.current > 2 {
        t!("table-rounds-before")
    } else {
        t!("table-round-before")
    };
    (count > 0).then(|| {
        let lists: Vec<_> = noted
            .into_iter()
            .map(|(round, points)| {
                let heading = several.then(|| view! { <h3>{t!("table-round", n = round)}</h3> });
                let items: Vec<_> = points.into_iter().map(|point| item(point, None)).collect();
                view! { {heading}<ul class="points">{items}</ul> }
            })
            .collect();
        view! {
            <details class="stack tight before" open>
                <summary>{title}" "<span class="count">{count}</span></summary>
                {lists}
            </details>
        }
    })
}

/// A point; with a link to change it if `rounds` is given.
fn item(point: &HarvestPoint, rounds: Option<&Rounds>) -> AnyView {
    let id = point.id.to_string();
    let is_merged = point.state == PointState::Merged;
    let change = rounds.filter(|_| !is_merged).map(|rounds| {
        let href = format!("{}&edit={id}#write", rounds.at(rounds.current));
        let about = shortened(point.text.as_str(), 40);
        view! {
            <a class="small" href=href data-change>
                {t!("table-change-link")}<span class="unseen">" "{about}</span>
            </a>
        }
    });
    let both = point
        .differs_from
        .map(|_| view! { <Tag text=t!("table-both-tag") tone=Tone::Warn/> });
    let is_draft = point.state == PointState::Draft;
    let draft = is_draft.then(|| view! { <Tag text=point.state.name()/> });
    view! {
        <li
            id=format!("point-{id}")
            tabindex="-1"
            data-point=id
            data-revision=point.revision.to_string()
            data-kind=point.kind.to_string()
            data-is-draft=is_draft.then_some("")
        >
            <span class="kindof">{point.kind.name()}</span>
            <span class="words">{point.text.as_str().to_owned()}</span>
            {both}
            {draft}
            <span class="tag warn" data-waits hidden>{t!("table-waits-tag")}</span>
            {change}
        </li>
    }
    .into_any()
}

/// A point that the script fills in.
fn empty_item(rounds: &Rounds) -> impl IntoView + use<> {
    view! {
        <li tabindex="-1">
            <span class="kindof"></span>
            <span class="words"></span>
            <span class="tag warn" data-waits>{t!("table-waits-tag")}</span>
            <a class="small" href=rounds.at(rounds.current) data-change>{t!("table-change-link")}</a>
        </li>
    }
}
