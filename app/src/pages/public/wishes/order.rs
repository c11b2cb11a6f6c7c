//! The wishes in their order, over all slots.

use jiff::Timestamp;
use leptos::prelude::*;
use model::workshops::Workshop;
use ui::{
    components::{EmptyState, Field, Form, Hidden, InputKind, Notice, SubmittedBy, Tag, Tone},
    dates::dates,
    forms::resubmitted,
    text::{fault_text, t},
    visit::{language, visit},
};

use super::OwnWishes;
use crate::api::{actions::ChangeWishes, wishes::WishForm};

pub(super) fn order(mine: &OwnWishes) -> impl IntoView + use<> {
    let page = &mine.page;
    let wishes: Vec<&Workshop> = page
        .list
        .ranked
        .iter()
        .filter_map(|wish| page.programme.workshop(*wish))
        .collect();
    let content = if wishes.is_empty() {
        none(mine).into_any()
    } else if mine.is_open {
        form(mine, &wishes).into_any()
    } else {
        list(mine, &wishes).into_any()
    };
    let missing = (mine.is_open && page.missing() > 0).then(|| {
        let least = page.setup.least.unwrap_or_default();
        let text = t!("wishes-missing", n = page.missing(), least = least);
        view! {
            <Notice tone=Tone::Warn>
                <p>{text}</p>
            </Notice>
        }
    });
    view! {
        <aside class="card stack" aria-labelledby="order">
            <h2 id="order" tabindex="-1">{t!("wishes-order")}</h2>
            <p id="wish-news" role="status" class="small">{saved(mine)}</p>
            {content}
            {missing}
            {method(mine)}
        </aside>
    }
}

/// That and when the list was saved.
fn saved(mine: &OwnWishes) -> Option<impl IntoView + use<>> {
    let at: Timestamp = mine.page.saved_at?;
    let zone = mine.page.event.details.time_zone.rules();
    let today = visit().now.to_zoned(zone.clone()).date();
    let when = dates().recently(&at.to_zoned(zone.clone()), today);
    let text = t!("wishes-saved", n = mine.page.list.ranked.len(), when = when);
    Some(view! { <span class="saved">{text}</span> })
}

fn none(mine: &OwnWishes) -> impl IntoView + use<> {
    let advice = mine
        .is_open
        .then(|| view! { <p>{t!("wishes-none.advice")}</p> });
    view! { <EmptyState title=t!("wishes-none")>{advice}</EmptyState> }
}

/// The list as a form: buttons move a wish, and numbers can be typed.
fn form(mine: &OwnWishes, wishes: &[&Workshop]) -> impl IntoView + use<> {
    let typed = resubmitted::<ChangeWishes>().filter(|form| form.rows.len() == wishes.len());
    let count = wishes.len();
    let rows: Vec<_> = wishes
        .iter()
        .enumerate()
        .map(|(index, workshop)| {
            let what = what(mine, workshop);
            let (id, title) = (workshop.id.to_string(), workshop.details.title.to_string());
            let rank = rank_as_typed(typed.as_ref(), index);
            Row {
                index,
                count,
                id,
                title,
                rank,
                what,
            }
        })
        .collect();
    let (token, search) = (mine.token.clone(), mine.search.clone());
    let fields = move || {
        let rows: Vec<_> = rows.into_iter().map(row).collect();
        view! {
            <Hidden name="token" value=token/>
            <Hidden name="search" value=search/>
            // The Enter key in a field clicks the first button of the form.
            <button class="unseen" tabindex="-1" aria-hidden="true"></button>
            <ol class="wish-order">{rows}</ol>
            <div class="row"><button class="button small">{t!("wishes-apply")}</button></div>
        }
    };
    view! {
        <p class="soft small">{t!("wishes-order.about")}</p>
        <Form to=ChangeWishes::PATH id="ranks" submitted_by=SubmittedBy::Browser>
            {fields()}
        </Form>
    }
}

fn rank_as_typed(typed: Option<&WishForm>, index: usize) -> String {
    let row = typed.and_then(|form| form.rows.get(index));
    row.map_or_else(|| (index + 1).to_string(), |row| row.rank.clone())
}

/// A wish in the form.
struct Row {
    /// Counted from 0.
    index: usize,
    /// How many wishes there are.
    count: usize,
    id: String,
    title: String,
    /// As typed.
    rank: String,
    what: AnyView,
}

fn row(wish: Row) -> impl IntoView {
    let Row {
        index,
        count,
        id,
        title,
        rank,
        what,
    } = wish;
    let place = |rank: usize, arrow: &'static str, label: String, at_end: bool| {
        view! {
            <button
                class="button step"
                name="place"
                value=format!("{id} {rank}")
                // Not `disabled`: a disabled button loses the focus.
                aria-disabled=at_end.then_some("true")
                aria-label=label.clone()
                title=label
            >
                <span aria-hidden="true">{arrow}</span>
            </button>
        }
    };
    let about = title.as_str();
    let up = place(
        index.max(1),
        "↑",
        t!("move-earlier", about = about),
        index == 0,
    );
    let down = place(
        (index + 2).min(count),
        "↓",
        t!("move-later", about = about),
        index + 1 == count,
    );
    let remove = t!("wishes-remove", title = about);
    view! {
        <li data-wish=id.clone()>
            <Hidden name=format!("rows[{index}][workshop]") value=id.clone()/>
            <Field
                name=format!("rows[{index}][rank]")
                label=t!("wishes-rank-of", title = about)
                value=rank
                kind=InputKind::Number
                required=true
            />
            {what}
            <span class="moves">
                {up}
                {down}
                <button class="button step" name="remove" value=id.clone() aria-label=remove.clone() title=remove>
                    <span aria-hidden="true">"×"</span>
                </button>
            </span>
        </li>
    }
}

/// The list as it was when the wishes closed.
fn list(mine: &OwnWishes, wishes: &[&Workshop]) -> impl IntoView + use<> {
    let rows: Vec<_> = (1..)
        .zip(wishes)
        .map(|(rank, workshop): (usize, _)| {
            view! { <li><span class="rank">{rank}"."</span>{what(mine, workshop)}</li> }
        })
        .collect();
    view! { <ol class="wish-order">{rows}</ol> }
}

/// The title of a wish, and when it takes place.
fn what(mine: &OwnWishes, workshop: &Workshop) -> AnyView {
    let lang = mine.page.event.details.language.tag();
    let programme = &mine.page.programme;
    let times: Vec<String> = programme
        .offers_of(workshop.id)
        .filter(|(offer, _)| programme.is_planned(offer.key))
        .map(|(_, slot)| dates().moment(slot.starts))
        .collect();
    let off = times
        .is_empty()
        .then(|| view! { " "<Tag text=t!("workshops-called-off") tone=Tone::Bad/> });
    let is_missed = !times.is_empty()
        && !mine
            .page
            .choice()
            .can_attend(workshop.id, &mine.page.list.absent);
    let booked = mine.page.choice().booked_against(workshop.id);
    let missed = is_missed.then(|| {
        let text = match booked {
            Some(fault) => t!("wishes-booked", why = fault_text(language(), &fault)),
            None => t!("wishes-missed"),
        };
        view! { <small class="missed">{text}</small> }
    });
    view! {
        <span class="what">
            <b lang=lang>{workshop.details.title.to_string()}</b>{off}
            <small>{times.join("; ")}</small>
            {missed}
        </span>
    }
    .into_any()
}

/// How wishes become seats, and the hash of the seed that draws between equals.
fn method(mine: &OwnWishes) -> impl IntoView + use<> {
    let hash = planner::workshops::seed_hash(mine.page.setup.seed);
    view! {
        <details class="more">
            <summary>{t!("wishes-method")}</summary>
            <p>{t!("wishes-method.text", fairness = "open")}</p>
            <p class="small">{t!("wishes-seed")}" "<code class="hash">{hash}</code></p>
        </details>
    }
}
