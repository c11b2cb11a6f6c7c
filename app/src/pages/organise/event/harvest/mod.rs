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
use model::{ActionState, AgendaItem, EventId, PointState};
use planner::cafes::harvest::Harvest;
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
    cafe::page_without_cafe,
    head::{CafePart, EventTab, event_band},
};
use crate::{
    api::{
        authorise::{helps_event, reads_event},
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
    /// The harvest of the address, for somebody who tidies it up.
    async fn to_tidy() -> Result<(Self, Harvest), AppError> {
        let (event, access) = helps_event(&param("id"))?;
        let item = query("item").unwrap_or_default();
        let harvest = planner().harvest(&access, cafe_item(&item)?).await?;
        let frame = Self {
            event,
            item,
            helps: true,
            organises: false,
        };
        Ok((frame, harvest))
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
        let item = query("item").unwrap_or_default();
        let harvest = match planner().harvest(&access, cafe_item(&item)?).await {
            Ok(harvest) => harvest,
            Err(error) => return page_without_cafe(&access, CafePart::Harvest, error).await,
        };
        let principal = visit().signed_in()?;
        let network = harvest.cafe.network.id;
        let frame = Frame {
            event,
            item,
            helps: principal.helps(network).is_ok(),
            organises: principal.organises(network).is_ok(),
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
                {cafes(&frame, &cafe.items)}
                <div class="cols">
                    <div class="stack">
                        {filter.form(&frame, &harvest)}
                        <div class="stack" data-follow=version(&harvest)>
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
                band=event_band(&cafe.network, &cafe.event, cafe.confirmed, EventTab::Cafe(CafePart::Harvest))
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

/// Links to the other cafés of the event.
fn cafes(frame: &Frame, items: &[AgendaItem]) -> Option<impl IntoView + use<>> {
    let current = items
        .iter()
        .position(|item| item.id.to_string() == frame.item);
    (items.len() > 1).then(|| {
        let links: Vec<_> = items
            .iter()
            .enumerate()
            .map(|(place, item)| {
                let href = harvest_path(frame.event, &item.id.to_string(), "");
                let current = (place == current.unwrap_or(0)).then_some("page");
                view! { <a href=href aria-current=current>{item.title.to_string()}</a> }
            })
            .collect();
        view! { <nav class="segment" aria-label=t!("harvest-cafes")>{links}</nav> }
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
    let set_up = format!("/organise/events/{}/cafe", frame.event);
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
