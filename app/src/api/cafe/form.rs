//! The form of a set-up.

use model::{
    Fault, Faults, Line, NumberRange,
    cafe::{
        CafeGoal, CafeRounds, CafeSetUp, CafeTable, CafeTopic, RuleNumber, TableNumber, TopicNumber,
    },
    local,
};
use planner::cafes::Cafe;
use serde::{Deserialize, Serialize};
use ui::dates::clock;

use super::{
    names::Names,
    new_rule::{AnswerMeaning, NewRule},
};

/// The form of a set-up, with its values as typed. Rules stay where they are stored; the form names those that
/// are to go.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct CafeForm {
    pub event: String,
    /// The item of the agenda. Empty where the event itself is the café.
    pub item: String,
    pub revision: String,
    pub topics: Vec<TopicRow>,
    /// Whether the rows ask for the fewest people and for the language.
    pub detailed: Option<String>,
    pub begins: String,
    pub rounds: String,
    pub minutes: String,
    pub change_minutes: String,
    /// In their order.
    pub goals: Vec<String>,
    /// A checkbox.
    pub new_faces: Option<String>,
    /// Numbers of rules that are to go.
    pub dropped: Vec<String>,
    /// Positions of meanings of answers that are to go.
    pub dropped_answers: Vec<String>,
    pub rule: NewRule,
    pub answer: AnswerMeaning,
    /// A checkbox.
    pub shows_names: Option<String>,
    /// `registered` or `expected`.
    pub reckon_with: String,
    pub expected: String,
    /// The button. Empty saves.
    #[serde(rename = "do")]
    pub action: String,
}

/// A topic and its tables.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct TopicRow {
    /// Empty for a new topic.
    pub number: String,
    pub name: String,
    pub tables: Vec<TableRow>,
}

/// A table.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct TableRow {
    /// Empty for a new table.
    pub number: String,
    pub name: String,
    pub least: String,
    pub most: String,
    pub room: String,
    /// A checkbox.
    pub step_free: Option<String>,
    pub language: String,
    pub host: String,
}

/// How many people may be reckoned with.
const EXPECTED: NumberRange = NumberRange {
    least: 1,
    most: 5_000,
};

impl CafeForm {
    /// The stored values, or those of another set-up of the same café.
    pub fn of(cafe: &Cafe, set_up: &CafeSetUp) -> Self {
        let names = Names::of(cafe);
        let rounds = set_up.rounds;
        Self {
            event: cafe.event.id.to_string(),
            item: cafe
                .item
                .as_ref()
                .map(|item| item.id.to_string())
                .unwrap_or_default(),
            topics: set_up
                .topics
                .iter()
                .map(|topic| TopicRow {
                    number: topic.number.to_string(),
                    name: topic.name.to_string(),
                    tables: set_up
                        .tables_of(topic.number)
                        .map(|table| TableRow::of(table, &names))
                        .collect(),
                })
                .collect(),
            begins: clock(cafe.begins(rounds).time()),
            rounds: rounds.count.to_string(),
            minutes: rounds.minutes.to_string(),
            change_minutes: rounds.change_minutes.to_string(),
            goals: set_up.goals.iter().map(ToString::to_string).collect(),
            new_faces: box_of(set_up.goals.contains(&CafeGoal::NewFaces)),
            shows_names: box_of(set_up.shows_names),
            reckon_with: if set_up.expected.is_some() {
                "expected"
            } else {
                "registered"
            }
            .to_owned(),
            expected: set_up
                .expected
                .map(|number| number.to_string())
                .unwrap_or_default(),
            ..Self::default()
        }
    }

    /// The typed values. New rows get numbers.
    pub fn parse(&self, cafe: &Cafe) -> Result<CafeSetUp, Faults> {
        let mut faults = Faults::none();
        let stored = cafe.set_up();
        let names = Names::of(cafe);
        let (topics, tables) = self.parse_rows(&stored, &names, &mut faults);
        let rounds = self.parse_rounds(cafe, &stored, &mut faults);
        let expected = (self.reckon_with == "expected")
            .then(|| faults.keep("expected", required(EXPECTED, &self.expected)))
            .flatten();
        let mut new = CafeSetUp {
            topics,
            tables,
            rounds,
            goals: self.parse_goals(),
            rules: stored
                .rules
                .iter()
                .filter(|rule| !self.dropped.contains(&rule.number.to_string()))
                .cloned()
                .collect(),
            answer_needs: stored
                .answer_needs
                .iter()
                .enumerate()
                .filter(|(place, _)| !self.dropped_answers.contains(&place.to_string()))
                .map(|(_, need)| need.clone())
                .collect(),
            shows_names: self.shows_names.is_some(),
            expected,
            retired: stored.retired,
        };
        if faults.is_empty() {
            self.rule.add_to(&mut new, &names, &mut faults);
            self.answer.add_to(&mut new, &cafe.questions, &mut faults);
        }
        if faults.is_empty()
            && let Err(more) = new.check()
        {
            faults.extend(more.at(|field| self.input_of(&new, field)));
        }
        faults.or(Some(new))
    }

    /// Refuses a button that adds something of which nothing was typed.
    pub fn check_additions(&self, action: &str) -> Result<(), Faults> {
        match action {
            "add-rule" if self.rule.is_empty() => {
                Err(Faults::one("rule[people][0]", Fault::Missing))
            }
            "add-answer" if self.answer.given.is_empty() => {
                Err(Faults::one("answer[given]", Fault::NoChoice))
            }
            _ => Ok(()),
        }
    }

    fn parse_rows(
        &self,
        stored: &CafeSetUp,
        names: &Names,
        faults: &mut Faults,
    ) -> (Vec<CafeTopic>, Vec<CafeTable>) {
        let mut numbers = FreeNumbers::after(stored);
        let (mut topics, mut tables) = (Vec::new(), Vec::new());
        for (place, row) in self.topics.iter().enumerate() {
            let number = row.number.parse().ok();
            let number = number.filter(|number| stored.topic(*number).is_some());
            let number = number.unwrap_or_else(|| numbers.topic());
            if let Some(name) =
                faults.keep(&format!("topics[{place}][name]"), Line::parse(&row.name))
            {
                topics.push(CafeTopic { number, name });
            }
            for (at, table) in row.tables.iter().enumerate() {
                let input = |field: &str| format!("topics[{place}][tables][{at}][{field}]");
                let known = table.number.parse().ok();
                let known = known.filter(|number| stored.table(*number).is_some());
                let table_number = known.unwrap_or_else(|| numbers.table());
                tables.extend(table.parse(table_number, number, names, (&input, faults)));
            }
        }
        (topics, tables)
    }

    fn parse_rounds(&self, cafe: &Cafe, stored: &CafeSetUp, faults: &mut Faults) -> CafeRounds {
        // What the agenda says is not typed again, so that the rounds follow when it moves.
        let shown = clock(cafe.begins(stored.rounds).time());
        let begins = match self.begins.trim() {
            "" => None,
            typed if typed == shown => stored.rounds.begins,
            typed => faults
                .keep("begins", local::parse_time(typed))
                .filter(|time| {
                    *time
                        != cafe
                            .begins(CafeRounds {
                                begins: None,
                                ..stored.rounds
                            })
                            .time()
                }),
        };
        let mut number = |field, range: NumberRange, text: &str| {
            faults
                .keep(field, required(range, text))
                .unwrap_or(range.least)
        };
        CafeRounds {
            begins,
            count: number("rounds", CafeRounds::COUNT, &self.rounds),
            minutes: number("minutes", CafeRounds::MINUTES, &self.minutes),
            change_minutes: number(
                "change_minutes",
                CafeRounds::CHANGE_MINUTES,
                &self.change_minutes,
            ),
        }
    }

    fn parse_goals(&self) -> Vec<CafeGoal> {
        let mut goals: Vec<CafeGoal> = Vec::new();
        let named = self.goals.iter().filter_map(|goal| goal.parse().ok());
        for goal in named.chain([CafeGoal::Topics, CafeGoal::Meetings, CafeGoal::Mix]) {
            if !goals.contains(&goal) {
                goals.push(goal);
            }
        }
        goals.retain(|goal| *goal != CafeGoal::NewFaces || self.new_faces.is_some());
        if self.new_faces.is_some() && !goals.contains(&CafeGoal::NewFaces) {
            goals.push(CafeGoal::NewFaces);
        }
        goals
    }

    /// The input that a field of the model belongs to: `tables[3].host` is a field of a row of a topic.
    pub fn input_of(&self, set_up: &CafeSetUp, field: &str) -> String {
        let parts: Vec<&str> = field.split(['[', ']', '.']).collect();
        match parts.as_slice() {
            ["topics", place, "", name] => format!("topics[{place}][{name}]"),
            ["tables", place, "", name] => place
                .parse()
                .ok()
                .and_then(|place| self.row_of_table(place))
                .map_or_else(
                    || field.to_owned(),
                    |(topic, table)| format!("topics[{topic}][tables][{table}][{name}]"),
                ),
            ["rules", place, ""] => place
                .parse::<usize>()
                .ok()
                .and_then(|place| set_up.rules.get(place))
                .map_or_else(|| field.to_owned(), |rule| rule_input(rule.number)),
            ["answer_needs", place, ""] => format!("answers[{place}]"),
            _ => field.to_owned(),
        }
    }

    fn row_of_table(&self, place: usize) -> Option<(usize, usize)> {
        let rows = self
            .topics
            .iter()
            .enumerate()
            .flat_map(|(topic, row)| (0..row.tables.len()).map(move |table| (topic, table)));
        rows.into_iter().nth(place)
    }
}

/// The name of the field at which the faults of a rule stand.
pub fn rule_input(rule: RuleNumber) -> String {
    format!("rules[{rule}]")
}

impl TableRow {
    fn of(table: &CafeTable, names: &Names) -> Self {
        let line = |line: Option<String>| line.unwrap_or_default();
        Self {
            number: table.number.to_string(),
            name: table.name.to_string(),
            least: line(table.least.map(|least| least.to_string())),
            most: table.most.to_string(),
            room: line(table.room.as_ref().map(ToString::to_string)),
            step_free: box_of(table.step_free),
            language: line(table.language.as_ref().map(ToString::to_string)),
            host: line(table.host.and_then(|host| names.name_of(host))),
        }
    }

    fn parse(
        &self,
        number: TableNumber,
        topic: TopicNumber,
        names: &Names,
        (input, faults): (&dyn Fn(&str) -> String, &mut Faults),
    ) -> Option<CafeTable> {
        let name = faults.keep(&input("name"), Line::parse(&self.name));
        let room = faults.keep(&input("room"), Line::optional(&self.room));
        let language = faults.keep(&input("language"), Line::optional(&self.language));
        let least = NumberRange {
            least: 0,
            ..CafeTable::SEATS
        };
        let least = faults.keep(&input("least"), least.parse(&self.least));
        let most = faults.keep(&input("most"), required(CafeTable::SEATS, &self.most));
        let host = match self.host.trim() {
            "" => Some(None),
            typed => faults.keep(&input("host"), names.find(typed)).map(Some),
        };
        Some(CafeTable {
            number,
            topic,
            name: name?,
            room: room?,
            least: least?,
            most: most?,
            step_free: self.step_free.is_some(),
            language: language?,
            host: host?,
        })
    }
}

/// Numbers for new rows: none that the stored set-up has or had.
struct FreeNumbers {
    topic: TopicNumber,
    table: TableNumber,
}

impl FreeNumbers {
    fn after(stored: &CafeSetUp) -> Self {
        Self {
            topic: stored.next_topic(),
            table: stored.next_table(),
        }
    }

    fn topic(&mut self) -> TopicNumber {
        let next = TopicNumber(self.topic.0.saturating_add(1));
        std::mem::replace(&mut self.topic, next)
    }

    fn table(&mut self) -> TableNumber {
        let next = TableNumber(self.table.0.saturating_add(1));
        std::mem::replace(&mut self.table, next)
    }
}

pub(super) fn box_of(ticked: bool) -> Option<String> {
    ticked.then(|| "on".to_owned())
}

fn required(range: NumberRange, text: &str) -> Result<u32, Fault> {
    range.parse(text)?.ok_or(Fault::Missing)
}
