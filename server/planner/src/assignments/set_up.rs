//! Changes of a set-up. Each is a new revision; versions stay as they are.

use model::{
    AuditAction, Fault, Faults, PlanId,
    assignment::{AssignmentKind, AssignmentRule, AssignmentSetUp, OfferDecision},
    dates,
    workshops::OfferKey,
};
use store::{NewSetUp, Tx};

use super::{Assignment, contradictions::rules_contradict};
use crate::{
    Changes, Planner, PlannerError, Result,
    access::{EventAccess, Organises},
    audit::PartChange,
    plans::plan_message,
};

/// What the history says of a change.
#[derive(Debug, Clone, Copy)]
enum SetUpChange {
    Rules,
    /// A decision about an offer.
    Offer(AuditAction, OfferKey),
}

/// *Handwerk (2027-04-15 14:00)*: the title, and the time by the event's clocks.
fn name_of_offer(assignment: &Assignment, offer: OfferKey) -> String {
    let programme = &assignment.programme;
    let title = programme.workshop(offer.workshop);
    let title = title.map_or_else(String::new, |one| one.details.title.to_string());
    let language = assignment.event.details.language;
    let slot = programme.slot(offer.slot);
    let time = slot.map(|slot| dates::date_time(slot.starts, language));
    match time {
        Some(time) => format!("{title}, {time}"),
        None => title,
    }
}

impl Planner {
    /// Saves a set-up that was made from the revision `seen`; 0 where there was none.
    #[tracing::instrument(level = "debug", skip_all, fields(event = %access), err(level = "debug"))]
    pub async fn save_assignment_set_up(
        &self,
        access: &EventAccess<Organises>,
        seen: i64,
        new: AssignmentSetUp,
    ) -> Result<()> {
        new.check()?;
        self.change_assignment_set_up(access, SetUpChange::Rules, |assignment| {
            if assignment.revision() == seen {
                Ok(new)
            } else {
                Err(PlannerError::Conflict(Changes::Unknown))
            }
        })
        .await
    }

    /// Decides whether an offer takes place. `None`: it does if enough people attend.
    #[tracing::instrument(level = "debug", skip_all, fields(event = %access), err(level = "debug"))]
    pub async fn decide_offer(
        &self,
        access: &EventAccess<Organises>,
        offer: OfferKey,
        decision: Option<OfferDecision>,
    ) -> Result<()> {
        let action = match decision {
            Some(OfferDecision::CallOff(_)) => AuditAction::OfferCalledOff,
            Some(OfferDecision::Keep(_)) => AuditAction::OfferKept,
            None => AuditAction::OfferUndecided,
        };
        let about = SetUpChange::Offer(action, offer);
        self.change_assignment_set_up(access, about, |assignment| {
            if assignment.programme.offer(offer).is_none() {
                return Err(PlannerError::NotFound);
            }
            let mut new = assignment.set_up();
            new.decide(offer, decision);
            Ok(new)
        })
        .await
    }

    /// Adds a rule. Nothing changes if there is the same one. One that contradicts others is refused.
    #[tracing::instrument(level = "debug", skip_all, fields(event = %access), err(level = "debug"))]
    pub async fn add_assignment_rule(
        &self,
        access: &EventAccess<Organises>,
        rule: AssignmentRule,
    ) -> Result<()> {
        self.change_assignment_set_up(access, SetUpChange::Rules, |assignment| {
            let mut new = assignment.set_up();
            if !new.rules.contains(&rule) {
                new.rules.push(rule);
            }
            new.check()?;
            let changed = assignment.with_set_up(&new).problem();
            if rules_contradict(&changed.problem)
                && !rules_contradict(&assignment.problem().problem)
            {
                return Err(Faults::one("rule", Fault::ContradictsRules).into());
            }
            Ok(new)
        })
        .await
    }

    /// Drops a rule by its position in the revision `seen`.
    #[tracing::instrument(level = "debug", skip_all, fields(event = %access), err(level = "debug"))]
    pub async fn drop_assignment_rule(
        &self,
        access: &EventAccess<Organises>,
        seen: i64,
        position: usize,
    ) -> Result<()> {
        self.change_assignment_set_up(access, SetUpChange::Rules, |assignment| {
            if assignment.revision() != seen {
                return Err(PlannerError::Conflict(Changes::Unknown));
            }
            let mut new = assignment.set_up();
            if position >= new.rules.len() {
                return Err(PlannerError::NotFound);
            }
            new.rules.remove(position);
            Ok(new)
        })
        .await
    }

    async fn change_assignment_set_up(
        &self,
        access: &EventAccess<Organises>,
        about: SetUpChange,
        change: impl FnOnce(&Assignment) -> Result<AssignmentSetUp>,
    ) -> Result<()> {
        let mut tx = self.store().begin().await?;
        let (right, locked) = access.lock_with_network(&mut tx).await?;
        let assignment = Assignment::load(&mut tx, locked.network, locked.event).await?;
        let new = change(&assignment)?;
        if assignment.plan.is_some() && assignment.set_up() == new {
            return Ok(());
        }
        let plan = self
            .store_assignment_set_up(&mut tx, &right, &assignment, &new)
            .await?;
        match about {
            SetUpChange::Rules => {
                let action = AuditAction::AssignmentSetUpChanged;
                self.note_event_part(&mut tx, &right, &assignment.event, action)
                    .await?;
            }
            SetUpChange::Offer(action, offer) => {
                let named = (action, PartChange::of(name_of_offer(&assignment, offer)));
                self.note_named_part(&mut tx, &right, &assignment.event, named)
                    .await?;
            }
        }
        let message = plan_message::<AssignmentKind>(&mut tx, plan).await?;
        self.commit_with_message(tx, message).await
    }

    /// Stores a set-up as the next revision; the first one begins the plan.
    pub(super) async fn store_assignment_set_up(
        &self,
        tx: &mut Tx,
        right: &Organises,
        assignment: &Assignment,
        set_up: &AssignmentSetUp,
    ) -> Result<PlanId> {
        check_rules(assignment, set_up)?;
        let plan = (assignment.plan.as_ref()).map_or_else(|| self.new_id(), |plan| plan.id);
        let new = NewSetUp {
            plan,
            revision: assignment.revision() + 1,
            set_up,
            member: Some(right.member().id),
            at: self.now(),
        };
        if assignment.plan.is_some() {
            tx.save_set_up(new).await?;
        } else {
            tx.insert_plan::<AssignmentKind>(assignment.event.id, None, new)
                .await?;
        }
        Ok(plan)
    }
}

/// Refuses new rules about people who have no seat at the event, or offers that do not exist.
fn check_rules(assignment: &Assignment, new: &AssignmentSetUp) -> Result<()> {
    let before = assignment.set_up();
    let mut faults = Faults::none();
    for (index, rule) in new.rules.iter().enumerate() {
        let is_known = |rule: &AssignmentRule| {
            let offer = match rule {
                AssignmentRule::Fixed { offer, .. } => Some(*offer),
                AssignmentRule::Together(_) | AssignmentRule::Apart(_) => None,
            };
            let mut people = rule.people().iter();
            people.all(|&person| assignment.person(person).is_some())
                && offer.is_none_or(|offer| assignment.programme.offer(offer).is_some())
        };
        if !before.rules.contains(rule) && !is_known(rule) {
            faults.add(format!("rules[{index}]"), Fault::NoSuchChoice);
        }
    }
    Ok(faults.or(Some(()))?)
}
