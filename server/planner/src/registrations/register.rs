//! A participant registers: the public form.

use std::{collections::HashSet, sync::Arc};

use model::{
    AgendaItem, Answers, Colleague, EmailAddress, Event, EventId, EventState, Faults, Network,
    Organisation, Person, Question, RegistrationInput, Visibility, WorkshopId, seats::Seats,
};
use store::Reader;

use super::{
    event_seats::seats_of,
    forms::AcceptedForm,
    rules::{check_consent, check_organisation},
    terms::RegistrationTerms,
};
use crate::{
    ClientKey, Planner, PlannerError, Result,
    access::{EventAccess, Right},
    cafes::item_of_plan,
    require::require_network,
    workshops::{OpenWishes, check_wishes_of_form},
};

/// A published event as its public page and its form show it.
#[derive(Debug, Clone)]
pub struct OpenEvent {
    pub network: Network,
    pub event: Event,
    pub agenda: Vec<model::AgendaItem>,
    pub questions: Vec<Question>,
    pub organisations: Vec<Organisation>,
    pub seats: Seats,
    pub waiting: u32,
    /// Whether the results of a café are public.
    pub has_results: bool,
    /// The wishes for its workshops.
    pub wishes: Option<OpenWishes>,
}

/// The registration form's content.
#[derive(Debug, Clone)]
pub struct NewRegistration {
    pub person: Person,
    pub answers: Answers,
    /// Which version of the privacy text was agreed to.
    pub consent: u32,
    /// Whether the person may be kept in the address book beyond the event.
    pub may_be_kept: bool,
    /// Workshops, best first.
    pub wishes: Vec<WorkshopId>,
    /// Colleagues who are entered with the person.
    pub colleagues: Vec<Colleague>,
}

impl Planner {
    /// A published or cancelled event that a visitor may see: a public one, or one whose link key the
    /// visitor has.
    #[tracing::instrument(level = "debug", skip_all, err(level = "debug"))]
    pub async fn open_event(&self, slug: &str, key: Option<&str>) -> Result<OpenEvent> {
        let mut reader = self.store().read().await?;
        let event = visible_event(&mut reader, slug, key).await?;
        OpenEvent::read(&mut reader, event).await
    }

    /// The event as everybody will see it: a draft is shown as if it were published. Also returns its
    /// actual state.
    #[tracing::instrument(level = "debug", skip_all, fields(event = %access), err(level = "debug"))]
    pub async fn event_as_published(
        &self,
        access: &EventAccess<impl Right>,
    ) -> Result<(EventState, OpenEvent)> {
        let mut reader = self.store().read().await?;
        let (_, mut event) = access.read(&mut reader).await?;
        let state = event.state;
        if state == EventState::Draft {
            event.state = EventState::Published;
        }
        Ok((state, OpenEvent::read(&mut reader, event).await?))
    }

    /// Saves a registration and mails the link that confirms the address. No seat is held until it is
    /// confirmed. Only the mail says whether the address is registered already.
    /// `parse` reads the form against the terms that it was made from. Gives the address. A wish that cannot come true
    /// is a fault of `wishes[0]`, `wishes[1]` and so on.
    ///
    /// Forms for the same event that arrive at the same time are saved together.
    #[tracing::instrument(level = "debug", skip_all, err(level = "debug"))]
    pub async fn register(
        &self,
        slug: &str,
        key: Option<&str>,
        client: &ClientKey,
        parse: impl FnOnce(&RegistrationTerms) -> Result<NewRegistration, Faults> + Send,
    ) -> Result<EmailAddress> {
        let terms = self.registration_terms(slug).await?;
        check_visible(&terms.event, key)?;
        let new = parse(&terms)?;
        check_consent(new.consent, &terms.network)?;
        check_organisation(&new.person, &terms.organisations)?;
        if !new.wishes.is_empty() {
            let mut reader = self.store().read().await?;
            check_wishes_of_form(&mut reader, &terms.event, &new, self.now()).await?;
        }
        let address = new.person.address.clone();
        let form = AcceptedForm {
            key: key.map(str::to_owned),
            client: client.clone(),
            input: RegistrationInput {
                person: new.person,
                answers: new.answers.checked(&terms.questions)?,
                consent: (new.consent, self.now()),
                may_be_kept: new.may_be_kept,
                wishes: new.wishes,
                colleagues: new.colleagues,
                entered_by: None,
            },
        };
        self.save_form(terms.event.id, form).await?;
        Ok(address)
    }

    /// The terms of an event. Those who ask at the same time share a look-up.
    async fn registration_terms(&self, slug: &str) -> Result<Arc<RegistrationTerms>> {
        let (planner, wanted) = (self.clone(), slug.to_owned());
        let look_up = move |waiting: Vec<()>| {
            let (planner, wanted) = (planner.clone(), wanted.clone());
            async move {
                let mut reader = planner.store().read().await?;
                let terms = match reader.event_by_slug(&wanted).await? {
                    Some(event) => {
                        let network = require_network(&mut reader, event.network).await?;
                        let terms = RegistrationTerms::read(&mut reader, network, event).await?;
                        Some(Arc::new(terms))
                    }
                    None => None,
                };
                let answer = |()| terms.clone().ok_or(PlannerError::NotFound);
                Ok(waiting.into_iter().map(answer).collect())
            }
        };
        let queue = &self.queues().terms;
        queue.submit(slug.to_owned(), (), look_up).await
    }
}

impl OpenEvent {
    /// Everything that the page of an event shows.
    pub(crate) async fn read(reader: &mut Reader, event: Event) -> Result<Self> {
        let agenda = agenda_as_planned(reader, event.id).await?;
        let results = reader.published_results(event.id).await?;
        let mut results = results.iter();
        let wishes = if agenda.iter().any(|item| item.offer.is_some()) {
            OpenWishes::read(reader, event.id).await?
        } else {
            None
        };
        Ok(Self {
            network: require_network(reader, event.network).await?,
            seats: seats_of(reader, &event).await?,
            wishes,
            questions: reader.questions(event.id).await?.rows,
            organisations: reader.organisations(event.network).await?.rows,
            waiting: reader.count_waiting(event.id).await?,
            has_results: results.any(|results| item_of_plan(&agenda, results.item).is_ok()),
            agenda,
            event,
        })
    }
}

/// The agenda of an event without the workshops that were called off. The programme's page names them.
async fn agenda_as_planned(reader: &mut Reader, event: EventId) -> Result<Vec<AgendaItem>> {
    let mut agenda = reader.agenda(event).await?.rows;
    if agenda.iter().any(|item| item.offer.is_some()) {
        let workshops = reader.workshops(event).await?;
        let called_off: HashSet<WorkshopId> = workshops
            .iter()
            .filter(|workshop| !workshop.is_planned())
            .map(|workshop| workshop.id)
            .collect();
        let offers = reader.offers_called_off(event).await?;
        agenda.retain(|item| {
            item.offer.is_none_or(|offer| {
                !called_off.contains(&offer.workshop) && !offers.contains(&offer)
            })
        });
    }
    Ok(agenda)
}

/// A published or cancelled event that a visitor may see: a public one, or one whose link key they have.
pub(crate) async fn visible_event(
    reader: &mut Reader,
    slug: &str,
    key: Option<&str>,
) -> Result<Event> {
    let event = reader.event_by_slug(slug).await?;
    let event = event.ok_or(PlannerError::NotFound)?;
    check_visible(&event, key)?;
    Ok(event)
}

/// `NotFound` unless a visitor may see the event.
pub(super) fn check_visible(event: &Event, key: Option<&str>) -> Result<()> {
    let is_visible = match event.details.visibility {
        Visibility::Public => true,
        Visibility::Link => key == Some(event.link_key.as_str()),
        Visibility::Invitation => false,
    };
    if is_visible && event.state != EventState::Draft {
        Ok(())
    } else {
        Err(PlannerError::NotFound)
    }
}
