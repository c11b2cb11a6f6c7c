//! Complete enumeration of all plans of a small case.

use super::checker::{Contract, Seats};
use serde_json::Value;

/// Result of the complete enumeration.
pub struct Best {
    /// The lexicographically smallest goals.
    pub goals: Vec<i64>,
    /// Number of goals that concern seats and levels.
    pub levels: usize,
    /// Most seats of rank 1 among the plans that are best in the goals before the fairness.
    pub granted: i64,
}

/// The best of all plans; `None` if every plan breaks a rule.
pub fn best(problem: &Value) -> Option<Best> {
    let contract = Contract::new(problem);
    let mut choices = Vec::new();
    for (person, object) in &contract.people {
        for slot in contract.slots_of(object) {
            let offered =
                |(_, workshop): &(&&str, &&Value)| contract.slots_of(workshop).contains(&slot);
            let workshops: Vec<&str> = contract
                .workshops
                .iter()
                .filter(offered)
                .map(|(id, _)| *id)
                .collect();
            choices.push((((*person).to_owned(), slot.to_owned()), workshops));
        }
    }
    let mut search = Enumeration {
        contract: &contract,
        choices: &choices,
        seats: Seats::new(),
        best: None,
        fullest: None,
    };
    search.descend(0);
    let (goals, levels) = search.best?;
    Some(Best {
        goals,
        levels,
        granted: search.fullest.map_or(0, |(_, granted)| granted),
    })
}

type SeatChoices<'a> = ((String, String), Vec<&'a str>);

struct Enumeration<'a> {
    contract: &'a Contract<'a>,
    choices: &'a [SeatChoices<'a>],
    seats: Seats,
    best: Option<(Vec<i64>, usize)>,
    fullest: Option<(Vec<i64>, i64)>,
}

impl Enumeration<'_> {
    fn descend(&mut self, at: usize) {
        let Some((person_and_slot, workshops)) = self.choices.get(at) else {
            if self.contract.broken(&self.seats).is_none() {
                self.take();
            }
            return;
        };
        self.descend(at + 1);
        for workshop in workshops {
            self.seats
                .insert(person_and_slot.clone(), (*workshop).to_owned());
            self.descend(at + 1);
        }
        self.seats.remove(person_and_slot);
    }

    fn take(&mut self) {
        let (goals, levels) = self.contract.goals(&self.seats);
        let first = |((person, _), workshop): &(&(String, String), &String)| {
            self.contract.wishes(person).get(workshop.as_str()) == Some(&1)
        };
        let granted = i64::try_from(self.seats.iter().filter(first).count()).expect("few seats");
        let before_fairness = if self.contract.problem["stability"] == "first" {
            3
        } else {
            2
        };
        let empty = goals[..before_fairness].to_vec();
        match &self.fullest {
            Some((fewest, most)) if (&empty, -granted) >= (fewest, -*most) => {}
            _ => self.fullest = Some((empty, granted)),
        }
        if self.best.as_ref().is_none_or(|(best, _)| goals < *best) {
            self.best = Some((goals, levels));
        }
    }
}
