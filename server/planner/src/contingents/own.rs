//! A contact person manages the places of their organisation by its link.

use model::{
    Colleague, Contingent, Event, EventState, Fault, Faults, Language, Line, Network, Organisation,
    OrganisationId, Person, Question, Registration, RegistrationId, RegistrationState, Source,
    seats::Seats,
};
use store::{ContingentLink, ContingentRelease};

use super::{links::require_organisation, overview::active_people_of};
use crate::{
    Planner, PlannerError, Result,
    access::{ContingentAccess, Limit, Locked},
    audit::Who,
    events::LockedEvent,
    mail::Notification,
    registrations::{
        AddedPerson, Departure, Entered, Entry, RegistrationTerms, SeatClaim, seats_of,
    },
    require::{require_event, require_network},
};

/// The places of an organisation as its contact person sees them.
#[derive(Debug, Clone)]
pub struct OwnPlaces {
    pub network: Network,
    pub event: Event,
    pub organisation: Organisation,
    pub questions: Vec<Question>,
    /// How many are held.
    pub held: u32,
    pub seats: Seats,
    pub people: Vec<PlaceHolder>,
    pub release: Option<ContingentRelease>,
    /// Whether places can still be taken, swapped and given back.
    pub is_open: bool,
}

impl OwnPlaces {
    /// How many of the held places nobody has.
    pub fn unused(&self) -> u32 {
        unused_places(&self.event, self.organisation.id, &self.seats)
    }
}

/// How many of the places that are held for an organisation nobody has.
fn unused_places(event: &Event, organisation: OrganisationId, seats: &Seats) -> u32 {
    let taken = seats.taken_by(Some(&organisation));
    event.details.held_for(organisation).saturating_sub(taken)
}

/// Somebody of an organisation who has a place, or waits for one.
#[derive(Debug, Clone)]
pub struct PlaceHolder {
    pub registration: RegistrationId,
    /// The name. `None` while the owner of the address has yet to confirm it.
    pub name: Option<String>,
    pub state: RegistrationState,
}

/// What became of the colleagues who were entered.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct ColleaguesEntered {
    pub seated: u32,
    pub waiting: u32,
    /// Whoever is known already: they are asked to confirm, or nothing is said.
    pub others: u32,
}

impl Planner {
    /// The places behind a link.
    #[tracing::instrument(level = "debug", skip_all, err(level = "debug"))]
    pub async fn own_places(&self, access: &ContingentAccess) -> Result<OwnPlaces> {
        let (mut reader, link) = self.read_by_contingent(access).await?;
        let event = require_event(&mut reader, link.event).await?;
        let people = if event.is_over(self.now()) {
            Vec::new()
        } else {
            active_people_of(&mut reader, &event, link.organisation).await?
        };
        Ok(OwnPlaces {
            network: require_network(&mut reader, event.network).await?,
            organisation: require_organisation(&mut reader, &event, link.organisation).await?,
            questions: reader.questions(event.id).await?.rows,
            held: event.details.held_for(link.organisation),
            seats: seats_of(&mut reader, &event).await?,
            release: reader.contingent_release(event.id).await?,
            is_open: event.gives_seats(self.now()),
            people: people
                .into_iter()
                .map(|person| PlaceHolder {
                    registration: person.id,
                    name: shown_name(&person),
                    state: person.state,
                })
                .collect(),
            event,
        })
    }

    /// Enters colleagues. Each gets a seat or a place on the waiting list, and a mail that says who entered them. Whoever
    /// gave a registration up is asked to confirm. All or none are entered: the fault of the second is one of `people[1]`.
    /// Only people of the organisation are named as registered already.
    ///
    /// While the form is closed, and at an event by invitation or approval, only the places that are held are given.
    #[tracing::instrument(level = "debug", skip_all, err(level = "debug"))]
    pub async fn enter_own_colleagues(
        &self,
        access: &ContingentAccess,
        parse: impl FnOnce(&RegistrationTerms) -> Result<Vec<Colleague>, Faults> + Send,
    ) -> Result<ColleaguesEntered> {
        let (mut tx, locked, link) = self.begin_by_contingent(access).await?;
        let mut event = self.managed(&mut tx, locked)?;
        let (terms, entrance) = event.entrance(&link).await?;
        let colleagues = parse(&terms)?;
        if colleagues.is_empty() {
            return Err(Faults::one("people[0][given_name]", Fault::Missing).into());
        }
        event.check_places(&link, colleagues.len()).await?;
        let (claims, others) = event
            .enter_colleagues(colleagues, &terms, &entrance)
            .await?;
        let mut entered = ColleaguesEntered {
            others,
            ..ColleaguesEntered::default()
        };
        let claims = if claims.is_empty() {
            Vec::new()
        } else {
            event.allocator().give_or_enqueue_all(claims).await?
        };
        for claim in claims {
            match claim.registration.state {
                RegistrationState::Confirmed => entered.seated += 1,
                _ => entered.waiting += 1,
            }
        }
        self.commit(tx).await?;
        Ok(entered)
    }

    /// Gives the seat of one person to another. Both are told.
    #[tracing::instrument(level = "debug", skip_all, err(level = "debug"))]
    pub async fn swap_own_place(
        &self,
        access: &ContingentAccess,
        leaves: RegistrationId,
        parse: impl FnOnce(&RegistrationTerms) -> Result<Colleague, Faults> + Send,
    ) -> Result<()> {
        let (mut tx, locked, link) = self.begin_by_contingent(access).await?;
        let mut event = self.managed(&mut tx, locked)?;
        let (terms, entrance) = event.entrance(&link).await?;
        let leaving = event.place_holder(&link, leaves).await?;
        let colleague = parse(&terms)?;
        let (mut claims, _) = event
            .enter_colleagues(vec![colleague], &terms, &entrance)
            .await
            .map_err(|error| match error {
                PlannerError::Invalid(faults) => {
                    PlannerError::Invalid(faults.at(|field| match field {
                        "people[0][address]" => "address".to_owned(),
                        field => field.to_owned(),
                    }))
                }
                error => error,
            })?;
        // A seat is swapped at once: whoever would have to confirm first cannot take it.
        let enters = claims
            .pop()
            .ok_or_else(|| Faults::one("address", Fault::Twice))?;
        let departure = entrance.departure();
        event
            .allocator()
            .exchange((leaving, departure), enters)
            .await?;
        self.commit(tx).await
    }

    /// Takes somebody's place back; it stays the organisation's, as far as places are held for it.
    #[tracing::instrument(level = "debug", skip_all, err(level = "debug"))]
    pub async fn release_own_place(
        &self,
        access: &ContingentAccess,
        person: RegistrationId,
    ) -> Result<()> {
        let (mut tx, locked, link) = self.begin_by_contingent(access).await?;
        let mut event = self.managed(&mut tx, locked)?;
        let (_, entrance) = event.entrance(&link).await?;
        let leaving = event.place_holder(&link, person).await?;
        let departure = entrance.departure();
        event.allocator().release(leaving, departure).await?;
        self.commit(tx).await
    }

    /// Gives all places back to everybody that nobody of the organisation has. Gives their number.
    #[tracing::instrument(level = "debug", skip_all, err(level = "debug"))]
    pub async fn return_own_places(&self, access: &ContingentAccess) -> Result<u32> {
        let (mut tx, locked, link) = self.begin_by_contingent(access).await?;
        let mut event = self.managed(&mut tx, locked)?;
        let seats = seats_of(event.tx, &event.event).await?;
        let taken = seats.taken_by(Some(&link.organisation));
        let returned = unused_places(&event.event, link.organisation, &seats);
        let contingents = event.event.details.contingents.iter();
        let contingents = contingents.filter_map(|contingent| {
            let is_own = contingent.organisation == link.organisation;
            let seats = if is_own {
                contingent.seats.min(taken)
            } else {
                contingent.seats
            };
            (seats > 0).then_some(Contingent {
                seats,
                ..*contingent
            })
        });
        let contingents = contingents.collect();
        let job = event.hold_places(contingents, Who::Participant).await?;
        self.commit_with_job(tx, job).await?;
        Ok(returned)
    }

    /// The locked event, if places can still be managed.
    fn managed<'a>(&'a self, tx: &'a mut store::Tx, locked: Locked) -> Result<LockedEvent<'a>> {
        let is_open =
            locked.event.state == EventState::Published && locked.event.gives_seats(self.now());
        if !is_open {
            return Err(PlannerError::WrongState);
        }
        Ok(LockedEvent::new(self, tx, locked))
    }
}

/// How the people of an organisation come in and go.
struct Entrance {
    organisation: Organisation,
    language: Language,
}

impl Entrance {
    /// What mails call the organisation.
    fn name(&self) -> Line<200> {
        self.organisation.name.clone()
    }

    fn departure(&self) -> Departure {
        Departure {
            into: RegistrationState::Cancelled,
            notification: Notification::RegistrationCancelledByOrganisation {
                name: self.organisation.name.to_string(),
            },
        }
    }
}

impl LockedEvent<'_> {
    async fn entrance(&mut self, link: &ContingentLink) -> Result<(RegistrationTerms, Entrance)> {
        let (network, event) = (self.network.clone(), self.event.clone());
        let organisation = require_organisation(self.tx, &event, link.organisation).await?;
        let language = event.details.language;
        let mut terms = RegistrationTerms::read(self.tx, network, event).await?;
        // A contact person may not know the answers of somebody else.
        let questions = terms.questions.into_iter();
        terms.questions = questions.map(Question::asked_of_organiser).collect();
        let entrance = Entrance {
            organisation,
            language,
        };
        Ok((terms, entrance))
    }

    /// Somebody of the organisation who has a place or waits for one.
    async fn place_holder(
        &mut self,
        link: &ContingentLink,
        id: RegistrationId,
    ) -> Result<SeatClaim> {
        let found = self.tx.registration(id).await?;
        let found = found.filter(|found| {
            found.event == link.event
                && found.person.organisation == Some(link.organisation)
                && found.state.is_active()
        });
        let found = found.ok_or(PlannerError::NotFound)?;
        Ok(SeatClaim::new(found, Who::Participant))
    }

    /// Refuses more people than places are held and free, while the form seats nobody.
    async fn check_places(&mut self, link: &ContingentLink, people: usize) -> Result<()> {
        let form_seats = self.event.registration_is_open(self.planner.now())
            && !self.event.details.is_by_approval();
        if form_seats {
            return Ok(());
        }
        let seats = seats_of(self.tx, &self.event).await?;
        let left = unused_places(&self.event, link.organisation, &seats);
        if u32::try_from(people).is_ok_and(|people| people <= left) {
            return Ok(());
        }
        let fewer = Fault::FewerPlaces { left };
        Err(Faults::one("people[0][given_name]", fewer).into())
    }

    /// Counts people who are entered towards the limit of their organisation.
    async fn count_entries(&mut self, entrance: &Entrance, people: usize) -> Result<()> {
        let of = format!("{} {}", self.event.id, entrance.organisation.id);
        let hits = vec![(Limit::EntryByOrganisation, of); people];
        let counted = self.planner.count_all_towards(self.tx, &hits).await?;
        counted.into_iter().collect()
    }

    /// Saves colleagues who ask for seats. Also gives how many were known already.
    async fn enter_colleagues(
        &mut self,
        colleagues: Vec<Colleague>,
        terms: &RegistrationTerms,
        entrance: &Entrance,
    ) -> Result<(Vec<SeatClaim>, u32)> {
        self.count_entries(entrance, colleagues.len()).await?;
        let entry = Entry {
            source: Source::Organiser,
            entered_by: entrance.name(),
        };
        let own = Some(entrance.organisation.id);
        let (mut claims, mut others) = (Vec::with_capacity(colleagues.len()), 0);
        let mut faults = Faults::none();
        for (place, colleague) in colleagues.into_iter().enumerate() {
            let Colleague {
                given_name,
                family_name,
                address,
                answers,
            } = colleague;
            let organisation_name = Line::parse(entrance.organisation.short_name.as_str()).ok();
            let added = AddedPerson {
                person: Person {
                    given_name,
                    family_name,
                    address,
                    organisation: Some(entrance.organisation.id),
                    organisation_name,
                    language: entrance.language,
                },
                answers: answers.checked(&terms.questions)?,
            };
            match self.enter_colleague(added, &entry).await? {
                Entered::New(registration) => {
                    claims.push(SeatClaim::new(*registration, Who::Participant));
                }
                // The page of the link shows them.
                Entered::Known(known)
                    if known.person.organisation == own && known.state.is_active() =>
                {
                    faults.add(format!("people[{place}][address]"), Fault::Twice);
                }
                // Only the mail says whether an address is registered.
                Entered::Asked | Entered::Known(_) | Entered::LeftOut => others += 1,
            }
        }
        faults.or(Some((claims, others))).map_err(Into::into)
    }
}

/// The name of somebody of the organisation. `None` while it may be a stranger's words.
fn shown_name(person: &Registration) -> Option<String> {
    let has_answer = person.state != RegistrationState::Pending;
    let was_entered = has_answer && person.entered_by.is_some();
    person
        .confirmed_name()
        .or_else(|| was_entered.then(|| person.person.name()))
}
