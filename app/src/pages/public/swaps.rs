//! `/registration/{token}/swaps`: seats in workshops that participants exchange, once two of them agree.

use leptos::prelude::*;
use model::{
    WorkshopId,
    workshops::{OfferKey, TimeSlot},
};
use planner::assignments::{SwapPage, SwapSlot};
use ui::{
    components::{
        Choice, EmptyState, Form, Hidden, Notice, PageHead, Select, SubmittedBy, Tag, Tone,
    },
    dates::dates,
    forms::{last_result, resubmitted},
    paths::PersonalPath,
    shell::{Brand, Page, page},
    text::t,
    visit::{language, planner},
};

use super::offer_about::slot_time;
use crate::{
    api::{actions::ChangeSwaps, authorise::by_link},
    routes::param,
};

/// The swaps of a personal link.
struct OwnSwaps {
    page: SwapPage,
    token: String,
}

#[component]
pub fn SwapsPage() -> impl IntoView {
    page(async {
        let token = param("token");
        let found = planner().swap_page(&by_link(&token)).await?;
        let back = PersonalPath::of(&token, language()).page();
        let mine = OwnSwaps { page: found, token };
        let event = &mine.page.event;
        let name = event.details.title.to_string();
        let lang = event.details.language.tag();
        let brand = Brand::of_event(&mine.page.network, event);
        let who = mine.page.registration.person.name();
        let slots: Vec<_> = (1..)
            .zip(&mine.page.slots)
            .filter_map(|(number, slot)| one_slot(&mine, slot, number))
            .collect();
        let content = if slots.is_empty() {
            view! { <EmptyState title=t!("swaps-none")><p>{t!("swaps-none.about")}</p></EmptyState> }
                .into_any()
        } else {
            view! {
                <p class="lead">{t!("swaps-how")}</p>
                {slots}
            }
            .into_any()
        };
        Ok(view! {
            <Page title=t!("swaps-page", event = name.as_str()) brand>
                <p class="back"><a href=back lang=lang>{name.clone()}</a></p>
                <PageHead title=t!("swaps-title") kind=who/>
                {done()}
                <div class="stack">{content}</div>
            </Page>
        })
    })
}

/// What the last form has done.
fn done() -> Option<impl IntoView> {
    let (tone, what, about) = match last_result().as_deref() {
        Some("made") => (
            Tone::Good,
            t!("swaps-done-made"),
            t!("swaps-done-made.about"),
        ),
        Some("offered") => (
            Tone::Accent,
            t!("swaps-done-offered"),
            t!("swaps-done-offered.about"),
        ),
        Some("made-before") => (
            Tone::Accent,
            t!("swaps-done-made-before"),
            t!("swaps-done-made-before.about"),
        ),
        Some("withdrawn") => (Tone::Plain, t!("swaps-done-withdrawn"), String::new()),
        _ => return None,
    };
    let about = (!about.is_empty()).then(|| view! { <p>{about}</p> });
    Some(view! { <Notice tone><p><b>{what}</b></p>{about}</Notice> })
}

fn one_slot(mine: &OwnSwaps, swaps: &SwapSlot, number: usize) -> Option<impl IntoView + use<>> {
    let page = &mine.page;
    let slot: &TimeSlot = page.programme.slot(swaps.slot)?;
    let lang = page.event.details.language.tag();
    let held = title(page, swaps.gives);
    let made = swaps.made.map(|made| {
        let zone = page.event.details.time_zone.clone();
        let when = made.made_at.map(|at| dates().brief(&zone.clock(at)));
        view! {
            <p class="notice good">
                {t!("swaps-made", before = title(page, made.gives), when = when.unwrap_or_default())}
            </p>
        }
    });
    let offered = offered(mine, swaps, number);
    let wanted = wanted(mine, swaps, number);
    let offer = offer(mine, swaps, number);
    let id = format!("slot-{}", swaps.slot);
    let labelled_by = id.clone();
    Some(view! {
        <section class="card stack" aria-labelledby=labelled_by>
            <div>
                <h2 id=id>{slot_time(&page.event, slot)}</h2>
                <p>{t!("swaps-yours")}" "<b lang=lang>{held}</b></p>
            </div>
            {made}
            {offered}
            {wanted}
            {offer}
        </section>
    })
}

fn fields(mine: &OwnSwaps, swaps: &SwapSlot) -> impl IntoView + use<> {
    let token = mine.token.clone();
    view! {
        <Hidden name="token" value=token/>
        <Hidden name="slot" value=swaps.slot.to_string()/>
        <Hidden name="gives" value=swaps.gives.to_string()/>
    }
}

/// What others would give for the seat.
fn offered(mine: &OwnSwaps, swaps: &SwapSlot, number: usize) -> Option<impl IntoView + use<>> {
    if swaps.offered.is_empty() {
        return None;
    }
    let heading = t!("swaps-offered", n = swaps.offered.len());
    let items = swaps.offered.iter();
    let items: Vec<_> = items
        .map(|&workshop| row(mine, swaps, workshop, "agree"))
        .collect();
    let fields = fields(mine, swaps);
    Some(view! {
        <div class="stack tight">
            <h3>{heading}</h3>
            <Form to=ChangeSwaps::PATH id=format!("agree-{number}") submitted_by=SubmittedBy::Browser>
                {fields}
                <ul class="offers">{items}</ul>
            </Form>
        </div>
    })
}

/// What the person has offered.
fn wanted(mine: &OwnSwaps, swaps: &SwapSlot, number: usize) -> Option<impl IntoView + use<>> {
    if swaps.wanted.is_empty() {
        return None;
    }
    let items = swaps.wanted.iter();
    let items: Vec<_> = items
        .map(|&workshop| row(mine, swaps, workshop, "withdraw"))
        .collect();
    let fields = fields(mine, swaps);
    Some(view! {
        <div class="stack tight">
            <h3>{t!("swaps-wanted")}</h3>
            <Form to=ChangeSwaps::PATH id=format!("withdraw-{number}") submitted_by=SubmittedBy::Browser>
                {fields}
                <ul class="offers">{items}</ul>
            </Form>
        </div>
    })
}

/// A workshop with the button that agrees to it, or takes the offer back.
fn row(
    mine: &OwnSwaps,
    swaps: &SwapSlot,
    workshop: WorkshopId,
    action: &'static str,
) -> impl IntoView + use<> {
    let page = &mine.page;
    let title = title(page, workshop);
    let about = about(
        page,
        OfferKey {
            slot: swaps.slot,
            workshop,
        },
    );
    let about = (!about.is_empty()).then(|| view! { <small>{about}</small> });
    let (label, class, state) = if action == "agree" {
        (t!("swaps-agree"), "button first", None)
    } else {
        let open = view! { <small><Tag text=t!("swaps-open") tone=Tone::Accent/></small> };
        (t!("swaps-withdraw"), "button small", Some(open))
    };
    let lang = page.event.details.language.tag();
    let name = title.clone();
    view! {
        <li>
            <div class="about">
                <p class="title" lang=lang><b>{title}</b></p>
                {about}
                {state}
            </div>
            <button class=class name=action value=workshop.to_string()>
                {label}<span class="unseen" lang=lang>" "{name}</span>
            </button>
        </li>
    }
}

/// The form that offers the seat for one in another workshop.
fn offer(mine: &OwnSwaps, swaps: &SwapSlot, number: usize) -> impl IntoView + use<> {
    if swaps.choices.is_empty() {
        let nothing = swaps.offered.is_empty() && swaps.wanted.is_empty();
        return nothing
            .then(|| view! { <p class="soft">{t!("swaps-no-choice")}</p> })
            .into_any();
    }
    let page = &mine.page;
    let choices = swaps.choices.iter().map(|&workshop| {
        let about = about(
            page,
            OfferKey {
                slot: swaps.slot,
                workshop,
            },
        );
        let title = title(page, workshop);
        let label = if about.is_empty() {
            title
        } else {
            format!("{title} ({about})")
        };
        Choice::new(workshop.to_string(), label)
    });
    let choices: Vec<_> = choices.collect();
    let typed = resubmitted::<ChangeSwaps>();
    let typed = typed.filter(|form| form.slot == swaps.slot.to_string());
    let value = typed.map(|form| form.wants).unwrap_or_default();
    let fields = fields(mine, swaps);
    view! {
        <Form to=ChangeSwaps::PATH id=format!("offer-{number}") submitted_by=SubmittedBy::Browser>
            {fields}
            <Select
                name="wants"
                label=t!("swaps-wants")
                value
                choices
                required=true
                hint=t!("swaps-wants.hint")
            />
            <div class="row"><button class="button">{t!("swaps-offer")}</button></div>
        </Form>
    }
    .into_any()
}

fn title(page: &SwapPage, workshop: WorkshopId) -> String {
    let found = page.programme.workshop(workshop);
    found
        .map(|workshop| workshop.details.title.to_string())
        .unwrap_or_default()
}

/// Speakers and room of an offer.
fn about(page: &SwapPage, offer: OfferKey) -> String {
    let workshop = page.programme.workshop(offer.workshop);
    let speakers = workshop.and_then(|workshop| workshop.details.speakers.as_ref());
    let room = page.programme.offer(offer);
    let room = room.and_then(|offer| offer.room.as_ref());
    let parts = speakers
        .map(ToString::to_string)
        .into_iter()
        .chain(room.map(ToString::to_string));
    parts.collect::<Vec<_>>().join(" · ")
}
