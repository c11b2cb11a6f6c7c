//! Past meetings as a later goal: designs from which rounds were held before.
//!
//! Where the rounds of then and those of now are together rounds of one design, nobody need meet again.

use serde_json::{Value, json};

use crate::solver::plan;

/// Tables of so many people, and the tables of earlier rounds, as a permutation scatters them.
struct Case {
    tables: usize,
    size: usize,
    earlier: usize,
    rounds: usize,
}

impl Case {
    /// Rounds of the past: rows, then columns, of the people in a square of tables × size.
    fn earlier_tables(&self) -> Vec<Vec<usize>> {
        // 7 has no divisor in common with the numbers of people used here.
        let people = self.tables * self.size;
        let scattered = |place: usize| place * 7 % people;
        let rows = (0..self.tables).map(|row| {
            (0..self.size)
                .map(|column| scattered(row * self.size + column))
                .collect()
        });
        let columns = (0..self.size).map(|column| {
            (0..self.tables)
                .map(|row| scattered(row * self.size + column))
                .collect()
        });
        rows.chain(columns)
            .take(self.earlier * self.tables)
            .collect()
    }

    fn problem(&self, order: &[&str], seed: u64) -> Value {
        let tables = (0..self.tables).map(|table| json!({ "id": format!("t{table}") }));
        let people =
            (0..self.tables * self.size).map(|person| json!({ "id": format!("p{person}") }));
        let named = |people: &Vec<usize>| -> Vec<String> {
            people.iter().map(|person| format!("p{person}")).collect()
        };
        let met = self.earlier_tables();
        let met = met.iter().map(|people| json!({ "people": named(people) }));
        json!({ "rounds": self.rounds, "tables": tables.collect::<Vec<_>>(), "people": people.collect::<Vec<_>>(),
                "met": met.collect::<Vec<_>>(), "order": order, "limit": { "iterations": 300_000 }, "seed": seed })
    }
}

#[test]
fn whoever_met_before_does_not_meet_again_where_everybody_still_meets_others() {
    let case = |tables, size, earlier, rounds| Case {
        tables,
        size,
        earlier,
        rounds,
    };
    let cases = [
        case(3, 3, 1, 3),
        case(3, 3, 2, 2),
        case(4, 3, 1, 3),
        case(4, 4, 1, 3),
        case(4, 4, 1, 4),
        case(4, 4, 2, 3),
        case(5, 3, 1, 4),
        case(5, 4, 1, 4),
        case(5, 5, 1, 5),
        case(5, 5, 2, 4),
        case(8, 8, 1, 8),
    ];
    for case in cases {
        // With two rounds before, some plans without an earlier pair are far from any without a repeat.
        let orders = [["meetings", "met"], ["met", "meetings"]];
        let orders = if case.earlier == 1 {
            &orders[..]
        } else {
            &orders[..1]
        };
        for (seed, order) in (0..6).zip(orders.iter().cycle()) {
            let problem = case.problem(order, seed);
            let quality = &plan(&problem)["quality"];
            let (people, each) = (case.tables * case.size, case.size - 1);
            let pairs = people * each / 2 * case.rounds;
            let found = (&quality["meetings"]["value"], &quality["met"]["value"]);
            assert_eq!(found, (&json!(pairs), &json!(0)), "{problem}: {quality}");
        }
    }
}

#[test]
fn only_as_many_meet_again_as_there_are_rounds_too_many() {
    // Nine people meet everybody in four rounds: the fourth one repeats a round of then.
    let whole = Case {
        tables: 3,
        size: 3,
        earlier: 1,
        rounds: 4,
    };
    let quality = &plan(&whole.problem(&["meetings", "met"], 1))["quality"];
    assert_eq!(
        (&quality["meetings"]["value"], &quality["met"]["value"]),
        (&json!(36), &json!(9))
    );
}
