//! Changes of a set-up. Each is a new revision; plans stay as they are.

use std::collections::{HashMap, HashSet};

use model::{
    AgendaItemId, AuditAction, PlanId, RegistrationId,
    cafe::{CafeKind, CafeRule, CafeRuleKind, CafeSeating, CafeSetUp, RuleNumber, TableNumber},
};
use store::{NewSetUp, Tx};

use super::{Cafe, lock_cafe};
use crate::{
    Changes, Planner, PlannerError, Result,
    access::{EventAccess, Organises, Right},
    plans::plan_message,
};

/// A change of a set-up.
#[derive(Debug, Clone)]
pub struct SetUpEdit {
    /// The revision that it was made from; 0 where there is none.
    pub seen: i64,
    pub new: CafeSetUp,
}

/// Who came and went since a plan was made.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PlanDrift {
    /// The version that is edited.
    pub version: u32,
    /// People with a seat at the event and none in the plan.
    pub came: u32,
    /// People of the plan who have no seat at the event any more.
    pub went: u32,
    /// How many people the plan seats at each table, each person once.
    pub seated: HashMap<TableNumber, u32>,
}

impl Planner {
    /// Who came and went since the current version of a café's plan was made. `None` without one.
    #[tracing::instrument(level = "debug", skip_all, fields(event = %access), err(level = "debug"))]
    pub async fn plan_drift(
        &self,
        access: &EventAccess<impl Right>,
        cafe: &Cafe,
    ) -> Result<Option<PlanDrift>> {
        let Some((plan, version)) = cafe
            .plan
            .as_ref()
            .and_then(|plan| Some((plan.id, plan.current?)))
        else {
            return Ok(None);
        };
        let mut reader = self.store().read().await?;
        let (_, event) = access.read(&mut reader).await?;
        if event.id != cafe.event.id {
            return Err(PlannerError::NotFound);
        }
        let Some(stored) = reader.plan_version::<CafeKind>(plan, version).await? else {
            return Ok(None);
        };
        let at_tables = people_by_table(&stored.seating);
        let seated: HashSet<RegistrationId> = stored.seating.people.into_iter().collect();
        let here: HashSet<RegistrationId> = cafe.people.iter().map(|person| person.id).collect();
        let count = |people: usize| u32::try_from(people).unwrap_or(u32::MAX);
        Ok(Some(PlanDrift {
            version,
            came: count(here.difference(&seated).count()),
            went: count(seated.difference(&here).count()),
            seated: at_tables,
        }))
    }

    /// Saves a set-up. Whoever it names has to be registered for the event, with a seat.
    #[tracing::instrument(level = "debug", skip_all, fields(event = %access), err(level = "debug"))]
    pub async fn save_cafe_set_up(
        &self,
        access: &EventAccess<Organises>,
        item: Option<AgendaItemId>,
        mut edit: SetUpEdit,
    ) -> Result<PlanId> {
        edit.new.check()?;
        let mut tx = self.store().begin().await?;
        let (right, cafe) = lock_cafe(&mut tx, access, item).await?;
        if cafe.revision() != edit.seen {
            return Err(PlannerError::Conflict(Changes::Unknown));
        }
        edit.new.retire_removed(&cafe.set_up());
        if cafe
            .plan
            .as_ref()
            .is_some_and(|plan| plan.set_up == edit.new)
        {
            return Ok(cafe.plan.map_or_else(|| self.new_id(), |plan| plan.id));
        }
        self.store_set_up(tx, &right, &cafe, &edit.new).await
    }

    /// Adds a rule to a set-up, whichever revision is the present one: the rule takes nothing away. Returns its number,
    /// or that of an equal rule.
    #[tracing::instrument(level = "debug", skip_all, fields(event = %access), err(level = "debug"))]
    pub async fn add_cafe_rule(
        &self,
        access: &EventAccess<Organises>,
        item: Option<AgendaItemId>,
        kind: CafeRuleKind,
    ) -> Result<RuleNumber> {
        let mut tx = self.store().begin().await?;
        let (right, cafe) = lock_cafe(&mut tx, access, item).await?;
        let mut new = cafe.set_up();
        if let Some(equal) = new.rules.iter().find(|rule| rule.kind.is_equal_to(&kind)) {
            return Ok(equal.number);
        }
        let number = new.next_rule();
        new.rules.push(CafeRule {
            number,
            kind,
            note: None,
        });
        new.check()?;
        self.store_set_up(tx, &right, &cafe, &new).await?;
        Ok(number)
    }

    /// Stores a set-up as the next revision, and tells the pages that follow the plan.
    async fn store_set_up(
        &self,
        mut tx: Tx,
        right: &Organises,
        cafe: &Cafe,
        set_up: &CafeSetUp,
    ) -> Result<PlanId> {
        check_people(cafe, set_up)?;
        let new = NewSetUp {
            plan: cafe
                .plan
                .as_ref()
                .map_or_else(|| self.new_id(), |plan| plan.id),
            revision: cafe.revision() + 1,
            set_up,
            member: Some(right.member().id),
            at: self.now(),
        };
        let plan = new.plan;
        if cafe.plan.is_some() {
            tx.save_set_up(new).await?;
        } else {
            let item = cafe.item.as_ref().map(|item| item.id);
            tx.insert_plan::<CafeKind>(cafe.event.id, item, new).await?;
        }
        self.note_event_part(&mut tx, right, &cafe.event, AuditAction::CafeSetUpChanged)
            .await?;
        let message = plan_message::<CafeKind>(&mut tx, plan).await?;
        self.commit_with_message(tx, message).await?;
        Ok(plan)
    }
}

fn people_by_table(seating: &CafeSeating) -> HashMap<TableNumber, u32> {
    let mut counts = HashMap::new();
    for position in 0..seating.people.len() {
        let seats = seating
            .rounds
            .iter()
            .filter_map(|round| round.get(position).copied().flatten());
        for table in seats.collect::<HashSet<_>>() {
            *counts.entry(table).or_default() += 1;
        }
    }
    counts
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
