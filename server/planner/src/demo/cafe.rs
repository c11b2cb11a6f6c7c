//! The café of the network meeting: set up, computed and published.

use std::collections::HashMap;

use groups::{Limit, SearchControl, rotate::solve};
use model::{
    EventId, RegistrationId,
    cafe::{
        CafeRounds, CafeRule, CafeRuleKind, CafeSetUp, CafeTable, CafeTopic, RuleNumber, SeatNeed,
        TableNumber, TopicNumber, VersionCause,
    },
};

use super::{
    files::{BadScenario, CafeFile, line},
    network::{DemoNetwork, finish_jobs},
};
use crate::{
    PlannerError, Result,
    cafes::{CafePerson, NewVersion, SetUpEdit, require_plan},
};

/// Few, so that the demo is there at once; with the seed they give the same plan each time.
const ITERATIONS: u64 = 400_000;
const SEED: u64 = 2023;

/// The tables by topic: room, whether it can be reached without steps, and who hosts it.
const TABLES: [[(&str, bool, &str); 4]; 3] = [
    [
        ("Aula", true, "Abdul Le"),
        ("Aula", true, "Kathrin Kühn"),
        ("Aula", true, "Beate Schäfer"),
        ("Aula", true, "Ulrike Großmann"),
    ],
    [
        ("Foyer", true, "Mariam Ulrich"),
        ("Foyer", true, "Hassan Ziegler"),
        ("Raum 204", false, "Thomas Arslan"),
        ("Raum 204", false, "Thuy Böhm"),
    ],
    [
        ("Aula", true, "Lukas Demir"),
        ("Aula", true, "Noor Demir"),
        ("Foyer", true, "Gesine Demir"),
        ("Foyer", true, "Grit Szymański"),
    ],
];

struct Unlimited;

impl SearchControl for Unlimited {
    fn should_stop(&self) -> bool {
        false
    }
}

impl DemoNetwork<'_> {
    /// Sets the café of the network meeting up, and computes its plan. Participants are told their ways.
    pub(super) async fn show_cafe(&self, event: EventId) -> Result<()> {
        let access = self.access(event);
        let setting_up = self.days_ago(5);
        let cafe = setting_up.cafe(&access, None).await?;
        let item = cafe.item.as_ref().map(|item| item.id);
        let files = self.file.agenda.iter().find_map(|item| item.cafe.as_ref());
        let file = files.ok_or_else(|| PlannerError::internal(BadScenario("café")))?;
        let edit = SetUpEdit {
            seen: 0,
            new: set_up(file, &cafe.people)?,
        };
        setting_up.save_cafe_set_up(&access, item, edit).await?;
        let planner = self.days_ago(3);
        let mut tx = planner.store().begin().await?;
        let (right, locked) = access.lock_with_network(&mut tx).await?;
        let (cafe, problem) = self.planner.load_problem(&mut tx, locked, item).await?;
        let mut solved = problem.problem.clone();
        solved.seed = SEED;
        solved.limit = Limit::Iterations(ITERATIONS);
        let plan = solve(&solved, &Unlimited).map_err(PlannerError::internal)?;
        let new = NewVersion {
            cause: VersionCause::Solved,
            parent: None,
            seating: problem.stored(&plan.seating),
            locks: Vec::new(),
            seed: Some(plan.seed),
            iterations: Some(plan.iterations),
            member: Some(right.member().id),
        };
        let number = planner
            .append_version(&mut tx, &cafe, &problem, new)
            .await?;
        planner.commit_plan(tx, require_plan(&cafe)?).await?;
        planner.publish_cafe_plan(&access, item, number).await?;
        finish_jobs(&planner).await?;
        self.fill_harvest(event, file).await
    }
}

fn set_up(file: &CafeFile, people: &[CafePerson]) -> Result<CafeSetUp> {
    let ids: HashMap<String, RegistrationId> = people
        .iter()
        .map(|person| (person.name(), person.id))
        .collect();
    let person = |name: &str| {
        let found = ids.get(name).copied();
        found.ok_or_else(|| PlannerError::internal(BadScenario("people of the café")))
    };
    let mut topics = Vec::new();
    let mut tables = Vec::new();
    for ((number, topic), hosted) in (1..).zip(&file.topics).zip(TABLES) {
        topics.push(CafeTopic {
            number: TopicNumber(number),
            name: line(&topic.title)?,
        });
        for (room, step_free, host) in hosted {
            let table = u16::try_from(tables.len() + 1).unwrap_or(u16::MAX);
            tables.push(CafeTable {
                number: TableNumber(table),
                topic: TopicNumber(number),
                name: line(&table.to_string())?,
                room: Some(line(room)?),
                least: None,
                most: 6,
                step_free,
                language: None,
                host: Some(person(host)?),
            });
        }
    }
    let rules = [
        (
            CafeRuleKind::Together(vec![person("Joanna Franke")?, person("Salma Hoffmann")?]),
            "beide sprechen Englisch",
        ),
        (
            CafeRuleKind::Needs {
                person: person("Doreen Sommer")?,
                need: SeatNeed::StepFree,
            },
            "aus der Anmeldung",
        ),
        (
            CafeRuleKind::Apart(vec![person("Stefan Schäfer")?, person("Claudia Sahin")?]),
            "planen das Treffen gemeinsam",
        ),
        (
            CafeRuleKind::Fixed {
                person: person("Dirk Pohl")?,
                round: 1,
                table: TableNumber(3),
            },
            "Gebärdensprachdolmetschung",
        ),
    ];
    let rules = (1..).zip(rules).map(|(number, (kind, note))| {
        Ok(CafeRule {
            number: RuleNumber(number),
            kind,
            note: Some(line(note)?),
        })
    });
    Ok(CafeSetUp {
        topics,
        tables,
        rounds: CafeRounds {
            begins: None,
            count: file.rounds,
            minutes: file.round_minutes,
            change_minutes: file.change_minutes,
        },
        rules: rules.collect::<Result<_>>()?,
        ..CafeSetUp::empty()
    })
}
