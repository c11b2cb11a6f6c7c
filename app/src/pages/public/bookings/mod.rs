//! `/registration/{token}/workshops`: seats in workshops, in the order in which people take them. Each button books at
//! once.

mod offers;

use leptos::prelude::*;
use model::{EventState, RegistrationState};
use planner::workshops::BookingPage;
use ui::{
    components::{EmptyState, Notice, PageHead, Tone},
    paths::PersonalPath,
    shell::{Brand, Page, page},
    text::{t, waits_for},
    visit::{language, planner, visit},
};

use self::offers::one_slot;
use crate::{api::authorise::by_link, routes::param};

/// The bookings of a personal link.
struct OwnWorkshops {
    page: BookingPage,
    token: String,
}

#[component]
pub fn BookingsPage() -> impl IntoView {
    page(async {
        let token = param("token");
        let found = planner().booking_page(&by_link(&token)).await?;
        let mine = OwnWorkshops { page: found, token };
        let event = &mine.page.event;
        let person = &mine.page.registration.person;
        let organisation = person.organisation_name.iter().map(ToString::to_string);
        let who: Vec<String> = std::iter::once(person.name()).chain(organisation).collect();
        let back = PersonalPath::of(&mine.token, language()).page();
        let name = event.details.title.to_string();
        let lang = event.details.language.tag();
        let brand = Brand::of_event(&mine.page.network, event);
        let slots: Vec<_> = (1..)
            .zip(mine.page.slots())
            .map(|(number, slot)| one_slot(&mine, slot, number))
            .collect();
        Ok(view! {
            <Page title=t!("bookings-page", event = name.as_str()) brand>
                <p class="back"><a href=back lang=lang>{name.clone()}</a></p>
                <PageHead title=t!("bookings-title") kind=who.join(" · ")/>
                <div id="bookings" class="stack">
                    {rules(&mine)}
                    {slots}
                </div>
            </Page>
        })
    })
}

/// How seats are taken, or why they cannot be.
fn rules(mine: &OwnWorkshops) -> AnyView {
    let page = &mine.page;
    let now = visit().now;
    if page.event.state == EventState::Cancelled || page.event.is_over(now) {
        return view! { <EmptyState title=t!("bookings-over")><p>{t!("bookings-over.about")}</p></EmptyState> }
            .into_any();
    }
    if page.slots().next().is_none() {
        return view! { <EmptyState title=t!("bookings-over")><p>{t!("bookings-over.none")}</p></EmptyState> }
            .into_any();
    }
    if !page.has_seat_at_event() {
        let about = if page.registration.state == RegistrationState::Waitlisted {
            t!(
                "bookings-no-seat.waiting",
                waits = waits_for(&page.event.details)
            )
        } else {
            t!("bookings-no-seat.about")
        };
        return view! { <EmptyState title=t!("bookings-no-seat")><p>{about}</p></EmptyState> }
            .into_any();
    }
    if !page.slots().any(|slot| page.is_open(slot, now)) {
        return view! { <EmptyState title=t!("bookings-over")><p>{t!("bookings-over.begun")}</p></EmptyState> }
            .into_any();
    }
    view! {
        <Notice tone=Tone::Accent>
            <p><b>{t!("bookings-how")}</b></p>
            <p>{t!("bookings-how.about")}</p>
        </Notice>
    }
    .into_any()
}
