//! `/organise/events/{id}/workshops/bookings`: who has a seat in which workshop, and who waits.

use leptos::prelude::*;
use model::{
    Registration,
    workshops::{BookingState, OfferKey, TimeSlot, Workshop},
};
use planner::workshops::{Booked, BookingOverview};
use ui::{
    components::{Choice, EmptyState, Form, PageHead, Select, SubmittedBy, Tag, Tile, Tiles, Tone},
    forms::{refused, resubmitted},
    shell::{Page, Section, page},
    text::t,
    visit::{planner, visit},
};

use super::{
    super::{
        editable::is_editable,
        head::{EventTab, event_band},
    },
    slot_name,
};
use crate::{
    api::{actions::BookFor, authorise::reads_event, bookings::offer_value},
    routes::param,
};

#[component]
pub fn EventBookingsPage() -> impl IntoView {
    page(async {
        let (_, access) = reads_event(&param("id"))?;
        let found = planner().booking_overview(&access).await?;
        let confirmed = u32::try_from(found.people.len()).unwrap_or(u32::MAX);
        let band = event_band(&found.network, &found.event, confirmed, EventTab::Bookings);
        let title = found.event.details.title.to_string();
        let base = format!("/organise/events/{}/workshops", found.event.id);
        let slots: Vec<_> = (1..)
            .zip(found.slots())
            .map(|(number, slot)| one_slot(&found, slot, number))
            .collect();
        let (content, actions) = if slots.is_empty() {
            let none = view! {
                <EmptyState title=t!("bookings-no-slots")>
                    <p>{t!("bookings-no-slots.advice")}</p>
                    <p><a class="button" href=base>{t!("workshops-title")}</a></p>
                </EmptyState>
            };
            (none.into_any(), None)
        } else {
            let actions = view! {
                <a class="button" href=format!("{base}/bookings.csv") download>{t!("people-csv")}</a>
                <a class="button" href=format!("{base}/bookings.xlsx") download>{t!("people-xlsx")}</a>
            };
            (slots.into_any(), Some(actions.into_any()))
        };
        Ok(view! {
            <Page
                title=t!("bookings-organise-page", event = title.as_str())
                brand=&found.network
                section=Section::Events
                band
            >
                <PageHead title=t!("bookings-tab") actions/>
                {content}
            </Page>
        })
    })
}

/// An offer with those who have booked it.
struct BookedOffer<'o> {
    key: OfferKey,
    workshop: &'o Workshop,
    booked: Vec<Booked<'o>>,
}

impl BookedOffer<'_> {
    fn seated(&self) -> usize {
        let booked = self.booked.iter();
        booked
            .filter(|booked| booked.state == BookingState::Seated)
            .count()
    }

    fn waiting(&self) -> usize {
        self.booked.len() - self.seated()
    }
}

fn one_slot(found: &BookingOverview, slot: &TimeSlot, number: usize) -> impl IntoView + use<> {
    let offers: Vec<BookedOffer<'_>> = found
        .offers_in(slot.id)
        .map(|(key, workshop)| BookedOffer {
            key,
            workshop,
            booked: found.booked(key),
        })
        .collect();
    let without: Vec<&Registration> = found.without_seat(slot.id).collect();
    let seated = offers.iter().map(BookedOffer::seated).sum();
    let waiting = offers.iter().map(BookedOffer::waiting).sum();
    let people = u32::try_from(found.people.len()).unwrap_or(u32::MAX);
    let tile = |number: usize, of: Option<u32>, label: String| Tile {
        number: number.to_string(),
        of,
        label,
        href: None,
    };
    let tiles = vec![
        tile(seated, Some(people), t!("bookings-tile-seated")),
        tile(waiting, None, t!("bookings-tile-waiting")),
        tile(without.len(), None, t!("bookings-tile-without")),
    ];
    let may_change = may_change(found);
    let add = may_change.then(|| add(&without, &offers, number));
    let workshops: Vec<_> = offers
        .iter()
        .map(|offer| one_workshop(found, offer))
        .collect();
    let lists = view! { <ul class="bookings">{workshops}</ul> };
    let lists = if may_change {
        let id = format!("leave-{number}");
        view! {
            <Form to=BookFor::PATH id submitted_by=SubmittedBy::Browser>{lists}</Form>
        }
        .into_any()
    } else {
        lists.into_any()
    };
    view! {
        <section class="stack" id=format!("slot-{}", slot.id)>
            <h2>{slot_name(slot, found.event.details.time_zone.rules())}</h2>
            <Tiles tiles/>
            {lists}
            {add}
        </section>
    }
}

fn may_change(found: &BookingOverview) -> bool {
    is_editable(&found.network, &found.event) && !found.event.is_over(visit().now)
}

/// A workshop with how many seats are taken, and the people in a fold.
fn one_workshop(found: &BookingOverview, offer: &BookedOffer<'_>) -> impl IntoView + use<> {
    let workshop = offer.workshop;
    let details = &workshop.details;
    let taken = u32::try_from(offer.seated()).unwrap_or(u32::MAX);
    let waiting = offer.waiting();
    let count = match details.most {
        Some(most) => t!("bookings-count", n = taken, of = most),
        None => t!("bookings-unlimited", n = taken),
    };
    let waiting = (waiting > 0).then(|| {
        view! { " "<Tag text=t!("bookings-waiting", n = waiting) tone=Tone::Warn/> }
    });
    let few = details.least.filter(|least| taken < *least).map(|least| {
        view! { " "<small class="scarce">{t!("wishes-few", n = least)}</small> }
    });
    let state = (!workshop.is_planned())
        .then(|| view! { " "<Tag text=t!("workshops-called-off") tone=Tone::Bad/> });
    let lang = found.event.details.language.tag();
    let may_change = may_change(found);
    let rows: Vec<_> = offer
        .booked
        .iter()
        .map(|booked| person(found, offer.key, booked, may_change))
        .collect();
    let head = view! {
        <b lang=lang>{details.title.to_string()}</b>
        " "<span class="soft">{count}</span>
        {waiting}
        {few}
        {state}
    };
    if rows.is_empty() {
        view! { <li>{head}</li> }.into_any()
    } else {
        view! { <li><details><summary>{head}</summary><ol class="people">{rows}</ol></details></li> }
            .into_any()
    }
}

fn person(
    found: &BookingOverview,
    offer: OfferKey,
    booked: &Booked<'_>,
    may_change: bool,
) -> impl IntoView + use<> {
    let registration = booked.registration;
    let person = &registration.person;
    let href = format!(
        "/organise/events/{}/registrations/{}",
        found.event.id, registration.id
    );
    let organisation = person.organisation_name.as_ref();
    let organisation =
        organisation.map(|name| view! { " "<small class="soft">{name.to_string()}</small> });
    let place = match booked.state {
        BookingState::Seated => None,
        BookingState::Waiting { place } => {
            Some(view! { " "<Tag text=t!("bookings-place", n = place) tone=Tone::Warn/> })
        }
    };
    let leads = booked.leads.and_then(|led| found.programme.workshop(led));
    let leads = leads.map(|led| {
        let title = led.details.title.as_str();
        view! { " "<small class="scarce">{t!("bookings-leads", title = title)}</small> }
    });
    let leave = may_change.then(|| {
        let value = format!("{} {}", registration.id, offer_value(offer));
        view! {
            " "
            <button class="button small" name="leave" value=value>
                {t!("bookings-withdraw")}<span class="unseen">" "{person.name()}</span>
            </button>
        }
    });
    view! { <li><a href=href>{person.name()}</a>{organisation}{place}{leads}{leave}</li> }
}

/// The form that gives somebody a seat.
fn add(
    without: &[&Registration],
    offers: &[BookedOffer<'_>],
    number: usize,
) -> Option<impl IntoView + use<>> {
    let people: Vec<Choice> = without
        .iter()
        .map(|registration| {
            let person = &registration.person;
            let organisation = person.organisation_name.as_ref();
            let label = match organisation {
                Some(organisation) => format!("{} ({organisation})", person.name()),
                None => person.name(),
            };
            Choice::new(registration.id.to_string(), label)
        })
        .collect();
    let workshops: Vec<Choice> = offers
        .iter()
        .filter(|offer| offer.workshop.is_planned())
        .map(|offer| {
            let title = offer.workshop.details.title.to_string();
            Choice::new(offer_value(offer.key), title)
        })
        .collect();
    if people.is_empty() || workshops.is_empty() {
        return None;
    }
    let id = format!("add-{number}");
    let refused = refused();
    let is_refused = refused.is_some_and(|one| one.action == BookFor::PATH && one.id == id);
    let form = is_refused.then(resubmitted::<BookFor>).flatten();
    let form = form.unwrap_or_default();
    Some(view! {
        <details class="more" open=is_refused>
            <summary>{t!("bookings-add")}</summary>
            <Form to=BookFor::PATH id submitted_by=SubmittedBy::Browser>
                <div class="pair">
                    <Select
                        name="person"
                        label=t!("bookings-person")
                        value=form.person
                        choices=people
                        required=true
                    />
                    <Select
                        name="offer"
                        label=t!("wishes-workshop")
                        value=form.offer
                        choices=workshops
                        required=true
                    />
                </div>
                <p class="soft small">{t!("bookings-add.about")}</p>
                <div class="row"><button class="button">{t!("bookings-add-go")}</button></div>
            </Form>
        </details>
    })
}
