//! A café to begin with.

use model::{
    EventDetails, EventId, EventKind, JobState, RegistrationId,
    cafe::{
        CafeKind, CafeRounds, CafeRule, CafeRuleKind, CafeSetUp, CafeTable, CafeTopic, PlanVersion,
        RuleNumber, TableNumber, TopicNumber,
    },
};
use planner::{
    access::{EventAccess, Organises, Reads},
    cafes::{CafeBoard, SetUpEdit, SolveOutcome, SolveScope},
    jobs::JobView,
    tables::Chosen,
};
use store::testing::TestDatabase;

use super::checker::{Rows, check, complaints, earlier_pairs};
use crate::given::{Given, a_network, line, meeting};

pub struct GivenCafe {
    pub given: Given,
    pub event: EventId,
}

/// An event that is a café, with people of so many organisations, in turn. Nothing is set up.
pub async fn a_cafe(database: TestDatabase, people: usize, organisations: usize) -> GivenCafe {
    // On the heap: it would make the futures of all tests large.
    Box::pin(published_cafe(database, people, organisations)).await
}

async fn published_cafe(database: TestDatabase, people: usize, organisations: usize) -> GivenCafe {
    let details = EventDetails {
        kind: EventKind::WorldCafe,
        ..meeting(None, vec![])
    };
    a_cafe_on(a_network(database).await, details, people, organisations).await
}

/// Another event of a network, with people at the same addresses.
pub async fn a_cafe_on(
    given: Given,
    details: EventDetails,
    people: usize,
    organisations: usize,
) -> GivenCafe {
    let created = given
        .planner
        .create_event(&given.organiser, None, |_| Ok(details))
        .await;
    let event = created.unwrap();
    let lines = (0..people).map(|number| {
        let house = number % organisations;
        format!("P{number:03},Muster,p{number:03}@partner.example,Haus {house}\n")
    });
    let table = format!(
        "vorname,name,email,organisation\n{}",
        lines.collect::<String>()
    );
    let access = given.organises(event);
    let chosen = Chosen::new();
    let imported = given.planner.import(&access, &table, &chosen).await;
    imported.unwrap();
    given.run_jobs().await;
    GivenCafe { given, event }
}

/// Tables of topics in turn.
pub fn set_up(tables: u16, topics: u16, (least, most): (u32, u32), rounds: u32) -> CafeSetUp {
    CafeSetUp {
        topics: (1..=topics)
            .map(|number| CafeTopic {
                number: TopicNumber(number),
                name: line(&format!("Thema {number}")),
            })
            .collect(),
        tables: (1..=tables)
            .map(|number| CafeTable {
                number: TableNumber(number),
                topic: TopicNumber((number - 1) % topics + 1),
                name: line(&number.to_string()),
                room: None,
                least: Some(least),
                most,
                step_free: true,
                language: None,
                host: None,
            })
            .collect(),
        rounds: CafeRounds {
            begins: None,
            count: rounds,
            minutes: 20,
            change_minutes: 5,
        },
        ..CafeSetUp::empty()
    }
}

pub fn rule(number: u16, kind: CafeRuleKind) -> CafeRule {
    CafeRule {
        number: RuleNumber(number),
        kind,
        note: None,
    }
}

impl GivenCafe {
    pub fn organises(&self) -> EventAccess<Organises> {
        self.given.organises(self.event)
    }

    pub fn reads(&self) -> EventAccess<Reads> {
        self.given.principal.reads_event(self.event)
    }

    pub async fn people(&self) -> Vec<RegistrationId> {
        self.board().await.problem.people
    }

    pub async fn board(&self) -> CafeBoard {
        let planner = &self.given.planner;
        planner.cafe_board(&self.reads(), None, None).await.unwrap()
    }

    /// The version that is edited.
    pub async fn version(&self) -> PlanVersion {
        self.board().await.version.unwrap()
    }

    pub async fn number(&self) -> u32 {
        self.version().await.head.number
    }

    pub async fn sets_up(&self, new: CafeSetUp) {
        let seen = self.board().await.cafe.revision();
        let edit = SetUpEdit { seen, new };
        let planner = &self.given.planner;
        let saved = planner
            .save_cafe_set_up(&self.organises(), None, edit)
            .await;
        saved.unwrap();
    }

    /// Computes a plan to the end.
    pub async fn solves(&self, scope: SolveScope) -> JobView {
        let planner = &self.given.planner;
        let job = planner.solve_cafe(&self.organises(), None, scope).await;
        let job = job.unwrap();
        for _ in 0..600 {
            let jobs = planner.jobs_of_event(&self.organises()).await.unwrap();
            let view = jobs.into_iter().find(|view| view.job.id == job).unwrap();
            if !view.job.state.is_active() {
                return view;
            }
            tokio::time::sleep(std::time::Duration::from_millis(50)).await;
        }
        panic!("the search does not end");
    }

    /// Computes a plan, which has to succeed.
    pub async fn is_solved(&self) -> u32 {
        let view = self.solves(SolveScope::AroundLocks).await;
        assert_eq!(view.job.state, JobState::Done);
        match view.solve_outcome() {
            Some(SolveOutcome::Version { number, .. }) => number,
            outcome => panic!("{outcome:?}"),
        }
    }

    /// Checks all stored versions that were made from the set-up that is edited.
    pub async fn checks_all_versions(&self) -> usize {
        let board = self.board().await;
        let plan = board.cafe.plan.as_ref().unwrap();
        let mut reader = self.given.database.store.read().await.unwrap();
        let heads = reader
            .plan_versions::<CafeKind>(plan.id)
            .await
            .unwrap()
            .rows;
        let earlier = earlier_pairs(&mut reader, &board.cafe).await;
        for head in &heads {
            let version = reader.plan_version(plan.id, head.number).await.unwrap();
            let set_up = reader.set_up(plan.id, head.set_up).await.unwrap();
            let rows = Rows {
                set_up: &set_up.unwrap(),
                people: &board.cafe.people,
                presence: &board.facts.presence,
                earlier: &earlier,
            };
            check(&version.unwrap(), rows);
        }
        heads.len()
    }

    /// What is wrong with a version that a test has altered.
    pub async fn complaints(&self, version: &PlanVersion) -> Vec<String> {
        let board = self.board().await;
        let mut reader = self.given.database.store.read().await.unwrap();
        let earlier = earlier_pairs(&mut reader, &board.cafe).await;
        let rows = Rows {
            set_up: &board.cafe.set_up(),
            people: &board.cafe.people,
            presence: &board.facts.presence,
            earlier: &earlier,
        };
        complaints(version, rows)
    }
}
