//! Wishes: a person says what they would like to attend, until the wishes close.

mod form;
mod overview;
mod reminders;
mod setup;

use std::collections::HashMap;

use jiff::Timestamp;
use model::{
    Event, Fault, Faults, MailId, Network, Registration, RegistrationId, RegistrationState,
    WorkshopId,
    workshops::{
        OfferKey, Programme, WishChange, WishChoice, WishList, WishSetup, late_wishes_are_open,
    },
};
use store::Reader;

pub(crate) use self::{
    form::check_wishes_of_form,
    reminders::{RemindOfWishes, Wishless},
};
pub use self::{
    overview::{Profile, WishOverview},
    reminders::{RecentlyReminded, WishReminderPreview},
    setup::{OpenWishes, WishSetupEdit, seed_hash},
};
use crate::{
    Planner, PlannerError, Result,
    access::{LinkAccess, Purpose},
    mail::Correspondence,
    require::require_network,
};

/// What somebody wishes for, and what they can wish for.
#[derive(Debug, Clone)]
pub struct WishPage {
    pub network: Network,
    pub event: Event,
    pub registration: Registration,
    pub programme: Programme,
    pub setup: WishSetup,
    pub list: WishList,
    /// When the list was saved last.
    pub saved_at: Option<Timestamp>,
    /// The seats that the person has booked in other slots.
    pub booked: Vec<OfferKey>,
    /// How many people wish for each workshop. `None`: the organiser does not show it.
    pub demand: Option<HashMap<WorkshopId, u32>>,
}

impl WishPage {
    /// What the person can wish for.
    pub fn choice(&self) -> WishChoice<'_> {
        WishChoice::of(&self.programme, &self.registration.person.name())
            .busy_in(self.list.busy.clone())
            .with_booked(self.booked.clone())
    }

    /// Whether the list can be changed.
    pub fn is_open(&self, now: Timestamp) -> bool {
        may_wish(self.registration.state)
            && (self.setup.is_open(&self.event, now) || self.is_open_late(now))
    }

    /// Whether the list can be changed because the person registered after the wishes had closed.
    pub fn is_open_late(&self, now: Timestamp) -> bool {
        let late = (self.setup.closes, self.registration.created_at);
        late_wishes_are_open(late, self.programme.slots.iter(), &self.event, now)
    }

    /// How many wishes are missing of those that everybody is asked for.
    pub fn missing(&self) -> usize {
        let least = self.setup.least.map_or(0, |least| least as usize);
        least.saturating_sub(self.list.ranked.len())
    }
}

/// Whoever waits wishes, too: they may move up.
const fn may_wish(state: RegistrationState) -> bool {
    matches!(
        state,
        RegistrationState::Confirmed | RegistrationState::Waitlisted
    )
}

impl Planner {
    /// The wishes of the person that a personal link was sent to. Not found where there is nothing to wish for.
    #[tracing::instrument(level = "debug", skip_all, err(level = "debug"))]
    pub async fn wish_page(&self, access: &LinkAccess) -> Result<WishPage> {
        let (mut reader, opened) = self.read_by_link(access, Purpose::Manage).await?;
        let (registration, event) = opened.right.read(&mut reader).await?;
        let setup = reader.wish_setup(event.id).await?;
        let setup = setup.ok_or(PlannerError::NotFound)?;
        let demand = if setup.shows_demand {
            Some(reader.wish_demand(event.id).await?)
        } else {
            None
        };
        Ok(WishPage {
            network: require_network(&mut reader, event.network).await?,
            programme: reader.programme(event.id).await?,
            list: reader.wishes(registration.id).await?,
            booked: booked_by(&mut reader, registration.id).await?,
            saved_at: reader.wishes_saved_at(registration.id).await?,
            event,
            registration,
            setup,
            demand,
        })
    }

    /// Changes somebody's wishes. Gives the list as it is then. A change that is sent twice changes it once.
    #[tracing::instrument(level = "debug", skip_all, err(level = "debug"))]
    pub async fn change_wishes(&self, access: &LinkAccess, change: WishChange) -> Result<WishList> {
        let (mut tx, opened) = self.begin_by_link(access, Purpose::Manage).await?;
        let now = self.now();
        let (registration, _) = opened.right.ids();
        tx.lock_wishes(registration, now).await?;
        let (registration, event) = opened.right.read(&mut tx).await?;
        let setup = tx.wish_setup(event.id).await?;
        let setup = setup.ok_or(PlannerError::NotFound)?;
        if !may_wish(registration.state) {
            return Err(PlannerError::WrongState);
        }
        let programme = tx.programme(event.id).await?;
        let late = (setup.closes, registration.created_at);
        if !setup.is_open(&event, now)
            && !late_wishes_are_open(late, programme.slots.iter(), &event, now)
        {
            return Err(closed(&setup, &event, now));
        }
        let before = tx.wishes(registration.id).await?;
        let choice = WishChoice::of(&programme, &registration.person.name())
            .busy_in(before.busy.clone())
            .with_booked(booked_by(&mut tx, registration.id).await?);
        let after = before.after(change, &choice)?;
        if after != before {
            tx.save_wishes(registration.id, &after).await?;
            if before.ranked.is_empty() {
                let knows = Correspondence::new(tx.sent_mails(registration.id).await?);
                let reminders: Vec<MailId> = knows.queued_reminders().collect();
                tx.drop_all_queued(&reminders).await?;
            }
        }
        self.commit(tx).await?;
        Ok(after)
    }
}

/// The seats that somebody has booked.
async fn booked_by(reader: &mut Reader, person: RegistrationId) -> Result<Vec<OfferKey>> {
    let mut booked = reader.seats_booked_by(&[person]).await?;
    Ok(booked.remove(&person).unwrap_or_default())
}

/// Why wishes are not taken. After the deadline it is a fault, so that the page shows it beside the wish.
fn closed(setup: &WishSetup, event: &Event, now: Timestamp) -> PlannerError {
    let closed = setup.closes.local;
    if now >= setup.closes.at && !event.is_over(now) {
        Faults::one("workshop", Fault::WishesClosed { closed }).into()
    } else {
        PlannerError::WrongState
    }
}
