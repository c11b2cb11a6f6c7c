//! Changes of a set-up. Each is a new revision; plans stay as they are.

use model::{
    AgendaItemId, AuditAction, PlanId,
    cafe::{CafeRuleKind, CafeSetUp},
};
use store::NewSetUp;

use super::{Cafe, load_cafe, plan_message};
use crate::{
    Changes, Planner, PlannerError, Result,
    access::{EventAccess, Organises},
    audit::{About, AuditEntry, Who},
};

/// A change of a set-up.
#[derive(Debug, Clone)]
pub struct SetUpEdit {
    /// The revision that it was made from; 0 where there is none.
    pub seen: i64,
    pub new: CafeSetUp,
}

impl Planner {
    /// Saves a set-up. Whoever it names has to be registered for the event, with a seat.
    #[tracing::instrument(level = "debug", skip_all, fields(event = %access), err(level = "debug"))]
    pub async fn save_cafe_set_up(
        &self,
        access: &EventAccess<Organises>,
        item: Option<AgendaItemId>,
        edit: SetUpEdit,
    ) -> Result<PlanId> {
        edit.new.check()?;
        let mut tx = self.store().begin().await?;
        let (right, locked) = access.lock_with_network(&mut tx).await?;
        let cafe = load_cafe(&mut tx, locked.network, locked.event, item).await?;
        if cafe.revision() != edit.seen {
            return Err(PlannerError::Conflict(Changes::Unknown));
        }
        if cafe
            .plan
            .as_ref()
            .is_some_and(|plan| plan.set_up == edit.new)
        {
            return Ok(cafe.plan.map_or_else(|| self.new_id(), |plan| plan.id));
        }
        check_people(&cafe, &edit.new)?;
        let new = NewSetUp {
            plan: cafe
                .plan
                .as_ref()
                .map_or_else(|| self.new_id(), |plan| plan.id),
            revision: edit.seen + 1,
            set_up: &edit.new,
            member: Some(right.member().id),
            at: self.now(),
        };
        if cafe.plan.is_some() {
            tx.save_set_up(new).await?;
        } else {
            let item = cafe.item.as_ref().map(|item| item.id);
            tx.insert_plan(cafe.event.id, item, new).await?;
        }
        let entry = AuditEntry {
            who: Who::from(&right),
            about: About {
                network: cafe.network.id,
                event: Some(cafe.event.id),
                registration: None,
            },
            action: AuditAction::CafeSetUpChanged,
            edit: None,
        };
        self.note(&mut tx, entry).await?;
        let plan = new.plan;
        let message = plan_message(&mut tx, plan).await?;
        self.commit_with_message(tx, message).await?;
        Ok(plan)
    }
}

/// Refuses hosts and people of rules who have no seat at the event and were not named before.
fn check_people(cafe: &Cafe, new: &CafeSetUp) -> Result<()> {
    let before = cafe.set_up();
    let mut faults = model::Faults::none();
    let here = |id| cafe.people.iter().any(|person| person.id == id);
    for (index, table) in new.tables.iter().enumerate() {
        let named = |host| before.hosts().any(|(named, _)| named == host);
        if table.host.is_some_and(|host| !here(host) && !named(host)) {
            faults.add(format!("tables[{index}].host"), model::Fault::NoSuchChoice);
        }
    }
    for (index, rule) in new.rules.iter().enumerate() {
        let is_known = |kind: &CafeRuleKind| before.rules.iter().any(|rule| rule.kind == *kind);
        if !is_known(&rule.kind) && !rule.kind.people().iter().all(|id| here(*id)) {
            faults.add(format!("rules[{index}]"), model::Fault::NoSuchChoice);
        }
    }
    Ok(faults.or(Some(()))?)
}
