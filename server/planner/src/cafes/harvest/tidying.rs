//! What organisers and helpers do to a harvest: edit, merge, hide, order, group.

use model::{
    AuditAction, Event, Fault, Faults, HarvestPoint, Line, PlanId, PointId, PointKind, PointState,
    PointText,
    cafe::{CafeKind, TopicNumber},
};
use store::Tx;

use crate::{
    Changes, LiveMessage, MoveTo, Planner, PlannerError, Result,
    access::{EventAccess, Helps},
};

/// A change of a point.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PointEdit {
    /// The revision that it was made from.
    pub seen: i64,
    pub text: PointText,
    pub kind: PointKind,
    pub topic: TopicNumber,
    pub heading: Option<Line<120>>,
    /// Where the point stood in the form. What the person left as it was does not undo what somebody else changed.
    pub seen_place: (TopicNumber, Option<Line<120>>),
}

impl Planner {
    /// Changes a point. `Conflict` if its text was changed meanwhile, `WrongState` if it was merged or removed.
    #[tracing::instrument(level = "debug", skip_all, fields(event = %access), err(level = "debug"))]
    pub async fn edit_point(
        &self,
        access: &EventAccess<Helps>,
        point: PointId,
        edit: PointEdit,
    ) -> Result<()> {
        let mut tx = self.store().begin().await?;
        let (right, event) = access.lock(&mut tx).await?;
        let mut stored = require_point(&mut tx, &event, point).await?;
        if !matches!(stored.state, PointState::Shown | PointState::Hidden) {
            return Err(PlannerError::WrongState);
        }
        if stored.revision != edit.seen {
            return Err(PlannerError::Conflict(Changes::Unknown));
        }
        let plan = tx
            .plan::<CafeKind>(stored.plan)
            .await?
            .ok_or(PlannerError::NotFound)?;
        if stored.topic != edit.topic && plan.set_up.topic(edit.topic).is_none() {
            let mut faults = Faults::none();
            faults.add("topic", Fault::NoSuchChoice);
            return Err(faults.into());
        }
        if stored.text != edit.text || stored.kind != edit.kind {
            stored.revision += 1;
            stored.changed_at = self.now();
        }
        stored.text = edit.text;
        stored.kind = edit.kind;
        let (seen_topic, seen_heading) = edit.seen_place;
        if edit.topic != seen_topic {
            stored.topic = edit.topic;
        }
        if edit.heading != seen_heading {
            stored.heading = edit.heading;
        }
        tx.update_harvest_point(&stored).await?;
        self.commit_tidied(tx, &right, (&event, stored.plan)).await
    }

    /// Leaves a point out of the results, or takes it in again. `WrongState` for the states that points get otherwise,
    /// and for a merged point, whose text another one has.
    #[tracing::instrument(level = "debug", skip_all, fields(event = %access), err(level = "debug"))]
    pub async fn show_point(
        &self,
        access: &EventAccess<Helps>,
        point: PointId,
        state: PointState,
    ) -> Result<()> {
        if !matches!(state, PointState::Shown | PointState::Hidden) {
            return Err(PlannerError::WrongState);
        }
        let mut tx = self.store().begin().await?;
        let (right, event) = access.lock(&mut tx).await?;
        let mut stored = require_point(&mut tx, &event, point).await?;
        if stored.state == PointState::Merged {
            return Err(PlannerError::WrongState);
        }
        if stored.state != state {
            stored.state = state;
            tx.update_harvest_point(&stored).await?;
        }
        self.commit_tidied(tx, &right, (&event, stored.plan)).await
    }

    /// Adds the text of a point to another one's, which stands for both.
    #[tracing::instrument(level = "debug", skip_all, fields(event = %access), err(level = "debug"))]
    pub async fn merge_points(
        &self,
        access: &EventAccess<Helps>,
        point: PointId,
        into: PointId,
    ) -> Result<()> {
        let mut tx = self.store().begin().await?;
        let (right, event) = access.lock(&mut tx).await?;
        let mut merged = require_point(&mut tx, &event, point).await?;
        let mut kept = require_point(&mut tx, &event, into).await?;
        let are_two = merged.id != kept.id && merged.plan == kept.plan;
        if !are_two || kept.state != PointState::Shown || merged.state == PointState::Merged {
            return Err(at_into(Fault::NoSuchChoice));
        }
        let text = format!("{}\n{}", kept.text.as_str(), merged.text.as_str());
        kept.text = PointText::parse(&text).map_err(at_into)?;
        kept.revision += 1;
        kept.changed_at = self.now();
        merged.state = PointState::Merged;
        merged.revision += 1;
        merged.changed_at = self.now();
        tx.update_harvest_point(&kept).await?;
        tx.update_harvest_point(&merged).await?;
        self.commit_tidied(tx, &right, (&event, kept.plan)).await
    }

    /// Moves a point among those of its topic and heading.
    #[tracing::instrument(level = "debug", skip_all, fields(event = %access), err(level = "debug"))]
    pub async fn move_point(
        &self,
        access: &EventAccess<Helps>,
        point: PointId,
        to: MoveTo<PointId>,
    ) -> Result<()> {
        let mut tx = self.store().begin().await?;
        let (right, event) = access.lock(&mut tx).await?;
        let stored = require_point(&mut tx, &event, point).await?;
        let mut group = tx.harvest_points(stored.plan).await?.rows;
        group.retain(|other| {
            let is_shown = other.state == PointState::Shown;
            is_shown && (other.topic, &other.heading) == (stored.topic, &stored.heading)
        });
        let order: Vec<PointId> = group.iter().map(|point| point.id).collect();
        let (from, to) = to.within(&order, &point).ok_or(PlannerError::NotFound)?;
        let positions: Vec<i64> = group.iter().map(|point| point.position).collect();
        let moved = group.remove(from);
        group.insert(to, moved);
        for (mut point, position) in group.into_iter().zip(positions) {
            if point.position != position {
                point.position = position;
                tx.update_harvest_point(&point).await?;
            }
        }
        self.commit_tidied(tx, &right, (&event, stored.plan)).await
    }

    /// Commits what somebody has done to the harvest of a plan.
    async fn commit_tidied(
        &self,
        mut tx: Tx,
        right: &Helps,
        (event, plan): (&Event, PlanId),
    ) -> Result<()> {
        self.note_event_part(&mut tx, right, event, AuditAction::HarvestTidied)
            .await?;
        self.commit_with_message(tx, LiveMessage::Harvest { plan })
            .await
    }
}

/// A point of an event.
pub(super) async fn require_point(
    tx: &mut Tx,
    event: &Event,
    point: PointId,
) -> Result<HarvestPoint> {
    let point = tx.harvest_point(point).await?;
    let point = point.ok_or(PlannerError::NotFound)?;
    let plan = tx.plan::<CafeKind>(point.plan).await?;
    if plan.is_some_and(|plan| plan.event == event.id) {
        Ok(point)
    } else {
        Err(PlannerError::NotFound)
    }
}

fn at_into(fault: Fault) -> PlannerError {
    let mut faults = Faults::none();
    faults.add("into", fault);
    faults.into()
}
