//! `/organise/events/{id}/workshops/assignment/small`: workshops with few people, and what keeping or calling off costs.

use leptos::prelude::*;
use model::{
    JobKind,
    assignment::{OfferDecision, OfferOpposite},
    workshops::OfferKey,
};
use planner::{
    assignments::{PriceState, SmallOffer, SmallOffers},
    jobs::JobView,
};
use ui::{
    components::{DataTable, EmptyState, Notice, PageHead, PostButton},
    shell::{Page, Section, page},
    text::t,
    visit::planner,
};

use super::{
    super::{
        super::{head::EventTab, job},
        band_of,
    },
    may_plan,
};
use crate::{
    api::{
        actions::{DecideOffer, PriceSmallOffers, StopJob},
        authorise::reads_event,
    },
    pages::explanation::Names,
    routes::param,
};

#[component]
pub fn SmallWorkshopsPage() -> impl IntoView {
    page(async {
        let (event, access) = reads_event(&param("id"))?;
        // The jobs first: one that ends in between is shown as running, and its page loads again.
        let jobs = planner().jobs_of_event(&access).await?;
        let job = jobs
            .iter()
            .find(|view| view.job.kind == JobKind::OffersPriced && view.job.state.is_active());
        let found = planner().small_offers(&access).await?;
        let assignment = &found.board.assignment;
        let band = band_of(assignment, EventTab::Assignment);
        let title = t!("small-title");
        let prices = prices(&found, job);
        let content = content(&found);
        Ok(view! {
            <Page title=title.clone() brand=&assignment.network section=Section::Events band>
                <p class="back">
                    <a href=format!("/organise/events/{event}/workshops/assignment")>{t!("assigned-back")}</a>
                </p>
                <PageHead title/>
                <p class="hint">{t!("small-about")}</p>
                {prices}
                {content}
            </Page>
        })
    })
}

/// How far the prices are computed, with the button that computes them.
fn prices(found: &SmallOffers, job: Option<&JobView>) -> Option<AnyView> {
    let event = found.board.assignment.event.id;
    let may_plan = may_plan(&found.board.assignment);
    if let Some(view) = job {
        let fields = vec![
            ("event", event.to_string()),
            ("job", view.job.id.to_string()),
        ];
        let stop = (may_plan && !view.job.stops).then(|| {
            view! { <PostButton to=StopJob::PATH label=t!("assignment-stop") fields class="button small"/> }
        });
        return Some(
            view! {
                <section class="card dense searching">
                    <h2>{t!("small-pricing")}</h2>
                    {job::progress(event, view)}
                    <div class="row">{stop}</div>
                </section>
            }
            .into_any(),
        );
    }
    let text = match found.prices {
        _ if found.offers.is_empty() => return None,
        PriceState::Known => return None,
        PriceState::Missing => t!("small-price-missing"),
        PriceState::Outdated => t!("small-price-outdated"),
    };
    let action = may_plan.then(|| {
        let fields = vec![("event", event.to_string())];
        view! { <PostButton to=PriceSmallOffers::PATH label=t!("small-price") fields class="button first"/> }
            .into_any()
    });
    Some(view! { <Notice action><p>{text}</p></Notice> }.into_any())
}

fn content(found: &SmallOffers) -> impl IntoView + use<> {
    let rows: Vec<_> = found.offers.iter().map(|offer| row(found, offer)).collect();
    let table = if rows.is_empty() {
        view! { <EmptyState title=t!("small-none")><p>{t!("small-none.text")}</p></EmptyState> }
            .into_any()
    } else {
        let headings = vec![
            t!("workshops-column-workshop"),
            t!("small-people"),
            t!("small-keep"),
            t!("small-call-off"),
            t!("small-decision"),
        ];
        view! { <DataTable caption=t!("small-title") headings stacks=true>{rows}</DataTable> }
            .into_any()
    };
    view! { {table}{decided(found)} }
}

fn row(found: &SmallOffers, small: &SmallOffer) -> impl IntoView + use<> {
    let assignment = &found.board.assignment;
    let names = names(found);
    let title = names.workshop(small.offer.workshop);
    let lang = assignment.event.details.language.tag();
    let takes_place = small.people > 0;
    let now = match small.unwished {
        0 => t!("small-costs-nothing"),
        n => t!("small-unwished-there", n = n),
    };
    let opposite = small
        .opposite
        .map_or_else(|| t!("small-not-priced"), opposite_text);
    let (keep, call_off) = if takes_place {
        (now, opposite)
    } else {
        (opposite, t!("small-as-now"))
    };
    let buttons = may_plan(&found.board.assignment).then(|| {
        let keep = button(found, small.offer, "keep", t!("small-do-keep"), &title);
        let call_off = button(
            found,
            small.offer,
            "call-off",
            t!("small-do-call-off"),
            &title,
        );
        view! { <div class="row">{keep}{call_off}</div> }
    });
    view! {
        <tr>
            <th scope="row">
                <span lang=lang>{title.clone()}</span><br/>
                <small class="soft">{names.time(small.offer.slot)}</small>
            </th>
            <td data-heading=t!("small-people")>{t!("small-of-least", n = small.people, least = small.least)}</td>
            <td class="whole" data-heading=t!("small-keep")>{keep}</td>
            <td class="whole" data-heading=t!("small-call-off")>{call_off}</td>
            <td class="whole">{buttons}</td>
        </tr>
    }
}

/// What the opposite of the present decision would bring.
fn opposite_text(opposite: OfferOpposite) -> String {
    match opposite {
        OfferOpposite::Impossible => t!("small-impossible"),
        OfferOpposite::Unknown => t!("small-unknown"),
        OfferOpposite::Found {
            seats,
            first_wishes,
            unwished,
            moved,
            is_worse,
        } => {
            let mut parts = Vec::new();
            match seats {
                0 => {}
                n if n < 0 => parts.push(t!("small-seats-fewer", n = -n)),
                n => parts.push(t!("small-seats-more", n = n)),
            }
            match first_wishes {
                0 => {}
                n if n < 0 => parts.push(t!("small-first-fewer", n = -n)),
                n => parts.push(t!("small-first-more", n = n)),
            }
            match unwished {
                0 => {}
                n if n < 0 => parts.push(t!("small-unwished-fewer", n = -n)),
                n => parts.push(t!("small-unwished-more", n = n)),
            }
            if parts.is_empty() && !is_worse {
                parts.push(t!("small-costs-nothing"));
            }
            if moved > 0 {
                parts.push(t!("small-moved", n = moved));
            }
            parts.join(", ")
        }
    }
}

/// The decisions, each with a button that takes it back.
fn decided(found: &SmallOffers) -> Option<impl IntoView + use<>> {
    if found.decided.is_empty() {
        return None;
    }
    let names = names(found);
    let lines: Vec<_> = found
        .decided
        .iter()
        .map(|decision| {
            let offer = decision.offer();
            let title = names.workshop(offer.workshop);
            let when = names.time(offer.slot);
            let text = match decision {
                OfferDecision::Keep(_) => t!("small-kept", title = title.as_str(), when = when),
                OfferDecision::CallOff(_) => {
                    t!("small-called-off", title = title.as_str(), when = when)
                }
            };
            let back = may_plan(&found.board.assignment)
                .then(|| button(found, offer, "", t!("small-take-back"), &title));
            view! { <li class="row"><span>{text}</span>{back}</li> }
        })
        .collect();
    Some(view! {
        <section class="stack" id="decided">
            <h2>{t!("small-decided")}</h2>
            <ul class="plain rules">{lines}</ul>
        </section>
    })
}

fn button(
    found: &SmallOffers,
    offer: OfferKey,
    decision: &str,
    label: String,
    about: &str,
) -> impl IntoView + use<> {
    let fields = vec![
        ("event", found.board.assignment.event.id.to_string()),
        ("slot", offer.slot.to_string()),
        ("workshop", offer.workshop.to_string()),
        ("decision", decision.to_owned()),
    ];
    let about = about.to_owned();
    view! { <PostButton to=DecideOffer::PATH label about fields class="button small"/> }
}

fn names(found: &SmallOffers) -> Names<'_> {
    Names {
        event: &found.board.assignment.event,
        programme: &found.board.assignment.programme,
        people: None,
    }
}
