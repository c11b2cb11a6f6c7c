//! Action items: what was agreed on, who does it, and by when. They stay with the event.

use jiff::civil::Date;
use model::{
    ActionItem, ActionItemId, ActionState, AuditAction, Event, Fault, Faults, Line, PointId,
};
use store::Tx;

use super::tidying::require_point;
use crate::{
    Changes, Planner, PlannerError, Result,
    access::{EventAccess, Helps},
};

/// An action item to add.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewActionItem {
    pub what: Line<500>,
    pub who: Line<200>,
    pub due: Option<Date>,
    /// The point that it comes from.
    pub point: Option<PointId>,
}

/// A change of an action item.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ActionItemEdit {
    /// The revision that it was made from.
    pub seen: i64,
    pub what: Line<500>,
    pub who: Line<200>,
    pub due: Option<Date>,
    pub state: ActionState,
}

impl Planner {
    /// Adds an action item to an event.
    #[tracing::instrument(level = "debug", skip_all, fields(event = %access), err(level = "debug"))]
    pub async fn add_action_item(
        &self,
        access: &EventAccess<Helps>,
        new: NewActionItem,
    ) -> Result<ActionItemId> {
        let mut tx = self.store().begin().await?;
        let (right, event) = access.lock(&mut tx).await?;
        if let Some(point) = new.point {
            require_point(&mut tx, &event, point).await?;
        }
        if tx.action_items(event.id).await?.len() >= ActionItem::MOST {
            let mut faults = Faults::none();
            faults.add(
                "what",
                Fault::TooManyEntries {
                    most: ActionItem::MOST,
                },
            );
            return Err(faults.into());
        }
        let item = ActionItem {
            id: self.new_id(),
            event: event.id,
            point: new.point,
            what: new.what,
            who: new.who,
            due: new.due,
            state: ActionState::Open,
            revision: 1,
            created_at: self.now(),
        };
        tx.insert_action_item(&item).await?;
        self.commit_action_item(tx, &right, (&event, AuditAction::ActionItemAdded))
            .await?;
        Ok(item.id)
    }

    /// Changes an action item. `Conflict` if somebody else changed it meanwhile.
    #[tracing::instrument(level = "debug", skip_all, fields(event = %access), err(level = "debug"))]
    pub async fn change_action_item(
        &self,
        access: &EventAccess<Helps>,
        item: ActionItemId,
        edit: ActionItemEdit,
    ) -> Result<()> {
        let mut tx = self.store().begin().await?;
        let (right, event) = access.lock(&mut tx).await?;
        let mut stored = require_item(&mut tx, &event, item).await?;
        if stored.revision != edit.seen {
            return Err(PlannerError::Conflict(Changes::Unknown));
        }
        stored.what = edit.what;
        stored.who = edit.who;
        stored.due = edit.due;
        stored.state = edit.state;
        stored.revision += 1;
        tx.update_action_item(&stored).await?;
        self.commit_action_item(tx, &right, (&event, AuditAction::ActionItemChanged))
            .await
    }

    /// Says that an action item is done, or open again.
    #[tracing::instrument(level = "debug", skip_all, fields(event = %access), err(level = "debug"))]
    pub async fn set_action_state(
        &self,
        access: &EventAccess<Helps>,
        item: ActionItemId,
        state: ActionState,
    ) -> Result<()> {
        let mut tx = self.store().begin().await?;
        let (right, event) = access.lock(&mut tx).await?;
        let mut stored = require_item(&mut tx, &event, item).await?;
        if stored.state == state {
            return Ok(());
        }
        stored.state = state;
        stored.revision += 1;
        tx.update_action_item(&stored).await?;
        self.commit_action_item(tx, &right, (&event, AuditAction::ActionItemChanged))
            .await
    }

    /// Removes an action item.
    #[tracing::instrument(level = "debug", skip_all, fields(event = %access), err(level = "debug"))]
    pub async fn remove_action_item(
        &self,
        access: &EventAccess<Helps>,
        item: ActionItemId,
    ) -> Result<()> {
        let mut tx = self.store().begin().await?;
        let (right, event) = access.lock(&mut tx).await?;
        require_item(&mut tx, &event, item).await?;
        tx.delete_action_item(item).await?;
        self.commit_action_item(tx, &right, (&event, AuditAction::ActionItemChanged))
            .await
    }

    async fn commit_action_item(
        &self,
        mut tx: Tx,
        right: &Helps,
        (event, action): (&Event, AuditAction),
    ) -> Result<()> {
        self.note_event_part(&mut tx, right, event, action).await?;
        Ok(tx.commit().await?)
    }
}

async fn require_item(tx: &mut Tx, event: &Event, item: ActionItemId) -> Result<ActionItem> {
    let items = tx.action_items(event.id).await?;
    let item = items.into_iter().find(|stored| stored.id == item);
    item.ok_or(PlannerError::NotFound)
}
