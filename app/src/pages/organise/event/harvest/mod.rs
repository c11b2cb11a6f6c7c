//! `/organise/events/{id}/cafe/harvest`: what the tables write down, as it arrives; its order, the results, and
//! what is agreed on.

mod action_item;
mod agreed;
mod filter;
mod links;
mod list;
mod point;
mod results;

use std::hash::{DefaultHasher, Hash as _, Hasher as _};

use leptos::prelude::*;
use model::{ActionState, EventId, PointState};
use planner::cafes::{Cafe, harvest::Harvest};
use ui::{
    components::{EmptyState, Notice, PageHead, Tone},
    error::AppError,
    page_properties::{page_properties, require_connecting_script},
    shell::{Page, Section, page},
    text::t,
    visit::{planner, query, visit},
};

use self::filter::Filter;
use super::{
    cafe::{asked_item, other_cafes, page_without_cafe},
    head::{CafePart, cafe_band},
};
use crate::{
    api::{
        authorise::{helps_event, reads_event},
        cafe::{cafe_page, named_item},
        harvest::{cafe_item, harvest_path},
    },
    routes::param,
};

pub(crate) use action_item::ActionItemPage;
pub(crate) use links::TableLinksPage;
pub(crate) use point::HarvestPointPage;

/// What the parts of the page share.
struct Frame {
    event: EventId,
    /// The item of the agenda in addresses and forms; empty for the event's only café.
    item: String,
    /// Whether the person may tidy up.
    helps: bool,
    /// Whether the person may publish and make links.
    organises: bool,
}

impl Frame {
    /// For somebody who may tidy up.
    fn new(event: EventId, cafe: &Cafe) -> Self {
        let item = named_item(cafe).map(|item| item.to_string());
        Self {
            event,
            item: item.unwrap_or_default(),
            helps: true,
            organises: false,
        }
    }

    /// The harvest of the address, for somebody who tidies it up.
    async fn to_tidy() -> Result<(Self, Harvest), AppError> {
        let (event, access) = helps_event(&param("id"))?;
        let harvest = planner().harvest(&access, asked_item()?).await?;
        Ok((Self::new(event, &harvest.cafe), harvest))
    }

    fn path(&self, below: &str) -> String {
        harvest_path(self.event, &self.item, below)
    }

    /// The fields that name the café in a form.
    fn fields(&self) -> Vec<(&'static str, String)> {
        vec![
            ("event", self.event.to_string()),
            ("item", self.item.clone()),
        ]
    }
}

#[component]
pub fn HarvestPage() -> impl IntoView {
    page(async {
        let (event, access) = reads_event(&param("id"))?;
        let harvest = match planner().harvest(&access, asked_item()?).await {
            Ok(harvest) => harvest,
            Err(error) => return page_without_cafe(&access, CafePart::Harvest, error).await,
        };
        let principal = visit().signed_in()?;
        let network = harvest.cafe.network.id;
        let frame = Frame {
            helps: principal.may_help_at(network, event),
            organises: principal.organises(network).is_ok(),
            ..Frame::new(event, &harvest.cafe)
        };
        let filter = Filter::current();
        let cafe = &harvest.cafe;
        require_connecting_script(include_str!("follow.js"));
        if query("reload").as_deref() == Some("on") {
            page_properties().set_reloads();
        }
        let has_tables = cafe
            .plan
            .as_ref()
            .is_some_and(|plan| !plan.set_up.tables.is_empty());
        let content = if has_tables || !harvest.points.is_empty() {
            view! {
                {other_cafes(cafe, CafePart::Harvest)}
                <div class="cols">
                    <div class="stack">
                        {filter.form(&frame, &harvest)}
                        <div class="stack" data-follow=version(&harvest) data-events=frame.path("/events")>
                            {list::points(&frame, &harvest, &filter)}
                        </div>
                        {following(&frame)}
                    </div>
                    <aside class="stack">
                        {results::card(&frame, &harvest)}
                        {agreed::card(&frame, &harvest)}
                    </aside>
                </div>
            }
            .into_any()
        } else {
            no_tables(&frame).into_any()
        };
        let page = view! {
            <Page
                title=t!("harvest-page", event = cafe.event.details.title.as_str())
                brand=&cafe.network
                section=Section::Events
                band=cafe_band(cafe, CafePart::Harvest)
            >
                <PageHead
                    title=t!("event-tab-cafe-harvest")
                    facts=facts(&harvest)
                    actions=Some(actions(&frame).into_any())
                />
                {differing(&harvest)}
                {content}
            </Page>
        };
        Ok(page.into_any())
    })
}

fn facts(harvest: &Harvest) -> Vec<AnyView> {
    let shown = harvest.shown().len();
    let open = harvest
        .action_items
        .iter()
        .filter(|item| item.state == ActionState::Open)
        .count();
    let mut facts =
        vec![view! { <span data-points-count>{t!("harvest-points", n = shown)}</span> }.into_any()];
    if open > 0 {
        facts.push(t!("harvest-agreed-open", n = open).into_any());
    }
    facts
}

fn actions(frame: &Frame) -> impl IntoView + use<> {
    frame.organises.then(|| {
        let href = frame.path("/links");
        view! { <a class="button" href=href>{t!("harvest-links")}</a> }
    })
}

/// The notice about texts that differ because two devices changed the same point.
fn differing(harvest: &Harvest) -> Option<impl IntoView + use<>> {
    let differing = harvest
        .points
        .iter()
        .filter(|point| point.differs_from.is_some() && point.state == PointState::Shown)
        .count();
    (differing > 0).then(|| {
        view! { <Notice tone=Tone::Warn><p>{t!("harvest-differing", n = differing)}</p></Notice> }
    })
}

/// How the page is kept up to date without a script.
fn following(frame: &Frame) -> impl IntoView + use<> {
    let path = frame.path("");
    let link = if query("reload").as_deref() == Some("on") {
        view! { <a href=path>{t!("harvest-reload-off")}</a> }
    } else {
        let next = if path.contains('?') { '&' } else { '?' };
        view! { <a href=format!("{path}{next}reload=on")>{t!("harvest-reload-on")}</a> }
    };
    view! { <p class="small without-script">{link}</p> }
}

fn no_tables(frame: &Frame) -> impl IntoView + use<> {
    let set_up = cafe_page(
        frame.event,
        cafe_item(&frame.item).unwrap_or_default(),
        "",
        "",
    );
    view! {
        <EmptyState title=t!("harvest-no-tables")>
            <p>{t!("harvest-no-tables.advice")}</p>
            <p><a class="button first" href=set_up>{t!("harvest-to-set-up")}</a></p>
        </EmptyState>
    }
}

/// Changes whenever the page has something new to show.
fn version(harvest: &Harvest) -> String {
    let mut hasher = DefaultHasher::new();
    for point in &harvest.points {
        (
            point.id,
            point.revision,
            point.position,
            point.topic,
            point.state,
        )
            .hash(&mut hasher);
        point.heading.hash(&mut hasher);
    }
    format!("{:x}", hasher.finish())
}
