//! The set-up of a café: topics, tables, hosts, rounds, goals and rules.

use std::collections::HashSet;

use jiff::civil::Time;
use serde::{Deserialize, Serialize};

use super::{
    numbers::{RetiredNumbers, TableNumber, TopicNumber},
    rule::{AnswerNeed, CafeRule, CafeRuleKind, SeatNeed},
};
use crate::{Fault, Faults, Line, NumberRange, RegistrationId, string_enum::string_enum};

/// What a table talks about. Several tables may share a topic.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CafeTopic {
    pub number: TopicNumber,
    pub name: Line<200>,
}

/// A table. Its host counts as one of its people.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CafeTable {
    pub number: TableNumber,
    pub topic: TopicNumber,
    /// What signs and lists call it, such as "3" or "Fenster".
    pub name: Line<60>,
    pub room: Option<Line<120>>,
    /// The fewest people in a round; 0 allows an empty table. `None`: people spread evenly over such tables.
    pub least: Option<u32>,
    /// The most people in a round.
    pub most: u32,
    pub step_free: bool,
    /// The language spoken at it. `None` where it does not matter.
    pub language: Option<Line<60>>,
    /// Stays at the table in every round.
    pub host: Option<RegistrationId>,
}

impl CafeTable {
    /// How many people sit at a table.
    pub const SEATS: NumberRange = NumberRange {
        least: 1,
        most: 1_000,
    };

    /// What tells people that they have found it, besides its name: *Raum 2 · Englisch*. `None` if nothing does.
    pub fn room_and_language(&self) -> Option<String> {
        let room = self.room.iter().map(ToString::to_string);
        let parts: Vec<String> = room
            .chain(self.language.iter().map(ToString::to_string))
            .collect();
        (!parts.is_empty()).then(|| parts.join(" · "))
    }
}

/// The rounds of a café.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct CafeRounds {
    /// Local time in the event's zone. `None`: when the agenda item begins, or the event without one.
    pub begins: Option<Time>,
    pub count: u32,
    /// Minutes of talking in each round.
    pub minutes: u32,
    /// Minutes of changing tables between two rounds.
    pub change_minutes: u32,
}

impl CafeRounds {
    pub const COUNT: NumberRange = NumberRange { least: 1, most: 20 };
    pub const MINUTES: NumberRange = NumberRange {
        least: 1,
        most: 240,
    };
    pub const CHANGE_MINUTES: NumberRange = NumberRange { least: 0, most: 60 };

    fn check(self, faults: &mut Faults) {
        for (field, range, number) in [
            ("rounds", Self::COUNT, self.count),
            ("minutes", Self::MINUTES, self.minutes),
            ("change_minutes", Self::CHANGE_MINUTES, self.change_minutes),
        ] {
            if let Err(fault) = range.check(number) {
                faults.add(field, fault);
            }
        }
    }
}

string_enum! {
    /// What a plan aims at.
    CafeGoal {
        /// Everybody sees every topic.
        Topics = "topics",
        /// Many people of different organisations meet, as few as possible twice.
        Meetings = "meetings",
        /// People of one organisation do not sit together.
        Mix = "mix",
        /// People who sat together at an earlier event of the series do not sit together; of the network, if the event
        /// belongs to no series.
        NewFaces = "new faces",
    }
}

/// What a plan of a café is made from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CafeSetUp {
    pub topics: Vec<CafeTopic>,
    /// In the order of the topics, and of the tables of each.
    pub tables: Vec<CafeTable>,
    pub rounds: CafeRounds,
    /// The most important first. What is left out is not pursued.
    pub goals: Vec<CafeGoal>,
    pub rules: Vec<CafeRule>,
    /// Needs that follow from answers in the registration form.
    pub answer_needs: Vec<AnswerNeed>,
    /// Whether participants see who else sits at their tables.
    pub shows_names: bool,
    /// How many people to reckon with. `None`: those who are registered.
    pub expected: Option<u32>,
    /// Numbers that are not given again.
    #[serde(default)]
    pub retired: RetiredNumbers,
}

impl CafeSetUp {
    pub const MOST_TOPICS: usize = 50;
    pub const MOST_TABLES: usize = 200;
    pub const MOST_RULES: usize = 500;

    /// A set-up without topics and tables.
    pub fn empty() -> Self {
        Self {
            topics: Vec::new(),
            tables: Vec::new(),
            rounds: CafeRounds {
                begins: None,
                count: 3,
                minutes: 20,
                change_minutes: 5,
            },
            goals: vec![CafeGoal::Topics, CafeGoal::Meetings, CafeGoal::Mix],
            rules: Vec::new(),
            answer_needs: Vec::new(),
            shows_names: false,
            expected: None,
            retired: RetiredNumbers::default(),
        }
    }

    /// The table of this number.
    pub fn table(&self, number: TableNumber) -> Option<&CafeTable> {
        self.tables.iter().find(|table| table.number == number)
    }

    /// The topic of this number.
    pub fn topic(&self, number: TopicNumber) -> Option<&CafeTopic> {
        self.topics.iter().find(|topic| topic.number == number)
    }

    /// The tables of a topic, in their order.
    pub fn tables_of(&self, topic: TopicNumber) -> impl Iterator<Item = &CafeTable> {
        self.tables.iter().filter(move |table| table.topic == topic)
    }

    /// Another table of a topic, with a number and a name that none has. `None` if the name is too long.
    pub fn new_table(&self, topic: TopicNumber, seats: u32) -> Option<CafeTable> {
        let named = self
            .tables
            .iter()
            .filter_map(|table| table.name.as_str().parse::<u32>().ok());
        let name = named.max().unwrap_or(0).saturating_add(1);
        Some(CafeTable {
            number: self.next_table(),
            topic,
            name: Line::parse(&name.to_string()).ok()?,
            room: None,
            least: None,
            most: seats,
            step_free: true,
            language: None,
            host: None,
        })
    }

    /// How many people fit in a round.
    pub fn seats(&self) -> u32 {
        self.tables.iter().map(|table| table.most).sum()
    }

    /// The hosts, by table.
    pub fn hosts(&self) -> impl Iterator<Item = (RegistrationId, TableNumber)> {
        self.tables
            .iter()
            .filter_map(|table| Some((table.host?, table.number)))
    }

    /// Everybody whom it names: hosts, and the people of rules. Somebody may be named several times.
    pub fn named_people(&self) -> impl Iterator<Item = RegistrationId> {
        let ruled = self.rules.iter().flat_map(|rule| rule.kind.people());
        self.hosts().map(|(host, _)| host).chain(ruled.copied())
    }

    /// Checks what needs more than one field. The faults name the fields of this type, with positions:
    /// `tables[3].host`.
    pub fn check(&self) -> Result<(), Faults> {
        let mut faults = Faults::none();
        if self.topics.len() > Self::MOST_TOPICS {
            faults.add("topics", most(Self::MOST_TOPICS));
        }
        if self.tables.len() > Self::MOST_TABLES {
            faults.add("tables", most(Self::MOST_TABLES));
        }
        if self.rules.len() > Self::MOST_RULES {
            faults.add("rules", most(Self::MOST_RULES));
        }
        if self.answer_needs.len() > Self::MOST_RULES {
            faults.add("answer_needs", most(Self::MOST_RULES));
        }
        let (mut names, mut numbers) = (HashSet::new(), HashSet::new());
        for (index, topic) in self.topics.iter().enumerate() {
            let is_new = names.insert(topic.name.as_str().to_lowercase());
            if !is_new || !numbers.insert(topic.number) {
                faults.add(format!("topics[{index}].name"), Fault::Twice);
            }
        }
        self.rounds.check(&mut faults);
        self.check_tables(&mut faults);
        let mut goals = HashSet::new();
        if !self.goals.iter().all(|goal| goals.insert(goal)) {
            faults.add("goals", Fault::Twice);
        }
        for (index, rule) in self.rules.iter().enumerate() {
            if let Err(fault) = self.check_rule(rule) {
                faults.add(format!("rules[{index}]"), fault);
            }
        }
        for (index, need) in self.answer_needs.iter().enumerate() {
            if !self.knows(&need.need) {
                faults.add(format!("answer_needs[{index}]"), Fault::NoSuchChoice);
            }
        }
        faults.or(Some(()))
    }

    fn check_tables(&self, faults: &mut Faults) {
        let (mut names, mut numbers) = (HashSet::new(), HashSet::new());
        let mut hosts = HashSet::new();
        for (index, table) in self.tables.iter().enumerate() {
            if self.topic(table.topic).is_none() {
                faults.add(format!("tables[{index}].topic"), Fault::NoSuchChoice);
            }
            let is_new = names.insert(table.name.as_str().to_lowercase());
            if !is_new || !numbers.insert(table.number) {
                faults.add(format!("tables[{index}].name"), Fault::Twice);
            }
            if let Err(fault) = CafeTable::SEATS.check(table.most) {
                faults.add(format!("tables[{index}].most"), fault);
            } else if table.least.is_some_and(|least| least > table.most) {
                let fault = Fault::OutOfRange {
                    least: table.least.unwrap_or(0).into(),
                    most: CafeTable::SEATS.most.into(),
                };
                faults.add(format!("tables[{index}].most"), fault);
            }
            if table.host.is_some_and(|host| !hosts.insert(host)) {
                faults.add(format!("tables[{index}].host"), Fault::Twice);
            }
        }
    }

    fn check_rule(&self, rule: &CafeRule) -> Result<(), Fault> {
        match &rule.kind {
            CafeRuleKind::Together(people) | CafeRuleKind::Apart(people) => {
                let mut named = HashSet::new();
                if people.len() < 2 {
                    Err(Fault::TooFewPeople { least: 2 })
                } else if people.iter().all(|person| named.insert(person)) {
                    Ok(())
                } else {
                    Err(Fault::Twice)
                }
            }
            CafeRuleKind::Fixed { round, table, .. } => {
                let exists =
                    (1..=self.rounds.count).contains(round) && self.table(*table).is_some();
                exists.then_some(()).ok_or(Fault::NoSuchChoice)
            }
            CafeRuleKind::Needs { need, .. } => {
                self.knows(need).then_some(()).ok_or(Fault::NoSuchChoice)
            }
        }
    }

    fn knows(&self, need: &SeatNeed) -> bool {
        match need {
            SeatNeed::StepFree | SeatNeed::Language(_) => true,
            SeatNeed::Topic(topic) => self.topic(*topic).is_some(),
        }
    }
}

fn most(most: usize) -> Fault {
    Fault::OutOfRange {
        least: 0,
        most: i64::try_from(most).unwrap_or(i64::MAX),
    }
}

#[cfg(test)]
mod tests {
    use crate::{Fault, cafe::numbers::tests::with_tables};

    #[test]
    fn numbers_out_of_range_and_numbers_given_twice_are_refused() {
        let mut set_up = with_tables(2);
        assert_eq!(set_up.check(), Ok(()));
        set_up.tables[0].most = u32::MAX;
        set_up.tables[1].number = set_up.tables[0].number;
        set_up.rounds.count = 0;
        let faults = set_up.check().unwrap_err();
        let fields: Vec<&str> = faults.iter().map(|(field, _)| field).collect();
        assert_eq!(fields, ["rounds", "tables[0].most", "tables[1].name"]);
        set_up.tables[0].most = 6;
        set_up.tables[0].least = Some(7);
        let faults = set_up.check().unwrap_err();
        assert!(matches!(
            faults.iter().next(),
            Some((_, Fault::OutOfRange { .. }))
        ));
    }
}
