//! The workshops of a slot, each with its seats and the button that books one.

use leptos::prelude::*;
use model::workshops::{Offer, OfferKey, TimeSlot, Workshop};
use planner::workshops::OfferUse;
use ui::{
    components::{Form, Hidden, SubmittedBy, Tag, Tone, set_summary_label},
    error::AppError,
    forms::{refused, resubmitted},
    text::{fault_text, t},
    visit::{language, visit},
};

use super::OwnWorkshops;
use crate::{
    api::{actions::ChangeBookings, bookings::offer_value},
    pages::public::offer_about::{offer_about, slot_time},
};

pub(super) fn one_slot(
    mine: &OwnWorkshops,
    slot: &TimeSlot,
    number: usize,
) -> impl IntoView + use<> {
    let page = &mine.page;
    let choice = page.choice();
    let own = choice.seat_in(slot.id);
    let own = own.and_then(|workshop| page.programme.workshop(workshop));
    let state = match (own, choice.led_in(slot.id)) {
        (None, Some(led)) => t!("wishes-leads", title = led.details.title.as_str()),
        (Some(booked), Some(led)) => t!(
            "bookings-slot-leads",
            title = led.details.title.as_str(),
            booked = booked.details.title.as_str()
        ),
        (Some(workshop), None) => {
            t!(
                "bookings-slot-seat",
                title = workshop.details.title.as_str()
            )
        }
        (None, None) => t!("bookings-slot-none"),
    };
    let is_busy = choice.is_busy_in(slot.id);
    let state = if is_busy { t!("wishes-busy") } else { state };
    let leads = is_busy || choice.led_in(slot.id).is_some();
    // Whoever leads a workshop books nothing beside it, and can give back what they had booked before.
    let is_booked = |workshop: &Workshop| {
        let booked = [choice.seat_in(slot.id), choice.waits_in(slot.id)];
        booked.contains(&Some(workshop.id))
    };
    let form_id = format!("slot-{number}");
    let offers: Vec<_> = page
        .programme
        .offers_in(slot.id)
        .filter(|(_, workshop)| !leads || is_booked(workshop))
        .map(|(offer, workshop)| one_offer(mine, slot, (offer, workshop), &form_id))
        .collect();
    let class = match (own.is_some(), leads) {
        (true, true) => "notice warn",
        (true, false) | (false, true) => "notice good",
        (false, false) => "notice",
    };
    let lang = page.event.details.language.tag();
    let token = mine.token.clone();
    let fields = move || {
        set_summary_label("offer", &t!("wishes-workshop"));
        view! {
            <Hidden name="token" value=token/>
            <ul class="offers" lang=lang>{offers}</ul>
        }
    };
    view! {
        <section class="stack" id=format!("slot-{}", slot.id)>
            <h2>{slot_time(&page.event, slot)}</h2>
            <p class=class>{state}</p>
            <Form to=ChangeBookings::PATH id=form_id submitted_by=SubmittedBy::Browser>
                {fields()}
            </Form>
        </section>
    }
}

fn one_offer(
    mine: &OwnWorkshops,
    slot: &TimeSlot,
    (offer, workshop): (&Offer, &Workshop),
    form_id: &str,
) -> impl IntoView + use<> {
    let offered = mine.page.offer_use(offer.key);
    let has_seat = mine.page.choice().seat_in(slot.id) == Some(workshop.id);
    let is_planned = mine.page.programme.is_planned(offer.key);
    let seats = is_planned.then(|| seats(workshop, offered).into_any());
    let fault = fault_at(offer.key, form_id).map(IntoAny::into_any);
    // A booking is certain, and the wish is not granted beside it.
    let rank = mine.page.list.rank(workshop.id);
    let wished = rank.map(|rank| {
        view! { <small class="why" lang=language().tag()>{t!("bookings-wished", rank = rank)}</small> }
    });
    view! {
        <li id=format!("offer-{}", offer.id) class=has_seat.then_some("wished")>
            {offer_about(&mine.page.event, &mine.page.programme, (offer, workshop), seats, fault)}
            {wished}
            {booking(mine, slot, (offer.key, workshop), offered)}
        </li>
    }
}

/// How many seats are left, how many people wait, and how many are missing for the workshop to take place.
fn seats(workshop: &Workshop, offered: OfferUse) -> impl IntoView + use<> {
    let details = &workshop.details;
    let left = details.most.map(|most| most.saturating_sub(offered.seated));
    let mut texts = Vec::new();
    match (left, offered.left) {
        (Some(0), _) => texts.push(t!("bookings-full")),
        (_, Some(0)) => texts.push(t!("bookings-full-organisation")),
        (Some(left), _) => texts.push(t!(
            "bookings-left",
            n = left,
            of = details.most.unwrap_or_default()
        )),
        (None, _) => texts.push(t!("bookings-unlimited", n = offered.seated)),
    }
    if offered.waiting > 0 {
        texts.push(t!("bookings-waiting", n = offered.waiting));
    }
    if let Some(least) = details.least.filter(|least| offered.seated < *least) {
        texts.push(t!("bookings-least", least = least, n = offered.seated));
    }
    let class = (offered.left == Some(0)).then_some("scarce");
    view! { <small class=class lang=language().tag()>{texts.join(" · ")}</small> }
}

/// The booking that the person has, with the button that gives it back; else the button that books, or why there is none.
fn booking(
    mine: &OwnWorkshops,
    slot: &TimeSlot,
    (offer, workshop): (OfferKey, &Workshop),
    offered: OfferUse,
) -> Option<AnyView> {
    let page = &mine.page;
    let choice = page.choice();
    let lang = language().tag();
    let is_open = page.is_open(slot, visit().now);
    let title = workshop.details.title.to_string();
    let button = |name: &'static str, label: String, class: &'static str| {
        let title = title.clone();
        view! {
            <button class=class name=name value=offer_value(offer) lang=lang>
                {label}<span class="unseen">" "{title}</span>
            </button>
        }
    };
    if choice.seat_in(slot.id) == Some(workshop.id) {
        let leave = is_open.then(|| button("leave", t!("bookings-leave"), "button small"));
        let held = view! {
            <div class="booked" lang=lang>
                <Tag text=t!("bookings-yours") tone=Tone::Good/>
                {leave}
            </div>
        };
        return Some(held.into_any());
    }
    if choice.waits_in(slot.id) == Some(workshop.id) {
        let place = page.place_in(slot.id).unwrap_or(1);
        let leave = is_open.then(|| button("leave", t!("bookings-stop-waiting"), "button small"));
        let held = view! {
            <div class="booked" lang=lang>
                <Tag text=t!("bookings-place", n = place) tone=Tone::Warn/>
                {leave}
            </div>
        };
        return Some(held.into_any());
    }
    if !page.programme.is_planned(offer) {
        let tag = view! { <Tag text=t!("workshops-called-off") tone=Tone::Bad/> };
        return Some(tag.into_any());
    }
    if !is_open {
        return None;
    }
    if let Err(fault) = choice.check(offer) {
        let why = fault_text(language(), &fault);
        return Some(view! { <small class="why" lang=lang>{why}</small> }.into_any());
    }
    let button = if offered.left == Some(0) {
        button("wait", t!("bookings-wait"), "button")
    } else if choice.seat_in(slot.id).is_some() {
        button("take", t!("bookings-move"), "button")
    } else {
        button("take", t!("bookings-take"), "button")
    };
    Some(button.into_any())
}

/// Why the booking of this offer was refused.
fn fault_at(offer: OfferKey, form_id: &str) -> Option<impl IntoView + use<>> {
    let form = resubmitted::<ChangeBookings>()?;
    let AppError::Invalid(faults) = &refused()?.error else {
        return None;
    };
    let is_here = form.offer() == Some(offer);
    let (_, fault) = faults.iter().find(|_| is_here)?;
    let text = fault_text(language(), fault);
    let id = format!("f-{form_id}-offer");
    Some(view! { <p class="fault" id=id tabindex="-1" lang=language().tag()>{text}</p> })
}
