//! A world café of two rounds: the tables Nord and Süd, and people who sit where a test says.

use model::{
    AgendaItemId, AgendaItemKind, EventDetails, EventId, EventKind, RegistrationId, Role,
    cafe::{CafeRounds, CafeSetUp, CafeTable, CafeTopic, TableNumber, TopicNumber},
};
use planner::{
    access::{LinkAccess, Principal},
    agenda::NewAgendaItem,
    cafes::{EditOutcome, PlanChange, PlanEdit, RulePolicy, SeatMove, SetUpEdit},
};
use store::testing::TestDatabase;

use super::checker::{Rows, check, earlier_pairs};
use crate::{
    agenda::{added, item},
    given::{Given, a_network, address, line, meeting, person},
};

pub const NORD: TableNumber = TableNumber(1);
pub const SUED: TableNumber = TableNumber(2);

pub struct Cafe {
    pub given: Given,
    pub event: EventId,
    /// The café that plans are made for; `None`: the only one.
    pub item: Option<AgendaItemId>,
    /// The personal links, by given name.
    pub links: Vec<(String, String)>,
}

/// The details of an event that is a café.
pub fn details() -> EventDetails {
    EventDetails {
        kind: EventKind::WorldCafe,
        ..meeting(None, Vec::new())
    }
}

/// An event that is a café, with these people.
pub async fn a_cafe(database: TestDatabase, people: &[&str]) -> Cafe {
    let given = a_network(database).await;
    let event = given.published_event(details()).await;
    set_up_for(given, event, people).await
}

/// A meeting with a café in its agenda, from 9:30 on.
pub async fn a_cafe_in_agenda(database: TestDatabase, people: &[&str]) -> (Cafe, AgendaItemId) {
    let given = a_network(database).await;
    let event = given.published_event(meeting(None, Vec::new())).await;
    let item = added(&given, event, agenda_item("Tischrunde", "09:30")).await;
    (set_up_for(given, event, people).await, item)
}

/// An item of the agenda that is a café.
pub fn agenda_item(title: &str, starts: &str) -> NewAgendaItem {
    NewAgendaItem {
        kind: AgendaItemKind::Cafe,
        ..item(title, starts, 60)
    }
}

async fn set_up_for(given: Given, event: EventId, people: &[&str]) -> Cafe {
    let mut cafe = Cafe {
        given,
        event,
        item: None,
        links: Vec::new(),
    };
    for name in people {
        cafe.comes(name).await;
    }
    cafe.saves(set_up()).await;
    cafe
}

/// Rounds from 9:30 to 9:50 and from 9:55 to 10:15.
pub fn set_up() -> CafeSetUp {
    let table = |number: TableNumber, name: &str, topic: u16| CafeTable {
        number,
        topic: TopicNumber(topic),
        name: line(name),
        room: Some(line("Aula")),
        least: Some(0),
        most: 4,
        step_free: false,
        language: None,
        host: None,
    };
    let topic = |number: u16, name: &str| CafeTopic {
        number: TopicNumber(number),
        name: line(name),
    };
    CafeSetUp {
        topics: vec![topic(1, "Sprache"), topic(2, "Arbeit")],
        tables: vec![table(NORD, "Nord", 1), table(SUED, "Süd", 2)],
        rounds: CafeRounds {
            begins: None,
            count: 2,
            minutes: 20,
            change_minutes: 5,
        },
        ..CafeSetUp::empty()
    }
}

impl Cafe {
    pub async fn comes(&mut self, name: &str) {
        let link = self.given.comes(self.event, person(name, None)).await;
        self.links.push((name.to_owned(), link));
    }

    pub async fn saves(&self, set_up: CafeSetUp) {
        let access = self.given.organises(self.event);
        let seen = self.given.planner.cafe(&access, self.item).await.unwrap();
        let edit = SetUpEdit {
            seen: seen.revision(),
            new: set_up,
        };
        self.given
            .planner
            .save_cafe_set_up(&access, self.item, edit)
            .await
            .unwrap();
    }

    /// The personal link of somebody.
    pub fn link_of(&self, name: &str) -> LinkAccess {
        let link = self.links.iter().find(|(of, _)| of == name);
        self.given.link(&link.unwrap().1)
    }

    pub async fn person(&self, name: &str) -> RegistrationId {
        let mut reader = self.given.database.store.read().await.unwrap();
        let people = reader.registrations_of(self.event).await.unwrap().rows;
        let address = address(name);
        let found = people.iter().find(|one| one.person.address == address);
        found.unwrap().id
    }

    /// A new plan in which everybody sits at the tables named, round by round.
    pub async fn plan(&self, seats: &[(&str, [TableNumber; 2])]) -> u32 {
        let access = self.given.organises(self.event);
        let planner = &self.given.planner;
        let current = planner.cafe(&access, self.item).await.unwrap();
        let seen = current.plan.unwrap().current;
        let mut version = planner.empty_plan(&access, self.item, seen).await.unwrap();
        for (name, tables) in seats {
            let person = self.person(name).await;
            for (round, table) in (1..).zip(tables) {
                version = self.seats(version, person, round, *table).await;
            }
        }
        version
    }

    /// Puts somebody at a table.
    pub async fn seats(
        &self,
        seen: u32,
        person: RegistrationId,
        round: u32,
        table: TableNumber,
    ) -> u32 {
        let edit = PlanEdit {
            seen,
            change: PlanChange::Seat(SeatMove::Move {
                person,
                round,
                table,
            }),
            rules: RulePolicy::Break,
        };
        let access = self.given.organises(self.event);
        match self.given.planner.edit_plan(&access, self.item, edit).await {
            Ok(EditOutcome::Made { number, .. }) => number,
            other => panic!("{other:?}"),
        }
    }

    /// Checks the version that is edited, by the set-up and the marks of who is there.
    pub async fn checks_current_version(&self) {
        let reads = self.given.principal.reads_event(self.event);
        let board = self
            .given
            .planner
            .cafe_board(&reads, self.item, None)
            .await
            .unwrap();
        let version = board.version.as_ref().unwrap();
        let mut reader = self.given.database.store.read().await.unwrap();
        let rows = Rows {
            set_up: &board.cafe.set_up(),
            people: &board.cafe.people,
            presence: &board.facts.presence,
            earlier: &earlier_pairs(&mut reader, &board.cafe).await,
        };
        check(version, rows);
    }

    pub async fn publishes(&self, version: u32) {
        self.given
            .planner
            .publish_cafe_plan(&self.given.organises(self.event), self.item, version)
            .await
            .unwrap();
    }

    /// How many mails about the tables somebody got.
    pub async fn told(&self, name: &str) -> usize {
        let kinds = self.given.mail_kinds(&address(name)).await;
        kinds.iter().filter(|kind| *kind == "way published").count()
    }

    /// A member with a role.
    pub async fn member(&self, name: &str, role: Role) -> Principal {
        let planner = &self.given.planner;
        let address = address(name);
        let new = planner::people::NewMember {
            name: line(name),
            address: address.clone(),
            role,
            language: model::Language::De,
        };
        let network = self.given.organiser.network();
        planner.put_member(network, new).await.unwrap();
        let link = planner.sign_in_link(&address).await.unwrap();
        let token = link.rsplit('/').next().unwrap();
        let session = planner.sign_in(token, &self.given.client).await.unwrap();
        let principal = planner.principal(session.token.reveal()).await;
        principal.unwrap().unwrap()
    }
}
