//! Until when people wish, and how.

use std::fmt::Write as _;

use jiff::{Timestamp, civil::DateTime};
use model::{
    AuditAction, Event, EventId, EventTime, Fault, Faults, Registration,
    assignment::Fairness,
    local::Occurrence,
    workshops::{
        SlotWay, TieSeed, TimeSlot, WishReminder, WishSetup, late_wishes_are_open, wishes_are_open,
    },
};
use sha2::{Digest, Sha256};
use store::Reader;

use super::super::LockedProgramme;
use crate::{
    Changes, Planner, PlannerError, Result,
    access::{EventAccess, Organises},
    assignments::{PublishedAssignment, PublishedFiles},
    registrations::visible_event,
};

/// A change of how people wish.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WishSetupEdit {
    /// The revision that it was made from. `None`: there was no set-up.
    pub seen: Option<i64>,
    /// When the wishes close, as local time in the event's zone.
    pub closes: DateTime,
    /// Which of two instants is meant when the clocks go back.
    pub occurrence: Option<Occurrence>,
    pub least: Option<u32>,
    pub shows_demand: bool,
    pub allows_swaps: bool,
    /// How many days before the deadline those without wishes are reminded automatically. `None`: they are not.
    pub reminder_days: Option<u32>,
}

/// What everybody may know of the wishes for an event.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OpenWishes {
    pub closes: EventTime,
    /// The slots in which seats are given by wishes, in the order of their times.
    pub slots: Vec<TimeSlot>,
    pub seed_hash: String,
    /// Whether participants may exchange their seats.
    pub allows_swaps: bool,
    /// By what wishes were compared in the published assignment. `None` before one is published.
    pub assigned: Option<Fairness>,
    files: Option<PublishedFiles>,
    seed: TieSeed,
}

/// SHA-256 of a seed's decimal digits, in hexadecimal. Everybody can compute it from the seed as it is published with
/// the plan.
pub fn seed_hash(seed: TieSeed) -> String {
    let hash = Sha256::digest(seed.number().to_string().as_bytes());
    hash.iter().fold(String::new(), |mut text, byte| {
        // Writing to a string cannot fail.
        let _ = write!(text, "{byte:02x}");
        text
    })
}

impl OpenWishes {
    /// The wishes for an event, if its workshops are wished for.
    pub(crate) async fn read(reader: &mut Reader, event: EventId) -> Result<Option<Self>> {
        let Some(setup) = reader.wish_setup(event).await? else {
            return Ok(None);
        };
        let published = PublishedAssignment::read(reader, event).await?;
        let mut slots = reader.slots(event).await?;
        slots.retain(|slot| slot.way == SlotWay::Wishes);
        Ok(Some(Self {
            closes: setup.closes,
            slots,
            seed_hash: seed_hash(setup.seed),
            allows_swaps: setup.allows_swaps,
            assigned: published.as_ref().map(|published| published.fairness),
            files: published.and_then(|published| published.files),
            seed: setup.seed,
        }))
    }

    /// The seed, once nobody can wish any more: everybody can check its hash then.
    pub fn revealed_seed(&self, now: Timestamp) -> Option<u64> {
        (now >= self.closes.at).then(|| self.seed.number())
    }

    /// The problem and plan of the published assignment that everybody may download. `None` while people can wish, so that
    /// the seed tells nobody how to wish.
    pub fn files(&self, now: Timestamp) -> Option<&PublishedFiles> {
        self.files.as_ref().filter(|_| now >= self.closes.at)
    }

    /// Whether somebody who registered after wishes had closed can still wish.
    pub fn is_open_late(&self, person: &Registration, event: &Event, now: Timestamp) -> bool {
        let late = (self.closes, person.created_at);
        late_wishes_are_open(late, self.slots.iter(), event, now)
    }

    /// Whether people can wish at an instant.
    pub fn is_open(&self, event: &Event, now: Timestamp) -> bool {
        wishes_are_open(self.closes, event, now)
    }
}

impl Planner {
    /// The problem and plan of the published assignment that everybody who sees an event may download.
    #[tracing::instrument(level = "debug", skip_all, err(level = "debug"))]
    pub async fn assignment_files(
        &self,
        slug: &str,
        key: Option<&str>,
    ) -> Result<Option<PublishedFiles>> {
        let mut reader = self.store().read().await?;
        let event = visible_event(&mut reader, slug, key).await?;
        let wishes = OpenWishes::read(&mut reader, event.id).await?;
        Ok(wishes.and_then(|wishes| wishes.files(self.now()).cloned()))
    }

    /// Saves how people wish. The first time draws the seed. It stays, unless people can wish again after everybody could
    /// read it.
    #[tracing::instrument(level = "debug", skip_all, fields(event = %access), err(level = "debug"))]
    pub async fn save_wish_setup(
        &self,
        access: &EventAccess<Organises>,
        edit: WishSetupEdit,
    ) -> Result<()> {
        let mut tx = self.store().begin().await?;
        let locked = LockedProgramme::lock(&mut tx, access).await?;
        let before = tx.wish_setup(locked.id()).await?;
        if before.as_ref().map(|before| before.revision) != edit.seen {
            return Err(PlannerError::Conflict(Changes::Unknown));
        }
        let closes = EventTime::resolve(edit.closes, locked.zone(), edit.occurrence);
        let closes = closes.map_err(|fault| {
            let field = match fault {
                Fault::TwiceTime { .. } => "occurrence",
                _ => "closes",
            };
            Faults::one(field, fault)
        })?;
        let sent_at = before.as_ref().and_then(|before| before.reminder.sent_at);
        let waiting = before.as_ref().filter(|before| before.reminder.is_due);
        let waits_since = waiting.and_then(|before| before.reminds_at(locked.zone()));
        let allowed_swaps = before.as_ref().is_some_and(|before| before.allows_swaps);
        let swaps_end = allowed_swaps && !edit.allows_swaps;
        let mut setup = WishSetup {
            event: locked.id(),
            closes,
            least: edit.least,
            shows_demand: edit.shows_demand,
            allows_swaps: edit.allows_swaps,
            reminder: WishReminder {
                days_before: edit.reminder_days,
                is_due: false,
                sent_at,
            },
            seed: self.seed_for(before.as_ref(), &closes),
            revision: before.map_or(1, |before| before.revision + 1),
        };
        setup.check(&locked.event, &locked.programme)?;
        // A time that has passed reminds nobody, unless it has only just come and nobody was reminded yet.
        let reminds_at = setup.reminds_at(locked.zone());
        setup.reminder.is_due = reminds_at.is_some_and(|at| at > self.now())
            || (waits_since.is_some() && waits_since == reminds_at);
        tx.save_wish_setup(&setup).await?;
        if swaps_end {
            tx.delete_open_swaps_of_event(locked.id()).await?;
        }
        self.note_event_part(
            &mut tx,
            &locked.right,
            &locked.event,
            AuditAction::WishSetupChanged,
        )
        .await?;
        self.commit(tx).await
    }

    /// The seed so far, if there is one that nobody can know while people wish.
    fn seed_for(&self, before: Option<&WishSetup>, closes: &EventTime) -> TieSeed {
        let now = self.now();
        let hidden = before.filter(|before| now < before.closes.at || closes.at <= now);
        hidden.map_or_else(|| self.draw_tie_seed(), |before| before.seed)
    }

    fn draw_tie_seed(&self) -> TieSeed {
        let mut bits = [0; 8];
        self.inner.random.fill(&mut bits);
        TieSeed::from_random(bits)
    }
}

#[cfg(test)]
mod tests {
    use model::workshops::TieSeed;

    use super::seed_hash;

    #[test]
    fn the_hash_is_that_of_the_digits() {
        // printf 42 | sha256sum
        assert_eq!(
            seed_hash(TieSeed::stored(42).unwrap()),
            "73475cb40a568e8da8a045ced110137e159f890ac4da883b6b17dc651b3a8049"
        );
    }
}
