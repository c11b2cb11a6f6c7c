//! The screen of a café: public by a secret link, which is made and revoked on the remote control.

use jiff::{SignedDuration, Timestamp};
use model::{
    AgendaItem, AuditAction, Event, EventState, Fault, Faults, Line, Network, PlanId, PlanLink,
    PlanLinkPurpose,
    cafe::{CafeKind, CafePhase, CafeSetUp, TableNumber},
};
use store::Reader;

use super::{
    CafePerson,
    cafe_of_plan::plan_of,
    clock::{CafeNow, cafe_now, published_set_up},
    load_cafe,
    people::public_distinctions,
};
use crate::{
    Planner, PlannerError, Result, Token,
    access::{EventAccess, Helps, ScreenAccess},
    require::{require_event, require_network},
};

/// The most links to the screen of a café that work at the same time.
const MOST_LINKS: usize = 50;

/// So long after the planned end of an event a café that goes on still shows names.
const LONGEST_OVERRUN: SignedDuration = SignedDuration::from_hours(12);

/// What the screen of a café shows.
#[derive(Debug, Clone)]
pub struct CafeScreen {
    pub network: Network,
    pub event: Event,
    pub item: Option<AgendaItem>,
    /// What follows the café in the agenda.
    pub next_item: Option<AgendaItem>,
    /// The set-up that the seats belong to.
    pub set_up: CafeSetUp,
    pub now: CafeNow,
    /// Everybody in the published plan, in the order of names. Empty until it is published.
    pub seats: Vec<ScreenSeat>,
}

/// Where somebody sits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ScreenSeat {
    pub family_name: String,
    pub given_name: String,
    /// What tells people of one name apart.
    pub distinction: Option<String>,
    /// The table in each round.
    pub tables: Vec<Option<TableNumber>>,
}

/// A link to a screen, without its secret.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ScreenLink {
    /// Names the link. It opens nothing.
    pub key: String,
    /// Where the screen is, as typed: *Saal*.
    pub name: Option<Line<60>>,
    pub made_at: Timestamp,
}

impl ScreenLink {
    pub(super) fn of(link: &PlanLink) -> Self {
        Self {
            key: key_of(&link.token_hash),
            name: link.name.clone(),
            made_at: link.made_at,
        }
    }

    /// Whether it is the link with this secret.
    pub fn has_token(&self, token: &Token) -> bool {
        self.key == key_of(token.hash().as_bytes())
    }
}

/// The hash of a secret in hexadecimal digits.
fn key_of(token_hash: &[u8]) -> String {
    let digits = token_hash.iter().map(|byte| format!("{byte:02x}"));
    digits.collect()
}

impl Planner {
    /// What the screen of a café shows.
    #[tracing::instrument(level = "debug", skip_all, err(level = "debug"))]
    pub async fn cafe_screen(&self, access: &ScreenAccess) -> Result<CafeScreen> {
        let (mut reader, plan) = self.read_by_screen(access).await?;
        let event = event_of(&mut reader, plan).await?;
        let (plan, item) = plan_of(&mut reader, &event, plan).await?;
        let now = cafe_now(&mut reader, &plan, &event, item.as_ref(), self.now()).await?;
        let set_up = published_set_up(&mut reader, &plan).await?;
        let network = require_network(&mut reader, event.network).await?;
        let version = match plan.published {
            Some((number, _)) => reader.plan_version::<CafeKind>(plan.id, number).await?,
            None => None,
        };
        // A forgotten link tells nobody's name after the event, also if the clock was left standing in a round.
        let is_past = event.is_over(self.now() - LONGEST_OVERRUN);
        let is_over =
            is_past || event.is_over(self.now()) && now.reading.now.phase == CafePhase::Over;
        let shows_names = !is_over && event.state != EventState::Cancelled;
        let version = version.filter(|_| shows_names);
        let next_item = next_item(&mut reader, &event, item.as_ref()).await?;
        let cafe = load_cafe(&mut reader, network, event, plan.item).await?;
        let seats = version.map_or_else(Vec::new, |version| {
            let seating = &version.seating;
            let seat_of = |(person, distinction): (CafePerson, Option<String>)| {
                let place = seating.position(person.id)?;
                let table = |round: &Vec<Option<TableNumber>>| round.get(place).copied().flatten();
                Some(ScreenSeat {
                    tables: seating.rounds.iter().map(table).collect(),
                    family_name: person.family_name,
                    given_name: person.given_name,
                    distinction,
                })
            };
            let distinctions = public_distinctions(&cafe.people);
            let people = cafe.people.into_iter().zip(distinctions);
            people.filter_map(seat_of).collect()
        });
        Ok(CafeScreen {
            network: cafe.network,
            event: cafe.event,
            item,
            next_item,
            set_up,
            now,
            seats,
        })
    }

    /// The clock of a screen.
    pub async fn screen_clock(&self, access: &ScreenAccess) -> Result<CafeNow> {
        let (mut reader, plan) = self.read_by_screen(access).await?;
        let event = event_of(&mut reader, plan).await?;
        let (plan, item) = plan_of(&mut reader, &event, plan).await?;
        cafe_now(&mut reader, &plan, &event, item.as_ref(), self.now()).await
    }

    /// The plan that a screen shows.
    pub async fn plan_of_screen(&self, access: &ScreenAccess) -> Result<PlanId> {
        Ok(self.read_by_screen(access).await?.1)
    }

    async fn read_by_screen(&self, access: &ScreenAccess) -> Result<(Reader, PlanId)> {
        let mut reader = self.store().read().await?;
        if let Some(plan) = access.find(&mut reader).await? {
            return Ok((reader, plan));
        }
        drop(reader);
        Err(self.wrong_link(access.client()).await)
    }

    /// Makes a link to a café's screen. Only the caller learns its token.
    #[tracing::instrument(level = "debug", skip_all, fields(event = %access), err(level = "debug"))]
    pub async fn make_screen_link(
        &self,
        access: &EventAccess<Helps>,
        plan: PlanId,
        name: Option<Line<60>>,
    ) -> Result<Token> {
        let mut tx = self.store().begin().await?;
        let (right, event) = access.lock(&mut tx).await?;
        let (plan, _) = plan_of(&mut tx, &event, plan).await?;
        let links = tx.plan_links(plan.id, PlanLinkPurpose::Screen).await?;
        if links.len() >= MOST_LINKS {
            let mut faults = Faults::none();
            faults.add("name", Fault::TooManyEntries { most: MOST_LINKS });
            return Err(faults.into());
        }
        let token = self.new_token();
        let link = PlanLink {
            token_hash: token.hash().as_bytes().to_vec(),
            plan: plan.id,
            purpose: PlanLinkPurpose::Screen,
            table: None,
            workshop: None,
            name,
            made_at: self.now(),
        };
        tx.insert_plan_link(&link).await?;
        self.note_event_part(&mut tx, &right, &event, AuditAction::ScreenLinkMade)
            .await?;
        tx.commit().await?;
        Ok(token)
    }

    /// Revokes the link with a key. A screen that was opened by it ends within a minute; the others go on.
    #[tracing::instrument(level = "debug", skip_all, fields(event = %access), err(level = "debug"))]
    pub async fn revoke_screen_link(
        &self,
        access: &EventAccess<Helps>,
        plan: PlanId,
        key: &str,
    ) -> Result<()> {
        let mut tx = self.store().begin().await?;
        let (right, event) = access.lock(&mut tx).await?;
        let (plan, _) = plan_of(&mut tx, &event, plan).await?;
        let links = tx.plan_links(plan.id, PlanLinkPurpose::Screen).await?;
        // Somebody else may have revoked it.
        if let Some(link) = links.iter().find(|link| key_of(&link.token_hash) == key) {
            tx.delete_plan_link(&link.token_hash).await?;
            self.note_event_part(&mut tx, &right, &event, AuditAction::ScreenLinkRevoked)
                .await?;
        }
        tx.commit().await?;
        Ok(())
    }

    /// Revokes all links to a café's screen: screens that were opened by them end within a minute.
    #[tracing::instrument(level = "debug", skip_all, fields(event = %access), err(level = "debug"))]
    pub async fn revoke_screen_links(
        &self,
        access: &EventAccess<Helps>,
        plan: PlanId,
    ) -> Result<()> {
        let mut tx = self.store().begin().await?;
        let (right, event) = access.lock(&mut tx).await?;
        let (plan, _) = plan_of(&mut tx, &event, plan).await?;
        let purpose = PlanLinkPurpose::Screen;
        // Somebody else may have revoked them.
        if tx.delete_plan_links(plan.id, purpose, None).await? > 0 {
            self.note_event_part(&mut tx, &right, &event, AuditAction::ScreenLinksRevoked)
                .await?;
        }
        tx.commit().await?;
        Ok(())
    }

    /// The address of a screen.
    pub fn screen_address(&self, token: &Token) -> String {
        self.link(&format!("/screen/{}", token.reveal()))
    }
}

async fn event_of(reader: &mut Reader, plan: PlanId) -> Result<Event> {
    let plan = reader
        .plan::<CafeKind>(plan)
        .await?
        .ok_or(PlannerError::NotFound)?;
    require_event(reader, plan.event).await
}

async fn next_item(
    reader: &mut Reader,
    event: &Event,
    item: Option<&AgendaItem>,
) -> Result<Option<AgendaItem>> {
    let Some(item) = item else { return Ok(None) };
    let agenda = reader.agenda(event.id).await?.rows;
    let day = item.starts.date();
    let later = agenda
        .into_iter()
        .filter(|other| other.starts > item.starts && other.starts.date() == day);
    Ok(later.min_by_key(|other| (other.starts, other.position)))
}
