//! `/organise/events/{id}/workshops`: the workshops on offer, by slot; slots, workshops, rooms, import.

mod assignment;
mod bookings;
mod busy;
mod copy;
mod day;
mod fields;
mod import;
mod list;
mod lists;
mod notices;
mod publish;
mod reminder;
mod rooms;
mod sheets;
mod signs;
mod slot;
mod timetables;
mod wishes;
mod workshop;

use jiff::tz::TimeZone;
use leptos::prelude::*;
use model::{EventState, workshops::TimeSlot};
use planner::{assignments::Assignment, workshops::PlannedProgramme};
use ui::{
    components::{Band, EmptyState, PageHead},
    dates::dates,
    shell::{Page, Section, page},
    text::t,
    visit::planner,
};

use self::{list::offers, notices::notices};
use super::{
    editable::is_editable,
    head::{EventTab, event_band},
};
use crate::{api::authorise::reads_event, routes::param};

pub(crate) use assignment::{
    AssignedPersonPage, AssignmentPage, RefusedWishesPage, SmallWorkshopsPage,
};
pub(crate) use bookings::EventBookingsPage;
pub(crate) use busy::BusyPeoplePage;
pub(crate) use copy::TakeOverWorkshopsPage;
pub(crate) use day::WorkshopDayPage;
pub(crate) use import::ImportWorkshopsPage;
pub(crate) use lists::WorkshopListsPage;
pub(crate) use publish::PublishAssignmentPage;
pub(crate) use reminder::WishReminderPage;
pub(crate) use rooms::RoomsPage;
pub(crate) use signs::WorkshopSignsPage;
pub(crate) use slot::{ChangeSlotPage, NewSlotPage, RemoveSlotPage};
pub(crate) use timetables::WorkshopTimetablesPage;
pub(crate) use wishes::EventWishesPage;
pub(crate) use workshop::{ChangeWorkshopPage, NewWorkshopPage, RemoveWorkshopPage};

#[component]
pub fn WorkshopsPage() -> impl IntoView {
    page(async {
        let (_, access) = reads_event(&param("id"))?;
        let found = planner().programme(&access).await?;
        let may_change = is_editable(&found.network, &found.event);
        let base = base(&found);
        let content = if found.programme.is_empty() {
            empty(&base, may_change).into_any()
        } else {
            offers(&found, may_change).into_any()
        };
        let actions = (may_change && !found.programme.is_empty()).then(|| {
            view! {
                <a class="button" href=format!("{base}/import")>{t!("workshops-import")}</a>
                <a class="button first" href=format!("{base}/new")>{t!("workshops-add")}</a>
            }
            .into_any()
        });
        Ok(view! {
            <Page
                title=t!("workshops-page", event = found.event.details.title.as_str())
                brand=&found.network
                section=Section::Events
                band=workshops_band(&found)
            >
                <PageHead title=t!("workshops-title") facts=facts(&found) actions/>
                {notices(&found)}
                {content}
            </Page>
        })
    })
}

fn facts(found: &PlannedProgramme) -> Vec<AnyView> {
    if found.programme.is_empty() {
        return Vec::new();
    }
    let planned = found.programme.workshops.iter();
    let planned = planned.filter(|workshop| workshop.is_planned()).count();
    vec![
        t!("workshops-count", n = planned).into_any(),
        t!("workshops-slots", n = found.programme.slots.len()).into_any(),
    ]
}

fn empty(base: &str, may_change: bool) -> impl IntoView + use<> {
    let advice = if may_change {
        view! {
            <p>{t!("workshops-none.advice")}</p>
            <div class="row">
                <a class="button first" href=format!("{base}/slots/new")>{t!("workshops-slot-add")}</a>
                <a class="button" href=format!("{base}/copy")>{t!("workshops-copy")}</a>
            </div>
        }
        .into_any()
    } else {
        view! { <p>{t!("workshops-none.wait")}</p> }.into_any()
    };
    view! { <EmptyState title=t!("workshops-none")>{advice}</EmptyState> }
}

/// The path of the page of the offer.
fn base(found: &PlannedProgramme) -> String {
    format!("/organise/events/{}/workshops", found.event.id)
}

/// The band of a page about the assignment.
fn band_of(assignment: &Assignment, tab: EventTab) -> Band {
    let confirmed = u32::try_from(assignment.people.len()).unwrap_or(u32::MAX);
    event_band(&assignment.network, &assignment.event, confirmed, tab)
}

fn workshops_band(found: &PlannedProgramme) -> Band {
    event_band(
        &found.network,
        &found.event,
        found.confirmed,
        EventTab::Workshops,
    )
}

/// Says that people who have booked are told of a change.
fn told(found: &PlannedProgramme, booked: u32) -> Option<impl IntoView + use<>> {
    (booked > 0 && found.event.state == EventState::Published)
        .then(|| view! { <p class="hint">{t!("workshops-tells-booked", n = booked)}</p> })
}

/// Whom it tells that offers do not take place any more.
fn whom_ending_tells(found: &PlannedProgramme, booked: u32) -> String {
    match found.event.state {
        EventState::Published if booked > 0 => t!("workshops-ending-tells", n = booked),
        _ => t!("workshops-remove-nobody"),
    }
}

/// The link back to the page of the offer.
fn back(found: &PlannedProgramme) -> impl IntoView + use<> {
    view! { <p class="back"><a href=base(found)>{t!("workshops-back")}</a></p> }
}

/// *Do., 15. April 2027, 14:00–15:30 Uhr*.
fn slot_name(slot: &TimeSlot, zone: &TimeZone) -> String {
    let times = dates().span_of_item(slot.starts, slot.ends(zone));
    format!("{}, {times}", dates().day(slot.starts.date()))
}
