//! The programme by slot, with a button for each workshop.

use leptos::prelude::*;
use model::{
    Line, finds,
    workshops::{Offer, SlotWay, TimeSlot, Workshop},
};
use ui::{
    components::{
        EmptyState, Field, Form, Hidden, InputKind, SubmittedBy, Tag, Tone, set_summary_label,
    },
    error::AppError,
    forms::{refused, resubmitted},
    text::{fault_text, t},
    visit::language,
};

use super::OwnWishes;
use crate::{
    api::actions::ChangeWishes,
    pages::public::offer_about::{offer_about, slot_time},
};

pub(super) fn offers(mine: &OwnWishes) -> impl IntoView + use<> {
    let slots: Vec<TimeSlot> = mine.page.choice().slots().cloned().collect();
    let slots: Vec<AnyView> = slots
        .iter()
        .filter_map(|slot| one_slot(mine, slot, &mine.search))
        .collect();
    let nothing = slots.is_empty().then(|| {
        let all = mine.paths.wishes("");
        view! {
            <EmptyState title=t!("programme-nothing")>
                <p><a href=all>{t!("programme-all")}</a></p>
            </EmptyState>
        }
    });
    let (token, search) = (mine.token.clone(), mine.search.clone());
    let fields = move || {
        set_summary_label("workshop", &t!("wishes-workshop"));
        view! {
            <Hidden name="token" value=token/>
            <Hidden name="search" value=search/>
            {slots}
        }
    };
    view! {
        {filter(mine)}
        {nothing}
        <Form to=ChangeWishes::PATH id="offers" submitted_by=SubmittedBy::Browser>
            {fields()}
        </Form>
    }
}

fn filter(mine: &OwnWishes) -> impl IntoView + use<> {
    let all = (!mine.search.is_empty())
        .then(|| view! { <a class="quiet" href=mine.paths.wishes("")>{t!("programme-all")}</a> });
    let search = mine.search.clone();
    view! {
        <form class="filters" method="get" role="search">
            <Hidden name="lang" value=language().to_string()/>
            <Field
                name="search"
                label=t!("wishes-search")
                value=search
                kind=InputKind::Search
            />
            <div class="row">
                <button class="button">{t!("programme-find")}</button>
                {all}
            </div>
        </form>
    }
}

/// A slot with the offers that match the search. `None` if there is none.
fn one_slot(mine: &OwnWishes, slot: &TimeSlot, sought: &str) -> Option<AnyView> {
    let page = &mine.page;
    let found: Vec<(&Offer, &Workshop)> = page
        .programme
        .offers_in(slot.id)
        .filter(|(_, workshop)| matches(workshop, sought))
        .collect();
    if found.is_empty() {
        return None;
    }
    let wished = found
        .iter()
        .filter(|(_, workshop)| page.list.rank(workshop.id).is_some());
    let count = t!(
        "wishes-slot-count",
        n = found.len(),
        wished = wished.count()
    );
    let choice = page.choice();
    let led = choice.led_in(slot.id);
    let absent = page.list.absent.contains(&slot.id);
    let about = match led {
        Some(led) => {
            let title = led.details.title.as_str();
            Some(
                view! { <p class="notice good">{t!("wishes-leads", title = title)}</p> }.into_any(),
            )
        }
        None if page.list.busy.contains(&slot.id) => {
            Some(view! { <p class="notice good">{t!("wishes-busy")}</p> }.into_any())
        }
        None if mine.is_open => Some(presence(slot, absent)),
        None => absent.then(|| view! { <p class="notice">{t!("wishes-absent")}</p> }.into_any()),
    };
    let hidden = led.is_some() || !page.list.attends(slot.id);
    let offers: Vec<_> = found
        .iter()
        .filter(|_| !hidden)
        .map(|(offer, workshop)| one_offer(mine, offer, workshop))
        .collect();
    let lang = page.event.details.language.tag();
    Some(
        view! {
            <section class="stack" id=format!("slot-{}", slot.id)>
                <div>
                    <h2>{slot_time(&page.event, slot)}</h2>
                    <p class="soft small">{count}</p>
                </div>
                {about}
                <ul class="offers" lang=lang>{offers}</ul>
            </section>
        }
        .into_any(),
    )
}

fn matches(workshop: &Workshop, sought: &str) -> bool {
    let details = &workshop.details;
    let texts = [
        Some(details.title.as_str()),
        Some(details.description.as_str()),
        details.speakers.as_ref().map(Line::as_str),
        details.topic.as_ref().map(Line::as_str),
    ];
    let texts: Vec<&str> = texts.into_iter().flatten().collect();
    finds(&texts.join(" "), sought)
}

/// Whether the person attends the slot, with a button that changes it.
fn presence(slot: &TimeSlot, absent: bool) -> AnyView {
    let id = slot.id.to_string();
    if absent {
        view! {
            <p class="notice">
                {t!("wishes-absent")}" "
                <button class="button small" name="attend" value=id>{t!("wishes-attend")}</button>
            </p>
        }
        .into_any()
    } else {
        view! {
            <p>
                <button class="button small" name="absent" value=id>{t!("wishes-be-absent")}</button>
            </p>
        }
        .into_any()
    }
}

fn one_offer(mine: &OwnWishes, offer: &Offer, workshop: &Workshop) -> impl IntoView + use<> {
    let rank = mine.page.list.rank(workshop.id);
    let about = offer_about(
        &mine.page.event,
        &mine.page.programme,
        (offer, workshop),
        demand(mine, workshop).map(IntoAny::into_any),
        fault_at(offer).map(IntoAny::into_any),
    );
    let id = format!("offer-{}", offer.id);
    let class = rank.map(|_| "wished");
    view! {
        <li id=id class=class>
            {about}
            {wish(mine, offer, workshop, rank)}
        </li>
    }
}

/// How many seats there are, and how many people wish for them. Scarce seats are marked.
fn demand(mine: &OwnWishes, workshop: &Workshop) -> Option<impl IntoView + use<>> {
    let details = &workshop.details;
    let programme = &mine.page.programme;
    let offers = programme
        .offers_of(workshop.id)
        .filter(|(offer, slot)| slot.way == SlotWay::Wishes && programme.is_planned(offer.key))
        .count();
    let offers = u32::try_from(offers).unwrap_or(1).max(1);
    let all = details.most.map(|most| most.saturating_mul(offers));
    // Wishes are for all times of a workshop together, and so are its seats.
    let seats = all.map(|all| match offers {
        1 => t!("wishes-seats", n = all),
        times => t!("wishes-seats.times", n = all, times = times),
    });
    let people = mine.page.demand.as_ref()?;
    let people = people.get(&workshop.id).copied().unwrap_or(0);
    let scarce = all.is_some_and(|all| people > all);
    let wished = t!("wishes-demand", n = people);
    let wished = if scarce {
        view! { <b class="scarce">{wished}</b> }.into_any()
    } else {
        wished.into_any()
    };
    let seats = seats.map(|seats| format!(" · {seats}"));
    Some(view! { <small lang=language().tag()>{wished}{seats}</small> })
}

/// The button, the rank of a wish, or why there is none.
fn wish(
    mine: &OwnWishes,
    offer: &Offer,
    workshop: &Workshop,
    rank: Option<usize>,
) -> Option<AnyView> {
    if !mine.page.programme.is_planned(offer.key) {
        let tag = view! { <Tag text=t!("workshops-called-off") tone=Tone::Bad/> };
        return Some(tag.into_any());
    }
    if let Some(rank) = rank {
        let label = t!("wishes-rank", n = rank);
        return Some(
            view! { <a class="rank" href="#order" aria-label=label>{rank}"."</a> }.into_any(),
        );
    }
    mine.is_open.then(|| {
        let value = format!("{} {}", workshop.id, offer.id);
        let title = workshop.details.title.to_string();
        view! {
            <button class="button" name="add" value=value>
                {t!("wishes-add")}<span class="unseen">" "{title}</span>
            </button>
        }
        .into_any()
    })
}

/// Why the wish beside this offer was refused.
fn fault_at(offer: &Offer) -> Option<impl IntoView + use<>> {
    let form = resubmitted::<ChangeWishes>()?;
    let AppError::Invalid(faults) = &refused()?.error else {
        return None;
    };
    let is_here = form.offer().1 == offer.id.to_string();
    let (_, fault) = faults.iter().find(|_| is_here)?;
    let text = fault_text(language(), fault);
    Some(view! { <p class="fault" id="f-offers-workshop" tabindex="-1">{text}</p> })
}
