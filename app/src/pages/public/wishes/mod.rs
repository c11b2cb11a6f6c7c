//! `/registration/{token}/wishes`: what somebody would like to attend. Each button saves at once. `wishes.js` does the
//! same without loading the page, and lets a wish be dragged.

mod offers;
mod order;

use leptos::prelude::*;
use planner::workshops::WishPage;
use ui::{
    components::{EmptyState, Notice, PageHead, Tone},
    dates::dates,
    page_properties::require_connecting_script,
    paths::PersonalPath,
    shell::{Brand, Page, page},
    text::t,
    visit::{language, planner, query, visit},
};

use self::{offers::offers, order::order};
use crate::{api::authorise::by_link, routes::param};

/// The wishes of a personal link.
struct OwnWishes {
    page: WishPage,
    token: String,
    paths: PersonalPath,
    search: String,
    is_open: bool,
}

#[component]
pub fn WishesPage() -> impl IntoView {
    page(async {
        let token = param("token");
        let found = planner().wish_page(&by_link(&token)).await?;
        let mine = OwnWishes {
            is_open: found.is_open(visit().now),
            paths: PersonalPath::of(&token, language()),
            search: query("search").unwrap_or_default(),
            page: found,
            token,
        };
        require_connecting_script(include_str!("wishes.js"));
        let event = &mine.page.event;
        let person = &mine.page.registration.person;
        let organisation = person.organisation_name.iter().map(ToString::to_string);
        let who: Vec<String> = std::iter::once(person.name()).chain(organisation).collect();
        let title = if mine.is_open {
            t!("wishes-question")
        } else {
            t!("wishes-title")
        };
        let back = mine.paths.page();
        let name = event.details.title.to_string();
        let lang = event.details.language.tag();
        let brand = Brand::of_event(&mine.page.network, event);
        Ok(view! {
            <Page title=t!("wishes-page", event = name.as_str()) brand>
                <p class="back"><a href=back lang=lang>{name.clone()}</a></p>
                <PageHead title kind=who.join(" · ")/>
                <div id="wishes" class="stack">
                    {deadline(&mine)}
                    <div class="cols wishes">
                        <div class="stack">{offers(&mine)}{to_order(&mine)}</div>
                        {order(&mine)}
                    </div>
                </div>
            </Page>
        })
    })
}

/// How many wishes there are, with the way to their order. It stays in sight where the order is below the programme.
fn to_order(mine: &OwnWishes) -> Option<impl IntoView + use<>> {
    let count = mine.page.list.ranked.len();
    let missing = mine.page.missing();
    let text = if missing > 0 {
        t!("wishes-bar.missing", n = count, missing = missing)
    } else {
        t!("wishes-bar", n = count)
    };
    mine.is_open
        .then(|| view! { <p class="wish-bar"><a href="#order">{text}</a></p> })
}

/// Until when wishes can be changed, or that they cannot any more.
fn deadline(mine: &OwnWishes) -> AnyView {
    let closes = mine.page.setup.closes;
    if !mine.is_open {
        let wishes = mine.page.list.ranked.len();
        return view! {
            <EmptyState title=t!("wishes-over")>
                <p>{t!("wishes-over.since", closed = dates().when(&closes), n = wishes)}</p>
            </EmptyState>
        }
        .into_any();
    }
    if mine.page.is_open_late(visit().now) {
        return view! {
            <Notice tone=Tone::Accent>
                <p><b>{t!("wishes-late")}</b></p>
                <p>{t!("wishes-late.about")}</p>
            </Notice>
        }
        .into_any();
    }
    let zone = mine.page.event.details.time_zone.rules();
    let today = visit().now.to_zoned(zone.clone()).date();
    let left = dates().countdown(closes.local.date(), today);
    view! {
        <Notice tone=Tone::Accent>
            <p><b>{t!("wishes-until", closes = dates().when(&closes))}</b>" ("{left}")."</p>
            <p>{t!("wishes-how")}</p>
        </Notice>
    }
    .into_any()
}
