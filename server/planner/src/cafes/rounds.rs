//! The rounds of a café that have begun, by the clock of the day.

use jiff::Timestamp;
use model::cafe::{CafePhase, CafeSeating};
use store::Reader;

use super::{Cafe, clock::cafe_now, require_plan, require_version};
use crate::Result;

/// How many of the rounds have begun, by the clock of the day. What has begun stays as it is.
pub(super) async fn rounds_begun(reader: &mut Reader, cafe: &Cafe, now: Timestamp) -> Result<u32> {
    let (begun, ..) = rounds_now(reader, cafe, now).await?;
    Ok(begun)
}

/// What people hold in their hands, with the number of its rounds that have begun. `None` before the first round, and
/// where nothing is published.
pub(super) async fn rounds_held(
    reader: &mut Reader,
    cafe: &Cafe,
    now: Timestamp,
) -> Result<Option<(CafeSeating, u32)>> {
    let plan = require_plan(cafe)?;
    let Some((published, _)) = plan.published else {
        return Ok(None);
    };
    let begun = rounds_begun(reader, cafe, now).await?;
    if begun == 0 {
        return Ok(None);
    }
    let version = require_version(reader, plan.id, published).await?;
    Ok(Some((version.seating, begun)))
}

/// How many of the rounds have begun, the round whose tables people look for, and whether the café is on.
pub(super) async fn rounds_now(
    reader: &mut Reader,
    cafe: &Cafe,
    now: Timestamp,
) -> Result<(u32, u32, bool)> {
    let plan = require_plan(cafe)?;
    let clock = cafe_now(reader, plan, &cafe.event, cafe.item.as_ref(), now).await?;
    let (phase, count) = (clock.reading.now.phase, clock.rounds.count);
    let round = match phase {
        CafePhase::Before => 1,
        CafePhase::Over => count,
        _ => phase.round().unwrap_or(count),
    };
    let is_on = !matches!(phase, CafePhase::Before | CafePhase::Over);
    Ok((phase.rounds_begun(count), round, is_on))
}
