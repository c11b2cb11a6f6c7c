//! Demo data: a network with events in every state, dated around today, so that everything can be tried at once.

mod agendas;
mod cafe;
mod congress;
mod congress_assignment;
mod congress_wishes;
mod contacts;
mod events;
mod files;
mod harvest;
mod invitations;
mod network;

use std::sync::atomic::{AtomicI64, Ordering};

use jiff::{SignedDuration, Timestamp};
use model::{EmailAddress, Language, Line, Member, Membership, Role, Slug};

use self::{
    files::{EventFile, ORGANISER, line, organisations, settings, wrong},
    network::{DemoNetwork, days},
};
use crate::{Clock, Planner, PlannerError, Result, access::Principal, people::NewMember};

/// The files the demo is made of.
#[derive(Debug, Clone, Copy)]
pub struct Scenario {
    pub event_json: &'static str,
    pub organisations_csv: &'static str,
    pub people_csv: &'static str,
    /// The people of the congress.
    pub congress_people_csv: &'static str,
    pub congress_organisations_csv: &'static str,
    pub congress_workshops_csv: &'static str,
    pub congress_rooms_csv: &'static str,
    /// What they wish for, as a problem for the solver.
    pub congress_wishes_json: &'static str,
    /// Who attends what, computed from it. Whoever leads a workshop is not placed beside it.
    pub congress_plan_json: &'static str,
}

/// The state of a database after filling it with the demo.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Demo {
    /// The demo data is there, and this is its organiser.
    Ready { organiser: EmailAddress },
    /// Something else is there.
    Foreign,
    /// Filling it was broken off.
    Unfinished,
}

/// When the network was created, before today.
const FOUNDED: i64 = 100;

/// The members of the network besides its organiser.
const TEAM: [(&str, &str, Role); 3] = [
    (
        "Stefan Schäfer",
        "stefan.schaefer@rinleipzig.example",
        Role::Organiser,
    ),
    (
        "Mahsa Pham",
        "mahsa.pham@rinchemnitzdresden.example",
        Role::Helper,
    ),
    (
        "Grit Szymański",
        "grit.szymanski@ikkjobcenter.example",
        Role::Reader,
    ),
];

/// A clock in the past. It goes on a tenth of a second each time it is read, so that what is done later is later.
#[derive(Debug)]
struct PastClock {
    begins: Timestamp,
    reads: AtomicI64,
}

impl Clock for PastClock {
    fn now(&self) -> Timestamp {
        let reads = self.reads.fetch_add(1, Ordering::Relaxed);
        self.begins + SignedDuration::from_millis(reads.saturating_mul(100))
    }
}

impl Planner {
    /// Fills an empty database with the scenario; leaves one that holds a network alone.
    #[tracing::instrument(level = "debug", skip_all, err(level = "debug"))]
    pub async fn fill_with_demo(&self, scenario: Scenario) -> Result<Demo> {
        let organiser = EmailAddress::parse(ORGANISER).map_err(wrong("address"))?;
        if !self.networks().await?.is_empty() {
            return self.demo_found(organiser).await;
        }
        let file: EventFile =
            serde_json::from_str(scenario.event_json).map_err(PlannerError::internal)?;
        let network = self.demo_network(&scenario, &file).await?;
        Box::pin(network.show_events(&scenario)).await?;
        network.show_contacts().await?;
        Box::pin(network.show_invitations()).await?;
        // The last step: it marks the demo as complete.
        let owner = member("Anna Jäger", ORGANISER, Role::Owner)?;
        self.put_member(network.id(), owner).await?;
        Ok(Demo::Ready { organiser })
    }

    /// The state of a database that holds a network.
    async fn demo_found(&self, organiser: EmailAddress) -> Result<Demo> {
        let mut reader = self.store().read().await?;
        let memberships = reader.memberships(&organiser.lower()).await?.rows;
        let owns = |found: &Membership| found.member.role == Role::Owner;
        Ok(if memberships.iter().any(owns) {
            Demo::Ready { organiser }
        } else if memberships.is_empty() {
            Demo::Foreign
        } else {
            Demo::Unfinished
        })
    }

    /// The network, its members and organisations.
    async fn demo_network<'a>(
        &'a self,
        scenario: &Scenario,
        file: &'a EventFile,
    ) -> Result<DemoNetwork<'a>> {
        let past = self.demo_clock(self.now() - days(FOUNDED));
        let network = past
            .create_network(Slug::from_title("iq-sachsen"), settings(file)?)
            .await?;
        let new = member("Anna Jäger", ORGANISER, Role::Organiser)?;
        let address = new.address.clone();
        let organiser = past.put_member(network.id, new).await?;
        let mut helper = None;
        for (name, address, role) in TEAM {
            let new = member(name, address, role)?;
            let address = new.address.clone();
            let member = past.put_member(network.id, new).await?;
            if role == Role::Organiser {
                helper = Some(principal(address, member, &network.name));
            }
        }
        let principal = principal(address, organiser, &network.name);
        let right = principal.organises(network.id)?;
        for new in organisations(scenario.organisations_csv)? {
            past.add_organisation(&right, new).await?;
        }
        let partners = self.organisations(&right.reads()).await?.rows;
        Ok(DemoNetwork {
            planner: self,
            helper: helper.unwrap_or_else(|| principal.clone()),
            principal,
            right,
            partners,
            file,
            today: file.time_zone.clock(self.now()).date(),
        })
    }
}

fn principal(address: EmailAddress, member: Member, network: &Line<200>) -> Principal {
    let membership = Membership {
        member,
        network_name: network.clone(),
        events: Vec::new(),
    };
    Principal::new(address, vec![membership])
}

fn member(name: &str, address: &str, role: Role) -> Result<NewMember> {
    Ok(NewMember {
        name: line(name)?,
        address: EmailAddress::parse(address).map_err(wrong("address"))?,
        role,
        language: Language::De,
    })
}
