//! `/organise/events/{id}/cafe`: what the plan of a café is made from, and what that makes possible.

mod aside;
mod figures;
mod form;
mod notices;
mod rules;
mod tables;

use leptos::prelude::*;
use model::{
    EventState,
    cafe::{AnswerNeed, CafeSetUp},
};
use planner::cafes::{Cafe, Forecast, PlanDrift};
use ui::{
    components::PageHead,
    dates::clock,
    forms::resubmitted,
    page_properties::require_connecting_script,
    shell::{Page, Section, page},
    text::t,
    visit::{planner, query, visit},
};

use self::form::set_up_form;
use super::{
    super::head::{CafePart, cafe_band},
    page_without_cafe,
    sentences::Wording,
    several::other_cafes,
};
use crate::{
    api::{
        actions::SaveCafeSetUp,
        authorise::reads_event,
        cafe::{CafeForm, Names, item_of},
    },
    routes::param,
};

/// A set-up as the page shows it: the form, and what the form makes possible.
#[derive(Clone)]
struct Shown {
    cafe: Cafe,
    form: CafeForm,
    /// The typed set-up; the stored one if what is typed cannot be read.
    set_up: CafeSetUp,
    /// Whether the figures are those of what is typed.
    is_current: bool,
    forecast: Forecast,
    drift: Option<PlanDrift>,
    may_change: bool,
}

impl Shown {
    fn names(&self) -> Names {
        Names::of(&self.cafe)
    }

    fn wording(&self) -> Wording<'_> {
        Wording {
            cafe: &self.cafe,
            set_up: &self.set_up,
            names: self.names(),
            meanings: self.meanings(),
            even_most: self.forecast.now.sizes.last().map(|(size, _)| *size),
        }
    }

    /// The stored meanings of answers that the form has not dropped, with their places.
    fn meanings(&self) -> Vec<(usize, AnswerNeed)> {
        let stored = self.cafe.set_up().answer_needs.into_iter().enumerate();
        let dropped = &self.form.dropped_answers;
        let kept = stored.filter(|(place, _)| !dropped.contains(&place.to_string()));
        kept.collect()
    }
}

#[component]
pub fn CafeSetUpPage() -> impl IntoView {
    page(async {
        let (_, access) = reads_event(&param("id"))?;
        let item = item_of(&query("item").unwrap_or_default())?;
        let cafe = match planner().cafe(&access, item).await {
            Ok(cafe) => cafe,
            Err(error) => return page_without_cafe(&access, CafePart::SetUp, error).await,
        };
        let typed = resubmitted::<SaveCafeSetUp>();
        let parsed = typed.as_ref().map(|form| form.parse(&cafe));
        let is_current = !matches!(parsed, Some(Err(_)));
        let set_up = match parsed {
            Some(Ok(set_up)) => set_up,
            _ => cafe.set_up(),
        };
        let forecast = planner().cafe_forecast(&cafe, &set_up).await?;
        let drift = planner().plan_drift(&access, &cafe).await?;
        let principal = visit().signed_in()?;
        let may_change = cafe.event.state != EventState::Cancelled
            && principal.organises(cafe.network.id).is_ok();
        let form = typed.unwrap_or_else(|| CafeForm::of(&cafe, &set_up));
        let shown = Shown {
            cafe,
            form,
            set_up,
            is_current,
            forecast,
            drift,
            may_change,
        };
        Ok(set_up_page(shown).into_any())
    })
}

fn set_up_page(shown: Shown) -> impl IntoView {
    require_connecting_script(include_str!("set_up.js"));
    let cafe = shown.cafe.clone();
    let title = t!("set-up-title", event = cafe.event.details.title.as_str());
    let band = cafe_band(&cafe, CafePart::SetUp);
    let facts = cafe.plan.as_ref().map(|plan| {
        let zone = cafe.event.details.time_zone.clock(plan.saved_at);
        let today = cafe.event.details.time_zone.clock(visit().now).date();
        if zone.date() == today {
            t!("set-up-saved-at", time = clock(zone.time()))
        } else {
            t!(
                "set-up-saved-on",
                date = ui::dates::dates().day(zone.date())
            )
        }
    });
    let facts = facts.map(|text| view! { <span class="good">{text}</span> }.into_any());
    view! {
        <Page title brand=&cafe.network section=Section::Events band>
            <PageHead title=t!("event-tab-cafe-set-up") facts=facts.into_iter().collect()/>
            {other_cafes(&cafe, CafePart::SetUp)}
            {set_up_form(shown)}
        </Page>
    }
}
