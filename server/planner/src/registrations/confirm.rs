//! A participant confirms the address: the seat is given now.

use std::collections::BTreeSet;

use jiff::Timestamp;
use model::{
    AuditAction, Event, EventId, LinkPurpose, Network, Registration, RegistrationChange,
    RegistrationInput, RegistrationState, Source, WorkshopId, seats::Seats,
};
use store::{PersonalLink, Reader, Tx};

use super::{
    event_seats::{SeatClaim, seats_of},
    rules::check_organisation,
};
use crate::{
    Planner, PlannerError, Result,
    access::{LinkAccess, OpenedLink, Participates, Purpose, TokenHash},
    audit::{AuditEntry, Edit, Who},
    events::LockedEvent,
    require::require_network,
};

/// The content of the page behind a confirmation link.
#[derive(Debug, Clone)]
pub struct Confirmation {
    pub network: Network,
    pub event: Event,
    pub registration: Registration,
    /// The titles of the workshops that the form wishes for, best first.
    pub wishes: Vec<String>,
    /// Whether these wishes were sent after the deadline: they do not count.
    pub wishes_are_late: bool,
    /// The names of the colleagues who are entered with the person.
    pub colleagues: Vec<String>,
    pub link: LinkStage,
    /// The seats as they are now; they are given by the click, not before.
    pub seats: Seats,
}

/// The state of a confirmation link.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LinkStage {
    /// It can be used.
    Open,
    /// It was used: since then it is the personal link.
    Used,
    /// It is too old.
    Expired,
}

impl Planner {
    /// The registration that a link would confirm. Changes nothing: mail scanners open links.
    #[tracing::instrument(level = "debug", skip_all, err(level = "debug"))]
    pub async fn confirmation(&self, access: &LinkAccess) -> Result<Confirmation> {
        let (mut reader, opened) = self.read_by_link(access, Purpose::Confirm).await?;
        let (mut registration, event) = opened.right.read(&mut reader).await?;
        let (mut wishes, mut wishes_are_late) = (Vec::new(), false);
        let mut colleagues = Vec::new();
        if asks_for_a_seat(&registration, &opened)
            && let Some(input) = &opened.link.input
        {
            if !holds(&registration, input) {
                registration.person = input.person.clone();
                registration.answers = input.answers.clone();
                registration.state = RegistrationState::Pending;
                registration.entered_by.clone_from(&input.entered_by);
                registration.consent = consent_in(input);
            }
            wishes = titles_of(&mut reader, event.id, &input.wishes).await?;
            let setup = reader.wish_setup(event.id).await?;
            wishes_are_late = setup.is_some_and(|setup| !setup.is_open(&event, input.consent.1));
            let names = input.colleagues.iter();
            colleagues = names
                .map(|one| format!("{} {}", one.given_name, one.family_name))
                .collect();
        }
        let network = require_network(&mut reader, event.network).await?;
        Ok(Confirmation {
            seats: seats_of(&mut reader, &event).await?,
            network,
            event,
            registration,
            wishes,
            wishes_are_late,
            colleagues,
            link: self.stage(&opened.link),
        })
    }

    fn stage(&self, link: &PersonalLink) -> LinkStage {
        match link.purpose {
            LinkPurpose::Manage => LinkStage::Used,
            LinkPurpose::Confirm
                if link.expires_at.is_some_and(|expires| expires <= self.now()) =>
            {
                LinkStage::Expired
            }
            LinkPurpose::Confirm => LinkStage::Open,
        }
    }

    /// Confirms the address. The person gets a seat or a place on the waiting list; the link becomes
    /// their personal one. Doing it twice changes nothing the second time.
    ///
    /// People who confirm for the same event at the same time are seated together.
    #[tracing::instrument(level = "debug", skip_all, err(level = "debug"))]
    pub async fn confirm_address(&self, access: &LinkAccess) -> Result<Registration> {
        let opened = self.open_link(access, Purpose::Confirm).await?;
        if self.stage(&opened.link) == LinkStage::Expired {
            return Err(PlannerError::Expired);
        }
        let (_, event) = opened.right.ids();
        let planner = self.clone();
        let confirm = move |clicks| {
            let planner = planner.clone();
            async move { planner.confirm_all(event, clicks).await }
        };
        self.queues().clicks.submit(event, opened, confirm).await
    }

    async fn confirm_all(
        &self,
        event: EventId,
        clicks: Vec<OpenedLink>,
    ) -> Result<Vec<Result<Registration>>> {
        let mut tx = self.store().begin().await?;
        let rights = clicks.iter().map(|click| click.right);
        let (locked, mut registrations) = Participates::lock_all(&mut tx, event, rights).await?;
        let gives_seats = locked.event.gives_seats(self.now());
        let mut allowed: Vec<Result<()>> = clicks
            .iter()
            .map(|click| match registrations.get(&click.right.ids().0) {
                None => Err(PlannerError::NotFound),
                Some(registration) if asks_for_a_seat(registration, click) && !gives_seats => {
                    Err(PlannerError::WrongState)
                }
                Some(_) => Ok(()),
            })
            .collect();
        self.use_links(&mut tx, &clicks, &mut allowed).await?;

        let mut event = LockedEvent::new(self, &mut tx, locked);
        let (mut claims, mut confirmed, mut wishes) = (Vec::new(), Vec::new(), Vec::new());
        let (mut with_colleagues, mut kept) = (Vec::new(), Vec::new());
        for (click, allowed) in clicks.iter().zip(&allowed) {
            let (id, _) = click.right.ids();
            let Some(registration) = registrations.get_mut(&id).filter(|_| allowed.is_ok()) else {
                continue;
            };
            let has_claimed = claims
                .iter()
                .any(|claim: &SeatClaim| claim.registration.id == id);
            if has_claimed {
                continue;
            }
            let asks_for_a_seat = asks_for_a_seat(registration, click);
            // Whoever has the link reads the mails to the address, and has seen what was entered for it.
            let is_first = registration.address_confirmed_at.is_none();
            if let Some(input) = &click.link.input {
                // An organiser may have given the seat before: the wishes are the person's all the same.
                let is_own = asks_for_a_seat || (is_first && is_made_from(registration, input));
                if asks_for_a_seat && !holds(registration, input) {
                    event.replace_by(registration, input.clone()).await?;
                }
                // Whoever was declined or gave the registration up brings nobody, and nobody comes once it has begun.
                let comes = asks_for_a_seat
                    || matches!(
                        registration.state,
                        RegistrationState::Confirmed | RegistrationState::Waitlisted
                    );
                if is_own && comes && gives_seats && !input.colleagues.is_empty() {
                    with_colleagues.push((id, input));
                }
                if is_own && input.may_be_kept {
                    kept.push((id, input.consent));
                }
                if is_own && !input.wishes.is_empty() {
                    wishes.push((id, input));
                }
            }
            // What replaced a registration was not confirmed before, whatever the registration was.
            let is_first = registration.address_confirmed_at.is_none();
            if is_first {
                registration.address_confirmed_at = Some(self.now());
                confirmed.push(id);
                if registration.entered_by.is_some() && registration.consent.is_none() {
                    // A colleague entered them: the page of the link has shown the text.
                    let version = event.network.privacy_version;
                    registration.consent = Some((version, self.now()));
                    event.tx.replace_registration(registration).await?;
                }
            }
            if !asks_for_a_seat {
                if is_first {
                    // An organiser gave the seat before.
                    event.tx.update_registration_state(registration).await?;
                }
                continue;
            }
            claims.push(SeatClaim {
                link: Some(click.token.clone()),
                ..SeatClaim::new(registration.clone(), Who::Participant)
            });
        }
        event.tx.confirm_contacts(&confirmed, self.now()).await?;
        event.tx.keep_contacts(&kept).await?;
        if !claims.is_empty() {
            for claim in event.allocator().give_or_enqueue_all(claims).await? {
                registrations.insert(claim.registration.id, claim.registration);
            }
        }
        let wishes = wishes.into_iter();
        let wishes = wishes.filter_map(|(id, input)| Some((registrations.get(&id)?, input)));
        let wishes: Vec<_> = wishes.collect();
        event.take_over_wishes(&wishes).await?;
        event
            .enter_colleagues_of(&registrations, &with_colleagues)
            .await?;
        self.commit(tx).await?;
        let answer = |(click, allowed): (OpenedLink, Result<()>)| {
            allowed?;
            let registration = registrations.get(&click.right.ids().0);
            registration.cloned().ok_or(PlannerError::NotFound)
        };
        Ok(clicks.into_iter().zip(allowed).map(answer).collect())
    }

    /// Turns the links into personal ones, under the lock. Where another of the person's links confirmed before,
    /// this one becomes a personal link too: whoever holds it reads the mails to the address.
    async fn use_links(
        &self,
        tx: &mut Tx,
        clicks: &[OpenedLink],
        allowed: &mut [Result<()>],
    ) -> Result<()> {
        let hashes: Vec<TokenHash> = clicks.iter().map(|click| click.token.hash()).collect();
        let usable: BTreeSet<&[u8]> = hashes
            .iter()
            .zip(&*allowed)
            .filter(|(_, allowed)| allowed.is_ok())
            .map(|(hash, _)| hash.as_bytes())
            .collect();
        let usable: Vec<&[u8]> = usable.into_iter().collect();
        let used = tx.use_confirmation_links(&usable).await?;
        for (hash, allowed) in hashes.iter().zip(allowed) {
            if allowed.is_ok() && !used.contains(hash.as_bytes()) {
                *allowed = Err(PlannerError::Expired);
            }
        }
        Ok(())
    }
}

/// The titles of workshops, as far as they are still there.
async fn titles_of(
    reader: &mut Reader,
    event: EventId,
    wishes: &[WorkshopId],
) -> Result<Vec<String>> {
    if wishes.is_empty() {
        return Ok(Vec::new());
    }
    let workshops = reader.workshops(event).await?;
    let wished = wishes.iter().filter_map(|wish| {
        let workshop = workshops.iter().find(|workshop| workshop.id == *wish)?;
        Some(workshop.details.title.to_string())
    });
    Ok(wished.collect())
}

/// Whether a click asks for a seat. Whoever gave a registration up comes back with a form that was sent
/// after that.
fn asks_for_a_seat(registration: &Registration, click: &OpenedLink) -> bool {
    match registration.state {
        RegistrationState::Pending => true,
        RegistrationState::Cancelled => click
            .link
            .input
            .as_ref()
            .is_some_and(|input| input.consent.1 >= registration.state_changed_at),
        RegistrationState::Confirmed
        | RegistrationState::Waitlisted
        | RegistrationState::Declined => false,
    }
}

/// Whether a registration holds what an input says already: because it was made from it, and perhaps corrected by an
/// organiser since.
fn holds(registration: &Registration, input: &RegistrationInput) -> bool {
    let is_made_from_it = is_made_from(registration, input);
    let is_equal = registration.person == input.person && registration.answers == input.answers;
    registration.state == RegistrationState::Pending
        && (is_equal || (is_made_from_it && registration.revision > 0))
}

/// Whether a registration was made by the form whose input this is.
fn is_made_from(registration: &Registration, input: &RegistrationInput) -> bool {
    let micros = |(version, at): (u32, Timestamp)| (version, at.as_microsecond());
    registration.consent.map(micros) == Some(micros(input.consent))
}

/// What the owner of the address agreed to with an input. Nothing, if somebody else typed it.
fn consent_in(input: &RegistrationInput) -> Option<(u32, Timestamp)> {
    input.entered_by.is_none().then_some(input.consent)
}

impl LockedEvent<'_> {
    /// Replaces what a registration holds by what its owner confirms.
    async fn replace_by(
        &mut self,
        registration: &mut Registration,
        input: RegistrationInput,
    ) -> Result<()> {
        let before = registration.clone();
        registration.consent = consent_in(&input);
        registration.entered_by = input.entered_by;
        registration.person = input.person;
        if !before
            .person
            .address
            .is_mailbox_of(registration.person.address.as_str())
        {
            // The address was corrected after the form was sent.
            registration.person.address = before.person.address.clone();
        }
        registration.answers = input.answers;
        registration.state = RegistrationState::Pending;
        registration.state_changed_at = self.planner.now();
        registration.source = Source::Form;
        registration.address_confirmed_at = None;
        registration.revision += 1;
        let organisations = self.tx.organisations(self.event.network).await?;
        if check_organisation(&registration.person, &organisations.rows).is_err() {
            // Its name stays.
            registration.person.organisation = None;
        }
        self.tx.replace_registration(registration).await?;
        let questions = self.tx.questions(self.event.id).await?.rows;
        let changes = RegistrationChange::between(&before, registration, &questions);
        let entry = AuditEntry {
            who: Who::Participant,
            about: self.about(Some(registration.id)),
            action: AuditAction::RegistrationPending,
            edit: Some(Edit::new(&changes, registration.revision)?),
        };
        self.planner.note(self.tx, entry).await
    }
}
