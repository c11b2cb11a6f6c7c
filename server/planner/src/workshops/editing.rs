//! Workshops: add, change, call off, remove.

use std::collections::BTreeSet;

use model::{
    AuditAction, Fault, Faults, Line, SlotId, WorkshopId,
    workshops::{Clash, Offer, OfferKey, Workshop, WorkshopDetails, WorkshopState},
};
use store::Tx;

use super::{LockedProgramme, bookings::WorkshopBookings};
use crate::{
    Changes, Planner, PlannerError, Result,
    access::{EventAccess, Organises},
};

/// A workshop as it is entered, with its offers and clashes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WorkshopInput {
    pub details: WorkshopDetails,
    pub offers: Vec<NewOffer>,
    /// The workshops that nobody attends beside this one.
    pub clashes: BTreeSet<WorkshopId>,
}

/// A slot in which a workshop is offered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewOffer {
    pub slot: SlotId,
    pub room: Option<Line<120>>,
}

/// A change of a workshop.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WorkshopEdit {
    /// The revision that it was made from.
    pub seen: i64,
    pub new: WorkshopInput,
}

impl Planner {
    /// Adds a workshop with its offers.
    #[tracing::instrument(level = "debug", skip_all, fields(event = %access), err(level = "debug"))]
    pub async fn add_workshop(
        &self,
        access: &EventAccess<Organises>,
        new: WorkshopInput,
    ) -> Result<WorkshopId> {
        let mut tx = self.store().begin().await?;
        let mut locked = LockedProgramme::lock(&mut tx, access).await?;
        let id = self.insert_workshop(&mut tx, &mut locked, new).await?;
        self.commit_programme(tx, &locked, AuditAction::ProgrammeChanged)
            .await?;
        Ok(id)
    }

    /// Checks and inserts a workshop at the end of the programme.
    pub(super) async fn insert_workshop(
        &self,
        tx: &mut Tx,
        locked: &mut LockedProgramme,
        new: WorkshopInput,
    ) -> Result<WorkshopId> {
        let id = self.new_id();
        locked.check_workshop(id, &new)?;
        let workshops = &locked.programme.workshops;
        let last = workshops.iter().map(|workshop| workshop.position).max();
        let workshop = Workshop {
            id,
            event: locked.id(),
            position: last.map_or(0, |last| last + 1),
            details: new.details,
            state: WorkshopState::Planned,
            revision: 1,
        };
        tx.insert_workshop(&workshop).await?;
        self.save_offers(tx, locked, &workshop, &new.offers).await?;
        for other in new.clashes {
            if let Some(clash) = Clash::between(id, other) {
                tx.insert_clash(clash).await?;
            }
        }
        locked.programme.workshops.push(workshop);
        Ok(id)
    }

    /// Changes a workshop, its offers and its clashes.
    #[tracing::instrument(level = "debug", skip_all, fields(event = %access, %workshop), err(level = "debug"))]
    pub async fn change_workshop(
        &self,
        access: &EventAccess<Organises>,
        workshop: WorkshopId,
        edit: WorkshopEdit,
    ) -> Result<()> {
        let mut tx = self.store().begin().await?;
        let locked = LockedProgramme::lock(&mut tx, access).await?;
        if locked.workshop(workshop)?.revision != edit.seen {
            return Err(PlannerError::Conflict(Changes::Unknown));
        }
        self.update_workshop(&mut tx, &locked, workshop, edit.new)
            .await?;
        self.commit_programme(tx, &locked, AuditAction::ProgrammeChanged)
            .await
    }

    /// Checks and saves a workshop with its offers and clashes, and brings its bookings up to date.
    pub(super) async fn update_workshop(
        &self,
        tx: &mut Tx,
        locked: &LockedProgramme,
        id: WorkshopId,
        new: WorkshopInput,
    ) -> Result<()> {
        locked.check_workshop(id, &new)?;
        let before = locked.workshop(id)?.clone();
        let bookings = WorkshopBookings::read(tx, locked, id).await?;
        if let Some(bookings) = &bookings {
            bookings.check(&before.details, &new.details)?;
        }
        let workshop = Workshop {
            details: new.details,
            revision: before.revision + 1,
            ..before
        };
        tx.update_workshop(&workshop).await?;
        self.save_offers(tx, locked, &workshop, &new.offers).await?;
        let clashes: BTreeSet<WorkshopId> = locked.programme.clashes_of(id).collect();
        for other in clashes.symmetric_difference(&new.clashes) {
            match Clash::between(id, *other) {
                Some(clash) if clashes.contains(other) => tx.delete_clash(clash).await?,
                Some(clash) => tx.insert_clash(clash).await?,
                None => {}
            }
        }
        if let Some(bookings) = &bookings {
            let offered_in: Vec<SlotId> = new.offers.iter().map(|offer| offer.slot).collect();
            self.follow_workshop(tx, locked, (bookings, &workshop), &offered_in)
                .await?;
        }
        Ok(())
    }

    /// Saves the items of a workshop's offers. An offer that stays keeps its id.
    async fn save_offers(
        &self,
        tx: &mut Tx,
        locked: &LockedProgramme,
        workshop: &Workshop,
        offers: &[NewOffer],
    ) -> Result<()> {
        for (offer, _) in locked.programme.offers_of(workshop.id) {
            if !offers.iter().any(|new| new.slot == offer.key.slot) {
                tx.delete_agenda_item(offer.id).await?;
            }
        }
        for new in offers {
            let key = OfferKey {
                slot: new.slot,
                workshop: workshop.id,
            };
            let stored = locked.programme.offer(key);
            let offer = Offer {
                id: stored.map_or_else(|| self.new_id(), |offer| offer.id),
                key,
                room: new.room.clone(),
            };
            let item = offer.item(locked.slot(new.slot)?, workshop);
            if stored.is_some() {
                tx.update_agenda_item(&item).await?;
            } else {
                tx.insert_agenda_item(&item).await?;
            }
        }
        Ok(())
    }

    /// Calls a workshop off, or lets it take place again. Its offers stay, so that pages can say what became of them; its
    /// bookings end.
    #[tracing::instrument(level = "debug", skip_all, fields(event = %access, %workshop), err(level = "debug"))]
    pub async fn set_workshop_state(
        &self,
        access: &EventAccess<Organises>,
        workshop: WorkshopId,
        state: WorkshopState,
    ) -> Result<()> {
        let mut tx = self.store().begin().await?;
        let locked = LockedProgramme::lock(&mut tx, access).await?;
        let before = locked.workshop(workshop)?.clone();
        if before.state == state {
            return Ok(());
        }
        let action = match state {
            WorkshopState::Planned => AuditAction::WorkshopReinstated,
            WorkshopState::CalledOff => AuditAction::WorkshopCalledOff,
        };
        if state == WorkshopState::CalledOff {
            self.call_off_workshop(&mut tx, &locked, workshop).await?;
        }
        let revision = before.revision + 1;
        tx.update_workshop(&Workshop {
            state,
            revision,
            ..before
        })
        .await?;
        self.commit_programme(tx, &locked, action).await
    }

    /// Removes a workshop with its offers.
    #[tracing::instrument(level = "debug", skip_all, fields(event = %access, %workshop), err(level = "debug"))]
    pub async fn remove_workshop(
        &self,
        access: &EventAccess<Organises>,
        workshop: WorkshopId,
    ) -> Result<()> {
        let mut tx = self.store().begin().await?;
        let locked = LockedProgramme::lock(&mut tx, access).await?;
        locked.workshop(workshop)?;
        self.call_off_workshop(&mut tx, &locked, workshop).await?;
        tx.delete_workshop(workshop).await?;
        self.commit_programme(tx, &locked, AuditAction::ProgrammeChanged)
            .await
    }
}

impl LockedProgramme {
    /// Refuses numbers that contradict each other, a title that another workshop has, two offers in one slot, and slots
    /// and workshops that do not exist.
    fn check_workshop(&self, id: WorkshopId, new: &WorkshopInput) -> Result<(), Faults> {
        let mut faults = new.details.check().err().unwrap_or_default();
        let title = new.details.title.as_str().to_lowercase();
        let mut others = self.programme.workshops.iter();
        if others
            .any(|other| other.id != id && other.details.title.as_str().to_lowercase() == title)
        {
            faults.add("title", Fault::Twice);
        }
        let most = Workshop::MOST;
        if self.programme.workshop(id).is_none() && self.programme.workshops.len() >= most {
            faults.add("title", Fault::TooManyEntries { most });
        }
        let mut slots = BTreeSet::new();
        for (index, offer) in new.offers.iter().enumerate() {
            if self.programme.slot(offer.slot).is_none() {
                faults.add(format!("offers[{index}]"), Fault::NoSuchChoice);
            } else if !slots.insert(offer.slot) {
                faults.add(format!("offers[{index}]"), Fault::OfferedTwice);
            }
        }
        let is_other =
            |other: &WorkshopId| *other != id && self.programme.workshop(*other).is_some();
        if !new.clashes.iter().all(is_other) {
            faults.add("clashes", Fault::NoSuchChoice);
        }
        faults.or(Some(()))
    }
}
