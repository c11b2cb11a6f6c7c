//! The harvest of a café: what its tables write down, the order that organisers bring it into, and the results.
//!
//! One point is one entry, with a revision: so two devices that write at once never lose a text.

mod action_items;
mod links;
mod results;
mod table;
mod tidying;
mod writing;

use jiff::Timestamp;
use model::{
    ActionItem, AgendaItemId, HarvestPoint, Line, PointState,
    cafe::{CafeSetUp, CafeTable, CafeTopic, TopicNumber},
};
use store::Reader;

pub use self::{
    action_items::{ActionItemEdit, NewActionItem},
    links::{TableLink, TableLinks},
    results::{CafeResults, PublicResults},
    table::{RoundNow, TablePage},
    tidying::PointEdit,
    writing::{PointChange, PointWrite, Typing, WriteResult, Written},
};
use super::Cafe;
use crate::{
    Planner, PlannerError, Result,
    access::{EventAccess, Right},
};

/// The harvest of a café as its organisers see it.
#[derive(Debug, Clone)]
pub struct Harvest {
    pub cafe: Cafe,
    /// In their order, with those that are not part of the results.
    pub points: Vec<HarvestPoint>,
    /// Those of the event, the oldest first.
    pub action_items: Vec<ActionItem>,
    /// Since when the results are public.
    pub published: Option<Timestamp>,
}

/// The points of a topic.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TopicPoints {
    /// `None`: the topic was removed from the set-up.
    pub topic: Option<CafeTopic>,
    /// Without a heading first, then in the order of the first point of each.
    pub headings: Vec<HeadingPoints>,
}

/// The points under a heading of a topic.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HeadingPoints {
    pub heading: Option<Line<120>>,
    pub points: Vec<HarvestPoint>,
}

impl TopicPoints {
    /// How many points there are.
    pub fn count(&self) -> usize {
        self.headings
            .iter()
            .map(|heading| heading.points.len())
            .sum()
    }
}

/// Groups points by topic and heading. Topics without points are left out.
pub fn by_topic(set_up: &CafeSetUp, points: &[HarvestPoint]) -> Vec<TopicPoints> {
    let known = set_up.topics.iter().map(|topic| Some(topic.clone()));
    known
        .chain([None])
        .filter_map(|topic| {
            let belongs = |point: &&HarvestPoint| match &topic {
                Some(topic) => point.topic == topic.number,
                None => set_up.topic(point.topic).is_none(),
            };
            let headings = by_heading(points.iter().filter(belongs));
            (!headings.is_empty()).then_some(TopicPoints { topic, headings })
        })
        .collect()
}

fn by_heading<'p>(points: impl Iterator<Item = &'p HarvestPoint>) -> Vec<HeadingPoints> {
    let mut headings: Vec<HeadingPoints> = Vec::new();
    for point in points {
        let found = headings
            .iter_mut()
            .find(|group| group.heading == point.heading);
        match found {
            Some(group) => group.points.push(point.clone()),
            None => headings.push(HeadingPoints {
                heading: point.heading.clone(),
                points: vec![point.clone()],
            }),
        }
    }
    // Stable: the others keep their order.
    headings.sort_by_key(|group| group.heading.is_some());
    headings
}

impl Harvest {
    /// Points that belong to the results.
    pub fn shown(&self) -> Vec<HarvestPoint> {
        shown(&self.points)
    }

    /// The name of a table, also of one that the set-up no longer has.
    pub fn table_name(&self, point: &HarvestPoint) -> String {
        let set_up = self.cafe.plan.as_ref().map(|plan| &plan.set_up);
        let table = set_up.and_then(|set_up| set_up.table(point.table));
        table.map_or_else(|| point.table.to_string(), |table| table.name.to_string())
    }
}

/// Points that belong to the results.
fn shown(points: &[HarvestPoint]) -> Vec<HarvestPoint> {
    let shown = points
        .iter()
        .filter(|point| point.state == PointState::Shown);
    shown.cloned().collect()
}

/// The topic of a table; a topic that the set-up does not have cannot be named.
fn topic_name(set_up: &CafeSetUp, topic: TopicNumber) -> Option<Line<200>> {
    set_up.topic(topic).map(|topic| topic.name.clone())
}

/// The host of a table, by name.
async fn host_name(reader: &mut Reader, table: &CafeTable) -> Result<Option<String>> {
    let Some(host) = table.host else {
        return Ok(None);
    };
    let registration = reader.registration(host).await?;
    Ok(registration.map(|host| {
        let person = host.person;
        format!("{} {}", person.given_name, person.family_name)
    }))
}

impl Planner {
    /// The harvest of a café.
    #[tracing::instrument(level = "debug", skip_all, fields(event = %access), err(level = "debug"))]
    pub async fn harvest(
        &self,
        access: &EventAccess<impl Right>,
        item: Option<AgendaItemId>,
    ) -> Result<Harvest> {
        let (mut reader, cafe) = self.read_cafe(access, item).await?;
        let points = match &cafe.plan {
            Some(plan) => reader.harvest_points(plan.id).await?.rows,
            None => Vec::new(),
        };
        let published = reader.published_results(cafe.event.id).await?;
        let published = published
            .into_iter()
            .find(|results| cafe.plan.as_ref().is_some_and(|own| own.id == results.plan));
        Ok(Harvest {
            action_items: reader.action_items(cafe.event.id).await?,
            published: published.map(|results| results.since),
            points,
            cafe,
        })
    }
}

/// The plan of a café. `NotFound` before its set-up is saved.
fn require_own_plan(cafe: &Cafe) -> Result<&store::CafePlan> {
    cafe.plan.as_ref().ok_or(PlannerError::NotFound)
}
