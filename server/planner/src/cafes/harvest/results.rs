//! The results of an event's cafés, for everybody who may see its page.

use jiff::Timestamp;
use model::{AgendaItemId, AuditAction, Event, Fault, Faults, Network, Visibility};

use super::{TopicPoints, by_topic, shown};
use crate::{
    Planner, PlannerError, Result,
    access::{EventAccess, Organises},
    cafes::{cafe_of_plan::plans_of_cafes, lock_cafe},
    registrations::visible_event,
    require::require_network,
};

/// The public results of an event.
#[derive(Debug, Clone)]
pub struct PublicResults {
    pub network: Network,
    pub event: Event,
    /// In the order in which their plans were begun.
    pub cafes: Vec<CafeResults>,
}

/// The results of a café.
#[derive(Debug, Clone)]
pub struct CafeResults {
    /// The title of its item of the agenda. `None`: the event itself is the café.
    pub title: Option<String>,
    pub topics: Vec<TopicPoints>,
    pub published: Timestamp,
}

impl Planner {
    /// The results of an event. `NotFound` if none are public.
    #[tracing::instrument(level = "debug", skip_all, err(level = "debug"))]
    pub async fn results(&self, slug: &str, key: Option<&str>) -> Result<PublicResults> {
        let mut reader = self.store().read().await?;
        let event = visible_event(&mut reader, slug, key).await?;
        let published = reader.published_results(event.id).await?;
        let mut cafes = Vec::new();
        for (plan, item) in plans_of_cafes(&mut reader, &event).await? {
            let Some(results) = published.iter().find(|results| results.plan == plan.id) else {
                continue;
            };
            let points = reader.harvest_points(plan.id).await?.rows;
            cafes.push(CafeResults {
                title: item.map(|item| item.title.to_string()),
                topics: by_topic(&plan.set_up, &shown(&points)),
                published: results.since,
            });
        }
        if cafes.is_empty() {
            return Err(PlannerError::NotFound);
        }
        Ok(PublicResults {
            network: require_network(&mut reader, event.network).await?,
            event,
            cafes,
        })
    }

    /// Makes the results of a café public. An event by invitation has no page for them.
    #[tracing::instrument(level = "debug", skip_all, fields(event = %access), err(level = "debug"))]
    pub async fn publish_results(
        &self,
        access: &EventAccess<Organises>,
        item: Option<AgendaItemId>,
    ) -> Result<()> {
        let at = Some(self.now());
        self.set_results(access, item, at).await
    }

    /// Takes the results of a café back.
    #[tracing::instrument(level = "debug", skip_all, fields(event = %access), err(level = "debug"))]
    pub async fn withdraw_results(
        &self,
        access: &EventAccess<Organises>,
        item: Option<AgendaItemId>,
    ) -> Result<()> {
        self.set_results(access, item, None).await
    }

    async fn set_results(
        &self,
        access: &EventAccess<Organises>,
        item: Option<AgendaItemId>,
        at: Option<Timestamp>,
    ) -> Result<()> {
        let mut tx = self.store().begin().await?;
        let (right, cafe) = lock_cafe(&mut tx, access, item).await?;
        let plan = super::require_own_plan(&cafe)?.id;
        if at.is_some() {
            if cafe.event.details.visibility == Visibility::Invitation {
                return Err(PlannerError::WrongState);
            }
            if shown(&tx.harvest_points(plan).await?.rows).is_empty() {
                let mut faults = Faults::none();
                faults.add("points", Fault::TooFew { least: 1 });
                return Err(faults.into());
            }
        }
        tx.set_results_published(plan, at).await?;
        let action = match at {
            Some(_) => AuditAction::ResultsPublished,
            None => AuditAction::ResultsWithdrawn,
        };
        self.note_event_part(&mut tx, &right, &cafe.event, action)
            .await?;
        Ok(tx.commit().await?)
    }
}
