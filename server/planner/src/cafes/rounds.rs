//! The rounds of a café that have begun, by the clock of the day.

use jiff::Timestamp;
use model::{
    RegistrationId,
    cafe::{CafePhase, CafeSeating, CafeSetUp, TableNumber},
};
use store::Reader;

use super::{Cafe, clock::cafe_now, require_plan, require_version};
use crate::Result;

/// Rounds that have begun, and where people sit in them. They stay as they are, and rules do not apply in them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HeldRounds {
    pub seating: CafeSeating,
    /// How many of the rounds have begun.
    pub begun: u32,
}

/// How many of the rounds have begun, by the clock of the day.
pub(super) async fn rounds_begun(reader: &mut Reader, cafe: &Cafe, now: Timestamp) -> Result<u32> {
    let (begun, ..) = rounds_now(reader, cafe, now).await?;
    Ok(begun)
}

/// The rounds that have begun, as people hold them in their hands: by the published version, or else by the one that is
/// edited. `None` before the first round, and without a version.
pub(super) async fn held_rounds(
    reader: &mut Reader,
    cafe: &Cafe,
    now: Timestamp,
) -> Result<Option<HeldRounds>> {
    let plan = require_plan(cafe)?;
    let published = plan.published.map(|(number, _)| number);
    let Some(number) = published.or(plan.current) else {
        return Ok(None);
    };
    let begun = rounds_begun(reader, cafe, now).await?;
    if begun == 0 {
        return Ok(None);
    }
    let seating = require_version(reader, plan.id, number).await?.seating;
    Ok(Some(HeldRounds { seating, begun }))
}

/// How many of the rounds have begun, the round whose tables people look for, and whether the café is on.
pub(super) async fn rounds_now(
    reader: &mut Reader,
    cafe: &Cafe,
    now: Timestamp,
) -> Result<(u32, u32, bool)> {
    let plan = require_plan(cafe)?;
    let clock = cafe_now(reader, plan, &cafe.event, cafe.item.as_ref(), now).await?;
    let (phase, count) = (clock.of_the_day().now.phase, clock.rounds.count);
    let round = match phase {
        CafePhase::Before => 1,
        CafePhase::Over => count,
        _ => phase.round().unwrap_or(count),
    };
    let is_on = !matches!(phase, CafePhase::Before | CafePhase::Over);
    Ok((phase.rounds_begun(count), round, is_on))
}

/// Whether somebody needs a card: who has a table in a round that has not begun, or in any once all have.
pub(super) fn needs_card(begun: u32, rounds: u32, has_table: impl Fn(u32) -> bool) -> bool {
    let first = if begun < rounds { begun + 1 } else { 1 };
    (first..=rounds).any(has_table)
}

/// The tables whose host is not there in one of the rounds that have not begun.
pub(super) fn tables_without_host(
    set_up: &CafeSetUp,
    begun: u32,
    is_there: impl Fn(RegistrationId, u32) -> bool,
) -> Vec<TableNumber> {
    let is_gone = |host| (begun + 1..=set_up.rounds.count).any(|round| !is_there(host, round));
    let gone = set_up.hosts().filter(|(host, _)| is_gone(*host));
    gone.map(|(_, table)| table).collect()
}
