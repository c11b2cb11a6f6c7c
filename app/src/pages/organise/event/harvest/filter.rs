//! Which points a list shows.

use leptos::prelude::*;
use model::{HarvestPoint, PointKind, cafe::CafeSetUp};
use planner::cafes::harvest::Harvest;
use ui::{
    components::{Choice, Select},
    text::t,
    visit::query,
};

use super::Frame;

/// The choices of the list, from the query; empty for all.
pub(super) struct Filter {
    topic: String,
    table: String,
    round: String,
    kind: String,
}

impl Filter {
    pub fn current() -> Self {
        let of = |name| query(name).unwrap_or_default();
        Self {
            topic: of("topic"),
            table: of("table"),
            round: of("round"),
            kind: of("kind"),
        }
    }

    pub fn is_set(&self) -> bool {
        [&self.topic, &self.table, &self.round, &self.kind]
            .iter()
            .any(|choice| !choice.is_empty())
    }

    pub fn accepts(&self, point: &HarvestPoint) -> bool {
        let is = |choice: &str, value: &str| choice.is_empty() || choice == value;
        is(&self.topic, &point.topic.to_string())
            && is(&self.table, &point.table.to_string())
            && is(&self.round, &point.round.to_string())
            && is(&self.kind, point.kind.as_str())
    }

    /// The form that sets it.
    pub fn form(&self, frame: &Frame, harvest: &Harvest) -> Option<impl IntoView + use<>> {
        let plan = harvest.cafe.plan.as_ref()?;
        let CafeSetUp {
            topics,
            tables,
            rounds,
            ..
        } = &plan.set_up;
        let topics = topics
            .iter()
            .map(|topic| Choice::new(topic.number.to_string(), topic.name.as_str()))
            .collect();
        let tables = tables
            .iter()
            .map(|table| {
                let name = t!("table-name", name = table.name.as_str());
                Choice::new(table.number.to_string(), name)
            })
            .collect();
        let rounds = (1..=rounds.count)
            .map(|round| Choice::new(round.to_string(), t!("table-round", n = round)))
            .collect();
        let item = (!frame.item.is_empty())
            .then(|| view! { <input type="hidden" name="item" value=frame.item.clone()/> });
        let all = self.is_set().then(|| {
            let href = frame.path("");
            view! { <a class="button" href=href>{t!("harvest-all")}</a> }
        });
        let action = format!("/organise/events/{}/cafe/harvest", frame.event);
        Some(view! {
            <form class="filters harvest-filters" method="get" action=action role="search">
                {item}
                <Select name="topic" label=t!("harvest-topic") value=self.topic.clone()
                    choices=topics none=t!("harvest-every") unmarked=true/>
                <Select name="table" label=t!("harvest-table") value=self.table.clone()
                    choices=tables none=t!("harvest-every") unmarked=true/>
                <Select name="round" label=t!("harvest-round") value=self.round.clone()
                    choices=rounds none=t!("harvest-every") unmarked=true/>
                <Select name="kind" label=t!("harvest-kind") value=self.kind.clone()
                    choices=Choice::of(PointKind::ALL) none=t!("harvest-every") unmarked=true/>
                <div class="row">
                    <button class="button">{t!("harvest-find")}</button>
                    {all}
                </div>
            </form>
        })
    }
}
