//! What tables send. A device gives each point and each thing it sends an id, so that sending it again, after a
//! connection was lost, changes nothing.

use model::{
    Fault, Faults, HarvestPoint, PointId, PointKind, PointState, PointText,
    cafe::{CafeTable, TopicNumber},
};
use store::{StoreError, Tx, readable};
use uuid::Uuid;

use super::table::{is_open, load_cafe_of_table};
use crate::{
    LiveMessage, Planner, PlannerError, Result,
    access::{Limit, TableAccess},
    cafes::Cafe,
};

/// Something that a device sends.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PointWrite {
    /// Given by the device.
    pub id: Uuid,
    /// Given by the device for a new point.
    pub point: PointId,
    /// The revision that the device shows; 0 for a new point.
    pub seen: i64,
    pub change: PointChange,
}

/// What becomes of a point.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PointChange {
    /// The round counts for a new point only.
    Put {
        round: u32,
        kind: PointKind,
        text: PointText,
        typing: Typing,
    },
    Remove,
}

/// Whether a text is complete.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Typing {
    /// It is saved as it is typed: a new point is a draft.
    GoesOn,
    Done,
}

/// What something that a device sent has made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Written {
    /// The point that has the text.
    pub point: PointId,
    /// Its revision.
    pub revision: i64,
    pub result: WriteResult,
}

/// What became of something that a device sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WriteResult {
    Saved,
    /// Somebody else had changed the point meanwhile. The text is a point of its own.
    KeptBoth,
    /// Somebody else had changed the point meanwhile, so it was not removed.
    NotRemoved,
}

/// The table that is written to.
struct Target<'a> {
    cafe: &'a Cafe,
    table: &'a CafeTable,
    rounds: u32,
}

impl Planner {
    /// Saves what a table sends, in its order. Each has a result of its own; [`PlannerError::WrongState`] long after
    /// the café.
    #[tracing::instrument(level = "debug", skip_all, err(level = "debug"))]
    pub async fn write_points(
        &self,
        access: &TableAccess,
        writes: &[PointWrite],
    ) -> Result<Vec<Result<Written, Faults>>> {
        let (mut tx, _, opened) = self.begin_by_table(access).await?;
        self.count_points(
            &mut tx,
            access,
            (opened.plan.id, opened.table),
            writes.len(),
        )
        .await?;
        let number = opened.table;
        let cafe = load_cafe_of_table(&mut tx, opened).await?;
        let set_up = &super::require_own_plan(&cafe)?.set_up;
        let target = Target {
            table: set_up.table(number).ok_or(PlannerError::NotFound)?,
            rounds: set_up.rounds.count,
            cafe: &cafe,
        };
        if !is_open(&cafe, self.now()) {
            return Err(PlannerError::WrongState);
        }
        let mut results = Vec::with_capacity(writes.len());
        for write in writes {
            results.push(self.write_point(&mut tx, &target, write).await?);
        }
        let plan = super::require_own_plan(&cafe)?.id;
        self.commit_with_message(tx, LiveMessage::Harvest { plan })
            .await?;
        Ok(results)
    }

    async fn count_points(
        &self,
        tx: &mut Tx,
        access: &TableAccess,
        (plan, table): (model::PlanId, model::cafe::TableNumber),
        count: usize,
    ) -> Result<()> {
        let client = (Limit::PointByClient, access.client().as_str().to_owned());
        let of_table = (Limit::PointByTable, format!("{plan} {table}"));
        let hits: Vec<_> = std::iter::repeat_n([client, of_table], count)
            .flatten()
            .collect();
        let counted = self.count_all_towards(tx, &hits).await?;
        counted.into_iter().collect()
    }

    async fn write_point(
        &self,
        tx: &mut Tx,
        target: &Target<'_>,
        write: &PointWrite,
    ) -> Result<Result<Written, Faults>> {
        if let Some((point, revision)) = tx.point_written_by(write.id).await? {
            let result = match write.change {
                _ if point != write.point => WriteResult::KeptBoth,
                PointChange::Put { .. } => WriteResult::Saved,
                // The first answer may be lost: whoever thinks that the point is gone learns that it is not.
                PointChange::Remove => match readable(tx.harvest_point(point).await)? {
                    Some(stored) if stored.state != PointState::Removed => WriteResult::NotRemoved,
                    _ => WriteResult::Saved,
                },
            };
            return Ok(Ok(Written {
                point,
                revision,
                result,
            }));
        }
        let stored = match tx.harvest_point(write.point).await {
            // One that cannot be read refuses what is about it, and nothing else that was sent.
            Err(error @ StoreError::Inconsistent { .. }) => {
                tracing::error!(%error, "a point cannot be read");
                return Ok(Err(fault("point", Fault::NoSuchChoice)));
            }
            stored => stored?,
        };
        let is_foreign = |stored: &HarvestPoint| {
            let plan = target.cafe.plan.as_ref().map(|plan| plan.id);
            Some(stored.plan) != plan || stored.table != target.table.number
        };
        if stored.as_ref().is_some_and(is_foreign) {
            return Ok(Err(fault("point", Fault::NoSuchChoice)));
        }
        match (stored, &write.change) {
            (None, PointChange::Put { .. }) => self.add_point(tx, target, write, None).await,
            (None, PointChange::Remove) => Ok(Ok(Written {
                point: write.point,
                revision: 0,
                result: WriteResult::Saved,
            })),
            (Some(stored), PointChange::Put { .. }) => {
                self.change_point(tx, target, write, stored).await
            }
            (Some(stored), PointChange::Remove) => self.remove_point(tx, write, stored).await,
        }
    }

    /// Adds a point, or the text that could not replace that of `instead_of`.
    async fn add_point(
        &self,
        tx: &mut Tx,
        target: &Target<'_>,
        write: &PointWrite,
        instead_of: Option<&HarvestPoint>,
    ) -> Result<Result<Written, Faults>> {
        let PointChange::Put {
            round,
            kind,
            text,
            typing,
        } = &write.change
        else {
            return Ok(Err(fault("text", Fault::Missing)));
        };
        let round = instead_of.map_or(*round, |stored| stored.round);
        if !(1..=target.rounds).contains(&round) && instead_of.is_none() {
            return Ok(Err(fault("round", Fault::NoSuchChoice)));
        }
        let plan = super::require_own_plan(target.cafe)?.id;
        let written = tx
            .count_points_in_round(plan, target.table.number, round)
            .await?;
        if written >= HarvestPoint::MOST_IN_ROUND {
            return Ok(Err(fault(
                "text",
                Fault::TooManyEntries {
                    most: HarvestPoint::MOST_IN_ROUND,
                },
            )));
        }
        let topic: TopicNumber = instead_of.map_or(target.table.topic, |stored| stored.topic);
        let now = self.now();
        let point = HarvestPoint {
            id: instead_of.map_or(write.point, |_| write.id.into()),
            plan,
            table: target.table.number,
            topic,
            round,
            kind: *kind,
            text: text.clone(),
            heading: instead_of.and_then(|stored| stored.heading.clone()),
            state: match typing {
                Typing::GoesOn => PointState::Draft,
                Typing::Done => PointState::Shown,
            },
            differs_from: instead_of.map(|stored| stored.id),
            position: tx.last_point_position(plan).await? + 1,
            revision: 1,
            written_at: now,
            changed_at: now,
        };
        tx.insert_harvest_point(&point).await?;
        let result = match instead_of {
            Some(_) => WriteResult::KeptBoth,
            None => WriteResult::Saved,
        };
        wrote(tx, write, &point, result).await
    }

    async fn change_point(
        &self,
        tx: &mut Tx,
        target: &Target<'_>,
        write: &PointWrite,
        mut stored: HarvestPoint,
    ) -> Result<Result<Written, Faults>> {
        let PointChange::Put {
            kind, text, typing, ..
        } = &write.change
        else {
            return Ok(Err(fault("text", Fault::Missing)));
        };
        let state = match (stored.state, typing) {
            (PointState::Draft, Typing::Done) => PointState::Shown,
            (state, _) => state,
        };
        let is_gone = matches!(stored.state, PointState::Removed | PointState::Merged);
        let is_same = stored.text == *text && stored.kind == *kind && stored.state == state;
        if is_same && !is_gone {
            return wrote(tx, write, &stored, WriteResult::Saved).await;
        }
        if stored.revision != write.seen || is_gone {
            return self.add_point(tx, target, write, Some(&stored)).await;
        }
        stored.text = text.clone();
        stored.kind = *kind;
        stored.state = state;
        stored.revision += 1;
        stored.changed_at = self.now();
        tx.update_harvest_point(&stored).await?;
        wrote(tx, write, &stored, WriteResult::Saved).await
    }

    async fn remove_point(
        &self,
        tx: &mut Tx,
        write: &PointWrite,
        mut stored: HarvestPoint,
    ) -> Result<Result<Written, Faults>> {
        if stored.state == PointState::Removed {
            return wrote(tx, write, &stored, WriteResult::Saved).await;
        }
        if stored.revision != write.seen || stored.state == PointState::Merged {
            return wrote(tx, write, &stored, WriteResult::NotRemoved).await;
        }
        stored.state = PointState::Removed;
        stored.revision += 1;
        stored.changed_at = self.now();
        tx.update_harvest_point(&stored).await?;
        wrote(tx, write, &stored, WriteResult::Saved).await
    }
}

async fn wrote(
    tx: &mut Tx,
    write: &PointWrite,
    point: &HarvestPoint,
    result: WriteResult,
) -> Result<Result<Written, Faults>> {
    tx.insert_point_write(write.id, point.id, point.revision)
        .await?;
    Ok(Ok(Written {
        point: point.id,
        revision: point.revision,
        result,
    }))
}

fn fault(field: &str, fault: Fault) -> Faults {
    let mut faults = Faults::none();
    faults.add(field, fault);
    faults
}
