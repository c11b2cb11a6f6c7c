//! The lists of workshops: who comes, for whoever leads one, by a secret link.
//!
//! The database has only the hashes of the links. They are made by the sheet, as those of a café's tables: from one
//! secret follow the links of all workshops, and who has it can show them again. Earlier links go on working until they
//! are revoked.

use std::collections::HashSet;

use jiff::SignedDuration;
use model::{
    AuditAction, Event, EventState, Fault, Faults, Network, PlanId, PlanLink, PlanLinkPurpose,
    Question, QuestionId, Registration, WorkshopId,
    assignment::{AssignmentKind, AssignmentSetUp},
    workshops::Programme,
};
use store::{AssignmentPlan, NewSetUp, Tx};

use super::{Roster, Timetables, day::people_of};
use crate::{
    Planner, PlannerError, Result,
    access::{EventAccess, ListAccess, Organises, Token},
    assignments::plan_of,
    require::{require_event, require_network},
};

/// The most links to the list of one workshop that work at the same time.
const MOST_LINKS: usize = 50;

/// For so long after its event a list can be opened.
const OPEN_AFTER: SignedDuration = SignedDuration::from_hours(14 * 24);

/// Who comes to a workshop, as its speakers see it.
#[derive(Debug, Clone)]
pub struct WorkshopList {
    pub network: Network,
    pub event: Event,
    pub title: String,
    /// Each time at which it is offered, as far as its seats are booked or their assignment is published.
    pub rosters: Vec<Roster>,
    /// Those who come, in the order of names.
    pub people: Vec<Registration>,
    /// The questions whose answers are shown.
    pub questions: Vec<Question>,
}

/// The workshops of an event with the links to their lists.
#[derive(Debug, Clone)]
pub struct ListLinks {
    pub network: Network,
    pub event: Event,
    pub confirmed: u32,
    /// Whether lists have anybody: an assignment is published, or there are seats to book.
    pub have_people: bool,
    pub workshops: Vec<ListLink>,
    /// The questions of the event, each with whether lists show its answers.
    pub questions: Vec<(Question, bool)>,
}

/// A workshop with the link to its list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListLink {
    pub workshop: WorkshopId,
    pub title: String,
    pub speakers: Option<String>,
    /// How many links work.
    pub working: usize,
    /// The link of the sheet that was asked for, if it works.
    pub link: Option<String>,
}

fn token_of(sheet: &Token, plan: PlanId, workshop: WorkshopId) -> Token {
    sheet.derive(&format!("{plan} {workshop}"))
}

impl Planner {
    /// The list of a workshop. `NotFound` once it is closed.
    #[tracing::instrument(level = "debug", skip_all, err(level = "debug"))]
    pub async fn workshop_list(&self, access: &ListAccess) -> Result<WorkshopList> {
        let mut reader = self.store().read().await?;
        let Some((plan, workshop)) = access.find(&mut reader).await? else {
            drop(reader);
            return Err(self.wrong_link(access.client()).await);
        };
        let plan: AssignmentPlan = reader.plan(plan).await?.ok_or(PlannerError::NotFound)?;
        let event = require_event(&mut reader, plan.event).await?;
        if event.is_over(self.now() - OPEN_AFTER) || event.state == EventState::Cancelled {
            return Err(PlannerError::NotFound);
        }
        let network = require_network(&mut reader, event.network).await?;
        let programme = reader.programme(event.id).await?;
        let listed = programme.workshop(workshop).ok_or(PlannerError::NotFound)?;
        let title = listed.details.title.to_string();
        let mut people = people_of(&mut reader, &event).await?;
        let timetables = Timetables::read(&mut reader, &event).await?;
        let mut rosters = timetables.rosters(&people);
        rosters.retain(|roster| roster.key.workshop == workshop);
        let comes: HashSet<_> = (rosters.iter()).flat_map(|roster| &roster.people).collect();
        people.retain(|person| comes.contains(&person.id));
        let shown = reader.list_questions(plan.id).await?;
        let mut questions = reader.questions(event.id).await?.rows;
        questions.retain(|question| shown.contains(&question.id));
        Ok(WorkshopList {
            network,
            event,
            title,
            rosters,
            people,
            questions,
        })
    }

    /// The workshops of an event with the links to their lists. `sheet` is the secret that [`Self::make_list_links`]
    /// gave; without it the links cannot be shown.
    #[tracing::instrument(level = "debug", skip_all, fields(event = %access), err(level = "debug"))]
    pub async fn list_links(
        &self,
        access: &EventAccess<Organises>,
        sheet: Option<&str>,
    ) -> Result<ListLinks> {
        let mut reader = self.store().read().await?;
        let (_, event) = access.read(&mut reader).await?;
        let network = require_network(&mut reader, event.network).await?;
        let counts = reader.count_registrations(event.id).await?;
        let plan = plan_of(&mut reader, &event).await?;
        let sheet = sheet.and_then(Token::parse);
        let (mut working, mut shown) = (Vec::new(), HashSet::new());
        if let Some(plan) = &plan {
            working = reader.plan_links(plan.id, PlanLinkPurpose::List).await?;
            shown = reader.list_questions(plan.id).await?;
        }
        let programme = reader.programme(event.id).await?;
        let workshops = programme.workshops.iter().map(|workshop| {
            let sheet = sheet.as_ref().zip(plan.as_ref());
            let token = sheet.map(|(sheet, plan)| token_of(sheet, plan.id, workshop.id));
            let works = |token: &Token| {
                let hash = token.hash();
                let mut links = working.iter();
                links.any(|link| link.token_hash == hash.as_bytes())
            };
            ListLink {
                workshop: workshop.id,
                title: workshop.details.title.to_string(),
                speakers: workshop.details.speakers.as_ref().map(ToString::to_string),
                working: links_of(&working, workshop.id),
                link: token
                    .filter(works)
                    .map(|token| self.link(&format!("/list/{}", token.reveal()))),
            }
        });
        let workshops = workshops.collect();
        let questions = reader.questions(event.id).await?.rows;
        Ok(ListLinks {
            confirmed: counts.confirmed,
            have_people: programme.has_bookings()
                || plan.is_some_and(|plan| plan.published.is_some()),
            workshops,
            questions: questions
                .into_iter()
                .map(|question| {
                    let is_shown = shown.contains(&question.id);
                    (question, is_shown)
                })
                .collect(),
            network,
            event,
        })
    }

    /// Makes a link to the list of each workshop, or of one. Returns the secret of the sheet. Earlier links go on
    /// working.
    ///
    /// # Errors
    ///
    /// `WrongState` before there is an assignment, unless there are seats to book.
    #[tracing::instrument(level = "debug", skip_all, fields(event = %access), err(level = "debug"))]
    pub async fn make_list_links(
        &self,
        access: &EventAccess<Organises>,
        workshop: Option<WorkshopId>,
    ) -> Result<Token> {
        let mut tx = self.store().begin().await?;
        let (right, event) = access.lock(&mut tx).await?;
        let programme = tx.programme(event.id).await?;
        let plan = self
            .plan_of_lists(&mut tx, &right, (&event, &programme))
            .await?;
        let mut workshops: Vec<WorkshopId> = programme.workshops.iter().map(|one| one.id).collect();
        if let Some(workshop) = workshop {
            workshops.retain(|one| *one == workshop);
        }
        if workshops.is_empty() {
            return Err(PlannerError::NotFound);
        }
        let working = tx.plan_links(plan, PlanLinkPurpose::List).await?;
        let sheet = self.new_token();
        for workshop in workshops {
            if links_of(&working, workshop) >= MOST_LINKS {
                let fault = Fault::TooManyEntries { most: MOST_LINKS };
                return Err(Faults::one("workshop", fault).into());
            }
            let token = token_of(&sheet, plan, workshop);
            let link = PlanLink {
                token_hash: token.hash().as_bytes().to_vec(),
                plan,
                purpose: PlanLinkPurpose::List,
                table: None,
                workshop: Some(workshop),
                name: None,
                made_at: self.now(),
            };
            tx.insert_plan_link(&link).await?;
        }
        self.note_event_part(&mut tx, &right, &event, AuditAction::ListLinksMade)
            .await?;
        tx.commit().await?;
        Ok(sheet)
    }

    /// Revokes the links to the list of a workshop, or to all lists.
    #[tracing::instrument(level = "debug", skip_all, fields(event = %access), err(level = "debug"))]
    pub async fn revoke_list_links(
        &self,
        access: &EventAccess<Organises>,
        workshop: Option<WorkshopId>,
    ) -> Result<()> {
        let mut tx = self.store().begin().await?;
        let (right, event) = access.lock(&mut tx).await?;
        let Some(plan) = plan_of(&mut tx, &event).await? else {
            return Ok(());
        };
        let purpose = PlanLinkPurpose::List;
        let revoked = match workshop {
            Some(workshop) => tx.delete_links_of_workshop(plan.id, workshop).await?,
            None => tx.delete_plan_links(plan.id, purpose, None).await?,
        };
        if revoked > 0 {
            self.note_event_part(&mut tx, &right, &event, AuditAction::ListLinksRevoked)
                .await?;
        }
        Ok(tx.commit().await?)
    }

    /// Sets the questions whose answers the lists show. Those that the event does not have are left out.
    ///
    /// # Errors
    ///
    /// `WrongState` before there is an assignment, unless there are seats to book.
    #[tracing::instrument(level = "debug", skip_all, fields(event = %access), err(level = "debug"))]
    pub async fn show_answers_on_lists(
        &self,
        access: &EventAccess<Organises>,
        mut questions: HashSet<QuestionId>,
    ) -> Result<()> {
        let mut tx = self.store().begin().await?;
        let (right, event) = access.lock(&mut tx).await?;
        let programme = tx.programme(event.id).await?;
        let plan = self
            .plan_of_lists(&mut tx, &right, (&event, &programme))
            .await?;
        let known = tx.questions(event.id).await?.rows;
        questions.retain(|id| known.iter().any(|question| question.id == *id));
        if tx.list_questions(plan).await? == questions {
            return Ok(());
        }
        tx.set_list_questions(plan, &questions).await?;
        self.note_event_part(&mut tx, &right, &event, AuditAction::ListAnswersChosen)
            .await?;
        Ok(tx.commit().await?)
    }

    /// The plan that links and shown answers belong to. Where seats are booked there may be none yet: it is begun.
    async fn plan_of_lists(
        &self,
        tx: &mut Tx,
        right: &Organises,
        (event, programme): (&Event, &Programme),
    ) -> Result<PlanId> {
        if let Some(plan) = plan_of(tx, event).await? {
            return Ok(plan.id);
        }
        if !programme.has_bookings() {
            return Err(PlannerError::WrongState);
        }
        let plan: PlanId = self.new_id();
        let new = NewSetUp {
            plan,
            revision: 1,
            set_up: &AssignmentSetUp::default(),
            member: Some(right.member().id),
            at: self.now(),
        };
        tx.insert_plan::<AssignmentKind>(event.id, None, new)
            .await?;
        Ok(plan)
    }
}

fn links_of(links: &[PlanLink], workshop: WorkshopId) -> usize {
    let of_workshop = links.iter().filter(|link| link.workshop == Some(workshop));
    of_workshop.count()
}
