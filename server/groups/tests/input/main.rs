//! Faults of the input: both commands parse by the same rules and report alike.

#![expect(
    clippy::unwrap_used,
    clippy::missing_panics_doc,
    reason = "a test that stumbles fails"
)]

mod messages;
mod mutations;

use groups::rotate::Fault;
use groups::{assign, rotate};
use serde_json::{Value, json};

/// The two commands.
#[derive(Clone, Copy, Debug)]
pub enum Kind {
    Rotate,
    Assign,
}

impl Kind {
    pub const BOTH: [Self; 2] = [Self::Rotate, Self::Assign];

    /// A valid problem in which every field is present.
    pub fn valid_problem(self) -> Value {
        let people = json!([
            {"id": "p1", "organisation": "o1"}, {"id": "p2", "organisation": "o1"}, {"id": "p3"}, {"id": "p4"}, {"id": "p5"},
        ]);
        let mut problem = match self {
            Self::Rotate => json!({
                "rounds": 2,
                "tables": [{"id": "x1", "topic": "a", "min": 1, "max": 6}, {"id": "x2", "host": "p1"}, {"id": "x3"}],
                "people": people,
                "order": ["topics", "mix"], "frozen_rounds": 1,
                "met": [{"people": ["p2", "p3"], "weight": 2}, {"people": []}],
                "start": {"rounds": [[{"table": "x1", "people": ["p3"]}]]},
                "previous": {"rounds": [[{"table": "x1", "people": ["p3", "gone"]}, {"table": "x2", "people": []}]]},
            }),
            Self::Assign => json!({
                "slots": ["A", "B"],
                "workshops": [
                    {"id": "x1", "slots": ["A"], "min": 1, "max": 6, "organisation_max": 2}, {"id": "x2", "clashes": ["x1"]}, {"id": "x3"},
                ],
                "people": people,
                "fairness": "generous", "fill": "wishes-only", "stability": "first",
                "previous": {"seats": [{"person": "p3", "slot": "A", "workshop": "x1"}]},
            }),
        };
        let (fixed, field, value) = match self {
            Self::Rotate => (
                json!({"person": "p3", "round": 2, "table": "x2"}),
                "rounds",
                json!([2]),
            ),
            Self::Assign => (
                json!({"person": "p3", "slot": "A", "workshop": "x1"}),
                "wishes",
                json!(["x2", ["x1"]]),
            ),
        };
        problem["people"][1][field] = value;
        problem["rules"] =
            json!({"fixed": [fixed], "together": [["p2", "p4"]], "apart": [["p2", "p3"], []]});
        if matches!(self, Self::Rotate) {
            problem["people"][3]["tables"] = json!(["x1", "x2"]);
            problem["rules"]["closed"] = json!([{"round": 2, "table": "x2"}]);
        } else {
            problem["people"][3]["workshops"] = json!(["x1", "x2"]);
            problem["rules"]["open"] = json!([{"slot": "A", "workshop": "x1"}]);
            problem["rules"]["closed"] = json!([{"slot": "A", "workshop": "x2"}]);
        }
        problem["limit"] = json!({"seconds": 1});
        problem["seed"] = json!(7);
        problem
    }

    /// The fields of a problem.
    pub fn fields(self) -> &'static [&'static str] {
        match self {
            Self::Rotate => &[
                "rounds",
                "tables",
                "people",
                "rules",
                "order",
                "met",
                "start",
                "previous",
                "frozen_rounds",
                "limit",
                "seed",
            ],
            Self::Assign => &[
                "slots",
                "workshops",
                "people",
                "rules",
                "fairness",
                "fill",
                "stability",
                "previous",
                "seed",
                "limit",
            ],
        }
    }

    /// The faults of a problem; empty for a valid one.
    pub fn faults(self, text: &str) -> Vec<Fault> {
        let faults = match self {
            Self::Rotate => rotate::Problem::from_json(text).err(),
            Self::Assign => assign::Problem::from_json(text).err(),
        };
        assert_ne!(
            faults.as_deref(),
            Some(&[][..]),
            "refused without a fault: {text}"
        );
        faults.unwrap_or_default()
    }

    /// The faults as printed.
    pub fn lines(self, text: &str) -> Vec<String> {
        self.faults(text).iter().map(ToString::to_string).collect()
    }
}

/// Sets a value at a JSON pointer. The last step may be a new field.
pub fn set_value(problem: &mut Value, pointer: &str, value: Value) {
    let (parent, name) = pointer.rsplit_once('/').unwrap();
    let parent = problem.pointer_mut(parent).unwrap();
    match parent.as_array_mut() {
        Some(list) => list[name.parse::<usize>().unwrap()] = value,
        None => parent[name] = value,
    }
}

/// The examples of FORMAT.md are valid.
#[test]
fn the_problems_that_format_shows_are_sound() {
    let format = include_str!("../../FORMAT.md");
    let mut shown = format
        .split("```json\n")
        .skip(1)
        .filter_map(|part| part.split("```").next());
    for kind in Kind::BOTH {
        let problem = shown.next().unwrap();
        assert_eq!(kind.lines(problem), [""; 0], "{problem}");
    }
    assert_eq!(shown.next(), None);
}
