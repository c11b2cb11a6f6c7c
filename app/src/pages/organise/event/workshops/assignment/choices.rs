//! The assignments by each fairness, side by side: what they mean, what people get, what is proven.

use leptos::prelude::*;
use model::assignment::{AssignmentQuality, Fairness, Proof};
use ui::{
    components::{Notice, PostButton, Tone},
    dates::dates,
    text::t,
};

use super::{Shown, proof, sentence};
use crate::api::actions::ChooseAssignment;

/// The assignments of a search that runs.
pub(super) fn searched<'a>(
    qualities: impl Iterator<Item = &'a AssignmentQuality>,
) -> Option<AnyView> {
    let columns: Vec<_> = qualities
        .map(|quality| column(quality, None, searched_proof(quality), ().into_any()))
        .collect();
    (!columns.is_empty()).then(|| view! { <ul class="ways aligned">{columns}</ul> }.into_any())
}

/// The assignments of the latest computation. Nothing while another one runs.
pub(super) fn choices(shown: &Shown<'_>) -> Option<AnyView> {
    let (version, beside) = shown.board.computed.as_ref()?;
    if shown.is_searching() {
        return None;
    }
    let chosen = shown.board.state().map(|state| state.quality);
    let number = version.head.number;
    let own = (&version.head.quality, &version.seating, None);
    let others = beside
        .iter()
        .map(|found| (&found.quality, &found.seating, Some(found.number)));
    let columns: Vec<_> = std::iter::once(own)
        .chain(others)
        .map(|(quality, seating, alternative)| {
            let is_chosen = shown.board.has_same_seats(seating);
            let compared = chosen.as_ref().filter(|_| !is_chosen);
            let end = if is_chosen {
                view! { <p class="chosen">{t!("assignment-chosen")}</p> }.into_any()
            } else {
                choose(shown, quality, (number, alternative)).into_any()
            };
            column(quality, compared, proof(quality), end)
        })
        .collect();
    let stale = (!shown.board.is_up_to_date()).then(|| {
        let zone = &shown.board.assignment.network.time_zone;
        let made = dates().brief(&zone.clock(version.head.made_at));
        view! { <Notice tone=Tone::Warn><p>{t!("assignment-stale", when = made)}</p></Notice> }
    });
    Some(
        view! {
            <section class="stack" id="fairness">
                <h2>{t!("assignment-fairness")}</h2>
                <p class="hint">{t!("assignment-fairness.hint")}</p>
                {stale}
                <ul class="ways aligned">{columns}</ul>
            </section>
        }
        .into_any(),
    )
}

/// The button that takes an assignment.
fn choose(
    shown: &Shown<'_>,
    quality: &AssignmentQuality,
    (version, alternative): (u32, Option<u32>),
) -> Option<impl IntoView + use<>> {
    let mut fields = shown.fields();
    fields.push(("version", version.to_string()));
    let seen = shown.board.version.as_ref();
    let seen = seen.map(|version| version.head.number.to_string());
    fields.push(("seen", seen.unwrap_or_default()));
    let alternative = alternative.map(|number| number.to_string());
    fields.push(("alternative", alternative.unwrap_or_default()));
    let label = match shown.board.version {
        Some(_) => t!("assignment-choose-instead"),
        None => t!("assignment-choose"),
    };
    let about = heading(quality.fairness);
    shown.may_plan.then(|| {
        view! { <PostButton to=ChooseAssignment::PATH label about fields class="button small"/> }
    })
}

/// One assignment. `compared` is the one that is chosen, if it is another one.
fn column(
    quality: &AssignmentQuality,
    compared: Option<&AssignmentQuality>,
    proof: String,
    end: AnyView,
) -> impl IntoView + use<> {
    let explained = match quality.fairness {
        Some(Fairness::RankMaximal) => t!("assignment-rank-maximal.means"),
        Some(Fairness::Generous) => t!("assignment-generous.means"),
        Some(Fairness::Leximin) | None => t!("assignment-leximin.means"),
    };
    let best = Best::of(quality);
    let before = compared.map(Best::of);
    let difference = |value: fn(&Best) -> u32| {
        let before = i64::from(value(before.as_ref()?));
        Some(i64::from(value(&best)) - before).filter(|difference| *difference != 0)
    };
    let better = |difference: Option<i64>| difference.map(|n| (n, n > 0));
    let worse = |difference: Option<i64>| difference.map(|n| (n, n < 0));
    let rows = [
        (
            "rank-1",
            t!("assignment-first"),
            best.first,
            better(difference(|best| best.first)),
        ),
        ("rank-2", t!("assignment-second"), best.second, None),
        ("rank-3", t!("assignment-third"), best.third, None),
        (
            "rank-later",
            t!("assignment-later"),
            best.later,
            worse(difference(|best| best.later)),
        ),
        (
            "",
            t!("assignment-unwished"),
            best.unwished,
            worse(difference(|best| best.unwished)),
        ),
    ];
    let rows = rows.map(|(share, name, value, difference)| {
        let swatch = (!share.is_empty())
            .then(|| view! { <span class=format!("swatch {share}") aria-hidden="true"></span> });
        let difference = difference.map(|(n, is_gain)| {
            let class = if is_gain { "cost gain" } else { "cost loss" };
            view! { " "<small class=class>{signed(n)}</small> }
        });
        view! { <div><dt>{swatch}{name}</dt><dd>{value}{difference}</dd></div> }
    });
    let is_proven = quality.proof.is_complete();
    view! {
        <li class="card dense">
            <h3>{heading(quality.fairness)}</h3>
            <p class="hint">{explained}</p>
            <p>{sentence(quality)}</p>
            {shares(&[("rank-1", best.first), ("rank-2", best.second), ("rank-3", best.third), ("rank-later", best.later)])}
            <dl class="compared">{rows}</dl>
            <p class=if is_proven { "proof ok" } else { "proof" }>{proof}</p>
            {end}
        </li>
    }
}

pub(super) fn heading(fairness: Option<Fairness>) -> String {
    match fairness {
        Some(Fairness::RankMaximal) => t!("assignment-rank-maximal"),
        Some(Fairness::Generous) => t!("assignment-generous"),
        Some(Fairness::Leximin) | None => t!("assignment-leximin"),
    }
}

fn searched_proof(found: &AssignmentQuality) -> String {
    match found.proof {
        Proof::Unknown => t!("assignment-still-searching"),
        _ => proof(found),
    }
}

/// People with wishes by their best one, and the seats that nobody wished for.
struct Best {
    first: u32,
    second: u32,
    third: u32,
    /// A later wish, or none.
    later: u32,
    unwished: u32,
}

impl Best {
    fn of(quality: &AssignmentQuality) -> Self {
        let best = |rank: usize| quality.best_wish.get(rank).copied().unwrap_or(0);
        let later: u32 = quality.best_wish.iter().skip(3).sum();
        let wished: u32 = quality.profile.iter().sum();
        Self {
            first: best(0),
            second: best(1),
            third: best(2),
            later: later + quality.without_wish,
            unwished: quality.seats.saturating_sub(wished),
        }
    }
}

/// A bar of shares, each with its class. The numbers stand beside it.
pub(super) fn shares(shares: &[(&'static str, u32)]) -> impl IntoView + use<> {
    let all: u32 = shares.iter().map(|(_, share)| share).sum();
    let mut begin = 0;
    let parts: Vec<_> = shares
        .iter()
        .filter(|(_, share)| *share > 0)
        .map(|&(class, share)| {
            let x = begin;
            begin += share;
            view! { <rect x=x.to_string() width=share.to_string() height="10" class=class></rect> }
        })
        .collect();
    view! {
        <svg class="shares" viewBox=format!("0 0 {} 10", all.max(1)) preserveAspectRatio="none" aria-hidden="true">
            {parts}
        </svg>
    }
}

/// A difference with its sign.
fn signed(n: i64) -> String {
    let sign = if n < 0 { "−" } else { "+" };
    format!("{sign}{}", n.unsigned_abs())
}
