//! The seats of an event: stored as states of its registrations, announced by mail.

use model::{
    AuditAction, Event, EventState, OrganisationId, Registration, RegistrationState, Source,
    seats::Seats,
};
use store::{Promotion, Reader};

use super::seat_allocator::{SeatAllocator, SeatPool};
use crate::{
    PlannerError, Result,
    access::Token,
    audit::Who,
    events::LockedEvent,
    mail::{Correspondence, Notification, Occasion},
};

/// The seats of an event as a reader sees them.
pub(crate) async fn seats_of(reader: &mut Reader, event: &Event) -> Result<Seats> {
    let taken = reader.seats_taken(event.id).await?;
    let details = &event.details;
    Ok(Seats::new(
        details.capacity,
        details.contingents.clone(),
        taken,
    ))
}

/// A registration that asks for a seat.
#[derive(Debug)]
pub(crate) struct SeatClaim {
    pub registration: Registration,
    /// Who makes the claim; the audit log names them.
    pub who: Who,
    pub approval: Approval,
    /// The personal link for the mail; `None` where a fresh one is to be made.
    pub link: Option<Token>,
    /// What the organiser says about it, in their own words.
    pub note: Option<String>,
}

/// Whether organisers want somebody to come, at an event where they decide.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Approval {
    /// They have said so: they added the person, invited them, or hold the place for them.
    Given,
    /// Somebody asks by the form.
    Asked,
}

impl Approval {
    const fn of(registration: &Registration, who: Who) -> Self {
        match (registration.source, who) {
            (Source::Form, Who::Participant) => Self::Asked,
            _ => Self::Given,
        }
    }
}

impl SeatClaim {
    pub(crate) const fn new(registration: Registration, who: Who) -> Self {
        Self {
            approval: Approval::of(&registration, who),
            registration,
            who,
            link: None,
            note: None,
        }
    }
}

/// How a registration gives up its seat or its place.
#[derive(Debug)]
pub(crate) struct Departure {
    pub into: RegistrationState,
    pub notification: Notification,
}

/// While the event is a draft nobody is written to: publishing it invites everyone who is on the list by
/// then.
impl SeatPool for LockedEvent<'_> {
    type Claim = SeatClaim;
    type Departure = Departure;
    type Organisation = OrganisationId;

    async fn seats(&mut self) -> Result<Seats> {
        seats_of(self.tx, &self.event).await
    }

    async fn waiting(&mut self) -> Result<Vec<SeatClaim>> {
        let waiting = self.tx.waiting(self.event.id).await?.rows;
        let claim = |registration| SeatClaim::new(registration, Who::Planner);
        Ok(waiting.into_iter().map(claim).collect())
    }

    fn promotes(&self) -> bool {
        let begun = self.event.details.starts.at <= self.planner.now();
        let is_by_approval = self.event.details.is_by_approval();
        !begun && !is_by_approval && self.event.state != EventState::Cancelled
    }

    fn awaits_decision(&self, claim: &SeatClaim) -> bool {
        self.event.details.is_by_approval() && claim.approval == Approval::Asked
    }

    fn organisation(claim: &SeatClaim) -> Option<OrganisationId> {
        claim.registration.person.organisation
    }

    fn is_seated(claim: &SeatClaim) -> bool {
        claim.registration.state == RegistrationState::Confirmed
    }

    async fn seat(&mut self, claim: SeatClaim) -> Result<SeatClaim> {
        self.enter(claim, RegistrationState::Confirmed).await
    }

    async fn enqueue(&mut self, claim: SeatClaim) -> Result<SeatClaim> {
        self.enter(claim, RegistrationState::Waitlisted).await
    }

    async fn vacate(&mut self, claim: SeatClaim, departure: Departure) -> Result<SeatClaim> {
        let had_seat = Self::is_seated(&claim);
        let (mut registration, who) = (claim.registration, claim.who);
        let Departure { into, notification } = departure;
        self.transition(&mut registration, into).await?;
        let occasion = Occasion::Left(notification);
        let mut knows = self.correspondence(&registration).await?;
        let announcement = self
            .announcement(&mut registration, occasion, &mut knows)
            .await?;
        self.save(&registration, who).await?;
        if let Some(announcement) = announcement {
            self.announce(&registration, announcement, None).await?;
        }
        if had_seat {
            self.leave_workshops(registration.id).await?;
        }
        self.enter_workshops(&registration, knows).await?;
        Ok(SeatClaim::new(registration, who))
    }
}

impl LockedEvent<'_> {
    /// Gives and frees the event's seats.
    pub(crate) const fn allocator(&mut self) -> SeatAllocator<'_, Self> {
        SeatAllocator::of(self)
    }

    /// Gives the free seats to the next in line, all with one statement, and gives their number. A job
    /// writes to them.
    pub(crate) async fn promote_unannounced(&mut self) -> Result<u32> {
        let next = self.allocator().next_in_line().await?;
        if next.is_empty() {
            return Ok(0);
        }
        let planner = self.planner;
        let promoted: Vec<_> = next
            .into_iter()
            .map(|claim| (claim.registration.id, planner.new_id()))
            .collect();
        self.tx
            .seat_waiting(&Promotion {
                network: self.network.id,
                event: self.event.id,
                people: &promoted,
                at: planner.now(),
            })
            .await?;
        Ok(u32::try_from(promoted.len()).unwrap_or(u32::MAX))
    }

    /// Gives a seat or a place on the waiting list, and tells the person.
    async fn enter(&mut self, claim: SeatClaim, into: RegistrationState) -> Result<SeatClaim> {
        let (mut registration, who) = (claim.registration, claim.who);
        let mut knows = match known_to(&registration, who) {
            Some(knows) => knows,
            None => self.correspondence(&registration).await?,
        };
        self.transition(&mut registration, into).await?;
        let announcement = self
            .announcement(&mut registration, Occasion::Entered, &mut knows)
            .await?;
        self.save(&registration, who).await?;
        if let Some(announcement) = announcement {
            let announcement = announcement.with_note(claim.note);
            self.announce(&registration, announcement, claim.link)
                .await?;
        }
        self.enter_workshops(&registration, knows).await?;
        Ok(SeatClaim::new(registration, who))
    }

    /// The one place where a registration changes its state.
    async fn transition(
        &mut self,
        registration: &mut Registration,
        into: RegistrationState,
    ) -> Result<()> {
        if !registration.state.may_become().contains(&into) {
            return Err(PlannerError::WrongState);
        }
        registration.state = into;
        registration.state_changed_at = self.planner.now();
        registration.waiting_position = match into {
            RegistrationState::Waitlisted => Some(self.next_waiting_position().await?),
            _ => None,
        };
        Ok(())
    }

    /// Saves a registration in its new state.
    async fn save(&mut self, registration: &Registration, who: Who) -> Result<()> {
        self.tx.update_registration_state(registration).await?;
        let action = match registration.state {
            RegistrationState::Waitlisted if self.event.details.is_by_approval() => {
                AuditAction::RegistrationUndecided
            }
            state => AuditAction::registration_entered(state),
        };
        self.note(registration.id, who, action).await
    }
}

/// What the person of a registration was told, where that is known without a look-up: nobody wrote to a
/// registration that has just been made, except to ask for the confirmation that has just come.
fn known_to(registration: &Registration, who: Who) -> Option<Correspondence> {
    let is_new = registration.state == RegistrationState::Pending
        && registration.revision == 0
        && registration.invitation_sequence.is_none();
    let entered_now = registration.source != Source::Form || who == Who::Participant;
    (is_new && entered_now).then(Correspondence::default)
}
